"""What every optional extractor gives back: a reading of its own, what it was refused, and what went wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from summitry.claims import Article, ExtractorError
from summitry.extract.reading import Reading
from summitry.extractors.disputes import Dispute, Judged


@dataclass(frozen=True, slots=True)
class Source:
    """Who suggests: `kind` opens the ids of its rules (`llm`, `spacy`), `name` is the model's own.

    `precision` and `recall` are those of its participations, 0 to 1.
    """

    kind: str
    name: str
    precision: float
    recall: float

    @property
    def accuracy(self) -> float:
        """How often a single property of an event (a date, a status) is right, by guess: more often than people are."""
        return (2 + self.precision + self.recall) / 4


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that was suggested and not taken: what, with which words, and why."""

    what: str
    value: str
    reason: str

    def as_json(self) -> dict[str, str]:
        """The refusal as printed in JSON."""
        return {"what": self.what, "value": self.value, "reason": self.reason}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What one extractor makes of one article.

    `read` are the spans of the text that it has seen whole: where it has not, its silence says nothing.
    """

    source: Source
    reading: Reading
    read: tuple[tuple[int, int], ...] = ()
    refused: tuple[Refused, ...] = ()
    problems: tuple[ExtractorError, ...] = ()

    @property
    def says_something(self) -> bool:
        """Whether it has read anything, or found a name: otherwise the rules' reading stands as it is."""
        return bool(self.read or self.reading.mentions)

    def has_read(self, start: int, end: int) -> bool:
        """Whether it has seen a stretch of the text."""
        return any(first <= start and end <= last for first, last in self.read)


class Suggester(Protocol):
    """An optional extractor. `suggest` may be called from several threads at once."""

    source: Source

    def suggest(self, article: Article, rules: Reading) -> Suggestion:
        """Its reading of an article that the rules have read before; never raises ExtractorError."""

    def judge(self, article: Article, disputes: Sequence[Dispute]) -> Judged:
        """A second look at what only one side says; nothing when it does not look again; raises no ExtractorError."""

    def close(self) -> None:
        """Give back connections; what is still under way fails soon."""


@dataclass(frozen=True, slots=True)
class Examined:
    """A merged reading with what optional extractors were refused and what went wrong."""

    reading: Reading
    sources: tuple[Source, ...] = ()
    refused: tuple[Refused, ...] = ()
    problems: tuple[ExtractorError, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The part of the contract's object that tells of optional extractors."""
        return {
            "used": [{"kind": source.kind, "name": source.name} for source in self.sources],
            "refused": [refused.as_json() for refused in self.refused],
            "problems": [str(problem) for problem in self.problems],
        }
