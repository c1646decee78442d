"""Verbs of coming, leading and joining without an event of their own: `A and B arrived`, `C led the delegation`."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.claims import EventKind, Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk, Verb
from summitry.extract.frame_attendance import guest_frame
from summitry.extract.frame_governors import agents_of
from summitry.extract.frame_model import FINITE, RawFrame, people_of
from summitry.extract.frame_objects import agents_after, rest_of_clause
from summitry.extract.frame_rest import attach
from summitry.extract.frame_sentence import Sentence


def joined_by(sentence: Sentence, index: int, verb: Verb, subject: int | None) -> bool:
    """`The leaders of A and B were joined by C`: guests of the event told before, where several are named."""
    who, beside = (
        agents_of(sentence, subject),
        agents_after(sentence, index, "BY") or agents_after(sentence, index, "OF"),
    )
    if who is None or beside is None or verb.negative or len(who.agents) + len(beside.agents) < 3:
        return False
    frame = guest_frame(sentence, who, beside.end, "accompany")
    frame.add(who, Role.PARTICIPANT, "accompany.guests", 0.7)
    frame.add(people_of(beside), Role.PARTICIPANT, "accompany.beside", 0.75)
    sentence.verbs[index] = frame
    return True


def delegation(sentence: Sentence, index: int, verb: Verb, subject: int | None) -> bool:
    """`The Russian delegation was led by A`, `A led the Russian side`: guests of the event told before."""
    body = (
        subject
        if verb.passive
        else next((i for i in rest_of_clause(sentence, index) if sentence.chunks[i].kind == sym.AGENTS), None)
    )
    leader = agents_after(sentence, index, "BY") if verb.passive else agents_of(sentence, subject)
    if leader is None or verb.negative or verb.tense not in FINITE or not _is_delegation(sentence, index, body):
        return False
    frame = guest_frame(sentence, leader, sentence.chunks[index].end, "lead")
    frame.add(people_of(leader), Role.PARTICIPANT, "lead.delegation", 0.7)
    for other in _leaders_of_others(sentence, index):
        frame.add(people_of(other), Role.PARTICIPANT, "lead.delegation", 0.7)
    if frame.parts:
        sentence.verbs[index] = frame
    return bool(frame.parts)


def _leaders_of_others(sentence: Sentence, index: int) -> Iterator[Chunk]:
    """`… , B celle de P`, `… , celle de P par B`: who leads the others, told by a word for the same."""
    for at in range(index + 1, len(sentence.chunks)):
        word = sentence.chunks[at].item
        if word is not None and word.has("SAME"):
            before, by = sentence.chunks[at - 1], agents_after(sentence, at, "BY")
            if (who := by or (before if before.kind == sym.AGENTS else None)) is not None:
                yield who


def _is_delegation(sentence: Sentence, index: int, body: int | None) -> bool:
    """Whether what is led is a delegation: named by itself or with its state."""
    near = sentence.chunks[max(0, index - 5) : index + 5]
    words = sentence.chunks[body].text.lower().split() if body is not None else []
    return any(c.kind == "GOV" for c in near) or any(
        e.symbol == "GOV" or getattr(e.value, "key", e.value) == "delegate"
        for word in words
        for e in sentence.pack.entries.get(word, ())
    )


def arrival(sentence: Sentence, index: int, verb: Verb) -> bool:
    """`A was received at the airport by B`: part of the visit that is told beside it."""
    if verb.frame.name != "receive" or not sentence.pack.arrivals:
        return False
    return any(sentence.chunks[at].text.lower() in sentence.pack.arrivals for at in rest_of_clause(sentence, index))


def hosting(sentence: Sentence, index: int, who: Chunk) -> None:
    """`A and B are co-hosting`: hosts of the event told before."""
    frame = guest_frame(sentence, who, sentence.chunks[index].end, "host")
    frame.add(who, Role.HOST, "host.guests", 0.7)
    sentence.verbs[index] = frame


def arrives(sentence: Sentence, index: int, verb: Verb, who: Chunk) -> None:
    """`A and B arrived on Thursday`: guests of the event told before."""
    following = [c.kind for c in sentence.chunks[index + 1 : index + 4] if c.kind not in ("ADV", "ON")]
    ends = (".", sym.TIME, ",", ";") if sentence.pack.grammar.reorders else (".", sym.TIME)
    if verb.tense in FINITE and not verb.possible and (not following or following[0] in ends):
        frame = guest_frame(sentence, who, sentence.chunks[index].end, "travel")
        frame.add(people_of(who), Role.PARTICIPANT, "travel.guests", 0.7)
        if frame.parts:
            sentence.verbs[index] = frame


def stays(sentence: Sentence, index: int, frame: RawFrame, who: Chunk) -> None:
    """`A will not go to P`: absent from the event told before, when that is there."""
    for at in rest_of_clause(sentence, index):
        attach(sentence, frame, at)
    frame.kind, frame.refers, frame.definite = EventKind.SUMMIT, True, True
    frame.add(who, Role.ABSENT, "travel.absent", 0.7)
    bare = all(sentence.chunks[at].kind not in (sym.PLACE, sym.AGENTS, "TO") for at in rest_of_clause(sentence, index))
    if frame.parts and (frame.places or bare):
        sentence.verbs[index] = frame
