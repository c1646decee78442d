"""What a verb means beside other words: `gathered in P` is a meeting, `gathered A and B` is what a host does."""

from __future__ import annotations

from summitry.claims import AgentType
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk, Verb
from summitry.extract.frame_clitics import meant_by_pronoun
from summitry.extract.frame_event_objects import event_right
from summitry.extract.frame_governors import agents_of, chunk_at, past
from summitry.extract.frame_model import FINITE, people_of
from summitry.extract.frame_objects import agents_after, object_of, rest_of_clause
from summitry.extract.frame_relatives import people_only
from summitry.extract.frame_sentence import Sentence

_NEAR = 6
"""How many words behind a verb the telephone stands at most."""
_CALLED = frozenset({sym.TIME, ".", ",", "AND", "IN", "DURING", "AROUND", "ADV", "SUB", ";"})
"""What follows somebody who was called, or called on, and neither named nor urged."""
_BEFORE_NAME = frozenset({"DET", "TITLE", "POSS", "ADV"})


def mean(sentence: Sentence, index: int, verb: Verb, subject: int | None) -> None:
    """Give a verb that means something else beside these words the frame of what it means there."""
    name = verb.frame.name
    if name == "sit" and agents_after(sentence, index, "WITH") is None:
        verb.frame = sentence.pack.frames["present"]  # `am Tisch sitzen A und B`
    elif name == "gather" and _gathered(sentence, index, verb, subject):
        verb.frame, verb.passive = sentence.pack.frames["meet"], False
    elif name == "gather" and _gathers_people(sentence, index, verb, subject):
        verb.frame = sentence.pack.frames["host"]
    elif name == "join" and not verb.passive and _leads_home(sentence, index):
        verb.frame = sentence.pack.frames["visit"]
    elif name == "visit" and verb.passive and subject is not None and people_only(sentence, subject):
        verb.frame = sentence.pack.frames["meet"]  # `A was visited by B`
    elif name == "join" and not verb.passive and _joins_somewhere(sentence, index, subject):
        verb.frame = sentence.pack.frames["meet2"]
    elif name == "come" and _comes_abroad(sentence, index, verb, subject):
        verb.frame, verb.passive = sentence.pack.frames["go"], False  # `will come`: looks like a participle
    elif name == "visitto" and _houses(sentence, index, subject):
        verb.frame = sentence.pack.frames["receive"]
    elif name == "hold" and not verb.passive and phoned(sentence, index) is not None:
        verb.frame = sentence.pack.frames["call"]
    elif name == "plan" and not verb.passive and _awaits(sentence, index, verb, subject):
        verb.frame = sentence.pack.frames["receive"]


def _comes_abroad(sentence: Sentence, index: int, verb: Verb, subject: int | None) -> bool:
    """`A came to P on Monday`: a journey, where P is no home of anybody who came."""
    to, place = chunk_at(sentence, index + 1), chunk_at(sentence, index + 2)
    who = agents_of(sentence, subject)
    if to is None or to.kind != "TO" or place is None or place.place is None or who is None:
        return False
    homes = {a.country for a in people_of(who).agents if a.type is AgentType.PERSON}
    told = sym.TIME in sentence.kinds and sentence.pack.premodifiers and verb.tense in FINITE and not verb.negative
    return told and bool(homes) and not homes & {None, place.place[2]}


def _houses(sentence: Sentence, index: int, subject: int | None) -> bool:
    """`A hatte B zu Gast`: whoever has somebody as a guest is the host."""
    guest = object_of(sentence, index)
    named = guest is not None and bool(people_of(guest).agents)
    return named and subject is not None and people_only(sentence, subject)


def _awaits(sentence: Sentence, index: int, verb: Verb, subject: int | None) -> bool:
    """`where B awaited him`, `A espera a B en P`: one person expects another, and says where."""
    who = agents_of(sentence, subject)
    if verb.tense not in FINITE or who is None or subject is None or not people_only(sentence, subject):
        return False
    if meant_by_pronoun(sentence, index, who):
        return True
    whom = object_of(sentence, index)
    named = whom is not None and bool(people_of(whom).agents)
    return named and sym.PLACE in [sentence.chunks[at].kind for at in rest_of_clause(sentence, index)]


