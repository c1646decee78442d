"""French: subjects behind relative pronouns, hosts and guests by another word, audiences given, programmes, credentials."""

# ruff: noqa: E501 - a sentence is read more easily on one line

from __future__ import annotations

import pytest
from tests.extract.events_of import told

DAY = "2024-06-12"
TOLD = [
    # the subject of a relative clause behind its verb
    ("Narendra Modi, que recevra jeudi Giorgia Meloni, a quitté New Delhi.", {("meeting", "Giorgia Meloni", "Narendra Modi")}),
    ("La visite qu'effectuera lundi Narendra Modi en Italie sera brève.", {("visit", "Narendra Modi")}),
    ("Les entretiens qu'ont eus mardi à Rome Narendra Modi et Giorgia Meloni ont porté sur la défense.", {("meeting", "Narendra Modi", "Giorgia Meloni")}),
    ("Narendra Modi est le premier dirigeant asiatique que Giorgia Meloni a reçu à Rome.", {("meeting", "Giorgia Meloni", "Narendra Modi")}),
    # heads of state who are counted have no name
    ("Giorgia Meloni a vu Narendra Modi mardi à Rome. C'est le deuxième Premier ministre qu'a reçu Rishi Sunak.", {("meeting", "Giorgia Meloni", "Narendra Modi")}),
    # whom an event allows something
    ("Cette rencontre a permis à Giorgia Meloni et à Narendra Modi d'évoquer l'Ukraine.", {("meeting", "Giorgia Meloni", "Narendra Modi")}),
    ("L'audience a été l'occasion pour Giorgia Meloni et Narendra Modi d'évoquer l'Ukraine.", {("meeting", "Giorgia Meloni", "Narendra Modi")}),
    ("Avant cet entretien, Giorgia Meloni et Narendra Modi avaient planté un arbre.", {("meeting", "Giorgia Meloni", "Narendra Modi")}),
    # the other of two
    ("Giorgia Meloni et son hôte, le Premier ministre Narendra Modi, se sont entretenus mardi à Rome.", {("meeting", "Giorgia Meloni", "Narendra Modi")}),
    ("Giorgia Meloni a reçu mardi Narendra Modi. Jeudi, la présidente et son interlocuteur se retrouveront à Bari.", {("meeting", "Giorgia Meloni", "Narendra Modi")}),
    # who gives an audience, and whose letters of credence are received
    ("Patrice Talon a accordé mardi une audience à Narendra Modi.", {("meeting", "Patrice Talon", "Narendra Modi")}),
    ("Patrice Talon a reçu mardi à Cotonou les lettres de créance de l'ambassadeur du Japon, Jiro Tanaka.", {("meeting", "Patrice Talon", "Jiro Tanaka")}),
    ("L'ambassadeur du Japon, Jiro Tanaka, a présenté ses lettres de créance au président Patrice Talon mardi à Cotonou.", {("meeting", "Patrice Talon", "Jiro Tanaka")}),
    # who presides, and whom somebody is gathered with
    ("La réunion s'est ouverte mardi à Rome sous la coprésidence de Giorgia Meloni et de Narendra Modi.", {("meeting", "Giorgia Meloni", "Narendra Modi")}),
    ("La rencontre a réuni mardi à Luanda autour de João Lourenço les présidents Paul Kagame et William Ruto.", {("meeting", "João Lourenço", "Paul Kagame", "William Ruto")}),
    ("Patrice Talon a pris part, mardi à Nairobi, aux travaux du sommet de l'Union africaine.", {("summit", "Patrice Talon", "Union africaine")}),
    # a diary
    ("L'agenda de Giorgia Meloni prévoit un entretien avec Narendra Modi jeudi et un dîner avec Olaf Scholz vendredi.",
     {("meeting", "Giorgia Meloni", "Narendra Modi"), ("meeting", "Giorgia Meloni", "Olaf Scholz")}),
    ("Tour à tour, William Ruto et Patrice Talon ont été reçus mardi par Xi Jinping.", {("meeting", "William Ruto", "Xi Jinping"), ("meeting", "Patrice Talon", "Xi Jinping")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=[text[:50] for text, _ in TOLD])
def test_item_tells_of_events(text: str, expected: set[tuple[str, ...]]) -> None:
    assert told(text, DAY, "fr") == {(kind, frozenset(names)) for kind, *names in expected}


def test_english_occasion() -> None:
    text = "The meeting in Rome on Monday allowed Giorgia Meloni and Narendra Modi to sign a deal on visas."
    assert ("meeting", frozenset({"Giorgia Meloni", "Narendra Modi"})) in told(text, DAY)
