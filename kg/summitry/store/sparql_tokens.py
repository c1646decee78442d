"""The words of a SPARQL text: enough to tell blocks, keywords, IRIs and variables apart, and nothing more.

Grammar is left to Oxigraph, which has accepted a text before it comes here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_TOKEN = re.compile(
    r'(?P<text>"""(?:[^\\]|\\.)*?"""|\'\'\'(?:[^\\]|\\.)*?\'\'\'|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\')'
    r"|(?P<space>\s+|\#[^\n]*)"
    r'|(?P<iri><[^<>"{}|^`\s]*>)'
    r"|(?P<variable>[?$]\w+)"
    r"|(?P<tag>@[A-Za-z][\w-]*)"
    r"|(?P<name>(?:[^\W\d](?:[\w\-.]*[\w\-])?)?:(?:(?:[\w\-.:%]|\\.)*(?:[\w\-:%]|\\.))?)"
    r"|(?P<number>\d+\.\d*[eE][+-]?\d+|(?:\d*\.)?\d+(?:[eE][+-]?\d+)?)"
    r"|(?P<word>\w+)"
    r"|(?P<sign>\{\||\|\}|.)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its kind (text, iri, variable, tag, name, number, word, sign) and where it stands."""

    kind: str
    text: str
    start: int
    end: int

    @property
    def keyword(self) -> str:
        """The word in capitals; empty for everything that is no word."""
        return self.text.upper() if self.kind == "word" else ""


def tokens(text: str) -> list[Token]:
    """The words of a text, without spaces and comments."""
    found = (Token(match.lastgroup or "sign", match.group(), *match.span()) for match in _TOKEN.finditer(text))
    return [token for token in found if token.kind != "space"]


def block_end(words: Sequence[Token], start: int) -> int:
    """The place after the brace that closes the one at `start`."""
    depth = 0
    for place in range(start, len(words)):
        depth += {"{": 1, "}": -1}.get(words[place].text, 0) if words[place].kind == "sign" else 0
        if depth == 0:
            return place + 1
    return len(words)


def operations(words: Sequence[Token]) -> Iterator[list[Token]]:
    """The parts of an update between its semicolons, which also stand inside of blocks; empty parts are left out."""
    part: list[Token] = []
    depth = 0
    for word in words:
        if word.kind == "sign":
            depth += {"{": 1, "}": -1}.get(word.text, 0)
            if word.text == ";" and depth == 0:
                if part:
                    yield part
                part = []
                continue
        part.append(word)
    if part:
        yield part
