"""Features of an agent beside an event: does he take part, or is he only spoken of?"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from summitry.claims import AgentType
from summitry.extract import symbols as sym
from summitry.extract.ranker.candidates import Candidate, Named, Scene
from summitry.extract.ranker.contexts import ENDS, bucket
from summitry.extract.ranker.event_features import attending
from summitry.extract.reading import Agent

_SPEAKING = frozenset({"subject=say", "prev=V:say", "after=say", "subject=announce"})
_VERBS = ("subject=", "prev=V", "after=")
_ANCHORING = (
    "meet", "meet2", "discuss", "see", "receive", "host", "visit", "travel", "go", "call", "speak", "speakalone",
    "negotiate", "sign", "hold", "open", "close", "attend", "attend2", "join", "chair", "gather", "present", "come",
    "plan", "mediate", "accompany", "among", "represent", "lead",
)  # fmt: skip
_ANCHORS = frozenset(
    ["told", "listed", "in-event-noun"]
    + [
        f"{near}:prev={word}"
        for near in "01"
        for word in ("WITH", "BETWEEN", "PRESENCE", "INCL", "AROUND", "MEDIATION")
    ]
    + [
        f"any:{how}{name}{voice}"
        for how in ("subject=", "prev=V:", "after=")
        for name in _ANCHORING
        for voice in ("", ":passive")
    ]
)
"""Features of which one at least ties somebody to a meeting."""
_BETWEEN = ENDS | {",", "AND", "WITH", "BY", "OF", "BETWEEN", "TO", "IN"}
_SPOKEN_OF = 8
"""How many namings of an agent are looked at: what follows says little more."""


def guest_features(agent: Agent, at: int, events: Sequence[Candidate], scene: Scene) -> frozenset[str]:
    """The features of an agent of the article beside one of its events."""
    event, named = events[at], scene.named[agent.key]
    nearest = min(named, key=lambda n: (_distance(event, n.sentence), n.sentence))
    features = {
        *_person(agent, event, scene), *_by_rules(agent, at, events), *_naming(named), *_near(nearest, event, scene),
        *_together(agent, event, scene), *_rivals(nearest, at, events), *_body(agent, event, scene),
    }  # fmt: skip
    features.add(f"anchored={anchored(features)}")
    return frozenset(features)


def anchored(features: Collection[str]) -> bool:
    """Whether the words tie somebody to a meeting: a verb of presence, a list with those who attend, `with`."""
    return not _ANCHORS.isdisjoint(features)


def _person(agent: Agent, event: Candidate, scene: Scene) -> Iterator[str]:
    kind = agent.type.value
    yield f"type={kind}"
    yield f"{event.family}&type={kind}"
    if agent.type is AgentType.PERSON:
        yield "official" if agent.key in scene.known else "unknown"
    if agent.unnamed:
        yield "unnamed"
    if agent.type is AgentType.STATE and scene.leaders(agent.country):
        yield "leader-named"


def _by_rules(agent: Agent, at: int, events: Sequence[Candidate]) -> Iterator[str]:
    """What the rules say of him here and at other events, and who else is there."""
    event = events[at]
    told = next((p for p in event.event.participants if p.agent.key == agent.key), None)
    if told is not None:
        yield from ("told", f"told={told.rule}", f"role={told.role.value}")
    there = attending(event)
    if any(a.key == agent.key for a, _ in event.event.announced_by):
        yield "announcer"
    others = {p.agent.key for p in there} - {agent.key}
    yield f"{event.family}&others={bucket(len(others), (0, 1, 2, 4))}"
    elsewhere = sum(any(p.agent.key == agent.key for p in e.event.participants) for e in events) - (told is not None)
    yield f"elsewhere={bucket(elsewhere, (0, 1))}"
    if agent.country and agent.type is AgentType.PERSON:
        for p in there:
            if p.agent.country == agent.country and p.agent.key != agent.key:
                yield f"compatriot={p.agent.type.value}"


def _naming(named: Sequence[Named]) -> Iterator[str]:
    """Where and how the whole article names him."""
    yield f"named={bucket(len(named), (1, 2, 4))}"
    yield f"first={bucket(named[0].sentence, (0, 2, 5))}"
    yield from {f"office={one.mention.title.office}" for one in named if one.mention.title}
    seen = named[:_SPOKEN_OF]
    for one in seen:
        yield from (f"any:{f}" for f in one.features if f.startswith(_VERBS))
    speaks = [bool(_SPEAKING.intersection(one.features)) for one in seen]
    if all(speaks):
        yield "only-speaks"
    elif any(speaks):
        yield "speaks"


def _near(one: Named, event: Candidate, scene: Scene) -> Iterator[str]:
    """The naming nearest to where the event is told."""
    distance = _distance(event, one.sentence)
    near = "0" if distance == 0 else "1" if distance == 1 else "2" if distance <= 3 else "far"
    told = min(event.sentences, key=lambda s: abs(s - one.sentence))
    yield f"distance={near}{'' if not distance else 'after' if one.sentence > told else 'before'}"
    for feature in one.features:
        yield f"{near}:{feature}"
        yield feature
    if not distance:
        yield from _between(one, event, scene)


def _between(one: Named, event: Candidate, scene: Scene) -> Iterator[str]:
    """What stands between the agent and the event's word in one sentence."""
    spans = [(d.frame.start, d.frame.end) for d in event.found.frames if d.frame.sentence == one.sentence]
    start, end = min(spans, key=lambda s: min(abs(s[0] - one.chunk.end), abs(one.chunk.start - s[1])))
    left = one.chunk.end <= start
    side = "left" if left else "right"
    low, high = (one.chunk.end, start) if left else (end, one.chunk.start)
    middle = [c for c in scene.rows[one.sentence] if c.start >= low and c.end <= high]
    yield f"side={side}"
    yield f"gap:{side}{bucket(len(middle), (0, 2, 5, 10, 20))}"
    for chunk in middle:
        if chunk.kind in _BETWEEN:
            yield f"{side}:{chunk.kind}"
        elif chunk.kind == sym.VERB and chunk.verb:
            yield f"{side}:{chunk.verb.frame.name}"


