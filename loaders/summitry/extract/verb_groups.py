"""Verb groups: a form of a verb with the auxiliaries before it has a frame, a tense, a voice and a polarity."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import cast

from summitry.extract import symbols as sym
from summitry.extract import verb_auxiliaries as auxiliaries
from summitry.extract.chunk_model import Chunk, Verb
from summitry.extract.packs import Pack, VerbForm
from summitry.extract.text import fold
from summitry.extract.verb_auxiliaries import ACTING, HAVING, Row
from summitry.extract.verb_or_noun import ONLY_VERB_BEFORE

_OPENING = 4
"""How many items an inverted sentence has before its verb at most."""
_COMPANY = 8
"""How far back a preposition of company is looked for."""
_OPENED = frozenset({"BE", "HAVE", "SE"})
"""Auxiliaries that a conjunction may hold."""
_ONLY_NOUN_BEHIND = frozenset({"DET", "POSS", "THEIR", "OF", "ORD", "S", "ON", "WITH", "BY", "FROM", "DURING"})
_OFFICIAL = frozenset({sym.DEM, sym.OFFICE, sym.OFFICES})
_FINITE = frozenset("fcid")
_CONJUGATED = frozenset("pdc")
_BASE = frozenset("rb")
"""Marks of the base form: the infinitive, or a present that looks like it."""
_SPOKEN = frozenset({"FUT", "COND", "TO", "DO", "BE", "WAS", "HAVE"})
_NEW = frozenset({"REL", "SUB", ";", ":", sym.QUOTE, "BUT"})
_MOVING = frozenset({"travel", "go", "leave"})
"""Frames whose perfect is built like a passive (`est arrivé`)."""


_OBJECT = 16
"""How far behind a verb its second word stands at most."""
_ENDS = frozenset({".", ";", ":", "SUB", "REL", "BUT", "?", "!"})


class VerbReader:
    """Reads the verb groups of one language."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack

    def read(self, row: Row, index: int, before: Sequence[Chunk]) -> Verb | None:
        """The verb group that ends with an item, or None when the form is no verb here."""
        form = self._whole(row, index, cast(VerbForm, row[index].other(sym.VERB)))
        marks = auxiliaries.marks_before(row, index)
        parted = auxiliaries.parted_mark(row, index - len(marks), form)
        parted = parted or ([] if marks else auxiliaries.held_off(row, index, form))
        marks += parted
        opened = self._opened(row, index - len(marks) - 1)
        marks += opened
        name = form.reflexive if form.reflexive and "SE" in marks else form.frame
        if not name or not self._stands(row, index, form, marks, before):
            return None
        frame = self._pack.frames[name]
        moving = name in _MOVING or form.lemma in self._pack.grammar.being
        by = auxiliaries.stands_as_participle(row, index)
        verb = auxiliaries.tensed(frame, form.tenses, marks, moving=moving, participle=by)
        verb.parted = bool(parted)
        if marks:
            self._modify(verb, row[index - len(marks) : index], form, marks)
        if _compounded(row, index):
            verb.tense, verb.passive = "participle", True
        if opened or self._infinitive(row, index - len(marks), index):
            verb.tense = "gerund"
        elif _BASE & set(form.tenses) and _SPOKEN.isdisjoint(marks) and (first := _joined(before)) is not None:
            verb.tense, verb.possible = first.tense, first.possible
        if verb.tense == "infinitive" and "TO" in marks and _headline(before):
            verb.tense = "future"
        return verb

    def _modify(self, verb: Verb, words: Row, form: VerbForm, marks: Sequence[str]) -> None:
        """What the auxiliaries before a verb, and their very words, say of it."""
        auxiliaries.modify(verb, form, marks)
        texts = {item.text.lower() for item in words}
        verb.anterior = ("n" in form.tenses or "FUT" in marks) and self._anterior(texts)
        verb.bygone = "FUT" in marks and not texts.isdisjoint(self._pack.grammar.bygone)
        never = verb.bygone and not {"HAVE", "WAS"}.isdisjoint(marks)  # `was to have met`
        verb.unreal = never or not texts.isdisjoint(self._pack.grammar.unreal)
        if verb.negative and not texts.isdisjoint(self._pack.grammar.refusing):
            verb.tense = "future"

    def _whole(self, row: Row, index: int, form: VerbForm) -> VerbForm:
        """`brought A and B together`: a verb whose second word stands behind its object."""
        if not form.particles or self._pack.grammar.verb_second:
            return form
        for item in row[index + 1 : index + _OBJECT]:
            if (whole := form.particles.get(item.text.lower())) is not None:
                return whole
            if item.symbol in _ENDS or item.has(sym.VERB):
                break
        return form

    def _opened(self, row: Row, at: int) -> list[str]:
        """`après avoir`, `après s'être`: the auxiliaries inside a conjunction, nearest first."""
        while at > 0 and row[at].symbol == "ADV":
            at -= 1
        if at < 0 or row[at].symbol != "SUB":
            return []
        words = self._pack.token.findall(row[at].text.lower())[:0:-1]
        found = [{e.symbol for e in self._pack.entries.get(fold(word), ())} & _OPENED for word in words]
        return [symbol for symbols in found for symbol in sorted(symbols)]

    def _infinitive(self, row: Row, first: int, last: int) -> bool:
        """`deux jours après avoir rencontré B`, `dit avoir vu B`: the auxiliary is an infinitive."""
        having = self._pack.grammar.infinitives if not self._pack.grammar.reorders else ()
        return any(item.symbol in HAVING and item.text.lower() in having for item in row[max(0, first) : last])

    def _stands(self, row: Row, index: int, form: VerbForm, marks: Sequence[str], before: Sequence[Chunk]) -> bool:
        """Whether a form can be a verb where it stands."""
        bare = form.tenses == "a" and not {"BE", "WAS", "FUT"} & set(marks)
        if bare and not self._heads(row, index) and not _beside(before):
            return False
        if (form.tenses == "t" and ONLY_VERB_BEFORE.isdisjoint(marks)) or (not marks and _guest(row, index, form)):
            return False
        previous = row[index - 1].symbol if index else ""
        if marks or previous not in _ONLY_NOUN_BEHIND or "g" in form.tenses:
            return True
        aside = previous == "DURING" and self._pack.grammar.verb_second and not _CONJUGATED.isdisjoint(form.tenses)
        first = previous == "ORD" and index > 1 and row[index - 2].symbol in ACTING and "d" in form.tenses
        if aside or first:
            return True  # `Am Rande sprach A mit B`, `she first met B`
        if previous == "OF" and form.tenses == "b" and index > 1 and row[index - 2].symbol == "AROUND":
            return True
        finite = not _FINITE.isdisjoint(form.tenses) or row[index - 1].text.lower() in self._pack.grammar.clitics
        finite = finite or ("p" in form.tenses and auxiliaries.taken_up(row, index, self._pack.grammar))
        return previous == "DET" and not self._pack.premodifiers and finite

    def _heads(self, row: Row, index: int) -> bool:
        """`Present: A and B`, `Autour de la table : A et B`, `Also present were A and B`: the heading of a list."""
        if index + 1 < len(row) and index < _OPENING and row[index + 1].symbol in ("BE", "WAS"):
            return True
        if any(item.symbol != "ADV" for item in row[:index]) or index + 1 >= len(row):
            return False
        if [item.symbol for item in row[index + 1 : index + 4]] == ["IN", "DET", sym.EVENT]:
            return True  # `Également présents à ce sommet, A et B`
        first = index == 0 or (index == 1 and not self._pack.premodifiers)  # `Également présents, A et B`
        return first and (self._pack.grammar.reorders or row[index + 1].symbol in (":", ","))

    def _anterior(self, texts: Set[str]) -> bool:
        """Whether an auxiliary sets a participle before the past that is told (`had met`)."""
        return any(not {text, text.partition(" ")[0]}.isdisjoint(self._pack.anterior) for text in texts)


