"""What was read, as statements with the place in the text where each is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summitry.claims import Evidence
from summitry.extract.explain.model import Mark, Span, Statement
from summitry.extract.ranker.ranking import Decision
from summitry.extract.reading import EventReading, Participant, Reading

DOUBTFUL = 0.25
"""Who is less likely than this to attend is not worth a word."""
Placed = tuple[int, Statement]


def statements(reading: Reading, decisions: Sequence[Decision]) -> Iterator[Placed]:
    """Every statement with the offset at which its words begin."""
    reasons = {d.key: d.reasons for d in decisions}
    for event in reading.events:
        yield from _event(event, reasons)
    for office in reading.offices:
        says = f"{office.person.name} holds the office {office.office} of {office.of.name}"
        yield office.evidence.start, _said("office", says, office.rule, 0.9, (office.evidence,))
    for member in reading.memberships:
        says = f"{member.member.name} is {member.role} of {member.of.name}"
        yield member.evidence.start, _said("membership", says, member.rule, 0.9, (member.evidence,))
    for conflict in reading.conflicts:
        says = f"{conflict.about} contradicts itself ({' / '.join(conflict.readings)}): {conflict.reason}"
        yield conflict.evidence[0].start, _said(conflict.kind, says, "vote", 1.0, conflict.evidence)
    yield from _turned_down(decisions)


def marks(reading: Reading) -> Iterator[Span]:
    """Every stretch of text that was used, as what it was used."""
    for agent_evidence in (quotes for _, quotes in reading.mentions):
        yield from _spans(agent_evidence, Mark.AGENT)
    for event in reading.events:
        yield from _spans(event.evidence, Mark.EVENT)
        yield from _spans([t.evidence for t in event.dates], Mark.TIME)
        yield from _spans([p.evidence for p in event.places], Mark.PLACE)
        yield from _spans(event.status_evidence, Mark.STATUS)
        for participant in event.participants:
            yield from _spans(participant.evidence, Mark.AGENT)
    yield from _spans([o.evidence for o in reading.offices], Mark.OFFICE)


def _event(event: EventReading, reasons: dict[tuple[str, str], tuple[tuple[str, float], ...]]) -> Iterator[Placed]:
    first = min(e.start for e in event.evidence)
    says = f"{event.kind.value} “{event.name}”, {event.status.value}" + (f", {event.start}" if event.start else "")
    why = reasons.get((event.id, ""), ())
    yield first, _said("event", says, f"event.{event.rules[0]}", event.confidence, event.evidence, why)
    for participant in event.participants:
        yield participant.evidence[0].start, _participant(event, participant, reasons)
    for time in event.dates:
        flags = f" [{', '.join(time.flags)}]" if time.flags else ""
        anchor = f", counted from {time.anchor}" if time.anchor else ""
        said = f"“{time.stated}” is {time.reading or 'not read'}{anchor}{flags}"
        yield time.evidence.start, _said(event.name, said, "time.stated", 0.9, (time.evidence,))
    for place in event.places:
        said = f"takes place in {place.name}" + (f" ({place.country})" if place.country else "")
        yield place.evidence.start, _said(event.name, said, "event.place", 0.9, (place.evidence,))
    for agent, evidence in event.announced_by:
        yield evidence.start, _said(event.name, f"announced by {agent.name}", "announce.subject", 0.9, (evidence,))


def _participant(
    event: EventReading, participant: Participant, reasons: dict[tuple[str, str], tuple[tuple[str, float], ...]]
) -> Statement:
    behalf = f" for {participant.on_behalf_of.name}" if participant.on_behalf_of else ""
    says = f"{participant.agent.name}: {participant.role.value}{behalf}"
    why = reasons.get((event.id, participant.agent.key), ())
    return _said(event.name, says, participant.rule, participant.confidence, participant.evidence, why)


def _turned_down(decisions: Sequence[Decision]) -> Iterator[Placed]:
    for one in decisions:
        if one.accepted or one.probability < DOUBTFUL:
            continue
        says = (
            f"{one.agent.name} is not read as attending"
            if one.agent
            else f"{one.event.kind.value}: not read as an event"
        )
        rule = "ranker.attends" if one.agent else "ranker.event"
        yield one.at, Statement(one.event.name, says, rule, one.probability, (one.words,), False, one.reasons)


def _said(
    about: str, says: str, rule: str, confidence: float, evidence: Sequence[Evidence],
    reasons: tuple[tuple[str, float], ...] = (),
) -> Statement:  # fmt: skip
    return Statement(about, says, rule, confidence, tuple(e.quote for e in evidence), True, reasons)


def _spans(evidence: Sequence[Evidence], mark: Mark) -> Iterator[Span]:
    return (Span(e.start, e.end, mark) for e in evidence)
