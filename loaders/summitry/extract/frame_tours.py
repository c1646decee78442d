"""Calls on one host after another, each at home: `war bei A in P und bei B in Q`; and hosts who wait for a guest."""

from __future__ import annotations

from summitry.claims import AgentType, EventKind, EventStatus, Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk
from summitry.extract.frame_clitics import suffixed
from summitry.extract.frame_governors import chunk_at, governed, past
from summitry.extract.frame_itineraries import stops
from summitry.extract.frame_model import BEING, Part, RawFrame, people_of
from summitry.extract.frame_objects import object_of
from summitry.extract.frame_rest import add_place
from summitry.extract.frame_sentence import Sentence

_WELCOMES = frozenset({"receive", "host", "greet", "plan"})
_OPENING = 3
_BE = frozenset({"BE", "WAS", "FUT"})
_BETWEEN = frozenset({sym.TIME, sym.PLACE, "ADV", "DET", "IN"})


def calls(sentence: Sentence) -> None:
    """`A sarà domani da B`: somebody is where another is at home."""
    for at, chunk in enumerate(sentence.chunks[:-1]):
        if chunk.kind != "BY" or chunk.text.lower() not in sentence.pack.grammar.calling:
            continue
        host = chunk_at(sentence, past(sentence, at + 1, ("DET", "TITLE"))) or chunk
        if (being := _past_back(sentence, at - 1)) < 1:
            continue
        status, subject = BEING.get(sentence.chunks[being].kind), sentence.chunks[being - 1]
        if status is None or governed(sentence, being - 1) or at in sentence.verbs:
            continue
        if not (_person(subject) and _person(host)) or subject.agents == host.agents:
            continue
        span = (subject.start, host.end)
        frame = RawFrame(EventKind.MEETING, sentence.number, chunk.start, chunk.end, "receive", span)
        frame.add(people_of(subject), Role.PARTICIPANT, "receive.object", 0.75)
        frame.add(people_of(host), Role.HOST, "receive.by", 0.75)
        frame.statuses.append((status, sentence.chunks[being].start, sentence.chunks[being].end))
        frame.tense = "future" if status is EventStatus.PLANNED else "past"
        sentence.verbs[at] = frame


def _past_back(sentence: Sentence, at: int) -> int:
    """Where a form of `to be` stands before times and places."""
    while at > 0 and sentence.chunks[at].kind in _BETWEEN:
        at -= 1
    return at


def tours(sentence: Sentence) -> None:
    """`war bei A in P, bei B in Q`: a visit to each."""
    for frame in list(sentence.verbs.values()):
        hosts = [p for p in frame.parts if p.role is Role.HOST]
        homes = [_home(frame, host) for host in hosts]
        if frame.kind is not EventKind.VISIT or len(hosts) < 2 or None in homes or len(set(homes)) < len(homes):
            continue
        guests = [p for p in frame.parts if p.role is not Role.HOST]
        for host, home in zip(hosts[1:], homes[1:], strict=True):
            at = next(i for i, c in enumerate(sentence.chunks) if c.start <= host.start < c.end)
            stop = frame.twin([*guests, host], host.start, host.end)
            stop.places = [place for place in frame.places if place[3] == home]
            sentence.verbs[at] = stop
        frame.parts = [*guests, hosts[0]]
        frame.places = [place for place in frame.places if place[3] == homes[0]]
    stops(sentence)


def _home(frame: RawFrame, host: Part) -> int | None:
    """Where the place of a host stands that is named right beside him, if he is at home there."""
    near = [place for place in frame.places if place[2] == host.agent.country]
    return near[0][3] if len(near) == 1 else None


def welcomes(sentence: Sentence) -> None:
    """`Ad accoglierlo all'aeroporto c'era B`: an infinitive with its object pronoun, and who waits."""
    for index, verb in sentence.told:
        word = sentence.chunks[index].text.lower()
        waiting = verb.tense == "infinitive" and verb.frame.name in _WELCOMES and index < _OPENING
        if not waiting or index in sentence.verbs:
            continue
        being = next((i for i in range(index, len(sentence.chunks)) if sentence.chunks[i].kind in _BE), index)
        who = next((c for i, c in enumerate(sentence.chunks[being:], being) if _welcomer(sentence, i)), None)
        met = suffixed(sentence, word, who.agents if who is not None else [])
        if being > index and (whom := object_of(sentence, index)) is not None:  # `A ricevere B sarà A`
            met = [agent for agent in people_of(whom).agents if who is not None and agent not in who.agents]
        if who is None or not met or sentence.chunks[index - 1].kind != "IN":
            continue
        frame = RawFrame(EventKind.MEETING, sentence.number, sentence.chunks[index].start, who.end, "receive", (0, 0))
        frame.span = (sentence.chunks[index].start, who.end)
        frame.add(people_of(who), Role.HOST, "receive.subject", 0.75)
        frame.parts += [Part(one, Role.PARTICIPANT, frame.start, frame.end, "receive.clitic", 0.65) for one in met]
        for place in [c for c in sentence.chunks[index:] if c.kind == sym.PLACE][:1]:
            add_place(frame, place)
        sentence.verbs[index] = frame


def _welcomer(sentence: Sentence, at: int) -> bool:
    chunk = sentence.chunks[at]
    return chunk.kind == sym.AGENTS and bool(people_of(chunk).agents) and not governed(sentence, at)


def _person(chunk: Chunk) -> bool:
    """Whether a chunk names one person and nobody else."""
    return chunk.kind == sym.AGENTS and [a.type for a in chunk.agents] == [AgentType.PERSON]
