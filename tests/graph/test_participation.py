"""Who was where with whom, on numbers that can be counted by hand."""

from __future__ import annotations

from datetime import date

import networkx as nx
import pytest
from tests.graph.conftest import MACRON, MERZ, STARMER, TRUMP
from tests.store.claim_builder import entity

from summitry.claims import EventStatus
from summitry.graph import (
    Period,
    bipartite,
    brokers,
    co_attendance,
    communities,
    communities_over_time,
    meets_most,
    participation,
    slices,
)
from summitry.graph.participation import MET
from summitry.store import Store


def names(graph: nx.Graph[str], kind: int) -> set[str]:
    return {data["name"] for _, data in graph.nodes(data=True) if data["bipartite"] == kind}


def test_agents_and_events(meetings: Store) -> None:
    graph = participation(meetings)
    assert graph.number_of_edges() == 10
    assert names(graph, 1) == {"Paris summit", "London talks", "Bonn talks", "Réunion à Évian"}
    assert nx.is_bipartite(graph)


def test_filters(meetings: Store) -> None:
    held = participation(meetings, statuses=MET)
    assert names(held, 1) == {"Paris summit", "London talks", "Bonn talks"}
    planned = participation(meetings, statuses=[EventStatus.PLANNED])
    assert names(planned, 0) == {"Trump"}
    assert entity(TRUMP) not in participation(meetings, statuses=MET, attending=True)
    assert entity("state/FRA") not in participation(meetings, inferred=False)
    assert entity("state/FRA") not in participation(meetings, agent_types=["Person"])
    january = participation(meetings, first=date(2026, 1, 1), last=date(2026, 1, 9))
    assert names(january, 1) == {"Bonn talks"}


def test_one_edge_for_each_pair(meetings: Store) -> None:
    simple = bipartite(participation(meetings))
    assert isinstance(simple, nx.Graph)
    assert simple.number_of_edges() == 10
    roles = {tuple(data["roles"]) for _, _, data in simple.edges(data=True)}
    assert roles == {("host",), ("participant",), ("invitee",)}


def test_who_was_there_together(meetings: Store) -> None:
    together = co_attendance(participation(meetings, inferred=False))
    pair = together.edges[entity(MACRON), entity(STARMER)]
    assert pair["weight"] == 2
    assert pair["closeness_weight"] == pytest.approx(0.5 + 1)
    assert len(pair["events"]) == 2
    assert not together.has_edge(entity(TRUMP), entity(MACRON))


def test_measures(meetings: Store) -> None:
    together = co_attendance(participation(meetings, inferred=False))
    most = meets_most(together)
    assert [(p.one, p.other, p.times) for p in most] == [
        (entity(MACRON), entity(MERZ), 2),
        (entity(MACRON), entity(STARMER), 2),
        (entity(MERZ), entity(STARMER), 1),
    ]
    assert {p.other for p in meets_most(together, entity(MACRON))} == {entity(MERZ), entity(STARMER)}
    with pytest.raises(KeyError):
        meets_most(together, entity("person/nobody"))
    assert brokers(together)[0].agent == entity(MACRON)
    assert brokers(together)[0].reach == 2
    members = {member for community in communities(together) for member in community.members}
    assert members == set(together)


def test_slices_of_time(meetings: Store) -> None:
    graph = participation(meetings)
    assert list(slices(graph)) == ["2025", "2026"]
    assert list(slices(graph, Period.QUARTER)) == ["2025-Q1", "2026-Q1"]
    assert list(slices(graph, Period.MONTH)) == ["2025-03", "2026-01"]
    part = slices(graph)["2025"]
    assert names(part, 1) == {"Paris summit"}
    assert part.number_of_edges() == 4


def test_communities_go_on_over_time(meetings: Store) -> None:
    found = communities_over_time(slices(participation(meetings, inferred=False)))
    assert [c.since for c in found["2025"]] == [None]
    assert found["2026"][0].since == 0


def test_an_empty_graph_has_no_measures() -> None:
    nothing: nx.Graph[str] = nx.Graph()
    assert (meets_most(nothing), brokers(nothing), communities(nothing)) == ([], [], [])
