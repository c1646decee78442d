"""Known dates that texts count from or name: anniversaries and holidays, as the reference tables give them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from summitry.claims import ReferenceDataError
from summitry.reference import Reference

_FIXED = re.compile(r"(\d{2})-(\d{2})")
_EASTER = re.compile(r"easter([+-]\d{1,3})?")
_NTH = re.compile(r"(\d{2})-(-?\d)-([1-7])")


@dataclass(frozen=True, slots=True)
class Anniversary:
    """An event whose anniversaries are counted; `names` by language code, as they stand in running text."""

    id: str
    day: date
    names: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Holiday:
    """A named day of every year.

    `rule` is `MM-DD`, `easter+N` (days from Western Easter Sunday), or `MM-N-W` for the N-th ISO weekday W of
    a month (`11-4-4`: fourth Thursday of November; N = -1: the last one).
    """

    id: str
    rule: str
    names: Mapping[str, tuple[str, ...]]

    def in_year(self, year: int) -> date:
        """The day of the holiday in a year; ReferenceDataError when the rule is not understood."""
        if fixed := _FIXED.fullmatch(self.rule):
            return date(year, int(fixed[1]), int(fixed[2]))
        if moving := _EASTER.fullmatch(self.rule):
            return easter(year) + timedelta(days=int(moving[1] or 0))
        if nth := _NTH.fullmatch(self.rule):
            return _nth_weekday(year, int(nth[1]), int(nth[2]), int(nth[3]))
        raise ReferenceDataError(f"holiday {self.id}", f"rule {self.rule!r} is not understood")


def known_days(reference: Reference) -> tuple[tuple[Anniversary, ...], tuple[Holiday, ...]]:
    """The anniversaries and holidays of the reference tables, as the engine wants them."""
    anniversaries = tuple(
        Anniversary(a.id, a.date, {lang: (name, *a.phrases.get(lang, ())) for lang, name in a.names.items()})
        for a in reference.anniversaries.values()
    )
    return anniversaries, tuple(Holiday(h.id, h.rule, h.names) for h in reference.holidays.values())


def easter(year: int) -> date:
    """Western Easter Sunday by the Gregorian computus (Meeus, Jones, Butcher)."""
    golden, century, rest = year % 19, year // 100, year % 100
    leap, leap_rest = century // 4, century % 4
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - moon + 15) % 30
    weekday = (32 + 2 * leap_rest + 2 * (rest // 4) - epact - rest % 4) % 7
    correction = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * correction + 114, 31)
    return date(year, month, day + 1)


def _nth_weekday(year: int, month: int, number: int, weekday: int) -> date:
    """The number-th ISO weekday of a month, from its end when number is negative."""
    if number > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (number - 1))
    after = date(year + month // 12, month % 12 + 1, 1)
    last = after - timedelta(days=1)
    return last - timedelta(days=(last.isoweekday() - weekday) % 7 + 7 * (-number - 1))
