"""Ontology, shapes and the registry of names in the RDF view: three named graphs beside those of the sources.

They are there as soon as the log holds a claim: a store with nothing but imported data shows these data alone. A digest
in the registry's graph says which version is shown, so that another version of the package replaces it on opening.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pyoxigraph as ox

from summitry import ontology
from summitry.claims import iris
from summitry.store.log_reader import LogReader
from summitry.store.protocol import Difference
from summitry.store.registry import load_registry

ONTOLOGY = "https://w3id.org/summitry/ontology"
SHAPES = "https://w3id.org/summitry/shapes"
REGISTRY = "https://w3id.org/summitry/registry"
GRAPHS = frozenset({ONTOLOGY, SHAPES, REGISTRY})

_FILES = {ONTOLOGY: "summitry.ttl", SHAPES: "shapes.ttl"}
_SECTIONS = {"labels": "nodeLabel", "relationships": "relationshipType", "properties": "propertyKey"}
_VERSION = ox.NamedNode("http://www.w3.org/2002/07/owl#versionInfo")


def quads() -> list[ox.Quad]:
    """The statements of the three graphs; blank nodes have the same labels as long as the process lives."""
    return [*_documents(), *_names(), _mark()]


def show(graph: ox.Store, reader: LogReader) -> bool:
    """Have the graphs in a view when the log holds a claim; False when it does not."""
    if _mark() in graph:
        return True
    if next(reader.claims(include_retracted=True), None) is None:
        return False
    for name in GRAPHS:
        graph.clear_graph(ox.NamedNode(name))
    graph.extend(quads())
    return True


def restore(graph: ox.Store) -> None:
    """Bring back what went with an import that said the same; shapes with blank nodes cannot be meant by one."""
    if _mark() in graph:
        graph.extend(_ground())


def own(graph: ox.Store) -> set[ox.Quad]:
    """What a view shows of the three graphs, without what imports have put there."""
    if _mark() not in graph:
        return set()
    shown = (quad for name in GRAPHS for quad in graph.quads_for_pattern(None, None, None, ox.NamedNode(name)))
    return {quad for quad in shown if quad in _ground() or _has_blank(quad)}


def differences(shown: set[ox.Quad]) -> Iterator[Difference]:
    """What `own` lacks of the version that it claims to show; the digest says which."""
    if not shown:
        return
    for quad in sorted(map(str, _ground() - shown)):
        yield Difference("rdf", "missing", quad)
    lost = len(quads()) - len(_ground()) - sum(map(_has_blank, shown))
    if lost > 0:
        yield Difference("rdf", "missing", f"{lost} statements with blank nodes in graph <{SHAPES}>")


@cache
def _ground() -> frozenset[ox.Quad]:
    """The statements without blank nodes."""
    return frozenset(quad for quad in quads() if not _has_blank(quad))


@cache
def _documents() -> tuple[ox.Quad, ...]:
    return tuple(
        ox.Quad(quad.subject, quad.predicate, quad.object, ox.NamedNode(name))
        for name, file in _FILES.items()
        for quad in ox.parse(ontology.file(file).read_bytes(), format=ox.RdfFormat.TURTLE, base_iri=name)
    )


@cache
def _names() -> tuple[ox.Quad, ...]:
    registry, graph = load_registry(), ox.NamedNode(REGISTRY)
    return tuple(
        ox.Quad(ox.NamedNode(iri), ox.NamedNode(iris.term(term)), ox.Literal(name), graph)
        for section, term in _SECTIONS.items()
        for iri, name in sorted(getattr(registry, section).items())
    )


@cache
def _mark() -> ox.Quad:
    texts = [ontology.file(file).read_text("utf-8") for file in _FILES.values()]
    digest = iris.digest(*texts, *(str(quad) for quad in _names()))
    return ox.Quad(ox.NamedNode(REGISTRY), _VERSION, ox.Literal(digest), ox.NamedNode(REGISTRY))


def _has_blank(quad: ox.Quad) -> bool:
    return isinstance(quad.subject, ox.BlankNode) or isinstance(quad.object, ox.BlankNode)
