"""Meetings told in one breath and held one by one: `bilateral talks with A, B and C`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from summitry.claims import AgentType, EventKind, EventStatus
from summitry.extract.clauses import Chunk
from summitry.extract.frame_model import OF_FEW, Part, RawFrame
from summitry.extract.reading import Agent

_PARTNERS = frozenset({"with", "object", "to"})
_SINGLE = frozenset({AgentType.PERSON, AgentType.STATE})


def one_by_one(
    frame: RawFrame, chunks: Sequence[Chunk], words: Set[str], central: Agent | None = None
) -> Iterator[RawFrame]:
    """The frame itself, or one for each partner when they are met one after another.

    A word of `words` says so, or `central`, who has met one after another so far, goes on.
    """
    if frame.kind is EventKind.VISIT and frame.plural:
        yield from _place_by_place(frame)
        return
    if frame.kind not in OF_FEW or frame.refers:
        yield frame
        return
    partners = [p for p in frame.parts if p.rule.rpartition(".")[2] in _PARTNERS]
    frame.apart = _said(frame, partners, chunks, words) or _goes_on(frame, partners, central)
    if not frame.apart or not _several(partners):
        yield frame
        return
    others = [p for p in frame.parts if p not in partners]
    for partner in partners[1:]:
        yield frame.twin([*others, partner], partner.start, partner.end)
    frame.parts = [*others, partners[0]]
    yield frame


def _place_by_place(frame: RawFrame) -> Iterator[RawFrame]:
    """`visits to P and Q`: one for each country."""
    countries = list(dict.fromkeys(place[2] for place in frame.places))
    for country in countries[1:] if None not in countries else ():
        places = [place for place in frame.places if place[2] == country]
        second = frame.twin(list(frame.parts), places[0][3], places[0][4])
        second.places = places
        yield second
    if len(countries) > 1 and None not in countries:
        frame.places = [place for place in frame.places if place[2] == countries[0]]
    yield frame


def _said(frame: RawFrame, partners: Sequence[Part], chunks: Sequence[Chunk], words: Set[str]) -> bool:
    """Whether the words from the beginning of the phrase to the first partner, or right behind, say so."""
    first, last = frame.span[0], max([frame.end, *(p.start for p in partners)])
    near = [c for c in chunks if first - 1 <= c.start <= last]
    behind = [c for c in chunks if c.start > last][:3]
    return any(_telling(c, words) for c in (*near, *behind))


def _goes_on(frame: RawFrame, partners: Sequence[Part], central: Agent | None) -> bool:
    """Whether who meets one after another will meet more."""
    others = [p.agent for p in frame.parts if p not in partners]
    ahead = any(state == EventStatus.PLANNED for state, _, _ in frame.statuses)
    return central is not None and ahead and others == [central]


def _telling(chunk: Chunk, words: Set[str]) -> bool:
    told = chunk.text.lower()
    return not chunk.mentions and (told in words or (" " in told and not words.isdisjoint(told.split())))


def _several(partners: Sequence[Part]) -> bool:
    """Whether they are two or more, each of a country of his own."""
    countries = {p.agent.country for p in partners}
    single = all(p.agent.type in _SINGLE for p in partners)
    return len(partners) > 1 and single and None not in countries and len(countries) == len(partners)
