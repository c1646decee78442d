"""What every store promises, asked of the embedded store and of a real Neo4j."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from tests.store.claim_builder import Story, entity, synthetics

from summitry.claims import InputError, Iri, NotFoundError, Rank, iris
from summitry.claims.rdf_terms import typed
from summitry.store import ArticleRecord, Boolean, Solutions, Store

S = "PREFIX s: <https://w3id.org/summitry/ontology#> "
CANONICAL = entity("event/canonical")


def ask(store: Store, pattern: str) -> bool:
    result = store.sparql(f"{S} ASK {{ {pattern} }}")
    assert isinstance(result, Boolean)
    return result.value


def paris(published: str = "2026-02-20", url: str = "https://example.org/1") -> tuple[Story, str]:
    story = Story("Leaders meet in Paris.", published=published, url=url, title="Paris")
    event = story.event("paris", kind="Summit", start="2026-02-24", status="planned", same_as=CANONICAL)
    story.takes_part(event, "state/FRA", "hasHost")
    story.takes_part(event, "state/GBR")
    return story, event


def test_an_article_comes_back_as_it_was(any_store: Store) -> None:
    story, event = paris()
    (result,) = any_store.add([story.record()])
    assert (result.added, result.retracted, result.unchanged) == (len(story.claims), 0, False)
    assert result.seq == len(story.claims) + 1
    assert any_store.article(story.article.id) == story.article
    assert any_store.article("0" * 16) is None
    assert list(any_store.articles()) == [story.article]
    assert {row.claim.id for row in any_store.claims()} == {claim.id for claim in story.claims}
    found = {row.claim.id: row for row in any_store.claims(subject=event)}
    for claim in story.claims:
        if claim.subject == event:
            stored = found[claim.id].claim
            assert (stored.object, stored.qualifiers, stored.evidence) == (
                claim.object,
                claim.qualifiers,
                claim.evidence,
            )
            assert stored.recorded_at is not None
            assert stored.retracted_at is None


def test_the_same_article_twice_changes_nothing(any_store: Store) -> None:
    story, _ = paris()
    (first,) = any_store.add([story.record()])
    before = any_store.status()
    (again,) = any_store.add([story.record()])
    assert (again.added, again.retracted, again.unchanged, again.seq) == (0, 0, True, first.seq)
    assert any_store.status().counts == before.counts
    doubled = list(any_store.add([story.record(), story.record()]))
    assert all(result.unchanged for result in doubled)


def test_the_same_article_twice_in_one_batch(any_store: Store) -> None:
    first, event = paris()
    second, _ = paris()
    second.claims = second.claims[:-1]
    results = list(any_store.add([first.record(), second.record()]))
    assert (results[1].added, results[1].retracted) == (0, 1)
    assert not ask(any_store, f"<{CANONICAL}> s:hasParticipant <{entity('state/GBR')}>")
    assert len(list(any_store.claims(include_retracted=True))) == len(first.claims)
    assert list(any_store.verify()) == []
    assert event != CANONICAL


def test_a_new_version_retracts_what_is_no_longer_said(any_store: Store) -> None:
    story, _ = paris()
    list(any_store.add([story.record()]))
    said = story.claims[-1]
    shorter = ArticleRecord(story.article, tuple(story.claims[:-1]))
    (result,) = any_store.add([shorter])
    assert (result.added, result.retracted) == (0, 1)
    assert said.id not in {row.claim.id for row in any_store.claims()}
    (gone,) = any_store.claims(ids=[said.id], include_retracted=True)
    assert gone.claim.retracted_at is not None
    assert not ask(any_store, f"<{CANONICAL}> s:hasParticipant <{entity('state/GBR')}>")
    (back,) = any_store.add([story.record()])
    assert (back.added, back.retracted) == (1, 0)
    assert ask(any_store, f"<{CANONICAL}> s:hasParticipant <{entity('state/GBR')}>")
    assert list(any_store.verify()) == []


def test_other_details_replace_the_claim_under_its_id(any_store: Store) -> None:
    story, event = paris()
    list(any_store.add([story.record()]))
    better, _ = paris()
    better.claims = [c for c in better.claims if c.object != Iri("https://w3id.org/summitry/ontology#planned")]
    better.say(event, "status", "s:planned", rank=Rank.PREFERRED, confidence=1.0)
    (result,) = any_store.add([better.record()])
    assert (result.added, result.retracted) == (1, 1)
    versions = list(any_store.claims(subject=event, ids=[better.claims[-1].id], include_retracted=True))
    assert [row.claim.rank for row in versions] == [Rank.NORMAL, Rank.PREFERRED]
    assert list(any_store.verify()) == []


def test_claims_by_each_condition(any_store: Store) -> None:
    story, event = paris()
    list(any_store.add([story.record()]))
    france = entity("state/FRA")
    assert {row.claim.object for row in any_store.claims(object=france)} == {Iri(france)}
    assert all(row.claim.subject == event for row in any_store.claims(subject=event, object=france))
    assert list(any_store.claims(subject=event, source=entity("article/other"))) == []
    assert list(any_store.claims(ids=[])) == []
    numbers = [row.seq for row in any_store.claims(source=story.article.iri)]
    assert numbers == sorted(numbers)
    assert len(numbers) == len(story.claims)


def test_judgements_move_the_facts(any_store: Store) -> None:
    story, event = paris()
    list(any_store.add([story.record()]))
    assert any_store.events_between(date(2026, 2, 24), date(2026, 2, 24)) == [CANONICAL]
    alone = ArticleRecord(story.article, tuple(c for c in story.claims if not c.predicate.endswith("sameEventAs")))
    list(any_store.add([alone]))
    assert any_store.events_between(date(2026, 2, 24), date(2026, 2, 24)) == [event]
    assert any_store.events_between(date(2026, 2, 25), date(2026, 3, 24)) == []
    assert list(any_store.verify()) == []


def test_a_source_is_replaced_as_a_whole(any_store: Store) -> None:
    table = iris.entity("reference", "test")
    story = Story("Nothing.")
    story.describe("person/a-b", "Person", "A B")
    story.describe("state/FRA", "State", "France")
    claims = [claim for claim in story.claims if claim.source == table]
    assert any_store.add_source(table, claims).added == 4
    assert any_store.add_source(table, claims).unchanged
    assert any_store.add_source(table, claims[:2]).retracted == 2
    assert not ask(any_store, f"<{entity('state/FRA')}> ?p ?o")
    with pytest.raises(InputError):
        any_store.add_source(iris.entity("reference", "other"), claims)
    assert list(any_store.verify()) == []


def test_a_claim_that_no_view_can_show_is_refused(any_store: Store) -> None:
    story = Story("Bad.")
    story.say("state/FRA", "name", typed("x", "string"), confidence=1.5)
    with pytest.raises(InputError):
        list(any_store.add([story.record()]))
    assert any_store.status().counts["articles"] == 0


def test_what_came_before_a_failing_source_is_kept(any_store: Store) -> None:
    story, _ = paris()

    def source() -> Iterator[ArticleRecord]:
        yield story.record()
        raise InputError("second.txt", "cannot be read", "look at it")

    with pytest.raises(InputError):
        list(any_store.add(source()))
    assert [article.id for article in any_store.articles()] == [story.article.id]


def test_status_waiting_and_rebuilding(any_store: Store) -> None:
    results = list(any_store.add(synthetics(12)))
    assert isinstance(any_store.sparql("SELECT ?s { ?s ?p ?o } LIMIT 1"), Solutions)
    status = any_store.status()
    assert status.seq == results[-1].seq
    assert status.counts["articles"] == 12
    assert status.counts["claims"] == status.counts["live_claims"]
    assert status.counts["events"] == 12
    assert any_store.wait_for(status.seq, 5.0)
    assert not any_store.wait_for(status.seq + 1, 0.1)
    any_store.rebuild("rdf")
    assert list(any_store.verify()) == []
    with pytest.raises(NotFoundError):
        any_store.rebuild("nothing")


def test_an_empty_article_is_an_article(any_store: Store) -> None:
    story = Story("Nothing is said.")
    (result,) = any_store.add([story.record()])
    assert (result.added, result.unchanged) == (0, False)
    assert any_store.status().counts["articles"] == 1
    assert list(any_store.verify()) == []
