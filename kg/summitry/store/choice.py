"""Which of several values of a single-valued predicate to show, and which claims dispute it.

Order: rank, number of sources, exactness, latest publication, confidence, then the smaller key, so that the choice
never depends on the order of loading. A less exact value (`2026-02` beside `2026-02-24`, a meeting beside a summit)
supports the exact one and does not dispute it. A status changes with time: there the latest publication counts before
the number of sources, and what was said earlier is superseded, not disputed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from summitry.claims import Claim, Literal, Rank, edtf
from summitry.store.vocabulary import END, GENERIC_EVENT_CLASSES, START, STATUS, TYPE

_RANKS = {Rank.PREFERRED: 0, Rank.NORMAL: 1, Rank.DEPRECATED: 2}


class Criterion(StrEnum):
    """What decides between two values."""

    RANK = "rank"
    SOURCES = "sources"
    EXACTNESS = "exactness"
    PUBLICATION = "publication"
    CONFIDENCE = "confidence"
    ORDER = "order"


@dataclass(frozen=True, slots=True)
class Standing:
    """One of several values: what speaks for it, and what decides between it and its rival.

    The rival of the first is the second; that of every other is the first. `latest` is None when no source is dated.
    """

    key: str
    claims: tuple[Claim, ...]
    rank: Rank
    sources: int
    latest: date | None
    confidence: float
    decided_by: Criterion


@dataclass(frozen=True, slots=True)
class _Candidate:
    key: str
    claims: list[Claim]
    supporters: frozenset[str]
    covered_by: int
    latest: date

    @property
    def rank(self) -> Rank:
        """The best rank of the claims."""
        return min((claim.rank for claim in self.claims), key=_RANKS.__getitem__)

    @property
    def confidence(self) -> float:
        """The confidence of the most confident claim."""
        return max(claim.confidence for claim in self.claims)

    def weight(self, by_time: bool) -> dict[Criterion, Any]:
        """What counts, in the order in which it counts; the smaller is the better."""
        sources = (Criterion.SOURCES, -len(self.supporters))
        latest = (Criterion.PUBLICATION, -self.latest.toordinal())
        first, second = (latest, sources) if by_time else (sources, latest)
        exactness = (Criterion.EXACTNESS, -self.covered_by)
        confidence = (Criterion.CONFIDENCE, -self.confidence)
        return dict([(Criterion.RANK, _RANKS[self.rank]), first, exactness, second, confidence,
                     (Criterion.ORDER, self.key)])  # fmt: skip

    def order(self, by_time: bool) -> tuple[object, ...]:
        """Sorts the best candidate first."""
        return tuple(self.weight(by_time).values())


def choose(
    predicate: str, values: Mapping[str, list[Claim]], published: Mapping[str, date | None]
) -> tuple[dict[str, list[Claim]], list[Claim]]:
    """The chosen value with its claims, and the claims that dispute it.

    `values` maps the key of each value to its claims; it must not be empty.
    """
    candidates = [_candidate(predicate, key, values, published) for key in values]
    by_time = predicate == STATUS
    best = min(candidates, key=lambda candidate: candidate.order(by_time))
    lost = [
        claim
        for other in candidates
        if other is not best and not covers(predicate, other.claims[0], best.claims[0])
        for claim in other.claims
        if not (by_time and _date(claim, published) < best.latest)
    ]
    return {best.key: best.claims}, lost


def standings(
    predicate: str, values: Mapping[str, list[Claim]], published: Mapping[str, date | None]
) -> list[Standing]:
    """The values, best first, with what decides between them: the same order by which `choose` chooses.

    `values` maps the key of each of at least two values to its claims.
    """
    by_time = predicate == STATUS
    ordered = sorted((_candidate(predicate, key, values, published) for key in values), key=lambda c: c.order(by_time))
    rivals = [ordered[1], *[ordered[0]] * (len(ordered) - 1)]
    return [_standing(one, other, by_time) for one, other in zip(ordered, rivals, strict=True)]


def _standing(candidate: _Candidate, rival: _Candidate, by_time: bool) -> Standing:
    mine, other = candidate.weight(by_time), rival.weight(by_time)
    return Standing(
        key=candidate.key,
        claims=tuple(candidate.claims),
        rank=candidate.rank,
        sources=len(candidate.supporters),
        latest=candidate.latest if candidate.latest != date.min else None,
        confidence=candidate.confidence,
        decided_by=next(criterion for criterion in mine if mine[criterion] != other[criterion]),
    )


def covers(predicate: str, general: Claim, specific: Claim) -> bool:
    """True when the first value says the same less exactly."""
    if predicate == TYPE:
        exact = specific.object_iri() not in GENERIC_EVENT_CLASSES
        return exact and general.object_iri() in GENERIC_EVENT_CLASSES
    if predicate in (START, END) and isinstance(general.object, Literal) and isinstance(specific.object, Literal):
        return edtf.contains(general.object.lexical, specific.object.lexical)
    return False


def _candidate(
    predicate: str, key: str, values: Mapping[str, list[Claim]], published: Mapping[str, date | None]
) -> _Candidate:
    claims = values[key]
    covering = [other for other in values.values() if covers(predicate, other[0], claims[0])]
    supporters = frozenset(claim.source for group in [claims, *covering] for claim in group)
    return _Candidate(key, claims, supporters, len(covering), _latest(claims, published))


def _latest(claims: Iterable[Claim], published: Mapping[str, date | None]) -> date:
    return max(_date(claim, published) for claim in claims)


def _date(claim: Claim, published: Mapping[str, date | None]) -> date:
    return published.get(claim.source) or date.min
