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
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import yaml

from summitry.claims import ReferenceDataError

ROLES = frozenset({"member", "chair", "observer", "partner", "associate", "suspended"})
_SECTIONS = frozenset({"joiners", "owners", "doubt", "about", "words", "rules"})
_FIELDS = frozenset({"role", "text", "free", "known"})
_STATE = r"<S\d+> "


@dataclass(frozen=True, slots=True)
class BelongingRule:
    """A phrase that says who belongs to a body. Groups named m… hold states, x… the body, y… a body left out."""

    role: str
    pattern: re.Pattern[str]
    free: bool
    known: bool


@dataclass(frozen=True, slots=True)
class BelongingPack:
    """The phrases of one language."""

    rules: tuple[BelongingRule, ...] = ()
    owners: frozenset[str] = frozenset()
    """Prepositions of the owner: `of`."""
    doubt: frozenset[str] = frozenset()
    """Words after which nothing is stated: `if`."""


def load_belonging(path: Path) -> BelongingPack:
    """Read a file of phrases; a language without one has none. ReferenceDataError when it breaks the schema."""
    if not path.exists():
        return BelongingPack()
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (OSError, yaml.YAMLError) as error:
        raise ReferenceDataError(str(path), f"cannot be read: {error}") from error
    return parse_belonging(content, str(path))


def parse_belonging(content: Any, name: str) -> BelongingPack:
    """Check the parsed file; `name` is what error messages call it."""
    if not isinstance(content, dict) or set(content) != _SECTIONS:
        raise ReferenceDataError(name, "has not the sections of phrases of belonging", f"use {sorted(_SECTIONS)}")
    words = {cls: _choice(map(str, forms)) for cls, forms in content["words"].items()}
    writer = _Writer(words, _choice(map(str, content["joiners"])), _choice(map(str, content["about"])))
    rules = tuple(_rule(spec, writer, name) for spec in content["rules"])
    return BelongingPack(rules, frozenset(map(str, content["owners"])), frozenset(map(str, content["doubt"])))


def _rule(spec: Mapping[str, Any], writer: _Writer, name: str) -> BelongingRule:
    if unknown := set(spec) - _FIELDS or {spec.get("role")} - ROLES:
        raise ReferenceDataError(name, f"a rule has unknown {sorted(map(str, unknown))}", f"use {sorted(ROLES)}")
    pattern = re.compile(r"(?<!\S)" + writer.write(str(spec["text"])))
    if not {"x", "y"} & {group[0] for group in pattern.groupindex}:
        raise ReferenceDataError(name, f"{spec['text']!r} names no body", "write X or Y")
    return BelongingRule(spec["role"], pattern, bool(spec.get("free")), bool(spec.get("known")))


class _Writer:
    """Writes rules as regular expressions over sentences in which a blank follows each word."""

    def __init__(self, words: Mapping[str, str], joiners: str, about: str) -> None:
        self._words = words
        self._group = rf"(?:<O\d+> |{about}*<B\d+> )"
        self._more = f"(?:{joiners}+{_STATE})"

    def write(self, text: str) -> str:
        """The expression of one rule."""
        number = count()
        return "".join(self._element(element, number) for element in text.split())

    def _element(self, element: str, number: count[int]) -> str:
        suffix = element[-1] if len(element) > 1 and element[-1] in "?*" else ""
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


def _choice(forms: Any) -> str:
    """One of several words or phrases, the longest first."""
    ordered = sorted(forms, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(form) + " " for form in ordered) + ")"
