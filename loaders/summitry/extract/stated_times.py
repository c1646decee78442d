"""What a stated time says by the words around it: of which noun it is, what it measures, on which side it lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk
from summitry.extract.frame_model import MOVING
from summitry.extract.nearness import Head
from summitry.extract.time import ONWARD, Bound, Calendar, Direction, Kind, Place, Shift, StatedTime

TELLING = frozenset({"say", "announce", "propose", "invite", "decline", "cancel", "postpone", "postpone2"})
"""Verbs whose own time is when something was said of an event, not when it happens."""
AFOOT = frozenset({"afoot", "weighed"})
"""Frames of what is said of an event that is being prepared or weighed."""
_LONGEST_WAY = 3
"""How many words may stand between an auxiliary and a year that dates its event."""
_LONGEST_ASIDE = 9
"""How many words behind or before its commas an aside has at most."""
_DESCRIBING = ([sym.WORD], ["NEXTOFF"], ["BECOME"])
"""How an aside begins that tells what became of somebody (`elected`, `nommé`)."""
_ENDING = frozenset({",", sym.VERB, "HAVE", "FUT", "COND", "WAS", "BE", sym.EVENT, "AND"})
"""What ends an aside, or shows that it was none."""
_NOMINAL = frozenset(
    {sym.WORD, "DET", "POSS", "THEIR", "S", "OF", "IN", "ON", "SUB", sym.AGENTS, sym.PLACE, "ORD", "GOV", "TITLE"}
)
"""Of what the phrase behind a preposition consists that names no event."""
_BEHIND = (["SUB", "POSS"], ["SUB", "THEIR"])
"""A conjunction that is a preposition here (`after his election`)."""
_CLAUSES = frozenset({sym.VERB, sym.EVENT, sym.TIME, "REL", "SUB"})
"""What tells something of its own: no mere aside."""


def measured(chunks: Sequence[Chunk], index: int, value: StatedTime) -> bool:
    """`la veille du sommet`: a day counted from the event is not the event's."""
    narrative = isinstance(value.operation, Shift) and value.operation.narrative
    return narrative and index + 1 < len(chunks) and chunks[index + 1].kind == "OF"


def beside(chunks: Sequence[Chunk], index: int, value: StatedTime) -> int | None:
    """`à la veille de`, `au lendemain de`: the day before (-1) or behind (1) what follows."""
    shift = value.operation if isinstance(value.operation, Shift) else None
    counted = shift is not None and abs(shift.amount) == 1 and shift.unit == "day"
    return shift.amount if shift is not None and counted and measured(chunks, index, value) else None


def whole_day(value: StatedTime) -> bool:
    """Whether one day is told, neither a month nor a span nor a day counted from another."""
    if isinstance(value.operation, Shift):
        return value.operation.unit == "day" and not value.operation.narrative
    return isinstance(value.operation, Calendar) and value.operation.last is None and not coarse(value)


def comes_before(chunks: Sequence[Chunk], index: int, noun: int) -> bool:
    """`said on Wednesday, ahead of the summit`, `mercredi, à la veille du sommet`: the day is of what comes before."""
    between = range(index + 1, noun)
    counted = ((at, stated_in(chunks[at])) for at in between)
    return any(chunks[at].kind == "AROUND" for at in between) or any(
        value is not None and measured(chunks, at, value) for at, value in counted
    )


def qualifies(chunks: Sequence[Chunk], index: int, value: StatedTime) -> bool:
    """`the elections of April`, `l'accord de 2015`: a month or year that tells one noun from others of its kind."""
    if index < 2 or chunks[index - 1].kind != "OF" or chunks[index - 2].kind != sym.WORD or not coarse(value):
        return False
    at = index - 2
    while at >= 0 and chunks[at].kind in (sym.WORD, sym.CAPITAL, sym.DEM, "-"):
        at -= 1
    return at >= 0 and chunks[at].kind in ("DET", "OF", "ON", "TO", "POSS")


def of_another_stop(chunks: Sequence[Chunk], index: int) -> bool:
    """`after P on Wednesday, A is due in Q`: the day of a place told in passing."""
    before = [chunk.kind for chunk in chunks[max(0, index - 3) : index] if chunk.kind != "ON"]
    stop = before[-1:] in ([sym.PLACE], [sym.AGENTS]) and before[-2:-1] in (["AROUND"], ["SUB"])
    return stop and index + 1 < len(chunks) and chunks[index + 1].kind == ","


def of_what_surrounds(chunks: Sequence[Chunk], index: int, value: StatedTime) -> bool:
    """`a visit following his election in March`: a month or year of a noun that tells before or after what it was."""
    if not coarse(value) or (isinstance(value.operation, Calendar) and value.operation.first.month is None):
        return False
    opens = index - 1
    while opens > 0 and index - opens <= _LONGEST_ASIDE and chunks[opens].kind in _NOMINAL:
        opens -= 1
    kinds = [chunk.kind for chunk in chunks[opens:index]]
    around = next((at for at in range(len(kinds) - 1) if kinds[at] == "AROUND" or kinds[at : at + 2] in _BEHIND), None)
    return around is not None and sym.WORD in kinds[around:]


