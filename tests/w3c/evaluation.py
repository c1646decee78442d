"""Running a test of queries or updates on a server, as somebody from outside would."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import httpx
import pyoxigraph as ox
from tests.w3c import answers
from tests.w3c.answers import Answer, Table
from tests.w3c.cases import BAD, GOOD, UPDATES, Case, Graphs
from tests.w3c.servers import Server
from tests.w3c.suites import SPARQL

RDF_FORMATS = {"ttl": ox.RdfFormat.TURTLE, "nt": ox.RdfFormat.N_TRIPLES, "rdf": ox.RdfFormat.RDF_XML}
TABLES = {
    "srx": ("application/sparql-results+xml", ox.QueryResultsFormat.XML),
    "srj": ("application/sparql-results+json", ox.QueryResultsFormat.JSON),
    "tsv": ("text/tab-separated-values", ox.QueryResultsFormat.TSV),
}
EVERYTHING = "SELECT ?s ?p ?o ?g { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"


@dataclass(frozen=True)
class Outcome:
    """What became of a test on one server: `answer` is what it gave, `why` says what is wrong with it."""

    passed: bool
    why: str = ""
    answer: Answer | None = None


Loader = Callable[[Server, Graphs], None]


def run(server: Server, case: Case, load: Loader, remote: Server | None = None) -> Outcome:
    """Clear the server, load what the test wants, run it, and judge what comes out; `remote` is asked by SERVICE."""
    server.clear()
    load(server, case.before)
    text = f"BASE <{case.text}>\n" + _elsewhere(SPARQL.read(case.text).decode("utf-8"), case, remote)
    if case.kind in GOOD | BAD:
        return _syntax(_send(server, case, text), case.kind in GOOD)
    if case.kind in UPDATES:
        return _update(server, case, text)
    return _query(server, case, text)


def by_put(server: Server, graphs: Graphs) -> None:
    """Put the documents as they are; the first of the default graph replaces it, others are added."""
    for place, address in enumerate(graphs.default):
        _put(server, "PUT" if not place else "POST", {"default": ""}, address)
    for name, address in graphs.named:
        _put(server, "POST", {"graph": name}, address)


def by_insert(server: Server, graphs: Graphs) -> None:
    """Insert the same by updates."""
    for address in graphs.default:
        server.change(f"INSERT DATA {{ {_ntriples(address)} }}").raise_for_status()
    for name, address in graphs.named:
        server.change(f"CREATE SILENT GRAPH <{name}> ; INSERT DATA {{ GRAPH <{name}> {{ {_ntriples(address)} }} }}")


def everything(server: Server) -> ox.Dataset:
    """All that queries see."""
    found = server.ask(EVERYTHING, "application/sparql-results+json")
    found.raise_for_status()
    solutions = ox.parse_query_results(found.content, format=ox.QueryResultsFormat.JSON)
    assert isinstance(solutions, ox.QuerySolutions)
    return ox.Dataset(ox.Quad(row["s"], row["p"], row["o"], row["g"] or ox.DefaultGraph()) for row in solutions)


def _put(server: Server, method: str, graph: dict[str, str], address: str) -> None:
    """Turtle is sent as it is with its base: the default graph has no address that would be one. Others as triples."""
    if address.endswith(".ttl"):
        media, content = "text/turtle", f"@base <{address}> .\n".encode() + SPARQL.read(address)
    else:
        media, content = "application/n-triples", _ntriples(address).encode()
    sent = server.client.request(method, server.graphs, params=graph, content=content, headers={"content-type": media})
    assert sent.is_success, (address, sent.text)


def _ntriples(address: str) -> str:
    return (ox.serialize(_triples(address), format=ox.RdfFormat.N_TRIPLES) or b"").decode("utf-8")


def _triples(address: str) -> list[ox.Triple]:
    format = RDF_FORMATS[address.rpartition(".")[2]]
    return [quad.triple for quad in ox.parse(SPARQL.read(address), format=format, base_iri=address)]


def _elsewhere(text: str, case: Case, remote: Server | None) -> str:
    """The text with the addresses of other servers led to graphs of one that is there."""
    if remote is not None and case.before.remote:
        remote.clear()
        for endpoint, address in case.before.remote:
            _put(remote, "PUT", {"graph": endpoint}, address)
            there = f"{remote.address(remote.query)}?default-graph-uri={endpoint}"
            text = text.replace(f"<{endpoint}>", f"<{there}>")
    return text


def _send(server: Server, case: Case, text: str) -> httpx.Response:
    return server.change(text) if case.is_update else server.ask(text, "*/*")


def _syntax(response: httpx.Response, good: bool) -> Outcome:
    """A text that is right may still name what is not there: only 400 says that it is wrong."""
    refused = response.status_code == httpx.codes.BAD_REQUEST
    return Outcome(refused != good, f"answered {response.status_code}: {response.text}")


def _update(server: Server, case: Case, text: str) -> Outcome:
    sent = server.change(text)
    if not sent.is_success:
        return Outcome(False, f"answered {sent.status_code}: {sent.text}")
    found = everything(server)
    return _judged(found, _dataset(case.after))


def _dataset(graphs: Graphs) -> ox.Dataset:
    """What should be there afterwards; blank nodes of one document are not those of another."""
    quads = []
    for name, address in (*((None, address) for address in graphs.default), *graphs.named):
        graph = ox.DefaultGraph() if name is None else ox.NamedNode(name)
        format = RDF_FORMATS[address.rpartition(".")[2]]
        parsed = ox.parse(SPARQL.read(address), format=format, base_iri=address, rename_blank_nodes=False)
        quads += [ox.Quad(q.subject, q.predicate, q.object, graph) for q in parsed]
    return ox.Dataset(quads)


def _query(server: Server, case: Case, text: str) -> Outcome:
    assert case.result is not None
    ending = case.result.rpartition(".")[2]
    expected = _expected(case.result, ending)
    accept = _accept(ending, expected)
    found = server.ask(text, accept)
    if not found.is_success:
        return Outcome(False, f"answered {found.status_code}: {found.text}")
    if not found.headers["content-type"].startswith(accept):
        return Outcome(False, f"came as {found.headers['content-type']}")
    return _judged(_parsed(found.content, accept), expected)


def _judged(found: Answer, expected: Answer) -> Outcome:
    return Outcome(answers.same(found, expected), f"gave {_shown(found)}\nnot  {_shown(expected)}", found)


def _accept(ending: str, expected: Answer) -> str:
    if ending in TABLES:
        return TABLES[ending][0]
    if ending == "csv":
        return "text/csv"
    return "application/n-triples" if isinstance(expected, ox.Dataset) else TABLES["srx"][0]


def _expected(address: str, ending: str) -> Answer:
    content = SPARQL.read(address)
    if ending in RDF_FORMATS:
        triples = ox.Dataset(ox.parse(content, format=RDF_FORMATS[ending], base_iri=address))
        described = answers.rows_of_graph(triples)
        return triples if described is None else described
    return _parsed(content, "text/csv" if ending == "csv" else TABLES[ending][0])


def _parsed(content: bytes, media: str) -> Answer:
    if media == "text/csv":
        return answers.rows_of_csv(content)
    if media == "application/n-triples":
        return ox.Dataset(ox.parse(content, format=ox.RdfFormat.N_TRIPLES))
    format = next(format for known, format in TABLES.values() if known == media)
    found = ox.parse_query_results(content, format=format)
    return bool(found) if isinstance(found, ox.QueryBoolean) else answers.rows_of(found)


def _shown(answer: Answer) -> str:
    lines = [str(answer.variables), *map(str, answer.rows)] if isinstance(answer, Table) else [str(answer)]
    return "\n     ".join(lines)[:2000]
