"""What only one side says: put to a model as plain statements, so that it looks a second time at just that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from summitry.claims import Evidence, ExtractorError, Role
from summitry.extract.reading import EventReading, Participant

Key = tuple[str, ...]
"""The event's id, or the event's id with agent and role."""

_SAYS = {
    Role.HOST: "hosts", Role.CHAIR: "chairs", Role.PARTICIPANT: "takes, took or will take part in",
    Role.MEDIATOR: "mediates at", Role.INVITEE: "is invited to, without having accepted,",
    Role.ABSENT: "stays away from", Role.ORGANISER: "organises",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Dispute:
    """A statement that one side makes and the other does not, with the words that it rests on."""

    key: Key
    statement: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Judged:
    """What a second look found: True for yes, False for no; nothing where it is unclear."""

    verdicts: Mapping[Key, bool] = field(default_factory=dict)
    problem: ExtractorError | None = None


def about_event(event: EventReading) -> Dispute:
    """That the article tells of an event."""
    statement = f"The article tells of a concrete diplomatic event: {_described(event)}."
    return Dispute((event.id,), statement, event.evidence[0])


def about_participant(event: EventReading, one: Participant) -> Dispute:
    """That somebody has a role at an event."""
    words = f" (“{one.names[0]}”)" if one.names and one.names[0] != one.agent.name else ""
    statement = f"{one.agent.name}{words} {_SAYS[one.role]} this event: {_described(event)}."
    return Dispute(participant_key(event, one), statement, one.evidence[0])


def participant_key(event: EventReading, one: Participant) -> Key:
    """The key of a participation."""
    return event.id, one.agent.key, one.role


def _described(event: EventReading) -> str:
    """An event in a line: kind, name, day, place."""
    where = f", in {event.places[0].name}" if event.places else ""
    return f"{event.kind} “{event.name}” ({event.status}, {event.start or 'date unknown'}{where})"
