"""Tense and voice of a verb from its form and the auxiliaries of its clause, for languages that keep them apart."""

from __future__ import annotations

from summitry.extract.clause_parts import AUXILIARIES
from summitry.extract.clauses import Verb
from summitry.extract.packs import Pack, VerbForm

_MOVABLE = frozenset({"travel", "go", "leave", "come"})


class Tenses:
    """Reads the verbs of one language."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._grammar = pack.grammar

    def read(self, name: str, form: VerbForm, marks: list[str]) -> Verb:
        """The verb of a frame in the form and with the auxiliaries `marks` of its clause, wherever they stand."""
        verb = Verb(self._pack.frames[name], "present")
        tenses = set(form.tenses)
        found = set(marks)
        future = "FUT" in found and "b" in tenses and not found & {"AGENT", "HAVE", "PASSIVE"}
        participle = "n" in tenses and bool(found & AUXILIARIES) and not future
        verb.anterior = "ANTERIOR" in found and "n" in tenses
        if "TO" in found:
            verb.tense = "infinitive"
        elif "COND" in found:
            verb.tense, verb.possible = "future", True
        elif participle and found & {"HAVE", "WAS", "PASSIVE"}:
            verb.tense, verb.perfect = "past", True
        elif "FUT" in found:
            verb.tense = "present" if participle and marks.count("FUT") == 1 else "future"
        elif "BE" in found and "n" in tenses:
            verb.tense = "past" if self._active(form) else "present"
        elif found & {"WAS", "ANTERIOR"}:
            verb.tense = "past"
        elif "n" in tenses and not tenses & set("pdb"):
            verb.tense = "participle"
        elif "c" in tenses:
            verb.tense, verb.possible = "future", True
        elif tenses & set("di"):
            verb.tense = "past"
        ambiguous = {"n", "b"} <= tenses and "AGENT" in found and "FUT" in found
        verb.passive = ambiguous or ("n" in tenses and not future and self._passive(form, found, verb))
        return verb

    def _passive(self, form: VerbForm, found: set[str], verb: Verb) -> bool:
        if verb.tense == "participle":
            return not self._active(form)
        if "PASSIVE" in found:
            return True
        only = "n" in form.tenses and not set(form.tenses) & set("b")
        if "FUT" in found and "HAVE" not in found:
            return only
        return bool(found & {"BE", "WAS"}) and not self._active(form)

    def _active(self, form: VerbForm) -> bool:
        return form.lemma in self._grammar.being or form.frame in _MOVABLE
