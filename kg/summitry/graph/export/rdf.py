"""RDF exports: the facts as default graph and, in formats that know graphs, each source's claims as a named graph.

Written from the claims, so that objects of claims keep their lexical forms; statements stream, they are not collected.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from summitry.graph.export.whole import Whole
from summitry.store import rdf_view
from summitry.store.protocol import Store
from summitry.store.registry import load_registry

FORMATS = {
    "nquads": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "turtle": ox.RdfFormat.TURTLE,
    "jsonld": ox.RdfFormat.JSON_LD,
}


def write(store: Store, out: Path, *, format: str) -> int:
    """Write the store; Turtle has the facts only. Returns the number of statements."""
    form, counted = FORMATS[format], _Counted()
    whole = Whole.of(store)
    statements = counted.of(quads(whole)) if form.supports_datasets else counted.triples(stated(whole))
    ox.serialize(statements, output=str(out), format=form, prefixes=dict(load_registry().prefixes))
    return counted.number


def quads(whole: Whole) -> Iterator[ox.Quad]:
    """Facts first, then source by source its description and its claims."""
    yield from facts(whole)
    for source in whole.sources:
        article = whole.article(source)
        if article is not None:
            yield from rdf_view.article_quads(article)
        for stored in whole.store.claims(source=source):
            yield from rdf_view.claim_quads(stored.claim)


def facts(whole: Whole) -> Iterator[ox.Quad]:
    """What the sources add up to (default graph), and what follows from it (the graph of inferred facts)."""
    registry = load_registry()
    for entity in whole.facts():
        yield from rdf_view.entity_quads(entity, registry)


def stated(whole: Whole) -> Iterator[ox.Quad]:
    """The facts without what no source says, which is in a graph of its own."""
    return (quad for quad in facts(whole) if isinstance(quad.graph_name, ox.DefaultGraph))


class _Counted:
    """Counts statements on their way."""

    number = 0

    def of(self, statements: Iterator[ox.Quad]) -> Iterator[ox.Quad]:
        for statement in statements:
            self.number += 1
            yield statement

    def triples(self, statements: Iterator[ox.Quad]) -> Iterator[ox.Triple]:
        return (quad.triple for quad in self.of(statements))
