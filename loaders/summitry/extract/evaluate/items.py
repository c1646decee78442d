"""Counting offices and memberships."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from summitry.extract.evaluate.align import align
from summitry.extract.evaluate.model import Belonging, Tenure
from summitry.extract.evaluate.names import name_score
from summitry.extract.evaluate.tally import Category, Tally

Item = TypeVar("Item", Tenure, Belonging)


def score_tenures(tally: Tally, gold: Sequence[Tenure], found: Sequence[Tenure]) -> None:
    """Count offices: person, office and state or organisation must agree; `offices_person_of` forgives the office."""
    missed, extra = _count(tally, "offices", gold, found, _same_office)
    _count(tally, "offices_person_of", gold, found, _same_post)
    for tenure in missed:
        tally.blame(Category.MISSING_OFFICE, tenure)
    for tenure in extra:
        tally.blame(Category.FALSE_OFFICE, tenure)


def score_belongings(tally: Tally, gold: Sequence[Belonging], found: Sequence[Belonging]) -> None:
    """Count memberships; the role decides between candidates and is not required."""
    missed, extra = _count(tally, "memberships", gold, found, _same_belonging)
    for belonging in missed:
        tally.blame(Category.MISSING_MEMBERSHIP, belonging)
    for belonging in extra:
        tally.blame(Category.FALSE_MEMBERSHIP, belonging)


def _count(
    tally: Tally, key: str, gold: Sequence[Item], found: Sequence[Item], alike: Callable[[Item, Item], float]
) -> tuple[list[Item], list[Item]]:
    """Count one figure; returns what was missed and what was added."""
    pairs = align([[alike(a, b) for b in found] for a in gold])
    ours, theirs = {i for i, _ in pairs}, {j for _, j in pairs}
    missed = [item for i, item in enumerate(gold) if i not in ours and not item.optional]
    extra = [item for j, item in enumerate(found) if j not in theirs]
    tally.add((key,), "tp", sum(not gold[i].optional for i in ours))
    tally.add((key,), "fn", len(missed))
    tally.add((key,), "fp", len(extra))
    return missed, extra


def _same_post(gold: Tenure, found: Tenure) -> float:
    if not gold.of & found.of:
        return 0.0
    score = name_score(gold.forms, found.forms)
    return score + 1 if score and gold.offices & found.offices else score


def _same_office(gold: Tenure, found: Tenure) -> float:
    return _same_post(gold, found) if gold.offices & found.offices else 0.0


def _same_belonging(gold: Belonging, found: Belonging) -> float:
    if not (gold.of & found.of and gold.members & found.members):
        return 0.0
    return 1.1 if gold.role == found.role else 1.0
