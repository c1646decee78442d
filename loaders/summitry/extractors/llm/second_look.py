"""The second question to a model: is it so? Verdicts on statements that only one side makes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from summitry.claims import Article
from summitry.extractors.disputes import Dispute, Key
from summitry.extractors.llm import chunks
from summitry.extractors.llm.asking import Asker
from summitry.extractors.llm.chunks import Chunk
from summitry.extractors.llm.failures import MalformedError
from summitry.extractors.llm.prompt import Message, Prompt

MOST = 120
"""So many statements are put about one piece of an article; the others are decided without a second look."""
_VERDICTS = {"yes": True, "no": False}


class SecondLook:
    """Asks for verdicts."""

    def __init__(self, asker: Asker, prompt: Prompt, model: str, context_tokens: int) -> None:
        self._asker = asker
        self._prompt = prompt
        self._model = model
        self._tokens = context_tokens

    def verdicts(self, article: Article, disputes: Sequence[Dispute]) -> dict[Key, bool]:
        """True for yes and False for no, by key. Raises ExtractorError when the model gives no answer."""
        found: dict[Key, bool] = {}
        for chunk in chunks.split(article.text, self._tokens):
            here = [d for d in disputes if d.key not in found and _within(d, chunk)][:MOST]
            if here:
                found |= self._ask(article, chunk, here)
        return found

    def _ask(self, article: Article, chunk: Chunk, disputes: Sequence[Dispute]) -> dict[Key, bool]:
        statements = "\n".join(f"{n}. {d.statement} Passage: “{_line(d)}”" for n, d in enumerate(disputes, 1))

        def question(with_schema: bool) -> list[Message]:
            return self._prompt.second_messages(article, chunk, statements, with_schema=with_schema)

        def read(answer: dict[str, Any]) -> dict[Key, bool]:
            return dict(self._read(answer, disputes))

        key = ("second look", self._prompt.version, str(article.published), chunk.lead, chunk.text, statements)
        return self._asker.ask(question, self._prompt.second_schema, read, key)

    def _read(self, answer: dict[str, Any], disputes: Sequence[Dispute]) -> Iterator[tuple[Key, bool]]:
        """Verdicts with a number that was asked about."""
        items = answer.get("verdicts")
        if not isinstance(items, list):
            raise MalformedError(self._model, "answered with JSON outside the schema: no verdicts", "ask another model")
        for item in items:
            number = item.get("number") if isinstance(item, dict) else None
            verdict = item.get("verdict") if isinstance(item, dict) else None
            if isinstance(number, int) and 1 <= number <= len(disputes) and verdict in ("yes", "no"):
                yield disputes[number - 1].key, _VERDICTS[str(verdict)]


def _within(dispute: Dispute, chunk: Chunk) -> bool:
    return chunk.start <= dispute.evidence.start and dispute.evidence.end <= chunk.end


def _line(dispute: Dispute) -> str:
    return " ".join(dispute.evidence.quote.split())
