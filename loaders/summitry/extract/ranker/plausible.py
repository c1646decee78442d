"""What is asked of events and their guests besides probabilities: are they abroad, is somebody lacking."""

from __future__ import annotations

from summitry.claims import AgentType, EventKind
from summitry.extract.frame_model import OF_FEW
from summitry.extract.ranker.candidates import Candidate
from summitry.extract.ranker.event_features import at_home
from summitry.extract.ranker.field import Ground, attending
from summitry.extract.reading import Agent

SURE = 0.8
"""The least probability of a conference or meeting at which nobody is named."""
LIKELY = 0.7
"""The least probability of one event at least; where none is as likely, the article speaks of meetings in general."""
OTHER_SIDE = 0.65
"""The least probability of somebody who makes a meeting of one side one of two, in any language."""
_OF_ANYBODY = frozenset({EventKind.CONFERENCE, EventKind.MEETING})
"""Kinds of events that towns, firms and parties hold too."""
_OTHERS = frozenset({"other-here", "shared-sentence"})
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


def lacking(ground: Ground, agent: Agent) -> bool:
    """Whether a visit has no visitor yet, or a meeting one side only, so that somebody of another country is there."""
    if agent.country in ground.compatriots:
        return False
    kind, there = ground.event.event.kind, ground.event.event.participants
    persons = all(p.agent.type is AgentType.PERSON for p in there)
    return persons and len(ground.there) < (2 if kind in OF_FEW else 1 if kind is EventKind.VISIT else 0)


def belongs(features: frozenset[str]) -> bool:
    """Whether somebody is told at another event, and named near this one only where the other is told."""
    there = "elsewhere=<=0" not in features and not features.isdisjoint(_OTHERS)
    return there and "listed" not in features
