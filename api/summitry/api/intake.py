"""Articles that come in over HTTP: as JSON or as an uploaded file, read at once or told stage by stage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import orjson
from fastapi import Request
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile

from summitry.api.catalogue import articles
from summitry.api.models import ArticleIn, Loaded
from summitry.api.problems import TooLargeError, UnsupportedMediaTypeError, problem_of
from summitry.api.services import Services
from summitry.claims import Article, InputError, SummitryError
from summitry.loaders import Defaults, article_from_text
from summitry.loaders.files import MAX_BYTES, decode
from summitry.loaders.text import article_from_fields, clean, parse_date


async def article(request: Request) -> Article:
    """The article in the body. Raises InputError for one that cannot be read, UnsupportedMediaTypeError for others."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/json":
        body = await request.body()
        return await run_in_threadpool(_from_json, "article", body, Defaults())
    if kind == "multipart/form-data":
        async with request.form(max_files=1, max_fields=10) as form:
            return await _from_form(dict(form))
    raise UnsupportedMediaTypeError(
        "article", f"comes as {kind or 'nothing that says what it is'}", "send application/json or multipart/form-data"
    )


def load(services: Services, given: Article, lang: str) -> Loaded:
    """Read the article into the store and say what that changed."""
    result = services.load(given)
    stored = services.store.article(result.article_id) or given
    return Loaded(
        id=result.article_id,
        iri=stored.iri,
        seq=result.seq,
        added=result.added,
        retracted=result.retracted,
        unchanged=result.unchanged,
        events=articles.events_of(services.store, stored, lang),
    )


def stages(services: Services, given: Article, lang: str) -> Iterator[bytes]:
    """The stages as server-sent events."""
    yield _event("received", {"id": given.id, "title": given.title})
    yield _event("reading", {"id": given.id})
    try:
        loaded = load(services, given, lang)
    except SummitryError as error:
        yield _event("error", problem_of(error).model_dump(exclude_none=True))
    else:
        yield _event("done", loaded.model_dump(mode="json", by_alias=True))


async def _from_form(form: Mapping[str, object]) -> Article:
    upload = form.get("file")
    if not isinstance(upload, UploadFile):
        raise InputError("form", "has no file", "send the article as the part named file")
    data, name = await upload.read(), upload.filename or "article"
    defaults = Defaults(_published(form.get("published")), str(form["lang"]) if form.get("lang") else None)
    return await run_in_threadpool(_from_json if name.endswith(".json") else _from_text, name, data, defaults)


def _from_text(name: str, data: bytes, defaults: Defaults) -> Article:
    return article_from_text(name, decode(name, _small(name, data)), defaults)


def _from_json(name: str, data: bytes, defaults: Defaults) -> Article:
    text = decode(name, _small(name, data))
    try:
        given = ArticleIn.model_validate_json(text)
    except ValidationError as error:
        raise RequestValidationError([{**e, "loc": ("body", *e["loc"])} for e in error.errors()]) from error
    return article_from_fields(name, clean(given.text), given.model_dump(exclude_none=True), defaults)


def _small(name: str, data: bytes) -> bytes:
    if len(data) > MAX_BYTES:
        limit = f"the limit is {MAX_BYTES // 1_000_000} MB"
        raise TooLargeError(name, f"is {len(data) / 1_000_000:.1f} MB large; {limit}", "split it into articles")
    return data


def _published(value: object) -> date | None:
    if not value:
        return None
    try:
        return parse_date(value)
    except ValueError as error:
        raise InputError("published", f"{value!r} is no date", "write it as YYYY-MM-DD") from error


def _event(name: str, data: object) -> bytes:
    return b"event: %s\ndata: %s\n\n" % (name.encode(), orjson.dumps(data))
