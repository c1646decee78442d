"""How long `summitry --help` and `summitry ask` take from the shell, beside an empty Python process.

    python benchmarks/startup.py [--runs N]

Prints medians in seconds and their ratio to `python -c pass`, all measured in one run.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = str(Path(sys.executable).with_name("summitry"))
QUESTION = "Who attends the coalition of the willing videoconference?"


def median_seconds(command: list[str], runs: int) -> float:
    """Median wall-clock seconds of a command."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([PROGRAM, "load", str(ROOT / "samples"), "--data", folder], check=True, capture_output=True)
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "summitry --help": [PROGRAM, "--help"],
            "summitry ask": [PROGRAM, "ask", QUESTION, "--data", folder],
        }
        seconds = {name: median_seconds(command, runs) for name, command in commands.items()}
    base = seconds["python -c pass"]
    for name, value in seconds.items():
        print(f"{name:<20} {value:6.3f} s   {value / base:5.1f} × an empty process")


if __name__ == "__main__":
    main()
