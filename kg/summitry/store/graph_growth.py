"""Entities that have only grown, in the property graph: their new claims, and more support for what is shown.

A relationship that is there gets the new claims beside the old ones, which are not read. An entity whose labels or
properties the new claims may change is read anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summitry.claims import Iri, Literal
from summitry.store import project_claims, project_edges, project_nodes
from summitry.store.bolt_rows import Run, ask, read_nodes, send
from summitry.store.graph_changes import NewClaim
from summitry.store.graph_model import Node, Relationship
from summitry.store.growth import Growth
from summitry.store.registry import Registry
from summitry.store.statements import statement
from summitry.store.vocabulary import NAME, TYPE

TELLING = ("office", "role", "validFrom", "validTo")
"""Properties that tell relationships of one type between the same two ends apart."""


@dataclass(frozen=True, slots=True)
class Gains:
    """What is to be made: claims, relationships, and the nodes that they lead to unless they are there."""

    claims: tuple[NewClaim, ...] = ()
    relationships: tuple[Relationship, ...] = ()
    stubs: tuple[Node, ...] = ()


def to_read_anew(run: Run, growths: Sequence[Growth], registry: Registry, *, in_step: bool) -> set[str]:
    """The entities to be read anew: the new claims may change their node, or are shown already.

    They are when an earlier step, that was not `in_step`, read more from the log than it had to show.
    """
    shown = {node.iri: node for node in read_nodes(run, [found.iri for found in growths])}
    subjects = {claim.iri: claim.subject for found in growths for claim in found.facts.claims}
    ahead = () if in_step else ask(run, statement("shown_claims"), list(subjects))
    anew = {subjects[row["iri"]] for row in ahead}
    return anew | {found.iri for found in growths if not _same_node(found, shown.get(found.iri), registry)}


def gains(run: Run, growths: Sequence[Growth], registry: Registry) -> Gains:
    """Support the relationships that are there; gives what is not there."""
    claims = tuple(
        NewClaim(project_claims.claim_node(claim, registry), claim.source, found.iri)
        for found in growths
        for claim in found.facts.claims
    )
    by_type: dict[str, dict[str, Relationship]] = defaultdict(dict)
    for found in growths:
        for edge in project_edges.entity_edges(found.facts, registry):
            by_type[edge.type][edge.key] = edge
    missing = tuple(edge for kind, edges in by_type.items() for edge in _support(run, kind, list(edges.values())))
    ends = {claim.source for claim in claims} | {end for edge in missing for end in (edge.start, edge.end)}
    return Gains(claims, missing, tuple(project_nodes.stub(iri, registry) for iri in sorted(ends)))


def _support(run: Run, kind: str, edges: list[Relationship]) -> list[Relationship]:
    rows = [_row(place, edge) for place, edge in enumerate(edges)]
    there = {row["place"] for row in send(run, statement("support_relationships", kind), rows)}
    return [edge for place, edge in enumerate(edges) if place not in there]


def _row(place: int, edge: Relationship) -> Mapping[str, object]:
    told = {name: edge.properties.get(name, "") for name in TELLING}
    support = {name: edge.properties.get(name) for name in ("claimIds", "confidence")}
    return {"place": place, "start": edge.start, "end": edge.end, **told, **support}


def _same_node(found: Growth, shown: Node | None, registry: Registry) -> bool:
    """True when the node is shown, and whatever else is said of it, the new claims leave it as it is."""
    if shown is None or "Event" in shown.labels:
        return False
    kinds = {registry.label(f.object.value) for f in found.facts.values(TYPE) if isinstance(f.object, Iri)}
    if project_nodes.leads(found.facts, registry):
        kinds.add("Leader")
    plain = project_nodes.plain(found.facts, registry)
    return (
        kinds <= set(shown.labels)
        and all(shown.properties.get(key) == value for key, value in plain.items())
        and all(_shown_name(fact.object, shown, registry) for fact in found.facts.values(NAME))
    )


def _shown_name(name: object, shown: Node, registry: Registry) -> bool:
    """True when the name is the one that is shown of its language: one more claim for it does not change the choice."""
    if not isinstance(name, Literal):
        return True
    key = registry.property(NAME, name.language)
    return shown.properties.get(key) == name.lexical or (
        not name.language and registry.property(NAME, "en") in shown.properties
    )
