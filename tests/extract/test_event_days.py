"""The day or month of an event that no words of its own tell."""

import pytest
from tests.extract.events_of import events, starts, states


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Jonas Gahr Støre has held talks with Petteri Orpo in Helsinki. They discussed the Baltic Sea."),
        ("fr", "Luc Frieden a reçu Alexander De Croo à Luxembourg. Ils ont parlé du rail."),
        ("en", "Petteri Orpo had met Jonas Gahr Støre before the vote in parliament."),
        ("fr", "Luc Frieden avait rencontré Alexander De Croo avant le vote du parlement."),
        ("en", "Prices rose. Taxes fell. Rents stayed.\n\nPetteri Orpo met Jonas Gahr Støre in Helsinki."),
    ],
)
def test_what_is_told_without_a_time_has_none(lang, text):
    assert starts(text, "2024-02-16", lang, "meeting") == [None]


def test_since_when_something_is_so_leaves_the_day_open():
    text = "Petteri Orpo arrived in Riga on Tuesday. It is the first visit to Latvia since 2016 by Petteri Orpo."
    assert set(starts(text, "2024-02-14", "en", "visit")) <= {"2024-02-13", None}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            "Petteri Orpo paid a visit to Riga, one of many after his election as leader in April 2023.",
        ),
        (
            "fr",
            "Luc Frieden a effectué une visite à Riga après son élection à la présidence en avril 2023.",
        ),
    ],
)
def test_a_month_of_what_was_before_is_not_that_of_the_event(lang, text):
    assert "2023-04" not in starts(text, "2024-02-16", lang, "visit")


def test_a_headline_without_a_verb_tells_of_the_day_of_the_article():
    text = "Luc Frieden en visite à Riga\n\nLuc Frieden a rencontré mardi Krisjanis Karins à Riga."
    assert set(starts(text, "2023-02-14", "fr", "visit")) <= {"2023-02-14"}


def test_who_had_a_meeting_met_in_the_simple_past():
    text = "Petteri Orpo met Jonas Gahr Støre in Oslo on Tuesday. He also had a meeting with Mette Frederiksen there."
    assert starts(text, "2024-02-14", "en", "meeting") == ["2024-02-13", "2024-02-13"]


@pytest.mark.parametrize(
    ("lang", "text", "status", "start"),
    [
        (
            "en",
            "Two days before her trip to Vilnius, Evika Silina called Donald Tusk on Tuesday.",
            "held",
            "2024-03-14",
        ),
        (
            "fr",
            "Trois jours avant son voyage à Vilnius, Evika Silina a appelé Donald Tusk mardi.",
            "planned",
            "2024-03-15",
        ),
    ],
)
def test_so_many_days_before_an_event(lang, text, status, start):
    assert states(text, "2024-03-14", lang, "visit") == [(status, start)]


def test_a_meeting_at_a_summit_is_in_its_month():
    text = "Evika Silina met Donald Tusk on the margins of the summit in Vilnius, which ended on Tuesday."
    assert starts(text, "2024-03-14", "en", "meeting") == ["2024-03"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Evika Silina will travel to Vilnius before the end of the month."),
        ("fr", "Evika Silina se rendra à Vilnius avant la fin du mois."),
    ],
)
def test_what_comes_before_the_month_ends_is_in_that_month(lang, text):
    assert starts(text, "2024-03-14", lang, "visit") == ["2024-03"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Evika Silina will be in Vilnius on Friday and in Warsaw on Saturday, where she will meet Donald Tusk."),
        ("fr", "Evika Silina sera à Vilnius vendredi, puis à Varsovie samedi, où elle rencontrera Donald Tusk."),
    ],
)
def test_a_meeting_at_the_last_of_several_stops_is_on_its_day(lang, text):
    assert starts(text, "2024-03-14", lang, "meeting") == ["2024-03-16"]


def test_what_follows_another_day_to_come_is_not_today():
    text = (
        "Evika Silina will travel to Warsaw on Friday. The visit begins on Sunday with a wreath-laying ceremony.\n\n"
        "Latvia and Poland are old partners. Both are members of the European Union.\n\n"
        "Evika Silina is also due to meet Donald Tusk in Warsaw."
    )
    assert "2024-03-15" not in starts(text, "2024-03-15", "en", "meeting")


def test_the_day_of_a_visit_that_was_confirmed_is_that_of_its_meeting():
    text = "Vilnius a confirmé mardi la venue de Donald Tusk le 22 mars. Il y rencontrera Gitanas Nauseda."
    assert starts(text, "2024-03-14", "fr", "meeting") == ["2024-03-22"]


@pytest.mark.parametrize(
    ("lang", "text", "kind"),
    [
        ("en", "Riga on Wednesday announced an official visit by Donald Tusk to Latvia.", "visit"),
        ("en", "A meeting between Evika Silina and Donald Tusk was announced on Wednesday.", "meeting"),
        ("en", "Evika Silina spoke on Wednesday about her forthcoming visit to Warsaw.", "visit"),
        ("fr", "La visite de Donald Tusk à Riga a été annoncée mercredi.", "visit"),
        ("fr", "Riga a annoncé mercredi une rencontre entre Evika Silina et Donald Tusk.", "meeting"),
        ("fr", "Evika Silina a parlé mercredi de sa prochaine visite à Varsovie.", "visit"),
    ],
)
def test_the_day_of_speaking_is_not_that_of_what_is_spoken_of(lang, text, kind):
    told = [(e["status"] in ("planned", "proposed"), e["start"]) for e in events(text, "2024-03-14", lang)]
    assert told == [(True, None)], kind


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Evika Silina on Wednesday ruled out a meeting with Viktor Orban."),
        ("fr", "Evika Silina a exclu mercredi une rencontre avec Viktor Orban."),
    ],
)
def test_what_is_ruled_out_has_no_day_if_it_is_told_at_all(lang, text):
    told = {(e["status"] in ("planned", "proposed", "declined"), e["start"]) for e in events(text, "2024-03-14", lang)}
    assert told <= {(True, None)}


@pytest.mark.parametrize(
    ("lang", "text", "start"),
    [
        ("fr", "La visite de Donald Tusk à Riga, du 20 au 22 mars, a été annoncée lundi.", "2024-03-20"),
        ("fr", "La rencontre entre Evika Silina et Donald Tusk, vendredi à Riga, a été confirmée mardi.", "2024-03-15"),
        (
            "en",
            "The talks between Evika Silina and Donald Tusk, on Friday in Riga, were confirmed on Tuesday.",
            "2024-03-15",
        ),
    ],
)
def test_a_day_between_commas_is_that_of_what_was_announced(lang, text, start):
    assert [(e["status"], e["start"]) for e in events(text, "2024-03-14", lang)] == [("planned", start)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Evika Silina announced new aid on Tuesday after talks with Donald Tusk in Warsaw."),
        ("fr", "Une aide a été annoncée mardi lors d'une rencontre entre Evika Silina et Donald Tusk à Varsovie."),
    ],
)
def test_what_is_announced_at_a_meeting_leaves_it_held(lang, text):
    assert [(e["status"], e["start"]) for e in events(text, "2024-03-14", lang)] == [("held", "2024-03-12")]
