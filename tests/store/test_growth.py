"""People and states whose claims only become more: the views add what is new, and show what reading all would show."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from tests.neo4j_fixture import Neo4jLogin
from tests.store.claim_builder import Story, entity

from summitry.claims import Article, Claim, Iri, Polarity, iris
from summitry.claims.rdf_terms import text, typed
from summitry.store import ArticleRecord, EmbeddedStore, Store, arcade, growth
from summitry.store.follow import batches
from summitry.store.neo4j_store import Neo4jStore
from summitry.store.vocabulary import TYPE

TABLE = iris.entity("reference", "test")
ARTICLES = [Article(f"{number:016x}", f"Text {number}") for number in range(24)]


def _pool() -> list[Claim]:
    """Claims on few people and states, undated and dated, alike and contrary, so that they meet."""
    story = Story("pool")
    for person in ("person/p", "person/q"):
        for office in ("office/president", "office/primeMinister"):
            story.say(person, "holdsOffice", office, of=Iri(entity("state/FRA")))
            story.say(person, "holdsOffice", office, of=Iri(entity("state/FRA")), confidence=0.5, statedAs=text("x"))
        story.say(person, TYPE, "s:Person")
        for name in ("P", "Q", "Somebody"):
            story.say(person, "name", text(name, "fr"))
        story.say(person, "name", text("P"))
        story.say(person, "country", "state/FRA")
        story.say(person, "wikidata", text("Q1"))
        story.say(person, "knows", "event/a")
    for group in ("organisation/nato", "coalition/c"):
        story.say("state/FRA", "memberOf", group, role=Iri(entity("s:lead")))
        story.say("state/FRA", "memberOf", group)
    story.say("event/a", "hasHost", "person/p")
    story.say("event/a", "hasParticipant", "person/q")
    story.say("event/a", TYPE, "s:Meeting")
    story.say("event/a", "status", "s:held")
    story.say("person/p", "metWith", "person/q")
    story.say("person/p", "metWith", "person/q", inferred=typed("true", "boolean"))
    story.say("person/q", "country", "state/FRA", inferred=typed("true", "boolean"))
    story.say("event/b", "sameEventAs", "event/a")
    offices = [claim for claim in story.claims if claim.predicate.endswith(("holdsOffice", "memberOf"))]
    dated = [dataclasses.replace(claim, valid_from="2024-05", valid_to="2026-02-21") for claim in offices[::2]]
    later = [dataclasses.replace(claim, valid_from="2026-02-22") for claim in offices[::3]]
    denied = [dataclasses.replace(claim, polarity=Polarity.NEGATIVE) for claim in story.claims[::17]]
    return [*story.claims * 3, *dated, *later, *denied]


POOL = _pool()


def history(seed: int, steps: int) -> Iterator[list[ArticleRecord]]:
    """Articles that come, come again changed, or lose their date, with claims of their own and of a table."""
    chance = random.Random(seed)
    for _ in range(steps):
        yield [_record(chance, article) for article in chance.sample(ARTICLES, chance.randrange(1, 4))]


def _record(chance: random.Random, article: Article) -> ArticleRecord:
    day = chance.choice([None, date(2026, 2, 20), date(2026, 2, 23)])
    version = dataclasses.replace(article, text=f"{article.text} version {chance.randrange(3)}", published=day)
    said = chance.sample(POOL, chance.randrange(1, 6))
    table = chance.sample(POOL, chance.randrange(2))
    return ArticleRecord(version, (
        *(dataclasses.replace(claim, source=article.iri) for claim in said),
        *(dataclasses.replace(claim, source=TABLE, evidence=()) for claim in table),
    ))  # fmt: skip


def follow(store: Store, seed: int) -> None:
    for number, records in enumerate(history(seed, 12)):
        list(store.add(records))
        assert list(store.verify()) == [], f"seed {seed}, step {number}"


@pytest.mark.parametrize("seed", range(4))
def test_growing_shows_what_reading_all_would_show(tmp_path: Path, seed: int) -> None:
    with EmbeddedStore(tmp_path / "data") as store:
        follow(store, seed)


@pytest.mark.neo4j
@pytest.mark.parametrize("seed", range(4, 7))
def test_growing_on_a_server(neo4j_login: Neo4jLogin, tmp_path: Path, seed: int) -> None:
    login = (neo4j_login.user, neo4j_login.password)
    with Neo4jStore(neo4j_login.uri, login, database=neo4j_login.database, rdf=tmp_path / "rdf") as store:
        follow(store, seed)


def test_growing_in_the_embedded_property_graph(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also when the graph catches up in small steps, each of which reads the log as it is now."""
    monkeypatch.setattr(arcade, "STEP", 3)
    with EmbeddedStore(tmp_path / "data") as store:
        store.cypher("RETURN 1")
        for number, records in enumerate(history(99, 12)):
            list(store.add(records))
            if number % 4 == 3:
                assert list(store.verify()) == [], f"step {number}"


def test_another_article_about_somebody_reads_no_old_claims(tmp_path: Path) -> None:
    with EmbeddedStore(tmp_path / "data") as store:
        for number in range(3):
            story = Story(f"Text {number}", published="2026-02-20")
            story.say("person/p", "holdsOffice", "office/president", of=Iri(entity("state/FRA")))
            list(store.add([story.record()]))
        seq = store.status().seq
        rows = list(store._reader.changed(seq - 2, seq))
        (found,) = growth.grown(store._reader, rows, {entity("person/p"), story.article.iri})
        assert found.iri == entity("person/p") and len(found.facts.claims) == 1
        assert list(store.verify()) == []


@pytest.mark.parametrize(("size", "widths"), [(10, [9, 9, 10]), (11, [9, 9, 10]), (12, [14, 14]), (100, [28])])
def test_changes_are_taken_in_even_steps(store: EmbeddedStore, size: int, widths: list[int]) -> None:
    """A small last step would leave as many files to be merged as a large one."""
    for article in ARTICLES[:4]:
        story = Story(article.text)
        for number in range(6):
            story.say("state/FRA", "label", text(f"{article.id}/{number}"))
        list(store.add([story.record()]))
    marks = [0, *(batch.last for batch in batches(store._reader, 0, store.last_seq(), size))]
    assert [last - first for first, last in pairwise(marks)] == widths
    assert not list(batches(store._reader, store.last_seq(), store.last_seq(), size))
