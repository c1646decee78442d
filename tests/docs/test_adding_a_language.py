"""The language of the page on adding one is read as the page says."""

from __future__ import annotations

import re
import shutil
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.conftest import ROOT

from summitry.claims import Article
from summitry.extract import Extractor, load_packs
from summitry.extract.packs import FOLDER
from summitry.extract.reading import EventReading
from summitry.reference.tables import Reference

PAGE = ROOT / "docs" / "adding-a-language.md"
BLOCK = re.compile(r"^```\w+\n# (\S+)\n(.*?)^```", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files of the page, the tables, and what all languages share."""
    folder = tmp_path_factory.mktemp("language")
    shutil.copytree(str(files("summitry.reference").joinpath("data")), folder / "data")
    shutil.copytree(FOLDER / "common", folder / "lang" / "common")
    for name, text in BLOCK.findall(PAGE.read_text("utf-8")):
        path = folder / ("data/" + name if name == "state_names.csv" else name)
        path.parent.mkdir(parents=True, exist_ok=True)
        before = path.read_text("utf-8") if path.exists() else ""
        path.write_text(before + text, "utf-8")
    return folder


def told(event: EventReading) -> set[str]:
    """Family names with the role, for people who do not simply take part."""
    return {
        p.agent.name.split()[-1] + ("" if p.role.value == "participant" else f"/{p.role.value}")
        for p in event.participants
    }


def test_the_language_of_the_page_is_read_as_the_page_says(written: Path) -> None:
    extractor = Extractor(Reference.load(written / "data"), load_packs(written / "lang"))
    cases: list[dict[str, Any]] = yaml.safe_load((written / "lang/pt/cases/events.yaml").read_text("utf-8"))
    assert len(cases) > 1
    for case in cases:
        (event,) = extractor.read(Article("a", case["text"], lang="pt", published=case["published"])).events
        assert (f"{event.kind.value} {event.status.value}", told(event)) == (case["tells"], set(case["who"]))
        assert case["where"] in [place.name for place in event.places]
        assert str(event.start) == str(case.get("when"))
