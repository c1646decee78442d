"""Who is with somebody by what they say or do: those whom he tells something, or with whom he acts."""

from __future__ import annotations

from summitry.claims import EventKind, EventStatus, Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk, Verb
from summitry.extract.frame_attendance import guest_frame
from summitry.extract.frame_governors import agents_of, chunk_at
from summitry.extract.frame_meanings import phoned
from summitry.extract.frame_model import ADDRESSING, FRAMING, SPEAKING, RawFrame, of_countries, people_of
from summitry.extract.frame_objects import object_of, rest_of_clause
from summitry.extract.frame_rest import add_place, attach
from summitry.extract.frame_sentence import Sentence
from summitry.extract.frame_signings import leaders
from summitry.extract.frame_subjects import subject_of

_THERE_THEN = ([sym.TIME, "IN", sym.PLACE], ["IN", sym.PLACE, sym.TIME])
"""A day and a place right behind a verb."""
_ASSEMBLING = FRAMING | {EventKind.MEETING}
"""Kinds of events at which many listen to one."""
_WHOSE = frozenset({"DET", "POSS", sym.WORD, sym.PLACE, sym.AGENTS, sym.CAPITAL})


def acted_together(sentence: Sentence) -> None:
    """`A et B ont condamné lundi à P …`: leaders of two countries who act in one place on one day are together."""
    if sentence.pack.premodifiers or sentence.nouns or sentence.verbs or not {sym.TIME, sym.PLACE} <= sentence.kinds:
        return
    for index, verb in sentence.told:
        who = agents_of(sentence, subject_of(sentence, index))
        told = verb.frame.name in SPEAKING and verb.tense in ("past", "present") and _plainly(verb)
        behind = sentence.chunks[index + 1 : index + 6]
        if who is None or not told or not of_countries(who):
            continue
        there = [c.kind for c in behind if c.kind not in ("DET", ",")][:3] in _THERE_THEN
        if there and _in_one_place(sentence, index, who):
            _act(sentence, index, who, behind)


def _in_one_place(sentence: Sentence, index: int, who: Chunk) -> bool:
    """Whether one place is named (not `à Paris et à Londres`), at home for one of those who act."""
    at = next(at for at in range(index + 1, len(sentence.chunks)) if sentence.chunks[at].kind == sym.PLACE)
    behind = [c.kind for c in sentence.chunks[at + 1 :] if c.kind not in ("IN", "DET")][:2]
    place = sentence.chunks[at].place
    if place is None or behind in (["AND", sym.PLACE], [",", sym.PLACE]):
        return False
    return place[2] in {a.country for a in who.agents}


def _act(sentence: Sentence, index: int, who: Chunk, behind: list[Chunk]) -> None:
    """A meeting of those who act, where the words behind their verb say."""
    chunk, span = sentence.chunks[index], (who.start, behind[-1].end)
    frame = RawFrame(EventKind.MEETING, sentence.number, chunk.start, behind[-1].end, "acted", span)
    frame.add(people_of(who), Role.PARTICIPANT, "acted.subject", 0.7)
    add_place(frame, next(c for c in behind if c.kind == sym.PLACE))
    frame.tense = chunk.verb.tense if chunk.verb is not None else None
    if leaders(frame):
        sentence.verbs[index] = frame


def told_those_there(sentence: Sentence) -> None:
    """`A told the summit that …`, `A told visiting B`: whom somebody speaks to is with him."""
    for index, verb in sentence.told:
        if verb.frame.name not in ADDRESSING or not _plainly(verb):
            continue
        who = agents_of(sentence, subject_of(sentence, index))
        if who is None or not people_of(who).mentions:
            continue
        if (whom := phoned(sentence, index)) is not None:
            _told_somebody(sentence, index, who, whom, EventKind.CALL)
        elif (whom := _visitor(sentence, index)) is not None:
            _told_somebody(sentence, index, who, whom, EventKind.MEETING)
        elif verb.frame.name == "say":
            _told_assembled(sentence, index, who)


def _visitor(sentence: Sentence, index: int) -> Chunk | None:
    """`A told visiting B`: who is on a visit meets who speaks to him."""
    word = chunk_at(sentence, index + 1)
    return object_of(sentence, index) if word is not None and word.text.lower() in sentence.pack.visiting else None


def _told_somebody(sentence: Sentence, index: int, who: Chunk, whom: Chunk, kind: EventKind) -> None:
    """A meeting or call of two people of two countries, by the verb by which one tells the other something."""
    sides = [people_of(who).agents, people_of(whom).agents]
    if any(len(side) != 1 or not side[0].country for side in sides) or sides[0][0].country == sides[1][0].country:
        return
    chunk = sentence.chunks[index]
    frame = RawFrame(kind, sentence.number, chunk.start, chunk.end, "say", (who.start, whom.end))
    frame.add(people_of(who), Role.PARTICIPANT, "say.subject", 0.75)
    frame.add(people_of(whom), Role.PARTICIPANT, "say.object", 0.75)
    for at in rest_of_clause(sentence, index):
        if sentence.chunks[at].start >= whom.start:
            attach(sentence, frame, at)
    frame.statuses.append((EventStatus.HELD, chunk.start, chunk.end))
    sentence.verbs[index] = frame


def _told_assembled(sentence: Sentence, index: int, who: Chunk) -> None:
    """`A told the summit that …`, `B told fellow leaders`: who speaks to those at an event is there."""
    behind = sentence.chunks[index + 1 : index + 6]
    at = next((i for i, c in enumerate(behind) if c.kind not in _WHOSE), 0)
    event = sentence.nouns.get(index + 1 + at)
    if event is not None and event.kind in _ASSEMBLING and behind[0].kind == "DET":
        event.add(people_of(who), Role.PARTICIPANT, "speaks.at", 0.7)
    elif any(c.text.lower() in sentence.pack.assembled for c in behind) and not sentence.nouns:
        frame = guest_frame(sentence, who, sentence.chunks[index].end, "present")
        frame.add(people_of(who), Role.PARTICIPANT, "present.speaks", 0.7)
        sentence.verbs[index] = frame


def _plainly(verb: Verb) -> bool:
    """Whether a verb tells what its subject does: not denied, not suffered, not merely possible."""
    return not (verb.negative or verb.passive or verb.possible)
