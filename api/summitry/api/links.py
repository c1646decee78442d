"""The Link header of pages (RFC 8288)."""

from __future__ import annotations

from typing import Any

from fastapi import Request, Response

from summitry.api.models import Page


def add_links(request: Request, response: Response, page: Page[Any]) -> None:
    """Say where the first, the previous, the next and the last page are, and how many items there are."""
    last = max(0, (page.total - 1) // page.limit * page.limit)
    offsets = {"first": 0, "last": last}
    if page.offset > 0:
        offsets["prev"] = max(0, page.offset - page.limit)
    if page.offset + page.limit < page.total:
        offsets["next"] = page.offset + page.limit
    links = [f'<{_at(request, offset)}>; rel="{rel}"' for rel, offset in offsets.items()]
    response.headers["Link"] = ", ".join(links)
    response.headers["X-Total-Count"] = str(page.total)


def _at(request: Request, offset: int) -> str:
    """The address relative to the server, so that it holds behind a proxy too."""
    url = request.url.include_query_params(offset=offset)
    return f"{url.path}?{url.query}"
