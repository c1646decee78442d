"""The benchmark of the stores runs, with small numbers, and its articles are what it says they are."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from benchmarks import store as benchmark
from benchmarks.parts import triples
from benchmarks.parts.articles import Newsroom
from tests.neo4j_fixture import Neo4jLogin

from summitry.claims import iris
from summitry.store import rdf_files


def test_the_articles_are_the_same_every_time_and_some_states_are_in_many() -> None:
    records = list(Newsroom().records(20_000))
    assert [r.article.id for r in records[:5]] == [r.article.id for r in Newsroom().records(2_000)][:5]
    named = Counter(
        iri
        for record in records
        for iri in {claim.object_iri() for claim in record.claims if claim.predicate.endswith("mentions")}
    )
    france, last = named[iris.entity("state", "FRA")], min(named.values())
    assert 0.25 < france / len(records) < 0.45 and last < 20
    told = Counter(c.object_iri() for r in records for c in r.claims if c.predicate.endswith("sameEventAs"))
    assert 10 < sum(told.values()) / len(told) < 60, "an event is told of by some articles, not by very many"


def test_the_file_of_triples_can_be_read(tmp_path: Path) -> None:
    file = tmp_path / "data.nt"
    triples.write(file, 1_000)
    quads = list(rdf_files.read(file, "ntriples"))
    assert len(quads) == 1_000
    assert 15 < len(quads) / len({quad.subject for quad in quads}) < 25


def test_embedded(capsys: pytest.CaptureFixture[str]) -> None:
    benchmark.main(["--part", "embedded", "--claims", "6000"])
    said = capsys.readouterr().out
    assert "of linear" in said and '"who attends X" in sparql: median' in said


@pytest.mark.neo4j
def test_on_a_server(
    neo4j_login: Neo4jLogin, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    login = {"URI": neo4j_login.uri, "USERNAME": neo4j_login.user, "PASSWORD": neo4j_login.password}
    for name, value in {**login, "DATABASE": neo4j_login.database}.items():
        monkeypatch.setenv(f"NEO4J_{name}", value)
    benchmark.main(["--part", "neo4j", "--claims", "2000"])
    benchmark.main(["--part", "import", "--triples", "2000"])
    said = capsys.readouterr().out
    assert '"who attends X" in cypher: median' in said
    assert said.count("triples/s") >= 2
