"""Each language pack: what its sentences tell, by the cases beside it."""

from __future__ import annotations

import json
import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.conftest import ROOT, Run

from summitry.claims import Article, ReferenceDataError
from summitry.extract import Extractor, load_packs
from summitry.extract.grammar import read_grammar
from summitry.extract.language import detect
from summitry.extract.packs import FOLDER
from summitry.extract.reading import EventReading

DAY = date(2025, 7, 1)
CASES = [
    (path.parent.parent.name, case)
    for path in sorted(FOLDER.glob("*/cases/events.yaml"))
    for case in yaml.safe_load(path.read_text("utf-8"))
]


@cache
def extractor() -> Extractor:
    """One extractor for all sentences."""
    return Extractor()


def events(lang: str, case: dict[str, Any]) -> tuple[EventReading, ...]:
    """The events that a case tells."""
    article = Article(id="a", text=case["text"], lang=lang, published=case.get("published", DAY))
    return extractor().read(article).events


def told(event: EventReading) -> set[str]:
    """Family names with the role, for people who do not simply take part."""
    return {
        p.agent.name.split()[-1] + ("" if p.role.value == "participant" else f"/{p.role.value}")
        for p in event.participants
    }


@pytest.mark.parametrize(("lang", "case"), CASES, ids=[f"{lang}-{case['text'][:40]}" for lang, case in CASES])
def test_a_sentence_tells_what_its_case_says(lang: str, case: dict[str, Any]) -> None:
    found = events(lang, case)
    if case["tells"] == "nothing":
        assert not found
        return
    (event,) = found
    assert (f"{event.kind.value} {event.status.value}", told(event)) == (case["tells"], set(case["who"]))
    assert case.get("where") is None or case["where"] in [place.name for place in event.places]
    assert case.get("when") is None or str(event.start) == str(case["when"])


@pytest.mark.parametrize("lang", ["de", "en", "es", "fr", "it"])
def test_the_language_of_an_article_is_found_by_its_small_words(lang: str) -> None:
    packs = load_packs()
    for path in sorted((ROOT / "tests" / "articles" / lang / "dev").glob("*.txt")):
        assert detect(path.read_text("utf-8"), packs) == lang, path.name


def test_a_german_article_is_read_by_the_command(program: Run, tmp_path: Path) -> None:
    text = (
        "Bundeskanzler Friedrich Merz empfing am 9. Mai 2025 in Berlin den polnischen Ministerpräsidenten Donald Tusk."
    )
    (tmp_path / "a.txt").write_text(text, "utf-8")
    done = program("extract", tmp_path / "a.txt")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    (event,) = found["events"]
    assert (event["kind"], event["start"], event["places"][0]["name"]) == ("meeting", "2025-05-09", "Berlin")
    assert {p["name"]: p["role"] for p in event["participants"]} == {
        "Friedrich Merz": "host", "Donald Tusk": "participant",
    }  # fmt: skip
    for claim in found["claims"]:
        for evidence in claim["evidence"]:
            assert text[evidence["start"] : evidence["end"]] == evidence["quote"]


@pytest.mark.parametrize(
    ("grammar", "problem"),
    [
        ({"order": "verb-first"}, "unknown order 'verb-first'"),
        ({"invert": True}, "unknown settings of grammar ['invert']"),
    ],
)
def test_a_setting_of_grammar_that_nobody_knows_is_refused(grammar: dict[str, Any], problem: str) -> None:
    with pytest.raises(ReferenceDataError, match=re.escape(problem)):
        read_grammar("lexicon.yaml", grammar)


def test_a_list_may_spread_its_forms() -> None:
    german = load_packs()["de"]
    for form in ("Sondergipfel", "Krisengipfels", "Klimagipfeln"):
        assert [entry.exact for entry in german.entries[form.lower()]] == [form]
    assert german.entries["treffen"][0].exact == "Treffen"
    assert german.entries["treffen"][1].exact == "treffen"


def test_quotes_of_rearranged_sentences_stand_where_they_say() -> None:
    for lang, case in CASES:
        article = Article(id="a", text=case["text"], lang=lang, published=case.get("published", DAY))
        for claim in extractor().read(article).claims:
            for piece in claim.evidence:
                assert case["text"][piece.start : piece.end] == piece.quote != ""
