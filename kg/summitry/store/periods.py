"""Claims that hold for a time (offices, memberships), sorted into their periods."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from summitry.claims import Claim, edtf

Period = tuple[str | None, str | None]
"""From and to as EDTF; None when not stated."""

_UNDATED: Period = (None, None)


def by_period(
    claims: Iterable[Claim],
    key: Callable[[Claim], tuple[str, str]],
    published: Mapping[str, date | None],
) -> Iterator[tuple[tuple[str, str], Period, tuple[Claim, ...]]]:
    """Groups of claims with one key and one period, sorted; claims of a group in order of id.

    A claim without dates supports the period of its key that holds the day of its publication, otherwise the period
    that started last.
    """
    groups: dict[tuple[str, str], dict[Period, list[Claim]]] = {}
    for claim in claims:
        periods = groups.setdefault(key(claim), defaultdict(list))
        periods[claim.valid_from, claim.valid_to].append(claim)
    for name, periods in sorted(groups.items()):
        merged = _merge_undated(periods, published)
        for period in sorted(merged, key=_order):
            yield name, period, tuple(sorted(merged[period], key=lambda claim: claim.id))


def _merge_undated(
    periods: Mapping[Period, list[Claim]], published: Mapping[str, date | None]
) -> dict[Period, list[Claim]]:
    dated = {period: list(group) for period, group in periods.items() if period != _UNDATED}
    if not dated:
        return dict(periods)
    for claim in periods.get(_UNDATED, ()):
        dated[_fitting(dated, published.get(claim.source))].append(claim)
    return dated


def _fitting(periods: Iterable[Period], day: date | None) -> Period:
    ordered = sorted(periods, key=_order)
    holding = [period for period in ordered if day and _holds(period, day)]
    return (holding or ordered)[-1]


def _order(period: Period) -> tuple[str, str]:
    return period[0] or "", period[1] or "~"


def _holds(period: Period, day: date) -> bool:
    start, end = (edtf.bounds(part) if part else None for part in period)
    return (start is None or start[0] <= day) and (end is None or day <= end[1])
