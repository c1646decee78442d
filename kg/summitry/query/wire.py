"""Answers as JSON, in the shape of the contract of the commands."""

from __future__ import annotations

from dataclasses import asdict

from summitry.query.model import Answer, Conflict, Row


def answer_json(answer: Answer) -> dict[str, object]:
    """`{"question", "language", "understood", "type", "answer", "rows", "conflicts", "cypher", "sparql", …}`."""
    events = {event.iri: event for event in answer.events}
    return {
        "question": answer.question,
        "language": answer.language,
        "understood": answer.understood,
        "type": answer.type,
        "answer": answer.answer,
        "rows": [_row(row, events[row.event].name if row.event in events else "") for row in answer.rows],
        "events": [asdict(event) for event in answer.events],
        "conflicts": [_conflict(conflict) for conflict in answer.conflicts],
        "cypher": answer.cypher,
        "sparql": answer.sparql,
        "asOf": answer.as_of,
        "validAt": answer.valid_at.isoformat() if answer.valid_at else None,
        "examples": list(answer.examples),
    }


def _conflict(conflict: Conflict) -> dict[str, object]:
    found = asdict(conflict)
    found["ranking"] = [_camel(side) for side in found["ranking"]]
    return found


def _camel(side: dict[str, object]) -> dict[str, object]:
    return {("decidedBy" if key == "decided_by" else key): value for key, value in side.items()}


def _row(row: Row, event_name: str) -> dict[str, object]:
    return {
        "iri": row.iri,
        "name": row.name,
        "role": row.role,
        "inferred": row.inferred,
        "via": row.via,
        "event": row.event,
        "eventName": event_name,
        "evidence": [asdict(piece) for piece in row.evidence],
        **row.details,
    }
