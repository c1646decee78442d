"""Summitry as a store of rdflib: what rdflib expects of a store, and what Summitry promises beside it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib import RDF, XSD, BNode, Dataset, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic
from rdflib.store import NO_STORE, VALID_STORE
from tests.neo4j_fixture import Neo4jLogin
from tests.store.claim_builder import Story, entity

from summitry.claims import InputError, StoreError
from summitry.claims.iris import term
from summitry.rdflib_store import SummitryStore
from summitry.store import EmbeddedStore
from summitry.store.query_errors import ProtectedError

pytestmark = [  # rdflib still uses its own old names
    pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning"),
]

E = Namespace("http://e/")
VALUES = [
    Literal("x"), Literal("x", lang="en"), Literal("x", lang="en-GB"), Literal(7), Literal(1e6), Literal(True),
    Literal("0012", datatype=XSD.integer, normalize=False), Literal("1.50", datatype=XSD.decimal), Literal(""),
    Literal("2026-02-24T00:00:00+00:00", datatype=XSD.dateTime, normalize=False), Literal("x", datatype=E.own),
    Literal("soon", datatype=XSD.date, normalize=False), Literal('"quoted"\n\\ 🇫🇷'), E.b, BNode(),
]  # fmt: skip


@pytest.fixture
def graph(tmp_path: Path) -> Iterator[Graph]:
    found = Graph(store="Summitry")
    assert found.open(str(tmp_path / "data"), create=True) == VALID_STORE
    yield found
    found.close()


@pytest.fixture
def dataset(tmp_path: Path) -> Iterator[Dataset]:
    found = Dataset(store="Summitry")
    found.open(str(tmp_path / "data"), create=True)
    yield found
    found.close()


def test_there_is_nothing_to_open(tmp_path: Path) -> None:
    graph = Graph(store="Summitry")
    assert graph.open(str(tmp_path / "none")) == NO_STORE
    assert not (tmp_path / "none").exists()
    with pytest.raises(StoreError, match="not open"):
        len(graph)


def test_values_come_back_as_they_were_written(graph: Graph) -> None:
    for value in VALUES:
        graph.add((E.a, E.p, value))
    assert len(graph) == len(VALUES)
    found = {value.n3() for value in graph.objects(E.a, E.p)}
    assert found == {value.n3() for value in VALUES}
    for value in VALUES:
        assert (E.a, E.p, value) in graph
        assert list(graph.triples((None, None, value)))
    assert (E.a, E.p, Literal("y")) not in graph
    graph.commit()


def test_many_values_come_back_as_they_were_written(graph: Graph) -> None:
    """So many that the log is read through once."""
    expected = Graph()
    for number in range(3000):
        for value in (
            Literal(f"{number:06}", datatype=XSD.integer, normalize=False),
            Literal(str(number), lang="de-CH"),
        ):
            graph.add((E[str(number)], E.p, value))
            expected.add((E[str(number)], E.p, value))
    for form in ("1", "1.0", "1.00"):
        graph.add((E.x, E.p, Literal(form, datatype=XSD.decimal, normalize=False)))
        expected.add((E.x, E.p, Literal(form, datatype=XSD.decimal, normalize=False)))
    assert {tuple(term.n3() for term in triple) for triple in graph} == {
        tuple(term.n3() for term in triple) for triple in expected
    }


def test_it_is_there_again(tmp_path: Path) -> None:
    node = BNode()
    graph = Graph(store="Summitry")
    graph.open(str(tmp_path / "data"), create=True)
    graph.bind("mine", E)
    graph.add((E.a, E.p, node)).add((node, E.p, Literal("x", lang="fr-CA")))
    graph.close()
    again = Graph(store="Summitry")
    assert again.open(str(tmp_path / "data")) == VALID_STORE
    assert again.store.namespace("mine") == URIRef(E)
    ((_, _, found),) = again.triples((E.a, E.p, None))
    assert isinstance(found, BNode) and again.value(found, E.p) == Literal("x", lang="fr-CA")
    again.close()
    with EmbeddedStore(tmp_path / "data") as store:
        assert '"x"@fr-CA' in "".join(store.datasets.texts())
        assert list(store.verify()) == []


def test_what_was_added_is_written_when_the_program_ends(tmp_path: Path) -> None:
    program = (
        "import rdflib; g = rdflib.Graph(store='Summitry'); g.open('data', create=True);"
        "g.add((rdflib.URIRef('http://e/a'),) * 3)"
    )
    subprocess.run([sys.executable, "-c", program], check=True, cwd=tmp_path)
    with EmbeddedStore(tmp_path / "data") as store:
        assert store.statements.count() == 1


@pytest.mark.parametrize(
    ("pattern", "left"),
    [
        ((E.a, E.p, Literal(1)), 5), ((E.a, E.p, None), 4), ((E.a, None, None), 3), ((None, E.p, None), 2),
        ((None, None, E.b), 5), ((None, None, None), 0), ((E.none, None, None), 6), ((None, None, Literal(1)), 4),
    ],
)  # fmt: skip
def test_removing(graph: Graph, pattern: tuple[URIRef | None, URIRef | None, URIRef | None], left: int) -> None:
    graph.parse(data="@prefix : <http://e/> . :a :p 1, 'x'; :q :b . :b :p 1 . :c :p 2 . _:x :q _:x .", format="turtle")
    graph.remove(pattern)
    assert len(graph) == len(list(graph)) == left


def test_round_trip_with_a_document(graph: Graph) -> None:
    text = """@prefix : <http://e/> . :a :list (1 "deux"@fr [ :p 3.0 ]) ; a :Thing ; :p [ :q [] ], "2026"^^:year ."""
    plain = Graph().parse(data=text, format="turtle")
    graph.parse(data=text, format="turtle")
    assert isomorphic(graph, plain)
    for format in ("turtle", "nt", "xml", "json-ld", "n3"):
        assert isomorphic(Graph().parse(data=graph.serialize(format=format), format=format), plain), format


