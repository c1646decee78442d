"""The same API over a Neo4j server."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.api.conftest import serving
from tests.conftest import ROOT
from tests.neo4j_fixture import Neo4jLogin

from summitry.ingest import Neo4jSettings, Settings

QUESTION = "Who attends the coalition of the willing videoconference?"


@pytest.mark.neo4j
def test_the_api_over_neo4j(neo4j_login: Neo4jLogin, tmp_path: Path) -> None:
    login = neo4j_login
    server = Neo4jSettings(login.uri, login.user, login.password, login.database)
    with serving(Settings(tmp_path, server)) as client:
        sent = client.post(
            "/articles", files={"file": ("a.md", (ROOT / "samples" / "2026-02-20-fr-visioconference.md").read_bytes())}
        )
        assert sent.status_code == 201, sent.text
        (event,) = (e for e in sent.json()["events"] if e["kind"] == "videoconference")
        assert [e["id"] for e in client.get("/events", params={"kind": "videoconference"}).json()["items"]] == [
            event["id"]
        ]
        detail = client.get(f"/events/{event['id'].split('/')[1]}").json()
        assert {p["id"] for p in detail["participants"] if p["role"] == "chair"} == {"state/FRA", "state/GBR"}
        assert {row["role"] for row in client.get("/ask", params={"q": QUESTION}).json()["rows"]} >= {"chair"}
        assert client.get("/graph", params={"id": event["id"], "format": "svg"}).status_code == 200
        found = client.post("/cypher", json={"query": "MATCH (:State)-[r:PARTICIPATES_IN]->(e) RETURN DISTINCT r.role"})
        assert found.json()["rows"] == [["chair"]]
        assert client.post("/cypher", json={"query": "CREATE (:X)"}).status_code == 400
        health = client.get("/health").json()
        assert (health["kind"], health["counts"]["articles"]) == ("neo4j", 1)
        assert login.password not in client.get("/health").text
