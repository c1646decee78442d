"""The queries of contract/queries.yaml give the same rows on Neo4j and on the embedded engine, except listed gaps."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import yaml
from tests.conftest import ROOT
from tests.neo4j_fixture import Neo4jLogin, wipe

from summitry.claims import QueryError
from summitry.extract import Extractor
from summitry.ingest import Journey, Neo4jSettings, Settings, open_store
from summitry.loaders import find_files, read_articles
from summitry.reference import Reference
from summitry.store import Store, Table, cypher_traps

FILE = Path(__file__).parent / "contract" / "queries.yaml"
PAGE = ROOT / "docs" / "cypher.md"
HEADING = "## Gaps of the embedded engine"


@dataclass(frozen=True)
class Query:
    """One entry of the file; unknown keys and wrong words are errors."""

    id: str
    purpose: str
    query: str
    parameters: Mapping[str, object] = field(default_factory=dict)
    ordered: bool = False
    lists: str = "ordered"
    gap: str = ""
    outcome: str = "refused"

    def __post_init__(self) -> None:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", self.id), self.id
        assert self.purpose.endswith("."), self.id
        assert self.lists in ("ordered", "unordered"), self.id
        assert self.outcome in ("refused", "differs"), self.id
        assert self.gap or self.outcome == "refused", self.id


QUERIES = [Query(**entry) for entry in yaml.safe_load(FILE.read_text("utf-8"))]
GAPS = {query.gap for query in QUERIES if query.gap}


@dataclass(frozen=True)
class Stores:
    server: Store
    embedded: Store


def load_samples(store: Store, extractor: Extractor, reference: Reference) -> None:
    articles = read_articles(find_files([ROOT / "samples"]))
    assert all(result.added for result in Journey(store, extractor, reference).load(articles))


@pytest.fixture(scope="module")
def stores(neo4j_server: Neo4jLogin, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stores]:
    """Both stores with the sample articles. Of the module, because other modules empty the server."""
    wipe(neo4j_server)
    login = neo4j_server
    server_settings = Neo4jSettings(login.uri, login.user, login.password, login.database)
    folders = [tmp_path_factory.mktemp(name) for name in ("server", "embedded")]
    reference = Reference.load()
    extractor = Extractor(reference)
    with (
        open_store(Settings(folders[0], server_settings), write=True) as server,
        open_store(Settings(folders[1]), write=True) as embedded,
    ):
        load_samples(server, extractor, reference)
        load_samples(embedded, extractor, reference)
        yield Stores(server, embedded)


def test_there_are_enough_queries_and_each_has_a_name_of_its_own() -> None:
    assert len(QUERIES) >= 110
    assert len({query.id for query in QUERIES}) == len(QUERIES)


@pytest.mark.neo4j
@pytest.mark.jvm
@pytest.mark.parametrize("query", [pytest.param(query, id=query.id) for query in QUERIES])
def test_both_engines_give_the_same_rows(query: Query, stores: Stores) -> None:
    expected = stores.server.cypher(query.query, query.parameters)
    assert expected.rows, "a query without rows tests nothing"
    if query.gap and query.outcome == "refused":
        with pytest.raises(QueryError):
            stores.embedded.cypher(query.query, query.parameters)
        return
    found = stores.embedded.cypher(query.query, query.parameters)
    if query.gap:
        assert comparable(found, query) != comparable(expected, query), "no gap any more: take it from file and page"
    else:
        assert comparable(found, query) == comparable(expected, query)


def comparable(table: Table, query: Query) -> tuple[object, ...]:
    """Columns and rows in a form where equal results are equal: types are told apart, floats are rounded."""
    rows = [tuple(_value(cell, query.lists == "unordered") for cell in row) for row in table.rows]
    return (table.columns, *(rows if query.ordered else sorted(rows, key=repr)))


def _value(value: object, unordered: bool) -> object:
    match value:
        case float():
            return ("float", 0.0 if abs(value) < 1e-9 else float(f"{value:.9g}"))
        case list():
            items = [_value(item, unordered) for item in value]
            return ("list", *(sorted(items, key=repr) if unordered else items))
        case dict():
            return ("map", *sorted((key, _value(item, unordered)) for key, item in value.items()))
        case _:
            return (type(value).__name__, value)


def described_gaps() -> str:
    """The part of the page that lists the gaps."""
    return PAGE.read_text("utf-8").partition(HEADING)[2].partition("\n## ")[0]


def test_every_gap_is_described_on_the_page() -> None:
    text = described_gaps()
    assert [gap for gap in sorted(GAPS) if f"**{gap}**".lower() not in text.lower()] == []


def test_every_refusal_has_a_query_that_shows_why() -> None:
    refused = {query.gap for query in QUERIES if query.gap and query.outcome == "refused"}
    assert cypher_traps.titles() <= refused


def test_the_page_tells_how_many_queries_agree() -> None:
    agree = sum(not query.gap for query in QUERIES)
    assert f"{agree} of {len(QUERIES)}" in described_gaps()
