"""kill -9 during a load: what was acknowledged is there, every article is whole, and loading again completes it."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.store.claim_builder import synthetics

from summitry.store.embedded import EmbeddedStore

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = 500


def load_and_kill(folder: Path, seconds: float) -> list[str]:
    """Start loading, kill the process some time after it opened the store; gives the acknowledged articles."""
    command = [sys.executable, "-m", "tests.store.loader_process", str(folder), "0", str(ARTICLES)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        time.sleep(seconds)
        process.kill()
        return [line.strip() for line in process.stdout if line.endswith("\n")]


def check(store: EmbeddedStore, acknowledged: list[str]) -> None:
    """Everything acknowledged is there; what is there is whole and in both views."""
    records = {record.article.id: record for record in synthetics(ARTICLES)}
    there = {article.id for article in store.articles()}
    assert set(acknowledged) <= there
    for article_id in there:
        own = {claim.id for claim in records[article_id].claims if claim.source == records[article_id].article.iri}
        assert {row.claim.id for row in store.claims(source=records[article_id].article.iri)} == own
    assert store.status().views["rdf"] == store.status().seq
    assert list(store.verify()) == []


def complete(folder: Path) -> None:
    with EmbeddedStore(folder) as store:
        list(store.add(synthetics(ARTICLES)))
        assert store.status().counts["articles"] == ARTICLES
        before = store.status().seq
        assert all(result.unchanged for result in store.add(synthetics(ARTICLES)))
        assert store.status().seq == before
        assert list(store.verify()) == []


def test_killed_three_times_during_a_load(tmp_path: Path) -> None:
    for seconds in (0.3, 0.9, 1.5):
        acknowledged = load_and_kill(tmp_path, seconds)
        with EmbeddedStore(tmp_path) as store:
            check(store, acknowledged)
    complete(tmp_path)


@pytest.mark.soak
def test_killed_fifty_times_at_random_moments(tmp_path: Path) -> None:
    chance = random.Random(2026)
    for attempt in range(50):
        folder = tmp_path / str(attempt // 5)
        acknowledged = load_and_kill(folder, chance.uniform(0, 3))
        with EmbeddedStore(folder) as store:
            check(store, acknowledged)
    complete(tmp_path / "0")
