"""What nouns before an event noun say becomes of it: `the cancellation of the visit`, `la perspective d'un sommet`."""

from __future__ import annotations

from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk
from summitry.extract.event_kinds import AHEAD
from summitry.extract.frame_at_events import AtEvents
from summitry.extract.frame_model import RawFrame
from summitry.extract.time import Direction

_OWN = frozenset({"DET", "POSS", "THEIR", "ORD", "NUM", sym.WORD, sym.NUMBER, "VIRTUAL", "PAST"})
"""What belongs to a noun phrase before its noun."""
_LEADING = frozenset({"OF", "IN", "TO"})
"""Prepositions between such a noun and an event noun."""
_LONGEST = 4


class Fates(AtEvents):
    """Reads nouns of calling off, putting off and proposing that govern event nouns."""

    def _fates(self) -> None:
        """Note what the noun that governs an event says of it: what is only proposed, where no verb tells more."""
        for index, frame in self.nouns.items():
            if not frame.statuses and (quality := self._quality(index, frame)) is not None:
                self._only_thought_of(frame, *quality)
            at = self._governing_noun(index, frame)
            status = self.pack.fates.get(self.chunks[at].text.lower()) if at is not None else None
            if at is None or status is None or (status in AHEAD and (frame.statuses or frame.recalled)):
                continue
            frame.statuses.append((status, self.chunks[at].start, self.chunks[at].end))

    def _quality(self, index: int, frame: RawFrame) -> tuple[str, Chunk] | None:
        """`a possible meeting`, `une rencontre éventuelle`: what an adjective says of an event."""
        behind = self.chunks[index + 1 : index + 2] if not self.pack.premodifiers else []
        before = [c for c in self.chunks[max(0, index - _LONGEST) : index] if c.start >= frame.span[0] - 1]
        words = (c for c in (*before, *behind) if c.kind == sym.WORD)
        return next(((self.pack.qualities[w], c) for c in words if (w := c.text.lower()) in self.pack.qualities), None)

    def _only_thought_of(self, frame: RawFrame, status: str, word: Chunk) -> None:
        """`asked on Tuesday about a possible meeting`: the day is that of speaking, unless the noun phrase names it."""
        frame.statuses.append((status, word.start, word.end))
        sides = frame.directions
        frame.times = [t for t in frame.times if t.start >= frame.span[0] or sides.get(t.start) is not Direction.PAST]

    def _governing_noun(self, index: int, frame: RawFrame) -> int | None:
        """The word before the preposition that leads to the noun phrase of an event."""
        at = next((i for i, chunk in enumerate(self.chunks) if chunk.start >= frame.span[0]), index)
        at = min(at, index) - 1
        while at > 0 and index - at <= _LONGEST and self.chunks[at].kind in _OWN:
            at -= 1
        if at >= 0 and self.chunks[at].kind == "NEG":
            return at  # `a renoncé à sa visite`
        if at < 1 or self.chunks[at].kind not in _LEADING:
            return None
        return at - 1 if self.chunks[at - 1].kind == sym.WORD else None
