"""What was known then: the past of both stores, by sequence number and by time, in SPARQL and in Cypher."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.store.claim_builder import Story, entity, synthetics

from summitry.claims import InputError, NotFoundError
from summitry.store import Boolean, Readable, Solutions, Store, moments
from summitry.store.history import KEPT

S = "PREFIX s: <https://w3id.org/summitry/ontology#> "
EVENT = entity("event/canonical")


def ask(store: Readable, pattern: str) -> bool:
    result = store.sparql(f"{S} ASK {{ {pattern} }}")
    assert isinstance(result, Boolean)
    return result.value


def version(number: int) -> Story:
    """The same article twice: its second version no longer names the United Kingdom and moves the day."""
    body = ("France and the United Kingdom meet.", "France meets.")[number]
    story = Story(body, published="2026-02-20", url="https://example.org/1")
    day = ("2026-02-24", "2026-02-26")[number]
    event = story.event("paris", kind="Summit", start=day, status="planned", same_as=EVENT)
    story.takes_part(event, "state/FRA")
    if number == 0:
        story.takes_part(event, "state/GBR")
    return story


def load(store: Store, story: Story) -> int:
    (result,) = store.add([story.record()])
    return result.seq


def test_a_newer_version_does_not_rewrite_the_past(any_store: Store) -> None:
    first = load(any_store, version(0))
    between = datetime.now(UTC)
    time.sleep(0.01)
    last = load(any_store, version(1))
    british = f"<{EVENT}> s:hasParticipant <{entity('state/GBR')}>"
    assert not ask(any_store, british)
    for moment in (first, between):
        then = any_store.as_of(moment)
        assert ask(then, british)
        assert ask(then, f'<{EVENT}> s:start "2026-02-24"^^<http://www.w3.org/2001/XMLSchema#date>')
        assert [article.text for article in then.articles()] == ["France and the United Kingdom meet."]
        assert all(row.claim.retracted_at is None for row in then.claims(include_retracted=True))
    now = any_store.as_of(last)
    assert not ask(now, british)
    assert any(row.claim.retracted_at for row in now.claims(include_retracted=True))


def test_every_past_is_what_the_store_showed_then(any_store: Store) -> None:
    """The dataset of each moment holds the very statements that the view held at that moment."""
    shown: dict[int, set[object]] = {}
    everything = "SELECT ?g ?s ?p ?o { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"
    for story in (version(0), version(1), version(0)):
        seq = load(any_store, story)
        found = any_store.sparql(everything)
        assert isinstance(found, Solutions)
        shown[seq] = set(found.rows)
    for seq, rows in shown.items():
        then = any_store.as_of(seq).sparql(everything)
        assert isinstance(then, Solutions)
        assert set(then.rows) == rows


def test_before_the_first_change_nothing_was_known(any_store: Store) -> None:
    seq = load(any_store, version(0))
    for moment in (0, datetime(2000, 1, 1, tzinfo=UTC)):
        assert not ask(any_store.as_of(moment), "?s ?p ?o")
    assert ask(any_store.as_of(datetime.now(UTC) + timedelta(days=1)), "?s ?p ?o")
    with pytest.raises(NotFoundError):
        any_store.as_of(seq + 1)


def test_imports_belong_to_the_past_too(any_store: Store, tmp_path: Path) -> None:
    before = load(any_store, version(0))
    file = tmp_path / "notes.ttl"
    file.write_text('<https://example.org/a> <https://example.org/b> "c" .')
    seq = any_store.datasets.import_file(file).seq
    imported = datetime.now(UTC)
    time.sleep(0.01)
    gone = any_store.datasets.remove("notes.ttl").seq
    pattern = '<https://example.org/a> ?p "c"'
    assert [ask(any_store.as_of(moment), pattern) for moment in (before, seq, imported, gone)] == [
        False,
        True,
        True,
        False,
    ]


def test_only_some_moments_are_kept(any_store: Store) -> None:
    seqs = [result.seq for record in synthetics(KEPT + 2) for result in any_store.add([record])]
    kept = [any_store.as_of(seq) for seq in seqs]
    assert any_store.as_of(seqs[-1]) is kept[-1]
    assert all(ask(store, "?e a s:Summit") for store in kept), "an older one works on while somebody holds it"


@pytest.mark.jvm
def test_cypher_of_the_past(any_store: Store) -> None:
    first = load(any_store, version(0))
    load(any_store, version(1))
    query = "MATCH (p)-[:PARTICIPATES_IN]->(e:Summit) RETURN p.iri AS who, e.startEdtf AS day ORDER BY who"
    rows = any_store.as_of(first).cypher(query).rows
    assert rows == ((entity("state/FRA"), "2026-02-24"), (entity("state/GBR"), "2026-02-24"))


def test_moments_as_people_write_them() -> None:
    assert moments.parse("1919") == 1919
    assert moments.parse("2026-02-24") == datetime(2026, 2, 24, 23, 59, 59, 999999, UTC)
    assert moments.parse("2026-02-24T18:30:00Z") == datetime(2026, 2, 24, 18, 30, tzinfo=UTC)
    assert moments.parse("2026-02-24T18:30") == datetime(2026, 2, 24, 18, 30, tzinfo=UTC)
    for wrong in ("yesterday", "2026-13-01", "-4", ""):
        with pytest.raises(InputError):
            moments.parse(wrong)
