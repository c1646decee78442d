"""Those who come along: `A, accompanied by B, visited P`; `the ceremony was attended by C`; `D spoke there`."""

from __future__ import annotations

from summitry.claims import AgentType, EventKind, Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk
from summitry.extract.frame_adjuncts import speaker
from summitry.extract.frame_attendance import guest_frame
from summitry.extract.frame_complements import accompanied
from summitry.extract.frame_governors import agents_of, governed
from summitry.extract.frame_guests import asked
from summitry.extract.frame_holders import named_next
from summitry.extract.frame_model import AUXILIARY, STOP, Part, people_of
from summitry.extract.frame_objects import object_of
from summitry.extract.frame_relatives import people_only
from summitry.extract.frame_sentence import Sentence
from summitry.extract.frame_subjects import subject_of

_ESCORTING = frozenset({"accompany"})
_BESIDE = frozenset({"WITH", "TOO"})
_ESCORTS = _BESIDE | {"PRESENCE"}
_LINKS = frozenset({"OF", "BY", "DET", "TITLE", "POSS", "KIN"})
_OVER_BEING = frozenset({"BE", "WAS", ",", "ADV"})
_NOBODY_ACTS = STOP | {"NEG", "COND", "REL", sym.EVENT}
_QUOTED = frozenset({",", "»", '"', "”", sym.QUOTE})
_OPENING = 2
_NEAR = 5
_LONG = 16
_ASIDE = frozenset(
    {"IN", "DET", "ON", ",", "OF", "TITLE", sym.PLACE, sym.TIME, sym.CAPITAL, sym.AGENTS, sym.WORD, "REL"}
)
"""What stands between an event noun and its verb."""
_SMALL = frozenset({EventKind.MEETING, EventKind.SIGNING})


def companions(sentence: Sentence) -> None:
    """`A, accompanied by B, visited P`, `Flanked by B, A met C`: B is where A is."""
    escorts = {at for at, verb in sentence.told if verb.frame.name in _ESCORTING}
    if not sentence.kinds.isdisjoint(_ESCORTS):
        escorts.update(at for at, chunk in enumerate(sentence.chunks) if chunk.kind in _ESCORTS)
    for index in sorted(escorts):
        chunk = sentence.chunks[index]
        if chunk.verb is not None and chunk.verb.frame.name in _ESCORTING and chunk.verb.passive:
            _escorted_on(sentence, index)
        if not _escorting(sentence, index):
            continue
        beside = _object_of_escort(sentence, index)
        master = _escorted(sentence, index, beside)
        if beside is not None and master is not None and beside is not master:
            _join(sentence, people_of(master), people_of(beside))


def _escorted_on(sentence: Sentence, index: int) -> None:
    """`A is accompanied on the visit by B`: both on the visit."""
    at = next((i for i in range(index + 1, min(index + 6, len(sentence.chunks))) if i in sentence.nouns), None)
    if at is None or not accompanied(sentence, at) or at + 1 >= len(sentence.chunks):
        return
    master = agents_of(sentence, subject_of(sentence, index))
    by = next((i for i in range(at + 1, min(at + 8, len(sentence.chunks))) if sentence.chunks[i].kind == "BY"), None)
    beside = object_of(sentence, by) if by is not None else None
    for one, rule in ((master, "escort.master"), (beside, "beside")):
        if one is not None:
            sentence.nouns[at].add(people_of(one), Role.PARTICIPANT, rule, 0.75)


def _escorting(sentence: Sentence, index: int) -> bool:
    """Whether a chunk says that somebody is beside somebody else."""
    chunk = sentence.chunks[index]
    if chunk.verb is not None:
        return chunk.verb.frame.name in _ESCORTING and chunk.verb.passive and chunk.verb.tense == "participle"
    aside = chunk.kind in _BESIDE and index > 0 and sentence.chunks[index - 1].kind == ","
    return chunk.kind == "PRESENCE" or aside


def _before_aside(sentence: Sentence, at: int) -> int | None:
    """`The talks, which took place in P, were attended by A`: the event noun before what stands between commas."""
    commas = [i for i in range(max(0, at - _LONG), at) if sentence.chunks[i].kind == ","]
    return next((i - 1 for i in commas if i - 1 in sentence.nouns), None)


def _object_of_escort(sentence: Sentence, index: int) -> Chunk | None:
    for at in range(index + 1, min(index + 6, len(sentence.chunks))):
        if sentence.chunks[at].kind == sym.AGENTS:
            return named_next(sentence, sentence.chunks[at])
        kin = sentence.chunks[at].kind == "," and sentence.chunks[at - 1].kind == "KIN"  # `accompagné de son épouse, B`
        if sentence.chunks[at].kind not in _LINKS and not kin:
            return None
    return None


def _escorted(sentence: Sentence, index: int, beside: Chunk | None) -> Chunk | None:
    """Who is accompanied: named right before, or behind an opening phrase."""
    before = index - 1
    while before >= 0 and sentence.chunks[before].kind in _OVER_BEING:
        before -= 1
    if before >= 0:
        return sentence.chunks[before] if sentence.chunks[before].kind == sym.AGENTS else None
    if beside is None:
        return None
    behind = sentence.chunks.index(beside) + 1
    if behind >= len(sentence.chunks) or sentence.chunks[behind].kind != ",":
        return None
    return next((c for c in sentence.chunks[behind + 1 : behind + 3] if c.kind == sym.AGENTS), None)


