"""Verb groups: a form of a verb with the auxiliaries before it has a frame, a tense, a voice and a polarity."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from summitry.extract import symbols as sym
from summitry.extract.annotate import Item
from summitry.extract.chunk_model import Chunk, Verb
from summitry.extract.packs import Frame, Pack, VerbForm
from summitry.extract.text import fold

Row = Sequence[Item]

_AUXILIARY = frozenset(["BE", "WAS", "HAVE", "FUT", "COND", "NEG", "DO", "ADV", "SE", "CLIT", "TO", "ORD"])
_LOOSE = frozenset({"ADV", "ORD"})
"""What stands among auxiliaries (`would first meet`) and is none by itself."""
_MOST_AUXILIARIES = 7
_PARTING = frozenset({sym.TIME, sym.PLACE, sym.METO, "IN", "ADV", "DET", ","})
_PARTED = 7
"""How far before an infinitive its auxiliary stands at most."""
_OPENING = 4
"""How many items an inverted sentence has before its verb at most."""
_COMPANY = 8
"""How far back a preposition of company is looked for."""
_HAVING = frozenset({"BE", "WAS", "HAVE"})
_OPENED = frozenset({"BE", "HAVE", "SE"})
"""Auxiliaries that a conjunction may hold."""
_VERB_BEFORE = frozenset(
    (
        "HE", "SHE", "THEY", "PAIR", "IT", "REL", ",", "AND", sym.PERSON, sym.FAMILY, sym.STATE, sym.METO, sym.OFFICE,
        sym.OFFICES, sym.CAPITAL,
    )
)  # fmt: skip
"""Behind these a form that is both noun and verb is a verb; behind all others a noun."""
_ONLY_VERB_BEFORE = frozenset({"TO", "FUT", "COND", "NEG", "DO", "SE", "CLIT"})
_ONLY_NOUN_BEHIND = frozenset({"DET", "POSS", "THEIR", "OF", "ORD", "S", "ON", "WITH", "BY", "FROM", "DURING"})
_OFFICIAL = frozenset({sym.DEM, sym.OFFICE, sym.OFFICES})
_FINITE = frozenset("fcid")
_BASE = frozenset("rb")
"""Marks of the base form: the infinitive, or a present that looks like it."""
_SPOKEN = frozenset({"FUT", "COND", "TO", "DO", "BE", "WAS", "HAVE"})
_NEW = frozenset({"REL", "SUB", ";", ":", sym.QUOTE, "BUT"})
_MOVING = frozenset({"travel", "go", "leave"})
"""Frames whose perfect is built like a passive (`est arrivé`)."""


def is_verb(row: Row, index: int) -> bool:
    """Whether a form that is both noun and verb is a verb here: by what stands before it."""
    if sym.VERB not in row[index].kinds:
        return False
    if index == 0:
        return _opens(row)
    at = index - 1
    while at > 0 and row[at].symbol == "ADV":
        at -= 1
    before = row[at].symbol
    tenses = cast(VerbForm, row[index].other(sym.VERB)).tenses
    if before in _ONLY_VERB_BEFORE:
        return "g" not in tenses
    if tenses == "g":
        return _gerund(row, index, before)
    return before in _VERB_BEFORE or (before in _HAVING and "n" in tenses)


def _opens(row: Row) -> bool:
    """`Arrivée lundi à P, A …`: a participle opens the sentence, and no noun (`Arrivée de A`)."""
    participle = "n" in cast(VerbForm, row[0].other(sym.VERB)).tenses
    return participle and len(row) > 1 and row[1].symbol in (sym.TIME, "IN", "ADV")


def _gerund(row: Row, index: int, before: str) -> bool:
    """Whether a form in -ing (`meeting`) is a verb."""
    if before == "SUB" and index + 1 < len(row):
        return row[index + 1].symbol in ("DET", sym.TREATY, sym.PERSON)
    if before in ("BE", "WAS"):
        return True
    return before == "ADV" and index > 1 and row[index - 2].symbol in ("BE", "WAS")


def commanded(row: Row, index: int) -> bool:
    """Whether an auxiliary stands right before a form that can be a verb."""
    auxiliary = index > 0 and row[index - 1].symbol in ("FUT", "COND", "TO", "DO")
    return auxiliary and is_verb(row, index)


class VerbReader:
    """Reads the verb groups of one language."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack

    def read(self, row: Row, index: int, before: Sequence[Chunk]) -> Verb | None:
        """The verb group that ends with an item, or None when the form is no verb here."""
        form = cast(VerbForm, row[index].other(sym.VERB))
        marks = _marks(row, index)
        parted = _parted(row, index - len(marks), form)
        marks += parted
        opened = self._opened(row, index - len(marks) - 1)
        marks += opened
        name = form.reflexive if form.reflexive and "SE" in marks else form.frame
        if not name or not self._stands(row, index, form, marks, before):
            return None
        frame = self._pack.frames[name]
        moving = name in _MOVING or form.lemma in self._pack.grammar.being
        verb = _tensed(frame, form.tenses, marks, moving=moving, participle=_participle(row, index))
        verb.parted = bool(parted)
        verb.anterior = bool({"n", "FUT"} & {*form.tenses, *marks}) and self._anterior(row, index, len(marks))
        _modify(verb, form, marks)
        if opened:
            verb.tense = "gerund"
        elif _BASE & set(form.tenses) and _SPOKEN.isdisjoint(marks) and (first := _joined(before)) is not None:
            verb.tense, verb.possible = first.tense, first.possible
        if verb.tense == "infinitive" and "TO" in marks and _headline(before):
            verb.tense = "future"
        return verb

    def _opened(self, row: Row, at: int) -> list[str]:
        """`après avoir`, `après s'être`: the auxiliaries inside a conjunction, nearest first."""
        while at > 0 and row[at].symbol == "ADV":
            at -= 1
        if at < 0 or row[at].symbol != "SUB":
            return []
        words = self._pack.token.findall(row[at].text.lower())[:0:-1]
        found = [{e.symbol for e in self._pack.entries.get(fold(word), ())} & _OPENED for word in words]
        return [symbol for symbols in found for symbol in sorted(symbols)]

    def _stands(self, row: Row, index: int, form: VerbForm, marks: Sequence[str], before: Sequence[Chunk]) -> bool:
        """Whether a form can be a verb where it stands."""
        bare = form.tenses == "a" and not {"BE", "WAS", "FUT"} & set(marks)
        if bare and not self._heads(row, index) and not _beside(before):
            return False
        if (form.tenses == "t" and _ONLY_VERB_BEFORE.isdisjoint(marks)) or (not marks and _guest(row, index, form)):
            return False
        previous = row[index - 1].symbol if index else ""
        if marks or previous not in _ONLY_NOUN_BEHIND or "g" in form.tenses:
            return True
        if previous == "OF" and form.tenses == "b" and index > 1 and row[index - 2].symbol == "AROUND":
            return True
        finite = not _FINITE.isdisjoint(form.tenses) or row[index - 1].text.lower() in self._pack.grammar.clitics
        return previous == "DET" and not self._pack.premodifiers and finite

    def _heads(self, row: Row, index: int) -> bool:
        """`Present: A and B`, `Autour de la table : A et B`, `Also present were A and B`: the heading of a list."""
        if index + 1 < len(row) and index < _OPENING and row[index + 1].symbol in ("BE", "WAS"):
            return True
        if index or index + 1 >= len(row):
            return False
        return self._pack.grammar.reorders or row[index + 1].symbol in (":", ",")

    def _anterior(self, row: Row, index: int, auxiliaries: int) -> bool:
        """Whether an auxiliary sets a participle before the past that is told (`had met`)."""
        texts = (row[at].text.lower() for at in range(index - auxiliaries, index))
        return any(not {text, text.partition(" ")[0]}.isdisjoint(self._pack.anterior) for text in texts)


