"""Grouping articles into transactions."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator

from summitry.store.protocol import ArticleRecord

MAX_ARTICLES = 200
MAX_CLAIMS = 10_000
MAX_CHARACTERS = 20_000_000
MAX_SECONDS = 0.25


def batches(records: Iterable[ArticleRecord]) -> Iterator[list[ArticleRecord]]:
    """Records in groups that are written together: few enough for memory, and no result waits long.

    When the iterable fails, what came before the failure is given out first, then the failure is passed on.
    """
    group: list[ArticleRecord] = []
    started = time.monotonic()
    try:
        for record in records:
            if not group:
                started = time.monotonic()
            group.append(record)
            if _full(group) or time.monotonic() - started >= MAX_SECONDS:
                yield group
                group = []
    except Exception:
        if group:
            yield group
        raise
    if group:
        yield group


def _full(group: list[ArticleRecord]) -> bool:
    if len(group) >= MAX_ARTICLES:
        return True
    claims = sum(len(record.claims) for record in group)
    return claims >= MAX_CLAIMS or sum(len(record.article.text) for record in group) >= MAX_CHARACTERS
