"""People, states and organisations in lists, and one of them with offices, memberships and events."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from summitry.api.agent_models import AgentDetail, AgentLine, Attended, Belonging, Office
from summitry.api.catalogue import paging
from summitry.api.models import EventLine, Named, Page, short
from summitry.claims import NotFoundError, Role, iris
from summitry.graph import reading as graph_reading
from summitry.graph.model import Link
from summitry.graph.search import fits
from summitry.ontology import terms
from summitry.query.compile import sparql_list
from summitry.query.describe import Names
from summitry.store import Store


@dataclass(frozen=True)
class AgentKind:
    """A kind of agents with an address of its own; `prefixes` start the ids of its members."""

    word: str
    address: str
    classes: tuple[str, ...]
    prefixes: tuple[str, ...]


PEOPLE = AgentKind("person", "people", (terms.CLASS_PERSON,), ("person",))
STATES = AgentKind("state", "states", (terms.CLASS_STATE,), ("state",))
ORGANISATIONS = AgentKind(
    "organisation",
    "organisations",
    (terms.CLASS_ORGANISATION, terms.CLASS_COALITION, terms.CLASS_GROUP),
    ("organisation", "coalition", "group"),
)


def list_agents(
    store: Store, kind: AgentKind, words: str | None, *, lang: str, limit: int, offset: int
) -> Page[AgentLine]:
    """One page, those with most events first."""
    condition = f"?agent s:name ?name . FILTER({fits('?name', words)})" if words else ""
    query = paging.query_file("agents", classes=sparql_list(kind.classes), filters=condition)
    found = paging.page(store, query, "DESC(?events) ?agent", limit, offset)
    counts = {paging.text(row["agent"]): int(paging.text(row["events"])) for row in found.rows}
    known = graph_reading.descriptions(store, counts)
    names = Names(store, lang)
    names.learn(counts)
    items = [
        AgentLine(id=short(iri), iri=iri, name=names.name(iri), type=known[iri].type, events=events,
                  wikidata=_text(known[iri].details.get("wikidata")))
        for iri, events in counts.items()
    ]  # fmt: skip
    return Page(total=found.total, limit=limit, offset=offset, items=items)


def describe_agent(store: Store, kind: AgentKind, key: str, lang: str) -> AgentDetail:
    """One agent; raises NotFoundError when there is none with this key."""
    iri = _find(store, kind, key)
    description = graph_reading.descriptions(store, [iri])[iri]
    links = list(graph_reading.links(store, [iri]))
    names = Names(store, lang)
    names.learn({end for link in links for end in (link.start, link.end)})
    return AgentDetail(
        **_named(iri, names).model_dump(),
        type=description.type,
        names={code: name for code, name in description.names.items() if code},
        wikidata=_text(description.details.get("wikidata")),
        iso3=_text(description.details.get("iso3")),
        offices=[_office(link, link.end, names) for link in _of(links, "HOLDS_OFFICE") if link.start == iri],
        holders=[_office(link, link.start, names) for link in _of(links, "HOLDS_OFFICE") if link.end == iri],
        member_of=[_belonging(link, link.end, names) for link in _of(links, "MEMBER_OF") if link.start == iri],
        members=[_belonging(link, link.start, names) for link in _of(links, "MEMBER_OF") if link.end == iri],
        events=_attended(links, iri, names),
    )


def _find(store: Store, kind: AgentKind, key: str) -> str:
    """The IRI of the first of the kind's prefixes under which something is known."""
    for prefix in kind.prefixes:
        iri = iris.entity(prefix, key)
        if next(iter(store.claims(subject=iri)), None) or next(iter(store.claims(object=iri)), None):
            return iri
    raise NotFoundError(f"{kind.address}/{key}", f"no such {kind.word}", f"GET /{kind.address} lists them")


def _named(iri: str, names: Names) -> Named:
    return Named(id=short(iri), iri=iri, name=names.name(iri))


def _of(links: Iterable[Link], relation: str) -> list[Link]:
    """The links of one relation, the latest first."""
    return sorted((link for link in links if link.relation == relation), key=lambda k: k.since or "", reverse=True)


def _office(link: Link, of: str, names: Names) -> Office:
    key = link.detail or ""
    return Office(
        office=key, name=names.name(iris.entity("office", key)), of=_named(of, names), since=link.since,
        until=link.until, claims=list(link.claims),
    )  # fmt: skip


def _belonging(link: Link, other: str, names: Names) -> Belonging:
    return Belonging(
        other=_named(other, names), role=link.detail, since=link.since, until=link.until, claims=list(link.claims)
    )


def _attended(links: Iterable[Link], agent: str, names: Names) -> list[Attended]:
    """Roles at events, the latest event first."""
    roles = [link for link in links if link.start == agent and link.relation in _ROLES]
    events = {event.iri: EventLine.of(event) for event in names.events({link.end for link in roles})}
    ordered = sorted(roles, key=lambda link: (events[link.end].start or "", link.end), reverse=True)
    return [
        Attended(role=Role(link.detail or "participant"), inferred=link.inferred, event=events[link.end])
        for link in ordered
    ]


_ROLES = frozenset({"PARTICIPATES_IN", "PARTICIPATES_THROUGH", "INVITED_TO", "ABSENT_FROM"})


def _text(value: object) -> str | None:
    return None if value is None else str(value)