def _marks(row: Row, index: int) -> list[str]:
    """The auxiliaries, negations and adverbs before a verb, nearest first."""
    marks: list[str] = []
    at = index - 1
    while at >= 0 and len(marks) < _MOST_AUXILIARIES and row[at].symbol in _AUXILIARY:
        marks.append(row[at].symbol)
        at -= 1
    while marks and marks[-1] in _LOOSE:
        marks.pop()
    return marks


def _parted(row: Row, index: int, form: VerbForm) -> list[str]:
    """`A doit lundi à P rencontrer B`, `A a lundi rencontré B`: the auxiliary of a verb before a day and a place."""
    at = index - 1
    while at > 0 and index - at < _PARTED and row[at].symbol in _PARTING:
        at -= 1
    between = [item.symbol for item in row[at + 1 : index]]
    if not {sym.TIME, sym.PLACE, sym.METO} & set(between):
        return []
    infinitive = form.tenses == "b" and row[at].symbol in ("FUT", "COND")
    perfect = form.tenses == "n" and row[at].symbol == "HAVE" and "," not in between
    return [row[at].symbol] if infinitive or perfect else []


def _tensed(frame: Frame, tenses: str, marks: Sequence[str], *, moving: bool, participle: bool) -> Verb:
    """The verb with the tense and voice that its form has by itself and with `be` and `have`."""
    verb = Verb(frame, "present", negative="NEG" in marks)
    auxiliary = next((mark for mark in marks if mark in _HAVING), None)
    if "n" in tenses and auxiliary is not None:
        past = "SE" in marks or moving or "WAS" in marks or "HAVE" in marks
        verb.passive = auxiliary != "HAVE" and "SE" not in marks and not moving
        verb.tense, verb.perfect = "past" if past else "present", True
    elif "n" in tenses and ("d" not in tenses or participle):
        verb.tense, verb.passive = "participle", not moving
    else:
        verb.tense, verb.possible = _simple(tenses, marks), "c" in tenses and not {"g", "f"} & set(tenses)
    return verb


def _simple(tenses: str, marks: Sequence[str]) -> str:
    """The tense of a form that is no participle."""
    if "g" in tenses:
        return "present" if "BE" in marks else "past" if "WAS" in marks else "gerund"
    if "f" in tenses or "c" in tenses:
        return "future"
    if "d" in tenses or "i" in tenses:
        return "present" if "d" in tenses and "p" in tenses else "past"
    if "r" in tenses or tenses == "t":
        return "infinitive" if "TO" in marks else "present"
    return "infinitive" if tenses == "b" else "present"


def _modify(verb: Verb, form: VerbForm, marks: Sequence[str]) -> None:
    """What the other auxiliaries make of the tense."""
    if form.tenses == "a" and "WAS" in marks:
        verb.tense = "past"
    if "FUT" in marks:
        verb.tense = "future"
    if "COND" in marks:
        verb.tense, verb.possible = "future", True
    if "DO" in marks and verb.tense != "future":
        verb.tense = "past"


def _participle(row: Row, index: int) -> bool:
    """`hosted by`, `held in`: a past form that stands as a participle."""
    return index + 1 < len(row) and row[index + 1].symbol == "BY"


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
    return len(before) > 1 and before[-2].kind == sym.AGENTS and all(chunk.kind != sym.VERB for chunk in before)


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
