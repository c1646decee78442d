"""Those for whom an event is an occasion: `La rencontre a permis à A et à B de …`, `a chance for A and B to meet`."""

from __future__ import annotations

from summitry.claims import AgentType, Role
from summitry.extract import symbols as sym
from summitry.extract.frame_governors import agents_of, past, subject_following
from summitry.extract.frame_model import OF_FEW, RawFrame
from summitry.extract.frame_sentence import Sentence

_LEADING = frozenset({"DET", "POSS", "THEIR", "ORD", "ADV", sym.WORD, sym.TIME, sym.NUMBER})
"""What stands before an event noun that opens its sentence."""
_TO = frozenset({"IN", "TO", "DET", "TITLE"})
_AND = frozenset({"AND", ","})
_STOP = frozenset({";", ":", sym.QUOTE, sym.AGENTS, sym.EVENT})


def enabled(sentence: Sentence) -> None:
    """`This meeting allowed A and B to discuss`, `La rencontre a été l'occasion pour A et B de`."""
    for index, frame in sentence.nouns.items():
        if frame.kind not in OF_FEW or not frame.definite or any(p.role.attends for p in frame.parts):
            continue
        _around_both(sentence, index, frame)
        if any(c.kind not in _LEADING for c in sentence.chunks[:index]):
            continue
        at = _enabling(sentence, index)
        for first in _those_enabled(sentence, at) if at is not None else ():
            frame.add(sentence.chunks[first], Role.PARTICIPANT, "occasion.for", 0.75)


def _enabling(sentence: Sentence, index: int) -> int | None:
    """Where the word stands that says what the event makes possible."""
    for at in range(index + 1, len(sentence.chunks)):
        if sentence.chunks[at].text.lower() in sentence.pack.enabling:
            return at
        if sentence.chunks[at].kind in _STOP:
            return None
    return None


def _those_enabled(sentence: Sentence, at: int) -> list[int]:
    """Where those are named behind it, each behind a preposition of his own or all behind one."""
    found: list[int] = []
    at = past(sentence, at + 1, _TO)
    while at < len(sentence.chunks) and sentence.chunks[at].kind == sym.AGENTS and sentence.chunks[at].agents:
        if any(a.type is AgentType.ORGANISATION for a in sentence.chunks[at].agents):
            break
        found.append(at)
        ahead = past(sentence, at + 1, _AND)
        at = past(sentence, ahead, _TO) if ahead > at + 1 else len(sentence.chunks)
    return found


def _around_both(sentence: Sentence, index: int, frame: RawFrame) -> None:
    """`Before this meeting, A and B shared a meal`: an opening phrase of a bare meeting and the two who act."""
    pair = sentence.context.pair
    bare = [c.kind for c in sentence.chunks[index + 1 : index + 2]] == [","] and not frame.places
    opens = sentence.chunks[0].kind == "AROUND" and all(c.kind in _LEADING for c in sentence.chunks[1:index])
    who = agents_of(sentence, subject_following(sentence, index)) if bare and opens and frame.definite else None
    if who is None or frame.kind not in OF_FEW or sentence.verbs or any(p.role.attends for p in frame.parts):
        return  # `Before this meeting, A and B had met in P`: read with its own verb
    people = [a for a in who.agents if a.type is AgentType.PERSON]
    countries = {a.country for a in people} - {None}
    if len(people) == len(who.agents) == len(countries) > 1 and (not pair or set(pair) <= set(people)):
        frame.add(who, Role.PARTICIPANT, "noun.together", 0.75)
