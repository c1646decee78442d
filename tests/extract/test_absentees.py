"""Who is said to be missing from the event told before, and states that are only spoken of."""

import pytest
from tests.extract.events_of import events

DAY = "2017-07-04"
SUMMIT = {
    "en": "The African Union summit opened in Addis Ababa on Monday. ",
    "fr": "Le sommet de l'Union africaine s'est ouvert lundi à Addis Abeba. ",
}
MISSING = [
    ("en", "Among the absentees were Jacob Zuma and Paul Biya.", {"Jacob Zuma", "Paul Biya"}),
    ("en", "Notable absentees include Jacob Zuma and Paul Biya.", {"Jacob Zuma", "Paul Biya"}),
    ("en", "The absence of Paul Biya was noted.", {"Paul Biya"}),
    ("en", "Paul Biya was conspicuous by his absence.", {"Paul Biya"}),
    ("fr", "Parmi les absents figurent Jacob Zuma et Paul Biya.", {"Jacob Zuma", "Paul Biya"}),
    ("fr", "Le grand absent est le président camerounais Paul Biya.", {"Paul Biya"}),
    ("fr", "Paul Biya est le grand absent de la réunion.", {"Paul Biya"}),
    ("fr", "L'absence de Paul Biya au sommet a surpris.", {"Paul Biya"}),
    ("fr", "On note l'absence du président camerounais Paul Biya.", {"Paul Biya"}),
]
MATTERS = [
    ("en", "Justin Trudeau met Donald Trump on Monday. The two leaders discussed relations with China."),
    ("en", "Justin Trudeau and Donald Trump met on Monday and talked about trade with China."),
    ("fr", "Justin Trudeau s'est entretenu lundi avec Donald Trump. Ils ont discuté des relations avec la Chine."),
]


@pytest.mark.parametrize(("lang", "text", "missing"), MISSING, ids=[text[:40] for _, text, _ in MISSING])
def test_absentees(lang, text, missing):
    roles = _roles(SUMMIT[lang] + text, lang)
    assert {name for name, role in roles if role == "absent"} == missing
    assert not missing & {name for name, role in roles if role != "absent"}


def test_absence_of_a_thing_keeps_nobody_away():
    roles = _roles(SUMMIT["en"] + "Emmanuel Macron deplored the absence of a deal with Theresa May.", "en")
    assert "absent" not in {role for _, role in roles}


@pytest.mark.parametrize(("lang", "text"), MATTERS)
def test_matter_of_talks_is_no_partner(lang, text):
    assert {name for name, _ in _roles(text, lang)} == {"Justin Trudeau", "Donald Trump"}


def _roles(text, lang):
    return {(p["name"], p["role"]) for event in events(text, DAY, lang) for p in event["participants"]}
