"""Every case of every language pack: all times found, no other, and read as expected."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
import yaml

from summitry.extract.time import Direction, TimeEngine
from summitry.extract.time.pack import LANG_DIR

LEAST = {"fr": 60, "en": 60, "de": 25, "es": 25, "it": 25}


def _cases() -> list[Any]:
    cases = []
    for path in sorted(LANG_DIR.glob("*/cases/dates.yaml")):
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        for number, case in enumerate(content["cases"]):
            language = path.parent.parent.name
            case.setdefault("anchor", content["anchor"])
            cases.append(pytest.param(language, case, id=f"{language}-{number}-{case['text'][:40]}"))
    return cases


@pytest.mark.parametrize(("language", "case"), _cases())
def test_case(language: str, case: dict[str, Any], engine: Callable[[str], TimeEngine]) -> None:
    times = engine(language).find(case["text"])
    anchor = date.fromisoformat(case["anchor"]) if case["anchor"] else None
    direction = Direction(case.get("when", "none"))
    resolved = [engine(language).resolve(time, anchor, direction) for time in times]
    assert {r.stated: r.reading for r in resolved} == case["dates"]
    for stated, flags in case.get("flags", {}).items():
        assert {r.stated: list(r.flags) for r in resolved}[stated] == flags
    for time in times:
        assert case["text"][time.start : time.end] == time.quote


@pytest.mark.parametrize("language", sorted(LEAST))
def test_every_language_has_its_cases(language: str) -> None:
    path = LANG_DIR / language / "cases" / "dates.yaml"
    assert len(yaml.safe_load(path.read_text(encoding="utf-8"))["cases"]) >= LEAST[language]
