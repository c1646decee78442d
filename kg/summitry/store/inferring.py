"""Keeping inferred claims in step with the claims that they follow from: a function of the live claims of an event.

For a range of changes, the touched events are found, what follows about each is worked out anew, and the whole takes
the place of what the event's graph of inferences held. Doing so twice changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from summitry.claims import Claim, iris
from summitry.store import follow, inference
from summitry.store.canonical import counts
from summitry.store.claim_reader import ClaimReader
from summitry.store.facts import EntityFacts
from summitry.store.inference import Premises
from summitry.store.premises import PremiseReader
from summitry.store.protocol import StoredClaim
from summitry.store.vocabulary import HOLDS_OFFICE, MEMBER_OF, SAME_EVENT_AS

NAME = "inferred"
"""Name of the watermark, and of what `rebuild` builds anew."""

SOURCES = 2
"""Articles that are asked for the office of a participant whom no table knows: of many, the first in order of IRI."""

Inferred = Mapping[str, list[Claim]]
"""Everything that follows, by source: all that the source says now."""


def changed(log: ClaimReader, known: PremiseReader, after: int, until: int) -> Inferred:
    """What follows now about every event that the changes have touched."""
    rows = list(log.changed(after, until))
    return of_events(log, known, _touched(log, rows, log.changed_articles(after, until)))


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


def of_events(log: ClaimReader, known: PremiseReader, wanted: Iterable[str]) -> Inferred:
    """What follows about events; nothing about those that are judged to be another one."""
    named = sorted(set(wanted))
    found = list(follow.load_facts(log, named)) if named else []
    premises = _premises(log, known, found)
    inferred: dict[str, list[Claim]] = {inference.source_of(iri): [] for iri in named}
    for event in found:
        inferred[inference.source_of(event.iri)] = inference.infer(event, premises)
    return inferred


def _premises(log: ClaimReader, known: PremiseReader, events: list[EntityFacts]) -> Premises:
    groups, persons = inference.groups_and_persons(events)
    memberships: dict[str, list[Claim]] = defaultdict(list)
    for claim in known.members_of(groups) if groups else ():
        if counts(claim):
            memberships[claim.object_iri() or ""].append(claim)
    offices: dict[str, list[Claim]] = defaultdict(list)
    for claim in log.special(persons) if persons else ():
        if claim.predicate == HOLDS_OFFICE and counts(claim):
            offices[claim.subject].append(claim)
    unknown = persons - offices.keys()
    for claim in known.offices_in(_articles_of(events, unknown)) if unknown else ():
        if claim.subject in unknown and counts(claim):
            offices[claim.subject].append(claim)
    return Premises(memberships, offices)


def _articles_of(events: Iterable[EntityFacts], persons: set[str]) -> list[str]:
    """The articles that say that the persons take part, a few for each."""
    found: set[str] = set()
    for event in events:
        for part in event.participations:
            if part.agent in persons:
                found.update(sorted({claim.source for claim in part.claims})[:SOURCES])
    return sorted(found)


def _touched(log: ClaimReader, rows: Iterable[StoredClaim], articles: Iterable[str]) -> set[str]:
    events, judged = set[str](), set[str]()
    others, sources = set[str](), set(articles)
    for claim in (row.claim for row in rows if not inference.is_inferred(row.claim)):
        events.add(claim.subject)
        target = claim.object_iri()
        if claim.predicate == SAME_EVENT_AS and target:
            events.add(target)
            judged.add(claim.subject)
        elif claim.predicate == MEMBER_OF and target:
            others.add(target)
        elif claim.predicate == HOLDS_OFFICE and (claim.valid_from or claim.valid_to):
            others.add(claim.subject)
        elif claim.predicate == HOLDS_OFFICE:
            sources.add(claim.source)
    events.update(follow.standing_targets(log, judged) if judged else ())
    events.update(log.subjects_from(sources))
    events.update(log.subjects_pointing_to(others) if others else ())
    return {iri for iri in events if _is_event(iri)}


def _is_event(iri: str) -> bool:
    return (iris.kind_and_key(iri) or ("",))[0] == "event"
