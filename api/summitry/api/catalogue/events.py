"""Events by filters, and one event with everything that is known of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

from summitry.api.catalogue import articles, paging
from summitry.api.models import (
    ArticleLine,
    Disagreement,
    EventDetail,
    EventLine,
    Named,
    Page,
    Participant,
    Quote,
    Reading,
    short,
)
from summitry.claims import Claim, EventKind, EventStatus, Literal, NotFoundError, RdfTerm, Role, iris
from summitry.graph import reading as graph_reading
from summitry.graph.model import Link
from summitry.graph.neighbourhood import canonical
from summitry.graph.search import fits
from summitry.ontology import terms
from summitry.query import Row
from summitry.query import conflicts as contradictions
from summitry.query.compile import class_of, sparql_iri, sparql_list
from summitry.query.describe import Names
from summitry.query.evidence import Evidences, event_claims
from summitry.query.phrases import load_phrases
from summitry.store import Store

ROLES = [*Role]
PARTICIPATIONS = frozenset({"PARTICIPATES_IN", "PARTICIPATES_THROUGH", "INVITED_TO", "ABSENT_FROM"})


@dataclass(frozen=True)
class Filters:
    """What events are wanted; an empty filter leaves all. Agents and places are IRIs."""

    first: date | None = None
    last: date | None = None
    kinds: Sequence[EventKind] = ()
    statuses: Sequence[EventStatus] = ()
    participants: Sequence[str] = ()
    places: Sequence[str] = ()
    words: str | None = None
    newest_first: bool = True


@dataclass(frozen=True)
class _Known:
    """What the readers of one event share."""

    store: Store
    names: Names
    quotes: Evidences

    def named(self, iri: str) -> Named:
        """A thing with its name."""
        return Named(id=short(iri), iri=iri, name=self.names.name(iri))


@dataclass(frozen=True)
class _Part:
    """Somebody at an event, before names and evidence are looked up."""

    agent: str
    role: Role
    inferred: bool
    via: str | None
    claims: tuple[str, ...]

    @classmethod
    def of(cls, link: Link) -> Self:
        """The participation that a link is."""
        return cls(link.start, Role(link.detail or Role.PARTICIPANT), link.inferred, None, link.claims)


def list_events(store: Store, wanted: Filters, lang: str, limit: int, offset: int) -> Page[EventLine]:
    """One page of the events that fit, by first day; undated ones last."""
    query = paging.query_file("events", filters=_filters(wanted), days=_days(wanted))
    order = "DESC(BOUND(?first)) DESC(?first) ?event" if wanted.newest_first else "DESC(BOUND(?first)) ?first ?event"
    found = paging.page(store, query, order, limit, offset)
    return Page(total=found.total, limit=limit, offset=offset, items=lines(store, found.rows, lang))


def lines(store: Store, rows: Iterable[paging.Row], lang: str) -> list[EventLine]:
    """Lines for rows with `event`, in their order."""
    wanted = [paging.text(row["event"]) for row in rows]
    known = {event.iri: event for event in Names(store, lang).events(wanted)}
    return [EventLine.of(known[iri]) for iri in wanted]


def describe_event(store: Store, key: str, lang: str, quotes: Evidences) -> EventDetail:
    """One event; raises NotFoundError when there is none with this key."""
    iri = canonical(store, iris.entity("event", key))
    claims = event_claims(store, iri)
    if not claims:
        raise NotFoundError(f"event/{key}", "no such event", "GET /events lists them")
    known = _Known(store, Names(store, lang), quotes)
    found = [
        link
        for link in graph_reading.grounded(store, graph_reading.links(store, [iri]))
        if iri in (link.start, link.end)
    ]
    description = graph_reading.descriptions(store, [iri])[iri]
    participants = _participants(known, iri, found)
    summary = known.names.event(iri)
    rows = [Row(p.iri, p.name, iri, p.role.value, p.inferred) for p in participants]
    return EventDetail(
        **EventLine.of(summary).model_dump(),
        names={code: name for code, name in description.names.items() if code},
        participants=participants,
        announced_by=_ends(known, found, "ANNOUNCES", iri),
        located=_ends(known, found, "TAKES_PLACE_IN", iri),
        part_of=_ends(known, found, "PART_OF", iri),
        in_series=_ends(known, found, "IN_SERIES", iri),
        dates=list(_dates(claims, known.quotes, {"start": summary.start, "end": summary.end})),
        conflicts=[
            Disagreement.of(c) for c in contradictions.find(store, [summary], rows, load_phrases(lang), known.quotes)
        ],
        articles=_articles(store, found),
    )


def _filters(wanted: Filters) -> str:
    parts = [f"VALUES ?kind {{ {sparql_list([class_of(kind) for kind in wanted.kinds])} }} ?event a ?kind ."]
    parts = parts if wanted.kinds else []
    if wanted.statuses:
        words = sparql_list([terms.NAMESPACE + status for status in wanted.statuses])
        parts.append(f"VALUES ?status {{ {words} }} ?event s:status ?status .")
    for iri in wanted.participants:
        parts.append(f"?event s:hasParticipant|s:hasInvitee|s:hasAbsentee {_iri(iri)} .")
    for iri in wanted.places:
        parts.append(f"?event s:place|(s:place/s:locatedIn) {_iri(iri)} .")
    if wanted.words:
        parts.append(f"FILTER EXISTS {{ ?event s:name ?name FILTER({fits('?name', wanted.words)}) }}")
    return "\n  ".join(parts)


def _days(wanted: Filters) -> str:
    """Readings compare as text once the shorter ones (a month, a year) are filled up to their last day."""
    parts = []
    if wanted.first:
        parts.append(f'FILTER(CONCAT(?last, SUBSTR("0000-99-99", STRLEN(?last) + 1)) >= "{wanted.first}")')
    if wanted.last:
        parts.append(f'FILTER(?first <= "{wanted.last}")')
    return "\n  ".join(parts)


def _iri(iri: str) -> str:
    try:
        return sparql_iri(iri)
    except ValueError as error:
        raise NotFoundError(iri, "is no id of a thing", "use an id such as person/emmanuel-macron") from error


def _participants(known: _Known, event: str, links: Iterable[Link]) -> list[Participant]:
    """Stated ones by role and name, then those through membership."""
    said = (link for link in links if link.relation in PARTICIPATIONS and not link.inferred)
    stated = [_Part.of(link) for link in said if link.end == event]
    there = {part.agent for part in stated}
    parts = [*stated, *(part for part in _through(known.store, event) if part.agent not in there)]
    agents = {part.agent for part in parts}
    known.names.learn(agents)
    types = graph_reading.descriptions(known.store, agents)
    found = [_participant(known, part, types[part.agent].type) for part in parts]
    return sorted(found, key=lambda p: (p.inferred, ROLES.index(p.role), p.name, p.via or ""))


def _participant(known: _Known, part: _Part, kind: str) -> Participant:
    return Participant(
        **known.named(part.agent).model_dump(),
        type=kind,
        role=part.role,
        inferred=part.inferred,
        via=part.via,
        evidence=Quote.of(known.quotes.of_claims(part.claims)),
    )


def _through(store: Store, event: str) -> Iterator[_Part]:
    """Members of the coalitions that take part."""
    found: dict[tuple[str, str], set[str]] = {}
    for row in paging.run(store, paging.query_file("through", event=_iri(event))):
        pair = paging.text(row["agent"]), paging.text(row["via"])
        found.setdefault(pair, set()).add(iris.local_name(paging.text(row["claim"])))
    for (agent, via), claims in sorted(found.items()):
        yield _Part(agent, Role.PARTICIPANT, True, via, tuple(sorted(claims)))


def _ends(known: _Known, links: Iterable[Link], relation: str, event: str) -> list[Named]:
    """What the event is tied to by a relation; the event itself is the start of all but ANNOUNCES."""
    outward = relation != "ANNOUNCES"
    ends = [link.end if outward else link.start for link in links if link.relation == relation]
    return [known.named(iri) for iri in dict.fromkeys(ends) if iri != event]


def _dates(claims: Iterable[Claim], quotes: Evidences, chosen: dict[str, str | None]) -> Iterator[Reading]:
    for claim in claims:
        about = {terms.START: "start", terms.END: "end"}.get(claim.predicate)
        if about is None or not isinstance(claim.object, Literal):
            continue
        yield Reading(
            about=about,
            reading=claim.object.lexical,
            stated=_lexical(claim.qualifier("stated")),
            precision=_lexical(claim.qualifier("precision")),
            anchor=_lexical(claim.qualifier("anchor")),
            flags=[_lexical(q.value) or "" for q in claim.qualifiers if q.predicate == terms.FLAG],
            rank=claim.rank.value,
            chosen=claim.object.lexical == chosen[about],
            evidence=Quote.of(quotes.of([claim])),
        )


def _articles(store: Store, links: Iterable[Link]) -> list[ArticleLine]:
    found = articles.lines(store, sorted({link.start for link in links if link.relation == "REPORTS"}))
    return sorted(found, key=lambda a: (a.published or date.min, a.iri))


def _lexical(term: RdfTerm | None) -> str | None:
    return iris.local_name(paging.text(term)) if term and not isinstance(term, Literal) else paging.text(term) or None
