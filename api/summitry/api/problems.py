"""One map from errors to responses: every error is `application/problem+json` (RFC 9457)."""

from __future__ import annotations

import logging
import re
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict
from starlette.exceptions import HTTPException
from starlette.routing import Match

from summitry.claims import (
    ExtractorError,
    InputError,
    NotFoundError,
    QueryError,
    QueryTimeoutError,
    QuestionError,
    ReferenceDataError,
    StoreError,
    StoreLockedError,
    StoreLoginError,
    StoreUnavailableError,
    SummitryError,
)
from summitry.store.query_errors import FailedError, ProtectedError, RefusedError

MEDIA_TYPE = "application/problem+json"


class TooLargeError(InputError):
    """A body that is larger than an article can be."""


class ForbiddenError(SummitryError):
    """Something that this server was not started for."""


class NotAcceptableError(SummitryError):
    """No representation in any of the media types that were asked for."""


class UnsupportedMediaTypeError(SummitryError):
    """A body in a media type that the address does not take."""


STATUSES: dict[type[SummitryError], HTTPStatus] = {
    ProtectedError: HTTPStatus.FORBIDDEN,
    RefusedError: HTTPStatus.NOT_IMPLEMENTED,
    FailedError: HTTPStatus.INTERNAL_SERVER_ERROR,  # SPARQL 1.1 Protocol, 2.2.4: 400 is for malformed updates alone
    TooLargeError: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    ForbiddenError: HTTPStatus.FORBIDDEN,
    NotAcceptableError: HTTPStatus.NOT_ACCEPTABLE,
    UnsupportedMediaTypeError: HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    InputError: HTTPStatus.UNPROCESSABLE_ENTITY,
    QuestionError: HTTPStatus.UNPROCESSABLE_ENTITY,
    ExtractorError: HTTPStatus.SERVICE_UNAVAILABLE,
    QueryTimeoutError: HTTPStatus.SERVICE_UNAVAILABLE,
    QueryError: HTTPStatus.BAD_REQUEST,
    NotFoundError: HTTPStatus.NOT_FOUND,
    StoreLockedError: HTTPStatus.CONFLICT,
    StoreUnavailableError: HTTPStatus.SERVICE_UNAVAILABLE,
    StoreLoginError: HTTPStatus.SERVICE_UNAVAILABLE,
    StoreError: HTTPStatus.INTERNAL_SERVER_ERROR,
    ReferenceDataError: HTTPStatus.INTERNAL_SERVER_ERROR,
}
"""The first class of an error's ancestry that stands here decides."""

_LOGIN = re.compile(r"(?<=//)[^/@\s]+@")
_FOLDERS = re.compile(r"(?<![\w:/.])/(?:[^/\s:]+/)+")
_WORDS = re.compile(r"(?<=[a-z])(?=[A-Z])")
_METHODS = ("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT")
_LOG = logging.getLogger("summitry.api")


class Problem(BaseModel):
    """What went wrong: with what (`subject`), why (`cause`) and what to do (`remedy`)."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "type": "urn:summitry:problem:query-error",
                "title": "Query error",
                "status": 400,
                "detail": "SPARQL query: error at 1:8: expected one of … (see docs/sparql.md for examples)",
                "subject": "SPARQL query",
                "cause": "error at 1:8: expected one of …",
                "remedy": "see docs/sparql.md for examples",
            }
        }
    )

    type: str
    title: str
    status: int
    detail: str
    subject: str | None = None
    cause: str | None = None
    remedy: str | None = None
    errors: list[dict[str, Any]] | None = None


def problem_of(error: SummitryError) -> Problem:
    """The problem that stands for an error; logins in addresses and folders of the server are left out."""
    status = next(STATUSES[kind] for kind in (*type(error).__mro__, StoreError) if kind in STATUSES)
    words = _WORDS.sub(" ", type(error).__name__)
    subject, cause, remedy, detail = map(_public, (error.subject, error.cause, error.remedy, str(error)))
    return Problem(
        type=f"urn:summitry:problem:{words.lower().replace(' ', '-')}",
        title=words.capitalize(),
        status=status,
        detail=detail,
        subject=subject,
        cause=cause,
        remedy=remedy or None,
    )


def _public(text: str) -> str:
    return _FOLDERS.sub("", _LOGIN.sub("", text))


def responses(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The documentation of error responses."""
    schema = {"schema": {"$ref": "#/components/schemas/Problem"}}
    return {s: {"description": HTTPStatus(s).phrase, "content": {MEDIA_TYPE: schema}} for s in statuses}


def add_handlers(app: FastAPI) -> None:
    """Let every error of the application become a problem."""
    app.add_exception_handler(SummitryError, _ours)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unexpected)


def response(problem: Problem, headers: dict[str, str] | None = None) -> Response:
    """A problem as a response."""
    content = problem.model_dump_json(exclude_none=True)
    return Response(content, status_code=problem.status, media_type=MEDIA_TYPE, headers=headers)


def _ours(_: Request, error: Exception) -> Response:
    assert isinstance(error, SummitryError)
    return response(problem_of(error))


def _invalid(_: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    details = [{"where": "/".join(map(str, e["loc"])), "what": e["msg"]} for e in error.errors()]
    summary = "; ".join(f"{d['where']}: {d['what']}" for d in details)
    return response(_plain(HTTPStatus.UNPROCESSABLE_ENTITY, summary).model_copy(update={"errors": details}))


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    headers = dict(error.headers) if error.headers else None
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        headers = {"Allow": ", ".join(_allowed(request))}
    return response(_plain(HTTPStatus(error.status_code), str(error.detail)), headers)


def _allowed(request: Request) -> list[str]:
    """The methods of an address: each of them may be a route of its own."""
    scopes = ((method, {**request.scope, "method": method}) for method in _METHODS)
    routes = request.app.routes
    return [method for method, scope in scopes if any(route.matches(scope)[0] is Match.FULL for route in routes)]


def _unexpected(request: Request, error: Exception) -> Response:
    """An error that nobody foresaw: the log has it all, the client gets nothing of its inside."""
    _LOG.error("%s %s", request.method, request.url.path, exc_info=error)
    return response(_plain(HTTPStatus.INTERNAL_SERVER_ERROR, "an unexpected error; the server's log says more"))


def _plain(status: HTTPStatus, detail: str) -> Problem:
    slug = status.phrase.lower().replace(" ", "-")
    return Problem(type=f"urn:summitry:problem:{slug}", title=status.phrase, status=status, detail=detail)
