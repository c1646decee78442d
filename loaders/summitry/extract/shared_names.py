"""Names that several states share (`congolais`, `coréen`): which one an article means, by what else it names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from summitry.extract import symbols as sym
from summitry.extract.annotate import Item
from summitry.extract.titles import codes
from summitry.reference.records import Person

_OF_STATES = frozenset({sym.STATE, sym.METO, sym.DEM, sym.PEOPLE})


def settle_states(rows: Sequence[Sequence[Item]], people: Mapping[str, Person]) -> None:
    """Put first, among the states that a name may mean, the one of which the article speaks otherwise."""
    shared = [item for row in rows for item in row if item.symbol in _OF_STATES and len(codes(item)) > 1]
    if not shared:
        return
    told = Counter(state for row in rows for item in row for state in _told(item, people))
    for item in shared:
        item.value = tuple(sorted(codes(item), key=lambda state: -told[state]))


def _told(item: Item, people: Mapping[str, Person]) -> Iterator[str]:
    """The state that one name alone makes sure: its own, that of its town, or of a person."""
    if item.symbol not in (*_OF_STATES, sym.PLACE, sym.PERSON) or len(codes(item)) != 1:
        return
    name = codes(item)[0]
    if item.symbol == sym.PLACE:
        yield name.rpartition("-")[2]
    elif item.symbol != sym.PERSON:
        yield name
    elif name in people and people[name].country:
        yield people[name].country
