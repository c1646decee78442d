"""The nodes that a shape is about, some hundred at a time, each portion with what its constraints look at.

A constraint of the shapes looks at the values of a node and at the classes of these values, nothing further; so a
portion is the triples of its nodes in one graph, and the types of what they point to. Memory is bounded by the portion.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox
from rdflib import RDF, BNode, Graph, URIRef
from rdflib import Literal as RdfLiteral

from summitry.claims import Iri
from summitry.query.compile import fill, sparql_iri, sparql_list
from summitry.store import Graph as Triples
from summitry.store import Solutions
from summitry.store.vocabulary import INFERRED
from summitry.validation.shapes import NAMESPACE, NodeShape
from summitry.validation.sources import Source

SIZE = 500
"""Nodes in a portion."""

_PAGE = 20_000
_FACTS = "SELECT ?s WHERE { ?s a {kind} {unseen} } LIMIT {limit} OFFSET {offset}"
_NAMED = (
    "SELECT ?s WHERE { GRAPH ?g { ?s a {kind} {unseen} } FILTER NOT EXISTS { ?s a {kind} } {stated} }"
    " LIMIT {limit} OFFSET {offset}"
)
_STATED = f"FILTER(?g != <{INFERRED}>)"
"""The graph of inferred facts adds classes to things that are described elsewhere."""

_UNSEEN = "FILTER NOT EXISTS { VALUES ?before { {before} } ?s a ?before }"
_AROUND = {
    _FACTS: "CONSTRUCT { ?s ?p ?o } WHERE { VALUES ?s { {nodes} } ?s ?p ?o }",
    _NAMED: "CONSTRUCT { ?s ?p ?o } WHERE { VALUES ?s { {nodes} } GRAPH ?g { ?s ?p ?o } }",
}
_TYPES = (
    "CONSTRUCT { ?s a ?t } WHERE { VALUES ?s { {nodes} } ?s a ?t }",
    "CONSTRUCT { ?s a ?t } WHERE { VALUES ?s { {nodes} } GRAPH ?g { ?s a ?t } }",
)


@dataclass(frozen=True)
class Portion:
    """Nodes to check, and the graph that their constraints look at."""

    nodes: tuple[str, ...]
    graph: Graph


def portions(source: Source, shape: NodeShape, size: int = SIZE) -> Iterator[Portion]:
    """Every node that a shape is about: those of the default graph, then those of the named graphs alone."""
    for listing, around in _AROUND.items():
        for nodes in _batches(_nodes(source, shape, listing), size):
            graph = Graph()
            _add(graph, source, around, nodes)
            _add_types(graph, source)
            yield Portion(nodes, graph)


def _nodes(source: Source, shape: NodeShape, listing: str) -> Iterator[str]:
    """The instances of each class that are none of a class before it, in pages."""
    for place, kind in enumerate(shape.classes):
        before = shape.classes[:place]
        unseen = fill(_UNSEEN, before=sparql_list(before)) if before else ""
        query, offset = fill(listing, kind=sparql_iri(kind), unseen=unseen, stated=_STATED, limit=str(_PAGE)), 0
        while True:
            found = source.sparql(fill(query, offset=str(offset)))
            assert isinstance(found, Solutions)
            yield from (row[0].value for row in found.rows if isinstance(row[0], Iri))
            if len(found.rows) < _PAGE:
                break
            offset += _PAGE


def _batches(nodes: Iterable[str], size: int) -> Iterator[tuple[str, ...]]:
    """Runs of different nodes: one that is in two graphs stands in two runs."""
    batch: dict[str, None] = {}
    for node in nodes:
        if node in batch or len(batch) == size:
            yield tuple(batch)
            batch = {}
        batch[node] = None
    if batch:
        yield tuple(batch)


def _add_types(graph: Graph, source: Source) -> None:
    """The types of the values; the ontology's own terms are known already."""
    pointed = {str(value) for value in graph.objects() if isinstance(value, URIRef)}
    wanted = sorted(node for node in pointed - set(map(str, graph.subjects())) if not node.startswith(NAMESPACE))
    for query in _TYPES:
        for nodes in _batches(wanted, SIZE):
            _add(graph, source, query, nodes)
    for kind in {str(value) for value in graph.objects(None, RDF.type)} & set(wanted):
        graph.remove((URIRef(kind), RDF.type, None))  # classes are no data


def _add(graph: Graph, source: Source, query: str, nodes: Collection[str]) -> None:
    found = source.sparql(fill(query, nodes=sparql_list(list(nodes))))
    assert isinstance(found, Triples)
    for quad in ox.parse(found.ntriples, format=ox.RdfFormat.N_TRIPLES):
        terms = _term(quad.subject), _term(quad.predicate), _term(quad.object)
        if None not in terms:
            graph.add(terms)  # type: ignore[arg-type]


def _term(term: object) -> URIRef | BNode | RdfLiteral | None:
    """The same term for rdflib; None for triple terms, which SHACL 1.0 does not know."""
    match term:
        case ox.NamedNode():
            return URIRef(term.value)
        case ox.BlankNode():
            return BNode(term.value)
        case ox.Literal():
            datatype = None if term.language else URIRef(term.datatype.value)
            return RdfLiteral(term.value, lang=term.language, datatype=datatype, normalize=False)
        case _:
            return None
