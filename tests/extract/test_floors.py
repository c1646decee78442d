"""Extraction does not fall below what it has reached, and floors are not lowered in silence."""

from __future__ import annotations

from pathlib import Path

import pytest
from tools import floors
from tools.floors import Measured, Pinned
from tools.measure import corpora, corpus_hash

from summitry.extract.evaluate import Tally

PINNED = floors.load()
NOW = Measured("abc", {**dict.fromkeys(floors.FLOORS, 0.8), **dict.fromkeys(floors.CEILINGS, 0.1)})


@pytest.mark.parametrize("name", corpora())
def test_no_figure_has_fallen(name: str) -> None:
    found = list(floors.problems(name, floors.measured(corpora()[name]), PINNED))
    assert not found, "\n".join(found)


def test_every_floor_belongs_to_a_corpus() -> None:
    assert list(PINNED.corpora) == list(corpora())
    for entry in PINNED.corpora.values():
        assert set(entry["limits"]) <= {*floors.FLOORS, *floors.CEILINGS}


def better(now: Measured, **changes: float) -> Measured:
    """The same corpus with other figures."""
    return Measured(now.hash, {**now.reached, **{key.replace("__", "."): value for key, value in changes.items()}})


def pinned() -> Pinned:
    """Floors at what `NOW` reaches."""
    value = Pinned()
    assert floors.renew("xx/dev", NOW, value, None) == []
    return value


def test_what_is_reached_is_no_problem_and_what_has_fallen_is() -> None:
    assert not list(floors.problems("xx/dev", NOW, pinned()))
    worse = better(NOW, events__f1=0.799, start_wrong__acc=0.101)
    found = list(floors.problems("xx/dev", worse, pinned()))
    assert found == [
        "xx/dev: events.f1 is 0.799, its limit 0.800",
        "xx/dev: start_wrong.acc is 0.101, its limit 0.100",
    ]


def test_a_changed_or_new_corpus_is_a_problem() -> None:
    changed = Measured("abd", NOW.reached)
    assert "has changed" in next(floors.problems("xx/dev", changed, pinned()))
    assert "has no floors" in next(floors.problems("xx/test", NOW, pinned()))


def test_raising_takes_in_what_is_better_and_refuses_what_is_worse() -> None:
    value = pinned()
    assert floors.renew("xx/dev", better(NOW, events__f1=0.9, start_wrong__acc=0.05), value, None) == []
    assert value.corpora["xx/dev"]["limits"]["events.f1"] == 0.9
    assert value.corpora["xx/dev"]["limits"]["start_wrong.acc"] == 0.05
    assert floors.renew("xx/dev", NOW, value, None) == [
        "xx/dev: events.f1 is 0.800, its limit 0.900",
        "xx/dev: start_wrong.acc is 0.100, its limit 0.050",
    ]
    assert value.corpora["xx/dev"]["limits"]["events.f1"] == 0.9


def test_a_language_that_is_not_read_has_no_limits_yet() -> None:
    value = Pinned()
    assert floors.reached(Tally()) == {}
    assert floors.renew("xx/dev", Measured("abc", {}), value, None) == []
    assert floors.renew("xx/dev", NOW, value, None) == []
    assert value.corpora["xx/dev"]["limits"] == NOW.reached
    assert set(floors.fallen(NOW.reached, {})) == set(floors.FLOORS)


def test_lowering_keeps_the_reason(tmp_path: Path) -> None:
    value = pinned()
    assert floors.renew("xx/dev", better(NOW, events__f1=0.7), value, "harder articles came in") == []
    floors.save(value, tmp_path / "floors.yaml")
    again = floors.load(tmp_path / "floors.yaml")
    assert again.corpora["xx/dev"]["limits"]["events.f1"] == 0.7
    assert again.lowered == [
        {"corpus": "xx/dev", "figure": "events.f1", "from": 0.8, "to": 0.7, "why": "harder articles came in"}
    ]


def test_the_hash_of_a_corpus_changes_with_a_letter_and_with_a_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Paris", "utf-8")
    first = corpus_hash(tmp_path)
    assert corpus_hash(tmp_path) == first
    (tmp_path / "a.txt").write_text("paris", "utf-8")
    second = corpus_hash(tmp_path)
    (tmp_path / "a.txt").rename(tmp_path / "b.txt")
    (tmp_path / "note.md").write_text("not part of it", "utf-8")
    assert len({first, second, corpus_hash(tmp_path)}) == 3
