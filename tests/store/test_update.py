"""SPARQL updates give what Oxigraph gives, go through the log, and leave alone what articles say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.neo4j_fixture import Neo4jLogin, wipe
from tests.store.claim_builder import Story, entity

from summitry.claims import QueryError, QueryTimeoutError, StoreLockedError
from summitry.claims.iris import term
from summitry.store import Access, Boolean, EmbeddedStore, Solutions, Store
from summitry.store.neo4j_store import Neo4jStore
from summitry.store.query_errors import ProtectedError
from summitry.store.sparql import Dataset
from summitry.store.update_delta import Delta

PREFIXES = "PREFIX : <http://e/> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> "
START = """INSERT DATA {
  :a :p :b, 1, "x"@en ; :q 2.5 . :b :p _:n . _:n :q "deep" .
  GRAPH :g { :a :p :c . :c :q 3 . _:m :p :a }
  GRAPH :h { :a :p :c }
}"""
FORMS = {
    "insert data": "INSERT DATA { :z :p 1, 2 ; :q [ :r (1 2) ] GRAPH :g { :z :p 1 } :y :p 1 GRAPH :n { :z :p 2 . } . }",
    "insert data again": "INSERT DATA { :a :p :b }",
    "insert data twice": "INSERT DATA { :z :p 1 } ; INSERT DATA { :z :p 1 }",
    "insert nothing": "INSERT DATA { } ; INSERT DATA { GRAPH :void { } }",
    "delete data": "DELETE DATA { :a :p 1 . GRAPH :g { :a :p :c } }",
    "delete data in another form": 'DELETE DATA { :a :p "01"^^xsd:integer ; :q 2.50 }',
    "delete what is not there": "DELETE DATA { :a :p 99 . GRAPH :none { :a :p 1 } }",
    "delete where": "DELETE WHERE { :a :p ?o }",
    "delete where in a graph": "DELETE WHERE { GRAPH ?g { ?s :p :c } }",
    "delete and insert": "DELETE { ?s :p ?o } INSERT { ?s :moved ?o } WHERE { ?s :p ?o }",
    "insert where": "INSERT { ?o :inverse ?s } WHERE { ?s :p ?o }",
    "insert blank nodes": "INSERT { ?s :note [ :about ?o ] } WHERE { ?s :p ?o }",
    "insert into graphs": "INSERT { GRAPH ?g { ?s :x 1 } GRAPH :all { ?s :in ?g } } WHERE { GRAPH ?g { ?s ?p ?o } }",
    "unbound variables": "INSERT { ?s :maybe ?x . ?s :sure 1 } WHERE { ?s :p ?o OPTIONAL { ?s :none ?x } }",
    "with": "WITH :g DELETE { ?s :p ?o } INSERT { ?s :q ?o } WHERE { ?s :p ?o }",
    "with, named graphs": "WITH :g INSERT { ?s :also ?o } WHERE { GRAPH :h { ?s :p ?o } }",
    "with, template graph": "WITH :g DELETE { GRAPH :h { ?s ?p ?o } } WHERE { ?s ?p ?o }",
    "using": "INSERT { ?s :used ?o } USING :g WHERE { ?s :p ?o }",
    "using two": "INSERT { ?s :used ?o } USING :g USING :h WHERE { ?s :p ?o }",
    "using named": "INSERT { ?s :used ?g } USING NAMED :g WHERE { GRAPH ?g { ?s :p ?o } }",
    "with and using": "WITH :h INSERT { ?s :used ?o } USING :g WHERE { ?s :q ?o }",
    "filters and functions": "INSERT { ?s :two ?n } WHERE { ?s ?p ?o FILTER(isNumeric(?o) && ?o<3) BIND(?o*2 AS ?n) }",
    "subquery": "INSERT { :count :is ?n } WHERE { SELECT (COUNT(*) AS ?n) { ?s ?p ?o } }",
    "property path": "INSERT { ?s :reach ?o } WHERE { ?s :p+ ?o FILTER(isIRI(?o)) }",
    "values": "INSERT { ?s :v ?o } WHERE { VALUES (?s ?o) { (:a 1) (:b UNDEF) (UNDEF 2) } }",
    "empty where": "DELETE { :a :p :b } INSERT { :a :p :new } WHERE { }",
    "no solution": "INSERT { :a :p :never } WHERE { :none :p :none }",
    "literal as subject": "INSERT { ?o :p ?s } WHERE { ?s :p ?o }",
    "predicate from data": "INSERT { :x ?o 1 } WHERE { ?s :p ?o }",
    "clear graph": "CLEAR GRAPH :g",
    "clear default": "CLEAR DEFAULT",
    "clear named": "CLEAR NAMED",
    "clear all": "CLEAR ALL",
    "drop graph": "DROP GRAPH :g",
    "drop default": "DROP DEFAULT",
    "drop named": "DROP NAMED",
    "drop all": "DROP ALL",
    "create": "CREATE GRAPH :made",
    "create silent": "CREATE SILENT GRAPH :g",
    "silent on nothing": "DROP SILENT GRAPH :none ; CLEAR SILENT GRAPH :none ; LOAD SILENT <urn:x> INTO GRAPH :l",
    "copy": "COPY :g TO :h",
    "copy to default": "COPY GRAPH :g TO DEFAULT",
    "copy default": "COPY DEFAULT TO :k",
    "copy nothing": "COPY :none TO :h",
    "copy to itself": "COPY :g TO :g",
    "move": "MOVE :g TO :k",
    "move default": "MOVE DEFAULT TO :h",
    "move silent": "MOVE SILENT :none TO :h",
    "add": "ADD :g TO :h",
    "add default": "ADD DEFAULT TO :g",
    "sequence": "INSERT DATA { :z :p :a } ; INSERT { ?s :two ?o } WHERE { ?s :p/:p ?o } ; DELETE WHERE { :z ?p ?o }",
    "move, then ask": "MOVE :g TO :k ; INSERT { ?s :was ?o } WHERE { GRAPH :k { ?s :p ?o } } ; DROP GRAPH :h",
    "drop and make again": "DROP GRAPH :g ; INSERT DATA { GRAPH :g { :n :p 1 } } ; CREATE GRAPH :c",
    "delete the last of a graph": "DELETE WHERE { GRAPH :h { ?s ?p ?o } }",
    "prologue between": "INSERT DATA { :z :p 1 } ;",
    "comments and braces in texts": 'INSERT DATA { :z :p \'} ; # no\', """{ " ; }""" # } ;\n , <http://e/#;> }',
    "names with signs": "INSERT DATA { :z :a\\#b 1 ; :c.d 2 ; :e%20f 3 ; :g:h 4 . :i :j 5.5 , 5. :k :l 1e3 }",
    "lower case": "insert data { :z :p true } ; delete where { :z :p true } ; create graph :low",
    "nothing": "",
    "only a prologue": "PREFIX x: <http://x/>",
}
ERRORS = {
    "broken": "INSERT DATA { :a :p }",
    "a query": "SELECT * { ?s ?p ?o }",
    "variable in data": "INSERT DATA { ?s :p 1 }",
    "blank node in delete": "DELETE { _:b :p ?o } WHERE { ?s :p ?o }",
    "blank node shared": "INSERT DATA { _:b :p 1 } ; INSERT DATA { _:b :p 2 }",
    "unknown prefix": "INSERT DATA { none:a :p 1 }",
    "drop nothing": "DROP GRAPH :none",
    "create again": "CREATE GRAPH :g",
    "move nothing": "MOVE :none TO :g",
    "service": "INSERT { ?s :p 1 } WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "load": "LOAD <http://127.0.0.1:9/x>",
    "second is wrong": "INSERT DATA { :z :p 1 } ; DROP GRAPH :none",
}


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedStore]:
    with EmbeddedStore(tmp_path_factory.mktemp("updates") / "data") as store:
        yield store


