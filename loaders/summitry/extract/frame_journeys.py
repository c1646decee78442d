"""Journeys and what they are for, told in one sentence: `flies to P to meet B`, `is due in P for talks with B`."""

from __future__ import annotations

from summitry.claims import AgentType, EventKind, EventStatus, Role
from summitry.extract import symbols as sym
from summitry.extract.frame_event_objects import left_subject, prep_before
from summitry.extract.frame_governors import subject_following
from summitry.extract.frame_model import SOFT, STOP, Part, RawFrame, people_of
from summitry.extract.frame_objects import agents_after, object_of, rest_of_clause
from summitry.extract.frame_rest import add_place
from summitry.extract.frame_sentence import Sentence

_STOP = STOP | {sym.AGENTS}
_OPENS = 8
"""Where a phrase of invitation that stands before the verb has its noun at the latest."""


def purposes(sentence: Sentence) -> None:
    """`meet in P for a summit`: the verb and the noun tell of one event."""
    for index, frame in list(sentence.verbs.items()):
        if frame.refers or frame.kind not in (EventKind.MEETING, EventKind.VISIT):
            continue
        for at in rest_of_clause(sentence, index):
            noun = sentence.nouns.get(at)
            if noun is None:
                continue
            if noun.kind in (
                EventKind.SUMMIT,
                EventKind.CONFERENCE,
                EventKind.NEGOTIATION,
                EventKind.MEETING,
            ) and _for(sentence, at, frame):
                noun.parts.extend(p for p in frame.parts if p.agent.key not in noun.keys())
                noun.places.extend(p for p in frame.places if p not in noun.places)
                noun.statuses.extend(_of_aim(sentence, index, frame))
                noun.span = (min(noun.span[0], frame.span[0]), noun.span[1])
                sentence.merged[index] = at
                del sentence.verbs[index]
            break


def _for(sentence: Sentence, at: int, frame: RawFrame) -> bool:
    """`for a summit`, `en sommet extraordinaire`, a body `at its summit`: what those who meet come for."""
    prep = prep_before(sentence, at)
    body = any(p.agent.type is not AgentType.PERSON for p in frame.parts)
    return prep == "TO" or (
        prep == "IN" and frame.kind is EventKind.MEETING and (body or not sentence.nouns[at].definite)
    )


def errands(sentence: Sentence) -> None:
    """`flies to P to meet B`: one event, the meeting."""
    order = sorted(sentence.verbs)
    for first, second in zip(order, order[1:], strict=False):
        trip, meeting = sentence.verbs[first], sentence.verbs[second]
        verb = sentence.chunks[second].verb
        if trip.kind is not EventKind.VISIT or meeting.kind is not EventKind.MEETING or verb is None:
            continue
        if verb.tense == "infinitive" and trip.keys() & meeting.keys():
            meeting.places = meeting.places or trip.places
            meeting.times.extend(t for t in trip.times if t not in meeting.times)
            meeting.statuses.extend(_of_aim(sentence, first, trip))
            sentence.merged[first] = second
            del sentence.verbs[first]


def _of_aim(sentence: Sentence, index: int, trip: RawFrame) -> list[tuple[str, int, int]]:
    """The state of what somebody travels for: to come for who has only set out (`left for P for talks with B`)."""
    if sentence.chunks[index].text.lower() not in sentence.pack.grammar.departing:
        return trip.statuses
    return [(EventStatus.PLANNED if s == EventStatus.HELD else s, start, end) for s, start, end in trip.statuses]


def aims(sentence: Sentence) -> None:
    """`is due in P on Thursday for talks with B` (`to meet B`): a planned journey, and what it is for."""
    trips = [(at, f) for at, f in sentence.verbs.items() if _journey_ahead(f)]
    for index, trip in trips:
        for at, frame in (*sentence.nouns.items(), *sentence.verbs.items()):
            meets = frame.kind not in (EventKind.VISIT, EventKind.CALL) and (frame.noun or frame.keys() & trip.keys())
            if at > index and meets and not frame.statuses and _aimed(sentence, at):
                frame.parts.extend(_travelling(p) for p in trip.parts if frame.keys() - {p.agent.key} == frame.keys())
                frame.statuses.append((EventStatus.PLANNED, trip.start, trip.end))
                frame.directions = {**trip.directions, **frame.directions}
                frame.times = frame.times or list(trip.times)
                frame.places = frame.places or list(trip.places)


def _aimed(sentence: Sentence, at: int) -> bool:
    verb = sentence.chunks[at].verb
    return verb.tense == "infinitive" if verb is not None else prep_before(sentence, at) == "TO"


