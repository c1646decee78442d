"""What a view has to look at again after changes of the log: the touched entities with their facts.

A view is a function of the set of live claims. For a range of changes, `batches` finds every entity whose facts can
have changed and gives its facts as they are now; a view replaces what it shows of these entities and then moves its
watermark. Doing so twice gives the same, so a view that was stopped half-way only has to start again at its watermark.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from summitry.claims import Article, Claim, Iri, Literal, edtf, iris
from summitry.store import canonical
from summitry.store.claim_reader import ClaimReader
from summitry.store.facts import EntityFacts, entity_facts
from summitry.store.protocol import StoredClaim
from summitry.store.vocabulary import SAME_EVENT_AS, START

BATCH = 10_000
"""Changes that a view takes in one step."""

_NO_OF = iris.term("of")


@dataclass(frozen=True, slots=True)
class Batch:
    """Changes up to `last`, as a view needs them.

    `entities` are the facts of every touched entity (empty facts when nothing is said any more); `articles` the touched
    articles by IRI; `claims` the rows that were recorded or retracted, as they are now.
    """

    last: int
    entities: tuple[EntityFacts, ...]
    articles: Mapping[str, Article]
    claims: tuple[StoredClaim, ...]


def batches(log: ClaimReader, after: int, until: int, size: int = BATCH) -> Iterator[Batch]:
    """The changes after `after` up to `until`, in steps of `size` changes."""
    for first in range(after, until, size):
        last = min(first + size, until)
        rows = tuple(log.changed(first, last))
        articles = log.changed_articles(first, last)
        touched = _touched(log, rows, articles)
        yield Batch(last, tuple(load_facts(log, touched)), _articles(log, touched), rows)


def all_batches(log: ClaimReader, until: int, size: int = 500) -> Iterator[Batch]:
    """Every entity and live claim, in order of IRI, for building a view from nothing."""
    subject = ""
    while subjects := log.subjects_after(subject, size):
        subject = subjects[-1]
        yield Batch(until, tuple(load_facts(log, _first_named(log, subjects))), _articles(log, subjects), ())


def batch_of(log: ClaimReader, entities: Iterable[str]) -> Batch:
    """Some entities as they are now."""
    named = list(entities)
    return Batch(log.last_seq(), tuple(load_facts(log, named)), _articles(log, named), ())


def load_facts(log: ClaimReader, entities: Iterable[str]) -> Iterator[EntityFacts]:
    """The facts of the canonical entities of the IRIs; IRIs that are judged to be another event give empty facts."""
    named = sorted(set(entities))
    mapping = canonical.judgements(log.judgements_on(named))
    units = sorted(set(named) | set(mapping.values()))
    members = set(units) | set(log.judged_to_be(units))
    mapping = canonical.judgements(log.judgements_on(members))
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in log.about(members):
        groups[mapping.get(claim.subject, claim.subject)].append(claim)
    claims = [claim for unit in units for claim in groups[unit]]
    mapping |= canonical.judgements(log.judgements_on(_referred_events(claims)))
    published = log.published({claim.source for claim in claims})
    to_canonical = canonical.from_mapping(mapping)
    for unit in units:
        yield entity_facts(unit, groups[unit], to_canonical, published)


def events_between(log: ClaimReader, first: date, last: date) -> list[str]:
    """Canonical events whose chosen start overlaps the days from first to last, sorted."""
    return sorted(
        facts.iri for facts in load_facts(log, log.starts_between(first, last)) if _starts(facts, first, last)
    )


def _starts(facts: EntityFacts, first: date, last: date) -> bool:
    start = facts.value(START)
    if start is None or not isinstance(start.object, Literal):
        return False
    days = edtf.bounds(start.object.lexical)
    return days is not None and days[0] <= last and first <= days[1]


def _touched(log: ClaimReader, rows: Iterable[StoredClaim], articles: Iterable[str]) -> set[str]:
    claims = [row.claim for row in rows]
    touched = set(articles) | {claim.subject for claim in claims}
    touched |= set(log.subjects_from(articles))
    judged = {claim.subject for claim in claims if claim.predicate == SAME_EVENT_AS}
    touched |= set(log.subjects_pointing_to(judged))
    for claim in claims:
        if claim.predicate == SAME_EVENT_AS or claim.retracted_at is not None:
            touched |= _referred(claim)
    return touched


def _referred(claim: Claim) -> set[str]:
    """The entities at the other end of a claim: when it is retracted, nothing may be left of them."""
    terms = [claim.object, *(q.value for q in claim.qualifiers if q.predicate == _NO_OF)]
    found = {term.value for term in terms if isinstance(term, Iri) and iris.kind_and_key(term.value)}
    return found | {claim.source}


def _referred_events(claims: Iterable[Claim]) -> set[str]:
    return {term.value for claim in claims for term in _terms(claim) if isinstance(term, Iri)}


def _terms(claim: Claim) -> Iterator[object]:
    yield claim.object
    for qualifier in claim.qualifiers:
        yield qualifier.value


def _articles(log: ClaimReader, touched: Iterable[str]) -> dict[str, Article]:
    """The articles among the IRIs."""
    named = (iri for iri in sorted(touched) if (iris.kind_and_key(iri) or ("",))[0] == "article")
    return {article.iri: article for article in log.articles_named(named)}


def _first_named(log: ClaimReader, subjects: Sequence[str]) -> list[str]:
    """The canonical entities whose smallest name with claims is among the subjects, which are a run in order of IRI."""
    mapping = canonical.judgements(log.judgements_on(subjects))
    targets = sorted({mapping.get(subject, subject) for subject in subjects})
    judged = canonical.judgements(log.judgements_on([*log.judged_to_be(targets), *targets]))
    own = ((target, target) for target in log.subjects_among(targets) if target not in judged)
    smallest: dict[str, str] = {}
    for name, target in chain(judged.items(), own):
        smallest[target] = min(name, smallest.get(target, name))
    return [target for target in targets if subjects[0] <= smallest.get(target, target)]
