"""SPARQL servers as programs of their own: Summitry's, and Oxigraph's as the measure."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
from tests.conftest import PROGRAM, clean_environment

OXIGRAPH = Path(sys.executable).with_name("oxigraph")
"""Comes with the extra `summitry[interop]`, which `make soak` installs."""
START_SECONDS = 60.0
UPDATE = {"content-type": "application/sparql-update"}


@dataclass(frozen=True)
class Server:
    """A running server: its client and the addresses of its three services."""

    client: httpx.Client
    query: str
    update: str
    graphs: str

    def address(self, service: str) -> str:
        """The whole address of a service."""
        return str(self.client.base_url.join(service))

    def ask(self, query: str, accept: str, **parameters: str) -> httpx.Response:
        """Run a query by GET."""
        return self.client.get(self.query, params={"query": query, **parameters}, headers={"accept": accept})

    def change(self, update: str) -> httpx.Response:
        """Run an update by POST."""
        return self.client.post(self.update, content=update.encode(), headers=UPDATE)

    def clear(self) -> None:
        """Take everything out."""
        self.change("DROP ALL").raise_for_status()


@contextmanager
def summitry(data: Path, *, remote: bool = False) -> Iterator[Server]:
    """`summitry serve` over an embedded store that takes updates."""
    command = [str(PROGRAM), "serve", "--data", str(data), "--sparql-update"]
    if remote:
        command.append("--sparql-remote")
    with _running(command, "--port", "{port}") as client:
        yield Server(client, "/sparql", "/sparql", "/rdf-graph-store")


@contextmanager
def oxigraph() -> Iterator[Server]:
    """Oxigraph's own server, in memory."""
    with _running([str(OXIGRAPH), "serve"], "--bind", "127.0.0.1:{port}") as client:
        yield Server(client, "/query", "/update", "/store")


@contextmanager
def _running(command: Sequence[str], *where: str) -> Iterator[httpx.Client]:
    port = _free_port()
    line = [*command, *(part.format(port=port) for part in where)]
    with (
        subprocess.Popen(line, env=clean_environment(), stderr=subprocess.DEVNULL) as process,
        httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60, trust_env=False) as client,
    ):
        try:
            _wait(process, client)
            yield client
        finally:
            process.terminate()


def _wait(process: subprocess.Popen[bytes], client: httpx.Client) -> None:
    deadline = time.monotonic() + START_SECONDS
    while True:
        assert process.poll() is None, f"{process.args} ended"
        try:
            client.get("/")
            return
        except httpx.TransportError:
            assert time.monotonic() < deadline, f"{process.args} does not answer"
            time.sleep(0.05)


def _free_port() -> int:
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        port: int = tried.getsockname()[1]
        return port