def test_set_and_arithmetic(graph: Graph) -> None:
    graph.add((E.a, E.p, Literal(1)))
    graph.set((E.a, E.p, Literal(2)))
    assert graph.value(E.a, E.p) == Literal(2)
    graph += Graph().add((E.b, E.p, E.a))
    assert set(graph.subjects()) == {E.a, E.b}
    graph -= Graph().add((E.b, E.p, E.a))
    assert set(graph.subjects()) == {E.a}
    assert list(graph.transitive_objects(E.a, E.p)) == [E.a, Literal(2)]


def test_queries(graph: Graph) -> None:
    graph.bind("e", E)
    graph.add((E.a, E.p, Literal("un", lang="fr"))).add((E.b, E.p, Literal(2)))
    (row,) = graph.query("SELECT ?s ?o ?none { ?s e:p ?o FILTER(isNumeric(?o)) }")
    assert (row.s, row.o, row.none) == (E.b, Literal(2), None)
    assert graph.query("ASK { e:a ?p ?o }").askAnswer is True
    (bound,) = graph.query("SELECT ?s { ?s ?p ?o }", initBindings={"o": Literal("un", lang="fr")})
    assert bound.s == E.a
    built = graph.query("CONSTRUCT { ?s a e:Thing } WHERE { ?s ?p ?o }").graph
    assert built is not None and set(built.subjects(RDF.type, E.Thing)) == {E.a, E.b}
    assert len(graph.query("SELECT * { ?s (e:p|e:q)+ ?o }")) == 2


def test_what_a_text_cannot_say_rdflib_does(graph: Graph) -> None:
    node = BNode()
    graph.add((node, E.p, Literal(1))).add((E.b, E.p, Literal(1)))
    (row,) = graph.query("SELECT ?o { ?s ?p ?o }", initBindings={"s": node})
    assert row.o == Literal(1)
    found = graph.query("SELECT ?s { ?s ?p ?o } VALUES ?o { 1 }", initBindings={"s": E.b})
    assert [row.s for row in found] == [E.b]


def test_updates(graph: Graph) -> None:
    graph.update("PREFIX : <http://e/> INSERT DATA { :a :p 1.50 } ; INSERT { ?s :q ?o } WHERE { ?s :p ?o }")
    assert graph.value(E.a, E.p).n3() == Literal("1.50", datatype=XSD.decimal, normalize=False).n3()
    assert len(graph) == 2
    graph.update("DELETE WHERE { ?s ?p ?o }")
    assert len(graph) == 0


def test_rollback_forgets_what_is_not_written(graph: Graph) -> None:
    graph.add((E.a, E.p, E.b))
    graph.commit()
    graph.add((E.a, E.p, E.c))
    graph.rollback()
    assert list(graph.objects()) == [E.b]


def test_what_is_no_rdf(graph: Graph) -> None:
    with pytest.raises(InputError):
        graph.add((Literal("x"), E.p, E.b))
    with pytest.raises(InputError):
        graph.add((E.a, BNode(), E.b))
    with pytest.raises(InputError, match="absolute"):
        graph.add((URIRef("relative"), E.p, E.b))
    assert not list(graph.triples((Literal("x"), None, None))) and not list(graph.triples((None, BNode(), None)))
    assert len(graph) == 0


