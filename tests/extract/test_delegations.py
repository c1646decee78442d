"""Who belongs to a delegation is where the delegation is."""

import pytest
from tests.extract.events_of import events

DAY = "2024-09-05"
ENGLISH = "Senegalese President Bassirou Diomaye Faye arrived in Beijing on Tuesday on a two-day visit. "
FRENCH = "Le président sénégalais Bassirou Diomaye Faye est arrivé mardi à Pékin pour une visite de deux jours. "
CASES = [
    ("en", ENGLISH + "He is accompanied by a large delegation including Foreign Minister Yassine Fall.", True),
    ("en", ENGLISH + "The delegation is made up of Yassine Fall, Ousmane Sonko and officials.", True),
    ("en", ENGLISH + "Foreign Minister Yassine Fall is part of his delegation.", True),
    ("en", ENGLISH + "Foreign Minister Yassine Fall is accompanying the president.", True),
    ("en", ENGLISH + "Foreign Minister Yassine Fall is not part of his delegation.", False),
    ("en", ENGLISH + "The delegation of Japan includes Taro Kono.", False),
    ("fr", FRENCH + "Il est accompagné d'une forte délégation comprenant la ministre Yassine Fall.", True),
    ("fr", FRENCH + "La délégation est composée de Yassine Fall et d'Ousmane Sonko.", True),
    ("fr", FRENCH + "La ministre des Affaires étrangères Yassine Fall fait partie de la délégation.", True),
    ("fr", FRENCH + "La délégation a salué Yassine Fall.", False),
]


@pytest.mark.parametrize(("lang", "text", "there"), CASES)
def test_members_of_a_delegation_are_guests(lang, text, there):
    visits = [e for e in events(text, DAY, lang) if e["kind"] == "visit"]
    names = {p["name"] for e in visits for p in e["participants"] if p["role"] != "absent"}
    assert "Bassirou Diomaye Faye" in names
    assert (names & {"Yassine Fall", "Ousmane Sonko", "Taro Kono"} != set()) is there


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("fr", "Bassirou Diomaye Faye a pris part, vendredi à Accra, au sommet de la Cédéao.", "Bassirou Diomaye Faye"),
        (
            "en",
            "Mohammed bin Salman received in his office in Jeddah on Tuesday US envoy Jane Roe.",
            "Mohammed bin Salman",
        ),
    ],
)
def test_asides_stand_between_verb_and_event_or_object(lang, text, name):
    assert [name in {p["name"] for p in e["participants"]} for e in events(text, DAY, lang)] == [True]
