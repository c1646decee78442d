"""`make demo`: the whole way on the sample articles, with the commands that a user would type."""

from __future__ import annotations

import argparse
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SUMMITRY = Path(sys.executable).with_name("summitry")
QUESTIONS = (
    "Qui participe à la visioconférence de la coalition des volontaires ?",
    "Who attends the coalition of the willing videoconference?",
)


def main() -> int:
    """Load, ask, draw; returns the exit code of the first command that fails, else 0."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT / ".demo")
    data = parser.parse_args().data
    shutil.rmtree(data, ignore_errors=True)
    picture = str(data / "videoconference.svg")
    commands = [
        ["load", "samples"],
        *(["ask", question] for question in QUESTIONS),
        ["graph", "coalition of the willing videoconference", "--out", picture],
        ["status"],
    ]
    for command in commands:
        code = run([*command, "--data", str(data)])
        if code:
            return code
    offer(data, picture)
    return 0


def run(arguments: list[str]) -> int:
    """Show a command and run it; the demo uses the embedded store even where a server is set."""
    print(f"\n$ {shlex.join(['summitry', *arguments])}", flush=True)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
    return subprocess.run([SUMMITRY, *arguments], cwd=ROOT, env=environment, check=False).returncode


def offer(data: Path, picture: str) -> None:
    """Say what to do next."""
    folder = data.relative_to(ROOT) if data.is_relative_to(ROOT) else data
    print(f"\nThe picture is {picture}. To go on with the same data:")
    print(f"  {SUMMITRY.parent}/summitry serve --data {folder}    then open http://127.0.0.1:8000/docs")
    print(f"  {SUMMITRY.parent}/summitry ask 'Who met Vladimir Putin?' --data {folder}")


if __name__ == "__main__":
    raise SystemExit(main())
