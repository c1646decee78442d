"""Who belongs to which body or leads it, by the phrases of a language (`lang/<code>/belonging.yaml`)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from summitry.claims import AgentType, Evidence
from summitry.extract import symbols as sym
from summitry.extract.annotate import Item
from summitry.extract.belonging_pack import BelongingPack, BelongingRule
from summitry.extract.reading import Agent, MembershipReading

_SHAPES = {sym.TIME: "<T>", sym.NUMBER: "<N>", "ORD": "<R>", sym.QUOTE: "<Q>"}
_HEADS = frozenset({
    sym.WORD, sym.EVENT, sym.NOTEV, sym.OFFICE, sym.OFFICES, sym.CAPITAL, sym.TREATY, sym.ORG, "GOV", "MEMBER", "BODY",
    "COUNTERPART", "OBSERVER", "CHAIRSHIP", "S", "-",
})  # fmt: skip
"""What takes a body before it as its owner: who joins `NATO exercises` or chairs `the G7 meeting` joins no body."""
_STATES = (sym.STATE, sym.PLACE)
_SEATS = (sym.METO, sym.PLACE)
_STATING = frozenset({sym.STATE, sym.METO, sym.PLACE, sym.DEM, sym.PERSON, sym.FAMILY})
"""What names a state, or somebody who may stand for one."""
_NAMING = frozenset({sym.ORG, "BODY"})
_MARKED = _STATING | _NAMING
_LETTERS = {sym.PERSON: "P", sym.FAMILY: "P", sym.DEM: "D", sym.ORG: "O", "BODY": "B"}
_DOUBT_REACH = 4
_SHARE = 2 / 3
"""How many of a list the tables must know for it to be one of members."""
_MARK = re.compile(r"<([SDOBP])(\d+)>")
_PEOPLE = (sym.PERSON, sym.FAMILY)
_WHERE = frozenset({"IN", "FROM", "TO", "AROUND", "ON"})


@dataclass(frozen=True, slots=True)
class Tables:
    """What the reference tables know."""

    agent: Callable[[str], Agent | None]
    """The state or body of a short id."""
    members: Mapping[str, frozenset[str]]
    """The states that ever belonged to a body, by its key."""
    home: Callable[[str], str]
    """The state of a person; empty when none is known."""


class BelongingReader:
    """Reads rows of annotations, one article at a time."""

    def __init__(self, pack: BelongingPack, tables: Tables) -> None:
        self._pack = pack
        self._tables = tables

    def read(self, rows: Sequence[Sequence[Item]], text: str, folded: str) -> list[list[MembershipReading]]:
        """What each sentence states, in the order of the rules; nothing in a language without phrases.

        `folded` is the text as `fold` gives it.
        """
        if not self._pack.rules:
            return []
        named = _Named(self._tables, rows)
        found: list[list[MembershipReading]] = []
        for number, row in enumerate(rows):
            promising = self._promising(row, folded)
            sentence = _Sentence(row, text, folded, self._tables, named) if promising else None
            found.append(list(sentence.read(self._pack)) if sentence is not None else [])
            named.pass_by(number)
        return found

    def _promising(self, row: Sequence[Item], folded: str) -> bool:
        """Whether a sentence names a state and a body, or a state and words that may leave out the body."""
        symbols = {item.symbol for item in row}
        if symbols.isdisjoint(_STATING):
            return False
        if not symbols.isdisjoint(_NAMING):
            return True
        said = folded[row[0].start : row[-1].end]
        return any([word in said for word in self._pack.leaving])


class _Named:
    """Which body an article means by `the bloc`: of those named so far the one of which it speaks most."""

    def __init__(self, tables: Tables, rows: Sequence[Sequence[Item]]) -> None:
        self._tables = tables
        self._clubs_of = [list(self._clubs(row)) for row in rows]
        self._often = Counter(chain.from_iterable(self._clubs_of))
        self._before: list[str] = []

    def pass_by(self, number: int) -> None:
        """Note the bodies of a sentence that was read."""
        self._before.extend(self._clubs_of[number])

    def meant(self, row: Sequence[Item]) -> Agent | None:
        """The body meant behind the beginning of a sentence; the last one of those named as often."""
        before = [*self._before, *self._clubs(row)]
        best = max(reversed(before), key=self._often.__getitem__, default=None)
        return self._tables.agent(best) if best is not None else None

    def _clubs(self, row: Sequence[Item]) -> Iterator[str]:
        """The bodies that have states as members."""
        for item in row:
            if item.symbol != sym.ORG:
                continue
            body = self._tables.agent(_code(item))
            if body is not None and body.key in self._tables.members:
                yield _code(item)


class _Sentence:
    """One sentence as a string in which states and bodies are marks, and what its phrases say."""

    def __init__(self, row: Sequence[Item], text: str, folded: str, tables: Tables, named: _Named) -> None:
        self._row = row
        self._text = text
        self._folded = folded
        self._tables = tables
        self._named_before = named
        self._words = [self._shape(index, item) for index, item in enumerate(row)]
        self._starts: list[int] = []
        at = 0
        for word in self._words:
            self._starts.append(at)
            at += len(word) + 1
        self._line = " ".join((*self._words, ""))

    @property
    def tokens(self) -> set[str]:
        """The words of the sentence, and its marks without their numbers."""
        words = set(self._line.split())
        return words | {word[:2] for word in words if word[0] == "<"}

    def read(self, pack: BelongingPack) -> Iterator[MembershipReading]:
        """The memberships stated, each once; the first rule that tells of a state and a body wins."""
        told: set[tuple[str, str]] = set()
        for rule in pack.fitting(self.tokens):
            for match in rule.pattern.finditer(self._line):
                for reading in self._matched(rule, match, pack):
                    if (reading.member.key, reading.of.key) not in told:
                        told.add((reading.member.key, reading.of.key))
                        yield reading

    def _matched(self, rule: BelongingRule, match: re.Match[str], pack: BelongingPack) -> Iterator[MembershipReading]:
        first, last = self._index(match.start()), self._index(match.end() - 1)
        if (rule.free and self._owned(first, pack)) or self._doubtful(first, pack) or not self._ends(match, last, pack):
            return
        body = self._named(match)
        codes = self._codes(match)
        if body is None or (rule.known and not self._known(codes, body)):
            return
        span = (self._row[first].start, self._row[last].end)
        for code in codes:
            member = self._tables.agent(code)
            if member is not None and member.type is AgentType.STATE:
                evidence = Evidence(*span, self._text[span[0] : span[1]])
                yield MembershipReading(member, body, rule.role, evidence, f"member.{rule.role}")

    # what stands around

    def _owned(self, first: int, pack: BelongingPack) -> bool:
        """Whether the phrase begins with a state to which something before belongs: `the ministers of A`."""
        at = first - 1
        while at >= 0 and self._row[at].symbol == "DET" and self._words[at] not in pack.owners:
            at -= 1
        return at >= 0 and self._words[at] in pack.owners

    def _doubtful(self, first: int, pack: BelongingPack) -> bool:
        """Whether the phrase is only a condition or a wish."""
        return any(word in pack.doubt for word in self._words[max(first - _DOUBT_REACH, 0) : first])

    def _ends(self, match: re.Match[str], last: int, pack: BelongingPack) -> bool:
        """Whether the body at the end of a phrase stands for itself."""
        following = self._row[last + 1] if last + 1 < len(self._row) else None
        named = {name[0] for name in match.groupdict() if match.end(name) == match.end()}
        left = "y" in named
        if named.isdisjoint("xy") or following is None or _separate(following):
            return True
        return following.symbol not in _HEADS and not (left and self._words[last + 1] in pack.owners)

    # who is named

    def _codes(self, match: re.Match[str]) -> list[str]:
        groups = [value for name, value in match.groupdict().items() if name[0] == "m" and value]
        found = (self._code(int(at)) for _, at in _MARK.findall("".join(groups)))
        return list(dict.fromkeys(filter(None, found)))

    def _code(self, at: int) -> str:
        """The state that an item names, or that of the person whom it names."""
        item = self._row[at]
        if item.symbol in _PEOPLE:
            slugs = item.value if isinstance(item.value, tuple) else ()
            return self._tables.home(slugs[0]) if len(slugs) == 1 else ""
        return _code(item)

    def _named(self, match: re.Match[str]) -> Agent | None:
        for name, value in match.groupdict().items():
            if name[0] == "x" and value:
                mark = _MARK.search(value)
                return self._body(int(mark.group(2))) if mark else None
            if name[0] == "y" and value is not None:
                return self._named_before.meant(self._row[: self._index(max(match.start(name) - 1, 0))])
        return None

    def _body(self, at: int) -> Agent | None:
        """The body that an item names, or means (`the bloc`)."""
        if self._words[at].startswith("<B"):
            return self._named_before.meant(self._row[:at])
        found = self._tables.agent(_code(self._row[at]))
        return found if found is not None and found.is_body else None

    def _known(self, codes: Sequence[str], body: Agent) -> bool:
        """Whether the tables hold the states for members, or nearly all of a list."""
        known = self._tables.members.get(body.key, frozenset())
        share = sum(code in known for code in codes) / max(len(codes), 1)
        return share >= (_SHARE if len(codes) > 2 else 1)

    # marks

    def _index(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1

    def _shape(self, index: int, item: Item) -> str:
        letter = self._letter(index, item) if item.symbol in _MARKED else ""
        if letter:
            return f"<{letter}{index}>"
        return _SHAPES.get(item.symbol) or self._folded[item.start : item.end]

    def _letter(self, index: int, item: Item) -> str:
        """What a name is marked as; empty for a seat of government that is only a place here."""
        if item.symbol in _STATES and item.has(sym.STATE):
            return "S"
        if item.symbol in _SEATS and item.has(sym.METO) and self._row[index - 1].symbol not in _WHERE:
            return "S"
        return _LETTERS.get(item.symbol, "")


def _code(item: Item) -> str:
    value = item.other(sym.STATE) or item.other(sym.METO) if item.symbol == sym.PLACE else item.value
    return str(value[0]) if isinstance(value, tuple) else ""


def _separate(item: Item) -> bool:
    """Whether a word is only a mark of punctuation."""
    return not any(char.isalnum() for char in item.text) and item.text != "-"
