"""What a sentence leaves out because it has just said it: `met A on Monday and B on Tuesday`, `A had a meeting`."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.claims import EventKind, Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk
from summitry.extract.frame_event_objects import prep_before
from summitry.extract.frame_governors import agents_of, governed, past, subject_following
from summitry.extract.frame_holders import owns
from summitry.extract.frame_model import AUXILIARY, OF_FEW, RawFrame, people_of
from summitry.extract.frame_objects import object_of, rest_of_clause
from summitry.extract.frame_rest import add_place
from summitry.extract.frame_sentence import Sentence
from summitry.extract.frame_subjects import subject_of
from summitry.extract.time import StatedTime

_STAYED = frozenset({EventKind.VISIT, EventKind.SUMMIT, EventKind.CONFERENCE, EventKind.MEETING})
_MOVED = ("travel", "go")
_NEAR = 4
_STEP_BACK = 9
_GIVING = frozenset({"host.subject", "hold.subject", "give.subject"})
"""Rules by which somebody gives a meal, a ceremony or an audience."""
_BETWEEN_THEM = frozenset({"DET", "POSS", "ADV", "ORD", "IN", sym.PLACE, sym.TIME, sym.WORD, "ON"})
"""What may stand between a verb and the visit that is its object."""


def gapped(sentence: Sentence) -> None:
    """`A met B on Monday and C on Tuesday`: two meetings, each with its own day."""
    _hosts_again(sentence)
    for index, frame in list(sentence.verbs.items()):
        if frame.kind in OF_FEW and not frame.refers:
            for at, partners, times in _again(sentence, index):
                _repeat(sentence, frame, at, partners, times)


def _hosts_again(sentence: Sentence) -> None:
    """`was received in P by A and later in Q by B`: two meetings, each at its own place."""
    for index, frame in list(sentence.verbs.items()):
        verb = sentence.chunks[index].verb
        received = verb is not None and verb.passive and verb.frame.name in ("receive", "host", "meet")
        if not received or frame.refers:
            continue
        by = [
            at
            for at in rest_of_clause(sentence, index)
            if sentence.chunks[at].kind == "BY" and object_of(sentence, at) is not None
        ]
        kinds = {c.kind for c in sentence.chunks[by[0] : by[1]]} if len(by) > 1 else set()
        guests = [p for p in frame.parts if p.rule.endswith(".subject")]
        host = object_of(sentence, by[1]) if len(by) > 1 else None
        apart = bool(kinds & {sym.PLACE, sym.TIME}) and not kinds.isdisjoint({"AND", "THEN", ",", "SUB"})
        if host is None or not guests or not apart:
            continue
        second, cut = frame.twin(guests, host.start, host.end), sentence.chunks[by[0]].end
        second.add(people_of(host), guests[0].role if frame.rule == "meet" else Role.HOST, "receive.by")
        second.places = [place for place in frame.places if place[3] > cut]
        frame.places = [place for place in frame.places if place[3] <= cut]
        second.times, second.statuses = list(frame.times), list(frame.statuses)
        frame.later |= {agent.key for agent in host.agents}
        sentence.verbs[by[1]] = second


def _again(sentence: Sentence, index: int) -> Iterator[tuple[int, Chunk, list[StatedTime]]]:
    """Who stands behind a time and a conjunction, and before a time of his own."""
    dated = False
    for at in rest_of_clause(sentence, index):
        chunk = sentence.chunks[at]
        dated = dated or chunk.kind == sym.TIME
        if not dated or chunk.kind != sym.AGENTS or sentence.chunks[at - 1].kind not in ("AND", "WITH", ","):
            continue
        times = _own_times(sentence, at)
        if times:
            yield at, people_of(chunk), times


def _own_times(sentence: Sentence, at: int) -> list[StatedTime]:
    """The times right behind somebody, with places between: `C in P on Tuesday`."""
    for behind in sentence.chunks[at + 1 : at + 1 + _NEAR]:
        if behind.kind == sym.TIME and behind.item is not None and isinstance(behind.item.value, StatedTime):
            return [behind.item.value]
        if behind.kind not in ("IN", "ON", sym.PLACE, "DET"):
            return []
    return []


def _repeat(sentence: Sentence, first: RawFrame, at: int, partners: Chunk, times: list[StatedTime]) -> None:
    said = [p for p in first.parts if p.rule.endswith(".subject") and p.role.attends]
    if not said or not partners.mentions or {p.agent.key for p in said} & {a.key for a in partners.agents}:
        return
    second = first.twin(list(said), partners.start, partners.end)
    second.times, second.places = list(times), []
    second.add(partners, Role.PARTICIPANT, f"{first.rule}.object")
    first.times = [t for t in first.times if t not in times]
    gone = {a.key for a in partners.agents}
    first.parts = [p for p in first.parts if p.agent.key not in gone]
    first.later |= gone
    for place in range(at + 1, min(at + _NEAR, len(sentence.chunks))):
        if sentence.chunks[place].kind == sym.PLACE:
            add_place(second, sentence.chunks[place])
    sentence.verbs[at] = second


def had(sentence: Sentence) -> None:
    """`A and B had a meeting`: an auxiliary that is the verb of an event noun."""
    for index, frame in sentence.nouns.items():
        if frame.parts or frame.kind not in OF_FEW:
            continue
        at = index - 1
        while at > 0 and sentence.chunks[at].kind in ("DET", sym.WORD, "ORD", sym.NUMBER, "NUM", "-", "THEIR", "ADV"):
            at -= 1
        if at < 1 or sentence.chunks[at].kind != "HAVE" or (index - at < 2 and not sentence.pack.premodifiers):
            continue
        who = next((i for i in range(at - 1, -1, -1) if sentence.chunks[i].kind not in AUXILIARY), 0)
        people = agents_of(sentence, who)
        if people is not None and not governed(sentence, who) and len(people.agents) > 1:
            frame.add(people, Role.PARTICIPANT, "noun.had", 0.8)


def meeting_whom(sentence: Sentence) -> None:
    """`Meeting B in P, A said`, `Meeting in P, A and B said`: an event noun that opens a sentence is a verb."""
    first = sentence.nouns.get(0)
    if (
        first is None
        or not sentence.pack.premodifiers
        or first.kind is not EventKind.MEETING
        or len(sentence.chunks) < 3
    ):
        return
    whom, who = sentence.chunks[1], agents_of(sentence, subject_following(sentence, 0))
    if whom.kind in ("IN", "ON") and who is not None and not first.parts and _gerund_of_several(sentence, who):
        first.add(people_of(who), Role.PARTICIPANT, "meet.opening", 0.8)
        return
    if whom.kind == sym.AGENTS and who is not None and not owns(sentence, 1) and people_of(whom).mentions:
        first.add(people_of(who), Role.PARTICIPANT, "meet.opening", 0.8)


def _gerund_of_several(sentence: Sentence, who: Chunk) -> bool:
    """`Meeting in P, A and B pledged aid`: the first word is a verb too, and its subjects are of two countries."""
    item = sentence.chunks[0].item
    countries = {a.country for a in people_of(who).agents} - {None}
    return item is not None and item.has(sym.VERB) and len(countries) > 1


def served(sentence: Sentence) -> None:
    """`A hosted a dinner for B`, `a accordé une audience à B`: for whom somebody gives a meal or an audience."""
    for index, frame in sentence.nouns.items():
        if frame.kind is not EventKind.MEETING or {p.rule for p in frame.parts} - _GIVING:
            continue
        at = index + 1
        given = any(p.rule == "give.subject" for p in frame.parts)
        at = past(sentence, at, ("ADV", sym.TIME, sym.DEM)) if given else at
        if (
            not frame.parts
            or at + 1 >= len(sentence.chunks)
            or sentence.chunks[at].kind not in ("TO", "IN")[: 1 + given]
        ):
            continue
        guest = object_of(sentence, at)
        if guest is not None and people_of(guest).mentions:
            frame.add(people_of(guest), Role.PARTICIPANT, "served.for", 0.75)


def stayed(sentence: Sentence) -> None:
    """`A, in P for a visit`, `A left P after a visit`: where a visit is whose place stands before it."""
    for index, frame in sentence.nouns.items():
        if frame.kind not in _STAYED or frame.places:
            continue
        prep = prep_before(sentence, index)
        if prep not in (("TO", "AROUND", "SUB", "ON") if frame.kind is EventKind.VISIT else ("TO",)):
            continue
        opens = next(at for at in range(index - 1, -1, -1) if sentence.chunks[at].kind == prep)
        for at in range(opens - 1, max(opens - 9, 0), -1):
            chunk, before = sentence.chunks[at], sentence.chunks[at - 1]
            if chunk.kind in (sym.AGENTS, sym.EVENT, "FROM", ";", ":"):
                break
            if chunk.kind == sym.PLACE:
                if before.kind == "," and sentence.chunks[at - 2].kind == sym.PLACE:
                    continue  # `to P, Q, on a visit`
                verb = before.verb
                bound = before.kind == "TO" and frame.kind is EventKind.VISIT
                moving = verb is not None and verb.frame.name in (_MOVED if prep == "TO" else (*_MOVED, "leave"))
                if before.kind == "IN" or bound or moving:
                    add_place(frame, chunk)
                    _come_for(sentence, at - 1, frame)
                break


def visited_by(sentence: Sentence) -> None:
    """`A received on Monday in P a visit from B`: who is visited is the host."""
    for index, frame in sentence.nouns.items():
        if frame.kind is not EventKind.VISIT or not frame.parts:
            continue
        at = index - 1
        while at > 0 and index - at < _STEP_BACK and sentence.chunks[at].kind in _BETWEEN_THEM:
            at -= 1
        verb = sentence.chunks[at].verb
        if verb is None or verb.frame.name != "receive" or verb.passive or verb.negative:
            continue
        host = agents_of(sentence, subject_of(sentence, at))
        if host is not None:
            frame.add(people_of(host), Role.HOST, "visit.host", 0.8)
            sentence.verbs.pop(at, None)


def _come_for(sentence: Sentence, at: int, frame: RawFrame) -> None:
    """`A, in P for a summit, said`: who is where an event is, for its sake."""
    if frame.kind is EventKind.VISIT or sentence.chunks[at].kind != "IN" or at < 1:
        return
    who = at - 2 if sentence.chunks[at - 1].kind in (",", "BE", "WAS") else at - 1
    who -= sentence.chunks[who].kind in ("REL", ",") and who > 0
    if who >= 0 and (guest := agents_of(sentence, who)) is not None and not governed(sentence, who):
        frame.add(people_of(guest), Role.PARTICIPANT, "noun.guest", 0.75)
