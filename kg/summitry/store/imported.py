"""Imported statements in the RDF view: in beside the facts, and out again without taking facts along."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import islice

import pyoxigraph as ox

from summitry.claims import iris
from summitry.store import follow, log_segments, quads, rdf_view, segments
from summitry.store.log_reader import LogReader
from summitry.store.log_segments import SegmentLog
from summitry.store.registry import Registry

_FEW = 20_000
"""So many new statements come in one step with those that go."""


def held(log: SegmentLog, found: Collection[ox.Quad]) -> set[ox.Quad]:
    """Those of the quads that some imported dataset states, in whatever form of their literals."""
    if not found or not log.any():
        return set()
    subjects = {segments.subject_hash(quad.subject) for quad in found}
    stated: set[ox.Quad] = set()
    for text in log.about(subjects):
        stated |= segments.stored(log_segments.parse([text]))
    plain = {quad for quad in found if quad in stated}
    others = [quad for quad in found if quad not in plain]
    if stated.isdisjoint(segments.stored(others)):
        return plain
    return plain.union(quad for quad in others if not stated.isdisjoint(segments.stored([quad])))


def exchange(
    graph: ox.Store,
    retracted: Iterable[str],
    fresh: Iterator[ox.Quad],
    log: SegmentLog,
    facts_among: Callable[[Collection[ox.Quad]], Iterator[ox.Quad]],
) -> None:
    """Take retracted segments out of the graph and put new statements in, in one step unless they are very many.

    What claims or other imports say as well stays or comes back.
    """
    gone: set[ox.Quad] = set()
    for text in retracted:
        gone |= segments.stored(log_segments.parse([text]))
    gone -= held(log, gone)
    few = list(islice(fresh, _FEW))
    quads.replace(graph, gone, few)
    quads.load(graph, fresh)
    if gone:
        quads.load(graph, facts_among(gone))


def show_graphs(graph: ox.Store, log: SegmentLog, after: int, until: int, retracted: Iterable[str] = ()) -> None:
    """Have the graphs that are marked, be they empty, and none that are neither marked nor hold anything."""
    for text in log.recorded(after, until, marks=True):
        marked = segments.marked_graph(text)
        if marked is not None:
            graph.add_graph(marked)
    for name in _graphs_of(retracted):
        if next(graph.quads_for_pattern(None, None, None, name), None) is None and not _marked(log, name):
            graph.remove_graph(name)


def _graphs_of(texts: Iterable[str]) -> set[ox.NamedNode | ox.BlankNode]:
    """The named graphs that segments speak of."""
    found: set[ox.NamedNode | ox.BlankNode] = set()
    for text in texts:
        marked = segments.marked_graph(text)
        names = {marked} if marked else {quad.graph_name for quad in log_segments.parse([text])}
        found.update(name for name in names if not isinstance(name, ox.DefaultGraph))
    return found


def _marked(log: SegmentLog, name: ox.NamedNode | ox.BlankNode) -> bool:
    return any(segments.marked_graph(text) == name for text in log.about([segments.subject_hash(name)]))


def facts_among(reader: LogReader, registry: Registry, gone: Collection[ox.Quad]) -> Iterator[ox.Quad]:
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
