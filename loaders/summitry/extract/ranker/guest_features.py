"""Features of an agent beside an event: does he take part, or is he only spoken of?"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache

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
_ELSEWHERE = tuple(f"elsewhere={bucket(number, (0, 1))}" for number in range(3))
_ANCHORED = "anchored=True"
_BETWEEN = ENDS | {",", "AND", "WITH", "BY", "OF", "BETWEEN", "TO", "IN"}


def guest_features(agent: Agent, at: int, field: Field, scene: Scene) -> frozenset[str]:
    """The features of an agent of the article beside one of its events."""
    general, own = general_and_own(agent, at, field, scene)
    return general | own


def general_and_own(agent: Agent, at: int, field: Field, scene: Scene) -> tuple[frozenset[str], set[str]]:
    """The same features in two sets: what is true beside every event as near, kept for all of them, and the rest.

    This runs for every agent beside every event.
    """
    ground, naming = field.grounds[at], scene.naming(agent.key)
    nearest = field.nearest(at, naming.by_sentence)
    spot = field.spot(at, nearest.sentence)
    general = nearest.general.get(spot.near)
    if general is None:
        general = nearest.general[spot.near] = _general(nearest, naming, spot.near)
    own = {field.size, *spot.features, *_standing(agent.type, ground.event.family, ground.heaviest, spot.near)}
    own.update(_by_rules(agent, ground, field.elsewhere(agent.key, at)))
    if not spot.distance:
        own.update(_between(nearest, ground, scene))
    own.add("inside=True" if naming.inside(ground.event.sentences) else "inside=False")
    if ground.series or agent.country in ground.hosts:
        own.update(_body(agent, ground, scene))
    if not ground.there.isdisjoint(naming.companions):
        own.update(("listed", f"{ground.event.family}&listed"))
    if _ANCHORED not in general:
        own.add(_ANCHORED if anchored(own) else "anchored=False")
    return general, own


def _general(one: Named, naming: Naming, near: str) -> frozenset[str]:
    features = frozenset((*naming.features, *one.features, *(f"{near}:{feature}" for feature in one.features)))
    return features | {_ANCHORED} if anchored(features) else features


def anchored(features: Collection[str]) -> bool:
    """Whether the words tie somebody to a meeting: a verb of presence, a list with those who attend, `with`."""
    return not _ANCHORS.isdisjoint(features)


@cache
def _standing(kind: AgentType, family: str, heaviest: bool, near: str) -> tuple[str, ...]:
    """What kind of agent stands how near to what kind of event."""
    return (
        f"{family}&type={kind.value}", f"heaviest={heaviest}", f"heaviest={heaviest}&distance={near}&{kind.value}",
    )  # fmt: skip


def _by_rules(agent: Agent, ground: Ground, elsewhere: int) -> list[str]:
    """What the rules say of him here and at other events, and who else is there."""
    key = agent.key
    found = [ground.others[key in ground.there], _ELSEWHERE[min(elsewhere, 2)]]
    if (told := ground.told.get(key)) is not None:
        found += ("told", f"told={told.rule}", f"role={told.role.value}")
    if key in ground.announcers:
        found.append("announcer")
    if agent.country and agent.type is AgentType.PERSON:
        there = ground.compatriots.get(agent.country, ())
        found += (f"compatriot={kind.value}" for other, kind in there if other != key)
    return found


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


def _body(agent: Agent, ground: Ground, scene: Scene) -> Iterator[str]:
    """Host country, members of the body that meets."""
    if agent.country and agent.country in ground.hosts:
        yield f"host&{agent.type.value}"
    if ground.series:
        member = any(agent.country in scene.members.get(s, ()) for s in ground.series)
        yield f"member={member}&{agent.type.value}"
        if agent.key in ground.series:
            yield "series-itself"
