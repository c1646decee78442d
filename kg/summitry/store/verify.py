"""Comparing the RDF view and the order of the log with the claims, and naming each difference."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import pyoxigraph as ox

from summitry.store import follow, imported, log_segments, oxigraph_view, rdf_view, segments, terms, vocabularies
from summitry.store.log_reader import LogReader
from summitry.store.log_segments import SegmentLog
from summitry.store.protocol import Difference
from summitry.store.registry import Registry

Quads = set[ox.Quad]


def differences(log: LogReader, segment_log: SegmentLog, graph: ox.Store, registry: Registry) -> Iterator[Difference]:
    """Everything in which the log breaks its own order, or the RDF view is not what claims and imports say."""
    yield from _gaps(log)
    yield from _altered(log)
    vocabulary = vocabularies.own(graph)
    yield from vocabularies.differences(vocabulary)
    expected = len(vocabulary)
    for shown, wanted in _pairs(log, graph, registry):
        expected += len(wanted)
        extra = shown - wanted
        yield from _compare(shown - imported.held(segment_log, extra), wanted)
    for text in segment_log.texts():
        marked = segments.marked_graph(text)
        if marked is not None and not graph.contains_named_graph(marked):
            yield Difference(oxigraph_view.NAME, "missing", f"graph {marked}")
        statements = segments.stored(log_segments.parse([text]))
        yield from _compare({quad for quad in statements if quad in graph}, statements)
    if segment_log.any() or len(graph) != expected:
        yield from _strays(log, segment_log, graph, registry, set(map(hash, vocabulary)))


def _gaps(log: LogReader) -> Iterator[Difference]:
    count, last = log.numbers()
    if count != last:
        yield Difference("log", "missing", f"{last} sequence numbers for {count} changes")


def _altered(log: LogReader) -> Iterator[Difference]:
    """Claims whose content no longer gives their id."""
    for row in log.claims(include_retracted=True):
        if dataclasses.replace(row.claim).id != row.claim.id:
            yield Difference("log", "unexpected", f"change {row.seq}: {row.claim.iri} was altered")


def _pairs(log: LogReader, graph: ox.Store, registry: Registry) -> Iterator[tuple[Quads, Quads]]:
    """For every entity and every source: the quads that the view shows and those that it should show."""
    for batch in follow.all_batches(log, log.last_seq()):
        for entity in batch.entities:
            wanted = segments.stored(rdf_view.entity_quads(entity, registry))
            yield set(oxigraph_view.shown_of_entity(graph, entity)), wanted
    for source in log.sources():
        wanted = segments.stored(imported.source_quads(log, source))
        yield set(graph.quads_for_pattern(None, None, None, terms.named(source))), wanted


def _compare(shown: Quads, wanted: Quads) -> Iterator[Difference]:
    for quad in sorted(map(str, wanted - shown)):
        yield Difference(oxigraph_view.NAME, "missing", quad)
    for quad in sorted(map(str, shown - wanted)):
        yield Difference(oxigraph_view.NAME, "unexpected", quad)


def _strays(
    log: LogReader, segment_log: SegmentLog, graph: ox.Store, registry: Registry, known: set[int]
) -> Iterator[Difference]:
    """Quads that belong to no entity, source or import. Only looked for when there may be some, as it takes memory.

    `known` are the hashes of others that belong there; it is filled up.
    """
    for shown, _ in _pairs(log, graph, registry):
        known.update(map(hash, shown))
    for text in segment_log.texts():
        known.update(map(hash, segments.stored(log_segments.parse([text]))))
    for quad in graph:
        if hash(quad) not in known:
            yield Difference(oxigraph_view.NAME, "unexpected", str(quad))
