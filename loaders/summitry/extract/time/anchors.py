"""What a text says of the day on which it was written."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from summitry.extract.time import edtf
from summitry.extract.time.calendar_dates import Frame, resolve_calendar
from summitry.extract.time.model import Calendar, Direction, Place, StatedTime
from summitry.extract.time.outcome import MISMATCH


def document_anchor(stated: Iterable[StatedTime]) -> date | None:
    """The day of writing that the text itself states, or None.

    Counted are a dateline, a publication line and a date called today ("ce mercredi 4 juillet 2012"), in
    this order, and only with day, month and year and a weekday that fits. A dateline without a year takes it
    from the full dates of the text when these agree on one. A date of an event is never the day of writing.
    """
    times = list(stated)
    for place in (Place.PUBLISHED, Place.DATELINE, Place.TODAY):
        days = {day for time in times if time.place is place and (day := _day(time, None))}
        if len(days) == 1:
            return days.pop()
    hint = year_hint(times)
    dateline = next((time for time in times if time.place is Place.DATELINE), None)
    return _day(dateline, hint) if dateline and hint else None


def year_hint(stated: Iterable[StatedTime]) -> date | None:
    """A fully stated date whose year the other dates of the text share: the earliest, when all agree on one year.

    Good for the year of "le 12 mars" in a text without a publication date; not good as the day of writing.
    """
    days = [day for time in stated if (day := _day(time, None))]
    return min(days) if len({day.year for day in days}) == 1 else None


def _day(time: StatedTime, hint: date | None) -> date | None:
    """The day of a single date, its year stated or taken from the hint; None when its weekday does not fit."""
    operation = time.operation
    if not isinstance(operation, Calendar) or operation.last is not None or operation.first.day is None:
        return None
    if operation.first.year is None and hint is None:
        return None
    outcome = resolve_calendar(operation, Frame(None, Direction.NONE, year_hint=hint))
    if outcome.reading is None or MISMATCH in outcome.flags:
        return None
    return edtf.span(outcome.reading).first
