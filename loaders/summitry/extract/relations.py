"""What sentences say besides events: who leads a coalition, who holds an office, who is mentioned."""

from __future__ import annotations

from collections.abc import Iterable

from summitry.claims import AgentType, Evidence
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk
from summitry.extract.mentions import Found
from summitry.extract.reading import Agent, MembershipReading, OfficeReading, unique

_BODIES = (AgentType.ORGANISATION, AgentType.COALITION)


def memberships(sentences: Iterable[list[Chunk]], text: str) -> tuple[MembershipReading, ...]:
    """`the coalition, led by A and B`."""
    found = []
    for chunks in sentences:
        for index, chunk in enumerate(chunks):
            if chunk.kind == sym.VERB and chunk.verb and chunk.verb.frame.name == "lead" and chunk.verb.passive:
                found.extend(_led(chunks, index, text))
    return tuple(dict.fromkeys(found))


def _led(chunks: list[Chunk], index: int, text: str) -> Iterable[MembershipReading]:
    body = _body(chunks, index)
    leaders = next((c for c in chunks[index + 1 : index + 5] if c.kind == sym.AGENTS), None)
    by = any(c.kind == "BY" for c in chunks[index + 1 : index + 3])
    if body is None or leaders is None or not by:
        return
    evidence = Evidence(chunks[index].start, leaders.end, text[chunks[index].start : leaders.end])
    for agent in leaders.agents:
        yield MembershipReading(agent, body, "lead", evidence, "member.led-by")


def _body(chunks: list[Chunk], index: int) -> Agent | None:
    """The body right before a participle, over quotation marks and a comma."""
    at = index - 1
    while at >= 0 and chunks[at].kind in (",", "»", "”", '"', "'", "’", "BE", "WAS", "(", ")"):
        at -= 1
    if at < 0 or chunks[at].kind != sym.AGENTS or not chunks[at].agents:
        return None
    last = chunks[at].agents[-1]
    return last if last.type in _BODIES else None


def distinct_offices(offices: Iterable[OfficeReading]) -> tuple[OfficeReading, ...]:
    """Each holding once, at its first statement."""
    first: dict[tuple[str, str, str], OfficeReading] = {}
    for office in offices:
        first.setdefault((office.person.key, office.office, office.of.key), office)
    return tuple(first.values())


def mentioned(found: Iterable[Found], text: str) -> tuple[tuple[Agent, tuple[Evidence, ...]], ...]:
    """Everybody named in the article, with the places."""
    places: dict[Agent, list[Evidence]] = {}
    for row in found:
        for mention in row.mentions:
            for agent in mention.agents:
                quote = Evidence(mention.start, mention.end, text[mention.start : mention.end])
                places.setdefault(agent, []).append(quote)
    return tuple((agent, unique(quotes)) for agent, quotes in places.items())
