"""The ordered pairs of one event: who does what to whom, in CAMEO and PLOVER.

Talks, calls, summits and signings go both ways. A visit goes from the visitor (042) to the host, who receives (043)
when named. A mediator mediates towards each party (045). Who turns an event down does so towards the others (120, 125).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import permutations

from summitry.claims import Role
from summitry.graph.export.cameo_tables import EventCode, Tables


@dataclass(frozen=True, slots=True)
class Side:
    """All agents of an event with one actor code: what they do there, who says so, in which words."""

    code: str
    roles: frozenset[Role] = frozenset()
    sources: frozenset[str] = frozenset()
    quotes: tuple[str, ...] = ()

    @property
    def attends(self) -> bool:
        """True for whom some role says that it takes part."""
        return any(role.attends for role in self.roles)


@dataclass(frozen=True, slots=True)
class Occasion:
    """An event as far as pairs need it; `places` are the states where it takes place, as sides without a role."""

    kind: str
    status: str
    sides: tuple[Side, ...]
    places: tuple[Side, ...] = ()
    announcers: frozenset[str] = frozenset()
    """Actor codes of who announced it."""
    remote: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """What the source does to the target; `as_held` is the code as if a coming event had taken place."""

    source: Side
    code: str
    target: Side
    event: EventCode
    as_held: str


def pairs(occasion: Occasion, tables: Tables) -> list[Pair]:
    """The pairs of an event, by source, target and code; none when no two actors are known."""
    whole = replace(occasion, sides=tuple(merge(occasion.sides)))
    if occasion.status in tables.rejected:
        found = _rejections(whole, tables)
    elif _travels(whole, tables):
        found = _visit(whole, tables)
    else:
        found = _together(whole, tables)
    return sorted(found, key=lambda pair: (pair.source.code, pair.target.code, pair.code))


def merge(sides: Iterable[Side]) -> Iterator[Side]:
    """One side for each code; a bare state joins its government when that is there too (`FRA` and `FRAGOV`)."""
    given = list(sides)
    known = {side.code for side in given}
    merged: dict[str, Side] = {}
    for side in given:
        government = side.code + "GOV"
        code = government if government in known else side.code
        old = merged.get(code, Side(code))
        quotes = tuple(dict.fromkeys((*old.quotes, *side.quotes)))
        merged[code] = Side(code, old.roles | side.roles, old.sources | side.sources, quotes)
    return iter(merged.values())


def _travels(occasion: Occasion, tables: Tables) -> bool:
    """A visit, or a single actor who goes to an event abroad: CAMEO's 042 is travel "for a meeting or other event"."""
    present = _present(occasion)
    if occasion.kind == "visit":
        return bool(occasion.places) or any(Role.HOST in side.roles for side in present)
    return len(present) == 1 and occasion.kind not in tables.remote and not occasion.remote


def _visit(occasion: Occasion, tables: Tables) -> Iterator[Pair]:
    present = _present(occasion)
    states = {place.code for place in occasion.places}
    hosts = [side for side in present if Role.HOST in side.roles]
    hosts = hosts or [side for side in present if side.code[:3] in states]
    received = tables.received if hosts else {}  # a state that is only where it happens receives nobody
    hosts = hosts or list(occasion.places)
    event, as_held = _codes("visit", occasion.status, tables)
    for host in hosts:
        for visitor in (side for side in present if side.code not in {host.code for host in hosts}):
            yield Pair(visitor, event.cameo, host, event, as_held)
            if (code := received.get(event.cameo)) is not None:
                yield Pair(host, code, visitor, event, code)


def _together(occasion: Occasion, tables: Tables) -> Iterator[Pair]:
    kind = "meeting" if occasion.kind == "visit" else occasion.kind
    event, as_held = _codes(kind, occasion.status, tables)
    mediation, mediated = tables.mediation[occasion.status], tables.mediation["held"]
    for source, target in permutations(_present(occasion), 2):
        if Role.MEDIATOR in source.roles and Role.MEDIATOR not in target.roles:
            yield Pair(source, mediation, target, event, mediated)
        elif Role.MEDIATOR in source.roles or Role.MEDIATOR not in target.roles:
            yield Pair(source, event.cameo, target, event, as_held)


def _rejections(occasion: Occasion, tables: Tables) -> Iterator[Pair]:
    """From who declines or announces the end; both ways when nobody of those taking part is known to have done so."""
    event = tables.events[occasion.kind, occasion.status]
    present = _present(occasion)
    absent = [side for side in occasion.sides if Role.ABSENT in side.roles and not side.attends]
    decliners = absent if occasion.status == "declined" else []
    doers = decliners or [side for side in present if side.code in occasion.announcers] or present
    for source in doers:
        for target in present:
            if source.code != target.code:
                yield Pair(source, event.cameo, target, event, "")


def _codes(kind: str, status: str, tables: Tables) -> tuple[EventCode, str]:
    event = tables.events[kind, status]
    return event, tables.events[kind, "held"].cameo if status in tables.coming else event.cameo


def _present(occasion: Occasion) -> list[Side]:
    return [side for side in occasion.sides if side.attends]
