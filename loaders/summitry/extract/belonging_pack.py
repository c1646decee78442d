"""A language's phrases of belonging: `lang/<code>/belonging.yaml`, read, checked and made into regular expressions.

A rule is a row of elements between blanks. An element is a class of `words`, one of the signs below, or a word as it is
printed; `a|b` is a choice, `?` and `*` behind an element say that it may be missing or stand more than once.

    M  states, one or several     L  several states     A  one state alone     D  the adjective of a state
    X  a body or `the group`      Y  the body named last, which the phrase leaves out
    P  a person, who stands for the own state (`whose country`)   <P> any person   GAP words without a state or body
    <S> any state   <T> a time   <N> a number   <R> an ordinal

`free` asks that the states belong to nobody before them (`the minister of A`), `known` that the tables hold them for
members: the phrase alone would not be enough.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from summitry.claims import ReferenceDataError
from summitry.extract.yaml_file import read_yaml

ROLES = frozenset({"member", "chair", "observer", "partner", "associate", "suspended"})
_SECTIONS = frozenset({"joiners", "owners", "doubt", "about", "words", "rules"})
_FIELDS = frozenset({"role", "text", "free", "known"})
_GROUP = re.compile(r"\(\?P<(.)")
"""The first letter of a group's name."""
_STATE = r"<S\d+> "
_SIGNS = {
    "M": "<S", "L": "<S", "A": "<S", "<S>": "<S", "P": "<P", "<P>": "<P", "D": "<D", "X": "<O <B", "Y": "", "GAP": "",
}  # fmt: skip
_MARKS = {sign: frozenset(marks.split()) for sign, marks in _SIGNS.items()}
"""The marks for which the signs of rules stand; none where anything may stand."""


@dataclass(frozen=True, slots=True)
class BelongingRule:
    """A phrase that says who belongs to a body. Groups named m… hold states, x… the body, y… a body left out."""

    role: str
    source: str
    free: bool
    known: bool
    needs: tuple[frozenset[str], ...]
    """Sets of words of each of which one stands in every sentence that matches, the rarest first."""

    @property
    def pattern(self) -> re.Pattern[str]:
        """The phrase as an expression; it is compiled, and kept by `re`, when a sentence may match it: few ever do."""
        return re.compile(self.source)


@dataclass(frozen=True, slots=True)
class BelongingPack:
    """The phrases of one language."""

    rules: tuple[BelongingRule, ...] = ()
    owners: frozenset[str] = frozenset()
    """Prepositions of the owner: `of`."""
    doubt: frozenset[str] = frozenset()
    """Words after which nothing is stated: `if`."""
    leaving: frozenset[str] = frozenset()
    """Words of which one stands in each phrase that leaves out the body."""
    _by_word: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list), init=False, repr=False)

    def __post_init__(self) -> None:
        for number, rule in enumerate(self.rules):
            for word in rule.needs[0]:
                self._by_word[word].append(number)

    def fitting(self, words: Collection[str]) -> Iterator[BelongingRule]:
        """The rules that may match a sentence with some words, in order: nearly always none."""
        numbers = {number for word in words if word in self._by_word for number in self._by_word[word]}
        for number in sorted(numbers):
            if not any(need.isdisjoint(words) for need in self.rules[number].needs):
                yield self.rules[number]


def load_belonging(path: Path) -> BelongingPack:
    """Read a file of phrases; a language without one has none. ReferenceDataError when it breaks the schema."""
    if not path.exists():
        return BelongingPack()
    return parse_belonging(read_yaml(path), str(path))


def parse_belonging(content: Any, name: str) -> BelongingPack:
    """Check the parsed file; `name` is what error messages call it."""
    if not isinstance(content, dict) or set(content) != _SECTIONS:
        raise ReferenceDataError(name, "has not the sections of phrases of belonging", f"use {sorted(_SECTIONS)}")
    words = {cls: tuple(map(str, forms)) for cls, forms in content["words"].items()}
    writer = _Writer(words, _choice(map(str, content["joiners"])), _choice(map(str, content["about"])))
    rules = tuple(_rule(spec, writer, name) for spec in content["rules"])
    owners, doubt = (frozenset(map(str, content[name])) for name in ("owners", "doubt"))
    leaving = frozenset(word for rule in rules if _MARKS["X"] not in rule.needs for word in rule.needs[0])
    return BelongingPack(rules, owners, doubt, leaving)


