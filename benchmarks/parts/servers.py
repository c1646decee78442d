"""The Neo4j that is measured: the one at NEO4J_URI when it is empty, or one that is started for the benchmark."""

from __future__ import annotations

import importlib.util
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import neo4j

SERVER = Path(__file__).resolve().parents[2] / "tools" / "neo4j" / "server.py"
HEAP = "1g"
CHECKPOINTS = ("db.checkpoint.interval.time=10s",)
"""The community edition cannot be told to write its store files now, so it does often."""
WRITTEN_AFTER = 25.0
"""Seconds after which two checkpoints have been made, or there was nothing left to write."""


@dataclass(frozen=True)
class Server:
    """Where it answers; `files` is the folder of its data and `process` its number when it is ours."""

    uri: str
    user: str
    password: str
    database: str = "neo4j"
    files: Path | None = None
    process: int = 0

    @property
    def login(self) -> tuple[str, str]:
        """User and password."""
        return self.user, self.password

    def driver(self) -> neo4j.Driver:
        """A driver of its own; close it."""
        return neo4j.GraphDatabase.driver(self.uri, auth=self.login)

    def megabytes(self) -> float | None:
        """Size of the store files and indexes once all is written to them; None for a server that is not ours.

        Without the log of transactions, of which Neo4j keeps some 2 GB whatever the store's size.
        """
        if self.files is None:
            return None
        logs, asked = self.files / "data" / "transactions" / self.database, time.time()
        while time.time() < asked + WRITTEN_AFTER:
            if any(file.stat().st_mtime > asked for file in logs.glob("checkpoint.*")):
                break
            time.sleep(0.5)
        return folder_megabytes(self.files / "data" / "databases" / self.database)

    def busy(self) -> float:
        """Seconds of processors that it has used (Linux), 0 for a server that is not ours."""
        status = Path(f"/proc/{self.process}/stat")
        if not self.process or not status.exists():
            return 0.0
        fields = status.read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def wipe(self) -> None:
        """Delete everything."""
        with self.driver() as driver, driver.session(database=self.database) as session:
            session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS").consume()
            for row in list(session.run("SHOW CONSTRAINTS YIELD name WHERE name STARTS WITH 'n10s'")):
                session.run(f"DROP CONSTRAINT {row['name']}").consume()  # type: ignore[arg-type]


@contextmanager
def server() -> Iterator[Server]:
    """The server at NEO4J_URI (_USERNAME, _PASSWORD, _DATABASE), or a new one for the time of the block."""
    uri = os.environ.get("NEO4J_URI")
    if uri:
        login = os.environ.get("NEO4J_USERNAME", "neo4j"), os.environ.get("NEO4J_PASSWORD", "")
        given = Server(uri, *login, os.environ.get("NEO4J_DATABASE", "neo4j"))
        with given.driver() as driver:
            if driver.execute_query("MATCH (n) RETURN n LIMIT 1", database_=given.database).records:
                sys.exit(f"{uri} holds data and the benchmark deletes everything: give an empty database")
        yield given
        given.wipe()
        return
    with (
        tempfile.TemporaryDirectory(prefix="summitry-bench-") as home,
        _module().Neo4jServer(Path(home), heap=HEAP, settings=CHECKPOINTS) as own,
    ):
        yield Server(own.uri, own.user, own.password, files=Path(home), process=own._process.pid)


def folder_megabytes(folder: Path) -> float:
    """Size of all files in a folder, in MB."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def _module():  # type: ignore[no-untyped-def]
    spec = importlib.util.spec_from_file_location("summitry_neo4j_server", SERVER)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(SERVER)
    module = importlib.util.module_from_spec(spec)
    sys.modules["summitry_neo4j_server"] = module
    spec.loader.exec_module(module)
    return module
