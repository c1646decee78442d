"""Who is said to be at an event, or not to be: `A will be at the summit`, `B n'était pas à la réunion`."""

from __future__ import annotations

from summitry.claims import EventStatus, Role
from summitry.extract import symbols as sym
from summitry.extract.frame_guests import subject_of_being
from summitry.extract.frame_model import BEING, RawFrame, people_of
from summitry.extract.frame_sentence import Sentence

_FORMS = frozenset({"BE", *BEING})
_BEFORE_NOUN = frozenset({"DET", "ORD", "POSS", "THEIR", "ADV", sym.WORD, sym.NUMBER, sym.AGENTS})
_REACH = 6
"""How many words stand between the preposition and the noun at most."""


def being_at(sentence: Sentence) -> None:
    """`A will not be at the summit in P`: guests, or those who stay away."""
    for at, frame in sentence.nouns.items():
        preposition = _prep_of(sentence, at)
        subject, denied = subject_of_being(sentence, preposition - 1, _FORMS) if preposition > 1 else (None, False)
        people = people_of(subject) if subject is not None else None
        if people is not None and people.agents:
            frame.add(people, Role.ABSENT if denied else Role.PARTICIPANT, "present.being", 0.8)
            _time_being(sentence, frame, people.end, preposition)


def _prep_of(sentence: Sentence, at: int) -> int:
    """Where the preposition stands that leads to an event noun; 0 when there is none."""
    for before in range(at - 1, max(0, at - _REACH), -1):
        if sentence.chunks[before].kind == "IN":
            return before
        if sentence.chunks[before].kind not in _BEFORE_NOUN:
            return 0
    return 0


def _time_being(sentence: Sentence, frame: RawFrame, start: int, preposition: int) -> None:
    """The status that the form of `to be` gives."""
    words = [c for c in sentence.chunks[:preposition] if c.start >= start]
    ahead = any(c.text.lower() in sentence.pack.grammar.refusing for c in words)
    told = next((BEING[c.kind] for c in words if c.kind in BEING), None)
    status = EventStatus.PLANNED if ahead else told
    if status is not None and not frame.statuses:
        frame.statuses.append((status, words[0].start, words[-1].end))
