"""Nodes and links of a graph in the words of a language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from summitry.claims import edtf, iris
from summitry.graph.drawing.style import Words

Data = Mapping[str, object]


def name(iri: str, data: Data, words: Words) -> str:
    """The name of a node in the language; an event without one is told by its kind, anything else by its id."""
    own = data.get(f"name{words.language.capitalize()}") or data.get("name")
    if own:
        return str(own)[0].upper() + str(own)[1:]
    if data.get("type") == "Event":
        return words.word("kinds", str(data.get("kind", "other"))).capitalize()
    return iris.local_name(iri).replace("-", " ")


def details(data: Data, words: Words) -> str:
    """The second line of a node: date, mode and status of an event, publisher and date of an article."""
    parts: list[str] = []
    if data.get("type") == "Event":
        parts = [when(str(data.get("start", "")), str(data.get("end", "")), words)]
        parts += [words.word(table, str(data[key])) for table, key in _EVENT_DETAILS if key in data]
    elif data.get("type") == "Article":
        parts = [str(data.get("publisher", "")), when(str(data.get("published", "")), "", words)]
    return " · ".join(part for part in parts if part)


def link(data: Data, words: Words) -> str:
    """What a link says: the role, the office, or the relation."""
    own = data.get(f"role{words.language.capitalize()}")
    if own:
        return str(own)
    role = data.get("role")
    return words.word("roles", str(role)) if role else words.word("relations", str(data["relation"]))


def when(start: str, end: str, words: Words) -> str:
    """An EDTF reading for people: `24 February 2026`, `24–25 February 2026`, `February 2026`; empty when unknown."""
    first, _, last = start.partition("/")
    last = last or end or first
    days = edtf.bounds(first), edtf.bounds(last)
    if days[0] is None or days[1] is None:
        return start
    if last == first:
        return _part(first, words)
    one, other = days[0][0], days[1][1]
    if (one.year, one.month) == (other.year, other.month) and edtf.day(first) and edtf.day(last):
        return f"{_day_number(one, words)}–{_part(last, words)}"
    return f"{_part(first, words)} – {_part(last, words)}"


_EVENT_DETAILS = (("modes", "mode"), ("statuses", "status"))


def _part(reading: str, words: Words) -> str:
    exact, days = edtf.day(reading), edtf.bounds(reading)
    if exact is not None:
        month = words.months[exact.month - 1]
        return words.day.format(day=_day_number(exact, words), month=month, year=exact.year)
    if days and (days[0].year, days[0].month) == (days[1].year, days[1].month):
        return f"{words.months[days[0].month - 1]} {days[0].year}"
    if days and days[0].timetuple().tm_yday == 1 and days[1].month == 12 and days[0].month == 1:
        return str(days[0].year)
    return reading


def _day_number(day: date, words: Words) -> str:
    return words.first_day if day.day == 1 else str(day.day)
