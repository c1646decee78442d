"""Comparing the RDF view and the order of the log with the claims, and naming each difference."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from summitry.store import follow, oxigraph_view, rdf_view, terms
from summitry.store.log_reader import LogReader
from summitry.store.protocol import Difference
from summitry.store.registry import Registry

Quads = set[ox.Quad]


def differences(log: LogReader, graph: ox.Store, registry: Registry) -> Iterator[Difference]:
    """Everything in which the log breaks its own order, or the RDF view is not what the claims say."""
    yield from _gaps(log)
    yield from _altered(log)
    expected = 0
    for shown, wanted in _pairs(log, graph, registry):
        expected += len(wanted)
        yield from _compare(shown, wanted)
    if len(graph) != expected:
        yield from _strays(log, graph, registry)


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
            yield set(oxigraph_view.shown_of_entity(graph, entity)), _stored(rdf_view.entity_quads(entity, registry))
    for source in log.sources():
        yield set(graph.quads_for_pattern(None, None, None, terms.named(source))), _stored(_source_quads(log, source))


def _source_quads(log: LogReader, source: str) -> Iterator[ox.Quad]:
    article = log.article(source)
    if article is not None:
        yield from rdf_view.article_quads(article)
    for row in log.claims(source=source):
        yield from rdf_view.claim_quads(row.claim)


def _stored(quads: Iterable[ox.Quad]) -> Quads:
    """The quads as Oxigraph keeps them: it writes some literals in another form."""
    store = ox.Store()
    store.extend(quads)
    return set(store)


def _compare(shown: Quads, wanted: Quads) -> Iterator[Difference]:
    for quad in sorted(map(str, wanted - shown)):
        yield Difference(oxigraph_view.NAME, "missing", quad)
    for quad in sorted(map(str, shown - wanted)):
        yield Difference(oxigraph_view.NAME, "unexpected", quad)


def _strays(log: LogReader, graph: ox.Store, registry: Registry) -> Iterator[Difference]:
    """Quads that belong to no entity and no source. Only looked for when the numbers differ, as it takes memory."""
    known: set[int] = set()
    for shown, _ in _pairs(log, graph, registry):
        known.update(map(hash, shown))
    for quad in graph:
        if hash(quad) not in known:
            yield Difference(oxigraph_view.NAME, "unexpected", str(quad))
