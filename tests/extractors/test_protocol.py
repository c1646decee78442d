"""Whatever a server does, the rules' reading stands, and one clear problem says what happened and what to do."""

from __future__ import annotations

import json
import socket
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest
from tests.extractors.conftest import Ask, Open
from tests.extractors.llm_server import Answer, Body, Script, article_in, error, in_turn, said, serving
from tests.extractors.scene import ARTICLE, TEXT, good

from summitry.claims import Article
from summitry.extract import Extractor
from summitry.extractors import Examined
from summitry.extractors.llm import client

EMPTY: dict[str, Any] = {"events": [], "offices": [], "memberships": []}
LIMIT = client.MAX_BYTES

FAILURES = {
    "declines": (said(None, refusal="I cannot help."), "declines to answer: I cannot help.", "another model"),
    "filtered": (said("", finish="content_filter"), "withheld", "another model"),
    "cut off": (said('{"events": [', finish="length"), "stopped in the middle", "SUMMITRY_LLM_MAX_TOKENS"),
    "broken JSON": (said('{"events": [}'), "broken JSON", "another model"),
    "deep JSON": (said("[" * 100_000), "broken JSON", "another model"),
    "prose": (said("There is one meeting."), "broken JSON", "another model"),
    "a list": (said("[1, 2]"), "list, not an object", "another model"),
    "wrong schema": (said({"meetings": []}), "no list of events", "another model"),
    "wrong type": (said({"events": "none"}), "no list of events", "another model"),
    "nothing": (said(""), "answered with nothing", "another model"),
    "no message": (Answer(body=b'{"choices": []}'), "without a message", "SUMMITRY_LLM_URL"),
    "no protocol": (Answer(body=b"<html>Welcome</html>"), "something else than JSON", "SUMMITRY_LLM_URL"),
    "no object": (Answer(body=b"[]"), "something else than JSON", "SUMMITRY_LLM_URL"),
    "huge": (Answer(body=b" " * (LIMIT + 1)), "more than 4 MB", "schema"),
    "wrong key": (error(401, "Incorrect API key provided: sk-hidden"), "401: Incorrect API key", "SUMMITRY_LLM_KEY"),
    "wrong model": (error(404, "model tester not found"), "404: model tester not found", "SUMMITRY_LLM_MODEL"),
    "too many": (error(429, "rate limit"), "answered 429: rate limit", "try again later"),
    "overloaded": (error(503, "loading"), "answered 503: loading", "try again later"),
    "broken": (Answer(500, b"Internal \xff error"), "answered 500: Internal", "try again later"),
    "hangs up": (Answer(cut=True), "cannot be reached", "SUMMITRY_LLM_URL"),
}  # fmt: skip


@pytest.mark.parametrize("name", FAILURES)
def test_a_failure_leaves_the_rules_reading_and_one_problem(name: str, ask: Ask, rules: Extractor) -> None:
    answer, cause, remedy = FAILURES[name]
    with serving(lambda _: answer) as server:
        examined = ask(server, key="sk-hidden")
    assert examined.reading == rules.read(ARTICLE)
    (problem,) = examined.problems
    assert str(problem).startswith("Macron reçoit Merz: ")
    assert cause in problem.cause
    assert remedy in problem.remedy
    assert "the rules read it alone" in problem.cause
    assert "sk-hidden" not in str(problem)


def test_nothing_listens(opened: Open, rules: Extractor) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://user:secret@127.0.0.1:{free.getsockname()[1]}/v1"
    with opened(url) as extractor:
        examined = next(extractor.examine_many([ARTICLE]))
    assert examined.reading == rules.read(ARTICLE)
    assert "Connection refused" in examined.problems[0].cause
    assert "secret" not in str(examined.problems[0])


def test_a_silent_server_is_waited_for_no_longer_than_set(ask: Ask, rules: Extractor) -> None:
    started = time.monotonic()
    with serving(lambda _: Answer(delay=3.0)) as server:
        examined = ask(server, timeout=0.3)
        took = time.monotonic() - started
    assert took < 2.5
    assert "no answer within 0.3 seconds" in examined.problems[0].cause
    assert examined.problems[0].remedy == "give it more time: SUMMITRY_LLM_TIMEOUT"
    assert examined.reading == rules.read(ARTICLE)


def test_a_dripping_server_is_cut_off_too(opened: Open) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/v1"
        with opened(url, timeout=0.5) as extractor:
            readings = extractor.examine_many([ARTICLE])
            found = _dripping(listener, readings)
    assert "no answer within" in found.problems[0].cause


