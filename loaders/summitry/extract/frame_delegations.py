"""Who belongs to a delegation: `accompanied by a delegation including A and B`, `C is part of the delegation`."""

from __future__ import annotations

from summitry.claims import EventKind, Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk
from summitry.extract.frame_attendance import guest_frame
from summitry.extract.frame_clitics import object_pronoun
from summitry.extract.frame_governors import agents_of, chunk_at, past
from summitry.extract.frame_guests import asked
from summitry.extract.frame_model import people_of
from summitry.extract.frame_objects import object_of
from summitry.extract.frame_sentence import Sentence
from summitry.extract.frame_subjects import subject_of

_FILLING = frozenset(
    {"DET", "TITLE", "ADV", "OF", "BY", ":", ",", "AND", "BE", "WAS", "INCL", "REL"}
    | {sym.WORD, sym.CAPITAL, sym.TIME, sym.NUMBER}
)
"""What stands between a delegation and those whom it is made of."""
_LIST = frozenset({",", ";", "AND", "DET", "TITLE", "OF"})
_ENDING = frozenset({".", "SUB", "HAVE", "BE", "WAS", "FUT"})
_FAR, _NEAR = 8, 5
_BACK = 6


def delegations(sentence: Sentence) -> None:
    """Members of a delegation are at what its sentence tells of, else at the event told before."""
    words = sentence.pack.delegations
    for at, chunk in enumerate(sentence.chunks):
        text = chunk.text.lower()
        if not (text in words or (chunk.mentions and not words.isdisjoint(text.split()))):
            continue
        if _names_delegation(sentence, chunk) and not asked(sentence, at):
            members = _made_of(sentence, at) or _part_of(sentence, at) or _named_behind(sentence, at)
            if members:
                _bring(sentence, members, at)
        elif people_of(chunk).agents and not words.isdisjoint(text.split()):
            _heads(sentence, chunk, at)
    for at, verb in sentence.told:
        if verb.frame.name == "accompany" and not verb.passive and not verb.negative and not _told_near(sentence, at):
            _comes_along(sentence, at)


def _heads(sentence: Sentence, chunk: Chunk, at: int) -> None:
    """`Le chef de la délégation de P, A, s'est dit optimiste`: the head of a side of the event told before."""
    if not (sentence.nouns or sentence.verbs or asked(sentence, at)):
        sentence.verbs[at] = guest_frame(sentence, chunk, chunk.end, "lead")
        sentence.verbs[at].add(people_of(chunk), Role.PARTICIPANT, "lead.delegation", 0.7)


def _told_near(sentence: Sentence, at: int) -> bool:
    """Whether the words right behind a verb tell of somebody at an event of their own."""
    near = (sentence.nouns.get(i) or sentence.verbs.get(i) for i in range(at, at + _NEAR))
    return any(frame is not None and frame.parts for frame in near)


def _names_delegation(sentence: Sentence, chunk: Chunk) -> bool:
    """`delegation`, and with whom it belongs to: `the Israeli delegation`."""
    text = chunk.text.lower()
    if text in sentence.pack.delegations or chunk.kind != sym.AGENTS:
        return text in sentence.pack.delegations
    return not sentence.pack.delegations.isdisjoint(text.split()) and not people_of(chunk).agents


def _comes_along(sentence: Sentence, at: int) -> None:
    """`B accompanies the president`, `B l'accompagne`: B is where he is."""
    who, whom = agents_of(sentence, subject_of(sentence, at)), object_of(sentence, at)
    if who is None or not people_of(who).agents:
        return
    him = whom is None and object_pronoun(sentence, at) is not None and sentence.context.topic not in who.agents
    if him or (whom is not None and people_of(whom).agents):
        _bring(sentence, [people_of(who)], at)


