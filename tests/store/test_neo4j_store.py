"""The Neo4j store: one projection with the claims, several writers, failures that leave nothing half-written."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.neo4j_fixture import Neo4jLogin, start_server
from tests.store.claim_builder import Story, entity, synthetic, synthetics

from summitry.claims import QueryError, QueryTimeoutError, StoreLoginError, StoreUnavailableError
from summitry.store import AddResult, ArticleRecord
from summitry.store.neo4j_store import Neo4jStore
from summitry.store.statements import statement

pytestmark = pytest.mark.neo4j

ROOT = Path(__file__).resolve().parents[2]
SLOW = "UNWIND range(1, 10000) AS a UNWIND range(1, 10000) AS b WITH a, b WHERE a * b = -1 RETURN count(*)"


def open_store(login: Neo4jLogin, rdf: Path | None = None) -> Neo4jStore:
    return Neo4jStore(login.uri, (login.user, login.password), database=login.database, rdf=rdf)


@pytest.fixture
def neo4j_store(neo4j_login: Neo4jLogin, tmp_path: Path) -> Iterator[Neo4jStore]:
    with open_store(neo4j_login, tmp_path / "rdf") as store:
        yield store


def check_whole(store: Neo4jStore, records: dict[str, ArticleRecord]) -> None:
    """What is there is whole, once, in order and in both views."""
    for article in store.articles():
        own = [claim.id for claim in records[article.id].claims if claim.source == article.iri]
        assert sorted(row.claim.id for row in store.claims(source=article.iri)) == sorted(set(own))
    assert list(store.verify()) == []


def test_cypher_reads_like_a_sentence(neo4j_store: Neo4jStore) -> None:
    story = Story("Leaders meet in Paris.", published="2026-02-20")
    event = story.event("paris", kind="Summit", start="2026-02-24", status="planned", name="Paris summit")
    story.describe("state/FRA", "State", "France")
    story.takes_part(event, "state/FRA", "hasHost")
    list(neo4j_store.add([story.record()]))
    table = neo4j_store.cypher(
        "MATCH (a:State)-[r:PARTICIPATES_IN]->(e:Summit {status: $status}) RETURN a.name AS who, r.role, e.start, e",
        {"status": "planned"},
    )
    assert table.columns == ("who", "r.role", "e.start", "e")
    ((who, role, start, node),) = table.rows
    assert (who, role, start) == ("France", "host", "2026-02-24")
    assert isinstance(node, dict)
    assert node["iri"] == event


@pytest.mark.parametrize(
    "query",
    ["CREATE (n:X)", "MATCH (n) SET n.x = 1", "MATCH (n) DETACH DELETE n", "CREATE INDEX x FOR (n:X) ON (n.y)",
     "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line", "CALL db.createLabel('X')", "MATCH (n", ""],
)  # fmt: skip
def test_queries_that_write_or_fail_are_refused(neo4j_store: Neo4jStore, query: str) -> None:
    with pytest.raises(QueryError):
        neo4j_store.cypher(query)


def test_a_query_ends_at_its_time_limit(neo4j_store: Neo4jStore) -> None:
    started = time.monotonic()
    with pytest.raises(QueryTimeoutError):
        neo4j_store.cypher(SLOW, timeout=0.5)
    assert time.monotonic() - started < 10


def test_rebuilding_the_projection_gives_the_same(neo4j_store: Neo4jStore) -> None:
    list(neo4j_store.add(synthetics(15)))
    query = "MATCH (a)-[r]->(b) RETURN type(r) AS type, a.iri AS a, b.iri AS b ORDER BY type, a, b"
    before = neo4j_store.cypher(query)
    neo4j_store.rebuild("cypher")
    assert neo4j_store.cypher(query) == before
    assert list(neo4j_store.verify()) == []


def test_verify_names_each_difference(neo4j_store: Neo4jStore, neo4j_login: Neo4jLogin) -> None:
    list(neo4j_store.add(synthetics(2)))
    with neo4j_login.driver() as driver:
        driver.execute_query("MATCH (:Person)-[r:PARTICIPATES_IN]->() WITH r LIMIT 1 DELETE r")
        driver.execute_query("CREATE (:Resource:Person {iri: 'urn:stray'})")
        driver.execute_query("MATCH (c:Claim) WITH c LIMIT 1 SET c.confidence = 0.123")
    found = {(difference.kind, difference.what.split(" ")[0]) for difference in neo4j_store.verify()}
    assert ("unexpected", "node") in found
    assert ("missing", "claim") in found
    assert any(kind == "missing" and what.startswith("(") for kind, what in found)
    neo4j_store.rebuild("cypher")
    assert list(neo4j_store.verify()) == []


def test_a_wrong_password_is_said(neo4j_server: Neo4jLogin) -> None:
    with pytest.raises(StoreLoginError, match="login was refused"):
        Neo4jStore(neo4j_server.uri, (neo4j_server.user, "not the password"))


@pytest.mark.parametrize("uri", ["bolt://localhost:1", "neo4j://localhost:1", "nonsense", "bolt://"])
def test_an_address_where_nothing_answers_is_said(uri: str) -> None:
    with pytest.raises(StoreUnavailableError):
        Neo4jStore(uri, ("neo4j", "password"))


def test_a_database_that_does_not_exist_is_said(neo4j_server: Neo4jLogin) -> None:
    with pytest.raises(StoreUnavailableError):
        Neo4jStore(neo4j_server.uri, (neo4j_server.user, neo4j_server.password), database="nosuch")


def test_four_writers_at_once(neo4j_login: Neo4jLogin, tmp_path: Path) -> None:
    """Overlapping articles from several connections: nothing lost, nothing doubled, no gap."""
    results: list[AddResult] = []
    failures: list[BaseException] = []

    def write(first: int) -> None:
        try:
            with open_store(neo4j_login) as store:
                for number in range(first, first + 10):
                    results.extend(store.add([synthetic(number)]))
        except BaseException as error:
            failures.append(error)

    writers = [threading.Thread(target=write, args=(first,)) for first in (0, 5, 10, 15)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert failures == []
    assert len(results) == 40
    with open_store(neo4j_login, tmp_path / "rdf") as store:
        assert store.status().counts["articles"] == 25
        check_whole(store, {record.article.id: record for record in synthetics(25)})


def test_two_copies_for_sparql_side_by_side(neo4j_login: Neo4jLogin, tmp_path: Path) -> None:
    query = "ASK { ?s a <https://w3id.org/summitry/ontology#Summit> }"
    with open_store(neo4j_login, tmp_path / "rdf") as one, open_store(neo4j_login, tmp_path / "rdf") as two:
        assert one.sparql(query) == two.sparql(query)
        list(one.add(synthetics(1)))
        assert one.sparql(query) == two.sparql(query)
        assert (tmp_path / "rdf" / "2").is_dir()


def test_the_copy_waits_for_the_rest_of_a_change(neo4j_login: Neo4jLogin, tmp_path: Path) -> None:
    """The server shows a commit piece by piece, its number before its claims: what was passed over would never come."""
    done = threading.Event()

    def write() -> None:
        with open_store(neo4j_login) as store:
            for first in range(0, 120, 30):
                list(store.add(synthetics(30, first)))
        done.set()

    writer = threading.Thread(target=write)
    with open_store(neo4j_login, tmp_path / "rdf") as store:
        writer.start()
        while not done.is_set():
            store.sparql("ASK { ?s ?p ?o }")
        writer.join()
        assert list(store.verify()) == []
        status = store.status()
        assert status.views["rdf"] == status.seq


def test_the_copy_of_an_emptied_server_is_thrown_away(neo4j_login: Neo4jLogin, tmp_path: Path) -> None:
    everything = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    with open_store(neo4j_login, tmp_path / "rdf") as store:
        list(store.add(synthetics(3)))
        store.sparql(everything)
    with neo4j_login.driver() as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")
    with open_store(neo4j_login, tmp_path / "rdf") as store:
        list(store.add(synthetics(1)))
        assert list(store.verify()) == []
        assert entity("person/person-0") in str(store.sparql("SELECT ?s { ?s ?p ?o }"))


def load_and_kill(login: Neo4jLogin, articles: int, seconds: float) -> list[str]:
    """Start loading, kill the process some time after it opened the store; gives the acknowledged articles."""
    env = {**os.environ, "NEO4J_URI": login.uri, "NEO4J_USERNAME": login.user, "NEO4J_PASSWORD": login.password}
    command = [sys.executable, "-m", "tests.store.neo4j_loader_process", login.database, str(articles)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=env) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        time.sleep(seconds)
        process.kill()
        return [line.strip() for line in process.stdout if line.endswith("\n")]


def wait_for_writers(login: Neo4jLogin) -> None:
    """The server may still be applying what the killed process committed, and what is read meanwhile is half there."""
    with login.driver() as driver:
        driver.execute_query(statement("log_lock"), database_=login.database)


def kill_and_complete(login: Neo4jLogin, rdf: Path, articles: int, moments: list[float]) -> None:
    records = {record.article.id: record for record in synthetics(articles)}
    for seconds in moments:
        acknowledged = load_and_kill(login, articles, seconds)
        wait_for_writers(login)
        with open_store(login, rdf) as store:
            assert set(acknowledged) <= {article.id for article in store.articles()}
            check_whole(store, records)
    with open_store(login, rdf) as store:
        list(store.add(synthetics(articles)))
        assert store.status().counts["articles"] == articles
        assert all(result.unchanged for result in store.add(synthetics(articles)))
        check_whole(store, records)


def test_killed_during_a_load(neo4j_login: Neo4jLogin, tmp_path: Path) -> None:
    kill_and_complete(neo4j_login, tmp_path, 60, [0.3, 0.8])


@pytest.mark.soak
def test_killed_fifty_times_at_random_moments(neo4j_login: Neo4jLogin, tmp_path: Path) -> None:
    chance = random.Random(2026)
    kill_and_complete(neo4j_login, tmp_path, 500, [chance.uniform(0, 4) for _ in range(50)])


@pytest.mark.soak
def test_four_writers_for_five_minutes(neo4j_login: Neo4jLogin, tmp_path: Path) -> None:
    end = time.monotonic() + 300
    failures: list[BaseException] = []
    written: set[int] = set()

    def write(seed: int) -> None:
        chance = random.Random(seed)
        try:
            with open_store(neo4j_login) as store:
                while time.monotonic() < end:
                    number = chance.randrange(400)
                    list(store.add([synthetic(number)]))
                    written.add(number)
        except BaseException as error:
            failures.append(error)

    writers = [threading.Thread(target=write, args=(seed,)) for seed in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert failures == []
    with open_store(neo4j_login, tmp_path / "rdf") as store:
        assert store.status().counts["articles"] == len(written)
        check_whole(store, {record.article.id: record for record in synthetics(400)})


def test_a_server_that_stops_during_a_load(tmp_path: Path) -> None:
    """One clear error; after a restart everything acknowledged is there, and nothing is half there."""
    with start_server(tmp_path / "neo4j") as server:
        acknowledged: list[str] = []
        stopping = threading.Timer(0.1, server.kill)

        def source() -> Iterator[ArticleRecord]:
            for number, record in enumerate(synthetics(40)):
                if number == 20:
                    stopping.start()
                time.sleep(0.02)
                yield record

        with open_store(Neo4jLogin(server.uri, server.user, server.password)) as store:
            with pytest.raises(StoreUnavailableError):
                for result in store.add(source()):
                    acknowledged.append(result.article_id)
            stopping.join()
            with pytest.raises(StoreUnavailableError):
                store.status()
        server.start()
        with open_store(Neo4jLogin(server.uri, server.user, server.password), tmp_path / "rdf") as store:
            assert acknowledged
            assert set(acknowledged) <= {article.id for article in store.articles()}
            check_whole(store, {record.article.id: record for record in synthetics(40)})
