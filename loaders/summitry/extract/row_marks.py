"""Marks in a row what a language says by endings, hyphens and articles, so that all rules read it as words.

Inserted items have no width and no text: quotes never change.
"""

from __future__ import annotations

from itertools import pairwise

from summitry.extract import symbols as sym
from summitry.extract.annotate import Item
from summitry.extract.forms import formed, known
from summitry.extract.gazetteer import Gazetteer
from summitry.extract.grammar import Grammar
from summitry.extract.packs import Entry, OfficeWord, VerbForm
from summitry.extract.text import fold

_HEADS = frozenset({sym.OFFICE, sym.OFFICES, sym.EVENT, "GOV", "COUNTERPART", "MEMBER"})
"""Nouns whose owner stands beside them."""
_OWNED = _HEADS | {sym.TREATY, "SEAT", "CHAIRSHIP", "BODY", "OBSERVER", "KIN", "INVITATION"}
_OWNERS = frozenset({sym.STATE, sym.METO, sym.ORG, sym.PERSON, sym.FAMILY, sym.PLACE})
_QUALIFIERS = frozenset({sym.DEM, "ORD", "FORMER", "ACTING", "NEXTOFF", "PAST", "NUM", sym.WORD, sym.NUMBER})
_NOUNS = _HEADS | {sym.TREATY}
_DESCRIBING = _QUALIFIERS | _OWNERS
_LONGEST = 3
_CLUSTER = 3
"""The most verbs that stand together at the end of a clause."""
_OF, _S = formed("OF"), formed("S")
_VERBAL = frozenset({"HAVE", "BE", "WAS", "PASSIVE", "FUT", "COND"})
_MODAL = ("FUT", "COND", "NEG")
_PREPOSITIONS = frozenset({"IN", "TO", "OF", "ON", "WITH", "BETWEEN", "BY", "FROM", "DURING", "AROUND"})
_CLAUSE = frozenset({",", ";", ":", ".", "!", "?", sym.QUOTE, "SUB", "REL", "–", "(", ")"})
_NAMES = frozenset({sym.PERSON, sym.FAMILY, sym.STATE})
"""What lists of guests are made of."""
_LEADING = frozenset({"AND", "OR", "BUT", "ADV", "NEG", "AROUND", sym.TIME})
"""What may stand before a conjunction that opens a clause without a comma (`kurz nachdem`, `und wenn`)."""
_LONG_NOUN, _PREFIX, _HEAD = 9, 3, 5
"""Least letters of a compound that is taken apart, of its first part and of its last."""
_PLAIN_LEVELS = frozenset({"minister", "envoy", "other"})
"""Levels of offices that compounds have: `Vereinspräsident` is no head of state."""


def _heads(entry: Entry) -> bool:
    """Whether a compound may end in this reading of a noun."""
    if entry.symbol == sym.OFFICE:
        return isinstance(entry.value, OfficeWord) and entry.value.level in _PLAIN_LEVELS
    return entry.symbol in (sym.EVENT, sym.TREATY, sym.NOTEV)


def _infinitive(item: Item) -> bool:
    """Whether a form of a verb is an infinitive alone."""
    form = item.other(sym.VERB)
    return isinstance(form, VerbForm) and form.tenses == "b"


