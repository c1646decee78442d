"""What a model says is checked against the article: invented quotes, names and values are refused, with a reason."""

from __future__ import annotations

from typing import Any

import pytest
from tests.extractors.conftest import Ask
from tests.extractors.llm_server import said, serving
from tests.extractors.scene import ARTICLE, FIRST, SECOND, TEXT, good, person

from summitry.claims.iris import digest
from summitry.extract import contract
from summitry.extractors import Examined

MODEL = f"https://w3id.org/summitry/id/model/tester-{digest('tester', length=8)}"


def read(ask: Ask, answer: dict[str, Any], **settings: Any) -> Examined:
    with serving(lambda _: said(answer)) as server:
        return ask(server, **settings)


def refused(examined: Examined) -> list[tuple[str, str, str]]:
    """What the answer was refused, without what of the rules' reading was set aside for it."""
    return [(r.what, r.value, r.reason) for r in examined.refused if not r.reason.startswith("only the rules")]


def roles(examined: Examined) -> dict[str, str]:
    (event,) = examined.reading.events
    return {p.agent.name: p.role.value for p in event.participants}


def test_a_good_answer_adds_what_the_rules_missed(ask: Ask) -> None:
    examined = read(ask, good())
    assert refused(examined) == []
    assert examined.problems == ()
    (event,) = examined.reading.events
    assert roles(examined) == {
        "Emmanuel Macron": "host", "Friedrich Merz": "participant", "Marek Vondra": "participant",
        "Keir Starmer": "absent",
    }  # fmt: skip
    assert (event.start, event.status, event.places[0].key) == ("2026-03-10", "planned", "place/paris-FRA")
    assert all(TEXT[e.start : e.end] == e.quote for p in event.participants for e in p.evidence)


def test_every_claim_says_who_read_it(ask: Ask) -> None:
    claims = contract(read(ask, good()).reading)["claims"]
    by_object = {(c["predicate"].rpartition("#")[2], c["object"].get("iri", "").rpartition("/")[2]): c for c in claims}
    both = by_object["hasHost", "emmanuel-macron"]
    assert both["rule"].startswith("fr.")
    assert both["rule"].endswith("+llm/participant")
    assert both["confidence"] > 0.9
    alone = by_object["hasParticipant", "marek-vondra"]
    assert alone["rule"] == "llm/participant"
    assert alone["qualifiers"][-1] == {
        "predicate": "http://www.w3.org/ns/prov#wasAttributedTo",
        "value": {"iri": MODEL},
    }
    assert not any(q["predicate"].endswith("wasAttributedTo") for q in both["qualifiers"])
    about = {c["predicate"].rpartition("#")[2]: c["object"] for c in claims if c["subject"] == MODEL}
    assert about["name"]["lexical"] == "tester"
    assert about["type"] == {"iri": "http://www.w3.org/ns/prov#SoftwareAgent"}


def test_an_invented_quote_is_refused_and_the_rest_is_kept(ask: Ask) -> None:
    answer = good()
    answer["events"][0]["participants"][2]["quote"] = "Marek Vondra sera présent."
    answer["events"].append({**good()["events"][0], "quote": "Un sommet aura lieu à Rome."})
    examined = read(ask, answer)
    assert "Marek Vondra" not in roles(examined)
    assert refused(examined) == [
        ("participant", "Marek Vondra sera présent.", "is not in the article"),
        ("event", "Un sommet aura lieu à Rome.", "is not in the article"),
    ]


def test_somebody_whom_the_words_do_not_name_is_refused(ask: Ask) -> None:
    answer = good()
    people = answer["events"][0]["participants"]
    people.append(person("Friedrich Merz", "Angela Merkel", "DEU", "participant", FIRST))
    people.append(person("déjeuner de travail", "Jean Dupont", None, "participant", SECOND))
    people.append(person("Olaf Scholz", "Olaf Scholz", "DEU", "participant", FIRST))
    examined = read(ask, answer)
    assert not {"Angela Merkel", "Jean Dupont", "Olaf Scholz"} & set(roles(examined))
    assert [reason for _, _, reason in refused(examined)] == [
        "Jean Dupont cannot be told from the words",
        "names somebody with words that are not in the article",
    ]


def test_a_name_is_linked_by_the_tables_and_not_by_the_model(ask: Ask) -> None:
    answer = good()
    answer["events"][0]["participants"][1].update(name="Frederic Merz", country="FRA")
    examined = read(ask, answer)
    (event,) = examined.reading.events
    merz = next(p.agent for p in event.participants if "Merz" in p.agent.name)
    assert (merz.key, merz.country) == ("person/friedrich-merz", "DEU")


