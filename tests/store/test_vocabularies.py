"""Ontology, shapes and names are in the store itself: as RDF graphs, and as nodes of the property graph."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from tests.neo4j_fixture import Neo4jLogin
from tests.store.claim_builder import synthetics

from summitry import ontology
from summitry.claims import StoreError
from summitry.store import EmbeddedStore, Graph, Store, vocabularies
from summitry.store.arcade import ArcadeView
from summitry.store.connections import Connections
from summitry.store.log import ClaimLog
from summitry.store.log_reader import LogReader
from summitry.store.neo4j_store import Neo4jStore
from summitry.store.query_errors import ProtectedError
from summitry.store.registry import load_registry
from summitry.store.sparql_results import Solutions

S = "PREFIX s: <https://w3id.org/summitry/ontology#> "
NAMES = (
    S
    + """SELECT ?term ?name WHERE {
  GRAPH <https://w3id.org/summitry/registry> { ?term s:nodeLabel|s:relationshipType|s:propertyKey ?name } }"""
)


def triples(store: Store, graph: str) -> ox.Dataset:
    found = store.sparql(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}")
    assert isinstance(found, Graph)
    return canonical(found.ntriples)


def canonical(turtle: bytes) -> ox.Dataset:
    store = ox.Store()  # which writes numbers in its own way
    store.load(turtle, format=ox.RdfFormat.TURTLE)
    found = ox.Dataset(store)
    found.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return found


def test_ontology_and_shapes_are_there_as_they_were_written(any_store: Store) -> None:
    list(any_store.add(synthetics(1)))
    for graph, file in ((vocabularies.ONTOLOGY, "summitry.ttl"), (vocabularies.SHAPES, "shapes.ttl")):
        assert triples(any_store, graph) == canonical(ontology.file(file).read_bytes())
    assert list(any_store.verify()) == []
    any_store.rebuild("rdf")
    assert triples(any_store, vocabularies.SHAPES) == canonical(ontology.file("shapes.ttl").read_bytes())
    assert list(any_store.verify()) == []


def test_a_store_of_imported_data_alone_shows_nothing_else(any_store: Store, tmp_path: Path) -> None:
    file = tmp_path / "mine.ttl"
    file.write_text("<https://example.org/a> <https://example.org/b> 1 .")
    any_store.datasets.import_file(file)
    found = any_store.sparql("SELECT ?g WHERE { GRAPH ?g { ?s ?p ?o } }")
    assert isinstance(found, Solutions)
    assert found.rows == ()


def test_names_stand_one_to_one(any_store: Store) -> None:
    list(any_store.add(synthetics(1)))
    found = any_store.sparql(NAMES)
    assert isinstance(found, Solutions)
    registry = load_registry()
    assert len(found.rows) == len(registry.labels) + len(registry.relationships) + len(registry.properties)


def test_the_graphs_are_out_of_reach_of_updates(any_store: Store) -> None:
    list(any_store.add(synthetics(1)))
    for update in (
        f"INSERT DATA {{ GRAPH <{vocabularies.ONTOLOGY}> {{ <urn:a> <urn:b> <urn:c> }} }}",
        f"DROP GRAPH <{vocabularies.SHAPES}>",
    ):
        with pytest.raises(ProtectedError):
            any_store.updates.run(update)


def test_an_import_that_says_the_same_takes_nothing_along(any_store: Store, tmp_path: Path) -> None:
    list(any_store.add(synthetics(1)))
    file = tmp_path / "ontology.trig"
    text = ontology.file("summitry.ttl").read_text("utf-8")
    head, _, body = text.partition("\n\n")
    file.write_text(f"{head}\nGRAPH <{vocabularies.ONTOLOGY}> {{ {body} }}")
    any_store.datasets.import_file(file)
    any_store.datasets.remove("ontology.trig")
    assert [d for d in any_store.verify() if "_:" not in d.what] == []


def test_another_version_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    with EmbeddedStore(tmp_path / "data") as store:
        list(store.add(synthetics(1)))
    graph = ox.Store(str(tmp_path / "data" / "rdf"))
    mark = next(q for q in graph.quads_for_pattern(None, None, None, ox.NamedNode(vocabularies.REGISTRY))
                if q.predicate.value.endswith("versionInfo"))  # fmt: skip
    graph.remove(mark)
    graph.add(ox.Quad(mark.subject, mark.predicate, ox.Literal("older"), mark.graph_name))
    graph.add(ox.Quad(ox.NamedNode("urn:old"), mark.predicate, ox.Literal("term"), ox.NamedNode(vocabularies.ONTOLOGY)))
    graph.flush()
    del graph
    with EmbeddedStore(tmp_path / "data") as store:
        assert list(store.verify()) == []
        assert triples(store, vocabularies.ONTOLOGY) == canonical(ontology.file("summitry.ttl").read_bytes())


@pytest.mark.neo4j
def test_the_property_graph_keeps_its_names(neo4j_login: Neo4jLogin, tmp_path: Path) -> None:
    registry = load_registry()
    with server(neo4j_login, tmp_path) as store:
        list(store.add(synthetics(1)))
        found = store.cypher("MATCH (n:SummitryName {kind: 'relationship'}) RETURN n.iri AS iri, n.name AS name")
        assert dict(found.rows) == registry.relationships


@pytest.mark.neo4j
def test_a_graph_with_other_names_is_told_and_rebuilt(neo4j_login: Neo4jLogin, tmp_path: Path) -> None:
    with server(neo4j_login, tmp_path) as store:
        list(store.add(synthetics(2)))
    with neo4j_login.driver() as driver, driver.session(database=neo4j_login.database) as session:
        session.run("MATCH (n:SummitryName {name: 'HOLDS_OFFICE'}) SET n.name = 'HAS_OFFICE'").consume()
    with server(neo4j_login, tmp_path) as store:
        with pytest.raises(StoreError, match=r"HAS_OFFICE there and HOLDS_OFFICE here .*rebuild cypher"):
            list(store.add(synthetics(1, 5)))
        with pytest.raises(StoreError, match="another registry"):
            store.cypher("RETURN 1")
        assert "HAS_OFFICE" in store.status().notes[-1]
        store.rebuild("cypher")
        assert len(list(store.add(synthetics(1, 5)))) == 1
    with server(neo4j_login, tmp_path) as store:
        assert store.cypher("MATCH (n:SummitryName {name: 'HOLDS_OFFICE'}) RETURN count(*)").rows == ((1,),)


@pytest.mark.jvm
def test_the_embedded_graph_is_rebuilt_when_its_names_are_others(tmp_path: Path) -> None:
    other = replace(load_registry(), relationships={**load_registry().relationships, "urn:x": "EX"})
    with EmbeddedStore(tmp_path / "data") as store:
        list(store.add(synthetics(2)))
        assert store.cypher("MATCH (n:Event) RETURN count(*)").rows == ((2,),)
    log = Connections(tmp_path / "data" / "log.sqlite", writable=True)
    view = ArcadeView(tmp_path / "data" / "cypher", ClaimLog(log), LogReader(log), other)
    assert view.cypher("MATCH (n:SummitryName {name: 'EX'}) RETURN n.iri", {}, 30).rows == (("urn:x",),)
    assert view.cypher("MATCH (n:Event) RETURN count(*)", {}, 30).rows == ((2,),)
    view.close()
    log.close()


def server(login: Neo4jLogin, tmp_path: Path) -> Neo4jStore:
    return Neo4jStore(login.uri, (login.user, login.password), database=login.database, rdf=tmp_path / "rdf")
