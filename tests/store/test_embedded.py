"""The embedded store: loading, versions, retraction, reading, rebuilding."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.store.claim_builder import Story, entity, synthetics

from summitry.claims import (
    Article,
    InputError,
    Iri,
    Literal,
    NotFoundError,
    StoreError,
    StoreUnavailableError,
    iris,
)
from summitry.claims.iris import term
from summitry.claims.rdf_terms import typed
from summitry.store import Access, EmbeddedStore, oxigraph_view
from summitry.store.protocol import ArticleRecord
from summitry.store.sparql_results import Boolean, Solutions

S = "PREFIX s: <https://w3id.org/summitry/ontology#> "
CANONICAL = entity("event/canonical")


def ask(store: EmbeddedStore, pattern: str) -> bool:
    result = store.sparql(f"{S} ASK {{ {pattern} }}")
    assert isinstance(result, Boolean)
    return result.value


def column(store: EmbeddedStore, query: str) -> list[str]:
    result = store.sparql(S + query)
    assert isinstance(result, Solutions)
    return sorted(term.value if isinstance(term, Iri) else str(term) for (term,) in result.rows)


def paris(published: str = "2026-02-20", url: str = "https://example.org/1") -> tuple[Story, str]:
    story = Story("Leaders meet in Paris.", published=published, url=url)
    event = story.event("paris", kind="Summit", start="2026-02-24", status="planned", same_as=CANONICAL)
    story.takes_part(event, "state/FRA", "hasHost")
    story.takes_part(event, "state/GBR")
    return story, event


def test_an_article_becomes_a_graph_with_its_evidence(store: EmbeddedStore) -> None:
    story, event = paris()
    (result,) = store.add([story.record()])
    assert (result.added, result.retracted, result.unchanged) == (len(story.claims), 0, False)
    assert store.article(story.article.id) == story.article
    assert list(store.articles()) == [story.article]
    assert column(store, f"SELECT ?a {{ <{CANONICAL}> s:hasParticipant ?a }}") == [
        entity("state/FRA"),
        entity("state/GBR"),
    ]
    assert ask(
        store, f"<{CANONICAL}> a s:Summit, s:Event ; s:start '2026-02-24'^^<http://www.w3.org/2001/XMLSchema#date>"
    )
    assert not ask(store, f"<{event}> a s:Event")
    quote = "?p s:role s:host; s:fromClaim ?c . GRAPH ?g { ?c s:hasEvidence/<http://www.w3.org/ns/oa#exact> ?q }"
    result_ = store.sparql(f"{S} SELECT ?q ?g {{ {quote} }}")
    assert isinstance(result_, Solutions)
    assert result_.rows == ((Literal("Leaders meet in Paris."), Iri(story.article.iri)),)


def test_the_same_article_twice_changes_nothing(store: EmbeddedStore) -> None:
    record = paris()[0].record()
    first = next(store.add([record]))
    before = store.status()
    second = next(store.add([record]))
    assert second.unchanged and second.seq == first.seq
    assert store.status() == before


def test_a_new_version_retracts_what_is_no_longer_said(store: EmbeddedStore) -> None:
    story, _ = paris()
    list(store.add([story.record()]))
    dropped = story.claims[-1]
    newer = dataclasses.replace(story.article, text="Leaders met in Paris.")
    (result,) = store.add([ArticleRecord(newer, tuple(story.claims[:-1]))])
    assert (result.added, result.retracted) == (0, 1)
    assert column(store, f"SELECT ?a {{ <{CANONICAL}> s:hasParticipant ?a }}") == [entity("state/FRA")]
    assert [row.claim.id for row in store.claims(ids=[dropped.id])] == []
    (gone,) = store.claims(ids=[dropped.id], include_retracted=True)
    assert gone.claim.retracted_at is not None and gone.claim.recorded_at is not None
    assert gone.claim.retracted_at >= gone.claim.recorded_at
    assert store.article(story.article.id) == newer
    assert list(store.verify()) == []
    (back,) = store.add([story.record()])
    assert (back.added, back.retracted) == (1, 0)
    assert len(list(store.claims(ids=[dropped.id], include_retracted=True))) == 2
    assert list(store.verify()) == []


def test_a_publication_date_that_becomes_known_changes_the_choice(store: EmbeddedStore) -> None:
    old, new = Story("old", published="2026-02-20"), Story("new")
    for story, status in ((old, "planned"), (new, "held")):
        story.event("e", kind="Summit", status=status, same_as=CANONICAL)
    list(store.add([old.record(), new.record()]))
    assert ask(store, f"<{CANONICAL}> s:status s:planned")
    dated = dataclasses.replace(new.article, published=date(2026, 2, 25))
    list(store.add([ArticleRecord(dated, tuple(new.claims))]))
    assert ask(store, f"<{CANONICAL}> s:status s:held")
    assert list(store.verify()) == []


def test_a_better_confidence_replaces_the_claim_and_keeps_its_id(store: EmbeddedStore) -> None:
    story, _ = paris()
    list(store.add([story.record()]))
    surer = [dataclasses.replace(claim, confidence=0.99) for claim in story.claims[:1]]
    (result,) = store.add([ArticleRecord(story.article, (*surer, *story.claims[1:]))])
    assert (result.added, result.retracted) == (1, 1)
    (found,) = store.claims(ids=[surer[0].id])
    assert found.claim.confidence == 0.99
    assert list(store.verify()) == []


def test_claims_by_subject_object_and_source(store: EmbeddedStore) -> None:
    story, event = paris()
    list(store.add([story.record()]))
    assert {row.claim.subject for row in store.claims(subject=event)} == {event}
    assert len(list(store.claims(object=entity("state/FRA")))) == 2
    assert len(list(store.claims(source=story.article.iri))) == len(story.claims)
    assert len(list(store.claims(source=story.article.iri, object=CANONICAL))) == 1
    assert list(store.claims(ids=[])) == []
    assert [row.seq for row in store.claims()] == sorted(row.seq for row in store.claims())


def test_moving_a_judgement_moves_the_facts(store: EmbeddedStore) -> None:
    story, event = paris()
    story.say(entity("event/whole"), "topic", Literal("x"))
    outer = Story("Talks, part of the Paris summit.")
    inner = outer.event("talks")
    outer.say(inner, "partOf", event)
    list(store.add([story.record(), outer.record()]))
    assert ask(store, f"<{inner}> s:partOf <{CANONICAL}>")
    other = entity("event/other")
    moved = [claim for claim in story.claims if claim.predicate != term("sameEventAs")]
    story.claims = moved
    story.say(event, "sameEventAs", other)
    list(store.add([story.record()]))
    assert ask(store, f"<{inner}> s:partOf <{other}> . <{other}> s:hasHost ?h")
    assert not ask(store, f"<{CANONICAL}> ?p ?o")
    assert list(store.verify()) == []


def test_events_between_uses_the_chosen_start(store: EmbeddedStore) -> None:
    story, event = paris()
    story.say(event, "start", typed("2026-03-30", "date"))
    month = Story("A summit in March.")
    march = month.event("m", kind="Summit", start="2026-03")
    undated = Story("Soon.")
    undated.say(undated.event("u"), "start", Literal("soon"))
    list(store.add([story.record(), month.record(), undated.record()]))
    assert store.events_between(date(2026, 2, 23), date(2026, 2, 25)) == [CANONICAL]
    assert store.events_between(date(2026, 3, 29), date(2026, 4, 1)) == [march]
    assert store.events_between(date(2027, 1, 1), date(2027, 2, 1)) == []


def test_reference_claims_are_replaced_as_a_whole(store: EmbeddedStore) -> None:
    story = Story("tables")
    story.describe("state/FRA", "State", "France")
    story.describe("state/GBR", "State", "United Kingdom")
    table = iris.entity("reference", "test")
    assert store.add_source(table, story.claims).added == 4
    assert store.add_source(table, story.claims).unchanged
    assert ask(store, f"<{entity('state/FRA')}> a s:State, s:Agent ; s:name 'France'@en")
    assert store.add_source(table, story.claims[2:]).retracted == 2
    assert not ask(store, f"<{entity('state/FRA')}> ?p ?o")
    with pytest.raises(InputError, match="its source is"):
        store.add_source(story.article.iri, story.claims)
    assert list(store.verify()) == []


def test_reference_claims_may_come_with_an_article_and_stay(store: EmbeddedStore) -> None:
    story, _ = paris()
    story.describe("state/FRA", "State", "France")
    list(store.add([story.record()]))
    bare = dataclasses.replace(story.article, text="Nothing.")
    (result,) = store.add([ArticleRecord(bare, ())])
    assert result.retracted == len(story.claims) - 2
    assert ask(store, f"<{entity('state/FRA')}> s:name ?n")
    assert list(store.verify()) == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"predicate": "not an iri"}, "not an absolute IRI"),
        ({"subject": "also not"}, "not an absolute IRI"),
        ({"object": Literal("x", "http://x", "no tag!")}, "not an RDF term"),
        ({"confidence": 1.5}, "not between 0 and 1"),
        ({"confidence": float("nan")}, "not between 0 and 1"),
    ],
)
def test_a_claim_that_no_view_can_show_is_refused(
    store: EmbeddedStore, change: dict[str, object], message: str
) -> None:
    story, _ = paris()
    bad = dataclasses.replace(story.claims[0], **change)  # type: ignore[arg-type]
    with pytest.raises(InputError, match=message):
        list(store.add([ArticleRecord(story.article, (*story.claims, bad))]))
    assert store.status().seq == 0


def test_what_came_before_a_failing_source_is_kept(store: EmbeddedStore) -> None:
    story, _ = paris()

    def failing() -> Iterator[ArticleRecord]:
        yield story.record()
        raise InputError("next.txt", "cannot be read")

    with pytest.raises(InputError):
        list(store.add(failing()))
    assert store.status().counts["articles"] == 1
    assert list(store.verify()) == []


def test_stopping_early_keeps_what_was_given_out(store: EmbeddedStore) -> None:
    stream = store.add(synthetics(1000))
    first = next(stream)
    stream.close()  # type: ignore[attr-defined]
    assert store.article(first.article_id) is not None
    assert store.status().views["rdf"] == store.status().seq
    assert list(store.verify()) == []


def test_status_and_waiting(store: EmbeddedStore, tmp_path: Path) -> None:
    (*_, last) = store.add(synthetics(3))
    status = store.status()
    assert status.kind == "embedded" and status.location == str(tmp_path / "data") and status.writable
    assert status.seq == last.seq == status.views["rdf"]
    assert status.lag() == {"rdf": 0, "cypher": last.seq}
    assert status.counts["articles"] == 3 and status.counts["events"] == 3
    assert status.counts["claims"] == status.counts["live_claims"] > 0
    assert store.wait_for(last.seq, 1)
    assert not store.wait_for(last.seq + 1, 0.05)


def test_rebuilding_gives_the_same_graph(store: EmbeddedStore) -> None:
    list(store.add(synthetics(40, 0)))
    before = set(store._view.graph)
    seen: list[tuple[int, int]] = []
    store.rebuild("rdf", lambda done, of: seen.append((done, of)))
    assert set(store._view.graph) == before
    with pytest.raises(NotFoundError):
        store.rebuild("nothing")


def test_verify_names_each_difference(store: EmbeddedStore) -> None:
    story, _ = paris()
    list(store.add([story.record()]))
    graph = store._view.graph
    graph.remove(next(iter(graph.quads_for_pattern(None, oxigraph_view.terms.named(term("hasHost")), None))))
    graph.update("INSERT DATA { <http://stray> <http://p> 1 . GRAPH <http://stray> { <http://a> <http://b> 2 } }")
    found = {(difference.kind, difference.what.split(" ")[0]) for difference in store.verify()}
    assert found == {("missing", f"<{CANONICAL}>"), ("unexpected", "<http://stray>"), ("unexpected", "<http://a>")}
    store.rebuild("rdf")
    assert list(store.verify()) == []


def test_verify_sees_an_altered_log(store: EmbeddedStore) -> None:
    list(store.add([paris()[0].record()]))
    with store._connections.transaction() as db:
        db.execute("UPDATE claim SET subject = 'https://example.org/forged' WHERE seq = 2")
        db.execute("DELETE FROM claim WHERE seq = 3")
    found = [str(difference) for difference in store.verify() if difference.view == "log"]
    assert len(found) == 2 and "was altered" in found[1] and "sequence numbers" in found[0]


def test_it_opens_again_as_it_was(tmp_path: Path) -> None:
    with EmbeddedStore(tmp_path) as store:
        list(store.add(synthetics(5)))
        before = store.status()
    with EmbeddedStore(tmp_path) as store:
        assert store.status() == before
        assert list(store.verify()) == []


def test_a_view_behind_the_log_catches_up_on_opening(tmp_path: Path) -> None:
    with EmbeddedStore(tmp_path) as store:
        list(store.add(synthetics(5)))
        store._log.write(list(synthetics(5, 5)))
    with EmbeddedStore(tmp_path) as store:
        assert store.status().views["rdf"] == store.status().seq
        assert list(store.verify()) == []


def test_reading_needs_a_store(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailableError, match="no store here"):
        EmbeddedStore(tmp_path / "nothing", access=Access.READ)
    assert not (tmp_path / "nothing").exists()
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="cannot be made"):
        EmbeddedStore(tmp_path / "file" / "store")


def test_a_log_of_another_format_is_refused(tmp_path: Path) -> None:
    with EmbeddedStore(tmp_path) as store, store._connections.transaction() as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreError, match="format 99"):
        EmbeddedStore(tmp_path)


def test_a_damaged_view_is_built_anew(tmp_path: Path) -> None:
    with EmbeddedStore(tmp_path) as store:
        list(store.add(synthetics(1)))
    (tmp_path / "rdf" / "CURRENT").write_text("garbage")
    with EmbeddedStore(tmp_path) as store:
        assert list(store.verify()) == []
        assert store.status().counts["events"] == 1


def test_a_view_that_cannot_be_opened_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "rdf").write_text("a file where a folder should be")
    with pytest.raises(StoreError, match="Oxigraph cannot open it"):
        EmbeddedStore(tmp_path)
    EmbeddedStore(tmp_path / "other").close()


def test_an_empty_article_is_an_article(store: EmbeddedStore) -> None:
    article = Article("0" * 16, "Nothing happened.")
    (result,) = store.add([ArticleRecord(article, ())])
    assert (result.added, result.unchanged) == (0, False)
    assert ask(store, f"GRAPH <{article.iri}> {{ <{article.iri}> a s:Article }}")
    assert list(store.verify()) == []
