"""Imported statements in the RDF view: in beside the facts, and out again without taking facts along."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

import pyoxigraph as ox

from summitry.claims import iris
from summitry.store import follow, log_segments, quads, rdf_view, segments
from summitry.store.log_reader import LogReader
from summitry.store.log_segments import SegmentLog
from summitry.store.registry import Registry


def held(log: SegmentLog, found: Collection[ox.Quad]) -> set[ox.Quad]:
    """Those of the quads that some imported dataset states, in whatever form of their literals."""
    if not found or not log.any():
        return set()
    subjects = {segments.subject_hash(quad.subject) for quad in found}
    stated: set[ox.Quad] = set()
    for text in log.about(subjects):
        stated |= segments.stored(log_segments.parse([text]))
    return {quad for quad in found if quad in stated or segments.stored([quad]) & stated} if stated else stated


def take_out(graph: ox.Store, texts: Iterable[str], log: SegmentLog, reader: LogReader, registry: Registry) -> None:
    """Take retracted segments out of the graph. What claims or other imports say as well stays or comes back."""
    gone: set[ox.Quad] = set()
    for text in texts:
        gone |= segments.stored(log_segments.parse([text]))
    if gone:
        gone -= held(log, gone)
        quads.replace(graph, gone, ())
        quads.load(graph, _facts_among(gone, reader, registry))


def _facts_among(gone: Collection[ox.Quad], reader: LogReader, registry: Registry) -> Iterator[ox.Quad]:
    """What the claims say of the things in statements that went: they may have said the same."""
    terms = {term for quad in gone for term in (quad.subject, quad.object, quad.graph_name)}
    names = {term.value for term in terms if isinstance(term, ox.NamedNode) and iris.kind_and_key(term.value)}
    for entity in follow.load_facts(reader, names):
        yield from rdf_view.entity_quads(entity, registry)
    for name in names:
        yield from source_quads(reader, name)


def source_quads(reader: LogReader, source: str) -> Iterator[ox.Quad]:
    """What the graph of a source holds: the article, when it is one, and its live claims."""
    article = reader.article(source)
    if article is not None:
        yield from rdf_view.article_quads(article)
    for row in reader.claims(source=source):
        yield from rdf_view.claim_quads(row.claim)
