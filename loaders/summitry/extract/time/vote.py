"""The choice among several readings of when one event begins, with its reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from summitry.claims import Precision, TimeReference
from summitry.extract.time import edtf
from summitry.extract.time.edtf import Span
from summitry.extract.time.model import Kind, ResolvedTime
from summitry.extract.time.outcome import AMBIGUOUS, APPROXIMATE, ASSUMED, MISMATCH, OVERRULED, WITHIN
from summitry.extract.time.reasons import reason, verdict

# How much one piece of each kind says by itself: a stated date most, a season least. A second piece of the
# same kind repeats rather than confirms.
_WEIGHT = {
    Kind.ABSOLUTE: 1.0, Kind.RELATIVE: 0.9, Kind.WEEKDAY: 0.8, Kind.ANNIVERSARY: 0.8, Kind.HOLIDAY: 0.8,
    Kind.PERIOD: 0.6, Kind.SEASON: 0.5, Kind.VAGUE: 0.0,
}  # fmt: skip
_DOUBT = {MISMATCH: 0.45, AMBIGUOUS: 0.7, ASSUMED: 0.75, OVERRULED: 0.7, APPROXIMATE: 0.7}
_REPEAT, _WEEKDAY_FITS, _ALTERNATIVE = 0.1, 0.2, 0.2


@dataclass(frozen=True, slots=True)
class Vote:
    """The resolved start and end (EDTF or None), why, and what speaks against it.

    `share` is the winner's part of the weight of all pieces with a reading, 0 to 1.
    """

    start: str | None
    end: str | None
    precision: Precision | None
    reasons: tuple[str, ...]
    chosen: tuple[TimeReference, ...]
    losing: tuple[TimeReference, ...]
    conflict: bool
    share: float


@dataclass(frozen=True, slots=True)
class _Ballot:
    time: TimeReference
    span: Span
    kind: Kind
    weight: float
    lasting: bool
    """True for an interval that the event fills ("du 15 au 17 juin")."""


@dataclass(frozen=True, slots=True)
class _Group:
    seed: _Ballot
    members: tuple[_Ballot, ...]
    score: float


def vote(readings: Sequence[TimeReference]) -> Vote:
    """Choose the start of an event from all times stated for it.

    Readings agree when the coarser contains the finer ("en juin" and "le 15 juin") or a range the day. The
    group with the most weight wins, independent kinds of evidence adding up; among equals the more exact,
    then the first stated. Without any reading the start stays unknown.
    """
    ballots = [ballot for time in readings if (ballot := _ballot(time))]
    ends = [ballot for ballot in ballots if ballot.span.first is None]
    starting = [ballot for ballot in ballots if ballot.span.first is not None]
    if not starting:
        return _without_start(readings, ends)
    best = min((_group(seed, starting, readings) for seed in starting), key=_order)
    losers = [ballot for ballot in starting if ballot not in best.members]
    return _result(readings, best, losers, ends)


def _ballot(time: TimeReference) -> _Ballot | None:
    if time.reading is None:
        return None
    kind = time.kind if isinstance(time, ResolvedTime) else Kind.ABSOLUTE
    weight = _WEIGHT[kind]
    for flag in time.flags:
        weight *= _DOUBT.get(flag, 1.0)
    lasting = "/" in time.reading and WITHIN not in time.flags
    return _Ballot(time, edtf.span(time.reading), kind, weight, lasting)


def _group(seed: _Ballot, ballots: list[_Ballot], readings: Sequence[TimeReference]) -> _Group:
    members = tuple(ballot for ballot in ballots if _agrees(ballot, seed))
    by_kind: dict[Kind, list[float]] = {}
    for member in members:
        by_kind.setdefault(member.kind, []).append(member.weight)
    score = sum(max(weights) + _REPEAT * (len(weights) - 1) for weights in by_kind.values())
    return _Group(seed, members, score + _side_support(seed, members, readings))


def _agrees(ballot: _Ballot, seed: _Ballot) -> bool:
    return ballot is seed or ballot.span.contains(seed.span) or (ballot.span == seed.span)


def _side_support(seed: _Ballot, members: tuple[_Ballot, ...], readings: Sequence[TimeReference]) -> float:
    """Weak support for a day: an unresolved time names its weekday, or another reading of a piece is this day."""
    day = _one_day(seed.span)
    if day is None:
        return 0.0
    inside = {id(member.time) for member in members}
    support = 0.0
    for time in readings:
        if not isinstance(time, ResolvedTime) or id(time) in inside:
            continue
        if day.isoformat() in time.alternatives:
            support += _ALTERNATIVE
        elif time.reading is None and time.weekday == day.isoweekday():
            support += _WEEKDAY_FITS
    return support


def _one_day(span: Span) -> date | None:
    return span.first if span.first == span.last else None


def _order(group: _Group) -> tuple[float, int, int]:
    first, last = group.seed.span.first, group.seed.span.last
    days = (last - first).days if first and last else 10_000
    return (-round(group.score, 6), days, group.seed.time.evidence.start)


def _result(readings: Sequence[TimeReference], best: _Group, losers: list[_Ballot], ends: list[_Ballot]) -> Vote:
    start, end = _range(best)
    first = best.seed.span.first
    later = [b for b in ends if b.span.last and first and b.span.last >= first]
    if end is None and later and later[0].time.reading:
        end = later[0].time.reading.removeprefix("/")
    losing = tuple(b.time for b in losers) + tuple(b.time for b in ends if b not in later)
    total = best.score + sum(b.weight for b in losers)
    kinds = sorted({member.kind.value for member in best.members})
    return Vote(
        start, end, edtf.precision(start), (*map(reason, readings), verdict(start, kinds, losing)),
        tuple(m.time for m in best.members) + tuple(b.time for b in later), losing, bool(losing),
        round(best.score / total, 4) if total else 0.0,
    )  # fmt: skip


def _range(best: _Group) -> tuple[str, str | None]:
    """Start and end as EDTF: those of a range that the event fills, otherwise the most exact reading alone."""
    for member in sorted(best.members, key=lambda m: m is not best.seed):
        if member.lasting and member.time.reading:
            start, _, end = member.time.reading.partition("/")
            return start, end or None
    return best.seed.time.reading or "", None


def _without_start(readings: Sequence[TimeReference], ends: list[_Ballot]) -> Vote:
    """Only an end is known, or nothing."""
    last = ends[0].time if ends else None
    end = last.reading.removeprefix("/") if last and last.reading else None
    return Vote(
        None, end, None, (*map(reason, readings), "No start date: nothing that is stated gives one."),
        (last,) if last else (), (), False, 0.0,
    )  # fmt: skip
