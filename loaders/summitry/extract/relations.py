"""What sentences say besides events: who holds an office, and who is mentioned."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from summitry.claims import Evidence
from summitry.extract.mentions import Found
from summitry.extract.reading import Agent, OfficeReading, unique

Mentioned = tuple[tuple[Agent, tuple[Evidence, ...]], ...]


def distinct_offices(found: Sequence[Found]) -> tuple[OfficeReading, ...]:
    """Each holding once, at its first statement, with the forms in which the article names the holder."""
    first: dict[tuple[str, str, str], OfficeReading] = {}
    for office in (office for row in found for office in row.offices):
        first.setdefault((office.person.key, office.office, office.of.key), office)
    names: dict[str, dict[str, None]] = {office.person.key: {} for office in first.values()}
    for mention in (mention for row in found for mention in row.mentions if mention.names):
        for agent in mention.agents:
            if agent.key in names:
                names[agent.key].update(dict.fromkeys(mention.names))
    return tuple(replace(office, names=tuple(names[office.person.key])) for office in first.values())


def mentioned(found: Iterable[Found], text: str) -> Mentioned:
    """Everybody named in the article, with the places."""
    places: dict[Agent, list[Evidence]] = {}
    for row in found:
        for mention in row.mentions:
            for agent in mention.agents:
                quote = Evidence(mention.start, mention.end, text[mention.start : mention.end])
                places.setdefault(agent, []).append(quote)
    return tuple((agent, unique(quotes)) for agent, quotes in places.items())
