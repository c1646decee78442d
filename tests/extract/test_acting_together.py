"""Several who act at an event that a phrase of the sentence names: `During a meeting, A and B pledged aid`."""

import pytest
from tests.extract.events_of import events

DAY = "2022-03-28"
TOGETHER = [
    ("en", "During a meeting in Paris on Monday, Macron and Scholz pledged support to Ukraine."),
    ("en", "Over dinner in Paris on Monday, Macron and Scholz settled their quarrel."),
    ("en", "In a meeting in Paris on Monday, Emmanuel Macron assured Olaf Scholz of his support."),
    ("en", "The deal was reached by Emmanuel Macron and Olaf Scholz during a meeting in Paris on Monday."),
    ("en", "The deal was reached by the two leaders, Emmanuel Macron and Olaf Scholz, at talks in Paris on Monday."),
    ("fr", "Un accord a été trouvé par Emmanuel Macron et Olaf Scholz lors d'une rencontre lundi à Paris."),
]
APART = [
    "During talks in Paris on Monday, Emmanuel Macron told reporters that Olaf Scholz was wrong.",
    "In a debate in Parliament on Monday, Johnson and Starmer traded accusations.",
]


@pytest.mark.parametrize(("lang", "text"), TOGETHER)
def test_those_who_act_at_a_meeting_attend_it(lang, text):
    (meeting,) = events(text, DAY, lang)
    assert {p["name"] for p in meeting["participants"]} == {"Emmanuel Macron", "Olaf Scholz"}


@pytest.mark.parametrize("text", APART)
def test_those_who_are_only_spoken_of_do_not(text):
    assert not events(text, DAY, "en")
