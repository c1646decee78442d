"""Finds quotes in an article. A quote may differ in white space and in the form of quotation marks, in nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from summitry.claims import Evidence
from summitry.extract.text import nfc

_SAME = str.maketrans({
    "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "‹": "'", "›": "'", "‚": "'",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‟": '"',
})  # fmt: skip
_AROUND = "\"'“”„«»‘’ \t\n"
_MOST = 200
"""So many places of one quote are looked at; common words stand everywhere, and the nearest is found among these."""


class Quotes:
    """The text of one article, ready to be searched; offsets are those of the text as it is."""

    def __init__(self, text: str) -> None:
        self._text = text

    def find(self, quote: str, near: tuple[int, int] | None = None) -> Evidence | None:
        """Where a quote stands, as the text has it; the place nearest to `near`, else the first. None: nowhere.

        A quote begins and ends with whole words, so that `Iran` is not found in `Iranian`.
        """
        for wanted in dict.fromkeys((_plain(quote).strip(), _plain(quote).strip(_AROUND))):
            if not any(char.isalnum() for char in wanted):
                continue
            spans = list(self._places(wanted))
            if spans:
                start, end = min(spans, key=lambda span: (_distance(span, near), span))
                return Evidence(start, end, self._text[start:end])
        return None

    def _places(self, wanted: str) -> Iterator[tuple[int, int]]:
        plain, offsets = self._index
        at, seen = plain.find(wanted), 0
        while at >= 0 and seen < _MOST:
            if _whole(plain, at, at + len(wanted)):
                seen += 1
                yield offsets[at], offsets[at + len(wanted) - 1] + 1
            at = plain.find(wanted, at + 1)

    @cached_property
    def _index(self) -> tuple[str, list[int]]:
        """The plain form of the text, and where each of its characters stands in the text."""
        chars: list[str] = []
        offsets: list[int] = []
        for offset, char in enumerate(self._text.translate(_SAME)):
            blank = char.isspace()
            if not blank or (chars and chars[-1] != " "):
                chars.append(" " if blank else char)
                offsets.append(offset)
        return "".join(chars), offsets


def _plain(quote: str) -> str:
    return " ".join(nfc(quote).translate(_SAME).split())


def _whole(plain: str, start: int, end: int) -> bool:
    before = plain[start - 1 : start]
    return not (before.isalnum() and plain[start].isalnum()) and not (
        plain[end : end + 1].isalnum() and plain[end - 1].isalnum()
    )


def _distance(span: tuple[int, int], near: tuple[int, int] | None) -> int:
    """Characters between two spans, 0 when one lies in the other."""
    if near is None:
        return 0
    return max(0, near[0] - span[0], span[1] - near[1])
