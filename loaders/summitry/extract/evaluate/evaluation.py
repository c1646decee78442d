"""A corpus against its predictions: figures per language, and the articles that went wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from summitry.extract.evaluate import wordlists
from summitry.extract.evaluate.gold import GoldArticle
from summitry.extract.evaluate.names import Folder
from summitry.extract.evaluate.parse import Parser
from summitry.extract.evaluate.score import score
from summitry.extract.evaluate.tally import Mistake, Tally

ALL = "all"
"""The name of the group that holds every article."""


@dataclass(frozen=True, slots=True)
class Case:
    """An article with what is wrong in its prediction."""

    id: str
    lang: str
    mistakes: tuple[Mistake, ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Tallies by language and for all, cases in the order of the articles, ids without a prediction."""

    tallies: Mapping[str, Tally]
    cases: Sequence[Case]
    missing: Sequence[str]

    def worst(self, count: int) -> list[Case]:
        """The articles with the most mistakes, worst first; those without a mistake are left out."""
        ranked = sorted(self.cases, key=lambda case: (-len(case.mistakes), case.id))
        return [case for case in ranked[:count] if case.mistakes]


def evaluate(articles: Iterable[GoldArticle], predictions: Mapping[str, Mapping[str, Any]]) -> Evaluation:
    """Compare gold with predictions, by id of the article; an article without a prediction counts as read empty.

    Predictions have the shape of the extraction contract.
    """
    scorer = _Scorer(wordlists.load())
    groups: dict[str, Tally] = {}
    total, cases, missing = Tally(), [], []
    for article in articles:
        if article.id not in predictions:
            missing.append(article.id)
        tally = scorer.score(article.content, predictions.get(article.id, {}))
        cases.append(Case(article.id, article.lang, tuple(tally.mistakes)))
        groups.setdefault(article.lang, Tally()).include(tally)
        total.include(tally)
    return Evaluation({**dict(sorted(groups.items())), ALL: total}, cases, missing)


class _Scorer:
    """Reads and compares JSON values; holds the word lists, so that they are read once."""

    def __init__(self, lists: wordlists.WordLists) -> None:
        self._gold, self._found = (Parser(Folder(lists), gold) for gold in (True, False))
        self._families = lists.kinds

    def score(self, gold: Mapping[str, Any], found: Mapping[str, Any]) -> Tally:
        return score(self._gold.content(gold), self._found.content(found), self._families)
