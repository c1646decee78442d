"""Reads one sentence and says whom it names, who holds what and who belongs where."""

from __future__ import annotations

from datetime import date
from functools import cache

from summitry.claims import Article, article_id
from summitry.extract import Extractor
from summitry.extract.reading import Reading

Held = set[tuple[str, str, str]]


@cache
def _extractor() -> Extractor:
    return Extractor()


def read(lang: str, day: str, text: str) -> Reading:
    """The reading of a text published on a day."""
    return _extractor().read(Article(id=article_id(text), text=text, lang=lang, published=date.fromisoformat(day)))


def offices(lang: str, day: str, text: str) -> Held:
    """Person, office and state or organisation, by slug."""
    found = read(lang, day, text).offices
    return {(_slug(o.person.key), o.office, _slug(o.of.key)) for o in found}


def memberships(lang: str, day: str, text: str) -> Held:
    """Member, organisation and role, by slug."""
    found = read(lang, day, text).memberships
    return {(_slug(m.member.key), _slug(m.of.key), m.role) for m in found}


def people(lang: str, day: str, text: str) -> set[str]:
    """The slugs of everybody who is mentioned."""
    found = read(lang, day, text).mentions
    return {_slug(agent.key) for agent, _ in found if agent.type == "person" and not agent.unnamed}


def _slug(key: str) -> str:
    return key.partition("/")[2]
