"""What a query may not do here: change the store, or call another server.

`SERVICE SILENT` asks for its failure to be passed over: where other servers may not be called, it counts as failed and
adds nothing, as SPARQL 1.1 Federated Query (2.4) has it.
"""

from __future__ import annotations

from collections.abc import Sequence

from summitry.claims import QueryError
from summitry.store import sparql_tokens
from summitry.store.query_errors import RefusedError
from summitry.store.sparql_tokens import Token

_UPDATES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"})
_FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})


def checked(query: str, *, remote: bool = False) -> str:
    """The query as it may be run; `remote` allows SERVICE.

    Raises QueryError for an update, RefusedError for a SERVICE that is not SILENT.
    """
    words = sparql_tokens.tokens(query)
    first = next((word.keyword for word in words if word.keyword in _UPDATES | _FORMS), None)
    if first in _UPDATES:
        raise QueryError("SPARQL query", f"{first} would change the store", "only queries are allowed here")
    return query if remote else without_services(query, words)


def without_services(query: str, words: Sequence[Token]) -> str:
    """The text with every SERVICE SILENT as a pattern that finds nothing and keeps its variables in scope."""
    parts: list[str] = []
    place = written = 0
    while place < len(words):
        block = _silent_block(words, place)
        if block is None:
            place += 1
            continue
        end = sparql_tokens.block_end(words, block)
        inside = _all_silent(query[words[block].start : words[end - 1].end])
        parts += [query[written : words[place].start], f"OPTIONAL {{ FILTER(false) {inside} }}"]
        written, place = words[end - 1].end, end
    return "".join(parts) + query[written:]


def _silent_block(words: Sequence[Token], place: int) -> int | None:
    """The place of the brace that opens a SERVICE SILENT. Raises RefusedError for a SERVICE that is not SILENT."""
    if words[place].keyword != "SERVICE":
        return None
    if [word.keyword for word in words[place + 1 : place + 2]] != ["SILENT"]:
        raise RefusedError(
            "SPARQL query",
            "SERVICE would call another server",
            "leave it out, or start the server with --sparql-remote",
        )
    opening = place + 3
    return opening if opening < len(words) and words[opening].text == "{" else None


def _all_silent(block: str) -> str:
    """A block with what it would call inside left out too: its own server is not called either."""
    words = sparql_tokens.tokens(block)
    silent = block
    for place in reversed(range(len(words))):
        if words[place].keyword == "SERVICE" and words[place + 1].keyword != "SILENT":
            silent = f"{silent[: words[place].end]} SILENT{silent[words[place].end :]}"
    return without_services(silent, sparql_tokens.tokens(silent))
