"""How far the rules are believed beside a model: their figures in French and English, for `weights.yaml`.

`python -m tools.reader_weights` prints them, `--write` puts them into the file. Measured is the
development split: it flatters the rules a little, but figures taken from the test split would be tuning on it.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import yaml

from summitry.cli.evaluation import predictions
from summitry.extract.evaluate import evaluate, load_gold
from summitry.extract.evaluate.report import as_json
from tools.measure import ARTICLES, ROOT

FILE = ROOT / "loaders" / "summitry" / "extractors" / "weights.yaml"
LANGUAGES = ("fr", "en")


def figures(articles: Path = ARTICLES) -> dict[str, Any]:
    """The section `rules` of the file, in hundredths; dates count where one is given."""
    gold = [one for lang in LANGUAGES for one in load_gold(articles / lang / "dev")]
    found = as_json(evaluate(gold, predictions(gold)), 0)["results"]["all"]
    people = found["participation_aligned"]
    given = 1 - found["start_missing"]["acc"]
    return {
        "events": {"precision": _part(found["events"]["p"]), "recall": _part(found["events"]["r"])},
        "participants": {"precision": _part(people["p"]), "recall": _part(people["r"])},
        "start": _part(found["start_exact"]["acc"] / given),
        "status": _part(found["status"]["acc"]),
        "kind": _part(found["kind"]["acc"]),
        "mode": _part(found["virtual"]["acc"]),
        "role": _part(found["attendance"]["p"]),
        "places": _part(found["place"]["acc"]),
    }  # fmt: skip


def _part(share: float) -> float:
    """A share as a probability that is never certain."""
    return round(min(max(share, 0.01), 0.99), 2)


def written(text: str, rules: dict[str, Any]) -> str:
    """The file with another section `rules`; its comments stay."""
    head, _, rest = text.partition("rules:\n")
    tail = rest[rest.index("shared:") :]
    lines = yaml.safe_dump(rules, sort_keys=False, default_flow_style=None).splitlines()
    return head + "rules:\n" + "".join(f"  {line}\n" for line in lines) + tail


def main() -> None:
    rules = figures()
    print(yaml.safe_dump({"rules": rules}, sort_keys=False, default_flow_style=None), end="")
    if "--write" in sys.argv[1:]:
        FILE.write_text(written(FILE.read_text(encoding="utf-8"), rules), encoding="utf-8")


if __name__ == "__main__":
    main()
