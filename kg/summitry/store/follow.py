"""What a view has to look at again after changes of the log: the touched entities with their facts.

A view is a function of the set of live claims. For a range of changes, `batches` finds every entity whose facts can
have changed and gives its facts as they are now; a view replaces what it shows of these entities and then moves its
watermark. Doing so twice gives the same, so a view that was stopped half-way only has to start again at its watermark.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from itertools import chain, pairwise
from types import MappingProxyType

from summitry.claims import Article, Claim, Iri, Literal, edtf, iris
from summitry.store import canonical, growth
from summitry.store.claim_reader import ClaimReader, FactReader
from summitry.store.facts import EntityFacts, entity_facts
from summitry.store.growth import Growth
from summitry.store.protocol import StoredClaim
from summitry.store.recent import Recent
from summitry.store.vocabulary import SAME_EVENT_AS, START

BATCH = 10_000
"""Changes that a view takes in one step."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Changes up to `last`, as a view needs them.

    `entities` are the facts of every touched entity (empty facts when nothing is said any more) except those that have
    only grown, which are in `growths`; `articles` the touched articles by IRI; `claims` the rows that were recorded or
    retracted, as they are now. Of `fresh` entities nothing was said before, under whatever name. Unless `moved`, the
    claims that were there before and still stand are about the same entities as before.
    """

    last: int
    entities: tuple[EntityFacts, ...]
    articles: Mapping[str, Article]
    claims: tuple[StoredClaim, ...]
    growths: tuple[Growth, ...] = ()
    fresh: frozenset[str] = frozenset()
    moved: bool = True


def batches(log: ClaimReader, after: int, until: int, size: int = BATCH) -> Iterator[Batch]:
    """The changes after `after` up to `until`, in even steps of about `size` changes: a small last step costs as much
    as a large one where each leaves files that are merged later."""
    steps = max(1, round((until - after) / size))
    marks = sorted({after + (until - after) * step // steps for step in range(steps + 1)})
    for first, last in pairwise(marks):
        yield changed(log, first, last, tuple(log.changed(first, last)), log.changed_articles(first, last))


def changed(
    log: ClaimReader,
    after: int,
    last: int,
    rows: tuple[StoredClaim, ...],
    articles: Iterable[str],
    versions: Mapping[str, Article] = MappingProxyType({}),
    read: Mapping[str, list[Claim]] = MappingProxyType({}),
) -> Batch:
    """The changes `rows` after `after` up to `last`.

    `articles` have a new version, `versions` are those at hand, `read` is what `Recent` has read of the log.
    """
    named = list(articles)
    known, taken_back = known_before(log, rows, after), _taken_back(rows)
    earlier = log.subjects_from(named, after)
    recent = Recent(log, rows, known, versions, read)
    judged = _judged(log, recent, rows)
    growths = growth.grown(log, rows, known - taken_back - judged.union(earlier))
    touched = {row.claim.subject for row in rows}.union(named, earlier, judged) - {found.iri for found in growths}
    facts = tuple(load_facts(recent, touched))
    moved = any(row.claim.predicate == SAME_EVENT_AS and row.claim.subject in known for row in rows)
    return Batch(last, facts, _articles(recent, touched), rows, tuple(growths), _fresh(log, rows, known), moved)


def known_before(log: ClaimReader, rows: Iterable[StoredClaim], after: int) -> set[str]:
    """The subjects of changes after a number about which there were claims up to there."""
    changed = list(rows)
    return _taken_back(changed).union(log.known_at({row.claim.subject for row in changed}, after))


def _taken_back(rows: Iterable[StoredClaim]) -> set[str]:
    return {row.claim.subject for row in rows if row.claim.retracted_at is not None}


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


def load_facts(log: FactReader, entities: Iterable[str]) -> Iterator[EntityFacts]:
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


def standing_targets(log: FactReader, events: Iterable[str]) -> set[str]:
    """What events are judged to be, by every judgement that stands.

    Where several stand, only one of them counts. When a judgement comes or goes, another that has not changed may begin
    or cease to count: the event that it names gains or loses all that is said of the judged one.
    """
    targets = (claim.object_iri() for claim in log.judgements_on(events))
    return {target for target in targets if target}


def _judged(log: ClaimReader, recent: FactReader, rows: Iterable[StoredClaim]) -> set[str]:
    """What has to do with events on which judgements came or went: both ends, and what points to the judged one."""
    changed = [row.claim for row in rows if row.claim.predicate == SAME_EVENT_AS]
    events = {claim.subject for claim in changed}
    named = {target for target in (claim.object_iri() for claim in changed) if target}
    return named.union(log.subjects_pointing_to(events), standing_targets(recent, events))


def _fresh(log: ClaimReader, rows: Iterable[StoredClaim], known: Set[str]) -> frozenset[str]:
    """What is told of for the first time; not so an event that another, known before, is or was judged to be."""
    claims = [row.claim for row in rows]
    fresh = frozenset(claim.subject for claim in claims).difference(known)
    standing = log.judgements_on(log.judged_to_be(fresh))
    taken_back = (claim for claim in claims if claim.predicate == SAME_EVENT_AS and claim.retracted_at is not None)
    judged = (*taken_back, *(claim for claim in standing if claim.subject not in fresh))
    return fresh.difference(claim.object_iri() or "" for claim in judged)


def _referred_events(claims: Iterable[Claim]) -> set[str]:
    return {term.value for claim in claims for term in _terms(claim) if isinstance(term, Iri)}


def _terms(claim: Claim) -> Iterator[object]:
    yield claim.object
    for qualifier in claim.qualifiers:
        yield qualifier.value


def _articles(log: FactReader, touched: Iterable[str]) -> dict[str, Article]:
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
