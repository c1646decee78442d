"""Titles in a row: an office with whose it is and what qualifies it (`the former French foreign minister`)."""

from __future__ import annotations

from dataclasses import dataclass, field

from summitry.extract import symbols as sym
from summitry.extract.annotate import Item
from summitry.extract.packs import OfficeWord, Pack
from summitry.extract.text import bare_initials

Row = list[Item]

NAMES = frozenset({sym.PERSON, sym.FAMILY, sym.NAME, sym.CAPITAL})
"""What a name may be made of."""
OWNERS = frozenset({sym.STATE, sym.METO, sym.ORG})
DETERMINERS = frozenset({"DET", "POSS", "THEIR", "NUM"})
MARKS = {"FORMER": "former", "NEXTOFF": "future", "ACTING": "acting"}
"""What a word beside an office says about its holder."""
PLURAL = "plural"
"""The level of words for several holders."""


@dataclass(slots=True)
class Title:
    """A title noun phrase: office, whose, and what qualifies it. `last` is exclusive."""

    first: int
    last: int
    office: str
    level: str
    of: str | None = None
    of_item: Item | None = None
    former: bool = False
    future: bool = False
    acting: bool = False
    possessive: bool = False
    plural: bool = False
    region: bool = False
    back: bool = False
    """Of an organisation named before (`president of the bloc`)."""
    elsewhere: bool = False
    """Of a body that no table knows, so of no state either."""
    post: str | None = None
    """Whose office it is by the word itself (`Pentagon chief`)."""
    states: tuple[str, ...] = ()
    also: list[Title] = field(default_factory=list)
    """Further offices of the same person (`deputy prime minister and foreign minister`)."""

    @property
    def held(self) -> bool:
        """Whether the office is held now."""
        return not (self.former or self.future)

    @property
    def relative(self) -> bool:
        """Whether the office is that of somebody named before."""
        return self.level == "relative"


def codes(item: Item) -> tuple[str, ...]:
    """The short ids that an item may stand for."""
    found: tuple[str, ...] = item.value
    return found


def office_words(pack: Pack) -> dict[str, OfficeWord]:
    """The words for offices of a pack by folded form, those in the plural too; capitals may lack accents."""
    found: dict[str, OfficeWord] = {}
    for surface, entries in pack.entries.items():
        for entry in entries:
            if entry.symbol in (sym.OFFICE, sym.OFFICES):
                word = entry.value if entry.symbol == sym.OFFICE else OfficeWord(entry.value, PLURAL)
                found.setdefault(bare_initials(surface), word)
                found[surface] = word
    return found
