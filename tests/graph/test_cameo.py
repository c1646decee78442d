"""Events as CAMEO pairs: who does what to whom, in which direction, with the codes of the codebook."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from tests.conftest import ROOT, Run
from tests.store.claim_builder import Story

from summitry.claims import Article, EventKind, EventStatus, Iri, Role, article_id, iris
from summitry.extract import Extractor, contract
from summitry.graph.export import export
from summitry.graph.export.cameo import COLUMNS, article_rows
from summitry.graph.export.cameo_contract import contract_rows
from summitry.graph.export.cameo_pairs import Occasion, Side, pairs
from summitry.graph.export.cameo_tables import Tables
from summitry.store import EmbeddedStore, Store

Triple = tuple[str, str, str]


@pytest.fixture(scope="module")
def tables() -> Tables:
    return Tables.load()


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def side(code: str, *roles: Role) -> Side:
    return Side(code, frozenset(roles or (Role.PARTICIPANT,)))


def triples(occasion: Occasion, tables: Tables) -> list[Triple]:
    return [(pair.source.code, pair.code, pair.target.code) for pair in pairs(occasion, tables)]


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def coded(text: str, extractor: Extractor, tables: Tables, published: str = "2026-02-12") -> list[dict[str, str]]:
    article = Article(article_id(text), text, lang="en", published=date.fromisoformat(published))
    rows = article_rows(article, extractor.read(article).claims, tables)
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows]


@pytest.mark.parametrize(
    ("kind", "status", "code"),
    [("meeting", "held", "040"), ("call", "ongoing", "041"), ("negotiation", "held", "046"), ("signing", "held", "057"),
     ("summit", "planned", "036"), ("meeting", "cancelled", "120")],
)  # fmt: skip
def test_talks_go_both_ways(kind: str, status: str, code: str, tables: Tables) -> None:
    occasion = Occasion(kind, status, (side("FRAGOV"), side("DEUGOV")))
    assert triples(occasion, tables) == [("DEUGOV", code, "FRAGOV"), ("FRAGOV", code, "DEUGOV")]


def test_a_visitor_visits_and_the_host_receives(tables: Tables) -> None:
    occasion = Occasion("visit", "held", (side("FRAGOV"), side("INDGOV", Role.HOST)), (side("IND"),))
    assert triples(occasion, tables) == [("FRAGOV", "042", "INDGOV"), ("INDGOV", "043", "FRAGOV")]


def test_the_state_of_the_place_is_visited_when_no_host_is_named(tables: Tables) -> None:
    place = (Side("IND"),)
    assert triples(Occasion("visit", "held", (side("FRAGOV"),), place), tables) == [("FRAGOV", "042", "IND")]
    met_there = Occasion("visit", "held", (side("FRAGOV"), side("INDGOV")), place)
    assert triples(met_there, tables) == [("FRAGOV", "042", "INDGOV"), ("INDGOV", "043", "FRAGOV")]
    assert triples(Occasion("visit", "planned", (side("FRAGOV"),), place), tables) == [("FRAGOV", "032", "IND")]


def test_who_goes_to_an_event_abroad_alone_makes_a_visit(tables: Tables) -> None:
    place, alone = (Side("CHE"),), (side("USAGOV"), side("FRAGOV", Role.ABSENT))
    assert ("USAGOV", "042", "CHE") in triples(Occasion("summit", "held", alone, place), tables)
    assert triples(Occasion("call", "held", alone, place), tables) == []
    assert triples(Occasion("summit", "held", alone, place, remote=True), tables) == []


def test_who_is_invited_or_absent_has_no_pair(tables: Tables) -> None:
    sides = (side("FRAGOV"), side("DEUGOV"), side("USAGOV", Role.INVITEE), side("GBRGOV", Role.ABSENT))
    assert {code for pair in triples(Occasion("summit", "held", sides), tables) for code in pair[::2]} == {
        "FRAGOV", "DEUGOV",
    }  # fmt: skip


def test_a_mediator_mediates_towards_each_party(tables: Tables) -> None:
    sides = (side("QATGOV", Role.MEDIATOR), side("RWAGOV"), side("CODGOV"))
    assert triples(Occasion("negotiation", "held", sides), tables) == [
        ("CODGOV", "046", "RWAGOV"), ("QATGOV", "045", "CODGOV"), ("QATGOV", "045", "RWAGOV"),
        ("RWAGOV", "046", "CODGOV"),
    ]  # fmt: skip
    planned = pairs(Occasion("meeting", "planned", sides), tables)
    assert ("QATGOV", "039", "RWAGOV", "045") in {(p.source.code, p.code, p.target.code, p.as_held) for p in planned}


def test_who_turns_an_event_down_does_so_towards_the_others(tables: Tables) -> None:
    sides = (side("FRAGOV"), side("DEUGOV"))
    told = Occasion("meeting", "cancelled", sides, announcers=frozenset({"DEUGOV"}))
    assert triples(told, tables) == [("DEUGOV", "120", "FRAGOV")]
    declined = Occasion("meeting", "declined", (side("FRAGOV", Role.HOST), side("DEUGOV", Role.ABSENT)))
    assert triples(declined, tables) == [("DEUGOV", "125", "FRAGOV")]


def test_a_state_beside_its_government_is_one_actor(tables: Tables) -> None:
    sides = (side("FRA", Role.HOST), side("FRAGOV"), side("DEUGOV"), side("DEUGOV", Role.CHAIR))
    assert triples(Occasion("meeting", "held", sides), tables) == [
        ("DEUGOV", "040", "FRAGOV"), ("FRAGOV", "040", "DEUGOV"),
    ]  # fmt: skip


def test_every_kind_and_status_can_be_paired(tables: Tables) -> None:
    for kind in EventKind:
        for status in EventStatus:
            assert pairs(Occasion(kind, status, (side("FRAGOV"), side("DEUGOV")), (Side("DEU"),)), tables)


def test_the_tables_name_what_exists(tables: Tables) -> None:
    reference = tables.reference
    assert set(tables.organisations) <= set(reference.organisations)
    assert set(tables.offices) <= set(reference.offices)
    assert set(tables.levels) <= {office.level for office in reference.offices.values()}
    assert set(tables.states) <= set(reference.states)
    assert tables.state("XKX") == "KSV"
    assert tables.role("foreignMinister") == "GOV"
    assert tables.role("mayor") == ""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A visit told by two articles, and a meeting with a body, an invitee and an unknown minister."""
    with EmbeddedStore(tmp_path / "data") as opened:
        first = Story("The president landed in Rome.", published="2026-02-25")
        visit = first.event("visit", kind="Visit", start="2026-02-24", status="held")
        first.takes_part(visit, "person/a-president")
        first.say(visit, "place", "place/rome-ITA")
        first.say("person/a-president", "holdsOffice", "office/president", of=Iri(iris.entity("state", "FRA")))
        first.takes_part(visit, "state/FRA", inferred=Iri("urn:by-rule"))
        second = Story("Talks at the UN.", published="2026-03-02")
        again = second.event("visit", kind="Visit", status="held", same_as=visit)
        second.takes_part(again, "person/a-president")
        talks = second.event("talks", start="2026-03", status="planned")
        second.takes_part(talks, "organisation/united-nations", "hasHost")
        second.takes_part(talks, "person/foreignminister-irq")
        second.takes_part(talks, "organisation/wagner-group")
        second.takes_part(talks, "state/XKX", "hasInvitee")
        list(opened.add([first.record(), second.record()]))
        yield opened


