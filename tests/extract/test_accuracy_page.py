"""The page on accuracy: its figures, and that it gives away no article of the test split."""

from __future__ import annotations

from tests.extract.evaluate_builder import Item, as_prediction, event, gold, party
from tools.accuracy_page import page, reliability
from tools.measure import corpora

from summitry.extract.evaluate import Evaluation, evaluate


def read(name: str, confidence: float) -> Evaluation:
    """An evaluation of one article in which one of two participants is right, and the date is not."""
    wanted = event(f"Sommet de {name}", "2024-01-01", [party("Ana Silva"), party("Bruno Costa")])
    article = gold(wanted, name=name)
    found: Item = as_prediction(article)
    found["events"][0]["start"] = "2024-01-09"
    found["events"][0]["participants"] = [
        {**party("Ana Silva"), "confidence": confidence},
        {**party("Carla Dias"), "confidence": 1.0},
    ]
    return evaluate([article], {name: found})


MEASURED = {"fr/dev": read("praia", 0.85), "fr/test": read("mindelo", 0.95)}


def row(text: str, head: str) -> list[str]:
    """The cells of the table row that begins with a text."""
    line = next(line for line in text.splitlines() if line.startswith(f"| {head} |"))
    return [cell.strip() for cell in line.strip("|").split("|")][1:]


def test_figures_stand_in_the_column_of_their_corpus() -> None:
    text = page(MEASURED)
    assert row(text, "articles") == ["", "1", "1"]
    assert row(text, "participants, precision") == ["≥ .90", "0.500", "0.500"]
    assert row(text, "start date wrong") == ["≤ .05", "1.000", "1.000"]
    assert row(text, "wrong date") == ["1", "1"]


def test_each_confidence_is_in_one_row() -> None:
    text = reliability(MEASURED)
    assert row(text, "0.80 – 0.90") == ["1", "1.000", "0", "–"]
    assert row(text, "0.95 – 1.00") == ["1", "0.000", "2", "0.500"]
    assert len([line for line in text.splitlines() if line.startswith("| 0.")]) == 2


def test_examples_come_from_the_development_split_alone() -> None:
    text = page(MEASURED)
    assert "`praia`: 2024-01-01, read as 2024-01-09" in text
    assert "mindelo" not in text.lower()


def test_every_corpus_of_the_project_has_both_splits() -> None:
    names = {name.split("/")[0] for name in corpora()}
    assert set(corpora()) == {f"{lang}/{split}" for lang in names for split in ("dev", "test")}