def _made_of(sentence: Sentence, at: int) -> list[Chunk]:
    """`delegation including A and B`, `the delegation is made up of A; B`."""
    behind = sentence.chunks[at + 1 : at + _FAR]
    first = next((i for i, c in enumerate(behind) if c.kind == sym.AGENTS), None)
    words = behind[:first] if first is not None else []
    said = any(c.kind == "INCL" or c.text.lower() in sentence.pack.comprising for c in words)
    if not said or not all(_fills(sentence, c) for c in words):
        return []
    return _listed_from(sentence, at + 1 + len(words))


def _fills(sentence: Sentence, chunk: Chunk) -> bool:
    """What stands before the members: `qui comprenait aussi`, `l'accompagnant comprend`."""
    along = chunk.verb is not None and chunk.verb.frame.name == "accompany"
    return along or chunk.kind in _FILLING or chunk.text.lower() in sentence.pack.comprising


def _listed_from(sentence: Sentence, at: int) -> list[Chunk]:
    """The people of a list that goes on over offices no table knows (`B, head of the office of P; C; D`)."""
    members, ends = [], False
    for chunk in sentence.chunks[at:]:
        if chunk.kind == sym.AGENTS and not ends:
            members.append(people_of(chunk))
        elif chunk.kind == ";":
            ends = False
        elif chunk.kind not in _LIST:
            if chunk.kind in _ENDING or chunk.verb is not None:
                break
            ends = ends or chunk.kind == "REL"
    return [chunk for chunk in members if chunk.agents]


def _named_behind(sentence: Sentence, at: int) -> list[Chunk]:
    """`Font partie de la délégation A et B`, `Figurent dans sa suite A; B`: members behind, where none acts."""
    before = sentence.chunks[max(0, at - _BACK) : at]
    told = any(c.text.lower() in sentence.pack.belonging_to | sentence.pack.comprising for c in before)
    among = [c for c in sentence.chunks[at + 1 : at + 3] if c.verb is not None and c.verb.frame.name == "among"]
    first = past(sentence, at + 1, {*_FILLING, "GOV"} | ({sym.VERB} if among else set()), _FAR)
    acting = any(people_of(c).agents for c in sentence.chunks[:at]) or sentence.kinds & {"NEG", "REL"}
    named = chunk_at(sentence, first)
    if not (told or among) or acting or named is None or named.kind != sym.AGENTS:
        return []
    return _listed_from(sentence, first)


def _part_of(sentence: Sentence, at: int) -> list[Chunk]:
    """`A is part of the delegation`, `A and B are members of his delegation`."""
    before = sentence.chunks[max(0, at - _BACK) : at]
    subject = next((c for c in reversed(before) if c.kind == sym.AGENTS), None)
    if subject is None or not people_of(subject).agents:
        return []
    words = before[before.index(subject) + 1 :]
    words = words[1:] if [c.kind for c in words[:1]] == [","] else words  # `le ministre, A, fait partie de …`
    joined = any(c.text.lower() in sentence.pack.belonging_to for c in words)
    return [people_of(subject)] if joined and not any(c.kind in ("NEG", "REL", ",") for c in words) else []


def _bring(sentence: Sentence, members: list[Chunk], at: int) -> None:
    """Put members into what their sentence tells of; where it tells nothing, they come to the event told before."""
    frames = [f for f in (*sentence.nouns.values(), *sentence.verbs.values()) if f.kind is not EventKind.CALL]
    there = [f for f in frames if any(part.role.attends for part in f.parts)]
    there = there or [f for f in frames if f.noun and f.pointing]  # `l'accompagne dans ce déplacement`
    if not there and not frames:
        side = "lead" if sentence.chunks[at].kind == sym.AGENTS else "delegation"  # `the Israeli delegation includes A`
        there = [guest_frame(sentence, members[0], members[-1].end, side)]
        sentence.verbs[at] = there[0]
    for frame in there:
        for chunk in members:
            frame.add(chunk, Role.PARTICIPANT, "delegation", 0.75)
