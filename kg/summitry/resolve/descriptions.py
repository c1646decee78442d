"""What is known of an event, in the form in which two events are compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from summitry.claims import Claim, Iri, Literal, Polarity, Rank, edtf
from summitry.claims.iris import kind_and_key, local_name
from summitry.ontology import terms

TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
AGENT_PREDICATES = frozenset(
    {
        terms.HAS_PARTICIPANT,
        terms.HAS_HOST,
        terms.HAS_CHAIR,
        terms.HAS_MEDIATOR,
        terms.HAS_ORGANISER,
        terms.HAS_INVITEE,
    }
)


@dataclass(frozen=True)
class EventDescription:
    """Features of one event.

    `kinds` are local names of classes, `days` first and last day of each reading of the start, `agents` the IRIs of
    who takes part, `groups` those among them (and the series) that are organisations or coalitions.
    """

    iri: str
    kinds: frozenset[str] = frozenset()
    days: tuple[tuple[date, date], ...] = ()
    places: frozenset[str] = frozenset()
    agents: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    editions: frozenset[int] = frozenset()
    names: frozenset[str] = frozenset()

    @property
    def bounds(self) -> tuple[date, date] | None:
        """First and last day on which the event may start, by any of its readings."""
        if not self.days:
            return None
        return min(first for first, _ in self.days), max(last for _, last in self.days)


def describe_events(claims: Iterable[Claim]) -> dict[str, EventDescription]:
    """One description for each event that the claims are about, by its (local) IRI."""
    by_subject: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if is_event(claim.subject) and claim.polarity is Polarity.POSITIVE and claim.rank is not Rank.DEPRECATED:
            by_subject[claim.subject].append(claim)
    return {iri: describe(iri, its) for iri, its in by_subject.items()}


def describe(iri: str, claims: Iterable[Claim]) -> EventDescription:
    """The description that a set of claims gives of one event."""
    values: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        values[claim.predicate].append(claim)
    agents = {o for p in AGENT_PREDICATES for o in _objects(values[p])}
    series = _objects(values[terms.IN_SERIES])
    return EventDescription(
        iri=iri,
        kinds=frozenset(local_name(o) for o in _objects(values[TYPE])),
        days=_days(values[terms.START]),
        places=frozenset(_objects(values[terms.PLACE])),
        agents=frozenset(agents),
        groups=frozenset(a for a in agents | series if _kind(a) in ("organisation", "coalition", "group")),
        editions=frozenset(int(t) for t in _texts(values[terms.EDITION]) if t.isdecimal()),
        names=frozenset(text.casefold() for text in _texts(values[terms.NAME])),
    )


def is_event(iri: str) -> bool:
    """True for the IRI of an event."""
    return _kind(iri) == "event"


def _days(claims: list[Claim]) -> tuple[tuple[date, date], ...]:
    """The preferred readings when there are any, all readings otherwise."""
    preferred = [c for c in claims if c.rank is Rank.PREFERRED] or claims
    found = {edtf.bounds(text) for text in _texts(preferred)}
    return tuple(sorted(days for days in found if days))


def _objects(claims: list[Claim]) -> set[str]:
    return {c.object.value for c in claims if isinstance(c.object, Iri)}


def _texts(claims: list[Claim]) -> set[str]:
    return {c.object.lexical for c in claims if isinstance(c.object, Literal)}


def _kind(iri: str) -> str | None:
    found = kind_and_key(iri)
    return found[0] if found else None
