"""Questions, Cypher, graphs and health over HTTP."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from xml.etree import ElementTree

import httpx
import networkx as nx
import pytest

ENGLISH = "Who attends the coalition of the willing videoconference?"
FRENCH = "Qui participe à la visioconférence de la coalition des volontaires ?"


def test_both_languages_give_one_answer(client: httpx.Client) -> None:
    english = client.get("/ask", params={"q": ENGLISH}).json()
    french = client.post("/ask", json={"question": FRENCH}).json()
    assert english["understood"] is french["understood"] is True
    assert (english["language"], french["language"]) == ("en", "fr")
    who = [{(row["iri"], row["role"], row["inferred"]) for row in answer["rows"]} for answer in (english, french)]
    assert who[0] == who[1]
    assert who[0]
    again = client.get("/sparql", params={"query": english["sparql"]}).json()
    assert again["results"]["bindings"]


def test_a_question_that_is_not_understood(client: httpx.Client) -> None:
    answer = client.get("/ask", params={"q": "What is the colour of the sky?"})
    assert answer.status_code == 200
    assert answer.json()["understood"] is False
    assert answer.json()["examples"]
    assert client.get("/ask", params={"q": ""}).status_code == 422
    assert client.post("/ask", json={"question": FRENCH, "lang": "xx"}).status_code == 422


def test_graphs(client: httpx.Client) -> None:
    event = client.get("/events", params={"kind": "videoconference"}).json()["items"][0]["id"]
    data = client.get("/graph", params={"id": event}).json()
    graph = nx.node_link_graph(data, edges="edges")
    assert graph.graph["centre"].endswith(event)
    for form, read in (("graphml", nx.read_graphml), ("gexf", nx.read_gexf)):
        found = client.get("/graph", params={"id": event, "format": form})
        assert f"application/{form}+xml" in found.headers["content-type"]
        assert set(read(BytesIO(found.content))) == set(graph)
    picture = client.get("/graph", params={"id": event, "format": "svg", "lang": "fr"})
    assert picture.headers["content-type"] == "image/svg+xml"
    assert "préside" in " ".join(ElementTree.fromstring(picture.content).itertext())
    small = client.get("/graph", params={"id": event, "depth": 2, "limit": 5}).json()
    assert (len(small["nodes"]), small["graph"]["truncated"]) == (5, True)
    assert client.get("/graph", params={"id": "event/none"}).status_code == 404
    assert client.get("/graph", params={"id": event, "depth": 9}).status_code == 422


def test_health(client: httpx.Client) -> None:
    found = client.get("/health").json()
    assert (found["status"], found["kind"], found["writable"]) == ("ok", "embedded", True)
    assert found["views"]["rdf"] == found["seq"] > 0
    assert found["counts"]["articles"] >= 15
    assert "/" not in "".join(found["notes"])


def test_many_at_once(client: httpx.Client) -> None:
    """Threads read while one writes: nobody sees an error, every article is there afterwards."""
    texts = [f"Emmanuel Macron a rencontré Friedrich Merz à Berlin le {day} mars 2026." for day in range(2, 8)]
    reads = ["/events", "/people", "/health", "/graph?id=state/FRA", "/ask?q=Which events does Macron attend?"] * 4

    def write(text: str) -> int:
        return client.post("/articles", json={"text": text, "published": "2026-03-09", "lang": "fr"}).status_code

    with ThreadPoolExecutor(8) as pool:
        written = pool.map(write, texts)
        read = pool.map(lambda address: client.get(address).status_code, reads)
        assert set(written) <= {200, 201}
        assert set(read) == {200}


@pytest.mark.jvm
def test_cypher(client: httpx.Client) -> None:
    asked = {
        "query": "MATCH (p:Person {iri: $iri})-[r:PARTICIPATES_IN]->(e:Summit) RETURN p.name, e.start, r.claimIds",
        "parameters": {"iri": "https://w3id.org/summitry/id/person/emmanuel-macron"},
    }
    found = client.post("/cypher", json=asked)
    assert found.status_code == 200, found.text
    table = found.json()
    assert table["columns"] == ["p.name", "e.start", "r.claimIds"]
    assert table["rows"]
    assert all(row[0] == "Emmanuel Macron" and isinstance(row[2], list) for row in table["rows"])
    before = client.get("/health").json()["seq"]
    for query in ("CREATE (n:X)", "MATCH (n) DETACH DELETE n", "MATCH (n RETURN n", "RETURN $missing"):
        refused = client.post("/cypher", json={"query": query})
        assert refused.status_code == 400, (query, refused.text)
        assert refused.headers["content-type"] == "application/problem+json"
    assert client.get("/health").json()["seq"] == before
    assert client.post("/cypher", json={"query": "RETURN 1", "timeout": 100}).status_code == 422
