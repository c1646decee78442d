"""From text to tokens: only the surroundings of date words are looked at, in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summitry.extract.time.lexicon import BREAK, Lexicon, Values, is_phrase
from summitry.extract.time.pack import DatesPack

_LEFT, _RIGHT = 64, 96
_WORD_REACH = 30
# One code point to one code point, so that offsets stay those of the text.
_SAME = (("’", "'"), ("‘", "'"), ("ʼ", "'"), ("\u00a0", " "), ("\u202f", " "), ("\u2009", " "),
         ("–", "-"), ("—", "-"), ("\u2011", "-"), ("\u2010", "-"), ("−", "-"), ("\n", " "), ("\t", " "))  # fmt: skip
_TOKEN = r"\d+(?:[.,]\d+)+|[^\W\d_]+(?:['-][^\W\d_]+){1,3}|[^\W_]+|[^\w\s]|_"
_SIMPLE = re.compile(r"[^\W\d_]+")
_PARAGRAPH = re.compile(r"\n[ \t\r]*\n")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number, sign or phrase with its span and what the pack says of it."""

    start: int
    end: int
    values: Values


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of tokens around date words; `codes` holds one character per token."""

    tokens: list[Token]
    codes: str


def fold(text: str) -> str:
    """Lower case with plain apostrophes, hyphens and spaces; as long as the text."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
    for sign, plain in _SAME:
        lower = lower.replace(sign, plain)
    return lower


class Tokeniser:
    """Finds the windows of a text in which a date can stand."""

    def __init__(self, pack: DatesPack, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._numeric = [re.compile(pattern) for pattern in pack.numeric]
        ungrouped = [re.sub(r"\(\?P<\w+>", "(?:", pattern) for pattern in pack.numeric]
        guarded = [rf"(?<![\w.,/]){pattern}(?![\w/])" for pattern in ungrouped]
        self._token = re.compile("|".join([*guarded, _TOKEN]))

    def windows(self, text: str) -> Iterator[Window]:
        """The windows of a text, in order, none overlapping another."""
        folded = fold(text)
        phrases: dict[int, int] = {}
        first = last = -1
        for _, start, end in self._lexicon.automaton.find_matches_as_indexes(folded):
            if not _is_word(folded, start, end):
                continue
            if is_phrase(folded[start:end]):
                phrases[start] = end
            if first >= 0 and start - _LEFT > last:
                yield self._window(text, folded, first, last, phrases)
                first = -1
            if first < 0:
                first = _word_start(folded, max(last + 1, start - _LEFT))
            last = _word_end(folded, min(len(folded), end + _RIGHT))
        if first >= 0:
            yield self._window(text, folded, first, last, phrases)

    def _window(self, text: str, folded: str, first: int, last: int, phrases: dict[int, int]) -> Window:
        tokens: list[Token] = []
        codes: list[str] = []
        position = first
        while matched := self._token.search(folded, position, last):
            start, end = matched.span()
            phrase = phrases.get(start)
            if phrase is not None:
                end = phrase
            if tokens and _PARAGRAPH.search(text, position, start):
                tokens.append(Token(start, start, {}))
                codes.append(BREAK)
            end, values = self._read(text, folded, start, end)
            tokens.append(Token(start, end, values))
            codes.append(self._lexicon.code(values, folded[start:end]))
            position = end
        return Window(tokens, "".join(codes))

    def _read(self, text: str, folded: str, start: int, end: int) -> tuple[int, Values]:
        """End and values of a token; a compound that the pack does not know is cut to its first part."""
        word = folded[start:end]
        if word in self._lexicon or word.isalnum():
            return end, self._lexicon.values(text[start:end], word)
        if word[0].isdigit():
            return self._digits(folded, start, end)
        simple = _SIMPLE.match(folded, start, end)
        if simple is None:
            return end, {}
        return simple.end(), self._lexicon.values(text[start : simple.end()], simple[0])

    def _digits(self, folded: str, start: int, end: int) -> tuple[int, Values]:
        """A date in digits; one that two patterns read differently means nothing. Other digits are a plain number."""
        word = folded[start:end]
        matches = [m for pattern in self._numeric if (m := pattern.fullmatch(word))]
        readings = {(int(m["d"]), int(m["m"]), int(m["y"])) for m in matches}
        plausible = [r for r in readings if 1 <= r[0] <= 31 and 1 <= r[1] <= 12]
        if len(plausible) != 1:
            return end, {}
        day, month, year = plausible[0]
        return end, {"date": f"{year}-{month}-{day}"}


def _is_word(folded: str, start: int, end: int) -> bool:
    before = folded[start - 1] if start else " "
    after = folded[end] if end < len(folded) else " "
    return not (before.isalnum() or after.isalnum())


def _word_start(folded: str, position: int) -> int:
    stop = max(0, position - _WORD_REACH)
    while position > stop and folded[position - 1].isalnum():
        position -= 1
    return position


def _word_end(folded: str, position: int) -> int:
    stop = min(len(folded), position + _WORD_REACH)
    while position < stop and folded[position].isalnum():
        position += 1
    return position
