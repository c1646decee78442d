"""What is turned away before any route sees it: bodies that are too large, and changes asked for by other sites."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from summitry.api.problems import ForbiddenError, Problem, TooLargeError, problem_of, response
from summitry.claims import SummitryError
from summitry.loaders.files import MAX_BYTES

ENVELOPE = 100_000
"""Bytes that a form or JSON may need around an article."""

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class BodyLimit:
    """Answers 413 to bodies larger than an article with its envelope, announced or not."""

    def __init__(self, app: ASGIApp, limit: int = MAX_BYTES + ENVELOPE) -> None:
        self._app = app
        self._limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on while it is small enough."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        announced = Headers(scope=scope).get("content-length", "0")
        if announced.isdigit() and int(announced) > self._limit:
            await response(self._problem())(scope, receive, send)
            return
        received = 0

        async def counted() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > self._limit:
                raise self._error()
            return message

        await self._app(scope, counted, send)

    def _error(self) -> SummitryError:
        return TooLargeError(
            "request", f"is larger than {MAX_BYTES // 1_000_000} MB", "send one article at a time, as text"
        )

    def _problem(self) -> Problem:
        return problem_of(self._error())


class SameOrigin:
    """Answers 403 when a page of another site asks for a change: a browser would send it without asking its user."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on unless it comes from another origin."""
        if scope["type"] == "http" and scope["method"] not in _SAFE and _foreign(Headers(scope=scope)):
            error = ForbiddenError(
                "request", "comes from a page of another site", "send it from a program, or from a page of this server"
            )
            await response(problem_of(error))(scope, receive, send)
            return
        await self._app(scope, receive, send)


def _foreign(headers: Headers) -> bool:
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != headers.get("host")
