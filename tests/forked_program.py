"""`summitry` in a process of its own, forked from one that has imported it: as from a terminal, but for the start-up.

The parent is the fork server of the standard library, a process without threads that imports this module once.
"""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO

import summitry.ingest
import summitry.query
import summitry.store  # noqa: F401  what commands import when they are run
from summitry.program import main

SECONDS = 300.0
PARENT = multiprocessing.get_context("forkserver")
PARENT.set_forkserver_preload([__name__])


def run(
    arguments: Sequence[str], env: Mapping[str, str], stdin: str | None, cwd: Path
) -> subprocess.CompletedProcess[str]:
    """What `subprocess.run` gives for `summitry ARGUMENTS`. Raises subprocess.TimeoutExpired."""
    with tempfile.TemporaryDirectory(prefix="summitry-") as folder:
        names = [Path(folder) / name for name in ("stdin", "stdout", "stderr")]
        names[0].write_text(stdin or "", "utf-8")
        process = PARENT.Process(target=_become, args=(list(arguments), dict(env), names, cwd))
        process.start()
        process.join(SECONDS)
        if process.is_alive():
            process.kill()
            raise subprocess.TimeoutExpired(["summitry", *arguments], SECONDS)
        output, errors = (path.read_text("utf-8") for path in names[1:])
        code = process.exitcode
        process.close()
    assert code is not None
    return subprocess.CompletedProcess(["summitry", *arguments], code, output, errors)


def _become(arguments: list[str], env: dict[str, str], names: list[Path], cwd: Path) -> None:
    """Be the program: its arguments, environment, folder and standard files."""
    os.environ.clear()
    os.environ.update(env)
    os.chdir(cwd)
    for number, (path, mode) in enumerate(zip(names, ("r", "w", "w"), strict=True)):
        with path.open(mode) as file:
            os.dup2(file.fileno(), number)
    sys.stdin, sys.stdout, sys.stderr = _file(0, "r"), _file(1, "w"), _file(2, "w")
    sys.argv = ["summitry", *arguments]
    main()


def _file(number: int, mode: str) -> IO[str]:
    return open(number, mode, encoding="utf-8", closefd=False)
