"""What tests of several folders share: a real Neo4j, the samples in a store, and the program as users run it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

pytest_plugins = ["tests.neo4j_fixture"]

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = Path(sys.executable).with_name("summitry")

Run = Callable[..., subprocess.CompletedProcess[str]]


def run_program(
    *arguments: str | Path, env: Mapping[str, str] | None = None, stdin: str | None = None, cwd: Path = ROOT
) -> subprocess.CompletedProcess[str]:
    """Run `summitry` in a process of its own; no NEO4J_ variable of this machine gets in."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("NEO4J_", "SUMMITRY_"))}
    return subprocess.run(
        [str(PROGRAM), *map(str, arguments)],
        cwd=cwd, env={**clean, **(env or {})}, input=stdin, text=True, capture_output=True, check=False, timeout=300,
    )  # fmt: skip


@pytest.fixture(scope="session")
def program() -> Run:
    """The program as a user runs it."""
    return run_program


@pytest.fixture(scope="session")
def sample_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An embedded store with the sample articles, loaded by the program; tests only read it."""
    folder = tmp_path_factory.mktemp("samples") / "data"
    loaded = run_program("load", ROOT / "samples", "--data", folder)
    assert loaded.returncode == 0, loaded.stderr
    return folder
