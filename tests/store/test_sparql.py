"""SPARQL: what is refused, time limits, results and their formats."""

from __future__ import annotations

import time

import orjson
import pyoxigraph as ox
import pytest

from summitry.claims import BlankNode, Iri, Literal, QueryError, QueryTimeoutError
from summitry.claims.rdf_terms import text, typed
from summitry.store import sparql, terms
from summitry.store.query_errors import FailedError
from summitry.store.sparql import Dataset, SparqlRunner
from summitry.store.sparql_results import Boolean, Graph, Solutions, serialise
from summitry.store.sparql_service import checked

DATA = """
<http://e/a> <http://e/p> "un"@fr, 1, _:b . <http://e/b> <http://e/p> <http://e/a> .
GRAPH <http://e/g> { <http://e/a> <http://e/q> "x" }
"""


@pytest.fixture
def graph() -> ox.Store:
    store = ox.Store()
    store.update(f"INSERT DATA {{ {DATA} }}")
    return store


@pytest.mark.parametrize(
    "query",
    [
        "INSERT DATA { <http://a> <http://b> <http://c> }",
        "PREFIX x: <http://x> # SELECT\n DELETE WHERE { ?s ?p ?o }",
        "LOAD <http://example.org/>",
        "clear all",
        "WITH <http://g> INSERT { ?s ?p 1 } WHERE { ?s ?p ?o }",
        "SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }",
        "SELECT * { { service ?where { ?s ?p ?o } } }",
        "SELECT * { FILTER(?a<?b) SERVICE<http://x>{?s ?p ?o} }",
    ],
)
def test_what_changes_or_reaches_out_is_refused(query: str) -> None:
    with pytest.raises(QueryError, match="would"):
        checked(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?s <http://x/SERVICE> \"SERVICE\", '''it's SERVICE''' }",
        "PREFIX service: <http://x/> SELECT * { ?s service:SERVICE ?insert } # SERVICE",
        "PREFIX insert: <http://x/> ASK { insert:delete a insert:x }",
        'SELECT * { ?s ?p "a\\"SERVICE" }',
    ],
)
def test_words_inside_names_and_texts_are_no_keywords(query: str, graph: ox.Store) -> None:
    assert checked(query) == query
    sparql.evaluate(graph, query)


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("SELECT * { SERVICE SILENT <http://127.0.0.1:9/> { ?x ?y ?z } }", [{}]),
        ("PREFIX e: <http://e/> SELECT * { e:b e:p ?a service silent e:x { ?a e:q ?z } ?a e:p 1 }", [{"a": "http://e/a"}]),
        ("SELECT ?a { <http://e/b> ?p ?a SERVICE SILENT ?w { SERVICE <http://127.0.0.1:9/> { } } }", [{"a": "http://e/a"}]),
        ("SELECT ?a { <http://e/b> ?p ?a SERVICE SILENT <x:y> { SELECT * { ?q ?r ?t } } }", [{"a": "http://e/a"}]),
    ],
)  # fmt: skip
def test_a_silent_service_counts_as_failed(query: str, rows: list[dict[str, str]], graph: ox.Store) -> None:
    """The rules are those of SPARQL 1.1 Federated Query, 2.4: one solution that binds nothing."""
    result = SparqlRunner().run(graph, query, 5)
    assert isinstance(result, Solutions)
    found = [{name: term.value for name, term in row.items() if isinstance(term, Iri)} for row in result.dicts()]
    assert [{name: value for name, value in row.items() if name != "p"} for row in found] == rows


def test_variables_of_a_silent_service_stay_in_scope(graph: ox.Store) -> None:
    result = SparqlRunner().run(graph, "SELECT * { SERVICE SILENT <http://127.0.0.1:9/> { ?x ?y ?z } }", 5)
    assert isinstance(result, Solutions) and set(result.variables) == {"x", "y", "z"}


def test_an_unknown_function_is_told(graph: ox.Store) -> None:
    for timeout in (None, 5.0):
        with pytest.raises(FailedError, match="http://e/f"):
            SparqlRunner().run(graph, "SELECT (<http://e/f>(1) AS ?x) {}", timeout)


def test_select_gives_terms(graph: ox.Store) -> None:
    result = SparqlRunner().run(graph, "SELECT ?o ?no { <http://e/a> <http://e/p> ?o }", 5)
    assert isinstance(result, Solutions)
    assert result.variables == ("o", "no")
    found = {row[0] for row in result.rows}
    assert {text("un", "fr"), typed("1", "integer")} <= found
    assert any(isinstance(term, BlankNode) for term in found)
    assert all(set(row) == {"o"} for row in result.dicts())


