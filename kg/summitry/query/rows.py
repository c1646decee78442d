"""Run a question's query and turn what comes back into rows: Cypher on a property-graph server, SPARQL elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from summitry.claims import Iri, Literal, RdfTerm, Role, iris
from summitry.query.compile import Queries
from summitry.query.describe import Names
from summitry.query.evidence import Evidences
from summitry.query.model import QuestionType, Row
from summitry.store import Readable, Solutions

ROLE_ORDER = [*Role]


@dataclass(frozen=True)
class Found:
    """One raw result: IRIs, the role's word, the ids of the claims behind it."""

    event: str
    agent: str | None = None
    role: str | None = None
    inferred: bool = False
    via: str | None = None
    claims: tuple[str, ...] = ()


def fetch(store: Readable, queries: Queries, inferred: bool = True) -> list[Found]:
    """Every result of the query, one per event, agent, role and way in, in a fixed order: what is stated first.

    Without `inferred`, only what some source says itself.
    """
    raw = _by_cypher(store, queries) if store.native == "cypher" else _by_sparql(store, queries.sparql)
    claims: defaultdict[Found, set[str]] = defaultdict(set)
    for found, ids in raw:
        claims[found].update(ids)
    merged = [_with_claims(found, ids) for found, ids in claims.items()]
    stated = {(found.event, found.agent) for found in merged if not found.inferred}
    kept = [found for found in merged if not found.inferred or (inferred and (found.event, found.agent) not in stated)]
    return sorted(kept, key=_order)


def complete(found: Iterable[Found], names: Names, quotes: Evidences, kind: QuestionType) -> Iterator[Row]:
    """Rows with names and evidence; questions of when and where have one row per event."""
    items = list(found)
    quotes.learn(identifier for item in items if not item.inferred for identifier in item.claims)
    names.learn(iri for item in items for iri in (item.event, item.agent, item.via) if iri)
    for item in items:
        if kind is QuestionType.FACTS or item.agent is None:
            summary = names.event(item.event)
            details = {"start": summary.start, "end": summary.end, "status": summary.status, "mode": summary.mode}
            pieces = quotes.of_event(item.event)
            yield Row(
                summary.iri, summary.name, item.event, evidence=pieces, details={**details, "places": summary.places}
            )
            continue
        subject = item.event if kind is QuestionType.ATTENDED else item.agent
        yield Row(
            iri=subject,
            name=names.name(subject),
            event=item.event,
            role=item.role,
            inferred=item.inferred,
            via=item.via,
            via_name=names.name(item.via) if item.via else None,
            evidence=() if item.inferred else quotes.of_claims(item.claims),
        )


def _with_claims(found: Found, ids: set[str]) -> Found:
    return Found(found.event, found.agent, found.role, found.inferred, found.via, tuple(sorted(ids)))


def _order(found: Found) -> tuple[object, ...]:
    role = ROLE_ORDER.index(Role(found.role)) if found.role else -1
    return found.event, found.inferred, role, found.agent or "", found.via or ""


def _by_cypher(store: Readable, queries: Queries) -> Iterator[tuple[Found, tuple[str, ...]]]:
    table = store.cypher(queries.prepared, queries.parameters)
    for values in table.rows:
        row = dict(zip(table.columns, values, strict=True))
        ids = row.get("claimIds") or ()
        assert isinstance(ids, list | tuple)
        yield (
            Found(str(row["event"]), _text(row.get("agent")), _text(row.get("role")), bool(row.get("inferred")),
                  _text(row.get("via"))),
            tuple(map(str, ids)),
        )  # fmt: skip


def _by_sparql(store: Readable, query: str) -> Iterator[tuple[Found, tuple[str, ...]]]:
    result = store.sparql(query)
    assert isinstance(result, Solutions)
    for row in result.dicts():
        role, claim = _iri(row.get("role")), _iri(row.get("claim"))
        yield (
            Found(_iri(row["event"]) or "", _iri(row.get("agent")), iris.local_name(role) if role else None,
                  _is_true(row.get("inferred")), _iri(row.get("via"))),
            (iris.local_name(claim),) if claim else (),
        )  # fmt: skip


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _iri(term: RdfTerm | None) -> str | None:
    return term.value if isinstance(term, Iri) else None


def _is_true(term: RdfTerm | None) -> bool:
    return isinstance(term, Literal) and term.lexical == "true"
