"""Cypher on the embedded store: the same graph as on Neo4j, a process that is shared and never outlives its owner."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.neo4j_fixture import Neo4jLogin
from tests.store.claim_builder import synthetic, synthetics

from summitry.claims import QueryError, QueryTimeoutError
from summitry.store import ArticleRecord, EmbeddedStore, arcade, arcade_endpoint
from summitry.store.neo4j_store import Neo4jStore

pytestmark = pytest.mark.jvm

ROOT = Path(__file__).resolve().parents[2]
SLOW = "UNWIND range(1, 10000) AS a UNWIND range(1, 10000) AS b WITH a, b WHERE a * b = -1 RETURN count(*)"
WRITES = ["CREATE (n:X)", "MATCH (n) SET n.x = 1", "MATCH (n) DETACH DELETE n", "CREATE INDEX x FOR (n:X) ON (n.y)",
          "MERGE (n:Person {iri: 'x'})", "DROP INDEX summitry_iri"]  # fmt: skip
QUERIES = [
    "MATCH (n:Resource) RETURN [x IN labels(n) WHERE x <> 'Resource'] AS l, n.iri AS iri ORDER BY iri",
    "MATCH (a)-[r]->(b:Resource) RETURN type(r) AS type, a.iri AS a, b.iri AS b, r.role AS role ORDER BY type, a, b",
    "MATCH (p:Person)-[r:PARTICIPATES_IN]->(e:Summit) RETURN p.name, r.role, e.name, e.start ORDER BY p.name, e.start",
    "MATCH (e:Event) WHERE e.start >= date('2025-02-01') RETURN e ORDER BY e.iri",
    "MATCH (c:Claim)-[:STATED_IN]->(a:Article) RETURN c, a ORDER BY c.iri",
    "MATCH (p:Leader)-[o:HOLDS_OFFICE]->(s:State) RETURN p.iri AS p, s.iri AS s, o.office ORDER BY p, s",
    "MATCH (e:Event) WITH e.status AS status, count(*) AS n RETURN status, n",
]


def open_store(folder: Path) -> EmbeddedStore:
    return EmbeddedStore(folder, property_graph=arcade.opener("256m"))


def count(store: EmbeddedStore) -> object:
    return store.cypher("MATCH (a:Article) RETURN count(a)").rows[0][0]


def alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return False
    return state != "Z"


def wait_until_gone(pid: int, seconds: float = 30.0) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if not alive(pid):
            return True
        time.sleep(0.1)
    return False


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedStore]:
    with open_store(tmp_path_factory.mktemp("arcade") / "data") as store:
        list(store.add(synthetics(20)))
        yield store


@pytest.mark.neo4j
def test_both_engines_show_the_same_graph(neo4j_login: Neo4jLogin, tmp_path: Path) -> None:
    """After loading, after a retraction, and after the last mention of somebody has gone."""
    shorter = ArticleRecord(synthetic(3).article, synthetic(3).claims[:6])
    login = (neo4j_login.user, neo4j_login.password)
    with (
        open_store(tmp_path / "data") as embedded,
        Neo4jStore(neo4j_login.uri, login, database=neo4j_login.database) as server,
    ):
        for batch in ([*synthetics(12)], [shorter], [synthetic(40), synthetic(3)]):
            for store in (embedded, server):
                list(store.add(batch))
            for query in QUERIES:
                assert without_time(embedded.cypher(query).rows) == without_time(server.cypher(query).rows), query
        assert list(embedded.verify()) == []


def without_time(rows: tuple[tuple[object, ...], ...]) -> list[list[object]]:
    """Rows without the moment of recording, which differs between two stores; maps in one order."""
    return [[_without_time(value) for value in row] for row in rows]


def _without_time(value: object) -> object:
    if isinstance(value, dict):
        return {key: value[key] for key in sorted(value) if key != "recordedAt"}
    return sorted(value) if isinstance(value, list) and all(isinstance(item, str) for item in value) else value


@pytest.mark.parametrize("query", [*WRITES, "LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l", "MATCH (n", ""])
def test_queries_that_write_or_fail_are_refused(loaded: EmbeddedStore, query: str) -> None:
    with pytest.raises(QueryError):
        loaded.cypher(query)
    assert count(loaded) == 20


def test_a_wrong_answer_is_refused(loaded: EmbeddedStore) -> None:
    with pytest.raises(QueryError):
        loaded.cypher("MATCH (p:Person) RETURN max(p.name) IS NULL")


def test_a_query_ends_at_its_time_limit(loaded: EmbeddedStore) -> None:
    started = time.monotonic()
    with pytest.raises(QueryTimeoutError):
        loaded.cypher(SLOW, timeout=0.5)
    assert time.monotonic() - started < 10
    assert count(loaded) == 20


def test_parameters_and_values(loaded: EmbeddedStore) -> None:
    table = loaded.cypher("RETURN $a AS a, date('2026-02-24') AS d, [1, 2.5, null] AS l, {x: true} AS m", {"a": "é"})
    assert table.columns == ("a", "d", "l", "m")
    assert table.rows == (("é", "2026-02-24", [1, 2.5, None], {"x": True}),)


def test_status_verify_and_rebuild(loaded: EmbeddedStore) -> None:
    assert count(loaded) == 20
    assert loaded.status().views["cypher"] == loaded.status().seq
    loaded.rebuild("cypher")
    assert list(loaded.verify()) == []
    assert count(loaded) == 20


def reader(folder: Path) -> subprocess.Popen[str]:
    """Another process that asks once, says how many articles it saw, and stays until its input ends."""
    script = (
        "import sys; from pathlib import Path; from summitry.store import EmbeddedStore, arcade\n"
        "with EmbeddedStore(Path(sys.argv[1]), property_graph=arcade.opener('256m')) as store:\n"
        "    for _ in range(2):\n"
        "        print(store.cypher('MATCH (a:Article) RETURN count(a)').rows[0][0], flush=True)\n"
        "        sys.stdin.readline()\n"
    )
    command = [sys.executable, "-c", script, str(folder)]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def said(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_a_second_process_shares_the_engine_and_takes_over(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with contextlib.ExitStack() as first:
        store = first.enter_context(open_store(folder))
        list(store.add(synthetics(3)))
        assert count(store) == 3
        other = reader(folder)
        assert said(other) == "3"
        list(store.add(synthetics(2, 100)))
    with other:
        assert other.stdin is not None
        other.stdin.write("\n")
        other.stdin.flush()
        assert said(other) == "5"
        other.stdin.close()
        assert other.wait(60) == 0


def test_kill_9_takes_the_engine_along(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with open_store(folder) as store:
        list(store.add(synthetics(3)))
    with reader(folder) as other:
        assert said(other) == "3"
        endpoint = json.loads(arcade_endpoint.path(folder / "cypher").read_text())
        assert alive(endpoint["pid"])
        other.kill()
    assert wait_until_gone(endpoint["pid"])
    with open_store(folder) as store:
        assert count(store) == 3


def test_an_engine_whose_owner_is_gone_before_it_answers_ends(tmp_path: Path) -> None:
    listening, saying = os.pipe()
    os.close(listening)
    command = [sys.executable, "-m", "summitry.store.arcade_server", str(tmp_path), "256m"]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=saying, stderr=subprocess.DEVNULL) as engine:
        os.close(saying)
        try:
            assert engine.wait(90) == 1
        finally:
            engine.kill()


def test_a_killed_engine_and_a_damaged_graph_are_made_anew(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with open_store(folder) as store:
        list(store.add(synthetics(3)))
        assert count(store) == 3
        endpoint = arcade_endpoint.read(folder / "cypher")
        assert endpoint is not None
        os.kill(endpoint.pid, 9)
        assert count(store) == 3
    for path in (folder / "cypher" / "databases" / "summitry").glob("schema*.json"):
        path.write_text("no schema")
    with open_store(folder) as store:
        assert count(store) == 3
        assert list(store.verify()) == []
