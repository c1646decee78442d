"""Dates and states told beside an event: in the clause before it, by the noun that governs it, by another verb."""

import pytest
from tests.extract.events_of import events, starts, states

DAY = "2024-06-12"  # a Wednesday


@pytest.mark.parametrize(
    ("lang", "text", "start"),
    [
        ("en", "They have not spoken since 2019, when Petteri Orpo received Jonas Gahr Støre in Helsinki.", "2019"),
        ("en", "Ties cooled in March 2021, when Petteri Orpo met Jonas Gahr Støre in Oslo.", "2021-03"),
        ("fr", "La brouille remonte à 2021, lorsque Luc Frieden avait reçu Alexander De Croo à Luxembourg.", "2021"),
        ("fr", "Tout a commencé en 2015, à Riga, où Luc Frieden et Alexander De Croo s'étaient serré la main.", "2015"),
    ],
)
def test_a_clause_takes_up_the_time_before_it(lang, text, start):
    assert states(text, DAY, lang, "meeting") == [("held", start)]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("fr", "Riga a annoncé lundi l'annulation de la visite de Luc Frieden à Riga, prévue le 20 juin.", "cancelled"),
        ("fr", "L'ambassade a confirmé le report de la visite de Luc Frieden à Riga, prévue le 20 juin.", "postponed"),
        ("en", "Riga regretted the cancellation of Petteri Orpo's visit to Riga, planned for June 20.", "cancelled"),
        ("en", "Petteri Orpo's visit to Riga, due to begin on June 20, was called off on Tuesday.", "cancelled"),
    ],
)
def test_nouns_and_verbs_behind_an_aside_say_what_becomes_of_an_event(lang, text, expected):
    assert states(text, DAY, lang, "visit") == [(expected, "2024-06-20")]


@pytest.mark.parametrize(
    ("lang", "text", "start"),
    [
        ("en", "Petteri Orpo cancelled his trip to Riga on Tuesday because of the strike.", None),
        (
            "en",
            "Petteri Orpo on Tuesday cancelled a trip to Riga, where he was to meet Evika Siliņa on Friday.",
            "2024-06-14",
        ),
        (
            "fr",
            "Luc Frieden a annulé mardi sa visite à Riga, où il devait rencontrer Evika Silina vendredi.",
            "2024-06-14",
        ),
    ],
)
def test_the_day_of_calling_off_is_not_that_of_the_event(lang, text, start):
    assert ("cancelled", start) in states(text, DAY, lang, "visit")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Petteri Orpo agreed on Tuesday to a meeting with Jonas Gahr Støre in Oslo."),
        ("fr", "Luc Frieden a proposé mardi une rencontre avec Alexander De Croo à Bruges."),
    ],
)
def test_the_day_of_agreeing_or_proposing_is_not_that_of_the_event(lang, text):
    assert set(starts(text, DAY, lang, "meeting")) <= {None}


@pytest.mark.parametrize(
    ("lang", "text", "days"),
    [
        ("fr", "Luc Frieden a quitté Riga mardi après une visite de deux jours.", ("2024-06-10", "2024-06-11")),
        (
            "fr",
            "Au terme d'une visite de deux jours à Riga, Luc Frieden a salué mardi un accord.",
            ("2024-06-10", "2024-06-11"),
        ),
        ("en", "Petteri Orpo left Riga on Tuesday after a two-day visit to Latvia.", ("2024-06-10", "2024-06-11")),
    ],
)
def test_the_day_of_leaving_is_the_last_of_a_visit(lang, text, days):
    assert [(e["start"], e["end"]) for e in events(text, DAY, lang) if e["kind"] == "visit"] == [days]


def test_what_goes_on_has_no_first_day_on_the_day_it_goes_on():
    text = "Luc Frieden poursuit sa visite en Lettonie, où il a rencontré mardi Evika Silina."
    assert states(text, DAY, "fr", "visit") == [("ongoing", None)]
    assert states(text, DAY, "fr", "meeting") == [("held", "2024-06-11")]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("fr", "Luc Frieden est attendu à Oslo jeudi, avant de se rendre en Finlande dimanche.", "2024-06-16"),
        (
            "en",
            "Petteri Orpo will meet Jonas Gahr Støre on Thursday before travelling to Riga on Sunday.",
            "2024-06-16",
        ),
    ],
)
def test_what_follows_on_what_is_to_come_lies_ahead_too(lang, text, expected):
    assert ("planned", expected) in states(text, DAY, lang, "visit")


def test_a_journey_to_a_summit_does_not_date_it_where_another_day_does():
    text = "Petteri Orpo leaves for Rome later today for the G7 summit, which runs from Thursday to Saturday."
    assert states(text, DAY, "en", "summit") == [("planned", "2024-06-13")]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Il n'y aura pas de rencontre entre Luc Frieden et Alexander De Croo, a déclaré mardi un conseiller."),
        ("fr", "Le lundi suivant, Luc Frieden a reçu Alexander De Croo à Luxembourg."),
        ("en", "Petteri Orpo met Jonas Gahr Støre in Oslo the following Monday."),
    ],
)
def test_what_is_denied_or_counted_from_an_untold_day_has_none(lang, text):
    assert set(starts(text, DAY, lang, "meeting")) <= {None}


@pytest.mark.parametrize(
    ("lang", "text", "days"),
    [
        (
            "fr",
            "Luc Frieden recevra Alexander De Croo le 24, puis Evika Silina le 26.",
            ["2024-06-24", "2024-06-26"],
        ),
        ("en", "Petteri Orpo will meet Jonas Gahr Støre in Oslo on the 24th.", ["2024-06-24"]),
    ],
)
def test_the_mere_number_of_a_day_is_one_of_this_month_or_the_next(lang, text, days):
    assert starts(text, DAY, lang, "meeting") == days
