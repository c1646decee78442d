"""Figures worked out by hand on a small gold article."""

from __future__ import annotations

from typing import Any

import pytest
from tests.extract.evaluate_builder import as_prediction, counts, evaluated, event, gold, party, scored

from summitry.extract.evaluate import ALL

LIMA = {"name": "Lima", "country": "PER", "aliases": []}
SUMMIT = event(
    "Sommet de l'APEC à Lima",
    "2024-11-15",
    [
        party("Dina Boluarte", "PER", "host", role_alt=["chair"]),
        party("Joe Biden", "USA"),
        party("Xi Jinping", "CHN"),
        party("Vladimir Poutine", "RUS", "absent", aliases=["Vladimir Putin"]),
        party("Justin Trudeau", "CAN", "invitee", role_alt=["participant"]),
        party("Pérou", "PER", "organiser", type="state", optional=True),
    ],
    kind="summit",
    kind_alt=["conference"],
    end="2024-11-16",
    place=[LIMA],
)
TALKS = event(
    "Entretien entre Joe Biden et Xi Jinping",
    "2024-11-16",
    [party("Joe Biden", "USA"), party("Xi Jinping", "CHN")],
    place=[LIMA],
    main=False,
)
PAST = event("Sommet de l'APEC de San Francisco", "2023-11", [party("Joe Biden", "USA", "host")], optional=True)
ARTICLE = gold(
    SUMMIT,
    TALKS,
    PAST,
    offices=[
        {"person": "Joe Biden", "office": "president", "of": "USA"},
        {"person": "Dina Boluarte", "office": "president", "of": "PER"},
        {"person": "Antony Blinken", "office": "secretary of state", "of": "USA", "optional": True},
    ],
    memberships=[{"member": "Pérou", "of": "APEC", "role": "member", "member_aliases": ["PER"]}],
)


def prediction() -> dict[str, Any]:
    """The right answer, to be spoilt."""
    return as_prediction(ARTICLE, optional=False)


def test_the_right_answer_is_perfect() -> None:
    for optional in (True, False):
        figures = scored(ARTICLE, as_prediction(ARTICLE, optional))
        assert counts(figures["events"]) == (2, 0, 0)
        assert counts(figures["events_main"]) == (1, 0, 0)
        assert counts(figures["participation"]) == (7, 0, 0)
        assert counts(figures["attendance"]) == (5, 0, 0)  # three and two; of Trudeau readers disagree
        assert counts(figures["offices"]) == (2, 0, 0)
        assert counts(figures["memberships"]) == (1, 0, 0)
        assert figures["role_strict"] == {"acc": 1.0, "n": 7}
        assert figures["start_exact"] == {"acc": 1.0, "n": 2}
        assert figures["end_exact"] == {"acc": 1.0, "n": 1}
        assert figures["place"] == {"acc": 1.0, "n": 2}


def test_nothing_read_is_nothing_found() -> None:
    figures = scored(ARTICLE, {})
    assert counts(figures["events"]) == (0, 0, 2)
    assert figures["events"]["p"] is None
    assert figures["events"]["f1"] == 0.0
    assert counts(figures["participation"]) == (0, 0, 7)
    assert counts(figures["participation_aligned"]) == (0, 0, 0)
    assert figures["participation_aligned"]["f1"] is None
    assert counts(figures["attendance"]) == (0, 0, 5)
    assert figures["kind"] == {"acc": None, "n": 0}


def test_a_missed_lesser_event_costs_its_people_and_no_main_event() -> None:
    found = prediction()
    del found["events"][1]
    figures = scored(ARTICLE, found)
    assert counts(figures["events"]) == (1, 0, 1)
    assert counts(figures["events_main"]) == (1, 0, 0)
    assert counts(figures["participation"]) == (5, 0, 2)
    assert counts(figures["participation_aligned"]) == (5, 0, 0)


