"""Comparing what an article says by its gold with what was predicted.

The rules of counting are those of the page on annotation:

- Events are aligned one to one so that the sum of their likenesses is greatest; less alike than `THRESHOLD` is no pair.
- Optional events, participants, offices and memberships are neither required nor punished.
- `events_main` is recall over main events; what is paired with a lesser event costs it no precision.
- `participation` counts pairs of event and participant end to end; `participation_aligned` inside paired events
  alone; `participation_lenient` forgives a state beside its leader and a leader beside the state.
- `attendance` counts who takes part: absent people, invitees and decliners predicted as attending are errors.
- Plain labels accept the alternatives of the gold, `…_strict` its first choice alone.
- `start_compatible` is agreement at the coarser precision; `start_wrong` a predicted date that is not compatible;
  `start_invented` a predicted date where the gold has none.
"""

from __future__ import annotations

from collections.abc import Sequence

from summitry.extract.evaluate.align import align
from summitry.extract.evaluate.compare import compatible, event_score, place_score
from summitry.extract.evaluate.items import score_belongings, score_tenures
from summitry.extract.evaluate.model import Content, Event
from summitry.extract.evaluate.parties import score_false, score_missed, score_parties
from summitry.extract.evaluate.tally import Category, Tally

THRESHOLD = 0.45
"""The least likeness of two events that are one."""

Families = Sequence[frozenset[str]]


def score(gold: Content, found: Content, families: Families) -> Tally:
    """Compare one article's gold with its prediction; `families` are kinds taken for each other."""
    tally = Tally()
    tally.counts["texts"] = 1
    _count_false_alarms(tally, gold, found)
    pairs = dict(align(likeness(gold, found, families)))
    for j in sorted(set(range(len(found.events))) - set(pairs.values())):
        _false_event(tally, found.events[j])
    for i, event in enumerate(gold.events):
        if event.optional:
            continue
        if i in pairs:
            _paired(tally, event, found.events[pairs[i]])
        else:
            _missed_event(tally, event)
    score_tenures(tally, gold.tenures, found.tenures)
    score_belongings(tally, gold.belongings, found.belongings)
    return tally


def _count_false_alarms(tally: Tally, gold: Content, found: Content) -> None:
    if all(event.optional for event in gold.events):
        tally.counts["noevent.texts"] = 1
    if not gold.events:
        tally.counts["noevent.fp_events"] = len(found.events)
        tally.counts["noevent.fp_texts"] = int(bool(found.events))


def likeness(gold: Content, found: Content, families: Families) -> list[list[float]]:
    """How alike each event of the gold is to each that was found; 0 for those too unlike to be one event."""
    scores = [[event_score(a, b, families) for b in found.events] for a in gold.events]
    return [[value if value >= THRESHOLD else 0.0 for value in row] for row in scores]


def _false_event(tally: Tally, event: Event) -> None:
    tally.add(("events", "events_main"), "fp")
    score_false(tally, event.parties)
    tally.blame(Category.FALSE_EVENT, f"{event} with {', '.join(p.name for p in event.parties) or 'nobody'}")


def _missed_event(tally: Tally, event: Event) -> None:
    tally.add(("events", "events_main") if event.main else ("events",), "fn")
    score_missed(tally, event)
    who = ", ".join(p.name for p in event.parties if not p.optional) or "nobody"
    tally.blame(Category.MISSING_EVENT, f"{event} with {who}{' (main)' if event.main else ''}")


def _paired(tally: Tally, gold: Event, found: Event) -> None:
    tally.add(("events", "events_main") if gold.main else ("events",), "tp")
    _labels(tally, gold, found)
    _dates(tally, gold, found)
    _places(tally, gold, found)
    score_parties(tally, gold, found)


def _labels(tally: Tally, gold: Event, found: Event) -> None:
    tally.share("kind_strict", found.kind == gold.kind)
    if not tally.share("kind", found.kind == gold.kind or found.kind in gold.kind_alt):
        tally.blame(Category.KIND, f"{gold.kind}, read as {found.kind}", gold)
    tally.share("status_strict", found.status == gold.status)
    if not tally.share("status", found.status == gold.status or found.status in gold.status_alt):
        tally.blame(Category.STATUS, f"{gold.status}, read as {found.status}", gold)
    tally.share("virtual", found.virtual == gold.virtual)


def _dates(tally: Tally, gold: Event, found: Event) -> None:
    if gold.end:
        tally.share("end_exact", gold.end == found.end)
    if not gold.start:
        if tally.share("start_invented", bool(found.start)):
            tally.blame(Category.INVENTED_DATE, found.start, gold)
        return
    fits = compatible(gold.start, found.start)
    tally.share("start_exact", gold.start == found.start)
    tally.share("start_compatible", fits)
    if tally.share("start_wrong", bool(found.start) and not fits):
        tally.blame(Category.DATE, f"{gold.start}, read as {found.start}", gold)
    if tally.share("start_missing", not found.start):
        tally.blame(Category.MISSING_DATE, gold.start, gold)


def _places(tally: Tally, gold: Event, found: Event) -> None:
    if not gold.places:
        return
    same = (place_score(gold, found) or 0.0) == 1.0
    countries = {place.country for place in gold.places} & {place.country for place in found.places}
    tally.share("place_country", same or bool(countries - {None}))
    if not tally.share("place", same):
        wanted, read = (", ".join(p.name for p in event.places) or "nowhere" for event in (gold, found))
        tally.blame(Category.PLACE, f"{wanted}, read as {read}", gold)
