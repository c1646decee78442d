"""Finds every known surface form in a folded text: words by dictionary, phrases by one Aho-Corasick automaton."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

import ahocorasick_rs

from summitry.extract import symbols as sym
from summitry.extract.forms import Form, Forms
from summitry.extract.packs import Entry, Pack
from summitry.extract.text import bare_initials, fold, nfc, unaccented
from summitry.reference.tables import Reference

_OPENING = (sym.WORD_TYPES | {sym.WORD}) - {"COND", "FUT", "BECOME", "LEADS", "PART", "TITLE", "KIN", "JR"}
"""Closed-class words that often begin a sentence with a capital."""
_SHORTEST_FAMILY = 2
_ACRONYM = re.compile(r"(?:[A-ZÀ-Þ]{2,5}\d?|(?:[A-Z]\.){2,})")


class Hit(NamedTuple):
    """A surface form found in the text."""

    start: int
    end: int
    form: Form

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All its readings, the first one most likely."""
        return self.form.entries


@dataclass(frozen=True)
class Gazetteer:
    """All surface forms of one language. Immutable, so threads may share it."""

    words: Mapping[str, tuple[Entry, ...]]
    phrases: tuple[tuple[Entry, ...], ...]
    automaton: ahocorasick_rs.AhoCorasick

    _words_read: Forms = field(default_factory=Forms, repr=False)
    _phrases_read: Forms = field(default_factory=Forms, repr=False)

    def phrases_in(self, text: str, folded: str) -> list[Hit]:
        """The longest known phrases of several words, leftmost first, without overlaps."""
        hits = []
        for index, start, end in self.automaton.find_matches_as_indexes(folded, overlapping=True):
            if _bounded(folded, start, end):
                form = self._phrases_read.phrase(text[start:end], fitting, self.phrases[index])
                if form is not None:
                    hits.append(Hit(start, end, form))
        hits.sort(key=_order)
        return list(_longest(hits))

    @property
    def known(self) -> Mapping[str, Form | None]:
        """The words read so far."""
        return self._words_read.read

    def form(self, written: str) -> Form:
        """One word as it is written, with its readings or at least its shape."""
        return self._words_read.get(written, self._read)

    def _read(self, written: str) -> tuple[Entry, ...]:
        return self.word(fold(written), written)

    def word(self, folded: str, written: str) -> tuple[Entry, ...]:
        """The readings of one word as it is written."""
        entries = self.words.get(folded)
        return fitting(entries, written) if entries else ()


def _order(hit: Hit) -> tuple[int, int]:
    return hit.start, -hit.end


def fitting(entries: tuple[Entry, ...], written: str) -> tuple[Entry, ...]:
    """The readings that the written form allows: names need a capital, acronyms their exact form."""
    capital = not written[0].islower()
    lower = written.rpartition(" ")[2].islower()
    people = capital and any(e.symbol == sym.PEOPLE for e in entries)
    return tuple(
        e
        for e in entries
        if (written == e.exact if e.exact is not None else capital or not e.proper)
        and not (e.symbol == sym.PLACE and lower)
        and not (people and e.symbol == sym.DEM and not e.proper)
    )


def build(pack: Pack, reference: Reference) -> Gazetteer:
    """The gazetteer of a language pack and the reference tables; the pack's words come first where both know one."""
    table: defaultdict[str, dict[tuple[str, object], Entry]] = defaultdict(dict)
    for key, entries in pack.entries.items():
        for entry in entries:
            table[key][entry.symbol, None] = entry
            if (bare := bare_initials(key)) != key and bare not in pack.entries:
                table[bare][entry.symbol, None] = entry
    closed = {key for key, entries in pack.entries.items() if any(_closes(e) for e in entries)}
    for surface, entry in _names(pack.code, reference):
        _add(table, surface, entry, closed)
    words: dict[str, tuple[Entry, ...]] = {}
    patterns: list[str] = []
    phrases: list[tuple[Entry, ...]] = []
    for key, found in table.items():
        alone = len(found) == 1  # most forms
        entries = tuple(found.values()) if alone else tuple(sorted(_merged(found.values()), key=_likely))
        if key.isalnum() or (key.endswith("'") and key[:-1].isalnum()):
            words[key] = entries
        else:
            patterns.append(key)
            phrases.append(entries)
    automaton = ahocorasick_rs.AhoCorasick(patterns, matchkind=ahocorasick_rs.MatchKind.Standard)
    return Gazetteer(words, tuple(phrases), automaton)


