"""The finished tables are what the hand-written ones say."""

from __future__ import annotations

from pathlib import Path

import pytest
from tools.build_reference import csv_files, state_names
from tools.build_reference.factbook import parse_coordinates
from tools.build_reference.inflect import load_endings
from tools.build_reference.place_names import capital_names, city_names


def test_state_names_rebuild_byte_for_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = (csv_files.DATA / "state_names.csv").read_bytes()
    monkeypatch.setattr(csv_files, "DATA", tmp_path)
    state_names.main()
    assert (tmp_path / "state_names.csv").read_bytes() == shipped


def test_places_are_those_of_the_hand_written_tables() -> None:
    shipped = {row["id"]: row for row in csv_files.read_rows(csv_files.DATA / "places.csv")}
    written = {row["id"]: row for row in (*capital_names(), *city_names())}
    # Capitals without coordinates of their own take the factbook's.
    placed = {place: {**row, **_coordinates(shipped[place])} for place, row in written.items()}
    assert placed == shipped


def _coordinates(row: dict[str, str]) -> dict[str, str]:
    return {"latitude": row["latitude"], "longitude": row["longitude"]}


@pytest.mark.parametrize(
    ("lang", "part", "cell", "forms"),
    [
        ("fr", "adj", "français", ["français", "française", "françaises"]),
        ("fr", "adj", "européen", ["européen", "européenne", "européens", "européennes"]),
        ("de", "noun", "Pole", ["Pole", "Polen", "Polin", "Polinnen"]),
        ("es", "adj", "alemán", ["alemán", "alemana", "alemanes", "alemanas"]),
        ("it", "adj", "vietnamita|cinese", ["vietnamita", "vietnamiti", "vietnamite", "cinese", "cinesi"]),
        ("it", "adj", "swazi!", ["swazi"]),
    ],
)
def test_inflection(lang: str, part: str, cell: str, forms: list[str]) -> None:
    assert load_endings(lang, part).forms(cell) == forms


def test_a_term_without_rule_is_refused() -> None:
    with pytest.raises(LookupError, match="no rule for the ending of 'grec'"):
        load_endings("fr", "adj").forms("grec")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("48 52 N, 2 20 E", (48.87, 2.33)),
        ("35 16 S, 149 08 E", (-35.27, 149.13)),
        ("(Brussels) 50 84 N, 4 35 E", None),
        ("", None),
    ],
)
def test_coordinates(text: str, expected: tuple[float, float] | None) -> None:
    assert parse_coordinates(text) == expected
