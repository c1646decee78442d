"""Journeys and what they are for, told in one sentence: `flies to P to meet B`, `is due in P for talks with B`."""

from __future__ import annotations

from summitry.claims import AgentType, EventKind, EventStatus, Role
from summitry.extract import symbols as sym
from summitry.extract.frame_addressed import Addressed
from summitry.extract.frame_model import SOFT, STOP, Part, RawFrame, people_of

_STOP = STOP | {sym.AGENTS}
_OPENS = 8
"""Where a phrase of invitation that stands before the verb has its noun at the latest."""


class Journeys(Addressed):
    """Joins a journey with its traveller, its host and its purpose."""

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
                    noun.statuses.extend(self._of_aim(index, frame))
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
                meeting.statuses.extend(self._of_aim(first, trip))
                self.merged[first] = second
                del self.verbs[first]

    def _of_aim(self, index: int, trip: RawFrame) -> list[tuple[str, int, int]]:
        """The state of what somebody travels for: to come for who has only set out (`left for P for talks with B`)."""
        if self.chunks[index].text.lower() not in self.pack.grammar.departing:
            return trip.statuses
        return [(EventStatus.PLANNED if s == EventStatus.HELD else s, start, end) for s, start, end in trip.statuses]

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
            self._on_a_visit(index, frame)
            alone = all(p.role is Role.HOST for p in frame.parts)
            if frame.kind is EventKind.VISIT and alone and frame.places and not self._refused(index):
                subject = self._left_subject(index) if index > 1 else None
                subject = self._following(index) if subject is None else subject
                if subject is not None:
                    frame.add(people_of(self.chunks[subject]), Role.PARTICIPANT, "noun.traveller", 0.8)
                    frame.span = (min(frame.span[0], self.chunks[subject].start), frame.span[1])

    def _on_a_visit(self, index: int, frame: RawFrame) -> None:
        """`A left for P on a visit, accompanied by B`: the visit is the journey that the verb tells."""
        if frame.kind is not EventKind.VISIT or not frame.parts or self._prep_before(index) != "ON":
            return
        trip = next((f for at, f in self.verbs.items() if at < index and f.kind is EventKind.VISIT and f.places), None)
        apart = trip is not None and any(place not in trip.places for place in frame.places)
        if trip is not None and not apart and not trip.keys() & frame.keys():
            frame.parts.extend(_travelling(part) for part in trip.parts)
            frame.places = list(trip.places)

    def _invited_by(self) -> None:
        """`At the invitation of A, B will pay a visit to P`: A receives the visitor."""
        if "INVITATION" not in self.kinds:
            return
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

    def _refused(self, index: int) -> bool:
        """`A has no plan of a visit`: a negation before the noun, in its clause."""
        for at in range(index - 1, -1, -1):
            if self.chunks[at].kind in _STOP:
                return False
            if self.chunks[at].kind == "NEG":
                return True
        return False


def _travelling(part: Part) -> Part:
    return Part(part.agent, part.role, part.start, part.end, "travel.subject", part.confidence)


def _journey_ahead(frame: RawFrame) -> bool:
    """A planned visit, or who is expected somewhere."""
    planned = any(state == EventStatus.PLANNED for state, _, _ in frame.statuses)
    told = frame.tense == "present" or (frame.rule == "plan" and frame.tense == "past")  # `was expected in P`
    expected = frame.refers and frame.rule in ("plan", "present") and bool(frame.places) and told
    return expected or (frame.kind is EventKind.VISIT and planned)
