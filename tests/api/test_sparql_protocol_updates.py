"""The SPARQL 1.1 Protocol for updates, and the Graph Store HTTP Protocol, on a server that allows them."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest
from tests.api.conftest import serving
from tests.conftest import ROOT

from summitry.ingest import Settings

TURTLE = {"content-type": "text/turtle; charset=utf-8"}
UPDATE = {"content-type": "application/sparql-update"}
ONE = "<http://e/a> <http://e/p> <http://e/b> ."
TWO = "<http://e/c> <http://e/p> 007 ."


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    with serving(Settings(tmp_path_factory.mktemp("updates") / "data"), sparql_update=True) as client:
        yield client


@pytest.fixture
def client(server: httpx.Client) -> httpx.Client:
    """The server with an empty store."""
    assert update(server, "DROP ALL").status_code == 204
    return server


def update(client: httpx.Client, text: str, **parameters: str) -> httpx.Response:
    return client.post("/sparql", content=text, params=parameters, headers=UPDATE)


def holds(client: httpx.Client, pattern: str) -> bool:
    found = client.get("/sparql", params={"query": f"ASK {{ {pattern} }}"})
    assert found.status_code == 200, found.text
    return bool(found.json()["boolean"])


def triples(client: httpx.Client, **graph: str) -> int:
    found = client.get("/rdf-graph-store", params=graph, headers={"accept": "application/n-triples"})
    assert found.status_code == 200, found.text
    return len(list(ox.parse(found.content, format=ox.RdfFormat.N_TRIPLES)))


def test_two_ways_to_update(client: httpx.Client) -> None:
    assert update(client, f"INSERT DATA {{ {ONE} }}").status_code == 204
    assert client.post("/sparql", data={"update": f"INSERT DATA {{ {TWO} }}"}).status_code == 204
    assert triples(client, default="") == 2


def test_an_empty_store_holds_nothing(client: httpx.Client) -> None:
    assert not holds(client, "?s ?p ?o")
    assert not holds(client, "GRAPH ?g { }")
    assert triples(client, default="") == 0


def test_relative_addresses_are_resolved(client: httpx.Client) -> None:
    assert update(client, "INSERT DATA { GRAPH <http://e/g> { <http://e/a> <http://e/p> <test> } }").status_code == 204
    assert holds(client, f"GRAPH <http://e/g> {{ ?s ?p <{client.base_url.join('/test')}> }}")
    assert holds(client, "GRAPH <http://e/g> { ?s ?p <test> }")


def test_using_graphs(client: httpx.Client) -> None:
    update(client, f"INSERT DATA {{ GRAPH <http://e/g> {{ {ONE} }} GRAPH <http://e/h> {{ {TWO} }} }}")
    copy = "INSERT { GRAPH <http://e/copy> { ?s ?p ?o } } WHERE { ?s ?p ?o }"
    assert update(client, copy, **{"using-graph-uri": "http://e/g"}).status_code == 204
    assert triples(client, graph="http://e/copy") == 1
    named = "INSERT { GRAPH <http://e/named> { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } }"
    assert update(client, named, **{"using-named-graph-uri": "http://e/h"}).status_code == 204
    assert triples(client, graph="http://e/named") == 1
    clash = "INSERT { <http://e/x> ?p ?o } USING <http://e/h> WHERE { ?s ?p ?o }"
    assert update(client, clash, **{"using-graph-uri": "http://e/g"}).status_code == 400


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("INSERT DAT", 400),
        ("ASK {}", 400),
        ("DROP GRAPH <http://e/none>", 500),
        ("LOAD <http://127.0.0.1:9/x>", 501),
        ("LOAD SILENT <http://127.0.0.1:9/x>", 204),
        ("CLEAR GRAPH <http://e/none>", 204),
        ("INSERT { ?s ?p ?o } WHERE { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }", 204),
        ("INSERT { ?s ?p ?o } WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", 501),
        ("", 204),
    ],
)
def test_what_updates_are_answered(client: httpx.Client, text: str, status: int) -> None:
    assert update(client, text).status_code == status


def test_an_update_is_whole_or_not_at_all(client: httpx.Client) -> None:
    assert update(client, f"INSERT DATA {{ {ONE} }} ; DROP GRAPH <http://e/none>").status_code == 500
    assert not holds(client, "?s ?p ?o")


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        ({"method": "GET", "url": "/sparql?update=CLEAR%20ALL"}, 400),
        ({"method": "POST", "url": "/sparql", "data": {"update": ["CLEAR ALL", "CLEAR ALL"]}}, 400),
        ({"method": "POST", "url": "/sparql", "content": "update=CLEAR%20ALL"}, 415),
        ({"method": "POST", "url": "/sparql", "content": "CLEAR ALL", "headers": {"content-type": "text/plain"}}, 415),
        ({"method": "POST", "url": "/sparql", "content": "CLEAR ALL # é".encode("latin-1"), "headers": UPDATE}, 400),
        ({"method": "PUT", "url": "/rdf-graph-store?default", "content": ONE}, 415),
        ({"method": "PUT", "url": "/rdf-graph-store?default", "content": ONE, "headers": {"content-type": "x/y"}}, 415),
        ({"method": "PUT", "url": "/rdf-graph-store?default", "content": "<rdf", "headers": TURTLE}, 400),
        ({"method": "PUT", "url": "/rdf-graph-store", "content": ONE, "headers": TURTLE}, 400),
        ({"method": "PUT", "url": "/rdf-graph-store?default&graph=http://e/g", "content": ONE, "headers": TURTLE}, 400),
        ({"method": "PUT", "url": "/rdf-graph-store?graph=a%20b", "content": ONE, "headers": TURTLE}, 400),
        ({"method": "PATCH", "url": "/rdf-graph-store?default", "content": ONE, "headers": TURTLE}, 405),
        ({"method": "DELETE", "url": "/rdf-graph-store?graph=http://e/none"}, 404),
        ({"method": "GET", "url": "/rdf-graph-store?graph=http://e/none"}, 404),
        ({"method": "GET", "url": "/rdf-graph-store?default", "headers": {"accept": "image/png"}}, 406),
    ],
)  # fmt: skip
def test_what_is_refused(client: httpx.Client, request_: dict[str, object], status: int) -> None:
    found = client.request(**request_)  # type: ignore[arg-type]
    assert found.status_code == status, found.text
    assert found.headers["content-type"] == "application/problem+json"


def test_the_life_of_a_graph(client: httpx.Client) -> None:
    graph = {"graph": "http://e/g"}
    here = "/rdf-graph-store"
    made = client.put(here, params=graph, content=ONE, headers=TURTLE)
    assert (made.status_code, made.headers["location"]) == (201, "http://e/g")
    assert triples(client, **graph) == 1
    assert client.head(here, params=graph).status_code == 200
    assert client.put(here, params=graph, content=TWO, headers=TURTLE).status_code == 204
    assert not holds(client, f"GRAPH <http://e/g> {{ {ONE} }}") and holds(client, f"GRAPH <http://e/g> {{ {TWO} }}")
    assert client.post(here, params=graph, content=ONE, headers=TURTLE).status_code == 204
    assert triples(client, **graph) == 2
    assert client.post(here, params=graph, content="", headers=TURTLE).status_code == 204
    assert triples(client, **graph) == 2
    assert client.put(here, params=graph, content="", headers=TURTLE).status_code == 204
    assert triples(client, **graph) == 0, "the graph is empty, and there"
    assert client.delete(here, params=graph).status_code == 204
    assert client.get(here, params=graph).status_code == 404
    assert client.head(here, params=graph).status_code == 404


@pytest.mark.parametrize("place", ["?default", "?graph=http://e/g"])
@pytest.mark.parametrize("media", ["text/turtle", "application/n-triples", "application/rdf+xml", "application/trig"])
def test_what_is_put_is_got_back_as_it_was_written(client: httpx.Client, place: str, media: str) -> None:
    sent = (
        '<http://e/a> <http://e/p> 007, 1.50, "1.5"^^<http://www.w3.org/2001/XMLSchema#decimal>, "colour"@en-GB, _:b .'
    )
    assert client.put(f"/rdf-graph-store{place}", content=sent, headers=TURTLE).is_success
    found = client.get(f"/rdf-graph-store{place}", headers={"accept": media})
    format = ox.RdfFormat.from_media_type(media)
    values = [quad.object for quad in ox.parse(found.content, format=format) if isinstance(quad.object, ox.Literal)]
    assert sorted(value.value for value in values) == ["007", "1.5", "1.50", "colour"]
    assert "en-GB" in found.text


def test_the_default_graph(client: httpx.Client) -> None:
    assert client.put("/rdf-graph-store?default", content=ONE, headers=TURTLE).status_code == 204
    assert client.post("/rdf-graph-store?default", content=TWO, headers=TURTLE).status_code == 204
    assert triples(client, default="") == 2
    assert client.delete("/rdf-graph-store?default").status_code == 204
    assert triples(client, default="") == 0


def test_graphs_named_by_their_address(client: httpx.Client) -> None:
    place = "/rdf-graph-store/person/1.ttl"
    assert client.get(place).status_code == 404
    assert client.put(place, content=f"{ONE} <> <http://e/p> 1 .", headers=TURTLE).status_code == 201
    iri = str(client.base_url.join(place))
    assert holds(client, f"GRAPH <{iri}> {{ <{iri}> <http://e/p> 1 }}")
    assert triples(client, graph=place) == 2, "a relative address is resolved"
    assert client.post(place, content=TWO, headers=TURTLE).status_code == 204
    assert client.head(place).status_code == 200
    assert client.delete(place).status_code == 204
    assert client.get(place).status_code == 404


@pytest.mark.parametrize("place", ["a%20b", "r%C3%A9union", "a%2Fb", "a%3Fb", "100%25"])
def test_addresses_with_percent_signs_stay_as_they_are(client: httpx.Client, place: str) -> None:
    here = f"/rdf-graph-store/{place}"
    made = client.put(here, content=f"{ONE} <> <http://e/p> 1 .", headers=TURTLE)
    iri = f"{str(client.base_url).rstrip('/')}{here}"
    assert (made.status_code, made.headers.get("location")) == (201, iri), made.text
    assert holds(client, f"GRAPH <{iri}> {{ <{iri}> <http://e/p> 1 }}")
    assert client.get(here).status_code == 200
    assert triples(client, graph=iri) == 2
    assert client.delete(here).status_code == 204


@pytest.mark.parametrize("name", ["using-graph-uri", "using-named-graph-uri"])
def test_graphs_of_updates_are_chosen_by_absolute_addresses(client: httpx.Client, name: str) -> None:
    assert update(client, "DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", **{name: "relative"}).status_code == 400


def test_packed_graphs(client: httpx.Client) -> None:
    packed = client.put(
        "/rdf-graph-store?default", content=gzip.compress(ONE.encode()), headers=TURTLE | {"content-encoding": "gzip"}
    )
    assert packed.status_code == 415
    assert triples(client, default="") == 0


def test_posting_a_new_graph(client: httpx.Client) -> None:
    made = client.post("/rdf-graph-store", content=ONE, headers=TURTLE)
    assert made.status_code == 201
    there = client.get(made.headers["location"], headers={"accept": "text/turtle"})
    assert there.status_code == 200 and "http://e/a" in there.text


def test_posting_a_form(client: httpx.Client) -> None:
    files = [
        ("a", ("1.ttl", ONE, "text/turtle")),
        ("b", ("2.nt", '<http://e/x> <http://e/p> "y"@en-GB .', "application/n-triples")),
    ]
    assert client.post("/rdf-graph-store?graph=http://e/form", files=files).status_code == 201
    assert triples(client, graph="http://e/form") == 2
    assert client.post("/rdf-graph-store?graph=http://e/form", files={}, data={"a": "b"}).status_code == 415


@pytest.mark.parametrize(
    ("media", "format"),
    [
        ("text/turtle", ox.RdfFormat.TURTLE), ("application/n-triples", ox.RdfFormat.N_TRIPLES),
        ("application/rdf+xml", ox.RdfFormat.RDF_XML), ("application/ld+json", ox.RdfFormat.JSON_LD),
        ("application/trig", ox.RdfFormat.TRIG), ("application/n-quads", ox.RdfFormat.N_QUADS),
        ("text/plain", ox.RdfFormat.N_TRIPLES), ("text/turtle; charset=UTF-8", ox.RdfFormat.TURTLE),
    ],
)  # fmt: skip
def test_media_types_of_documents(client: httpx.Client, media: str, format: ox.RdfFormat) -> None:
    triple = ox.Triple(ox.NamedNode("http://e/a"), ox.NamedNode("http://e/p"), ox.Literal("é", language="fr"))
    sent = client.put(
        "/rdf-graph-store?graph=http://e/g",
        content=ox.serialize([triple], format=format),
        headers={"content-type": media},
    )
    assert sent.status_code == 201, sent.text
    assert holds(client, 'GRAPH <http://e/g> { <http://e/a> <http://e/p> "é"@fr }')


def test_named_graphs_do_not_fit_into_a_graph(client: httpx.Client) -> None:
    quads = "<http://e/a> <http://e/p> <http://e/b> <http://e/other> ."
    headers = {"content-type": "application/n-quads"}
    assert client.put("/rdf-graph-store?graph=http://e/g", content=quads, headers=headers).status_code == 400


def test_large_bodies(client: httpx.Client, tmp_path: Path) -> None:
    """Graphs may be larger than articles, up to the limit that the server was started with."""
    triples = "".join(f'<http://e/{n}> <http://e/p> "{"x" * 1000}" .\n' for n in range(11_000))
    assert len(triples) > 11_000_000
    assert client.put("/rdf-graph-store?graph=http://e/large", content=triples, headers=TURTLE).status_code == 201
    with serving(Settings(tmp_path / "data"), sparql_update=True, max_body=1000) as small:
        for method, path in (("PUT", "/rdf-graph-store?default"), ("POST", "/sparql")):
            refused = small.request(method, path, content="#" * 1001, headers=TURTLE)
            assert refused.status_code == 413
            assert "--max-body" in refused.json()["remedy"]


def test_the_service_description_says_that_updates_are_allowed(client: httpx.Client) -> None:
    found = client.get("/sparql", headers={"accept": "text/turtle"})
    assert "SPARQL11Update" in found.text and "SPARQL11Query" in found.text


def test_what_articles_say_is_out_of_reach(client: httpx.Client) -> None:
    path = ROOT / "samples" / "2026-02-20-fr-visioconference.md"
    sent = client.post("/articles", files={"file": (path.name, path.read_bytes())})
    assert sent.status_code == 201, sent.text
    article = client.get("/articles").json()["items"][0]["iri"]
    before = triples(client, default="")
    for text in (
        "CLEAR DEFAULT", "DROP ALL", f"CLEAR GRAPH <{article}>", "DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        f"INSERT DATA {{ GRAPH <{article}> {{ {ONE} }} }}",
    ):  # fmt: skip
        refused = update(client, text)
        assert refused.status_code == 403, text
    assert client.put("/rdf-graph-store?default", content=ONE, headers=TURTLE).status_code == 403
    assert client.delete("/rdf-graph-store", params={"graph": article}).status_code == 403
    assert update(client, f"INSERT DATA {{ {ONE} }}").status_code == 204
    assert triples(client, default="") == before + 1
    assert update(client, f"DELETE DATA {{ {ONE} }}").status_code == 204
    assert triples(client, default="") == before
