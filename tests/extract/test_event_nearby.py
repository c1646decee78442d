"""The day that the words around an event tell, for an event without a time of its own."""

import pytest
from tests.extract.events_of import events, starts

CASES = [
    # the time of the same sentence
    ("en", "Angela Merkel flew to Ankara on Monday for talks with Recep Tayyip Erdogan.", "2016-02-10", "meeting",
     "2016-02-08"),
    ("fr", "François Hollande s'est rendu lundi à Moscou, où il a rencontré Vladimir Poutine.", "2015-11-26", "meeting",
     "2015-11-23"),
    ("fr", "Paris a annoncé jeudi une aide à l'issue d'un entretien entre François Hollande et Alexis Tsipras.",
     "2015-10-22", "meeting", "2015-10-22"),
    # but not that of a relative clause beside it
    ("fr", "Sergueï Lavrov, qui se trouvait lundi à Bagdad, a été reçu par Macky Sall à Dakar.", "2023-02-08",
     "meeting", None),
    # nor a year that belongs to something else
    ("en", "Shinzo Abe met Vladimir Putin in Sochi and recalled the 1956 declaration.", "2016-05-02", "meeting", None),
    # the time told last in the same paragraph
    ("fr", "Emmanuel Macron est arrivé mardi à Rabat. Il a rencontré Mohammed VI au palais.", "2024-10-30", "meeting",
     "2024-10-29"),
    # what is to come is not on the day on which others speak of it
    ("en", "Boris Johnson and Emmanuel Macron spoke on Friday ahead of a summit of the G7 in Biarritz.", "2019-08-17",
     "summit", None),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "published", "kind", "start"), CASES)
def test_a_day_from_the_words_around(lang, text, published, kind, start):
    assert starts(text, published, lang, kind) == [start]


def test_a_part_of_a_day_is_of_the_day_with_which_the_article_begins():
    text = "Boris Johnson met Emmanuel Macron in Biarritz on Sunday. In the evening he met Angela Merkel."
    assert starts(text, "2019-08-26", "en", "meeting") == ["2019-08-25", "2019-08-25"]


def test_an_article_dated_a_day_late_means_the_day_that_is_over():
    text = "Mark Rutte met Angela Merkel in Toronto on Friday. The G7 summit, which opens in Quebec Friday, is a test."
    assert starts(text, "2018-06-09", "en", "summit") == ["2018-06-08"]


def test_what_was_called_off_was_planned_for_the_day_before():
    text = "Le sommet entre Idriss Déby et Paul Biya, prévu dimanche à Libreville, a été annulé."
    assert starts(text, "2020-12-14", "fr", "summit") == ["2020-12-13"]


def test_a_month_may_belong_to_another_noun():
    text = "Benyamin Netanyahou, en campagne pour les élections d'avril, s'est rendu en octobre à Mascate."
    assert starts(text, "2019-01-20", "fr", "visit") == ["2018-10"]


def test_the_last_day_alone_tells_the_month():
    assert starts("Le sommet du G20 s'est achevé mardi à Osaka.", "2019-06-26", "fr", "summit") == ["2019-06"]


def test_the_day_after_so_many_days_of_talks_is_the_last():
    text = "After two days of talks with Sergei Lavrov in London, John Kerry spoke of progress on Tuesday."
    assert [(e["start"], e["end"]) for e in events(text, "2024-11-20")] == [("2024-11-18", "2024-11-19")]
    text = "Après trois jours de discussions à Genève avec Sergueï Lavrov, John Kerry a présenté mardi un texte."
    assert starts(text, "2016-02-24", "fr", "meeting") == ["2016-02-21"]


def test_what_is_said_ahead_of_a_summit_is_not_on_its_day():
    text = "Boris Johnson and Emmanuel Macron spoke on Friday ahead of a summit of the G7 in Biarritz."
    found = [e for e in events(text, "2019-08-17", "en") if e["kind"] == "summit"]
    assert [(e["start"], e["status"]) for e in found] == [(None, "planned")]


@pytest.mark.parametrize(
    "text",
    [
        "Viktor Orban a déclaré mercredi, à la veille du sommet de l'Union européenne à Bruxelles, ne rien céder.",
        "A la veille du sommet de l'Otan à Bruxelles, Viktor Orban a reçu mercredi Robert Fico.",
    ],
)
def test_the_day_behind_its_eve_is_the_first_of_a_summit(text):
    assert starts(text, "2023-12-13", "fr", "summit") == ["2023-12-14"]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Mark Carney leaves on Friday on a six-day trip to Norway.", ("2025-09-19", "2025-09-24")),
        ("Mark Carney left on Tuesday after a two-day visit to Norway.", ("2025-09-15", "2025-09-16")),
    ],
)
def test_who_leaves_on_a_journey_begins_it_and_who_leaves_after_it_ends_it(text, span):
    assert [(e["start"], e["end"]) for e in events(text, "2025-09-17")] == [span]


