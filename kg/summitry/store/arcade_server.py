"""The process that holds ArcadeDB: `python -m summitry.store.arcade_server DIRECTORY HEAP`.

It says `ready`, `locked` (another process holds the folder) or `failed: …` on its standard output, and stops when its
standard input ends or its parent is gone: so it never outlives the process that started it, however that one ends.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import socket
import sys
import threading
from importlib.resources import files
from pathlib import Path

from arcadedb_embedded.server import ArcadeDBServer

from summitry.claims import StoreLockedError
from summitry.store import arcade_endpoint
from summitry.store.arcade_endpoint import DATABASE, READER, Endpoint
from summitry.store.lock import WriterLock

_PLUGIN = "Bolt:com.arcadedb.bolt.BoltProtocolPlugin"
_PARENT_POLL = 2.0


def serve(directory: Path, heap: str) -> None:
    """Hold the folder and answer until the parent lets go."""
    parent = os.getppid()
    try:
        lock = WriterLock(directory)
    except StoreLockedError:
        _say("locked")
        return
    arcade_endpoint.path(directory).unlink(missing_ok=True)  # of a server that was killed
    endpoint = Endpoint(_free_port(), os.getpid(), secrets.token_urlsafe(18), secrets.token_urlsafe(18))
    server = _server(directory, heap, endpoint)
    server.start()
    arcade_endpoint.write(directory, endpoint)
    _say("ready")
    _wait_for_end(parent)
    arcade_endpoint.path(directory).unlink(missing_ok=True)
    server.stop()
    lock.release()


def _server(directory: Path, heap: str, endpoint: Endpoint) -> ArcadeDBServer:
    _write_logins(directory)
    settings = {
        "server_plugins": _PLUGIN,
        "bolt_port": endpoint.port,
        "http_port": 0,
        "server_defaultDatabases": f"{DATABASE}[{READER}:{endpoint.reader_password}:{READER}]",
        "opencypher_loadCsv_allowFileUrls": False,
        "opencypher_loadCsv_allowRemoteUrls": False,
    }
    return ArcadeDBServer(
        str(directory.resolve()),
        endpoint.writer_password,
        settings,
        {"heap_size": heap, "jvm_args": "-XX:+UseSerialGC"},
    )


def _write_logins(directory: Path) -> None:
    """The rights of the two logins; the logins themselves are made anew, with new passwords, at every start."""
    config = directory / "config"
    config.mkdir(parents=True, exist_ok=True)
    (config / "server-users.jsonl").unlink(missing_ok=True)
    groups = files("summitry.store").joinpath("arcade_groups.json").read_bytes()
    (config / "server-groups.json").write_bytes(groups)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        return int(probe.getsockname()[1])


def _wait_for_end(parent: int) -> None:
    ended = threading.Event()
    threading.Thread(target=_read_to_end, args=(ended,), daemon=True).start()
    # A forked sibling may hold the other end of our standard input, so the parent is watched as well.
    while not ended.wait(_PARENT_POLL):
        if os.getppid() != parent:
            return


def _read_to_end(ended: threading.Event) -> None:
    while os.read(0, 1024):
        pass
    ended.set()


def _say(word: str) -> None:
    print(word, flush=True)


def main(arguments: list[str]) -> None:
    """Serve, and end the process at once afterwards: threads of the JVM would keep it."""
    directory = Path(arguments[0])
    directory.mkdir(parents=True, exist_ok=True)
    os.chdir(directory)
    try:
        serve(directory, arguments[1])
    except Exception as error:
        with contextlib.suppress(OSError):  # whoever started us may be gone
            _say(f"failed: {error}")
        os._exit(1)
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1:])
