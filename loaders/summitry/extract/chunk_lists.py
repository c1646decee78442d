"""Neighbouring agents joined into lists: `A, B and C`, `A as well as B`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summitry.claims import AgentType
from summitry.extract import symbols as sym
from summitry.extract.chunk_model import Chunk
from summitry.extract.clause_heads import acts, opening_phrase

_SIGNS = frozenset({"AND", "THEN", ",", ";", "-", "–", "/", "OR", "INCL"})
_BETWEEN = frozenset({"DET", "TITLE", "OF", "WITH", "POSS", "THEIR", "KIN"})
_SURE = frozenset({"AND", "THEN", "OR", "-", "–", "/"})
_KINSHIP = frozenset({"AND", "POSS", "KIN", ",", "TITLE"})
_OPENING = frozenset({"BETWEEN", "INCL", "PRESENCE", "WITH"})
_GOVERNING = frozenset({"PRESENCE", "BY", "WITH", "OF", "FROM", "TO", sym.NOTEV, sym.WORD})
_APART = frozenset({"IN", "ON", "AROUND", "FROM", "WITHOUT"})
_OVER = frozenset({"POSS", "KIN", "DET", "TITLE"})
"""What may stand between a preposition and the name that it governs."""
_LONGEST_GLUE = 5
_LONGEST_NAMES = 9
_NAMES = frozenset({sym.CAPITAL, sym.DEM, "PART", "TITLE", "-"})


def join(chunks: list[Chunk], text: str) -> list[Chunk]:
    """The chunks of a sentence with each list of agents as one; a single one is no list."""
    if [chunk.kind for chunk in chunks].count(sym.AGENTS) < 2:
        return chunks
    joined: list[Chunk] = []
    closed: Chunk | None = None
    for at, chunk in enumerate(chunks):
        if chunk.kind == sym.AGENTS and (glue := _glue(joined)):
            head = joined[-glue - 1]
            ended = head is closed and joined[-1].kind == "," and _company(joined, glue)
            if not ended and _alike(head, chunk, joined, glue) and not _new_subject(chunks, at, joined, glue):
                closed = head if joined[-glue].kind == "AND" else closed
                if any(c.kind == "THEN" for c in joined[-glue:]):
                    head.thens = (*head.thens, chunk.start)
                del joined[-glue:]
                _extend(head, chunk, text)
                continue
        if chunk.kind == ")" and _abbreviated(joined):
            head = joined[-3]
            head.end, head.last, head.text = chunk.end, chunk.last, text[head.start : chunk.end]
            del joined[-2:]
            continue
        joined.append(chunk)
    return joined


def _abbreviated(joined: Sequence[Chunk]) -> bool:
    """`the United Arab Emirates (UAE`: the same again in brackets, so that a list goes on behind them."""
    if len(joined) < 3 or [c.kind for c in joined[-3:]] != [sym.AGENTS, "(", sym.AGENTS]:
        return False
    again = joined[-1].agents
    return bool(again) and again == joined[-3].agents[-len(again) :]


def _extend(head: Chunk, chunk: Chunk, text: str) -> None:
    head.mentions = [*head.mentions, *chunk.mentions]
    head.end, head.last = chunk.end, chunk.last
    head.text = text[head.start : head.end]


def _glue(joined: Sequence[Chunk]) -> int:
    """How many glue chunks stand between the end and the last agents; 0 when it is not a list."""
    real = False
    for count in range(min(len(joined), _LONGEST_GLUE)):
        kind = joined[-1 - count].kind
        if kind == sym.AGENTS:
            return count if real else 0
        if kind in _SIGNS:
            real = True
        elif kind not in _BETWEEN:
            return _over_names(joined)
    return 0


def _over_names(joined: Sequence[Chunk]) -> int:
    """`A, John Doe, B`, `A and German Christian Democrat B`: names and words of title between two of a list."""
    kinds = [_sort(chunk) for chunk in joined[-_LONGEST_NAMES:]]
    at = len(kinds) - 1
    signs = [*_ends(kinds, at)]
    at -= len(signs)
    words = 0
    while at >= 0 and kinds[at] in _NAMES:
        words, at = words + (kinds[at] == sym.CAPITAL), at - 1
    before = [*_ends(kinds, at)]
    listed = bool(before) and words > 0 and (bool(signs) or at + len(signs) < len(kinds) - 1)
    if not listed or (signs and words < 2) or at - len(before) < 0 or kinds[at - len(before)] != sym.AGENTS:
        return 0
    return len(kinds) - 1 - (at - len(before))


def _sort(chunk: Chunk) -> str:
    """The type of a chunk; a plain word with a capital is a name."""
    return sym.CAPITAL if chunk.kind == sym.WORD and chunk.text[:1].isupper() else chunk.kind


def _ends(kinds: Sequence[str], at: int) -> Iterator[str]:
    """The signs of a list that end at a position, backwards: `,`, `and`, `, and`."""
    while at >= 0 and kinds[at] in (",", "AND"):
        yield kinds[at]
        at -= 1


def _alike(head: Chunk, chunk: Chunk, joined: Sequence[Chunk], glue: int) -> bool:
    """Pronouns never join a list; a comma alone joins like with like and no opening phrase with a subject."""
    if head.mentions[-1].pronoun or chunk.mentions[0].pronoun not in (None, "OTHER"):
        return False
    kinds = {c.kind for c in joined[-glue:]}
    if "KIN" in kinds:  # `A et son épouse, B`, but not `A et le frère de B`
        return kinds <= _KINSHIP and "AND" in kinds and "POSS" in kinds and chunk.mentions[0].person is not None
    if kinds & _SURE:
        return True
    if ";" in kinds:  # `A; B; C`: a list of people only
        return head.mentions[-1].person is not None and chunk.mentions[0].person is not None
    if "INCL" in kinds:  # `European leaders including A and B`
        return all(a.type is not AgentType.PERSON for a in head.agents)
    return _same_types(head, chunk, joined, glue) and _before(joined, glue) not in _APART


def _same_types(head: Chunk, chunk: Chunk, joined: Sequence[Chunk], glue: int) -> bool:
    """Whether a comma may join: agents of one type, or any behind `between` when the last ones follow an `and`."""
    last, first = head.mentions[-1].agents, chunk.mentions[0].agents
    if {a.type for a in last} == {a.type for a in first}:
        return True
    return not head.agents and _opens_list(joined, len(joined) - glue - 1)


def _before(joined: Sequence[Chunk], glue: int) -> str:
    """The type of the word before a list, over its article."""
    before = joined[-glue - 2].kind if len(joined) > glue + 1 else ""
    if before == "DET":
        return joined[-glue - 3].kind if len(joined) > glue + 2 else ""
    return before


def _new_subject(chunks: Sequence[Chunk], at: int, joined: Sequence[Chunk], glue: int) -> bool:
    """`hosted by A, B presided`: behind a governed name and a bare comma, a name before a verb begins a clause."""
    glued = [chunk.kind for chunk in joined[-glue:] if chunk.kind not in ("DET", "TITLE")]
    if glued != [","] or at + 1 >= len(chunks):
        return False
    behind = next((c for c in chunks[at + 1 :] if c.kind != "ADV"), chunks[at + 1])
    verb = behind.verb
    if verb is not None and verb.frame.name == "say" and verb.tense in ("past", "present"):
        return any(chunk.kind == sym.VERB for chunk in joined)  # `will meet A and B, C said`
    before = len(joined) - glue - 2
    while before > 0 and joined[before].kind in _OVER:  # `accompanied by his wife A, B met C`
        before -= 1
    if not acts(chunks, at) or before < 0:
        return False
    first = before == 0 and joined[0].kind == sym.CAPITAL  # `Devant A, B a dit`
    return first or joined[before].kind in _GOVERNING or opening_phrase(joined[: before + 1])


def _company(joined: Sequence[Chunk], glue: int) -> bool:
    """`Besides A and B, C met D`: whether a list behind a word of company opens the sentence."""
    return all(chunk.kind in ("PRESENCE", "DET", "TITLE") for chunk in joined[: -glue - 1]) and len(joined) > glue + 1


def _opens_list(joined: Sequence[Chunk], at: int) -> bool:
    """Whether a preposition of company stands before a chunk, so that a list follows."""
    at -= 1
    while at > 0 and joined[at].kind in ("DET", "TITLE", "NUM"):
        at -= 1
    return at >= 0 and joined[at].kind in _OPENING
