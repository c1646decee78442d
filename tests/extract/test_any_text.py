"""Reading stands any text, and takes time by its length: seconds of it here, minutes by `make soak`."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.extract.fuzz_extract import FRAGMENTS, LANGUAGES, check, extractor
from tests.timing import fastest

from summitry.claims import Article, article_id

TEXTS = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=12)), max_size=60).map("".join)
HOSTILE = {
    "one line of five talks a sentence": lambda n: (
        "A said on Monday that the talks in Paris went well and " * (n // 55)
    ),
    "nested quotes": lambda n: "« “" * (n // 6) + "x" + "” »" * (n // 6),
    "quotation marks": lambda n: '"' * n,
    "no spaces": lambda n: "Abc" * (n // 3),
    "hyphens": lambda n: "a-" * (n // 2),
    "dots": lambda n: "." * n,
    "blanks": lambda n: " " * n + "x",
    "line ends": lambda n: "\n \n" * (n // 3) + "x",
    "one event again and again": lambda n: "Emmanuel Macron met Lula in Paris on Monday. " * (n // 45),
    "one summit again and again": lambda n: "the summit " * (n // 11),
    "one name again and again": lambda n: "Emmanuel Macron, " * (n // 17),
    "dates": lambda n: "12 May 2025 " * (n // 12),
    "all different": lambda n: "".join(
        f"Jo{i} Ro{i} met Al{i} Bo{i} in Rome on {i % 28 + 1} May. " for i in range(n // 42)
    ),
}


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(TEXTS, st.sampled_from(LANGUAGES), st.booleans())
def test_any_text_is_read(text, lang, dated):
    check(text, lang, date(2025, 3, 3) if dated else None)


@pytest.mark.parametrize("text", ["Emmanuel Macron a reçu à Paris, le", "Emmanuel Macron a reçu à Paris,"])
def test_what_fuzzing_found(text):
    check(text, "fr")


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_the_length_and_not_with_its_square(name):
    _seconds(HOSTILE[name](2_000), runs=1)
    short, long = (_seconds(HOSTILE[name](length)) for length in (15_000, 60_000))
    assert long < 9 * short + 0.5


def _seconds(text: str, runs: int = 2) -> float:
    article = Article(article_id(text), text, lang="en", published=date(2025, 3, 3))
    return fastest(lambda: extractor().read(article), runs)


@pytest.mark.soak
def test_ten_minutes_of_fuzzing_find_nothing(tmp_path):
    harness = Path(__file__).with_name("fuzz_extract.py")
    command = [sys.executable, str(harness), "-max_total_time=600", str(tmp_path)]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr[-4000:]
