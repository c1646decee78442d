"""Frames of one sentence that tell of one event, and people who stand in another clause of it."""

from __future__ import annotations

from collections.abc import Sequence

from summitry.claims import AgentType, EventKind, EventStatus, Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk
from summitry.extract.frame_model import SOFT, STOP, Part, RawFrame, people_of
from summitry.extract.frame_verbs import Verbs
from summitry.extract.reading import Agent

_OVER = SOFT | {sym.AGENTS, "S"}
_OVER_OWNER = _OVER | {"OF"}
_STOP = STOP | {sym.AGENTS}
_FRAMING = frozenset({EventKind.SUMMIT, EventKind.CONFERENCE})
_OPENS = 8
"""Where a phrase of invitation that stands before the verb has its noun at the latest."""
_BETWEEN_TWO = frozenset({EventKind.CALL, EventKind.MEETING})
_ONE_SIDE = frozenset({"noun.with", "with", "noun.from", "noun.to"})
"""Rules that name one side of an event (`talks with B`, `a call from B`)."""


def _two_sides(agents: Sequence[Agent]) -> bool:
    """Two people or more, each of another country."""
    countries = [a.country for a in agents if a.type is AgentType.PERSON]
    return len(agents) > 1 and len({c for c in countries if c}) == len(agents)


