"""A language model as an optional extractor: pieces of an article asked about, answers checked, readings joined."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from summitry.claims import Article, ExtractorError
from summitry.extract.reading import Reading
from summitry.extractors.llm import chunks, reply
from summitry.extractors.llm.answer import Answer, read_answer
from summitry.extractors.llm.cache import AnswerCache
from summitry.extractors.llm.chunks import Chunk
from summitry.extractors.llm.client import ChatClient
from summitry.extractors.llm.failures import LASTING, MalformedError, RejectedError, TruncatedError
from summitry.extractors.llm.joining import joined
from summitry.extractors.llm.prompt import Message, Prompt
from summitry.extractors.llm.proposal import Proposer
from summitry.extractors.names import Names
from summitry.extractors.settings import LlmSettings
from summitry.extractors.suggestion import Refused, Source, Suggestion
from summitry.extractors.times import Dates, Engines
from summitry.reference import Reference

KIND = "llm"
_DEEPEST = 3
"""How often a piece is halved when the answer about it grows too long."""
_PATIENCE = 3
"""After so many articles in a row without a connection the others are not asked about."""


@dataclass(slots=True)
class _Asked:
    """What came of asking about one article."""

    readings: list[Reading] = field(default_factory=list)
    read: list[tuple[int, int]] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    problem: ExtractorError | None = None


class LlmExtractor:
    """Asks a model. Threads may share it."""

    def __init__(self, settings: LlmSettings, reference: Reference, names: Names | None = None) -> None:
        self.source = Source(KIND, settings.model, settings.precision, settings.recall)
        self._settings = settings
        self._names = names or Names(reference)
        self._engines = Engines(reference)
        self._prompt = Prompt(tuple(reference.offices))
        self._cache = AnswerCache(settings.cache)
        self._client = ChatClient(settings)
        self._lock = threading.Lock()
        self._unheard = 0
        self._lost: ExtractorError | None = None

    def suggest(self, article: Article, rules: Reading) -> Suggestion:
        """The model's reading of an article, checked against its text; with a problem when it is missing or partial."""
        proposer = Proposer(article, rules, self._names, self._dates(article), self.source.precision)
        asked = _Asked()
        for chunk in chunks.split(article.text, self._settings.context_tokens):
            self._read(article, chunk, proposer, asked)
            if asked.problem is not None:
                break
        reading = joined(article, asked.readings)
        problems = (_told(article, asked.problem, bool(asked.read)),) if asked.problem else ()
        return Suggestion(self.source, reading, tuple(asked.read), tuple(proposer.refused), problems)

    def close(self) -> None:
        """Cut the connections."""
        self._client.close()

    def _dates(self, article: Article) -> Dates:
        return Dates(self._engines.of(article.lang), article)

    def _read(self, article: Article, chunk: Chunk, proposer: Proposer, asked: _Asked, depth: int = 0) -> None:
        """Ask about a piece; about its halves when the answer grows too long."""
        try:
            answer = self._answer(article, chunk)
        except TruncatedError as error:
            parts = chunks.halves(chunk, article.text) if depth < _DEEPEST else [chunk]
            if len(parts) == 1:
                asked.problem = error
            for part in parts if len(parts) > 1 else ():
                self._read(article, part, proposer, asked, depth + 1)
        except ExtractorError as error:
            asked.problem = error
        else:
            asked.readings.append(proposer.reading(answer, (chunk.start, chunk.end)))
            asked.read.append((chunk.start, chunk.end))

    def _answer(self, article: Article, chunk: Chunk) -> Answer:
        """The answer about a piece: the one that is kept, else a new one."""
        model = self._settings.model
        parts = (self._settings.url, model, self._prompt.version, article.lang or "", article.title or "",
                 str(article.published), chunk.lead, chunk.text)  # fmt: skip
        if (kept := self._cache.get(*parts)) is not None:
            return read_answer(kept, model)
        found, answer = self._asked(article, chunk)
        self._cache.put(found, *parts)
        return answer

    def _asked(self, article: Article, chunk: Chunk) -> tuple[dict[str, Any], Answer]:
        """Ask, and once more when the answer cannot be read."""
        try:
            return self._once(article, chunk)
        except MalformedError as error:
            return self._once(article, chunk, complaint=error.cause)

    def _once(self, article: Article, chunk: Chunk, complaint: str = "") -> tuple[dict[str, Any], Answer]:
        def question(with_schema: bool) -> list[Message]:
            messages = self._prompt.messages(article, chunk, with_schema=with_schema)
            return [*messages, *_again(complaint)]

        text = reply.written(self._body(question), self._settings.model)
        found = reply.parsed(text, self._settings.model)
        return found, read_answer(found, self._settings.model)

    def _body(self, question: Any) -> dict[str, Any]:
        """The body of the answer; a failure that the next article would meet too is remembered."""
        with self._lock:
            if self._lost is not None:
                raise self._lost
        try:
            body = self._client.ask(question, self._prompt.schema)
        except LASTING as error:
            with self._lock:
                self._unheard += 1
                if isinstance(error, RejectedError) or self._unheard >= _PATIENCE:
                    self._lost = error
            raise
        with self._lock:
            self._unheard = 0
        return body


def _again(complaint: str) -> Iterator[Message]:
    """A word on what was wrong with the last answer."""
    if complaint:
        words = f"Your last answer could not be read: it {complaint}. Answer again, with one JSON object in the schema."
        yield {"role": "user", "content": words}


def _told(article: Article, problem: ExtractorError, partly: bool) -> ExtractorError:
    """The problem with the name of the article that it befell."""
    name = article.title or article.url or f"article {article.id}"
    return type(problem)(
        name, f"{problem.subject} {problem.cause}; the rules read {'the rest of ' * partly}it alone", problem.remedy
    )
