"""Verbs that speak about an event noun: who attends, hosts, declines, and what becomes of it."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.claims import EventKind, EventStatus, Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk, Verb
from summitry.extract.frame_model import ROLES, TELLING, RawFrame
from summitry.extract.frame_presence import Presence


class Tellers(Presence):
    """Reads verbs about event nouns."""

    def _on_event(self, index: int, verb: Verb, subject: int | None) -> None:
        """A verb that speaks about an event noun: its subject or its object."""
        off = verb.frame.name == "skip" and self.pack.grammar.inverts  # `il vertice è saltato`, `salta il vertice`
        if subject is not None and self._is_of_event(verb, subject):
            if off and self._after(index, "BY") is None:
                self._dropped(index, self.nouns[subject])
            else:
                self._told(self.nouns[subject], verb, index)
                self._as_subject(index, verb, self.nouns[subject])
        elif self._guests_of_event(index, verb, subject):
            pass
        elif off and subject is not None and subject in self.nouns:
            self._dropped(index, self.nouns[subject])
        elif (at := self._event_object(index, verb, subject)) is None:
            pass
        elif off and subject is None and not verb.negative:
            self._dropped(index, self.nouns[at])
        else:
            self._as_object(index, verb, subject, at)

    def _is_of_event(self, verb: Verb, subject: int) -> bool:
        """`the summit gathers A and B`, `the talks were hosted by A`: an event noun is what the verb is about."""
        return (verb.frame.event in ("subject", "both") or verb.passive) and self.chunks[subject].kind == sym.EVENT

    def _event_object(self, index: int, verb: Verb, subject: int | None) -> int | None:
        """The event noun that a verb has as object, behind it or before its relative clause."""
        at = self._event_right(index, verb)
        if at is not None or verb.frame.event not in ("object", "both"):
            return at
        at = self._event_relative(index, subject)
        if at is not None and (self.pack.premodifiers or self.nouns[at].kind is EventKind.VISIT):
            for behind in self._rest(index):
                self._attach(self.nouns[at], behind)
        return at

    def _as_object(self, index: int, verb: Verb, subject: int | None, at: int) -> None:
        """`A hosts the summit`; where nobody stands before the verb, whoever stands elsewhere attends."""
        target = self.nouns[at]
        self._told(target, verb, index)
        self._with_object(index, verb, target, subject)
        if subject is not None or verb.frame.name != "attend":
            return
        if not verb.passive:
            self._behind(index, at, target, Role.ABSENT if verb.negative else Role.PARTICIPANT)
        if self.chunks[0].kind == "PRESENCE" and (beside := self._object(0)) is not None:
            target.add(beside, Role.PARTICIPANT, "attend.beside", 0.75)

    def _dropped(self, index: int, target: RawFrame) -> None:
        """An event that nobody skips, but that is off."""
        chunk = self.chunks[index]
        target.governed = True
        target.statuses.append((EventStatus.CANCELLED, chunk.start, chunk.end))

    def _behind(self, index: int, at: int, target: RawFrame, role: Role) -> None:
        """`Prendront part à cette réunion A et B`: the subject behind the event, where none stands before the verb."""
        free = all(c.kind not in (sym.AGENTS, sym.EVENT) for c in self.chunks[:index])
        if free and (guests := self._object(at)) is not None:
            target.add(guests, role, "attend.behind", 0.75)
        for more in self._besides(at) if free else ():
            target.add(more, role, "attend.behind", 0.75)

    def _besides(self, at: int) -> Iterator[Chunk]:
        """`Prennent part à la réunion, outre A, B et C`: those behind a word of company, and those behind its comma."""
        beside = next((i for i, c in enumerate(self.chunks[at + 1 : at + 3], at + 1) if c.kind == "PRESENCE"), None)
        first = self._object(beside) if beside is not None else None
        if first is None:
            return
        yield first
        last = self.chunks.index(first) + 1
        comma = self._chunk(last)
        rest = self._object(last) if comma is not None and comma.kind == "," else None
        if rest is not None and not rest.agents:
            rest = self._chunk(self.chunks.index(rest) + 1) or rest  # `les ministres A et B`
        if rest is not None and rest.kind == sym.AGENTS:
            yield rest

    def _guests_of_event(self, index: int, verb: Verb, subject: int | None) -> bool:
        """`the meeting in which A and B took part`, `the forum hosts A`: agents behind the verb of an event."""
        name = verb.frame.name
        if (
            verb.passive
            or subject not in self.nouns
            or name not in ("attend", "join", "host", "receive", "chair", "skip")
        ):
            return False
        chunk = self._object(index)
        if chunk is None or subject is None:
            return False
        role = Role.PARTICIPANT if name in ("host", "receive") else Role(verb.frame.slots["subject"])
        role = Role.ABSENT if verb.negative else role
        self._told(self.nouns[subject], verb, index)
        self.nouns[subject].add(chunk, role, f"{name}.guests")
        return True

    def _told(self, target: RawFrame, verb: Verb, index: int) -> None:
        """What the verb says about the state of the event."""
        chunk = self.chunks[index]
        target.governed = target.governed or verb.frame.name not in ("travel", "go")
        status = verb.frame.status
        if verb.negative and verb.frame.name == "takeplace":
            target.statuses.append((EventStatus.CANCELLED, chunk.start, chunk.end))
            return
        if status is None and (verb.frame.name not in TELLING or verb.negative):
            return
        if verb.negative and status in (EventStatus.PLANNED, EventStatus.PROPOSED):
            status = None
        if status := status or status_of(verb):
            setting_out = chunk.text.lower() in self.pack.grammar.departing and target.kind is not EventKind.VISIT
            status = EventStatus.PLANNED if setting_out and status == EventStatus.HELD else status
            target.statuses.append((status, chunk.start, chunk.end))
        if verb.negative and verb.frame.name in ("open", "close"):
            target.statuses.append((EventStatus.CANCELLED, chunk.start, chunk.end))

    def _as_subject(self, index: int, verb: Verb, target: RawFrame) -> None:
        """`the summit will gather A and B`, `the talks were hosted by A`."""
        if verb.passive:
            role = verb.frame.passive.get("by") or verb.frame.slots.get("subject")
            if role in ROLES and (chunk := self._after(index, "BY")):
                for by in self._delegates(index, chunk):  # `présidé par A et par B`
                    target.add(by, Role(role), f"{verb.frame.name}.by")
        elif verb.frame.name == "gather" and (chunk := self._object(index)):
            target.add(chunk, Role.PARTICIPANT, "gather.object")
        elif verb.frame.name == "gather" and (beside := self._gathered_around(index)):
            target.add(beside, Role.PARTICIPANT, "gather.object")
        for at in self._rest(index):
            self._attach(target, at)

    def _gathered_around(self, index: int) -> Chunk | None:
        """`a réuni autour de A les présidents B et C`: those behind whoever they are gathered around."""
        ahead = self._chunk(index + 1)
        centre = self._object(index + 1) if ahead is not None and ahead.kind == "PRESENCE" else None
        return self._object(self.chunks.index(centre)) if centre is not None else None

    def _with_object(self, index: int, verb: Verb, target: RawFrame, subject: int | None) -> None:
        """`A hosts the summit`, `A will not attend the talks`."""
        chunk, name = self._agents_of(subject), verb.frame.name
        if name == "announce" and chunk:
            target.announcers.extend((a, chunk.start, chunk.end) for a in chunk.agents)
        if name == "invite":
            self._invited(index, verb, target, chunk)
            return
        role = self._role(index, verb)
        if chunk is None or role is None:
            return
        if verb.possible and role in (Role.HOST, Role.CHAIR):
            target.statuses.append((EventStatus.PROPOSED, chunk.start, chunk.end))
        if name == "gather" and target.kind is EventKind.VISIT:
            return
        target.add(chunk, role, f"{name}.subject")
        self._company(index, verb, target, role)
        if name in ("travel", "go"):
            self._leads_to(index, target)

    def _role(self, index: int, verb: Verb) -> Role | None:
        """What the subject of a verb is at the event that it has as object."""
        role = verb.frame.slots.get("subject", "none")
        role = verb.frame.passive.get("subject", role) if verb.passive else role
        if verb.frame.name == "decline":
            invited = any(c.kind == "INVITATION" for c in self.chunks[index : index + 6])
            role = "absent" if invited else "none"
        if role not in ROLES:
            return None
        there = Role(role).attends and verb.frame.name != "close"  # `has not finished his visit`
        return Role.ABSENT if verb.negative and there else Role(role)

    def _company(self, index: int, verb: Verb, target: RawFrame, role: Role) -> None:
        """`A will chair with B a meeting`, `A joined B at the talks`, `so will C`: who is there with the subject."""
        name = verb.frame.name
        if self.nouns.get(self._event_right(index, verb) or -1) is target and (partner := self._beside(index)):
            target.add(partner, role, f"{name}.with")
        joined = self._object(index) if name == "join" and not verb.negative else None
        if joined is not None and len(joined.agents) == 1:
            target.add(joined, Role.PARTICIPANT, "join.object")
        if too := self._too(index):
            target.add(too, role, f"{name}.too")

    def _leads_to(self, index: int, target: RawFrame) -> None:
        """`A travels to P for talks`: the first place behind the verb is that of the talks."""
        self.verbs_suppressed.add(index)
        for at in range(index + 1, len(self.chunks)):
            near = at == index + 1 or self.chunks[at - 1].kind in ("IN", "TO", "DET")
            if near and self.chunks[at].kind == sym.PLACE:
                self._place(target, self.chunks[at])
                return

    def _beside(self, index: int) -> Chunk | None:
        """`A will chair with B a meeting`: the partner between a verb and its event."""
        for at in self._rest(index):
            if self.chunks[at].kind == sym.EVENT:
                return None
            if self.chunks[at].kind == "WITH":
                return self._object(at)
        return None

    def _invited(self, index: int, verb: Verb, target: RawFrame, subject: Chunk | None) -> None:
        chunk = subject if verb.passive else self._object(index)
        if chunk:
            target.add(chunk, Role.ABSENT if verb.negative else Role.INVITEE, "invite.object")
        at = self._index(target)
        purpose = self.chunks[at - 2 if self.chunks[at - 1].kind == "OF" else at - 1].kind
        if chunk is None or target.definite or "TO" not in (purpose, self._prep_before(at)):
            return
        word = self.chunks[index]
        target.statuses.append((EventStatus.PLANNED, word.start, word.end))
        for place in self.chunks[index + 1 : at] if not verb.negative else ():
            if place is not chunk and place.kind in (sym.PLACE, sym.AGENTS) and self._called_to(place):
                self._place(target, place)
                target.add_states(place)

    def _called_to(self, place: Chunk) -> bool:
        """`invited to P for talks`: where the guests are called to."""
        before = self.chunks.index(place) - 1
        before -= self.chunks[before].kind == "DET"
        return self.chunks[before].kind in ("TO", "IN")


def status_of(verb: Verb) -> str | None:
    """The status that a verb's tense gives."""
    if verb.unreal:
        return EventStatus.CANCELLED
    if verb.possible:
        return EventStatus.PROPOSED
    match verb.tense:
        case "gerund" if verb.perfect:
            return EventStatus.HELD
        case "future":
            return EventStatus.PLANNED
        case "past":
            return EventStatus.HELD
        case _:
            return None
