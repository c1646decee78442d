"""Runs the rules of a pack over windows of tokens and picks the best match at each place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from summitry.extract.time import patterns
from summitry.extract.time.lexicon import Lexicon
from summitry.extract.time.openings import openings
from summitry.extract.time.pack import DatesPack, Rule, Value
from summitry.extract.time.patterns import Compiled, Item
from summitry.extract.time.tokens import Window

_BEFORE_REACH = 6
_OF_DAYS = {"date", "shift", "holiday"}


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that matched: the quoted span in code points and the captured values."""

    rule: Rule
    start: int
    end: int
    values: Mapping[str, Value]
    bound: str | None = None


@dataclass(frozen=True, slots=True)
class _Candidate:
    first: int
    last: int
    reach: int
    index: int
    found: re.Match[str]


@dataclass(frozen=True, slots=True)
class Parsed:
    """The rules of a pack as pieces, before the lexicon that they need exists."""

    rules: list[list[Item]]
    after: list[list[Item]]
    before: dict[str, list[list[Item]]]

    def literals(self) -> set[str]:
        """Every plain word that a pattern names."""
        return {word for items in self._all() for word in patterns.literals(items)}

    def _all(self) -> list[list[Item]]:
        return [*self.rules, *self.after, *(items for group in self.before.values() for items in group)]


def parse(pack: DatesPack) -> Parsed:
    """Read all patterns of a pack; ReferenceDataError names the rule that is broken."""
    rules = [patterns.parse(r.pattern, pack.macros, f"rule {r.id} of {pack.language}") for r in pack.rules]
    after = [patterns.parse(p, pack.macros, f"after of {pack.language}") for p in pack.after]
    before = {
        bound: [patterns.parse(p, pack.macros, f"before of {pack.language}") for p in group]
        for bound, group in pack.before.items()
    }
    return Parsed(rules, after, before)


class Matcher:
    """The compiled rules of one pack."""

    def __init__(self, pack: DatesPack, parsed: Parsed, lexicon: Lexicon) -> None:
        self._rules = pack.rules
        self._compiled = [
            patterns.compile_items(items, lexicon.codes_of, f"rule {rule.id} of {pack.language}")
            for rule, items in zip(pack.rules, parsed.rules, strict=True)
        ]
        # By the first token: which rules can begin with it.
        self._by_opening, self._by_any = _indexed([openings(items, lexicon.codes_of) for items in parsed.rules])
        after = [patterns.compile_items(items, lexicon.codes_of, "after") for items in parsed.after]
        self._after = re.compile("|".join(_ungrouped(c) for c in after)) if after else None
        self._before = {
            bound: re.compile(
                "|".join(_ungrouped(patterns.compile_items(i, lexicon.codes_of, "before")) for i in group)
            )
            for bound, group in parsed.before.items()
        }

    def matches(self, window: Window) -> Iterator[Match]:
        """Matches from left to right; a rule with the operation `none` swallows what it matches."""
        codes = window.codes
        begin = position = 0
        while (position := self._opening(codes, position)) < len(codes):
            candidates = self._at(codes, position)
            if not candidates:
                position += 1
                continue
            best = self._best(codes, position, candidates)
            position = max(best.last, best.first + 1)
            rule = self._rules[best.index]
            if rule.op == "none":
                position = max(position, best.reach)
                continue
            last = self._extended(codes, best.last) if rule.op in _OF_DAYS else best.last
            first, bound = self._bound(codes, begin, best.first)
            begin = position = max(position, last)
            start, end = window.starts[first], window.ends[last - 1]
            yield Match(rule, start, end, self._values(window, best), rule.bound or bound)

    def _best(self, codes: str, start: int, candidates: list[_Candidate]) -> _Candidate:
        """The candidate whose span begins first, then the longest, then the rule named first.

        A rule may begin with context ("in {May}"); spans that begin inside that context compete with it.
        """
        first = min(c.first for c in candidates)
        for position in range(start + 1, first + 1):
            candidates += self._at(codes, position)
        return min(candidates, key=lambda c: (c.first, -c.last, -c.reach, c.index))

    def _at(self, codes: str, position: int) -> list[_Candidate]:
        candidates = []
        for index in self._by_opening.get(codes[position], self._by_any):
            compiled = self._compiled[index]
            found = compiled.regex.match(codes, position)
            if found and found.end() > position:
                first, last = found.span("span") if compiled.spanned else found.span()
                candidates.append(_Candidate(first, last, found.end(), index, found))
        return candidates

    def _opening(self, codes: str, position: int) -> int:
        """Where the next token stands with which a rule can begin."""
        known = self._by_opening
        while position < len(codes) and codes[position] not in known and not self._by_any:
            position += 1
        return position

    def _extended(self, codes: str, last: int) -> int:
        """Take in a time of day that follows ("lundi | à 15 h")."""
        found = self._after.match(codes, last) if self._after else None
        return found.end() if found else last

    def _bound(self, codes: str, begin: int, first: int) -> tuple[int, str | None]:
        """Take in a word before the span that makes it one end ("jusqu'au | 12 mars"); `begin` is the limit."""
        for bound, pattern in self._before.items():
            for start in range(max(begin, first - _BEFORE_REACH), first):
                if pattern.fullmatch(codes, start, first):
                    return start, bound
        return first, None

    def _values(self, window: Window, best: _Candidate) -> dict[str, Value]:
        values = dict(self._rules[best.index].constants)
        spans = best.found.regs
        for group, name, cls in self._compiled[best.index].captures:
            place = spans[group][0]
            if place >= 0:
                values[name] = window.values[place][cls]
        return values


def _indexed(openings_of: list[frozenset[str] | None]) -> tuple[dict[str, list[int]], list[int]]:
    """The numbers of the rules by their first token, and those that can begin with any."""
    any_ = [index for index, codes in enumerate(openings_of) if codes is None]
    known = {code for codes in openings_of if codes for code in codes}
    by_code = {
        code: [index for index, codes in enumerate(openings_of) if codes is None or code in codes] for code in known
    }
    return by_code, any_


def _ungrouped(compiled: Compiled) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", compiled.regex.pattern)
