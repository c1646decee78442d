"""What the tests of this folder read with: one extractor for all, and the events of a text."""

from datetime import date
from functools import cache

from summitry.claims import Article, article_id
from summitry.extract.contract import contract
from summitry.extract.extractor import Extractor


@cache
def extractor():
    return Extractor()


def events(text, published=None, lang="en"):
    """The events of a text in the shape of the contract."""
    day = date.fromisoformat(published) if published else None
    return contract(extractor().read(Article(article_id(text), text, lang=lang, published=day)))["events"]


def event(text, published=None, lang="en"):
    """The main event of a text."""
    return next(e for e in events(text, published, lang) if e["main"])


def states(text, published, lang, kind):
    """Status and first day of every event of a kind."""
    return [(e["status"], e["start"]) for e in events(text, published, lang) if e["kind"] == kind]


def starts(text, published, lang, kind):
    """The first day of every event of a kind."""
    return [start for _, start in states(text, published, lang, kind)]


def attending(text, published=None, lang="en"):
    """Names of all who attend an event of a text."""
    return {p["name"] for e in events(text, published, lang) for p in e["participants"] if p["role"] != "absent"}


def named(text, published=None, lang="en"):
    """Names of all whom an event of a text names, also those who stay away."""
    return {p["name"] for e in events(text, published, lang) for p in e["participants"]}


def told(text, published=None, lang="en"):
    """Of every event of a text its kind and the names of those who take part."""
    return {(e["kind"], frozenset(p["name"] for p in e["participants"])) for e in events(text, published, lang)}
