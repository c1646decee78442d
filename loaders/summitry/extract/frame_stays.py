"""Journeys told by where somebody is or leaves for: `A sera lundi à P`, `A a quitté Q pour P`, the headline `A à P`."""

from __future__ import annotations

from collections.abc import Sequence

from summitry.claims import AgentType, EventKind, EventStatus, Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk
from summitry.extract.frame_governors import agents_of, chunk_at, governed, past
from summitry.extract.frame_model import BEING, FINITE, RawFrame, people_of
from summitry.extract.frame_objects import rest_of_clause
from summitry.extract.frame_rest import add_place, attach
from summitry.extract.frame_sentence import Sentence
from summitry.extract.frame_subjects import subject_of
from summitry.extract.frame_tenses import status_of
from summitry.extract.stated_times import stated_in
from summitry.extract.time import StatedTime

"""What a form of `to be` before a place says of a journey, where a day is told."""
_SAID = frozenset({"BE", "WAS", "HAVE", "FUT", "COND", "NEG", "?", sym.QUOTE})
_GOES_ON = frozenset({"TO", ",", ":", "AROUND", "DURING", "AND", ".", "-", "–", "—", sym.TIME})
"""What may stand behind the place of a headline."""
_OVER = frozenset({sym.PLACE, sym.TIME, "DET", "ADV", "ON", ",", sym.WORD})
"""What may stand between a verb of leaving and where somebody leaves for."""
_FAR = 8


def stays_abroad(sentence: Sentence, index: int, prep: int, place: Chunk) -> bool:
    """`A sera lundi à P`, `A était à P mercredi`: a journey, where the day is told and P is abroad."""
    at, times = prep - 1, []
    while at > 0 and sentence.chunks[at].kind in (sym.TIME, "ADV", "DET"):
        times += _time(sentence.chunks[at])
        at -= 1
    ahead = sentence.chunks[at].kind == "BE" and at > 0 and sentence.chunks[at - 1].kind == "FUT"
    at -= ahead  # `will be in P`
    behind = sentence.chunks[index + 1 : index + 2]
    if sentence.pack.premodifiers and behind and behind[0].kind == "ON":
        behind = sentence.chunks[index + 2 : index + 3]
    since = sentence.chunks[at].kind == "BE" and _since(sentence, behind)
    times = times or [t for c in behind for t in _time(c)]
    status = EventStatus.ONGOING if since else BEING.get(sentence.chunks[at].kind)  # `A est à P depuis lundi`
    if sentence.pack.premodifiers:
        times = times or [t for c in sentence.chunks[: at - 1] for t in _time(c)]  # `On Monday, A was in P`
        status = EventStatus.ONGOING if sentence.chunks[at].kind == "BE" else status
    host = None if sentence.pack.premodifiers else _host_at(sentence, index, place)
    if not (times or host) or status is None or at < 1:
        return False
    subject = sentence.chunks[at - 1]
    if subject.kind == "," and at > 1:
        subject = sentence.chunks[at - 2]
    goes_on = any(c.verb is not None for c in sentence.chunks[index + 1 : index + 3])
    plain = subject.kind == sym.AGENTS and not governed(sentence, sentence.chunks.index(subject))
    if goes_on or not plain or not _guests_of(subject, place):
        return False
    frame = _stay(sentence, subject, place, times)
    frame.tense = "future" if status is EventStatus.PLANNED else "past"
    frame.statuses.append((status, sentence.chunks[at].start, sentence.chunks[at].end))
    for at in rest_of_clause(sentence, index):
        if sentence.chunks[at].kind == sym.AGENTS and sentence.chunks[at - 1].kind == "INVITATION":
            attach(sentence, frame, at)  # `sarà lunedì a Roma, ospite di B`
    if host is not None:
        frame.add(people_of(host), Role.HOST, "stay.with", 0.75)
    sentence.verbs[index] = frame
    return True


def _host_at(sentence: Sentence, index: int, place: Chunk) -> Chunk | None:
    """`A estuvo en P con B`: with whom somebody is abroad, who is at home there."""
    at = past(sentence, index + 1, (sym.TIME, "DET", "ADV"))
    beside = [c.kind for c in sentence.chunks[at : at + 1]] == ["WITH"]
    host = chunk_at(sentence, past(sentence, at + 1, ("DET", "TITLE"))) if beside else None
    people = people_of(host).agents if host is not None and host.kind == sym.AGENTS else []
    home = place.place[2] if place.place is not None else None
    return host if people and all(a.country == home for a in people) else None


def _since(sentence: Sentence, behind: Sequence[Chunk]) -> bool:
    """`depuis lundi`: a time that began and goes on."""
    first = behind[0].text.split()[0].lower() if behind and behind[0].kind == sym.TIME else ""
    return any(entry.symbol == "FROM" for entry in sentence.pack.entries.get(first, ()))


def _stay(sentence: Sentence, subject: Chunk, place: Chunk, times: list[StatedTime]) -> RawFrame:
    frame = RawFrame(EventKind.VISIT, sentence.number, subject.start, place.end, "stay", (subject.start, place.end))
    frame.add(people_of(subject), Role.PARTICIPANT, "stay.subject", 0.8)
    frame.times = times
    add_place(frame, place)
    return frame


def abroad(sentence: Sentence) -> None:
    """`A à P pour un sommet`: a headline that only says who is where, abroad."""
    if sentence.number or sentence.pack.premodifiers:
        return
    first = next((at + 1 for at, c in enumerate(sentence.chunks[:4]) if c.kind == ":"), 0)
    row = [c for c in sentence.chunks[first:] if c.kind not in ("DET", "TITLE")]
    told = any(c.kind in _SAID or (c.verb is not None and c.verb.tense in FINITE) for c in row)
    if told or [c.kind for c in row[:3]] != [sym.AGENTS, "IN", sym.PLACE]:
        return
    if (len(row) == 3 or row[3].kind in _GOES_ON) and _guests_of(row[0], row[2]):
        sentence.verbs[sentence.chunks.index(row[0])] = _stay(sentence, row[0], row[2], [])


def departed(sentence: Sentence) -> None:
    """`A a quitté Q mercredi pour P`: where somebody leaves for, abroad."""
    for index, verb in sentence.told:
        if verb.frame.name != "leave" or verb.passive or verb.negative or verb.possible or verb.tense not in FINITE:
            continue
        at = index + 1
        while at < len(sentence.chunks) - 2 and at - index < _FAR and sentence.chunks[at].kind in _OVER:
            at += 1
        behind = [c for c in sentence.chunks[at : at + 3] if c.kind != "DET"]
        who = agents_of(sentence, subject_of(sentence, index))
        if who is None or [c.kind for c in behind[:2]] != ["TO", sym.PLACE] or not _guests_of(who, behind[1]):
            continue
        frame = _stay(sentence, who, behind[1], [t for c in sentence.chunks[index + 1 : at] for t in _time(c)])
        frame.start, frame.tense = sentence.chunks[index].start, verb.tense
        if (status := status_of(verb)) is not None:
            frame.statuses.append((status, sentence.chunks[index].start, sentence.chunks[index].end))
        sentence.verbs[index] = frame


def _time(chunk: Chunk) -> list[StatedTime]:
    found = stated_in(chunk) if chunk.kind == sym.TIME else None
    return [found] if found is not None else []


def _guests_of(who: Chunk, place: Chunk) -> bool:
    """Whether people, all of them of states that are known, are not at home where they are."""
    homes = [a.country for a in people_of(who).agents if a.type is AgentType.PERSON]
    known = bool(homes) and None not in homes
    return known and place.place is not None and place.place[2] not in (None, *homes)
