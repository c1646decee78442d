"""Decides among candidates: which are events, and who takes part in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from summitry.claims import AgentType, EventKind, Evidence, Role
from summitry.extract.frame_model import OF_FEW
from summitry.extract.ranker.candidates import Candidate, Named, Scene
from summitry.extract.ranker.contexts import ASKING
from summitry.extract.ranker.event_features import at_home, event_features
from summitry.extract.ranker.field import Field, Ground, Kept, attending
from summitry.extract.ranker.guest_features import Part, anchored, guest_features, parts
from summitry.extract.ranker.model import LinearModel, Weights
from summitry.extract.reading import Agent, EventReading, Participant

RULE = "ranker.attends"
"""Rule id of a participation that the ranker alone has read."""
_BARRED = frozenset({"announcer"})
_OWNING = frozenset({"genitive", "owner"})
"""`A's policy`, `the optimism of A`: something of his is spoken of."""
_NEAR = frozenset({"distance=0", "list=<=4", "list=>4"})
"""In the sentence of the event, or in a list of at least three."""
_SPEAKING = frozenset({"0:subject=say", "only-speaks"})
_OTHERS = frozenset({"other-here", "shared-sentence"})
SURE = 0.8
"""The least probability of a conference or meeting at which nobody is named."""
_LIKELY = 0.7
"""The least probability of one event at least; where none is as likely, the article speaks of meetings in general."""
_UNTOLD_BODY = 0.5
"""The least probability of a state or body whom no rule has read, in any language (`the conference on P`)."""
_OF_ANYBODY = frozenset({EventKind.CONFERENCE, EventKind.MEETING})
"""Kinds of events that towns, firms and parties hold too."""
_ROUNDING = 1e-6
"""Sums of weights added up in another order differ by far less."""
_VOICE, _AIDE = "spokesperson", "adviser"
_ABSENT = frozenset({Role.ABSENT, Role.INVITEE})


@dataclass(frozen=True, slots=True)
class Decision:
    """A yes or no: is it an event (`agent` is None), does somebody attend. `at` is where the words `words` begin."""

    event: EventReading
    agent: Agent | None
    at: int
    words: str
    probability: float
    accepted: bool
    features: frozenset[str]
    model: LinearModel

    @property
    def key(self) -> tuple[str, str]:
        """Id of the event and short id of the agent, empty for the event itself."""
        return self.event.id, self.agent.key if self.agent else ""

    @property
    def reasons(self) -> tuple[tuple[str, float], ...]:
        """The features that weighed most, with their weights."""
        return self.model.reasons(self.features)


def _domestic(one: Candidate, known: frozenset[str]) -> bool:
    """A journey inside one country, a meeting of nobody or of one: politics at home, mostly.

    Journeys to no place, of people whose office is known, lead abroad.
    """
    if one.event.kind is EventKind.VISIT:
        sure = not one.event.places and not one.found.first.plural and one.event.confidence >= _LIKELY
        abroad = sure and any(p.agent.key in known for p in attending(one))
        return at_home(one) and not abroad
    if one.event.kind in OF_FEW and len(attending(one)) == 1 and one.event.confidence < SURE:
        return attending(one)[0].agent.type is AgentType.PERSON
    nobody = all(p.agent.stranger for p in one.event.participants) and not one.found.series()
    return nobody and one.event.kind in _OF_ANYBODY and one.event.confidence < SURE


def _lacking(ground: Ground, agent: Agent) -> bool:
    """Whether a visit has no visitor yet, or a meeting one side only, so that somebody of another country is there."""
    if agent.country in ground.compatriots:
        return False
    kind, there = ground.event.event.kind, ground.event.event.participants
    persons = all(p.agent.type is AgentType.PERSON for p in there)
    return persons and len(ground.there) < (2 if kind in OF_FEW else 1 if kind is EventKind.VISIT else 0)


def _belongs(features: frozenset[str]) -> bool:
    """Whether somebody is told at another event, and named near this one only where the other is told."""
    there = "elsewhere=<=0" not in features and not features.isdisjoint(_OTHERS)
    return there and "listed" not in features


class Ranking:
    """The decisions of one article; with `keeps`, all are kept for whoever asks why."""

    def __init__(self, weights: Weights, scene: Scene, text: str, *, keeps: bool = False) -> None:
        self.weights = weights
        self.scene = scene
        self.text = text
        self._keeps = keeps
        self._known_asked: dict[str, bool] = {}
        self.decisions: list[Decision] = []

    def events(self, candidates: Sequence[Candidate]) -> list[Candidate]:
        """The candidates that are events, in order, each with its probability as confidence."""
        field, model = Field(candidates), self.weights.events
        known = [event_features(at, field, self.scene) for at in range(len(candidates))]
        for one, features in zip(candidates, known, strict=True):
            one.event.confidence = model.probability(features)
        accepted = [self._is_event(one) for one in candidates]
        if not any(yes and one.event.confidence >= _LIKELY for one, yes in zip(candidates, accepted, strict=True)):
            accepted = [yes and one.worthy for one, yes in zip(candidates, accepted, strict=True)]
        for one, yes, features in zip(candidates, accepted, known, strict=True):
            first = one.found.first
            self._note(one, None, (first.start, first.end), yes, one.event.confidence, features)
        return [one for one, yes in zip(candidates, accepted, strict=True) if yes]

    def guests(self, events: Sequence[Candidate]) -> None:
        """Give every event the participants who are likely there, and take away those who are not."""
        field = Field(events)
        chosen = [tuple(self._participants(at, field)) for at in range(len(events))]
        for one, participants in zip(events, chosen, strict=True):
            one.event.participants = participants

    def _is_event(self, one: Candidate) -> bool:
        """Whether a candidate is likely enough an event, whatever else the article tells."""
        least = self.weights.worthy if one.worthy else self.weights.events.threshold
        return one.event.confidence >= least and (one.worthy or not _domestic(one, self.scene.known))

    def _participants(self, at: int, field: Field) -> Iterator[Participant]:
        ground = field.grounds[at]
        settled = set(ground.told).union(*(dated.frame.later for dated in ground.event.found.frames))
        for participant in ground.event.event.participants:
            if self._stays(participant, at, field):
                yield participant
        for agent in () if ground.event.found.apart else self.scene.around(ground.event.sentences):
            if agent.key not in settled and (guest := self._guest(agent, at, field)) is not None:
                yield guest

    def _stays(self, participant: Participant, at: int, field: Field) -> bool:
        """Whether somebody whom a rule has read is kept; who is said to be absent or invited always is."""
        if participant.role in _ABSENT or participant.agent.key not in self.scene.named:
            return True
        features = guest_features(participant.agent, at, field, self.scene)
        first = participant.evidence[0]
        participant.confidence = self.weights.guests.probability(features)
        person = participant.agent.type is AgentType.PERSON
        accepted = participant.confidence >= (self.weights.told if person else self.weights.bodies)
        self._note(
            field.grounds[at].event, participant.agent, (first.start, first.end), accepted, participant.confidence,
            features,
        )  # fmt: skip
        return accepted

    def _asked(self, agent: Agent) -> bool:
        found = self._known_asked.get(agent.key)
        if found is None:
            found = self._known_asked[agent.key] = self._is_asked(agent)
        return found

    def _is_asked(self, agent: Agent) -> bool:
        """Whether only questions and wishes name somebody (`Will A be there?`), or he speaks for somebody else."""
        titles = [one.mention.title for one in self.scene.naming(agent.key).by_sentence.values()]
        if any(title is not None and title.office == _VOICE for title in titles):
            return True
        if any(title is not None and title.office == _AIDE for title in titles) and self._only_speaks(agent):
            return True
        named = self.scene.naming(agent.key).by_sentence
        return all(self.scene.rows[sentence][-1].kind == "?" or self._urged(one) for sentence, one in named.items())

    def _only_speaks(self, agent: Agent) -> bool:
        """Whether the article names somebody only for what he says."""
        return "only-speaks" in self.scene.naming(agent.key).features

    def _urged(self, one: Named) -> bool:
        """`A urged B to attend`: nobody says that B does."""
        row, at = self.scene.rows[one.sentence], one.at
        before = row[at - 1].verb if at else None
        after = next((c.verb for c in row[at + 1 : at + 3] if c.kind != "TO"), None)
        asked = before is not None and before.frame.name in ASKING
        return asked and after is not None and after.tense == "infinitive"

    def _guest(self, agent: Agent, at: int, field: Field) -> Participant | None:
        """Somebody whom no rule has read, if he is likely enough there; to announce an event is not to attend it."""
        if not self._keeps and (agent.key in field.grounds[at].announcers or self._asked(agent)):
            return None
        found = parts(agent, at, field, self.scene)
        if not self._keeps and self._hopeless(found):
            return None
        features: frozenset[str] = frozenset().union(*found)
        probability = self.weights.guests.probability(features)
        tied = anchored(features)
        lacking = _lacking(field.grounds[at], agent)
        least = self._least(agent, features, tied or lacking)
        accepted = probability >= least and _BARRED.isdisjoint(features) and (lacking or not _belongs(features))
        named = field.nearest(at, self.scene.naming(agent.key).by_sentence)
        accepted = accepted and not self._asked(agent) and (tied or _OWNING.isdisjoint(named.features))
        if not accepted and not self._keeps:
            return None
        mention = named.mention
        self._note(field.grounds[at].event, agent, (mention.start, mention.end), accepted, probability, features)
        if not accepted:
            return None
        quote = Evidence(mention.start, mention.end, self.text[mention.start : mention.end])
        return Participant(agent, Role.PARTICIPANT, RULE, probability, [quote], [quote.quote])

    def _least(self, agent: Agent, features: frozenset[str], tied: bool) -> float:
        """The probability asked of a guest, who is tied to the meeting by some word or by none."""
        if tied:
            least = self.weights.guests.threshold
        else:
            near = not features.isdisjoint(_NEAR) and features.isdisjoint(_SPEAKING)
            least = self.weights.loose if near else self.weights.far
        return least if agent.type is AgentType.PERSON else max(least, _UNTOLD_BODY)

    def _hopeless(self, found: Sequence[Part]) -> bool:
        """Whether somebody is surely no guest by sums that are known for most parts of his features."""
        return sum(map(self._sums.__getitem__, found)) < self._least_sum

    @cached_property
    def _sums(self) -> Kept[Part, float]:
        return Kept(self.weights.guests.total)

    @cached_property
    def _least_sum(self) -> float:
        """The sum below which nobody is a guest, however he is named."""
        model = self.weights.guests
        return model.total_of(min(model.threshold, self.weights.loose)) - _ROUNDING

    def _note(
        self, one: Candidate, agent: Agent | None, span: tuple[int, int], accepted: bool, probability: float,
        features: frozenset[str],
    ) -> None:  # fmt: skip
        """Keep a decision, when somebody will ask why."""
        if not self._keeps:
            return
        model = self.weights.guests if agent else self.weights.events
        words = self.text[span[0] : span[1]]
        self.decisions.append(Decision(one.event, agent, span[0], words, probability, accepted, features, model))
