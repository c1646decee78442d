"""Starting, finding and stopping the process that holds ArcadeDB."""

from __future__ import annotations

import contextlib
import selectors
import shutil
import subprocess
import sys
import time
from pathlib import Path

from summitry.claims import StoreUnavailableError
from summitry.store import arcade_endpoint
from summitry.store.arcade_endpoint import Endpoint

START_SECONDS = 120.0
STOP_SECONDS = 20.0
_POLL = 0.1


class ArcadeProcess:
    """The server of a folder: our own child, or the one that another process has started."""

    def __init__(self, directory: Path, heap: str) -> None:
        self._directory, self._heap = directory, heap
        self._child: subprocess.Popen[str] | None = None

    def endpoint(self) -> Endpoint:
        """Start a server, or find the running one. Raises StoreUnavailableError when neither works in time."""
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            said = self._start(end)
            if said == "ready":
                return self._known()
            if said != "locked":
                said = self._start_anew(end)
                if said == "ready":
                    return self._known()
                raise self._failure(said)
            found = self._wait_for_file(end)
            if found is not None:
                return found
        raise self._failure(f"no answer within {START_SECONDS:.0f} s")

    def renew(self) -> Endpoint:
        """Throw the graph away and start empty. Raises StoreUnavailableError when another process holds it."""
        if self._child is None:
            raise self._failure("its files are damaged, and another process holds them")
        self.stop()
        shutil.rmtree(self._directory / "databases", ignore_errors=True)
        return self.endpoint()

    def stop(self) -> None:
        """Stop our own child; it closes the database first."""
        child, self._child = self._child, None
        if child is None:
            return
        if child.stdin is not None:
            with contextlib.suppress(OSError):
                child.stdin.close()
        try:
            child.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
        if child.stdout is not None:
            child.stdout.close()

    def _start(self, end: float) -> str:
        """Start a child and wait for what it says."""
        self.stop()
        self._directory.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "summitry.store.arcade_server", str(self._directory.resolve()), self._heap]
        with (self._directory / "server.log").open("ab") as log:
            # A session of its own: Ctrl-C in the terminal is for us, and we stop the child in good order.
            self._child = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True, start_new_session=True
            )
        said = _line_before(self._child, end)
        if said != "ready":
            self.stop()
        return said

    def _start_anew(self, end: float) -> str:
        """The graph is a view: one that cannot be opened is thrown away and built again."""
        shutil.rmtree(self._directory / "databases", ignore_errors=True)
        return self._start(end)

    def _known(self) -> Endpoint:
        found = arcade_endpoint.read(self._directory)
        if found is None:
            raise self._failure("it left no address")
        return found

    def _wait_for_file(self, end: float) -> Endpoint | None:
        """The address of the server that holds the folder; None when it has gone meanwhile or is going."""
        until = min(end, time.monotonic() + START_SECONDS / 4)
        while time.monotonic() < until:
            found = arcade_endpoint.read(self._directory)
            if found is not None:
                return found
            time.sleep(_POLL)
        return None

    def _failure(self, cause: str) -> StoreUnavailableError:
        return StoreUnavailableError(
            str(self._directory), f"the Cypher engine did not start: {cause}", f"see {self._directory / 'server.log'}"
        )


def _line_before(child: subprocess.Popen[str], end: float) -> str:
    """What the child says first; a note when it says nothing before `end` or ends without a word."""
    assert child.stdout is not None
    with selectors.DefaultSelector() as selector:
        selector.register(child.stdout, selectors.EVENT_READ)
        while time.monotonic() < end:
            if selector.select(max(0.0, end - time.monotonic())):
                line = child.stdout.readline()
                if not line:
                    return f"it ended with status {child.wait()}"
                word = line.strip()
                if word in ("ready", "locked") or word.startswith("failed"):
                    return word
    return "it did not answer in time"
