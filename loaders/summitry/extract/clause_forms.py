"""What a word turns out to be once its clause is known: relative pronouns, and past forms that only describe."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from summitry.extract import symbols as sym
from summitry.extract.chunk_model import FINITE_MARKS, Chunk
from summitry.extract.packs import VerbForm

_NOUNS = frozenset({sym.AGENTS, sym.EVENT, sym.TREATY, sym.PLACE, sym.TIME})
_DESCRIBED = frozenset({sym.EVENT, sym.AGENTS, sym.PLACE, sym.TIME})
_CLAUSE_ENDS = frozenset({sym.VERB, "AND", "SUB", "REL", ",", ";", ":", sym.QUOTE, "BUT", "THEY", "IT"})


def settle(chunks: list[Chunk]) -> list[Chunk]:
    """The chunks of a sentence, with conjunctions and past forms that mean something else here put right."""
    for at, chunk in enumerate(chunks):
        if chunk.kind == "SUB" and 0 < at < len(chunks) - 1 and _relative(chunks[at - 1], chunks[at + 1]):
            chunk.kind = "REL"
    for at, chunk in enumerate(chunks):
        if chunk.verb is not None and 0 < at < len(chunks) - 1 and _ambiguous(chunk):
            _reduce(chunks, at)
    return chunks


def _relative(before: Chunk, after: Chunk) -> bool:
    """A conjunction right before a verb, behind a noun, is a pronoun (`talks that were due on Monday`)."""
    tensed = after.verb is not None and after.verb.tense in ("past", "present")
    return before.kind in _NOUNS and (after.kind in FINITE_MARKS or tensed)


def _reduce(chunks: Sequence[Chunk], at: int) -> None:
    """A past form before the verb of its own clause describes the noun (`the summit planned for May was …`)."""
    verb = chunks[at].verb
    if verb is not None and (_verb_follows(chunks, at) or _set_off(chunks, at)):
        verb.tense, verb.passive = "participle", True


def _ambiguous(chunk: Chunk) -> bool:
    """Whether a verb without auxiliary may be past or participle (`planned`)."""
    if chunk.verb is None or chunk.verb.tense != "past" or chunk.verb.perfect or chunk.item is None:
        return False
    form = cast("VerbForm | None", chunk.item.other(sym.VERB))
    return form is not None and {"d", "n"} <= set(form.tenses)


def _verb_follows(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether an auxiliary follows before the clause ends, without a subject of its own."""
    if chunks[at - 1].kind not in (sym.EVENT, sym.AGENTS):
        return False
    for following in range(at + 1, len(chunks)):
        kind = chunks[following].kind
        if kind in FINITE_MARKS:
            return True
        if kind in _CLAUSE_ENDS:
            return False
    return False


def _set_off(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether the phrase stands between commas behind a noun, before the verb of that noun."""
    first = at - 1
    while first > 0 and chunks[first].kind == "ADV":
        first -= 1
    if chunks[first].kind != "," or chunks[first - 1].kind not in _DESCRIBED:
        return False
    last = next((i for i in range(at + 1, len(chunks) - 1) if chunks[i].kind == ","), None)
    return last is not None and (chunks[last + 1].kind in FINITE_MARKS or chunks[last + 1].kind == sym.VERB)