def _compounded(row: Row, index: int) -> bool:
    """`US-brokered talks`: a participle behind a hyphen, before an event noun."""
    return 0 < index < len(row) - 1 and row[index - 1].text == "-" and row[index + 1].has(sym.EVENT)


def _joined(before: Sequence[Chunk]) -> Verb | None:
    """`will visit P and hold talks`: the verb whose auxiliary of what is to come a second one shares."""
    at = len(before) - 1
    while at > 0 and before[at].kind in ("ADV", "SE", "CLIT", ",", "FORMER"):
        at -= 1
    if at <= 0 or before[at].kind not in ("AND", "THEN"):
        return None
    opened = next((i for i in range(at, -1, -1) if before[i].kind in _NEW), -1)
    first = next((c.verb for c in reversed(before[opened + 1 : at]) if c.verb is not None), None)
    return first if first is not None and first.tense == "future" else None


def _headline(before: Sequence[Chunk]) -> bool:
    """`Trump to meet Putin`: a subject, then the infinitive, no verb before."""
    plain = all(chunk.kind not in (sym.VERB, "BE", "WAS") for chunk in before)
    return plain and len(before) > 1 and before[-2].kind == sym.AGENTS


def _beside(before: Sequence[Chunk]) -> bool:
    """`with A and B in attendance`: people behind a preposition of company, without a verb between."""
    kinds = [c.kind for c in before[-_COMPANY:]]
    while kinds and kinds[-1] in (",", "-", "–", "—"):
        kinds.pop()
    return bool(kinds) and kinds[-1] == sym.AGENTS and "WITH" in kinds and sym.VERB not in kinds


def _guest(row: Row, index: int, form: VerbForm) -> bool:
    """`met the visiting Chinese foreign minister`: a participle that describes somebody."""
    describing = form.tenses == "g" and form.frame == "visit" and index + 1 < len(row)
    return describing and row[index + 1].symbol in _OFFICIAL
