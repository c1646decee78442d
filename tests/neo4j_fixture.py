"""A real Neo4j for the tests: the one at NEO4J_URI, or one that is started for the session.

`neo4j_server` is the login of that server; `neo4j_login` is the same with an empty database for each test.
"""

from __future__ import annotations

import importlib.util
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import neo4j
import pytest

from summitry.store import EmbeddedStore, Store
from summitry.store.neo4j_store import Neo4jStore

SERVER = Path(__file__).resolve().parent.parent / "tools" / "neo4j" / "server.py"
# Says that a database may be wiped. An index, because it stays when the nodes go.
MARK = "CREATE INDEX summitry_tests_may_wipe IF NOT EXISTS FOR (n:SummitryTests) ON (n.wipe)"
FIND_MARK = "SHOW INDEXES YIELD name WHERE name = 'summitry_tests_may_wipe' RETURN name"
WIPE = "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS"


@dataclass(frozen=True)
class Neo4jLogin:
    """Where the tests' Neo4j answers, and how to log in."""

    uri: str
    user: str
    password: str
    database: str = "neo4j"

    def driver(self) -> neo4j.Driver:
        """A driver of its own; close it."""
        return neo4j.GraphDatabase.driver(self.uri, auth=(self.user, self.password))


def server_module() -> ModuleType:
    """tools/neo4j/server.py, which is a script and not part of a package."""
    known = sys.modules.get("summitry_neo4j_server")
    if known is not None:
        return known
    spec = importlib.util.spec_from_file_location("summitry_neo4j_server", SERVER)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(SERVER)
    module = importlib.util.module_from_spec(spec)
    sys.modules["summitry_neo4j_server"] = module
    spec.loader.exec_module(module)
    return module


def start_server(home: Path) -> AbstractContextManager[Any]:
    """A server of its own for one test; it has `uri`, `user`, `password`, `stop()`, `kill()` and `start()`."""
    module = server_module()
    server: AbstractContextManager[Any] = module.Neo4jServer(home, jvm=module.QUICK_START)
    return server


def given_login() -> Neo4jLogin | None:
    """The login in NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE; None without NEO4J_URI."""
    uri = os.environ.get("NEO4J_URI")
    if not uri:
        return None
    user = os.environ.get("NEO4J_USERNAME", "neo4j")
    password = os.environ.get("NEO4J_PASSWORD", "")
    return Neo4jLogin(uri, user, password, os.environ.get("NEO4J_DATABASE", "neo4j"))


def wipe(login: Neo4jLogin) -> None:
    """Delete every node in batches: one transaction over a large graph runs out of memory."""
    with login.driver() as driver, driver.session(database=login.database) as session:
        session.run(WIPE).consume()


def claim_for_tests(login: Neo4jLogin) -> None:
    """Refuse a database that holds somebody's data; mark an empty one."""
    with login.driver() as driver, driver.session(database=login.database) as session:
        marked = session.run(FIND_MARK).single() is not None
        nodes = session.run("MATCH (n) RETURN count(n) AS nodes").single(strict=True)["nodes"]
        if nodes and not marked:
            pytest.exit(f"{login.uri} holds {nodes} nodes and the tests delete everything: give an empty database")
        session.run(MARK).consume()


@pytest.fixture(scope="session")
def neo4j_server() -> Iterator[Neo4jLogin]:
    """One server for the whole session. A missing Java or Maven is a failure that says how to get it."""
    given = given_login()
    if given is not None:
        claim_for_tests(given)
        yield given
        return
    with (
        tempfile.TemporaryDirectory(prefix="summitry-neo4j-") as home,
        start_server(Path(home)) as server,
    ):
        yield Neo4jLogin(server.uri, server.user, server.password)


@pytest.fixture
def neo4j_login(neo4j_server: Neo4jLogin) -> Neo4jLogin:
    """The session's server with an empty database."""
    wipe(neo4j_server)
    return neo4j_server


@pytest.fixture(params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def any_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store of each kind."""
    if request.param == "embedded":
        with EmbeddedStore(tmp_path / "data") as store:
            yield store
        return
    login: Neo4jLogin = request.getfixturevalue("neo4j_login")
    with Neo4jStore(login.uri, (login.user, login.password), database=login.database, rdf=tmp_path / "rdf") as server:
        yield server
