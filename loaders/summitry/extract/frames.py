"""Frames: what one sentence says about one event, read around its event nouns and verbs."""

from __future__ import annotations

from operator import itemgetter

from summitry.claims import EventKind, EventStatus
from summitry.extract import symbols as sym
from summitry.extract.agents import Agents
from summitry.extract.clauses import Chunk
from summitry.extract.event_places import PlaceBinder
from summitry.extract.event_times import TimeBinder, bind_heading
from summitry.extract.frame_apart import one_by_one
from summitry.extract.frame_context import Context
from summitry.extract.frame_fates import Fates
from summitry.extract.frame_model import BETWEEN_TWO, SILENT, SOFT, Part, RawFrame
from summitry.extract.frame_supposed import says
from summitry.extract.nearness import Clauses
from summitry.extract.packs import Pack
from summitry.extract.time import Place, StatedTime

__all__ = ["Context", "FrameReader", "Part", "RawFrame"]


class FrameReader:
    """Reads the frames of one row of chunks."""

    def __init__(self, pack: Pack, agents: Agents) -> None:
        self.pack = pack
        self.agents = agents

    def read(self, chunks: list[Chunk], sentence: int, context: Context) -> list[RawFrame]:
        """The frames of a sentence, in order; `context` is what the sentences before spoke of."""
        context.pronouns(chunks, self.pack.grammar.oblique)
        context.contests += says(chunks, self.pack.grammar.contests)
        names = (context.crowd or context.listing) and bool(chunks) and chunks[0].kind == "INCL"
        called = sentence == 0 and any(c.text.lower() in self.pack.grammar.calling for c in chunks[1:4])
        if not (names or called or context.listing or _telling(chunks) or self._spoken(chunks)):
            context.note(chunks, [])
            return []
        frames = _Sentence(self.pack, self.agents, chunks, sentence, context).read()
        for frame in frames:
            if self.pack.grammar.reorders or frame.span[0] >= frame.span[1]:
                frame.span = (min(*frame.span, frame.start), max(*frame.span, frame.end))
        context.note(chunks, frames)
        return frames

    def _spoken(self, chunks: list[Chunk]) -> bool:
        """Whether those are named to whom somebody speaks at an event or on a visit, or a delegation."""
        words = [word for chunk in chunks for word in chunk.text.lower().split()]
        pack = self.pack
        if not all(known.isdisjoint(words) for known in (pack.assembled, pack.delegations, pack.visiting)):
            return True
        return any(not pack.delegations.isdisjoint(w.split()) for w in words if " " in w)  # `British delegation`


_HEADING = 8
_AROUND_HEADING = frozenset({",", ".", ":", "-", "DET"})
_ACTING = frozenset({sym.AGENTS, sym.TREATY})
"""What an event without a noun of its own is told by: who meets, or what is signed."""
_SAID = frozenset({sym.VERB, sym.TIME, sym.PLACE, sym.EVENT})
"""What follows `is` where an event is told by it: what happens to it, or when and where it is."""
_BEING = frozenset({"BE", "WAS", "NEG"})
_COMPANY = frozenset({"PRESENCE", "CLIT", "WITHOUT", "FLOOR", "VIRTUAL"})
_CLOSE = 4
"""How many characters behind a noun phrase a day still belongs to it."""


def _telling(chunks: list[Chunk]) -> bool:
    """Whether a sentence can tell of an event: a noun or verb of events, who is where, or a date as heading."""
    kinds = {chunk.kind for chunk in chunks}
    if sym.EVENT in kinds:
        return True
    if kinds.isdisjoint(_ACTING):
        return sym.TIME in kinds and len(chunks) <= _HEADING
    named = {chunk.verb.frame.name for chunk in chunks if chunk.verb is not None}
    if named - SILENT or (sym.PLACE in kinds and "leave" in named):
        return True  # `A met B`, `A left P for Q`
    if (sym.PLACE in kinds and kinds & {"BE", "WAS", "FUT"}) or kinds & _COMPANY:
        return True
    sided = chunks[0].kind in ("TO", "OF") and bool(named)  # `Pour la France, A a plaidé …`
    if sided or ({sym.TIME, sym.PLACE} <= kinds and any(len(c.agents) > 1 for c in chunks)):
        return True  # `A and B condemned on Monday in P …`
    # `In the capital are A and B`
    located = bool(chunks) and chunks[0].kind == "IN" and sym.AGENTS in kinds and bool(kinds & {"BE", "WAS"})
    return located or "PHONE" in kinds or (sym.TIME in kinds and len(chunks) <= _HEADING)


