"""What is counted while articles are compared, and the figures that follow from the counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypedDict

FOUND = (
    "events_main", "events", "participation", "participation_lenient", "participation_aligned", "attendance",
    "offices", "offices_person_of", "memberships",
)  # fmt: skip
"""Figures of what was found: precision, recall, F1."""

LABELS = (
    "role", "role_strict", "kind", "kind_strict", "status", "status_strict", "virtual", "start_exact",
    "start_compatible", "start_wrong", "start_missing", "start_invented", "end_exact", "place", "place_country",
)  # fmt: skip
"""Figures of labels on what was found: the share of cases in which they apply."""


class Category(StrEnum):
    """What can be wrong."""

    MISSING_EVENT = "missing event"
    FALSE_EVENT = "false event"
    MISSING_PARTICIPANT = "missing participant"
    FALSE_PARTICIPANT = "false participant"
    ATTENDANCE = "does not attend"
    ROLE = "wrong role"
    KIND = "wrong kind"
    STATUS = "wrong status"
    DATE = "wrong date"
    MISSING_DATE = "missing date"
    INVENTED_DATE = "invented date"
    PLACE = "wrong place"
    MISSING_OFFICE = "missing office"
    FALSE_OFFICE = "false office"
    MISSING_MEMBERSHIP = "missing membership"
    FALSE_MEMBERSHIP = "false membership"


@dataclass(frozen=True, slots=True)
class Mistake:
    """One difference between gold and prediction, in words; `event` is None outside events."""

    category: Category
    what: str
    event: str | None = None

    def __str__(self) -> str:
        return f"{self.category}: {self.what}" + (f"  [{self.event}]" if self.event else "")


class Found(TypedDict):
    """Precision, recall and F1 with their counts; None where nothing was to be found or predicted."""

    p: float | None
    r: float | None
    f1: float | None
    tp: int
    fp: int
    fn: int


class Share(TypedDict):
    """A share of `n` cases; None of no case."""

    acc: float | None
    n: int


class FalseAlarms(TypedDict):
    """What was found in articles without an event."""

    texts: int
    texts_with_false_event: int
    false_events: int


@dataclass(slots=True)
class Tally:
    """Counts, mistakes, and for each predicted participant its confidence and whether it was right."""

    counts: Counter[str] = field(default_factory=Counter)
    mistakes: list[Mistake] = field(default_factory=list)
    judged: list[tuple[float, bool]] = field(default_factory=list)

    def add(self, keys: Iterable[str], outcome: str, by: int = 1) -> None:
        """Count an outcome (`tp`, `fp` or `fn`) for several figures."""
        self.counts.update({f"{key}.{outcome}": by for key in keys})

    def share(self, key: str, holds: bool) -> bool:
        """Count one case of a share; returns whether it holds."""
        self.counts.update({f"{key}.n": 1, f"{key}.ok": int(holds)})
        return holds

    def blame(self, category: Category, what: object, event: object = None) -> None:
        """Remember a mistake."""
        self.mistakes.append(Mistake(category, str(what), None if event is None else str(event)))

    def judge(self, confidence: float | None, right: bool) -> None:
        """Remember how sure a prediction was and whether it was right."""
        if confidence is not None:
            self.judged.append((confidence, right))

    def include(self, other: Tally) -> None:
        """Add everything that another tally counted."""
        self.counts.update(other.counts)
        self.mistakes.extend(other.mistakes)
        self.judged.extend(other.judged)

    def found(self, key: str) -> Found:
        """Precision, recall and F1 of a figure."""
        tp, fp, fn = (self.counts[f"{key}.{outcome}"] for outcome in ("tp", "fp", "fn"))
        p = tp / (tp + fp) if tp + fp else None
        r = tp / (tp + fn) if tp + fn else None
        return {"p": p, "r": r, "f1": _f1(p, r), "tp": tp, "fp": fp, "fn": fn}

    def shares(self, key: str) -> Share:
        """A figure that is a share of cases."""
        n = self.counts[f"{key}.n"]
        return {"acc": self.counts[f"{key}.ok"] / n if n else None, "n": n}

    def false_alarms(self) -> FalseAlarms:
        """What was found where nothing was to be found."""
        texts, alarmed, events = (self.counts[f"noevent.{key}"] for key in ("texts", "fp_texts", "fp_events"))
        return {"texts": texts, "texts_with_false_event": alarmed, "false_events": events}


def _f1(p: float | None, r: float | None) -> float | None:
    if p is None and r is None:
        return None
    total = (p or 0) + (r or 0)
    return 2 * (p or 0) * (r or 0) / total if total else 0.0
