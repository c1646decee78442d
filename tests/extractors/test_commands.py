"""`summitry extract`, `load` and `eval` with a language model, as a user runs them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.conftest import PROGRAM, ROOT, Run
from tests.extractors.llm_server import LlmServer, error, said, serving
from tests.extractors.scene import TEXT, good

HEEDING = "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); os.execv(sys.argv[1], sys.argv[1:])"
"""Runs a program that heeds an interrupt, which a shell has what runs in the background ignore."""


@pytest.fixture
def server() -> Iterator[LlmServer]:
    with serving(lambda _: said(good())) as running:
        yield running


@pytest.fixture
def env(server: LlmServer, tmp_path: Path) -> dict[str, str]:
    return {
        "SUMMITRY_LLM_URL": server.url, "SUMMITRY_LLM_MODEL": "tester", "SUMMITRY_LLM_KEY": "sk-secret",
        "SUMMITRY_LLM_RETRIES": "0", "SUMMITRY_LLM_CACHE": str(tmp_path / "cache"),
    }  # fmt: skip


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(f"---\ntitle: Macron reçoit Merz\npublished: 2026-03-05\nlang: fr\n---\n{TEXT}\n", "utf-8")
    return path


def test_extract_prints_what_both_read_and_what_was_refused(
    program: Run, env: dict[str, str], server: LlmServer, article: Path
) -> None:
    answer = good()
    answer["events"][0]["participants"][2]["quote"] = "invented"
    server.script = lambda _: said(answer)
    done = program("extract", article, "--extractor", "rules+llm", env=env)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["extractors"]["used"] == [{"kind": "llm", "name": "tester"}]
    assert {"what": "participant", "value": "invented", "reason": "is not in the article"} in found["extractors"][
        "refused"
    ]
    assert "sk-secret" not in done.stdout + done.stderr
    assert server.headers[0]["authorization"] == "Bearer sk-secret"


def test_without_the_option_no_model_is_asked(
    program: Run, env: dict[str, str], server: LlmServer, article: Path
) -> None:
    done = program("extract", article, env=env)
    assert done.returncode == 0, done.stderr
    assert server.requests == []
    assert "extractors" not in json.loads(done.stdout)


def test_a_failure_is_one_warning_and_the_rules_reading(
    program: Run, env: dict[str, str], server: LlmServer, article: Path
) -> None:
    server.script = lambda _: error(401, "Incorrect API key sk-secret")
    plain = json.loads(program("extract", article).stdout)
    done = program("extract", article, "--extractor", "rules+llm", env=env)
    assert done.returncode == 0
    (line,) = done.stderr.splitlines()
    assert line.startswith("warning: Macron reçoit Merz: ")
    assert "401" in line
    assert "set SUMMITRY_LLM_KEY" in line
    assert "sk-secret" not in line
    found = json.loads(done.stdout)
    assert {key: found[key] for key in plain} == plain


def test_without_fallback_it_is_an_error(program: Run, env: dict[str, str], server: LlmServer, article: Path) -> None:
    server.script = lambda _: said("{")
    done = program("extract", article, "--extractor", "rules+llm", "--no-fallback", env=env)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("error: Macron reçoit Merz: ")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"SUMMITRY_LLM_MODEL": ""}, "SUMMITRY_LLM_MODEL: is not set"),
        ({"SUMMITRY_LLM_URL": "localhost:8000"}, "SUMMITRY_LLM_URL: 'localhost:8000' is no address"),
        ({"SUMMITRY_LLM_TIMEOUT": "soon"}, "SUMMITRY_LLM_TIMEOUT: 'soon' is no number from 0.1 to 3600"),
        ({"SUMMITRY_LLM_RETRIES": "-1"}, "SUMMITRY_LLM_RETRIES"),
        ({"SUMMITRY_LLM_KEY": "a b"}, "SUMMITRY_LLM_KEY: is no key"),
        ({"SUMMITRY_LLM_URL": "", "SUMMITRY_LLM_MODEL": ""}, "extractor llm: no model is named"),
    ],
)
def test_a_wrong_setting_is_named(
    change: dict[str, str], message: str, program: Run, env: dict[str, str], article: Path
) -> None:
    done = program("extract", article, "--extractor", "rules+llm", env={**env, **change})
    assert done.returncode == 1
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unknown_extractor_is_a_usage_error(program: Run, article: Path) -> None:
    done = program("extract", article, "--extractor", "rules+magic")
    assert done.returncode == 2
    assert "rules+spacy+llm" in done.stderr


def test_load_writes_marked_claims_once(program: Run, env: dict[str, str], server: LlmServer, article: Path) -> None:
    data, report = article.parent / "data", article.parent / "report.jsonl"
    options = ("--extractor", "rules+llm", "--data", data)
    done = program("load", article, *options, "--report", report, env=env)
    assert done.returncode == 0, done.stderr
    (line,) = map(json.loads, report.read_text("utf-8").splitlines())
    assert line["title"] == "Macron reçoit Merz"
    again = program("load", article, *options, env=env)
    assert "0 articles loaded, 1 unchanged" in again.stdout
    assert len(server.requests) == 1
    query = (
        "PREFIX s: <https://w3id.org/summitry/ontology#> PREFIX prov: <http://www.w3.org/ns/prov#> SELECT ?who ?rule "
        "{ GRAPH ?g { ?c prov:wasAttributedTo ?model; s:rule ?rule; "
        "<http://www.w3.org/1999/02/22-rdf-syntax-ns#object> ?who } ?event s:hasParticipant ?who }"
    )
    rows = json.loads(program("sparql", query, "--format", "json", "--data", data).stdout)["results"]["bindings"]
    assert ("https://w3id.org/summitry/id/person/marek-vondra", "llm/participant") in {
        (row["who"]["value"], row["rule"]["value"]) for row in rows
    }
    assert program("verify", "--data", data).returncode == 0


def test_loading_again_without_the_model_takes_back_what_only_it_said(
    program: Run, env: dict[str, str], article: Path
) -> None:
    data = article.parent / "data"
    program("load", article, "--extractor", "rules+llm", "--data", data, env=env)
    assert program("load", article, "--data", data).returncode == 0
    query = "ASK { GRAPH ?g { ?claim <http://www.w3.org/ns/prov#wasAttributedTo> ?model } }"
    assert json.loads(program("sparql", query, "--format", "json", "--data", data).stdout)["boolean"] is False


def test_eval_measures_a_model(program: Run, env: dict[str, str], server: LlmServer, tmp_path: Path) -> None:
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "one.txt").write_text(TEXT, "utf-8")
    gold = {"id": "one", "lang": "fr", "published": "2026-03-05", "events": [], "offices": [], "memberships": []}
    (folder / "one.json").write_text(json.dumps(gold), "utf-8")
    for spec in ("llm", "rules+llm"):
        done = program("eval", folder, "--extractor", spec, "--format", "json", env=env)
        assert done.returncode == 0, done.stderr
        assert json.loads(done.stdout)["results"]["all"]["events"]["fp"] == 1
    assert len(server.requests) == 1


def test_an_interrupted_load_keeps_what_is_loaded_and_goes_on_later(
    program: Run, env: dict[str, str], server: LlmServer, tmp_path: Path
) -> None:
    folder, data = tmp_path / "articles", tmp_path / "data"
    folder.mkdir()
    for number in range(8):
        (folder / f"{number}.txt").write_text(f"{TEXT}\n\nArticle {number}.", "utf-8")
    done = [0]

    def script(body: object) -> object:
        done[0] += 1
        from dataclasses import replace

        return said(good()) if done[0] <= 5 else replace(said(good()), delay=150)

    server.script = script  # type: ignore[assignment]
    command = [str(PROGRAM), "load", str(folder), "--lang", "fr", "--extractor", "rules+llm", "--data", str(data)]
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("NEO4J_", "SUMMITRY_"))}
    running = subprocess.Popen(
        [sys.executable, "-c", HEEDING, *command], env={**clean, **env}, cwd=ROOT, stderr=subprocess.PIPE, text=True
    )
    try:
        deadline = time.monotonic() + 90
        while done[0] < 7 and time.monotonic() < deadline:
            time.sleep(0.05)
        running.send_signal(signal.SIGINT)
        _, errors = running.communicate(timeout=75)  # the answers under way would take twice as long
    finally:
        running.kill()
    assert done[0] >= 7
    assert running.returncode != 0
    assert "Traceback" not in errors
    server.script = lambda _: said(good())
    asked = len(server.requests)
    again = program("load", folder, "--lang", "fr", "--extractor", "rules+llm", "--data", data, env=env)
    assert again.returncode == 0, again.stderr
    assert len(server.requests) - asked <= 3
    assert program("verify", "--data", data).returncode == 0
