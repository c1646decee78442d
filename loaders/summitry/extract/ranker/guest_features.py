"""Features of an agent beside an event: does he take part, or is he only spoken of?"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from summitry.claims import AgentType
from summitry.extract import symbols as sym
from summitry.extract.ranker.candidates import Named, Naming, Scene
from summitry.extract.ranker.contexts import ENDS, bucket
from summitry.extract.ranker.field import Field, Ground
from summitry.extract.reading import Agent

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


def guest_features(agent: Agent, at: int, field: Field, scene: Scene) -> frozenset[str]:
    """The features of an agent of the article beside one of its events."""
    ground, naming = field.grounds[at], scene.naming(agent.key)
    nearest = field.nearest(at, naming.by_sentence)
    features = {*naming.features, field.size}
    features.update(_person(agent, ground, scene))
    features.update(_by_rules(agent, at, field))
    features.update(_near(nearest, field.distance(at, nearest.sentence), ground, scene))
    features.update(_rivals(nearest, at, field))
    features.update(_within(naming, agent, ground, field.distance(at, nearest.sentence)))
    features.update(_body(agent, ground, scene))
    if not ground.there.isdisjoint(naming.companions):
        features.update(("listed", f"{ground.event.family}&listed"))
    features.add(f"anchored={anchored(features)}")
    return frozenset(features)


def nearness(distance: int) -> str:
    """A distance in sentences as one of four classes."""
    return "0" if distance == 0 else "1" if distance == 1 else "2" if distance <= 3 else "far"


def anchored(features: Collection[str]) -> bool:
    """Whether the words tie somebody to a meeting: a verb of presence, a list with those who attend, `with`."""
    return not _ANCHORS.isdisjoint(features)


def _person(agent: Agent, ground: Ground, scene: Scene) -> Iterator[str]:
    kind = agent.type.value
    yield f"type={kind}"
    yield f"{ground.event.family}&type={kind}"
    if agent.type is AgentType.PERSON:
        yield "official" if agent.key in scene.known else "unknown"
    if agent.unnamed:
        yield "unnamed"
    if agent.type is AgentType.STATE and scene.leaders(agent.country):
        yield "leader-named"


def _by_rules(agent: Agent, at: int, field: Field) -> Iterator[str]:
    """What the rules say of him here and at other events, and who else is there."""
    ground = field.grounds[at]
    told = ground.told.get(agent.key)
    if told is not None:
        yield from ("told", f"told={told.rule}", f"role={told.role.value}")
    if agent.key in ground.announcers:
        yield "announcer"
    others = len(ground.there) - (agent.key in ground.there)
    yield f"{ground.event.family}&others={bucket(others, (0, 1, 2, 4))}"
    yield f"elsewhere={bucket(field.elsewhere(agent.key, at), (0, 1))}"
    if agent.country and agent.type is AgentType.PERSON:
        for key, kind in ground.compatriots.get(agent.country, ()):
            if key != agent.key:
                yield f"compatriot={kind.value}"


def _near(one: Named, distance: int, ground: Ground, scene: Scene) -> Iterator[str]:
    """The naming nearest to where the event is told."""
    near = nearness(distance)
    told = min(ground.event.sentences, key=lambda s: abs(s - one.sentence))
    yield f"distance={near}{'' if not distance else 'after' if one.sentence > told else 'before'}"
    yield from one.beside(near)
    if not distance:
        yield from _between(one, ground, scene)


def _within(naming: Naming, agent: Agent, ground: Ground, distance: int) -> Iterator[str]:
    """Whether he is named among the sentences that tell of the event, and how near to the article's main one."""
    told = ground.event.sentences
    yield f"inside={any(told[0] <= sentence <= told[-1] for sentence in naming.by_sentence)}"
    yield f"heaviest={ground.heaviest}&distance={nearness(distance)}&{agent.type.value}"


def _between(one: Named, ground: Ground, scene: Scene) -> Iterator[str]:
    """What stands between the agent and the event's word in one sentence."""
    spans = [(d.frame.start, d.frame.end) for d in ground.event.found.frames if d.frame.sentence == one.sentence]
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


def _rivals(one: Named, at: int, field: Field) -> Iterator[str]:
    """Whether another event is told nearer to him."""
    own, rival = field.distance(at, one.sentence), field.rival(at, one.sentence)
    yield f"heaviest={field.grounds[at].heaviest}"
    yield "nearest" if rival is None or own <= rival else "not-nearest"
    if rival == 0:
        yield "other-here" if own else "shared-sentence"


def _body(agent: Agent, ground: Ground, scene: Scene) -> Iterator[str]:
    """Host country, members of the body that meets."""
    if agent.country and agent.country in ground.hosts:
        yield f"host&{agent.type.value}"
    if ground.series:
        member = any(agent.country in scene.members.get(s, ()) for s in ground.series)
        yield f"member={member}&{agent.type.value}"
        if agent.key in ground.series:
            yield "series-itself"
