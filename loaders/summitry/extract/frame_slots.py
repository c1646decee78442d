"""Who and what stands in the slots of a verb that is an event: subject, object, partners, places."""

from __future__ import annotations

from summitry.claims import AgentType, EventKind, Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk, Verb
from summitry.extract.event_places import of_matter
from summitry.extract.frame_clitics import add_meant, has_clitic, meant_by_pronoun, object_pronoun
from summitry.extract.frame_governors import agents_of, opening
from summitry.extract.frame_holders import named_among, owns
from summitry.extract.frame_model import ROLES, RawFrame, people_of
from summitry.extract.frame_objects import agents_after, object_of, rest_of_clause, subjects_too
from summitry.extract.frame_relatives import toward
from summitry.extract.frame_rest import add_place, attach
from summitry.extract.frame_sentence import Sentence
from summitry.extract.frame_signings import name_treaty, treaty_of
from summitry.extract.frame_subjects import subject_of

_DELEGATION = 14
"""How far behind a verb the delegation and its head are named."""


def fill(sentence: Sentence, frame: RawFrame, index: int, verb: Verb, who: Chunk | None, slots: dict[str, str]) -> None:
    """Give a frame the agents that stand in the slots of its verb."""
    name = verb.frame.name
    if who is None or who.mentions[0].seat:
        who = _doer_behind(sentence, index, verb, slots) or who
    if who and slots.get("subject") in ROLES:
        frame.add(who, Role(slots["subject"]), f"{name}.subject")
        if too := subjects_too(sentence, index):
            frame.add(too, Role(slots["subject"]), f"{name}.too")
        if led := _led(sentence, index, who):
            frame.add(led, Role(slots["subject"]), f"{name}.led")
    if (
        has_clitic(sentence, index)
        and slots.get("object") in ROLES
        and (meant := meant_by_pronoun(sentence, index, who))
    ):
        add_meant(sentence, frame, index, meant, Role(slots["object"]))
    elif slots.get("object") in ROLES and (obj := _acted_on(sentence, index)):
        frame.add(obj, Role(slots["object"]), f"{name}.object")
        frame.span = (frame.span[0], obj.end)
    elif slots.get("object") == "place":
        _visited(sentence, frame, index)
        if (
            sentence.pack.grammar.personal
            and has_clitic(sentence, index)
            and (meant := meant_by_pronoun(sentence, index, who))
        ):
            add_meant(sentence, frame, index, meant, Role.HOST)  # `lo visitará en P`
    for slot, prep in (("at", "IN"), ("of", "OF"), ("on", "ON")):
        if slots.get(slot) in ROLES and (chunk := toward(sentence, index, prep)):
            frame.add(chunk, Role(slots[slot]), f"{name}.{slot}")
    if frame.kind is EventKind.SIGNING:
        name_treaty(sentence, frame, index, verb)
    if verb.passive and frame.kind is EventKind.SIGNING:
        slots = {**slots, "between": Role.PARTICIPANT}
        treaty_of(sentence, frame, index)
    for slot, prep in (("with", "WITH"), ("by", "BY"), ("between", "BETWEEN")):
        if slots.get(slot) in ROLES and (chunk := agents_after(sentence, index, prep)):
            if prep == "WITH" and _matter(sentence, index, chunk):
                continue
            frame.add(chunk, Role(slots[slot]), f"{name}.{slot}")
            frame.span = (frame.span[0], max(frame.span[1], chunk.end))
    aside = False
    for at in rest_of_clause(sentence, index):
        if sentence.chunks[at].kind == sym.EVENT:
            break
        aside = aside or _topical(sentence, at)
        spoken_of = of_matter(sentence.chunks, at, sentence.pack.grammar.matters) or _meant_for(sentence, at)
        elsewhere = aside or (spoken_of and frame.kind is not EventKind.VISIT)
        matter = (
            sentence.chunks[at].kind == sym.PLACE if elsewhere else name == "discuss" and _among_matters(sentence, at)
        )
        if not matter:
            attach(sentence, frame, at)
    _there_before(sentence, frame, index)
    _excepted(sentence, frame, index)


def _excepted(sentence: Sentence, frame: RawFrame, index: int) -> None:
    """`The leaders of A, except B, met in P`: who is named as missing between the subject and its verb."""
    subject = subject_of(sentence, index)
    for at in range(index if subject is None else subject + 1, index):
        if sentence.chunks[at].kind == "WITHOUT" and (missing := object_of(sentence, at)) is not None:
            frame.add(missing, Role.ABSENT, "without")


def _acted_on(sentence: Sentence, index: int) -> Chunk | None:
    """Whom a verb acts on: behind it, named among others, or before a relative pronoun."""
    found = object_of(sentence, index) or _whom(sentence, index) or _head_of_delegation(sentence, index)
    return found if found is not None and found.agents else named_among(sentence, index) or found


def _head_of_delegation(sentence: Sentence, index: int) -> Chunk | None:
    """`a reçu une délégation de P conduite par B`: who leads those on whom a verb acts."""
    rest = [] if sentence.pack.premodifiers else [*rest_of_clause(sentence, index)][:_DELEGATION]
    body = next((at for at in rest if sentence.chunks[at].text.lower() in sentence.pack.delegations), None)
    if body is None or any(sentence.chunks[at].kind in ("WITH", "BY", "AND") for at in range(index, body)):
        return None
    for at in range(body, min(rest[-1] + 1, len(sentence.chunks))):
        verb = sentence.chunks[at].verb
        if verb is not None:
            return agents_after(sentence, at, "BY") if verb.frame.name == "lead" and verb.passive else None
    return None


