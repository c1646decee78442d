"""Each language pack: what its sentences tell, by the cases beside it."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import pytest
import yaml

from summitry.claims import Article
from summitry.extract import Extractor
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
