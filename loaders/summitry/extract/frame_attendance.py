"""Guests of the event told before: `A will be there`, `B was represented by C`, `participants include D`."""

from __future__ import annotations

from summitry.claims import AgentType, EventKind, EventStatus, Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk, Verb
from summitry.extract.frame_event_objects import prep_before
from summitry.extract.frame_governors import chunk_at, opening, past
from summitry.extract.frame_holders import named_next
from summitry.extract.frame_model import FINITE, STOP, RawFrame, people_of
from summitry.extract.frame_objects import agents_after, object_of, rest_of_clause
from summitry.extract.frame_rest import delegates
from summitry.extract.frame_sentence import Sentence

_COMING = frozenset({"attend", "present", "come", "invite", "plan"})
"""What a clause tells of those whom `include` then names."""
_CLAUSE_ENDS = frozenset({",", ".", ";", "AND", "BUT", "TOO", ")", sym.TIME, "SUB", "WITH", "ON", "PRESENCE"})
_OCCASION = frozenset({"IN", "DET", "ON", ",", ":", "OF", "INCL", "TITLE", sym.PLACE, sym.TIME, sym.WORD, sym.DEM})
"""What stands between an event and those who are named behind it."""
_BETWEEN = frozenset({"REL", "IN", "ON", "DET", "ADV", "FUT", sym.PLACE, sym.TIME})
"""What stands between an event and the verb of its clause."""
_FAR = 12
"""How many words behind `was represented` the one who did so stands at most."""
_TO_EVENT = frozenset({"IN", "DET", "ADV", "ORD"})
_ACTING = frozenset({"HAVE", "BE", "WAS", sym.VERB, "FUT", "SE"})
"""What says that those before it do something of their own."""


def at_fronted(sentence: Sentence, index: int, verb: Verb, guests: Chunk | None) -> bool:
    """`Zu dem Gipfel werden A und B erwartet`, `Unter den Gästen der Konferenz sind A und B`: the event first."""
    at = past(sentence, 0, ("IN", "TO", "DET", "OF"))
    guests = guests or object_of(sentence, index)
    event = sentence.nouns.get(at) if sentence.pack.grammar.reorders and at < index else None
    if event is None or guests is None or not people_of(guests).agents or verb.possible:
        return False
    event.add(people_of(guests), Role.ABSENT if verb.negative else Role.PARTICIPANT, "present.listed", 0.75)
    if verb.frame.name == "plan" and verb.tense != "past":
        event.statuses.append((EventStatus.PLANNED, sentence.chunks[index].start, sentence.chunks[index].end))
    return True


def listed_of(sentence: Sentence, index: int, verb: Verb, subject: int | None) -> bool:
    """`Étaient présents à la réunion, mardi à P, A et B`: guests named behind the event they are at."""
    if subject is not None or verb.negative or verb.possible or sentence.pack.premodifiers:
        return False
    noun = past(sentence, index + 1, _TO_EVENT)
    event, at = sentence.nouns.get(noun), past(sentence, noun + 1, _OCCASION)
    guests = chunk_at(sentence, at)
    if event is None or guests is None or guests.kind != sym.AGENTS or not people_of(guests).agents:
        return False
    behind = chunk_at(sentence, at + 1)
    if sentence.chunks[at - 1].kind == "OF" or (behind is not None and behind.kind in _ACTING):
        return False  # `Présent au sommet, A a dit`: read with its own verb
    event.add(people_of(guests), Role.PARTICIPANT, "present.listed", 0.8)
    return True


def attended_that(sentence: Sentence, index: int, verb: Verb) -> bool:
    """`le sommet du G7, auquel prennent part A et B,`: guests behind the verb of a relative clause."""
    at = opening(sentence, index)
    guests = object_of(sentence, index)
    other = sentence.pack.premodifiers or sentence.pack.grammar.reorders
    if other or verb.negative or at < 2 or sentence.chunks[at].kind != "REL" or guests is None:
        return False
    at -= 1
    while at > 0 and (sentence.chunks[at].kind in _OCCASION or not people_of(sentence.chunks[at]).agents):
        if sentence.chunks[at].kind == sym.EVENT or sentence.chunks[at].verb is not None:
            break
        at -= 1
    event = sentence.nouns.get(at)
    if event is None or not people_of(guests).agents:
        return False
    event.add(people_of(guests), Role.PARTICIPANT, "attend.behind", 0.75)
    return True


