"""What people ask of a co-attendance graph. Every answer comes in one fixed order, so that two runs agree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import networkx as nx

from summitry.graph.participation import co_attendance


@dataclass(frozen=True, slots=True)
class Pair:
    """Two agents and how often they were at one event."""

    one: str
    other: str
    times: int
    closeness: float
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Broker:
    """An agent that stands between others: `betweenness` from 0 to 1, `reach` is the number of agents it met."""

    agent: str
    betweenness: float
    reach: int


@dataclass(frozen=True, slots=True)
class Community:
    """Agents that meet each other more than they meet others.

    `since` is the community of the slice before that shares most members with it (its index there), None for a new one.
    """

    members: tuple[str, ...]
    since: int | None = None


def meets_most(together: nx.Graph[str], agent: str | None = None, *, top: int = 10) -> list[Pair]:
    """The pairs that met most often, of one agent when given; ties by closeness, then by IRI.

    Raises KeyError when the agent is not in the graph.
    """
    if agent is not None and agent not in together:
        raise KeyError(agent)
    edges = together.edges(agent, data=True) if agent is not None else together.edges(data=True)
    pairs = [_pair(one, other, data, agent) for one, other, data in edges]
    return sorted(pairs, key=lambda p: (-p.times, -p.closeness, p.one, p.other))[:top]


def brokers(together: nx.Graph[str], *, top: int = 10) -> list[Broker]:
    """The agents on most of the shortest ways between others (Brandes 2001); those that met more often are nearer."""
    if together.number_of_nodes() == 0:
        return []
    near = together.copy()
    for _, _, data in near.edges(data=True):
        data["distance"] = 1 / data["weight"]
    scores = nx.betweenness_centrality(near, weight="distance")
    found = [Broker(agent, round(score, 9), together.degree(agent)) for agent, score in scores.items()]
    return sorted(found, key=lambda b: (-b.betweenness, -b.reach, b.agent))[:top]


def communities(together: nx.Graph[str]) -> list[Community]:
    """Communities by greedy modularity (Clauset, Newman, Moore 2004), the largest first; each agent is in one."""
    if together.number_of_edges() == 0:
        return [Community((node,)) for node in sorted(together)]
    ordered: nx.Graph[str] = nx.Graph()
    ordered.add_nodes_from(sorted(together))
    ordered.add_edges_from(
        sorted((min(a, b), max(a, b), {"weight": d["weight"]}) for a, b, d in together.edges(data=True))
    )
    groups = nx.community.greedy_modularity_communities(ordered, weight="weight")
    members = [tuple(sorted(group)) for group in groups]
    return [Community(group) for group in sorted(members, key=lambda group: (-len(group), group))]


def communities_over_time(parts: Mapping[str, nx.MultiGraph[str]]) -> dict[str, list[Community]]:
    """The communities of each slice of `participation.slices`, each tied to the one before that it goes on from."""
    found: dict[str, list[Community]] = {}
    before: list[Community] = []
    for label, part in parts.items():
        now = [Community(c.members, _nearest(c.members, before)) for c in communities(co_attendance(part))]
        found[label] = before = now
    return found


def _pair(one: str, other: str, data: Mapping[str, object], agent: str | None) -> Pair:
    first, second = (one, other) if agent is not None else sorted((one, other))
    times, closeness, events = data["weight"], data["closeness_weight"], data["events"]
    assert isinstance(times, int)
    assert isinstance(closeness, float)
    assert isinstance(events, list)
    return Pair(first, second, times, closeness, tuple(events))


def _nearest(members: Iterable[str], before: list[Community]) -> int | None:
    """The index of the community with the greatest overlap (Jaccard), the first of equals."""
    own = set(members)
    overlaps = [len(own & set(c.members)) / len(own | set(c.members)) for c in before]
    best = max(overlaps, default=0.0)
    return overlaps.index(best) if best > 0 else None
