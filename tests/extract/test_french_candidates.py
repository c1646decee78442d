"""Phrases of French news that tell of a meeting, a call or a trip: verbs, idioms, relative clauses, gapped verbs."""

# ruff: noqa: E501 - a sentence is read more easily on one line

from __future__ import annotations

import pytest
from tests.extract.test_french_news import read

TOLD = [
    # idioms of meeting
    ("Giorgia Meloni a rendu visite lundi à Friedrich Merz à Berlin.", ["meeting Merz Meloni"]),
    ("Giorgia Meloni a serré la main de Friedrich Merz lundi à Berlin.", ["meeting Merz Meloni"]),
    ("Giorgia Meloni a passé deux heures lundi à Berlin avec Friedrich Merz.", ["meeting Merz Meloni"]),
    ("Friedrich Merz a reçu à dîner Giorgia Meloni lundi à Berlin.", ["meeting Merz Meloni"]),
    ("Friedrich Merz a réuni lundi à Berlin Giorgia Meloni et Keir Starmer.", ["meeting Merz Meloni Starmer"]),
    # calls
    ("Giorgia Meloni a téléphoné lundi à Friedrich Merz.", ["call Merz Meloni"]),
    ("Giorgia Meloni a passé un coup de fil lundi à Friedrich Merz.", ["call Merz Meloni"]),
    ("Giorgia Meloni a reçu un appel de Friedrich Merz lundi.", ["call Merz Meloni"]),
    ("Giorgia Meloni a appelé lundi Friedrich Merz à la retenue.", []),
    # trips
    ("Giorgia Meloni a fait étape lundi à Berlin.", ["visit Meloni"]),
    ("Giorgia Meloni avait été reçue à Berlin en mai.", ["visit Meloni"]),
    ("Giorgia Meloni a gagné lundi les élections.", []),
    ("Giorgia Meloni est arrivée lundi à Berlin.", ["visit Meloni"]),
    ("Giorgia Meloni est attendue vendredi à Berlin. Keir Starmer s'y rendra le 9 avril.", ["visit Meloni", "visit Starmer"]),
    # object pronouns before an auxiliary, subjects behind the verb, what was named before a verb
    ("Friedrich Merz a remercié Giorgia Meloni, qui l'a reçu lundi à Rome.", ["meeting Merz Meloni"]),
    ("Friedrich Merz a quitté Rome, où l'avait reçu lundi Giorgia Meloni.", ["meeting Merz Meloni"]),
    ("Giorgia Meloni, qui s'est rendue lundi à Berlin, y a rencontré mardi Friedrich Merz.",
     ["visit Meloni", "meeting Merz Meloni"]),
    ("Giorgia Meloni a rencontré lundi à Berlin entre autres Friedrich Merz.", ["meeting Merz Meloni"]),
    ("Outre Keir Starmer, Giorgia Meloni a rencontré lundi à Berlin Friedrich Merz.", ["meeting Merz Meloni Starmer"]),
    ("Lors de leur rencontre lundi à Berlin, Giorgia Meloni et Friedrich Merz ont parlé de défense.", ["meeting Merz Meloni"]),
    ("Lors d'un entretien lundi à Berlin, Giorgia Meloni a assuré Friedrich Merz de son soutien.", ["meeting Merz Meloni"]),
    ("Lors d'une rencontre avec la presse lundi, Giorgia Meloni a critiqué Friedrich Merz.", []),
    ("Giorgia Meloni est arrivée lundi à Berlin. La cheffe du gouvernement y a été reçue par Friedrich Merz.",
     ["visit Merz Meloni", "meeting Merz Meloni"]),
    ("Lors d'un entretien lundi à Berlin, Giorgia Meloni et Friedrich Merz ont convenu d'un plan.", ["meeting Merz Meloni"]),
    ("Une délégation conduite par Giorgia Meloni a été reçue lundi à Berlin par Friedrich Merz.", ["meeting Merz Meloni"]),
    ("Giorgia Meloni a eu lundi au téléphone Friedrich Merz.", ["call Merz Meloni"]),
    ("Giorgia Meloni sera jeudi à Berlin.", ["visit Meloni"]),
    ("Giorgia Meloni a lundi à Berlin rencontré Friedrich Merz.", ["meeting Merz Meloni"]),
    ("Giorgia Meloni sera jeudi à Rome.", []),
    ("Giorgia Meloni a dit mardi avoir parlé au téléphone avec Friedrich Merz.", ["call Merz Meloni"]),
    # relative clauses, what came before and after
    ("Giorgia Meloni en a parlé à Friedrich Merz, qu'elle a rencontré lundi à Berlin.", ["meeting Merz Meloni"]),
    ("Giorgia Meloni a quitté l'Allemagne après s'être entretenue lundi avec Friedrich Merz à Berlin.", ["meeting Merz Meloni"]),
    ("Après s'être longuement entretenue avec Friedrich Merz à Berlin, Giorgia Meloni a rencontré Keir Starmer à Londres.",
     ["meeting Merz Meloni", "meeting Meloni Starmer"]),
    ("Avant de recevoir Keir Starmer mardi à Rome, Giorgia Meloni s'est entretenue lundi avec Friedrich Merz.",
     ["meeting Meloni Starmer", "meeting Merz Meloni"]),
    # one verb, several meetings
    ("Giorgia Meloni rencontrera lundi Friedrich Merz à Berlin et mardi Keir Starmer à Londres.",
     ["meeting Merz Meloni", "meeting Meloni Starmer"]),
    ("Giorgia Meloni a rencontré Friedrich Merz à Berlin, puis Keir Starmer à Londres.",
     ["meeting Merz Meloni", "meeting Meloni Starmer"]),
    ("Giorgia Meloni s'est entretenue lundi tour à tour avec Friedrich Merz, Keir Starmer et Donald Tusk.",
     ["meeting Merz Meloni", "meeting Meloni Starmer", "meeting Meloni Tusk"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=[text[:50] for text, _ in TOLD])
def test_phrase_tells_of_events(text: str, expected: list[str]) -> None:
    found = []
    for event in read(text).events:
        names = sorted((p.agent.name.split()[-1] for p in event.participants), key=_order)
        found.append(" ".join([event.kind.value, *names]))
    assert sorted(found) == sorted(expected)


def _order(name: str) -> int:
    return ["Merz", "Meloni", "Starmer", "Tusk"].index(name)


STATES = [
    ("Giorgia Meloni a annoncé qu'elle rencontrerait Friedrich Merz jeudi à Berlin.", "planned"),
    ("Giorgia Meloni entend rencontrer Friedrich Merz jeudi à Berlin.", "proposed"),
    ("Giorgia Meloni doit ce jeudi à Berlin rencontrer Friedrich Merz.", "planned"),
    ("Giorgia Meloni a invité lundi Friedrich Merz à se rendre à Rome en mars.", "proposed"),
]


@pytest.mark.parametrize(("text", "state"), STATES)
def test_phrase_tells_of_state(text: str, state: str) -> None:
    assert [str(event.status.value) for event in read(text).events] == [state]
