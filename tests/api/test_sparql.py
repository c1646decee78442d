"""The SPARQL 1.1 Protocol and the reading half of the Graph Store Protocol."""

from __future__ import annotations

import gzip

import httpx
import pyoxigraph as ox
import pytest

S = "PREFIX s: <https://w3id.org/summitry/ontology#> "
SELECT = S + "SELECT ?e { ?e a s:Summit }"
ASK = S + "ASK { ?e a s:Summit }"
CONSTRUCT = S + "CONSTRUCT WHERE { ?e a s:Summit }"
UPDATE = "INSERT DATA { <urn:a> <urn:b> <urn:c> }"
TABLES = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}
GRAPHS = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/trig": ox.RdfFormat.TRIG,
    "application/n-quads": ox.RdfFormat.N_QUADS,
}


def ask(client: httpx.Client, query: str, accept: str = "*/*", **parameters: str) -> httpx.Response:
    return client.get("/sparql", params={"query": query, **parameters}, headers={"accept": accept})


def test_three_ways_to_ask(client: httpx.Client) -> None:
    by_get = ask(client, SELECT)
    by_form = client.post("/sparql", data={"query": SELECT})
    direct = client.post("/sparql", content=SELECT, headers={"content-type": "application/sparql-query"})
    assert by_get.json()["results"]["bindings"]
    assert by_get.json() == by_form.json() == direct.json()


@pytest.mark.parametrize("media", TABLES)
def test_formats_of_rows(client: httpx.Client, media: str) -> None:
    found = ask(client, SELECT, media)
    assert found.headers["content-type"].startswith(media)
    assert found.headers["vary"] == "Accept"
    count = len(ask(client, SELECT).json()["results"]["bindings"])
    if media != "text/csv":
        parsed = ox.parse_query_results(found.content, format=TABLES[media])
        assert isinstance(parsed, ox.QuerySolutions)
        assert len(list(parsed)) == count
    else:
        assert len(found.text.strip().splitlines()) == count + 1


@pytest.mark.parametrize("media", GRAPHS)
def test_formats_of_graphs(client: httpx.Client, media: str) -> None:
    found = ask(client, CONSTRUCT, media)
    assert found.headers["content-type"].startswith(media)
    triples = set(ox.parse(found.content, format=GRAPHS[media]))
    assert triples == set(ox.parse(ask(client, CONSTRUCT, "text/turtle").content, format=ox.RdfFormat.TURTLE))
    assert triples


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("", "application/sparql-results+json"),
        ("text/html, */*;q=0.1", "application/sparql-results+json"),
        ("text/csv;q=0.5, application/sparql-results+xml;q=0.9", "application/sparql-results+xml"),
        ("text/*", "text/csv"),
        ("application/json", "application/json"),
        ("TEXT/CSV; q=1", "text/csv"),
    ],
)
def test_what_the_client_likes_best(client: httpx.Client, accept: str, media: str) -> None:
    assert ask(client, SELECT, accept).headers["content-type"].startswith(media)


def test_what_cannot_be_given(client: httpx.Client) -> None:
    assert ask(client, SELECT, "image/png").status_code == 406
    assert ask(client, CONSTRUCT, "text/csv").status_code == 406
    assert ask(client, SELECT, "text/csv;q=0").status_code == 406


def test_a_slash_at_the_end(client: httpx.Client) -> None:
    assert client.get("/sparql/", params={"query": "ASK {}"}).json()["boolean"] is True
    assert client.post("/sparql/", data={"query": "ASK {}"}).json()["boolean"] is True
    assert "/sparql/>" in client.get("/sparql/", headers={"accept": "application/n-triples"}).text


def test_ask(client: httpx.Client) -> None:
    assert ask(client, ASK).json()["boolean"] is True
    assert ask(client, ASK, "text/csv").text.strip() == "true"


def test_choosing_graphs(client: httpx.Client) -> None:
    graphs = ask(client, "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g").json()["results"]["bindings"]
    one = graphs[0]["g"]["value"]
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    inside = f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{one}> {{ ?s ?p ?o }} }}"
    expected = ask(client, inside).json()["results"]["bindings"]
    chosen = {"default-graph-uri": one}
    assert ask(client, count, **chosen).json()["results"]["bindings"] == expected
    assert client.post("/sparql", data={"query": count, **chosen}).json()["results"]["bindings"] == expected
    direct = client.post("/sparql", params=chosen, content=count, headers={"content-type": "application/sparql-query"})
    assert direct.json()["results"]["bindings"] == expected
    listed = ask(client, "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }", **{"named-graph-uri": one})
    assert [row["g"]["value"] for row in listed.json()["results"]["bindings"]] == [one]


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        ({"method": "GET", "url": "/sparql?query=SELEC"}, 400),
        ({"method": "GET", "url": "/sparql?query=ASK%7B%7D&query=ASK%7B%7D"}, 400),
        ({"method": "GET", "url": "/sparql?update=CLEAR%20ALL"}, 400),
        ({"method": "GET", "url": "/sparql?query=CLEAR%20ALL"}, 400),
        ({"method": "GET", "url": "/sparql?query=ASK%7BSERVICE%20%3Chttp%3A%2F%2Fx%3E%7B%7D%7D"}, 501),
        ({"method": "GET", "url": "/sparql?query=ASK%7BFILTER(%3Chttp%3A%2F%2Fx%3E())%7D"}, 500),
        ({"method": "GET", "url": "/sparql?query=ASK%7B%7D&timeout=0"}, 422),
        ({"method": "PUT", "url": "/sparql"}, 405),
        ({"method": "POST", "url": "/sparql", "data": {"nothing": "x"}}, 400),
        ({"method": "POST", "url": "/sparql", "data": {"query": ASK, "update": UPDATE}}, 400),
        ({"method": "POST", "url": "/sparql", "content": ASK}, 415),
        ({"method": "POST", "url": "/sparql", "content": ASK, "headers": {"content-type": "text/plain"}}, 415),
        ({"method": "POST", "url": "/sparql", "content": "ASK {'é'}".encode("latin-1"),
          "headers": {"content-type": "application/sparql-query"}}, 400),
        ({"method": "POST", "url": "/sparql", "content": ASK.encode("utf-16"),
          "headers": {"content-type": "application/sparql-query; charset=UTF-16"}}, 400),
        ({"method": "POST", "url": "/sparql", "data": {"update": UPDATE}}, 403),
        ({"method": "POST", "url": "/sparql", "content": UPDATE,
          "headers": {"content-type": "application/sparql-update"}}, 403),
    ],
)  # fmt: skip
def test_what_is_refused(client: httpx.Client, request_: dict[str, object], status: int) -> None:
    found = client.request(**request_)  # type: ignore[arg-type]
    assert found.status_code == status, found.text
    assert found.headers["content-type"] == "application/problem+json"


