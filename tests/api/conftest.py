"""A real server: uvicorn in a thread of this process, over an embedded store with the sample articles."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn
from tests.conftest import ROOT

from summitry.api import create_app
from summitry.ingest import Settings


@contextmanager
def serving(settings: Settings, **allowed: Any) -> Iterator[httpx.Client]:
    """A client of a server that runs while the block does; `allowed` is passed on to `create_app`."""
    config = uvicorn.Config(create_app(settings, **allowed), log_level="warning", lifespan="on")
    server = uvicorn.Server(config)
    with socket.socket(
        socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP
    ) as listening:  # so that asyncio sets NODELAY
        listening.bind(("127.0.0.1", 0))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            while not server.started:
                assert thread.is_alive(), "the server did not start"
                time.sleep(0.01)
            address = f"http://127.0.0.1:{listening.getsockname()[1]}"
            with httpx.Client(base_url=address, timeout=60) as client:
                yield client
        finally:
            server.should_exit = True
            thread.join()


@pytest.fixture(scope="session")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """The sample articles, sent in one by one; tests may add articles but must not count on the counts."""
    with serving(Settings(tmp_path_factory.mktemp("api") / "data")) as client:
        for path in sorted((ROOT / "samples").glob("*.md")):
            sent = client.post("/articles", files={"file": (path.name, path.read_bytes())})
            assert sent.status_code == 201, sent.text
        yield client


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[httpx.Client]:
    """A server over an empty store."""
    with serving(Settings(tmp_path / "data")) as client:
        yield client
