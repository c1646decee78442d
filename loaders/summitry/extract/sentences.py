"""Sentence boundaries: marks, line ends and the abbreviations of a language pack; linear in the text."""

from __future__ import annotations

import re
from collections.abc import Collection

_BREAK = re.compile(r"[.!?…\n](?:(?<=\n)|(?<![.!?…][.!?…])[.!?…]*+[\"'»”’)\]]*+(?:[  ]?[»”])?(?=\s))")
"""A line end, or marks with closing signs before a blank. Marks are taken all at once and never given back, and only
from their first on, so that a page of dots takes no longer than its length."""
_WORD_BEFORE = re.compile(r"[\w.]{1,12}$")
LONGEST = 1500
"""Longer stretches without a mark are cut, so that no rule ever sees an endless sentence."""


def split(text: str, abbreviations: Collection[str]) -> list[tuple[int, int]]:
    """Spans of the sentences of a text, without surrounding blanks, in order."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _BREAK.finditer(text):
        if not _ends(text, match, abbreviations):
            continue
        _append(spans, text, start, match.end())
        start = match.end()
    _append(spans, text, start, len(text))
    return spans


def _ends(text: str, match: re.Match[str], abbreviations: Collection[str]) -> bool:
    """Whether a mark or line end closes a sentence."""
    after = _next_visible(text, match.end())
    if match.group() == "\n":
        return _line_ends(text, match.start(), after)
    if after.islower():
        return False
    if match.group() != ".":
        return True
    word = _WORD_BEFORE.search(text, max(0, match.start() - 12), match.start())
    if word is None:
        return True
    plain = word.group()
    return not (plain.lower() in abbreviations or (len(plain) == 1 and plain.isupper()))


def _line_ends(text: str, at: int, after: str) -> bool:
    """A line end closes a sentence unless the line was only wrapped."""
    if at == 0 or text[at - 1] == "\n" or text[at + 1 : at + 2] == "\n":
        return True
    return not after.islower()


def _next_visible(text: str, position: int) -> str:
    for char in text[position : position + 8]:
        if not char.isspace() and char not in "«“\"'(":
            return char
    return ""


def _append(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    stripped = piece.strip()
    if not stripped:
        return
    first = start + len(piece) - len(piece.lstrip())
    last = first + len(stripped)
    while last - first > LONGEST:
        cut = text.rfind(" ", first + LONGEST // 2, first + LONGEST)
        cut = cut if cut > 0 else first + LONGEST
        spans.append((first, cut))
        first = cut
    spans.append((first, last))
