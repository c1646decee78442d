"""One question to a model: from the answer that is kept, else from the server; asked twice when it cannot be read."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from summitry.claims import ExtractorError
from summitry.extractors.llm import reply
from summitry.extractors.llm.cache import AnswerCache
from summitry.extractors.llm.client import ChatClient
from summitry.extractors.llm.failures import LASTING, MalformedError, RejectedError
from summitry.extractors.llm.prompt import Message
from summitry.extractors.settings import LlmSettings

Question = Callable[[bool], list[Message]]
Json = dict[str, Any]
_Answer = TypeVar("_Answer")
_PATIENCE = 3
"""After so many questions in a row without a connection nothing more is asked."""


class Asker:
    """Asks a model; remembers when it is not there. Threads may share it."""

    def __init__(self, settings: LlmSettings) -> None:
        self._model = settings.model
        self._url = settings.url
        self._cache = AnswerCache(settings.cache)
        self._client = ChatClient(settings)
        self._lock = threading.Lock()
        self._unheard = 0
        self._lost: ExtractorError | None = None

    def ask(self, question: Question, schema: Json, read: Callable[[Json], _Answer], key: Sequence[str]) -> _Answer:
        """The answer as `read` makes it of JSON; `key` is everything that it depends on besides the model.

        Raises ExtractorError when there is no answer, or none that can be read.
        """
        parts = (self._url, self._model, *key)
        if (kept := self._cache.get(*parts)) is not None:
            return read(kept)
        try:
            found, answer = self._once(question, schema, read)
        except MalformedError as error:
            found, answer = self._once(_again(question, error.cause), schema, read)
        self._cache.put(found, *parts)
        return answer

    def close(self) -> None:
        """Cut the connections."""
        self._client.close()

    def _once(self, question: Question, schema: Json, read: Callable[[Json], _Answer]) -> tuple[Json, _Answer]:
        text = reply.written(self._body(question, schema), self._model)
        found = reply.parsed(text, self._model)
        return found, read(found)

    def _body(self, question: Question, schema: Json) -> Json:
        """The body of the answer; a failure that the next question would meet too is remembered."""
        with self._lock:
            if self._lost is not None:
                raise self._lost
        try:
            body = self._client.ask(question, schema)
        except LASTING as error:
            with self._lock:
                self._unheard += 1
                if isinstance(error, RejectedError) or self._unheard >= _PATIENCE:
                    self._lost = error
            raise
        with self._lock:
            self._unheard = 0
        return body


def _again(question: Question, complaint: str) -> Question:
    """The question with a word on what was wrong with the last answer."""

    def asked(with_schema: bool) -> list[Message]:
        return [*question(with_schema), *_complaint(complaint)]

    return asked


def _complaint(cause: str) -> Iterator[Message]:
    words = f"Your last answer could not be read: it {cause}. Answer again, with one JSON object in the schema."
    yield {"role": "user", "content": words}
