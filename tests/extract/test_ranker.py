"""The learned ranker: its weights are those of the corpus, its decisions are told and repeatable."""

import json
from datetime import date
from functools import partial

import pytest
from tools.train_ranker import lessons, train

from summitry.claims import Article, ReferenceDataError, article_id
from summitry.extract import Extractor, contract
from summitry.extract.ranker import LinearModel, Ranking, load_weights

TEXT = (
    "Friedrich Merz received Donald Tusk in Berlin on Tuesday for talks on defence. "
    "The German chancellor and the Polish prime minister were joined by Radoslaw Sikorski. "
    "Viktor Orban said in Budapest that he expected nothing of it."
)


def _read(text: str, **options: object) -> dict:
    article = Article(article_id(text), text, lang="en", published=date(2025, 9, 17))
    return contract(Extractor(**options).read(article))  # type: ignore[arg-type]


def test_a_model_adds_up_its_weights():
    model = LinearModel(-1.0, {"a": 2.0, "b": -3.0}, 0.5)
    assert model.probability({"a"}) == pytest.approx(0.7310585786)
    assert model.probability({"a", "b", "unheard"}) < 0.5 < model.probability({"a"})
    assert model.reasons({"a", "b", "unheard"}, 1) == (("b", -3.0),)


def test_who_is_tied_to_the_meeting_attends_and_who_only_speaks_does_not():
    (event,) = _read(TEXT)["events"]
    assert {"Friedrich Merz", "Donald Tusk"} <= {p["name"] for p in event["participants"]}
    assert "Viktor Orban" not in json.dumps(event, ensure_ascii=False).replace("á", "a")


def test_confidence_is_the_probability_of_the_model():
    (event,) = _read(TEXT)["events"]
    told = [claim["confidence"] for claim in _read(TEXT)["claims"] if "hasParticipant" in claim["predicate"]]
    assert event["participants"]
    assert all(0.0 < value < 1.0 for value in told)


def test_two_readings_are_the_same_to_the_last_digit():
    assert json.dumps(_read(TEXT)) == json.dumps(_read(TEXT))


def test_a_ranking_that_lets_nothing_through_leaves_no_event():
    nothing = LinearModel(-50.0, {}, 0.5)
    weights = load_weights()
    closed = type(weights)(nothing, nothing, 0.5, 0.5, 0.5, 0.5, 0.5)
    assert _read(TEXT, ranking=partial(Ranking, closed))["events"] == []


def test_a_broken_file_is_told_with_the_way_out(tmp_path):
    path = tmp_path / "weights.json"
    path.write_text('{"events": {}}')
    with pytest.raises(ReferenceDataError, match="make train"):
        load_weights(path)


def test_the_weights_are_those_of_the_corpus():
    """Whoever changes features, grammar or corpus trains anew; a digit of rounding is no difference."""
    from summitry.extract.ranker.model import FILE

    value, _ = train(lessons())
    kept = json.loads(FILE.read_text("utf-8"))
    for name in ("events", "guests"):
        assert value[name]["weights"].keys() == kept[name]["weights"].keys(), "run `make train`"
        for feature, weight in value[name]["weights"].items():
            assert weight == pytest.approx(kept[name]["weights"][feature], abs=0.02), "run `make train`"
