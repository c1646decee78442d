"""The program as users run it: exit codes, one clear error each, and a store that stays as it was."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.conftest import ROOT, Run

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
BAD_INPUTS = {
    "empty.txt": (b"", "is empty"),
    "huge.txt": (b"x" * 50_000_000, "is 50 MB large"),
    "picture.png": (PNG, "is a PNG picture"),
    "latin1.txt": ("Le président a été reçu à l'Élysée.".encode("latin-1"), "is not UTF-8"),
}


def counts(program: Run, data: Path) -> dict[str, int]:
    """The counts that `status` prints."""
    found = json.loads(program("status", "--format", "json", "--data", data).stdout)
    return {"seq": found["seq"], **found["counts"]}


def test_loading_twice_changes_no_count(program: Run, sample_data: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    assert program("load", ROOT / "samples", "--data", data).returncode == 0
    before = counts(program, data)
    again = program("load", ROOT / "samples", "--data", data)
    assert again.returncode == 0
    assert "0 articles loaded, 15 unchanged" in again.stdout
    assert counts(program, data) == before
    # The slower a load, the more batches it has, and the more is inferred and taken back; what holds is the same.
    lasting = ("articles", "live_claims", "events")
    assert [before[name] for name in lasting] == [counts(program, sample_data)[name] for name in lasting]


@pytest.mark.parametrize("name", BAD_INPUTS)
def test_a_bad_input_gives_one_error_and_leaves_the_store(
    name: str, program: Run, sample_data: Path, tmp_path: Path
) -> None:
    content, cause = BAD_INPUTS[name]
    path = tmp_path / name
    path.write_bytes(content)
    before = counts(program, sample_data)
    done = program("load", path, "--data", sample_data)
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert str(path) in done.stderr
    assert cause in done.stderr
    assert counts(program, sample_data) == before


def test_a_missing_file_and_a_folder_without_articles(program: Run, tmp_path: Path) -> None:
    for path, cause in ((tmp_path / "none.txt", "no such file"), (tmp_path, "folder without articles")):
        done = program("load", path, "--data", tmp_path / "data")
        assert done.returncode == 1
        assert len(done.stderr.strip().splitlines()) == 1
        assert cause in done.stderr
        assert not (tmp_path / "data").exists()


def test_good_articles_are_loaded_beside_bad_ones(program: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "bad.txt").write_bytes(b"\xff\xfe")
    (tmp_path / "in" / "good.txt").write_text("Emmanuel Macron a reçu Keir Starmer à Paris.", "utf-8")
    done = program("load", tmp_path / "in", "--data", tmp_path / "data")
    assert done.returncode == 1
    assert "1 article loaded" in done.stdout
    assert "bad.txt" in done.stderr


def test_extract_prints_what_it_can_and_fails_for_the_rest(program: Run, tmp_path: Path) -> None:
    good = ROOT / "samples" / "2025-03-27-en-coalition-paris.md"
    done = program("extract", good, tmp_path / "none.txt", "--format", "jsonl")
    assert done.returncode == 1
    [line] = done.stdout.splitlines()
    assert json.loads(line)["article"]["title"] == "Coalition of the willing meets in Paris"
    assert "no such file" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [["load"], ["ask"], ["load", "x", "--published", "soon"], ["cypher", "RETURN 1", "--format", "xml"], ["nonsense"]],
)
def test_unusable_arguments_exit_with_two(program: Run, arguments: list[str]) -> None:
    done = program(*arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_a_question_that_is_not_understood_says_so_with_examples(program: Run, sample_data: Path) -> None:
    done = program("ask", "What is the airspeed of a swallow?", "--data", sample_data)
    assert done.returncode == 2
    assert "not understood" in done.stdout
    assert "Who attends the coalition of the willing videoconference?" in done.stdout
    found = json.loads(program("ask", "Combien font deux et deux ?", "--format", "json", "--data", sample_data).stdout)
    assert (found["understood"], found["language"], found["rows"]) == (False, "fr", [])


def test_sparql_formats(program: Run, sample_data: Path) -> None:
    query = "PREFIX s: <https://w3id.org/summitry/ontology#> SELECT ?e WHERE { ?e a s:Videoconference }"
    table = program("sparql", query, "--data", sample_data).stdout
    as_json = json.loads(program("sparql", query, "--format", "json", "--data", sample_data).stdout)
    rows = list(
        csv.reader(io.StringIO(program("sparql", "-", "--format", "csv", "--data", sample_data, stdin=query).stdout))
    )
    assert rows[0] == ["e"]
    assert len(rows) - 1 == len(as_json["results"]["bindings"]) >= 1
    assert rows[1][0].rsplit("/", 1)[1] in table


@pytest.mark.parametrize(
    "query", ["SELECT nonsense", "INSERT DATA { <x:a> <x:b> <x:c> }", "LOAD <https://example.org/>"]
)
def test_bad_sparql_is_one_error(program: Run, sample_data: Path, query: str) -> None:
    done = program("sparql", query, "--data", sample_data)
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_store_that_is_not_there_is_named(program: Run, tmp_path: Path) -> None:
    done = program("ask", "Who attends the G7 summit?", "--data", tmp_path / "none")
    assert done.returncode == 1
    assert str(tmp_path / "none") in done.stderr
    assert "summitry load" in done.stderr


def imported(code: str) -> set[str]:
    """Names of the modules that a fresh interpreter has imported after running the code."""
    script = f"{code}\nimport sys; print(' '.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_help_and_ask_import_only_what_they_need() -> None:
    """What makes `--help` and `ask` quick; benchmarks/startup.py prints the times."""
    heavy = {"fastapi", "matplotlib", "networkx", "neo4j", "numpy", "uvicorn", "arcadedb_embedded"}
    assert imported("import summitry.program") & (heavy | {"pyoxigraph", "yaml"}) == set()
    assert imported("import summitry.query, summitry.ingest, summitry.store") & heavy == set()
