"""An N-Triples file as museums, libraries and statistics offices publish them: some twenty statements a subject.

Labels and descriptions in several languages, numbers, dates and booleans, links to classes and to other subjects, and
predicates of several vocabularies. The same number gives the same file.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

BASE = "http://data.example/id/"
XSD = "http://www.w3.org/2001/XMLSchema#"
LANGUAGES = ("en", "fr", "de", "es", "it")
WORDS = (
    "treaty", "summit", "archive", "council", "delegation", "protocol", "annex",
    "minister", "session", "border", "trade", "visit", "accord",
)  # fmt: skip
PREFIXES = {
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "ex": "http://data.example/def#",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
}


def write(path: Path, statements: int) -> None:
    """Write a file of so many statements."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(islice(_lines(), statements))


def _lines() -> Iterator[str]:
    number = 0
    while True:
        subject = f"<{BASE}document/{number}>"
        for predicate, value in _description(number, random.Random(number)):
            yield f"{subject} <{predicate}> {value} .\n"
        number += 1


def _description(number: int, chance: random.Random) -> Iterator[tuple[str, str]]:
    terms, own = PREFIXES["dcterms"], PREFIXES["ex"]
    yield "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", f"<{own}{chance.choice(['Treaty', 'Report', 'Letter'])}>"
    for language in LANGUAGES:
        yield PREFIXES["rdfs"] + "label", f'"{_text(chance, 4)} {number}"@{language}'
    yield terms + "description", f'"{_text(chance, 30)}"@en'
    yield terms + "identifier", f'"DOC-{number:08}"'
    yield terms + "issued", f'"{1950 + number % 75}-{1 + number % 12:02}-{1 + number % 28:02}"^^<{XSD}date>'
    yield own + "pages", f'"{chance.randrange(1, 900)}"^^<{XSD}integer>'
    yield own + "weight", f'"{chance.random() * 9:.3f}"^^<{XSD}decimal>'
    yield own + "public", f'"{str(chance.random() < 0.5).lower()}"^^<{XSD}boolean>'
    yield PREFIXES["geo"] + "lat", f'"{chance.uniform(-60, 70):.4f}"^^<{XSD}double>'
    yield PREFIXES["geo"] + "long", f'"{chance.uniform(-180, 180):.4f}"^^<{XSD}double>'
    yield terms + "creator", f"<{BASE}office/{int(chance.paretovariate(1)) % 500}>"
    for _ in range(3):
        yield terms + "references", f"<{BASE}document/{chance.randrange(number + 1)}>"
    for _ in range(2):
        yield terms + "subject", f"<{BASE}topic/{chance.choice(WORDS)}>"
    yield PREFIXES["foaf"] + "page", f"<http://data.example/page/{number}>"


def _text(chance: random.Random, words: int) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(words))
