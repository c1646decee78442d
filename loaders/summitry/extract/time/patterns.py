"""The pattern language of the rules, compiled to regular expressions over class characters.

    <month>         a token of a class; its value is captured under the name of the class
    <day:d2>        the same, captured under another name
    word            that word itself (lower case); `l'an` is three tokens
    "("             a sign that the language uses itself
    $name           a macro of the pack
    ( | ) ?         as in regular expressions
    (?! …)          not followed by
    { … }           the span to quote; what stands outside is context. Default: the whole match.
There is no unbounded repetition, so that a match costs a bounded number of steps.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from summitry.claims import ReferenceDataError

_ITEM = re.compile(
    r"\s*(?:<(?P<cls>\w+)(?::(?P<name>\w+))?>|\"(?P<quoted>[^\"]+)\"|(?P<operator>\(\?!|[()|?{}])"
    r"|(?P<word>[^\s()|?{}<>\"$]+))"
)
_MACRO = re.compile(r"\$(\w+)")
_WORD_PART = re.compile(r"\w+|[^\w\s]")
_OPERATORS = {"(": "(?:", ")": ")", "|": "|", "?": "?", "{": "(?P<span>", "}": ")", "(?!": "(?!"}
_DEPTH = 8
# Classes that the reference tables fill; without the tables their rules match nothing.
_KNOWN_LATER = {"event", "holiday"}
_NEVER = "[^\\x00-\\U0010ffff]"


@dataclass(frozen=True, slots=True)
class Item:
    """A piece of a pattern: a class, plain words, or an operator."""

    cls: str | None = None
    name: str | None = None
    words: tuple[str, ...] = ()
    operator: str | None = None


@dataclass(frozen=True, slots=True)
class Compiled:
    """A pattern over class characters; `captures` are the number and name of each group and whose value it takes."""

    regex: re.Pattern[str]
    captures: tuple[tuple[int, str, str], ...]
    spanned: bool
    """Whether it says which part of a match to quote."""


def parse(pattern: str, macros: Mapping[str, str], name: str) -> list[Item]:
    """The pieces of a pattern with its macros put in; ReferenceDataError when it cannot be read."""
    text = expand(pattern, macros, name)
    items, position = [], 0
    while position < len(text.rstrip()):
        matched = _ITEM.match(text, position)
        if matched is None:
            raise ReferenceDataError(name, f"pattern not understood at {text[position:]!r}")
        items.append(_item(matched))
        position = matched.end()
    return items


def expand(pattern: str, macros: Mapping[str, str], name: str) -> str:
    """Replace `$name` by its pattern, to a depth of eight."""
    for _ in range(_DEPTH):
        if "$" not in pattern:
            return pattern
        pattern = _MACRO.sub(lambda m: f"({_macro(m[1], macros, name)})", pattern)
    raise ReferenceDataError(name, "macros call each other without end")


def _macro(macro: str, macros: Mapping[str, str], name: str) -> str:
    if macro not in macros:
        raise ReferenceDataError(name, f"unknown macro ${macro}")
    return macros[macro]


def _item(matched: re.Match[str]) -> Item:
    if cls := matched["cls"]:
        return Item(cls=cls, name=matched["name"] or cls)
    if operator := matched["operator"]:
        return Item(operator=operator)
    return Item(words=tuple(_WORD_PART.findall(matched["quoted"] or matched["word"])))


def literals(items: list[Item]) -> set[str]:
    """The plain words of a pattern."""
    return {word for item in items for word in item.words}


def compile_items(items: list[Item], codes_of: Callable[[str], str], name: str) -> Compiled:
    """Write the pieces as a regular expression; ReferenceDataError for an unknown class or broken brackets."""
    captures: dict[str, str] = {}
    source = "".join(_source(item, codes_of, captures, name) for item in items)
    try:
        regex = re.compile(source)
    except re.error as error:
        raise ReferenceDataError(name, f"pattern is broken: {error}") from error
    groups = tuple((regex.groupindex[g], g.partition("__")[0], cls) for g, cls in captures.items())
    return Compiled(regex, groups, "span" in regex.groupindex)


def _source(item: Item, codes_of: Callable[[str], str], captures: dict[str, str], name: str) -> str:
    if item.operator:
        return _OPERATORS[item.operator]
    if item.cls and item.name:
        return _class_source(item.cls, item.name, codes_of, captures, name)
    return "(?:" + "".join(f"[{codes_of('=' + word)}]" for word in item.words) + ")"


def _class_source(cls: str, group: str, codes_of: Callable[[str], str], captures: dict[str, str], name: str) -> str:
    """A class as a set of characters; the same group in several branches is numbered apart (`d`, `d__1` …)."""
    codes = "." if cls == "any" else f"[{codes_of(cls)}]"
    if codes == "[]" and cls in _KNOWN_LATER:
        codes = _NEVER
    if codes == "[]":
        raise ReferenceDataError(name, f"class <{cls}> has no words")
    if cls == "any":
        return codes
    unique = group if group not in captures else f"{group}__{len(captures)}"
    captures[unique] = cls
    return f"(?P<{unique}>{codes})"
