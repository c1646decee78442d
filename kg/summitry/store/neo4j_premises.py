"""What inference asks of the claim log in Neo4j, and writing what follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from summitry.claims import Claim
from summitry.store import claim_json
from summitry.store.graph_writer import Run, chunks
from summitry.store.statements import statement


class BoltPremises:
    """Implements `PremiseReader` in a transaction."""

    def __init__(self, run: Run) -> None:
        self._run = run

    def members_of(self, groups: Iterable[str]) -> Iterator[Claim]:
        """See `PremiseReader.members_of`."""
        return self._claims("log_members_of", groups)

    def offices_in(self, sources: Iterable[str]) -> Iterator[Claim]:
        """See `PremiseReader.offices_in`."""
        return self._claims("log_offices_in", sources)

    def _claims(self, name: str, values: Iterable[str]) -> Iterator[Claim]:
        for part in chunks(sorted(set(values))):
            for row in self._run(statement(name), {"values": list(part)}):
                times = (row["recordedAt"], row["retractedAt"])
                yield claim_json.claim_from_row(
                    (row["id"], row["source"], row["subject"], row["predicate"], row["body"].encode(), *times)
                )