@pytest.fixture(scope="module")
def on_server(neo4j_server: Neo4jLogin, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4jStore]:
    login, rdf = neo4j_server, tmp_path_factory.mktemp("updates") / "rdf"
    wipe(login)
    with Neo4jStore(login.uri, (login.user, login.password), database=login.database, rdf=rdf) as store:
        yield store


@pytest.mark.parametrize("name", FORMS)
def test_forms(embedded: EmbeddedStore, name: str) -> None:
    check(embedded, FORMS[name])
    assert list(embedded.verify()) == []


@pytest.mark.neo4j
@pytest.mark.parametrize("name", FORMS)
def test_forms_on_neo4j(on_server: Neo4jStore, name: str) -> None:
    check(on_server, FORMS[name])


@pytest.mark.parametrize("name", ERRORS)
def test_errors_change_nothing(embedded: EmbeddedStore, name: str) -> None:
    embedded.updates.run(PREFIXES + "DROP ALL ;" + START)
    before, seq = shown(embedded), embedded.status().seq
    with pytest.raises(QueryError):
        embedded.updates.run(PREFIXES + ERRORS[name])
    assert (shown(embedded), embedded.status().seq) == (before, seq)


def check(store: Store, request: str) -> None:
    """The request leaves the same dataset behind as in a plain Oxigraph, with the same graphs."""
    plain = ox.Store()
    for text in (PREFIXES + START, PREFIXES + request):
        if "LOAD" not in text:
            plain.update(text)
    store.updates.run(PREFIXES + "DROP ALL ;" + START)
    store.updates.run(PREFIXES + request)
    assert shown(store) == canonical(set(plain))
    assert graphs(store) == {str(name) for name in plain.named_graphs()}


