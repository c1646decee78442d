"""Verbs that are events themselves: `A met B`, `A flew to P`."""

from __future__ import annotations

from collections.abc import Set

from summitry.claims import AgentType, EventKind, EventStatus, Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk, Verb
from summitry.extract.frame_arrivals import arrival, arrives, delegation, hosting, joined_by, stays
from summitry.extract.frame_attendance import guest_frame, included, represented
from summitry.extract.frame_clitics import has_clitic
from summitry.extract.frame_governors import agents_of, opening
from summitry.extract.frame_meanings import called_up, joins_them, mean, urging
from summitry.extract.frame_model import FINITE, PRESENCE, SILENT, RawFrame, people_of
from summitry.extract.frame_objects import object_of, rest_of_clause
from summitry.extract.frame_presence import present
from summitry.extract.frame_relations import only_related
from summitry.extract.frame_relatives import at_odds, one_sided, relative
from summitry.extract.frame_rest import add_place, index_of
from summitry.extract.frame_sentence import Sentence
from summitry.extract.frame_signings import leaders, signed, unsigned
from summitry.extract.frame_slots import fill
from summitry.extract.frame_subjects import subject_of
from summitry.extract.frame_tellers import on_event
from summitry.extract.frame_tenses import before_what, behind_what, first_of_many, met_last, only_suggested, status_of
from summitry.extract.reading import Agent


def read_verb(sentence: Sentence, index: int, verb: Verb) -> None:
    """Read the frame of a verb, if it tells of an event."""
    name = verb.frame.name
    if verb.possible and _reported(sentence, index, verb):
        verb.possible = False
    if name in SILENT:
        return
    if name == "include":
        included(sentence, index, verb)
        return
    subject = subject_of(sentence, index)
    neither = subject is not None and subject > 0 and sentence.chunks[subject - 1].kind
    if subject and (neither == "NEG" or (neither == "OR" and len(sentence.chunks[subject].agents) > 1)):
        verb.negative = True  # `neither A nor B attended`, `ni A ni B n'assisteront`
    if name == "lead" and delegation(sentence, index, verb, subject):
        return
    joined = name in ("accompany", "join") and verb.passive and verb.tense == "past"
    if joined and joined_by(sentence, index, verb, subject):
        return
    if name in ("represent", "send"):
        represented(sentence, index, verb, agents_of(sentence, subject))
        return
    mean(sentence, index, verb, subject)
    name = verb.frame.name if name in ("sit", "plan", "come") else name
    if name in PRESENCE and present(sentence, index, verb, subject):
        return
    there = (name in ("chair", "join") and has_clitic(sentence, index)) or (
        name == "join" and joins_them(sentence, index)
    )
    if there and (who := agents_of(sentence, subject)) is not None:
        frame = guest_frame(sentence, who, sentence.chunks[index].end, name)
        role = Role.CHAIR if name == "chair" else Role.PARTICIPANT
        frame.add(who, Role.ABSENT if verb.negative else role, f"{name}.clitic", 0.7)
        sentence.verbs[index] = frame
        return
    if verb.frame.event != "none":
        on_event(sentence, index, verb, subject)
    if verb.frame.kind is not None and index not in sentence.verbs:
        _own(sentence, index, verb, subject)
    if name == "discuss" and index not in sentence.verbs:
        verb.frame = sentence.pack.frames["say"]  # `A a évoqué la crise`: he spoke of it


def _reported(sentence: Sentence, index: int, verb: Verb) -> bool:
    """`A a annoncé qu'elle rencontrerait B`: what is conditional there was to come, and is no mere wish."""
    if verb.tense != "future" or sentence.pack.premodifiers:
        return False
    if "COND" in (c.kind for c in sentence.chunks[opening(sentence, index) : index]):
        return False
    for at in range(index - 1, 0, -1):
        before = sentence.chunks[at].verb
        if before is not None:
            said = before.frame.name in ("say", "announce") and before.tense == "past" and not before.possible
            opens = {c.kind for c in sentence.chunks[at + 1 : at + 4]}
            return said and bool(opens & {"REL", "SUB"})
    return False


