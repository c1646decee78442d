"""Keeping inferred claims in step with the claims that they follow from: a function of the live claims of an event.

For a range of changes, the touched events are found, what follows about each is worked out anew, and the whole takes
the place of what the event's graph of inferences held. Doing so twice changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from summitry.claims import Claim, iris
from summitry.store import follow, inference
from summitry.store.canonical import counts
from summitry.store.claim_reader import ClaimReader, FactReader
from summitry.store.facts import EntityFacts
from summitry.store.inference import Premises
from summitry.store.premises import PremiseReader
from summitry.store.protocol import StoredClaim
from summitry.store.recent import Recent
from summitry.store.vocabulary import HOLDS_OFFICE, MEMBER_OF, SAME_EVENT_AS

NAME = "inferred"
"""Name of the watermark, and of what `rebuild` builds anew."""

SOURCES = 2
"""Articles that are asked for the office of a participant whom no table knows: of many, the first in order of IRI."""

_Claims = Mapping[str, list[Claim]]

Inferred = Mapping[str, list[Claim]]
"""Everything that follows, by source: all that the source says now."""


def changed(log: ClaimReader, known: PremiseReader, after: int, until: int) -> Inferred:
    """What follows now about every event that the changes have touched."""
    rows = tuple(log.changed(after, until))
    recent = Recent(log, rows, follow.known_before(log, rows, after))
    return of_changes(log, known, rows, log.changed_articles(after, until), recent)


def of_changes(
    log: ClaimReader, known: PremiseReader, rows: Iterable[StoredClaim], articles: Iterable[str], recent: FactReader
) -> Inferred:
    """The same for the changes `rows` and the articles with a new version; `recent` has these changes at hand."""
    return of_events(log, known, _touched(log, known, rows, articles), recent)


def everything(log: ClaimReader, known: PremiseReader, size: int = 500) -> Iterator[Inferred]:
    """What follows about every event, some hundred at a time."""
    return (of_events(log, known, found) for found in events(log, size))


def events(log: ClaimReader, size: int = 500) -> Iterator[list[str]]:
    """Every event of which something is said, in order of IRI, some hundred at a time."""
    last = iris.entity("event", "")
    while subjects := log.subjects_after(last, size):
        found = [subject for subject in subjects if _is_event(subject)]
        if not found:
            return
        yield found
        last = subjects[-1]


def of_events(
    log: ClaimReader, known: PremiseReader, wanted: Iterable[str], recent: FactReader | None = None
) -> Inferred:
    """What follows about events; nothing about those that are judged to be another one."""
    named = sorted(set(wanted))
    found = list(follow.load_facts(recent or log, named)) if named else []
    memberships, offices, told = _premises(log, known, found)
    inferred: dict[str, list[Claim]] = {inference.source_of(iri): [] for iri in named}
    for event in found:
        premises = Premises(memberships, {**_told_with(event, told), **offices})
        inferred[inference.source_of(event.iri)] = inference.infer(event, premises)
    return inferred


def _premises(log: ClaimReader, known: PremiseReader, events: list[EntityFacts]) -> tuple[_Claims, _Claims, _Claims]:
    """Memberships by group, dated offices by person, and by source the offices of those of whom no table knows one."""
    groups, persons = inference.groups_and_persons(events)
    memberships = _by(lambda claim: claim.object_iri() or "", _members(known, groups) if groups else ())
    special = log.special(persons) if persons else ()
    dated = (c for c in special if c.predicate == HOLDS_OFFICE and (c.valid_from or c.valid_to))
    offices = _by(lambda claim: claim.subject, dated)
    unknown = persons - offices.keys()
    articles = {source for event in events for _, source in _tellers(event, unknown)}
    told = (c for c in (known.offices_in(articles) if articles else ()) if c.subject in unknown)
    return memberships, offices, _by(lambda claim: claim.source, told)


def _members(known: PremiseReader, groups: Iterable[str]) -> Iterable[Claim]:
    """Who belongs to the groups, each as it was told first: many articles say the same of some coalitions."""
    return inference.told_first(filter(counts, known.members_of(groups)))


def _by(key: Callable[[Claim], str], claims: Iterable[Claim]) -> _Claims:
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in filter(counts, claims):
        found[key(claim)].append(claim)
    return found


def _told_with(event: EntityFacts, told: _Claims) -> _Claims:
    """Offices by person, as the articles of the event itself tell them.

    Not as those of others do that happen to be looked at with it: what follows may not depend on the company.
    """
    persons = {claim.subject for claims in told.values() for claim in claims}
    tellers = _tellers(event, persons)
    return _by(
        lambda c: c.subject, (c for person, source in tellers for c in told.get(source, ()) if c.subject == person)
    )


def _tellers(event: EntityFacts, persons: set[str]) -> set[tuple[str, str]]:
    """Each of the persons with the articles that say that they take part, a few for each."""
    found: set[tuple[str, str]] = set()
    for part in event.participations:
        if part.agent in persons:
            sources = sorted({claim.source for claim in part.claims})[:SOURCES]
            found.update((part.agent, source) for source in sources)
    return found


def _touched(log: ClaimReader, known: PremiseReader, rows: Iterable[StoredClaim], articles: Iterable[str]) -> set[str]:
    events, judged, memberships = set[str](), set[str](), list[Claim]()
    others, sources = set[str](), set(articles)
    for claim in (row.claim for row in rows if not inference.is_inferred(row.claim)):
        events.add(claim.subject)
        target = claim.object_iri()
        if claim.predicate == SAME_EVENT_AS and target:
            events.add(target)
            judged.add(claim.subject)
        elif claim.predicate == MEMBER_OF and target:
            memberships.append(claim)
        elif claim.predicate == HOLDS_OFFICE and (claim.valid_from or claim.valid_to):
            others.add(claim.subject)
        elif claim.predicate == HOLDS_OFFICE:
            sources.add(claim.source)
    others |= _regrouped(known, memberships) if memberships else set()
    events.update(follow.standing_targets(log, judged) if judged else ())
    events.update(log.subjects_from(sources))
    events.update(log.subjects_pointing_to(others) if others else ())
    return {iri for iri in events if _is_event(iri)}


def _regrouped(known: PremiseReader, changed: Iterable[Claim]) -> set[str]:
    """The groups whose members have changed; a claim that says again what another said before changes nothing."""
    claims = list(changed)
    first = {claim.id for claim in _members(known, {claim.object_iri() or "" for claim in claims})}
    found = (claim for claim in claims if claim.retracted_at is not None or claim.id in first)
    return {claim.object_iri() or "" for claim in found}


def _is_event(iri: str) -> bool:
    return (iris.kind_and_key(iri) or ("",))[0] == "event"
