"""Two writers that load the first two articles of one event at the same moment end with one event."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.neo4j_fixture import Neo4jLogin
from tests.resolve.test_resolver import Index, targets, told

from summitry.claims import Article
from summitry.extract import Extractor
from summitry.ingest import Journey
from summitry.loaders import Defaults, read_file
from summitry.reference import Reference
from summitry.resolve import Resolver
from summitry.store.neo4j_store import Neo4jStore

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
ABOUT_ONE_EVENT = ("2026-02-20-fr-visioconference.md", "2026-02-21-en-videoconference.md")


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(Reference.load())


def opened(login: Neo4jLogin, rdf: Path | None = None) -> Neo4jStore:
    return Neo4jStore(login.uri, (login.user, login.password), database=login.database, rdf=rdf)


@pytest.mark.neo4j
def test_one_event_after_two_writers_at_once(neo4j_login: Neo4jLogin, tmp_path: Path, extractor: Extractor) -> None:
    both_have_judged = threading.Barrier(2, timeout=60)
    failures: list[BaseException] = []

    def articles(name: str) -> Iterator[Article]:
        yield read_file(SAMPLES / name, Defaults())
        both_have_judged.wait()

    def load(name: str) -> None:
        try:
            with opened(neo4j_login) as store:
                list(Journey(store, extractor, Reference.load()).load(articles(name)))
        except BaseException as error:  # told by the main thread
            failures.append(error)

    writers = [threading.Thread(target=load, args=(name,)) for name in ABOUT_ONE_EVENT]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert failures == []
    with opened(neo4j_login, tmp_path / "rdf") as store:
        reports = store.cypher("MATCH (a:Article)-[:REPORTS]->(e:Event) RETURN e.iri, count(DISTINCT a) AS n").rows
        assert [count for _, count in reports] == [2], reports
        assert list(store.verify()) == []


def test_an_event_that_another_writer_was_faster_with() -> None:
    index, late = Index(), Resolver(Index())
    first, second = told("b", "2"), told("c", "3")
    alone = late.judge("article-b", first)
    joined = late.judge("article-c", second)
    assert (alone, targets(joined)) == ([], {"3": "2"})
    index.claims += told("a", "1")
    again = [c for c in late.judge_again("article-b", first, index) if c.predicate.endswith("sameEventAs")]
    follows = [c for c in late.judge_again("article-c", [*second, *joined], index) if c not in second]
    assert targets(again) == {"2": "1"}
    assert targets(follows) == {"3": "1"}


def test_judging_again_leaves_alone_what_the_store_holds() -> None:
    index = Index()
    index.claims += [*told("a", "1"), *told("b", "2", group="https://w3id.org/summitry/id/organisation/g7")]
    reloaded = told("b", "2")
    assert Resolver(index).judge_again("article-b", reloaded, index) == reloaded
