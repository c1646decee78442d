"""Asks a server that speaks the OpenAI chat-completions protocol: one question, one answer, with retries."""

from __future__ import annotations

import email.utils
import ipaddress
import json
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import httpx

from summitry.extractors.llm.dialect import SCHEMA, Known
from summitry.extractors.llm.failures import BusyError, RejectedError, TruncatedError, UnreachableError, UnusableError
from summitry.extractors.llm.prompt import Message
from summitry.extractors.settings import LlmSettings

MAX_BYTES = 4_000_000
"""The largest answer that is read: some hundred times that of a long article."""
_AGAIN = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 60.0
_TOO_LONG = ("context_length", "context length", "maximum context", "too many tokens", "prompt is too long")
_LONGEST_WORDS = 200
_REMEDIES = {
    401: "set SUMMITRY_LLM_KEY",
    403: "check SUMMITRY_LLM_KEY",
    404: "check SUMMITRY_LLM_URL and SUMMITRY_LLM_MODEL",
}


@dataclass(frozen=True, slots=True)
class _Reply:
    """The status, headers and body of an answer."""

    status: int
    pause: float | None
    body: bytes


class _Again(Exception):  # noqa: N818 - no error that anybody sees: the sign to try once more
    """What to try again after, and what to raise when no try is left."""

    def __init__(self, error: Exception, pause: float | None = None) -> None:
        super().__init__(str(error))
        self.error = error
        self.pause = pause


class ChatClient:
    """Threads may share it. `close` ends what is under way."""

    def __init__(self, settings: LlmSettings) -> None:
        self._settings = settings
        self._known = Known()
        self._closed = threading.Event()
        headers = {"Authorization": f"Bearer {settings.key}"} if settings.key else {}
        limits = httpx.Limits(max_connections=settings.workers, max_keepalive_connections=settings.workers)
        self._http = httpx.Client(
            headers=headers, timeout=settings.timeout, limits=limits, trust_env=not _is_local(settings.url)
        )
        self._address = f"{settings.url.rstrip('/')}/chat/completions"

    def ask(self, question: Callable[[bool], list[Message]], schema: dict[str, Any]) -> dict[str, Any]:
        """The body of the answer as parsed JSON. Raises one of the failures, each of which names the address.

        `question` makes the messages; it is told whether they have to carry the schema in words.
        """
        dialect = self._known.get()
        while True:
            messages = question(dialect.form != SCHEMA)
            body = dialect.body(self._settings.model, messages, schema, self._settings.max_tokens)
            try:
                found = self._with_retries(json.dumps(body, ensure_ascii=False).encode())
            except RejectedError as error:
                other = dialect.without(error.cause)
                if other is None:
                    raise
                dialect = other
                continue
            self._known.learn(dialect)
            return found

    def close(self) -> None:
        """Close the connections; waiting and asking end at once."""
        self._closed.set()
        self._http.close()

    def _with_retries(self, body: bytes) -> dict[str, Any]:
        pause = _FIRST_PAUSE
        for left in range(self._settings.retries, -1, -1):
            try:
                return self._once(body)
            except _Again as again:
                if left == 0 or self._closed.is_set():
                    raise again.error from None
                self._closed.wait(min(again.pause if again.pause is not None else pause, _LONGEST_PAUSE))
                pause *= 2
        raise AssertionError("the last try returns or raises")

    def _once(self, body: bytes) -> dict[str, Any]:
        try:
            reply = self._post(body)
        except httpx.TimeoutException as error:
            cause = f"gave no answer within {self._settings.timeout:g} seconds"
            raise _Again(self._unreachable(cause, "give it more time: SUMMITRY_LLM_TIMEOUT")) from error
        except (httpx.HTTPError, RuntimeError) as error:  # RuntimeError: the client was closed meanwhile
            cause = f"cannot be reached: {error or type(error).__name__}"
            raise _Again(self._unreachable(cause, "start the server, or correct SUMMITRY_LLM_URL")) from error
        if reply.status != 200:
            raise self._failure(reply)
        try:
            found = json.loads(reply.body)
        except ValueError as error:
            raise self._no_protocol() from error
        if not isinstance(found, dict):
            raise self._no_protocol()
        return found

    def _post(self, body: bytes) -> _Reply:
        """Send a request and read the answer, at most MAX_BYTES of it and not beyond the time limit."""
        deadline = time.monotonic() + self._settings.timeout
        parts, size = [], 0
        headers = {"Content-Type": "application/json"}
        with self._http.stream("POST", self._address, content=body, headers=headers) as response:
            for part in response.iter_bytes():
                parts.append(part)
                size += len(part)
                if size > MAX_BYTES:
                    cause = f"answered with more than {MAX_BYTES // 1_000_000} MB"
                    raise UnusableError(self._name, cause, "check that the model keeps to the schema")
                if time.monotonic() > deadline:
                    raise httpx.ReadTimeout("the answer goes on and on")
            return _Reply(response.status_code, _pause(response.headers.get("retry-after")), b"".join(parts))

    def _failure(self, reply: _Reply) -> Exception:
        """What an answer with another status than 200 means."""
        words = self._said(reply.body)
        if reply.status in _AGAIN:
            busy = BusyError(self._name, f"answered {reply.status}{words}", "try again later, or ask fewer at once")
            return _Again(busy, reply.pause)
        if any(sign in words.lower() for sign in _TOO_LONG) or reply.status == 413:
            return TruncatedError(self._name, f"finds the text too long{words}", "lower SUMMITRY_LLM_CONTEXT")
        remedy = _REMEDIES.get(reply.status, "check the SUMMITRY_LLM_ settings")
        return RejectedError(self._name, f"refuses the request with {reply.status}{words}", remedy)

    def _said(self, body: bytes) -> str:
        """The server's own words in one line, the key struck out."""
        text = body[:2000].decode("utf-8", "replace")
        try:
            error = json.loads(body).get("error")
            text = str(error.get("message") if isinstance(error, dict) else error or text)
        except (ValueError, AttributeError):
            pass
        line = " ".join(text.split())
        if self._settings.key:
            line = line.replace(self._settings.key, "…")
        return f": {line[:_LONGEST_WORDS]}" if line else ""

    def _unreachable(self, cause: str, remedy: str) -> UnreachableError:
        return UnreachableError(self._name, cause, remedy)

    def _no_protocol(self) -> RejectedError:
        return RejectedError(self._name, "answered with something else than JSON", "check SUMMITRY_LLM_URL")

    @property
    def _name(self) -> str:
        """The address without a login."""
        url = httpx.URL(self._settings.url)
        return str(url.copy_with(username=None, password=None)) if url.userinfo else self._settings.url


def _pause(header: str | None) -> float | None:
    """The seconds that a Retry-After header asks for: a number, or a date."""
    if not header:
        return None
    try:
        return max(0.0, float(header))
    except ValueError:
        pass
    try:
        until = email.utils.parsedate_to_datetime(header)
    except ValueError:
        return None
    return max(0.0, (until.astimezone(UTC) - datetime.now(UTC)).total_seconds())


def _is_local(url: str) -> bool:
    """Whether an address is on this machine, where no proxy has to be asked."""
    host = httpx.URL(url).host
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
