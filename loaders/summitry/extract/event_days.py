"""The day of an event that tells none of its own: told around it, that of the main event, or at least its month.

A dispatch names the day once and then tells what happened then.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from summitry.claims import EventKind, EventStatus, Modality
from summitry.extract.clusters import Cluster
from summitry.extract.event_follows import day_beside, day_within, month_within, today
from summitry.extract.event_nearby import Nearby
from summitry.extract.event_scene import Scene
from summitry.extract.event_spans import spanned
from summitry.extract.frame_model import RawFrame
from summitry.extract.ranker.candidates import Candidate
from summitry.extract.reading import EventReading, PlaceReading
from summitry.extract.stated_times import only_since
from summitry.extract.time import LAST, ResolvedTime

INHERITED = "inherited"
"""Flag of a date taken from the event that the article is about."""
DONE = frozenset({EventStatus.HELD, EventStatus.ONGOING})
ALIVE = frozenset({EventStatus.HELD, EventStatus.ONGOING, EventStatus.PLANNED})
LARGE = frozenset({EventKind.SUMMIT, EventKind.CONFERENCE})
RECENT = timedelta(days=2)
"""How long before the day of writing lies what a dispatch is about."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The day of writing, the day with which the article begins, and the town in which it plays."""

    day: date | None
    lead: ResolvedTime | None
    scene: Scene | None
    nearby: Nearby


def give_days(events: Sequence[Candidate], setting: Setting) -> None:
    """Give the events of an article a day where they have none: that of the main event, else the one with which the
    article begins."""
    main = recent(events, setting.day)
    host = recent([t for t in events if t.event.places], setting.day)
    top = max(events, key=lambda t: t.weight, default=None)
    time = _day_told(main if main is top else None, setting)
    there = host.event.places if host else (setting.scene.place,) if setting.scene else ()
    if any(_lasting(told) for told in events):
        time = None
    for told in events:
        if any(dated.frame.continuing for dated in told.found.frames):
            continue  # `continued his visit`: on a day that is not its first
        if not told.event.start and (day := day_within(told, events)) is not None:
            _take_day(told, day)
        if not told.event.start and (day := day_beside(told, events)) is not None:
            _take_day(told, day)
        if not told.event.start:
            _take_distant(told, setting, time)
        if not told.event.start:
            _take_nearest(told, setting.nearby, time if told is not main and _near(told.event, there) else None)
        if not told.event.start:
            _take_first(told, setting, told is top)


def give_months(events: Sequence[Candidate], setting: Setting) -> None:
    """What happens at a summit or on a visit, and tells no time of its own, is in its month."""
    for told in events:
        if told.event.start or told.event.end:
            continue
        whole = month_within(told, events, setting.nearby.on_a_stay(told.found))
        if whole is not None:
            time = replace(whole, flags=tuple(dict.fromkeys((*whole.flags, INHERITED))))
            told.event.start, told.event.dates = time.reading, (*told.event.dates, time)


def recent(events: Sequence[Candidate], day: date | None) -> Candidate | None:
    """The weightiest event that took place on a day right before the day of writing."""
    if day is None:
        return None
    over = [t for t in events if (s := known_day(t.event)) and t.event.status in DONE and s <= day <= s + RECENT]
    return max(over, key=lambda t: t.weight, default=None)


def day_of(start: str | None) -> date | None:
    """A date in full as a day, else None."""
    return date.fromisoformat(start) if start and len(start) == 10 else None


def known_day(event: EventReading) -> date | None:
    """The first day of an event, else its last."""
    return day_of(event.start) or day_of(event.end)


def untimed(found: Cluster) -> bool:
    """Told without any time of its own, in the simple past or as headlines tell the past."""
    frames = [d.frame for d in found.frames]
    return not _timed(found) and _plain(frames)


def _timed(found: Cluster) -> bool:
    """Whether the text states a time of an event; `since 2019` is none, nor the times of guests told of elsewhere."""
    return any(not only_since(time) for d in found.frames if not d.guests for time in d.frame.times)


def _day_told(main: Candidate | None, setting: Setting) -> ResolvedTime | None:
    """The day on which the article plays: of its weightiest event when that is recent, else the one of the lead."""
    return (_chosen(main.event) if main is not None else None) or setting.lead


def _chosen(event: EventReading) -> ResolvedTime | None:
    """The time that gave an event its only day."""
    if event.end:
        return None
    return next((t for t in event.dates if t.reading == event.start and isinstance(t, ResolvedTime)), None)


