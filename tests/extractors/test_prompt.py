"""The example that a model is shown is itself an answer without a mistake."""

from __future__ import annotations

import json

import jsonschema
import pytest

from summitry.extract import Extractor
from summitry.extractors.llm.answer import read_answer
from summitry.extractors.llm.chunks import Chunk
from summitry.extractors.llm.prompt import Prompt, example
from summitry.extractors.llm.proposal import Proposer
from summitry.extractors.names import Names
from summitry.extractors.times import Dates, Engines
from summitry.reference import Reference


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_example_is_in_the_schema_and_nothing_of_it_is_refused(
    lang: str, reference: Reference, rules: Extractor, names: Names
) -> None:
    article, answer = example(lang)
    found = json.loads(answer)
    jsonschema.validate(found, Prompt(tuple(reference.offices)).schema)
    dates = Dates(Engines(reference).of(lang), article)
    proposer = Proposer(article, rules.read(article), names, dates, 0.9)
    reading = proposer.reading(read_answer(found, "example"), (0, len(article.text)))
    assert proposer.refused == []
    meeting, call = reading.events
    assert (meeting.start, meeting.places[0].key) == ("2025-05-10", "place/kyiv-UKR")
    roles = {p.agent.key: p.role.value for p in meeting.participants}
    assert roles["person/volodymyr-zelensky"] == "participant"
    assert roles["person/giorgia-meloni"] == "absent"
    assert len(call.participants) == 6
    assert len(reading.offices) == 2


@pytest.mark.parametrize(("lang", "words"), [("fr", "L’article est en français"), ("en", "The article is in English")])
def test_instructions_follow_the_language(lang: str, words: str, reference: Reference) -> None:
    article, _ = example(lang)
    prompt = Prompt(tuple(reference.offices))
    system = prompt.messages(article, Chunk(0, 5, article.text[:5]), with_schema=False)[0]["content"]
    assert words in system
    assert "# Example" in system


@pytest.mark.parametrize("lang", ["pt", "../fr", "", None])
def test_other_languages_have_the_common_instructions(lang: str | None, reference: Reference) -> None:
    from dataclasses import replace

    article = replace(example("en")[0], lang=lang)
    system = Prompt(tuple(reference.offices)).messages(article, Chunk(0, 5, "Texto"), with_schema=False)[0]["content"]
    assert "is in English" not in system
    assert "# Example" in system
