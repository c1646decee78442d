"""Tells whether two spellings name one person; used only inside one country, where families are few."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from difflib import SequenceMatcher

from tools.build_reference.curated_people import Person
from tools.build_reference.person_names import capitals, words

CLOSE = 0.8  # of SequenceMatcher: "abdallah" and "abdullah" are close, "raul" and "fidel" are not


def find(name: str, people: Iterable[Person]) -> Person | None:
    """The one person whom a factbook name (family in capitals) means, or None when there is none or more than one.

    The whole name is tried first, then the same family name, then a family name spelled almost the same; given
    names may always be transliterated differently.
    """
    people = list(people)
    for rule in (_whole, same, _nearly):
        found = [p for p in people if any(rule(name, form) for form in p.forms())]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def same(name: str, form: str, equal: Callable[[str, str], bool] = str.__eq__) -> bool:
    """Whether the capitals occur in the other spelling, and a given name does too when both have one."""
    family, other = words(" ".join(capitals(name))), words(form)
    given = [w for w in words(name) if w not in family and len(w) > 1]
    if not family or not all(any(equal(w, o) for o in other) for w in family):
        return False
    rest = [o for o in other if not any(equal(o, f) for f in family) and len(o) > 1]
    return not given or not rest or any(_close(g, r) for g in given for r in rest)


def _whole(name: str, form: str) -> bool:
    return set(words(name)) == set(words(form))


def _nearly(name: str, form: str) -> bool:
    return same(name, form, _close)


def _close(one: str, other: str) -> bool:
    if one == other or min(len(one), len(other)) < 4 or not 0.6 < len(one) / len(other) < 1.7:
        return one == other
    return SequenceMatcher(None, one, other).ratio() >= CLOSE
