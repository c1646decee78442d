"""The property graph of a Neo4j server against its claims: compared with them, and made from them anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import neo4j

from summitry.store import follow, graph_verify, graph_writer, inferring, neo4j_log
from summitry.store.bolt_errors import as_store_errors
from summitry.store.neo4j_reader import Neo4jReader
from summitry.store.neo4j_segments import Write
from summitry.store.protocol import Difference, Progress
from summitry.store.registry import Registry
from summitry.store.statements import statement


class ServerGraph:
    """`session` opens a session, `write` runs one writing transaction."""

    def __init__(
        self, session: Callable[[], neo4j.Session], write: Write, reader: Neo4jReader, registry: Registry, uri: str
    ) -> None:
        self._session, self._write = session, write
        self._reader, self._registry, self._uri = reader, registry, uri

    def verify(self) -> Iterator[Difference]:
        """Where the graph differs, all of it is compared again while nobody writes."""
        if any(self._differences()):  # of a change that was being made, perhaps
            with as_store_errors(self._uri), self._session() as session:
                yield from session.execute_write(self._settled_differences)

    def rebuild(self, progress: Progress | None) -> None:
        """Delete the graph and project every entity again, in steps between which others may write."""
        with as_store_errors(self._uri), self._session() as session:
            session.run(statement("wipe_projection")).consume()
        seq, done = self._reader.last_seq(), 0
        for batch in follow.all_batches(self._reader, seq):
            named = [entity.iri for entity in batch.entities] + list(batch.articles)
            self._write(partial(neo4j_log.reproject, entities=named, registry=self._registry))
            done += sum(len(entity.claims) for entity in batch.entities)
            if progress is not None:
                progress(min(done, seq), seq)

    def infer_anew(self, progress: Progress | None) -> None:
        """Infer anew about every event, some hundred in a transaction."""
        done = 0
        for events in inferring.events(self._reader):
            self._write(partial(neo4j_log.infer_anew, events=events, registry=self._registry))
            done += len(events)
            if progress is not None:
                progress(done, done)

    def _differences(self) -> Iterator[Difference]:
        with as_store_errors(self._uri), self._session() as session:
            batches = follow.all_batches(self._reader, self._reader.last_seq())
            yield from graph_verify.differences(session, batches, self._registry)

    def _settled_differences(self, transaction: neo4j.ManagedTransaction) -> list[Difference]:
        neo4j_log.lock(graph_writer.runner(transaction))
        return list(self._differences())
