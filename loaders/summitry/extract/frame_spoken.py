"""Who acts with somebody at an event, so is there: `In a call, A told B`, `agreed by A and B at talks`."""

from __future__ import annotations

from collections.abc import Container

from summitry.claims import AgentType, EventKind, Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk
from summitry.extract.frame_governors import agents_of, main_verb, past
from summitry.extract.frame_holders import owns
from summitry.extract.frame_model import ADDRESSING, RawFrame, people_of
from summitry.extract.frame_sentence import Sentence
from summitry.extract.frame_subjects import subject_of

_SPOKEN = frozenset({EventKind.MEETING, EventKind.CALL, EventKind.VIDEOCONFERENCE})
_LEADING = frozenset({"IN", "DURING", "ON"})
_KNOWN = ("noun.possessive", "speaks.at")
"""Rules that name who speaks at an event, and nobody to whom."""
_QUOTED = frozenset({sym.QUOTE, '"', "«", "“"})
_QUALIFYING = frozenset(
    {"DET", sym.WORD, "ORD", sym.NUMBER, "NUM", "-", "THEIR", "POSS", sym.TIME, "PHONE", "VIRTUAL", sym.DEM, "OF"}
)
_OWNED = (_QUALIFYING - {sym.DEM, "OF"}) | {"S"}
"""What stands between a preposition and an event noun behind its verb; its owner too (`at A's meeting`)."""

_NEAR = 10
"""How far behind an event noun the comma is that ends its phrase."""


def together(sentence: Sentence) -> None:
    """`During a meeting in P, A and B pledged aid`, `agreed by A and B in a call`: several who act at an event."""
    for index, frame in sentence.nouns.items():
        if frame.kind not in _SPOKEN or any(p.agent.type is AgentType.PERSON for p in frame.parts):
            continue
        before = _phrase_start(sentence, index)
        who = None if before is None else _doers(sentence, index) if before == 0 else _agreed_by(sentence, before)
        if who is not None and len(people_of(who).agents) > 1:
            frame.add(people_of(who), Role.PARTICIPANT, "noun.together", 0.8)
        elif who is not None and before == 0 and (whom := _spoken_to(sentence, who)) is not None and _of_two(who, whom):
            _add_both(frame, who, whom)


def _spoken_to(sentence: Sentence, who: Chunk) -> Chunk | None:
    """`In a meeting, A assured B of his support`: whom the subject behind an opening phrase speaks to."""
    first = sentence.chunks.index(who) + 1
    verb = next((at for at in range(first, min(first + 3, len(sentence.chunks))) if sentence.chunks[at].verb), None)
    return _addressed(sentence, verb, len(sentence.chunks)) if verb is not None and _addresses(sentence, verb) else None


def _phrase_start(sentence: Sentence, index: int) -> int | None:
    """Where the preposition of an event noun stands, over a quotation mark at the start of the sentence."""
    at = _leading(sentence, index, _QUALIFYING)
    return 0 if at == 1 and sentence.chunks[0].kind in _QUOTED else at


def _leading(sentence: Sentence, index: int, over: Container[str]) -> int | None:
    """Where the preposition of an event noun stands, over what stands between them."""
    at = index - 1
    while at > 0 and (sentence.chunks[at].kind in over or _compound(sentence, at)):
        at -= 1
    return at if at >= 0 and sentence.chunks[at].kind in _LEADING else None


def _compound(sentence: Sentence, at: int) -> bool:
    """`lors d'un appel`: the second word of a preposition."""
    return sentence.chunks[at].kind == "OF" and sentence.chunks[at - 1].kind == "DURING"


def _doers(sentence: Sentence, index: int) -> Chunk | None:
    """The list of people behind the comma that ends an opening phrase, right before their verb."""
    at = index + 1
    if at < len(sentence.chunks) and sentence.chunks[at].verb is not None and _said_of(sentence, at):
        at = next((i for i in range(at, min(at + _NEAR, len(sentence.chunks))) if sentence.chunks[i].kind == ","), at)
    at = past(sentence, at, (*_QUALIFYING, "IN", "ON", sym.PLACE))
    if at >= len(sentence.chunks) or sentence.chunks[at].kind != ",":
        return None
    at += 1
    while at < len(sentence.chunks) and sentence.chunks[at].kind in ("DET", "TITLE", *_QUOTED):
        at += 1
    ends = sentence.chunks[at + 1].kind if at + 1 < len(sentence.chunks) else "."
    return agents_of(sentence, at) if ends not in (",", ".", "(", "OF", "S") else None


