"""What must hold for any gold: itself is perfect, order does not matter, less text found is never more recall."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.evaluate_builder import Item, as_prediction, event, gold, party

from summitry.extract.evaluate import ALL, FOUND, LABELS, Category, GoldArticle, evaluate, load_gold
from summitry.extract.evaluate.report import as_json, figures

ARTICLES = load_gold(Path(__file__).resolve().parents[1] / "articles")
ERRORS = {"start_wrong", "start_missing", "start_invented"}


@pytest.mark.parametrize("optional", [True, False], ids=["whole", "required"])
def test_gold_against_itself_is_perfect(optional: bool) -> None:
    found = evaluate(ARTICLES, {article.id: as_prediction(article, optional) for article in ARTICLES})
    for tally in found.tallies.values():
        assert {tally.found(key)["f1"] for key in FOUND} <= {1.0, None}
        assert {tally.shares(key)["acc"] for key in LABELS if key not in ERRORS} <= {1.0, None}
        assert {tally.shares(key)["acc"] for key in ERRORS} <= {0.0, None}
        assert tally.false_alarms()["false_events"] == 0
    assert not found.worst(1)
    assert not found.missing


@pytest.mark.parametrize("seed", range(2))
def test_the_order_of_articles_events_and_offices_does_not_matter(seed: int) -> None:
    chance = random.Random(seed)
    spoilt = {article.id: _spoilt(article, chance) for article in ARTICLES}
    before = as_json(evaluate(ARTICLES, spoilt))["results"]
    for prediction in spoilt.values():
        for part in ("events", "offices", "memberships"):
            chance.shuffle(prediction[part])
    shuffled = chance.sample(ARTICLES, len(ARTICLES))
    assert as_json(evaluate(shuffled, spoilt))["results"] == before


def _spoilt(article: GoldArticle, chance: random.Random) -> dict[str, list[dict[str, object]]]:
    """A prediction that lacks some events and participants, and has some roles wrong."""
    found = as_prediction(article)
    found["events"] = [one for one in found["events"] if chance.random() < 0.8]
    for one in found["events"]:
        one["participants"] = [p for p in one["participants"] if chance.random() < 0.8]
        for participant in one["participants"]:
            participant["role"] = chance.choice([participant["role"], "absent", "participant"])
    return found


NAMES = ["Ana Silva", "Bruno Costa", "Carla Dias", "David Sousa", "Elena Rocha", "Filipe Lopes"]
EVENTS = st.lists(
    st.builds(
        event,
        st.sampled_from(["Sommet de Praia", "Rencontre de Mindelo", "Conférence de Tarrafal"]),
        st.sampled_from(["2024-01-01", "2024-03", "2025-06-30", None]),
        st.lists(st.builds(party, st.sampled_from(NAMES)), max_size=4, unique_by=lambda p: str(p["name"])),
    ),
    max_size=4,
)


@settings(max_examples=60, deadline=None)
@given(EVENTS, EVENTS)
def test_counts_add_up(wanted: list[Item], found: list[Item]) -> None:
    article = gold(*wanted)
    value = figures(evaluate([article], {article.id: {"events": found}}).tallies[ALL])
    for key, ours, theirs in (
        ("events", len(wanted), len(found)),
        ("participation", _people(wanted), _people(found)),
        ("attendance", _people(wanted), _people(found)),
    ):
        figure = value[key]
        assert isinstance(figure, dict)
        assert figure["tp"] + figure["fn"] == ours  # type: ignore[typeddict-item]
        assert figure["tp"] + figure["fp"] == theirs  # type: ignore[typeddict-item]


def _people(events: list[Item]) -> int:
    return sum(len(one["participants"]) for one in events)


def test_mistakes_say_what_is_missing_and_what_is_too_much() -> None:
    wanted = event("Sommet de Praia", "2024-01-01", [party("Ana Silva"), party("Bruno Costa", role="absent")])
    read = event("Sommet de Praia", "2024-01-02", [party("Bruno Costa"), party("Carla Dias")])
    case = evaluate([gold(wanted)], {"a-1": {"events": [read]}}).worst(5)[0]
    assert {(m.category, m.what) for m in case.mistakes} == {
        (Category.DATE, "2024-01-01, read as 2024-01-02"),
        (Category.ATTENDANCE, "Bruno Costa is absent, read as participant"),
        (Category.MISSING_PARTICIPANT, "Ana Silva (participant)"),
        (Category.FALSE_PARTICIPANT, "Carla Dias (participant)"),
    }
    assert str(case.mistakes[0]).endswith("[meeting 'Sommet de Praia' 2024-01-01]")


def test_worst_is_ordered_by_mistakes_and_leaves_out_the_right() -> None:
    one = event("Sommet de Praia", "2024-01-01", [party("Ana Silva")])
    articles = [gold(name="a"), gold(one, name="b"), gold(one, name="c", lang="en")]
    found = evaluate(articles, {"a": {}, "b": {"events": [{**one, "kind": "visit", "start": None}]}})
    assert [case.id for case in found.worst(9)] == ["b", "c"]
    assert list(found.missing) == ["c"]
    assert list(found.tallies) == ["en", "fr", ALL]
    assert [group.counts["texts"] for group in found.tallies.values()] == [1, 2, 3]
