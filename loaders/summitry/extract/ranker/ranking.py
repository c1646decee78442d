"""Decides among candidates: which are events, and who takes part in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summitry.claims import Evidence, Role
from summitry.extract.ranker.candidates import Candidate, Scene
from summitry.extract.ranker.event_features import event_features
from summitry.extract.ranker.guest_features import anchored, guest_features
from summitry.extract.ranker.model import Weights
from summitry.extract.reading import Agent, Participant, unique

RULE = "ranker.attends"
"""Rule id of a participation that the ranker alone has read."""
_ABSENT = frozenset({Role.ABSENT, Role.INVITEE})


class Ranking:
    """The decisions of one article."""

    def __init__(self, weights: Weights, scene: Scene, text: str) -> None:
        self.weights = weights
        self.scene = scene
        self.text = text

    def events(self, candidates: Sequence[Candidate]) -> list[Candidate]:
        """The candidates that are events, in order, each with its probability as confidence."""
        kept = []
        for at, one in enumerate(candidates):
            probability = self.weights.events.probability(event_features(at, candidates, self.scene))
            if probability >= (self.weights.worthy if one.worthy else self.weights.events.threshold):
                one.event.confidence = probability
                kept.append(one)
        return kept

    def guests(self, events: Sequence[Candidate]) -> None:
        """Give every event the participants who are likely there, and take away those who are not."""
        chosen = [tuple(self._participants(at, events)) for at in range(len(events))]
        for one, participants in zip(events, chosen, strict=True):
            one.event.participants = participants

    def _participants(self, at: int, events: Sequence[Candidate]) -> Iterator[Participant]:
        told = {p.agent.key for p in events[at].event.participants}
        for participant in events[at].event.participants:
            if self._stays(participant, at, events):
                yield participant
        for agent in self.scene.agents.values():
            if agent.key not in told and (guest := self._guest(agent, at, events)) is not None:
                yield guest

    def _stays(self, participant: Participant, at: int, events: Sequence[Candidate]) -> bool:
        if participant.role in _ABSENT or participant.agent.key not in self.scene.named:
            return True
        features = guest_features(participant.agent, at, events, self.scene)
        participant.confidence = self.weights.guests.probability(features)
        return participant.confidence >= self.weights.told

    def _guest(self, agent: Agent, at: int, events: Sequence[Candidate]) -> Participant | None:
        features = guest_features(agent, at, events, self.scene)
        probability = self.weights.guests.probability(features)
        if probability < (self.weights.guests.threshold if anchored(features) else self.weights.loose):
            return None
        near = sorted(self.scene.named[agent.key], key=lambda n: min(abs(n.sentence - s) for s in events[at].sentences))
        quotes = unique(
            Evidence(n.mention.start, n.mention.end, self.text[n.mention.start : n.mention.end]) for n in near[:1]
        )
        names = list(dict.fromkeys(q.quote for q in quotes))
        return Participant(agent, Role.PARTICIPANT, RULE, probability, list(quotes), names)
