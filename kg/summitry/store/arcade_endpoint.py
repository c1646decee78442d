"""Where the ArcadeDB of a folder answers: a file beside the database that only its owner can read."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

DATABASE = "summitry"
WRITER = "root"
READER = "reader"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Port on this machine, process of the server, and the passwords of the two logins."""

    port: int
    pid: int
    writer_password: str
    reader_password: str

    @property
    def uri(self) -> str:
        """The address for drivers."""
        return f"bolt://localhost:{self.port}"


def path(directory: Path) -> Path:
    """The file in the folder of the database."""
    return directory / "endpoint.json"


def write(directory: Path, endpoint: Endpoint) -> None:
    """Put the file in place in one step."""
    draft = directory / f"endpoint.{os.getpid()}"
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(asdict(endpoint), file)
    draft.replace(path(directory))


def read(directory: Path) -> Endpoint | None:
    """What the file says; None when there is none, or none that makes sense."""
    try:
        return Endpoint(**json.loads(path(directory).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
