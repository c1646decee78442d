"""French events and who takes part in them, sentence by sentence."""

# ruff: noqa: E501 - a sentence is read more easily on one line

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from summitry.claims import Article
from summitry.extract import Extractor
from summitry.extract.reading import EventReading

DAY = date(2025, 7, 1)


@cache
def extractor() -> Extractor:
    """One extractor for all sentences."""
    return Extractor()


def events(text: str) -> tuple[EventReading, ...]:
    """The events of a French text written on the first of July 2025."""
    return extractor().read(Article(id="a", text=text, lang="fr", published=DAY)).events


def told(event: EventReading) -> set[str]:
    """Family names with the role, for people who do not simply take part."""
    return {
        p.agent.name.split()[-1] + ("" if p.role.value == "participant" else f"/{p.role.value}")
        for p in event.participants
    }


ONE_EVENT = [
    ("Un sommet réunissant la France, l'Allemagne et la Pologne se tiendra vendredi à Varsovie.", "summit planned", {"France", "Allemagne", "Pologne"}),
    ("Le sommet s'est tenu à Johannesburg en l'absence de Donald Trump et de Xi Jinping, autour de Cyril Ramaphosa.", "summit held", {"Trump/absent", "Jinping/absent", "Ramaphosa"}),
    ("Des responsables américains et iraniens se sont retrouvés samedi à Mascate pour des pourparlers.", "negotiation held", {"États-Unis", "Iran"}),
    ("Steve Witkoff et Abbas Araghchi se sont rencontrés samedi à Rome, sous la médiation d'Oman.", "meeting held", {"Witkoff", "Araghchi", "Oman/mediator"}),
    ("Bassirou Diomaye Faye effectue une visite de travail et d'amitié au Maroc, à l'invitation du roi Mohammed VI.", "visit held", {"Faye", "VI/host"}),
    ("Au terme de deux heures d'entretien avec Vladimir Poutine à Moscou, Steve Witkoff a salué des progrès.", "meeting held", {"Putin", "Witkoff"}),
    ("Keir Starmer coprésidera jeudi avec Emmanuel Macron une réunion sur l'Ukraine à Paris.", "meeting planned", {"Starmer/chair", "Macron/chair"}),
    ("Donald Trump a accueilli vendredi sur la base d'Elmendorf, en Alaska, son homologue russe Vladimir Poutine.", "meeting held", {"Trump/host", "Putin"}),
    ("La réunion, à laquelle ont pris part Jean-Noël Barrot et David Lammy, s'est tenue à Genève.", "meeting held", {"Barrot", "Lammy"}),
    ("Lors d'un appel téléphonique samedi, Emmanuel Macron a demandé à Benyamin Netanyahu d'ouvrir les points de passage.", "call held", {"Macron", "Netanyahu"}),
    ("Joe Biden et Xi Jinping se sont entretenus pendant deux heures en visioconférence.", "videoconference held", {"Biden", "Jinping"}),
    ("Le sommet Trump-Poutine prévu à Budapest n'aura pas lieu.", "summit cancelled", {"Trump", "Putin"}),
    ("Narendra Modi est attendu jeudi à Paris.", "visit planned", {"Modi"}),
    ("Donald Trump a dit avoir parlé avec Vladimir Poutine et Volodymyr Zelensky.", "call held", {"Trump", "Putin", "Zelensky"}),
    ("Outre Donald Trump, participeront au sommet Emmanuel Macron et Giorgia Meloni.", "summit planned", {"Trump", "Macron", "Meloni"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "people"), ONE_EVENT, ids=[text[:40] for text, _, _ in ONE_EVENT])
def test_one_sentence_tells_of_one_event(text: str, kind: str, people: set[str]) -> None:
    (event,) = events(text)
    assert (f"{event.kind.value} {event.status.value}", told(event)) == (kind, people)


SUMMIT = "Le sommet du G20 s'est ouvert samedi à Johannesburg. "
GUESTS = [
    ("Etaient présents Emmanuel Macron, Friedrich Merz et Giorgia Meloni.", {"Macron", "Merz", "Meloni"}),
    ("Autour de la table : Emmanuel Macron et Friedrich Merz.", {"Macron", "Merz"}),
    ("Y participent Emmanuel Macron et Friedrich Merz.", {"Macron", "Merz"}),
    ("La Chine était représentée par Li Qiang.", {"Qiang"}),
    ("Xi Jinping s'est fait représenter par Li Qiang.", {"Jinping/absent", "Qiang"}),
    ("Les Etats-Unis étaient représentés par Marco Rubio, le Royaume-Uni par David Lammy.", {"Rubio", "Lammy"}),
    ("Vladimir Poutine ne viendra pas.", {"Putin/absent"}),
    ("Emmanuel Macron n'ira pas à Johannesburg.", {"Macron/absent"}),
    ("Donald Trump n'y sera pas.", {"Trump/absent"}),
]


@pytest.mark.parametrize(("text", "people"), GUESTS, ids=[text for text, _ in GUESTS])
def test_guests_named_later_belong_to_the_summit(text: str, people: set[str]) -> None:
    (event,) = events(SUMMIT + text)
    assert told(event) - {"G20"} == people


NOTHING = [
    "Aucune réunion n'est prévue demain entre Donald Trump et Vladimir Poutine.",
    "Vladimir Poutine n'a aucun projet de déplacement en Turquie.",
    "Les Bleus se déplacent jeudi à Bakou, contre l'Azerbaïdjan, pour un sommet sans enjeu.",
    "Une première réunion de travail, présidée par l'adjoint au maire, se tiendra jeudi à l'Hôtel de Ville.",
    "Antonio Guterres a exhorté les parties à la retenue.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_event(text: str) -> None:
    assert events(text) == ()


def test_the_body_that_meets_is_enough_for_an_event() -> None:
    (event,) = events("Les ministres des Affaires étrangères du G7 se réunissent jeudi à Londres.")
    assert (event.start, [p.name for p in event.places], told(event)) == ("2025-07-03", ["Londres"], {"G7"})


def test_an_object_pronoun_is_never_the_subject() -> None:
    text = "Narendra Modi partira jeudi pour Washington, où Donald Trump le recevra."
    assert any(told(event) == {"Modi", "Trump/host"} for event in events(text))