def _join(sentence: Sentence, master: Chunk, beside: Chunk) -> None:
    """Put companions into every frame that somebody attends."""
    keys = {agent.key for agent in master.agents}
    for frame in (*sentence.nouns.values(), *sentence.verbs.values()):
        there = [p for p in frame.parts if p.agent.key in keys]
        if there and all(p.role.attends for p in there) and frame.kind is not EventKind.CALL:
            told = {p.agent.key for p in frame.parts}
            found = frame.parts
            frame.parts = []
            frame.add(beside, Role.PARTICIPANT, "beside", 0.7)
            frame.parts = [*found, *(p for p in frame.parts if p.agent.key not in told)]


def attended_by(sentence: Sentence) -> None:
    """`The ceremony was attended by A and B`, `all in the presence of C`: guests of the event told before."""
    if "PRESENCE" not in sentence.kinds:
        return
    at = next((i for i, c in enumerate(sentence.chunks) if c.kind == "PRESENCE"), None)
    if sentence.verbs or any(at is None or noun < at for noun in sentence.nouns):
        _noun_attended_by(sentence)
        return
    if at is None or at < _OPENING or any(c.kind == "NEG" for c in sentence.chunks[:at]):
        return
    guests, master = _object_of_escort(sentence, at), None
    if guests is None or not people_of(guests).mentions:
        return
    master = _escorted(sentence, at, guests)
    frame = guest_frame(sentence, guests, guests.end, "present" if master is None else "escort")
    if master is not None:
        frame.add(master, Role.PARTICIPANT, "escort.master", 0.7)
    frame.add(people_of(guests), Role.PARTICIPANT, "presence.guests" if master is None else "beside", 0.75)
    sentence.verbs[at] = frame


def _noun_attended_by(sentence: Sentence) -> None:
    """`The meeting was attended by A and B`: guests of the event noun that is the subject."""
    for at, chunk in enumerate(sentence.chunks):
        if chunk.kind != "PRESENCE" or at < _OPENING:
            continue
        back = at - 1
        while back > 0 and sentence.chunks[back].kind in AUXILIARY:
            back -= 1
        if back == at - 1:
            continue
        while back > 0 and sentence.chunks[back].kind in _ASIDE and at - back < _NEAR + 4:
            back -= 1
        back = back if back in sentence.nouns else _before_aside(sentence, at) or back
        guests = _object_of_escort(sentence, at)
        if back in sentence.nouns and guests is not None:
            sentence.nouns[back].add(people_of(guests), Role.PARTICIPANT, "presence", 0.8)


def on_the_sidelines(sentence: Sentence) -> None:
    """`A met B on the sidelines`, `En marge des travaux, A a reçu B`: both are at the event told before."""
    if "ASIDE" not in sentence.kinds:
        return
    at = next((i for i, c in enumerate(sentence.chunks) if c.kind == "ASIDE"), None)
    of = at is not None and [c.kind for c in sentence.chunks[at + 1 : at + 2]] == ["OF"]
    if at is None or (of and any(at < noun < at + _NEAR for noun in sentence.nouns)):
        return
    frames = [f for f in (*sentence.nouns.values(), *sentence.verbs.values()) if f.kind in _SMALL and not f.refers]
    parts = [p for f in frames for p in f.parts if p.role.attends and p.agent.type is AgentType.PERSON]
    if parts:
        word = sentence.chunks[at]
        frame = guest_frame(sentence, word, word.end, "aside")
        frame.parts = [Part(p.agent, Role.PARTICIPANT, p.start, p.end, "aside", 0.7) for p in parts]
        sentence.verbs[at] = frame


def acting_there(sentence: Sentence) -> None:
    """`A y a plaidé pour la paix`: who acts at the event told before."""
    if "CLIT" not in sentence.kinds:
        return
    for index, chunk in enumerate(sentence.chunks):
        if chunk.kind != "CLIT" or _frame_of(sentence, index) or asked(sentence, index):
            continue
        subject = _acting(sentence, index)
        if subject is not None:
            frame = guest_frame(sentence, subject, chunk.end, "there")
            frame.add(people_of(subject), Role.PARTICIPANT, "there", 0.7)
            sentence.verbs[index] = frame


def _frame_of(sentence: Sentence, index: int) -> bool:
    """Whether the verb behind a pronoun of place has told something already."""
    return any(
        at in sentence.verbs or at in sentence.nouns for at in range(index, min(index + 5, len(sentence.chunks)))
    )


def _acting(sentence: Sentence, index: int) -> Chunk | None:
    """The people before a pronoun of place who are the subject of its verb, or who speak behind it."""
    verb = next((at for at in range(index + 1, min(index + 3, len(sentence.chunks))) if sentence.chunks[at].verb), None)
    if verb is not None and index and sentence.chunks[index - 1].kind in _QUOTED:
        return speaker(sentence, verb)  # `« … », y a déclaré A`
    for at in range(index - 1, -1, -1):
        chunk = sentence.chunks[at]
        if chunk.kind == sym.AGENTS and not governed(sentence, at):
            return chunk if people_only(sentence, at) else None
        if chunk.kind in _NOBODY_ACTS:
            return None
        if chunk.verb is not None and chunk.verb.tense != "participle":
            return None
    return None
