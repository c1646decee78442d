"""The ontology as plain rows, read from the Turtle file in the order of the file's local names."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "ontology" / "summitry" / "ontology"
S = Namespace("https://w3id.org/summitry/ontology#")
MATCHES = (RDFS.subClassOf, RDFS.subPropertyOf, SKOS.closeMatch, SKOS.exactMatch, SKOS.relatedMatch)


@dataclass(frozen=True)
class Term:
    """One term with what the derived files need: `kind` is class, object, datatype, annotation or value."""

    name: str
    kind: str
    labels: dict[str, str]
    definitions: dict[str, str]
    parents: tuple[str, ...]
    domain: str
    range: str
    scheme: str


def load() -> Graph:
    """The ontology graph."""
    return Graph().parse(FOLDER / "summitry.ttl")


def terms(graph: Graph) -> list[Term]:
    """Every term of the namespace, sorted by kind and name."""
    order = ["class", "object", "datatype", "annotation", "value"]
    found = [_term(graph, subject) for subject in set(graph.subjects(RDF.type)) if _ours(subject)]
    return sorted(found, key=lambda t: (order.index(t.kind), t.name))


def compact(graph: Graph, node: Node | None) -> str:
    """`prefix:name` for an IRI, the empty string for None."""
    return graph.namespace_manager.normalizeUri(str(node)) if node is not None else ""


def _ours(node: Node) -> bool:
    return isinstance(node, URIRef) and node.startswith(str(S))


def _term(graph: Graph, node: Node) -> Term:
    types = set(graph.objects(node, RDF.type))
    kinds = {OWL.Class: "class", OWL.ObjectProperty: "object", OWL.DatatypeProperty: "datatype"}
    kinds[OWL.AnnotationProperty] = "annotation"
    kind = next((k for t, k in kinds.items() if t in types), "value")
    schemes = sorted(compact(graph, t) for t in types if _ours(t))
    parents = [compact(graph, o) for p in MATCHES for o in sorted(graph.objects(node, p))]
    label = SKOS.prefLabel if kind == "value" else RDFS.label
    return Term(
        str(node)[len(S) :], kind, _texts(graph, node, label), _texts(graph, node, SKOS.definition),
        tuple(parents), compact(graph, graph.value(node, RDFS.domain)),
        compact(graph, graph.value(node, RDFS.range)), ", ".join(schemes),
    )  # fmt: skip


def _texts(graph: Graph, node: Node, predicate: URIRef) -> dict[str, str]:
    values = [o for o in graph.objects(node, predicate) if isinstance(o, Literal)]
    return {str(value.language): str(value) for value in values}
