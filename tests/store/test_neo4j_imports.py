"""Imported datasets and updates on Neo4j: whole or not at all, one sequence for all writers, the same in every copy."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from tests.neo4j_fixture import Neo4jLogin
from tests.store.claim_builder import synthetics

from summitry.claims import InputError, NotFoundError
from summitry.store import Boolean
from summitry.store.neo4j_store import Neo4jStore
from summitry.store.query_errors import ProtectedError

pytestmark = pytest.mark.neo4j


def opened(login: Neo4jLogin, rdf: Path) -> Neo4jStore:
    return Neo4jStore(login.uri, (login.user, login.password), database=login.database, rdf=rdf)


@pytest.fixture
def server(neo4j_login: Neo4jLogin, tmp_path: Path) -> Iterator[Neo4jStore]:
    with opened(neo4j_login, tmp_path / "rdf") as store:
        yield store


def ask(store: Neo4jStore, pattern: str) -> bool:
    result = store.sparql(f"ASK {{ {pattern} }}")
    assert isinstance(result, Boolean)
    return result.value


def count(store: Neo4jStore, label: str) -> object:
    return store.cypher(f"MATCH (n:{label}) RETURN count(n)").rows[0][0]


def numbers(first: int, last: int) -> str:
    return "".join(f'<http://e/{n}> <http://e/p> "{n:05}" .\n' for n in range(first, last))


def test_the_same_file_twice_and_a_newer_one(server: Neo4jStore, tmp_path: Path) -> None:
    file, seen = tmp_path / "x.nt", list[int]()
    file.write_text(numbers(0, 25_000))
    first = server.datasets.import_file(file, progress=lambda done, _: seen.append(done))
    assert (first.statements, first.seq, seen) == (25_000, 126, [20_000, 25_000])
    again = server.datasets.import_file(file)
    assert again.unchanged and (again.seq, again.statements) == (126, 25_000)
    assert ask(server, "<http://e/24999> <http://e/p> '24999'")
    file.write_text(numbers(24_000, 26_000))
    newer = server.datasets.import_file(file)
    assert (newer.statements, newer.retracted) == (2_000, 25_000)
    assert not ask(server, "<http://e/0> ?p ?o") and ask(server, "<http://e/25999> ?p ?o")
    assert "".join(server.datasets.texts("x.nt")) == file.read_text()
    assert list(server.verify()) == []
    assert server.status().counts["imported_statements"] == 2_000
    server.datasets.remove("x.nt")
    assert list(server.datasets.texts()) == [] and not ask(server, "?s ?p ?o")
    with pytest.raises(NotFoundError):
        server.datasets.remove("x.nt")
    assert list(server.verify()) == []


def test_a_bad_file_leaves_nothing(server: Neo4jStore, tmp_path: Path) -> None:
    (tmp_path / "x.nt").write_text(numbers(0, 30_000) + "nonsense")
    with pytest.raises(InputError, match="no ntriples"):
        server.datasets.import_file(tmp_path / "x.nt")
    assert server.status().seq == 0
    assert count(server, "PendingSegment") == 0 and count(server, "SegmentRecord") == 0
    assert server.datasets.list() == []


def test_imports_beside_articles(server: Neo4jStore, tmp_path: Path) -> None:
    file = tmp_path / "x.nt"
    file.write_text(numbers(0, 1_000))
    list(server.add(synthetics(3)))
    server.datasets.import_file(file)
    list(server.add(synthetics(6)))
    server.updates.run("DELETE DATA { <http://e/7> <http://e/p> '00007' }")
    server.updates.run("INSERT DATA { <http://e/new> <http://e/p> 1 }")
    with pytest.raises(ProtectedError):
        server.updates.run("CLEAR DEFAULT")
    server.rebuild("rdf")
    assert not ask(server, "<http://e/7> ?p ?o") and ask(server, "<http://e/new> ?p 1")
    assert list(server.verify()) == []


def at_once(works: list[Callable[[], object]]) -> list[BaseException]:
    """Do all works in threads of their own; gives what they raised."""
    failures: list[BaseException] = []

    def run(work: Callable[[], object]) -> None:
        try:
            work()
        except BaseException as error:  # told by the main thread
            failures.append(error)

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return failures


def updates(store: Neo4jStore, name: str) -> None:
    for number in range(8):
        store.updates.run(f"INSERT DATA {{ <http://e/{name}> <http://e/n> {number} }}")


def imports(store: Neo4jStore, folder: Path) -> None:
    for number in range(3):
        file = folder / f"{number}.nt"
        file.write_text(numbers(1_000 * number, 1_000 * (number + 1)))
        store.datasets.import_file(file)


def test_writers_of_all_kinds_at_once(neo4j_login: Neo4jLogin, tmp_path: Path) -> None:
    """Articles, imports and updates from four connections: one sequence without a gap, and two equal copies."""
    with ExitStack() as stack:
        stores = [stack.enter_context(opened(neo4j_login, tmp_path / f"rdf{number}")) for number in range(4)]
        failures = at_once([
            lambda: list(stores[0].add(synthetics(8))), lambda: imports(stores[1], tmp_path),
            lambda: updates(stores[2], "x"), lambda: updates(stores[3], "y"),
        ])  # fmt: skip
        assert failures == []
        assert list(stores[0].verify()) == [] and list(stores[3].verify()) == []
        assert stores[1].status().counts["imported_statements"] == 3_000 + 16
        assert ask(stores[0], "<http://e/x> <http://e/n> 7 . <http://e/y> <http://e/n> 7 . <http://e/2999> ?p ?o")
