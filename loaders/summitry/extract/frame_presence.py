"""Verbs of attendance without an event noun: `A and B will be there`, `C is expected`, `D was not invited`."""

from __future__ import annotations

from summitry.claims import EventStatus, Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk, Verb
from summitry.extract.frame_attendance import Attendance
from summitry.extract.frame_model import people_of

_ROLES = {
    "present": Role.PARTICIPANT,
    "preside": Role.CHAIR,
    "among": Role.PARTICIPANT,
    "come": Role.PARTICIPANT,
    "plan": Role.PARTICIPANT,
    "attend": Role.PARTICIPANT,
    "invite": Role.INVITEE,
}
"""What the guests of a verb are at the event; those of any other verb stay away."""
_NAMING = frozenset({"present", "among", "away", "come"})
"""Verbs that tell of attendance and nothing else, even where they name nobody."""


class Presence(Attendance):
    """Reads guests of the event told before."""

    def _present(self, index: int, verb: Verb, subject: int | None) -> bool:
        """Whether a verb is done with: it has named guests, or names nobody."""
        name, chunk = verb.frame.name, self._those_there(index, verb, subject)
        if name in ("present", "plan") and (chunk is None or verb.passive) and self._at_fronted(index, verb, chunk):
            return True
        if name == "plan" and chunk is not None and self._expected_there(index, verb, chunk):
            return True
        if (settled := self._settled(index, verb, subject, chunk)) is not None:
            return settled
        if chunk is None or (name in ("invite", "decline") and verb.tense == "infinitive"):
            return name in _NAMING
        self._name_guests(index, verb, chunk)
        return True

    def _those_there(self, index: int, verb: Verb, subject: int | None) -> Chunk | None:
        """Of whom the verb speaks: before it, behind it, or behind a `with`."""
        name, chunk = verb.frame.name, self._agents_of(subject)
        if name == "invite" and not verb.passive:
            chunk = self._object(index)
        own = name != "among" or self.pack.grammar.reorders
        chunk = (chunk if own else None) or self._inverted(index, verb)
        return self._with_whom(index) if name == "present" and chunk is None else chunk

    def _settled(self, index: int, verb: Verb, subject: int | None, chunk: Chunk | None) -> bool | None:
        """True when nobody is left to be named, False when the verb tells of something else, None otherwise."""
        done: bool | None = None
        match verb.frame.name:
            case "present":
                listed = chunk is None and self._listed_of(index, verb, subject)
                earlier = verb.anterior and verb.tense == "past"  # `B had been there on Monday`: at another time
                done = listed or earlier or verb.possible or None
            case "attend":
                done = self._attending(index, verb, subject, chunk)
            case "come":
                done = not self._comes(index, chunk) or None
            case "plan":
                done = None if self._expected(index, verb, chunk) else False
            case "decline" | "skip" | "invite" | "cancel":
                done = self._staying_away(index, verb, subject, chunk)
            case "away":
                done = (chunk is not None and self._absent_from(index, verb, chunk)) or None
        return done

    def _attending(self, index: int, verb: Verb, subject: int | None, chunk: Chunk | None) -> bool | None:
        if (chunk is None and self._listed_of(index, verb, subject)) or self._attended_that(index, verb):
            return True
        if self._event_right(index, verb) is not None:
            return False
        if verb.possible:
            return True  # `C might attend`: nobody knows
        return None if self._cliticised(index) or self._comes(index, chunk) else False

    def _expected_there(self, index: int, verb: Verb, chunk: Chunk) -> bool:
        """`A is expected at the forum in P on Friday`: a guest of the event that is named."""
        event = self._event_there(index) if self._expected(index, verb, chunk) and not verb.negative else None
        if event is None or verb.tense == "past":
            return False
        event.add(people_of(chunk), Role.PARTICIPANT, "plan.guests", 0.75)
        event.statuses.append((EventStatus.PLANNED, self.chunks[index].start, self.chunks[index].end))
        return True

    def _expected(self, index: int, verb: Verb, chunk: Chunk | None) -> bool:
        """`C is expected`, but not `C is expected to resign`, nor `the talks of A and B, planned for Sunday`."""
        goes_on = any(c.kind in ("TO", sym.VERB) for c in self.chunks[index + 1 : index + 3])
        if not verb.passive or goes_on:
            return False
        return not (verb.tense == "participle" and chunk is not None and self._of_noun(index, chunk))

    def _staying_away(self, index: int, verb: Verb, subject: int | None, chunk: Chunk | None) -> bool | None:
        name = verb.frame.name
        if self._event_right(index, verb) is not None:
            return False
        if name == "skip" and verb.possible:
            return True  # `C might not attend`: nobody knows
        if name == "cancel" and (verb.passive or chunk is None or not people_of(chunk).agents):
            return False
        other = name in ("decline", "cancel") and (not self._objectless(index) or self._of_offer(subject))
        return False if other or (name == "skip" and verb.tense == "gerund") else None

    def _absent_from(self, index: int, verb: Verb, chunk: Chunk) -> bool:
        """`A was absent from the summit`: absent from the event that is named."""
        missed = self._missed_event(index)
        if missed is not None:
            self.nouns[missed].add(chunk, Role.PARTICIPANT if verb.negative else Role.ABSENT, "away.subject")
        return missed is not None

    def _name_guests(self, index: int, verb: Verb, chunk: Chunk) -> None:
        """Guests of the event told before, with those who are named beside them."""
        name, at = verb.frame.name, self.chunks[index]
        role = Role.ABSENT if verb.negative else _ROLES.get(name, Role.ABSENT)
        frame = self._guest_frame(chunk, max(at.end, chunk.end), name, at)
        frame.add(chunk, role, f"{name}.guests", 0.75)
        beside = self._object(0) if self.chunks[0].kind == "PRESENCE" else None
        if too := self._too(index) or beside:
            frame.add(too, role, f"{name}.too", 0.7)
        for place in self._rest(index) if name == "plan" else ():
            self._attach(frame, place)
        self.verbs[index] = frame
