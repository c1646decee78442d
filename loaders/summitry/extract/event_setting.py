"""What an event takes from the event that the article is about: its day and its place, where the text sets no other.

A dispatch names the day and the town once and then tells what happened there and then.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from summitry.claims import AgentType, EventKind, EventMode, EventStatus, Role
from summitry.extract.event_days import (
    ALIVE,
    DONE,
    LARGE,
    RECENT,
    Setting,
    day_of,
    give_days,
    give_months,
    known_day,
    recent,
    untimed,
)
from summitry.extract.event_kinds import FACE_TO_FACE
from summitry.extract.event_scene import Scene
from summitry.extract.ranker.candidates import Candidate
from summitry.extract.reading import EventReading

_EVE = timedelta(days=1)
"""Before and after a summit its guests meet where it is."""
_ELSEWHERE = frozenset({EventKind.CALL, EventKind.VIDEOCONFERENCE, EventKind.VISIT})


def settle(events: Sequence[Candidate], setting: Setting) -> None:
    """Give the events of an article a day and then the place of its main event, where they have none.

    The day is that of the main event, else the one with which the article begins; the place likewise.
    """
    host = recent([t for t in events if t.event.places], setting.day)
    give_days(events, setting)
    for told in events:
        if (large := _around(told, events)) is not None or (large := _awaited(told, events)) is not None:
            told.event.places = large.event.places
        elif host is not None and told is not host:
            _take_place(told, host)
        elif host is None and setting.day is not None and setting.scene is not None:
            _take_scene(told, setting.scene, setting.day)
    give_months(events, setting)


def _around(told: Candidate, events: Sequence[Candidate]) -> Candidate | None:
    """The summit or conference with a place on whose days a meeting without one falls."""
    event, start = told.event, day_of(told.event.start)
    if event.places or start is None or event.kind not in FACE_TO_FACE or event.mode is EventMode.VIRTUAL:
        return None
    large = [t for t in events if t.event.kind in LARGE and t.event.places and t.event.status in ALIVE]
    return max((t for t in large if _spans(t.event, start)), key=lambda t: t.weight, default=None)


def _awaited(told: Candidate, events: Sequence[Candidate]) -> Candidate | None:
    """The only summit or conference to come, for a meeting to come of one of its guests that names no day or place."""
    event = told.event
    timed = any(dated.frame.times for dated in told.found.frames)
    if event.places or timed or event.kind not in FACE_TO_FACE or event.status is not EventStatus.PLANNED:
        return None
    large = [t for t in events if t.event.kind in LARGE and t.event.status is EventStatus.PLANNED and t is not told]
    shared = _people(event) & _people(large[0].event) if len(large) == 1 else set()
    return large[0] if shared and large[0].event.places and event.mode is not EventMode.VIRTUAL else None


def _people(event: EventReading) -> set[str]:
    return {p.agent.key for p in event.participants if p.role.attends and p.agent.type is AgentType.PERSON}


def _spans(event: EventReading, day: date) -> bool:
    first = day_of(event.start)
    return first is not None and first - _EVE <= day <= (day_of(event.end) or first) + _EVE


def _take_scene(told: Candidate, scene: Scene, day: date) -> None:
    event = told.event
    start = known_day(event)
    if event.places or not _in_person(event) or start is None or not start <= day <= start + RECENT:
        return
    hosts = {p.agent.country for p in event.participants if p.role is Role.HOST}
    if not scene.newsroom or scene.place.country in hosts:
        event.places = (scene.place,)


def _in_person(event: EventReading) -> bool:
    return event.mode is not EventMode.VIRTUAL and event.kind not in _ELSEWHERE and event.status in DONE


def _take_place(told: Candidate, main: Candidate) -> None:
    event, host = told.event, main.event
    if event.places or not _in_person(event):
        return
    start, first = known_day(event), known_day(host)
    if start is None and not (event.start is None and untimed(told.found)):
        return
    if start is not None and first is not None and not first <= start <= (day_of(host.end) or first):
        return
    event.places = host.places
