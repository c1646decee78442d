"""Language packs: folders of data, checked when they are loaded.

A pack is `lexicon.yaml` (function words, offices, event nouns), `verbs.csv` (inflected forms with frame and tense),
`dates.yaml` (read by the time engine) and, where there are some, `belonging.yaml` (phrases of membership)
and `portfolios.yaml` (portfolios of ministers).
`common/frames.yaml` says what each frame means in any language.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import Any

from summitry.claims import EventKind, EventStatus, ReferenceDataError, Role
from summitry.extract import symbols as sym
from summitry.extract.grammar import Grammar, read_grammar
from summitry.extract.pack_model import FOLDER, Entry, EventWord, Frame, OfficeWord, Pack, VerbForm
from summitry.extract.text import fold, nfc
from summitry.extract.yaml_file import read_yaml

__all__ = ["FOLDER", "Entry", "EventWord", "Frame", "OfficeWord", "Pack", "VerbForm", "load_pack", "load_packs"]

_OPTIONAL = (
    "apart", "besides", "singly", "temporal", "presences", "occasions", "honours", "speakers", "delegations",
    "comprising", "belonging_to", "assembled", "visiting", "organs", "denials", "arrivals", "personal", "enabling",
)  # fmt: skip
"""Optional sections that are lists of words, in the order of the fields of `Pack`."""
_SECTIONS = frozenset({
    "code", "token", "abbreviations", "stopwords", "words", "offices", "posts", "plurals", "events", "notevents",
    "treaty", "premodifiers", "indefinite", "anterior", "regions", "grammar", "least", "combining", "fates",
    "qualities",
    *_OPTIONAL,
})  # fmt: skip
_LEAST = frozenset({"events", "worthy", "guests", "loose", "far", "told", "bodies"})
_STATUSES = frozenset({EventStatus.CANCELLED, EventStatus.POSTPONED, EventStatus.PROPOSED, EventStatus.PLANNED})
_LEVELS = {"headOfState", "headOfGovernment", "leader", "minister", "organisationHead", "envoy", "other"}


def load_packs(folder: Path = FOLDER) -> dict[str, Pack]:
    """Every language folder with a lexicon, by language code. ReferenceDataError when one breaks its schema.

    Forms are read, and checked, when they are first asked for (`Pack.entries`).
    """
    frames = _frames(folder / "common" / "frames.yaml")
    return {path.parent.name: load_pack(path.parent, frames) for path in sorted(folder.glob("*/lexicon.yaml"))}


def load_pack(folder: Path, frames: Mapping[str, Frame]) -> Pack:
    """One language pack; ReferenceDataError names the file, the entry and what is wrong."""
    path = folder / "lexicon.yaml"
    data = _yaml(path)
    if unknown := set(data) - _SECTIONS:
        raise ReferenceDataError(str(path), f"unknown sections {sorted(unknown)}", f"use {sorted(_SECTIONS)}")
    grammar = read_grammar(str(path), data.get("grammar", {}))
    return Pack(
        str(data["code"]), re.compile(data["token"]), frozenset(map(str, data["abbreviations"])),
        frozenset(map(str, data["stopwords"])), cache(partial(_entries, path, data, grammar, frames)), frames,
        bool(data["premodifiers"]), frozenset(map(str, data["regions"])),
        frozenset(map(str, data["indefinite"])), frozenset(map(str, data.get("anterior", ()))),
        grammar, folder, *(frozenset(map(str, data.get(name, ()))) for name in _OPTIONAL),
        least=_least(path, data.get("least", {})), fates=_statuses(path, data, "fates"),
        qualities=_statuses(path, data, "qualities"),
    )  # fmt: skip


def _entries(
    path: Path, data: Mapping[str, Any], grammar: Grammar, frames: Mapping[str, Frame]
) -> dict[str, tuple[Entry, ...]]:
    """The surface forms of a lexicon and of the table of verbs beside it."""
    table = _Table(str(path))
    nouns: set[str] = set()
    for surface, entry in _lexicon(path, data):
        noun = grammar.capital_nouns and surface[:1].isupper()
        nouns.update([fold(surface)] if noun else ())
        table.add(surface, replace(entry, exact=surface) if noun else entry)
    for surface, entry in _verbs(path.parent / "verbs.csv", frames):
        table.add(surface, replace(entry, exact=surface) if surface in nouns else entry)
    return table.entries()


def _precedence(entry: Entry) -> tuple[bool, int]:
    """Forms that match only as written come first, then the order of types."""
    return entry.exact is None, sym.RANK[entry.symbol]


class _Table:
    """Surface forms and their entries; two values of one type for one form are an error."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._found: dict[str, dict[str, Entry]] = {}

    def add(self, surface: str, entry: Entry) -> None:
        key = fold(nfc(surface))
        known = self._found.setdefault(key, {})
        # function words are one type to the check: a word cannot be two of them
        slot = f"words{entry.exact or ''}" if entry.symbol in sym.WORD_TYPES else entry.symbol
        if slot in known:
            raise ReferenceDataError(self._source, f"{surface!r} is listed twice", "give each form one value")
        known[slot] = entry

    def entries(self) -> dict[str, tuple[Entry, ...]]:
        return {key: tuple(sorted(found.values(), key=_precedence)) for key, found in self._found.items()}