def test_what_an_article_is_about_happened_on_the_day_with_which_it_begins():
    text = "Markets in Tokyo closed higher on Tuesday.\n\nNarendra Modi and Shigeru Ishiba hold a summit in Osaka."
    assert starts(text, "2025-08-26", "en", "summit") == ["2025-08-26"]


@pytest.mark.parametrize(
    ("lang", "text", "span"),
    [
        ("en", "Mark Carney wraps up a three-day visit to Norway. He met King Harald V on Tuesday.",
         ("2025-09-14", "2025-09-16")),
        ("fr", "Au deuxième jour de sa visite en Norvège, Mark Carney a rencontré mardi le roi Harald V.",
         ("2025-09-15", None)),
        ("fr", "La deuxième journée de la visite de Mark Carney en Norvège est chargée. Il a rencontré mardi Jonas "
         "Gahr Store.", ("2025-09-15", None)),
    ],
)  # fmt: skip
def test_the_first_day_is_counted_from_the_one_that_is_told(lang, text, span):
    found = next(e for e in events(text, "2025-09-17", lang) if e["kind"] == "visit")
    assert (found["start"], found["end"]) == span


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Mark Carney arrived in Oslo on Thursday, two days after signing a pact with Keir Starmer in London."),
        (
            "fr",
            "Mark Carney a appelé Xi Jinping jeudi, deux jours après la rencontre entre Donald Tusk et Keir Starmer.",
        ),
    ],
)
def test_so_many_days_after_an_event(lang, text):
    days = [e["start"] for e in events(text, "2024-06-20", lang) if e["kind"] in ("signing", "meeting")]
    assert days == ["2024-06-18"]


def test_what_is_told_in_the_present_is_not_on_the_day_told_before():
    text = "Mark Carney arrived in Oslo on Tuesday. Keir Starmer is on a visit to Iraq."
    assert starts(text, "2024-06-20", "en", "visit") == ["2024-06-18", None]


def test_what_lies_ahead_in_an_article_that_begins_with_its_day():
    text = (
        "Une importante rencontre est prévue ce lundi à Nassau. Justin Trudeau et Bob Rae y prendront part.\n\n"
        "Ces derniers jours, Haïti a été au centre des échanges entre la Caricom et l'ONU."
    )
    assert "2024-03-11" in starts(text, "2024-03-11", "fr", "meeting")


TO_COME = [
    # the day told before, for somebody of whom it is told
    ("en", "Antony Blinken will be in Warsaw on Friday. He will also meet Andrzej Duda.", "2024-05-16", "2024-05-17"),
    ("fr", "Antony Blinken est attendu vendredi à Varsovie. Il y sera reçu par Donald Tusk.", "2024-05-16",
     "2024-05-17"),
    ("en", "On Friday Antony Blinken travels to Warsaw. There he will hold talks with Donald Tusk.", "2024-05-16",
     "2024-05-17"),
    # a day that no event has
    ("fr", "Ce matin, c'est le ministre Xavier Bettel qui doit recevoir Sergueï Lavrov.", "2024-05-16", "2024-05-16"),
    # what happens today leads to it
    ("fr", "Stéphane Séjourné est arrivé jeudi à Rabat. Il doit rencontrer son homologue Nasser Bourita.", "2024-05-16",
     "2024-05-16"),
    # but not a day on which something was said
    ("en", "Antony Blinken will meet Donald Tusk, the spokesman told reporters on Monday.", "2024-05-16", None),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "published", "start"), TO_COME)
def test_the_day_of_what_is_to_come_is_told_around_it(lang, text, published, start):
    assert starts(text, published, lang, "meeting") == [start]


WITHIN = [
    ("en", "The summit of the BRICS opens in Kazan on Tuesday, October 22. On the summit's third and final day, "
     "Vladimir Putin will meet Mahmoud Abbas.", "2024-10-21", "2024-10-24"),
    ("fr", "Emmanuel Macron est arrivé lundi à Rabat pour une visite d'Etat de trois jours. Au deuxième jour de sa "
     "visite, il a rencontré Aziz Akhannouch.", "2024-10-31", "2024-10-29"),
    ("fr", "Le sommet des Brics s'ouvre mardi 22 octobre à Kazan. Au troisième jour du sommet, Vladimir Poutine "
     "rencontrera Mahmoud Abbas.", "2024-10-21", "2024-10-24"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "published", "start"), WITHIN)
