"""What has to change in a property graph so that it shows a projection: the difference, as values.

Pure. Writing only differences keeps what did not change untouched, and applying a projection twice does nothing the
second time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from summitry.claims import Claim
from summitry.store.graph_model import Node, Relationship
from summitry.store.projection import Projection

INCOMING = frozenset({"PARTICIPATES_IN", "PARTICIPATES_THROUGH", "INVITED_TO", "ABSENT_FROM", "ANNOUNCES", "REPORTS"})
"""Types of relationships that belong to the entity they lead to; all others belong to where they start."""

CLAIM_EDGES = frozenset({"STATED_IN", "ABOUT"})
"""The two relationships that every claim has; they come and go with its node."""


@dataclass(frozen=True, slots=True)
class ShownClaim:
    """A claim in the graph: its IRI, the entity it is about, its source, and when it was recorded."""

    iri: str
    about: str
    source: str
    recorded_at: object


@dataclass(frozen=True, slots=True)
class ShownRelationship:
    """A relationship in the graph with the engine's own id of it."""

    id: str
    type: str
    start: str
    end: str
    properties: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Shown:
    """What the graph shows of the entities of a projection."""

    nodes: Mapping[str, Node]
    claims: tuple[ShownClaim, ...] = ()
    relationships: tuple[ShownRelationship, ...] = ()


@dataclass(frozen=True, slots=True)
class NewClaim:
    """A claim node to be made, with the two entities that it is tied to."""

    node: Node
    source: str
    about: str


@dataclass(slots=True)
class Changes:
    """Differences in the order in which they are applied. `loose` may have lost the last relationship."""

    stale_relationships: list[ShownRelationship] = field(default_factory=list)
    stale_claims: list[str] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)
    claims: list[NewClaim] = field(default_factory=list)
    relationships: list[Relationship] = field(default_factory=list)
    loose: set[str] = field(default_factory=set)


def changes(projection: Projection, shown: Shown, taken_back: Iterable[Claim] = ()) -> Changes:
    """What turns the graph as shown into the projection. Stubs are not among `nodes`: see `needed_stubs`.

    `taken_back` are claims that are shown and not among `shown`: they go.
    """
    result = Changes()
    _take_back(projection, taken_back, result)
    _compare_claims(projection, shown, result)
    _compare_relationships(projection, shown, result)
    for node in projection.nodes:
        if "Claim" not in node.labels and not same_node(node, shown.nodes.get(node.iri)):
            result.nodes.append(node)
    result.loose |= set(projection.gone())
    result.loose -= {node.iri for node in projection.nodes}
    return result


def needed_stubs(projection: Projection, result: Changes) -> list[Node]:
    """The stubs that new claims and relationships refer to."""
    ends = {end for edge in result.relationships for end in (edge.start, edge.end)}
    ends |= {end for claim in result.claims for end in (claim.source, claim.about)}
    return [stub for stub in projection.stubs if stub.iri in ends]


def same_node(wanted: Node, shown: Node | None) -> bool:
    """True when the node is shown with these labels and properties."""
    return shown is not None and shown.labels == wanted.labels and dict(shown.properties) == dict(wanted.properties)


def _take_back(projection: Projection, claims: Iterable[Claim], result: Changes) -> None:
    gone = list(claims)
    result.stale_claims.extend(claim.iri for claim in gone)
    result.loose.update(end for claim in gone for end in (claim.source, claim.subject))
    if gone:
        result.loose.update(projection.entities)


def _compare_claims(projection: Projection, shown: Shown, result: Changes) -> None:
    wanted = _claims(projection)
    kept: set[str] = set()
    for claim in shown.claims:
        new = wanted.get(claim.iri)
        if new is not None and (new.about, new.node.properties.get("recordedAt")) == (claim.about, claim.recorded_at):
            kept.add(claim.iri)
        else:
            result.stale_claims.append(claim.iri)
            result.loose |= {claim.source, claim.about}
    result.claims.extend(claim for iri, claim in wanted.items() if iri not in kept)


def _claims(projection: Projection) -> dict[str, NewClaim]:
    ends: dict[str, dict[str, str]] = defaultdict(dict)
    for edge in projection.relationships:
        if edge.type in CLAIM_EDGES:
            ends[edge.start][edge.type] = edge.end
    nodes = (node for node in projection.nodes if "Claim" in node.labels)
    return {node.iri: NewClaim(node, ends[node.iri]["STATED_IN"], ends[node.iri]["ABOUT"]) for node in nodes}


def _compare_relationships(projection: Projection, shown: Shown, result: Changes) -> None:
    open_wishes: dict[str, list[Relationship]] = defaultdict(list)
    for edge in projection.relationships:
        if edge.type not in CLAIM_EDGES:
            open_wishes[_identity(edge)].append(edge)
    for known in shown.relationships:
        if open_wishes.get(_identity(known)):
            open_wishes[_identity(known)].pop()
        else:
            result.stale_relationships.append(known)
            result.loose |= {known.start, known.end}
    result.relationships.extend(_flat(open_wishes.values()))


def _flat(groups: Iterable[list[Relationship]]) -> Iterable[Relationship]:
    return (edge for group in groups for edge in group)


def _identity(edge: Relationship | ShownRelationship) -> str:
    """Lists are compared without their order: claims that came later stand behind."""
    properties = ((key, sorted(v, key=str) if isinstance(v, list) else v) for key, v in edge.properties.items())
    return repr((edge.type, edge.start, edge.end, sorted(properties)))
