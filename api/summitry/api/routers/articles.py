"""`/articles`: reading articles into the graph, and looking at them."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Request, Response, status
from fastapi.responses import JSONResponse, StreamingResponse

from summitry.api import intake
from summitry.api.catalogue import articles
from summitry.api.dependencies import Lang, Limit, Offset, TheServices, TheStore
from summitry.api.links import add_links
from summitry.api.models import ArticleDetail, ArticleIn, ArticleLine, Loaded, Page
from summitry.api.problems import responses
from summitry.claims import Article

router = APIRouter(prefix="/articles", tags=["articles"])

Key = Annotated[str, Path(description="The last part of the article's IRI.", examples=["83754a914d2bacfb"])]

_FORM = {
    "type": "object",
    "required": ["file"],
    "properties": {
        "file": {
            "type": "string",
            "format": "binary",
            "description": "UTF-8 text, Markdown with front matter, or JSON.",
        },
        "published": {"type": "string", "format": "date"},
        "lang": {"type": "string"},
    },
}
_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {
                "schema": {"$ref": "#/components/schemas/ArticleIn"},
                "example": ArticleIn.model_config["json_schema_extra"]["example"],  # type: ignore[index]
            },
            "multipart/form-data": {"schema": _FORM},
        },
    }
}
_STREAM = {
    "example": 'event: received\ndata: {"id": "83754a914d2bacfb", "title": "…"}\n\n'
    'event: reading\ndata: {"id": "83754a914d2bacfb"}\n\n'
    'event: done\ndata: {"id": "83754a914d2bacfb", "seq": 1919, "added": 22, …}\n\n'
}
_RESPONSES: dict[int | str, dict[str, Any]] = {
    200: {"description": "It was there already, as it is.", "model": Loaded},
    201: {"description": "Read and stored; `Location` is its address.", "content": {"text/event-stream": _STREAM}},
    **responses(409, 413, 415, 422, 503),
}


@router.get("", summary="List articles", responses=responses(422, 503))
def list_articles(
    *, request: Request, response: Response, store: TheStore, limit: Limit = 50, offset: Offset = 0
) -> Page[ArticleLine]:
    """The newest first; those without a publication date last."""
    page = articles.list_articles(store, limit, offset)
    add_links(request, response, page)
    return page


@router.post(
    "", summary="Read an article", status_code=status.HTTP_201_CREATED, response_model=Loaded, responses=_RESPONSES,
    openapi_extra=_BODY,
)  # fmt: skip
def post_article(
    *, request: Request, services: TheServices, article: Annotated[Article, Depends(intake.article)], lang: Lang = "en"
) -> Response:
    """Read an article, sent as JSON or as a file, into the graph; the same article twice changes nothing.

    With `Accept: text/event-stream` the stages are told as they come: `received`, `reading`, then `done` with the
    result, or `error` with a problem.
    """
    if "text/event-stream" in request.headers.get("accept", ""):
        return StreamingResponse(intake.stages(services, article, lang), media_type="text/event-stream")
    loaded = intake.load(services, article, lang)
    return JSONResponse(
        loaded.model_dump(mode="json", by_alias=True),
        status_code=status.HTTP_200_OK if loaded.unchanged else status.HTTP_201_CREATED,
        headers={"Location": f"/articles/{loaded.id}"},
    )


@router.get("/{key}", summary="One article", responses=responses(404, 503))
def get_article(store: TheStore, key: Key, lang: Lang = "en") -> ArticleDetail:
    """The text, the events that it tells of, and every claim with its position in the text."""
    return articles.describe_article(store, key, lang)