def _meant_for(sentence: Sentence, at: int) -> bool:
    """`discuss a plan for P`, `un plan pour P`: what is spoken of is meant for a place."""
    before = at - 1 - (sentence.chunks[at - 1].kind == "DET")
    return before > 0 and sentence.chunks[before].kind == "TO" and sentence.chunks[before - 1].kind == sym.WORD


def _matter(sentence: Sentence, index: int, chunk: Chunk) -> bool:
    """`discussed relations with B`, `ont parlé des tensions avec B`: a state that belongs to what is spoken of."""
    if any(agent.type is not AgentType.STATE for agent in chunk.agents):
        return False
    at = next((at for at in rest_of_clause(sentence, index) if sentence.chunks[at].kind == "WITH"), index) - 1
    first = at
    while first > index and sentence.chunks[first].kind in (sym.WORD, sym.DEM, "POSS", "THEIR", "DET"):
        first -= 1
    verb = sentence.chunks[first].verb
    discussed = verb is not None and verb.frame.name == "discuss"
    return first < at and (discussed or sentence.chunks[first].kind in ("OF", "ON"))


def _among_matters(sentence: Sentence, at: int) -> bool:
    """`discuss a range of issues including P and Q`: states that are spoken of."""
    chunk = sentence.chunks[at]
    states = bool(chunk.agents) and all(agent.type is AgentType.STATE for agent in chunk.agents)
    return states and [c.kind for c in sentence.chunks[at - 2 : at]] == [sym.WORD, "INCL"]


def _whom(sentence: Sentence, index: int) -> Chunk | None:
    """`B, whom A met in P`: the people before a relative pronoun behind which a subject stands."""
    subject, grammar = subject_of(sentence, index), sentence.pack.grammar
    if subject is None or subject < 2 or grammar.reorders:
        return None
    pronouns = sentence.pack.personal if sentence.pack.premodifiers else grammar.object_relatives
    if sentence.chunks[subject - 1].kind == "REL" and sentence.chunks[subject - 1].text.lower() in pronouns:
        before = subject - 3 if sentence.chunks[subject - 2].kind == "," else subject - 2
        return agents_of(
            sentence, before if before < 0 or sentence.pack.premodifiers else _said_to_be(sentence, before)
        )
    return None


def _said_to_be(sentence: Sentence, at: int) -> int:
    """`B est le premier dirigeant que A reçoit`: of whom the office is said before a relative pronoun."""
    while at > 0 and sentence.chunks[at].kind in (sym.WORD, sym.DEM):
        at -= 1
    if sentence.chunks[at].kind != sym.AGENTS or sentence.chunks[at].agents or at < 2:
        return at
    being = at - 1
    while being > 0 and sentence.chunks[being].kind in ("DET", "ORD", "ADV", sym.WORD):
        being -= 1
    return being - 1 if sentence.chunks[being].kind in ("BE", "WAS") else at


def _topical(sentence: Sentence, at: int) -> bool:
    """`spoke about progress in P`: what is spoken of begins here, and its places are not where it is spoken of."""
    behind = sentence.chunks[at + 1 : at + 3]
    return sentence.chunks[at].kind == "ON" and all(c.kind not in (sym.TIME, sym.PLACE) for c in behind)


def _led(sentence: Sentence, index: int, who: Chunk) -> Chunk | None:
    """`a delegation led by A met B`: the head of those who act."""
    at = sentence.chunks.index(who) + 1
    at += at < index and sentence.chunks[at].kind == ","  # `La délégation, conduite par A, …`
    verb = sentence.chunks[at].verb if at < index else None
    return agents_after(sentence, at, "BY") if verb is not None and verb.frame.name == "lead" else None


def _doer_behind(sentence: Sentence, index: int, verb: Verb, slots: dict[str, str]) -> Chunk | None:
    """`P, où l'a reçu A`: the subject stands behind its verb when a pronoun is the object."""
    at = object_pronoun(sentence, index)
    opens = at is not None and at > 0 and sentence.chunks[at - 1].kind == "REL"
    if not opens or verb.passive or slots.get("subject") not in ROLES:
        return None
    return object_of(sentence, index)


def _there_before(sentence: Sentence, frame: RawFrame, index: int) -> None:
    """`A y a rencontré B`: where was told before, in the sentence or in the last one."""
    at = opening(sentence, index) + 1
    if frame.places or all(c.kind != "CLIT" for c in sentence.chunks[at:index]):
        return
    before = [c for c in sentence.chunks[:at] if c.kind == sym.PLACE]
    place = before[-1] if before else sentence.context.place
    if place is not None and place.place is not None:
        frame.places.append((*place.place, place.start, place.end))


def _visited(sentence: Sentence, frame: RawFrame, index: int) -> None:
    """The object of `visit`: a place, or a state."""
    for at in range(index + 1, min(index + 5, len(sentence.chunks))):
        chunk = sentence.chunks[at]
        if chunk.kind == sym.PLACE:
            add_place(frame, chunk)
            frame.span = (frame.span[0], chunk.end)
            return
        if chunk.kind == sym.AGENTS and chunk.mentions[0].seat:
            frame.add_states(chunk, None if len(chunk.mentions) > 1 else chunk.text)
            frame.plural = len(chunk.mentions) > 1
            frame.span = (frame.span[0], chunk.end)
            return
        if chunk.kind == sym.AGENTS and people_of(chunk).agents and not owns(sentence, at):
            frame.add(people_of(chunk), Role.HOST, "visit.object", 0.8)  # `besuchte B in P`
            return
        if chunk.kind not in ("DET", sym.WORD, "ADV", sym.DEM, sym.CAPITAL, sym.TIME):
            return
