"""What surrounds an entity."""

from __future__ import annotations

import networkx as nx
import pytest
from tests.graph.conftest import MACRON, MERZ, TRUMP
from tests.store.claim_builder import entity

from summitry.claims import NotFoundError
from summitry.graph import find, neighbourhood
from summitry.store import Store


def paris(store: Store) -> str:
    return find(store, "Paris summit")[0].iri


def test_an_event_with_its_agents_place_and_article(meetings: Store) -> None:
    event = paris(meetings)
    graph = neighbourhood(meetings, event)
    assert graph.graph == {"centre": event, "depth": 1, "truncated": False}
    assert sorted(data["type"] for _, data in graph.nodes(data=True)) == ["Article", "Event", *["Person"] * 4, "Place"]
    assert graph.nodes[event]["start"] == "2025-03-27"
    host = graph.edges[entity(MACRON), event, "PARTICIPATES_IN|host"]
    assert (host["relation"], host["role"], host["inferred"]) == ("PARTICIPATES_IN", "host", False)
    assert host["quotes"] == ["Leaders meet in Paris."]
    assert graph.edges[entity(TRUMP), event, "INVITED_TO|invitee"]["role"] == "invitee"
    place = graph.edges[event, entity("place/paris-FRA"), "TAKES_PLACE_IN"]
    assert len(place["claims"]) == 1


def test_depth_and_limit(meetings: Store) -> None:
    near, far = (neighbourhood(meetings, entity(MERZ), depth) for depth in (1, 2))
    assert nx.number_of_nodes(near) == 3
    assert set(near) < set(far)
    assert entity(TRUMP) in far
    cut = neighbourhood(meetings, entity(MERZ), 2, limit=4)
    assert cut.number_of_nodes() == 4
    assert cut.graph["truncated"] is True
    assert neighbourhood(meetings, entity(MERZ), 0).number_of_edges() == 0


def test_links_among_the_neighbours_are_there(samples: Store) -> None:
    event = next(c.iri for c in find(samples, "visioconférence"))
    graph = neighbourhood(samples, event)
    offices = [(a, b, d["roleFr"]) for a, b, d in graph.edges(data=True) if d["relation"] == "HOLDS_OFFICE"]
    assert (entity("person/emmanuel-macron"), entity("state/FRA"), "président") in offices


def test_a_local_event_stands_for_its_canonical_one(samples: Store) -> None:
    for stored in samples.claims():
        if stored.claim.predicate.endswith("sameEventAs"):
            graph = neighbourhood(samples, stored.claim.subject)
            assert graph.graph["centre"] == stored.claim.object_iri()
            return
    raise AssertionError("the samples hold events that two articles tell of")


def test_an_unknown_entity_is_an_error(meetings: Store) -> None:
    with pytest.raises(NotFoundError):
        neighbourhood(meetings, entity("person/nobody"))


def test_the_same_graph_every_time(samples: Store) -> None:
    event = find(samples, "Kananaskis")[0].iri
    one, two = (nx.node_link_data(neighbourhood(samples, event, 2), edges="edges") for _ in range(2))
    assert one == two


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("paris SUMMIT", ["Paris summit"]),
        ("talks", ["London talks", "Bonn talks"]),
        ("reunion evian", ["Réunion à Évian"]),
        ("evian a reunion", ["Réunion à Évian"]),
        ("talks (.*", []),
        ('"', []),
    ],
)
def test_finding_by_words(meetings: Store, words: str, expected: list[str]) -> None:
    assert sorted(c.description.name() for c in find(meetings, words)) == sorted(expected)


def test_finding_by_id(meetings: Store) -> None:
    iri = paris(meetings)
    key = iri.rpartition("/")[2]
    assert [c.iri for given in (iri, f"event/{key}", key) for c in find(meetings, given)] == [iri] * 3