def test_a_false_event_costs_all_its_people() -> None:
    found = prediction()
    found["events"].append(event("Sommet de Brasilia", "1999-01-01", [party("A B"), party("C D", role="absent")]))
    figures = scored(ARTICLE, found)
    assert counts(figures["events"]) == (2, 1, 0)
    assert counts(figures["events_main"]) == (1, 1, 0)
    assert counts(figures["participation"]) == (7, 2, 0)
    assert counts(figures["participation_aligned"]) == (7, 0, 0)
    assert counts(figures["attendance"]) == (5, 1, 0)


def test_an_absent_man_read_as_attending_is_found_and_yet_an_attendance_error() -> None:
    found = prediction()
    found["events"][0]["participants"][3]["role"] = "participant"
    figures = scored(ARTICLE, found)
    assert counts(figures["participation"]) == (7, 0, 0)
    assert counts(figures["attendance"]) == (5, 1, 0)
    assert figures["role"] == {"acc": pytest.approx(6 / 7), "n": 7}


def test_someone_who_attends_read_as_absent_is_missed() -> None:
    found = prediction()
    found["events"][0]["participants"][1]["role"] = "declined"
    assert counts(scored(ARTICLE, found)["attendance"]) == (4, 0, 1)


def test_other_labels_of_the_gold_are_accepted_but_not_strictly() -> None:
    found = prediction()
    found["events"][0]["kind"] = "conference"
    found["events"][0]["participants"][0]["role"] = "chair"
    figures = scored(ARTICLE, found)
    assert figures["kind"]["acc"] == 1.0
    assert figures["kind_strict"]["acc"] == 0.5
    assert figures["role"]["acc"] == 1.0
    assert figures["role_strict"]["acc"] == pytest.approx(6 / 7)


def test_the_state_beside_its_leader_is_forgiven_by_the_lenient_figure_alone() -> None:
    found = prediction()
    found["events"][1]["participants"].append(party("Chine", "CHN", type="state"))
    figures = scored(ARTICLE, found)
    assert counts(figures["participation"]) == (7, 1, 0)
    assert counts(figures["participation_lenient"]) == (7, 0, 0)
    assert counts(figures["attendance"]) == (5, 1, 0)


def test_a_stranger_is_forgiven_by_none() -> None:
    found = prediction()
    found["events"][1]["participants"].append(party("Wang Yi", "CHN"))
    assert counts(scored(ARTICLE, found)["participation_lenient"]) == (7, 1, 0)


@pytest.mark.parametrize(
    ("start", "exact", "compatible", "wrong", "missing"),
    [
        ("2024-11-15", 1.0, 1.0, 0.0, 0.0),
        ("2024-11-15~", 1.0, 1.0, 0.0, 0.0),
        ("2024-11", 0.5, 1.0, 0.0, 0.0),
        ("2024-11-14", 0.5, 0.5, 0.5, 0.0),
        (None, 0.5, 0.5, 0.0, 0.5),
    ],
)
def test_dates(start: str | None, exact: float, compatible: float, wrong: float, missing: float) -> None:
    found = prediction()
    found["events"][0]["start"] = start
    figures = scored(ARTICLE, found)
    values = [figures[f"start_{name}"]["acc"] for name in ("exact", "compatible", "wrong", "missing")]
    assert values == [exact, compatible, wrong, missing]


def test_a_date_that_nobody_stated_is_invented() -> None:
    undated = gold(event("Entretien de Tunis", None, [party("Kaïs Saïed", "TUN"), party("Giorgia Meloni", "ITA")]))
    found = as_prediction(undated)
    assert scored(undated, found)["start_invented"] == {"acc": 0.0, "n": 1}
    found["events"][0]["start"] = "2024-04-17"
    figures = scored(undated, found)
    assert figures["start_invented"] == {"acc": 1.0, "n": 1}
    assert figures["start_exact"]["n"] == 0


