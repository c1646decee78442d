"""Claims in the property graph: one node each, tied to its article and to the entity that it is about."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.claims import Claim, iris, rdf_terms
from summitry.store import inference
from summitry.store.graph_model import Node, PropertyValue, Relationship
from summitry.store.registry import Registry
from summitry.store.vocabulary import OA, PROV, RDF


def claim_node(claim: Claim, registry: Registry) -> Node:
    """The node of a claim; evidence is three lists of equal length: quotes, starts, ends."""
    properties: dict[str, PropertyValue] = {"iri": claim.iri, "id": claim.id}
    for iri, value in _values(claim, registry).items():
        if value is not None:
            properties[registry.property(iri)] = value
    return Node(claim.iri, ("Claim",), properties)


def claim_edges(claim: Claim, about: str, registry: Registry) -> Iterator[Relationship]:
    """STATED_IN the source and ABOUT the canonical subject."""
    stated = registry.relationship(PROV + "wasQuotedFrom")
    yield Relationship(stated, claim.iri, claim.source, about, claim.id)
    yield Relationship(registry.relationship(iris.term("about")), claim.iri, about, about, claim.id)


def _values(claim: Claim, registry: Registry) -> dict[str, PropertyValue | None]:
    values: dict[str, PropertyValue | None] = {
        RDF + "predicate": registry.curie(claim.predicate),
        RDF + "object": claim.object_iri() or rdf_terms.key(claim.object),
        iris.term("source"): claim.source,
        iris.term("rule"): claim.rule,
        iris.term("confidence"): claim.confidence,
        iris.term("modality"): claim.modality.value,
        iris.term("polarity"): claim.polarity.value,
        iris.term("rank"): claim.rank.value,
        iris.term("validFrom"): claim.valid_from,
        iris.term("validTo"): claim.valid_to,
        iris.term("recordedAt"): claim.recorded_at,
    }
    if inference.is_inferred(claim):
        values[iris.term("inferred")] = True
        values[PROV + "wasDerivedFrom"] = inference.premises_of(claim)
    return values | _evidence(claim)


def _evidence(claim: Claim) -> dict[str, PropertyValue]:
    if not claim.evidence:
        return {}
    return {
        OA + "exact": [piece.quote for piece in claim.evidence],
        OA + "start": [piece.start for piece in claim.evidence],
        OA + "end": [piece.end for piece in claim.evidence],
    }
