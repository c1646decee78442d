"""The same articles give the same bytes, in any order and with any number of processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from itertools import cycle
from multiprocessing import active_children
from pathlib import Path

import orjson
import pytest

from summitry.claims import ExtractorError
from summitry.extract import Extractor, ParallelExtractor, contract, default_workers
from summitry.loaders import Defaults, read_file

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


@pytest.fixture(scope="module")
def articles():
    return [read_file(path, Defaults()) for path in sorted(SAMPLES.glob("*.md"))]


@pytest.fixture(scope="module")
def expected(articles):
    extractor = Extractor()
    return {article.id: orjson.dumps(contract(extractor.read(article))) for article in articles}


@pytest.mark.parametrize("workers", [1, 2])
def test_any_number_of_processes_gives_the_same_bytes_in_order(workers, articles, expected):
    found = [orjson.dumps(one) for one in ParallelExtractor(workers).contracts(articles)]
    assert found == [expected[article.id] for article in articles]


def test_any_order_gives_the_same_bytes(articles, expected):
    extractor = Extractor()
    for article in reversed(articles):
        assert orjson.dumps(contract(extractor.read(article))) == expected[article.id]


def test_readings_come_back_from_processes_whole(articles):
    alone = Extractor()
    assert list(ParallelExtractor(2).read_many(articles[:4])) == [alone.read(article) for article in articles[:4]]


def test_whoever_stops_listening_waits_for_nothing(articles):
    readings = ParallelExtractor(2).read_many(cycle(articles))
    next(readings)
    readings.close()
    for _ in range(100):
        if not active_children():
            return
        time.sleep(0.1)
    raise AssertionError("processes are left behind")


def test_a_killed_process_is_told(articles):
    readings = ParallelExtractor(2).read_many(cycle(articles))
    next(readings)
    for child in active_children():
        os.kill(child.pid, signal.SIGKILL)
    with pytest.raises(ExtractorError, match="--workers"):
        for _ in readings:
            pass


def test_the_command_prints_the_same_bytes():
    summitry = str(Path(sys.executable).with_name("summitry"))
    command = [summitry, "extract", str(SAMPLES), "--format", "jsonl", "--workers"]
    one, two = (subprocess.run([*command, n], capture_output=True, check=True).stdout for n in ("1", "2"))
    assert one == two
    assert len(one.splitlines()) > 5


def test_few_articles_start_no_processes():
    assert default_workers(10) == 1
    assert default_workers(100_000) == (os.cpu_count() or 1)
