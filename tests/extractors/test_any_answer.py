"""Whatever a model writes, reading it ends in a reading whose every quote stands in the text."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.extractors.scene import ARTICLE, TEXT, good

from summitry.extract import Extractor
from summitry.extract.reading import Reading
from summitry.extractors import Source, Suggestion
from summitry.extractors.llm.answer import read_answer
from summitry.extractors.llm.failures import MalformedError
from summitry.extractors.llm.proposal import Proposer
from summitry.extractors.merge import merge
from summitry.extractors.names import Names
from summitry.extractors.times import Dates, Engines
from summitry.extractors.weights import load_weights
from summitry.reference import Reference

ENGINES = Engines(Reference.load())
WEIGHTS = load_weights()
WORDS = st.sampled_from(
    [*TEXT.split(), TEXT, "Le président français", "mardi prochain", "2026-03-10", "FRA", "person", ""]
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["words", "name", "quote"]), inner),
    max_leaves=6,
)


def paths(value: Any, here: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to everything in a JSON value."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [here, *(path for key, inner in items for path in paths(inner, (*here, key)))]


def changed(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    """The value with something else at the end of a way."""
    if not path:
        return new
    inner: Any = value
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = new
    return value


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.sampled_from(paths(good())[1:]), JSON | WORDS), min_size=1, max_size=4))
def test_any_answer_is_read_or_refused(changes: list[tuple[tuple[Any, ...], Any]]) -> None:
    answer = good()
    for path, new in changes:
        try:
            answer = changed(answer, path, new)
        except (KeyError, IndexError, TypeError):
            continue  # an earlier change took away what this one was for
    reading = RULES.read(ARTICLE)
    proposer = Proposer(ARTICLE, reading, NAMES, Dates(ENGINES.of("fr"), ARTICLE), 0.9)
    try:
        said = proposer.reading(read_answer(answer, "tester"), (0, len(TEXT)))
    except MalformedError:
        return
    source = Source("llm", "tester", 0.92, 0.99)
    merged, _ = merge(reading, Suggestion(source, said, ((0, len(TEXT)),)), WEIGHTS)
    check(merged)


NAMES = Names(Reference.load())
RULES = Extractor(NAMES.reference)


def check(reading: Reading) -> None:
    """Quotes stand in the text, confidences are such, participants and chosen starts have their claims."""
    for claim in reading.claims:
        assert 0 <= claim.confidence <= 1
        assert all(TEXT[e.start : e.end] == e.quote for e in claim.evidence)
    ids = [claim.id for claim in reading.claims]
    assert len(ids) == len(set(ids))
    assert sum(event.main for event in reading.events) == bool(reading.events)
    for event in reading.events:
        about = [c for c in reading.claims if c.subject.endswith(event.id)]
        assert len({c.predicate for c in about if c.predicate.endswith("#type")}) == 1
        said = {c.object_iri() for c in about if c.rank != "deprecated"}
        assert all(any(iri and iri.endswith(p.agent.key) for iri in said) for p in event.participants)
        if event.start:
            starts = {c.object.lexical for c in about if c.predicate.endswith("#start") and c.rank == "preferred"}  # type: ignore[union-attr]
            assert event.start in starts
