"""Do two descriptions tell of one event? A score between 0 and 1 with its reasons.

The measure is strict, since a wrong merge gives an event participants whom nobody named: the days must be compatible,
nothing may contradict, and something specific must agree (a series or coalition, two agents, or an agent and a city).
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from datetime import timedelta

from summitry.resolve.descriptions import EventDescription

SAME = 0.6
"""From this score on two descriptions are judged to tell of one event."""

MAX_SPAN = timedelta(days=31)
"""A date known less exactly than to the month says too little to merge by."""

FAMILIES = (
    frozenset({"Summit", "Conference", "Meeting", "OtherEvent"}),
    frozenset({"Visit", "Meeting", "Summit"}),
    frozenset({"Call", "Videoconference"}),
    frozenset({"Videoconference", "Summit", "Meeting"}),
    frozenset({"Negotiation", "Meeting", "Conference"}),
    frozenset({"Signing", "Meeting", "Summit"}),
)
"""Kinds that news use for one and the same event."""


@dataclass(frozen=True)
class Comparison:
    """The result of comparing two events; `reasons` are short English sentences, first the weightiest."""

    score: float
    reasons: tuple[str, ...]

    @property
    def same(self) -> bool:
        """True when the two are judged to be one event."""
        return self.score >= SAME


def compare(a: EventDescription, b: EventDescription) -> Comparison:
    """Compare two descriptions; symmetric."""
    obstacle = _obstacle(a, b)
    if obstacle:
        return Comparison(0.0, (obstacle,))
    gains = [gain for gain in (_series(a, b), _agents(a, b), _place(a, b), _name(a, b)) if gain[0]]
    days = _days_gain(a, b)
    score = min(1.0, days[0] + sum(weight for weight, _ in gains)) if gains else 0.0
    return Comparison(round(score, 3), tuple(reason for _, reason in [days, *gains]))


def _obstacle(a: EventDescription, b: EventDescription) -> str:
    """Why the two cannot be one event; empty when they can."""
    if not a.bounds or not b.bounds:
        return "the day of one of them is unknown"
    checks = (
        (a.bounds[0] > b.bounds[1] or b.bounds[0] > a.bounds[1], "their days differ"),
        (max(_span(a), _span(b)) > MAX_SPAN, "the date of one of them is known too vaguely"),
        (not _kinds_agree(a, b), "their kinds differ"),
        (_apart(a.places, b.places), "their places differ"),
        (_apart(a.editions, b.editions), "their editions differ"),
        (_apart(a.groups, b.groups), "they concern different organisations"),
    )
    return next((reason for holds, reason in checks if holds), "")


def _apart(a: Set[object], b: Set[object]) -> bool:
    return bool(a and b and not a & b)


def _span(event: EventDescription) -> timedelta:
    return max((last - first for first, last in event.days), default=MAX_SPAN)


def _kinds_agree(a: EventDescription, b: EventDescription) -> bool:
    if not a.kinds or not b.kinds or a.kinds & b.kinds:
        return True
    return any(a.kinds & family and b.kinds & family for family in FAMILIES)


def _days_gain(a: EventDescription, b: EventDescription) -> tuple[float, str]:
    exact = {days for days in a.days if days[0] == days[1]} & set(b.days)
    return (0.3, f"both start on {min(exact)[0]}") if exact else (0.1, "their days are compatible")


def _series(a: EventDescription, b: EventDescription) -> tuple[float, str]:
    shared = sorted(a.groups & b.groups)
    return (0.4, f"both concern {shared[0]}") if shared else (0.0, "")


def _agents(a: EventDescription, b: EventDescription) -> tuple[float, str]:
    """What shared participants say; nothing decisive when only one of the events is an organisation's, since the other
    may be a meeting on its sidelines."""
    shared = (a.agents & b.agents) - a.groups
    union = (a.agents | b.agents) - a.groups - b.groups
    if bool(a.groups) == bool(b.groups) and _enough(len(shared), len(union), min(len(a.agents), len(b.agents)), a, b):
        return 0.4, f"they share {len(shared)} of {len(union)} participants"
    return (0.1, "they share a participant") if shared else (0.0, "")


def _enough(shared: int, union: int, smaller: int, a: EventDescription, b: EventDescription) -> bool:
    """Half of all participants; half of the shorter list when two outlets name different guests of one large event."""
    return shared >= 2 and (shared * 2 >= union or (shared >= 3 and shared * 2 >= smaller and bool(a.kinds & b.kinds)))


def _place(a: EventDescription, b: EventDescription) -> tuple[float, str]:
    shared = sorted(a.places & b.places)
    return (0.15, f"both take place in {shared[0]}") if shared else (0.0, "")


def _name(a: EventDescription, b: EventDescription) -> tuple[float, str]:
    return (0.2, "they bear the same name") if a.names & b.names else (0.0, "")
