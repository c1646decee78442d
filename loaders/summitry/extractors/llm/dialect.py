"""What a server understands of the protocol: found out by its refusals, remembered for the next request.

Servers differ in how they take a JSON schema, in the name of the limit of tokens, and in whether they let one choose
the temperature.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from typing import Any

from summitry.extractors.llm.prompt import Message

SCHEMA, OBJECT, TEXT = "json_schema", "json_object", "text"
_WEAKER = {SCHEMA: OBJECT, OBJECT: TEXT}
_FORMAT_WORDS = ("response_format", "json_schema", "json_object", "schema", "structured", "grammar", "guided")


@dataclass(frozen=True, slots=True)
class Dialect:
    """How requests are put: the way to ask for JSON, the key of the limit of tokens, whether temperature is sent."""

    form: str = SCHEMA
    limit: str = "max_tokens"
    temperature: bool = True

    def body(self, model: str, messages: list[Message], schema: dict[str, Any], tokens: int) -> dict[str, Any]:
        """The body of a request."""
        body: dict[str, Any] = {"model": model, "messages": messages, self.limit: tokens, "stream": False}
        if self.temperature:
            body["temperature"] = 0
        if self.form == SCHEMA:
            named = {"name": "reading", "strict": True, "schema": schema}
            body["response_format"] = {"type": SCHEMA, SCHEMA: named}
        elif self.form == OBJECT:
            body["response_format"] = {"type": OBJECT}
        return body

    def without(self, complaint: str) -> Dialect | None:
        """The dialect that avoids what a server complains of (the text of its refusal); None when nothing helps."""
        words = complaint.lower()
        if "max_completion_tokens" in words and self.limit == "max_tokens":
            return replace(self, limit="max_completion_tokens")
        if "temperature" in words and self.temperature:
            return replace(self, temperature=False)
        if self.form in _WEAKER and any(word in words for word in _FORMAT_WORDS):
            return replace(self, form=_WEAKER[self.form])
        return None


class Known:
    """The dialect that worked last; shared by threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._dialect = Dialect()

    def get(self) -> Dialect:
        """The dialect to try first."""
        with self._lock:
            return self._dialect

    def learn(self, dialect: Dialect) -> None:
        """Remember what a server took."""
        with self._lock:
            self._dialect = dialect
