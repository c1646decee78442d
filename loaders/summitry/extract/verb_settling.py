"""A verb of a clause whose words change places: its tense and voice, its object, and who acts."""

from __future__ import annotations

from itertools import pairwise

from summitry.claims import AgentType, Role
from summitry.extract import symbols as sym
from summitry.extract.clause_parts import (
    ABSORBED,
    Clause,
    bare_object,
    form_of,
)
from summitry.extract.clauses import Chunk
from summitry.extract.packs import Pack, VerbForm
from summitry.extract.verb_tenses import Tenses

_OBJECTS = frozenset({*Role, "place"})
_MOVING = frozenset({"travel", "go", "come", "visit", "visitto"})


class Settling:
    """Works out the verbs of one language."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._grammar = pack.grammar
        self._tenses = Tenses(pack)

    def _callers(self, chunks: list[Chunk]) -> None:
        """`flog nach Rom zu A`, `war in Moskau bei B`: on whom somebody calls receives him."""
        frames = {form.frame for c in chunks if (form := form_of(c)) is not None}
        moving, sitting = bool(frames & _MOVING), "sit" in frames
        if not (moving or sitting) and not any(c.kind in ("BE", "WAS") for c in chunks):
            return
        for at, chunk in enumerate(chunks):
            if chunk.kind not in ("IN", "TO") or chunk.text.lower() not in self._grammar.calling:
                continue
            who = next((c for c in chunks[at + 1 : at + 4] if c.kind not in ("DET", "TITLE", "POSS")), None)
            person = who is not None and who.kind == sym.AGENTS and bool(who.agents)
            if person and who is not None and all(a.type is AgentType.PERSON for a in who.agents):
                chunk.kind = "WITH" if sitting else "INVITATION"  # `saß in Rom bei B`

    def _objects(self, clause: Clause, verb: Chunk) -> None:
        """`hat am Montag in P den Präsidenten empfangen`: the object goes right behind its verb."""
        assert verb.verb is not None
        role = verb.verb.frame.slots.get("object")
        if verb.verb.passive or role not in _OBJECTS:
            return
        behind = clause.chunks.index(verb) + 1
        ahead = next((at for at, c in enumerate(clause.chunks[: behind - 1]) if self._pronoun(c)), None)
        if ahead is not None and role != "place":
            clause.chunks.insert(behind - 1, clause.chunks.pop(ahead))
            return
        found = bare_object(clause.chunks[behind:], place=role == "place")
        if found is not None:
            clause.chunks.insert(behind, clause.chunks.pop(behind + found))

    def _pronoun(self, chunk: Chunk) -> bool:
        """`ihn`: a pronoun that is the object wherever it stands."""
        return chunk.kind == sym.AGENTS and chunk.text.lower() in self._grammar.oblique

    def _settle(self, clause: Clause, chunk: Chunk, form: VerbForm, marks: list[str]) -> None:
        """Work out tense and voice of a verb and drop what went into it."""
        reflexive = "SE" in marks
        name = (form.reflexive if reflexive else "") or form.frame
        marks = [*marks, *(["AGENT"] if self._named_agent(clause) else [])]
        chunk.kind = sym.VERB
        chunk.verb = self._tenses.read(name or "other", form, marks)
        if "NEG" in marks:
            chunk.verb.negative = True
        if chunk.verb.passive:
            self._agents(clause)

    def _marks(self, clause: Clause) -> list[str]:
        """What stands beside a verb: auxiliaries, reflexive pronoun, negation of the verb and not of a noun."""
        marks = []
        for at, chunk in enumerate(clause.chunks):
            if chunk.kind in ABSORBED:
                marks.append(chunk.kind)
                if chunk.text.lower() in self._pack.anterior:
                    marks.append("ANTERIOR")
            following = clause.chunks[at + 1].kind if at + 1 < len(clause.chunks) else ""
            if chunk.kind == "NEG" and following not in (sym.EVENT, sym.CAPITAL, sym.DEM):
                marks.append("NEG")
        return marks

    def _named_agent(self, clause: Clause) -> bool:
        """`von Scholz`: whether somebody stands behind a preposition that may name who acts."""
        pairs = pairwise(c for c in clause.chunks if c.kind not in ("DET", "TITLE"))
        return any(a.text.lower() in self._grammar.agentive and b.kind == sym.AGENTS for a, b in pairs)

    def _agents(self, clause: Clause) -> None:
        """`von Scholz empfangen`: the preposition names who acts, unless a noun stands before it."""
        for at, chunk in enumerate(clause.chunks):
            if chunk.text.lower() not in self._grammar.agentive or chunk.kind != "OF":
                continue
            if at and clause.chunks[at - 1].kind in (sym.EVENT, sym.CAPITAL):
                continue
            chunk.kind = "BY"