def of_noun(sentence: Sentence, index: int, chunk: Chunk) -> bool:
    """`la rencontre de A et B, prévue dimanche`: not those who hold something but what they hold is planned."""
    whose = {agent.key for agent in people_of(chunk).agents}
    return any(at < index and whose <= frame.keys() for at, frame in sentence.nouns.items())


def missed_event(sentence: Sentence, index: int) -> int | None:
    """`A was absent from the summit in P`: the event noun behind a preposition, right behind the verb."""
    for at in range(index + 1, min(index + 8, len(sentence.chunks))):
        if at in sentence.nouns:
            return at
        if sentence.chunks[at].kind in (*STOP, ",", ".", "AND", sym.VERB, "WITH"):
            return None
    return None


def comes(sentence: Sentence, index: int, subject: Chunk | None) -> bool:
    """Whether a verb of coming speaks of guests: it ends its clause or leads to a place, and has a subject."""
    if subject is not None and any(c.kind == "IT" for c in sentence.chunks[max(0, index - 3) : index]):
        return False
    following = [
        c.kind for c in sentence.chunks[index + 1 : index + 5] if c.kind not in ("ADV", "DET", sym.DEM, "VIRTUAL")
    ]
    if not following or following[0] in _CLAUSE_ENDS or _occasion(sentence, index):
        return True
    return (
        following[0] in ("TO", "IN")
        and len(following) > 1
        and following[1] in (sym.PLACE, sym.EVENT, sym.AGENTS, sym.ORG)
    )


def _occasion(sentence: Sentence, index: int) -> bool:
    """`will attend the event`: the event told before, by a word for any."""
    ahead = past(sentence, index + 1, ("DET", "IN", "TO", "ADV"))
    told = ahead < len(sentence.chunks) and sentence.chunks[ahead].text.lower() in sentence.pack.occasions
    return told and sentence.chunks[ahead - 1].text.lower() not in sentence.pack.indefinite


def guest_frame(sentence: Sentence, subject: Chunk, end: int, rule: str, word: Chunk | None = None) -> RawFrame:
    """A frame for guests of the event told before: all the words from them to `end`, or the `word` that tells."""
    span = (subject.start, end)
    start, last = (word.start, word.end) if word is not None else span
    return RawFrame(EventKind.SUMMIT, sentence.number, start, last, rule, span, definite=True, refers=True)


def objectless(sentence: Sentence, index: int) -> bool:
    """Nothing follows, or the invitation itself."""
    rest = [c.kind for c in sentence.chunks[index + 1 : index + 4]]
    return not rest or rest[0] in (",", ".", ";") or "INVITATION" in rest


def of_offer(sentence: Sentence, subject: int | None) -> bool:
    """`an offer A rejected`: what is declined stands right before the subject, and is no invitation."""
    return subject is not None and subject > 0 and sentence.chunks[subject - 1].kind == sym.WORD


def represented(sentence: Sentence, index: int, verb: Verb, who: Chunk | None) -> None:
    """`A was represented by B`, `B represented A`, `A was not represented`: guests of the event told before."""
    delegate = agents_after(sentence, index, "BY") or _by_behind(sentence, index, verb)
    if who is None and verb.passive and delegate is None and not sentence.pack.premodifiers:
        who = object_of(sentence, index)  # `Sont représentés A, B et C`
    if verb.frame.name == "send" and not verb.passive and verb.tense in FINITE:
        delegate = object_of(sentence, index)
    elif delegate is None and not verb.passive and verb.tense in FINITE:
        who, delegate = object_of(sentence, index), who
    if delegate is None and verb.passive and not verb.negative and who is not None and verb.tense in FINITE:
        _attended(sentence, index, who)
        return
    loose = verb.tense == "participle" and not sentence.pack.grammar.reorders
    if who is None or (delegate is None and not (verb.passive and verb.negative)) or loose:
        return
    at = sentence.chunks[index]
    named = _represented_at(sentence, index) or event_there(sentence, index)
    frame = named or guest_frame(sentence, who, at.end, verb.frame.name, at)
    absent = who if delegate is None else people_of(who)
    frame.add(absent, Role.ABSENT, "represent.absent", 0.75)
    if delegate is not None and not verb.negative:
        for other in delegates(sentence, index, delegate):
            frame.add(people_of(other), Role.PARTICIPANT, "represent.by", 0.75)
        for part in frame.parts:
            part.behalf = who.agents[0] if part.rule == "represent.by" and len(who.agents) == 1 else part.behalf
    if frame.parts and named is None:
        sentence.verbs[index] = frame


