"""With the rules beside it a model reads at least as well as alone, a weak one better: held on known mistakes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from tests.conftest import ROOT
from tests.extractors.conftest import Open
from tests.extractors.imperfect import Imperfect, People, Rates
from tests.extractors.llm_server import serving

from summitry.claims import Article
from summitry.extract import Extractor, Reading, contract
from summitry.extract.evaluate import GoldArticle, evaluate, load_gold
from summitry.extract.evaluate.report import as_json
from summitry.loaders import Defaults, read_file

STRONG = (Rates(0.01, 0.15, 0.04, 0.03, 0.5), {"precision": 0.92, "recall": 0.99}, -0.005)
WEAK = (Rates(0.25, 0.40, 0.10, 0.08, 0.6), {"precision": 0.75, "recall": 0.75}, 0.01)
"""Mistakes, what is known of the model, and what the rules add to the F1 of its participations at least."""
EVERY = 2
"""Every second article: enough for a figure, few enough for a test."""


@pytest.fixture(scope="module")
def corpus() -> dict[str, tuple[GoldArticle, Article]]:
    """The development articles in French and English, by id."""
    found = {}
    for lang in ("fr", "en"):
        for gold in load_gold(ROOT / "tests" / "articles" / lang / "dev", ())[::EVERY]:
            assert gold.text is not None
            found[gold.id] = (gold, read_file(gold.text, Defaults(gold.published, gold.lang)))
    return found


def named(reading: Reading) -> People:
    """The people whom an article names, with their countries."""
    return [
        (agent.name, agent.country) for agent, _ in reading.mentions if agent.type == "person" and not agent.unnamed
    ]


@pytest.mark.parametrize(("rates", "settings", "gain"), [STRONG, WEAK], ids=["strong", "weak"])
def test_rules_and_model_read_better_than_the_model_alone(
    rates: Rates,
    settings: dict[str, float],
    gain: float,
    corpus: Mapping[str, tuple[GoldArticle, Article]],
    rules: Extractor,
    opened: Open,
) -> None:
    people = {article.text: named(rules.read(article)) for _, article in corpus.values()}
    model = Imperfect(rates, {article.text: gold.path for gold, article in corpus.values()}, people)
    figures: dict[bool, Any] = {}
    with serving(model) as server:
        for together in (True, False):
            with opened(server.url, with_rules=together, **settings) as extractor:
                readings = list(extractor.examine_many(article for _, article in corpus.values()))
            assert not any(examined.problems for examined in readings)
            predictions = {name: contract(e.reading) for name, e in zip(corpus, readings, strict=True)}
            found = evaluate([gold for gold, _ in corpus.values()], predictions)
            figures[together] = as_json(found, 0)["results"]["all"]
    both, alone = figures[True], figures[False]
    assert both["participation"]["f1"] >= alone["participation"]["f1"] + gain
    assert both["start_exact"]["acc"] >= alone["start_exact"]["acc"]
    assert both["offices"]["f1"] > alone["offices"]["f1"]
