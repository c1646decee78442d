"""Turns of phrase of French news: who is met next, who is named in the sentence after, whose visit is whose meeting."""

# ruff: noqa: E501 - a sentence is read more easily on one line

from __future__ import annotations

from datetime import date

import pytest
from tests.extract.events_of import extractor

from summitry.claims import Article
from summitry.extract.reading import EventReading, Reading

DAY = date(2025, 7, 1)


def read(text: str) -> Reading:
    """A French text written on the first of July 2025."""
    return extractor().read(Article(id="a", text=text, lang="fr", published=DAY))


def told(event: EventReading) -> str:
    """Kind, status, day, and family names with the role, for people who do not simply take part."""
    people = sorted(
        p.agent.name.split()[-1] + ("" if p.role.value == "participant" else f"/{p.role.value}")
        for p in event.participants
    )
    return " ".join([event.kind.value, event.status.value, event.start or "-", *people])


NEWS = [
    # one after the other
    ("Lundi à Berlin, Emmanuel Macron a rencontré le chancelier Friedrich Merz, puis le président ukrainien Volodymyr Zelensky.",
     ["meeting held 2025-06-30 Macron Merz", "meeting held 2025-06-30 Macron Zelensky"]),
    # at table
    ("Giorgia Meloni a dîné lundi à Rome avec le Premier ministre britannique Keir Starmer.", ["meeting held 2025-06-30 Meloni Starmer"]),
    # the latter is who was named last
    ("Emmanuel Macron a reçu lundi à Paris Friedrich Merz. Ce dernier a ensuite rencontré Giorgia Meloni à Rome.",
     ["meeting held 2025-06-30 Macron/host Merz", "meeting held - Meloni Merz"]),
    # named behind the verb, behind a list word, in the sentence after
    ("Un sommet sur l'Ukraine se tiendra vendredi à Rome. Prendront part à cette réunion Emmanuel Macron et Friedrich Merz.",
     ["summit planned 2025-07-04 Macron Merz"]),
    ("Un sommet sur l'Ukraine se tiendra vendredi à Rome. De nombreux dirigeants, dont Emmanuel Macron et Friedrich Merz, y prendront part.",
     ["summit planned 2025-07-04 Macron Merz"]),
    ("Le sommet de l'Union africaine s'ouvre vendredi à Malabo. Neuf chefs d'Etat africains participeront au sommet. Il s'agit des présidents : Paul Kagame ; William Ruto ; Bola Tinubu.",
     ["summit planned 2025-07-04 Kagame Ruto Tinubu africaine/organiser"]),
    # the visit and its meetings
    ("Emmanuel Macron est arrivé lundi à Rabat pour une visite d'Etat au Maroc. Le président français s'est entretenu avec le roi Mohammed VI.",
     ["visit held 2025-06-30 Macron VI/host", "meeting held 2025-06-30 Macron VI"]),
    # who accompanies whom at a summit
    ("Le sommet du G7 s'est ouvert lundi à Rome. Le Premier ministre canadien Mark Carney et Giorgia Meloni étaient accompagnés du président ukrainien Volodymyr Zelensky.",
     ["summit held 2025-06-30 Carney G7 Meloni Zelensky"]),
    # an official whom no table knows
    ("Emmanuel Macron a reçu lundi à Paris le premier ministre Jean Untel.", ["meeting held 2025-06-30 Macron/host Untel"]),
    # who holds an office between commas, the two of whom the sentence spoke
    ("François Hollande, alors président, avait reçu Vladimir Poutine à l'Élysée en juin 2014.", ["meeting held 2014-06 Hollande/host Putin"]),
    ("Annalena Baerbock a remercié Antony Blinken après une rencontre entre les deux ministres en mai 2024 à Berlin.",
     ["meeting held 2024-05 Baerbock Blinken"]),
    # guests behind their event
    ("Étaient présents à la réunion, lundi à Paris, le ministre Sébastien Lecornu, son homologue Boris Pistorius et John Healey.",
     ["meeting held 2025-06-30 Healey Lecornu Pistorius"]),
    ("Ont notamment pris part à la réunion de lundi à Rome Keir Starmer, Friedrich Merz et Mark Carney.",
     ["meeting held 2025-06-30 Carney Merz Starmer"]),
    # where somebody is received, and beside whom
    ("Le président Joseph Aoun a reçu lundi dans son bureau l'ambassadrice des États-Unis Lisa Johnson.",
     ["meeting held 2025-06-30 Aoun/host Johnson"]),
    ("Outre Karin Keller-Sutter et Ignazio Cassis, Alain Berset a rencontré Mark Carney lundi à Berne.",
     ["meeting held 2025-06-30 Berset Carney Cassis Keller-Sutter"]),
    # an envoy to a part of the world
    ("L'envoyé spécial de l'ONU pour les Grands Lacs Jean Untel a été reçu lundi à Kigali par Paul Kagame.",
     ["meeting held 2025-06-30 Kagame/host Untel"]),
    # what several speak of, and where
    ("À Luanda, Paul Kagame et João Lourenço ont évoqué lundi la crise congolaise.", ["meeting held 2025-06-30 Kagame Lourenço"]),
    ("Emmanuel Macron a évoqué lundi à Paris la crise congolaise.", []),
    ("Isaac Herzog a quitté Rome lundi sans aborder la question avec la presse.", []),
    # one of two states of one name
    ("Denis Sassou N'Guesso est rentré à Brazzaville. Le chef de l'État congolais a reçu lundi Patrice Talon.",
     ["meeting held 2025-06-30 Sassou-Nguesso/host Talon"]),
    # where somebody is or leaves for
    ("Zelensky en Pologne, première étape d'une tournée européenne", ["visit held - Zelensky"]),
    ("Bassirou Diomaye Faye sera à Paris mercredi et jeudi, à l'invitation d'Emmanuel Macron.", ["visit planned 2025-07-02 Faye Macron/host"]),
    ("Donald Trump a quitté Riyad lundi pour Doha.", ["visit held 2025-06-30 Trump"]),
    ("Emmanuel Macron a quitté Riyad lundi pour Paris.", []),
    # an opening phrase, or one between commas, and who acts behind it
    ("Deux jours après avoir rencontré Donald Trump, Keir Starmer recevait lundi à Londres Volodymyr Zelensky.",
     ["meeting held 2025-06-28 Starmer Trump", "meeting held 2025-06-30 Starmer/host Zelensky"]),
    ("Accompagné de son épouse Olena Zelenska, le président Volodymyr Zelensky a rencontré Andrzej Duda lundi à Varsovie.",
     ["meeting held 2025-06-30 Duda Zelenska Zelensky"]),
    # named among others, behind an office that no table knows, by the first name
    ("Antony Blinken a rencontré lundi à Kiev plusieurs responsables, dont Volodymyr Zelensky et Dmytro Kouleba.",
     ["meeting held 2025-06-30 Blinken Kuleba Zelensky"]),
    ("Emmanuel Macron s'est entretenu lundi à Beyrouth avec le chef du parti Kataëb, le député Samy Gemayel.",
     ["meeting held 2025-06-30 Gemayel Macron"]),
    ("Le roi Philippe et la reine Mathilde ont rencontré lundi à Paris Emmanuel Macron.", ["meeting held 2025-06-30 Belgium Belgium Macron"]),
    # a call told around asides
    ("Massoud Pezeshkian a assuré Emmanuel Macron de sa bonne volonté lors d'un appel téléphonique lundi.",
     ["call held 2025-06-30 Macron Pezeshkian"]),
    # told of the event before, or of all that are named in a phrase
    ("Emmanuel Macron a reçu lundi à l'Élysée Nawaf Salam. L'entretien s'est déroulé en présence du ministre Jean-Noël Barrot.",
     ["meeting held 2025-06-30 Barrot Macron/host Salam"]),
    ("Emmanuel Macron et Friedrich Merz se sont entretenus lundi à Berlin. Donald Tusk les a rejoints.", ["meeting held 2025-06-30 Macron Merz Tusk"]),
    ("En présence d'Emmanuel Macron, Félix Tshisekedi et Paul Kagame se sont serré la main samedi à Paris.",
     ["meeting held 2025-06-28 Kagame Macron Tshisekedi"]),
    ("Le président Andrzej Duda, après avoir reçu Emmanuel Macron, a appelé Volodymyr Zelensky.",
     ["meeting held - Duda/host Macron", "call held - Duda Zelensky"]),
    ("Emmanuel Macron et Friedrich Merz ont condamné lundi à Berlin les tirs nord-coréens.", ["meeting held 2025-06-30 Macron Merz"]),
    ("Emmanuel Macron et Friedrich Merz ont condamné lundi les tirs nord-coréens.", []),
    ("Vladimir Poutine a déclaré à Viktor Orban, lors d'une rencontre au Kremlin lundi, que la Russie négocierait.",
     ["meeting held 2025-06-30 Orbán Putin"]),
    # guests behind the verb of a relative clause, and the head of a delegation
    ("Le sommet du G7, auquel prennent part Keir Starmer, Emmanuel Macron et Mark Carney, s'est ouvert à Kananaskis.",
     ["summit held - Carney G7 Macron Starmer"]),
    ("Le président Patrice Talon a reçu lundi à Cotonou une délégation de la Banque mondiale conduite par Ajay Banga.",
     ["meeting held 2025-06-30 Banga/chair Talon/host mondiale"]),
    # dealings that go on, matches, leaders who act far from each other, summits of a trade: nobody meets
    ("Le Tchad et l'Éthiopie négocient avec leurs créanciers depuis deux ans.", []),
    ("La Norvège et l'Islande discutent des quotas de pêche depuis 2023.", []),
    ("Moscou et Kiev ont négocié lundi à Istanbul.", ["negotiation held 2025-06-30 Russie Ukraine"]),
    ("Le Danemark reçoit la Suède jeudi à Copenhague.", []),
    ("La Tunisie et le Ghana se retrouvent samedi en quart de finale.", []),
    ("Emmanuel Macron et Friedrich Merz ont dénoncé lundi, à Paris et à Berlin, les tirs nord-coréens.", []),
    ("Le sommet mondial des entrepreneurs s'ouvre lundi à Nairobi.", []),
    # met one after the other, of one country
    ("Wang Yi avait eu lundi à Tokyo des discussions avec Takeshi Iwaya, puis avec Shigeru Ishiba.",
     ["meeting held 2025-06-30 Iwaya Yi", "meeting held 2025-06-30 Ishiba Yi"]),
    ("Emmanuel Macron et Friedrich Merz ont rencontré lundi à Kiev Denys Chmyhal, puis Volodymyr Zelensky.",
     ["meeting held 2025-06-30 Macron Merz Shmyhal", "meeting held 2025-06-30 Macron Merz Zelensky"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NEWS, ids=[text[:50] for text, _ in NEWS])
def test_news_is_read(text: str, expected: list[str]) -> None:
    assert [told(event) for event in read(text).events] == expected


OFFICES = [
    ("Le vice-Premier ministre et ministre belge des Affaires étrangères, Maxime Prévot, a parlé.", {("Maxime Prévot", "deputyPrimeMinister"), ("Maxime Prévot", "foreignMinister")}),
    ("La cheffe de la diplomatie européenne Kaja Kallas a vu son homologue français Jean-Noël Barrot.", {("Kaja Kallas", "highRepresentative"), ("Jean-Noël Barrot", "foreignMinister")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), OFFICES, ids=[text[:50] for text, _ in OFFICES])
def test_offices_are_read(text: str, expected: set[tuple[str, str]]) -> None:
    assert {(office.person.name, office.office) for office in read(text).offices} == expected