def _near(event: EventReading, places: Sequence[PlaceReading]) -> bool:
    """Whether an event may be where the main event is: its own places are of the same country."""
    here, there = {p.country for p in event.places}, {p.country for p in places}
    return not here or not there or bool(here & there)


def _lasting(told: Candidate) -> bool:
    """Whether a summit or conference lasts several days: what happens beside it may be on any of them."""
    event = told.event
    days = bool(event.end) or any(d.frame.days for d in told.found.frames)
    return event.kind in LARGE and event.status in ALIVE and days


def _take_nearest(told: Candidate, nearby: Nearby, day: ResolvedTime | None) -> None:
    """The day told around an event, else that of the article."""
    event, frames = told.event, [d.frame for d in told.found.frames]
    if event.status is EventStatus.PLANNED and nearby.on_a_stay(told.found):
        return
    if _timed(told.found) or (any(f.days for f in frames) and _nth(frames) is None):
        return  # of what lasts several days, a day told beside it may be any
    if any(f.distance is not None for f in frames):
        return
    if event.status in DONE and not nearby.outside(told.found):
        near, spoken = nearby.told(told.found)
        if near is not None:
            _take_day(told, near)
        elif (
            day is not None
            and not (spoken or nearby.names(told.found, day))
            and (_plain(frames) or any(f.nth is not None for f in frames))
        ):
            _take_day(told, day)
    elif event.status is EventStatus.PLANNED and (ahead := nearby.upcoming(told.found)) is not None:
        _take_day(told, ahead)


def _take_distant(told: Candidate, setting: Setting, main: ResolvedTime | None) -> None:
    """`signed it on Thursday, a day after meeting B`, `called B on Monday, two days before his visit`: counted from the
    day that the sentence tells, else from that of the article; it says what is over and what lies ahead."""
    days = next((d.frame.distance for d in told.found.frames if d.frame.distance is not None), None)
    near = setting.nearby.beside(told.found) or (main if setting.nearby.alone(told.found) else None)
    counted = day_of(near.reading) if near is not None else None
    if days is None or near is None or counted is None or setting.day is None or _timed(told.found):
        return
    day = counted + timedelta(days=days)
    if days > 0 and told.event.status in ALIVE:
        told.event.status = EventStatus.PLANNED if day > setting.day else EventStatus.HELD
        told.event.modality = Modality.INTENDED if day > setting.day else Modality.ASSERTED
    elif told.event.status not in DONE:
        return
    elif day > setting.day:
        told.event.status, told.event.modality = EventStatus.PLANNED, Modality.INTENDED
    _take_day(told, replace(near, reading=day.isoformat()))


def _take_first(told: Candidate, setting: Setting, top: bool) -> None:
    """The day with which the article begins, for what it is about and for what follows on that day."""
    if top:
        _take_lead(told, setting)
    lead = setting.lead
    if not told.event.start and lead is not None and today(told, lead, setting.nearby):
        _take_day(told, lead)


def _take_lead(told: Candidate, setting: Setting) -> None:
    """What the article is about happened on the day with which it begins, unless the text tells another."""
    lead, event, frames = setting.lead, told.event, [d.frame for d in told.found.frames]
    if lead is None or event.end or setting.nearby.names(told.found, lead):
        return
    sure = setting.nearby.promised(lead) or setting.nearby.of_writing(lead)
    ahead = event.status is EventStatus.PLANNED and sure
    apart = all(f.anterior for f in frames) or any(f.recalled for f in frames) or _timed(told.found)
    lasts = any(f.days for f in frames) and _nth(frames) is None
    if (ahead or event.status in DONE) and not apart and not lasts:
        _take_day(told, lead)


def _take_day(told: Candidate, time: ResolvedTime) -> None:
    event, frames = told.event, [d.frame for d in told.found.frames]
    event.start, event.end = spanned(time, _nth(frames), next((f.days for f in frames if f.days), None))
    event.dates = (*event.dates, replace(time, flags=tuple(dict.fromkeys((*time.flags, INHERITED)))))


def _nth(frames: Sequence[RawFrame]) -> int | None:
    """Which day of an event the text speaks of, when it says so or tells its end."""
    return next((f.nth for f in frames if f.nth is not None), LAST if any(f.closing for f in frames) else None)


def _plain(frames: Sequence[RawFrame]) -> bool:
    """Told in the simple past, or as headlines tell the past: in the present or without a verb."""
    if any(f.recalled or f.anterior for f in frames):
        return False
    return any(f.tense == "past" or (f.tense in ("present", None) and f.sentence == 0) for f in frames)