def test_named_graphs(dataset: Dataset) -> None:
    one, two = dataset.graph(E.one), dataset.graph(E.two)
    one.add((E.a, E.p, Literal(1)))
    two.add((E.a, E.p, Literal(1))).add((E.a, E.p, Literal(2)))
    dataset.add((E.a, E.p, Literal(3)))
    dataset.add((E.a, E.p, Literal(4), one))
    assert (len(one), len(two), len(dataset.default_graph), len(dataset)) == (2, 2, 1, 4), (
        "rdflib counts each triple of all graphs once"
    )
    named = {graph.identifier for graph in dataset.graphs()}
    assert {E.one, E.two} <= named
    assert {c.identifier for c in dataset.contexts((E.a, E.p, Literal(1)))} >= {E.one, E.two}
    assert {quad[3] for quad in dataset.quads((None, None, Literal(1), None))} == {E.one, E.two}
    one.remove((None, None, None))
    assert (len(one), len(two)) == (0, 2)
    assert E.one in {graph.identifier for graph in dataset.graphs()}, "it is empty, and there"
    dataset.remove_graph(one)
    assert E.one not in {graph.identifier for graph in dataset.graphs()}
    dataset.remove((None, None, None, None))
    assert len(two) == 0


def test_all_graphs_together(tmp_path: Path) -> None:
    dataset = Dataset(store="Summitry", default_union=True)
    dataset.open(str(tmp_path / "data"), create=True)
    for graph in (dataset.graph(E.one), dataset.graph(E.two)):
        graph.add((E.a, E.p, Literal(1)))
    assert len(dataset) == len(list(dataset.triples((None, None, None)))) == 1
    assert len(dataset.query("SELECT * { ?s ?p ?o }")) == 1
    assert len(dataset.query("SELECT * { GRAPH ?g { ?s ?p ?o } }")) == 2
    assert len(dataset.graph(E.one).query("SELECT * { ?s ?p ?o }")) == 1
    assert len(dataset.graph(E.none).query("SELECT * { ?s ?p ?o }")) == 0
    dataset.close()


def test_an_update_of_one_graph(dataset: Dataset) -> None:
    one = dataset.graph(E.one)
    one.update("INSERT DATA { <http://e/a> <http://e/p> 1 }")
    assert (len(one), len(dataset.default_graph)) == (1, 0)


def test_a_document_with_graphs(dataset: Dataset) -> None:
    text = "@prefix : <http://e/> . :x :y 1 . :g { :a :b 'x'@en-GB } _:h { _:h :b _:n }"
    dataset.parse(data=text, format="trig")
    names = {graph.identifier for graph in dataset.graphs()}
    (blank,) = (name for name in names if isinstance(name, BNode))
    assert {E.g, blank} < names and len(dataset.graph(E.g)) == 1
    ((subject, _, _),) = dataset.graph(blank).triples((None, None, None))
    assert subject == blank
    again = Dataset().parse(data=dataset.serialize(format="trig"), format="trig")
    assert len(list(again.quads((None, None, None, None)))) == 3


def test_what_articles_say_can_be_read_and_not_removed(tmp_path: Path) -> None:
    story = Story("Summit.")
    event = story.event("e", kind="Summit", start="2026-02-24")
    story.takes_part(event, "state/FRA", "hasHost")
    with EmbeddedStore(tmp_path / "data") as store:
        list(store.add([story.record()]))
        graph = Graph(store=SummitryStore(store=store))
        host = (URIRef(event), URIRef(term("hasHost")), URIRef(entity("state/FRA")))
        assert host in graph and (URIRef(event), RDF.type, URIRef(term("Summit"))) in graph
        with pytest.raises(ProtectedError):
            graph.remove(host)
        graph.add((URIRef(event), E.note, Literal("mine")))
        assert len(graph) == store.statements.count(next(iter(store.statements.graphs())))
        graph.remove((URIRef(event), E.note, None))
        graph.close()
        assert store.status().seq > 0, "a store that was open stays open"


@pytest.mark.neo4j
def test_on_neo4j(neo4j_login: Neo4jLogin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMITRY_DATA", str(tmp_path))
    login = neo4j_login
    address = f"{login.uri.replace('://', f'://{login.user}:{login.password}@')}/{login.database}"
    graph = Graph(store="Summitry")
    assert graph.open(address) == VALID_STORE
    for value in VALUES:
        graph.add((E.a, E.p, value))
    assert {value.n3() for value in graph.objects(E.a, E.p)} == {value.n3() for value in VALUES}
    graph.remove((None, None, VALUES[0]))
    assert len(graph) == len(VALUES) - 1
    graph.close()


def test_an_address_without_a_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NEO4J_URI", raising=False)
    with pytest.raises(StoreError, match="password"):
        Graph(store="Summitry").open("bolt://127.0.0.1:9")
