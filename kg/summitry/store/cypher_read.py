"""Running Cypher that somebody wrote: reading only, within a time limit.

Neo4j keeps both promises itself: access mode READ and a transaction time limit. ArcadeDB minds neither over Bolt, so
there the login is one that may only read, and a second connection terminates a query that runs too long.
"""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import neo4j
from neo4j import exceptions

from summitry.store import bolt_errors, bolt_values, cypher_rules
from summitry.store.protocol import Table
from summitry.store.statements import statement


def read_neo4j(
    driver: neo4j.Driver, database: str, query: str, parameters: Mapping[str, object] | None, timeout: float | None
) -> Table:
    """The rows of a query on Neo4j; `timeout` in seconds. Raises QueryError and QueryTimeoutError."""
    cypher_rules.check(query)
    with (
        _session(driver, database) as session,
        _told(timeout),
        session.begin_transaction(timeout=timeout) as transaction,
    ):
        return _table(transaction.run(query, dict(parameters or {})))


def read_arcade(
    driver: neo4j.Driver, database: str, query: str, parameters: Mapping[str, object] | None, timeout: float | None
) -> Table:
    """The rows of a query on ArcadeDB; `timeout` in seconds. Raises QueryError and QueryTimeoutError.

    `driver` must be logged in as somebody who may only read.
    """
    cypher_rules.check(query)
    cypher_rules.check_arcade(query)
    # One query at a time in a thread: so the mark finds it among all, and a repeated query keeps its text and its plan.
    mark = f"/* summitry {os.getpid()}.{threading.get_ident()} */"
    text = f"{query.rstrip().rstrip(';')}\n{mark}"
    with (
        _session(driver, database) as session,
        _told(timeout),
        _terminated(driver, database, mark, timeout),
        session.begin_transaction() as transaction,
    ):
        return _table(transaction.run(text, dict(parameters or {})))


def _session(driver: neo4j.Driver, database: str) -> neo4j.Session:
    return driver.session(database=database, default_access_mode=neo4j.READ_ACCESS)


def _table(result: neo4j.Result) -> Table:
    columns = tuple(result.keys())
    return Table(columns, tuple(tuple(bolt_values.plain(value) for value in record.values()) for record in result))


@contextmanager
def _told(timeout: float | None) -> Iterator[None]:
    try:
        yield
    except (exceptions.ServiceUnavailable, exceptions.SessionExpired, exceptions.AuthError):
        raise
    except exceptions.Neo4jError as error:
        raise bolt_errors.query_error(error, timeout) from error


@contextmanager
def _terminated(driver: neo4j.Driver, database: str, mark: str, timeout: float | None) -> Iterator[None]:
    """End the marked query when the block takes longer than `timeout` seconds."""
    if timeout is None:
        yield
        return
    timer = threading.Timer(timeout, _terminate, (driver, database, mark))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()


def _terminate(driver: neo4j.Driver, database: str, mark: str) -> None:
    with contextlib.suppress(exceptions.DriverError, exceptions.Neo4jError), _session(driver, database) as session:
        for row in list(session.run(statement("show_transactions"))):
            if row["currentQuery"].endswith(mark):
                session.run(statement("terminate_transaction"), {"id": row["transactionId"]}).consume()
