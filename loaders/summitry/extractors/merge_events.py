"""One event of the rules and the same event of a model become one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from summitry.claims import Evidence, Role, TimeReference, edtf
from summitry.extract.reading import Agent, Conflict, EventReading, Participant, PlaceReading, unique
from summitry.extract.time import vote
from summitry.extractors.align import same_agent
from summitry.extractors.disputes import Dispute, Key, about_event, about_participant
from summitry.extractors.suggestion import Refused, Suggestion
from summitry.extractors.times import OVERRULED
from summitry.extractors.weights import Weights

_Value = TypeVar("_Value")
_CLEAR = 0.6
"""The winner's share of a vote on dates from which on the vote decides; below, the better reader does."""


@dataclass(slots=True)
class Merger:
    """Merges events; notes what only one side says, what is kept aside, and contradictions."""

    weights: Weights
    suggestion: Suggestion
    verdicts: Mapping[Key, bool] = field(default_factory=dict)
    disputes: list[Dispute] = field(default_factory=list)
    aside: list[Refused] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)

    def merged(self, rules: EventReading, model: EventReading) -> EventReading:
        """The event as both tell it, under the id that the rules gave it."""
        start, end = self._dates(rules, model)
        return replace(
            rules,
            name=_name(rules, model),
            kind=self._one("kind", rules.kind, model.kind) or rules.kind,
            status=self._one("status", rules.status, model.status) or rules.status,
            mode=self._one("mode", rules.mode, model.mode),
            modality=model.modality if self._wins("status") and rules.status != model.status else rules.modality,
            start=start,
            end=end,
            dates=_times(rules.dates, model.dates),
            places=self._places(rules.places, model.places),
            participants=tuple(self._participants(rules, model)),
            announced_by=_announcers(rules, model),
            status_evidence=model.status_evidence if self._wins("status") else rules.status_evidence,
            confidence=self.weights.both(rules.confidence, self.suggestion.source),
        )

    def alone(self, model: EventReading) -> EventReading | None:
        """An event that only the model tells; None when it is more likely not there."""
        worth = self.weights.only_model(self.suggestion.source.accuracy, self.weights.events)
        if worth < self.weights.keep:
            self._set_aside("event", model.name, "only the model tells of it", worth)
            return None
        people = tuple(self._model_only(model, model.participants, self.suggestion.source.precision))
        return replace(model, participants=people, confidence=worth)

    def unheard(self, rules: EventReading) -> EventReading | None:
        """An event that only the rules tell; None when the model has read its words and it is more likely not there."""
        if not all(self.suggestion.has_read(piece.start, piece.end) for piece in rules.evidence):
            return rules
        worth = self._unsaid(about_event(rules), rules.confidence)
        if worth < self.weights.keep:
            self._set_aside("event", rules.name, "only the rules tell of it", worth)
            return None
        return replace(rules, confidence=worth)

    # participants

    def _participants(self, rules: EventReading, model: EventReading) -> Iterator[Participant]:
        """Those of both, then those of one side that are likely enough."""
        left = list(model.participants)
        for one in rules.participants:
            other = next((p for p in left if same_agent(one, p)), None)
            if other is not None:
                left.remove(other)
                yield self._both(rules, one, other)
            elif kept := self._rules_only(rules, one):
                yield kept
        alone = self.weights.only_model(self.suggestion.source.precision, self.weights.participants)
        yield from self._model_only(rules, left, alone)

    def _both(self, event: EventReading, rules: Participant, model: Participant) -> Participant:
        agent = model.agent if rules.agent.unnamed and not model.agent.unnamed else rules.agent
        role = self._role(event, rules, model)
        agreed = rules.role.attends == model.role.attends
        sure = self.weights.both(rules.confidence, self.suggestion.source)
        return replace(
            rules,
            agent=agent,
            role=role,
            rule=f"{rules.rule}+{model.rule}" if agreed else rules.rule if role == rules.role else model.rule,
            confidence=sure if agreed else max(rules.confidence, model.confidence) / 2 + 0.1,
            on_behalf_of=(rules.on_behalf_of or model.on_behalf_of) if role.attends else None,
            inferred=rules.inferred and model.inferred,
        )

    def _role(self, event: EventReading, rules: Participant, model: Participant) -> Role:
        """A special role says more than that of a mere participant; else a second look or the better reader decides."""
        if rules.role == model.role:
            return rules.role
        if rules.role.attends and model.role.attends and Role.PARTICIPANT in (rules.role, model.role):
            return model.role if rules.role is Role.PARTICIPANT else rules.role
        said = [about_participant(event, rules), about_participant(event, replace(model, agent=rules.agent))]
        self.disputes += said
        yes = [self.verdicts.get(dispute.key) is True for dispute in said]
        if yes[0] != yes[1]:
            return rules.role if yes[0] else model.role
        return model.role if self._wins("role") else rules.role

    def _rules_only(self, event: EventReading, one: Participant) -> Participant | None:
        if not all(self.suggestion.has_read(piece.start, piece.end) for piece in one.evidence):
            return one
        worth = self._unsaid(about_participant(event, one), one.confidence)
        if worth < self.weights.keep:
            self._set_aside(one.role, one.agent.name, "only the rules say so", worth)
            return None
        return replace(one, confidence=worth)

    def _model_only(
        self, event: EventReading, found: Sequence[Participant], probability: float
    ) -> Iterator[Participant]:
        for one in found:
            worth = self._judged(about_participant(event, one), probability)
            if worth < self.weights.keep:
                self._set_aside(one.role, one.agent.name, "only the model says so", worth)
            else:
                yield replace(one, confidence=worth)

    def _judged(self, dispute: Dispute, probability: float) -> float:
        """The probability of what only one side says, after a second look where there was one."""
        self.disputes.append(dispute)
        verdict = self.verdicts.get(dispute.key)
        return probability if verdict is None else self.weights.judged(probability, verdict)

    def _unsaid(self, dispute: Dispute, confidence: float) -> float:
        """The probability of what only the rules say, after the model's silence and a second look."""
        return self._judged(dispute, self.weights.only_rules(confidence, self.suggestion.source))

    # properties

    def _wins(self, name: str) -> bool:
        return self.weights.model_wins(name, self.suggestion.source)

    def _one(self, name: str, rules: _Value, model: _Value) -> _Value:
        """The value of the better reader, or the only one there is."""
        if rules is None or model is None:
            return model if rules is None else rules
        return model if self._wins(name) else rules

    def _places(self, rules: Sequence[PlaceReading], model: Sequence[PlaceReading]) -> tuple[PlaceReading, ...]:
        """The better reader's places, made exact by the other's: a town inside a state that the first names."""
        best, other = (model, rules) if self._wins("places") else (rules, model)
        if not best or not other:
            return tuple(best or other)
        told = {place.key or place.name for place in best}
        exact = [p for p in other if p.country in {b.country for b in best if (b.key or "").startswith("state/")}]
        return (*best, *(p for p in exact if (p.key or p.name) not in told and not (p.key or "").startswith("state/")))

    def _dates(self, rules: EventReading, model: EventReading) -> tuple[str | None, str | None]:
        """Start and end: those that agree, else by a vote over all stated times, else the better reader's."""
        own = (rules.start, rules.end)
        other = (model.start, model.end)
        if rules.start is None or model.start is None:
            return own if model.start is None else (model.start, model.end or rules.end)
        if _agree(rules.start, model.start):
            finer = rules.start if len(rules.start) >= len(model.start) else model.start
            return finer, rules.end or model.end
        voted = vote([t for t in _times(rules.dates, model.dates) if OVERRULED not in t.flags])
        winner = other if self._wins("start") else own
        if voted.share >= _CLEAR and voted.start in (rules.start, model.start):
            winner = own if voted.start == rules.start else other
        self._note_conflict(rules, model, winner[0], voted.reasons)
        return winner

    def _note_conflict(
        self, rules: EventReading, model: EventReading, winner: str | None, reasons: Sequence[str]
    ) -> None:
        quotes = unique(t.evidence for t in (*rules.dates, *model.dates))
        verdict = f"Rules read {rules.start}, the model {model.start}; {winner} is taken."
        readings = tuple(sorted({rules.start or "", model.start or ""}))
        conflict = Conflict(rules.id, "start", "readers-differ", readings, " ".join((*reasons, verdict)), quotes)
        self.conflicts.append(conflict)

    def _set_aside(self, what: str, name: str, why: str, worth: float) -> None:
        self.aside.append(Refused(what, name, f"{why}: more likely wrong ({worth:.2f})"))


def _name(rules: EventReading, model: EventReading) -> str:
    """The noun that the rules found; where they only found a verb, the shorter of the two."""
    if "noun" in rules.rules or not model.name:
        return rules.name
    return min(rules.name, model.name, key=len)


def _agree(a: str, b: str) -> bool:
    """Whether two starts are equal, or one the less exact form of the other."""
    return a == b or edtf.contains(a, b) or edtf.contains(b, a)


def _times(rules: Sequence[TimeReference], model: Sequence[TimeReference]) -> tuple[TimeReference, ...]:
    """The times of both, those of the rules where both read the same words alike; in order of the text."""
    found: dict[tuple[Evidence, str | None], TimeReference] = {}
    for time in (*rules, *model):
        found.setdefault((time.evidence, time.reading), time)
    return tuple(sorted(found.values(), key=lambda t: (t.evidence, t.reading or "")))


def _announcers(rules: EventReading, model: EventReading) -> tuple[tuple[Agent, Evidence], ...]:
    told = {agent.key for agent, _ in rules.announced_by}
    return (*rules.announced_by, *(pair for pair in model.announced_by if pair[0].key not in told))
