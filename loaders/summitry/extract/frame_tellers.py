"""Verbs that speak about an event noun: who attends, hosts, declines, and what becomes of it."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.claims import EventKind, EventStatus, Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk, Verb
from summitry.extract.frame_event_objects import event_relative, event_right, prep_before
from summitry.extract.frame_governors import agents_of, chunk_at
from summitry.extract.frame_model import ROLES, RawFrame
from summitry.extract.frame_objects import agents_after, object_of, rest_of_clause, subjects_too
from summitry.extract.frame_rest import add_place, attach, delegates, index_of
from summitry.extract.frame_sentence import Sentence
from summitry.extract.frame_tenses import note_status


def on_event(sentence: Sentence, index: int, verb: Verb, subject: int | None) -> None:
    """A verb that speaks about an event noun: its subject or its object."""
    off = verb.frame.name == "skip" and sentence.pack.grammar.inverts  # `il vertice è saltato`, `salta il vertice`
    if subject is not None and _is_of_event(sentence, verb, subject):
        if off and agents_after(sentence, index, "BY") is None:
            _dropped(sentence, index, sentence.nouns[subject])
        else:
            note_status(sentence, sentence.nouns[subject], verb, index)
            _as_subject(sentence, index, verb, sentence.nouns[subject])
    elif _guests_of_event(sentence, index, verb, subject):
        pass
    elif off and subject is not None and subject in sentence.nouns:
        _dropped(sentence, index, sentence.nouns[subject])
    elif (at := _event_object(sentence, index, verb, subject)) is None:
        pass
    elif off and subject is None and not verb.negative:
        _dropped(sentence, index, sentence.nouns[at])
    else:
        _as_object(sentence, index, verb, subject, at)


def _is_of_event(sentence: Sentence, verb: Verb, subject: int) -> bool:
    """`the summit gathers A and B`, `the talks were hosted by A`: an event noun is what the verb is about."""
    return (verb.frame.event in ("subject", "both") or verb.passive) and sentence.chunks[subject].kind == sym.EVENT


def _event_object(sentence: Sentence, index: int, verb: Verb, subject: int | None) -> int | None:
    """The event noun that a verb has as object, behind it or before its relative clause."""
    at = event_right(sentence, index, verb)
    if at is not None or verb.frame.event not in ("object", "both"):
        return at
    at = event_relative(sentence, subject)
    if at is not None and (sentence.pack.premodifiers or sentence.nouns[at].kind is EventKind.VISIT):
        for behind in rest_of_clause(sentence, index):
            attach(sentence, sentence.nouns[at], behind)
    return at


def _as_object(sentence: Sentence, index: int, verb: Verb, subject: int | None, at: int) -> None:
    """`A hosts the summit`; where nobody stands before the verb, whoever stands elsewhere attends."""
    target = sentence.nouns[at]
    note_status(sentence, target, verb, index)
    _with_object(sentence, index, verb, target, subject)
    if subject is not None or verb.frame.name != "attend":
        return
    if not verb.passive:
        _behind(sentence, index, at, target, Role.ABSENT if verb.negative else Role.PARTICIPANT)
    if sentence.chunks[0].kind == "PRESENCE" and (beside := object_of(sentence, 0)) is not None:
        target.add(beside, Role.PARTICIPANT, "attend.beside", 0.75)


def _dropped(sentence: Sentence, index: int, target: RawFrame) -> None:
    """An event that nobody skips, but that is off."""
    chunk = sentence.chunks[index]
    target.governed = True
    target.statuses.append((EventStatus.CANCELLED, chunk.start, chunk.end))


def _behind(sentence: Sentence, index: int, at: int, target: RawFrame, role: Role) -> None:
    """`Prendront part à cette réunion A et B`: the subject behind the event, where none stands before the verb."""
    free = all(c.kind not in (sym.AGENTS, sym.EVENT) for c in sentence.chunks[:index])
    if free and (guests := object_of(sentence, at)) is not None:
        target.add(guests, role, "attend.behind", 0.75)
    for more in _besides(sentence, at) if free else ():
        target.add(more, role, "attend.behind", 0.75)


def _besides(sentence: Sentence, at: int) -> Iterator[Chunk]:
    """`Prennent part à la réunion, outre A, B et C`: those behind a word of company, and those behind its comma."""
    beside = next((i for i, c in enumerate(sentence.chunks[at + 1 : at + 3], at + 1) if c.kind == "PRESENCE"), None)
    first = object_of(sentence, beside) if beside is not None else None
    if first is None:
        return
    yield first
    last = sentence.chunks.index(first) + 1
    comma = chunk_at(sentence, last)
    rest = object_of(sentence, last) if comma is not None and comma.kind == "," else None
    if rest is not None and not rest.agents:
        rest = chunk_at(sentence, sentence.chunks.index(rest) + 1) or rest  # `les ministres A et B`
    if rest is not None and rest.kind == sym.AGENTS:
        yield rest


def _guests_of_event(sentence: Sentence, index: int, verb: Verb, subject: int | None) -> bool:
    """`the meeting in which A and B took part`, `the forum hosts A`: agents behind the verb of an event."""
    name = verb.frame.name
    if (
        verb.passive
        or subject not in sentence.nouns
        or name not in ("attend", "join", "host", "receive", "chair", "skip")
    ):
        return False
    chunk = object_of(sentence, index)
    if chunk is None or subject is None:
        return False
    role = Role.PARTICIPANT if name in ("host", "receive") else Role(verb.frame.slots["subject"])
    role = Role.ABSENT if verb.negative else role
    note_status(sentence, sentence.nouns[subject], verb, index)
    sentence.nouns[subject].add(chunk, role, f"{name}.guests")
    return True


def _as_subject(sentence: Sentence, index: int, verb: Verb, target: RawFrame) -> None:
    """`the summit will gather A and B`, `the talks were hosted by A`."""
    if verb.passive:
        role = verb.frame.passive.get("by") or verb.frame.slots.get("subject")
        if role in ROLES and (chunk := agents_after(sentence, index, "BY")):
            for by in delegates(sentence, index, chunk):  # `présidé par A et par B`
                target.add(by, Role(role), f"{verb.frame.name}.by")
    elif verb.frame.name == "gather" and (chunk := object_of(sentence, index)):
        target.add(chunk, Role.PARTICIPANT, "gather.object")
    elif verb.frame.name == "gather" and (beside := _gathered_around(sentence, index)):
        target.add(beside, Role.PARTICIPANT, "gather.object")
    for at in rest_of_clause(sentence, index):
        attach(sentence, target, at)


def _gathered_around(sentence: Sentence, index: int) -> Chunk | None:
    """`a réuni autour de A les présidents B et C`: those behind whoever they are gathered around."""
    ahead = chunk_at(sentence, index + 1)
    centre = object_of(sentence, index + 1) if ahead is not None and ahead.kind == "PRESENCE" else None
    return object_of(sentence, sentence.chunks.index(centre)) if centre is not None else None


def _with_object(sentence: Sentence, index: int, verb: Verb, target: RawFrame, subject: int | None) -> None:
    """`A hosts the summit`, `A will not attend the talks`."""
    chunk, name = agents_of(sentence, subject), verb.frame.name
    if name == "announce" and chunk:
        target.announcers.extend((a, chunk.start, chunk.end) for a in chunk.agents)
    if name == "invite":
        _invited(sentence, index, verb, target, chunk)
        return
    role = _role(sentence, index, verb)
    if chunk is None or role is None:
        return
    if verb.possible and role in (Role.HOST, Role.CHAIR):
        target.statuses.append((EventStatus.PROPOSED, chunk.start, chunk.end))
    if name == "gather" and target.kind is EventKind.VISIT:
        return
    target.add(chunk, role, f"{name}.subject")
    _company(sentence, index, verb, target, role)
    if name in ("travel", "go"):
        _leads_to(sentence, index, target)


def _role(sentence: Sentence, index: int, verb: Verb) -> Role | None:
    """What the subject of a verb is at the event that it has as object."""
    role = verb.frame.slots.get("subject", "none")
    role = verb.frame.passive.get("subject", role) if verb.passive else role
    if verb.frame.name == "decline":
        invited = any(c.kind == "INVITATION" for c in sentence.chunks[index : index + 6])
        role = "absent" if invited else "none"
    if role not in ROLES:
        return None
    there = Role(role).attends and verb.frame.name != "close"  # `has not finished his visit`
    return Role.ABSENT if verb.negative and there else Role(role)


def _company(sentence: Sentence, index: int, verb: Verb, target: RawFrame, role: Role) -> None:
    """`A will chair with B a meeting`, `A joined B at the talks`, `so will C`: who is there with the subject."""
    name = verb.frame.name
    if sentence.nouns.get(event_right(sentence, index, verb) or -1) is target and (partner := _beside(sentence, index)):
        target.add(partner, role, f"{name}.with")
    joined = object_of(sentence, index) if name == "join" and not verb.negative else None
    if joined is not None and len(joined.agents) == 1:
        target.add(joined, Role.PARTICIPANT, "join.object")
    if too := subjects_too(sentence, index):
        target.add(too, role, f"{name}.too")


def _leads_to(sentence: Sentence, index: int, target: RawFrame) -> None:
    """`A travels to P for talks`: the first place behind the verb is that of the talks."""
    sentence.verbs_suppressed.add(index)
    for at in range(index + 1, len(sentence.chunks)):
        near = at == index + 1 or sentence.chunks[at - 1].kind in ("IN", "TO", "DET")
        if near and sentence.chunks[at].kind == sym.PLACE:
            add_place(target, sentence.chunks[at])
            return


def _beside(sentence: Sentence, index: int) -> Chunk | None:
    """`A will chair with B a meeting`: the partner between a verb and its event."""
    for at in rest_of_clause(sentence, index):
        if sentence.chunks[at].kind == sym.EVENT:
            return None
        if sentence.chunks[at].kind == "WITH":
            return object_of(sentence, at)
    return None


def _invited(sentence: Sentence, index: int, verb: Verb, target: RawFrame, subject: Chunk | None) -> None:
    chunk = subject if verb.passive else object_of(sentence, index)
    if chunk:
        target.add(chunk, Role.ABSENT if verb.negative else Role.INVITEE, "invite.object")
    at = index_of(sentence, target)
    purpose = sentence.chunks[at - 2 if sentence.chunks[at - 1].kind == "OF" else at - 1].kind
    if chunk is None or target.definite or "TO" not in (purpose, prep_before(sentence, at)):
        return
    word = sentence.chunks[index]
    target.statuses.append((EventStatus.PLANNED, word.start, word.end))
    for place in sentence.chunks[index + 1 : at] if not verb.negative else ():
        if place is not chunk and place.kind in (sym.PLACE, sym.AGENTS) and _called_to(sentence, place):
            add_place(target, place)
            target.add_states(place)


def _called_to(sentence: Sentence, place: Chunk) -> bool:
    """`invited to P for talks`: where the guests are called to."""
    before = sentence.chunks.index(place) - 1
    before -= sentence.chunks[before].kind == "DET"
    return sentence.chunks[before].kind in ("TO", "IN")
