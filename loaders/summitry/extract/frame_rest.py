"""What stands in the rest of a clause and says more of its event: places, company, manner."""

from __future__ import annotations

from summitry.claims import EventKind, EventMode, Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk
from summitry.extract.frame_model import ROLE_OF, RawFrame
from summitry.extract.frame_objects import object_of, rest_of_clause
from summitry.extract.frame_sentence import Sentence


def add_place(frame: RawFrame, chunk: Chunk) -> None:
    """Note the place that a chunk names, once."""
    if chunk.place is not None:
        place = (*chunk.place, chunk.start, chunk.end)
        if place not in frame.places:
            frame.places.append(place)


def _place_prep(sentence: Sentence, at: int) -> bool:
    """Whether a place hangs on a preposition of place, over its apposition (`dans la station de P`)."""
    before = at - 1
    while (
        before >= 0
        and at - before < 7
        and sentence.chunks[before].kind in ("DET", sym.WORD, sym.DEM, "OF", sym.CAPITAL)
    ):
        before -= 1
    return (
        before >= 0
        and sentence.chunks[before].kind in ("IN", "TO")
        and (before == at - 1 or sentence.chunks[at - 1].kind in ("OF", "DET", sym.WORD, sym.DEM, sym.CAPITAL))
    )


def index_of(sentence: Sentence, frame: RawFrame) -> int:
    """The position of the chunk that a frame begins with."""
    return next(i for i, c in enumerate(sentence.chunks) if c.start == frame.start)


def delegates(sentence: Sentence, index: int, first: Chunk) -> list[Chunk]:
    """`by B, C by D and E by F`: everybody behind the same preposition."""
    more = [object_of(sentence, at) for at in rest_of_clause(sentence, index) if sentence.chunks[at].kind == "BY"]
    return [first, *(chunk for chunk in more if chunk is not None and chunk is not first)]


def _inviting(sentence: Sentence, at: int) -> bool:
    """`at the invitation of A`."""
    before = at - 1
    while before > 0 and sentence.chunks[before].kind in ("OF", "DET"):
        before -= 1
    return sentence.chunks[before].kind == "INVITATION"


def attach(sentence: Sentence, frame: RawFrame, at: int) -> None:
    """Places, partners and manner in the rest of the clause."""
    chunk = sentence.chunks[at]
    previous = sentence.chunks[at - 1].kind
    if previous in ("DET",) and at > 1:
        previous = sentence.chunks[at - 2].kind
    before = sentence.chunks[at - 1].verb
    moving = before is not None and before.frame.name == "travel"
    if chunk.kind == sym.PLACE and (moving or _place_prep(sentence, at) or (frame.places and previous == ",")):
        add_place(frame, chunk)
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
    elif chunk.kind == sym.AGENTS and previous == "OF" and _inviting(sentence, at):
        frame.add(chunk, Role.HOST, "invitation")
    elif chunk.kind == sym.AGENTS and previous in ("WITH", "BETWEEN") and frame.noun:
        frame.add(chunk, Role.PARTICIPANT, previous.lower())
