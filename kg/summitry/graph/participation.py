"""Who took part in what, as networkx graphs: multigraph, bipartite, who was there together, slices of time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from enum import StrEnum
from itertools import combinations

import networkx as nx

from summitry.claims import EventStatus, edtf
from summitry.graph import reading
from summitry.graph.model import ATTENDING, Attribute, Link
from summitry.store.protocol import Store

AGENT, EVENT = 0, 1
"""Values of the node attribute `bipartite`, as networkx' bipartite algorithms expect them."""

MET = (EventStatus.HELD, EventStatus.ONGOING)
"""Events at which people met."""


class Period(StrEnum):
    """Length of a slice of time."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


def participation(
    store: Store,
    *,
    first: date | None = None,
    last: date | None = None,
    statuses: Collection[EventStatus] | None = None,
    agent_types: Collection[str] | None = None,
    attending: bool = False,
    inferred: bool = True,
) -> nx.MultiGraph[str]:
    """Agents and events, with one edge for each role.

    Only events that overlap the days from `first` to `last` (undated ones are left out when one is given) with one of
    the `statuses`, only agents of `agent_types` (`Person`, `State` …). With `attending`, invitations and absences are
    left out; without `inferred`, so is what no source says itself. Node attribute `bipartite` is 0 for agents and 1 for
    events; nodes and edges come in a fixed order.
    """
    chosen = [link for link in reading.participations(store) if _wanted(link, attending, inferred)]
    known = reading.descriptions(store, {end for link in chosen for end in (link.start, link.end)})
    graph: nx.MultiGraph[str] = nx.MultiGraph()
    for link in chosen:
        agent, event = known[link.start].attributes(), known[link.end].attributes()
        if agent_types is not None and agent["type"] not in agent_types:
            continue
        if _in_time(event, first, last) and (statuses is None or event.get("status") in statuses):
            graph.add_node(link.end, bipartite=EVENT, **event)
            graph.add_node(link.start, bipartite=AGENT, **agent)
            graph.add_edge(link.start, link.end, key=link.key, **link.attributes())
    return graph


def bipartite(graph: nx.MultiGraph[str]) -> nx.Graph[str]:
    """The multigraph with one edge for each agent and event: `roles` (sorted), `weight` (their number), `inferred`."""
    simple: nx.Graph[str] = nx.Graph()
    simple.add_nodes_from((node, dict(data)) for node, data in graph.nodes(data=True))
    for agent, event in sorted({(a, e) if graph.nodes[a]["bipartite"] == AGENT else (e, a) for a, e in graph.edges()}):
        edges = graph.get_edge_data(agent, event).values()
        roles = sorted({data["role"] for data in edges})
        simple.add_edge(agent, event, roles=roles, weight=len(roles), inferred=all(data["inferred"] for data in edges))
    return simple


def co_attendance(graph: nx.MultiGraph[str]) -> nx.Graph[str]:
    """Agents that were at the same events.

    `weight` is the number of events that two attended together; `closeness_weight` counts an event of n agents as
    1/(n-1), after Newman (2001), since a talk of two says more than a summit of forty; `events` lists them. Invitations
    and absences count for nothing.
    """
    there: defaultdict[str, set[str]] = defaultdict(set)
    for one, other, data in graph.edges(data=True):
        agent, event = (one, other) if graph.nodes[one]["bipartite"] == AGENT else (other, one)
        if data["relation"] in ATTENDING:
            there[event].add(agent)
    together: nx.Graph[str] = nx.Graph()
    for agent in sorted({agent for agents in there.values() for agent in agents}):
        together.add_node(agent, **{k: v for k, v in graph.nodes[agent].items() if k != "bipartite"})
    for event in sorted(there):
        for one, other in combinations(sorted(there[event]), 2):
            _add_meeting(together, one, other, event, 1 / (len(there[event]) - 1))
    return together


def slices(graph: nx.MultiGraph[str], period: Period = Period.YEAR) -> dict[str, nx.MultiGraph[str]]:
    """The multigraph by time: `2025`, `2025-Q3` or `2025-07` → its events with their agents, in order.

    An event belongs to the slice of its first day; events without a date, or with one less exact than the slices, are
    in none.
    """
    events: defaultdict[str, list[str]] = defaultdict(list)
    for node, data in graph.nodes(data=True):
        label = _label(str(data.get("start", "")), period) if data["bipartite"] == EVENT else None
        if label is not None:
            events[label].append(node)
    return {label: _around(graph, events[label]) for label in sorted(events)}


def _wanted(link: Link, attending: bool, inferred: bool) -> bool:
    return (link.relation in ATTENDING or not attending) and (inferred or not link.inferred)


def _in_time(event: dict[str, Attribute], first: date | None, last: date | None) -> bool:
    if first is None and last is None:
        return True
    days = edtf.bounds(str(event.get("start", "")))
    return days is not None and (last is None or days[0] <= last) and (first is None or days[1] >= first)


def _add_meeting(graph: nx.Graph[str], one: str, other: str, event: str, closeness: float) -> None:
    if not graph.has_edge(one, other):
        graph.add_edge(one, other, weight=0, closeness_weight=0.0, events=[])
    data = graph.edges[one, other]
    data["weight"] += 1
    data["closeness_weight"] += closeness
    data["events"].append(event)


def _label(start: str, period: Period) -> str | None:
    days = edtf.bounds(start)
    if days is None:
        return None
    labels = {_of(day, period) for day in days} if "/" not in start else {_of(days[0], period)}
    return labels.pop() if len(labels) == 1 else None


def _of(day: date, period: Period) -> str:
    match period:
        case Period.YEAR:
            return f"{day.year:04}"
        case Period.QUARTER:
            return f"{day.year:04}-Q{(day.month + 2) // 3}"
        case Period.MONTH:
            return f"{day.year:04}-{day.month:02}"


def _around(graph: nx.MultiGraph[str], events: list[str]) -> nx.MultiGraph[str]:
    nodes = set(events) | {agent for event in events for agent in graph.neighbors(event)}
    part: nx.MultiGraph[str] = nx.MultiGraph()
    part.add_nodes_from((node, dict(data)) for node, data in graph.nodes(data=True) if node in nodes)
    chosen = set(events)
    for one, other, key, data in graph.edges(keys=True, data=True):
        if one in chosen or other in chosen:
            part.add_edge(one, other, key=key, **data)
    return part
