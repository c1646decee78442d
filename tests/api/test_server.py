"""The server as a whole: its documentation, its doors, the program that starts it."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.conftest import PROGRAM

from summitry.api.problems import STATUSES, ForbiddenError, problem_of
from summitry.claims import (
    InputError,
    NotFoundError,
    QueryTimeoutError,
    StoreLockedError,
    StoreLoginError,
    SummitryError,
)
from summitry.claims import errors as tree


@pytest.fixture(scope="module")
def openapi(client: httpx.Client) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/openapi.json").json()
    return found


def operations(openapi: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return [(f"{method} {path}", op) for path, ops in openapi["paths"].items() for method, op in ops.items()]


def test_every_address_is_described(openapi: dict[str, Any]) -> None:
    assert openapi["openapi"].startswith("3.")
    for name, operation in operations(openapi):
        assert operation["summary"], name
        assert operation["description"], name
        assert operation["tags"], name
        assert any(status.startswith("2") for status in operation["responses"]), name


def test_every_reference_leads_somewhere(openapi: dict[str, Any]) -> None:
    text = json.dumps(openapi)
    for name in re.findall(r'"#/components/schemas/([^"]+)"', text):
        assert name in openapi["components"]["schemas"], name


def test_the_examples_of_the_documentation_work(client: httpx.Client, openapi: dict[str, Any]) -> None:
    """Every GET address answers when its parameters have the values of the examples."""
    for name, operation in operations(openapi):
        method, _, path = name.partition(" ")
        if method != "get":
            continue
        parameters = {p["name"]: _example(p) for p in operation.get("parameters", ()) if _example(p) is not None}
        if path.startswith(("/articles/{", "/events/{")):
            listed = client.get(path.split("/{")[0]).json()["items"][0]
            parameters["key"] = listed["id"].rsplit("/", 1)[-1]
        if "id" in parameters:
            parameters["id"] = client.get("/events").json()["items"][0]["id"]
        if path == "/rdf-graph-store":
            parameters = {"default": ""}
        address = path.replace("{key}", str(parameters.pop("key", "")))
        found = client.get(address, params=parameters)
        assert found.status_code == 200, (name, found.text)


def _example(parameter: dict[str, Any]) -> Any:
    schema = parameter.get("schema", {})
    examples = parameter.get("examples") or schema.get("examples") or [parameter.get("example")]
    return examples[0]


def test_no_other_site_may_change_anything(client: httpx.Client) -> None:
    body = {"text": "Emmanuel Macron a reçu Friedrich Merz à Paris le 3 avril 2026."}
    foreign = client.post("/articles", json=body, headers={"origin": "https://example.org"})
    assert foreign.status_code == 403
    own = client.post("/articles", json=body, headers={"origin": str(client.base_url).rstrip("/")})
    assert own.status_code == 201
    assert "access-control-allow-origin" not in client.get("/events", headers={"origin": "https://example.org"}).headers


def test_every_error_has_a_status() -> None:
    kinds = [kind for kind in vars(tree).values() if isinstance(kind, type) and issubclass(kind, SummitryError)]
    assert {kind for kind in kinds if kind is not SummitryError} <= set(STATUSES)
    expected = {InputError: 422, NotFoundError: 404, QueryTimeoutError: 503, StoreLockedError: 409, ForbiddenError: 403}
    for kind, status in expected.items():
        assert problem_of(kind("subject", "cause", "remedy")).status == status


def test_no_login_gets_out() -> None:
    problem = problem_of(StoreLoginError("bolt://neo4j:hunter2@host:7687", "refused at neo4j://a:hunter2@host", "x"))
    assert "hunter2" not in problem.model_dump_json()
    assert problem.subject == "bolt://host:7687"
    inside = problem_of(StoreLockedError("/srv/secret/data", "cannot open /srv/secret/data/log.sqlite: taken", "wait"))
    assert inside.detail == "data: cannot open log.sqlite: taken (wait)"


def test_the_program_serves(sample_data: Path) -> None:
    """`summitry serve` in a process of its own, ended as an operator would."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
    port = _free_port()
    process = subprocess.Popen(
        [str(PROGRAM), "serve", "--port", str(port), "--data", str(sample_data)], env=clean, stderr=subprocess.PIPE,
        text=True,
    )  # fmt: skip
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:
            _wait(client, process)
            assert client.get("/health").json()["counts"]["articles"] == 15
            assert client.get("/docs").status_code == 200
    finally:
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=30)
    assert "Traceback" not in errors


def _wait(client: httpx.Client, process: subprocess.Popen[str]) -> None:
    for _ in range(300):
        try:
            client.get("/health")
        except httpx.ConnectError:
            assert process.poll() is None
            time.sleep(0.1)
        else:
            return
    raise AssertionError("the server did not answer")


def _free_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
