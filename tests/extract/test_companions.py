"""Who is beside somebody who attends, and who is told to be present by a sentence of its own."""

import pytest
from tests.extract.events_of import events, named

DAY = "2023-07-12"
COMPANY = {
    "accompanied": (
        "en",
        "King Philippe, accompanied by Foreign Minister Didier Reynders, began a state visit to London on Monday.",
        {"Didier Reynders"},
    ),
    "accompanied, opening": (
        "en",
        "Accompanied by Foreign Minister Didier Reynders, King Philippe began a state visit to London on Monday.",
        {"Didier Reynders"},
    ),
    "accompagnés": (
        "fr",
        "Le roi Philippe et le président Jacob Zuma, accompagnés du ministre des Affaires étrangères, Didier Reynders, "
        "ont débuté jeudi une visite officielle à Londres.",
        {"Didier Reynders"},
    ),
    "afterwards": (
        "fr",
        "Recep Tayyip Erdogan s'est rendu lundi au Caire pour une visite officielle. Recep Tayyip Erdogan était "
        "accompagné de son ministre des Affaires étrangères, Hakan Fidan, et du ministre de la Défense, Yasar Güler.",
        {"Hakan Fidan", "Yaşar Güler"},
    ),
    "attended by": (
        "en",
        "Ethiopia and Eritrea signed a peace accord in Jeddah on Monday. The ceremony was attended by King Salman "
        "and United Nations Secretary-General Antonio Guterres.",
        {"António Guterres"},
    ),
    "in the room": (
        "en",
        "The African Union held a summit in Kampala on Monday. Kenyan President William Ruto and Rwanda's Paul Kagame "
        "were also in the room.",
        {"William Ruto", "Paul Kagame"},
    ),
    "in attendance": (
        "en",
        "The African Union held a summit in Kampala on Monday. In attendance were: President of Kenya William Ruto; "
        "and President of Rwanda Paul Kagame.",
        {"William Ruto", "Paul Kagame"},
    ),
    "around the table": (
        "en",
        "The African Union held a summit in Kampala on Monday. Around the table sat William Ruto and Paul Kagame.",
        {"William Ruto", "Paul Kagame"},
    ),
    "tribune": (
        "fr",
        "L'Union africaine a tenu un sommet à Kampala lundi. À la tribune se sont succédé le Kényan William Ruto et le "
        "Rwandais Paul Kagame.",
        {"William Ruto", "Paul Kagame"},
    ),
    "autour de": (
        "fr",
        "L'Union africaine a tenu un sommet à Kampala lundi. Autour d'Emmanuel Macron : le président kényan William "
        "Ruto et le Rwandais Paul Kagame.",
        {"Emmanuel Macron", "William Ruto", "Paul Kagame"},
    ),
    "there": (
        "fr",
        "Le sommet des non-alignés s'est ouvert lundi à Bakou. Le Vénézuélien Nicolas Maduro y transmettra la "
        "présidence du mouvement.",
        {"Nicolás Maduro"},
    ),
    "sidelines": (
        "en",
        "The African Union held a summit in Kampala on Monday. Paul Kagame met Kenyan President William Ruto on the "
        "sidelines.",
        {"William Ruto", "Paul Kagame"},
    ),
    "organised by": (
        "fr",
        "Les deux présidents devaient se retrouver lundi à Kampala pour un sommet organisé par le président kényan "
        "William Ruto.",
        {"William Ruto"},
    ),
    "chaired by, opening": (
        "fr",
        "Coprésidé par le Kényan William Ruto et par le président du Conseil européen, António Costa, le sommet s'est "
        "tenu lundi à Luanda.",
        {"William Ruto", "António Costa"},
    ),
    "across from": (
        "en",
        "Antony Blinken and Jake Sullivan sat across from Yang Jiechi, China's top diplomat, at a hotel in Anchorage "
        "on Thursday.",
        {"Antony Blinken", "Jake Sullivan", "Yang Jiechi"},
    ),
}


def first(text, lang):
    """Names of those who attend the event told first."""
    found = events(text, DAY, lang)
    return {p["name"] for p in found[0]["participants"] if p["role"] not in ("absent", "invitee")} if found else set()


@pytest.mark.parametrize(("lang", "text", "guests"), COMPANY.values(), ids=COMPANY)
def test_companions_attend(lang, text, guests):
    assert guests <= first(text, lang)


def test_who_is_not_in_the_room_is_absent():
    text = "Leaders of Kenya and Ghana gathered on Monday in Nice for a summit. Paul Kagame was not in the room."
    assert "Paul Kagame" not in first(text, "en")


def test_he_is_not_the_spokesman():
    text = (
        "Barack Obama arrived in Indonesia on Tuesday. White House spokesman Robert Gibbs said the plane would leave "
        "early. He then flies to Tokyo for talks with Prime Minister Naoto Kan."
    )
    assert "Robert Gibbs" not in named(text, "2010-11-09", "en")
