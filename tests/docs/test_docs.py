"""Every documented command runs, and every documented query gives rows, the same on both stores."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.conftest import ROOT, Run
from tests.neo4j_fixture import Neo4jLogin

from summitry.store import EmbeddedStore

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#\s]+)(#[^)]*)?\)")


def blocks(language: str) -> Iterator[tuple[str, str]]:
    """(page, text) of each fenced block in a language."""
    for page in PAGES:
        for found in BLOCK.finditer(page.read_text("utf-8")):
            if found.group(1) == language:
                yield page.name, found.group(2)


COMMANDS = [
    pytest.param(page, line.removeprefix("$ "), id=f"{page}: {line[2:62]}")
    for page, text in blocks("console")
    for line in text.splitlines()
    if line.startswith("$ summitry ")
]
QUERIES = [
    pytest.param(language, text, id=f"{page}: {text.split(chr(10))[0][:60]}")
    for language in ("cypher", "sparql")
    for page, text in blocks(language)
]


@pytest.fixture(scope="session")
def neo4j_samples(neo4j_server: Neo4jLogin, program: Run, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment that names a Neo4j with the sample articles."""
    return {
        "NEO4J_URI": neo4j_server.uri,
        "NEO4J_USERNAME": neo4j_server.user,
        "NEO4J_PASSWORD": neo4j_server.password,
        "NEO4J_DATABASE": neo4j_server.database,
        "SUMMITRY_DATA": str(tmp_path_factory.mktemp("follower")),
    }


@pytest.mark.parametrize(("page", "command"), COMMANDS)
def test_documented_commands_run(
    page: str, command: str, program: Run, started_program: Run, sample_data: Path, tmp_path: Path
) -> None:
    """Those that everybody tries first with their start-up."""
    shutil.copytree(sample_data, tmp_path / ".demo")
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    (tmp_path / "tests").symlink_to(ROOT / "tests")
    run = started_program if page == "README.md" else program
    done = run(*shlex.split(command)[1:], cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("text", [pytest.param(text, id=page) for page, text in blocks("python") if ".demo" in text])
def test_documented_python_runs(text: str, sample_data: Path, tmp_path: Path) -> None:
    shutil.copytree(sample_data, tmp_path / ".demo")
    done = subprocess.run([sys.executable, "-c", text], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout


@pytest.mark.neo4j
@pytest.mark.jvm
def test_documented_queries_give_the_same_rows_on_both_stores(
    program: Run, sample_data: Path, neo4j_samples: dict[str, str], neo4j_login: Neo4jLogin
) -> None:
    loaded = program("load", ROOT / "samples", env=neo4j_samples)
    assert loaded.returncode == 0, loaded.stderr
    with EmbeddedStore(sample_data) as started:
        started.cypher("RETURN 1")  # starts the engine, which whoever asks meanwhile finds
        compare_answers(program, sample_data, neo4j_samples)


def compare_answers(program: Run, sample_data: Path, neo4j_samples: dict[str, str]) -> None:
    """Ask every documented query of both stores."""
    for parameter in QUERIES:
        language, query = parameter.values
        embedded = program(language, "-", "--format", "json", "--data", sample_data, stdin=query)
        server = program(language, "-", "--format", "json", stdin=query, env=neo4j_samples)
        assert embedded.returncode == 0, f"{parameter.id}: {embedded.stderr}"
        assert server.returncode == 0, f"{parameter.id}: {server.stderr}"
        assert rows(embedded.stdout), f"no rows: {parameter.id}"
        assert rows(embedded.stdout) == rows(server.stdout), parameter.id


def rows(output: str) -> list[str]:
    """The rows of a JSON result as comparable text: Cypher rows, SPARQL bindings or JSON-LD nodes."""
    found = json.loads(output)
    if isinstance(found, dict):
        found = found["results"]["bindings"] if "results" in found else found.get("@graph", [])
    return sorted(json.dumps(row, sort_keys=True) for row in found)


def test_links_between_pages_lead_somewhere() -> None:
    for page in PAGES:
        for target, _ in LINK.findall(page.read_text("utf-8")):
            if "://" not in target:
                assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_every_command_is_documented(program: Run) -> None:
    text = "\n".join(page.read_text("utf-8") for page in PAGES)
    help_text = program("--help").stdout
    commands = re.findall(r"^[│ ]+([a-z]+)  +\S", help_text, re.MULTILINE)
    assert len(commands) >= 10, help_text
    missing = [name for name in commands if f"summitry {name}" not in text]
    assert missing == []
