"""Reads an article once more and keeps the reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from summitry.claims import Article
from summitry.extract.explain.model import Explanation, Mark, Sentence, Span, Statement
from summitry.extract.explain.statements import marks, statements
from summitry.extract.extractor import Extractor
from summitry.extract.packs import load_packs
from summitry.extract.ranker import Ranking, load_weights
from summitry.extract.ranker.candidates import Scene
from summitry.extract.sentences import split
from summitry.reference.tables import Reference

_ORDER = tuple(Mark)


def explain(article: Article, reference: Reference | None = None) -> Explanation:
    """What was read in each sentence of an article, and what was turned down, with rules and reasons."""
    rankings: list[Ranking] = []

    def listening(scene: Scene, text: str) -> Ranking:
        rankings.append(Ranking(load_weights(), scene, text, keeps=True))
        return rankings[-1]

    packs = load_packs()
    reading = Extractor(reference, packs, listening).read(article)
    lang, text = reading.article.lang, reading.article.text
    bounds = split(text, packs[lang].abbreviations) if lang in packs else [(0, len(text))]
    told = sorted(
        (s for r in rankings for s in statements(reading, r.decisions)), key=lambda s: (s[0], not s[1].accepted)
    )
    layers = _flat(marks(reading), len(text))
    sentences = [_sentence(text, start, end, layers, told) for start, end in bounds]
    return Explanation(article.title or text[:80].partition("\n")[0], lang, sentences)


def _sentence(
    text: str, start: int, end: int, layers: Sequence[Mark | None], told: Sequence[tuple[int, Statement]]
) -> Sentence:
    here = tuple(dict.fromkeys(statement for at, statement in told if start <= at < end))
    return Sentence(start, end, text[start:end], tuple(_runs(layers, start, end)), here)


def _flat(spans: Iterable[Span], length: int) -> list[Mark | None]:
    """One mark for each character: of several the one that stands first in the order of marks."""
    layers: list[Mark | None] = [None] * length
    for span in sorted(spans, key=lambda s: -_ORDER.index(s.mark)):
        layers[span.start : span.end] = [span.mark] * (span.end - span.start)
    return layers


def _runs(layers: Sequence[Mark | None], start: int, end: int) -> Iterator[Span]:
    at = start
    while at < end:
        last = at
        while last < end and layers[last] == layers[at]:
            last += 1
        mark = layers[at]
        if mark is not None:
            yield Span(at, last, mark)
        at = last
