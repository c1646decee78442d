"""Names of people in a row: full names, surnames, and names that no table knows."""

from __future__ import annotations

import re

from summitry.extract import symbols as sym
from summitry.extract.agents import Agents
from summitry.extract.annotate import Item
from summitry.extract.name_parts import begins, parted
from summitry.extract.people import Who
from summitry.extract.reading import Agent
from summitry.extract.text import said_again, unaccented
from summitry.extract.titles import Row, Title, codes

Named = tuple[Agent, int]
"""Who is named, and where the name ends."""

_APOSTROPHES, _INNER = frozenset("'’ʻ"), frozenset("'’ʻ-")
"""What a small letter may follow within a name: `Gebre-ab`, `Ndung'u`."""
_STARTS = frozenset({sym.FAMILY, sym.METO, sym.PLACE, sym.STATE})
_NAMING = frozenset({sym.CAPITAL, sym.WORD, sym.ORG, sym.PLACE, sym.STATE, sym.EVENT})
"""What right before a first name makes it part of another name: `rue Pierre …`, `Institut Jacques …`."""
_MOST_WORDS = 6
_INITIAL = 2
"""The most letters of what is no first name by itself."""
_NUMERAL = re.compile("[IVX]+")


class NameReader:
    """Reads the name at a position."""

    def __init__(self, agents: Agents, who: Who, text: str) -> None:
        self._agents = agents
        self._who = who
        self._text = text

    def read(self, row: Row, position: int, title: Title | None, *, unknown: bool = False) -> Named | None:
        """The person named at a position. Names that no table knows need a title, or `unknown` where they are sure."""
        while position < len(row) and row[position].symbol == "TITLE":
            position += 1
        position = self._initials(row, position)
        if position >= len(row):
            return None
        state = title.of if title and title.of in self._agents.reference.states else None
        office = title.office if title and not title.relative else None
        return self._known(row, position, state, office) or self._run_of_words(
            row, position, title is not None or unknown, state, office
        ) or self._surname(row, position, title, state, office)  # fmt: skip

    def _known(self, row: Row, position: int, state: str | None, office: str | None) -> Named | None:
        """A full name of the tables."""
        item = row[position]
        if item.symbol != sym.PERSON:
            return None
        following = row[position + 1] if position + 1 < len(row) else None
        if following and following.symbol == "JR":
            return self._agents.unknown(self._text[item.start : following.end], state), position + 2
        agent = self._who.by_name(codes(item), state, office)
        longer = self._longer(row, position)
        if agent is None or longer == position + 1:
            return (agent, position + 1) if agent else None
        last = row[longer - 1]
        numeral = _NUMERAL.fullmatch(last.text) is not None or last.symbol == sym.FAMILY
        if office and not numeral and not self._who.holds_now(agent, office):
            return self._agents.unknown(self._text[item.start : row[longer - 1].end], state), longer
        closed = longer < len(row) and row[longer].symbol == ","
        return agent, longer if closed or numeral else position + 1

    def _longer(self, row: Row, position: int) -> int:
        """Where further names behind a full name end (`Nicolás Maduro Moros`)."""
        at = position + 1
        while at < len(row) and row[at].start - row[at - 1].end == 1 and self._further(row[at], row[position]):
            at += 1
        return at

    def _further(self, item: Item, name: Item) -> bool:
        """Whether a word may go on with a full name: any capitalised one, or that person's own surname."""
        own = item.symbol == sym.FAMILY and not set(codes(item)).isdisjoint(codes(name))
        return item.symbol == sym.CAPITAL or own

    def _run_of_words(
        self, row: Row, position: int, unknown: bool, state: str | None, office: str | None
    ) -> Named | None:
        """A capitalised run: a known surname with an unknown or shortened first name, or somebody unknown."""
        item = row[position]
        if item.symbol != sym.CAPITAL and not (item.symbol == sym.FAMILY or (item.symbol in _STARTS and unknown)):
            return None
        last = self.run(row, position, unknown)
        if last - position < 2:
            return None
        words, end = self._text[item.start : row[last - 1].end], row[last - 1]
        if not {item.text.lower(), end.text.lower()}.isdisjoint(self._agents.organs):
            return None
        two = item.symbol == end.symbol == sym.FAMILY and row[position + 1].text == "-"  # `the Kim-Trump summit`
        if end.symbol == sym.FAMILY and item.symbol in (sym.CAPITAL, sym.FAMILY) and not two:
            known = self._who.by_family(codes(end), state, office if len(item.text) == 1 else None)
            again = item.symbol == sym.CAPITAL and (not self._who.named(codes(end)) or said_again(self._text, words))
            opening = position == 0 and not unknown and not again  # `Embattled Biden met`, but not `Hunter Biden met`
            fitting = known is not None and (opening or begins(known, item.text)) and not parted(known, words)
            if (known and fitting) or item.symbol == sym.CAPITAL:
                return known if known and fitting else self._agents.unknown(words, state), last
        if not two and (unknown or self._family_first(item)):
            return self._agents.unknown(words, state), last
        return None

    def given(self, row: Row, position: int) -> bool:
        """Whether a word is a first name that somebody in the tables bears."""
        return position < len(row) and unaccented(row[position].text) in self._agents.given_names

    def introduced(self, row: Row, position: int) -> bool:
        """Whether a name is sure without a title: `General Jane Roe`, or a usual first name and another word."""
        item, before = row[position], row[position - 1] if position else None
        if item.symbol == "TITLE":
            return True
        if item.symbol not in (sym.CAPITAL, sym.FAMILY) or not self.given(row, position):
            return False
        close = before is not None and item.start - before.end <= 1
        return (
            not (close and before is not None and (before.symbol in _NAMING or before.text in "-&"))
            and self._capitals(row, position) > 1
        )

    def _capitals(self, row: Row, position: int) -> int:
        """How many capitalised words a run has."""
        run = row[position : self.run(row, position, unknown=False)]
        return sum(item.symbol in (sym.CAPITAL, sym.FAMILY) for item in run)

    def _family_first(self, item: Item) -> bool:
        """`Kim Jung-sook`: a surname that stands first in the names of others."""
        people = self._agents.reference.people
        return item.symbol == sym.FAMILY and any(people[c].name.startswith(item.text + " ") for c in codes(item))

    def _surname(
        self, row: Row, position: int, title: Title | None, state: str | None, office: str | None
    ) -> Named | None:
        item = row[position]
        following = row[position + 1] if position + 1 < len(row) else None
        if first := self._by_first_name(row, position, title):
            return first, position + 1
        crown = title is not None and title.office in self._who.book.words.crowns and not title.of
        if item.symbol == sym.FAMILY and not crown:  # `King Abdullah` is nobody by surname
            longer = following is not None and following.symbol == sym.CAPITAL and following.start - item.end == 1
            if (
                (following is not None and following.symbol == "JR")
                or (longer and not title)
                or _hyphened(row, position)
            ):
                return None
            told = None if self._who.named(codes(item)) else self._who.unknown_family(item.text)
            agent = told or self._who.rather_named(self._who.by_family(codes(item), state, office), item.text)
            agent = agent or self._who.reigning(self._given_alone(row, position))
            return (agent, position + 1) if agent else None
        if not crown and item.has(sym.FAMILY) and (title or self._who.named(item.other(sym.FAMILY))):  # type: ignore[arg-type]
            agent = self._who.by_family(item.other(sym.FAMILY), state, office)  # type: ignore[arg-type]
            return (agent, position + 1) if agent else None
        if item.symbol != sym.CAPITAL:
            return self._crown_alone(row, position) if crown and item.symbol == sym.FAMILY else None
        known = self._who.unknown_family(item.text) or (self._crowned(row, position) if crown and title else None)
        known = known or self._given_alone(row, position)
        return (known, position + 1) if known else None

    def _given_alone(self, row: Row, position: int) -> Agent | None:
        """`Saifuddin`: somebody named in full before, called by the first name as is the custom of his country."""
        beside = row[position + 1 : position + 2] + (row[position - 1 : position] if position else [])
        alone = all(item.symbol not in (sym.CAPITAL, sym.FAMILY, sym.PERSON, "PART", sym.PLACE) for item in beside)
        return self._who.by_given(row[position].text) if alone and len(row[position].text) > _INITIAL else None

    def _crowned(self, row: Row, position: int) -> Agent | None:
        """`Queen Camilla`: somebody of a royal house whom no table knows, by office and first name."""
        office = row[position - 1]
        if position == 0 or office.symbol != sym.OFFICE:
            return None
        return self._agents.unknown(self._text[office.start : row[position].end], None, official=True)

    def _crown_alone(self, row: Row, position: int) -> Named | None:
        """`le prince héritier Hussein`: a first name that is a surname of others, behind an office of a royal house."""
        behind = row[position + 1 : position + 2]
        longer = " " in row[position].text or any(i.symbol in (sym.CAPITAL, sym.FAMILY, "PART") for i in behind)
        found = None if longer else self._crowned(row, position)
        return (found, position + 1) if found else None

    def _by_first_name(self, row: Row, position: int, title: Title | None) -> Agent | None:
        """`King Abdullah`, `Sheikh Tamim`: who is called by the first name."""
        item = row[position]
        if item.symbol not in (sym.CAPITAL, sym.FAMILY):
            return None
        if title:
            after = row[position + 1 : position + 3]
            behind = len(after) == 2 and after[0].symbol == "OF" and after[1].symbol == sym.STATE
            of = title.of or (codes(after[1])[0] if behind else None)
            if crowned := self._who.crowned(item.text, title.office, of):
                return crowned
        surname = item.symbol == sym.FAMILY and self._who.named(codes(item))
        return self._who.by_given(item.text) if self._titled(row, position) and not surname else None

    def _titled(self, row: Row, position: int) -> bool:
        """`Sheikh Tamim`: one word behind a form of address."""
        alone = position + 1 >= len(row) or row[position + 1].symbol not in (sym.CAPITAL, sym.FAMILY, "PART")
        return alone and position > 0 and row[position - 1].symbol == "TITLE" and row[position].text[:1].isupper()

    def _initials(self, row: Row, position: int) -> int:
        """Where a full name begins behind initials: `M. U. M. Ali Sabry`."""
        at = position
        while at < len(row) and len(row[at].text) == 1 and (row[at].text.isupper() or row[at].text == "."):
            at += 1
        return at if at < len(row) and row[at].symbol == sym.PERSON else position

    def run(self, row: Row, position: int, unknown: bool) -> int:
        """Where a run of capitalised words, particles and hyphens ends."""
        last = at = position
        words = 0
        while at < len(row) and words < _MOST_WORDS:
            item = row[at]
            if at > position and item.start - row[at - 1].end > 1:
                break
            if item.symbol in (sym.CAPITAL, sym.FAMILY) or (item.symbol in _STARTS and at == position):
                last, words = at + 1, words + 1
            elif row[at - 1].text in _INNER and item.symbol == sym.WORD and item.start == row[at - 1].end:
                last = at + 1
            elif not self._joins(row, at, position, unknown):
                break
            at += 1
        return last

    def _joins(self, row: Row, at: int, first: int, unknown: bool) -> bool:
        """Whether an item may stand inside a name: particles, hyphens, dots of initials, apostrophes."""
        item = row[at]
        if item.symbol == "PART" or item.text == "-":
            return True
        if item.text == ".":
            return at > first and len(row[at - 1].text) <= 2
        following = row[at + 1] if at + 1 < len(row) else None
        if item.text in _APOSTROPHES:
            return following is not None and following.start == item.end
        if not unknown or at == first or item.symbol not in ("OF", "DET"):
            return False
        if following is not None and following.symbol == "DET":
            following = row[at + 2] if at + 2 < len(row) else None
        preceded = row[at - 1].symbol in (sym.CAPITAL, "OF")
        return preceded and following is not None and following.symbol == sym.CAPITAL


def _hyphened(row: Row, position: int) -> bool:
    """`Test-Ban Treaty`: a word that hangs on another by a hyphen is nobody's name, unless that is a name too."""
    hangs = position > 1 and row[position - 1].text == "-" and row[position].start == row[position - 1].end
    return hangs and row[position - 1].start == row[position - 2].end and not row[position - 2].has(sym.FAMILY)
