"""Guests of an event told before: `B is in P too`, `C arrived on Monday`, `D is due`."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise

from summitry.claims import Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk
from summitry.extract.frame_attendance import guest_frame
from summitry.extract.frame_governors import governed
from summitry.extract.frame_model import STOP, RawFrame, people_of
from summitry.extract.frame_objects import object_of
from summitry.extract.frame_rest import add_place
from summitry.extract.frame_sentence import Sentence
from summitry.extract.frame_stays import abroad, departed, stays_abroad
from summitry.extract.packs import VerbForm

_BEING = frozenset({"BE", "WAS"})
_BETWEEN = frozenset({"ADV", "NEG", "FUT", "BE", "WAS", "TOO"})
_COMPANY = frozenset({"attend", "join", "accompany", "represent"})
_STOP = STOP | {sym.VERB}
_OPENING = 5
"""Where the participle of an inverted sentence stands at the latest."""
_BEING_AT = 16
"""Where `to be` stands at the latest in a sentence that begins with a place."""
_THERE = frozenset({"present", "there", "attend", "come"})
_NO_LIST = frozenset({sym.VERB, sym.EVENT, "BE", "WAS", "HAVE", "FUT", "COND", "REL", "SUB", "?", sym.QUOTE, "NEG"})
"""What no mere list of names holds."""
_NEAR_EVENT = 8
"""How near behind a word of absence the event stands that somebody misses: `the absence of A from the summit`."""
_FAR = 16
"""How far behind a word of absence the absent are named: `among the absentees, so far, were A and B`."""
_UNREAL = frozenset({"HAVE", "WAS", "COND", "DO"})


def guests_there(sentence: Sentence) -> None:
    """`A and B are also in P`, `C was not in P`: present where the event is, or not."""
    _listed_behind(sentence)
    _missed(sentence)
    _found_in(sentence)
    _present_are(sentence)
    _fragment(sentence)
    abroad(sentence)
    departed(sentence)
    for index, chunk in enumerate(sentence.chunks):
        if chunk.kind == sym.PLACE and index >= 3 and not asked(sentence, index):
            _located(sentence, index, chunk)


def _listed_behind(sentence: Sentence) -> None:
    """`Attending the meeting were A and B`, `Accompanying A on the visit are B and C`: guests behind `to be`."""
    first = next((at for at, c in enumerate(sentence.chunks[:_OPENING]) if c.verb is not None), None)
    verb = sentence.chunks[first].verb if first is not None else None
    if first is None or verb is None or verb.tense != "gerund" or verb.frame.name not in _COMPANY:
        return
    being = next((at for at in range(first + 1, len(sentence.chunks)) if sentence.chunks[at].kind in _BEING), None)
    if being is None or any(c.verb for c in sentence.chunks[first + 1 : being]):
        return
    if (guests := object_of(sentence, being)) is None:
        return
    frame = _listed_at(sentence, first + 1, being, guests)
    frame.add(guests, Role.PARTICIPANT, f"{verb.frame.name}.listed", 0.8)
    if verb.frame.name != "attend" and (beside := object_of(sentence, first)) is not None:
        frame.add(people_of(beside), Role.PARTICIPANT, f"{verb.frame.name}.beside", 0.75)


def _listed_at(sentence: Sentence, first: int, being: int, guests: Chunk) -> RawFrame:
    """The event whose guests follow `to be`: that of a noun between `first` and it, else the one told before."""
    frame = next((sentence.nouns[at] for at in range(first, being) if at in sentence.nouns), None)
    if frame is None:
        frame = sentence.verbs[being] = guest_frame(sentence, guests, guests.end, "present")
    return frame


def _found_in(sentence: Sentence) -> None:
    """`In P for the summit are A, B and C`: guests behind `to be`, where a phrase of place opens the sentence."""
    if not sentence.pack.premodifiers or sentence.chunks[0].kind != "IN":
        return
    being = next((at for at, c in enumerate(sentence.chunks[:_BEING_AT]) if c.kind in _BEING), None)
    if being is None:
        return
    before = sentence.chunks[1:being]
    guests = object_of(sentence, being)
    if guests is None or any(c.kind in (sym.AGENTS, sym.VERB, ",") for c in before):
        return
    if len(people_of(guests).agents) < 2 or sentence.chunks.index(guests) - being > 2:
        return
    frame = _listed_at(sentence, 1, being, guests)
    frame.add(people_of(guests), Role.PARTICIPANT, "present.listed", 0.8)
    for place in before:
        if place.kind == sym.PLACE:
            add_place(frame, place)


def _present_are(sentence: Sentence) -> None:
    """`Among the leaders present is A`, `Other members in attendance were: B; C`: guests behind `to be`."""
    if not sentence.pack.premodifiers or sentence.kinds.isdisjoint(_BEING):
        return
    being = next((at for at, c in enumerate(sentence.chunks[:_BEING_AT]) if c.kind in _BEING), None)
    if not being:
        return
    before = sentence.chunks[:being]
    if any(people_of(c).agents for c in before) or not (before[0].kind == "BETWEEN" or _presence(before)):
        return
    at = being
    while at + 1 < len(sentence.chunks) and sentence.chunks[at + 1].kind in (":", ",", "DET"):
        at += 1
    behind = sentence.chunks[at + 1 :]
    guests = behind[0] if behind and behind[0].kind == sym.AGENTS else None
    if guests is None or not people_of(guests).agents or any(c.kind in _BEING for c in behind):
        return
    frame = _listed_at(sentence, 0, being, guests)
    for last, more in pairwise(sentence.chunks[at:]):
        if more.kind == sym.AGENTS and last.kind != "OF":
            frame.add(people_of(more), Role.PARTICIPANT, "present.listed", 0.8)
        elif more.kind in ("REL", "SUB") or (more.verb is not None and more.verb.frame.name != "accompany"):
            break  # but not at `and the accompanying delegation`


def _presence(chunks: Sequence[Chunk]) -> bool:
    """Whether words tell of being there: `present`, `in attendance`, `attending`."""
    forms = [c.item.other(sym.VERB) for c in chunks if c.item is not None]
    return any(isinstance(form, VerbForm) and form.frame in _THERE for form in forms)


def _fragment(sentence: Sentence) -> None:
    """`A of P, B of Q and C.`: names without a verb behind a sentence that lists guests."""
    if not sentence.context.listing or any(c.kind in _NO_LIST for c in sentence.chunks):
        return
    people = [people_of(c) for c in sentence.chunks if c.kind == sym.AGENTS and people_of(c).agents]
    if people:
        frame = guest_frame(sentence, people[0], people[-1].end, "present")
        for chunk in people:
            frame.add(chunk, Role.PARTICIPANT, "present.fragment", 0.7)
        sentence.verbs[next(at for at, c in enumerate(sentence.chunks) if c.kind == sym.AGENTS)] = frame


def _missed(sentence: Sentence) -> None:
    """`Among the absentees were A and B`, `On note l'absence de C`: who is not at the event told here or before."""
    if "WITHOUT" not in sentence.kinds:
        return
    at = next((i for i, c in enumerate(sentence.chunks) if c.kind == "WITHOUT"), None)
    if at is None or asked(sentence, at) or (missed := _missing(sentence, at)) is None:
        return
    keys = {agent.key for agent in missed.agents}
    if any(not frame.refers for frame in (*sentence.nouns.values(), *sentence.verbs.values())):
        told = next((frame for i, frame in sentence.nouns.items() if at < i < at + _NEAR_EVENT), None)
        if told is not None:
            told.parts = [part for part in told.parts if part.agent.key not in keys]
            told.add(missed, Role.ABSENT, "absent.listed", 0.75)
        return
    sentence.verbs = {i: frame for i, frame in sentence.verbs.items() if not keys & frame.keys()}
    sentence.verbs[at] = guest_frame(sentence, missed, missed.end, "present")
    sentence.verbs[at].add(missed, Role.ABSENT, "absent.listed", 0.75)


def _missing(sentence: Sentence, at: int) -> Chunk | None:
    """Who is named right behind a word of absence or behind its verb, else the subject that is called absent."""
    behind = sentence.chunks[at + 1 : at + _FAR]
    first = next((c for c in behind if c.kind not in ("DET", "TITLE")), None)
    if first is None or first.kind not in (sym.AGENTS, sym.VERB, ":", *_BEING):
        return subject_of_being(sentence, at - 1)[0] if at > 1 else None
    for chunk in behind:
        if chunk.kind == sym.AGENTS and any(not m.pronoun for m in chunk.mentions if not m.blocked):
            return chunk
        if chunk.kind == sym.EVENT or (chunk.kind in STOP and chunk.kind != ":"):
            break
    return None


def named_after(sentence: Sentence) -> None:
    """`These are A, B and C`, `C'est le cas de D`: the names of guests told of without names before."""
    told = sentence.context.crowd or sentence.context.listing
    if sentence.chunks[0].kind != "INCL" or not told or sentence.nouns or sentence.verbs:
        return
    at = next((i for i, c in enumerate(sentence.chunks) if c.kind == sym.AGENTS and c.agents), None)
    if at is None or any(c.kind in _STOP and c.kind != ":" for c in sentence.chunks[:at]):
        return
    named = people_of(sentence.chunks[at]) if people_of(sentence.chunks[at]).mentions else sentence.chunks[at]
    frame = guest_frame(sentence, named, named.end, "present")
    frame.add(named, Role.PARTICIPANT, "present.named", 0.75)
    sentence.verbs[at] = frame


def _located(sentence: Sentence, index: int, place: Chunk) -> None:
    at = index - 1
    if sentence.chunks[at].kind == "DET":
        at -= 1
    if sentence.chunks[at].kind != "IN":
        return
    if stays_abroad(sentence, index, at, place):
        return
    subject, negative = subject_of_being(sentence, at - 1)
    if subject is None:
        return
    people = people_of(subject)
    frame = guest_frame(sentence, subject, place.end, "present")
    frame.add(people, Role.ABSENT if negative else Role.PARTICIPANT, "be.in-place", 0.7)
    add_place(frame, place)
    if frame.parts:
        sentence.verbs[index] = frame


def subject_of_being(sentence: Sentence, at: int, forms: Set[str] = _BEING) -> tuple[Chunk | None, bool]:
    """The subject before a form of `to be` (of which `forms` are the types), and whether it is denied."""
    kinds = set()
    while at > 0 and sentence.chunks[at].kind in _BETWEEN:
        kinds.add(sentence.chunks[at].kind)
        at -= 1
    if sentence.chunks[at].kind == "," and at > 0:
        at -= 1
    subject = sentence.chunks[at]
    plain = subject.kind == sym.AGENTS and not governed(sentence, at)
    return (subject if plain and kinds & forms else None), "NEG" in kinds


def asked(sentence: Sentence, index: int) -> bool:
    """Whether a clause asks or supposes: a question, or an auxiliary before its subject."""
    if sentence.chunks[-1].kind == "?":
        return True
    first = sentence.chunks[0]
    return first.kind in _UNREAL and len(sentence.chunks) > 1 and sentence.chunks[1].kind == sym.AGENTS and index < 8
