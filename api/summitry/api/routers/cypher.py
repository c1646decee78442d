"""`/cypher`: reading Cypher queries."""

from __future__ import annotations

from datetime import date, datetime, time

from fastapi import APIRouter

from summitry.api.dependencies import TheStore
from summitry.api.problems import responses
from summitry.api.query_models import CypherIn, CypherOut
from summitry.store import history

router = APIRouter(prefix="/cypher", tags=["queries"])


@router.post("", summary="Run a Cypher query", responses=responses(400, 404, 422, 503))
def run_cypher(store: TheStore, asked: CypherIn) -> CypherOut:
    """Reading only. On the embedded store the first query starts its engine, which takes some seconds."""
    day: dict[str, object] = {"inferred": asked.inferred}
    if asked.valid_at:
        day["validAt"] = asked.valid_at.isoformat()
    then = history.as_of(store, asked.as_of)
    table = then.cypher(asked.query, {**day, **asked.parameters}, timeout=asked.timeout)
    return CypherOut(columns=list(table.columns), rows=[[_value(cell) for cell in row] for row in table.rows])


def _value(cell: object) -> object:
    """A value that JSON can hold: times become ISO 8601, anything unknown its text."""
    match cell:
        case None | bool() | int() | float() | str():
            return cell
        case date() | datetime() | time():
            return cell.isoformat()
        case list() | tuple():
            return [_value(item) for item in cell]
        case dict():
            return {str(key): _value(value) for key, value in cell.items()}
        case _:
            return str(cell)