def _said_of(sentence: Sentence, at: int) -> bool:
    """`In a call described by C as warm, A and B …`: a participle that says something of the event noun."""
    verb = sentence.chunks[at].verb
    return verb is not None and verb.passive and verb.frame.kind is None and verb.frame.event == "none"


def _agreed_by(sentence: Sentence, before: int) -> Chunk | None:
    """The people behind `by`, right before the phrase of an event."""
    at = before - 2 if sentence.chunks[before - 1].kind == "," else before - 1
    by = at - 1
    while by > 0 and sentence.chunks[by].kind in ("DET", "TITLE", ","):  # `by the four leaders, A, B and C, at`
        by -= 1 + (sentence.chunks[by].kind == "," and sentence.chunks[by - 1].kind == sym.AGENTS)
    return agents_of(sentence, at) if by > 0 and sentence.chunks[by].kind == "BY" else None


def told_at(sentence: Sentence) -> None:
    """`A told B in a call`, `A warned B at their meeting`: who speaks to whom at an event."""
    for index, frame in sentence.nouns.items():
        if frame.kind not in _SPOKEN or any(p.rule not in _KNOWN for p in frame.parts):
            continue
        before = _leading(sentence, index, _OWNED)
        verb = main_verb(sentence, before) if before is not None else None
        if verb is None or before is None or not _addresses(sentence, verb):
            continue
        who, whom = agents_of(sentence, subject_of(sentence, verb)), _addressed(sentence, verb, before)
        if who is not None and whom is not None and _of_two(who, whom):
            _add_both(frame, who, whom)


def _addresses(sentence: Sentence, index: int) -> bool:
    verb = sentence.chunks[index].verb
    speaks = ADDRESSING | {"propose"} if sentence.pack.premodifiers else ADDRESSING  # `urged B in a call to act`
    named = verb is not None and verb.frame.name in speaks
    return named and verb is not None and not verb.passive and not verb.negative


def _addressed(sentence: Sentence, verb: int, before: int) -> Chunk | None:
    """The people right behind a verb, before the phrase of the event."""
    for at in range(verb + 1, min(verb + 3, before)):
        if sentence.chunks[at].kind == sym.AGENTS:
            return None if owns(sentence, at) else sentence.chunks[at]
        to = sentence.chunks[at].kind == "IN" and not sentence.pack.premodifiers  # `a dit à B`
        if not to and sentence.chunks[at].kind not in ("DET", "ADV", "TITLE"):
            break
    return _raised_with(sentence, verb, before)


def _raised_with(sentence: Sentence, verb: int, before: int) -> Chunk | None:
    """`raised the matter with B during talks`: with whom something is spoken about."""
    for at in range(verb + 1, min(verb + 8, before - 1)):
        kind, ahead = sentence.chunks[at].kind, sentence.chunks[at + 1]
        if kind == "WITH":
            return ahead if ahead.kind == sym.AGENTS and not owns(sentence, at + 1) else None
        if kind not in ("DET", "ADV", "POSS", "OF", "AND", sym.WORD, sym.DEM):
            return None
    return None


def _add_both(frame: RawFrame, who: Chunk, whom: Chunk) -> None:
    """Put who speaks, and to whom, into an event."""
    frame.add(people_of(who), Role.PARTICIPANT, "told.subject", 0.75)
    frame.add(people_of(whom), Role.PARTICIPANT, "told.object", 0.75)


def _of_two(who: Chunk, whom: Chunk) -> bool:
    """Whether they are people of two countries."""
    first, second = ({a.country for a in c.agents if a.type is AgentType.PERSON and a.country} for c in (who, whom))
    return bool(first and second and not first & second)
