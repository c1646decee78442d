"""What follows an event noun: `talks between A and B in P`, `a visit of A to P`."""

from __future__ import annotations

from summitry.claims import AgentType, EventKind, EventMode, Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk
from summitry.extract.event_places import of_matter
from summitry.extract.frame_governors import chunk_at
from summitry.extract.frame_model import PLAIN, ROLE_OF, RawFrame
from summitry.extract.frame_owners import members, two_states
from summitry.extract.frame_rest import add_place
from summitry.extract.frame_sentence import Sentence

_LEADING = frozenset({"OF", "WITH", "BETWEEN", "IN", "TO", "FROM", "BY", "INCL", "PRESENCE", "WITHOUT", "MEDIATION"})
"""What says how those behind it belong to the event."""
_FILLING = frozenset({"DET", "TITLE", "ADV", "ORD", "NUM", "POSS", "THEIR", sym.NUMBER, *'-"«»“”()'})
"""What may stand anywhere in the words behind an event noun."""
_BEHIND_COMMA = frozenset(
    {sym.PLACE, sym.TIME, "WITH", "BETWEEN", "INCL", "PRESENCE", "IN", "VIRTUAL", "WITHOUT", "MEDIATION"}
)
"""What goes on with the event behind a comma."""
_ASIDE = 14
"""How long what a participle says between two commas is at most."""


def right(sentence: Sentence, index: int, frame: RawFrame) -> None:
    """What follows an event noun: `between A and B`, `with A`, `of A`, `in P`, `on T`."""
    chunks = sentence.chunks
    at = index + 1
    words = 0
    prep = ""
    states: list[Chunk] = []
    topic = False
    while at < len(chunks):
        chunk = chunks[at]
        kind = chunk.kind
        if kind in ("ON", "TO", "AROUND") and frame.kind is not EventKind.VISIT and at + 1 < len(chunks):
            topic = True
            prep = ""
        elif kind == sym.TREATY and frame.kind is EventKind.SIGNING:
            prep, words, topic = "", 0, False
        elif kind == "INVITATION" or (kind == "OF" and prep == "INVITATION"):
            prep = "INVITATION"
        elif kind in ("OF", "FROM") and _of_delegation(sentence, at, prep):
            pass
        elif kind in _LEADING:
            prep = kind
        elif kind == sym.AGENTS and prep in ("WITH", "BETWEEN") and _is_title(sentence, at):
            pass
        elif kind == sym.AGENTS:
            if prep == "OF" and words > 2:
                break  # `his visit expresses the firm will of A and B`: a clause of its own
            if (topic and not prep) or not _complement(sentence, frame, chunk, prep, at, index):
                break
            prep, words = "", 0
            frame.span = (frame.span[0], max(frame.span[1], chunk.end))
        elif kind == sym.PLACE:
            if topic or of_matter(chunks, at, sentence.pack.grammar.matters):
                topic = False
            elif (prep in ("IN", "OF", "TO") and not (prep == "OF" and words > 1)) or (frame.places and prep == ""):
                add_place(frame, chunk)
                if prep in ("IN", "OF", "TO"):
                    frame.span = (frame.span[0], max(frame.span[1], chunk.end))
            prep, words = "", 0
        elif kind == "," and _by_phone(sentence, at):
            frame.kind, at = EventKind.CALL, at + 2
        elif kind == "," and (closing := _described(sentence, at)) is not None:
            at, words, prep, topic = closing, 0, "", False
        elif (more := _further_places(sentence, frame, at)) is not None:
            frame.add_states(more)
            frame.span = (frame.span[0], more.end)
            at += 1
        elif kind == sym.TIME:
            prep = ""
        elif kind == sym.DEM and words == 0 and not sentence.pack.premodifiers:
            states.append(chunk)
            frame.span = (frame.span[0], chunk.end)
        elif kind == "VIRTUAL":
            frame.mode = EventMode.VIRTUAL
        elif kind == "PHONE":
            frame.kind = EventKind.CALL
        elif kind == "PAST":
            frame.recalled = True
        elif (kind in ("S", "SEAT") and frame.places and not prep) or _of_delegation(sentence, at, prep):
            pass  # `in Ethiopia's capital Addis Ababa`, `with a delegation representing A`
        elif (
            kind in _FILLING
            or (
                kind == "AND"
                and at + 2 < len(chunks)
                and chunks[at + 1].kind == "OF"
                and chunks[at + 2].kind == sym.WORD
            )
            or (kind == "AND" and states and at + 1 < len(chunks) and chunks[at + 1].kind == sym.DEM)
        ) or (kind in (sym.WORD, sym.CAPITAL, sym.DEM) and prep in ("WITH", "BETWEEN") and _of_title(sentence, at)):
            pass
        elif kind in (sym.WORD, sym.CAPITAL, sym.MARK) and words < 3:
            words += 1
            if prep in ("WITH", "BETWEEN", "OF") and words > 2:
                prep = ""
            if prep in ("IN", "TO"):
                prep = ""
        elif kind == "," and at + 1 < len(chunks) and chunks[at + 1].kind in _BEHIND_COMMA:
            words = 0
        elif kind == sym.VERB and chunk.verb and chunk.verb.tense == "participle" and words < 3:
            words, prep = 0, "V"
            topic = topic or (chunk.verb.frame.name in PLAIN and not sentence.pack.premodifiers)
        else:
            break
        at += 1
    two_states(sentence, states, frame)