def _own(sentence: Sentence, index: int, verb: Verb, subject: int | None) -> None:
    """A verb that is an event itself: `A met B`, `A flew to P`."""
    if index in sentence.verbs_suppressed or only_suggested(sentence, index, verb) or arrival(sentence, index, verb):
        return
    if verb.frame.name == "ring" and urging(sentence, index):
        return
    kind = verb.frame.kind
    assert kind is not None
    if verb.tense == "infinitive" and first_of_many(sentence, index):
        verb.tense = "past"
    if verb.frame.name == "callup":
        if not called_up(sentence, index):
            return
        kind = EventKind.MEETING if sentence.chunks[index + 1].kind == "ON" else kind
    chunk = sentence.chunks[index]
    frame = RawFrame(kind, sentence.number, chunk.start, chunk.end, verb.frame.name, (chunk.start, chunk.end))
    frame.recalled = index > 0 and met_last(sentence.chunks[index - 1])
    who = agents_of(sentence, subject)
    slots = dict(verb.frame.slots)
    if verb.passive:
        if not verb.frame.passive:
            return
        slots = {**verb.frame.passive}
    if verb.negative and who is not None and verb.frame.name in ("travel", "go") and verb.tense != "infinitive":
        stays(sentence, index, frame, people_of(who))
    if verb.negative and who is not None and verb.frame.name == "sign" and verb.tense in FINITE:
        unsigned(sentence, index, who)
    without = verb.tense == "infinitive" and [c.kind for c in sentence.chunks[index - 1 : index]] == ["WITHOUT"]
    if verb.negative or without or (verb.frame.name == "go" and verb.passive):
        return
    fill(sentence, frame, index, verb, who, slots)
    relative(sentence, frame, index, verb, subject)
    if verb.frame.name in ("receive", "host") and verb.passive and one_sided(frame):
        frame.kind = EventKind.VISIT
    if verb.frame.name == "host" and not verb.passive and who is not None:
        if (
            object_of(sentence, index) is None
            and not has_clitic(sentence, index)
            and not any(f.kind is not EventKind.VISIT for f in sentence.nouns.values())
        ):
            hosting(sentence, index, who)
            return
    if verb.frame.name == "travel" and not frame.places and who is not None:
        arrives(sentence, index, verb, who)
    if only_related(sentence, frame, verb) or not _enough(sentence, frame, verb, who):
        return
    if who:
        frame.span = (min(who.start, chunk.start), max(frame.span[1], chunk.end))
    arrived = verb.tense == "participle" and verb.frame.name == "travel" and not verb.possible
    status = EventStatus.HELD if arrived else status_of(verb) or before_what(sentence, index, verb)
    status = status or behind_what(sentence, index, verb)
    if status:
        frame.statuses.append((status, chunk.start, chunk.end))
    sentence.verbs[index] = frame


def _opening_place(sentence: Sentence, frame: RawFrame) -> None:
    """`À P, A et B ont discuté`: where they spoke, at the head of the sentence."""
    kinds = [c.kind for c in sentence.chunks[:4] if c.kind != "DET"]
    if kinds[:3] == ["IN", sym.PLACE, ","]:
        add_place(frame, next(c for c in sentence.chunks if c.kind == sym.PLACE))


def _enough(sentence: Sentence, frame: RawFrame, verb: Verb, who: Chunk | None) -> bool:
    """Whether a verb frame says enough to be an event."""
    agents = {p.agent.key for p in frame.parts}
    they = who is not None and any(m.pronoun in ("THEY", "PAIR", "TRIO") for m in who.mentions)
    if who is not None and any(m.pronoun for m in who.mentions):
        frame.back = True
    if verb.frame.name in ("speakalone", "speak", "see", "discuss", "spend", "ring") and not leaders(frame):
        return False
    if verb.frame.name == "see" and all(p.agent.type is AgentType.STATE for p in frame.parts):
        return False  # `A and B, which have seen new tensions`
    frame.soft = verb.frame.name == "speakalone"
    if verb.frame.name == "spend" and any(
        sentence.chunks[at].kind == sym.TREATY for at in rest_of_clause(sentence, index_of(sentence, frame))
    ):
        return False  # `passed an agreement with B`
    if verb.frame.slots.get("subject") == Role.HOST and not verb.passive and agents == _hosts(frame):
        return False  # `A and B greeted reporters`: nobody was received
    if verb.frame.name in ("discuss", "speakalone") and not frame.places:
        _opening_place(sentence, frame)
    if verb.frame.name == "discuss" and not (frame.places or frame.kind is EventKind.CALL):
        frame.soft = True
    if verb.frame.name == "speakalone" and frame.places:
        frame.kind = EventKind.MEETING
    if frame.kind is not EventKind.VISIT and verb.frame.needs >= 2:
        unknown = who is not None and any(m.pronoun and not m.agents for m in who.mentions)
        pronoun = unknown and len(agents) >= 1
        return (
            len(agents) >= 2
            or pronoun
            or (they and bool(frame.places or frame.times))
            or _many_met(sentence, frame, verb, agents)
            or (len(agents) == 1 and any(_is_body(p.agent) for p in frame.parts) and not verb.frame.strict)
        ) and not at_odds(frame)
    if frame.kind is EventKind.VISIT:
        return bool(frame.places) and (bool(agents) or frame.back)
    if frame.kind is EventKind.SIGNING:
        return signed(sentence, frame, verb, bool(agents))
    return bool(agents)


def _many_met(sentence: Sentence, frame: RawFrame, verb: Verb, agents: Set[str]) -> bool:
    """`Les ministres de la Défense se sont réunis jeudi à P`: many without a name; who was there is told behind."""
    told = bool(frame.places) or sym.TIME in sentence.kinds
    if agents or verb.frame.name != "meet" or verb.tense not in ("past", "present") or not told:
        return False
    subject = subject_of(sentence, index_of(sentence, frame))
    mentions = sentence.chunks[subject].mentions if subject is not None else []
    return any(m.title is not None and m.title.plural for m in mentions)


def _is_body(agent: Agent) -> bool:
    """Whether one name stands for several who may meet each other; those at odds with their own state are none."""
    group = agent.type is AgentType.GROUP and agent.country is None
    return group or agent.type in (AgentType.ORGANISATION, AgentType.COALITION)


def _hosts(frame: RawFrame) -> set[str]:
    return {p.agent.key for p in frame.parts if p.role is Role.HOST}
