"""Meetings told in one breath and held one by one: `bilateral talks with A, B and C`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from summitry.claims import AgentType, EventKind, EventStatus, Role
from summitry.extract.clauses import Chunk
from summitry.extract.frame_model import OF_FEW, Part, RawFrame
from summitry.extract.pack_model import Pack
from summitry.extract.reading import Agent
from summitry.extract.titles import Title

_PARTNERS = frozenset({"with", "object", "to"})
_SINGLE = frozenset({AgentType.PERSON, AgentType.STATE})
_HEADS = frozenset({"headOfState", "headOfGovernment"})
_POWERS = _HEADS | {"organisationHead", "relative"}
"""Levels of those who each receive a guest of state by themselves; the speaker of a parliament is another."""
_SPEAKER = "speaker"
_PAIR = 2
_MEETING, _CALLING = frozenset({"meet", "noun", "call", "speak", "speakalone"}), frozenset({"call.object"})
"""Rules of frames that name no host of several, and of whom somebody calls up (`phoned A and B`)."""


def one_by_one(
    frame: RawFrame, chunks: Sequence[Chunk], pack: Pack, central: Agent | None = None
) -> Iterator[RawFrame]:
    """The frame itself, or one for each partner when they are met one after another.

    A word of the pack says so, or `central`, who has met one after another so far, goes on, or they are such as are
    met by themselves.
    """
    if frame.kind is EventKind.VISIT and frame.plural and frame.noun:
        yield from _place_by_place(frame)
        return
    if frame.kind not in OF_FEW or frame.refers:
        yield frame
        return
    partners = [p for p in frame.parts if p.rule.rpartition(".")[2] in _PARTNERS] or _received(frame)
    frame.apart = _said(frame, partners, chunks, pack.apart) or _goes_on(frame, partners, central)
    others = [p for p in frame.parts if p not in partners]
    if frame.apart and len(partners) == 1 and _several(others) and _said(frame, partners, chunks, pack.singly):
        partners, others = others, partners  # `A and B met C separately`
    several = frame.apart and _several(partners)
    if not several and not _each(frame, partners, chunks, pack):
        yield frame
        return
    frame.apart = True
    for partner in partners[1:]:
        yield frame.twin([*others, partner], partner.start, partner.end)
    frame.parts = [*others, partners[0]]
    yield frame


def _received(frame: RawFrame) -> list[Part]:
    """`A and B were received separately by C`: those whom the subject of a passive verb names."""
    hosted = any(p.rule.endswith(".by") and p.role is Role.HOST for p in frame.parts)
    return [p for p in frame.parts if p.rule.endswith(".subject") and p.role is Role.PARTICIPANT] if hosted else []


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
    near = [chunks[0], *near] if chunks[0].kind == "ADV" else near  # `Tour à tour, A et B ont été reçus`
    return any(_telling(c, words) for c in (*near, *behind))


def _goes_on(frame: RawFrame, partners: Sequence[Part], central: Agent | None) -> bool:
    """Whether who meets one after another will meet more."""
    others = [p.agent for p in frame.parts if p not in partners]
    ahead = any(state == EventStatus.PLANNED for state, _, _ in frame.statuses)
    return central is not None and ahead and others == [central]


def _each(frame: RawFrame, partners: Sequence[Part], chunks: Sequence[Chunk], pack: Pack) -> bool:
    """`also met A and B`, `phoned A and B`, `spoke with A and with B`, `met the president, A, and the speaker, B`."""
    guests = {p.agent for p in frame.parts if p not in partners}
    if frame.rule not in _MEETING or len(guests) > 1 or any(a.type is not AgentType.PERSON for a in guests):
        return False
    titles = [_title(part, chunks) for part in partners]
    if len(partners) < 2 or any(p.agent.type is not AgentType.PERSON for p in partners):
        return False
    if _powers(titles) or _by_agenda(frame, titles):
        return guests.isdisjoint(p.agent for p in partners) and not _at_home(guests, partners)
    others = [p.agent.country for p, title in zip(partners, titles, strict=True) if p.agent.country or not title]
    strangers = len(set(others)) == len(others) and None not in others
    called = len(partners) == 2 and all(p.rule in _CALLING for p in partners)
    first = min(p.start for p in frame.parts)
    told = any(_telling(c, pack.besides) for c in chunks if first <= c.start <= partners[0].start)
    return strangers and (called or told or _repeated(partners, chunks, pack))


def _repeated(partners: Sequence[Part], chunks: Sequence[Chunk], pack: Pack) -> bool:
    """`with A and with B`: each behind a preposition; Romance languages say it of those who meet together too."""
    if not pack.premodifiers:
        return False
    listed = next((c for c in chunks if c.start <= partners[0].start < c.end), None)
    if listed is None:
        return False
    between = (listed.text[a.end - listed.start : b.start - listed.start] for a, b in pairwise(partners))
    return all(any(_of_company(word, pack) for word in gap.lower().split()) for gap in between)


def _of_company(word: str, pack: Pack) -> bool:
    return any(entry.symbol == "WITH" for entry in pack.entries.get(word, ()))


def _title(part: Part, chunks: Sequence[Chunk]) -> Title | None:
    """The title by which words name somebody."""
    mentions = (m for c in chunks if c.start <= part.start < c.end for m in c.mentions)
    return next((m.title for m in mentions if m.start == part.start and m.title and not m.title.plural), None)


def _powers(titles: Sequence[Title | None]) -> bool:
    """Whether all have titles, those of different powers, and one is a head of state or of government."""
    levels = [t.level for t in titles if t is not None and (t.level in _POWERS or t.office == _SPEAKER)]
    return len(levels) == len(titles) == len(set(levels)) and not _HEADS.isdisjoint(levels)


def _by_agenda(frame: RawFrame, titles: Sequence[Title | None]) -> bool:
    """`will meet the president, A, the foreign minister, B, and the speaker, C`: three or more of unequal offices."""
    told = [t for t in titles if t is not None]
    offices = {(t.office, t.of) for t in told}
    ahead = any(state == EventStatus.PLANNED for state, _, _ in frame.statuses)
    unequal = any(t.level in _HEADS for t in told) and not all(t.level in _HEADS for t in told)
    return ahead and unequal and len(told) == len(titles) == len(offices) > _PAIR


def _at_home(guests: Set[Agent], partners: Sequence[Part]) -> bool:
    """Whether they are of the country of those who receive."""
    return not {a.country for a in guests}.isdisjoint(p.agent.country for p in partners if p.agent.country)


def _telling(chunk: Chunk, words: Set[str]) -> bool:
    told = chunk.text.lower()
    return not chunk.mentions and (told in words or (" " in told and not words.isdisjoint(told.split())))


def _several(partners: Sequence[Part]) -> bool:
    """Whether they are two or more, each of a country of his own."""
    countries = {p.agent.country for p in partners}
    single = all(p.agent.type in _SINGLE for p in partners)
    return len(partners) > 1 and single and None not in countries and len(countries) == len(partners)
