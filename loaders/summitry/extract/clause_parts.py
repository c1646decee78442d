"""The clauses of a row: where each begins and ends, what opens it, and what can be its subject."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass, field
from itertools import pairwise

from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk
from summitry.extract.frame_model import BEFORE_AGENT
from summitry.extract.grammar import Grammar
from summitry.extract.packs import VerbForm

AUXILIARIES = frozenset({"HAVE", "BE", "WAS", "PASSIVE", "FUT", "COND"})
ABSORBED = AUXILIARIES | {"SE"}
"""What goes into the verb of a clause."""
_PHRASE = 2
"""A preposition and the town behind it."""
SEPARATORS = frozenset({",", ";", ":", ".", "!", "?", "(", ")", "–", "—", sym.QUOTE})
_BETWEEN = frozenset({"DET", "TITLE", "POSS", "THEIR", "ADV", "ORD", "NUM", "FORMER", "ACTING", "NEXTOFF", sym.DEM})
_LONGEST = 4


def gap(at: int) -> Chunk:
    """A comma without width that keeps a phrase and the subject behind it apart."""
    return Chunk(",", at, at, 0, 0)


def mark_times(chunks: Sequence[Chunk]) -> None:
    """`am Montag`: a preposition right before a time leads to no place."""
    for chunk, following in pairwise(chunks):
        if chunk.kind == "IN" and following.kind == sym.TIME:
            chunk.kind = "ADV"


def form_of(chunk: Chunk) -> VerbForm | None:
    """The verb form that a chunk can be, or None."""
    value = chunk.item.other(sym.VERB) if chunk.item is not None else None
    return value if isinstance(value, VerbForm) else None


def is_verb(chunk: Chunk) -> bool:
    """Whether a chunk is a verb, or an adjective that makes one with `to be`."""
    form = form_of(chunk)
    return form is not None and (chunk.kind == sym.VERB or (form.tenses == "a" and chunk.kind == sym.WORD))


def is_finite(chunk: Chunk) -> bool:
    """Whether a chunk can be the finite verb of a clause."""
    form = form_of(chunk)
    return chunk.kind in AUXILIARIES or (is_verb(chunk) and form is not None and bool(set(form.tenses) & set("pdic")))


@dataclass(slots=True)
class Clause:
    """Chunks between two marks. `opener` is the conjunction or relative pronoun that begins it."""

    chunks: list[Chunk]
    opener: Chunk | None = None
    end: list[Chunk] = field(default_factory=list)
    """The mark that closes it."""
    before: str = ""
    """The type of the chunk before its opener."""

    @property
    def finite(self) -> int | None:
        """The position of its finite verb: the last one behind a conjunction, the first one elsewhere."""
        found = [at for at, chunk in enumerate(self.chunks) if is_finite(chunk) and not self.to_infinitive(at)]
        return None if not found else found[-1] if self.opener is not None else found[0]

    def to_infinitive(self, at: int) -> bool:
        """Whether `to` stands right before an infinitive."""
        form = form_of(self.chunks[at])
        return at > 0 and self.chunks[at - 1].kind == "TO" and form is not None and "b" in form.tenses

    @property
    def verbs(self) -> list[int]:
        """The positions of its verbs."""
        return [at for at, chunk in enumerate(self.chunks) if is_verb(chunk)]


def clauses(chunks: Sequence[Chunk]) -> list[Clause]:
    """The clauses of a row, in order; together they hold every chunk."""
    found = [Clause([])]
    for at, chunk in enumerate(chunks):
        if chunk.kind in SEPARATORS or _dash(chunks, at):
            found[-1].end.append(chunk)
            found.append(Clause([]))
        elif chunk.kind in ("SUB", "REL"):
            if found[-1].chunks:
                found.append(Clause([]))
            found[-1].before = chunks[at - 1].kind if at else ""
            found[-1].opener = chunk
        elif chunk.kind in ("AND", "BUT") and _new_clause(found[-1], chunks, at):
            found.append(Clause([chunk], found[-1].opener))
            found[-1].opener = None
        else:
            found[-1].chunks.append(chunk)
    return found


def _dash(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a dash stands between blanks."""
    if chunks[at].kind != "-" or not 0 < at < len(chunks) - 1:
        return False
    return chunks[at - 1].end < chunks[at].start and chunks[at].end < chunks[at + 1].start


