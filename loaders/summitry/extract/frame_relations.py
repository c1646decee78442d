"""What states are to each other without meeting: dealings that go on (`A et B négocient depuis des mois`), matches."""

from __future__ import annotations

from summitry.claims import AgentType
from summitry.extract import symbols as sym
from summitry.extract.clauses import Verb
from summitry.extract.frame_model import FINITE, RawFrame
from summitry.extract.frame_sentence import Sentence
from summitry.extract.stated_times import stated_in

_DEALING = frozenset({"negotiate", "speakalone", "discuss"})
_FACING = frozenset({"receive", "host", "meet"})


def only_related(sentence: Sentence, frame: RawFrame, verb: Verb) -> bool:
    """Whether states that deal with or play against each other are told, and nobody who meets."""
    states = bool(frame.parts) and all(p.agent.type is not AgentType.PERSON for p in frame.parts)
    if not states or sentence.pack.premodifiers or verb.tense not in FINITE:
        return False
    return _deal(sentence, frame, verb) or _play(frame, verb)


def _deal(sentence: Sentence, frame: RawFrame, verb: Verb) -> bool:
    """`A et B négocient avec leurs créanciers`, `C et D discutent du prix depuis 2017`: on no day, at no place."""
    if verb.frame.name not in _DEALING or frame.places or verb.tense == "future" or verb.perfect:
        return False
    if not sentence.kinds.isdisjoint({"PHONE", "VIRTUAL"}):
        return False
    return all(_goes_on(sentence, at) for at, c in enumerate(sentence.chunks) if c.kind in (sym.TIME, sym.PLACE))


def _goes_on(sentence: Sentence, at: int) -> bool:
    """`depuis 2017`: a time that began and goes on, or no day."""
    chunk = sentence.chunks[at]
    if chunk.kind != sym.TIME or stated_in(chunk) is None:
        return chunk.kind == sym.TIME
    entries = sentence.pack.entries.get(chunk.text.split()[0].lower(), ())
    return any(entry.symbol == "FROM" for entry in entries)


def _play(frame: RawFrame, verb: Verb) -> bool:
    """`A reçoit B`: a country that acts on another as only teams are said to."""
    if verb.frame.name not in _FACING or any(p.agent.type is not AgentType.STATE for p in frame.parts):
        return False
    return len({p.agent.key for p in frame.parts}) == 2 and any(p.rule.endswith(".object") for p in frame.parts)