def test_places_by_name_spelling_and_country() -> None:
    for place, right, country in (("Lima", 1.0, 1.0), ("Limas", 0.5, 1.0), ("Cuzco", 0.5, 1.0)):
        found = prediction()
        found["events"][0]["places"] = [{"name": place, "country": "PER"}]
        figures = scored(ARTICLE, found)
        assert (figures["place"]["acc"], figures["place_country"]["acc"]) == (right, country)
    found["events"][0]["places"] = []
    assert scored(ARTICLE, found)["place_country"]["acc"] == 0.5


def test_a_virtual_event_is_a_mode_of_the_contract() -> None:
    call = gold(event("Appel", "2024-05-02", [party("Joe Biden", "USA")], kind="call", virtual=True))
    found = as_prediction(call)
    assert found["events"][0]["mode"] == "virtual"
    assert scored(call, found)["virtual"]["acc"] == 1.0
    found["events"][0]["mode"] = "hybrid"
    assert scored(call, found)["virtual"]["acc"] == 0.0


def test_offices_need_person_office_and_country() -> None:
    found = prediction()
    found["offices"] = [
        {"person": "Joe Biden", "office": "chancellor", "of": "USA"},
        {"person": "Boluarte", "office": "president", "of": "PER"},
        {"person": "Xi Jinping", "office": "president", "of": "CHN"},
    ]
    figures = scored(ARTICLE, found)
    assert counts(figures["offices"]) == (1, 2, 1)
    assert counts(figures["offices_person_of"]) == (2, 1, 0)


def test_an_optional_office_is_neither_required_nor_punished() -> None:
    found = prediction()
    found["offices"].append({"person": "Antony Blinken", "office": "foreignMinister", "of": "USA"})
    assert counts(scored(ARTICLE, found)["offices"]) == (2, 0, 0)


def test_memberships_by_any_name_of_the_member() -> None:
    found = prediction()
    found["memberships"] = [{"member": "PER", "of": "APEC", "role": "chair"}, {"member": "Chili", "of": "APEC"}]
    assert counts(scored(ARTICLE, found)["memberships"]) == (1, 1, 0)


def test_an_eventless_article_counts_false_alarms() -> None:
    eventless = gold()
    assert scored(eventless, {})["no_event_texts"] == {"texts": 1, "texts_with_false_event": 0, "false_events": 0}
    alarm = {"events": [SUMMIT, TALKS]}
    assert scored(eventless, alarm)["no_event_texts"] == {"texts": 1, "texts_with_false_event": 1, "false_events": 2}


def test_an_optional_event_is_no_false_alarm() -> None:
    figures = scored(gold(PAST), {"events": [SUMMIT]})
    assert figures["no_event_texts"] == {"texts": 1, "texts_with_false_event": 0, "false_events": 0}
    assert counts(scored(gold(PAST), as_prediction(gold(PAST)))["events"]) == (0, 0, 0)


def test_events_align_so_that_the_sum_is_greatest() -> None:
    """The meeting is a little like the summit; taken for it, the summit's own prediction would be left over."""
    found = prediction()
    found["events"].reverse()
    figures = scored(ARTICLE, found)
    assert counts(figures["events"]) == (2, 0, 0)
    assert figures["kind_strict"]["acc"] == 1.0


def test_kind_alone_makes_no_pair() -> None:
    other = event("Rencontre de Suva", "2019-03-03", [party("Jacinda Ardern", "NZL")], place=[])
    figures = scored(gold(SUMMIT), {"events": [{**other, "kind": "summit"}]})
    assert counts(figures["events"]) == (0, 1, 1)


def test_confidence_is_kept_with_the_outcome() -> None:
    found = prediction()
    for number, participant in enumerate(found["events"][1]["participants"]):
        participant["confidence"] = 0.9 - number / 10
    found["events"][1]["participants"].append({**party("Wang Yi", "CHN"), "confidence": 0.3})
    tally = evaluated(ARTICLE, found).tallies[ALL]
    assert sorted(tally.judged) == [(0.3, False), (0.8, True), (0.9, True)]
