"""The other side of an event of which the words beside its noun name one side or none: `A had a bilateral with B`."""

from __future__ import annotations

from collections.abc import Sequence

from summitry.claims import AgentType, EventKind, EventStatus, Role
from summitry.extract import symbols as sym
from summitry.extract.frame_event_objects import left_subject, opened, when_before
from summitry.extract.frame_governors import chunk_at, governed, partitive, past
from summitry.extract.frame_holders import owns
from summitry.extract.frame_journeys import refused
from summitry.extract.frame_model import BETWEEN_TWO, SOFT, SPEAKING, Part, RawFrame, people_of
from summitry.extract.frame_objects import rest_of_clause
from summitry.extract.frame_owners import possessor
from summitry.extract.frame_sentence import Sentence
from summitry.extract.reading import Agent

_PROGRAMME = frozenset({"include", "plan"})
"""Frames of verbs of which a visit or somebody's diary is the subject."""
_ONE_SIDE = frozenset({"noun.with", "noun.incl", "with", "noun.from", "noun.to"})
"""Rules that name one side of an event (`talks with B`, `a call from B`)."""


def _resumed(sentence: Sentence, index: int, frame: RawFrame) -> None:
    """`Bilateral meetings with B and C will follow`: of whoever has met one after another so far.

    `A meeting with B followed`: of whom the sentence before spoke.
    """
    if any(c.kind not in SOFT and not partitive(sentence, at) for at, c in enumerate(sentence.chunks[:index])):
        return
    apart = not sentence.pack.apart.isdisjoint(sentence.chunks[index].text.lower().split())
    meant = sentence.context.central if apart else _spoken_of_before(sentence, index, frame)
    if meant is not None and meant.key not in frame.keys():
        at = sentence.chunks[index]
        frame.parts.append(Part(meant, Role.PARTICIPANT, at.start, at.end, "noun.resumed", 0.6))


def _spoken_of_before(sentence: Sentence, index: int, frame: RawFrame) -> Agent | None:
    """Whom the sentence before spoke of, where the words beside a noun name one person of another country."""
    topic, sides = sentence.context.met, [p.agent for p in frame.parts]
    behind = {c.kind for c in sentence.chunks[index:]}
    if behind & {"NEG", "COND", "?"} or (behind & {"BE", "WAS"} and sym.VERB not in behind):
        return None  # `A meeting with B is out of the question`
    if topic is None or len(sides) != 1 or sides[0].type is not AgentType.PERSON or frame.kind not in BETWEEN_TWO:
        return None
    return topic if topic.country and sides[0].country and topic.country != sides[0].country else None


def _called(sentence: Sentence, index: int, frame: RawFrame) -> None:
    """`In a call on Monday, A told B …`: who speaks to whom at a call of which nobody else is named."""
    subject = opened(sentence, index)
    if subject is None:
        return
    verb = next((at for at in rest_of_clause(sentence, subject) if sentence.chunks[at].kind == sym.VERB), None)
    if verb is None:
        verb = next((at for at in range(subject, len(sentence.chunks)) if sentence.chunks[at].verb), None)
    both = sentence.chunks[subject].agents
    if _two_sides(both) and (frame.kind is EventKind.CALL or _alone(sentence, subject)):
        frame.add(people_of(sentence.chunks[subject]), Role.PARTICIPANT, "call.both", 0.75)
        return
    if verb is None:
        return
    near = range(verb + 1, min(verb + 4, len(sentence.chunks)))
    other = next((at for at in near if sentence.chunks[at].kind == sym.AGENTS), None)
    if other is not None and (frame.kind is EventKind.CALL or _told_whom(sentence, subject, verb, other)):
        frame.add(people_of(sentence.chunks[subject]), Role.PARTICIPANT, "call.caller", 0.75)
        frame.add(people_of(sentence.chunks[other]), Role.PARTICIPANT, "call.called", 0.75)


def _told_whom(sentence: Sentence, subject: int, verb: int, other: int) -> bool:
    """`At talks on Monday, A assured B …`: two people of two countries, of whom one speaks to the other."""
    told = sentence.chunks[verb].verb
    sides = [sentence.chunks[at].agents for at in (subject, other)]
    people = all(len(side) == 1 and side[0].type is AgentType.PERSON for side in sides)
    apart = people and sides[0][0].country != sides[1][0].country
    spoken = told is not None and told.frame.name in SPEAKING and not told.passive
    behind = sentence.chunks[other - 1].kind in (sym.VERB, "DET", "TITLE", "IN", "ADV") and other > subject
    return apart and spoken and behind and _alone(sentence, subject) and not owns(sentence, other)


def _alone(sentence: Sentence, subject: int) -> bool:
    """`At talks on Monday, …`: the opening phrase names nobody with whom the event is held."""
    return sentence.chunks[0].kind == "DURING" and all(c.kind not in ("WITH", "ON") for c in sentence.chunks[:subject])


def _of_topic(sentence: Sentence, index: int, frame: RawFrame) -> None:
    """`…, followed by an audience with B`: of whom the sentence speaks first, if one of another country."""
    if not sentence.pack.premodifiers or len(frame.keys()) != 1 or refused(sentence, index):
        return
    first = next(
        (c for i, c in enumerate(sentence.chunks[:index]) if people_of(c).agents and not governed(sentence, i)), None
    )
    people = people_of(first).agents if first is not None else []
    partner = next(p.agent for p in frame.parts)
    if len(people) == 1 and people[0].country and partner.country and people[0].country != partner.country:
        word = sentence.chunks[index]
        frame.parts.append(Part(people[0], Role.PARTICIPANT, word.start, word.end, "noun.topic", 0.6))