def _dripping(listener: socket.socket, readings: Any) -> Examined:
    """Answer a byte every tenth of a second, for ever."""
    import threading

    def drip() -> None:
        connection, _ = listener.accept()
        with connection:
            connection.recv(1_000_000)
            connection.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
            try:
                for _ in range(100):
                    connection.sendall(b"1\r\n \r\n")
                    time.sleep(0.1)
            except OSError:
                return

    threading.Thread(target=drip, daemon=True).start()
    started = time.monotonic()
    found: Examined = next(readings)
    assert time.monotonic() - started < 5
    return found


# what helps to try again


@pytest.mark.parametrize(
    "first",
    [error(429, "slow down", Retry_After="0.2"), error(500, "oops", Retry_After="0.2"), Answer(cut=True)],
    ids=["429", "500", "hangs up"],
)
def test_what_passes_is_tried_again(first: Answer, ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "_FIRST_PAUSE", 0.05)
    with serving(in_turn(first, said(good()))) as server:
        examined = ask(server, retries=1)
        assert len(server.requests) == 2
    assert examined.problems == ()
    assert any(p.agent.name == "Marek Vondra" for p in examined.reading.events[0].participants)


def test_a_server_that_asks_for_a_pause_gets_it(ask: Ask) -> None:
    until = format_datetime(datetime.now(UTC) + timedelta(seconds=2), usegmt=True)
    started = time.monotonic()
    with serving(in_turn(error(429, "later", Retry_After=until), said(EMPTY))) as server:
        assert ask(server, retries=1).problems == ()
    assert 0.5 < time.monotonic() - started < 4


def test_broken_json_is_asked_for_once_more_with_the_reason(ask: Ask) -> None:
    with serving(in_turn(said("{"), said(good()))) as server:
        examined = ask(server)
        assert "it answered with broken JSON" in server.requests[1]["messages"][-1]["content"]
    assert examined.problems == ()


@pytest.mark.parametrize(
    "text",
    ["```json\n{}\n```", "<think>Who meets {{ whom?</think>\n{}", "Here it is:\n```\n{}\n```\n"],
    ids=["fence", "thoughts", "fence with words"],
)
def test_json_in_wrappings_is_read(text: str, ask: Ask) -> None:
    wrapped = text.replace("{}", json.dumps(good(), ensure_ascii=False))
    with serving(lambda _: said(wrapped)) as server:
        assert ask(server).problems == ()


def test_an_answer_in_parts_is_read(ask: Ask) -> None:
    parts = [{"type": "text", "text": json.dumps(good())[:50]}, {"type": "text", "text": json.dumps(good())[50:]}]
    body = {"choices": [{"message": {"content": parts}, "finish_reason": "stop"}]}
    with serving(lambda _: Answer(body=json.dumps(body).encode())) as server:
        assert ask(server).problems == ()


# what a server does not take


def only(*words: str, then: dict[str, Any]) -> Script:
    """A server that refuses requests with any of these keys or formats."""

    def script(body: Body) -> Answer:
        form = body.get("response_format", {}).get("type")
        refused = next((w for w in words if w in body or w == form), None)
        if refused == "max_tokens":
            return error(400, "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.")
        return error(400, f"'{refused}' is not supported with this model") if refused else said(then)

    return script


def test_a_server_without_schemas_is_asked_for_json_with_the_schema_in_words(ask: Ask) -> None:
    with serving(only("json_schema", then=good())) as server:
        assert ask(server).problems == ()
        first, second = server.requests
    assert first["response_format"]["json_schema"]["strict"] is True
    assert second["response_format"] == {"type": "json_object"}
    assert "# Schema" not in first["messages"][0]["content"]
    assert "# Schema" in second["messages"][0]["content"]


def test_what_a_server_refuses_is_not_asked_again(opened: Open) -> None:
    words = ("json_schema", "json_object", "temperature", "max_tokens")
    other = Article("0" * 16, TEXT + " Fin.", lang="fr")
    with serving(only(*words, then=good())) as server, opened(server.url) as extractor:
        assert all(not examined.problems for examined in (*extractor.examine_many([ARTICLE]),))
        asked = len(server.requests)
        assert all(not examined.problems for examined in extractor.examine_many([other]))
        assert len(server.requests) == asked + 1
        assert set(server.requests[-1]) == {"model", "messages", "max_completion_tokens", "stream"}


