"""The same question over Neo4j and over the embedded store gives the same answer, word for word."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.conftest import ROOT, Run
from tests.neo4j_fixture import Neo4jLogin

from summitry.ingest import Neo4jSettings, Settings, open_store
from summitry.query import Asker, answer_json
from summitry.reference import Reference

QUESTIONS = [
    "Qui participe à la visioconférence de la coalition des volontaires ?",
    "Who attends the coalition of the willing videoconference?",
    "Which summits does Emmanuel Macron attend?",
    "Who hosts the G7 summit in Kananaskis?",
    "Quand et où a lieu le sommet entre Trump et Poutine ?",
    "Who met Vladimir Putin?",
    "Who attends the ASEAN summit?",
    "Who attends the G7 summit in Kananaskis?",
    "Which summits does Russia attend?",
]


@pytest.mark.neo4j
def test_answers_are_the_same_on_both_stores(
    program: Run, sample_data: Path, neo4j_login: Neo4jLogin, tmp_path: Path
) -> None:
    login = neo4j_login
    env = {
        "NEO4J_URI": login.uri,
        "NEO4J_USERNAME": login.user,
        "NEO4J_PASSWORD": login.password,
        "NEO4J_DATABASE": login.database,
        "SUMMITRY_DATA": str(tmp_path),
    }
    assert program("load", ROOT / "samples", env=env).returncode == 0
    settings = Settings(tmp_path, Neo4jSettings(login.uri, login.user, login.password, login.database))
    with open_store(settings) as server, open_store(Settings(sample_data)) as embedded:
        asker = Asker(Reference.load())
        for question in QUESTIONS:
            answers = [answer_json(asker.ask(store, question)) for store in (server, embedded)]
            assert answers[0] == answers[1], question
    for options in ((), ("--valid-at", "2025-06-16"), ("--as-of", "700"), ("--as-of", "2000-01-01")):
        asked = ("ask", QUESTIONS[2], "--format", "json", *options)
        on_server = program(*asked, env=env)
        assert on_server.returncode == 0, on_server.stderr
        assert json.loads(on_server.stdout) == json.loads(program(*asked, "--data", sample_data).stdout), options


@pytest.mark.neo4j
def test_a_wrong_password_and_a_silent_address_are_one_line_each(program: Run, neo4j_login: Neo4jLogin) -> None:
    wrong = {"NEO4J_URI": neo4j_login.uri, "NEO4J_USERNAME": neo4j_login.user, "NEO4J_PASSWORD": "not this one"}
    silent = {"NEO4J_URI": "bolt://localhost:1", "NEO4J_PASSWORD": "x"}
    for env, cause in ((wrong, "login was refused"), (silent, "no Neo4j answers")):
        done = program("load", ROOT / "samples", env=env)
        assert done.returncode == 1
        assert len(done.stderr.strip().splitlines()) == 1
        assert cause in done.stderr
