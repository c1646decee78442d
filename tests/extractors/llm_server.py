"""A server on this machine that speaks the OpenAI chat-completions protocol over real sockets and does as told."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Body = dict[str, Any]


@dataclass(frozen=True)
class Answer:
    """One answer: status, body, headers; `delay` seconds before it, `cut` closes the connection instead."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    delay: float = 0.0
    cut: bool = False


Script = Callable[[Body], Answer]


def said(content: Any, finish: str = "stop", refusal: str | None = None) -> Answer:
    """A completion in which the model says something: text as it is, anything else as JSON."""
    text = content if isinstance(content, str) or content is None else json.dumps(content, ensure_ascii=False)
    message = {"role": "assistant", "content": text, "refusal": refusal}
    choice = {"index": 0, "message": message, "finish_reason": finish}
    return Answer(body=json.dumps({"object": "chat.completion", "choices": [choice]}).encode())


def error(status: int, message: str, **headers: str) -> Answer:
    """An error as the protocol has it."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(status, json.dumps({"error": {"message": message}}).encode(), named)


class LlmServer(ThreadingHTTPServer):
    """Answers by `script`; keeps the bodies and headers of all requests."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, script: Script) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.script = script
        self.requests: list[Body] = []
        self.headers: list[dict[str, str]] = []
        self.at_once = self.most_at_once = 0
        self.lock = threading.Lock()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is what some tests are about."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: LlmServer

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        with self.server.lock:
            self.server.requests.append(body)
            self.server.headers.append({name.lower(): value for name, value in self.headers.items()})
            self.server.at_once += 1
            self.server.most_at_once = max(self.server.most_at_once, self.server.at_once)
        try:
            found = error(404, "no such path") if self.path != "/v1/chat/completions" else self.server.script(body)
            time.sleep(found.delay)
        finally:
            with self.server.lock:
                self.server.at_once -= 1
        if found.cut:
            self.close_connection = True
            self.connection.close()
        else:
            self._send(found)

    def _send(self, found: Answer) -> None:
        self.send_response(found.status)
        for name, value in {"Content-Type": "application/json", **found.headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(found.body)))
        self.end_headers()
        self.wfile.write(found.body)

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet."""


def in_turn(*answers: Answer) -> Script:
    """One answer after another, the last one from then on."""
    left = list(answers)
    lock = threading.Lock()

    def script(_: Body) -> Answer:
        with lock:
            return left.pop(0) if len(left) > 1 else left[0]

    return script


@contextmanager
def serving(script: Script) -> Iterator[LlmServer]:
    """A running server."""
    server = LlmServer(script)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def article_in(body: Body) -> str:
    """The text that a question is about."""
    asked = next(m["content"] for m in body["messages"] if m["role"] == "user")
    text: str = asked.partition("<article>\n")[2].rpartition("\n</article>")[0]
    return text
