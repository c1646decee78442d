"""Who is said to be at an event, or not to be: `A will be at the summit`, `B n'était pas à la réunion`."""

from __future__ import annotations

from summitry.claims import EventStatus, Role
from summitry.extract import symbols as sym
from summitry.extract.frame_model import RawFrame, people_of
from summitry.extract.frame_supposed import Supposed

_TIMES = {"FUT": EventStatus.PLANNED, "WAS": EventStatus.HELD}
_FORMS = frozenset({"BE", *_TIMES})
_BEFORE_NOUN = frozenset({"DET", "ORD", "POSS", "THEIR", "ADV", sym.WORD, sym.NUMBER, sym.AGENTS})
_REACH = 6
"""How many words stand between the preposition and the noun at most."""


class AtEvents(Supposed):
    """Reads who is at an event by forms of `to be`."""

    def _being_at(self) -> None:
        """`A will not be at the summit in P`: guests, or those who stay away."""
        for at, frame in self.nouns.items():
            preposition = self._prep_of(at)
            subject, denied = self._being(preposition - 1, _FORMS) if preposition > 1 else (None, False)
            people = people_of(subject) if subject is not None else None
            if people is not None and people.agents:
                frame.add(people, Role.ABSENT if denied else Role.PARTICIPANT, "present.being", 0.8)
                self._time_being(frame, people.end, preposition)

    def _prep_of(self, at: int) -> int:
        """Where the preposition stands that leads to an event noun; 0 when there is none."""
        for before in range(at - 1, max(0, at - _REACH), -1):
            if self.chunks[before].kind == "IN":
                return before
            if self.chunks[before].kind not in _BEFORE_NOUN:
                return 0
        return 0

    def _time_being(self, frame: RawFrame, start: int, preposition: int) -> None:
        """The status that the form of `to be` gives."""
        words = [c for c in self.chunks[:preposition] if c.start >= start]
        ahead = any(c.text.lower() in self.pack.grammar.refusing for c in words)
        told = next((_TIMES[c.kind] for c in words if c.kind in _TIMES), None)
        status = EventStatus.PLANNED if ahead else told
        if status is not None and not frame.statuses:
            frame.statuses.append((status, words[0].start, words[-1].end))
