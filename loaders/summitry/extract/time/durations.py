"""How many days something lasts, stated beside its name: `a two-day summit`, `une visite de trois jours`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from summitry.extract.time.pack import DatesPack

_BEFORE, _AFTER = 50, 60
_CLAUSE = 80
"""How far back the words of one clause reach."""
_LONGEST = 14
LAST = -1


class Durations:
    """Reads lengths in days around a noun by the number and unit words of a language."""

    def __init__(self, pack: DatesPack) -> None:
        self._numbers = {str(word): int(value) for word, value in pack.words.get("number_word", {}).items()}
        days = [re.escape(word) for word, unit in pack.words.get("unit", {}).items() if unit == "day"]
        numbers = [re.escape(word) for word in sorted(self._numbers, key=len, reverse=True)]
        counted = rf"(?<!\w)(\d{{1,2}}|{'|'.join(numbers) or '(?!)'})"
        unit = rf"(?:{'|'.join(sorted(days, key=len, reverse=True)) or '(?!)'})(?!\w)"
        self._unit = re.compile(unit, re.IGNORECASE)
        self._ordinals = {
            **{str(word): int(value) for word, value in pack.words.get("ordinal_word", {}).items()},
            **{str(word): LAST for word, value in pack.words.get("step", {}).items() if value == -1},
        }
        ordinals = "|".join(re.escape(word) for word in self._ordinals) or "(?!)"
        self._day = re.compile(rf"(?<!\w)({ordinals}) {unit}[^\w.,;:]+(?:[\w'’]+[^\w.,;:]+){{0,6}}$", re.IGNORECASE)
        self._day_owned = re.compile(rf"^['’]s ({ordinals})(?: \w+){{0,2}} {unit}", re.IGNORECASE)
        behind = _alternatives(pack.words.get("behind", {}))
        of = rf"{unit}\W+(?:of|de|d['’])\W*(?:[\w'’]+\W+){{0,2}}$"
        self._days_of = re.compile(rf"{counted} {of}", re.IGNORECASE)
        self._after = re.compile(rf"(?<!\w)(?:{behind}) {counted} {of}", re.IGNORECASE)
        self._behind = re.compile(rf"(?<!\w)(?:{behind})\s?(?:[\w'’‑-]+\s?){{0,5}}$", re.IGNORECASE)
        ahead = _alternatives(pack.words.get("ahead", {}))
        self._apart = re.compile(
            rf"{counted} {unit}\s(?:(?P<after>{behind})|(?P<before>{ahead}))\s(?:[\w'’‑-]+\s?){{0,5}}$", re.IGNORECASE
        )
        self._joined = re.compile(rf"{counted}[-‑]{unit}[^.,;:]{{0,25}}$", re.IGNORECASE)
        self._following = re.compile(rf"^[^.,;:\d]{{0,30}}?\s{counted} {unit}", re.IGNORECASE)

    def near(self, text: str, start: int, end: int) -> bool:
        """Whether days are spoken of around the words at these offsets: else nothing says how many."""
        return self._unit.search(text, max(0, start - _CLAUSE), end + _AFTER) is not None

    def day_of(self, text: str, start: int, end: int) -> int | None:
        """Which day of what the noun at these offsets names is spoken of (`on the second day of the summit`, `the
        summit's last day`, `after two days of talks`).

        1 is the first, LAST the last; None when nothing says so.
        """
        before = text[max(0, start - _BEFORE) : start]
        if self._after.search(before):
            return LAST
        found = self._day.search(before) or self._day_owned.search(text[end : end + _AFTER])
        return self._ordinals[found.group(1).lower()] if found else None

    def distance(self, text: str, start: int) -> int | None:
        """How many days behind (`two days before the summit`) or ahead of (negative, `a day after meeting him`) the
        day that is told what stands at this offset lies; None when nothing says so."""
        found = self._apart.search(text[max(0, start - _CLAUSE) : start])
        if found is None:
            return None
        days = self._number(found.group(1))
        return -days if found.group("after") else days

    def _number(self, word: str) -> int:
        return int(word) if word.isdigit() else self._numbers.get(word.lower(), 0)

    def over(self, text: str, start: int) -> bool:
        """Whether the noun at this offset is told as over (`after a two-day visit`)."""
        return self._behind.search(text[max(0, start - _BEFORE) : start]) is not None

    def around(self, text: str, start: int, end: int) -> int | None:
        """Days that the noun at these offsets lasts, 2 to 14, or None when nothing says so."""
        opening = text[max(0, start - _BEFORE) : start]
        before = self._joined.search(opening) or self._days_of.search(opening)
        found = before or self._following.search(text[end : end + _AFTER])
        if found is None:
            return None
        days = self._number(found.group(1))
        return days if 2 <= days <= _LONGEST else None


def _alternatives(words: Iterable[object]) -> str:
    """The words as a pattern that matches whole words, the longest first; nothing when there are none."""
    listed = sorted(map(str, words), key=len, reverse=True)
    ended = (re.escape(word).replace("'", "['’]") + (r"(?![\w‑-])" if word[-1].isalnum() else "") for word in listed)
    return "|".join(ended) or "(?!)"
