"""What is turned away before any route sees it: bodies that are too large, and changes asked for by other sites."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from summitry.api.problems import ForbiddenError, TooLargeError, problem_of, response
from summitry.claims import SummitryError
from summitry.loaders.files import MAX_BYTES

ENVELOPE = 100_000
"""Bytes that a form or JSON may need around an article."""

DOCUMENT_BYTES = 64_000_000
"""The same for graphs and updates, unless the server is started with another limit."""

_DOCUMENTS = ("/rdf-graph-store", "/sparql")
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class BodyLimit:
    """Answers 413 to bodies larger than an article with its envelope, or than a graph may be, announced or not."""

    def __init__(self, app: ASGIApp, documents: int = DOCUMENT_BYTES) -> None:
        self._app = app
        self._documents = documents

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on while it is small enough."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        graph = scope["path"].startswith(_DOCUMENTS)
        limit = self._documents if graph else MAX_BYTES + ENVELOPE
        error = _too_large(self._documents) if graph else _too_large(MAX_BYTES)
        announced = Headers(scope=scope).get("content-length", "0")
        if announced.isdigit() and int(announced) > limit:
            await response(problem_of(error))(scope, receive, send)
            return
        received = 0

        async def counted() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > limit:
                raise error
            return message

        await self._app(scope, counted, send)


def _too_large(limit: int) -> SummitryError:
    remedy = "send it in parts; articles one at a time, datasets with summitry import, or raise --max-body"
    return TooLargeError("request", f"is larger than {limit / 1_000_000:g} MB", remedy)


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
