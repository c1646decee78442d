"""What inference asks of a claim log beside the facts of events: answered by SQL, or by Cypher on Neo4j."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Protocol

import orjson

from summitry.claims import Claim
from summitry.store import claim_json
from summitry.store.connections import Connections
from summitry.store.vocabulary import HOLDS_OFFICE, MEMBER_OF

_COLUMNS = "id, source, subject, predicate, body, recorded_at, retracted_at"
_FIND = f"SELECT {_COLUMNS} FROM claim WHERE {{}} IN (SELECT value FROM json_each(?)) AND retracted_seq IS NULL"
_MEMBERS = f"{_FIND.format('object')} AND predicate = '{MEMBER_OF}'"
_OFFICES = f"{_FIND.format('source')} AND predicate = '{HOLDS_OFFICE}'"


class PremiseReader(Protocol):
    """Live claims that inferences rest on."""

    def members_of(self, groups: Iterable[str]) -> Iterator[Claim]:
        """`memberOf` claims whose object is one of the IRIs."""
        ...

    def offices_in(self, sources: Iterable[str]) -> Iterator[Claim]:
        """`holdsOffice` claims of the sources."""
        ...


class SqlPremises:
    """Implements `PremiseReader` on the embedded log."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def members_of(self, groups: Iterable[str]) -> Iterator[Claim]:
        """See `PremiseReader.members_of`."""
        return self._claims(_MEMBERS, groups)

    def offices_in(self, sources: Iterable[str]) -> Iterator[Claim]:
        """See `PremiseReader.offices_in`."""
        return self._claims(_OFFICES, sources)

    def _claims(self, sql: str, values: Iterable[str]) -> Iterator[Claim]:
        wanted = orjson.dumps(list(values)).decode()
        rows: list[Any] = self._connections.reader().execute(sql, (wanted,)).fetchall()
        return (claim_json.claim_from_row(row) for row in rows)
