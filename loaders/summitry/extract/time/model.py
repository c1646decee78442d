"""What the time engine finds and answers: stated times as symbolic operations, and their readings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from summitry.claims import Evidence, TimeReference


class Direction(StrEnum):
    """On which side of the anchor the event lies; the caller knows it from tense and status."""

    PAST = "past"
    FUTURE = "future"
    NONE = "none"


class Kind(StrEnum):
    """Kinds of evidence for a date. Different kinds are independent pieces, equal kinds are not."""

    ABSOLUTE = "absolute"
    WEEKDAY = "weekday"
    RELATIVE = "relative"
    PERIOD = "period"
    SEASON = "season"
    ANNIVERSARY = "anniversary"
    HOLIDAY = "holiday"
    VAGUE = "vague"


class Place(StrEnum):
    """Where a stated time stands, when that says something about the day of writing."""

    DATELINE = "dateline"
    """In the first line of a dispatch: "PARIS, 12 mars (AFP) -"."""
    TODAY = "today"
    """Said to be the day of writing: "ce mercredi 4 juillet 2012"."""
    PUBLISHED = "published"
    """In a publication line: "Publié le 12 mars 2024"."""


class Bound(StrEnum):
    """Which end of the event a stated time gives; without one it gives the whole."""

    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class Point:
    """A calendar date as far as it is stated. `weekday` is ISO: Monday is 1."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None

    @property
    def only_weekday(self) -> bool:
        """True when nothing but a weekday is stated."""
        return self.weekday is not None and self.year is None and self.month is None and self.day is None

    @property
    def is_full(self) -> bool:
        """True when day, month and year are stated."""
        return self.year is not None and self.month is not None and self.day is not None


@dataclass(frozen=True, slots=True)
class Calendar:
    """A date or weekday, or a range of two.

    `step` is -1 for "last", 0 for "this", 1 for "next"; `weeks` is added to a weekday ("mardi en huit");
    `week` is the calendar week of a weekday, counted from the anchor's ("Tuesday next week" = 1);
    `whole_week` widens a day to its week ("the week of 15 June"); `year_step` counts years from the anchor's
    ("April last year" = -1).
    """

    first: Point
    last: Point | None = None
    step: int | None = None
    weeks: int = 0
    week: int | None = None
    whole_week: bool = False
    year_step: int | None = None
    after: bool = False
    """Counted from what was told before it ("the following Monday")."""


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units after (positive) or before (negative) the anchor, or another time in the text (`narrative`).

    `only_future`: the words mean a date only of what lies ahead ("in ten years" is also how long something took).
    """

    amount: int
    unit: str
    narrative: bool = False
    only_future: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    """A week, weekend, month, quarter, half or year counted from the one of the anchor, or numbered in a year."""

    unit: str
    step: int = 0
    number: int | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class SeasonOf:
    """A season of a stated year, or counted from the anchor. `season` is the EDTF code: 21 spring … 24 winter."""

    season: int
    year: int | None = None
    step: int | None = None


@dataclass(frozen=True, slots=True)
class AnniversaryOf:
    """The n-th anniversary of a known event; without a number, the one in the direction."""

    event: str
    number: int | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class HolidayOf:
    """A named day of the year, fixed or counted from Easter."""

    holiday: str
    year: int | None = None
    step: int | None = None


@dataclass(frozen=True, slots=True)
class Vague:
    """A time without a date: "in the coming days"."""


Operation = Calendar | Shift | Period | SeasonOf | AnniversaryOf | HolidayOf | Vague


@dataclass(frozen=True, slots=True)
class StatedTime:
    """A time as the text states it. `start` and `end` are code point offsets, `rule` the rule that found it."""

    start: int
    end: int
    quote: str
    operation: Operation
    kind: Kind
    rule: str
    flags: tuple[str, ...] = ()
    bound: Bound | None = None
    place: Place | None = None

    @property
    def evidence(self) -> Evidence:
        """The quote with its position."""
        return Evidence(self.start, self.end, self.quote)

    @property
    def is_full_date(self) -> bool:
        """True for one day with its year stated."""
        operation = self.operation
        return isinstance(operation, Calendar) and operation.last is None and operation.first.is_full


@dataclass(frozen=True, slots=True)
class ResolvedTime(TimeReference):
    """A TimeReference that remembers what the vote needs: kind of evidence, stated weekday, other readings."""

    kind: Kind = Kind.ABSOLUTE
    weekday: int | None = None
    alternatives: tuple[str, ...] = ()
    """Other readings that the words allow (of a mismatched weekday, of an ambiguous "next Friday")."""
