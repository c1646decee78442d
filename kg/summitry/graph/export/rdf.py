"""RDF exports: the facts as default graph and, in formats that know graphs, each source's claims as a named graph.

Written from the claims, so that objects of claims keep their lexical forms; statements stream, they are not collected.
On request with what was imported, and with RDF 1.2 reifiers: each claim then also reifies a triple term.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from summitry.claims import Claim
from summitry.graph.export.whole import Whole
from summitry.store import language_tags, rdf_files, rdf_view, terms
from summitry.store.protocol import Store
from summitry.store.registry import load_registry

FORMATS = {
    "nquads": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "turtle": ox.RdfFormat.TURTLE,
    "jsonld": ox.RdfFormat.JSON_LD,
}
REIFIES = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies")

Watch = Callable[[ox.Quad], None]
"""Sees every statement on its way."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What goes in beside facts and claims."""

    imported: bool = False
    """What was imported or added by updates, word for word."""
    reifiers: bool = False
    """`claim rdf:reifies <<( subject predicate object )>>` (RDF 1.2)."""


FACTS_AND_CLAIMS = Contents()


def write(
    store: Store, out: Path, *, format: str, contents: Contents = FACTS_AND_CLAIMS, watch: Watch | None = None
) -> int:
    """Write the store; Turtle has what stands in the default graph only. Returns the number of statements."""
    form, counted = FORMATS[format], _Counted(watch)
    statements = counted.of(_statements(Whole.of(store), contents, graphs=form.supports_datasets))
    parts = statements if form.supports_datasets else (quad.triple for quad in statements)
    ox.serialize(parts, output=str(out), format=form, prefixes=dict(load_registry().prefixes))
    if contents.imported:
        _restore_tags(out)
    return counted.number


def quads(whole: Whole, contents: Contents = FACTS_AND_CLAIMS) -> Iterator[ox.Quad]:
    """Facts first, then source by source its description and its claims."""
    yield from facts(whole)
    for source in whole.sources:
        article = whole.article(source)
        if article is not None:
            yield from rdf_view.article_quads(article)
        for stored in whole.store.claims(source=source):
            yield from rdf_view.claim_quads(stored.claim)
            if contents.reifiers:
                yield reifier(stored.claim)


def facts(whole: Whole) -> Iterator[ox.Quad]:
    """What the sources add up to (default graph), and what follows from it (a graph of its own)."""
    registry = load_registry()
    for entity in whole.facts():
        yield from rdf_view.entity_quads(entity, registry)


def reifier(claim: Claim) -> ox.Quad:
    """The claim as a reifier of the triple that it is about: it does not assert the triple."""
    triple = ox.Triple(terms.resource(claim.subject), terms.named(claim.predicate), terms.to_ox(claim.object))
    return ox.Quad(terms.named(claim.iri), REIFIES, triple, terms.named(claim.source))


def _statements(whole: Whole, contents: Contents, *, graphs: bool) -> Iterator[ox.Quad]:
    found = quads(whole, contents) if graphs else facts(whole)
    for quad in found:
        if graphs or isinstance(quad.graph_name, ox.DefaultGraph):
            yield quad
    if contents.imported:
        for text in whole.store.datasets.texts():
            imported = rdf_files.parse_lines(text, keep_tags=True)
            yield from (quad for quad in imported if graphs or isinstance(quad.graph_name, ox.DefaultGraph))


def _restore_tags(out: Path) -> None:
    """Spell language tags as they were written; most files hold none with capitals and stay as they are."""
    text = out.read_text("utf-8")
    restored = language_tags.restore(text)
    if restored != text:
        out.write_text(restored, "utf-8")


class _Counted:
    """Counts statements on their way."""

    def __init__(self, watch: Watch | None) -> None:
        self.number = 0
        self._watch = watch

    def of(self, statements: Iterator[ox.Quad]) -> Iterator[ox.Quad]:
        for statement in statements:
            self.number += 1
            if self._watch is not None:
                self._watch(statement)
            yield statement
