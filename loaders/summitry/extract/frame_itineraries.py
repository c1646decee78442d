"""Journeys of several stops: `une tournée qui le mènera en P, en Q et en R`, `s'est rendu en P, puis en Q`."""

from __future__ import annotations

from summitry.claims import EventKind, EventStatus
from summitry.extract import symbols as sym
from summitry.extract.frame_governors import past
from summitry.extract.frame_model import RawFrame
from summitry.extract.frame_rest import add_place
from summitry.extract.frame_sentence import Sentence
from summitry.extract.stated_times import stated_in

_LISTED = frozenset({"IN", "DET", ",", "AND", "THEN", "ADV", "ON", sym.TIME})
_CLITIC = frozenset({"DET", "HAVE", sym.AGENTS})
_MOST = 20


def toured(sentence: Sentence) -> None:
    """`Sa tournée le mènera en P et en Q`: the places behind a verb of leading."""
    for index, frame in sentence.nouns.items():
        if frame.kind is not EventKind.VISIT or frame.places:
            continue
        for at in range(index + 1, min(index + _MOST, len(sentence.chunks))):
            verb = sentence.chunks[at].verb
            if verb is None:
                continue
            if verb.frame.name == "lead" and not verb.passive and sentence.chunks[at - 1].kind in _CLITIC:
                _lead_through(sentence, frame, at)
                if verb.tense == "future":
                    frame.statuses.append((EventStatus.PLANNED, sentence.chunks[at].start, sentence.chunks[at].end))
            break


def _lead_through(sentence: Sentence, frame: RawFrame, at: int) -> None:
    """Take in the places and states that are listed behind a verb."""
    for chunk in sentence.chunks[at + 1 :]:
        if chunk.kind == sym.PLACE:
            add_place(frame, chunk)
        elif chunk.kind == sym.AGENTS and chunk.mentions and all(m.seat for m in chunk.mentions):
            frame.add_states(chunk)
        elif chunk.kind not in _LISTED:
            return


def stops(sentence: Sentence) -> None:
    """`went to P in May, then to Q`: a visit to each of several countries, told one after another."""
    for frame in list(sentence.verbs.values()):
        if frame.kind is not EventKind.VISIT or frame.refers or len({p[2] for p in frame.places}) < 2:
            continue
        places = sorted(frame.places, key=lambda place: place[3])
        for before, place in zip(places, places[1:], strict=False):
            if place[2] != before[2] and place[2] and _apart_by(sentence, before[4], place[3]):
                _stop(sentence, frame, before[4], place)


def _apart_by(sentence: Sentence, first: int, last: int) -> bool:
    """Whether `then`, or a day and a comma before it, stands between two places."""
    kinds = [c.kind for c in sentence.chunks if c.start >= first and c.end <= last]
    own = sym.TIME in kinds and any(k in (",", "AND") for k in kinds[: kinds.index(sym.TIME)])
    return "THEN" in kinds or own


def _stop(sentence: Sentence, frame: RawFrame, first: int, place: tuple[str | None, str, str | None, int, int]) -> None:
    """Take a place, with the days told from its conjunction on, out of a journey into one of its own."""
    after = [at for at, c in enumerate(sentence.chunks) if c.start >= first]
    begin = next((at for at in after if sentence.chunks[at].kind in (",", "AND", "THEN")), None)
    at = next((at for at in after if sentence.chunks[at].end >= place[4]), None)
    if begin is None or at is None or at in sentence.verbs or at in sentence.nouns:
        return
    end = past(sentence, at + 1, ("ON", "DET", sym.TIME))
    days = [t for c in sentence.chunks[begin:end] if (t := stated_in(c)) is not None]
    stop = frame.twin(list(frame.parts), sentence.chunks[at].start, sentence.chunks[at].end)
    stop.places = [p for p in frame.places if p[2] == place[2]]
    stop.times = days
    stop.span = (sentence.chunks[past(sentence, begin, (",", "AND", "THEN"))].start, sentence.chunks[at].end)
    frame.places = [p for p in frame.places if p not in stop.places]
    frame.times = [t for t in frame.times if t not in days]
    sentence.verbs[at] = stop
