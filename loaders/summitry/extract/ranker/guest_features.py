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
        if name != "plan" or voice  # `A is expected`, but not `A expected nothing of it`
    ]
)
"""Features of which one at least ties somebody to a meeting."""
_ELSEWHERE = tuple(f"elsewhere={bucket(number, (0, 1))}" for number in range(3))
_TIED = ("anchored=False", "anchored=True")
_INSIDE = ("inside=False", "inside=True")
Part = tuple[str, ...] | frozenset[str]
"""Some features. Those that many agents or events share are sets, which know their hash."""
_BETWEEN = ENDS | {",", "AND", "WITH", "BY", "OF", "BETWEEN", "TO", "IN"}


def guest_features(agent: Agent, at: int, field: Field, scene: Scene) -> frozenset[str]:
    """The features of an agent of the article beside one of its events."""
    return frozenset().union(*parts(agent, at, field, scene))


def parts(agent: Agent, at: int, field: Field, scene: Scene) -> list[Part]:
    """The same features in parts that share none: few are new, so that sums of weights need not be added up again.

    This runs for every agent beside every event.
    """
    ground, naming = field.grounds[at], scene.naming(agent.key)
    nearest = field.nearest(at, naming.by_sentence)
    distance, near, features = field.spot(at, nearest.sentence)
    lying = nearest.lying.get(near)
    if lying is None:
        lying = nearest.lying[near] = _lying(nearest, naming, near)
    told = agent.key in ground.told
    listed = not ground.there.isdisjoint(naming.companions)
    inside = not distance or naming.inside(ground.event.sentences)
    found: list[Part] = [
        naming.features,
        nearest.features,
        lying[0],
        features,
        _standing(agent.type, ground.event.family, ground.heaviest, near, listed),
        _here(agent.key, ground, field.elsewhere(agent.key, at), inside, listed or lying[1]),
        _engaged(told, field.engaged(at, agent.key, nearest.sentence), field.free(agent.key, naming.by_sentence)),
        _whole(told, ground.event.family, ground.countries, agent.country in ground.compatriots),
    ]
    if told or agent.key in ground.announcers or agent.country in ground.compatriots:
        found.extend(_by_rules(agent, ground))
    if not distance:
        found.append(frozenset(_between(nearest, ground, scene)))
    if ground.series or agent.country in ground.hosts:
        found.append(tuple(_body(agent, ground, scene)))
    return found


def _lying(one: Named, naming: Naming, near: str) -> tuple[frozenset[str], bool]:
    """The features of a naming so near an event, and whether any of his, with or without it, tie him to a meeting."""
    features = frozenset([f"{near}:{feature}" for feature in one.features])
    return features, anchored(naming.features) or anchored(one.features) or anchored(features)


def anchored(features: Collection[str]) -> bool:
    """Whether the words tie somebody to a meeting: a verb of presence, a list with those who attend, `with`."""
    return not _ANCHORS.isdisjoint(features)


@cache
def _standing(kind: AgentType, family: str, heaviest: bool, near: str, listed: bool) -> Part:
    """What kind of agent stands how near to what kind of event, and whether in a list with those who attend."""
    listing = ("listed", f"{family}&listed") if listed else ()
    alike = f"heaviest={heaviest}&distance={near}&{kind.value}"
    return frozenset((f"{family}&type={kind.value}", f"heaviest={heaviest}", alike, *listing))


@cache
def _engaged(told: bool, elsewhere: bool, free: int) -> Part:
    """Whether the rules have read him here, at another event where he is named nearest, and how often at none."""
    who = "told" if told else "untold"
    return frozenset((f"{who}&engaged={elsewhere}", f"{who}&free={bucket(free, (0, 1, 3))}"))


@cache
def _whole(told: bool, family: str, countries: int, compatriot: bool) -> Part:
    """How many countries are there already, and whether his is among them."""
    who = f"{'told' if told else 'untold'}&{family}&countries={bucket(countries, (0, 1, 2, 4))}"
    return frozenset((who, f"{who}&compatriot={compatriot}"))


def _here(key: str, ground: Ground, elsewhere: int, inside: bool, tied: bool) -> Part:
    """Who else is there, at how many other events he is, and whether any words tie him to this one."""
    others, tied = ground.others[key in ground.there], tied or key in ground.told
    return others, _ELSEWHERE[min(elsewhere, 2)], _INSIDE[inside], _TIED[tied]


def _by_rules(agent: Agent, ground: Ground) -> Iterator[Part]:
    """What the rules say of him here, and of others of his country."""
    if (told := ground.told.get(agent.key)) is not None:
        yield "told", f"told={told.rule}", f"role={told.role.value}"
    if agent.key in ground.announcers:
        yield ("announcer",)
    if agent.country in ground.compatriots and agent.type is AgentType.PERSON:
        there = ground.compatriots[agent.country]
        yield frozenset([f"compatriot={kind.value}" for other, kind in there if other != agent.key])


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
