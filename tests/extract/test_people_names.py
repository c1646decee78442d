"""Who is meant by a name or a title, in own sentences."""

from __future__ import annotations

import pytest
from tests.extract.events_of import events
from tests.extract.people_builder import people, read

NAMED = [
    ("en", "2023-06-01", "Qatari Prime Minister Sheikh Mohammed bin Abdulrahman Al Thani met the emir of Qatar, Sheikh "
     "Tamim bin Hamad Al Thani.", {"mohammed-bin-abdulrahman-al-thani", "tamim-bin-hamad-al-thani"}),
    ("en", "2023-09-05", "South Korea's national security adviser, Chang Ho-jin, arrived.", {"chang-ho-jin"}),
    ("en", "2023-09-05", "Argentina's Juan Lopez-Quesada and Benin's Patrice Talon arrived.",
     {"juan-lopez-quesada", "patrice-talon"}),
    ("en", "2023-09-05", "UN envoy for Yemen Hans Grundberg arrived.", {"hans-grundberg"}),
    ("en", "2023-09-05", "Economy Minister António Costa Silva of Portugal arrived.", {"antonio-costa-silva"}),
    ("en", "2023-09-05", "The Turkish leader met his Russian counterpart.", {"recep-tayyip-erdogan", "vladimir-putin"}),
    ("en", "2005-06-01", "President Bush met British Prime Minister Tony Blair.", {"george-w-bush", "tony-blair"}),
    ("en", "2014-02-01", "Clinton arrived.", set()),
    ("fr", "2023-09-05", "L'envoyé spécial de l'UE, le Slovaque Jan Kovacik, est arrivé.", {"jan-kovacik"}),
    ("fr", "2023-09-05", "Le maître du Kremlin a vu l'hôte de la Maison Blanche.", {"vladimir-putin", "joe-biden"}),
    ("fr", "2023-09-05", "Le grand-duc Henri et la reine Suthida parlent.", {"henri-of-luxembourg", "reine-suthida"}),
    ("fr", "2023-09-05", "Le conseiller spécial du président sud-africain, Jonas Makhubo, vient.", {"jonas-makhubo"}),
    ("fr", "2023-09-05", "Il a vu son homologue ghanéen, le président du Sénat, le Dr Kofi Sarri.", {"kofi-sarri"}),
    ("fr", "2023-09-05", "Il a vu le chef de la junte, le colonel Assimi Goïta.", {"assimi-goita"}),
    ("fr", "2023-09-05", "Il a vu le leader druze Walid Sarri.", {"walid-sarri"}),
    ("fr", "2023-09-05", "Catherine Colonna est à Rome. La ministre repart.", {"catherine-colonna"}),
    ("fr", "2023-09-05", "Christophe Delvigne est arrivé. M. Delvigne repart mardi.", {"christophe-delvigne"}),
    ("fr", "2023-09-05", "Le chef de la garde, le général Malick Sarri, est venu.", {"malick-sarri"}),
    ("fr", "2023-09-05", "L'hôpital Jacques Delvigne est fermé, Jean-Luc Sarri aussi.", {"jean-luc-sarri"}),
    ("fr", "2021-01-06", "Le prince héritier Salman ben Hamad est venu.", {"salman-bin-hamad-al-khalifa"}),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "day", "text", "expected"), NAMED)
def test_people(lang: str, day: str, text: str, expected: set[str]) -> None:
    assert people(lang, day, text) == expected


def test_a_title_that_the_tables_do_not_know_keeps_its_state() -> None:
    reading = read("en", "2023-09-05", "The Tuvaluan trade minister arrived.")
    (agent, _), *_ = reading.mentions
    assert (agent.unnamed, agent.country) == (True, "TUV")


def test_the_state_of_a_named_person_is_no_mention_of_its_own() -> None:
    reading = read("en", "2023-09-05", "Prime Minister Justin Trudeau of Canada arrived.")
    assert [agent.key for agent, _ in reading.mentions] == ["person/justin-trudeau"]


def test_an_ordinary_word_is_no_surname():
    """`Senior` is also the surname of a vice president; news name such people in full first."""
    from datetime import date

    from summitry.claims import Article, article_id
    from summitry.extract import Extractor

    text = "Senior officials from Japan and Australia met in Tokyo on Monday. Senior ministers had met before."
    reading = Extractor().read(Article(article_id(text), text, lang="en", published=date(2025, 2, 19)))
    assert not [agent.name for agent, _ in reading.mentions if agent.type == "person"]


def test_a_hyphen_makes_no_name_and_joins_no_two_people():
    def named(text):
        return {p["name"] for e in events(text, "2018-06-13") for p in e["participants"]}

    assert named("Bill Clinton and Jacques Chirac signed the Test-Ban Treaty in New York.") == {
        "Bill Clinton",
        "Jacques Chirac",
    }
    assert named("Kim Jong-un flew to Singapore. The Kim-Trump summit was held there on Tuesday.") == {
        "Kim Jong-un",
        "Donald Trump",
    }
