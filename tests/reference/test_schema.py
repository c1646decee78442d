"""The check finds what is wrong with a table, and says where."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from summitry.claims import ReferenceDataError
from summitry.reference.schema import check, data_folder, findings

Edit = Callable[[str, str, str], Path]


@pytest.fixture
def edit(tmp_path: Path) -> Edit:
    """A function that copies the tables and replaces one text in one of them."""

    def apply(table: str, old: str, new: str) -> Path:
        shutil.copytree(str(data_folder()), tmp_path, dirs_exist_ok=True)
        path = tmp_path / f"{table}.csv"
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), encoding="utf-8")
        return tmp_path

    return apply


def test_the_shipped_tables_pass() -> None:
    check()


@pytest.mark.parametrize(
    ("table", "old", "new", "expected"),
    [
        ("states", "FRA,FR,", "FRA,F1,", "states.csv, line 64, iso2: 'F1' does not match [A-Z]{2}"),
        ("states", "paris-FRA", "lutece-FRA", "capital: 'lutece-FRA' is not in places.id"),
        ("states", "France,1,Q142", "France,1,Q183", "['wikidata'] ('Q183',) stands on line"),
        ("states", "France,1,Q142", "France,1,", "wikidata: is empty"),
        ("states", "\nDEU,DE,", "\nFRA,DE,", "['iso3'] ('FRA',) stands on line"),
        ("anniversaries", "2022-02-24", "2022-02-31x", "date: '2022-02-31x' does not match"),
        ("anniversaries", "traités de Rome|Traité de Rome", "traités de Rome||Traité de Rome", "holds an empty value"),
        ("holidays", ",St. Patrick's Day|St.-Patricks-Tag,", ",St. Patrick|St. Patrick,", "holds a value twice"),
        ("offices", "key,level,wikidata", "key,rank,wikidata", "offices: columns are ['key', 'rank'"),
        ("organisations", "Q7159,2002-07-09,,", "Q7159,2002-07-09,1999,", "founded is after dissolved"),
    ],
)
def test_a_broken_row_is_found(edit: Edit, table: str, old: str, new: str, expected: str) -> None:
    found = list(findings(edit(table, old, new)))
    assert any(expected in finding for finding in found), found


def test_a_ragged_row_is_an_error(edit: Edit) -> None:
    folder = edit("states", "FRA,FR,", "FRA,FR,,")
    with pytest.raises(ReferenceDataError, match=r"states.csv, line 64: has 8 cells, the header 7"):
        check(folder)


def test_a_missing_table_is_an_error(edit: Edit) -> None:
    folder = edit("states", "FRA,FR,", "FRA,FR,")
    (folder / "offices.csv").unlink()
    with pytest.raises(ReferenceDataError, match=r"offices.csv: is missing"):
        check(folder)
