"""Who is meant, and who was only spoken of: titles without a name, plurals, guests of another event, hosts of a visit."""

# ruff: noqa: E501 - a sentence is read more easily on one line

from __future__ import annotations

from datetime import date

import pytest
from tests.extract.events_of import extractor

from summitry.claims import Article
from summitry.extract.reading import EventReading

DAY = date(2025, 7, 1)


def told(event: EventReading) -> str:
    """Kind, status, day, and the last names with the role, for people who do not simply take part."""
    people = sorted(
        p.agent.name.split()[-1] + ("" if p.role.value == "participant" else f"/{p.role.value}")
        for p in event.participants
    )
    return " ".join([event.kind.value, event.status.value, event.start or "-", *people])


ENGLISH = [
    # a plural of one state names nobody, one of a region a group
    ("The summit of South American presidents opened in Brasilia on Monday.", ["summit held 2025-06-30 presidents"]),
    # the leaders of states whose leaders the article names
    ("Nikol Pashinyan and Ilham Aliyev are old rivals. The leaders of Armenia and Azerbaijan met in Abu Dhabi on Monday.",
     ["meeting held 2025-06-30 Aliyev Pashinyan"]),
    # guests of the meeting told last, and not of a larger one told earlier
    ("An EU summit opens in Brussels on Thursday. In Ottawa, Mark Carney hosts a conference on Friday. Emmanuel Macron and Friedrich Merz will attend.",
     ["summit planned 2025-07-03 Union/organiser", "conference planned 2025-07-04 Carney/host Macron Merz"]),
    # guests who came to another town are not guests of the conference
    ("The Arab League summit opened in Baghdad on Monday. Keir Starmer is due at the White House on Thursday.",
     ["summit held 2025-06-30 League/organiser", "visit planned 2025-07-03 Starmer"]),
    # journeys that were thought of
    ("Friedrich Merz, who had thought of travelling to Ankara, met Donald Tusk in Warsaw on Monday.", ["meeting held 2025-06-30 Merz Tusk"]),
    # an era is nobody
    ("At the first high-level talks of the Merz era, Johann Wadephul met Radoslaw Sikorski in Warsaw on Monday.", ["meeting held 2025-06-30 Sikorski Wadephul"]),
    # the government of a leader is not the leader
    ("The Trump administration held talks with Iran in Muscat on Monday.", ["meeting held 2025-06-30 Iran States"]),
    # two of something else are not the two before
    ("Marco Rubio met Sergei Lavrov in Ankara on Monday. On Friday the two Yemeni camps begin talks in Geneva.", ["meeting held 2025-06-30 Lavrov Rubio"]),
    # what somebody might do, he does not do
    ("The G7 summit opened in Rome on Monday. Mark Carney might not attend.", ["summit held 2025-06-30 G7"]),
    # the minister is the one whom the article names
    ("Turkish Foreign Minister Hakan Fidan arrived in Doha on Monday. Marco Rubio met the Turkish minister on Monday in Doha.",
     ["visit held 2025-06-30 Fidan", "meeting held 2025-06-30 Fidan Rubio"]),
]  # fmt: skip

FRENCH = [
    # whoever held the office, and nobody by name
    ("Marco Rubio est arrivé lundi à Hanoï. C'est le premier voyage d'un chef de la diplomatie américaine au Vietnam depuis deux ans.",
     ["visit held 2025-06-30 Rubio"]),
    # a name with a title of its own behind the office
    ("Le secrétaire d'État du Vatican, le cardinal Pietro Parolin, a été reçu lundi à Paris par Emmanuel Macron.",
     ["meeting held 2025-06-30 Macron/host Parolin"]),
    # hosts of the visit at its time only
    ("Emmanuel Macron a rencontré lundi à Berlin le chancelier Friedrich Merz. Il doit se rendre jeudi à Hambourg.",
     ["meeting held 2025-06-30 Macron Merz", "visit planned 2025-07-03 Macron"]),
    # a journey that somebody is asked about is not on the day of asking; `his` colleague is of another country
    ("Interrogé lundi sur la visite de Vladimir Poutine en Chine, Emmanuel Macron n'a rien dit. Vladimir Poutine est arrivé jeudi en Chine.",
     ["visit held 2025-06-26 Putin"]),
    ("Jean-Noël Barrot s'est prononcé sur le voyage de Vladimir Poutine lors de sa rencontre lundi à Genève avec son homologue russe Sergueï Lavrov.",
     ["meeting held 2025-06-30 Barrot Lavrov"]),
    # a clause of its own behind the visit
    ("Sergueï Lavrov est arrivé lundi à Bamako. Sa visite exprime la ferme volonté commune des présidents Assimi Goïta et Vladimir Poutine.",
     ["visit held 2025-06-30 Lavrov"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ENGLISH, ids=[text[:50] for text, _ in ENGLISH])
def test_english_says_who_is_meant(text: str, expected: list[str]) -> None:
    reading = extractor().read(Article(id="a", text=text, lang="en", published=DAY))
    assert [told(e) for e in reading.events] == expected


def test_a_leader_whose_name_is_that_of_a_country() -> None:
    text = "Hollande a reçu lundi à Paris le président béninois Patrice Talon. Il se rendra jeudi en Hollande."
    reading = extractor().read(Article(id="a", text=text, lang="fr", published=date(2016, 4, 26)))
    assert told(reading.events[0]) == "meeting held 2016-04-25 Hollande/host Talon"


@pytest.mark.parametrize(("text", "expected"), FRENCH, ids=[text[:50] for text, _ in FRENCH])
def test_french_says_who_is_meant(text: str, expected: list[str]) -> None:
    reading = extractor().read(Article(id="a", text=text, lang="fr", published=DAY))
    assert [told(e) for e in reading.events] == expected
