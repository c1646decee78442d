"""What a line without a verb tells: `A und B: Treffen in P`, `A y B, cara a cara en P`, `A da B`, `A bei B in P`."""

from __future__ import annotations

from summitry.claims import AgentType, EventKind, Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk
from summitry.extract.frame_governors import past
from summitry.extract.frame_model import FINITE, OF_FEW, RawFrame, people_of
from summitry.extract.frame_rest import add_place
from summitry.extract.frame_sentence import Sentence

_SAID = frozenset({"BE", "WAS", "HAVE", "FUT", "COND", "NEG", "REL", "?", sym.QUOTE})
_TO_NOUN = frozenset({",", ":", "-", "–", "DET", "ADV", "ORD", "TO", sym.TIME})
"""What stands between those who meet and the noun for it."""
_BEHIND = frozenset({",", ":", ".", "IN", "AROUND", "TO", "AND", "-", "–", sym.TIME})
"""What follows on whom somebody calls."""


def headlines(sentence: Sentence) -> None:
    """Headlines and items of an agenda."""
    if not (sentence.kinds & _SAID or any(verb.tense in FINITE for _, verb in sentence.told)):
        _face_to_face(sentence)
        _calling(sentence)


def _face_to_face(sentence: Sentence) -> None:
    """`A y B, cara a cara en P`: two people before a noun for what few do together."""
    row = [at for at, c in enumerate(sentence.chunks) if c.kind not in ("DET", "TITLE")]
    first = row[0] if row else 0
    frame = sentence.nouns.get(past(sentence, first + 1, _TO_NOUN)) if row else None
    both = _persons(sentence.chunks[first]) if row else []
    if frame is not None and frame.kind in OF_FEW and not frame.parts and len(both) > 1:
        frame.add(people_of(sentence.chunks[first]), Role.PARTICIPANT, "noun.before", 0.75)


def _calling(sentence: Sentence) -> None:
    """`A da B`, `A bei B in P`: a headline that only says on whom somebody calls."""
    row = [c for c in sentence.chunks if c.kind not in ("DET", "TITLE")]
    if (
        sentence.number
        or sentence.nouns
        or sentence.verbs
        or len(row) < 3
        or row[1].text.lower() not in sentence.pack.grammar.calling
    ):
        return
    guests, hosts = _persons(row[0]), _persons(row[2])
    if not guests or len(hosts) != 1 or hosts[0] in guests or not (len(row) == 3 or row[3].kind in _BEHIND):
        return
    span = (row[0].start, row[2].end)
    frame = RawFrame(EventKind.MEETING, sentence.number, row[1].start, row[1].end, "receive", span)
    frame.add(people_of(row[0]), Role.PARTICIPANT, "receive.object", 0.75)
    frame.add(people_of(row[2]), Role.HOST, "receive.by", 0.75)
    for place in [c for c in row[3:5] if c.kind == sym.PLACE]:
        add_place(frame, place)
    sentence.verbs[sentence.chunks.index(row[1])] = frame


def _persons(chunk: Chunk) -> list[object]:
    """The people that a chunk names, where it names nobody else."""
    alone = chunk.kind == sym.AGENTS and all(a.type is AgentType.PERSON for a in chunk.agents)
    return list(chunk.agents) if alone else []