def _lexicon(path: Path, data: Mapping[str, Any]) -> Iterator[tuple[str, Entry]]:
    for symbol, words in data["words"].items():
        if symbol not in sym.WORD_TYPES:
            raise ReferenceDataError(str(path), f"unknown word type {symbol!r}")
        kind = sym.WORD if symbol == "NOUN" else symbol
        yield from ((word.lstrip("="), Entry(kind, exact=_exact(word))) for word in _spread(words))
    for key, office in data["offices"].items():
        if office["level"] not in _LEVELS:
            raise ReferenceDataError(str(path), f"office {key} has unknown level {office['level']!r}")
        yield from ((word, Entry(sym.OFFICE, OfficeWord(key, office["level"]))) for word in _spread(office["words"]))
    for of, posts in data.get("posts", {}).items():
        for key, words in posts.items():
            if key not in data["offices"]:
                raise ReferenceDataError(str(path), f"post of {of} has unknown office {key!r}")
            post = OfficeWord(key, data["offices"][key]["level"], of)
            yield from ((word, Entry(sym.OFFICE, post)) for word in _spread(words))
    yield from ((word, Entry(sym.OFFICES, key)) for key, word in _coded(data["plurals"]))
    for code, word in _coded(data.get("combining", {})):
        yield f"{word}-", Entry(sym.DEM, (code,))
    for event in data["events"].values():
        value = EventWord(EventKind(event["kind"]), bool(event.get("soft")), bool(event.get("adjective")))
        yield from ((word, Entry(sym.EVENT, value)) for word in _spread(event["words"]))
    yield from ((word, Entry(sym.NOTEV)) for word in _spread(data["notevents"]))
    yield from ((word, Entry(sym.TREATY)) for word in _spread(data["treaty"]))


def _coded(lists: Mapping[str, Iterable[object]]) -> Iterator[tuple[str, str]]:
    """Every word of several lists with the key of its list."""
    return ((str(key), word) for key, words in lists.items() for word in _spread(words))


def _least(path: Path, data: Mapping[str, Any]) -> dict[str, float]:
    """Least probabilities by name; ReferenceDataError when one is unknown or no probability."""
    if unknown := set(data) - _LEAST:
        raise ReferenceDataError(str(path), f"unknown names in least {sorted(unknown)}", f"use {sorted(_LEAST)}")
    if wrong := [name for name, value in data.items() if not 0 <= float(value) <= 1]:
        raise ReferenceDataError(str(path), f"{wrong} in least are no probabilities", "write numbers from 0 to 1")
    return {name: float(value) for name, value in data.items()}


