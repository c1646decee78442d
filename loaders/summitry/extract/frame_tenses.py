"""What the tense of a verb says of its event: that it was, is to come or is only thought of."""

from __future__ import annotations

from summitry.claims import EventKind, EventStatus
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk, Verb
from summitry.extract.frame_governors import opening
from summitry.extract.frame_model import TELLING, RawFrame
from summitry.extract.frame_sentence import Sentence
from summitry.extract.frame_subjects import after_that, outer_verb, subject_of
from summitry.extract.text import fold

_MOODS = frozenset({"FUT", "COND", "HAVE", "WAS", "BE", "DO"})


def first_of_many(sentence: Sentence, index: int) -> bool:
    """`A is the first leader to visit P in ten years`: he has done so."""
    kinds = [c.kind for c in sentence.chunks[max(0, index - 5) : index]]
    if kinds[-1:] != ["TO"] or kinds[-2:-1] != [sym.AGENTS] or {"FUT", "COND", "NEG"} & set(kinds):
        return False
    being = next((kind for kind in reversed(kinds[:-2]) if kind != "DET"), "")
    word = fold(sentence.chunks[index - 2].text.split()[0])
    return being in ("BE", "WAS", "BECOME") and any(e.symbol == "ORD" for e in sentence.pack.entries.get(word, ()))


def met_last(chunk: Chunk) -> bool:
    """`A and B last met in P`."""
    return chunk.kind == "PAST" or (chunk.item is not None and chunk.item.has("PAST"))


def before_what(sentence: Sentence, index: int, verb: Verb) -> str | None:
    """`Before leaving for P, A will meet B`: planned, as what the clause behind the phrase tells."""
    subject = subject_of(sentence, index)
    if subject is None or subject < index or verb.tense not in ("gerund", "infinitive"):
        return None
    told = next((c.verb for c in sentence.chunks[subject + 1 : subject + 6] if c.verb is not None), None)
    return status_of(told) if told is not None and told.tense == "future" else None


def behind_what(sentence: Sentence, index: int, verb: Verb) -> str | None:
    """`A will meet B before leaving for P`, `A invited B to visit P`: as sure as the verb on which it hangs."""
    if verb.tense not in ("gerund", "infinitive"):
        return None
    if (outer := outer_verb(sentence, index, verb)) is not None:
        told = sentence.chunks[outer].verb
        return status_of(told) if told is not None and told.tense == "future" else None
    before = next((c.verb for c in reversed(sentence.chunks[:index]) if c.verb is not None), None)
    if _told_ahead(sentence, index, verb):
        return EventStatus.PLANNED
    return EventStatus.PROPOSED if before is not None and before.frame.name == "invite" else None


def _told_ahead(sentence: Sentence, index: int, verb: Verb) -> bool:
    """`A will take office before meeting B`: the auxiliary of a verb that no pack lists, with no other behind."""
    at = opening(sentence, index)
    if at < 0 or not (sentence.chunks[at].kind == "SUB" or after_that(sentence, index, verb)):
        return False
    before = reversed(sentence.chunks[:at])
    mood = next((c for c in before if c.kind in _MOODS or c.verb is not None or is_to_come(sentence, c)), None)
    return mood is not None and (mood.kind == "FUT" or is_to_come(sentence, mood))


def is_to_come(sentence: Sentence, chunk: Chunk) -> bool:
    """`prolongera`: a verb of what is to come by its ending."""
    return chunk.kind == sym.WORD and sentence.pack.grammar.comes(chunk.text)


def only_suggested(sentence: Sentence, index: int, verb: Verb) -> bool:
    """`A suggested hosting B`, `C rejected meeting D`, `E thought of going to P`: not said to be so."""
    thought = index > 1 and sentence.chunks[index - 1].kind in ("OF", "ON", "AROUND")
    before = sentence.chunks[index - 1 - thought].verb if index else None
    unreal = ("propose", "decline", "say") if thought else ("propose", "decline")
    return verb.tense == "gerund" and before is not None and before.frame.name in unreal


def status_of(verb: Verb) -> str | None:
    """The status that a verb's tense gives."""
    if verb.unreal:
        return EventStatus.CANCELLED
    if verb.possible:
        return EventStatus.PROPOSED
    match verb.tense:
        case "gerund" if verb.perfect:
            return EventStatus.HELD
        case "future":
            return EventStatus.PLANNED
        case "past":
            return EventStatus.HELD
        case _:
            return None


def note_status(sentence: Sentence, target: RawFrame, verb: Verb, index: int) -> None:
    """What the verb says about the state of the event."""
    chunk = sentence.chunks[index]
    target.governed = target.governed or verb.frame.name not in ("travel", "go")
    status = verb.frame.status
    if verb.negative and verb.frame.name == "takeplace":
        target.statuses.append((EventStatus.CANCELLED, chunk.start, chunk.end))
        return
    if status is None and (verb.frame.name not in TELLING or verb.negative):
        return
    if verb.negative and status in (EventStatus.PLANNED, EventStatus.PROPOSED):
        status = None
    if status := status or status_of(verb):
        setting_out = chunk.text.lower() in sentence.pack.grammar.departing and target.kind is not EventKind.VISIT
        status = EventStatus.PLANNED if setting_out and status == EventStatus.HELD else status
        target.statuses.append((status, chunk.start, chunk.end))
    if verb.negative and verb.frame.name in ("open", "close"):
        target.statuses.append((EventStatus.CANCELLED, chunk.start, chunk.end))
