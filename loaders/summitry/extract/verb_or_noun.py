"""Whether a form that is both noun and verb is a verb: by what stands around it."""

from __future__ import annotations

from typing import cast

from summitry.extract import symbols as sym
from summitry.extract.packs import VerbForm
from summitry.extract.verb_auxiliaries import ACTING, HAVING, Row

_VERB_BEFORE = frozenset(
    (
        "HE", "SHE", "THEY", "PAIR", "TRIO", "IT", "REL", ",", "AND", sym.PERSON, sym.FAMILY, sym.STATE, sym.METO,
        sym.OFFICE, sym.OFFICES, sym.CAPITAL,
    )
)  # fmt: skip
"""Behind these a form that is both noun and verb is a verb; behind all others a noun."""
ONLY_VERB_BEFORE = frozenset({"TO", "FUT", "COND", "NEG", "DO", "SE", "CLIT"})
_GERUND_BEFORE = frozenset({"SUB", ",", "AND", "BY"})
"""Behind these a form in -ing right before a name or title is a verb (`flew to P, meeting B`)."""
_NAMED = frozenset({*ACTING, sym.STATE, sym.METO, sym.ORG, sym.OFFICE, sym.OFFICES, sym.CAPITAL, sym.PEOPLE, "GOV"})
_GOVERNING = frozenset({"WITH", "BETWEEN", "OF", "IN", "BY", "TO", "FROM", "AROUND", "DURING", "ON"})
_PARTING = frozenset({",", ";", ":", "REL", "SUB", "BE", "HAVE", "WAS"})
_SOMEBODY = frozenset({sym.PERSON, sym.FAMILY, sym.OFFICE, "COUNTERPART", "TITLE"})
_BEFORE_STATE = frozenset({"S", "POSS", "THEIR", "TO", "DURING", "AROUND"})
"""Behind these a state says where a visit goes to (`A's China visit`), and nobody visits."""


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
    if before in ONLY_VERB_BEFORE:
        return "g" not in tenses
    if tenses == "g":
        return _gerund(row, index, before)
    visited = before in (sym.STATE, sym.METO) and at and row[at - 1].symbol in _BEFORE_STATE  # `A's China visit`
    if visited or (before == "," and row[index].has(sym.EVENT) and _nobody_before(row[: index - 1])):
        return False  # `Mardi, rencontre entre A et B`
    return before in _VERB_BEFORE or (before in HAVING and "n" in tenses)


def _nobody_before(row: Row) -> bool:
    """Whether all whom a row names so far hang on prepositions, so that nobody can be a subject."""
    governed = False
    for item in row:
        governed = item.symbol in _GOVERNING or (governed and item.symbol not in _PARTING)
        if item.symbol in _NAMED and not governed:
            return False
    return True


def _opens(row: Row) -> bool:
    """`Arrivée lundi à P, A …`: a participle opens the sentence, and no noun (`Arrivée de A`)."""
    participle = "n" in cast(VerbForm, row[0].other(sym.VERB)).tenses
    return participle and len(row) > 1 and row[1].symbol in (sym.TIME, "IN", "ADV")


def _gerund(row: Row, index: int, before: str) -> bool:
    """Whether a form in -ing (`meeting`) is a verb."""
    following = row[index + 1].symbol if index + 1 < len(row) else ""
    if before == "SUB" and following in ("DET", sym.TREATY):
        return True
    if before == "," and index > 1 and following in ("TO", "IN") and row[index - 2].symbol in (sym.PERSON, sym.FAMILY):
        return True  # `A and B, meeting for the first time, agreed`
    if before in _GERUND_BEFORE and _names_somebody(row, index + 1):
        return True
    if before in ("BE", "WAS"):
        return True
    return before == "ADV" and index > 1 and row[index - 2].symbol in ("BE", "WAS")


def _names_somebody(row: Row, at: int) -> bool:
    """Whether a name or title follows, with its adjective or possessive (`meeting his Chinese counterpart`)."""
    while at < len(row) and row[at].symbol in ("POSS", "THEIR", sym.DEM, "FORMER", "ADV"):
        at += 1
    return at < len(row) and row[at].symbol in _SOMEBODY


def commanded(row: Row, index: int) -> bool:
    """Whether an auxiliary stands right before a form that can be a verb."""
    auxiliary = index > 0 and row[index - 1].symbol in ("FUT", "COND", "TO", "DO")
    return auxiliary and is_verb(row, index)
