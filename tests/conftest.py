"""What tests of several folders share: a real Neo4j, the samples in a store, and the program as users run it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
import rdflib
from rdflib import term
from tests import forked_program

pytest_plugins = ["tests.neo4j_fixture"]

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = Path(sys.executable).with_name("summitry")

_LITERALS = dict(term._toPythonMapping)

Run = Callable[..., subprocess.CompletedProcess[str]]

# Java machines of tests live for seconds, which they would otherwise spend on compiling.
os.environ.setdefault("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Two processes, each with a Neo4j of its own; one where a server is given, which the tests empty."""
    return 1 if os.environ.get("NEO4J_URI") else 2


def clean_environment(env: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of a program: no NEO4J_ or SUMMITRY_ variable of this machine gets in, only those given."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("NEO4J_", "SUMMITRY_"))}
    return {**clean, **(env or {})}


def run_program(
    *arguments: str | Path, env: Mapping[str, str] | None = None, stdin: str | None = None, cwd: Path = ROOT
) -> subprocess.CompletedProcess[str]:
    """Run `summitry` as a terminal does, start-up and all."""
    return subprocess.run(
        [str(PROGRAM), *map(str, arguments)],
        cwd=cwd, env=clean_environment(env), input=stdin, text=True, capture_output=True, check=False, timeout=300,
    )  # fmt: skip


def fork_program(
    *arguments: str | Path, env: Mapping[str, str] | None = None, stdin: str | None = None, cwd: Path = ROOT
) -> subprocess.CompletedProcess[str]:
    """Run `summitry` in a process of its own that need not import it first."""
    return forked_program.run([*map(str, arguments)], clean_environment(env), stdin, cwd)


@pytest.fixture(scope="session")
def program() -> Run:
    """The program as a user runs it, but for its start-up, which takes longer than most commands."""
    return fork_program


@pytest.fixture(scope="session")
def started_program() -> Run:
    """The program exactly as a user runs it."""
    return run_program


@pytest.fixture(scope="session")
def sample_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An embedded store with the sample articles, loaded by the program; tests only read it."""
    folder = tmp_path_factory.mktemp("samples") / "data"
    loaded = run_program("load", ROOT / "samples", "--data", folder)
    assert loaded.returncode == 0, loaded.stderr
    return folder


@pytest.fixture(autouse=True)
def literals_as_before() -> Iterator[None]:
    """owlrl and pyshacl change for the whole process how rdflib reads literals: no test hands it on."""
    _restore_literals()
    yield
    _restore_literals()


def _restore_literals() -> None:
    term._toPythonMapping.clear()
    term._toPythonMapping.update(_LITERALS)
    rdflib.NORMALIZE_LITERALS = True
