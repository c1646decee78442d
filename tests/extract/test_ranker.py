"""The learned ranker: its weights are those of the corpus, its decisions are told and repeatable."""

import json
from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from tools.train_ranker import Recorder, lessons, spellings, train

from summitry.claims import Article, ReferenceDataError, article_id
from summitry.extract import Extractor, contract
from summitry.extract.ranker import LinearModel, Ranking, load_weights
from summitry.extract.ranker.candidates import Scene

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


def test_training_sees_a_candidate_as_the_ranker_does():
    """Days and places that only events are given later are not known where the ranker decides."""
    shown: list[Recorder] = []

    def record(scene: Scene, text: str) -> Recorder:
        shown.append(Recorder(scene, text))
        return shown[-1]

    said = "ROME, Sept 16 - Giorgia Meloni arrived on Tuesday. She met Pedro Sanchez. They spoke about gas."
    events = _read(said, ranking=record)["events"]
    later = {event["id"]: event["start"] for event in events}
    assert any(one.event.start is None and later[one.event.id] for one in shown[0].seen)


def test_where_no_candidate_is_likely_only_what_rules_hold_for_events_is_told():
    weights = load_weights()
    unsure = LinearModel(0.5, {}, 0.5)  # everything is an event by 0.62
    read = {
        name: _read(text, ranking=partial(Ranking, replace(weights, events=unsure)))["events"]
        for name, text in (("general", "Talks are needed, diplomats said. A visit would help."), ("told", TEXT))
    }
    assert read["general"] == []
    assert read["told"]


def test_what_stands_around_the_word_of_an_event_is_looked_at():
    decided: list[Ranking] = []

    def rank(scene: Scene, text: str) -> Ranking:
        decided.append(Ranking(load_weights(), scene, text, keeps=True))
        return decided[-1]

    _read("Friedrich Merz and Donald Tusk held talks in Berlin on Tuesday.", ranking=rank)
    features = next(one.features for one in decided[0].decisions if one.agent is None)
    assert "noun:after=hold" in features


def test_training_knows_guests_by_the_spelling_of_the_text():
    scenes: list[Scene] = []

    def record(scene: Scene, text: str) -> Recorder:
        scenes.append(scene)
        return Recorder(scene, text)

    text = "Emmanuel Macron a reçu mardi à Paris le ministre égyptien des Affaires étrangères, Sameh Choukri."
    Extractor(ranking=record).read(Article(article_id(text), text, lang="fr", published=date(2021, 1, 12)))
    (scene,) = scenes
    agents = [scene.agents[key] for key in scene.named]
    assert [spellings(a, scene) for a in agents if a.name == "Sameh Shoukry"] == [["Sameh Choukri"]]
