"""Find an entity by its IRI, its id or words of its name."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from summitry.claims import iris
from summitry.graph import reading
from summitry.graph.model import Description
from summitry.ontology import terms
from summitry.store.protocol import Store

EVENTS = (terms.CLASS_EVENT,)
_ID = re.compile(r"[a-z]+/\S+")
_LOCAL_EVENT = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that the words may mean."""

    iri: str
    description: Description


def find(store: Store, words: str, classes: Sequence[str] = EVENTS) -> list[Candidate]:
    """The entities of some classes that an IRI, an id (`event/…`, or its hexadecimal digits) or words of a name mean.

    All words must stand in one name, in any order and whatever their accents and capitals. A name that is just these
    words wins over longer ones; otherwise the candidates come by date, then by name.
    """
    iri = _as_iri(words.strip())
    if iri is not None:
        return [Candidate(iri, reading.descriptions(store, [iri])[iri])]
    names: defaultdict[str, set[str]] = defaultdict(set)
    slots = {"classes": reading.values(classes), "pattern": literal(pattern(words))}
    for row in reading.rows(store, "named", **slots):
        node, name = row["node"], row["name"]
        names[getattr(node, "value", "")].add(getattr(name, "lexical", ""))
    exact = [iri for iri, own in names.items() if iris.slug(words) in {iris.slug(name) for name in own}]
    known = reading.descriptions(store, exact or names)
    found = [Candidate(iri, description) for iri, description in known.items()]
    return sorted(found, key=lambda c: (str(c.description.details.get("start", "~")), c.description.name(), c.iri))


def pattern(words: str) -> str:
    """A regular expression for a text that holds all words, in any order, whatever their accents."""
    parts = ["".join(_letter(char) for char in word) for word in unicodedata.normalize("NFC", words).split()]
    if len(parts) <= 1:
        return "".join(parts)
    return "|".join(".*".join(order) for order in _orders(parts))


def literal(text: str) -> str:
    """A SPARQL string literal."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    return f'"{escaped}"'


def _as_iri(words: str) -> str | None:
    if words.startswith(("http://", "https://", "urn:")):
        return words
    if _LOCAL_EVENT.fullmatch(words):
        return iris.entity("event", words)
    return iris.DATA + words if _ID.fullmatch(words) else None


def _orders(parts: list[str]) -> list[list[str]]:
    """Every order of up to four words; more words must come as given."""
    if len(parts) > 4:
        return [parts]
    if len(parts) <= 1:
        return [parts]
    return [[first, *rest] for i, first in enumerate(parts) for rest in _orders(parts[:i] + parts[i + 1 :])]


def _letter(char: str) -> str:
    base = unicodedata.normalize("NFKD", char)[0].lower()
    family = _accented().get(base, "")
    return f"[{base}{family}]" if family else re.escape(char)


@cache
def _accented() -> dict[str, str]:
    """Base letter → the Latin letters that are it with an accent."""
    found: defaultdict[str, str] = defaultdict(str)
    for code in range(0xC0, 0x180):
        parts = unicodedata.normalize("NFKD", chr(code))
        if len(parts) > 1 and parts[0].isascii() and parts[0].isalpha():
            found[parts[0].lower()] += chr(code)
    return dict(found)
