"""The shape of an explanation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Mark(StrEnum):
    """What a stretch of text was read as; where several meet, the first of this list is shown."""

    TIME = "time"
    PLACE = "place"
    STATUS = "status"
    AGENT = "agent"
    OFFICE = "office"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Span:
    """A marked stretch of a sentence; offsets are those of the article's text."""

    start: int
    end: int
    mark: Mark


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that was read, or turned down: its rule, confidence, words, and the features that decided."""

    about: str
    says: str
    rule: str
    confidence: float
    quotes: tuple[str, ...]
    accepted: bool = True
    reasons: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its marks, in order and without overlap, and what was read in it."""

    start: int
    end: int
    text: str
    spans: tuple[Span, ...]
    statements: tuple[Statement, ...]

    def pieces(self) -> Iterator[tuple[str, Mark | None]]:
        """The sentence cut at its marks."""
        at = self.start
        for span in self.spans:
            if span.start > at:
                yield self.text[at - self.start : span.start - self.start], None
            yield self.text[span.start - self.start : span.end - self.start], span.mark
            at = span.end
        if at < self.end:
            yield self.text[at - self.start :], None


@dataclass(frozen=True, slots=True)
class Explanation:
    """All sentences of an article."""

    title: str
    lang: str | None
    sentences: Sequence[Sentence]

    def as_json(self) -> dict[str, Any]:
        """The explanation as JSON."""
        return {"title": self.title, "lang": self.lang, "sentences": [_sentence(s) for s in self.sentences]}


def _sentence(sentence: Sentence) -> dict[str, Any]:
    return {
        "start": sentence.start, "end": sentence.end, "text": sentence.text,
        "spans": [{"start": s.start, "end": s.end, "mark": s.mark.value} for s in sentence.spans],
        "statements": [_statement(s) for s in sentence.statements],
    }  # fmt: skip


def _statement(one: Statement) -> dict[str, Any]:
    return {
        "about": one.about, "says": one.says, "rule": one.rule, "confidence": round(one.confidence, 3),
        "quotes": list(one.quotes), "accepted": one.accepted,
        "reasons": [{"feature": name, "weight": weight} for name, weight in one.reasons],
    }  # fmt: skip