class RowMarks:
    """Prepares the rows of one language; changes nothing for a language whose grammar asks for nothing."""

    def __init__(self, grammar: Grammar, gazetteer: Gazetteer) -> None:
        self._grammar = grammar
        self._gazetteer = gazetteer

    def mark(self, row: list[Item]) -> list[Item]:
        """The row with owners, relative pronouns and plurals marked."""
        self._auxiliaries(row)
        if self._grammar.plain:
            return row
        if self._grammar.capital_nouns:
            for item in row:
                self._compound(item)
        if self._grammar.genitive:
            row = self._joined(row)
            for item in row:
                self._owner(item)
        self._plurals(row)
        self._relatives(row)
        if self._grammar.capital_nouns:
            self._nouns(row)
        if self._grammar.verb_second:
            self._conjunctions(row)
        return self._owners(row)

    def _auxiliaries(self, row: list[Item]) -> None:
        """`prevé reunirse`, `evitó ayer reunirse`: a verb that is an auxiliary too is one before an infinitive."""
        for at, item in enumerate(row[:-1]):
            mark = next((kind for kind in _MODAL if kind in item.kinds), None) if item.symbol == sym.VERB else None
            if mark is None:
                continue
            behind = next((other for other in row[at + 1 :] if other.symbol not in ("ADV", sym.TIME)), None)
            if behind is not None and behind.has(sym.VERB) and _infinitive(behind):
                item.become(formed(mark, None, tuple(e for e in item.entries if e.symbol != sym.VERB)))

    def _joined(self, row: list[Item]) -> list[Item]:
        """`US-Präsident`, `G20-Gipfel`: a hyphen before the noun that heads a compound is left out."""
        return [
            item
            for at, item in enumerate(row)
            if not (
                item.text == "-"
                and 0 < at < len(row) - 1
                and row[at - 1].end == item.start
                and item.end == row[at + 1].start
                and row[at + 1].symbol in _NOUNS
            )
        ]

    def _compound(self, item: Item) -> None:
        """`Zweistaatenkonferenz`, `Kremlberater`: a long noun that no table lists is read as the noun it ends in."""
        word = item.text
        if item.symbol != sym.CAPITAL or item.entries or len(word) < _LONG_NOUN or not word.isalpha():
            return
        for at in range(_PREFIX, len(word) - _HEAD + 1):
            entries = self._gazetteer.word(fold(word[at:]), word[at:].capitalize())
            if any(_heads(entry) for entry in entries):
                item.become(known(tuple(entry for entry in entries if _heads(entry))))
                return

    def _owner(self, item: Item) -> None:
        """`Macrons`: a name that no table lists with its ending is read without it."""
        ending = self._grammar.genitive
        if item.symbol != sym.CAPITAL or not item.text.endswith(ending):
            return
        name = item.text[: -len(ending)]
        entries = tuple(e for e in self._gazetteer.word(fold(name), name) if e.symbol in _OWNERS) if name else ()
        if entries:
            item.become(known(entries))

    def _genitive(self, item: Item) -> bool:
        """Whether a name ends in the genitive: without the ending it is a name of the same sort."""
        ending = self._grammar.genitive
        if item.symbol not in _OWNERS or not item.text.endswith(ending) or " " in item.text:
            return False
        name = item.text[: -len(ending)]
        return any(e.symbol == item.symbol for e in self._gazetteer.word(fold(name), name))

    def _owners(self, row: list[Item]) -> list[Item]:
        """Items for `'s` and `of` where only an ending or an article says so."""
        marked: list[Item] = []
        for at, item in enumerate(row):
            genitive = bool(self._grammar.genitive) and self._genitive(item)
            head = genitive and self._head_follows(row, at)
            if genitive and not head and marked and self._owned(marked[-1]):
                marked.append(Item(_OF, item.start, item.start, ""))
            elif item.symbol == "DET" and marked and self._owned(marked[-1]) and self._possessive(item):
                item.become(formed("OF", None, item.entries))
            marked.append(item)
            if head:
                marked.append(Item(_S, item.end, item.end, ""))
        return marked

    def _owned(self, item: Item) -> bool:
        return item.symbol in _OWNED or (item.symbol in (sym.CAPITAL, sym.WORD) and item.text[:1].isupper())

    def _possessive(self, item: Item) -> bool:
        return item.text in self._grammar.genitive_articles

    def _head_follows(self, row: list[Item], at: int) -> bool:
        """`Polens neuer Präsident`: the noun that is owned, over adjectives."""
        for item in row[at + 1 : at + 2 + _LONGEST]:
            if item.symbol in _HEADS or (item.symbol in (sym.CAPITAL, sym.WORD) and item.text[:1].isupper()):
                return True
            if item.symbol not in _QUALIFIERS:
                return False
        return False

    def _plurals(self, row: list[Item]) -> None:
        """`die Außenminister`, `Treffen der Außenminister`: many, where the article says so."""
        for at, item in enumerate(row):
            if item.symbol != sym.OFFICE or not item.has(sym.OFFICES):
                continue
            first = at - 1
            while first >= 0 and at - first <= _LONGEST and row[first].symbol in _DESCRIBING:
                first -= 1
            article = row[first].text.lower() if first >= 0 else ""
            owned = first > 0 and row[first - 1].symbol in _OWNED and article in self._grammar.genitive_articles
            alike = owned and item.text == item.text.removesuffix(self._grammar.genitive)
            if article in self._grammar.plural or alike:
                item.choose(sym.OFFICES)

    def _nouns(self, row: list[Item]) -> None:
        """`nach zehn Tagen`: inside a sentence, a word with a capital is no verb."""
        for before, item in pairwise(row):
            inside = before.symbol not in _CLAUSE and before.text not in ("-", '"')
            if item.symbol == sym.VERB and item.text[:1].isupper() and inside:
                item.become(formed(sym.WORD, None, ()))

    def _relatives(self, row: list[Item]) -> None:
        """`, die an dem Treffen teilnahmen`: an article behind a comma, or a preposition, that opens a clause."""
        for at, item in enumerate(row):
            if item.symbol != "DET" or item.text not in self._grammar.relatives or at + 1 >= len(row):
                continue
            before = at - 1 - (at > 1 and row[at - 1].symbol in _PREPOSITIONS)
            if before >= 0 and row[before].symbol == "," and self._verb_last(row, at + 1):
                item.become(formed("REL", None, item.entries))

    def _conjunctions(self, row: list[Item]) -> None:
        """`als Gast`: a word that opens a clause elsewhere opens none when no verb ends it."""
        for at, item in enumerate(row):
            if item.symbol == "SUB" and (self._inside(row, at) or not self._verb_last(row, at + 1)):
                item.become(formed(sym.WORD, None, item.entries))

    def _inside(self, row: list[Item], at: int) -> bool:
        """`mehr als zwei Stunden`, `reiste als erster Kanzler`: no comma or adverb is before what opens a clause."""
        before = row[at - 1] if at else None
        if before is None or before.symbol in _CLAUSE | _LEADING or not before.text[:1].isalpha():
            return False
        return not (before.symbol in (sym.WORD, sym.CAPITAL) and before.text[:1].isupper())

    def _clause_end(self, row: list[Item], first: int) -> int:
        """Where a clause ends: at a mark that is no comma in a list of names (`an dem A, B und C teilnahmen`)."""
        last = first
        while last < len(row):
            listed = row[last].symbol == "," and first < last < len(row) - 1 and row[last - 1].symbol in _NAMES
            if row[last].symbol in _CLAUSE and not (listed and row[last + 1].symbol in _NAMES):
                return last
            last += 1
        return last

    def _verb_last(self, row: list[Item], first: int) -> bool:
        """Whether a verb ends the clause, and no finite one stands before it (`der Gipfel soll lange dauern`)."""
        last = self._clause_end(row, first)
        if last == first or any(item.symbol in _VERBAL for item in row[first : last - _CLUSTER]):
            return False
        ending = row[last - 1]
        verb = ending.symbol in _VERBAL or (ending.has(sym.VERB) and ending.text[:1].islower())
        return verb or (ending.symbol == sym.WORD and not ending.entries and ending.text[:1].islower())