def test_a_counted_day_of_another_event(lang, text, published, start):
    assert starts(text, published, lang, "meeting") == [start]


AFTER = [
    ("en", "Two days after Antony Blinken met Wang Yi in Beijing, China on Wednesday hit back.", "2024-05-13"),
    ("en", "The remarks on Wednesday came a day after Antony Blinken met Wang Yi in Beijing.", "2024-05-14"),
    ("fr", "Moscou a réagi mercredi, deux jours après la rencontre entre Joe Biden et Emmanuel Macron.", "2024-05-13"),
]


@pytest.mark.parametrize(("lang", "text", "start"), AFTER)
def test_so_many_days_after_a_meeting_is_not_its_day(lang, text, start):
    assert starts(text, "2024-05-16", lang, "meeting") == [start]


def test_a_day_of_another_stop_is_not_that_of_the_meeting():
    text = "Après Berlin mercredi, Volodymyr Zelensky est attendu ce jeudi à Paris, où il doit voir Emmanuel Macron."
    assert set(starts(text, "2024-05-16", "fr", "meeting")) == {"2024-05-16"}
    text = "Antony Blinken sera lundi à Riyad et mardi à Amman, où il rencontrera Abdallah II."
    assert starts(text, "2024-05-16", "fr", "meeting") == ["2024-05-21"]


def test_a_visit_put_off_was_planned_for_a_day_that_is_over():
    text = "Initialement prévue du 26 au 29 mars, la visite de Charles III en France a été reportée."
    assert [(e["start"], e["end"]) for e in events(text, "2023-05-16", "fr")] == [("2023-03-26", "2023-03-29")]


def test_the_last_day_of_a_relative_clause_lies_behind_the_first():
    text = "The summit in Melbourne, which runs until Friday, opened on Wednesday."
    assert [(e["start"], e["end"]) for e in events(text, "2024-05-16")] == [("2024-05-15", "2024-05-17")]


CALLED_OFF = [
    ("Le sommet entre la France et l'Algérie, prévu dimanche à Paris, a été annulé.", "2024-12-16", "2024-12-15"),
    ("La visite à Paris d'Abdelmadjid Tebboune, prévue fin septembre, est incertaine.", "2024-05-16", "2024-09"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "published", "start"), CALLED_OFF)
def test_not_the_people_but_what_they_hold_is_planned(text, published, start):
    assert events(text, published, "fr")[0]["start"] == start


def test_a_part_of_the_day_may_be_of_a_day_to_come():
    text = "Joe Biden will arrive in Warsaw on Tuesday. In the evening, he will dine with Andrzej Duda."
    assert starts(text, "2024-05-16", "en", "meeting") == ["2024-05-21"]
    text = "Joe Biden arrivera mardi à Varsovie. Dans la soirée, il dînera avec Andrzej Duda."
    assert starts(text, "2024-05-16", "fr", "meeting") == ["2024-05-21"]


def test_the_date_above_a_text_is_the_day_of_nothing():
    text = "16 May 2024\\n\\nRishi Sunak met Olaf Scholz in Berlin. The two leaders recalled the G7 in Hiroshima."
    assert starts(text, "2024-05-16", "en", "summit") == [None]


def test_a_year_told_of_something_else_is_not_that_of_the_month():
    text = "C'est une première depuis la rupture entre Kigali et Paris, en 2006, refermée par la visite de Nicolas "
    text += "Sarkozy au Rwanda en février."
    assert starts(text, "2010-06-01", "fr", "visit") == ["2010-02"]


def test_how_long_they_met_before_a_summit_is_no_date():
    text = "Joe Biden et Xi Jinping s'étaient vus pendant trois heures avant le sommet du G20 à Bali."
    assert starts(text, "2023-02-04", "fr", "meeting") == [None]


def test_what_was_agreed_on_lies_ahead():
    text = "Joe Biden et Xi Jinping ont convenu de se retrouver vendredi à San Francisco."
    assert starts(text, "2024-05-15", "fr", "meeting") == ["2024-05-17"]


def test_what_follows_a_summit_to_come_lies_ahead_as_the_summit_does():
    text = "Donald Tusk will meet Viktor Orban after Thursday's EU summit."
    assert starts(text, "2024-05-15", "en", "summit") == ["2024-05-16"]