def visiting(sentence: Sentence) -> None:
    """`held talks with B during a visit to P`: the talks are where and when the visit is."""
    for index, visit in sentence.nouns.items():
        if visit.kind is not EventKind.VISIT or prep_before(sentence, index) != "DURING":
            continue
        for other in (*sentence.nouns.values(), *sentence.verbs.values()):
            if other is not visit and other.kind in (EventKind.MEETING, EventKind.SIGNING) and other.keys():
                other.places = other.places or list(visit.places)
                other.times = other.times or list(visit.times)


def travellers(sentence: Sentence) -> None:
    """`A paid a visit to P`, `A, on a trip to P,`: the traveller is the subject of the clause."""
    for index, frame in sentence.nouns.items():
        _stage(sentence, index, frame)
        _on_a_visit(sentence, index, frame)
        alone = all(p.role is Role.HOST for p in frame.parts)
        if frame.kind is EventKind.VISIT and alone and frame.places and not refused(sentence, index):
            subject = left_subject(sentence, index) if index > 1 else None
            subject = subject_following(sentence, index) if subject is None else subject
            if subject is not None:
                frame.add(people_of(sentence.chunks[subject]), Role.PARTICIPANT, "noun.traveller", 0.8)
                frame.span = (min(frame.span[0], sentence.chunks[subject].start), frame.span[1])


def _on_a_visit(sentence: Sentence, index: int, frame: RawFrame) -> None:
    """`A left for P on a visit, accompanied by B`: the visit is the journey that the verb tells."""
    if frame.kind is not EventKind.VISIT or not frame.parts or prep_before(sentence, index) != "ON":
        return
    trip = next((f for at, f in sentence.verbs.items() if at < index and f.kind is EventKind.VISIT and f.places), None)
    apart = trip is not None and any(place not in trip.places for place in frame.places)
    if trip is not None and not apart and not trip.keys() & frame.keys():
        frame.parts.extend(_travelling(part) for part in trip.parts)
        frame.places = list(trip.places)


def invited_by(sentence: Sentence) -> None:
    """`At the invitation of A, B will pay a visit to P`: A receives the visitor."""
    if "INVITATION" not in sentence.kinds:
        return
    at = next((i for i, c in enumerate(sentence.chunks) if c.kind == "INVITATION"), None)
    if at is None or at > _OPENS or any(c.kind == sym.VERB for c in sentence.chunks[:at]):
        return
    host = agents_after(sentence, at - 1, "OF") or object_of(sentence, at)
    if host is None or not people_of(host).mentions:
        return
    for frame in (*sentence.nouns.values(), *sentence.verbs.values()):
        if frame.kind is EventKind.VISIT and frame.keys() and not {a.key for a in host.agents} & frame.keys():
            frame.add(people_of(host), Role.HOST, "invitation", 0.75)
            return


def _stage(sentence: Sentence, index: int, frame: RawFrame) -> None:
    """`said in P at the start of a tour`: the place before such words is a stop of the journey."""
    if frame.kind is not EventKind.VISIT or frame.places or frame.parts:
        return
    at = index - 1
    while at > 1 and sentence.chunks[at].kind in SOFT and index - at < 5:
        at -= 1
    if sentence.chunks[at].kind != "DURING":
        return
    place = next((i for i in range(at - 1, max(at - 4, 0), -1) if sentence.chunks[i].kind not in (sym.TIME, "ON")), 0)
    if place and sentence.chunks[place].kind == sym.PLACE and sentence.chunks[place - 1].kind == "IN":
        add_place(frame, sentence.chunks[place])


def refused(sentence: Sentence, index: int) -> bool:
    """`A has no plan of a visit`: a negation before the noun, in its clause."""
    for at in range(index - 1, -1, -1):
        if sentence.chunks[at].kind in _STOP:
            return False
        if sentence.chunks[at].kind == "NEG":
            return True
    return False


def _travelling(part: Part) -> Part:
    return Part(part.agent, part.role, part.start, part.end, "travel.subject", part.confidence)


def _journey_ahead(frame: RawFrame) -> bool:
    """A planned visit, or who is expected somewhere."""
    planned = any(state == EventStatus.PLANNED for state, _, _ in frame.statuses)
    told = frame.tense == "present" or (frame.rule == "plan" and frame.tense == "past")  # `was expected in P`
    expected = frame.refers and frame.rule in ("plan", "present") and bool(frame.places) and told
    return expected or (frame.kind is EventKind.VISIT and planned)
