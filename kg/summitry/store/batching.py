"""Grouping articles into transactions."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator

from summitry.store.protocol import ArticleRecord

MAX_ARTICLES = 400
MAX_CLAIMS = 10_000
MAX_CHARACTERS = 20_000_000
PATIENCE = 0.25
MAX_PATIENCE = 2.0
"""Seconds that records are waited for: as long as writing the group before took, between these two."""


def batches(records: Iterable[ArticleRecord]) -> Iterator[list[ArticleRecord]]:
    """Records in groups that are written together: few enough for memory, and no result waits long.

    When the iterable fails, what came before the failure is given out first, then the failure is passed on.
    """
    group: list[ArticleRecord] = []
    claims = characters = 0
    started, patience = time.monotonic(), PATIENCE
    try:
        for record in records:
            group.append(record)
            claims, characters = claims + len(record.claims), characters + len(record.article.text)
            full = len(group) >= MAX_ARTICLES or claims >= MAX_CLAIMS or characters >= MAX_CHARACTERS
            if full or time.monotonic() - started >= patience:
                given = time.monotonic()
                yield group
                started = time.monotonic()
                patience = min(max(PATIENCE, started - given), MAX_PATIENCE)
                group, claims, characters = [], 0, 0
    except Exception:
        if group:
            yield group
        raise
    if group:
        yield group
