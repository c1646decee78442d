"""Stores for the tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.neo4j_fixture import Neo4jLogin

from summitry.store import Store
from summitry.store.embedded import EmbeddedStore
from summitry.store.neo4j_store import Neo4jStore


@pytest.fixture
def store(tmp_path: Path) -> Iterator[EmbeddedStore]:
    """An empty embedded store in a folder of its own (`tmp_path / "data"`)."""
    with EmbeddedStore(tmp_path / "data") as opened:
        yield opened


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One embedded store for all datasets of a module: they must not get into each other's way."""
    with EmbeddedStore(tmp_path_factory.mktemp("embedded") / "data") as store:
        yield store


@pytest.fixture(scope="module")
def on_server(neo4j_server: Neo4jLogin, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The same on Neo4j; datasets of other tests may be there."""
    login = neo4j_server
    rdf = tmp_path_factory.mktemp("on_server") / "rdf"
    with Neo4jStore(login.uri, (login.user, login.password), database=login.database, rdf=rdf) as store:
        yield store
