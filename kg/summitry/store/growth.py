"""Entities that have only grown: claims were added to what is known of them, and nothing else has changed.

A person or state that every third article names would have to be read anew for every batch, with all its claims, and
loading would take ever longer. When the new claims cannot change what the old ones add up to, the views add what is new
and look at nothing else. Events are read anew: the articles that tell of one are few.

New claims can change what others add up to when they deny, hold for a stated time, are taken back, come with another
date of publication, concern events, or are about something that nobody told of before or of which something is denied.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Set
from dataclasses import dataclass, replace
from typing import TypeVar

from summitry.claims import Claim, Iri, Polarity, iris
from summitry.store import canonical
from summitry.store.claim_reader import ClaimReader
from summitry.store.facts import EntityFacts, Membership, Published, Tenure, entity_facts, is_inferred
from summitry.store.protocol import StoredClaim
from summitry.store.vocabulary import EVENT_CLASSES, FUNCTIONAL, MET_WITH, ROLE_PREDICATES, SAME_EVENT_AS, TYPE

Period = TypeVar("Period", Tenure, Membership)
_READ_ANEW = frozenset({"event", "article"})
_DECIDING = frozenset({*FUNCTIONAL, *ROLE_PREDICATES, SAME_EVENT_AS})


@dataclass(frozen=True, slots=True)
class Growth:
    """What was added about an entity: `facts` are those of the new claims alone."""

    facts: EntityFacts

    @property
    def iri(self) -> str:
        """The entity."""
        return self.facts.iri


def grown(log: ClaimReader, rows: Iterable[StoredClaim], known: Set[str]) -> list[Growth]:
    """The entities that have only grown by the changes `rows`.

    `known` are subjects of theirs of which more was said before, by no source that has changed since.
    """
    candidates = _candidates(rows)
    names = known & candidates.keys()
    names -= {claim.subject for claim in log.judgements_on(names)}
    names -= set(_judged(log, names))
    special: dict[str, list[Claim]] = defaultdict(list)
    for claim in log.special(names):
        special[claim.subject].append(claim)
    names -= {iri for iri, found in special.items() if any(map(_decides, found))}
    published = log.published({claim.source for iri in names for claim in (*candidates[iri], *special[iri])})
    return [Growth(_facts(iri, candidates[iri], special[iri], published)) for iri in sorted(names)]


def _judged(log: ClaimReader, names: Iterable[str]) -> Iterable[str]:
    """Those of the entities that something is judged to be the same as."""
    judgements = log.judgements_on(log.judged_to_be(names))
    return {target for target in (claim.object_iri() for claim in judgements) if target}


def _candidates(rows: Iterable[StoredClaim]) -> dict[str, list[Claim]]:
    """New claims by subject, for the subjects all of whose changes are such that views may just add them."""
    found: dict[str, list[Claim]] = defaultdict(list)
    others: set[str] = set()
    for row in rows:
        if _adds(row.claim):
            found[row.claim.subject].append(row.claim)
        else:
            others.add(row.claim.subject)
    return {iri: claims for iri, claims in found.items() if iri not in others}


def _decides(claim: Claim) -> bool:
    """True for what may turn round what new claims say: a denial, or an inference where others are stated."""
    return claim.polarity is Polarity.NEGATIVE or (claim.predicate == MET_WITH) != is_inferred(claim)


def _adds(claim: Claim) -> bool:
    """True when the claim can do no more than add to what others say."""
    return (
        claim.retracted_at is None
        and canonical.counts(claim)
        and claim.valid_from is claim.valid_to is None
        and not _decides(claim)
        and claim.predicate not in _DECIDING
        and not (claim.predicate == TYPE and claim.object_iri() in EVENT_CLASSES)
        and not _read_anew(claim.subject)
        and not any(isinstance(term, Iri) and _read_anew(term.value) for term in _terms(claim))
    )


def _terms(claim: Claim) -> Iterable[object]:
    return (claim.object, *(qualifier.value for qualifier in claim.qualifiers))


def _read_anew(iri: str) -> bool:
    found = iris.kind_and_key(iri)
    return found is not None and found[0] in _READ_ANEW


def _facts(iri: str, new: list[Claim], special: list[Claim], published: Published) -> EntityFacts:
    """The facts of the new claims; those that hold for a stated time say to which period an undated one belongs."""
    ids = {claim.id for claim in new}
    context = [claim for claim in special if claim.id not in ids]
    alone = entity_facts(iri, new, _same, published)
    whole = entity_facts(iri, [*new, *context], _same, published) if context else alone
    tenures, memberships = _of_new(whole.tenures, ids), _of_new(whole.memberships, ids)
    return replace(alone, tenures=tuple(tenures), memberships=tuple(memberships))


def _of_new(found: Iterable[Period], new: Collection[str]) -> Iterator[Period]:
    """The periods that new claims belong to, with these alone."""
    for period in found:
        claims = tuple(claim for claim in period.claims if claim.id in new)
        if claims:
            yield replace(period, claims=claims)


def _same(iri: str) -> str:
    """What grows is no event, nor are the things that its new claims name, so that every IRI is the canonical one."""
    return iri
