"""CAMEO pairs of single articles, from the JSON that `summitry extract` prints: no store is needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from summitry.claims import Article, Claim, Evidence, Iri, Literal, Modality, Polarity, Qualifier, Rank, RdfTerm
from summitry.graph.export.cameo import Row, article_rows
from summitry.graph.export.cameo_tables import Tables


def contract_rows(reading: Mapping[str, Any], tables: Tables) -> Iterator[Row]:
    """The rows of one article. Raises KeyError when the object is not as the contract says."""
    given = reading["article"]
    published = date.fromisoformat(given["published"]) if given["published"] else None
    article = Article(given["id"], given["text"], given["title"], given["lang"], published)
    return article_rows(article, (_claim(claim, article.iri) for claim in reading["claims"]), tables)


def _claim(given: Mapping[str, Any], source: str) -> Claim:
    return Claim(
        source, given["subject"], given["predicate"], _term(given["object"]), given["rule"],
        tuple(Qualifier(q["predicate"], _term(q["value"])) for q in given["qualifiers"]),
        tuple(_evidence(given["evidence"])), given["confidence"], Modality(given["modality"]),
        Polarity(given["polarity"]), Rank(given["rank"]),
    )  # fmt: skip


def _term(given: Mapping[str, str]) -> RdfTerm:
    return Iri(given["iri"]) if "iri" in given else Literal(**given)


def _evidence(given: Iterable[Mapping[str, Any]]) -> Iterator[Evidence]:
    return (Evidence(words["start"], words["end"], words["quote"]) for words in given)
