"""Decides among candidates: which are events, and who takes part in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from summitry.claims import AgentType, Evidence, Role
from summitry.extract.frame_model import OF_FEW
from summitry.extract.ranker import plausible
from summitry.extract.ranker.candidates import Candidate, Named, Scene
from summitry.extract.ranker.contexts import ASKING
from summitry.extract.ranker.event_features import event_features
from summitry.extract.ranker.field import Field, Ground, Kept
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
_UNTOLD_BODY = 0.5
"""The least probability of a state or body whom no rule has read, in any language (`the conference on P`)."""
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
        accepted = [self._is_event(at, field) for at in range(len(candidates))]
        accepted = plausible.of_the_world(candidates, accepted, self.scene.known)
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

    def _is_event(self, at: int, field: Field) -> bool:
        """Whether a candidate is likely enough an event, whatever else the article tells."""
        one = field.grounds[at].event
        least = self.weights.worthy if one.worthy else self.weights.events.threshold
        if one.event.confidence < least:
            return False
        return one.worthy or not plausible.domestic(one, self.scene.known) or self._two_sided(at, field)

    def _two_sided(self, at: int, field: Field) -> bool:
        """Whether words tie somebody of another country to an event at which the rules have read one only."""
        ground = field.grounds[at]
        one = ground.event
        if one.event.kind not in OF_FEW or len(ground.there) != 1 or one.event.confidence < plausible.LIKELY:
            return False
        others = (a for a in self.scene.around(one.sentences) if a.type is AgentType.PERSON and a.country)
        others = (a for a in others if a.key not in ground.told and plausible.lacking(ground, a))
        return any(self._tied(guest_features(agent, at, field, self.scene)) for agent in others)

    def _tied(self, features: frozenset[str]) -> bool:
        """Whether somebody is likely a guest, and not by nearness alone."""
        return anchored(features) and self.weights.guests.probability(features) >= plausible.OTHER_SIDE

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
        least = self.weights.told if person else self.weights.bodies
        accepted = participant.confidence >= (
            min(least, plausible.PAIRED) if plausible.paired(field.grounds[at]) else least
        )
        accepted = accepted and not plausible.nameless(field.grounds[at], participant.agent)
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
        if not self._keeps and agent.key in field.grounds[at].announcers:
            return None
        found = parts(agent, at, field, self.scene)
        if not self._keeps and (self._hopeless(found) or self._asked(agent)):
            return None
        features: frozenset[str] = frozenset().union(*found)
        probability = self.weights.guests.probability(features)
        tied = anchored(features)
        sought = plausible.lacking(field.grounds[at], agent)
        least = self._least(agent, features, tied or sought)
        named = field.nearest(at, self.scene.naming(agent.key).by_sentence)
        least = min(least, plausible.ACTING) if self._acts_there(agent, named, field.grounds[at]) else least
        accepted = probability >= least and _BARRED.isdisjoint(features) and (sought or not plausible.belongs(features))
        accepted = (
            accepted
            and not self._asked(agent)
            and plausible.STAYING_AWAY.isdisjoint(named.features)
            and (tied or _OWNING.isdisjoint(named.features))
        )
        if not accepted and not self._keeps:
            return None
        mention = named.mention
        self._note(field.grounds[at].event, agent, (mention.start, mention.end), accepted, probability, features)
        if not accepted:
            return None
        quote = Evidence(mention.start, mention.end, self.text[mention.start : mention.end])
        return Participant(agent, Role.PARTICIPANT, RULE, probability, [quote], [quote.quote])

    def _acts_there(self, agent: Agent, named: Named, ground: Ground) -> bool:
        """`A a prôné le dialogue`, right behind the large event that the article is about: he does it there."""
        if agent.type is not AgentType.PERSON or not plausible.acts_behind(
            named, ground, self.scene.rows[named.sentence]
        ):
            return False
        bodies = [self.scene.members[key] for key in (*ground.series, *ground.there) if key in self.scene.members]
        return any(agent.country in body for body in bodies) or (not bodies and agent.country in ground.hosts)

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
        return model.total_of(min(model.threshold, self.weights.loose, plausible.ACTING)) - _ROUNDING

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