def shown(store: Store) -> ox.Dataset:
    """Everything that SPARQL shows, with canonical blank nodes."""
    result = store.sparql("SELECT * { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }")
    assert isinstance(result, Solutions)
    rows = ox.parse_query_results(result.json, format=ox.QueryResultsFormat.JSON)
    assert isinstance(rows, ox.QuerySolutions)
    found = ([row[name] for name in "spog"] for row in rows)
    return canonical({ox.Quad(s, p, o, g or ox.DefaultGraph()) for s, p, o, g in found})


def canonical(quads: set[ox.Quad]) -> ox.Dataset:
    found = ox.Dataset(quads)
    found.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return found


def graphs(store: Store) -> set[str]:
    result = store.sparql("SELECT ?g { GRAPH ?g { } }")
    assert isinstance(result, Solutions)
    return {f"<{term.value}>" for (term,) in result.rows if term is not None and hasattr(term, "value")}


def ask(store: Store, pattern: str) -> bool:
    result = store.sparql(f"{PREFIXES} ASK {{ {pattern} }}")
    assert isinstance(result, Boolean)
    return result.value


def texts(store: Store) -> str:
    return "".join(store.datasets.texts())


NODES = st.sampled_from([":a", ":b", ":c"])
PREDICATES = st.sampled_from([":p", ":q"])
VALUES = st.sampled_from([":a", ":b", "1", "01", "1.0", "'x'", "'x'@en", "true"])
GRAPHS = st.sampled_from(["", ":g", ":h"])
TRIPLES = st.tuples(NODES, PREDICATES, VALUES).map(lambda parts: " ".join(parts) + " .")
BLOCKS = st.tuples(GRAPHS, st.lists(TRIPLES, max_size=3).map(" ".join)).map(
    lambda block: f"GRAPH {block[0]} {{ {block[1]} }}" if block[0] else block[1]
)
DATA = st.lists(BLOCKS, max_size=3).map("\n".join)
TERMS = st.sampled_from(["?s", "?o", ":a", ":new"])
PATTERNS = st.tuples(GRAPHS, TERMS, PREDICATES, st.sampled_from(["?o", "?s", "1", ":b"])).map(
    lambda parts: f"GRAPH {parts[0]} {{ {' '.join(parts[1:])} }}" if parts[0] else " ".join(parts[1:])
)
WHERES = st.sampled_from(
    ["?s ?x ?o", "?s :p ?o", "GRAPH :g { ?s ?x ?o }", "GRAPH ?g { ?s ?x ?o }", "?s :p ?o FILTER(?o = 1)", "?s :p/:q ?o"]
)
ENDS = st.sampled_from(["DEFAULT", ":g", ":h", ":k"])
OPERATIONS = st.one_of(
    DATA.map("INSERT DATA {{ {} }}".format),
    DATA.map("DELETE DATA {{ {} }}".format),
    st.tuples(PATTERNS, PATTERNS, WHERES).map(lambda o: f"DELETE {{ {o[0]} }} INSERT {{ {o[1]} }} WHERE {{ {o[2]} }}"),
    st.tuples(GRAPHS.filter(bool), PATTERNS, WHERES).map(
        lambda o: f"WITH {o[0]} INSERT {{ {o[1]} }} WHERE {{ {o[2]} }}"
    ),
    PATTERNS.map("DELETE WHERE {{ {} }}".format),
    st.tuples(st.sampled_from(["COPY", "MOVE SILENT", "ADD"]), ENDS, ENDS).map(lambda o: f"{o[0]} {o[1]} TO {o[2]}"),
    st.sampled_from(
        ["CLEAR SILENT GRAPH :g", "DROP SILENT GRAPH :h", "CREATE SILENT GRAPH :k", "CLEAR DEFAULT", "DROP NAMED"]
    ),
)


