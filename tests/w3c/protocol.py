"""The W3C's tests of the SPARQL 1.1 Protocol, in our words: its manifest only says what each of them is about."""

from __future__ import annotations

from dataclasses import dataclass

import httpx
import pyoxigraph as ox
from tests.w3c.servers import Server

QUERY, UPDATE, FORM = "application/sparql-query", "application/sparql-update", "application/x-www-form-urlencoded"
TABLE = ("application/sparql-results+xml", "application/sparql-results+json", "text/tab-separated-values", "text/csv")
TRUTH = TABLE[:2]
GRAPH = ("application/rdf+xml", "text/turtle", "application/n-triples")
DATA = [f"http://example.org/protocol/data{number}" for number in range(4)]
DOCUMENT = "<http://xmlns.com/foaf/0.1/Document>"
MADE = "http://example.org/protocol/made"

Parameters = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Request:
    """One request and what must be answered: the first digit of the status, a media type, a truth value."""

    method: str
    parameters: Parameters = ()
    body: bytes = b""
    media: str | None = None
    status: int = 2
    answer: tuple[str, ...] = ()
    truth: bool | None = None
    update: bool = False

    def check(self, server: Server) -> None:
        """Send it. Raises AssertionError for another answer than the protocol asks for."""
        headers = {"content-type": self.media} if self.media else {}
        if self.answer:
            headers["accept"] = ", ".join(self.answer)
        address = server.update if self.update else server.query
        found = server.client.request(
            self.method, address, params=self.parameters, content=self.body or None, headers=headers
        )
        assert found.status_code // 100 == self.status, f"{found.status_code}: {found.text}"
        if self.answer:
            assert found.headers["content-type"].partition(";")[0] in self.answer, found.headers["content-type"]
        if self.truth is not None:
            assert _truth(found) == self.truth


def _truth(found: httpx.Response) -> bool:
    format = ox.QueryResultsFormat.from_media_type(found.headers["content-type"])
    return bool(ox.parse_query_results(found.content, format=format))


def _get(text: str, *around: tuple[str, str], **expected: object) -> Request:
    return Request("GET", (("query", text), *around), **expected)  # type: ignore[arg-type]


def _post(text: str, *around: tuple[str, str], media: str = QUERY, **expected: object) -> Request:
    return Request("POST", around, text.encode(), media, update=media == UPDATE, **expected)  # type: ignore[arg-type]


def _is_document(*places: int) -> str:
    return " ".join(f"<{DATA[place]}> a {DOCUMENT} ." for place in places)


def _in_graphs(*places: int) -> str:
    return " ".join(f"GRAPH ?g{place} {{ {_is_document(place)} }}" for place in places)


def _chosen(name: str, *places: int) -> Parameters:
    return tuple((name, DATA[place]) for place in places)


def _yes(text: str, *around: tuple[str, str], post: bool) -> Request:
    return (_post if post else _get)(f"ASK {{ {text} }}", *around, answer=TRUTH, truth=True)


FILL = "DROP ALL ; INSERT DATA { " + " ".join(f"GRAPH <{DATA[n]}> {{ {_is_document(n)} }}" for n in (1, 2, 3)) + " }"
MARK = f"INSERT {{ GRAPH <{MADE}> {{ ?s <http://example.org/in> ?in }} }} WHERE"
PLAIN = f'{{ ?s a {DOCUMENT} BIND("default" AS ?in) }}'
NAMED = f"{{ GRAPH ?in {{ ?s a {DOCUMENT} }} }}"


def _fill_and_mark(pattern: str, *using: tuple[str, str]) -> Request:
    return _post(f"{FILL} ; {MARK} {{ {pattern} }}", *using, media=UPDATE)


def _marked(*places: int) -> Request:
    """The data in these places were seen, and no other."""
    seen = " ".join(f"<{DATA[place]}> ?p{place} ?o{place} ." for place in places)
    others = " ".join(
        f"FILTER NOT EXISTS {{ GRAPH <{MADE}> {{ <{DATA[n]}> ?p ?o }} }}" for n in (1, 2, 3) if n not in places
    )
    return _yes(f"GRAPH <{MADE}> {{ {seen} }} {others}", post=True)


_BOTH = (*_chosen("default-graph-uri", 3), *_chosen("named-graph-uri", 1, 2))
_BASE = "INSERT DATA { GRAPH <http://example.org/base> { <http://example.org/s> <http://example.org/p> <test> } }"
_WITH = "WITH <http://example.org/g> DELETE { ?s ?p 'Bill' } INSERT { ?s ?p 'William' } WHERE { ?s ?p 'Bill' }"

