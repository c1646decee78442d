"""Find an entity by its IRI, its id or words of its name."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from summitry.claims import Iri, Literal, iris
from summitry.graph import reading
from summitry.graph.model import Description
from summitry.ontology import terms
from summitry.store.protocol import Store

if TYPE_CHECKING:
    from summitry.query import Asker

EVENTS = (terms.CLASS_EVENT,)
_ID = re.compile(r"[a-z]+/\S+")
_AS_QUESTIONS = {"en": "When is the {words}?", "fr": "Quand a lieu la {words} ?"}
_LOCAL_EVENT = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that the words may mean; `language` is that of the name that they fit, when one does."""

    iri: str
    description: Description
    language: str | None = None


def find(store: Store, words: str, classes: Sequence[str] = EVENTS) -> list[Candidate]:
    """The entities of some classes that an IRI, an id (`event/…`, or its hexadecimal digits) or words of a name mean.

    All words must stand in one name, in any order and whatever their accents and capitals. A name that is just these
    words wins over longer ones; otherwise the candidates come by date, then by name.
    """
    iri = _as_iri(words.strip())
    if iri is not None:
        return described(store, [iri])
    names: defaultdict[str, set[Literal]] = defaultdict(set)
    for row in reading.rows(store, "named", classes=reading.values(classes), fits=fits("?name", words)):
        node, name = row["node"], row["name"]
        if isinstance(node, Iri) and isinstance(name, Literal):
            names[node.value].add(name)
    exact = [iri for iri, own in names.items() if iris.slug(words) in {iris.slug(name.lexical) for name in own}]
    return [replace(c, language=_language(names[c.iri])) for c in described(store, exact or names)]


def described(store: Store, found: Iterable[str]) -> list[Candidate]:
    """Candidates for IRIs, by date, then by name."""
    known = (Candidate(iri, description) for iri, description in reading.descriptions(store, found).items())
    return sorted(known, key=lambda c: (str(c.description.details.get("start", "~")), c.description.name(), c.iri))


def meant(store: Store, asker: Asker, words: str) -> tuple[str, list[str]]:
    """The language of words that describe an event, and the events that they fit, understood as in questions.

    The language that the words look like, when it finds something.
    """
    likely = asker.ask(store, words).language
    answers = [asker.ask(store, question.format(words=words), code) for code, question in _AS_QUESTIONS.items()]
    found = [(answer.language, [event.iri for event in answer.events]) for answer in answers if answer.events]
    return min(found, key=lambda pair: (pair[0] != likely, len(pair[1])), default=(likely, []))


def fits(variable: str, words: str) -> str:
    """A SPARQL expression: the variable's text holds every word, whatever accents and capitals."""
    patterns = ["".join(map(_letter, word)) for word in unicodedata.normalize("NFC", words).split()]
    return " && ".join(f'REGEX(STR({variable}), {literal(pattern)}, "i")' for pattern in patterns) or "true"


def literal(text: str) -> str:
    """A SPARQL string literal."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    return f'"{escaped}"'


def _language(names: Iterable[Literal]) -> str | None:
    """The language of the names, when it is one."""
    found = {name.language for name in names}
    return found.pop() if len(found) == 1 else None


def _as_iri(words: str) -> str | None:
    if words.startswith(("http://", "https://", "urn:")):
        return words
    if _LOCAL_EVENT.fullmatch(words):
        return iris.entity("event", words)
    return iris.DATA + words if _ID.fullmatch(words) else None


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
