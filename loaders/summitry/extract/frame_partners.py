"""The other side of an event of which the words beside its noun name one side or none: `A had a bilateral with B`."""

from __future__ import annotations

from collections.abc import Sequence

from summitry.claims import AgentType, EventKind, EventStatus, Role
from summitry.extract import symbols as sym
from summitry.extract.frame_journeys import Journeys
from summitry.extract.frame_model import BETWEEN_TWO, SOFT, SPEAKING, Part, RawFrame, people_of
from summitry.extract.reading import Agent

_PROGRAMME = frozenset({"include", "plan"})
"""Frames of verbs of which a visit or somebody's diary is the subject."""
_ONE_SIDE = frozenset({"noun.with", "noun.incl", "with", "noun.from", "noun.to"})
"""Rules that name one side of an event (`talks with B`, `a call from B`)."""


class Partners(Journeys):
    """Finds the partners of meetings and calls in the clause around them."""

    def _resumed(self, index: int, frame: RawFrame) -> None:
        """`Bilateral meetings with B and C will follow`: of whoever has met one after another so far.

        `A meeting with B followed`: of whom the sentence before spoke.
        """
        if any(c.kind not in SOFT and not self._partitive(at) for at, c in enumerate(self.chunks[:index])):
            return
        apart = not self.pack.apart.isdisjoint(self.chunks[index].text.lower().split())
        meant = self.context.central if apart else self._spoken_of_before(index, frame)
        if meant is not None and meant.key not in frame.keys():
            at = self.chunks[index]
            frame.parts.append(Part(meant, Role.PARTICIPANT, at.start, at.end, "noun.resumed", 0.6))

    def _spoken_of_before(self, index: int, frame: RawFrame) -> Agent | None:
        """Whom the sentence before spoke of, where the words beside a noun name one person of another country."""
        topic, sides = self.context.met, [p.agent for p in frame.parts]
        behind = {c.kind for c in self.chunks[index:]}
        if behind & {"NEG", "COND", "?"} or (behind & {"BE", "WAS"} and sym.VERB not in behind):
            return None  # `A meeting with B is out of the question`
        if topic is None or len(sides) != 1 or sides[0].type is not AgentType.PERSON or frame.kind not in BETWEEN_TWO:
            return None
        return topic if topic.country and sides[0].country and topic.country != sides[0].country else None

    def _called(self, index: int, frame: RawFrame) -> None:
        """`In a call on Monday, A told B …`: who speaks to whom at a call of which nobody else is named."""
        subject = self._opened(index)
        if subject is None:
            return
        verb = next((at for at in self._rest(subject) if self.chunks[at].kind == sym.VERB), None)
        if verb is None:
            verb = next((at for at in range(subject, len(self.chunks)) if self.chunks[at].verb), None)
        both = self.chunks[subject].agents
        if _two_sides(both) and (frame.kind is EventKind.CALL or self._alone(subject)):
            frame.add(people_of(self.chunks[subject]), Role.PARTICIPANT, "call.both", 0.75)
            return
        if verb is None:
            return
        near = range(verb + 1, min(verb + 4, len(self.chunks)))
        other = next((at for at in near if self.chunks[at].kind == sym.AGENTS), None)
        if other is not None and (frame.kind is EventKind.CALL or self._told_whom(index, subject, verb, other)):
            frame.add(people_of(self.chunks[subject]), Role.PARTICIPANT, "call.caller", 0.75)
            frame.add(people_of(self.chunks[other]), Role.PARTICIPANT, "call.called", 0.75)

    def _told_whom(self, index: int, subject: int, verb: int, other: int) -> bool:
        """`At talks on Monday, A assured B …`: two people of two countries, of whom one speaks to the other."""
        told = self.chunks[verb].verb
        sides = [self.chunks[at].agents for at in (subject, other)]
        people = all(len(side) == 1 and side[0].type is AgentType.PERSON for side in sides)
        apart = people and sides[0][0].country != sides[1][0].country
        spoken = told is not None and told.frame.name in SPEAKING and not told.passive
        behind = self.chunks[other - 1].kind in (sym.VERB, "DET", "TITLE", "IN", "ADV") and other > subject
        return apart and spoken and behind and self._alone(subject) and not self._owns(other)

    def _alone(self, subject: int) -> bool:
        """`At talks on Monday, …`: the opening phrase names nobody with whom the event is held."""
        return self.chunks[0].kind == "DURING" and all(c.kind not in ("WITH", "ON") for c in self.chunks[:subject])

    def _of_topic(self, index: int, frame: RawFrame) -> None:
        """`…, followed by an audience with B`: of whom the sentence speaks first, if one of another country."""
        if not self.pack.premodifiers or len(frame.keys()) != 1 or self._refused(index):
            return
        first = next(
            (c for i, c in enumerate(self.chunks[:index]) if people_of(c).agents and not self._governed(i)), None
        )
        people = people_of(first).agents if first is not None else []
        partner = next(p.agent for p in frame.parts)
        if len(people) == 1 and people[0].country and partner.country and people[0].country != partner.country:
            word = self.chunks[index]
            frame.parts.append(Part(people[0], Role.PARTICIPANT, word.start, word.end, "noun.topic", 0.6))

    def _of_context(self, index: int, frame: RawFrame) -> None:
        """`Talks with B are due on Monday`, `Au programme : un entretien avec B`: of whom the sentence before told."""
        topic, partners = self.context.topic, [p.agent for p in frame.parts if p.role.attends]
        if topic is None or len(partners) != 1 or topic.type is not AgentType.PERSON or self._refused(index):
            return
        abroad = bool(topic.country and partners[0].country) and topic.country != partners[0].country
        others = {a.key for chunk in self.chunks[:index] for a in people_of(chunk).agents}
        if abroad and others <= self._met_before():
            word = self.chunks[index]
            frame.parts.append(Part(topic, Role.PARTICIPANT, word.start, word.end, "noun.context", 0.6))

    def _met_before(self) -> set[str]:
        """Whom the sentence says to be met by somebody of the sentence before."""
        frames = [f for f in self.nouns.values() if any(p.rule == "noun.context" for p in f.parts)]
        return {key for frame in frames for key in frame.keys()}

    def _with_unnamed(self, index: int) -> bool:
        """`talks with his European counterparts`: partners whom the text does not name."""
        crowd = self._chunk(self._past(index + 1, ("WITH", "DET", "POSS", "THEIR", sym.DEM, sym.WORD)))
        if crowd is None or crowd.kind != sym.AGENTS or self.chunks[index + 1].kind != "WITH":
            return False
        return not crowd.agents and any(m.title is not None and m.title.plural for m in crowd.mentions)

    def _planned_in(self, index: int, frame: RawFrame) -> bool:
        """`His visit will include talks with B`: the visitor is the other side."""
        at = next((i for i in range(index - 1, 0, -1) if self.chunks[i].kind == sym.VERB), 0)
        verb = self.chunks[at].verb
        if self.told and (verb is None or verb.frame.name not in _PROGRAMME or verb.negative or verb.passive):
            return False
        at = at if self.told else index  # `Au programme de sa visite, des entretiens avec B`
        trip = next((f for i, f in self.nouns.items() if i < at and f.kind is EventKind.VISIT), None)
        mine = next((i for i in range(at) if self.chunks[i].kind == "POSS"), None)
        visitors = [p.agent for p in trip.parts if p.role.attends] if trip else []
        visitors = visitors or (self._possessor(mine) if mine is not None else self._owner_of_stay(at))
        visitors = visitors or ([self.context.topic] if trip and self.context.topic else [])
        visitors = [a for a in visitors if a.key not in frame.keys() and a.type is AgentType.PERSON]
        word = self.chunks[at]
        frame.parts.extend(Part(a, Role.PARTICIPANT, word.start, word.end, "include.visitor", 0.7) for a in visitors)
        if visitors and verb is not None and verb.frame.name == "plan" and verb.tense != "past":
            frame.statuses.append((EventStatus.PLANNED, word.start, word.end))
        return bool(visitors)

    def _owner_of_stay(self, at: int) -> list[Agent]:
        """`A's stop in P included talks with B`, `L'agenda de A prévoit`: whose the subject of such a verb is."""
        if not self.pack.premodifiers and at > 2 and self.chunks[at - 1].kind == sym.AGENTS:
            diary = [c.kind for c in self.chunks[at - 3 : at - 1]] == [sym.WORD, "OF"]
            owners = people_of(self.chunks[at - 1]).agents if diary else []
            return owners if len(owners) == 1 else []
        owned = [self.chunks[i] for i in range(at - 1) if self.chunks[i + 1].kind == "S"]
        people = people_of(owned[0]).agents if owned and owned[0].kind == sym.AGENTS else []
        return people if len(people) == 1 else []

    def _partners(self) -> None:
        """`A had a bilateral with B`, `A, hoping for talks with B,`: the subject is the other side."""
        for index, frame in self.nouns.items():
            rules = {p.rule for p in frame.parts}
            if not rules and frame.kind in BETWEEN_TWO:
                self._called(index, frame)
            if not rules and self._with_unnamed(index):
                rules = {"noun.with"}
            if not rules or rules - _ONE_SIDE or frame.kind in (EventKind.CONFERENCE, EventKind.SIGNING):
                continue
            subject = self._left_subject(index)
            subject = self._opened(index) if subject is None else subject
            if subject is None and self._planned_in(index, frame):
                continue
            if subject is None:
                self._resumed(index, frame)
                self._of_topic(index, frame)
                self._of_context(index, frame)
            if subject is not None:
                between = {c.kind for c in self.chunks[subject:index]}
                if "NEG" in between:
                    continue
                if "COND" in between and not frame.statuses:
                    at = self.chunks[subject]
                    frame.statuses.append((EventStatus.PROPOSED, at.start, at.end))
                frame.add(self.chunks[subject], Role.PARTICIPANT, "noun.with-subject", 0.8)
                if self._when(index) is None:  # `A freed B after talks with C`: what A did before is not its name
                    frame.span = (min(frame.span[0], self.chunks[subject].start), frame.span[1])


def _two_sides(agents: Sequence[Agent]) -> bool:
    """Two people or more, each of another country."""
    countries = [a.country for a in agents if a.type is AgentType.PERSON]
    return len(agents) > 1 and len({c for c in countries if c}) == len(agents)