def test_the_schema_in_a_request_is_one_that_strict_servers_take(ask: Ask) -> None:
    with serving(lambda _: said(EMPTY)) as server:
        ask(server, key="k", max_tokens=321)
        request, headers = server.requests[0], server.headers[0]
    assert headers["authorization"] == "Bearer k"
    assert (request["model"], request["max_tokens"], request["temperature"], request["stream"]) == (
        "tester",
        321,
        0,
        False,
    )
    schema = request["response_format"]["json_schema"]["schema"]
    objects = [s for s in _schemas(schema) if s.get("type") == "object"]
    assert len(objects) == 8
    assert all(s["additionalProperties"] is False and s["required"] == list(s["properties"]) for s in objects)
    assert "@" not in json.dumps(schema)


def test_a_good_answer_fits_the_schema(ask: Ask) -> None:
    import jsonschema

    with serving(lambda _: said(EMPTY)) as server:
        ask(server)
        schema = server.requests[0]["response_format"]["json_schema"]["schema"]
    jsonschema.validate(good(), schema)


def _schemas(value: Any) -> Any:
    """Every schema inside a schema."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from _schemas(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _schemas(inner)


# long articles


def test_a_truncated_answer_is_asked_for_in_halves(ask: Ask) -> None:
    def script(body: Body) -> Answer:
        whole = article_in(body) == TEXT
        return said('{"ev', finish="length") if whole else said(good())

    with serving(script) as server:
        examined = ask(server)
        assert [article_in(body) == TEXT for body in server.requests] == [True, False, False]
    assert examined.problems == ()
    assert len(examined.reading.events) == 1


def test_a_text_that_is_too_long_for_the_model_is_asked_about_in_halves(ask: Ask) -> None:
    def script(body: Body) -> Answer:
        too_long = len(article_in(body)) > 250
        return error(400, "This model's maximum context length is 8 tokens") if too_long else said(EMPTY)

    with serving(script) as server:
        assert ask(server).problems == ()


def test_pieces_of_a_long_article_become_one_reading(ask: Ask) -> None:
    filler = "La réunion a été préparée de longue date par les diplomates des deux pays, selon une source proche. "
    long = Article("1" * 16, f"{TEXT}\n\n" + "\n\n".join([filler * 3] * 12) + f"\n\n{TEXT}", lang="fr",
                   published=ARTICLE.published)  # fmt: skip
    with serving(lambda body: said(good() if "Vondra" in article_in(body) else EMPTY)) as server:
        examined = ask(server, long, spec="llm", context_tokens=500)
        assert len(server.requests) > 3
    assert examined.problems == ()
    (event,) = examined.reading.events
    assert len(event.participants) == 4


def test_a_piece_that_fails_leaves_what_the_others_say(ask: Ask) -> None:
    """The rules keep what stands where the model did not read: its silence there says nothing."""
    met = (
        "\n\nLe ministre italien Antonio Tajani a rencontré mercredi à Rome son collègue espagnol José Manuel Albares."
    )
    long = Article("2" * 16, TEXT + "\n\n" + "Rien. " * 200 + met, lang="fr", published=ARTICLE.published)
    first = lambda body: "Vondra" in article_in(body)  # noqa: E731
    with serving(lambda body: said(good()) if first(body) else error(500, "oops")) as server:
        examined = ask(server, long, context_tokens=250)
    assert "the rules read the rest of it alone" in examined.problems[0].cause
    told = {p.agent.name for event in examined.reading.events for p in event.participants}
    assert {"Marek Vondra", "Antonio Tajani"} <= told


# answers that are kept


def test_an_answer_is_kept_and_not_asked_for_again(ask: Ask, tmp_path: Path) -> None:
    with serving(lambda _: said(good())) as server:
        first = ask(server, cache=tmp_path)
        second = ask(server, cache=tmp_path)
        assert len(server.requests) == 1
        ask(server, cache=tmp_path, model="other")
        assert len(server.requests) == 2
    assert first.reading == second.reading
    assert not list(tmp_path.rglob("*.part"))


def test_a_broken_file_of_an_answer_is_asked_for_again(ask: Ask, tmp_path: Path) -> None:
    with serving(lambda _: said(good())) as server:
        ask(server, cache=tmp_path)
        (file,) = tmp_path.rglob("*.json")
        file.write_bytes(b'{"events": ')
        assert ask(server, cache=tmp_path).problems == ()
        assert len(server.requests) == 2


def test_a_folder_that_cannot_be_written_is_a_problem(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with serving(lambda _: said(good())) as server:
        (problem,) = ask(server, cache=tmp_path / "file").problems
    assert "SUMMITRY_LLM_CACHE" in problem.remedy
