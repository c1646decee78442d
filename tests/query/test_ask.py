"""Answers over the sample articles: rows, evidence, contradictions; the same on both stores and in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from summitry.claims import iris
from summitry.ingest import Settings, open_store
from summitry.query import Answer, Asker, answer_json
from summitry.reference import Reference
from summitry.store import Store

FRENCH = "Qui participe à la visioconférence de la coalition des volontaires ?"
ENGLISH = "Who attends the coalition of the willing videoconference?"
COALITION = iris.entity("coalition", "coalition-of-the-willing")


@pytest.fixture(scope="module")
def store(sample_data: Path) -> Iterator[Store]:
    with open_store(Settings(sample_data)) as opened:
        yield opened


@pytest.fixture(scope="module")
def asker() -> Asker:
    return Asker(Reference.load())


def stated(answer: Answer) -> set[tuple[str, str | None]]:
    """(end of the IRI, role) of whom articles name themselves."""
    return {(iris.local_name(row.iri), row.role) for row in answer.rows if not row.inferred}


def test_the_first_question_of_all(store: Store, asker: Asker) -> None:
    answer = asker.ask(store, FRENCH)
    assert (answer.language, answer.type, answer.understood) == ("fr", "attends", True)
    assert {("coalition-of-the-willing", "participant"), ("FRA", "chair"), ("GBR", "chair")} <= stated(answer)
    people = {key for key, _ in stated(answer)}
    assert "emmanuel-macron" not in people, "announcing is not attending"
    assert "volodymyr-zelensky" not in people, "being quoted is not attending"
    [event] = answer.events
    assert (event.kind, event.start, event.status, event.mode) == (
        "videoconference",
        "2026-02-24",
        "planned",
        "virtual",
    )


def test_french_and_english_give_the_same_rows(store: Store, asker: Asker) -> None:
    french, english = asker.ask(store, FRENCH), asker.ask(store, ENGLISH)
    assert english.language == "en"
    keys = [[(row.iri, row.role, row.inferred, row.via) for row in answer.rows] for answer in (french, english)]
    assert keys[0] == keys[1]
    assert french.sparql == english.sparql


def test_members_of_the_coalition_are_inferred_and_come_last(store: Store, asker: Asker) -> None:
    rows = asker.ask(store, ENGLISH).rows
    inferred = [row for row in rows if row.inferred]
    assert {iris.local_name(row.iri) for row in inferred} >= {"POL", "CAN", "NOR"}
    assert all(row.via == COALITION for row in inferred)
    assert rows.index(inferred[0]) == len(rows) - len(inferred)
    assert not {row.iri for row in inferred} & {row.iri for row in rows if not row.inferred}


def test_every_stated_row_quotes_its_article(store: Store, asker: Asker) -> None:
    for row in asker.ask(store, ENGLISH).rows:
        if row.inferred:
            continue
        assert row.evidence
        for piece in row.evidence:
            article = store.article(iris.local_name(piece.article))
            assert article is not None
            assert article.text[piece.start : piece.end] == piece.quote
            assert piece.quote in piece.sentence
            assert piece.publisher


def test_the_contradiction_is_shown_with_its_three_pieces(store: Store, asker: Asker) -> None:
    conflicts = asker.ask(store, FRENCH).conflicts
    [dates] = [c for c in conflicts if c.about == "start" and len(c.evidence) >= 3]
    assert dates.readings == ("2026-02-24", "2026-02-25")
    quotes = " | ".join(piece.quote for piece in dates.evidence)
    for words in ("mardi prochain", "mardi 25 février 2026", "quatrième anniversaire de l'invasion russe"):
        assert words in quotes


def test_the_sides_of_a_contradiction_are_ranked_with_the_reason(store: Store, asker: Asker) -> None:
    [dates] = [c for c in asker.ask(store, ENGLISH).conflicts if c.about == "start" and len(c.evidence) >= 3]
    shown, other = dates.ranking
    assert (shown.value, shown.shown, shown.rank) == ("2026-02-24", True, "preferred")
    assert (other.value, other.shown, other.decided_by) == ("2026-02-25", False, shown.decided_by)
    assert shown.reason.startswith("shown: ")
    assert other.reason.startswith("not shown: ")
    assert {piece.quote for piece in other.evidence} == {"mardi 25 février 2026"}
    assert shown.latest
    assert 0 < shown.confidence <= 1


def test_a_question_of_one_day(store: Store, asker: Asker) -> None:
    question = "Which summits does Emmanuel Macron attend?"
    answer = asker.ask(store, question, valid_at=date(2025, 6, 16))
    assert [event.start for event in answer.events] == ["2025-06-15"]
    assert answer.valid_at == date(2025, 6, 16)
    assert asker.ask(store, question, valid_at=date(1990, 1, 1)).rows == ()


def test_a_question_of_the_past(store: Store, asker: Asker) -> None:
    now = asker.ask(store, ENGLISH)
    last = store.status().seq
    assert asker.ask(store.as_of(last), ENGLISH) == replace(now, as_of=last)
    before = asker.ask(store.as_of(0), ENGLISH)
    assert (before.understood, before.rows, before.as_of) == (True, (), 0)


def test_what_is_inferred_can_be_left_out(store: Store, asker: Asker) -> None:
    answer, stated_only = asker.ask(store, ENGLISH), asker.ask(store, ENGLISH, inferred=False)
    assert stated_only.rows == tuple(row for row in answer.rows if not row.inferred)


def test_a_state_is_represented_by_who_holds_its_office(store: Store, asker: Asker) -> None:
    rows = asker.ask(store, "Who attends the G7 summit in Kananaskis?").rows
    ways = {(iris.local_name(row.iri), iris.local_name(row.via or "")) for row in rows if row.inferred}
    assert {("FRA", "emmanuel-macron"), ("FRA", "g7"), ("USA", "donald-trump")} <= ways
    russia = asker.ask(store, "Which summits does Russia attend?")
    sent = {iris.local_name(row.via or "") for row in russia.rows if row.inferred}
    assert sent == {"sergei-lavrov", "vladimir-putin"}
    assert {row.role for row in russia.rows if not row.inferred} == {"absent"}


def test_queries_of_the_answer_run_as_they_stand(store: Store, asker: Asker) -> None:
    answer = asker.ask(store, "Who hosts the G7 summit in Kananaskis?")
    assert answer.sparql
    assert store.sparql(answer.sparql)
    assert {iris.local_name(row.iri) for row in answer.rows} == {"mark-carney"}


def test_who_met_whom(store: Store, asker: Asker) -> None:
    answer = asker.ask(store, "Qui a rencontré Vladimir Poutine ?")
    assert "donald-trump" in {iris.local_name(row.iri) for row in answer.rows}
    assert all(event.status in ("held", "ongoing") for event in answer.events)


def test_events_of_a_person(store: Store, asker: Asker) -> None:
    answer = asker.ask(store, "Which summits does Emmanuel Macron attend?")
    assert len(answer.events) >= 2
    assert {event.kind for event in answer.events} == {"summit"}
    assert all(row.iri == row.event for row in answer.rows)


def test_when_and_where(store: Store, asker: Asker) -> None:
    answer = asker.ask(store, "When and where is the G7 summit in Kananaskis?")
    assert answer.rows[0].details["places"]
    assert "2025-06-1" in str(answer.rows[0].details["start"])


def test_an_event_that_is_not_there(store: Store, asker: Asker) -> None:
    answer = asker.ask(store, "Who attends the ASEAN summit?")
    assert (answer.understood, answer.rows) == (True, ())
    assert answer.answer == "No event in the graph fits the question."


def test_the_answer_as_json_has_the_contract(store: Store, asker: Asker) -> None:
    found = answer_json(asker.ask(store, ENGLISH))
    assert {"question", "language", "understood", "type", "answer", "rows", "conflicts", "cypher", "sparql"} <= set(
        found
    )
    rows = found["rows"]
    assert isinstance(rows, list)
    assert all({"iri", "name", "role", "inferred", "evidence"} <= set(row) for row in rows)
