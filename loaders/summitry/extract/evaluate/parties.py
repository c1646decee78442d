"""Counting the participants of one event whose prediction is known."""

from __future__ import annotations

from collections.abc import Sequence

from summitry.extract.evaluate.align import align
from summitry.extract.evaluate.compare import party_matrix
from summitry.extract.evaluate.model import Event, Party
from summitry.extract.evaluate.tally import Category, Tally

END_TO_END = ("participation", "participation_lenient")
ALIGNED = (*END_TO_END, "participation_aligned")
_COUNTERPART = {"state": "person", "person": "state"}


def score_parties(tally: Tally, gold: Event, found: Event) -> None:
    """Count who was found, missed and added in an event that was found."""
    pairs = dict(align(party_matrix(gold.parties, found.parties)))
    for i, party in enumerate(gold.parties):
        if party.optional:
            continue
        if i in pairs:
            _hit(tally, party, found.parties[pairs[i]], gold)
        else:
            _miss(tally, party, gold)
    taken = set(pairs.values())
    for j, party in enumerate(found.parties):
        if j not in taken:
            _extra(tally, party, gold)


def score_missed(tally: Tally, gold: Event) -> None:
    """Count the participants of an event that was not found."""
    for party in gold.parties:
        if not party.optional:
            tally.add(END_TO_END, "fn")
            if party.attends and not party.disputed:
                tally.add(("attendance",), "fn")


def score_false(tally: Tally, found: Sequence[Party]) -> None:
    """Count the participants of an event that the gold does not have."""
    tally.add(END_TO_END, "fp", len(found))
    tally.add(("attendance",), "fp", sum(party.attends for party in found))
    for party in found:
        tally.judge(party.confidence, right=False)


def _hit(tally: Tally, gold: Party, found: Party, event: Event) -> None:
    tally.add(ALIGNED, "tp")
    tally.judge(found.confidence, right=True)
    tally.share("role_strict", found.role == gold.role)
    fits = tally.share("role", found.role == gold.role or found.role in gold.role_alt)
    trapped = not gold.disputed and _attendance(tally, gold, found)
    if trapped:
        tally.blame(Category.ATTENDANCE, f"{gold.name} is {gold.role}, read as {found.role}", event)
    elif not fits:
        tally.blame(Category.ROLE, f"{gold.name} is {gold.role}, read as {found.role}", event)


def _attendance(tally: Tally, gold: Party, found: Party) -> bool:
    """Count whether the one attends; True when somebody who does not attend was read as attending."""
    if gold.attends:
        tally.add(("attendance",), "tp" if found.attends else "fn")
    elif found.attends:
        tally.add(("attendance",), "fp")
    return found.attends and not gold.attends


def _miss(tally: Tally, party: Party, event: Event) -> None:
    tally.add(ALIGNED, "fn")
    if party.attends and not party.disputed:
        tally.add(("attendance",), "fn")
    tally.blame(Category.MISSING_PARTICIPANT, f"{party.name} ({party.role})", event)


def _extra(tally: Tally, party: Party, event: Event) -> None:
    tally.add(("participation", "participation_aligned"), "fp")
    tally.judge(party.confidence, right=False)
    if not _stands_for_another(party, event):
        tally.add(("participation_lenient",), "fp")
    if party.attends:
        tally.add(("attendance",), "fp")
    tally.blame(Category.FALSE_PARTICIPANT, f"{party.name} ({party.role})", event)


def _stands_for_another(party: Party, event: Event) -> bool:
    """Whether the gold has the state of this person, or a person of this state."""
    there = {p.type for p in event.parties if party.country and p.country == party.country}
    return _COUNTERPART.get(party.type) in there