def _of_context(sentence: Sentence, index: int, frame: RawFrame) -> None:
    """`Talks with B are due on Monday`, `Au programme : un entretien avec B`: of whom the sentence before told."""
    topic, partners = sentence.context.topic, [p.agent for p in frame.parts if p.role.attends]
    if topic is None or len(partners) != 1 or topic.type is not AgentType.PERSON or refused(sentence, index):
        return
    abroad = bool(topic.country and partners[0].country) and topic.country != partners[0].country
    others = {a.key for chunk in sentence.chunks[:index] for a in people_of(chunk).agents}
    if abroad and others <= _met_before(sentence):
        word = sentence.chunks[index]
        frame.parts.append(Part(topic, Role.PARTICIPANT, word.start, word.end, "noun.context", 0.6))


def _met_before(sentence: Sentence) -> set[str]:
    """Whom the sentence says to be met by somebody of the sentence before."""
    frames = [f for f in sentence.nouns.values() if any(p.rule == "noun.context" for p in f.parts)]
    return {key for frame in frames for key in frame.keys()}


def _with_unnamed(sentence: Sentence, index: int) -> bool:
    """`talks with his European counterparts`: partners whom the text does not name."""
    crowd = chunk_at(sentence, past(sentence, index + 1, ("WITH", "DET", "POSS", "THEIR", sym.DEM, sym.WORD)))
    if crowd is None or crowd.kind != sym.AGENTS or sentence.chunks[index + 1].kind != "WITH":
        return False
    return not crowd.agents and any(m.title is not None and m.title.plural for m in crowd.mentions)


def _planned_in(sentence: Sentence, index: int, frame: RawFrame) -> bool:
    """`His visit will include talks with B`: the visitor is the other side."""
    at = next((i for i in range(index - 1, 0, -1) if sentence.chunks[i].kind == sym.VERB), 0)
    verb = sentence.chunks[at].verb
    if sentence.told and (verb is None or verb.frame.name not in _PROGRAMME or verb.negative or verb.passive):
        return False
    at = at if sentence.told else index  # `Au programme de sa visite, des entretiens avec B`
    trip = next((f for i, f in sentence.nouns.items() if i < at and f.kind is EventKind.VISIT), None)
    mine = next((i for i in range(at) if sentence.chunks[i].kind == "POSS"), None)
    visitors = [p.agent for p in trip.parts if p.role.attends] if trip else []
    visitors = visitors or (possessor(sentence, mine) if mine is not None else _owner_of_stay(sentence, at))
    visitors = visitors or ([sentence.context.topic] if trip and sentence.context.topic else [])
    visitors = [a for a in visitors if a.key not in frame.keys() and a.type is AgentType.PERSON]
    word = sentence.chunks[at]
    frame.parts.extend(Part(a, Role.PARTICIPANT, word.start, word.end, "include.visitor", 0.7) for a in visitors)
    if visitors and verb is not None and verb.frame.name == "plan" and verb.tense != "past":
        frame.statuses.append((EventStatus.PLANNED, word.start, word.end))
    return bool(visitors)


def _owner_of_stay(sentence: Sentence, at: int) -> list[Agent]:
    """`A's stop in P included talks with B`, `L'agenda de A prévoit`: whose the subject of such a verb is."""
    if not sentence.pack.premodifiers and at > 2 and sentence.chunks[at - 1].kind == sym.AGENTS:
        diary = [c.kind for c in sentence.chunks[at - 3 : at - 1]] == [sym.WORD, "OF"]
        owners = people_of(sentence.chunks[at - 1]).agents if diary else []
        return owners if len(owners) == 1 else []
    owned = [sentence.chunks[i] for i in range(at - 1) if sentence.chunks[i + 1].kind == "S"]
    people = people_of(owned[0]).agents if owned and owned[0].kind == sym.AGENTS else []
    return people if len(people) == 1 else []


def partners_of_subject(sentence: Sentence) -> None:
    """`A had a bilateral with B`, `A, hoping for talks with B,`: the subject is the other side."""
    for index, frame in sentence.nouns.items():
        rules = {p.rule for p in frame.parts}
        if not rules and frame.kind in BETWEEN_TWO:
            _called(sentence, index, frame)
        if not rules and _with_unnamed(sentence, index):
            rules = {"noun.with"}
        if not rules or rules - _ONE_SIDE or frame.kind in (EventKind.CONFERENCE, EventKind.SIGNING):
            continue
        subject = left_subject(sentence, index)
        subject = opened(sentence, index) if subject is None else subject
        if subject is None and _planned_in(sentence, index, frame):
            continue
        if subject is None:
            _resumed(sentence, index, frame)
            _of_topic(sentence, index, frame)
            _of_context(sentence, index, frame)
        if subject is not None:
            between = {c.kind for c in sentence.chunks[subject:index]}
            if "NEG" in between:
                continue
            if "COND" in between and not frame.statuses:
                at = sentence.chunks[subject]
                frame.statuses.append((EventStatus.PROPOSED, at.start, at.end))
            frame.add(sentence.chunks[subject], Role.PARTICIPANT, "noun.with-subject", 0.8)
            if (
                when_before(sentence, index) is None
            ):  # `A freed B after talks with C`: what A did before is not its name
                frame.span = (min(frame.span[0], sentence.chunks[subject].start), frame.span[1])


def _two_sides(agents: Sequence[Agent]) -> bool:
    """Two people or more, each of another country."""
    countries = [a.country for a in agents if a.type is AgentType.PERSON]
    return len(agents) > 1 and len({c for c in countries if c}) == len(agents)