@given(st.lists(st.lists(OPERATIONS, min_size=1, max_size=4), min_size=1, max_size=4))
@settings(max_examples=150, deadline=None)
def test_random_updates(embedded: EmbeddedStore, requests: list[list[str]]) -> None:
    plain = ox.Store()
    embedded.updates.run("DROP ALL")
    for request in requests:
        text = PREFIXES + " ;\n".join(request)
        plain.update(text)
        embedded.updates.run(text)
        assert shown(embedded) == canonical(set(plain))
        assert graphs(embedded) == {str(name) for name in plain.named_graphs()}
    assert list(embedded.verify()) == []


def test_what_is_written_is_kept_as_it_was_written(store: EmbeddedStore) -> None:
    store.updates.run(
        PREFIXES + "INSERT DATA { :a :p '007'^^xsd:int, 1.50, 'x'@en-GB, '2026-02-24T00:00:00+00:00'^^xsd:dateTime }"
    )
    for text in ('"007"^^', '"1.50"^^', '"x"@en-GB', "00:00:00+00:00"):
        assert text in texts(store)
    store.updates.run(PREFIXES + "COPY DEFAULT TO :g ; DELETE DATA { :a :p 1.5 }")
    assert texts(store).count('"1.50"') == 1 and texts(store).count('"x"@en-GB') == 2
    assert list(store.verify()) == []


def test_imports_can_be_changed_and_come_back(tmp_path: Path, store: EmbeddedStore) -> None:
    file = tmp_path / "x.nt"
    file.write_text("".join(f'<http://e/{n}> <http://e/p> "{n:05}" .\n' for n in range(500)))
    store.datasets.import_file(file)
    result = store.updates.run(PREFIXES + "DELETE DATA { <http://e/7> :p '00007' . <http://e/300> :p '00300' }")
    assert result.removed == 2
    assert [d.statements for d in store.datasets.list()] == [498]
    assert '"00006"' in texts(store) and '"00007"' not in texts(store)
    assert list(store.verify()) == []
    again = store.datasets.import_file(file)
    assert not again.unchanged and again.statements == 500
    assert ask(store, "<http://e/7> :p '00007'") and list(store.verify()) == []


def test_updates_survive_reopening_and_rebuilding(tmp_path: Path) -> None:
    with EmbeddedStore(tmp_path / "data") as store:
        store.updates.run(PREFIXES + START + "; CREATE GRAPH :empty")
        before, names = shown(store), graphs(store)
        store.rebuild("rdf")
        assert (shown(store), graphs(store)) == (before, names)
    with EmbeddedStore(tmp_path / "data") as store:
        assert (shown(store), graphs(store)) == (before, names)
        assert list(store.verify()) == []


def test_articles_are_protected(store: EmbeddedStore) -> None:
    story = Story("Summit.")
    event = story.event("e", kind="Summit", start="2026-02-24")
    story.takes_part(event, "state/FRA", "hasHost")
    list(store.add([story.record()]))
    fact = f"<{event}> <{term('hasHost')}> <{entity('state/FRA')}>"
    for text in (
        f"DELETE DATA {{ {fact} }}", "CLEAR DEFAULT", "DROP ALL", f"DROP GRAPH <{story.article.iri}>",
        f"INSERT DATA {{ GRAPH <{story.article.iri}> {{ {fact} }} }}", f"DELETE WHERE {{ <{event}> ?p ?o }}",
    ):  # fmt: skip
        with pytest.raises(ProtectedError):
            store.updates.run(PREFIXES + text)
    store.updates.run(f"INSERT DATA {{ {fact} . <http://e/own> <http://e/p> 1 }}")
    story.claims = [claim for claim in story.claims if claim.predicate != term("hasHost")]
    list(store.add([story.record()]))
    assert ask(store, fact), "the user has said it too"
    store.updates.run(f"DELETE DATA {{ {fact} }}")
    assert not ask(store, fact) and ask(store, ":own :p 1")
    assert list(store.verify()) == []


