"""What an event takes from the event that the article is about: its day and its place, where the text sets no other.

A dispatch names the day and the town once and then tells what happened there and then.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from summitry.claims import AgentType, EventKind, EventMode, EventStatus, Role
from summitry.extract.clusters import Cluster
from summitry.extract.event_follows import day_within, today
from summitry.extract.event_kinds import FACE_TO_FACE
from summitry.extract.event_nearby import Nearby
from summitry.extract.event_scene import Scene
from summitry.extract.event_spans import spanned
from summitry.extract.frame_model import RawFrame
from summitry.extract.ranker.candidates import Candidate
from summitry.extract.reading import EventReading, PlaceReading
from summitry.extract.time import LAST, ResolvedTime

INHERITED = "inherited"
"""Flag of a date taken from the event that the article is about."""
_DONE = frozenset({EventStatus.HELD, EventStatus.ONGOING})
_EVE = timedelta(days=1)
"""Before and after a summit its guests meet where it is."""
_RECENT = timedelta(days=2)
_ALIVE = frozenset({EventStatus.HELD, EventStatus.ONGOING, EventStatus.PLANNED})
_LARGE = frozenset({EventKind.SUMMIT, EventKind.CONFERENCE})
_ELSEWHERE = frozenset({EventKind.CALL, EventKind.VIDEOCONFERENCE, EventKind.VISIT})


@dataclass(frozen=True, slots=True)
class Setting:
    """The day of writing, the day with which the article begins, and the town in which it plays."""

    day: date | None
    lead: ResolvedTime | None
    scene: Scene | None
    nearby: Nearby


def settle(events: Sequence[Candidate], setting: Setting) -> None:
    """Give the events of an article a day and then the place of its main event, where they have none.

    The day is that of the main event, else the one with which the article begins; the place likewise.
    """
    main = _recent(events, setting.day)
    host = _recent([t for t in events if t.event.places], setting.day)
    top = max(events, key=lambda t: t.weight, default=None)
    time = _day_told(main if main is top else None, setting)
    there = host.event.places if host else (setting.scene.place,) if setting.scene else ()
    if any(_lasting(told) for told in events):
        time = None
    for told in events:
        if not told.event.start and (day := day_within(told, events)) is not None:
            _take_day(told, day)
        if not told.event.start:
            _take_nearest(told, setting.nearby, time if told is not main and _near(told.event, there) else None)
        if not told.event.start:
            _take_first(told, setting, told is top)
    for told in events:
        if (large := _around(told, events)) is not None or (large := _awaited(told, events)) is not None:
            told.event.places = large.event.places
        elif host is not None and told is not host:
            _take_place(told, host)
        elif host is None and setting.day is not None and setting.scene is not None:
            _take_scene(told, setting.scene, setting.day)


def _around(told: Candidate, events: Sequence[Candidate]) -> Candidate | None:
    """The summit or conference with a place on whose days a meeting without one falls."""
    event, start = told.event, _day(told.event.start)
    if event.places or start is None or event.kind not in FACE_TO_FACE or event.mode is EventMode.VIRTUAL:
        return None
    large = [t for t in events if t.event.kind in _LARGE and t.event.places and t.event.status in _ALIVE]
    return max((t for t in large if _spans(t.event, start)), key=lambda t: t.weight, default=None)


def _awaited(told: Candidate, events: Sequence[Candidate]) -> Candidate | None:
    """The only summit or conference to come, for a meeting to come of one of its guests that names no day or place."""
    event = told.event
    timed = any(dated.frame.times for dated in told.found.frames)
    if event.places or timed or event.kind not in FACE_TO_FACE or event.status is not EventStatus.PLANNED:
        return None
    large = [t for t in events if t.event.kind in _LARGE and t.event.status is EventStatus.PLANNED and t is not told]
    shared = _people(event) & _people(large[0].event) if len(large) == 1 else set()
    return large[0] if shared and large[0].event.places and event.mode is not EventMode.VIRTUAL else None


def _people(event: EventReading) -> set[str]:
    return {p.agent.key for p in event.participants if p.role.attends and p.agent.type is AgentType.PERSON}


def _spans(event: EventReading, day: date) -> bool:
    first = _day(event.start)
    return first is not None and first - _EVE <= day <= (_day(event.end) or first) + _EVE


def _take_scene(told: Candidate, scene: Scene, day: date) -> None:
    event = told.event
    start = _known(event)
    if event.places or not _in_person(event) or start is None or not start <= day <= start + _RECENT:
        return
    hosts = {p.agent.country for p in event.participants if p.role is Role.HOST}
    if not scene.newsroom or scene.place.country in hosts:
        event.places = (scene.place,)


def _in_person(event: EventReading) -> bool:
    return event.mode is not EventMode.VIRTUAL and event.kind not in _ELSEWHERE and event.status in _DONE


def _recent(events: Sequence[Candidate], day: date | None) -> Candidate | None:
    """The weightiest event that took place on a day right before the day of writing."""
    if day is None:
        return None
    recent = [t for t in events if (s := _known(t.event)) and t.event.status in _DONE and s <= day <= s + _RECENT]
    return max(recent, key=lambda t: t.weight, default=None)


def _day_told(main: Candidate | None, setting: Setting) -> ResolvedTime | None:
    """The day on which the article plays: of its weightiest event when that is recent, else the one of the lead."""
    return (_chosen(main.event) if main is not None else None) or setting.lead


def _day(start: str | None) -> date | None:
    return date.fromisoformat(start) if start and len(start) == 10 else None


def _known(event: EventReading) -> date | None:
    """The first day of an event, else its last."""
    return _day(event.start) or _day(event.end)


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
    return (
        event.kind in _LARGE
        and event.status in _ALIVE
        and (bool(event.end) or any(d.frame.days for d in told.found.frames))
    )


def _take_nearest(told: Candidate, nearby: Nearby, day: ResolvedTime | None) -> None:
    """The day told around an event, else that of the article."""
    event, frames = told.event, [d.frame for d in told.found.frames]
    if event.status is EventStatus.PLANNED and nearby.on_a_stay(told.found):
        return
    if any(f.times for f in frames) or (any(f.days for f in frames) and _nth(frames) is None):
        return  # of what lasts several days, a day told beside it may be any
    apart = next((f.distance for f in frames if f.distance is not None), None)
    if apart is not None:
        _take_distant(told, nearby.beside(told.found), apart)
    elif event.status in _DONE and not nearby.outside(told.found):
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


def _take_distant(told: Candidate, near: ResolvedTime | None, days: int) -> None:
    """`signed it on Thursday, a day after meeting B`: counted from the day that the sentence tells."""
    day = _day(near.reading) if near is not None else None
    if near is not None and day is not None and told.event.status in _DONE and days < 0:
        _take_day(told, replace(near, reading=(day + timedelta(days=days)).isoformat()))


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
    apart = all(f.anterior for f in frames) or any(f.recalled or f.times for f in frames)
    lasts = any(f.days for f in frames) and _nth(frames) is None
    if (ahead or event.status in _DONE) and not apart and not lasts:
        _take_day(told, lead)


def _take_day(told: Candidate, time: ResolvedTime) -> None:
    event, frames = told.event, [d.frame for d in told.found.frames]
    event.start, event.end = spanned(time, _nth(frames), next((f.days for f in frames if f.days), None))
    event.dates = (*event.dates, replace(time, flags=tuple(dict.fromkeys((*time.flags, INHERITED)))))


def _nth(frames: Sequence[RawFrame]) -> int | None:
    """Which day of an event the text speaks of, when it says so or tells its end."""
    return next((f.nth for f in frames if f.nth is not None), LAST if any(f.closing for f in frames) else None)


def _plain(frames: Sequence[RawFrame]) -> bool:
    """Told in the simple past, or as headlines tell the past, without any time of its own."""
    if any(f.recalled or f.anterior for f in frames):
        return False
    return any(f.tense == "past" or (f.tense == "present" and f.sentence == 0) for f in frames)


def _untimed(found: Cluster) -> bool:
    frames = [d.frame for d in found.frames]
    return not any(f.times for f in frames) and _plain(frames)


def _take_place(told: Candidate, main: Candidate) -> None:
    event, host = told.event, main.event
    if event.places or not _in_person(event):
        return
    start, first = _known(event), _known(host)
    if start is None and not (event.start is None and _untimed(told.found)):
        return
    if start is not None and first is not None and not first <= start <= (_day(host.end) or first):
        return
    event.places = host.places
