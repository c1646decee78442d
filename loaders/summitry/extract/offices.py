"""What a word for an office means at a body on a day, by the table of tenures and `lang/common/offices.yaml`."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from summitry.claims import ReferenceDataError
from summitry.extract.packs import FOLDER
from summitry.extract.text import unaccented
from summitry.extract.yaml_file import read_yaml
from summitry.reference.records import Tenure
from summitry.reference.tables import Reference

_SETS = ("presidents", "crowns", "bodies", "local", "vague", "deputies", "prominent", "women", "turns")
_SECTIONS = ("means", "top", *_SETS)


@dataclass(frozen=True, slots=True)
class OfficeWords:
    """What no table can know about words for offices; the file says what each part holds."""

    means: dict[str, tuple[str, ...]]
    top: tuple[str, ...]
    presidents: frozenset[str]
    crowns: frozenset[str]
    bodies: frozenset[str]
    local: frozenset[str]
    vague: frozenset[str]
    deputies: frozenset[str]
    prominent: frozenset[str]
    women: frozenset[str]
    turns: frozenset[str]


def load_office_words(reference: Reference, folder: Path = FOLDER) -> OfficeWords:
    """The shared words for offices; ReferenceDataError when a meaning is no key of the table of offices."""
    path = folder / "common" / "offices.yaml"
    data = read_yaml(path)
    if sorted(data) != sorted(_SECTIONS):
        raise ReferenceDataError(str(path), f"has sections {sorted(data)}", f"use {sorted(_SECTIONS)}")
    known = reference.offices
    if wrong := {key for keys in (*data["means"].values(), data["top"]) for key in keys} - set(known):
        raise ReferenceDataError(str(path), f"unknown offices {sorted(wrong)}", "use the keys of offices.csv")
    means = {word: tuple(keys) for word, keys in data["means"].items()}
    return OfficeWords(means, tuple(data["top"]), *(frozenset(data[name]) for name in _SETS))


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
        keys = (office,) if office in self.words.turns else self.meanings(office)
        if office in self.words.bodies and self.is_state(of):
            return []
        if office == "leader" and of in self.words.presidents:
            keys = ("president", *keys)
        elif office == "leader" and not self.is_state(of):  # `the EU leader`: one of several
            heads = (
                t.person for key in self.meanings("bodyLeader") for t in self.reference.office_holders(key, of, day)
            )
            return [list(dict.fromkeys(heads))]
        found = ([t.person for t in self.reference.office_holders(key, of, day)] for key in keys)
        named = (list(dict.fromkeys(p for p in people if self.may(p, office))) for people in found)
        return [people for people in named if people]

    def may(self, person: str, office: str) -> bool:
        """Whether a word that is said of women only may be said of somebody."""
        return office not in self.words.women or self.reference.people[person].gender != "m"

    def tenure(self, person: str, office: str, of: str | None, day: date | None) -> Tenure | None:
        """The tenure of a known person that a title speaks of: that day's, else the only one before."""
        if now := self.tenure_now(person, office, of, day):
            return now
        if office in self.words.vague and day:
            return None
        past = [t for t in self.reference.tenures_of(person) if not day or t.start <= day.isoformat()]
        return self._fitting(past, office, of)

    def tenure_now(self, person: str, office: str, of: str | None, day: date | None) -> Tenure | None:
        """The tenure of that day that a title speaks of, when there is one answer."""
        return self._fitting(self.reference.offices_of(person, day), office, of) if day else None

    def _fitting(self, tenures: list[Tenure], office: str, of: str | None) -> Tenure | None:
        keys = self.meanings(office)
        body = office in self.words.bodies
        fitting = [t for t in tenures if t.office in keys and of in (None, t.of) and not (body and self.is_state(t.of))]
        usual = min((keys.index(t.office) for t in fitting), default=0)
        fitting = [t for t in fitting if keys.index(t.office) == usual]
        return fitting[0] if len({t.of for t in fitting}) == 1 else None

    def key(self, office: str, of: str) -> str | None:
        """The key of an office at a body when the holder is unknown; None when the word is too vague."""
        keys = self.keys(of)
        if office in {*keys, *self.words.women} or self._unlisted(office) or self._ministry(office):
            return office
        if office in self.words.bodies and self.is_state(of):
            return None
        if office == "chair":  # states take turns in it
            return office
        meant = [key for key in self.meanings(office) if key in keys]
        if meant and not (self.is_state(of) and office in self.words.vague):
            return meant[0]
        vague = office in self.words.vague or office not in self.reference.offices
        return None if vague else office

    def has(self, office: str, of: str) -> bool:
        """Whether the tables list at a body what a word may mean."""
        return not self.keys(of).isdisjoint(self.meanings(office))

    def keys(self, of: str) -> frozenset[str]:
        """The offices that the tables list at a body, whoever held them."""
        return self._keys.get(of, frozenset())

    def finer(self, office: str, listed: str) -> str:
        """The key to tell: that of the table, unless the word names the same office more closely (an emir)."""
        closer = (
            self._unlisted(office) or office in self.words.women or (self._ministry(office) and self._ministry(listed))
        )
        return office if closer else listed

    def _ministry(self, office: str) -> bool:
        """Whether a word names one ministry: who heads several is called by any of them."""
        known = self.reference.offices.get(office)
        return known is not None and known.level == "minister" and office not in self.words.vague

    def _unlisted(self, office: str) -> bool:
        """Whether the table of offices knows a word whose holders are listed under another key."""
        return office in self.reference.offices and office not in self._bodies and office not in self.words.vague

    def kin(self, office: str) -> frozenset[str]:
        """Other words for what the tables list under the same key: an emir is no king."""
        return frozenset(w for w, keys in self.words.means.items() if w != office and keys[0] == w and office in keys)

    def only_body(self, office: str) -> str | None:
        """The state of an office that only one state has: the pope is of the Holy See."""
        bodies = self._bodies.get(office, frozenset()) if office in self.words.top else frozenset()
        return next(iter(bodies)) if len(bodies) == 1 else None

    def alike(self, office: str, of: str) -> str:
        """The office at a state that answers to one elsewhere: where no prime minister is, the president."""
        if self.has(office, of) or office not in self.words.top:
            return office
        return next((key for key in self.words.top if key in self.keys(of)), office)

    def highest(self, person: str, day: date | None) -> str:
        """The office that a known person holds that day, the highest first; empty when none."""
        held = [t.office for t in self.reference.offices_of(person, day)] if day else []
        order = (*self.words.top, "foreignMinister", "defenceMinister")
        return next((office for office in order if office in held), held[0] if held else "")

    @cached_property
    def crowned(self) -> dict[str, tuple[str, ...]]:
        """People who reign or will, by first name: they are called by it alone."""
        found: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for tenure in self.reference.tenures:
            if tenure.office in self.words.crowns:
                person = self.reference.people[tenure.person]
                for name in (person.name, *person.aliases):
                    found[unaccented(name.split()[0]).lower()][person.id] = None
        return {first: tuple(people) for first, people in found.items()}

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
