"""Everything that the reference tables know by name, in any of their languages; shared by all articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from summitry.extract.text import fold, nfc, unaccented
from summitry.reference import Reference

_APART = str.maketrans("-'.,()", "      ")
_LONGEST_STATE = 4
_ARTICLES = ("the ", "l ", "le ", "la ", "les ", "der ", "die ", "das ", "el ", "los ", "las ", "il ", "gli ", "i ")


def plain(name: str) -> str:
    """A name for comparison: lower case, no accents, no marks, no article in front."""
    words = " ".join(unaccented(fold(nfc(name))).translate(_APART).split())
    article = next((a for a in _ARTICLES if words.startswith(a)), "")
    return words.removeprefix(article)


class Names:
    """Short ids (`person/…`, `state/…`, `organisation/…`, `coalition/…`, `place/…`) by name."""

    def __init__(self, reference: Reference) -> None:
        self.reference = reference

    def people(self, name: str) -> tuple[str, ...]:
        """Slugs of the people of that full name, in any of its spellings."""
        return tuple(self._people.get(plain(name), ()))

    def families(self, name: str) -> tuple[str, ...]:
        """Slugs of the people of that surname."""
        return tuple(self._families.get(plain(name), ()))

    def states(self, name: str) -> tuple[str, ...]:
        """Codes of the states of that name, with the seats and peoples that stand for them."""
        return tuple(self._states.get(plain(name), ()))

    def states_in(self, text: str) -> frozenset[str]:
        """Codes of the states that a text names: by name, seat, people or adjective."""
        words = unaccented(fold(nfc(text))).translate(_APART).split()
        runs = (" ".join(words[at : at + n]) for at in range(len(words)) for n in range(1, _LONGEST_STATE + 1))
        return frozenset(code for run in runs for code in self._states.get(run, ()))

    def organisations(self, name: str) -> tuple[str, ...]:
        """Slugs of the organisations, coalitions and groups of that name."""
        return tuple(self._organisations.get(plain(name), ()))

    def places(self, name: str) -> tuple[str, ...]:
        """Slugs of the places of that name."""
        return tuple(self._places.get(plain(name), ()))

    @cached_property
    def _people(self) -> dict[str, list[str]]:
        rows = self.reference.people.values()
        return _index((name, row.id) for row in rows for name in (row.name, *row.aliases))

    @cached_property
    def _families(self) -> dict[str, list[str]]:
        return _index((name, row.id) for row in self.reference.people.values() for name in row.families)

    @cached_property
    def _organisations(self) -> dict[str, list[str]]:
        rows = self.reference.organisations.values()
        return _index(
            (name, row.id)
            for row in rows
            for name in (*row.names.values(), *(alias for names in row.aliases.values() for alias in names))
        )

    @cached_property
    def _states(self) -> dict[str, list[str]]:
        return _index(self._state_names())

    def _state_names(self) -> Iterator[tuple[str, str]]:
        for state in self.reference.states.values():
            yield state.name, state.iso3
        for row in self.reference.state_names:
            for name in (row.name, *row.aliases, *row.metonyms, *row.demonym_noun, *row.demonym_adj):
                yield name, row.iso3

    @cached_property
    def _places(self) -> dict[str, list[str]]:
        rows = self.reference.places.values()
        return _index((name, row.id) for row in rows for name in (*row.names.values(), *row.aliases))


def _index(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Keys by plain name, each once, in the order of the tables."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for name, key in pairs:
        if name and (words := plain(name)):
            found[words][key] = None
    return {name: list(keys) for name, keys in found.items()}