def _by_phone(sentence: Sentence, at: int) -> bool:
    """`talks, held over the phone,`: how they are held, behind a comma."""
    behind = sentence.chunks[at + 1 : at + 3]
    held = len(behind) > 1 and behind[0].verb is not None and behind[0].verb.frame.name == "hold"
    return held and behind[1].kind == "PHONE"


def _described(sentence: Sentence, at: int) -> int | None:
    """`a call, described as warm by C, between A and B`: the comma that ends what a participle says of the noun."""
    if at + 2 >= len(sentence.chunks):
        return None
    verb = sentence.chunks[at + 1].verb
    describing = verb is not None and verb.frame.kind is None and verb.frame.event == "none"
    if not describing and not _of_noun_only(sentence, at + 1):
        return None
    for end in range(at + 2, min(at + _ASIDE, len(sentence.chunks) - 1)):
        if sentence.chunks[end].kind == ",":
            return end if sentence.chunks[end + 1].kind in ("BETWEEN", "WITH") else None
    return None


def _of_noun_only(sentence: Sentence, at: int) -> bool:
    """`un appel, qui a été long, entre A et B`: a relative clause that names nobody."""
    kinds = [c.kind for c in sentence.chunks[at : at + _ASIDE - 1]]
    named = next((i for i, kind in enumerate(kinds) if kind in (sym.AGENTS, sym.EVENT)), None)
    alone = named is None or "BETWEEN" in kinds[:named]
    return kinds[0] == "REL" and alone and not sentence.pack.premodifiers


def _of_title(sentence: Sentence, at: int) -> bool:
    """`between Grand Vizier Jane Roe and B`: a word with a capital, of a title that no table knows."""
    return sentence.pack.premodifiers and sentence.chunks[at].text[:1].isupper()


def _is_title(sentence: Sentence, at: int) -> bool:
    """`between Grand Vizier Jane Roe and B`: a title read as a name, as a name stands right behind."""
    chunk, behind = sentence.chunks[at], chunk_at(sentence, at + 1)
    beside = behind is not None and behind.kind == sym.AGENTS and behind.start == chunk.end + 1
    return sentence.pack.premodifiers and beside and bool(chunk.agents) and all(a.stranger for a in chunk.agents)


def _further_places(sentence: Sentence, frame: RawFrame, at: int) -> Chunk | None:
    """`visits to P and Q`: the states behind a conjunction that are places as the first one is."""
    ahead = chunk_at(sentence, at + 1)
    listed = frame.kind is EventKind.VISIT and frame.plural and sentence.chunks[at].kind in ("AND", ",")
    if not listed or not frame.places or ahead is None or ahead.kind != sym.AGENTS or not ahead.mentions:
        return None
    return ahead if all(m.seat and m.agents for m in ahead.mentions) else None


