"""The RDF view on disk: Oxigraph, kept in step with the claim log.

The watermark stands in the log's file, not in the graph, so that no query sees it. It may be ahead of what survives a
power cut, therefore a second number says what Oxigraph has flushed; opening starts from there and repeats the rest,
which changes nothing when it was there already.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import partial
from itertools import chain
from pathlib import Path

import pyoxigraph as ox

from summitry.claims import StoreError
from summitry.store import follow, imported, log_segments, quads, rdf_inferred, rdf_view, terms, vocabularies
from summitry.store.facts import EntityFacts
from summitry.store.follow import Batch
from summitry.store.growth import Growth
from summitry.store.log import ClaimLog
from summitry.store.log_reader import LogReader
from summitry.store.log_segments import SegmentLog
from summitry.store.protocol import Progress
from summitry.store.registry import Registry

NAME = "rdf"
STEP = 30_000
"""Changes that the view takes in one step: what a step writes is merged with everything else sooner or later, and the
more steps, the more often."""

FLUSH_EVERY = 5000
"""Changes after which the view is made durable, so that a restart repeats no more than these."""

TIDY_AFTER = 50_000
"""Changes, and half as many as there were, after which the files of the view are merged."""

_TIDIED = "rdf-tidied"


class OxigraphView:
    """Writes the view; the one holder of the writer lock uses it."""

    def __init__(
        self, directory: Path, log: ClaimLog, reader: LogReader, segments: SegmentLog, registry: Registry
    ) -> None:
        """Open or create; a damaged view is thrown away. Raises StoreError when Oxigraph cannot open it."""
        self._log, self._reader, self._segments, self._registry = log, reader, segments, registry
        try:
            self.graph = ox.Store(str(directory))
        except OSError as error:
            raise StoreError(str(directory), f"Oxigraph cannot open it: {error}", "close what uses it") from error
        except RuntimeError:  # "Corruption: …": nothing is lost, as the log has it all
            shutil.rmtree(directory)
            log.set_watermark(NAME, 0, durable=True)
            self.graph = ox.Store(str(directory))
        _, self._durable = reader.watermark(NAME)
        self.watermark = self._durable

    def catch_up(self, until: int) -> None:
        """Show every change up to `until`."""
        if self.watermark == 0 and until > FLUSH_EVERY:
            self.rebuild(until)
        for batch in follow.batches(self._reader, self.watermark, until, STEP):
            self._follow_imports(self.watermark, batch.last)
            self._apply(batch)
            self._advance(batch.last)
        vocabularies.show(self.graph, self._reader)

    def rebuild(self, until: int, progress: Progress | None = None) -> None:
        """Throw the view away and build it from the claims."""
        for name in (NAME, _TIDIED):
            self._log.set_watermark(name, 0, durable=True)
        self.watermark = self._durable = 0
        self.graph.clear()
        quads.load(self.graph, everything(self._reader, self._segments, self._registry, until, progress))
        imported.show_graphs(self.graph, self._segments, 0, until)
        vocabularies.show(self.graph, self._reader)
        self._make_durable(until)
        self.tidy()

    def tidy(self) -> None:
        """Merge the files of the view when much has come since the last time: questions take half the time then.

        Oxigraph does so too, by and by, while questions wait for the processors that this takes.
        """
        tidied = self._reader.watermark(_TIDIED)[0]
        if self.watermark - tidied >= max(TIDY_AFTER, tidied // 2):
            self.graph.optimize()
            self._log.set_watermark(_TIDIED, self.watermark, durable=True)

    def close(self) -> None:
        """Make the view durable and let go of the folder, which Oxigraph does when nothing refers to it."""
        if self.watermark > self._durable:
            self._make_durable(self.watermark)
        del self.graph

    def _follow_imports(self, after: int, until: int) -> None:
        texts = list(self._segments.retracted(after, until))
        fresh = log_segments.parse(self._segments.recorded(after, until))
        facts = partial(imported.facts_among, self._reader, self._registry)
        imported.exchange(self.graph, texts, fresh, self._segments, facts)
        imported.show_graphs(self.graph, self._segments, after, until, texts)
        if texts:
            vocabularies.restore(self.graph)

    def _apply(self, batch: Batch) -> None:
        """Add what is new; then, in one step, take out what an entity no longer shows and put in what it shows now."""
        new: set[ox.Quad] = set()
        stale, instead = self._retracted(batch), set[ox.Quad]()
        for shown, wanted in self._pairs(batch):
            gone = shown - wanted
            stale |= gone
            (instead if gone else new).update(wanted - shown)
        for found in batch.growths:
            self._grow(found, new, stale, instead)
        stale -= imported.held(self._segments, stale)
        live = (row.claim for row in batch.claims if row.claim.retracted_at is None)
        quads.add(self.graph, chain(chain.from_iterable(map(rdf_view.claim_quads, live)), new))
        quads.replace(self.graph, stale - new, instead)

    def _pairs(self, batch: Batch) -> Iterator[tuple[set[ox.Quad], set[ox.Quad]]]:
        """What is shown and what should be, for each part that changes for itself; claims only come and go."""
        for iri, article in batch.articles.items():
            yield set(shown_of_article(self.graph, iri)), set(rdf_view.article_quads(article))
        for entity in batch.entities:
            yield set(shown_of_entity(self.graph, entity)), set(rdf_view.entity_quads(entity, self._registry))

    def _grow(self, found: Growth, new: set[ox.Quad], stale: set[ox.Quad], instead: set[ox.Quad]) -> None:
        """What an entity has gained. Only its confidence, the highest of all claims, may take the place of another."""
        for quad in rdf_view.entity_quads(found.facts, self._registry):
            if quad.predicate != rdf_view.CONFIDENCE or quad.subject == terms.resource(found.iri):
                new.add(quad)
                continue
            shown = set(self.graph.quads_for_pattern(quad.subject, quad.predicate, None, quad.graph_name))
            lower = {other for other in shown if _number(other) < _number(quad)}
            if len(lower) == len(shown):
                (instead if lower else new).add(quad)
                stale |= lower

    def _retracted(self, batch: Batch) -> set[ox.Quad]:
        """Quads of retracted claims that no live claim of the same source shares."""
        gone = [row.claim for row in batch.claims if row.claim.retracted_at is not None]
        stale = {quad for claim in gone for quad in rdf_view.claim_quads(claim)}
        for source in {claim.source for claim in gone}:
            for row in self._reader.claims(source=source):
                stale.difference_update(rdf_view.claim_quads(row.claim))
        return stale

    def _advance(self, watermark: int) -> None:
        self.watermark = watermark
        if watermark - self._durable >= FLUSH_EVERY:
            self._make_durable(watermark)
        else:
            self._log.set_watermark(NAME, watermark, durable=False)

    def _make_durable(self, watermark: int) -> None:
        self.graph.flush()
        self._log.set_watermark(NAME, watermark, durable=True)
        self.watermark = self._durable = watermark


def everything(
    reader: LogReader, segments: SegmentLog, registry: Registry, until: int, progress: Progress | None = None
) -> Iterator[ox.Quad]:
    """All statements of the view of a log, which stands at the change `until`."""
    for row in reader.claims():
        if progress is not None and row.seq % 1000 == 0:
            progress(row.seq // 2, until)
        yield from rdf_view.claim_quads(row.claim)
    for batch in follow.all_batches(reader, until):
        for article in batch.articles.values():
            yield from rdf_view.article_quads(article)
        for entity in batch.entities:
            yield from rdf_view.entity_quads(entity, registry)
    yield from log_segments.parse(segments.texts())


def shown_of_entity(graph: ox.Store, entity: EntityFacts) -> Iterator[ox.Quad]:
    """What the default graph, and the graph of inferred facts, show of an entity now."""
    node, others = terms.resource(entity.iri), (rdf_view.ABOUT, rdf_view.REPORTS, *rdf_inferred.INVERSE)
    for place in (ox.DefaultGraph(), rdf_inferred.GRAPH):
        for quad in graph.quads_for_pattern(node, None, None, place):
            if quad.predicate.value not in others:
                yield quad
        for predicate in others:
            yield from graph.quads_for_pattern(None, terms.named(predicate), node, place)
        for predicate in rdf_view.LINKS:
            for link in graph.quads_for_pattern(None, terms.named(predicate), node, place):
                yield from graph.quads_for_pattern(link.subject, None, None, place)


def _number(quad: ox.Quad) -> float:
    return float(quad.object.value) if isinstance(quad.object, ox.Literal) else 0.0


def shown_of_article(graph: ox.Store, iri: str) -> Iterator[ox.Quad]:
    """The description of an article that its graph shows now."""
    return iter(graph.quads_for_pattern(terms.named(iri), None, None, terms.named(iri)))
