"""The figures that extraction must not fall below, per language and split of the article corpus.

    python -m tools.floors                 compare with tests/extract/floors.yaml; exit code 1 when something fell
    python -m tools.floors --raise         raise floors to what is reached, and take in a changed corpus
    python -m tools.floors --lower WHY     the same, and lower what is not reached; WHY is kept in the file

A floor is raised, never lowered silently: `--raise` writes nothing while a figure is below its floor.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from summitry.extract.evaluate import ALL, Tally
from summitry.extract.evaluate.report import figures
from tools.measure import ARTICLES, ROOT, corpora, corpus_hash, measure

FILE = ROOT / "tests" / "extract" / "floors.yaml"
HEAD = """\
# What extraction must reach on each corpus, and the hash of the corpus that it was measured on.
# Made by `python -m tools.floors --raise`; a lowered figure stays listed below with the reason.
"""
FLOORS = (
    "events.f1", "participation.p", "participation.r", "participation.f1", "attendance.f1", "offices.f1",
    "memberships.f1", "role.acc", "kind.acc", "status.acc", "place.acc", "start_exact.acc",
)  # fmt: skip
CEILINGS = ("start_wrong.acc", "no_event_texts.texts_with_false_event")


@dataclass(frozen=True)
class Measured:
    """A corpus as it is now: its hash and the figures reached on it."""

    hash: str
    reached: Mapping[str, float]


@dataclass
class Pinned:
    """The file: for each corpus its hash and limits; every lowering that was ever made."""

    corpora: dict[str, dict[str, Any]] = field(default_factory=dict)
    lowered: list[dict[str, Any]] = field(default_factory=list)


def load(path: Path = FILE) -> Pinned:
    """The floors; none when there is no file yet."""
    return Pinned(**yaml.safe_load(path.read_text("utf-8"))) if path.exists() else Pinned()


def save(pinned: Pinned, path: Path = FILE) -> None:
    """Write the floors."""
    value = {"corpora": pinned.corpora, "lowered": pinned.lowered}
    path.write_text(HEAD + yaml.safe_dump(value, sort_keys=False, allow_unicode=True, width=118), "utf-8")


def measured(folder: Path) -> Measured:
    """Measure a corpus."""
    return Measured(corpus_hash(folder), reached(measure(folder).tallies[ALL]))


def reached(tally: Tally) -> dict[str, float]:
    """The pinned figures, rounded to the safe side by less than a thousandth; undefined ones are left out."""
    found = figures(tally)
    if not tally.counts["events.tp"] + tally.counts["events.fp"]:
        return {}
    values = {key: _value(found, key) for key in (*FLOORS, *CEILINGS)}
    return {key: _safe(key, value) for key, value in values.items() if value is not None}


def _value(found: Mapping[str, Any], key: str) -> float | None:
    figure, part = key.split(".")
    value: float | None = found[figure][part]
    return value


def _safe(key: str, value: float) -> float:
    thousandths = round(value * 1000, 6)
    return (math.ceil if key in CEILINGS else math.floor)(thousandths) / 1000


def fallen(limits: Mapping[str, float], now: Mapping[str, float]) -> Iterator[str]:
    """The figures that are worse than their limit."""
    for key, limit in limits.items():
        value = now.get(key, 0.0)
        if value > limit if key in CEILINGS else value < limit:
            yield key


def _line(name: str, key: str, limits: Mapping[str, float], now: Measured) -> str:
    return f"{name}: {key} is {now.reached.get(key, 0.0):.3f}, its limit {limits[key]:.3f}"


def problems(name: str, now: Measured, pinned: Pinned) -> Iterator[str]:
    """What is wrong with a corpus, one line each."""
    entry = pinned.corpora.get(name)
    if entry is None:
        yield f"{name} has no floors: run python -m tools.floors --raise"
        return
    if entry["hash"] != now.hash:
        yield f"{name} has changed since its floors were measured: run python -m tools.floors --raise"
    for key in fallen(entry["limits"], now.reached):
        yield _line(name, key, entry["limits"], now)


def renew(name: str, now: Measured, pinned: Pinned, why: str | None) -> list[str]:
    """Take in what is reached; without a reason nothing is lowered, and what would have to be is returned."""
    old = pinned.corpora.get(name, {}).get("limits", {})
    worse = list(fallen(old, now.reached))
    if worse and not why:
        return [_line(name, key, old, now) for key in worse]
    limits = {**old, **dict.fromkeys(worse, 0.0), **now.reached}
    pinned.corpora[name] = {"hash": now.hash, "limits": limits}
    pinned.lowered += [
        {"corpus": name, "figure": key, "from": old[key], "to": limits[key], "why": why} for key in worse
    ]
    return []


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", action="store_true", dest="up", help="raise floors to what is reached")
    parser.add_argument("--lower", metavar="WHY", help="lower floors as well; the reason is kept in the file")
    options = parser.parse_args()
    pinned = load()
    now = {name: measured(folder) for name, folder in corpora(ARTICLES).items()}
    if options.up or options.lower:
        found = [line for name, value in now.items() for line in renew(name, value, pinned, options.lower)]
        if not found:
            pinned.corpora = {name: pinned.corpora[name] for name in now}
            save(pinned)
    else:
        found = [line for name, value in now.items() for line in problems(name, value, pinned)]
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
