"""Whose a time can be by where it stands in its sentence: behind what opens a clause, in an aside, after a stay."""

from __future__ import annotations

from collections.abc import Sequence

from summitry.claims import EventKind
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk
from summitry.extract.frame_model import RawFrame
from summitry.extract.nearness import CLAUSE_ENDS, Clauses
from summitry.extract.stated_times import (
    comes_before,
    direction_of,
    measured,
    of_another_stop,
    of_aside,
    of_what_surrounds,
    qualifies,
    telling,
)
from summitry.extract.time import Direction, StatedTime

_FIRST = 5
"""How many chunks may stand between the beginning of a sentence and the stay on which something is to be."""
_HIS_STAY = (["POSS", sym.WORD, ","], ["THEIR", sym.WORD, ","])
"""A stay of somebody named by a word that no pack lists (`during his sojourn,`)."""
_PHRASE = frozenset({"DET", "POSS", "S", "THEIR", "OF", sym.AGENTS, sym.DEM, sym.EVENT, sym.CAPITAL})
"""What may stand between a preposition and an event noun."""
_VERBAL = frozenset({sym.VERB, "BE", "WAS", "HAVE", "FUT", "COND", "DO"})

Row = Sequence[Chunk]


def apart(row: Row, time: StatedTime) -> bool:
    """Whether a time counts from something else, or is of an aside on somebody or of what was before or after."""
    at = _at(row, time.start, 0)
    return measured(row, at, time) or of_aside(row, at) or of_what_surrounds(row, at, time)


def comes(row: Row, time: StatedTime) -> bool:
    """Whether the verb of a time that no event has tells of what is to come."""
    head = Clauses(row).nearest(_at(row, time.start, 0))
    return head is not None and not head.noun and not telling(head) and direction_of(head, time) is Direction.FUTURE


def relative(row: Row, time: StatedTime) -> bool:
    """`B, who took office last month`: whether a time stands in a relative clause."""
    opener = _opener(row, time)
    return opener is not None and opener.kind == "REL"


def on_a_stay(row: Row) -> bool:
    """`During his visit A will meet B`: on one of the days of a stay, and none says on which."""
    opens = next((at for at, chunk in enumerate(row[:_FIRST]) if chunk.kind == "DURING"), None)
    ahead = row[opens + 1 : opens + _FIRST] if opens is not None else ()
    somebodys = [chunk.kind for chunk in ahead[:3]] in _HIS_STAY
    return somebodys or any(chunk.event is not None and chunk.event.kind is EventKind.VISIT for chunk in ahead)


def outside(row: Row, frame: RawFrame) -> bool:
    """Whether words before an event noun speak of what lies around the event (`ahead of the summit`)."""
    at = _at(row, frame.span[0], 0) - 1
    while at > 0 and row[at].kind in _PHRASE:
        at -= 1
    return at >= 0 and frame.noun and row[at].kind == "AROUND"


def reaches(row: Row, time: StatedTime, frame: RawFrame) -> bool:
    """`A, who was in P on Monday, was received`: the time of a clause inside another is not that of the other."""
    at, noun = _at(row, time.start, 0), _at(row, frame.start, len(row))
    if qualifies(row, at, time) or of_another_stop(row, at) or (frame.noun and comes_before(row, at, noun)):
        return False
    opener = _opener(row, time)
    if opener is None or opener.kind not in ("REL", "SUB"):
        return True
    if opener.kind == "SUB" and all(c.kind not in _VERBAL for c in row if opener.start < c.start < time.start):
        return True  # `for more than ten hours last October`
    if frame.start < opener.start:
        return False
    closed = any(chunk.kind == "," and time.end <= chunk.start < frame.start for chunk in row)
    return opener.kind == "SUB" or frame.start < time.start or not closed


def _opener(row: Row, time: StatedTime) -> Chunk | None:
    """What opens the clause in which a time stands."""
    before = [chunk for chunk in row if chunk.start < time.start]
    return next((chunk for chunk in reversed(before) if chunk.kind in CLAUSE_ENDS), None)


def _at(row: Row, start: int, default: int) -> int:
    """The first chunk from a place in the text on."""
    return next((at for at, chunk in enumerate(row) if chunk.start >= start), default)
