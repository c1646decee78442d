"""Frames: what one sentence says about one event, read around its event nouns and verbs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from operator import itemgetter

from summitry.claims import EventKind, EventStatus
from summitry.extract import symbols as sym
from summitry.extract.agents import Agents
from summitry.extract.clauses import Chunk
from summitry.extract.event_places import PlaceBinder
from summitry.extract.event_times import TimeBinder, bind_heading
from summitry.extract.frame_addressed import acted_together, told_those_there
from summitry.extract.frame_adjuncts import adjuncts, around, presences, wholes
from summitry.extract.frame_apart import one_by_one
from summitry.extract.frame_at_events import being_at
from summitry.extract.frame_companions import acting_there, attended_by, companions, on_the_sidelines
from summitry.extract.frame_context import Context
from summitry.extract.frame_delegations import delegations
from summitry.extract.frame_enabling import enabled
from summitry.extract.frame_event_objects import event_right
from summitry.extract.frame_fates import fates
from summitry.extract.frame_floor import on_the_floor
from summitry.extract.frame_gaps import gapped, had, meeting_whom, served, stayed, visited_by
from summitry.extract.frame_guests import asked, guests_there, named_after
from summitry.extract.frame_headlines import headlines
from summitry.extract.frame_itineraries import toured
from summitry.extract.frame_journeys import aims, errands, invited_by, purposes, travellers, visiting
from summitry.extract.frame_model import BETWEEN_TWO, SILENT, SOFT, Part, RawFrame
from summitry.extract.frame_nouns import read_noun
from summitry.extract.frame_partners import partners_of_subject
from summitry.extract.frame_sentence import Sentence
from summitry.extract.frame_sequels import sequels
from summitry.extract.frame_spoken import together, told_at
from summitry.extract.frame_subjects import subject_of
from summitry.extract.frame_supposed import only_supposed, says
from summitry.extract.frame_tenses import is_to_come
from summitry.extract.frame_tours import calls, tours, welcomes
from summitry.extract.frame_verbs import read_verb
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
        frames = _read(Sentence(self.pack, self.agents, chunks, sentence, context))
        for frame in frames:
            if self.pack.grammar.reorders or frame.span[0] >= frame.span[1]:
                frame.span = (min(*frame.span, frame.start), max(*frame.span, frame.end))
        context.note(chunks, frames)
        return frames

    def _spoken(self, chunks: list[Chunk]) -> bool:
        """Whether those are named to whom somebody speaks at an event or on a visit, or a delegation."""
        words = [word for chunk in chunks for word in chunk.text.lower().split()]
        pack = self.pack
        return not all(known.isdisjoint(words) for known in (pack.assembled, pack.delegations, pack.visiting))


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


_STEPS: tuple[Callable[[Sentence], None], ...] = (
    guests_there,
    headlines,
    welcomes,
    calls,
    purposes,
    errands,
    adjuncts,
    presences,
    told_those_there,
    acted_together,
    stayed,
    visited_by,
    toured,
    travellers,
    invited_by,
    meeting_whom,
    partners_of_subject,
    had,
    told_at,
    together,
    enabled,
    served,
    around,
    named_after,
    attended_by,
    acting_there,
    being_at,
    companions,
    delegations,
    on_the_floor,
    on_the_sidelines,
    wholes,
)
"""What is read around the event nouns and verbs, in this order: a later step looks at what the earlier ones found."""


def _read(sentence: Sentence) -> list[RawFrame]:
    """The frames of a sentence: of its event nouns and verbs first, then step by step what stands around them."""
    for index, chunk in enumerate(sentence.chunks):
        if chunk.kind == sym.EVENT:
            sentence.nouns[index] = read_noun(sentence, index)
    for index, chunk in enumerate(sentence.chunks):
        if chunk.kind == sym.VERB and chunk.verb and not asked(sentence, index):
            read_verb(sentence, index, chunk.verb)
    for step in _STEPS:
        step(sentence)
    clauses = Clauses(sentence.chunks, sentence.pack.anterior, sentence.pack.temporal, partial(is_to_come, sentence))
    TimeBinder(
        clauses,
        partial(_frame_at, sentence),
        partial(subject_of, sentence),
        sentence.pack.premodifiers,
        sentence.pack.grammar.whens,
    ).bind()
    PlaceBinder(clauses, partial(_frame_at, sentence), sentence.pack.grammar.matters).bind()
    _spoken_of(sentence)
    fates(sentence)
    visiting(sentence)
    aims(sentence)
    _heading(sentence)
    sequels(sentence)
    gapped(sentence)
    tours(sentence)
    told = [(at, frame) for at, frame in sentence.nouns.items() if not _untold(sentence, at, frame)]
    found = sorted((*told, *sentence.verbs.items()), key=itemgetter(0))
    frames = [frame for at, frame in found if not only_supposed(sentence, at, frame)]
    return [one for f in frames for one in one_by_one(f, sentence.chunks, sentence.pack, sentence.context.central)]


def _untold(sentence: Sentence, at: int, frame: RawFrame) -> bool:
    """Whether an event noun tells of no event."""
    return _denied(sentence, at) or _judged(sentence, at) or _of_a_trade(sentence, frame)


def _denied(sentence: Sentence, at: int) -> bool:
    """`no meeting`, `aucune réunion`."""
    at -= (
        at > 1 and sentence.chunks[at - 1].kind == "OF" and sentence.chunks[at - 2].kind == "NEG"
    )  # `pas de rencontre`
    before = sentence.chunks[at - 1] if at > 0 else None
    return before is not None and (before.kind == "NEG" or before.text.lower() in sentence.pack.denials)


def _judged(sentence: Sentence, at: int) -> bool:
    """`A meeting with B is out of the question`: what is said of one that nobody holds."""
    frame = sentence.nouns[at]
    if frame.kind not in BETWEEN_TWO or frame.definite or any(c.kind not in SOFT for c in sentence.chunks[:at]):
        return False
    being = next((i for i in range(at, len(sentence.chunks)) if sentence.chunks[i].kind in _BEING), None)
    if being is None or any(c.kind in (sym.VERB, ",") for c in sentence.chunks[at:being]):
        return False
    verb = next((c.verb for c in sentence.chunks[being:] if c.verb is not None), None)
    unplanned = verb is not None and verb.negative and verb.frame.status == EventStatus.PLANNED
    return unplanned or _SAID.isdisjoint(c.kind for c in sentence.chunks[being:])


def _of_a_trade(sentence: Sentence, frame: RawFrame) -> bool:
    """`le sommet mondial des entrepreneurs`: nobody is named whom a state or body sends."""
    if frame.kind is not EventKind.SUMMIT or frame.parts or frame.series:
        return False
    return any(c.text.lower() in sentence.pack.grammar.trades for c in sentence.chunks)


def _spoken_of(sentence: Sentence) -> None:
    """`asked on Monday about the visit`: the day is that of speaking, unless the noun phrase names it."""
    for at, frame in sentence.nouns.items():
        before = at - 1
        while before > 0 and sentence.chunks[before].kind in ("DET", "POSS", "THEIR"):
            before -= 1
        if frame.kind is EventKind.VISIT and frame.definite and at and sentence.chunks[before].kind == "ON":
            frame.times = [t for t in frame.times if frame.span[0] <= t.start <= frame.span[1] + _CLOSE]


def _heading(sentence: Sentence) -> None:
    """Under a heading that is only a date, the events without a date are on that day."""
    times = []
    if sentence.kinds - _AROUND_HEADING == {sym.TIME}:
        times = [c.item.value for c in sentence.chunks if c.kind == sym.TIME and c.item is not None]
    if len(times) == 1:
        sentence.context.heading = None if _of_writing(times[0]) else times[0]
    elif sentence.context.heading is not None:
        for frame in (*sentence.nouns.values(), *sentence.verbs.values()):
            bind_heading(frame, sentence.context.heading)


def _frame_at(sentence: Sentence, at: int) -> RawFrame | None:
    chunk = sentence.chunks[at]
    if at in sentence.nouns:
        return sentence.nouns[at]
    if at in sentence.verbs:
        return sentence.verbs[at]
    if at in sentence.merged:
        return sentence.nouns.get(sentence.merged[at]) or sentence.verbs.get(sentence.merged[at])
    verb = chunk.verb
    if verb is None or verb.frame.event == "none" or verb.frame.name in ("announce",):
        return None
    subject = subject_of(sentence, at)
    if subject is not None and subject in sentence.nouns and verb.frame.event in ("subject", "both"):
        return sentence.nouns[subject]
    right = event_right(sentence, at, verb)
    return sentence.nouns[right] if right is not None else None


def _of_writing(value: object) -> bool:
    """Whether a time is that of the dispatch and of no event."""
    return isinstance(value, StatedTime) and value.place in (Place.DATELINE, Place.PUBLISHED)
