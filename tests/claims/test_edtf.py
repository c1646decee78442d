"""First and last day of EDTF readings."""

from __future__ import annotations

from datetime import date

import pytest

from summitry.claims import edtf


@pytest.mark.parametrize(
    ("reading", "first", "last"),
    [
        ("2026-02-24", date(2026, 2, 24), date(2026, 2, 24)),
        ("2026-02", date(2026, 2, 1), date(2026, 2, 28)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026-22", date(2026, 6, 1), date(2026, 8, 31)),
        ("2026-24", date(2026, 12, 1), date(2026, 12, 31)),
        ("2026-02-24/2026-02-25", date(2026, 2, 24), date(2026, 2, 25)),
        ("2026-02-24/..", date(2026, 2, 24), date(2026, 2, 24)),
        ("/2026-02", date(2026, 2, 1), date(2026, 2, 28)),
        ("2026-02-24?", date(2026, 2, 24), date(2026, 2, 24)),
    ],
)
def test_bounds(reading: str, first: date, last: date) -> None:
    assert edtf.bounds(reading) == (first, last)


@pytest.mark.parametrize("reading", ["", "soon", "2026-13", "2026-02-30", "0000", "..", "2026-03/2026-01"])
def test_what_is_no_reading_has_no_bounds(reading: str) -> None:
    assert edtf.bounds(reading) is None


def test_only_a_day_is_a_day() -> None:
    assert edtf.day("2026-02-24/2026-02-25") == date(2026, 2, 24)
    assert edtf.day("2026-02") is None
    assert edtf.day("soon") is None


def test_a_month_contains_its_days_but_not_itself() -> None:
    assert edtf.contains("2026-02", "2026-02-24")
    assert not edtf.contains("2026-02", "2026-02")
    assert not edtf.contains("2026-02", "2026-03-01")
    assert not edtf.contains("soon", "2026-03-01")
