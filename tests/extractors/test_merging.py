"""Rules and model together: what both say is surer, who is believed follows from measured figures, nothing is lost."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.extractors.conftest import Ask
from tests.extractors.llm_server import said, serving
from tests.extractors.scene import ARTICLE, FIRST, THIRD, good, person

from summitry.claims import Article, Claim, Rank, Role
from summitry.claims.iris import local_name
from summitry.extract import Extractor
from summitry.extractors import Examined, Source
from summitry.extractors.weights import load_weights

FRONTIER = Source("llm", "big", 0.92, 0.99)
WEAK = Source("llm", "small", 0.5, 0.6)


def read(ask: Ask, answer: dict[str, Any], **settings: Any) -> Examined:
    with serving(lambda _: said(answer)) as server:
        return ask(server, **settings)


def claims(examined: Examined, predicate: str) -> dict[str, Claim]:
    """Claims of one predicate by the last part of their object."""
    found = {}
    for claim in examined.reading.claims:
        if local_name(claim.predicate) == predicate:
            found[local_name(claim.object_iri() or getattr(claim.object, "lexical", ""))] = claim
    return found


def test_agreement_makes_surer_and_silence_less_sure() -> None:
    weights = load_weights()
    for source in (FRONTIER, WEAK):
        assert weights.only_rules(0.9, source) < 0.9 < weights.both(0.9, source)
    assert weights.only_rules(0.9, FRONTIER) < weights.keep < weights.only_rules(0.9, WEAK)
    assert weights.only_model(0.92, weights.participants) > weights.keep > weights.only_model(0.3, weights.events)
    assert weights.both(1.0, FRONTIER) < 1.0


def test_what_only_the_rules_say_is_kept_as_a_deprecated_claim(ask: Ask) -> None:
    answer = good()
    del answer["events"][0]["participants"][1]
    examined = read(ask, answer, recall=0.999)
    (event,) = examined.reading.events
    assert "Friedrich Merz" not in {p.agent.name for p in event.participants}
    claim = claims(examined, "hasParticipant")["friedrich-merz"]
    assert claim.rank is Rank.DEPRECATED
    assert "Friedrich Merz" in {r.value for r in examined.refused}


def test_the_rules_keep_their_say_beside_a_weak_model(ask: Ask, rules: Extractor) -> None:
    alone = {p.agent.name: p.confidence for e in rules.read(ARTICLE).events for p in e.participants}
    confidence = alone["Friedrich Merz"]
    answer = good()
    del answer["events"][0]["participants"][1]
    examined = read(ask, answer, precision=0.5, recall=0.6)
    told = {p.agent.name: p for event in examined.reading.events for p in event.participants}
    assert told["Friedrich Merz"].confidence < confidence
    assert claims(examined, "hasParticipant")["friedrich-merz"].rank is Rank.NORMAL


def test_of_two_statuses_the_better_readers_is_preferred_and_both_are_kept(ask: Ask) -> None:
    answer = good()
    answer["events"][0]["status"] = "cancelled"
    for precision, chosen in ((0.92, "cancelled"), (0.5, "planned")):
        examined = read(ask, answer, precision=precision, recall=precision)
        first = examined.reading.events[0].id
        about = [c for c in examined.reading.claims if local_name(c.subject) == first]
        statuses = {local_name(c.object_iri() or ""): c for c in about if local_name(c.predicate) == "status"}
        assert examined.reading.events[0].status == chosen
        ranks = {value: claim.rank for value, claim in statuses.items() if value in ("planned", "cancelled")}
        other = "planned" if chosen == "cancelled" else "cancelled"
        assert ranks == {chosen: Rank.PREFERRED, other: Rank.NORMAL}


def test_two_dates_are_voted_on_and_told_as_a_contradiction(ask: Ask) -> None:
    answer = good()
    answer["events"][0]["dates"] = [{"words": "Paris", "start": "2026-04-02", "end": None}]
    examined = read(ask, answer)
    (event,) = examined.reading.events
    starts = claims(examined, "start")
    assert set(starts) == {"2026-03-10", "2026-04-02"}
    assert starts[event.start or ""].rank is Rank.PREFERRED
    assert sorted(c.rank for c in starts.values()) == [Rank.NORMAL, Rank.PREFERRED]
    (conflict,) = [c for c in examined.reading.conflicts if c.kind == "readers-differ"]
    assert conflict.readings == ("2026-03-10", "2026-04-02")
    assert f"{event.start} is taken" in conflict.reason
    assert any(local_name(c.predicate) == "conflict" for c in examined.reading.claims)


def test_a_date_that_the_rules_lack_is_added(ask: Ask) -> None:
    text = ARTICLE.text.replace(" mardi prochain", "")
    answer = good()
    first = FIRST.replace(" mardi prochain", "")
    answer["events"][0].update(
        quote=first, dates=[{"words": "déjeuner de travail", "start": "2026-03-10", "end": None}]
    )
    for one in answer["events"][0]["participants"][:2]:
        one["quote"] = first
    from dataclasses import replace

    with serving(lambda _: said(answer)) as server:
        examined = ask(server, replace(ARTICLE, text=text))
    assert examined.reading.events[0].start == "2026-03-10"


def test_whether_somebody_attends_is_decided_by_the_better_reader(ask: Ask) -> None:
    answer = good()
    answer["events"][0]["participants"][1]["role"] = "absent"
    strong, weak = read(ask, answer), read(ask, answer, precision=0.5, recall=0.5)
    roles = [{p.agent.name: p.role for p in e.reading.events[0].participants} for e in (strong, weak)]
    assert [r["Friedrich Merz"] for r in roles] == [Role.ABSENT, Role.PARTICIPANT]
    ranks = {name: claims(strong, name)["friedrich-merz"].rank for name in ("hasParticipant", "hasAbsentee")}
    assert ranks == {"hasParticipant": Rank.DEPRECATED, "hasAbsentee": Rank.NORMAL}


def test_a_special_role_says_more_than_participant(ask: Ask) -> None:
    answer = good()
    answer["events"][0]["participants"][0]["role"] = "participant"
    answer["events"][0]["participants"][1]["role"] = "chair"
    (event,) = read(ask, answer).reading.events
    assert {p.agent.name: p.role for p in event.participants if p.agent.name.split()[1] in ("Macron", "Merz")} == {
        "Emmanuel Macron": Role.HOST, "Friedrich Merz": Role.CHAIR,
    }  # fmt: skip


def test_an_event_that_only_the_model_tells_is_added_and_marked(ask: Ask) -> None:
    answer = good()
    second = {**good()["events"][0], "quote": "a salué cette initiative", "name": "initiative", "kind": "call",
              "main": False, "dates": [], "places": []}  # fmt: skip
    second["participants"] = [person("António Guterres", "António Guterres", None, "participant", THIRD)]
    answer["events"].append(second)
    examined = read(ask, answer)
    one = next(e for e in examined.reading.events if e.kind == "call")
    about = [c for c in examined.reading.claims if local_name(c.subject) == one.id]
    assert about
    assert all(c.rule.startswith("llm/") for c in about)
    assert sum(e.main for e in examined.reading.events) == 1


def test_claims_that_the_rules_make_too_keep_their_ids(ask: Ask, rules: Extractor) -> None:
    before = {c.id for c in rules.read(ARTICLE).claims}
    with serving(lambda _: said(good())) as server:
        both = [c for c in ask(server).reading.claims if "+llm/" in c.rule]
    assert len(both) > 5
    assert {c.id for c in both} <= before


def test_the_same_answers_give_the_same_claims(ask: Ask) -> None:
    assert read(ask, good()).reading == read(ask, good()).reading


@pytest.mark.parametrize("spec", ["rules+llm", "llm"])
def test_an_answer_without_events_leaves_no_event(ask: Ask, spec: str) -> None:
    examined = read(ask, {"events": [], "offices": [], "memberships": []}, spec=spec)
    assert examined.reading.events == ()
    assert not any("/event/" in c.subject for c in examined.reading.claims)
    assert bool(examined.reading.offices) == (spec == "rules+llm")


def test_an_article_in_a_language_without_a_pack_is_read_by_the_model(ask: Ask) -> None:
    """The tables still link its names; dates are the model's own."""
    text = "O presidente Luiz Inácio Lula da Silva recebeu Emmanuel Macron em Brasília na quinta-feira."
    first = person("Emmanuel Macron", "Emmanuel Macron", "FRA", "participant", text)
    event = {**good()["events"][0], "quote": text, "name": text, "kind": "visit", "status": "held",
             "participants": [first], "dates": [{"words": "na quinta-feira", "start": "2024-03-28", "end": None}],
             "places": [{"words": "Brasília", "name": "Brasília", "country": "BRA"}]}  # fmt: skip
    article = Article("4" * 16, text, lang="pt", published=date(2024, 3, 29))
    with serving(lambda _: said({"events": [event], "offices": [], "memberships": []})) as server:
        examined = ask(server, article)
    (found,) = examined.reading.events
    assert (found.start, found.places[0].key) == ("2024-03-28", "place/brasilia-BRA")
    assert found.participants[0].agent.key == "person/emmanuel-macron"
    assert {c.rule.partition("/")[0] for c in examined.reading.claims} == {"llm"}
