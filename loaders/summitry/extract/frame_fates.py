"""What nouns before an event noun say becomes of it: `the cancellation of the visit`, `la perspective d'un sommet`."""

from __future__ import annotations

from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk
from summitry.extract.event_kinds import AHEAD
from summitry.extract.frame_model import RawFrame
from summitry.extract.frame_sentence import Sentence
from summitry.extract.time import Direction

_OWN = frozenset({"DET", "POSS", "THEIR", "ORD", "NUM", sym.WORD, sym.NUMBER, "VIRTUAL", "PAST"})
"""What belongs to a noun phrase before its noun."""
_LEADING = frozenset({"OF", "IN", "TO"})
"""Prepositions between such a noun and an event noun."""
_LONGEST = 4


def fates(sentence: Sentence) -> None:
    """Note what the noun that governs an event says of it: what is only proposed, where no verb tells more."""
    for index, frame in sentence.nouns.items():
        if not frame.statuses and (quality := _quality(sentence, index, frame)) is not None:
            _only_thought_of(frame, *quality)
        at = _governing_noun(sentence, index, frame)
        status = sentence.pack.fates.get(sentence.chunks[at].text.lower()) if at is not None else None
        if at is None or status is None or (status in AHEAD and (frame.statuses or frame.recalled)):
            continue
        frame.statuses.append((status, sentence.chunks[at].start, sentence.chunks[at].end))


def _quality(sentence: Sentence, index: int, frame: RawFrame) -> tuple[str, Chunk] | None:
    """`a possible meeting`, `une rencontre éventuelle`: what an adjective says of an event."""
    behind = sentence.chunks[index + 1 : index + 2] if not sentence.pack.premodifiers else []
    before = [c for c in sentence.chunks[max(0, index - _LONGEST) : index] if c.start >= frame.span[0] - 1]
    words = (c for c in (*before, *behind) if c.kind == sym.WORD)
    return next(
        ((sentence.pack.qualities[w], c) for c in words if (w := c.text.lower()) in sentence.pack.qualities), None
    )


def _only_thought_of(frame: RawFrame, status: str, word: Chunk) -> None:
    """`asked on Tuesday about a possible meeting`: the day is that of speaking, unless the noun phrase names it."""
    frame.statuses.append((status, word.start, word.end))
    sides = frame.directions
    frame.times = [t for t in frame.times if t.start >= frame.span[0] or sides.get(t.start) is not Direction.PAST]


def _governing_noun(sentence: Sentence, index: int, frame: RawFrame) -> int | None:
    """The word before the preposition that leads to the noun phrase of an event."""
    at = next((i for i, chunk in enumerate(sentence.chunks) if chunk.start >= frame.span[0]), index)
    at = min(at, index) - 1
    while at > 0 and index - at <= _LONGEST and sentence.chunks[at].kind in _OWN:
        at -= 1
    if at >= 0 and sentence.chunks[at].kind == "NEG":
        return at  # `a renoncé à sa visite`
    if at < 1 or sentence.chunks[at].kind not in _LEADING:
        return None
    return at - 1 if sentence.chunks[at - 1].kind == sym.WORD else None