def _new_clause(before: Clause, chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a conjunction joins clauses: both sides have a finite verb."""
    after = next((i for i in range(at + 1, len(chunks)) if chunks[i].kind in SEPARATORS), len(chunks))
    return any(is_finite(c) for c in before.chunks) and any(is_finite(c) for c in chunks[at + 1 : after])


def subject(chunks: Sequence[Chunk], grammar: Grammar, *, things: bool = False) -> int | None:
    """The position of the first people or event that can be a subject: no preposition and no oblique article.

    With `things` a treaty can be one too: of a passive verb.
    """
    kinds = (sym.AGENTS, sym.EVENT, *((sym.TREATY,) if things else ()))
    found = (at for at, chunk in enumerate(chunks) if chunk.kind in kinds and _nominative(chunks, at, grammar))
    return next(found, None)


def bare_object(chunks: Sequence[Chunk], *, place: bool = False) -> int | None:
    """The position of the first people, or places, without a preposition."""
    kinds = (sym.AGENTS, sym.PLACE) if place else (sym.AGENTS,)
    return next((at for at, c in enumerate(chunks) if c.kind in kinds and _bare(chunks, at)), None)


def _nominative(chunks: Sequence[Chunk], at: int, grammar: Grammar) -> bool:
    before = at > 0 and chunks[at - 1].kind == sym.AGENTS  # `den A empfing`: the article is not that of `A`
    phrase = (chunks[at],) if before else (chunks[at], *_left(chunks, at))
    oblique = chunks[at].article in grammar.oblique or any(
        c.text.lower().split(" ")[0] in grammar.oblique for c in phrase[:2]
    )
    return not oblique and _bare(chunks, at)


def _bare(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether no preposition governs a chunk, over its article and adjectives."""
    if at and chunks[at - 1].kind == sym.WORD and chunks[at].start > chunks[at - 1].end + 1:
        return True  # an article of its own, that is no chunk
    event = chunks[at].kind == sym.EVENT
    for before in _left(chunks, at):
        if event and before.kind in (sym.AGENTS, "-"):
            continue  # `vor dem Nato-Gipfel`
        if before.kind not in _BETWEEN and before.kind != sym.WORD:
            return before.kind not in BEFORE_AGENT and before.kind != "ON"
    return True


def _left(chunks: Sequence[Chunk], at: int) -> Iterator[Chunk]:
    return iter(chunks[max(0, at - _LONGEST) : at][::-1])


def phrase_end(row: Sequence[Chunk], at: int) -> int:
    """Where the phrase of an event noun ends: behind the people who hang on it (`ein Treffen der Außenminister`)."""
    end = at + 1
    while row[at].kind == sym.EVENT and end < len(row) and row[end].kind in ("OF", "BETWEEN", "WITH"):
        after = next((i for i in range(end + 1, min(end + 4, len(row))) if row[i].kind not in ("DET", "TITLE")), None)
        if after is None or row[after].kind != sym.AGENTS:
            break
        end = after + 1
    return end


def antecedent(found: Sequence[Clause], at: int) -> list[Chunk]:
    """`Lula, dem A begegnete`, `Putin, mit dem A sprach`: the people meant by a pronoun, with its preposition."""
    clause = found[at]
    if clause.opener is None or clause.opener.kind != "REL" or at == 0:
        return []
    before = found[at - 1].chunks
    preposition = before if len(before) == 1 and at > 1 and before[0].kind in ("WITH", "OF") else []
    named = (found[at - 2] if preposition else found[at - 1]).chunks
    people = named[-1] if named and named[-1].kind == sym.AGENTS and named[-1].agents else None
    plain = clause.before == "," or bool(preposition)
    return [*map(copy, preposition), copy(people)] if people is not None and plain else []


def is_partner(topic: Sequence[Chunk]) -> bool:
    """`Auch mit A`: whether a phrase names a partner and nothing else."""
    kinds = [chunk.kind for chunk in topic if chunk.kind not in ("ADV", "DET", "TITLE")]
    return kinds == ["WITH", sym.AGENTS]


def in_town(clause: Clause, verb: Chunk) -> bool:
    """Whether a clause ends with a town behind a preposition, besides times and its verb."""
    rest = [c for c in clause.chunks if c is not verb and c.kind not in (sym.TIME, "ADV", "DET", "TITLE")]
    while len(rest) > _PHRASE + 1 and rest[-1].kind == sym.AGENTS and rest[-2].kind == "INVITATION":
        del rest[-2:]
    if any(c.kind in ABSORBED for c in rest) or len(rest) < _PHRASE:
        return False
    return rest[-1].kind == sym.PLACE and rest[-2].kind == "IN"
