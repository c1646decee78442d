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


def load_and_kill(folder: Path, articles: int, seconds: float) -> list[str]:
    """Start loading, kill the process some time after it opened the store; gives the acknowledged articles."""
    command = [sys.executable, "-m", "tests.store.loader_process", str(folder), "0", str(articles)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        time.sleep(seconds)
        process.kill()
        return [line.strip() for line in process.stdout if line.endswith("\n")]


def check(store: EmbeddedStore, articles: int, acknowledged: list[str]) -> None:
    """Everything acknowledged is there; what is there is whole and in both views."""
    records = {record.article.id: record for record in synthetics(articles)}
    there = {article.id for article in store.articles()}
    assert set(acknowledged) <= there
    for article_id in there:
        own = {claim.id for claim in records[article_id].claims if claim.source == records[article_id].article.iri}
        assert {row.claim.id for row in store.claims(source=records[article_id].article.iri)} == own
    assert store.status().views["rdf"] == store.status().seq
    assert list(store.verify()) == []


def complete(folder: Path, articles: int) -> None:
    with EmbeddedStore(folder) as store:
        list(store.add(synthetics(articles)))
        assert store.status().counts["articles"] == articles
        before = store.status().seq
        assert all(result.unchanged for result in store.add(synthetics(articles)))
        assert store.status().seq == before
        assert list(store.verify()) == []


def test_killed_three_times_during_a_load(tmp_path: Path) -> None:
    articles = 150
    for seconds in (0.2, 0.4, 0.6):
        acknowledged = load_and_kill(tmp_path, articles, seconds)
        with EmbeddedStore(tmp_path) as store:
            check(store, articles, acknowledged)
    complete(tmp_path, articles)


@pytest.mark.soak
def test_killed_fifty_times_at_random_moments(tmp_path: Path) -> None:
    chance, articles = random.Random(2026), 500
    for attempt in range(50):
        folder = tmp_path / str(attempt // 5)
        acknowledged = load_and_kill(folder, articles, chance.uniform(0, 3))
        with EmbeddedStore(folder) as store:
            check(store, articles, acknowledged)
    complete(tmp_path / "0", articles)
