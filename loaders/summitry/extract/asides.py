"""Guests named between commas and from one to another, brought into the usual list.

`acudieron, además del anfitrión, A y B`, `asistirá, junto a B, a la cumbre`, `dall'indiano A al turco B`.
"""

from __future__ import annotations

from collections.abc import Sequence

from summitry.claims import AgentType
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk

_ASIDE = 9
_DESCRIBED = 4
"""Least chunks of a subject, a comma, a participle and whom it names."""
_NAMING = frozenset({"DET", "POSS", "TITLE", sym.WORD, sym.CAPITAL, sym.AGENTS, "KIN", "AND"})
"""What stands in a phrase that names somebody."""
_WHEN = frozenset({sym.TIME, sym.PLACE, "IN", "ADV", "DET"})
"""What stands in phrases of time and place."""


def besides(chunks: list[Chunk]) -> list[Chunk]:
    """`acudieron, además del anfitrión, A, B y C`: who is named between commas before the guests is one of them."""
    found = [*chunks]
    for at in range(len(chunks) - 4, 0, -1):
        opens = chunks[at].kind == "," and chunks[at - 1].kind == sym.VERB and chunks[at + 1].kind in ("AND", "WITH")
        if not opens or " " not in chunks[at + 1].text:
            continue
        ends = next((i for i in range(at + 2, min(at + _ASIDE, len(chunks))) if chunks[i].kind not in _NAMING), at)
        guests = next((i for i in range(ends + 1, min(ends + 3, len(chunks))) if chunks[i].kind != "DET"), at)
        if chunks[ends].kind == "," and ends > at and chunks[guests].kind == sym.AGENTS:
            named = [m for c in chunks[at:ends] if c.kind == sym.AGENTS for m in c.mentions]
            found[guests].mentions = [*named, *found[guests].mentions]
            del found[at:guests]
    return found


def without_aside(chunks: list[Chunk]) -> list[Chunk]:
    """`asistirá, junto a B, a la cumbre`: the commas around partners behind a verb are left out."""
    dropped: set[int] = set()
    for at in range(len(chunks) - 4):
        if chunks[at].kind != sym.VERB:
            continue
        comma = at + 1
        while comma < min(at + _ASIDE, len(chunks)) and chunks[comma].kind in _WHEN:
            comma += 1
        kinds = [c.kind for c in chunks[comma : comma + 5] if c.kind != "DET"]
        if kinds[:3] == [",", "WITH", sym.AGENTS] and kinds[3:4] == [","]:
            dropped.update((comma, next(i for i in range(comma + 2, comma + 5) if chunks[i].kind == ",")))
    return [c for at, c in enumerate(chunks) if at not in dropped] if dropped else chunks


def ranges(chunks: list[Chunk]) -> list[Chunk]:
    """`, dall'indiano A al turco B, dal brasiliano C all'argentino D`: guests named from one to another."""
    found: list[Chunk] = []
    at = 0
    while at < len(chunks):
        last = _range(chunks, at)
        if last is None or not found or found[-1].kind not in (",", sym.AGENTS):
            found.append(chunks[at])
            at += 1
            continue
        for chunk in (c for c in chunks[at : last + 1] if c.kind == sym.AGENTS):
            listed = len(found) > 1 and found[-1].kind == "," and found[-2].kind == "RANGE"
            if listed:
                found.pop()
            if found[-1].kind == "RANGE":
                found[-1].mentions = [*found[-1].mentions, *chunk.mentions]
                found[-1].end = chunk.end
            else:
                found.append(Chunk("RANGE", chunk.start, chunk.end, chunk.first, chunk.last, [*chunk.mentions]))
        at = last + 1
    for index, chunk in enumerate(found):
        if chunk.kind == "RANGE":
            chunk.kind = sym.AGENTS
            found.insert(index, Chunk("INCL", chunk.start, chunk.start, 0, 0))
    return found


def _range(chunks: list[Chunk], at: int) -> int | None:
    """Where `from A to B and to C` ends that begins at a chunk, or None."""
    if chunks[at].kind not in ("BY", "FROM"):
        return None
    kinds = [(i, c) for i, c in enumerate(chunks[at : at + 12], at) if c.kind not in ("DET", "TITLE")]
    if len(kinds) < 4 or not _one(kinds[1][1]):
        return None
    rest = 2
    while rest < len(kinds) and rest < 5 and kinds[rest][1].kind in (sym.WORD, ","):
        rest += 1
    last = None
    while rest + 1 < len(kinds) and kinds[rest][1].kind == "IN" and _one(kinds[rest + 1][1]):
        last = kinds[rest + 1][0]
        rest += 2 + (rest + 2 < len(kinds) and kinds[rest + 2][1].kind in (",", "AND"))
    return last


def _one(chunk: Chunk) -> bool:
    """Whether a chunk names people."""
    return chunk.kind == sym.AGENTS and bool(chunk.agents) and chunk.agents[0].type is AgentType.PERSON


def described(chunks: Sequence[Chunk], comma: int) -> bool:
    """`A y B, encabezadas por C, se reunieron`: a participle between commas, of which this is the last."""
    if comma < _DESCRIBED or chunks[comma].kind != ",":
        return False
    opened = next((i for i in range(comma - 1, 0, -1) if chunks[i].kind == ","), 0)
    verb = chunks[opened + 1].verb
    return opened > 0 and verb is not None and verb.tense == "participle" and chunks[opened - 1].kind == sym.AGENTS
