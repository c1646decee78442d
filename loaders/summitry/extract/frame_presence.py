"""Verbs of attendance without an event noun: `A and B will be there`, `C is expected`, `D was not invited`."""

from __future__ import annotations

from summitry.claims import EventStatus, Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk, Verb
from summitry.extract.frame_attendance import (
    at_fronted,
    attended_that,
    comes,
    event_there,
    guest_frame,
    listed_of,
    missed_event,
    objectless,
    of_noun,
    of_offer,
)
from summitry.extract.frame_event_objects import event_right
from summitry.extract.frame_governors import agents_of
from summitry.extract.frame_model import people_of
from summitry.extract.frame_objects import cliticised, inverted, object_of, rest_of_clause, subjects_too, with_whom
from summitry.extract.frame_rest import attach
from summitry.extract.frame_sentence import Sentence

_ROLES = {
    "present": Role.PARTICIPANT,
    "preside": Role.CHAIR,
    "among": Role.PARTICIPANT,
    "come": Role.PARTICIPANT,
    "plan": Role.PARTICIPANT,
    "attend": Role.PARTICIPANT,
    "invite": Role.INVITEE,
}
"""What the guests of a verb are at the event; those of any other verb stay away."""
_NAMING = frozenset({"present", "among", "away", "come"})
"""Verbs that tell of attendance and nothing else, even where they name nobody."""


def present(sentence: Sentence, index: int, verb: Verb, subject: int | None) -> bool:
    """Whether a verb is done with: it has named guests, or names nobody."""
    name, chunk = verb.frame.name, _those_there(sentence, index, verb, subject)
    if name in ("present", "plan") and (chunk is None or verb.passive) and at_fronted(sentence, index, verb, chunk):
        return True
    if name == "plan" and chunk is not None and _expected_there(sentence, index, verb, chunk):
        return True
    if (settled := _settled(sentence, index, verb, subject, chunk)) is not None:
        return settled
    if chunk is None or (name in ("invite", "decline") and verb.tense == "infinitive"):
        return name in _NAMING
    _name_guests(sentence, index, verb, chunk)
    return True


def _those_there(sentence: Sentence, index: int, verb: Verb, subject: int | None) -> Chunk | None:
    """Of whom the verb speaks: before it, behind it, or behind a `with`."""
    name, chunk = verb.frame.name, agents_of(sentence, subject)
    if name == "invite" and not verb.passive:
        chunk = object_of(sentence, index)
    own = name != "among" or sentence.pack.grammar.reorders
    chunk = (chunk if own else None) or inverted(sentence, index, verb)
    return with_whom(sentence, index) if name == "present" and chunk is None else chunk


def _settled(sentence: Sentence, index: int, verb: Verb, subject: int | None, chunk: Chunk | None) -> bool | None:
    """True when nobody is left to be named, False when the verb tells of something else, None otherwise."""
    done: bool | None = None
    match verb.frame.name:
        case "present":
            listed = chunk is None and listed_of(sentence, index, verb, subject)
            earlier = verb.anterior and verb.tense == "past"  # `B had been there on Monday`: at another time
            done = listed or earlier or verb.possible or None
        case "attend":
            done = _attending(sentence, index, verb, subject, chunk)
        case "come":
            done = not comes(sentence, index, chunk) or None
        case "plan":
            done = None if _expected(sentence, index, verb, chunk) else False
        case "decline" | "skip" | "invite" | "cancel":
            done = _staying_away(sentence, index, verb, subject, chunk)
        case "away":
            done = (chunk is not None and _absent_from(sentence, index, verb, chunk)) or None
    return done


def _attending(sentence: Sentence, index: int, verb: Verb, subject: int | None, chunk: Chunk | None) -> bool | None:
    if (chunk is None and listed_of(sentence, index, verb, subject)) or attended_that(sentence, index, verb):
        return True
    if event_right(sentence, index, verb) is not None:
        return False
    if verb.possible:
        return True  # `C might attend`: nobody knows
    return None if cliticised(sentence, index) or comes(sentence, index, chunk) else False


def _expected_there(sentence: Sentence, index: int, verb: Verb, chunk: Chunk) -> bool:
    """`A is expected at the forum in P on Friday`: a guest of the event that is named."""
    event = event_there(sentence, index) if _expected(sentence, index, verb, chunk) and not verb.negative else None
    if event is None or verb.tense == "past":
        return False
    event.add(people_of(chunk), Role.PARTICIPANT, "plan.guests", 0.75)
    event.statuses.append((EventStatus.PLANNED, sentence.chunks[index].start, sentence.chunks[index].end))
    return True


def _expected(sentence: Sentence, index: int, verb: Verb, chunk: Chunk | None) -> bool:
    """`C is expected`, but not `C is expected to resign`, nor `the talks of A and B, planned for Sunday`."""
    goes_on = any(c.kind in ("TO", sym.VERB) for c in sentence.chunks[index + 1 : index + 3])
    if not verb.passive or goes_on:
        return False
    return not (verb.tense == "participle" and chunk is not None and of_noun(sentence, index, chunk))


def _staying_away(sentence: Sentence, index: int, verb: Verb, subject: int | None, chunk: Chunk | None) -> bool | None:
    name = verb.frame.name
    if event_right(sentence, index, verb) is not None:
        return False
    if name == "skip" and verb.possible:
        return True  # `C might not attend`: nobody knows
    if name == "cancel" and (verb.passive or chunk is None or not people_of(chunk).agents):
        return False
    other = name in ("decline", "cancel") and (not objectless(sentence, index) or of_offer(sentence, subject))
    return False if other or (name == "skip" and verb.tense == "gerund") else None


def _absent_from(sentence: Sentence, index: int, verb: Verb, chunk: Chunk) -> bool:
    """`A was absent from the summit`: absent from the event that is named."""
    missed = missed_event(sentence, index)
    if missed is not None:
        sentence.nouns[missed].add(chunk, Role.PARTICIPANT if verb.negative else Role.ABSENT, "away.subject")
    return missed is not None


def _name_guests(sentence: Sentence, index: int, verb: Verb, chunk: Chunk) -> None:
    """Guests of the event told before, with those who are named beside them."""
    name, at = verb.frame.name, sentence.chunks[index]
    role = Role.ABSENT if verb.negative else _ROLES.get(name, Role.ABSENT)
    frame = guest_frame(sentence, chunk, max(at.end, chunk.end), name, at)
    frame.add(chunk, role, f"{name}.guests", 0.75)
    beside = object_of(sentence, 0) if sentence.chunks[0].kind == "PRESENCE" else None
    if too := subjects_too(sentence, index) or beside:
        frame.add(too, role, f"{name}.too", 0.7)
    for place in rest_of_clause(sentence, index) if name == "plan" else ():
        attach(sentence, frame, place)
    sentence.verbs[index] = frame
