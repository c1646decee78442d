"""Brings clauses whose verb stands second or last into the order subject, verb, object.

`Am Freitag hat Scholz den Präsidenten empfangen` becomes `Am Freitag Scholz empfangen den Präsidenten`: rules about
frames take who stands before a verb for its subject and what stands behind it for its object. Auxiliaries and
separable prefixes go into the verb. Chunks keep their place in the text; only their order in the row changes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summitry.claims import AgentType
from summitry.extract import symbols as sym
from summitry.extract.clause_parts import (
    ABSORBED,
    AUXILIARIES,
    Clause,
    antecedent,
    bare_object,
    clauses,
    form_of,
    gap,
    in_town,
    is_partner,
    is_verb,
    mark_times,
    phrase_end,
    subject,
)
from summitry.extract.clauses import Chunk, Verb
from summitry.extract.frame_model import ROLES
from summitry.extract.packs import VerbForm
from summitry.extract.verb_settling import Settling


class VerbSecond(Settling):
    """Rearranges the rows of one language."""

    def arrange(self, chunks: list[Chunk]) -> list[Chunk]:
        """The same chunks without auxiliaries of known verbs, each verb behind its subject."""
        if not any(is_verb(chunk) or chunk.kind == sym.PLACE for chunk in chunks):
            return chunks
        mark_times(chunks)
        self._callers(chunks)
        found = clauses(chunks)
        for at, clause in enumerate(found):
            if clause.opener is not None:
                self._verb_last(clause, antecedent(found, at))
            else:
                self._main(found, at)
        return [chunk for clause in found for chunk in (*_opening(clause), *clause.chunks, *clause.end)]

    # main clauses

    def _main(self, found: Sequence[Clause], at: int) -> None:
        clause = found[at]
        finite = clause.finite
        if finite is None:
            self._infinitive(clause)
            return
        chunk = clause.chunks[finite]
        where, verb = clause, chunk
        if chunk.kind in AUXILIARIES:
            ending = self._ending(found, at)
            if ending is None:
                self._been(clause, [])
                return
            where, verb = ending
        form = form_of(verb)
        assert form is not None
        if verb is chunk:
            form = self._with_particle(found, at, form)
        marks = [*self._marks(clause), *(self._marks(where) if where is not clause else [])]
        self._her(clause, chunk)
        ahead = [c for c in clause.chunks[:finite] if c.kind not in ABSORBED and c is not verb]
        where.chunks.remove(verb)
        where.chunks[:] = [c for c in where.chunks if c.kind not in ABSORBED]
        clause.chunks[:] = [c for c in clause.chunks if c is not chunk and c.kind not in ABSORBED]
        second = self._place(found, at, len(ahead), things="PASSIVE" in marks)
        clause.chunks.insert(second, verb)
        self._settle(clause, verb, form, marks)
        self._objects(clause, verb)
        if second > len(ahead) > 0:
            self._topic(clause, len(ahead), verb)

    def _her(self, clause: Clause, finite: Chunk) -> None:
        """`war sie`: with a verb of one person, a pronoun of several that is no object means a woman."""
        if not self._grammar.singular or re.search(self._grammar.singular, finite.text.lower()) is None:
            return
        for chunk in clause.chunks:
            if chunk.kind == sym.AGENTS and chunk.text.lower() not in self._grammar.oblique:
                for mention in chunk.mentions:
                    mention.pronoun = "SHE" if mention.pronoun == "THEY" else mention.pronoun

    def _topic(self, clause: Clause, length: int, verb: Chunk) -> None:
        """What stands before an inverted verb: `An dem Gipfel nimmt A teil` goes behind it, else a gap follows."""
        topic = clause.chunks[:length]
        event = any(c.kind == sym.EVENT for c in topic)
        told = verb.verb is not None and verb.verb.frame.event not in ("none", "both")
        treaty = any(c.kind == sym.TREATY for c in topic) and topic[0].kind in ("DET", sym.TREATY)
        partner = is_partner(topic) and verb.verb is not None and "with" in verb.verb.frame.slots
        if (
            treaty
            or partner
            or self._fronted(clause, length, verb)
            or (topic[0].kind in ("IN", "TO") and event and told)
        ):
            del clause.chunks[:length]
            behind = clause.chunks.index(verb) + 1
            clause.chunks[behind:behind] = topic
        else:
            clause.chunks.insert(length, gap(topic[-1].end))

    def _fronted(self, clause: Clause, length: int, verb: Chunk) -> bool:
        """`Den Präsidenten A traf B`: people whose article no subject has, before a subject behind the verb."""
        kinds = [c.kind for c in clause.chunks[:length] if c.kind not in ("DET", "TITLE", "ADV", sym.DEM)]
        acted = verb.verb is not None and not verb.verb.passive and verb.verb.frame.slots.get("object") in ROLES
        bare = (
            bare_object(clause.chunks[:length]) is not None and subject(clause.chunks[:length], self._grammar) is None
        )
        return acted and bare and kinds == [sym.AGENTS]

    def _ending(self, found: Sequence[Clause], at: int) -> tuple[Clause, Chunk] | None:
        """The participle or infinitive of an auxiliary: last in its clause, or behind what is put in between."""
        own = [v for v in found[at].verbs if not self._to_infinitive(found[at], v)]
        if own:
            return found[at], found[at].chunks[own[-1]]
        for clause in found[at + 1 :]:
            if clause.opener is None and clause.verbs:
                loose = clause.finite is None and not self._to_infinitive(clause, clause.verbs[-1])
                return (clause, clause.chunks[clause.verbs[-1]]) if loose else None
            if clause.opener is None and any(c.kind in AUXILIARIES for c in clause.chunks):
                return None
        return None

    def _with_particle(self, found: Sequence[Clause], at: int, form: VerbForm) -> VerbForm:
        """`nahm … teil`: the prefix ends the clause, or stands behind what is put in between."""
        for chunk in found[at].chunks:
            if " " in chunk.text and (whole := form.particles.get(chunk.text.lower())) is not None:
                found[at].chunks.remove(chunk)
                return whole
        for clause in found[at:]:
            last = clause.chunks[-1] if clause.chunks else None
            if last is not None and (whole := form.particles.get(last.text.lower())) is not None:
                clause.chunks.pop()
                return whole
            if clause is not found[at] and clause.opener is None and clause.finite is not None:
                break
        return form

    def _place(self, found: Sequence[Clause], at: int, second: int, *, things: bool) -> int:
        """Where a verb belongs: behind its subject, which stands before second place or first behind it."""
        row = found[at].chunks
        shared = second == 1 and row[0].kind in ("AND", "BUT")
        if shared or subject(row[:second], self._grammar, things=things) is not None:
            return second
        if self._set_off(found, at, second):
            return second
        behind = subject(row[second:], self._grammar, things=things)
        return second if behind is None else phrase_end(row, second + behind)

    def _set_off(self, found: Sequence[Clause], at: int, second: int) -> bool:
        """`A, die in P war, traf B`: the subject stands before the clause that is put in between."""
        if second > 0 or at == 0:
            return False
        before = next((c for c in reversed(found[:at]) if c.opener is None), None)
        return before is not None and before.finite is None and subject(before.chunks, self._grammar) is not None

    def _infinitive(self, clause: Clause) -> None:
        """`um dort den Präsidenten zu treffen`: the infinitive opens its clause."""
        verbs = clause.verbs
        if not verbs or not self._to_infinitive(clause, verbs[-1]):
            return
        verb = clause.chunks[verbs[-1]]
        form = form_of(verb)
        assert form is not None
        marked = clause.chunks[verbs[-1] - 1].kind == "TO"
        del clause.chunks[verbs[-1] - marked : verbs[-1] + 1]
        opened = bool(clause.chunks) and clause.chunks[0].kind == "TO"
        clause.chunks.insert(int(opened), verb)
        self._settle(clause, verb, form, ["TO", *self._marks(clause)])

    def _to_infinitive(self, clause: Clause, at: int) -> bool:
        form = form_of(clause.chunks[at])
        return clause.to_infinitive(at) or (form is not None and form.tenses == "b")

    # other clauses

    def _verb_last(self, clause: Clause, meant: list[Chunk]) -> None:
        """A clause behind a conjunction or relative pronoun; `meant` is what the pronoun stands for."""
        verbs = clause.verbs
        if not verbs:
            self._been(clause, meant)
            return
        verb = clause.chunks[verbs[-1]]
        form = form_of(verb)
        assert form is not None
        marks = self._marks(clause)
        self._her(clause, clause.chunks[clause.finite] if clause.finite is not None else verb)
        clause.chunks[:] = [c for c in clause.chunks if c is not verb and c.kind not in ABSORBED]
        behind = self._behind_opener(clause)
        clause.chunks[behind:behind] = [verb, *(meant if behind else [])]
        self._settle(clause, verb, form, marks)
        self._objects(clause, verb)

    def _behind_opener(self, clause: Clause) -> int:
        """Behind the subject, unless the relative pronoun is the subject."""
        opener = clause.opener
        first = subject(clause.chunks, self._grammar)
        if first is None or opener is None:
            return 0
        if opener.text.lower() in self._grammar.place_relatives:
            return first + 1
        alone = clause.before == ","
        if opener.kind == "REL" and alone and opener.text.lower() not in self._grammar.oblique:
            near = all(c.kind in ("DET", "TITLE", "ADV") for c in clause.chunks[:first])
            return first + 1 if near and opener.text.lower() not in self._grammar.subject_relatives else 0
        return first + 1

    def _been(self, clause: Clause, meant: list[Chunk]) -> None:
        """`A war am Freitag in P`, `A, der in P war`: somebody was in a town, which nothing more is said of."""
        at = clause.finite
        verb = clause.chunks[at] if at is not None else None
        if verb is None or verb.kind not in ("BE", "WAS") or "NEG" in self._marks(clause) or not in_town(clause, verb):
            return
        rest = [chunk for chunk in clause.chunks if chunk.kind not in ABSORBED]
        who = subject(rest, self._grammar)
        people = rest[who] if who is not None else meant[-1] if meant else None
        if people is None or not people.agents or any(a.type is not AgentType.PERSON for a in people.agents):
            return
        verb.kind, verb.verb = sym.VERB, Verb(self._pack.frames["travel"], "past" if verb.kind == "WAS" else "present")
        behind = 0 if who is None else who + 1
        clause.chunks[:] = [*rest[:behind], verb, *rest[behind:]]


def _opening(clause: Clause) -> list[Chunk]:
    return [clause.opener] if clause.opener is not None else []
