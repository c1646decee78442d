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


def test_what_was_known_then(fresh: httpx.Client) -> None:
    address = "https://example.org/paris"
    first = {"text": "Emmanuel Macron and Keir Starmer will meet in Paris on 24 February 2026.", "url": address}
    later = {"text": "Emmanuel Macron and Keir Starmer will meet in London on 26 February 2026.", "url": address}
    fresh.post("/articles", json=first).raise_for_status()
    seq = fresh.get("/health").json()["seq"]
    fresh.post("/articles", json=later).raise_for_status()
    asked = {"q": "When and where does Emmanuel Macron meet Keir Starmer?"}
    days = [
        fresh.get("/ask", params={**asked, **then}).json()["rows"][0]["start"] for then in ({"as-of": str(seq)}, {})
    ]
    assert days == ["2026-02-24", "2026-02-26"]
    body = {"question": asked["q"], "asOf": str(seq)}
    assert fresh.post("/ask", json=body).json()["asOf"] == seq
    assert fresh.get("/ask", params={**asked, "as-of": "1999-01-01"}).json()["rows"] == []
    query = {"query": "SELECT ?day { ?e <https://w3id.org/summitry/ontology#start> ?day }", "as-of": str(seq)}
    found = fresh.get("/sparql", params=query).json()["results"]["bindings"]
    assert [row["day"]["value"] for row in found] == ["2026-02-24"]
    assert fresh.get("/ask", params={**asked, "as-of": "never"}).status_code == 422
    assert fresh.get("/sparql", params={**query, "as-of": "999999"}).status_code == 404
    assert fresh.get("/sparql", params={**query, "valid-at": "never"}).status_code == 400


def test_what_held_on_a_day(client: httpx.Client) -> None:
    asked = {"q": "Which summits does Emmanuel Macron attend?", "valid-at": "2025-06-16"}
    answer = client.get("/ask", params=asked).json()
    assert [event["start"] for event in answer["events"]] == ["2025-06-15"]
    assert answer["validAt"] == "2025-06-16"
    assert client.get("/ask", params={**asked, "valid-at": "1990-01-01"}).json()["rows"] == []
    query = """PREFIX s: <https://w3id.org/summitry/ontology#>
    SELECT ?person { ?t s:person ?person ; s:office <https://w3id.org/summitry/id/office/president> ;
      s:validFrom ?from ; s:of <https://w3id.org/summitry/id/state/USA> . OPTIONAL { ?t s:validTo ?to }
      FILTER(?from <= STR($validAt) && (!BOUND(?to) || ?to >= STR($validAt))) }"""
    for day, name in (("2025-06-16", "donald-trump"),):
        found = client.get("/sparql", params={"query": query, "valid-at": day}).json()["results"]["bindings"]
        assert {row["person"]["value"].rsplit("/", 1)[-1] for row in found} == {name}
