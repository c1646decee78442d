"""What verbs say about events told elsewhere in their sentence: asked for, followed, recalled, prepared, called off."""

from __future__ import annotations

from itertools import pairwise

from summitry.claims import EventStatus
from summitry.extract import symbols as sym
from summitry.extract.clauses import Verb
from summitry.extract.event_kinds import AHEAD, CALLED_OFF
from summitry.extract.nearness import Clauses, Head
from summitry.extract.stated_times import AFOOT

_OPENING = frozenset({"", ",", "SUB", sym.TIME, sym.QUOTE})
"""What stands before a subject."""
_OBJECT = frozenset(
    {"DET", "POSS", "THEIR", "ORD", "NUM", "ADV", "VIRTUAL", sym.NUMBER, sym.WORD, sym.TIME, sym.CAPITAL}
)
"""What may stand between a verb and its object."""
_ANOTHER = frozenset({"WITH", "BY", "TO", "IN", "AROUND", "DURING"})
"""Prepositions behind which a verb of going on names something new."""
_ASKING = frozenset({"invite", "convoke"})
"""Frames of verbs that ask somebody to come."""


def asks(head: Head) -> bool:
    """Whether a verb asks somebody to come (`invited B to dinner`, `called a summit`)."""
    return head.verb is not None and head.verb.frame.name in _ASKING


def asking(head: Head) -> bool:
    """Whether a verb tells of an event that comes after it."""
    return asks(head) and not head.anterior


def asked(clauses: Clauses, index: int, head: Head) -> bool:
    """`invited B to come on Friday`, `called a summit in P on Friday`: the day is that of what is asked for, but
    right behind the verb it is the day of asking."""
    if head.verb is not None and head.tense == "infinitive":
        before = next((one for one in reversed(clauses.near(head.at)) if one.at < head.at and one.verb), None)
        return before is not None and before.finite and asking(before)
    return asking(head) and index > head.at + 1


def governs(clauses: Clauses, verb: Head | None, noun: Head, name: str) -> bool:
    """Whether a verb of this frame stands before an event noun, with no other between: `the remarks followed a call
    with B`, `A recalled his meeting with B`."""
    if verb is None or verb.verb is None or verb.verb.frame.name != name or verb.verb.passive or not noun.noun:
        return False
    between = [one for one in clauses.near(noun.at) if verb.at < one.at < noun.at]
    return verb.at < noun.at and all(one.loose for one in between)


def fate(verb: Verb) -> str | None:
    """What becomes of an event of which a verb behind other words tells (`…, planned for Friday, was cancelled`)."""
    if verb.frame.name in AFOOT:
        return None if verb.negative else verb.frame.status
    return verb.frame.status if verb.passive and verb.frame.status in CALLED_OFF else None


def gives_up(verb: Verb) -> str | None:
    """What a verb without a noun of its own says becomes of the event before it (`…, but called it off`, `… but did not
    take place`)."""
    if verb.frame.name == "takeplace" and verb.negative:
        return EventStatus.CANCELLED
    return verb.frame.status if verb.frame.status in CALLED_OFF and not verb.negative else None


def announced(clauses: Clauses, verb: Head | None, noun: Head) -> bool:
    """Whether an event is what somebody announces (`announced a visit by B`, `B's visit was announced`): it has yet to
    come, and the day is that of announcing. Not what is told around it (`announced after talks with B`)."""
    if verb is None or verb.verb is None or verb.verb.frame.name != "announce" or verb.verb.negative or not noun.noun:
        return False
    if verb.verb.passive:
        return noun.at < verb.at and clauses.preposition(noun.at) in _OPENING
    return verb.at < noun.at and _object(clauses, verb, noun)


def spoken_of(clauses: Clauses, verb: Head | None, noun: Head) -> bool:
    """`A and B discussed a visit to P`: what is talked of is on no day of talking."""
    if verb is None or verb.verb is None or verb.verb.frame.name != "discuss" or not noun.noun or verb.at > noun.at:
        return False
    return _object(clauses, verb, noun)


def continues(clauses: Clauses, verb: Head | None, noun: Head) -> bool:
    """`continued his visit`; `will continue with a visit to P` tells of another one."""
    return governs(clauses, verb, noun, "goon") and clauses.preposition(noun.at) not in _ANOTHER


def speaking_of(verb: Head | None) -> bool:
    """Whether a verb told in the past says what somebody wants or does not want of an event: its time may be when he
    said so."""
    if verb is None or verb.verb is None or verb.verb.passive or verb.tense != "past" or verb.anterior or asks(verb):
        return False  # `had planned meetings on Tuesday`: for that day
    return verb.verb.frame.status in CALLED_OFF | AHEAD


def _object(clauses: Clauses, verb: Head, noun: Head) -> bool:
    """Whether nothing stands between a verb and an event noun but what belongs to its object, and a day."""
    between = clauses.chunks[verb.at + 1 : noun.at]
    timed = [a.kind == "ON" and b.kind == sym.TIME for a, b in pairwise((*between, clauses.chunks[noun.at]))]
    return all(c.kind in _OBJECT or day for c, day in zip(between, timed, strict=True))