def test_a_time_limit(client: httpx.Client) -> None:
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f }"  # some seconds: it cannot be interrupted
    found = ask(client, slow, timeout="0.05")
    assert found.status_code == 503
    assert "0.05 s" in found.json()["cause"]


def test_the_service_description(client: httpx.Client) -> None:
    for media, form in GRAPHS.items():
        found = client.get("/sparql", headers={"accept": media})
        triples = list(ox.parse(found.content, format=form))
        endpoint = [t.object.value for t in triples if t.predicate.value.endswith("#endpoint")]  # type: ignore[union-attr]
        assert endpoint == [str(client.base_url.join("/sparql"))]


def test_graphs_by_address(client: httpx.Client) -> None:
    article = client.get("/articles").json()["items"][0]["iri"]
    named = client.get("/rdf-graph-store", params={"graph": article}, headers={"accept": "application/n-triples"})
    assert named.status_code == 200
    assert f"<{article}>" in named.text
    default = client.get("/rdf-graph-store?default", headers={"accept": "application/n-triples"})
    triples = ask(client, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").json()["results"]["bindings"][0]["n"]["value"]
    assert len(default.text.strip().splitlines()) == int(triples)
    head = client.head("/rdf-graph-store", params={"graph": article})
    assert (head.status_code, head.content) == (200, b"")
    assert client.get("/rdf-graph-store", params={"graph": "urn:none"}).status_code == 404
    assert client.get("/rdf-graph-store").status_code == 400
    assert client.get("/rdf-graph-store?default&graph=urn:x").status_code == 400
    assert client.get("/rdf-graph-store", params={"graph": "not an iri"}).status_code == 400
    for method in ("PUT", "POST", "DELETE"):
        refused = client.request(method, "/rdf-graph-store?default", content=b"")
        assert refused.status_code == 403
        assert "--sparql-update" in refused.json()["remedy"]


def test_head_says_what_get_would_answer(client: httpx.Client) -> None:
    for media in ("text/csv", "application/sparql-results+xml"):
        head = client.head("/sparql", params={"query": SELECT}, headers={"accept": media})
        assert (head.status_code, head.content) == (200, b"")
        assert head.headers["content-type"].startswith(media)
    assert client.head("/sparql").headers["content-type"].startswith("text/turtle")
    assert client.head("/sparql", params={"query": "SELEC"}).status_code == 400


def test_a_wrong_method_is_told_the_right_ones(client: httpx.Client) -> None:
    assert client.delete("/sparql").headers["allow"] == "GET, HEAD, POST"
    assert client.patch("/rdf-graph-store?default").headers["allow"] == "DELETE, GET, HEAD, POST, PUT"
    assert client.put("/events").headers["allow"] == "GET"


@pytest.mark.parametrize("graph", ["relative", "", "http://e/a b"])
@pytest.mark.parametrize("name", ["default-graph-uri", "named-graph-uri"])
def test_graphs_are_chosen_by_absolute_addresses(client: httpx.Client, name: str, graph: str) -> None:
    found = ask(client, "ASK {}", **{name: graph})
    assert (found.status_code, found.json()["cause"]) == (400, "is no absolute IRI")


def test_parameters_are_utf8(client: httpx.Client) -> None:
    """Rather than asking for something else than was meant."""
    form = {"content-type": "application/x-www-form-urlencoded"}
    assert client.get("/sparql?query=ASK%7B%3Fs%20%3Fp%20%22caf%E9%22%7D").status_code == 400
    assert client.post("/sparql", content="query=ASK%7B%3Fs%20%3Fp%20%22caf%E9%22%7D", headers=form).status_code == 400
    assert client.get("/sparql?query=ASK%7B%3Fs%20%3Fp%20%22caf%C3%A9%22%7D").status_code == 200
    assert client.get("/rdf-graph-store?graph=http://e/caf%E9").status_code == 400


def test_packed_bodies(client: httpx.Client) -> None:
    headers = {"content-type": "application/sparql-query", "content-encoding": "gzip"}
    packed = client.post("/sparql", content=gzip.compress(b"ASK {}"), headers=headers)
    assert packed.status_code == 415
    assert client.post("/sparql", content=b"ASK {}", headers=headers | {"content-encoding": "identity"}).is_success