def test_a_store_becomes_a_table(store: Store, tmp_path: Path) -> None:
    out = tmp_path / "pairs.csv"
    assert export(store, "cameo", out) == "3 pairs"
    rows = {(row["source"], row["code"], row["target"]): row for row in read(out)}
    assert set(rows) == {
        ("FRAGOV", "042", "ITA"), ("IGOUNO", "036", "IRQGOV"), ("IRQGOV", "036", "IGOUNO"),
    }  # fmt: skip
    visit = rows["FRAGOV", "042", "ITA"]
    assert (visit["date"], visit["reported"], visit["root"], visit["as_held"]) == (
        "2026-02-24", "2026-02-25", "04", "042",
    )  # fmt: skip
    assert (visit["plover_event"], visit["plover_mode"], visit["kind"]) == ("CONSULT", "visit", "visit")
    assert len(visit["articles"].split()) == 2
    assert "The president landed in Rome." in visit["quote"]
    talks = rows["IGOUNO", "036", "IRQGOV"]
    assert (talks["date"], talks["as_held"], talks["plover_context"]) == ("2026-03", "040", "diplomatic|future")


def test_single_articles_are_coded_without_a_store(extractor: Extractor, tables: Tables) -> None:
    rows = coded("French President Emmanuel Macron met Indian Prime Minister Narendra Modi in New Delhi on Tuesday.",
                 extractor, tables)  # fmt: skip
    assert {(row["source"], row["code"], row["target"]) for row in rows} == {
        ("FRAGOV", "040", "INDGOV"), ("INDGOV", "040", "FRAGOV"),
    }  # fmt: skip
    assert {row["date"] for row in rows} == {"2026-02-10"}
    assert all("Emmanuel Macron" in row["quote"] and "Narendra Modi" in row["quote"] for row in rows)


def test_who_has_left_office_is_no_government(extractor: Extractor, tables: Tables) -> None:
    rows = coded("Angela Merkel met Emmanuel Macron in Paris on Tuesday.", extractor, tables)
    assert {row["source"] for row in rows} == {"DEU", "FRAGOV"}
    rows = coded("Angela Merkel met Emmanuel Macron in Paris on Tuesday.", extractor, tables, "2018-03-15")
    assert {row["source"] for row in rows} == {"DEUGOV", "FRAGOV"}


def test_the_contract_gives_the_same_rows(extractor: Extractor, tables: Tables) -> None:
    text = (ROOT / "samples" / "2025-03-27-en-coalition-paris.md").read_text("utf-8")
    article = Article(article_id(text), text, "Paris", "en", date(2025, 3, 27))
    reading = extractor.read(article)
    rows = list(article_rows(article, reading.claims, tables))
    assert rows
    assert list(contract_rows(contract(reading), tables)) == rows


def test_the_commands(program: Run, sample_data: Path, tmp_path: Path) -> None:
    done = program("export", "--format", "cameo", tmp_path / "pairs.csv", "--data", sample_data)
    assert done.returncode == 0, done.stderr
    assert len(read(tmp_path / "pairs.csv")) > 20
    done = program("extract", "samples/2025-03-27-en-coalition-paris.md", "--format", "cameo")
    assert done.returncode == 0, done.stderr
    assert {"FRAGOV", "GBRGOV"} <= {row["source"] for row in csv.DictReader(StringIO(done.stdout))}
