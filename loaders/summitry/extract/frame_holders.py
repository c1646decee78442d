"""Who is named behind words that name nobody: an office no table knows, a crowd, a first name, an unknown name."""

from __future__ import annotations

from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk
from summitry.extract.frame_governors import chunk_at, past
from summitry.extract.frame_model import people_of
from summitry.extract.frame_sentence import Sentence

_OFFICE_WORDS = frozenset({"OF", "TO", "AND", "DET", "KIN", "(", ")", sym.CAPITAL, sym.WORD})
_OFFICE = 11
"""How many words of an office stand between it and the name of its holder at most."""
_PARTY = 6
"""How many words of an office whose holder is named behind a comma are read at most."""
_CROWDED, _LISTED = 9, 5
"""How many words tell of a crowd at most, and how many stand between it and whom a list names."""
_CROWD = frozenset({"DET", "OF", "NUM", "ADV", sym.NUMBER, sym.WORD, sym.DEM, sym.AGENTS})
"""What a crowd that nobody names is told by (`several officials of the country`)."""
_ACTING = frozenset({"HAVE", "BE", "WAS", "FUT", "COND", "SE", "NEG", "CLIT"})


def named_by(sentence: Sentence, at: int) -> Chunk:
    """`Minister of Public Security Jane Roe`: the name behind an office whose words no table knows."""
    chunk = sentence.chunks[at]
    titles = [m.title for m in chunk.mentions if m.title is not None and not m.agents]
    if chunk.agents or not titles or titles[-1].plural:
        return chunk
    if not sentence.pack.premodifiers:
        return _apposed_name(sentence, at)
    end = at + 1
    while end < len(sentence.chunks) and end - at < _OFFICE and _of_office(sentence, end):
        end += 1
    named = end > at + 2 and end < len(sentence.chunks) and sentence.chunks[end].kind == sym.AGENTS
    return sentence.chunks[end] if named and sentence.chunks[at + 1].kind in ("OF", "TO") else chunk


def _apposed_name(sentence: Sentence, at: int) -> Chunk:
    """`le chef du parti P, le député A`: who is named behind the comma that ends an office no table knows."""
    end = past(sentence, at + 1, _OFFICE_WORDS | {sym.DEM}, _PARTY)
    behind = [c for c in sentence.chunks[end : end + 3] if c.kind != "DET"]
    if end == at + 1 or [c.kind for c in behind[:2]] != [",", sym.AGENTS] or not behind[1].agents:
        return sentence.chunks[at]
    goes_on = sentence.chunks[sentence.chunks.index(behind[1]) + 1 :][:1]
    acts = any(c.verb is not None or c.kind in _ACTING for c in goes_on)
    return sentence.chunks[at] if acts else behind[1]


def named_among(sentence: Sentence, at: int) -> Chunk | None:
    """`met several officials, among them A and B`: those whom a word of lists names behind a crowd."""
    crowd = range(at + 1, past(sentence, at + 1, _CROWD, _CROWDED))
    end = next((i for i in crowd if sentence.chunks[i].agents), crowd.stop)
    word = past(sentence, end, (",",), _LISTED)
    if end == at + 1 or [c.kind for c in sentence.chunks[word : word + 1]] != ["INCL"]:
        return None
    who = next((c for c in sentence.chunks[word + 1 : end + _LISTED] if c.kind not in (",", ":", "DET")), None)
    return who if who is not None and who.kind == sym.AGENTS and who.agents else None


def named_next(sentence: Sentence, crowd: Chunk | None) -> Chunk | None:
    """`attended by Kenyan officials, A and B`: those named behind a comma after a crowd, else the crowd."""
    titles = [m.title for m in crowd.mentions if m.title is not None] if crowd is not None else []
    if crowd is None or not titles or not titles[-1].plural or people_of(crowd).agents:
        return crowd
    at = sentence.chunks.index(crowd) + 1
    behind = chunk_at(sentence, at + 1)
    comma = chunk_at(sentence, at)
    listed = comma is not None and comma.kind == "," and behind is not None and behind.kind == sym.AGENTS
    return behind if listed and behind is not None and people_of(behind).mentions else crowd


def _of_office(sentence: Sentence, at: int) -> bool:
    """A word of an office, or the state whose it is (`General Secretary of the Party of P (PP) Jane Roe`)."""
    chunk = sentence.chunks[at]
    state = chunk.kind == sym.AGENTS and bool(chunk.mentions) and all(m.seat for m in chunk.mentions)
    return chunk.kind in _OFFICE_WORDS or (state and sentence.chunks[at - 1].kind == "OF")


def first_name(sentence: Sentence, at: int) -> bool:
    """`met María Jane Roe`: a further first name right before somebody whom the tables know."""
    ahead = chunk_at(sentence, at + 1)
    if ahead is None or ahead.kind != sym.AGENTS or ahead.start != sentence.chunks[at].end + 1:
        return False
    return ahead.mentions[0].person is not None and not ahead.mentions[0].title


def behind_unknown(sentence: Sentence, at: int) -> int | None:
    """`met John Doe and B`: the conjunction behind a name that no table lists, where somebody known follows."""
    end = at
    while end + 2 < len(sentence.chunks) and sentence.chunks[end].kind == sym.CAPITAL and end - at < 4:
        end += 1
    joined = sentence.pack.premodifiers and end > at + 1 and sentence.chunks[end].kind in ("AND", ",")
    return end if joined and sentence.chunks[end + 1].kind == sym.AGENTS else None


def owns(sentence: Sentence, at: int) -> bool:
    """Whether a genitive `'s` follows a chunk."""
    return at + 1 < len(sentence.chunks) and sentence.chunks[at + 1].kind == "S"
