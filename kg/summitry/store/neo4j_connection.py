"""Connecting to Neo4j and making sure of constraints and indexes."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from typing import Any, LiteralString

import neo4j
from neo4j.exceptions import ClientError

from summitry.store import claim_json
from summitry.store.bolt_errors import as_store_errors
from summitry.store.statements import script, statement
from summitry.store.vocabulary import MET_WITH, SAME_EVENT_AS

RETRY_SECONDS = 5.0
"""How long a transaction is tried again when the server is away or another one was in its way."""

_MADE_MEANWHILE = frozenset({
    "Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists",
    "Neo.ClientError.Schema.IndexAlreadyExists",
    "Neo.ClientError.Schema.ConstraintAlreadyExists",
    "Neo.ClientError.Schema.IndexWithNameAlreadyExists",
    "Neo.ClientError.Schema.ConstraintWithNameAlreadyExists",
})  # fmt: skip
_NAME = re.compile(r"\bsummitry_\w+")


def connect(uri: str, login: tuple[str, str]) -> neo4j.Driver:
    """A driver that has logged in. Raises StoreLoginError and StoreUnavailableError.

    Every error is raised, so the driver's own warnings go nowhere unless the program has set up logging.
    """
    logging.getLogger("neo4j").addHandler(logging.NullHandler())
    with as_store_errors(uri):
        driver = neo4j.GraphDatabase.driver(
            uri,
            auth=login,
            max_transaction_retry_time=RETRY_SECONDS,
            connection_timeout=10.0,
            notifications_min_severity="OFF",
        )
        try:
            driver.verify_connectivity()
        except BaseException:
            driver.close()
            raise
    return driver


def prepare(session: neo4j.Session) -> None:
    """Create the constraints and indexes that are missing, and wait until they can be used."""
    names = set(session.run(statement("schema_names")).single(strict=True)["names"])
    missing = [text for text in script("neo4j_schema") if not names.intersection(_NAME.findall(text))]
    for text in missing:
        _create(session, text)
    if missing:
        session.run(statement("await_indexes")).consume()
    if "summitry_special_subject" not in names:
        marks = {"special": claim_json.SPECIAL, "inferred": claim_json.INFERRED}
        terms = {"sameEventAs": SAME_EVENT_AS, "metWith": MET_WITH}
        session.run(statement("label_records"), {**marks, **terms}).consume()
    if "summitry_member_object" not in names:
        session.run(statement("label_members")).consume()


def _create(session: neo4j.Session, text: LiteralString) -> None:
    """Create what another process may be creating at this moment: IF NOT EXISTS does not see that."""
    try:
        session.execute_write(_run, text)
    except ClientError as error:
        if error.code not in _MADE_MEANWHILE:
            raise


class Sessions:
    """A `Run` that opens a reading transaction for each statement; safe to use from several threads."""

    def __init__(self, driver: neo4j.Driver, database: str, address: str) -> None:
        self._driver, self._database, self._address = driver, database, address

    def __call__(self, text: LiteralString, parameters: Mapping[str, Any]) -> list[neo4j.Record]:
        """The rows of a reading statement. Raises StoreUnavailableError and StoreError."""
        with as_store_errors(self._address), self._driver.session(database=self._database) as session:
            return session.execute_read(_run, text, dict(parameters))


def _run(
    transaction: neo4j.ManagedTransaction, text: LiteralString, parameters: dict[str, Any] | None = None
) -> list[neo4j.Record]:
    return list(transaction.run(text, parameters))