CASES: dict[str, tuple[Request, ...]] = {
    "query_post_form": (
        _post("query=ASK%20%7B%7D", ("default-graph-uri", DATA[0]), media=FORM, answer=TRUTH, truth=True),
    ),
    "query_dataset_default_graphs_get": (_yes(_is_document(1, 2), *_chosen("default-graph-uri", 1, 2), post=False),),
    "query_dataset_default_graphs_post": (_yes(_is_document(1, 2), *_chosen("default-graph-uri", 1, 2), post=True),),
    "query_dataset_named_graphs_post": (_yes(_in_graphs(1, 2), *_chosen("named-graph-uri", 1, 2), post=True),),
    "query_dataset_named_graphs_get": (_yes(_in_graphs(1, 2), *_chosen("named-graph-uri", 1, 2), post=False),),
    "query_dataset_full": (_yes(f"{_is_document(3)} {_in_graphs(1, 2)}", *_BOTH, post=True),),
    "query_multiple_dataset": (
        _post(f"ASK FROM <{DATA[3]}> {{ GRAPH ?g {{ }} FILTER NOT EXISTS {{ {_is_document(3)} }} {_in_graphs(1, 2)} }}",
              *_chosen("named-graph-uri", 1, 2), answer=TRUTH, truth=True),
    ),
    "query_get": (_get("ASK {}", answer=TRUTH, truth=True),),
    "query_content_type_select": (_get("SELECT (1 AS ?value) {}", answer=TABLE),),
    "query_content_type_ask": (_get("ASK {}", answer=TRUTH),),
    "query_content_type_describe": (_get("DESCRIBE <http://example.org/>", answer=GRAPH),),
    "query_content_type_construct": (_get("CONSTRUCT { <urn:s> <urn:p> 1 } WHERE {}", answer=GRAPH),),
    "update_dataset_default_graph": (_fill_and_mark(PLAIN, *_chosen("using-graph-uri", 1)), _marked(1)),
    "update_dataset_default_graphs": (_fill_and_mark(PLAIN, *_chosen("using-graph-uri", 1, 2)), _marked(1, 2)),
    "update_dataset_named_graphs": (_fill_and_mark(NAMED, *_chosen("using-named-graph-uri", 1, 2)), _marked(1, 2)),
    "update_dataset_full": (
        _fill_and_mark(f"{PLAIN} UNION {NAMED}", *_chosen("using-graph-uri", 1), *_chosen("using-named-graph-uri", 2)),
        _marked(1, 2),
    ),
    "update_post_form": (Request("POST", (), b"update=CLEAR%20ALL", FORM, update=True),),
    "update_post_direct": (_post("CLEAR ALL", media=UPDATE),),
    "update_base_uri": (
        _post(_BASE, media=UPDATE),
        _yes('GRAPH <http://example.org/base> { ?s ?p ?o FILTER(isIRI(?o) && STRSTARTS(STR(?o), "http")) }', post=True),
    ),
    "query_post_direct": (_post("ASK {}", answer=TRUTH, truth=True),),
    "bad_query_method": (Request("PUT", (("query", "ASK {}"),), media=FORM, status=4),),
    "bad_multiple_queries": (_get("ASK {}", ("query", "SELECT * {}"), status=4),),
    "bad_query_wrong_media_type": (_post("ASK {}", media="text/plain", status=4),),
    "bad_query_missing_form_type": (Request("POST", body=b"query=ASK%20%7B%7D", status=4),),
    "bad_query_missing_direct_type": (Request("POST", body=b"ASK {}", status=4),),
    "bad_query_non_utf8": (Request("POST", (), "ASK {}".encode("utf-16"), f"{QUERY}; charset=UTF-16", 4),),
    "bad_query_syntax": (_get("ASK {", status=4),),
    "bad_update_get": (Request("GET", (("update", "CLEAR ALL"),), status=4, update=True),),
    "bad_multiple_updates": (
        Request("POST", (), b"update=CLEAR%20NAMED&update=CLEAR%20DEFAULT", FORM, 4, update=True),
    ),
    "bad_update_wrong_media_type": (Request("POST", (), b"CLEAR NAMED", "text/plain", 4, update=True),),
    "bad_update_missing_form_type": (Request("POST", body=b"update=CLEAR%20NAMED", status=4, update=True),),
    "bad_update_non_utf8": (
        Request("POST", (), "CLEAR NAMED".encode("utf-16"), f"{UPDATE}; charset=UTF-16", 4, update=True),
    ),
    "bad_update_syntax": (Request("POST", (), b"update=CLEAR%20XYZ", FORM, 4, update=True),),
    "bad_update_dataset_conflict": (_post(_WITH, *_chosen("using-named-graph-uri", 1), media=UPDATE, status=4),),
}  # fmt: skip


def run(server: Server, name: str) -> None:
    """One test on a server that holds the data. Raises AssertionError, or KeyError for a test that is not here."""
    server.change(FILL).raise_for_status()
    for request in CASES[name]:
        request.check(server)