def _closes(entry: Entry) -> bool:
    """Whether a form is a closed-class word that no surname may be; a numeral (`XI`) is no such word (`Xi`)."""
    numeral = entry.exact is not None and entry.exact.isupper() and len(entry.exact) > 1
    return entry.symbol in _OPENING and not numeral


def _likely(entry: Entry) -> tuple[bool, int]:
    """Order of the readings of one form: closed-class words last unless written exactly so."""
    return entry.exact is None and entry.symbol in sym.WORD_TYPES, sym.RANK[entry.symbol]


def _names(lang: str, reference: Reference) -> Iterator[tuple[str, Entry]]:
    """Surface forms of the reference tables with their entries, several for one form where names are shared."""
    yield from _state_names(lang, reference)
    for org in reference.organisations.values():
        for surface in (org.names.get(lang, ""), org.names["en"], *org.aliases.get(lang, ())):
            yield surface, Entry(sym.ORG, (org.id,), proper=surface[:1].isupper() and " " not in surface)
    for place in reference.places.values():
        for surface in (place.names.get(lang, ""), place.names["en"], *place.aliases):
            yield surface, Entry(sym.PLACE, (place.id,), proper=True)
    yield from _people(reference)


def _people(reference: Reference) -> Iterator[tuple[str, Entry]]:
    """Full names and surnames; patronymics in both spellings."""
    for person in reference.people.values():
        for name in (person.name, *person.aliases):
            for surface in _patronymics(name):
                yield surface, Entry(sym.PERSON, (person.id,), proper=not surface[:1].islower())
        for family in person.families:
            for surface in _patronymics(family) if len(family) >= _SHORTEST_FAMILY else ():
                yield surface, Entry(sym.FAMILY, (person.id,), proper=not surface[:1].islower())


def _patronymics(name: str) -> set[str]:
    """`bin` and `ben` are one word in two transcriptions."""
    return {name, name.replace(" bin ", " ben "), name.replace(" ben ", " bin ")}


def _state_names(lang: str, reference: Reference) -> Iterator[tuple[str, Entry]]:
    for name in reference.state_names:
        if name.lang != lang:
            continue
        for surface in (name.name, *name.aliases):
            yield surface, Entry(sym.STATE, (name.iso3,), proper=True)
        for surface in name.metonyms:
            yield surface, Entry(sym.METO, (name.iso3,), proper=True)
        for surface in name.demonym_adj:
            yield surface, Entry(sym.DEM, (name.iso3,), proper=surface[0].isupper())
        for surface in name.demonym_noun:
            yield surface, Entry(sym.PEOPLE, (name.iso3,), proper=True)


def _add(
    table: Mapping[str, dict[tuple[str, object], Entry]], surface: str, entry: Entry, closed: Collection[str]
) -> None:
    """Enter a surface form, also without accents; no surname that also opens sentences (`He`, `Son`)."""
    surface = nfc(surface)
    if not surface:
        return
    exact = surface if _ACRONYM.fullmatch(surface) else None
    plain = exact is not None or not entry.proper or surface.isascii()
    for variant in (surface,) if plain else {surface, unaccented(surface)}:
        key = fold(variant)
        if entry.symbol == sym.FAMILY and key in closed:
            continue
        written = entry if exact is None else Entry(entry.symbol, entry.value, entry.proper, exact)
        table[key][entry.symbol, entry.value] = written


def _merged(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Entries of one type joined into one that names all candidates."""
    groups: defaultdict[tuple[str, str | None], list[Entry]] = defaultdict(list)
    for entry in entries:
        groups[entry.symbol, entry.exact].append(entry)
    for same in groups.values():
        if len(same) == 1:
            yield same[0]
        else:
            values = tuple(dict.fromkeys(value for entry in same for value in entry.value))
            yield Entry(same[0].symbol, values, same[0].proper, same[0].exact)


def _bounded(folded: str, start: int, end: int) -> bool:
    """Whether a match stands between word boundaries."""
    if start and folded[start - 1].isalnum() and folded[start].isalnum():
        return False
    return not (end < len(folded) and folded[end].isalnum() and folded[end - 1].isalnum())


def _longest(hits: list[Hit]) -> Iterator[Hit]:
    """Leftmost hits, the longest first; of two names of people that overlap, the longer one."""
    kept: list[Hit] = []
    for hit in hits:
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
        elif _longer_name(kept[-1], hit):
            kept[-1] = hit
    return iter(kept)


def _longer_name(first: Hit, second: Hit) -> bool:
    """`Sheikh Tamim` gives way to `Tamim bin Hamad Al Thani`."""
    names = first.form.symbol == second.form.symbol == sym.PERSON
    return names and second.end - second.start > first.end - first.start