def _statuses(path: Path, data: Mapping[str, Any], section: str) -> dict[str, str]:
    """Status of an event by the word of a section; ReferenceDataError when there is no such status."""
    lists = data.get(section, {})
    if unknown := set(lists) - _STATUSES:
        raise ReferenceDataError(
            str(path), f"unknown states in {section} {sorted(unknown)}", f"use {sorted(_STATUSES)}"
        )
    return {word: status for status, words in lists.items() for word in _spread(words)}


def _spread(words: Iterable[object]) -> Iterator[str]:
    """Every form that a list stands for: `{Sonder,Krisen}gipfel{,s}` are four."""
    for word in words:
        first, brace, rest = str(word).partition("{")
        choices, _, tail = rest.partition("}")
        yield from (
            (form for part in choices.split(",") for form in _spread([first + part + tail])) if brace else [first]
        )


def _exact(word: str) -> str | None:
    """`=A` matches a capital A only."""
    return word[1:] if word.startswith("=") else None


def _verbs(path: Path, frames: Mapping[str, Frame]) -> Iterator[tuple[str, Entry]]:
    """Forms joined over their tenses: `met` is past and past participle at once."""
    forms: dict[str, VerbForm] = {}
    split: dict[tuple[str, str], VerbForm] = {}
    for row in _csv(path):
        for frame in (row["frame"], row["reflexive"]):
            if frame and frame not in frames:
                raise ReferenceDataError(str(path), f"{row['form']!r} has unknown frame {frame!r}")
        if particle := row.get("particle"):
            split[row["form"], particle] = _verb_form(path, row, split.get((row["form"], particle)))
        else:
            forms[row["form"]] = _verb_form(path, row, forms.get(row["form"]))
    for (surface, particle), form in split.items():
        if surface not in forms:
            raise ReferenceDataError(str(path), f"{surface!r} stands only with {particle!r}", "list the form alone too")
        forms[surface] = replace(forms[surface], particles={**forms[surface].particles, particle: form})
    for surface, form in forms.items():
        yield surface, Entry(sym.VERB, form)


def _verb_form(path: Path, row: Mapping[str, str], known: VerbForm | None) -> VerbForm:
    """A form with one more tense; a form has one frame."""
    if known and (known.frame, known.reflexive) != (row["frame"], row["reflexive"]):
        raise ReferenceDataError(str(path), f"{row['form']!r} has two frames", "give each form one value")
    return VerbForm(row["lemma"], row["frame"], row["reflexive"], (known.tenses if known else "") + row["tense"])


def _frames(path: Path) -> dict[str, Frame]:
    return {name: _frame(path, name, spec or {}) for name, spec in _yaml(path).items()}


def _frame(path: Path, name: str, spec: Mapping[str, Any]) -> Frame:
    slots = {key: str(spec[key]) for key in ("subject", "object", "with", "by", "to", "at", "of", "on") if key in spec}
    special = {"place", "treaty", "none", "announcer", "speaker", "represented", "representative"}
    for role in (*slots.values(), *(spec.get("passive") or {}).values()):
        if role not in special and role not in set(Role):
            raise ReferenceDataError(str(path), f"frame {name} has unknown role {role!r}")
    kind = EventKind(spec["kind"]) if "kind" in spec else None
    return Frame(
        name, kind, slots, spec.get("passive") or {}, spec.get("event", "none"), spec.get("status"),
        int(spec.get("needs", 0)), bool(spec.get("strict")), spec.get("modal"),
    )  # fmt: skip


def _yaml(path: Path) -> dict[str, Any]:
    data = read_yaml(path)
    if not isinstance(data, dict):
        raise ReferenceDataError(str(path), "is not a mapping")
    return data


def _csv(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(line for line in file if not line.startswith("#"))
