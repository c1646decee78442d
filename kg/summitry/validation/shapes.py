"""The shapes of the package, and the part of the ontology that checking needs: which classes and which individuals."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from rdflib import RDF, RDFS, SH, Graph, Literal
from rdflib.term import Node

from summitry import ontology

NAMESPACE = "https://w3id.org/summitry/ontology#"


@dataclass(frozen=True)
class NodeShape:
    """A shape with the classes whose instances it is about, and the classes below these."""

    iri: str
    classes: tuple[str, ...]


@dataclass(frozen=True)
class Shapes:
    """The shapes as pyshacl takes them; `core` holds subclasses and individuals of the ontology."""

    graph: Graph
    core: Graph
    nodes: tuple[NodeShape, ...]

    def message(self, shape: Node, language: str) -> str | None:
        """What a shape says when it is not met, in a language."""
        texts = (text for text in self.graph.objects(shape, SH.message) if isinstance(text, Literal))
        return next((str(text) for text in texts if text.language == language), None)


@cache
def load_shapes() -> Shapes:
    """The shapes and the ontology of the package."""
    graph, known = _parsed("shapes.ttl"), _parsed("summitry.ttl")
    core = Graph()
    for below, _, above in known.triples((None, RDFS.subClassOf, None)):
        core.add((below, RDFS.subClassOf, above))
    for individual, _, kind in known.triples((None, RDF.type, None)):
        if str(kind).startswith(NAMESPACE):
            core.add((individual, RDF.type, kind))
    return Shapes(graph, core, tuple(_node_shapes(graph, core)))


def _node_shapes(graph: Graph, core: Graph) -> list[NodeShape]:
    targets: dict[str, set[str]] = {}
    for shape, _, kind in graph.triples((None, SH.targetClass, None)):
        below = {str(found) for found in core.transitive_subjects(RDFS.subClassOf, kind)}
        targets.setdefault(str(shape), set()).update(below | {str(kind)})
    return [NodeShape(shape, tuple(sorted(classes))) for shape, classes in sorted(targets.items())]


def _parsed(name: str) -> Graph:
    return Graph().parse(data=ontology.file(name).read_text("utf-8"), format="turtle")
