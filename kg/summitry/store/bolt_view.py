"""A property graph that follows the claims over Bolt: each batch and the new watermark in one transaction."""

from __future__ import annotations

import neo4j

from summitry.store import graph_writer, names
from summitry.store.claim_reader import ClaimReader
from summitry.store.follow import Batch
from summitry.store.property_graph import NAME
from summitry.store.registry import Registry
from summitry.store.statements import script, statement

_WIPE_ROWS = 2000


class BoltView:
    """Applies projections; several processes may, as a batch only counts when it starts at the watermark."""

    def __init__(self, driver: neo4j.Driver, database: str, registry: Registry) -> None:
        self._driver, self._database, self._registry = driver, database, registry

    def prepare(self) -> None:
        """Create the indexes; a graph with other names than the registry's is emptied, so that it is built anew."""
        with self._session() as session:
            for text in script("arcade_schema"):
                session.run(text).consume()
            settled = session.execute_write(lambda found: names.settle(graph_writer.runner(found), self._registry))
        if not settled:
            self.clear()
            with self._session() as session:
                session.execute_write(lambda found: names.write(graph_writer.runner(found), self._registry))

    @property
    def watermark(self) -> int:
        """The number of the last change that is shown; 0 in a new graph."""
        with self._session() as session:
            return session.execute_read(_watermark)

    def intact(self) -> bool:
        """False when nodes are missing: ArcadeDB opens damaged files without a word and shows what is left."""
        with self._session() as session:
            noted = session.execute_read(_noted_nodes)
            return noted is None or noted == session.execute_read(_count_nodes)

    def apply(self, batch: Batch, reader: ClaimReader, after: int, last: int) -> bool:
        """Show the changes after `after` up to `last`; False when the graph does not stand at `after`."""
        with self._session() as session:
            return session.execute_write(self._apply, batch, reader, after, last)

    def set_watermark(self, last: int) -> None:
        """Say that everything up to `last` is shown."""
        with self._session() as session:
            session.execute_write(_set_watermark, last)

    def clear(self) -> None:
        """Delete everything, in steps that fit into memory."""
        self.set_watermark(0)
        with self._session() as session:
            while session.execute_write(_wipe_some):
                pass

    def _apply(
        self, transaction: neo4j.ManagedTransaction, batch: Batch, reader: ClaimReader, after: int, last: int
    ) -> bool:
        if _watermark(transaction) != after:
            return False
        graph_writer.show(graph_writer.runner(transaction), batch, reader, self._registry, in_step=False)
        _set_watermark(transaction, last)
        return True

    def _session(self) -> neo4j.Session:
        return self._driver.session(database=self._database)


def _watermark(transaction: neo4j.ManagedTransaction) -> int:
    row = transaction.run(statement("view_watermark"), {"name": NAME}).single()
    return int(row["watermark"]) if row else 0


def _set_watermark(transaction: neo4j.ManagedTransaction, last: int) -> None:
    values = {"name": NAME, "watermark": last, "nodes": _count_nodes(transaction)}
    transaction.run(statement("set_view_watermark"), values).consume()


def _noted_nodes(transaction: neo4j.ManagedTransaction) -> int | None:
    row = transaction.run(statement("view_watermark"), {"name": NAME}).single()
    return row["nodes"] if row else None


def _count_nodes(transaction: neo4j.ManagedTransaction) -> int:
    return int(transaction.run(statement("count_nodes")).single(strict=True)["nodes"])


def _wipe_some(transaction: neo4j.ManagedTransaction) -> bool:
    row = transaction.run(statement("wipe_some"), {"rows": _WIPE_ROWS}).single(strict=True)
    return bool(row["deleted"])
