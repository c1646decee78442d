"""One article that several tests read, and what a careful model would say of it."""

from __future__ import annotations

import copy
from datetime import date
from typing import Any

from summitry.claims import Article, article_id

TEXT = (
    "Le président français Emmanuel Macron recevra mardi prochain à Paris le chancelier allemand Friedrich Merz "
    "pour un déjeuner de travail.\n\n"
    "Marek Vondra, négociateur en chef de la République tchèque, mettra lui aussi les pieds sous la table. "
    "Le Premier ministre britannique Keir Starmer n’ira pas à Paris.\n\n"
    "Le secrétaire général de l’ONU, António Guterres, a salué cette initiative."
)
ARTICLE = Article(article_id(TEXT), TEXT, title="Macron reçoit Merz", lang="fr", published=date(2026, 3, 5))
FIRST = "Le président français Emmanuel Macron recevra mardi prochain à Paris le chancelier allemand Friedrich Merz"
SECOND = "Marek Vondra, négociateur en chef de la République tchèque, mettra lui aussi les pieds sous la table."
"""Said in a way that the rules do not read: what only the model finds."""
THIRD = "Le Premier ministre britannique Keir Starmer n'ira pas à Paris."


def person(words: str, name: str, country: str | None, role: str, quote: str) -> dict[str, Any]:
    """A participant as a model says it."""
    return {"words": words, "name": name, "type": "person", "country": country, "role": role, "onBehalfOf": None,
            "quote": quote}  # fmt: skip


_GOOD: dict[str, Any] = {
    "events": [
        {
            "quote": FIRST,
            "name": "déjeuner de travail",
            "kind": "meeting",
            "status": "planned",
            "mode": "inPerson",
            "main": True,
            "dates": [{"words": "mardi prochain", "start": "2026-03-10", "end": None}],
            "places": [{"words": "Paris", "name": "Paris", "country": "FRA"}],
            "participants": [
                person("Emmanuel Macron", "Emmanuel Macron", "FRA", "host", FIRST),
                person("le chancelier allemand Friedrich Merz", "Friedrich Merz", "DEU", "participant", FIRST),
                person("Marek Vondra", "Marek Vondra", "CZE", "participant", SECOND),
                person("Keir Starmer", "Keir Starmer", "GBR", "absent", THIRD),
            ],
            "announcedBy": [],
        }
    ],
    "offices": [
        {"words": "Emmanuel Macron", "person": "Emmanuel Macron", "office": "president", "of": "FRA",
         "quote": "Le président français Emmanuel Macron"},
    ],
    "memberships": [],
}  # fmt: skip


def good() -> dict[str, Any]:
    """An answer without a mistake; tests may change it."""
    return copy.deepcopy(_GOOD)
