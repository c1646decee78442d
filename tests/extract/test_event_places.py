"""Where an event takes place, and where only its topic lies."""

import pytest
from tests.extract.events_of import event, events

CASES = [
    ("en", "Emmanuel Macron met Olaf Scholz in Berlin on Tuesday.", {"Berlin"}),
    ("en", "Volodymyr Zelenskyy attended a summit on peace in Ukraine in Paris on Tuesday.", {"Paris"}),
    ("fr", "Emmanuel Macron et Donald Trump ont tenu lundi à Charm el-Cheikh un sommet pour la paix à Gaza.",
     {"Charm el-Cheikh"}),
    ("en", "Marco Rubio was in Geneva on Sunday, where he met Andriy Yermak.", {"Geneva"}),
    ("en", "The commander in Iraq, General David Petraeus, held talks with President Michel Suleiman.", set()),
    ("en", "Emmanuel Macron spoke with Vladimir Putin by phone from Paris on Tuesday.", set()),
    # a town behind the name of a house, and the capital by name
    ("en", "Emmanuel Macron met Bola Tinubu at the Presidential Villa, Abuja, on Tuesday.", {"Abuja"}),
    ("en", "Emmanuel Macron met William Ruto at State House in the capital Nairobi on Tuesday.", {"Nairobi"}),
    ("en", "Emmanuel Macron arrived in the Angolan capital for a summit with Paul Kagame.", {"Luanda"}),
    # the town of the dateline
    ("en", "ISLAMABAD, Oct 14 - Ishaq Dar met Wang Yi here on Tuesday.", {"Islamabad"}),
    # where a summit to come is, its guests meet
    ("en", "A summit of the BRICS with Vladimir Putin and Xi Jinping will be held in Kazan on 22 October. Putin "
     "will also hold bilateral talks with Abdel Fattah el-Sisi.", {"Kazan"}),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "names"), CASES)
def test_places(lang, text, names):
    found = events(text, "2025-10-14", lang)
    assert {p["name"] for e in found for p in e["places"]} == names


def test_a_palace_brings_its_town():
    found = event("Emmanuel Macron received Olaf Scholz at the Elysee Palace on Tuesday.", "2024-05-30")
    assert [p["name"] for p in found["places"]] == ["Élysée Palace", "Paris"]


def test_a_town_stands_for_its_state():
    found = event("Leaders of the G7 held a summit in Italy on Thursday, in Fasano.", "2024-06-14")
    assert {p["name"] for p in found["places"]} <= {"Fasano", "Italy"}


def test_the_town_of_the_dateline_when_it_is_no_capital():
    text = "KANANASKIS, Alberta, June 17 - Mark Carney received Volodymyr Zelenskyy on Tuesday."
    assert [p["name"] for p in event(text, "2025-06-17")["places"]] == ["Kananaskis"]


def test_a_capital_in_the_dateline_may_be_a_newsroom():
    text = "PARIS (AFP) - Mark Carney a rencontré mardi Volodymyr Zelensky."
    assert event(text, "2025-06-17", "fr")["places"] == []


BESIDE = [
    # where the journey of the same sentence leads
    ("en", "Angela Merkel flew to Ankara on Monday for talks with Recep Tayyip Erdogan.", "Ankara"),
    # the only town of the sentence
    ("en", "Speaking in Oslo after talks with Jonas Gahr Store on Monday, Mark Rutte called for more aid.", "Oslo"),
    # the visit in which a meeting with somebody at home falls
    ("en", "Anthony Albanese is on a visit to Beijing this week. On Tuesday he met Premier Li Qiang.", "Beijing"),
    ("fr", "Emmanuel Macron est en visite à Rabat. Mardi, il a rencontré Mohammed VI.", "Rabat"),
]


@pytest.mark.parametrize(("lang", "text", "town"), BESIDE)
def test_a_place_from_the_words_around(lang, text, town):
    found = [e for e in events(text, "2024-10-30", lang) if e["kind"] == "meeting"]
    assert [[p["name"] for p in e["places"]] for e in found] == [[town]]


AGENDA = """Next week in diplomacy

Monday, May 15
OSLO - Emmanuel Macron meets Jonas Gahr Store.
"""


def test_the_town_before_an_entry_of_an_agenda():
    found = events(AGENDA, "2023-05-12")
    assert [[p["name"] for p in e["places"]] for e in found] == [["Oslo"]]


def test_where_a_war_is_tells_nothing_of_the_talks():
    text = "Emmanuel Macron et Abdel Fattah al-Sissi ont eu mardi un entretien consacré à la guerre à Gaza."
    assert event(text, "2024-10-30", "fr")["places"] == []
    text = "Emmanuel Macron held talks with Abdel Fattah al-Sisi on Tuesday about the war in Gaza."
    assert event(text, "2024-10-30")["places"] == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Ilham Aliev et Nikol Pachinian se sont rencontrés dimanche pour discuter de la situation en Ukraine."),
        (
            "fr",
            "Emmanuel Macron et Giorgia Meloni se sont vus lundi pour évoquer un plan de paix pour le Haut-Karabakh.",
        ),
        (
            "en",
            "Frank-Walter Steinmeier discussed Syria with Sergei Lavrov, and the situation around Aleppo above all.",
        ),
    ],
)
def test_where_what_is_spoken_of_lies_is_no_place_of_the_meeting(lang, text):
    assert [e["places"] for e in events(text, "2022-05-23", lang)] == [[]]


def test_what_happens_on_a_day_of_a_summit_to_come_is_where_the_summit_is():
    text = (
        "Vladimir Putin will host the BRICS summit in Kazan on Tuesday, October 22. On the summit's last day, Vladimir "
        "Putin will meet Mahmoud Abbas."
    )
    found = [e for e in events(text, "2024-10-21", "en") if e["kind"] == "meeting"]
    assert [[p["name"] for p in e["places"]] for e in found] == [["Kazan"]]