def _represented_at(sentence: Sentence, index: int) -> RawFrame | None:
    """`A will be represented by B at the summit`: the event behind the delegate, when there is one."""
    for at in range(index + 1, len(sentence.chunks)):
        if at in sentence.nouns:
            return sentence.nouns[at] if prep_before(sentence, at) in ("IN", "DURING") else None
        if sentence.chunks[at].kind in (*STOP, sym.VERB):
            return None
    return None


def _by_behind(sentence: Sentence, index: int, verb: Verb) -> Chunk | None:
    """`A was represented at the forum on Monday by B`: who is named behind the event."""
    behind = range(index + 1, min(len(sentence.chunks), index + _FAR))
    by = next((at for at in behind if sentence.chunks[at].kind == "BY"), None)
    plain = by is not None and all(sentence.chunks[at].kind not in (*STOP, sym.VERB) for at in range(index + 1, by))
    return object_of(sentence, by) if verb.passive and by is not None and plain else None


def event_there(sentence: Sentence, index: int) -> RawFrame | None:
    """`is expected at the forum in P`, `was represented by B at the summit`: the event noun behind an `at`."""
    words = sentence.pack.grammar.attending
    at = next((i for i in rest_of_clause(sentence, index) if sentence.chunks[i].text.lower() in words), None)
    noun = past(sentence, at + 1, (*_OCCASION, sym.CAPITAL, sym.AGENTS, "ORD", sym.NUMBER)) if at is not None else -1
    return sentence.nouns.get(noun)


def _attended(sentence: Sentence, index: int, who: Chunk) -> None:
    """`Canada was represented too`: states that were there, by whomever."""
    if all(agent.type is not AgentType.PERSON for agent in who.agents):
        frame = guest_frame(sentence, who, sentence.chunks[index].end, "represent")
        frame.add(who, Role.PARTICIPANT, "represent.guests", 0.7)
        sentence.verbs[index] = frame


def included(sentence: Sentence, index: int, verb: Verb) -> None:
    """`Leaders at the summit include A and B`, `Participants included C`: guests of the event, by name."""
    guests = named_next(sentence, object_of(sentence, index))
    if guests is None or verb.passive or verb.negative or verb.tense not in FINITE:
        return
    held = _subject_event(sentence, index)
    if held is not None and people_of(guests).agents:
        held.add(people_of(guests), Role.PARTICIPANT, "include.guests", 0.75)
        return
    titles = [m.title for c in sentence.chunks[:index] for m in c.mentions if m.title is not None and not m.agents]
    event = next((sentence.nouns[at] for at in range(index - 1, -1, -1) if at in sentence.nouns), None)
    coming = any(c.verb is not None and c.verb.frame.name in _COMING for c in sentence.chunks[:index])
    coming = coming or sentence.context.listing
    if not coming and not any(title.plural for title in titles):
        return
    if event is None and not coming and not any(title.office == "delegate" for title in titles):
        return
    if event is None:
        event = sentence.verbs[index] = guest_frame(sentence, guests, guests.end, "present")
    event.add(people_of(guests), Role.PARTICIPANT, "include.guests", 0.75)


def _subject_event(sentence: Sentence, index: int) -> RawFrame | None:
    """`The meeting includes A and B`, `a meeting in P that included C`: the event that a verb is said of."""
    at = index - 1
    while at > 0 and sentence.chunks[at].kind in _BETWEEN:
        at -= 1
    event = sentence.nouns.get(at)
    return event if event is not None and event.kind not in (EventKind.VISIT, EventKind.CALL) else None
