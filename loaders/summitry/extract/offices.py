"""What a word for an office means at a state or body on a day: the table of tenures, read by `lang/common/offices.yaml`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

import yaml

from summitry.claims import ReferenceDataError
from summitry.extract.packs import FOLDER
from summitry.reference.records import Tenure
from summitry.reference.tables import Reference

_SECTIONS = ("means", "top", "presidents", "local", "vague", "deputies")


@dataclass(frozen=True, slots=True)
class OfficeWords:
    """What no table can know about words for offices; the file says what each part holds."""

    means: dict[str, tuple[str, ...]]
    top: tuple[str, ...]
    presidents: frozenset[str]
    local: frozenset[str]
    vague: frozenset[str]
    deputies: frozenset[str]


def load_office_words(reference: Reference, folder: Path = FOLDER) -> OfficeWords:
    """The shared words for offices; ReferenceDataError when a meaning is no key of the table of offices."""
    path = folder / "common" / "offices.yaml"
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    if sorted(data) != sorted(_SECTIONS):
        raise ReferenceDataError(str(path), f"has sections {sorted(data)}", f"use {sorted(_SECTIONS)}")
    known = reference.offices
    if wrong := {key for keys in (*data["means"].values(), data["top"]) for key in keys} - set(known):
        raise ReferenceDataError(str(path), f"unknown offices {sorted(wrong)}", "use the keys of offices.csv")
    means = {word: tuple(keys) for word, keys in data["means"].items()}
    sets = (frozenset(data[name]) for name in ("presidents", "local", "vague", "deputies"))
    return OfficeWords(means, tuple(data["top"]), *sets)


class OfficeBook:
    """Looks offices up; shared by all articles of a language."""

    def __init__(self, reference: Reference, words: OfficeWords) -> None:
        self.reference = reference
        self.words = words

    def meanings(self, office: str) -> tuple[str, ...]:
        """The keys of the table that a word may stand for, most usual first."""
        return self.words.means.get(office, (office,))

    def is_state(self, of: str) -> bool:
        """Whether the short id of a body is that of a state."""
        return of in self.reference.states

    def holders(self, office: str, of: str, day: date) -> list[list[str]]:
        """Who holds what the word may mean at a body that day: people by meaning, most usual meaning first."""
        keys = self.meanings(office)
        if office == "leader" and of in self.words.presidents:
            keys = ("president", *keys)
        found = ([t.person for t in self.reference.office_holders(key, of, day)] for key in keys)
        return [list(dict.fromkeys(people)) for people in found if people]

    def tenure(self, person: str, office: str, of: str | None, day: date | None) -> Tenure | None:
        """The tenure of a known person that a title speaks of: that day's, else the only one there ever was."""
        keys = self.meanings(office)
        now = self.reference.offices_of(person, day) if day else []
        for tenures in (now, self.reference.tenures_of(person)):
            fitting = [t for t in tenures if t.office in keys and of in (None, t.of)]
            if fitting and len({t.of for t in fitting}) == 1:
                return min(fitting, key=lambda t: keys.index(t.office))
        return None

    def key(self, office: str, of: str) -> str | None:
        """The key of an office at a body when the holder is unknown; None when the word is too vague."""
        keys = self.keys(of)
        if office in keys:
            return office
        meant = [key for key in self.meanings(office) if key in keys]
        if meant and not self.is_state(of):
            return meant[0]
        vague = office in self.words.vague or office not in self.reference.offices
        return None if vague else office

    def keys(self, of: str) -> frozenset[str]:
        """The offices that the tables list at a body, whoever held them."""
        return self._keys.get(of, frozenset())

    def finer(self, office: str, listed: str) -> str:
        """The key to tell: that of the table, unless the word names the same office more closely (an emir)."""
        own = office in self.reference.offices and self.meanings(office)[0] == office
        return office if own and office not in self._bodies else listed

    def only_body(self, office: str) -> str | None:
        """The body of an office that only one body has: the pope is of the Holy See."""
        bodies = self._bodies.get(office, frozenset())
        return next(iter(bodies)) if len(bodies) == 1 and self._many(office) else None

    def highest(self, person: str, day: date | None) -> str:
        """The office that a known person holds that day, the highest first; empty when none."""
        held = [t.office for t in self.reference.offices_of(person, day)] if day else []
        order = (*self.words.top, "foreignMinister", "defenceMinister")
        return next((office for office in order if office in held), held[0] if held else "")

    def _many(self, office: str) -> bool:
        return sum(t.office == office for t in self._tenures(next(iter(self._bodies[office])))) > 1

    def _tenures(self, of: str) -> Iterable[Tenure]:
        return (t for t in self.reference.tenures if t.of == of)

    @cached_property
    def _keys(self) -> dict[str, frozenset[str]]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for tenure in self.reference.tenures:
            found[tenure.of].add(tenure.office)
        return {of: frozenset(keys) for of, keys in found.items()}

    @cached_property
    def _bodies(self) -> dict[str, frozenset[str]]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for tenure in self.reference.tenures:
            found[tenure.office].add(tenure.of)
        return {office: frozenset(bodies) for office, bodies in found.items()}
