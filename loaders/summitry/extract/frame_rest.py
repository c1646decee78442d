"""What stands in the rest of a clause and says more of its event: places, company, manner."""

from __future__ import annotations

from summitry.claims import EventKind, EventMode, Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk
from summitry.extract.frame_event_objects import EventObjects
from summitry.extract.frame_model import ROLE_OF, RawFrame


class Rest(EventObjects):
    """Adds to a frame what the rest of its clause tells."""

    def _place(self, frame: RawFrame, chunk: Chunk) -> None:
        if chunk.place is not None:
            place = (*chunk.place, chunk.start, chunk.end)
            if place not in frame.places:
                frame.places.append(place)

    def _place_prep(self, at: int) -> bool:
        """Whether a place hangs on a preposition of place, over its apposition (`dans la station de P`)."""
        before = at - 1
        while (
            before >= 0
            and at - before < 7
            and self.chunks[before].kind in ("DET", sym.WORD, sym.DEM, "OF", sym.CAPITAL)
        ):
            before -= 1
        return (
            before >= 0
            and self.chunks[before].kind in ("IN", "TO")
            and (before == at - 1 or self.chunks[at - 1].kind in ("OF", "DET", sym.WORD, sym.DEM, sym.CAPITAL))
        )

    def _index(self, frame: RawFrame) -> int:
        return next(i for i, c in enumerate(self.chunks) if c.start == frame.start)

    def _delegates(self, index: int, first: Chunk) -> list[Chunk]:
        """`by B, C by D and E by F`: everybody behind the same preposition."""
        more = [self._object(at) for at in self._rest(index) if self.chunks[at].kind == "BY"]
        return [first, *(chunk for chunk in more if chunk is not None and chunk is not first)]

    def _inviting(self, at: int) -> bool:
        """`at the invitation of A`."""
        before = at - 1
        while before > 0 and self.chunks[before].kind in ("OF", "DET"):
            before -= 1
        return self.chunks[before].kind == "INVITATION"

    def _attach(self, frame: RawFrame, at: int) -> None:
        """Places, partners and manner in the rest of the clause."""
        chunk = self.chunks[at]
        previous = self.chunks[at - 1].kind
        if previous in ("DET",) and at > 1:
            previous = self.chunks[at - 2].kind
        before = self.chunks[at - 1].verb
        moving = before is not None and before.frame.name == "travel"
        if chunk.kind == sym.PLACE and (moving or self._place_prep(at) or (frame.places and previous == ",")):
            self._place(frame, chunk)
            if frame.kind is EventKind.VISIT:
                frame.span = (frame.span[0], chunk.end)
        elif chunk.kind == "PHONE":
            frame.kind = EventKind.CALL
        elif chunk.kind == "VIRTUAL":
            frame.mode = EventMode.VIRTUAL
            frame.kind = frame.kind if frame.noun or frame.refers else EventKind.VIDEOCONFERENCE
        elif chunk.kind == sym.AGENTS and previous in ("PRESENCE", "INCL"):
            frame.add(chunk, Role.PARTICIPANT, "presence")
        elif chunk.kind == sym.AGENTS and previous in ROLE_OF:
            frame.add(chunk, ROLE_OF[previous], previous.lower())
        elif chunk.kind == sym.AGENTS and previous == "OF" and self._inviting(at):
            frame.add(chunk, Role.HOST, "invitation")
        elif chunk.kind == sym.AGENTS and previous in ("WITH", "BETWEEN") and frame.noun:
            frame.add(chunk, Role.PARTICIPANT, previous.lower())
