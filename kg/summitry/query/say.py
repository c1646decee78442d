"""The answer as a sentence or two, in the language of the question."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from summitry.claims import iris
from summitry.query.model import EventSummary, Row
from summitry.query.phrases import Phrases

_PERSON = iris.entity("person", "")


def sentence(rows: Sequence[Row], events: Sequence[EventSummary], phrases: Phrases, widened: bool = False) -> str:
    """A line per event with its rows; says plainly when nothing was found."""
    if not rows:
        return phrases.sentences["nobody" if events else "none"]
    lines = [phrases.sentences["widened"]] if widened else []
    lines += [phrases.sentences["several"]] if len(events) > 1 else []
    for event in events:
        mine = [row for row in rows if row.event == event.iri]
        lines.append(f"{heading(event, phrases)}: {_people(mine, phrases)}".rstrip(": "))
    return "\n".join(lines)


def heading(event: EventSummary, phrases: Phrases) -> str:
    """`videoconference of the coalition of the willing (2026-02-24, planned)`."""
    name = event.name if event.name != event.iri.rsplit("/", 1)[-1] else phrases.word("kind", event.kind)
    when = when_of(event, phrases)
    places = [place for place in event.places if place.casefold() not in name.casefold()]
    place = phrases.sentences["at"].format(place=", ".join(places)) if places else ""
    return f"{name}{place} ({when}, {phrases.word('status', event.status)})".replace(", )", ")")


def when_of(event: EventSummary, phrases: Phrases) -> str:
    """Start and end as EDTF, or that the date is unknown."""
    if not event.start:
        return phrases.sentences["undated"]
    return f"{event.start} – {event.end}" if event.end and event.end != event.start else event.start


def role_of(row: Row, phrases: Phrases) -> str:
    """The role in words, with the membership through which it is inferred."""
    if row.inferred and row.via and row.via_name:
        by_person = row.via.startswith(_PERSON)
        return phrases.sentences["represented" if by_person else "inferred"].format(via=row.via_name)
    return phrases.word("role", row.role)


def _people(rows: Iterable[Row], phrases: Phrases) -> str:
    named = [f"{row.name} ({role_of(row, phrases)})" for row in rows if row.role and not row.inferred]
    inferred = sum(row.inferred for row in rows)
    return ", ".join(named) + (f" + {inferred}" if inferred else "")