def _together(agent: Agent, event: Candidate, scene: Scene) -> Iterator[str]:
    """Whether he stands in one list with somebody whom the rules have at the event."""
    there = {p.agent.key for p in attending(event)} - {agent.key}
    for one in scene.named[agent.key][:_SPOKEN_OF] if there else ():
        if any(a.key in there for chunk in one.list(scene.rows) for a in chunk.agents):
            yield "listed"
            yield f"{event.family}&listed"
            return


def _rivals(one: Named, at: int, events: Sequence[Candidate]) -> Iterator[str]:
    """Whether another event is told nearer to him."""
    own = _distance(events[at], one.sentence)
    rivals = [_distance(e, one.sentence) for n, e in enumerate(events) if n != at]
    yield f"events={bucket(len(events), (1, 2, 4))}"
    yield f"heaviest={all(events[at].weight >= e.weight for e in events)}"
    yield "nearest" if all(own <= r for r in rivals) else "not-nearest"
    if any(r == 0 for r in rivals):
        yield "other-here" if own else "shared-sentence"


def _body(agent: Agent, event: Candidate, scene: Scene) -> Iterator[str]:
    """Host country, members of the body that meets."""
    if agent.country and any(p.country == agent.country for p in event.event.places):
        yield f"host&{agent.type.value}"
    series = event.found.series()
    if series:
        member = any(agent.country in scene.members.get(s, ()) for s in series)
        yield f"member={member}&{agent.type.value}"
        if agent.key in series:
            yield "series-itself"


def _distance(event: Candidate, sentence: int) -> int:
    return min(abs(sentence - s) for s in event.sentences)
