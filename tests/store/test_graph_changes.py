"""The difference between a projection and a graph, as values."""

from __future__ import annotations

from summitry.claims import iris
from summitry.store.graph_changes import (
    CLAIM_EDGES,
    INCOMING,
    Shown,
    ShownClaim,
    ShownRelationship,
    changes,
    needed_stubs,
)
from summitry.store.graph_model import Node, Relationship
from summitry.store.projection import Projection
from summitry.store.registry import load_registry
from summitry.store.statements import statement

EVENT = Node("urn:e", ("Event", "Summit"), {"iri": "urn:e", "name": "E"})
CLAIM = Node("urn:c", ("Claim",), {"iri": "urn:c", "recordedAt": 1})
STUBS = (Node("urn:p", ("Person",), {"iri": "urn:p"}), Node("urn:a", ("Article",), {"iri": "urn:a"}))
HOSTS = Relationship("PARTICIPATES_IN", "urn:p", "urn:e", "urn:e", "1", {"role": "host"})
EDGES = (
    HOSTS,
    Relationship("STATED_IN", "urn:c", "urn:a", "urn:e", "c"),
    Relationship("ABOUT", "urn:c", "urn:e", "urn:e", "c"),
)
WANTED = Projection(("urn:e",), (EVENT, CLAIM), STUBS, EDGES)
SHOWN_EDGE = ShownRelationship("9", "PARTICIPATES_IN", "urn:p", "urn:e", {"role": "host"})
SHOWN = Shown({"urn:e": EVENT}, (ShownClaim("urn:c", "urn:e", "urn:a", 1),), (SHOWN_EDGE,))


def test_an_empty_graph_gets_everything() -> None:
    found = changes(WANTED, Shown({}))
    assert found.nodes == [EVENT]
    assert [(claim.node, claim.source, claim.about) for claim in found.claims] == [(CLAIM, "urn:a", "urn:e")]
    assert found.relationships == [HOSTS]
    assert needed_stubs(WANTED, found) == list(STUBS)


def test_a_graph_that_shows_it_is_left_alone() -> None:
    found = changes(WANTED, SHOWN)
    assert (found.nodes, found.claims, found.relationships) == ([], [], [])
    assert (found.stale_claims, found.stale_relationships, found.loose) == ([], [], set())
    assert needed_stubs(WANTED, found) == []


def test_what_changed_is_replaced_and_ends_are_looked_at() -> None:
    other = ShownRelationship("9", "PARTICIPATES_IN", "urn:q", "urn:e", {"role": "host"})
    found = changes(WANTED, Shown({"urn:e": EVENT}, (ShownClaim("urn:c", "urn:e", "urn:b", 0),), (other,)))
    assert found.stale_relationships == [other]
    assert found.stale_claims == ["urn:c"]
    assert len(found.claims) == 1
    assert found.relationships == [HOSTS]
    assert found.loose == {"urn:q", "urn:b"}


def test_nothing_left_of_an_entity_loosens_it() -> None:
    found = changes(Projection(("urn:e",)), SHOWN)
    assert found.stale_claims == ["urn:c"]
    assert found.loose == {"urn:e", "urn:p", "urn:a"}


def test_the_statements_name_the_same_types_as_the_registry() -> None:
    registry = load_registry()
    terms = ["participatesIn", "participatesThrough", "invitedTo", "absentFrom", "announces", "reports"]
    assert {registry.relationship(iris.term(name)) for name in terms} == INCOMING
    assert all(name in statement("read_incoming") for name in INCOMING)
    assert registry.relationship(iris.term("about")) in CLAIM_EDGES
    assert registry.relationship("http://www.w3.org/ns/prov#wasQuotedFrom") in CLAIM_EDGES
