"""Short French news items: events told over several sentences, delegations, asides, rooms, guests in a list of their own."""

# ruff: noqa: E501 - a sentence is read more easily on one line

from __future__ import annotations

import pytest
from tests.extract.events_of import events, told

DAY = "2025-03-12"
TOLD = [
    # what commas set off between an auxiliary and its verb
    ("Giorgia Meloni s'est, mardi, entretenue avec Friedrich Merz.", {("meeting", "Giorgia Meloni", "Friedrich Merz")}),
    ("Giorgia Meloni a, à cette occasion, rencontré Friedrich Merz.", {("meeting", "Giorgia Meloni", "Friedrich Merz")}),
    ("Giorgia Meloni doit, jeudi, rencontrer Friedrich Merz à Berlin.", {("meeting", "Giorgia Meloni", "Friedrich Merz")}),
    ("Giorgia Meloni est, dit-on, déçue par Friedrich Merz.", set()),
    # delegations of a body
    ("Emmanuel Macron a reçu mardi une délégation de l'Union africaine.", {("meeting", "Emmanuel Macron", "Union africaine")}),
    ("Une délégation de l'Union africaine a rencontré mardi à Paris Emmanuel Macron.", {("meeting", "Emmanuel Macron", "Union africaine")}),
    ("Emmanuel Macron a rencontré mardi des représentants de l'Union africaine.", {("meeting", "Emmanuel Macron", "Union africaine")}),
    ("Emmanuel Macron a rencontré mardi les membres de la délégation de l'Union africaine, à Paris.", {("meeting", "Emmanuel Macron", "Union africaine")}),
    # rooms of one's own
    ("Emmanuel Macron a rencontré à son bureau, mardi, Friedrich Merz.", {("meeting", "Emmanuel Macron", "Friedrich Merz")}),
    ("Emmanuel Macron a reçu mardi à sa résidence privée Friedrich Merz.", {("meeting", "Emmanuel Macron", "Friedrich Merz")}),
    # who saw somebody
    ("Emmanuel Macron a vu mardi à Paris Friedrich Merz.", {("meeting", "Emmanuel Macron", "Friedrich Merz")}),
    # a title that one person alone bears
    ("L'émissaire américain Steve Witkoff est à Paris. L'émissaire a rencontré mardi Emmanuel Macron.", {("meeting", "Steve Witkoff", "Emmanuel Macron")}),
    # who was there is told behind those who gathered without a name
    ("Les ministres de la Défense se sont réunis mardi à Bruxelles. Étaient présents Boris Pistorius, Guido Crosetto et Sébastien Lecornu.",
     {("meeting", "Boris Pistorius", "Guido Crosetto", "Sébastien Lecornu")}),
    # honours in initials
    ("À l'invitation de S.E.M. Alassane Ouattara, Président de la République de Côte d'Ivoire, Patrice Talon a effectué une visite à Abidjan du 4 au 6 mars. Les deux chefs d'État ont eu un tête-à-tête.",
     {("visit", "Patrice Talon", "Alassane Ouattara"), ("meeting", "Patrice Talon", "Alassane Ouattara")}),
    # a verb that a conjunction joins to another has its subject
    ("Giorgia Meloni a rencontré mardi Friedrich Merz puis s'est entretenue avec Keir Starmer.",
     {("meeting", "Giorgia Meloni", "Friedrich Merz"), ("meeting", "Giorgia Meloni", "Keir Starmer")}),
    ("Giorgia Meloni a vu mardi Friedrich Merz et s'est rendue en Grèce.",
     {("meeting", "Giorgia Meloni", "Friedrich Merz"), ("visit", "Giorgia Meloni")}),
    # a pronoun goes on meaning whom it meant before, whomever he met in between
    ("Keir Starmer poursuit sa tournée. Après Rome, où il a vu Giorgia Meloni, il a rencontré mardi Pedro Sánchez à Madrid.",
     {("meeting", "Keir Starmer", "Giorgia Meloni"), ("meeting", "Keir Starmer", "Pedro Sánchez")}),
    # what a programme or a heading tells is of whom the sentence before told
    ("Giorgia Meloni est arrivée lundi à Berlin. Un entretien avec Friedrich Merz a suivi mardi.",
     {("visit", "Giorgia Meloni", "Friedrich Merz"), ("meeting", "Giorgia Meloni", "Friedrich Merz")}),
    # an earlier meeting of the same two
    ("Emmanuel Macron a reçu mardi Friedrich Merz à Paris. Ils ont parlé de l'Ukraine. Les deux dirigeants s'étaient déjà retrouvés à Berlin.",
     {("meeting", "Emmanuel Macron", "Friedrich Merz")}),
    # who was there, in a sentence of its own
    ("Emmanuel Macron et Friedrich Merz se sont retrouvés mardi à Paris. Également présents, Giorgia Meloni et Keir Starmer.",
     {("meeting", "Emmanuel Macron", "Friedrich Merz", "Giorgia Meloni", "Keir Starmer")}),
    ("Emmanuel Macron et Friedrich Merz se sont retrouvés mardi à Paris. Cette réunion, à laquelle a participé Giorgia Meloni, a eu lieu dans la matinée en présence de Keir Starmer.",
     {("meeting", "Emmanuel Macron", "Friedrich Merz", "Giorgia Meloni", "Keir Starmer")}),
    ("Le sommet du G7 s'est ouvert mardi à Ottawa. On notait la présence de Giorgia Meloni et de Keir Starmer.",
     {("summit", "G7", "Giorgia Meloni", "Keir Starmer")}),
    # the two are the only two who were named, though no meeting was told
    ("Friedrich Merz est arrivé mardi à Rome, où l'attendait Giorgia Meloni. Les deux dirigeants ont eu un tête-à-tête de deux heures.",
     {("visit", "Friedrich Merz", "Giorgia Meloni"), ("meeting", "Friedrich Merz", "Giorgia Meloni")}),
]  # fmt: skip


def test_earlier_meeting_is_another() -> None:
    text = "Emmanuel Macron a reçu mardi Friedrich Merz à Paris. Ils ont parlé de l'Ukraine. Les deux dirigeants s'étaient déjà retrouvés il y a pratiquement deux mois à Berlin."
    found = {(e["start"], e["places"][0]["name"]) for e in events(text, DAY, "fr")}
    assert found == {("2025-03-11", "Paris"), ("2025-01", "Berlin")}


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=[text[:50] for text, _ in TOLD])
def test_item_tells_of_events(text: str, expected: set[tuple[str, ...]]) -> None:
    assert told(text, DAY, "fr") == {(kind, frozenset(names)) for kind, *names in expected}