@pytest.mark.parametrize(("country", "told"), [("CZE", "CZE"), ("BRA", None), ("XXX", None)])
def test_an_unknown_person_keeps_a_country_that_the_article_names(ask: Ask, country: str, told: str | None) -> None:
    answer = good()
    answer["events"][0]["participants"][2]["country"] = country
    (event,) = read(ask, answer).reading.events
    assert next(p.agent.country for p in event.participants if p.agent.name == "Marek Vondra") == told


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"kind": "party"}, "'party' in kind"),
        ({"status": "maybe"}, "'maybe' in status"),
        ({"mode": 3}, "3 in mode"),
        ({"quote": None}, "has no text in quote"),
    ],
)
def test_values_outside_the_vocabulary_are_refused(ask: Ask, change: dict[str, Any], reason: str) -> None:
    answer = good()
    answer["events"][0].update(change)
    examined = read(ask, answer, spec="llm")
    assert examined.reading.events == ()
    assert reason in examined.refused[0].reason


def test_entries_outside_the_schema_are_refused_one_by_one(ask: Ask) -> None:
    answer = good()
    answer["events"][0]["participants"] += [
        "Macron",
        {"words": "Paris"},
        {**person("Paris", "P", None, "guest", FIRST)},
    ]
    answer["events"].append(7)
    examined = read(ask, answer)
    assert len(roles(examined)) == 4
    assert len(refused(examined)) == 4


def test_the_time_engine_reads_the_stated_words(ask: Ask) -> None:
    answer = good()
    answer["events"][0]["dates"] = [{"words": "mardi prochain", "start": "2026-03-11", "end": None}]
    (event,) = read(ask, answer, spec="llm").reading.events
    assert event.start == "2026-03-10"
    assert [(t.reading, t.flags) for t in event.dates if "own-reading" in t.flags] == [
        ("2026-03-11", ("own-reading", "overruled"))
    ]


def test_what_the_engine_cannot_read_is_read_by_the_model_and_flagged(ask: Ask) -> None:
    answer = good()
    answer["events"][0]["dates"] = [{"words": "déjeuner de travail", "start": "2026-03-12", "end": None}]
    (event,) = read(ask, answer, spec="llm").reading.events
    assert event.start == "2026-03-12"
    assert event.dates[0].flags == ("own-reading",)


@pytest.mark.parametrize("start", ["soon", "2026-13-40", None, "2026/2027"])
def test_no_date_rather_than_nonsense(ask: Ask, start: str | None) -> None:
    answer = good()
    answer["events"][0]["dates"] = [{"words": "déjeuner de travail", "start": start, "end": None}]
    examined = read(ask, answer, spec="llm")
    assert examined.reading.events[0].start is None
    assert examined.refused[0].what == "date"


def test_an_office_needs_a_tie_to_what_it_is_of(ask: Ask) -> None:
    answer = good()
    answer["offices"] += [
        {"words": "Marek Vondra", "person": "Marek Vondra", "office": "chiefNegotiator", "of": "CZE",
         "quote": "Marek Vondra, négociateur en chef de la République tchèque"},
        {"words": "Friedrich Merz", "person": "Friedrich Merz", "office": "president", "of": "FRA",
         "quote": "le chancelier allemand Friedrich Merz"},
        {"words": "Friedrich Merz", "person": "Friedrich Merz", "office": "wizard", "of": "DEU",
         "quote": "le chancelier allemand Friedrich Merz"},
    ]  # fmt: skip
    examined = read(ask, answer, spec="llm")
    assert [(o.person.name, o.office, o.of.key) for o in examined.reading.offices] == [
        ("Emmanuel Macron", "president", "state/FRA"), ("Marek Vondra", "chiefNegotiator", "state/CZE"),
    ]  # fmt: skip
    assert [r.reason for r in examined.refused] == [
        "nothing ties Friedrich Merz to FRA", "'wizard' is no key of the table of offices",
    ]  # fmt: skip


def test_an_article_that_gives_orders_is_only_read(ask: Ask) -> None:
    """What the question holds is the article behind instructions; what comes back is checked like any answer."""
    with serving(lambda _: said({"events": [], "offices": [], "memberships": []})) as server:
        ask(server)
        messages = server.requests[0]["messages"]
    assert [m["role"] for m in messages] == ["system", "user"]
    assert messages[1]["content"].count(TEXT) == 1
    assert "Publication date: 2026-03-05" in messages[1]["content"]
    assert ARTICLE.title is not None
    assert ARTICLE.title in messages[1]["content"]
