"""Finds stated times in a text and reads them against an anchor."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from summitry.claims import ReferenceDataError
from summitry.extract.time import edtf, operations
from summitry.extract.time.calendar_dates import Frame, resolve_calendar
from summitry.extract.time.knowledge import Anniversary, Holiday
from summitry.extract.time.known_dates import resolve_anniversary, resolve_holiday
from summitry.extract.time.lexicon import Lexicon
from summitry.extract.time.matcher import Match, Matcher, parse
from summitry.extract.time.model import (
    AnniversaryOf,
    Bound,
    Calendar,
    Direction,
    HolidayOf,
    Period,
    Place,
    ResolvedTime,
    SeasonOf,
    Shift,
    StatedTime,
)
from summitry.extract.time.outcome import IMPOSSIBLE, ONWARD, VAGUE, Outcome, unresolved
from summitry.extract.time.pack import DatesPack, Value
from summitry.extract.time.relative import resolve_period, resolve_season, resolve_shift
from summitry.extract.time.tokens import Tokeniser

_DATELINE_REACH = 400


class TimeEngine:
    """The dates of one language. Immutable after construction, so threads may share it."""

    def __init__(
        self, pack: DatesPack, anniversaries: Iterable[Anniversary] = (), holidays: Iterable[Holiday] = ()
    ) -> None:
        self.language = pack.language
        self._next_weekday = pack.next_weekday
        self._anniversaries = {a.id: a for a in anniversaries}
        self._holidays = {h.id: h for h in holidays}
        parsed = parse(pack)
        lexicon = Lexicon(pack, parsed.literals(), self._known_names(pack))
        self._tokeniser = Tokeniser(pack, lexicon)
        self._matcher = Matcher(pack, parsed, lexicon)
        self._datelines = [re.compile(pattern) for pattern in pack.datelines]

    def find(self, text: str, offset: int = 0) -> list[StatedTime]:
        """All stated times of a text in order, none overlapping; `offset` is added to their positions."""
        dateline = self.dateline_span(text)
        found = []
        for window in self._tokeniser.windows(text):
            for match in self._matcher.matches(window):
                if stated := _stated(match, text, dateline, offset):
                    found.append(stated)
        return found

    def dateline_span(self, text: str) -> tuple[int, int] | None:
        """Where the dateline of a dispatch stands ("PARIS, 12 mars (AFP) -"), within the first lines."""
        head = text[:_DATELINE_REACH]
        for pattern in self._datelines:
            if matched := pattern.search(head):
                return matched.span()
        return None

    def dateline_city(self, text: str) -> tuple[int, int] | None:
        """Where the town of the dateline stands, when it names one only."""
        head = text[:_DATELINE_REACH]
        for pattern in self._datelines:
            if (matched := pattern.search(head)) and "city" in pattern.groupindex:
                return None if "/" in matched["city"] else matched.span("city")
        return None

    def resolve(
        self,
        stated: StatedTime,
        anchor: date | None,
        direction: Direction = Direction.NONE,
        *,
        year_hint: date | None = None,
        context: date | None = None,
    ) -> ResolvedTime:
        """Read a stated time.

        `anchor` is the day of writing (None when unknown: what needs it stays unresolved), `direction` the side
        on which the event lies, `year_hint` a date whose year a day and month may take when there is no anchor,
        `context` the date from which "le lendemain" or "two days later" counts.
        """
        if stated.bound is Bound.END and direction is Direction.NONE:
            direction = Direction.FUTURE  # "until Saturday" looks ahead
        frame = Frame(anchor, direction, self._next_weekday, year_hint, context)
        outcome = _bounded(self._outcome(stated, frame), stated.bound)
        return ResolvedTime(
            stated=stated.quote,
            reading=outcome.reading,
            precision=edtf.precision(outcome.reading) if outcome.reading else None,
            anchor=outcome.anchor.isoformat() if outcome.anchor and outcome.reading else None,
            flags=tuple(dict.fromkeys((*stated.flags, *outcome.flags))),
            evidence=stated.evidence,
            kind=stated.kind,
            weekday=_weekday(stated),
            alternatives=outcome.alternatives,
        )

    def _outcome(self, stated: StatedTime, frame: Frame) -> Outcome:
        try:
            return self._dispatch(stated, frame)
        except (ValueError, OverflowError):  # a year that the calendar does not have
            return unresolved(IMPOSSIBLE)

    def _dispatch(self, stated: StatedTime, frame: Frame) -> Outcome:
        match stated.operation:
            case Calendar() as operation:
                outcome = resolve_calendar(operation, frame)
            case Shift() as operation:
                outcome = resolve_shift(operation, frame)
            case Period() as operation:
                outcome = resolve_period(operation, frame)
            case SeasonOf() as operation:
                outcome = resolve_season(operation, frame)
            case AnniversaryOf() as operation:
                outcome = resolve_anniversary(operation, self._anniversaries, frame)
            case HolidayOf() as operation:
                outcome = resolve_holiday(operation, self._holidays, frame)
            case _:
                outcome = unresolved(VAGUE)
        return outcome

    def _known_names(self, pack: DatesPack) -> dict[str, dict[str, Value]]:
        """The names of anniversaries and holidays as two more classes of words."""
        events = {
            a.id: (*a.names.get(pack.language, ()), *pack.anniversaries.get(a.id, ()))
            for a in self._anniversaries.values()
        }
        days = {h.id: (*h.names.get(pack.language, ()), *pack.holidays.get(h.id, ())) for h in self._holidays.values()}
        return {"event": _by_name(events), "holiday": _by_name(days)}


def _by_name(names: Mapping[str, Iterable[str]]) -> dict[str, Value]:
    """name in lower case → id; ReferenceDataError when two entries share a name."""
    by_name: dict[str, Value] = {}
    for key, variants in names.items():
        for variant in variants:
            folded = variant.lower().replace("’", "'")
            if by_name.setdefault(folded, key) != key:
                raise ReferenceDataError(key, f"{variant!r} also names {by_name[folded]!r}", "keep one of the two")
    return by_name


def _stated(match: Match, text: str, dateline: tuple[int, int] | None, offset: int) -> StatedTime | None:
    """What a match states; `offset` is added to its position."""
    rule, start, end = match.rule, match.start, match.end
    operation = operations.build(rule.op, match.values)
    if operation is None:
        return None
    part = match.values.get("part")
    onward = (ONWARD,) if match.bound == ONWARD else ()
    inside = dateline is not None and dateline[0] <= start and end <= dateline[1]
    return StatedTime(
        start + offset, end + offset, text[start:end], operation, operations.kind_of(operation), rule.id,
        (*rule.flags, *onward) if part is None else (*rule.flags, *onward, str(part)),
        Bound.START if onward else Bound(match.bound) if match.bound else None,
        Place.DATELINE if inside else Place(rule.place) if rule.place else None,
    )  # fmt: skip


def _bounded(outcome: Outcome, bound: Bound | None) -> Outcome:
    """ "until Friday" is an interval without a known start, "since Monday" one without a known end."""
    if bound is None or outcome.reading is None:
        return outcome
    ends = outcome.reading.split("/")
    reading = f"{ends[0]}/" if bound is Bound.START else f"/{ends[-1]}"
    return replace(outcome, reading=reading)


def _weekday(stated: StatedTime) -> int | None:
    """The weekday that a single date states."""
    operation = stated.operation
    single = isinstance(operation, Calendar) and operation.last is None
    return operation.first.weekday if single and isinstance(operation, Calendar) else None
