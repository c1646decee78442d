"""Guests of an event told before: `B is in P too`, `C arrived on Monday`, `D is due`."""

from __future__ import annotations

from summitry.claims import Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk
from summitry.extract.frame_adjuncts import Adjuncts
from summitry.extract.frame_model import people_of

_BEING = frozenset({"BE", "WAS"})
_BETWEEN = frozenset({"ADV", "NEG", "FUT", "BE", "WAS", "TOO"})
_UNREAL = frozenset({"HAVE", "WAS", "COND", "DO"})


class Guests(Adjuncts):
    """Reads who is at a place, without a verb of meeting."""

    def _guests(self) -> None:
        """`A and B are also in P`, `C was not in P`: present where the event is, or not."""
        for index, chunk in enumerate(self.chunks):
            if chunk.kind == sym.PLACE and index >= 3 and not self._asked(index):
                self._located(index, chunk)

    def _located(self, index: int, place: Chunk) -> None:
        at = index - 1
        if self.chunks[at].kind == "DET":
            at -= 1
        if self.chunks[at].kind != "IN":
            return
        subject, negative = self._being(at - 1)
        if subject is None:
            return
        people = people_of(subject)
        frame = self._guest_frame(subject, place.end, "present")
        frame.add(people, Role.ABSENT if negative else Role.PARTICIPANT, "be.in-place", 0.7)
        self._place(frame, place)
        if frame.parts:
            self.verbs[index] = frame

    def _being(self, at: int) -> tuple[Chunk | None, bool]:
        """The subject before a form of `to be`, and whether it is denied."""
        kinds = set()
        while at > 0 and self.chunks[at].kind in _BETWEEN:
            kinds.add(self.chunks[at].kind)
            at -= 1
        if self.chunks[at].kind == "," and at > 0:
            at -= 1
        subject = self.chunks[at]
        plain = subject.kind == sym.AGENTS and not self._governed(at)
        return (subject if plain and kinds & _BEING else None), "NEG" in kinds

    def _asked(self, index: int) -> bool:
        """Whether a clause asks or supposes: a question, or an auxiliary before its subject."""
        if self.chunks[-1].kind == "?":
            return True
        first = self.chunks[0]
        return first.kind in _UNREAL and len(self.chunks) > 1 and self.chunks[1].kind == sym.AGENTS and index < 8
