"""From text to tokens: only the surroundings of date words are looked at, in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summitry.extract.time.lexicon import BREAK, OTHER, Lexicon, Values, is_phrase
from summitry.extract.time.pack import DatesPack

_LEFT, _RIGHT = 48, 48
_WORD_REACH = 30
_EVENT_LEFT, _EVENT_RIGHT = 40, 130
# One code point to one code point, so that offsets stay those of the text.
_SAME = (("’", "'"), ("‘", "'"), ("ʼ", "'"), ("\u00a0", " "), ("\u202f", " "), ("\u2009", " "),
         ("–", "-"), ("—", "-"), ("\u2011", "-"), ("\u2010", "-"), ("−", "-"), ("\n", " "), ("\t", " "))  # fmt: skip
_WORD = r"[^\W\d_]++(?:['-][^\W\d_]++){0,3}+(?!\d)"
_NUMBER = r"\d+(?:[.,]\d+)+|[^\W_]+|[^\w\s]|_"
_SIMPLE = re.compile(r"[^\W\d_]+")
_NOTHING: Values = {}
_PARAGRAPH = re.compile(r"\n[ \t\r]*\n")


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of tokens around date words: their spans, what the pack says of them, and one code for each."""

    starts: list[int]
    ends: list[int]
    values: list[Values]
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
        self._tokens = re.compile(rf"\s*({'|'.join([_WORD, *guarded, _NUMBER])})").finditer

    def windows(self, text: str) -> Iterator[Window]:
        """The windows of a text, in order, none overlapping another."""
        folded = fold(text)
        phrases: dict[int, int] = {}
        first = last = -1
        for start, end, counting in self._lexicon.hits(folded):
            if not _is_word(folded, start, end):
                continue
            if is_phrase(folded[start:end]) and folded[start:end] in self._lexicon.known:
                phrases[start] = end
            reach = max(end, self._events_near(folded, start, end, phrases)) if counting else end
            if first >= 0 and start - _LEFT > last:
                yield self._window(text, folded, first, last, phrases)
                first = -1
            if first < 0:
                first = _word_start(folded, max(last + 1, start - _LEFT))
            last = max(last, _word_end(folded, min(len(folded), reach + _RIGHT)))
        if first >= 0:
            yield self._window(text, folded, first, last, phrases)

    def _events_near(self, folded: str, start: int, end: int, phrases: dict[int, int]) -> int:
        """Note the names of known events around a word that counts them; where the last one ends."""
        begin = max(0, start - _EVENT_LEFT)
        reach = end
        for near, after in self._lexicon.events(folded[begin : end + _EVENT_RIGHT]):
            if _is_word(folded, begin + near, begin + after) and is_phrase(folded[begin + near : begin + after]):
                phrases[begin + near] = reach = begin + after
        return reach

    def _window(self, text: str, folded: str, first: int, last: int, phrases: dict[int, int]) -> Window:
        starts: list[int] = []
        ends: list[int] = []
        values: list[Values] = []
        codes: list[str] = []
        known = self._lexicon.known
        position = first
        while position < last:
            for matched in self._tokens(folded, position, last):
                start, stop = matched.span(1)
                if start - position > 1 and _PARAGRAPH.search(text, position, start):
                    starts.append(start)
                    ends.append(start)
                    values.append(_NOTHING)
                    codes.append(BREAK)
                end = phrases.get(start, stop)
                word = folded[start:end]
                if (readings := known.get(word)) is not None:
                    code, value = readings[text[start].isupper()]
                elif word.isalpha():
                    code, value = OTHER, _NOTHING
                else:
                    end, code, value = self._read(text[start], folded, start, end)
                starts.append(start)
                ends.append(end)
                values.append(value)
                codes.append(code)
                position = end
                if end != stop:
                    break
            else:
                break
        return Window(starts, ends, values, "".join(codes))

    def _read(self, first: str, folded: str, start: int, end: int) -> tuple[int, str, Values]:
        """End, code and values of a token; a compound that the pack does not know is cut to its first part."""
        word = folded[start:end]
        if found := self._lexicon.get(word, first):
            return end, *found
        if word[0].isdigit() and not word.isalnum():
            values = self._digits(word)
            return end, self._lexicon.code(values, word), values
        part = None if word.isalnum() else _SIMPLE.match(folded, start, end)
        if part is None:
            return end, OTHER, _NOTHING
        found = self._lexicon.get(part[0], first)
        return part.end(), *(found or (OTHER, _NOTHING))

    def _digits(self, word: str) -> Values:
        """A date in digits; one that two patterns read differently means nothing, like other numbers with signs."""
        matches = [m for pattern in self._numeric if (m := pattern.fullmatch(word))]
        readings = {(int(m["y"]), int(m["m"]), int(m["d"])) for m in matches}
        plausible = [r for r in readings if 1 <= r[1] <= 12 and 1 <= r[2] <= 31]
        return {"date": "{}-{}-{}".format(*plausible[0])} if len(plausible) == 1 else _NOTHING


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
