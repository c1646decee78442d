"""When two descriptions tell of one event, and when they must not be merged."""

from __future__ import annotations

from datetime import date

import pytest

from summitry.resolve import EventDescription, compare

DAY = ((date(2025, 3, 27), date(2025, 3, 27)),)
NEXT = ((date(2025, 3, 28), date(2025, 3, 28)),)
MARCH = ((date(2025, 3, 1), date(2025, 3, 31)),)
YEAR = ((date(2025, 1, 1), date(2025, 12, 31)),)


def event(
    kind: str = "Summit",
    *,
    days: tuple[tuple[date, date], ...] = DAY,
    agents: str = "",
    groups: str = "",
    places: str = "",
    edition: int | None = None,
) -> EventDescription:
    return EventDescription(
        iri="x",
        kinds=frozenset({kind}),
        days=days,
        agents=frozenset(agents.split()) | frozenset(groups.split()),
        groups=frozenset(groups.split()),
        places=frozenset(places.split()),
        editions=frozenset({edition} if edition else ()),
    )


SAME = {
    "one coalition on one day": (event(groups="coalition"), event(groups="coalition")),
    "one series in one month": (event(groups="g7", places="evian"), event(groups="g7", places="evian", days=MARCH)),
    "the same two on one day": (event(agents="trump putin"), event("Meeting", agents="trump putin rubio")),
    "summit told as conference": (event(groups="g7"), event("Conference", groups="g7")),
    "other guests of one large summit": (
        event(agents="a b c d e", places="p"),
        event(agents="a b c x y z", places="p"),
    ),
}
DIFFERENT = {
    "another day": (event(groups="g7"), event(groups="g7", days=NEXT)),
    "no day": (event(groups="g7"), event(groups="g7", days=())),
    "only a year": (event(groups="g7"), event(groups="g7", days=YEAR)),
    "another kind": (event("Call", agents="a b"), event("Visit", agents="a b")),
    "another city": (event(groups="g7", places="evian"), event(groups="g7", places="paris")),
    "another edition": (event(groups="g7", edition=51), event(groups="g7", edition=52)),
    "another organisation": (event(groups="g7"), event(groups="g20")),
    "nothing in common but the day": (event(agents="a b"), event(agents="c d")),
    "one participant in common": (event(agents="a b", places="p"), event(agents="a c", places="p")),
    "two of a summit meet on its sidelines": (
        event("Meeting", agents="a b", places="p"),
        event("Summit", agents="a b c d", groups="g20", places="p"),
    ),
}


@pytest.mark.parametrize("name", SAME)
def test_one_event(name: str) -> None:
    first, second = SAME[name]
    comparison = compare(first, second)
    assert comparison.same, comparison
    assert comparison.reasons


@pytest.mark.parametrize("name", DIFFERENT)
def test_two_events(name: str) -> None:
    first, second = DIFFERENT[name]
    assert not compare(first, second).same, compare(first, second)


@pytest.mark.parametrize("pair", [*SAME.values(), *DIFFERENT.values()])
def test_it_is_symmetric(pair: tuple[EventDescription, EventDescription]) -> None:
    assert compare(*pair).score == compare(*reversed(pair)).score