def _rule(spec: Mapping[str, Any], writer: _Writer, name: str) -> BelongingRule:
    if unknown := set(spec) - _FIELDS or {spec.get("role")} - ROLES:
        raise ReferenceDataError(name, f"a rule has unknown {sorted(map(str, unknown))}", f"use {sorted(ROLES)}")
    source = r"(?<!\S)" + writer.write(str(spec["text"]))
    if not {"x", "y"} & {*_GROUP.findall(source)}:
        raise ReferenceDataError(name, f"{spec['text']!r} names no body", "write X or Y")
    needs = writer.needs(str(spec["text"]))
    if not needs:
        raise ReferenceDataError(name, f"{spec['text']!r} may match anything", "write a word that must stand there")
    return BelongingRule(spec["role"], source, bool(spec.get("free")), bool(spec.get("known")), needs)


class _Writer:
    """Writes rules as regular expressions over sentences in which a blank follows each word."""

    def __init__(self, words: Mapping[str, Sequence[str]], joiners: str, about: str) -> None:
        self._forms = words
        self._words = {cls: _choice(forms) for cls, forms in words.items()}
        self._group = rf"(?:<O\d+> |{about}*<B\d+> )"
        self._more = f"(?:{joiners}+{_STATE})"

    def write(self, text: str) -> str:
        """The expression of one rule."""
        number = count()
        return "".join(self._element(element, number) for element in text.split())

    def needs(self, text: str) -> tuple[frozenset[str], ...]:
        """For each element that must be there the words of which one must; long words are rarer than short ones."""
        needed = {self._words_of(element) for element in text.split() if not _suffix(element)}
        return tuple(sorted(needed - {frozenset()}, key=_rarity, reverse=True))

    def _words_of(self, element: str) -> frozenset[str]:
        choices = [self._word_of(part) for part in element.split("|")]
        return frozenset().union(*choices) if all(choices) else frozenset()

    def _word_of(self, part: str) -> frozenset[str]:
        if part in _MARKS:
            return _MARKS[part]
        return frozenset(max(form.split(), key=len) for form in self._forms.get(part, (part,)))

    def _element(self, element: str, number: count[int]) -> str:
        suffix = _suffix(element)
        choices = [self._one(part, next(number)) for part in element.removesuffix(suffix).split("|")]
        return f"(?:{'|'.join(choices)}){suffix}"

    def _one(self, part: str, number: int) -> str:
        signs = {
            "M": f"(?P<m{number}>{_STATE}{self._more}*)",
            "L": f"(?P<m{number}>{_STATE}{self._more}+)",
            "A": f"(?P<m{number}>{_STATE})(?!{self._more})",
            "D": rf"(?P<m{number}><D\d+> )",
            "X": f"(?P<x{number}>{self._group})",
            "Y": f"(?P<y{number}>)",
            "P": rf"(?P<m{number}><P\d+> )",
            "<P>": r"<P\d+> ",
            "GAP": r"(?:(?!<[SOBD])\S+ ){1,12}",
            "<S>": _STATE,
        }
        return signs.get(part) or self._words.get(part) or re.escape(part) + " "


def _suffix(element: str) -> str:
    """Whether an element may be missing, or stand more than once."""
    return element[-1] if len(element) > 1 and element[-1] in "?*" else ""


def _rarity(words: frozenset[str]) -> tuple[bool, int, list[str]]:
    return words not in _MARKS.values(), min(map(len, words)), sorted(words)


def _choice(forms: Iterable[str]) -> str:
    """One of several words or phrases, the longest first."""
    ordered = sorted(forms, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(form) + " " for form in ordered) + ")"
