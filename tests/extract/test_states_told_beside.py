"""The state of an event as what surrounds it says: the journey that is called off, the day that another event has."""

import pytest
from tests.extract.events_of import starts, states

DAY = "2024-06-12"  # a Wednesday


@pytest.mark.parametrize(
    ("lang", "text", "state"),
    [
        (
            "en",
            "Petteri Orpo called off his trip to Riga after the strike. He was to meet Evika Siliņa there on Friday.",
            "cancelled",
        ),
        (
            "fr",
            "Luc Frieden a reporté sa visite à Riga. Le Premier ministre devait y rencontrer vendredi Evika Silina.",
            "postponed",
        ),
        (
            "fr",
            "Luc Frieden a annulé son voyage. Il était attendu à Riga pour un entretien avec Evika Silina.",
            "cancelled",
        ),
    ],
)
def test_what_was_to_happen_on_a_journey_falls_with_it(lang, text, state):
    assert {status for status, _ in states(text, DAY, lang, "meeting")} == {state}


def test_who_was_to_come_but_gave_it_up_does_not_come():
    text = "Petteri Orpo was scheduled to visit Riga on June 20, but has cancelled because of the strike."
    assert states(text, DAY, "en", "visit") == [("cancelled", "2024-06-20")]


@pytest.mark.parametrize(
    ("lang", "text", "kind"),
    [
        ("en", "Petteri Orpo on Wednesday morning left for Riga for talks with Evika Siliņa.", "meeting"),
        ("fr", "Luc Frieden s'est envolé mercredi pour Riga pour s'entretenir avec Evika Silina.", "meeting"),
    ],
)
def test_what_somebody_has_set_out_for_today_has_yet_to_come(lang, text, kind):
    assert states(text, DAY, lang, kind) == [("planned", DAY)]


def test_what_somebody_left_for_days_ago_was_held():
    text = "Petteri Orpo left for Riga on Monday for talks with Evika Siliņa."
    assert states(text, DAY, "en", "meeting") == [("held", "2024-06-10")]


def test_who_was_expected_yesterday_is_not_expected_in_a_week():
    text = "Petteri Orpo was expected in Riga on Tuesday for talks with Evika Siliņa."
    assert set(starts(text, DAY, "en", "meeting")) == {"2024-06-11"}


@pytest.mark.parametrize(
    ("lang", "text", "days"),
    [
        (
            "en",
            "Petteri Orpo met Evika Siliņa in Riga on the eve of the NATO summit, which opens on Wednesday.",
            {"2024-06-11"},
        ),
        (
            "en",
            "Petteri Orpo met Evika Siliņa two days before the G20 summit, which opened in Bali on Tuesday.",
            {"2024-06-09"},
        ),
        (
            "fr",
            "Luc Frieden a rencontré Evika Silina la veille du sommet, qui se tient mercredi et jeudi à Riga.",
            {"2024-06-11"},
        ),
        (
            "en",
            "Petteri Orpo and Evika Siliņa last met on the sidelines of the G20 summit in Bali last year.",
            {"2023"},
        ),
    ],
)
def test_a_meeting_is_dated_by_the_summit_that_its_sentence_dates(lang, text, days):
    assert set(starts(text, DAY, lang, "meeting")) == days


@pytest.mark.parametrize(
    ("lang", "text", "kind", "expected"),
    [
        ("en", "A planned meeting between Petteri Orpo and Evika Siliņa fell through.", "meeting", "cancelled"),
        ("fr", "Luc Frieden a dû renoncer à son déplacement à Riga, prévu le 20 juin.", "visit", "cancelled"),
        ("en", "Petteri Orpo is on his eighth trip to Latvia since October 7.", "visit", None),
    ],
)
def test_further_words_for_what_becomes_of_an_event(lang, text, kind, expected):
    found = states(text, DAY, lang, kind)
    assert [status for status, _ in found] == [expected] if expected else "2024-10-07" not in {s for _, s in found}


def test_who_flies_home_behind_a_summit_does_not_date_it():
    text = "Petteri Orpo will arrive in Italy on June 13 for the G7 summit and will return home on June 15."
    assert set(starts(text, DAY, "en", "summit")) <= {"2024-06-13", None}


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "en",
            "Asked on Tuesday about a possible meeting between Petteri Orpo and Evika Siliņa, Oslo had no comment.",
            None,
        ),
        ("fr", "Riga a commenté mardi une éventuelle rencontre entre Luc Frieden et Evika Silina.", None),
    ],
)
def test_what_is_only_possible_was_not_held_on_the_day_of_speaking(lang, text, expected):
    assert set(states(text, DAY, lang, "meeting")) <= {("proposed", expected)}


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "fr",
            "Le sommet de la Cédéao, reporté à deux reprises, se tiendra le 27 juin à Abuja.",
            ("planned", "2024-06-27"),
        ),
        (
            "en",
            "A summit of Ecowas leaders was due to open in Abuja on Sunday but did not take place.",
            ("cancelled", "2024-06-09"),
        ),
    ],
)
def test_the_last_that_is_told_of_a_summit_holds(lang, text, expected):
    assert states(text, DAY, lang, "summit") == [expected]


def test_what_began_before_and_ends_today_is_going_on():
    text = "Entamée dimanche, la visite de Luc Frieden à Riga s'achèvera mercredi par un dîner avec Evika Silina."
    assert states(text, DAY, "fr", "visit") == [("ongoing", "2024-06-09")]


def test_what_a_town_hosts_has_the_day_between_commas():
    text = "Kinshasa accueille, du 18 au 20 juin, un nouveau cycle de négociations entre l'Egypte et l'Ethiopie."
    assert states(text, DAY, "fr", "negotiation") == [("planned", "2024-06-18")]