class Adjuncts(Verbs):
    """Joins the frames of a sentence."""

    def _adjuncts(self) -> None:
        """`said at the summit`: who speaks at an event takes part in it."""
        for index, frame in self.nouns.items():
            before = index - 1
            while before >= 0 and self.chunks[before].kind in _OVER_OWNER and index - before < 7:
                before -= 1
            if before < 0 or self.chunks[before].kind not in ("DURING", "IN"):
                continue
            governor = self._main_verb(before)
            if governor is None:
                continue
            if self.chunks[before].kind == "DURING" and frame.kind in _FRAMING:
                self._inside(governor, before, frame)
            verb = self.chunks[governor].verb
            chunk = self._agents_of(self._subject(governor)) or self._speaker(governor)
            if chunk is None or verb is None or verb.negative or verb.passive:
                continue
            if frame.kind is EventKind.CALL and governor in self.verbs and verb.frame.name == "discuss":
                self.verbs[governor].kind = EventKind.CALL
            if frame.kind in _BETWEEN_TWO and not frame.parts and _of_countries(chunk):
                frame.add(people_of(chunk), Role.PARTICIPANT, "agreed.at", 0.75)
            elif verb.frame.name in ("say", "announce") and frame.kind in (
                EventKind.SUMMIT,
                EventKind.CONFERENCE,
                EventKind.MEETING,
            ):
                if (verb.frame.name == "say" and frame.definite) or self.chunks[before].kind == "DURING":
                    frame.add(people_of(chunk), Role.PARTICIPANT, "speaks.at", 0.7)
            elif verb.frame.kind is EventKind.MEETING and governor not in self.verbs and frame.kind in _FRAMING:
                frame.add(people_of(chunk), Role.PARTICIPANT, "meets.at", 0.7)
            elif verb.frame.name in ("leave", "other") and self.chunks[before].kind == "DURING" and frame.definite:
                frame.add(people_of(chunk), Role.PARTICIPANT, "during", 0.7)
            elif (
                verb.frame.kind is not None
                and governor in self.verbs
                and frame.kind in (EventKind.SUMMIT, EventKind.CONFERENCE)
            ):
                for part in self.verbs[governor].parts:
                    frame.parts.append(Part(part.agent, Role.PARTICIPANT, part.start, part.end, "meets.at", 0.7))

    def _told_those_there(self) -> None:
        """`A told the summit that …`, `B told fellow leaders`: who speaks to those at an event is there."""
        for index, chunk in enumerate(self.chunks):
            verb = chunk.verb
            if verb is None or verb.frame.name != "say" or verb.negative or verb.passive or verb.possible:
                continue
            who = self._agents_of(self._subject(index))
            behind = self.chunks[index + 1 : index + 4]
            if who is None or not people_of(who).mentions:
                continue
            at = next((i for i, c in enumerate(behind) if c.kind not in ("DET", "POSS", sym.WORD)), 0)
            event = self.nouns.get(index + 1 + at)
            if event is not None and event.kind in _FRAMING and self.chunks[index + 1].kind == "DET":
                event.add(people_of(who), Role.PARTICIPANT, "speaks.at", 0.7)
            elif any(c.text.lower() in self.pack.assembled for c in behind) and not self.nouns:
                frame = self._guest_frame(who, chunk.end, "present")
                frame.add(people_of(who), Role.PARTICIPANT, "present.speaks", 0.7)
                self.verbs[index] = frame

    def _presences(self) -> None:
        """`A's participation in the summit`, `his attendance at a forum`: whose presence a noun tells."""
        for index, frame in self.nouns.items():
            at = index - 1
            while at > 1 and self.chunks[at].kind in _OVER and self.chunks[at].kind != sym.WORD:
                at -= 1
            at -= self.chunks[at].kind == "IN"
            while at > 1 and self.chunks[at].kind == sym.TIME:
                at -= 1
            if at < 1 or self.chunks[at].text.lower() not in self.pack.presences:
                continue
            owner = self.chunks[at - 1]
            if owner.kind == "S" and at > 1 and (who := self.chunks[at - 2]).kind == sym.AGENTS:
                frame.add(people_of(who), Role.PARTICIPANT, "presence.owner", 0.75)
            elif owner.kind == "POSS":
                frame.parts.extend(self._owners(self._possessor(at - 1), owner))

    def _inside(self, governor: int, before: int, whole: RawFrame) -> None:
        """`A met B on the sidelines of the summit`, `held talks during the summit`: one event inside another."""
        inner = [self.verbs[governor]] if governor in self.verbs else []
        inner += [f for at, f in self.nouns.items() if governor < at < before]
        for frame in inner:
            if frame is not whole and not frame.refers and frame.kind in (EventKind.MEETING, EventKind.SIGNING):
                frame.link = whole

    def _wholes(self) -> None:
        """Who meets at a summit is at the summit."""
        for frame in (*self.nouns.values(), *self.verbs.values()):
            whole = frame.link
            if whole is None:
                continue
            there = whole.keys()
            people = [p for p in frame.parts if p.agent.type is AgentType.PERSON and p.role.attends]
            for part in people:
                if part.agent.key not in there:
                    whole.parts.append(Part(part.agent, Role.PARTICIPANT, part.start, part.end, "meets.at", 0.7))

    def _speaker(self, index: int) -> Chunk | None:
        """`« … », said A at the summit`: who speaks, behind the verb."""
        verb = self.chunks[index].verb
        return self._object(index) if verb is not None and verb.frame.name == "say" else None

    def _around(self) -> None:
        """`Around A: B and C`, `Around A, B and C agreed`: all of them at the event told before."""
        if len(self.chunks) < 4 or self.chunks[0].kind != "PRESENCE" or self.nouns or self.verbs:
            return
        first = self._object(0)
        follows = next(
            (at for at in range(1, min(8, len(self.chunks) - 1)) if self.chunks[at].kind in (":", ",")), None
        )
        if first is None or follows is None or (rest := self._object(follows)) is None:
            return
        frame = RawFrame(
            EventKind.SUMMIT,
            self.number,
            first.start,
            rest.end,
            "around",
            (first.start, rest.end),
            definite=True,
            refers=True,
        )
        frame.add(first, Role.PARTICIPANT, "around.guests", 0.7)
        frame.add(rest, Role.PARTICIPANT, "around.guests", 0.7)
        self.verbs[follows] = frame

    def _purposes(self) -> None:
        """`meet in P for a summit`: the verb and the noun tell of one event."""
        for index, frame in list(self.verbs.items()):
            if frame.refers or frame.kind not in (EventKind.MEETING, EventKind.VISIT):
                continue
            for at in self._rest(index):
                noun = self.nouns.get(at)
                if noun is None:
                    continue
                if noun.kind in (
                    EventKind.SUMMIT,
                    EventKind.CONFERENCE,
                    EventKind.NEGOTIATION,
                    EventKind.MEETING,
                ) and self._for(at, frame):
                    noun.parts.extend(p for p in frame.parts if p.agent.key not in noun.keys())
                    noun.places.extend(p for p in frame.places if p not in noun.places)
                    noun.statuses.extend(frame.statuses)
                    noun.span = (min(noun.span[0], frame.span[0]), noun.span[1])
                    self.merged[index] = at
                    del self.verbs[index]
                break

    def _for(self, at: int, frame: RawFrame) -> bool:
        """`for a summit`, `en sommet extraordinaire`, a body `at its summit`: what those who meet come for."""
        prep = self._prep_before(at)
        body = any(p.agent.type is not AgentType.PERSON for p in frame.parts)
        return prep == "TO" or (
            prep == "IN" and frame.kind is EventKind.MEETING and (body or not self.nouns[at].definite)
        )

    def _resumed(self, index: int, frame: RawFrame) -> None:
        """`Bilateral meetings with B and C will follow`: of whoever has met one after another so far."""
        central, opens = self.context.central, all(c.kind in SOFT for c in self.chunks[:index])
        apart = not self.pack.apart.isdisjoint(self.chunks[index].text.lower().split())
        if central is not None and opens and apart and central.key not in frame.keys():
            at = self.chunks[index]
            frame.parts.append(Part(central, Role.PARTICIPANT, at.start, at.end, "noun.resumed", 0.6))

    def _errands(self) -> None:
        """`flies to P to meet B`: one event, the meeting."""
        order = sorted(self.verbs)
        for first, second in zip(order, order[1:], strict=False):
            trip, meeting = self.verbs[first], self.verbs[second]
            verb = self.chunks[second].verb
            if trip.kind is not EventKind.VISIT or meeting.kind is not EventKind.MEETING or verb is None:
                continue
            if verb.tense == "infinitive" and trip.keys() & meeting.keys():
                meeting.places = meeting.places or trip.places
                meeting.times.extend(t for t in trip.times if t not in meeting.times)
                meeting.statuses.extend(trip.statuses)
                self.merged[first] = second
                del self.verbs[first]

    def _aims(self) -> None:
        """`is due in P on Thursday for talks with B` (`to meet B`): a planned journey, and what it is for."""
        trips = [(at, f) for at, f in self.verbs.items() if _journey_ahead(f)]
        for index, trip in trips:
            for at, frame in (*self.nouns.items(), *self.verbs.items()):
                meets = frame.kind not in (EventKind.VISIT, EventKind.CALL) and (
                    frame.noun or frame.keys() & trip.keys()
                )
                if at > index and meets and not frame.statuses and self._aimed(at):
                    frame.parts.extend(
                        _travelling(p) for p in trip.parts if frame.keys() - {p.agent.key} == frame.keys()
                    )
                    frame.statuses.append((EventStatus.PLANNED, trip.start, trip.end))
                    frame.directions = {**trip.directions, **frame.directions}
                    frame.times = frame.times or list(trip.times)
                    frame.places = frame.places or list(trip.places)

    def _aimed(self, at: int) -> bool:
        verb = self.chunks[at].verb
        return verb.tense == "infinitive" if verb is not None else self._prep_before(at) == "TO"

    def _visiting(self) -> None:
        """`held talks with B during a visit to P`: the talks are where and when the visit is."""
        for index, visit in self.nouns.items():
            if visit.kind is not EventKind.VISIT or self._prep_before(index) != "DURING":
                continue
            for other in (*self.nouns.values(), *self.verbs.values()):
                if other is not visit and other.kind in (EventKind.MEETING, EventKind.SIGNING) and other.keys():
                    other.places = other.places or list(visit.places)
                    other.times = other.times or list(visit.times)

    def _travellers(self) -> None:
        """`A paid a visit to P`, `A, on a trip to P,`: the traveller is the subject of the clause."""
        for index, frame in self.nouns.items():
            self._stage(index, frame)
            if frame.kind is EventKind.VISIT and not frame.parts and frame.places and not self._refused(index):
                subject = self._left_subject(index) if index > 1 else None
                subject = self._following(index) if subject is None else subject
                if subject is not None:
                    frame.add(people_of(self.chunks[subject]), Role.PARTICIPANT, "noun.traveller", 0.8)
                    frame.span = (min(frame.span[0], self.chunks[subject].start), frame.span[1])

    def _invited_by(self) -> None:
        """`At the invitation of A, B will pay a visit to P`: A receives the visitor."""
        at = next((i for i, c in enumerate(self.chunks) if c.kind == "INVITATION"), None)
        if at is None or at > _OPENS or any(c.kind == sym.VERB for c in self.chunks[:at]):
            return
        host = self._after(at - 1, "OF") or self._object(at)
        if host is None or not people_of(host).mentions:
            return
        for frame in (*self.nouns.values(), *self.verbs.values()):
            if frame.kind is EventKind.VISIT and frame.keys() and not {a.key for a in host.agents} & frame.keys():
                frame.add(people_of(host), Role.HOST, "invitation", 0.75)
                return

    def _stage(self, index: int, frame: RawFrame) -> None:
        """`said in P at the start of a tour`: the place before such words is a stop of the journey."""
        if frame.kind is not EventKind.VISIT or frame.places or frame.parts:
            return
        at = index - 1
        while at > 1 and self.chunks[at].kind in SOFT and index - at < 5:
            at -= 1
        if self.chunks[at].kind != "DURING":
            return
        place = next((i for i in range(at - 1, max(at - 4, 0), -1) if self.chunks[i].kind not in (sym.TIME, "ON")), 0)
        if place and self.chunks[place].kind == sym.PLACE and self.chunks[place - 1].kind == "IN":
            self._place(frame, self.chunks[place])

    def _called(self, index: int, frame: RawFrame) -> None:
        """`In a call on Monday, A told B …`: who speaks to whom at a call of which nobody else is named."""
        subject = self._opened(index)
        if subject is None:
            return
        verb = next((at for at in self._rest(subject) if self.chunks[at].kind == sym.VERB), None)
        verb = (
            verb
            if verb is not None
            else next((at for at in range(subject, len(self.chunks)) if self.chunks[at].verb), None)
        )
        both = self.chunks[subject].agents
        if _two_sides(both) and (frame.kind is EventKind.CALL or self._alone(subject)):
            frame.add(people_of(self.chunks[subject]), Role.PARTICIPANT, "call.both", 0.75)
            return
        other = (
            None
            if verb is None
            else next(
                (at for at in range(verb + 1, min(verb + 4, len(self.chunks))) if self.chunks[at].kind == sym.AGENTS),
                None,
            )
        )
        if other is not None and (frame.kind is EventKind.CALL or self._told_whom(index, subject, verb, other)):
            frame.add(people_of(self.chunks[subject]), Role.PARTICIPANT, "call.caller", 0.75)
            frame.add(people_of(self.chunks[other]), Role.PARTICIPANT, "call.called", 0.75)

    def _told_whom(self, index: int, subject: int, verb: int | None, other: int) -> bool:
        """`At talks on Monday, A assured B …`: two people of two countries, of whom one speaks to the other."""
        told = self.chunks[verb].verb if verb is not None else None
        sides = [self.chunks[at].agents for at in (subject, other)]
        people = all(len(side) == 1 and side[0].type is AgentType.PERSON for side in sides)
        apart = people and sides[0][0].country != sides[1][0].country
        spoken = told is not None and told.frame.name in ("say", "other", "announce") and not told.passive
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

    def _with_unnamed(self, index: int) -> bool:
        """`talks with his European counterparts`: partners whom the text does not name."""
        at = index + 1
        while at < len(self.chunks) and self.chunks[at].kind in ("WITH", "DET", "POSS", "THEIR", sym.DEM, sym.WORD):
            at += 1
        crowd = self.chunks[at] if at < len(self.chunks) else None
        if crowd is None or crowd.kind != sym.AGENTS or self.chunks[index + 1].kind != "WITH":
            return False
        return not crowd.agents and any(m.title is not None and m.title.plural for m in crowd.mentions)

    def _planned_in(self, index: int, frame: RawFrame) -> bool:
        """`His visit will include talks with B`: the visitor is the other side."""
        at = next((i for i in range(index - 1, 0, -1) if self.chunks[i].kind == sym.VERB), 0)
        verb = self.chunks[at].verb
        if verb is None or verb.frame.name != "include" or verb.negative:
            return False
        trip = next((f for i, f in self.nouns.items() if i < at and f.kind is EventKind.VISIT), None)
        mine = next((i for i in range(at) if self.chunks[i].kind == "POSS"), None)
        visitors = [p.agent for p in trip.parts if p.role.attends] if trip else []
        visitors = visitors or (self._possessor(mine) if mine is not None else [])
        visitors = visitors or ([self.context.topic] if trip and self.context.topic else [])
        visitors = [a for a in visitors if a.key not in frame.keys() and a.type is AgentType.PERSON]
        word = self.chunks[at]
        frame.parts.extend(Part(a, Role.PARTICIPANT, word.start, word.end, "include.visitor", 0.7) for a in visitors)
        return bool(visitors)

    def _refused(self, index: int) -> bool:
        """`A has no plan of a visit`: a negation before the noun, in its clause."""
        for at in range(index - 1, -1, -1):
            if self.chunks[at].kind in _STOP:
                return False
            if self.chunks[at].kind == "NEG":
                return True
        return False

    def _partners(self) -> None:
        """`A had a bilateral with B`, `A, hoping for talks with B,`: the subject is the other side."""
        for index, frame in self.nouns.items():
            rules = {p.rule for p in frame.parts}
            if not rules and frame.kind in _BETWEEN_TWO:
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
            if subject is not None:
                between = {c.kind for c in self.chunks[subject:index]}
                if "NEG" in between:
                    continue
                if "COND" in between and not frame.statuses:
                    at = self.chunks[subject]
                    frame.statuses.append((EventStatus.PROPOSED, at.start, at.end))
                frame.add(self.chunks[subject], Role.PARTICIPANT, "noun.with-subject", 0.8)
                frame.span = (min(frame.span[0], self.chunks[subject].start), frame.span[1])


def _travelling(part: Part) -> Part:
    return Part(part.agent, part.role, part.start, part.end, "travel.subject", part.confidence)


def _journey_ahead(frame: RawFrame) -> bool:
    """A planned visit, or who is expected somewhere."""
    planned = any(state == EventStatus.PLANNED for state, _, _ in frame.statuses)
    expected = frame.refers and frame.rule in ("plan", "present") and bool(frame.places) and frame.tense == "present"
    return expected or (frame.kind is EventKind.VISIT and planned)


def _of_countries(chunk: Chunk) -> bool:
    """`A and B agreed at a meeting`: people of two countries or more."""
    people = [a for a in chunk.agents if a.type is AgentType.PERSON]
    return len(people) > 1 and len({a.country for a in people} - {None}) > 1
