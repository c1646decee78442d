"""Whatever dataset a user imports comes back isomorphic, from the embedded store and from Neo4j."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from tests.neo4j_fixture import Neo4jLogin
from tests.store.canonical_files import dataset
from tests.store.roundtrip_probes import PREFIXES, PROBES

from summitry.store import EmbeddedStore, Store
from summitry.store.neo4j_store import Neo4jStore


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One store for all probes: they must not get into each other's way."""
    with EmbeddedStore(tmp_path_factory.mktemp("probes") / "data") as store:
        yield store


@pytest.fixture(scope="module")
def on_server(neo4j_server: Neo4jLogin, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The same on Neo4j; datasets of other tests may be there."""
    login = neo4j_server
    rdf = tmp_path_factory.mktemp("probes") / "rdf"
    with Neo4jStore(login.uri, (login.user, login.password), database=login.database, rdf=rdf) as store:
        yield store


@pytest.mark.parametrize("name", PROBES)
def test_embedded(embedded: Store, tmp_path: Path, name: str) -> None:
    check(embedded, tmp_path, name)


@pytest.mark.neo4j
@pytest.mark.parametrize("name", PROBES)
def test_neo4j(on_server: Store, tmp_path: Path, name: str) -> None:
    check(on_server, tmp_path, name)


def test_there_are_enough_probes() -> None:
    assert len(PROBES) >= 60


def check(store: Store, folder: Path, name: str) -> None:
    """Import a probe, export it in every format that knows graphs, and compare."""
    source = folder / f"{name}.trig"
    source.write_text(PREFIXES + PROBES[name], encoding="utf-8")
    store.datasets.import_file(source)
    expected = dataset(source, ox.RdfFormat.TRIG)
    for format, known in (("nquads", ox.RdfFormat.N_QUADS), ("trig", ox.RdfFormat.TRIG)):
        target = folder / f"out.{format}"
        store.datasets.export_file(target, name=source.name, format=format)
        assert dataset(target, known) == expected
    store.datasets.export_file(folder / "out.jsonld", name=source.name, format="jsonld")
    assert len(dataset(folder / "out.jsonld", ox.RdfFormat.JSON_LD)) == len(expected)
