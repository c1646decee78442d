"""Tells whether two spellings name one person; used only inside one country, where families are few."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

from tools.build_reference.curated_people import Person
from tools.build_reference.person_names import capitals, words

CLOSE = 0.8  # of SequenceMatcher: "abdallah" and "abdullah" are close, "raul" and "fidel" are not


def find(name: str, people: Iterable[Person]) -> Person | None:
    """The one person whom a factbook name (family in capitals) means, or None when there is none or more than one."""
    people = list(people)
    found = [p for p in people if any(same(name, form) for form in p.forms())]
    return found[0] if len(found) == 1 else None


def same(name: str, form: str) -> bool:
    """Whether the capitals occur in the other spelling, and a given name does too when both have one."""
    family, other = words(" ".join(capitals(name))), words(form)
    given = [w for w in words(name) if w not in family and len(w) > 1]
    if not family or not all(any(_close(w, o) for o in other) for w in family):
        return False
    rest = [o for o in other if not any(_close(o, f) for f in family) and len(o) > 1]
    return not given or not rest or any(_close(g, r) for g in given for r in rest)


def _close(one: str, other: str) -> bool:
    if min(len(one), len(other)) < 4:
        return one == other
    if one == other or not 0.6 < len(one) / len(other) < 1.7:
        return one == other
    return SequenceMatcher(None, one, other).ratio() >= CLOSE
