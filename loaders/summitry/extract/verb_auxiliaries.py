"""What the auxiliaries around a form of a verb make of it: tense, voice, polarity, possibility."""

from __future__ import annotations

from collections.abc import Sequence

from summitry.extract import symbols as sym
from summitry.extract.annotate import Item
from summitry.extract.chunk_model import Verb
from summitry.extract.grammar import Grammar
from summitry.extract.packs import Frame, VerbForm

Row = Sequence[Item]

_AUXILIARY = frozenset(["BE", "WAS", "HAVE", "FUT", "COND", "NEG", "DO", "ADV", "SE", "CLIT", "TO", "ORD"])
_LOOSE = frozenset({"ADV", "ORD"})
"""What stands among auxiliaries (`would first meet`) and is none by itself."""
_MOST_AUXILIARIES = 7
_PARTING = frozenset({sym.TIME, sym.PLACE, sym.METO, "IN", "ADV", "DET", ","})
_PARTED = 7
"""How far before an infinitive its auxiliary stands at most."""
_PARENTHESIS = 10
"""How many items stand between two commas that part an auxiliary from its verb at most."""
_NO_PARENTHESIS = frozenset({sym.VERB, "HAVE", "BE", "WAS", "FUT", "COND", "REL", "SUB", ";", ":", sym.QUOTE, "AND"})
_AUXILIARIES_ALONE = frozenset({"BE", "WAS", "HAVE", "FUT", "COND"})
ACTING = frozenset({"HE", "SHE", "THEY", "PAIR", "TRIO", sym.PERSON, sym.FAMILY})
"""Who may act by the verb right behind."""
_NAMED = frozenset({sym.PERSON, sym.FAMILY, sym.CAPITAL})
HAVING = frozenset({"BE", "WAS", "HAVE"})


def marks_before(row: Row, index: int) -> list[str]:
    """The auxiliaries, negations and adverbs before a verb, nearest first."""
    marks: list[str] = []
    at = index - 1
    while at >= 0 and len(marks) < _MOST_AUXILIARIES and (row[at].symbol in _AUXILIARY or _notably(row, at)):
        marks.append(row[at].symbol)
        at -= 1
    while marks and marks[-1] in _LOOSE:
        marks.pop()
    return marks


def _notably(row: Row, at: int) -> bool:
    """`a notamment rencontré B`: a word that opens a list elsewhere is an adverb behind an auxiliary."""
    return row[at].symbol == "INCL" and at > 0 and row[at - 1].symbol in HAVING


def parted_mark(row: Row, index: int, form: VerbForm) -> list[str]:
    """`A doit lundi à P rencontrer B`, `A a lundi rencontré B`: the auxiliary of a verb before a day and a place."""
    if index < 1 or row[index - 1].symbol not in _PARTING:
        return []  # nearly always
    at = index - 1
    while at > 0 and index - at < _PARTED and row[at].symbol in _PARTING:
        at -= 1
    between = [item.symbol for item in row[at + 1 : index]]
    if not {sym.TIME, sym.PLACE, sym.METO} & set(between):
        return []
    infinitive = form.tenses == "b" and row[at].symbol in ("FUT", "COND")
    perfect = form.tenses == "n" and row[at].symbol == "HAVE" and "," not in between
    return [row[at].symbol] if infinitive or perfect else []


def held_off(row: Row, index: int, form: VerbForm) -> list[str]:
    """`s'est, dans ce cadre, entretenu`, `has, in the meantime, met`: the auxiliaries before what commas set off."""
    at = index - 2
    if index < 4 or row[index - 1].symbol != "," or not {"n", "b"} & set(form.tenses):
        return []
    while at > 0 and index - at <= _PARENTHESIS and row[at].symbol not in _NO_PARENTHESIS | {","}:
        at -= 1
    marks = marks_before(row, at) if at > 0 and row[at].symbol == "," and at < index - 2 else []
    if _AUXILIARIES_ALONE.isdisjoint(marks):
        return []
    perfect = not HAVING.isdisjoint(marks)
    return marks if ("n" in form.tenses) == perfect else []


def tensed(frame: Frame, tenses: str, marks: Sequence[str], *, moving: bool, participle: bool) -> Verb:
    """The verb with the tense and voice that its form has by itself and with `be` and `have`."""
    verb = Verb(frame, "present", negative="NEG" in marks)
    auxiliary = next((mark for mark in marks if mark in HAVING), None)
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


def modify(verb: Verb, form: VerbForm, marks: Sequence[str]) -> None:
    """What the other auxiliaries make of the tense."""
    if form.tenses == "a" and "WAS" in marks:
        verb.tense = "past"
    if "FUT" in marks:
        verb.tense = "future"
    if "COND" in marks:
        verb.tense, verb.possible = "future", True
    if "DO" in marks and verb.tense != "future":
        verb.tense = "past"


def stands_as_participle(row: Row, index: int) -> bool:
    """`hosted by`, `held in`: a past form that stands as a participle."""
    return index + 1 < len(row) and row[index + 1].symbol == "BY"


def taken_up(row: Row, index: int, grammar: Grammar) -> bool:
    """`A l'accompagne`, `Il la reçoit lundi`: an object pronoun that looks like an article, behind who acts."""
    word = row[index - 1].text.lower()
    if index < 2 or not (word in grammar.masculine | grammar.feminine or word[-1] in "'’"):
        return False
    if row[index - 2].symbol in ACTING | {"LATTER"}:
        return True
    apposed = row[index - 2].symbol == "," and index > 2 and row[index - 3].symbol in _NAMED
    return apposed and not row[index].has(sym.EVENT)  # `le ministre, A, l'accompagne`
