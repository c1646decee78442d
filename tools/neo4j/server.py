"""A Neo4j 5 LTS server for tests and demonstrations, without a container: jars by Maven, data in one folder.

    with Neo4jServer(Path(".neo4j/demo")) as server:
        neo4j.GraphDatabase.driver(server.uri, auth=("neo4j", server.password))

From a shell, `python tools/neo4j/server.py [HOME]` prints the variables to export and serves until its input
ends or Ctrl-C. The server goes away with the process that started it, however that one ends: it stops when
its standard input ends.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import secrets
import selectors
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

import neo4j

HERE = Path(__file__).resolve().parent
JARS = HERE.parent.parent / ".neo4j" / "lib"
POM = HERE / "pom.xml"
START_SECONDS = 120.0
STOP_SECONDS = 60.0
OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.lang")
QUICK_START = ("-XX:TieredStopAtLevel=1",)
"""Compile little: for servers that live for seconds, which would otherwise spend them on compiling."""
GET_JAVA = "install a Java 17 or 21 JDK, for example `apt-get install openjdk-17-jdk-headless`"
GET_MAVEN = "install Maven, for example `apt-get install maven`"


class Neo4jServerError(Exception):
    """The server could not be fetched, started or stopped; the message says what to do."""


@dataclass
class Neo4jServer:
    """One server process. `home` keeps its data between starts; the password is set at the first start.

    `jvm` are further options of the Java machine, for example QUICK_START; `settings` are lines added to neo4j.conf.
    """

    home: Path
    heap: str = "768m"
    jvm: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    password: str = field(default_factory=lambda: secrets.token_urlsafe(12))
    user: str = "neo4j"
    port: int = 0
    _process: subprocess.Popen[str] | None = None

    @property
    def uri(self) -> str:
        """The address for drivers, once started."""
        return f"bolt://localhost:{self.port}"

    def start(self) -> Neo4jServer:
        """Fetch the jars when they are missing, start the server, wait until it answers, set the password."""
        jars = fetch_jars()
        fresh = not (self.home / "data").exists()
        self.home.mkdir(parents=True, exist_ok=True)
        lines = [(HERE / "neo4j.conf").read_text("utf-8"), *self.settings]
        (self.home / "neo4j.conf").write_text("\n".join(lines), "utf-8")
        command = _command(_tool("java", GET_JAVA), jars, [f"-Xmx{self.heap}", *self.jvm], self.home)
        with (self.home / "server.log").open("ab") as log:
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True, bufsize=1
            )
        self.wait()
        if fresh:
            self._set_password()
        return self

    def wait(self, seconds: float = START_SECONDS) -> None:
        """Wait until the server says on which port it answers."""
        deadline = time.monotonic() + seconds
        while not self.port:
            line = _line_before(self._running(), deadline)
            if line is None:
                self.kill()
                said = (self.home / "server.log").read_text(errors="replace")[-2000:]
                raise Neo4jServerError(f"Neo4j did not start within {seconds:.0f} s: {said}")
            if line.startswith("bolt "):
                self.port = int(line.split()[1])

    def stop(self) -> None:
        """Stop as an operator would: running transactions are rolled back, the data is checkpointed."""
        if self._process is None:
            return
        with contextlib.suppress(OSError):
            self._running().stdin.close()  # type: ignore[union-attr]
        try:
            self._process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
        self._release()

    def kill(self) -> None:
        """End the process at once, as a power cut would."""
        if self._process is not None:
            self._process.kill()
            with contextlib.suppress(OSError):
                self._running().stdin.close()  # type: ignore[union-attr]
            self._release()

    def _release(self) -> None:
        process = self._running()
        process.wait()
        if process.stdout:
            process.stdout.close()
        self._process, self.port = None, 0

    def _running(self) -> subprocess.Popen[str]:
        if self._process is None:
            raise Neo4jServerError("the server is not started")
        return self._process

    def _set_password(self) -> None:
        with neo4j.GraphDatabase.driver(self.uri, auth=(self.user, "neo4j")) as driver:
            driver.execute_query(
                "ALTER CURRENT USER SET PASSWORD FROM $initial TO $password",
                {"initial": "neo4j", "password": self.password},
                database_="system",
            )

    def __enter__(self) -> Neo4jServer:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


def fetch_jars() -> Path:
    """The folder of jars, fetched by Maven when they are missing or the version has changed.

    Of several processes that miss them at once, as tests that run side by side on a new machine, one fetches them.
    """
    JARS.parent.mkdir(parents=True, exist_ok=True)
    with (JARS.parent / "fetching.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not _current():
            _fetch()
    return JARS


def _current() -> bool:
    stamp = JARS / POM.name
    return stamp.exists() and stamp.read_bytes() == POM.read_bytes()


def _fetch() -> None:
    shutil.rmtree(JARS, ignore_errors=True)
    goal = ["dependency:copy-dependencies", f"-DoutputDirectory={JARS}", "-DincludeScope=runtime"]
    done = subprocess.run(
        [_tool("mvn", GET_MAVEN), "-B", "-q", "-ntp", "-f", str(POM), *goal],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Neo4jServerError(f"Maven could not fetch Neo4j:\n{done.stdout}{done.stderr}")
    shutil.copy(POM, JARS / POM.name)


def _tool(name: str, remedy: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise Neo4jServerError(f"{name} is missing, and the Neo4j store is tested on a real server: {remedy}")
    return found


def _command(java: str, jars: Path, options: list[str], home: Path) -> list[str]:
    opened = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED]
    return [
        java,
        *options,
        "-XX:+UseSerialGC",
        *opened,
        "-cp",
        f"{jars}{os.sep}*",
        str(HERE / "Neo4jServer.java"),
        str(home),
    ]


def _line_before(process: subprocess.Popen[str], deadline: float) -> str | None:
    """The next line of output; None when the process ends or the deadline passes."""
    if process.stdout is None:
        return None
    with selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        if not selector.select(max(0.0, deadline - time.monotonic())):
            return None
    return process.stdout.readline() or None


def main(arguments: list[str]) -> None:
    """Serve until the input ends."""
    home = Path(arguments[0]) if arguments else JARS.parent / "home"
    known = home / "password"
    password = known.read_text() if known.exists() else secrets.token_urlsafe(12)
    with Neo4jServer(home, password=password) as server:
        known.write_text(server.password)
        login = f"NEO4J_USERNAME={server.user} NEO4J_PASSWORD={server.password}"
        print(f"export NEO4J_URI={server.uri} {login}", flush=True)
        with contextlib.suppress(KeyboardInterrupt):
            sys.stdin.read()


if __name__ == "__main__":
    main(sys.argv[1:])
