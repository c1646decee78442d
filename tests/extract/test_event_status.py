"""Planned, held, cancelled: what the event's own verbs say, checked against the calendar."""

import pytest
from tests.extract.events_of import event, events

CASES = [
    ("en", "Emmanuel Macron met Olaf Scholz in Berlin on Tuesday.", "2024-05-30", "held"),
    ("en", "Emmanuel Macron will meet Olaf Scholz in Berlin on Tuesday.", "2024-05-30", "planned"),
    ("en", "Talks between Felix Tshisekedi and Paul Kagame that had been due to take place in Luanda on Sunday were "
     "cancelled.", "2024-12-15", "cancelled"),
    ("en", "Talks between Felix Tshisekedi and Paul Kagame had been scheduled for last Sunday in Luanda.",
     "2024-12-20", "cancelled"),
    ("en", "The summit of the G7 in Fasano, which began on Thursday, will end on Saturday.", "2024-06-14", "ongoing"),
    ("fr", "Le sommet du G7 prévu mardi à Fasano a été reporté.", "2024-05-30", "postponed"),
    ("fr", "Le dixième sommet des Amériques, qui devait rassembler à Punta Cana les dirigeants du continent, est "
     "reporté.", "2025-11-04", "postponed"),
    ("fr", "Emmanuel Macron a proposé un sommet avec Vladimir Poutine à Paris.", "2024-05-30", "proposed"),
    ("fr", "Le sommet du G7 se tiendra le 13 juin à Fasano.", "2024-05-30", "planned"),
    ("fr", "Le sommet du G7 s'est tenu le 13 juin à Fasano.", "2024-06-30", "held"),
    # a second verb shares the auxiliary of the first
    ("en", "Emmanuel Macron will travel to Rome and then hold talks with Giorgia Meloni.", "2024-05-30", "planned"),
    # what is still to come is told by the words before its owner
    ("en", "Oil prices fell ahead of Emmanuel Macron's meeting with Olaf Scholz in Berlin.", "2024-05-30", "planned"),
    # the present of a headline
    ("en", "Emmanuel Macron meets Olaf Scholz in Berlin on 30 May 2024.", "2024-05-30", "held"),
    # what is being prepared or weighed
    ("fr", "Une rencontre entre Emmanuel Macron et Donald Tusk est en préparation.", "2024-05-30", "planned"),
    ("fr", "Un sommet entre Emmanuel Macron et Donald Tusk est en cours d'organisation à Nancy.", "2024-05-30",
     "planned"),
    ("fr", "Une visite d'Emmanuel Macron à Varsovie est à l'étude.", "2024-05-30", "proposed"),
    ("fr", "Donald Tusk avait à son programme un entretien avec Emmanuel Macron.", "2024-05-30", "planned"),
    ("en", "A summit between Emmanuel Macron and Donald Tusk is in the works.", "2024-05-30", "planned"),
    ("en", "A visit by Emmanuel Macron to Warsaw was being arranged for Thursday.", "2024-05-27", "planned"),
    ("en", "A meeting between Emmanuel Macron and Donald Tusk is under discussion.", "2024-05-30", "proposed"),
    ("en", "A visit of Emmanuel Macron to Warsaw on Thursday, and to Berlin on Friday, was being put together.",
     "2024-05-27", "planned"),
    ("fr", "Une rencontre entre Emmanuel Macron et Donald Tusk, qui dirige le pays, est en gestation.",
     "2024-05-27", "planned"),
    # verbs that no pack lists tell what is to come by their look, and so do verbs of telling
    ("fr", "La rencontre entre Emmanuel Macron et Donald Tusk portera sur l'Ukraine.", "2024-05-27", "planned"),
    ("fr", "Donald Tusk prendra la parole avant de s'envoler pour Paris afin de rencontrer Emmanuel Macron.",
     "2024-05-27", "planned"),
    ("fr", "Emmanuel Macron prononcera un discours lors du sommet de l'Otan à La Haye.", "2024-05-27", "planned"),
    # what was to be and was not
    ("en", "Donald Tusk was to have been received by Emmanuel Macron at the Elysee Palace.", "2024-05-30", "cancelled"),
    ("fr", "Emmanuel Macron aurait dû rencontrer Donald Tusk à Varsovie.", "2024-05-30", "cancelled"),
    # before or after what is to come
    ("en", "Donald Tusk will address parliament before meeting Emmanuel Macron in Paris.", "2024-05-30", "planned"),
    # a journey with a length and without a day
    ("en", "Olaf Scholz, who is on a three-day visit to Angola, praised the agreement.", "2024-05-30", "ongoing"),
    ("fr", "Olaf Scholz est arrivé à Luanda pour une visite de trois jours.", "2024-05-30", "ongoing"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "published", "status"), CASES)
def test_status(lang, text, published, status):
    assert {e["status"] for e in events(text, published, lang)} == {status}


def test_a_cancelled_event_keeps_the_day_for_which_it_was_planned():
    text = (
        "Talks between Felix Tshisekedi and Paul Kagame that had been due to take place in Luanda on Sunday were "
        "cancelled."
    )
    assert event(text, "2024-12-15")["start"] == "2024-12-15"


def test_a_visit_of_some_days_that_has_begun_is_under_way_whatever_is_still_to_come():
    text = (
        "Emmanuel Macron has arrived in India for a three-day visit. During the visit he will tour Delhi. "
        "He will also visit Mumbai."
    )
    assert [e["status"] for e in events(text, "2024-05-16", "en") if e["kind"] == "visit"][:1] == ["ongoing"]