def test_a_time_limit(store: EmbeddedStore) -> None:
    store.updates.run(PREFIXES + "INSERT DATA { " + " ".join(f":s{n} :p {n} ." for n in range(2000)) + " }")
    slow = "INSERT { :x :p ?n } WHERE { SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f } }"
    with pytest.raises(QueryTimeoutError):
        store.updates.run(PREFIXES + slow, timeout=0.01)
    assert not ask(store, ":x :p ?n")


def test_a_reader_cannot_update(tmp_path: Path, store: EmbeddedStore) -> None:
    store.updates.run(PREFIXES + START)
    with EmbeddedStore(tmp_path / "data", access=Access.READ) as reader, pytest.raises(StoreLockedError):
        reader.updates.run("CLEAR ALL")


def test_graphs_of_the_protocol(store: EmbeddedStore) -> None:
    store.updates.run(PREFIXES + START)
    with pytest.raises(QueryError, match="one place"):
        store.updates.run(PREFIXES + "WITH :g DELETE WHERE { }".replace("DELETE WHERE", "DELETE { ?s :p 1 } WHERE"),
                          dataset=Dataset(("http://e/g",)))  # fmt: skip
    store.updates.run(PREFIXES + "INSERT { ?s :here ?o } WHERE { ?s :p ?o }", dataset=Dataset(("http://e/h",)))
    assert ask(store, ":a :here :c") and not ask(store, ":a :here :b")


def test_clearing_what_is_not_there(store: EmbeddedStore) -> None:
    store.updates.run(PREFIXES + "CLEAR GRAPH :none ; INSERT DATA { :a :p 1 }")
    assert ask(store, ":a :p 1") and not graphs(store)


def test_only_what_is_read_is_copied() -> None:
    base = ox.Store()
    base.update(PREFIXES + START)
    g, h = ox.NamedNode("http://e/g"), ox.NamedNode("http://e/h")
    delta = Delta(base)
    assert delta.graph() is base
    delta.insert([(ox.Quad(g, g, h, g), "")])
    assert delta.graph({h, ox.DefaultGraph()}) is base, "neither has changed"
    seen = delta.graph({g})
    assert seen is not base and set(seen.named_graphs()) == {g}
    delta.remove([ox.Quad(g, g, h, g)])
    assert set(delta.graph({g})) == set(base.quads_for_pattern(None, None, None, g))
    assert set(delta.graph()) == set(base)
    delta.close()


def test_prologues_between_operations(store: EmbeddedStore) -> None:
    store.updates.run(
        "BASE <http://e/> INSERT DATA { <a> <p> 1 } ;"
        "PREFIX x: <http://e/> DELETE { ?s ?p 1 } INSERT { x:b <p> 2 } WHERE { ?s ?p 1 }"
    )
    assert ask(store, ":b :p 2") and not ask(store, ":a :p 1")


@pytest.mark.neo4j
def test_updates_on_neo4j_are_seen_by_another_process(neo4j_login: Neo4jLogin, tmp_path: Path) -> None:
    login = neo4j_login
    with (
        Neo4jStore(login.uri, (login.user, login.password), database=login.database, rdf=tmp_path / "1") as one,
        Neo4jStore(login.uri, (login.user, login.password), database=login.database, rdf=tmp_path / "2") as two,
    ):
        one.updates.run(PREFIXES + START)
        two.updates.run(PREFIXES + "DELETE WHERE { :a :p ?o } ; CREATE GRAPH :empty")
        assert shown(one) == shown(two) and graphs(one) == graphs(two)
        assert list(one.verify()) == []
        assert one.status().counts["imported_statements"] == 7
