"""A language model as an optional extractor: pieces of an article asked about, answers checked, readings joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from summitry.claims import Article, ExtractorError
from summitry.extract.reading import Reading
from summitry.extractors.disputes import Dispute, Judged
from summitry.extractors.llm import chunks
from summitry.extractors.llm.answer import Answer, read_answer
from summitry.extractors.llm.asking import Asker
from summitry.extractors.llm.chunks import Chunk
from summitry.extractors.llm.failures import TruncatedError
from summitry.extractors.llm.joining import joined
from summitry.extractors.llm.prompt import Message, Prompt
from summitry.extractors.llm.proposal import Proposer
from summitry.extractors.llm.second_look import SecondLook
from summitry.extractors.names import Names
from summitry.extractors.settings import LlmSettings
from summitry.extractors.suggestion import Refused, Source, Suggestion
from summitry.extractors.times import Dates, Engines
from summitry.reference import Reference

KIND = "llm"
_DEEPEST = 3
"""How often a piece is halved when the answer about it grows too long."""


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
        self._asker = Asker(settings)
        self._second = SecondLook(self._asker, self._prompt, settings.model, settings.context_tokens)

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

    def judge(self, article: Article, disputes: Sequence[Dispute]) -> Judged:
        """A second look at what only one side says, when it is set."""
        if not self._settings.second_look or not disputes:
            return Judged()
        try:
            return Judged(self._second.verdicts(article, disputes))
        except ExtractorError as error:
            name = article.title or article.url or f"article {article.id}"
            cause = f"no second look: {error.subject} {error.cause}; the first reading stands"
            return Judged({}, type(error)(name, cause, error.remedy))

    def close(self) -> None:
        """Cut the connections."""
        self._asker.close()

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
        """The answer about a piece of an article."""

        def question(with_schema: bool) -> list[Message]:
            return self._prompt.messages(article, chunk, with_schema=with_schema)

        def read(found: dict[str, Any]) -> Answer:
            return read_answer(found, self._settings.model)

        key = (self._prompt.version, article.lang or "", article.title or "", str(article.published), chunk.lead,
               chunk.text)  # fmt: skip
        return self._asker.ask(question, self._prompt.schema, read, key)


def _told(article: Article, problem: ExtractorError, partly: bool) -> ExtractorError:
    """The problem with the name of the article that it befell."""
    name = article.title or article.url or f"article {article.id}"
    return type(problem)(
        name, f"{problem.subject} {problem.cause}; the rules read {'the rest of ' * partly}it alone", problem.remedy
    )
