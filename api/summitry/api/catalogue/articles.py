"""Articles in lists, and one article with what it tells of."""

from __future__ import annotations

from collections.abc import Iterable

from summitry.api.catalogue import paging
from summitry.api.models import ArticleDetail, ArticleLine, EventLine, Page
from summitry.claims import Article, NotFoundError, iris
from summitry.graph import reading as graph_reading
from summitry.query.describe import Names
from summitry.store import Store
from summitry.store.claim_json import claim_to_dict


def list_articles(store: Store, limit: int, offset: int) -> Page[ArticleLine]:
    """One page of the articles, the newest first; those without a date last."""
    order = "DESC(BOUND(?published)) DESC(?published) ?article"
    found = paging.page(store, paging.query_file("articles"), order, limit, offset)
    items = lines(store, [paging.text(row["article"]) for row in found.rows])
    return Page(total=found.total, limit=limit, offset=offset, items=items)


def lines(store: Store, wanted: Iterable[str]) -> list[ArticleLine]:
    """Articles by IRI, in their order; sources that are no articles are left out."""
    split = (iris.kind_and_key(iri) for iri in wanted)
    found = (store.article(pair[1]) for pair in split if pair and pair[0] == "article")
    return [ArticleLine.model_validate(article) for article in found if article]


def describe_article(store: Store, key: str, lang: str) -> ArticleDetail:
    """One article; raises NotFoundError when there is none with this id."""
    article = store.article(key)
    if article is None:
        raise NotFoundError(f"article/{key}", "no such article", "GET /articles lists them")
    return ArticleDetail(
        **ArticleLine.model_validate(article).model_dump(),
        text=article.text,
        published_source=article.published_source,
        events=events_of(store, article, lang),
        claims=[claim_to_dict(stored.claim) for stored in store.claims(source=article.iri)],
    )


def events_of(store: Store, article: Article, lang: str) -> list[EventLine]:
    """The events that an article tells of, as the graph shows them."""
    told = {link.end for link in graph_reading.links(store, [article.iri]) if link.relation == "REPORTS"}
    return [EventLine.of(event) for event in Names(store, lang).events(told)]
