"""Who has the floor: `Dans son discours d'ouverture, A …`, `Devant ses pairs, B …`, at the event told before."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.claims import EventKind, Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk, Verb
from summitry.extract.frame_adjuncts import speaker
from summitry.extract.frame_attendance import guest_frame
from summitry.extract.frame_governors import agents_of, chunk_at, governed, past
from summitry.extract.frame_guests import asked
from summitry.extract.frame_model import FINITE, people_of
from summitry.extract.frame_objects import agents_after
from summitry.extract.frame_rest import add_place
from summitry.extract.frame_sentence import Sentence
from summitry.extract.frame_subjects import subject_of
from summitry.extract.titles import codes

_APART = frozenset({"WITHOUT", "COND", "?"})
"""What says that those on the floor are perhaps not there."""
_SIDE = frozenset({"TO", "OF", "DET", sym.WORD, sym.DEM, sym.PLACE})
_NEAR = 4
"""How far behind the words an event noun stands that says where they were said."""
_OPENS = 6
"""How many words an opening phrase for a side has at most."""
_ACTING = frozenset({"HAVE", "BE", "WAS"})


def on_the_floor(sentence: Sentence) -> None:
    """Somebody who speaks, opens or is chosen there is a guest of the event told before."""
    at = _spot(sentence)
    if at is None or asked(sentence, at) or not sentence.kinds.isdisjoint(_APART):
        return
    there = {key for frame in sentence.verbs.values() for key in frame.keys()}
    for who in _on_stage(sentence, at):
        if not there & {agent.key for agent in people_of(who).agents}:
            frame = guest_frame(sentence, who, max(who.end, sentence.chunks[at].end), "floor", sentence.chunks[at])
            frame.add(people_of(who), Role.PARTICIPANT, "floor.guests", 0.75)
            for place in sentence.chunks[at + 1 : at + 3]:  # `à son arrivée à P`
                add_place(frame, place)
            sentence.verbs[at] = frame
            return


def _spot(sentence: Sentence) -> int | None:
    """Where the words are that say so, with no event noun near that they would speak of."""
    stages = ("FLOOR",) if sentence.pack.premodifiers else ("FLOOR", "VIRTUAL")
    at = next((i for i, c in enumerate(sentence.chunks) if c.kind in stages), None)
    if at is None and not sentence.pack.premodifiers:
        at = _on_arriving(sentence) or _side(sentence)
    return at if at is not None and not any(i < at + _NEAR for i in sentence.nouns if i != at) else None


def _on_arriving(sentence: Sentence) -> int | None:
    """`… », a lancé A à son arrivée`: an arrival at no other place than that of the event told before."""
    for at, frame in sentence.nouns.items():
        bare = frame.kind is EventKind.VISIT and not (frame.places or frame.times)
        if bare and [c.kind for c in sentence.chunks[max(0, at - 2) : at]] == ["IN", "POSS"]:
            return at
    return None


def _side(sentence: Sentence) -> int | None:
    """`Pour la France, B a plaidé …`, `Du côté italien, C …`: whose side somebody speaks for, before his name."""
    comma = next((i for i, c in enumerate(sentence.chunks[:_OPENS]) if c.kind == ","), 0)
    opening, who = sentence.chunks[:comma], chunk_at(sentence, past(sentence, comma + 1, ("DET", "TITLE")))
    homes = {agent.country for agent in who.agents} if who is not None and comma else set()
    sides = {a.country for c in opening for a in c.agents} | {c for o in opening for c in _nations(o)}
    sides |= {c.place[2] for c in opening if c.place is not None}
    words = all(c.kind in _SIDE or (c.kind == sym.AGENTS and not people_of(c).agents) for c in opening)
    told = opening and opening[0].kind in ("TO", "OF", sym.WORD)
    return comma if told and words and None not in homes and homes and homes == sides else None


def _on_stage(sentence: Sentence, at: int) -> Iterator[Chunk]:
    """Who does what the verbs tell, or who stands before an auxiliary whose verb no table knows."""
    for index, verb in sentence.told:
        who = _doing(sentence, index, verb, at)
        if who is not None:
            yield who
    for index, chunk in enumerate(sentence.chunks[:-1]):
        acts = chunk.kind == sym.AGENTS and sentence.chunks[index + 1].kind in _ACTING
        if acts and people_of(chunk).mentions and not governed(sentence, index) and "NEG" not in sentence.kinds:
            yield chunk


def _doing(sentence: Sentence, index: int, verb: Verb, at: int) -> Chunk | None:
    """The subject of a verb, who speaks behind it, or by whom something was opened."""
    if verb.negative or verb.possible or verb.tense not in FINITE:
        return None
    by = agents_after(sentence, index, "BY") if verb.passive and at < index else None
    found = (by, agents_of(sentence, subject_of(sentence, index)), speaker(sentence, index))
    return next((who for who in found if who is not None and people_of(who).mentions), None)


def _nations(chunk: Chunk) -> tuple[str, ...]:
    """The states of an adjective of nationality."""
    return codes(chunk.item) if chunk.item is not None and chunk.item.symbol == sym.DEM else ()
