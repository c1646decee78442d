"""Pieces of long articles: whole paragraphs within a budget, each opening with the last paragraph of the one before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

CHARACTERS_A_TOKEN = 3.0
"""A careful guess for any European language: counting tokens exactly would need the model's own tokeniser."""
_LEAD = 600
_SHORTEST = 100
_BREAK = re.compile(r"\n+")
_SENTENCE = re.compile(r"[.!?…][»”\"')]*\s+")


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of an article from `start` to `end`; `lead` is the beginning of the whole when it is another piece."""

    start: int
    end: int
    text: str
    lead: str = ""


def split(text: str, tokens: int) -> list[Chunk]:
    """The pieces of a text, in order, each of about so many tokens at most; one piece when the text is short."""
    budget = max(200, int(tokens * CHARACTERS_A_TOKEN))
    if len(text) <= budget:
        return [Chunk(0, len(text), text)]
    return [_chunk(text, start, end) for start, end in _packed(_pieces(text, budget // 2), budget)]


def halves(chunk: Chunk, text: str) -> list[Chunk]:
    """A piece cut in two, for when the answer about the whole grew too long; itself when it cannot be cut."""
    if len(chunk.text) < 2 * _SHORTEST:
        return [chunk]
    middle = len(chunk.text) // 2
    breaks = [m.end() for m in (*_BREAK.finditer(chunk.text), *_SENTENCE.finditer(chunk.text))]
    inner = [at for at in breaks if 0 < at < len(chunk.text)]
    cut = chunk.start + min(inner, key=lambda at: abs(at - middle), default=middle)
    return [_chunk(text, chunk.start, cut), _chunk(text, cut, chunk.end)]


def _chunk(text: str, start: int, end: int) -> Chunk:
    lead = text[: min(_LEAD, start)]
    return Chunk(start, end, text[start:end], lead.strip())


def _pieces(text: str, longest: int) -> Iterator[tuple[int, int]]:
    """Paragraphs; those that are too long in sentences, those in turn by length."""
    for start, end in _cut(text, 0, len(text), _BREAK):
        if end - start <= longest:
            yield start, end
            continue
        for first, last in _cut(text, start, end, _SENTENCE):
            for at in range(first, last, longest):
                yield at, min(at + longest, last)


def _cut(text: str, start: int, end: int, at: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    for match in at.finditer(text, start, end):
        if match.end() > start:
            yield start, match.end()
            start = match.end()
    if start < end:
        yield start, end


def _packed(pieces: Iterator[tuple[int, int]], budget: int) -> Iterator[tuple[int, int]]:
    """Runs of pieces within the budget; the last piece of a run opens the next one."""
    run: list[tuple[int, int]] = []
    for piece in pieces:
        if run and piece[1] - run[0][0] > budget:
            yield run[0][0], run[-1][1]
            run = run[-1:] if len(run) > 1 and piece[1] - run[-1][0] <= budget else []
        run.append(piece)
    if run:
        yield run[0][0], run[-1][1]
