"""spaCy's named entities as an optional extractor: people and organisations that neither rules nor tables know.

They are mentions with their evidence and no more: who takes part in what, a list of names does not say.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import spacy

from summitry.claims import AgentType, Article, Evidence, ExtractorError
from summitry.claims.iris import slug
from summitry.extract.reading import Agent, Reading, unique
from summitry.extractors.disputes import Dispute, Judged
from summitry.extractors.names import Names, plain
from summitry.extractors.settings import SpacySettings
from summitry.extractors.suggestion import Refused, Source, Suggestion
from summitry.reference import Reference

KIND = "spacy"
_TYPES = {"PER": AgentType.PERSON, "PERSON": AgentType.PERSON, "ORG": AgentType.ORGANISATION}
_UNUSED = ("parser", "tagger", "morphologizer", "lemmatizer", "attribute_ruler", "senter")
_NAME = re.compile(r"[^\W\d_][\w'’.-]*(?: [^\W\d_][\w'’.-]*){0,5}")
_LONGEST = 100_000
"""Longer texts are read in pieces of so many characters: spaCy's memory grows with the length."""
_PRECISION, _RECALL = 0.5, 0.5
"""How far a name that only spaCy finds is believed: it takes headlines and brands for people (docs/extractors.md)."""


@dataclass(frozen=True, slots=True)
class _Entity:
    """A name that spaCy found."""

    type: AgentType
    evidence: Evidence


class SpacyExtractor:
    """Reads with one pipeline a language, each loaded when its first article comes."""

    def __init__(self, settings: SpacySettings, reference: Reference, names: Names | None = None) -> None:
        self.source = Source(KIND, "spacy", _PRECISION, _RECALL)
        self._settings = settings
        self._names = names or Names(reference)
        self._pipelines: dict[str, Any] = {}
        self._lock = threading.Lock()

    def suggest(self, article: Article, rules: Reading) -> Suggestion:
        """The unknown names of an article; a problem when there is no pipeline for its language."""
        name = self._settings.models.get(article.lang or "")
        source = Source(KIND, name or KIND, _PRECISION, _RECALL)
        empty = Reading(article, (), (), (), (), ())
        if name is None:
            problem = ExtractorError(_name(article), f"is in a language ({article.lang}) without a spaCy pipeline",
                                     "name one: SUMMITRY_SPACY_MODELS=xx=PIPELINE")  # fmt: skip
            return Suggestion(source, empty, problems=(problem,))
        try:
            with self._lock:  # pipelines keep state while they read
                found = list(self._entities(article.text, self._pipeline(name)))
        except ExtractorError as error:
            return Suggestion(source, empty, problems=(error,))
        mentions, refused = self._unknown(found, rules)
        reading = Reading(article, (), (), (), tuple(mentions), ())
        return Suggestion(source, reading, refused=tuple(refused))

    def judge(self, article: Article, disputes: Sequence[Dispute]) -> Judged:  # noqa: ARG002
        """Names alone judge nothing."""
        return Judged()

    def close(self) -> None:
        """Forget the pipelines."""
        self._pipelines.clear()

    def _pipeline(self, name: str) -> Any:
        if name not in self._pipelines:
            try:
                self._pipelines[name] = spacy.load(name, exclude=list(_UNUSED))
            except (OSError, ValueError, ImportError) as error:
                way = f"pip install {name.replace('_', '-')}, or python -m spacy download {name}"
                raise ExtractorError(f"spaCy pipeline {name}", f"cannot be loaded: {_line(error)}", way) from error
        return self._pipelines[name]

    def _entities(self, text: str, pipeline: Any) -> Iterator[_Entity]:
        for start in range(0, len(text), _LONGEST):
            for entity in pipeline(text[start : start + _LONGEST]).ents:
                if entity.label_ in _TYPES:
                    first, last = start + entity.start_char, start + entity.end_char
                    yield _Entity(_TYPES[entity.label_], Evidence(first, last, text[first:last]))

    def _unknown(
        self, found: Iterable[_Entity], rules: Reading
    ) -> tuple[list[tuple[Agent, tuple[Evidence, ...]]], list[Refused]]:
        """Names that the rules have not read, with their places; and what is no name."""
        taken = [quote for _, quotes in rules.mentions for quote in quotes]
        places: dict[Agent, list[Evidence]] = {}
        refused: list[Refused] = []
        for entity in found:
            words = entity.evidence
            if any(words.start < q.end and q.start < words.end for q in taken) or self._listed(words.quote):
                continue
            if reason := _doubt(entity):
                refused.append(Refused("name", words.quote, reason))
            else:
                places.setdefault(_agent(entity), []).append(words)
        return [(agent, unique(quotes)) for agent, quotes in places.items()], refused

    def _listed(self, words: str) -> bool:
        """Whether the tables know the name: then the rules had a reason to leave it."""
        known = (self._names.people, self._names.families, self._names.organisations)
        return any(find(words) for find in (*known, self._names.states, self._names.places))


def _doubt(entity: _Entity) -> str | None:
    """Why something is no name."""
    words = entity.evidence.quote
    if not _NAME.fullmatch(words):
        return "is not made of words"
    if entity.type is AgentType.PERSON and " " not in words:
        return "is one word: it may be anybody's"
    small = words[0].islower() or (entity.type is AgentType.PERSON and words.rpartition(" ")[2][0].islower())
    return "has a small letter where a name has a capital one" if small else None


def _agent(entity: _Entity) -> Agent:
    name = " ".join(entity.evidence.quote.split())
    return Agent(f"{entity.type}/{slug(name) or plain(name)}", entity.type, name)


def _name(article: Article) -> str:
    return article.title or article.url or f"article {article.id}"


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:200]
