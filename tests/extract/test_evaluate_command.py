"""`summitry eval` as users run it, and the folders it reads."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from tests.conftest import ROOT, Run
from tests.extract.evaluate_builder import as_prediction

from summitry.claims import InputError
from summitry.extract.evaluate import load_gold, read_prediction

TEXT = "Le président français Emmanuel Macron a reçu mardi 14 mai 2024 à Paris le chancelier allemand Olaf Scholz."
GOLD = {
    "id": "visite", "lang": "fr", "published": "2024-05-15", "published_source": "metadata", "events": [],
    "offices": [{"person": "Emmanuel Macron", "office": "president", "of": "FRA"}], "memberships": [], "notes": "",
}  # fmt: skip


def corpus(folder: Path, **fields: object) -> Path:
    """A corpus of one article."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "visite.json").write_text(json.dumps({**GOLD, **fields}), "utf-8")
    (folder / "visite.txt").write_text(TEXT, "utf-8")
    return folder


def test_the_extractor_is_measured(program: Run, tmp_path: Path) -> None:
    done = program("eval", corpus(tmp_path / "deep" / "er").parent, "--format", "json")
    assert done.returncode == 0, done.stderr
    value = json.loads(done.stdout)
    assert value["missing"] == []
    assert value["results"]["fr"] == value["results"]["all"]
    assert value["results"]["all"]["offices"]["tp"] == 1


def test_ready_predictions_are_measured(program: Run, tmp_path: Path) -> None:
    dev = ROOT / "tests/articles/en/dev"
    for article in load_gold(dev)[1:]:
        (tmp_path / f"{article.id}.json").write_text(json.dumps(as_prediction(article)), "utf-8")
    done = program("eval", dev, "--pred", tmp_path, "--worst", "3")
    assert done.returncode == 0, done.stderr
    assert "participation P/R/F1" in done.stdout
    missing = load_gold(dev)[0].id
    assert f"without a prediction, counted as read empty: {missing}" in done.stdout
    assert f"{missing} (en), " in done.stdout


def test_worst_cases_are_part_of_the_json(program: Run, tmp_path: Path) -> None:
    folder = corpus(tmp_path, offices=[{"person": "Jean Dupont", "office": "mayor", "of": "FRA"}])
    value = json.loads(program("eval", folder, "--format", "json", "--worst", "1").stdout)
    mistakes = [m for case in value["worst"] for m in case["mistakes"]]
    assert {"category": "missing office", "what": "Jean Dupont, mayor of FRA", "event": None} in mistakes


def test_texts_may_stand_in_a_folder_of_their_own(tmp_path: Path) -> None:
    corpus(tmp_path / "gold")
    (tmp_path / "texts").mkdir()
    shutil.move(tmp_path / "gold" / "visite.txt", tmp_path / "texts" / "visite.txt")
    assert load_gold(tmp_path)[0].text == tmp_path / "texts" / "visite.txt"


def test_a_text_that_is_missing_counts_as_read_empty(program: Run, tmp_path: Path) -> None:
    (corpus(tmp_path) / "visite.txt").unlink()
    done = program("eval", tmp_path)
    assert done.returncode == 0
    assert "has no text" in done.stderr
    assert "counted as read empty: visite" in done.stdout


@pytest.mark.parametrize(
    ("fields", "cause"),
    [
        ({"id": 7}, "id is no text"),
        ({"published": "15 mai"}, "'15 mai' is no day"),
        ({"events": {}}, "events is no list of objects"),
        ({"events": [{"kind": "party", "status": "held"}]}, "kind 'party' of an event is unknown"),
        ({"offices": [{"person": "A", "office": "king"}]}, "offices: of is missing"),
    ],
)
def test_gold_that_breaks_the_shape_is_refused(fields: dict[str, object], cause: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"visite\.json: is no gold file") as error:
        load_gold(corpus(tmp_path, **fields))
    assert cause in str(error.value)


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("[]", "is no JSON object"),
        ("{", "cannot be read as JSON"),
        ('{"events": ["summit"]}', "events is no list of objects"),
        ('{"events": [{"participants": {}}, {"participants": ["A"]}]}', "participants of an event is no list"),
    ],
)
def test_a_prediction_that_breaks_the_shape_is_refused(text: str, cause: str, tmp_path: Path) -> None:
    path = tmp_path / "visite.json"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError, match=cause):
        read_prediction(path)


def test_unusable_folders_are_one_clear_error(program: Run, tmp_path: Path) -> None:
    corpus(tmp_path / "a")
    corpus(tmp_path / "b")
    (tmp_path / "c").mkdir()
    for arguments, cause in (
        ([tmp_path], "has the id of"),
        ([tmp_path / "c"], "holds no gold file"),
        ([tmp_path / "d"], "no such folder"),
        ([tmp_path / "a", "--lang", "es"], "holds no gold file in es"),
        ([tmp_path / "a", "--pred", tmp_path / "d"], "no such folder"),
    ):
        done = program("eval", *arguments)
        assert done.returncode == 1
        assert len(done.stderr.strip().splitlines()) == 1
        assert cause in done.stderr