def of_aside(chunks: Sequence[Chunk], index: int) -> bool:
    """`A, elected on Sunday, met B`: the day of what an aside behind a name tells of its bearer."""
    opens = next((at for at in range(index - 1, max(0, index - _LONGEST_ASIDE), -1) if chunks[at].kind == ","), 0)
    inside = [chunk.kind for chunk in chunks[opens + 1 : index]]
    told = opens > 0 and chunks[opens - 1].kind == sym.AGENTS and inside[:1] in _DESCRIBING
    first = next((at for at, chunk in enumerate(chunks) if chunk.kind == sym.AGENTS), opens)
    unsure = inside[:1] == [sym.WORD] and any(chunk.kind == "," for chunk in chunks[first:opens])
    if not told or unsure or not _CLAUSES.isdisjoint(inside):
        return False  # `A, unlike B, extends the visit on Tuesday`
    behind = next((c.kind for c in chunks[index + 1 : index + _LONGEST_ASIDE] if c.kind in _ENDING), "")
    return behind == ","


def in_brackets(chunks: Sequence[Chunk], index: int) -> bool:
    """`(to 16 June)`: the last day, in a bracket of its own."""
    return index > 1 and chunks[index - 1].kind == "TO" and chunks[index - 2].kind == "("


def belongs_elsewhere(chunks: Sequence[Chunk], index: int, value: StatedTime) -> bool:
    """Whether a time is that of no event of its sentence: it counts from one, tells nouns apart, or is of a stop."""
    told = measured(chunks, index, value) or qualifies(chunks, index, value) or of_another_stop(chunks, index)
    return told or of_aside(chunks, index) or of_what_surrounds(chunks, index, value) or _first_in(chunks, index, value)


def _first_in(chunks: Sequence[Chunk], index: int, value: StatedTime) -> bool:
    """`the first visit to the country in eleven years`, `the eighth trip since 7 October`: how long it has been."""
    before = [chunk.kind for chunk in chunks[max(0, index - _LONGEST_ASIDE) : index]]
    since = value.bound is Bound.START and ONWARD not in value.flags
    return (ahead_only(value) or since) and "ORD" in before and sym.VERB not in before[before.index("ORD") :]


def of_something_else(chunks: Sequence[Chunk], index: int, head: int, value: StatedTime) -> bool:
    """`the summit is a far cry from the tensions of 2017`: a mere year behind many words belongs to them."""
    words = sum(chunk.kind in (sym.WORD, sym.AGENTS) for chunk in chunks[head + 1 : index])
    return words > _LONGEST_WAY and mere_year(value)


def stated_in(chunk: Chunk) -> StatedTime | None:
    """The time that a chunk states, unless it is the day of writing of the dispatch."""
    value = chunk.item.value if chunk.kind == sym.TIME and chunk.item is not None else None
    return value if isinstance(value, StatedTime) and value.place not in (Place.DATELINE, Place.PUBLISHED) else None


def direction_of(head: Head, value: StatedTime) -> Direction:
    """The side of the day of writing on which a verb's time lies; the present with a weekday looks ahead."""
    if head.tense == "future" and head.anterior:
        return Direction.NONE  # `had been due to meet in April`: before or after the day of writing
    if scheduled(head) or head.tense == "future":
        return Direction.FUTURE
    if head.tense == "past" or (head.tense == "participle" and head.verb and head.verb.frame.name in MOVING | {"open"}):
        return Direction.PAST  # `arrivé mardi`
    if head.tense == "present" and value.kind is Kind.WEEKDAY and (value.bound is None or ONWARD in value.flags):
        return Direction.FUTURE
    return Direction.NONE


def telling(head: Head) -> bool:
    """Whether a verb tells that something was said, so that its time is of the saying."""
    return head.verb is not None and head.verb.frame.name in TELLING


def announced(head: Head, value: StatedTime) -> Direction:
    """The side on which the weekday of an event lies that somebody announced: what `was announced` is to come."""
    passive = head.verb is not None and head.verb.passive and head.verb.frame.name == "announce"
    return Direction.FUTURE if passive and value.kind is Kind.WEEKDAY else Direction.NONE


def scheduled(head: Head) -> bool:
    """`is scheduled for`, `prévu`: who agreed on something in the past did so at that time."""
    verb = head.verb
    if verb is not None and verb.frame.name in AFOOT:
        return not verb.negative
    if verb is None or verb.frame.name != "plan" or verb.negative:
        return False
    return verb.passive or verb.tense != "past"


def mere_year(value: StatedTime) -> bool:
    """`2017`: a year without its month."""
    operation = value.operation
    return isinstance(operation, Calendar) and operation.first.year is not None and operation.first.month is None


def coarse(value: StatedTime) -> bool:
    """`April`, `2015`: a calendar date without its day."""
    operation = value.operation
    return isinstance(operation, Calendar) and operation.first.day is None and operation.first.weekday is None


def ahead_only(value: StatedTime) -> bool:
    """`in two years`: a time only of what lies ahead, else how long something took."""
    return isinstance(value.operation, Shift) and value.operation.only_future


def only_since(value: StatedTime) -> bool:
    """`since 2019`, `depuis juin`: how long something has been so, not when an event began."""
    return value.bound is Bound.START and coarse(value) and ONWARD not in value.flags


def bounded(head: Head, value: StatedTime) -> StatedTime:
    """`opens on Monday` gives the first day, `ends on Wednesday` the last."""
    bounds = {"open": Bound.START, "close": Bound.END}
    bound = bounds.get(head.verb.frame.name) if head.verb is not None else None
    fits = bound is not None and value.bound is None and not only_since(replace(value, bound=Bound.START))
    return replace(value, bound=bound) if fits else value


def of_month(stated: StatedTime) -> bool:
    """Whether a time states a month and no day."""
    operation = stated.operation
    return isinstance(operation, Calendar) and operation.first.month is not None and operation.first.day is None
