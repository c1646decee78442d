"""`kill -9` in the middle of updates: what was acknowledged is there, and nothing is there by half."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from summitry.store import EmbeddedStore, Solutions

SCRIPT = Path(__file__).with_name("updating_process.py")


@pytest.mark.parametrize("seed", range(3))
def test_killed_while_updating(tmp_path: Path, seed: int) -> None:
    data = tmp_path / "data"
    with subprocess.Popen([sys.executable, str(SCRIPT), str(data)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "0\n"
        time.sleep(random.Random(seed).uniform(0.1, 0.8))
        process.kill()
        acknowledged = [int(line) for line in process.stdout.read().split("\n") if line.isdigit()]
    last = max(acknowledged, default=0)
    with EmbeddedStore(data) as store:
        assert list(store.verify()) == []
        (shown,) = values(store, "<http://e/last> <http://e/is> ?v")
        assert shown in {str(last), str(last + 1)}, "the update under way is there, or is not"
        kept = values(store, "GRAPH <http://e/all> { ?s <http://e/is> ?v FILTER(isLiteral(?v)) }")
        assert sorted(kept) == [f"{number:03}" for number in range(int(shown) + 1)]


def values(store: EmbeddedStore, pattern: str) -> list[str]:
    result = store.sparql(f"SELECT ?v {{ {pattern} }}")
    assert isinstance(result, Solutions)
    return [term.lexical for (term,) in result.rows if term is not None and hasattr(term, "lexical")]