def _gathered(sentence: Sentence, index: int, verb: Verb, subject: int | None) -> bool:
    """`A and B gather in P`, `gathered in P, the leaders …`: no object and no host."""
    if agents_of(sentence, subject) is None or event_right(sentence, index, verb) is not None:
        return False
    return agents_after(sentence, index, "BY") is None if verb.passive else object_of(sentence, index) is None


def phoned(sentence: Sentence, index: int) -> Chunk | None:
    """`A told B by phone`, `A a eu B au téléphone`: whom somebody speaks to on the phone."""
    whom = object_of(sentence, index) if "PHONE" in sentence.kinds else None
    near = [sentence.chunks[at].kind for at in rest_of_clause(sentence, index)][:_NEAR] if whom is not None else []
    return whom if "PHONE" in near and sym.EVENT not in near[: near.index("PHONE")] else None


def _gathers_people(sentence: Sentence, index: int, verb: Verb, subject: int | None) -> bool:
    """`A brought B and C together`: people whom somebody gathers."""
    who, guests = agents_of(sentence, subject), object_of(sentence, index)
    if who is None or guests is None or verb.passive or verb.negative:
        return False
    abroad = {a.country for a in people_of(guests).agents} - {a.country for a in who.agents}
    return bool(abroad) and event_right(sentence, index, verb) is None


def _joins_somewhere(sentence: Sentence, index: int, subject: int | None) -> bool:
    """`A joined B in P on Tuesday`: people beside each other in a place, and no cause that they share."""
    at = past(sentence, index + 1, _BEFORE_NAME)
    behind = [c.kind for c in sentence.chunks[at + 1 : at + 4]]
    somewhere = behind[:2] == ["IN", sym.PLACE] and behind[2:] not in (["IN"], [sym.VERB])
    both = (
        subject is not None
        and at < len(sentence.chunks)
        and people_only(sentence, subject)
        and people_only(sentence, at)
    )
    return sentence.pack.premodifiers and both and somewhere


def joins_them(sentence: Sentence, index: int) -> bool:
    """`A joined them`, `A joined the pair for lunch`: several who were told of before."""
    behind = sentence.chunks[index + 1] if index + 1 < len(sentence.chunks) else None
    return behind is not None and any(m.pronoun in ("THEY", "PAIR") for m in behind.mentions)


def _leads_home(sentence: Sentence, index: int) -> bool:
    """`rejoined P`, `gained P`: a verb whose object is a place, over times."""
    for chunk in sentence.chunks[index + 1 : index + 4]:
        if chunk.kind == sym.PLACE:
            return True
        if chunk.kind not in (sym.TIME, "ADV"):
            return False
    return False


def urging(sentence: Sentence, index: int) -> bool:
    """`appelé B à la retenue`, `appelé à la retenue`: who is called on to do something is not called up."""
    first = past(sentence, index + 1, ("ADV", sym.TIME, ","))
    if [c.kind for c in sentence.chunks[first : first + 1]] == ["IN"] and all(
        c.kind != "PHONE" for c in sentence.chunks
    ):
        return True
    for at in rest_of_clause(sentence, index):
        if sentence.chunks[at].kind == sym.AGENTS:
            behind = [c.kind for c in sentence.chunks[at + 1 : at + 4] if c.kind not in ("DET", "ADV")]
            return behind[:1] == ["IN"] and behind[1:2] not in ([sym.PLACE], [sym.TIME])
    return False


def called_up(sentence: Sentence, index: int) -> bool:
    """`called B on Monday`, `called on B in P`, but not `called B a friend`, `called on B to act`."""
    upon = sentence.chunks[index + 1].kind == "ON" if index + 1 < len(sentence.chunks) else False
    at = past(sentence, index + 1 + upon, _BEFORE_NAME)
    if at + 1 >= len(sentence.chunks) or not people_only(sentence, at):
        return False
    behind = [c.kind for c in sentence.chunks[at + 1 : at + 3]]
    behind = behind[1:] if behind[0] == "ON" and sym.TIME in behind else behind
    if upon:
        return behind[0] in _CALLED and all(
            sentence.chunks[i].kind not in ("TO", "NEG") for i in rest_of_clause(sentence, at)
        )
    return behind[0] in _CALLED or (behind[0] == "TO" and behind[1:] != ["DET"])
