"""What is asked of events and their guests besides probabilities: are they abroad, is somebody lacking."""

from __future__ import annotations

from collections.abc import Sequence

from summitry.claims import AgentType, EventKind, EventStatus
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk
from summitry.extract.frame_model import OF_FEW, PRESENCE
from summitry.extract.ranker.candidates import Candidate, Named
from summitry.extract.ranker.event_features import at_home
from summitry.extract.ranker.field import Ground, attending
from summitry.extract.reading import Agent

SURE = 0.8
"""The least probability of a conference or meeting at which nobody is named."""
LIKELY = 0.7
"""The least probability of one event at least; where none is as likely, the article speaks of meetings in general."""
OTHER_SIDE = 0.65
"""The least probability of somebody who makes a meeting of one side one of two, in any language."""
ACTING = 0.55
"""The least probability of somebody who acts in the sentence right behind the large event that an article is about."""
PAIRED = 0.45
"""The least probability of one of the only two whom the rules have read at a meeting or call: nobody meets alone."""
_OF_ANYBODY = frozenset({EventKind.CONFERENCE, EventKind.MEETING})
"""Kinds of events that towns, firms and parties hold too."""
_OTHERS = frozenset({"other-here", "shared-sentence"})
_ASIDE = frozenset({"quoted", "denied", "owner"})
_TOLD = frozenset({"tense=past", "tense=present"})
_AHEAD = frozenset({EventStatus.PLANNED, EventStatus.ONGOING})
STAYING_AWAY = frozenset(
    [f"subject={name}:not" for name in ("attend", "travel", "go", "come", "join", "present", "visit", "open", "close")]
    + ["subject=decline", "subject=skip", "subject=away"]
    + [f"after={name}:not" for name in ("meet", "meet2", "see", "greet", "receive", "speakalone", "call", "invite")]
)
"""`A will not go to P for the summit`, `A was at the summit and did not meet B`: whoever is said to stay away here, or
not to be met, is no guest."""
_ABROAD = 0.65
"""The least probability of a journey to no place."""


def domestic(one: Candidate, known: frozenset[str]) -> bool:
    """A journey inside one country, a meeting of nobody or of one: politics at home, mostly.

    Journeys to no place, of people whose office is known, lead abroad.
    """
    if one.event.kind is EventKind.VISIT:
        sure = not one.event.places and not one.found.first.plural and one.event.confidence >= _ABROAD
        abroad = sure and any(p.agent.key in known for p in attending(one))
        return at_home(one) and not abroad
    if one.event.kind in OF_FEW and len(attending(one)) == 1 and one.event.confidence < SURE:
        return attending(one)[0].agent.type is AgentType.PERSON
    nobody = all(p.agent.stranger for p in one.event.participants) and not one.found.series()
    return nobody and one.event.kind in _OF_ANYBODY and one.event.confidence < SURE


def of_the_world(candidates: Sequence[Candidate], accepted: Sequence[bool], known: frozenset[str]) -> list[bool]:
    """Which are events in view of all others of the article: one at least is likely, and one holds by the rules."""
    pairs = [*zip(candidates, accepted, strict=True)]
    if not any(yes and one.event.confidence >= LIKELY for one, yes in pairs):
        return [yes and one.worthy for one, yes in pairs]
    if any(yes and one.worthy for one, yes in pairs):
        return [yes for _, yes in pairs]
    return [yes and not _unworldly(one, known) for one, yes in pairs]


def _unworldly(one: Candidate, known: frozenset[str]) -> bool:
    """`A met B at a debate`, `the firm's conference`: people of one country, or of none."""
    there = attending(one)
    if not there and one.event.kind is EventKind.VISIT:
        return True
    people = [p.agent for p in there if p.agent.type is AgentType.PERSON]
    private = not any(a.key in known or a.official or a.country for a in people) and not one.found.series()
    if people and len(people) == len(there) and private:
        return True
    return bool(people) and at_home(one) and one.event.kind not in (EventKind.SUMMIT, EventKind.VISIT)


def lacking(ground: Ground, agent: Agent) -> bool:
    """Whether a visit has no visitor yet, or a meeting one side only, so that somebody of another country is there."""
    if agent.country in ground.compatriots:
        return False
    kind, there = ground.event.event.kind, ground.event.event.participants
    persons = all(p.agent.type is AgentType.PERSON for p in there)
    return persons and len(ground.there) < (2 if kind in OF_FEW else 1 if kind is EventKind.VISIT else 0)


def paired(ground: Ground) -> bool:
    """Whether the rules have read exactly two people, of two countries, at a meeting, call or negotiation."""
    people = [p.agent for p in attending(ground.event) if p.agent.type is AgentType.PERSON]
    countries = {agent.country for agent in people}
    return ground.event.event.kind in OF_FEW and len(people) == len(ground.there) == len(countries - {None}) == 2


def belongs(features: frozenset[str]) -> bool:
    """Whether somebody is told at another event, and named near this one only where the other is told."""
    there = "elsewhere=<=0" not in features and not features.isdisjoint(_OTHERS)
    return there and "listed" not in features


def _of_body(ground: Ground) -> bool:
    """Whether a body or group meets."""
    return any(p.agent.type not in (AgentType.PERSON, AgentType.STATE) for p in attending(ground.event))


def acts_behind(named: Named, ground: Ground, row: Sequence[Chunk]) -> bool:
    """Whether somebody does or says something in the sentence behind those of the main event, a large one.

    A place, or an event of its own, would say that he does it elsewhere.
    """
    behind = named.sentence - 1 in ground.event.sentences
    many = ground.event.family == "large" or (ground.event.event.kind is EventKind.MEETING and _of_body(ground))
    if not (behind and ground.heaviest and many) or not _ASIDE.isdisjoint(named.features):
        return False
    told = [f.partition("=")[2] for f in named.features if f.startswith("subject=")]
    ahead = ground.event.event.status in _AHEAD and "tense=future" in named.features
    plain = any(":" not in name for name in told) and (ahead or not _TOLD.isdisjoint(named.features))
    asked = any(c.verb is not None and c.verb.frame.name in PRESENCE for c in row)  # `A urged B to attend`
    return plain and not asked and not any(c.kind in (sym.PLACE, sym.EVENT) for c in row)


def nameless(ground: Ground, agent: Agent) -> bool:
    """`the chair of the bloc`, `the EU leader`: a title that mostly means somebody who is there by name.

    The only one of a state may be somebody whom no table knows (`the Georgian minister`).
    """
    if not agent.unnamed or agent.type is not AgentType.PERSON:
        return False
    others = [key for key, _ in ground.compatriots.get(agent.country, ()) if key != agent.key]
    return agent.country is None or bool(others)