def test_triple_terms_do_not_stop_a_result(graph: ox.Store) -> None:
    graph.update("INSERT DATA { <http://e/r> <http://e/reifies> <<( <http://e/a> <http://e/p> 1 )>> }")
    result = sparql.evaluate(graph, "SELECT ?t { <http://e/r> <http://e/reifies> ?t }")
    assert isinstance(result, Solutions)
    ((found,),) = result.rows
    assert isinstance(found, Literal) and found.datatype == terms.TRIPLE_TERM
    built = sparql.evaluate(graph, "CONSTRUCT WHERE { <http://e/r> <http://e/reifies> ?t }")
    assert isinstance(built, Graph) and isinstance(built.triples[0][2], Literal)
    assert b"<<( " in serialise(built, "turtle")
    with pytest.raises(QueryError, match=r"1\.2"):
        serialise(built, "jsonld")


@pytest.mark.parametrize("name", ["json", "xml", "csv", "tsv"])
def test_solutions_in_every_format(graph: ox.Store, name: str) -> None:
    result = sparql.evaluate(graph, "SELECT ?o { <http://e/b> ?p ?o }")
    assert b"http://e/a" in serialise(result, name)


def test_ask_and_its_formats(graph: ox.Store) -> None:
    result = SparqlRunner().run(graph, "ASK { <http://e/a> ?p ?o }", None)
    assert isinstance(result, Boolean) and result.value
    assert orjson.loads(serialise(result, "json"))["boolean"] is True
    assert b"true" in serialise(result, "xml")


@pytest.mark.parametrize("name", ["turtle", "ntriples", "nquads", "trig", "rdfxml", "jsonld"])
def test_graphs_in_every_format(graph: ox.Store, name: str) -> None:
    result = sparql.evaluate(graph, "CONSTRUCT { ?s <http://e/knows> ?o } WHERE { ?s <http://e/p> ?o }")
    assert isinstance(result, Graph)
    assert (Iri("http://e/b"), Iri("http://e/knows"), Iri("http://e/a")) in result.triples
    assert b"knows" in serialise(result, name, {"ex": "http://e/"})


def test_a_format_that_does_not_fit_is_refused(graph: ox.Store) -> None:
    with pytest.raises(QueryError, match="choose one of"):
        serialise(sparql.evaluate(graph, "ASK { ?s ?p ?o }"), "turtle")


def test_mistakes_are_query_errors(graph: ox.Store) -> None:
    for timeout in (None, 5):
        with pytest.raises(QueryError):
            SparqlRunner().run(graph, "SELECT nonsense", timeout)


def test_a_dataset_chooses_graphs(graph: ox.Store) -> None:
    query = "SELECT ?o { <http://e/a> ?p ?o }"
    merged = sparql.evaluate(graph, query, Dataset(default_graphs=("http://e/g",)))
    assert isinstance(merged, Solutions) and merged.rows == ((Literal("x"),),)
    named = sparql.evaluate(graph, "SELECT ?g { GRAPH ?g { ?s ?p ?o } }", Dataset(named_graphs=("http://e/none",)))
    assert isinstance(named, Solutions) and named.rows == ()


def test_a_query_past_its_limit_is_given_up(graph: ox.Store) -> None:
    store = ox.Store()
    store.extend(ox.Quad(ox.NamedNode(f"http://e/{n}"), ox.NamedNode("http://e/p"), ox.Literal(n)) for n in range(2000))
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?p ?x . ?b ?q ?y . FILTER(?x + ?y = -1) }"
    runner = SparqlRunner()
    started = time.monotonic()
    for _ in range(4):
        with pytest.raises(QueryTimeoutError):
            runner.run(store, slow, 0.02)
    with pytest.raises(QueryError, match="still at work"):
        runner.run(store, slow, 0.02)
    while time.monotonic() - started < 60 and any(not job.done.is_set() for job in runner._overdue):
        time.sleep(0.1)
    assert isinstance(runner.run(store, "ASK { ?s ?p ?o }", 5), Boolean)


def test_terms_go_to_oxigraph_and_back() -> None:
    for term in (Iri("http://e/a"), BlankNode("b"), text("x", "fr"), typed("007", "int"), Literal("plain")):
        assert terms.from_ox(terms.to_ox(term)) == term
