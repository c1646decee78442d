"""Two API processes answer while four writers load: nothing lost or doubled, no gap, and both copies equal the log."""

from __future__ import annotations

import json
import os
import random
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.neo4j_fixture import Neo4jLogin
from tests.store.claim_builder import synthetic, synthetics

from summitry.store.neo4j_store import Neo4jStore

PROGRAM = Path(sys.executable).with_name("summitry")
LOADED = "SELECT (COUNT(?a) AS ?n) { GRAPH ?a { ?a a <https://w3id.org/summitry/ontology#Article> } }"
ARTICLES = 400

pytestmark = pytest.mark.neo4j


def opened(login: Neo4jLogin, rdf: Path | None = None) -> Neo4jStore:
    return Neo4jStore(login.uri, (login.user, login.password), database=login.database, rdf=rdf)


@contextmanager
def api(login: Neo4jLogin, data: Path) -> Iterator[str]:
    """`summitry serve` on the server of the test; gives its address, once it answers."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    named = {"URI": login.uri, "USERNAME": login.user, "PASSWORD": login.password, "DATABASE": login.database}
    env = {**os.environ, **{f"NEO4J_{key}": value for key, value in named.items()}}
    command = [str(PROGRAM), "serve", "--port", str(port), "--data", str(data)]
    with subprocess.Popen(command, env=env, stderr=subprocess.DEVNULL) as process:
        try:
            address = f"http://127.0.0.1:{port}"
            deadline = time.monotonic() + 60
            while not _answers(address):
                assert process.poll() is None and time.monotonic() < deadline, "summitry serve did not start"
                time.sleep(0.2)
            yield address
        finally:
            process.terminate()


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/health", timeout=30):
            return True
    except (urllib.error.URLError, OSError):
        return False


def by_sparql(address: str) -> int:
    """How many articles SPARQL shows."""
    request = urllib.request.Request(
        f"{address}/sparql",
        LOADED.encode(),
        {"Content-Type": "application/sparql-query", "Accept": "application/sparql-results+json"},
    )
    with urllib.request.urlopen(request, timeout=120) as answer:
        return int(json.load(answer)["results"]["bindings"][0]["n"]["value"])


def by_cypher(address: str) -> int:
    """How many articles Cypher shows."""
    body = json.dumps({"query": "MATCH (a:Article) WHERE a.id IS NOT NULL RETURN count(a) AS n"}).encode()
    request = urllib.request.Request(f"{address}/cypher", body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=120) as answer:
        return int(json.load(answer)["rows"][0][0])


class Crowd:
    """Threads that work until a moment; `failures` are what they raised."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds
        self._threads: list[threading.Thread] = []
        self.failures: list[BaseException] = []
        self.written: set[int] = set()
        self.answers = 0

    def start(self, work: Callable[[], None]) -> None:
        def run() -> None:
            try:
                while time.monotonic() < self._end and not self.failures:
                    work()
            except BaseException as error:  # told by the main thread
                self.failures.append(error)

        self._threads.append(threading.Thread(target=run))
        self._threads[-1].start()

    def join(self) -> None:
        for thread in self._threads:
            thread.join()
        assert self.failures == []

    def writer(self, store: Neo4jStore, seed: int) -> Callable[[], None]:
        chance = random.Random(seed)

        def write() -> None:
            number = chance.randrange(ARTICLES)
            list(store.add([synthetic(number)]))
            self.written.add(number)

        return write

    def reader(self, address: str) -> Callable[[], None]:
        last = 0

        def ask() -> None:
            nonlocal last
            found = by_sparql(address)
            assert found >= last, "SPARQL went back in time"
            assert by_cypher(address) >= found, "Cypher is written with the log, SPARQL follows"
            last, self.answers = found, self.answers + 1

        return ask


def watch(login: Neo4jLogin, folder: Path, seconds: float) -> None:
    with opened(login) as first, opened(login) as second, opened(login) as third, opened(login) as fourth:
        with api(login, folder / "one") as one, api(login, folder / "two") as two:
            crowd = Crowd(seconds)
            for seed, store in enumerate((first, second, third, fourth)):
                crowd.start(crowd.writer(store, seed))
            for address in (one, two):
                crowd.start(crowd.reader(address))
            crowd.join()
            assert crowd.answers > 0 and crowd.written
            assert by_sparql(one) == by_sparql(two) == by_cypher(one) == by_cypher(two)
        check_whole(first, crowd.written)
    for name in ("one", "two"):
        check_copy(login, folder / name / "neo4j-rdf")


def check_whole(store: Neo4jStore, written: set[int]) -> None:
    """Every article that was acknowledged is there, with its claims, each once."""
    records = {record.article.id: record for number, record in enumerate(synthetics(ARTICLES)) if number in written}
    assert {article.id for article in store.articles()} == records.keys()
    for record in records.values():
        own = {claim.id for claim in record.claims if claim.source == record.article.iri}
        assert sorted(row.claim.id for row in store.claims(source=record.article.iri)) == sorted(own)


def check_copy(login: Neo4jLogin, rdf: Path) -> None:
    """The copy that a process left behind stands at the last change and shows what the log says, which has no gap."""
    with opened(login, rdf) as store:
        assert list(store.verify()) == []
        status = store.status()
        assert status.views["rdf"] == status.seq
        assert not (rdf / "2").exists(), "the copy that was checked is the one that the process used"


def test_two_servers_and_four_writers(neo4j_login: Neo4jLogin, tmp_path: Path) -> None:
    watch(neo4j_login, tmp_path, 5)


@pytest.mark.soak
def test_two_servers_and_four_writers_for_five_minutes(neo4j_login: Neo4jLogin, tmp_path: Path) -> None:
    watch(neo4j_login, tmp_path, 300)
