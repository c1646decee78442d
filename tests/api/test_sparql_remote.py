"""SERVICE and LOAD, on a server that was started for them: it calls itself here."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import httpx
import pytest
from tests.api.conftest import serving

from summitry.ingest import Settings

UPDATE = {"content-type": "application/sparql-update"}
ONE = '<http://e/a> <http://e/p> "un"@fr-CA, 007 .'


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    with serving(
        Settings(tmp_path_factory.mktemp("remote") / "data"), sparql_update=True, sparql_remote=True
    ) as client:
        yield client


@pytest.fixture
def client(server: httpx.Client) -> httpx.Client:
    """The server with one graph of two statements."""
    assert update(server, f"DROP ALL ; INSERT DATA {{ GRAPH <http://e/g> {{ {ONE} }} }}").status_code == 204
    return server


def update(client: httpx.Client, text: str) -> httpx.Response:
    return client.post("/sparql", content=text, headers=UPDATE)


def count(client: httpx.Client, pattern: str) -> int:
    found = client.get("/sparql", params={"query": f"SELECT * {{ {pattern} }}"})
    assert found.status_code == 200, found.text
    return len(found.json()["results"]["bindings"])


def test_service_asks_another_server(client: httpx.Client) -> None:
    here = client.base_url.join("/sparql")
    assert count(client, f"SERVICE <{here}> {{ GRAPH ?g {{ ?s ?p ?o }} }}") == 2
    assert count(client, "SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o }") == 1


def test_a_server_that_does_not_answer(client: httpx.Client) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        query = f"SELECT * {{ SERVICE <http://127.0.0.1:{unused.getsockname()[1]}/> {{ ?s ?p ?o }} }}"
    failed = client.get("/sparql", params={"query": query})
    assert failed.status_code == 500, failed.text


def test_load_reads_a_document(client: httpx.Client) -> None:
    address = client.base_url.join("/rdf-graph-store?graph=http://e/g")
    assert update(client, f"LOAD <{address}>").status_code == 204
    assert count(client, "<http://e/a> <http://e/p> ?o") == 2
    assert update(client, f"LOAD <{address}> INTO GRAPH <http://e/copy>").status_code == 204
    kept = client.get("/rdf-graph-store?graph=http://e/copy", headers={"accept": "application/n-triples"})
    assert '"un"@fr-CA' in kept.text or '"un"@fr-ca' in kept.text


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1:9/x", "file:///etc/hostname", "{base}health", "{base}nothing", "{base}graph?id=x", "urn:x"],
)
def test_what_cannot_be_loaded(client: httpx.Client, address: str) -> None:
    place = address.replace("{base}", str(client.base_url.join("/")))
    failed = update(client, f"LOAD <{place}>")
    assert failed.status_code == 500, failed.text
    assert update(client, f"LOAD SILENT <{place}>").status_code == 204
    assert count(client, "?s ?p ?o") == 0


def test_the_service_description_tells_it(client: httpx.Client) -> None:
    assert "BasicFederatedQuery" in client.get("/sparql", headers={"accept": "text/turtle"}).text