def _of_delegation(sentence: Sentence, at: int, prep: str) -> bool:
    """`with a delegation of A`, `with officials representing A`: whose people the partners are comes behind."""
    if prep not in ("WITH", "BETWEEN"):
        return False
    chunk, before = sentence.chunks[at], sentence.chunks[at - 1]
    representing = chunk.verb is not None and chunk.verb.frame.name == "represent" and chunk.verb.tense == "gerund"
    return chunk.kind == "GOV" or representing or (chunk.kind in ("OF", "FROM") and before.kind == "GOV")


def _complement(sentence: Sentence, frame: RawFrame, chunk: Chunk, prep: str, at: int, index: int) -> bool:
    """Agents behind an event noun, by their preposition."""
    if prep in ("BETWEEN", "WITH", "INCL", "PRESENCE"):
        frame.add(chunk, Role.PARTICIPANT, f"noun.{prep.lower()}")
        return True
    if prep in ROLE_OF:
        frame.add(chunk, ROLE_OF[prep], f"noun.{prep.lower()}")
        return True
    if prep == "OF":
        _of(sentence, frame, chunk)
        return True
    if prep == "BY" and accompanied(sentence, index):
        return False
    crowd = all(m.title is not None and m.title.plural for m in chunk.mentions[:1])
    if prep == "BY" and (crowd or frame.kind in (EventKind.VISIT, EventKind.SIGNING, EventKind.CALL)):
        frame.add(chunk, Role.PARTICIPANT, "noun.by")
        return True
    if prep in ("TO", "FROM") and frame.kind is EventKind.CALL:
        frame.add(chunk, Role.PARTICIPANT, f"noun.{prep.lower()}")
        return True
    if prep in ("IN", "TO") and frame.kind is EventKind.VISIT and chunk.mentions[0].title is not None:
        return False
    if prep == "" and at - index <= 2 and sentence.chunks[at - 1].kind != ",":
        following = sentence.chunks[at + 1].kind if at + 1 < len(sentence.chunks) else ""
        dashed = len(chunk.agents) > 1 and at == index + 1 and any(dash in chunk.text for dash in "-–/")
        if not dashed and following in (sym.VERB, "BE", "WAS", "HAVE", "FUT", "COND", "NEG"):
            return False
        members(frame, chunk, "noun.partners", joint=len(chunk.agents) > 1)
        return True
    return False


def accompanied(sentence: Sentence, index: int) -> bool:
    """`is accompanied on the visit by B`: what `by` belongs to."""
    at = index - 1
    while at > 0 and sentence.chunks[at].kind in ("DET", "POSS", "THEIR", "ON", "DURING", "IN", sym.WORD):
        at -= 1
    verb = sentence.chunks[at].verb
    return verb is not None and verb.frame.name == "accompany" and verb.passive


def _of(sentence: Sentence, frame: RawFrame, chunk: Chunk) -> None:
    topic = any(c.kind == "ON" for c in sentence.chunks if frame.end <= c.start < chunk.start)
    if frame.kind is EventKind.SIGNING or (topic and chunk.mentions[0].seat):
        return
    if frame.kind is EventKind.VISIT and sentence.pack.premodifiers and _states(chunk):
        frame.places.extend(
            (m.agents[0].key, m.agents[0].name, m.agents[0].country, m.start, m.end) for m in chunk.mentions
        )
        return  # `a tour of P, Q and R`
    for mention in chunk.mentions:
        if (
            mention.seat
            and len(chunk.agents) == 1
            and mention.agents
            and sentence.chunks[sentence.chunks.index(chunk) - 1].kind != "DET"
        ):
            frame.places.append((None, chunk.text, mention.agents[0].country, mention.start, mention.end))
            return
    members(frame, chunk, "noun.of", joint=frame.kind is EventKind.VISIT)


def _states(chunk: Chunk) -> bool:
    """Whether a list names nothing but states."""
    states = [agent for mention in chunk.mentions for agent in mention.agents if agent.type is AgentType.STATE]
    return len(chunk.mentions) > 1 and len(states) == len(chunk.agents) == len(chunk.mentions)
