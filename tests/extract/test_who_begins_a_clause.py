"""Names before and behind a comma: an opening phrase and its subject, what says whose minister somebody is."""

# ruff: noqa: E501 - a sentence is read more easily on one line

from __future__ import annotations

import pytest
from tests.extract.events_of import told

DAY = "2024-06-12"
TOLD = [
    # what opens the sentence ends at the comma, whatever title begins behind it
    ("Reçu lundi par le chancelier Olaf Scholz, le Premier ministre britannique, Rishi Sunak, a plaidé pour la fermeté.",
     {("meeting", "Olaf Scholz", "Rishi Sunak")}),
    ("À Lisbonne, où il a rencontré Luís Montenegro, Pedro Sánchez a défendu l'accord.", {("meeting", "Luís Montenegro", "Pedro Sánchez")}),
    ("De retour de Lomé, où il a vu Faure Gnassingbé, le président Patrice Talon a reçu mardi à Cotonou William Ruto.",
     {("meeting", "Faure Gnassingbé", "Patrice Talon"), ("meeting", "Patrice Talon", "William Ruto")}),
    ("Pour sa première sortie, où il a été reçu lundi à Rome par Giorgia Meloni, le nouveau chef du gouvernement Luís Montenegro a souri.",
     {("meeting", "Giorgia Meloni", "Luís Montenegro")}),
    ("Devant Giorgia Meloni, Olaf Scholz a défendu son budget.", set()),
    # of a list each says whose he is
    ("William Ruto s'est entretenu mardi à Nairobi avec les présidents de l'Ouganda, Yoweri Museveni, et du Rwanda, Paul Kagame.",
     {("meeting", "William Ruto", "Yoweri Museveni", "Paul Kagame")}),
    ("William Ruto a ouvert mardi le sommet de Nairobi, en présence de ses homologues de l'Ouganda, Yoweri Museveni, et du Rwanda, Paul Kagame.",
     {("summit", "William Ruto", "Yoweri Museveni", "Paul Kagame")}),
    ("Emmanuel Macron a reçu mardi à Paris le ministre indien de la Défense, Rajnath Singh, puis celui des Affaires étrangères, Subrahmanyam Jaishankar.",
     {("meeting", "Emmanuel Macron", "Rajnath Singh"), ("meeting", "Emmanuel Macron", "S. Jaishankar")}),
    # honours in capitals
    ("SEM Patrice Talon a reçu mardi à Cotonou SE Faure Gnassingbé.", {("meeting", "Patrice Talon", "Faure Gnassingbé")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_french(text, expected):
    assert told(text, DAY, "fr") == {(kind, frozenset(names)) for kind, *names in expected}


def test_english():
    text = "In Lisbon, where he met Luís Montenegro on Monday, Pedro Sánchez defended the deal."
    assert told(text, DAY) == {("meeting", frozenset({"Luís Montenegro", "Pedro Sánchez"}))}
