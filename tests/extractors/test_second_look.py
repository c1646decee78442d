"""What only one side says is put to the model as plain statements; its verdicts count, its silence does not."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tests.extractors.conftest import Ask
from tests.extractors.llm_server import Answer, Body, Script, error, said, serving
from tests.extractors.scene import good

from summitry.claims import Role
from summitry.extractors import Examined


def judging(first: object, verdicts: Mapping[str, str]) -> Script:
    """A model that answers `first`, then gives the verdict whose words stand in a statement; unclear otherwise."""

    def script(body: Body) -> Answer:
        lines = statements(body)
        if not lines:
            return said(first)
        found = [next((v for words, v in verdicts.items() if says(line, words)), "unclear") for line in lines]
        return said({"verdicts": [{"number": n, "verdict": v} for n, v in enumerate(found, 1)]})

    return script


def says(line: str, words: str) -> bool:
    """Whether a statement begins with a name and has a verb: `Friedrich Merz … takes`."""
    name, _, verb = words.rpartition(" ")
    return name in line.partition(" this event")[0] and f" {verb}" in line.partition(" this event")[0]


def statements(body: Body) -> list[str]:
    text = body["messages"][1]["content"].partition("<statements>\n")[2]
    return re.findall(r"^\d+\. .*$", text, re.MULTILINE)


def told(examined: Examined) -> dict[str, float]:
    return {p.agent.name: p.confidence for e in examined.reading.events for p in e.participants}


def test_only_what_one_side_says_is_asked_about(ask: Ask) -> None:
    with serving(judging(good(), {})) as server:
        ask(server, second_look=True)
        asked = statements(server.requests[1])
    assert len(server.requests) == 2
    assert any("Marek Vondra takes, took or will take part in this event: meeting" in line for line in asked)
    assert not any(says(line, "Friedrich Merz takes") for line in asked)
    assert all("Passage: “" in line for line in asked)


def test_yes_makes_surer_and_no_sets_aside(ask: Ask) -> None:
    worth = {}
    for verdict in ("yes", "unclear", "no"):
        with serving(judging(good(), {"Marek Vondra takes": verdict})) as server:
            worth[verdict] = told(ask(server, second_look=True)).get("Marek Vondra", 0.0)
    assert worth["yes"] > worth["unclear"] > worth["no"] == 0.0


def test_what_the_rules_alone_say_comes_back_by_a_weaker_models_yes(ask: Ask) -> None:
    answer = good()
    del answer["events"][0]["participants"][1]
    for verdict, there in (("yes", True), ("no", False)):
        with serving(judging(answer, {"Friedrich Merz takes": verdict})) as server:
            examined = ask(server, second_look=True, precision=0.8, recall=0.98)
        assert ("Friedrich Merz" in told(examined)) is there


def test_who_attends_is_decided_by_a_second_look(ask: Ask) -> None:
    answer = good()
    answer["events"][0]["participants"][1]["role"] = "absent"
    for words, role in (("Friedrich Merz takes", Role.PARTICIPANT), ("Friedrich Merz stays", Role.ABSENT)):
        with serving(judging(answer, {words: "yes"})) as server:
            (event,) = ask(server, second_look=True).reading.events
        assert next(p.role for p in event.participants if p.agent.name == "Friedrich Merz") == role


def test_a_failed_second_look_leaves_the_first_reading_and_a_problem(ask: Ask) -> None:
    with serving(lambda body: error(500, "oops") if statements(body) else said(good())) as server:
        examined = ask(server, second_look=True)
    (problem,) = examined.problems
    assert "no second look" in problem.cause
    assert "the first reading stands" in problem.cause
    assert "Marek Vondra" in told(examined)


def test_verdicts_that_nobody_asked_for_are_passed_over(ask: Ask) -> None:
    odd = [{"number": 0, "verdict": "no"}, {"number": 99, "verdict": "no"}, {"number": "1", "verdict": "no"}, 7]
    with serving(lambda body: said({"verdicts": odd}) if statements(body) else said(good())) as server:
        examined = ask(server, second_look=True)
    assert examined.problems == ()
    assert "Marek Vondra" in told(examined)


def test_the_model_alone_is_asked_once(ask: Ask) -> None:
    with serving(judging(good(), {})) as server:
        ask(server, spec="llm", second_look=True)
        assert len(server.requests) == 1
