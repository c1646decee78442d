"""What follows from the claims about an event, as claims of its own: pure functions, claims in, claims out.

An inferred claim is marked `s:inferred true`, its rule says how it follows, `prov:wasDerivedFrom` names the claims that
it follows from, and its source is the event's own graph of inferences, so that it never counts as stated.

membership  who belongs to a coalition, organisation or group that takes part, at the event's date
office      the state or organisation whose office a participant holds, at the event's date
met         two participants of an event that was held (or is under way) and has few of them, in both directions
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import permutations

from summitry.claims import Claim, Iri, Literal, Qualifier, RdfTerm, edtf, iris
from summitry.claims.rdf_terms import typed
from summitry.store import facts
from summitry.store.facts import EntityFacts, Participation
from summitry.store.vocabulary import END, HAS_PARTICIPANT, INFERRED, MET_WITH, PROV, START, STATUS

MEMBERSHIP, OFFICE, MET = "inference.membership@1", "inference.office@1", "inference.met@1"
FEW = 5
"""Participants of a meeting at which everybody met everybody."""

_DERIVED_FROM = PROV + "wasDerivedFrom"
_MEMBER_ROLES = frozenset(iris.term(name) for name in ("member", "lead", "chair"))
_HAPPENED = frozenset(iris.term(name) for name in ("held", "ongoing"))
_CROWDS = frozenset({"coalition", "group"})
"""Whoever meets these meets their members, whom nobody has named."""

_GROUPS = frozenset({"organisation", "coalition", "group"})

Days = tuple[date, date]


@dataclass(frozen=True)
class Premises:
    """What is known of the participants: `memberOf` claims by group, `holdsOffice` claims by person."""

    memberships: Mapping[str, Sequence[Claim]]
    offices: Mapping[str, Sequence[Claim]]


def source_of(event: str) -> str:
    """The source, and so the graph, of what is inferred about an event."""
    return f"{INFERRED}/{iris.local_name(event)}"


def is_inferred(claim: Claim) -> bool:
    """True for the claims that this module makes."""
    return claim.source.startswith(INFERRED + "/")


def premises_of(claim: Claim) -> list[str]:
    """The ids of the claims that an inferred claim follows from."""
    found = (q.value for q in claim.qualifiers if q.predicate == _DERIVED_FROM)
    return sorted(iris.local_name(value.value) for value in found if isinstance(value, Iri))


def groups_and_persons(events: Iterable[EntityFacts]) -> tuple[set[str], set[str]]:
    """The participants of which premises are asked for."""
    agents = {found.agent for event in events for found in _attending(event)}
    return {a for a in agents if _kind(a) in _GROUPS}, {a for a in agents if _kind(a) == "person"}


def told_first(claims: Iterable[Claim]) -> list[Claim]:
    """Of claims that differ in nothing but who says it the one that was recorded first, in order of recording."""
    found: dict[tuple[object, ...], Claim] = {}
    for claim in sorted(claims, key=_recorded):
        role = claim.qualifier("role")
        found.setdefault((claim.subject, claim.predicate, claim.object, role, claim.valid_from, claim.valid_to), claim)
    return list(found.values())


def infer(event: EntityFacts, premises: Premises) -> list[Claim]:
    """Everything that follows, in a fixed order; nothing about agents of whom a source says something itself."""
    named = {found.agent for found in event.participations if not found.inferred}
    attending, days = list(_attending(event)), _days(event)
    claims = [
        *(claim for found in attending for claim in _members(found, premises, days, named)),
        *(claim for found in attending for claim in _represented(found, premises, days, named)),
        *_met(event, attending),
    ]
    return sorted({claim.id: claim for claim in claims}.values(), key=lambda claim: claim.id)


def _members(found: Participation, premises: Premises, days: Days | None, named: set[str]) -> Iterator[Claim]:
    for membership in premises.memberships.get(found.agent, ()):
        role = membership.qualifier("role")
        counts = role is None or (isinstance(role, Iri) and role.value in _MEMBER_ROLES)
        if counts and membership.subject not in named and _holds(membership, days):
            yield _takes_part(MEMBERSHIP, found, membership.subject, membership)


def _represented(found: Participation, premises: Premises, days: Days | None, named: set[str]) -> Iterator[Claim]:
    """By dated offices; by those that the articles themselves give, when no table knows the person."""
    offices = premises.offices.get(found.agent, ())
    dated = [claim for claim in offices if claim.valid_from or claim.valid_to]
    holding = [claim for claim in dated if _holds(claim, days)] if dated else offices
    for claim in holding:
        holder = claim.qualifier("of")
        if isinstance(holder, Iri) and holder.value not in named:
            yield _takes_part(OFFICE, found, holder.value, claim)


def _met(event: EntityFacts, attending: Sequence[Participation]) -> Iterator[Claim]:
    status = event.value(STATUS)
    agents = {found.agent: _first_told(found) for found in attending}
    if status is None or not isinstance(status.object, Iri) or status.object.value not in _HAPPENED:
        return
    if 1 < len(agents) <= FEW:
        for one, other in permutations(sorted(agent for agent in agents if _kind(agent) not in _CROWDS), 2):
            both = (agents[one], agents[other])
            yield _claim(MET, event.iri, one, MET_WITH, Iri(other), both, ())


def _first_told(found: Participation) -> Participation:
    """With the claim that was recorded first alone: it suffices, and any other would change with each article.

    These are about people of whom very much is said, and what is said of them would have to be read anew each time.
    """
    return replace(found, claims=(min(found.claims, key=_recorded),))


def _recorded(claim: Claim) -> tuple[float, str]:
    return claim.recorded_at.timestamp() if claim.recorded_at else 0.0, claim.id


def _takes_part(rule: str, found: Participation, agent: str, premise: Claim) -> Claim:
    through = Qualifier(iris.term("through"), Iri(found.agent))
    return _claim(rule, found.event, found.event, HAS_PARTICIPANT, Iri(agent), (found,), (premise,), through)


def _claim(
    rule: str,
    event: str,
    subject: str,
    predicate: str,
    value: RdfTerm,
    parts: Sequence[Participation],
    premises: Sequence[Claim],
    *more: Qualifier,
) -> Claim:
    """A claim that is as sure, and as real, as the least of what it follows from."""
    stated = [claim for part in parts for claim in part.claims]
    derived = [Qualifier(_DERIVED_FROM, Iri(claim.iri)) for claim in (*stated, *premises)]
    sure = [facts.confidence(part.claims) for part in parts] + [claim.confidence for claim in premises]
    return Claim(
        source=source_of(event),
        subject=subject,
        predicate=predicate,
        object=value,
        rule=rule,
        qualifiers=(Qualifier(iris.term("inferred"), typed("true", "boolean")), *more, *derived),
        confidence=min(sure),
        modality=max((facts.modality(part.claims) for part in parts), key=facts.MODALITIES.index),
    )


def _attending(event: EntityFacts) -> Iterator[Participation]:
    return (found for found in event.participations if found.role.attends and not found.inferred)


def _days(event: EntityFacts) -> Days | None:
    """First and last day that the event may have; None when nothing is known of its date."""
    spans = [edtf.bounds(fact.object.lexical) for fact in (event.value(START), event.value(END))
             if fact is not None and isinstance(fact.object, Literal)]  # fmt: skip
    known = [span for span in spans if span is not None]
    return (known[0][0], max(span[1] for span in known)) if known else None


def _holds(claim: Claim, days: Days | None) -> bool:
    """True when the claim holds on one of the days; without days, when it has no end."""
    if days is None:
        return claim.valid_to is None
    first = edtf.bounds(claim.valid_from) if claim.valid_from else None
    last = edtf.bounds(claim.valid_to) if claim.valid_to else None
    return (first is None or first[0] <= days[1]) and (last is None or days[0] <= last[1])


def _kind(iri: str) -> str:
    found = iris.kind_and_key(iri)
    return found[0] if found else ""
