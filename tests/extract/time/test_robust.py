"""Hostile texts, broken packs, and the calendar underneath."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.timing import fastest

from summitry.claims import Precision, ReferenceDataError
from summitry.extract.time import Direction, Holiday, TimeEngine, edtf, load_dates_pack
from summitry.extract.time.knowledge import easter
from summitry.extract.time.pack import LANG_DIR, parse_dates_pack
from summitry.extract.time.tokens import fold

Engine = Callable[[str], TimeEngine]
HOSTILE = {
    "weekdays": "mardi ", "compound": "mardi-", "numbers": "15 ", "glued": "mars", "years": "2024-",
    "open": "du 15 au ", "iso": "2024-02-0", "dots": "1.1.", "brackets": "lundi à 15 h (",
    "blank": "lundi\n\n", "plain": "a",
}  # fmt: skip
WORDS = [
    "mardi",
    "25",
    "février",
    "2026",
    "du",
    "au",
    "prochain",
    "fin",
    "\n\n",
    "İ",
    "🙂",
    "-",
    "(",
    "24/02/2026",
    "99999999999",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_length_only(name: str, engine: Engine) -> None:
    times = engine("fr")
    short, long = (
        fastest(partial(times.find, HOSTILE[name] * (size // len(HOSTILE[name])))) for size in (25_000, 100_000)
    )
    assert long < 12 * short + 0.2


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=20), st.dates(), st.sampled_from(Direction))
def test_any_text_is_read_without_error(words: list[str], anchor: date, direction: Direction) -> None:
    times = _FRENCH
    text = " ".join(words)
    for stated in times.find(text, offset=7):
        assert text[stated.start - 7 : stated.end - 7] == stated.quote
        read = times.resolve(stated, anchor, direction)
        assert (read.reading is None) == (read.precision is None)
        if read.reading:
            edtf.span(read.reading)


_FRENCH = TimeEngine(load_dates_pack("fr"))


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("year", "day"),
    [(1961, date(1961, 4, 2)), (2000, date(2000, 4, 23)), (2025, date(2025, 4, 20)), (2038, date(2038, 4, 25))],
)
def test_easter(year: int, day: date) -> None:
    assert easter(year) == day


def test_holiday_rules() -> None:
    assert Holiday("a", "05-01", {}).in_year(2026) == date(2026, 5, 1)
    assert Holiday("b", "easter+39", {}).in_year(2026) == date(2026, 5, 14)
    assert Holiday("c", "easter-2", {}).in_year(2026) == date(2026, 4, 3)
    assert Holiday("d", "11-4-4", {}).in_year(2026) == date(2026, 11, 26)
    assert Holiday("e", "05--1-1", {}).in_year(2026) == date(2026, 5, 25)
    with pytest.raises(ReferenceDataError):
        Holiday("f", "whenever", {}).in_year(2026)


@pytest.mark.parametrize(
    ("reading", "first", "last", "precision"),
    [
        ("2026-02-24", date(2026, 2, 24), date(2026, 2, 24), Precision.DAY),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), Precision.MONTH),
        ("2026", date(2026, 1, 1), date(2026, 12, 31), Precision.YEAR),
        ("2026-22", date(2026, 6, 1), date(2026, 8, 31), Precision.SEASON),
        ("2023-24", date(2023, 12, 1), date(2024, 2, 29), Precision.SEASON),
        ("2026-02-24/2026-02-25", date(2026, 2, 24), date(2026, 2, 25), Precision.INTERVAL),
        ("2022/", date(2022, 1, 1), None, Precision.INTERVAL),
        ("/2000-01-08", None, date(2000, 1, 8), Precision.INTERVAL),
    ],
)
def test_edtf(reading: str, first: date | None, last: date | None, precision: Precision) -> None:
    days = edtf.span(reading)
    assert (days.first, days.last, edtf.precision(reading)) == (first, last, precision)


def _content() -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load((LANG_DIR / "fr" / "dates.yaml").read_text(encoding="utf-8"))
    return content


@pytest.mark.parametrize(
    "change",
    [
        {"colour": 1},
        {"settings": {}},
        {"triggers": ["nothing"]},
        {"ordinal": "("},
        {"words": {"month": {1: ["mars"], 2: ["mars"]}}, "triggers": []},
        {"rules": [{"id": "a", "pattern": "x", "op": "guess"}]},
        {"rules": [{"id": "a", "pattern": "x", "op": "none"}] * 2},
        {"before": {"middle": []}},
    ],
)
def test_a_broken_pack_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(ReferenceDataError):
        parse_dates_pack(_content() | change, "pack")


@pytest.mark.parametrize("pattern", ["<nothing>", "$nothing", "(jour", "<"])
def test_a_broken_pattern_is_refused(pattern: str) -> None:
    content = _content() | {"rules": [{"id": "a", "pattern": pattern, "op": "date"}]}
    with pytest.raises(ReferenceDataError):
        TimeEngine(parse_dates_pack(content, "pack"))


def test_a_missing_pack_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReferenceDataError, match=r"dates\.yaml"):
        load_dates_pack(tmp_path / "dates.yaml")