class _Sentence(Fates):
    """Reads the frames of one sentence."""

    def read(self) -> list[RawFrame]:
        for index, chunk in enumerate(self.chunks):
            if chunk.kind == sym.EVENT:
                self.nouns[index] = self._noun(index)
        for index, chunk in enumerate(self.chunks):
            if chunk.kind == sym.VERB and chunk.verb and not self._asked(index):
                self._verb(index, chunk.verb)
        self._guests()
        self._headlines()
        self._welcomes()
        self._calls()
        self._purposes()
        self._errands()
        self._adjuncts()
        self._presences()
        self._told_those_there()
        self._acted_together()
        self._stayed()
        self._visited_by()
        self._toured()
        self._travellers()
        self._invited_by()
        self._meeting_whom()
        self._partners()
        self._had()
        self._told_at()
        self._together()
        self._enabled()
        self._served()
        self._around()
        self._named_after()
        self._attended_by()
        self._there()
        self._being_at()
        self._companions()
        self._delegations()
        self._on_the_floor()
        self._on_the_sidelines()
        self._wholes()
        clauses = Clauses(self.chunks, self.pack.anterior, self.pack.temporal, self._is_to_come)
        TimeBinder(clauses, self._frame_at, self._subject, self.pack.premodifiers, self.pack.grammar.whens).bind()
        PlaceBinder(clauses, self._frame_at, self.pack.grammar.matters).bind()
        self._spoken_of()
        self._fates()
        self._visiting()
        self._aims()
        self._heading()
        self._sequels()
        self._gapped()
        self._tours()
        told = [(at, frame) for at, frame in self.nouns.items() if not self._untold(at, frame)]
        found = sorted((*told, *self.verbs.items()), key=itemgetter(0))
        frames = [frame for at, frame in found if not self._only_supposed(at, frame)]
        return [one for f in frames for one in one_by_one(f, self.chunks, self.pack, self.context.central)]

    def _untold(self, at: int, frame: RawFrame) -> bool:
        """Whether an event noun tells of no event."""
        return self._denied(at) or self._judged(at) or self._of_a_trade(frame)

    def _denied(self, at: int) -> bool:
        """`no meeting`, `aucune réunion`."""
        at -= at > 1 and self.chunks[at - 1].kind == "OF" and self.chunks[at - 2].kind == "NEG"  # `pas de rencontre`
        before = self.chunks[at - 1] if at > 0 else None
        return before is not None and (before.kind == "NEG" or before.text.lower() in self.pack.denials)

    def _judged(self, at: int) -> bool:
        """`A meeting with B is out of the question`: what is said of one that nobody holds."""
        frame = self.nouns[at]
        if frame.kind not in BETWEEN_TWO or frame.definite or any(c.kind not in SOFT for c in self.chunks[:at]):
            return False
        being = next((i for i in range(at, len(self.chunks)) if self.chunks[i].kind in _BEING), None)
        if being is None or any(c.kind in (sym.VERB, ",") for c in self.chunks[at:being]):
            return False
        verb = next((c.verb for c in self.chunks[being:] if c.verb is not None), None)
        unplanned = verb is not None and verb.negative and verb.frame.status == EventStatus.PLANNED
        return unplanned or _SAID.isdisjoint(c.kind for c in self.chunks[being:])

    def _of_a_trade(self, frame: RawFrame) -> bool:
        """`le sommet mondial des entrepreneurs`: nobody is named whom a state or body sends."""
        if frame.kind is not EventKind.SUMMIT or frame.parts or frame.series:
            return False
        return any(c.text.lower() in self.pack.grammar.trades for c in self.chunks)

    def _spoken_of(self) -> None:
        """`asked on Monday about the visit`: the day is that of speaking, unless the noun phrase names it."""
        for at, frame in self.nouns.items():
            before = at - 1
            while before > 0 and self.chunks[before].kind in ("DET", "POSS", "THEIR"):
                before -= 1
            if frame.kind is EventKind.VISIT and frame.definite and at and self.chunks[before].kind == "ON":
                frame.times = [t for t in frame.times if frame.span[0] <= t.start <= frame.span[1] + _CLOSE]

    def _heading(self) -> None:
        """Under a heading that is only a date, the events without a date are on that day."""
        times = []
        if self.kinds - _AROUND_HEADING == {sym.TIME}:
            times = [c.item.value for c in self.chunks if c.kind == sym.TIME and c.item is not None]
        if len(times) == 1:
            self.context.heading = None if _of_writing(times[0]) else times[0]
        elif self.context.heading is not None:
            for frame in (*self.nouns.values(), *self.verbs.values()):
                bind_heading(frame, self.context.heading)

    def _frame_at(self, at: int) -> RawFrame | None:
        chunk = self.chunks[at]
        if at in self.nouns:
            return self.nouns[at]
        if at in self.verbs:
            return self.verbs[at]
        if at in self.merged:
            return self.nouns.get(self.merged[at]) or self.verbs.get(self.merged[at])
        verb = chunk.verb
        if verb is None or verb.frame.event == "none" or verb.frame.name in ("announce",):
            return None
        subject = self._subject(at)
        if subject is not None and subject in self.nouns and verb.frame.event in ("subject", "both"):
            return self.nouns[subject]
        right = self._event_right(at, verb)
        return self.nouns[right] if right is not None else None


def _of_writing(value: object) -> bool:
    """Whether a time is that of the dispatch and of no event."""
    return isinstance(value, StatedTime) and value.place in (Place.DATELINE, Place.PUBLISHED)
