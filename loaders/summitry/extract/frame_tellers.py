"""Verbs that speak about an event noun: who attends, hosts, declines, and what becomes of it."""

from __future__ import annotations

from summitry.claims import AgentType, EventKind, EventMode, EventStatus, Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk, Verb
from summitry.extract.frame_model import FINITE, ROLE_OF, ROLES, TELLING, RawFrame, people_of
from summitry.extract.frame_nouns import Nouns

_COMING = frozenset({"attend", "present", "come", "invite", "plan"})
"""What a clause tells of those whom `include` then names."""
_CLAUSE_ENDS = frozenset({",", ".", ";", "AND", "BUT", "TOO", ")", sym.TIME, "SUB", "WITH", "ON", "PRESENCE"})


class Tellers(Nouns):
    """Reads verbs about event nouns."""

    def _present(self, index: int, verb: Verb, subject: int | None) -> bool:
        """`A and B will be there`, `C is expected`, `D was not invited`: guests of the event told before."""
        chunk = self._agents_of(subject)
        name = verb.frame.name
        role = {
            "present": Role.PARTICIPANT,
            "preside": Role.CHAIR,
            "among": Role.PARTICIPANT,
            "come": Role.PARTICIPANT,
            "plan": Role.PARTICIPANT,
            "attend": Role.PARTICIPANT,
        }.get(name, Role.ABSENT)
        if name == "invite":
            role = Role.ABSENT if verb.negative else Role.INVITEE
            chunk = chunk if verb.passive else self._object(index)
        own = name != "among" or self.pack.grammar.reorders
        chunk = (chunk if own else None) or self._inverted(index, verb)
        if name == "present" and chunk is None:
            chunk = self._with_whom(index)
        beside = self._object(0) if self.chunks[0].kind == "PRESENCE" and chunk is not None else None
        if name == "come" and not self._comes(index, chunk):
            return True
        if name == "present" and verb.anterior and verb.tense == "past":
            return True  # `B had been there on Monday`: at another time
        if name == "plan" and (
            not verb.passive or any(c.kind in ("TO", sym.VERB) for c in self.chunks[index + 1 : index + 3])
        ):
            return False
        if name in ("decline", "attend", "skip", "invite", "cancel") and self._event_right(index, verb) is not None:
            return False
        if verb.possible and name in ("present", "attend", "skip"):
            return True  # `C might not attend`: nobody knows
        if name == "cancel" and (verb.passive or chunk is None or not people_of(chunk).agents):
            return False
        if name in ("decline", "cancel") and (not self._objectless(index) or self._of_offer(subject)):
            return False
        if name == "skip" and verb.tense == "gerund":
            return False
        if name == "attend" and not self._cliticised(index) and not self._comes(index, chunk):
            return False
        if chunk is None or (name in ("invite", "decline") and verb.tense == "infinitive"):
            return name in ("present", "among", "away", "come")
        if verb.negative and role in (Role.PARTICIPANT, Role.CHAIR):
            role = Role.ABSENT
        at = self.chunks[index]
        frame = RawFrame(
            EventKind.SUMMIT,
            self.number,
            at.start,
            at.end,
            name,
            (chunk.start, max(at.end, chunk.end)),
            definite=True,
            refers=True,
        )
        frame.add(chunk, role, f"{name}.guests", 0.75)
        if too := self._too(index) or beside:
            frame.add(too, role, f"{name}.too", 0.7)
        for place in self._rest(index) if name == "plan" else ():
            self._attach(frame, place)
        self.verbs[index] = frame
        return True

    def _comes(self, index: int, subject: Chunk | None) -> bool:
        """Whether a verb of coming speaks of guests: it ends its clause or leads to a place, and has a subject."""
        if subject is not None and any(c.kind == "IT" for c in self.chunks[max(0, index - 3) : index]):
            return False
        following = [
            c.kind for c in self.chunks[index + 1 : index + 5] if c.kind not in ("ADV", "DET", sym.DEM, "VIRTUAL")
        ]
        if not following or following[0] in _CLAUSE_ENDS or self._occasion(index):
            return True
        return (
            following[0] in ("TO", "IN")
            and len(following) > 1
            and following[1] in (sym.PLACE, sym.EVENT, sym.AGENTS, sym.ORG)
        )

    def _occasion(self, index: int) -> bool:
        """`will attend the event`: the event told before, by a word for any."""
        ahead = index + 1
        while ahead < len(self.chunks) and self.chunks[ahead].kind in ("DET", "IN", "TO", "ADV"):
            ahead += 1
        told = ahead < len(self.chunks) and self.chunks[ahead].text.lower() in self.pack.occasions
        return told and self.chunks[ahead - 1].text.lower() not in self.pack.indefinite

    def _guest_frame(self, subject: Chunk, end: int, rule: str) -> RawFrame:
        span = (subject.start, end)
        return RawFrame(EventKind.SUMMIT, self.number, subject.start, end, rule, span, definite=True, refers=True)

    def _objectless(self, index: int) -> bool:
        """Nothing follows, or the invitation itself."""
        rest = [c.kind for c in self.chunks[index + 1 : index + 4]]
        return not rest or rest[0] in (",", ".", ";") or "INVITATION" in rest

    def _of_offer(self, subject: int | None) -> bool:
        """`an offer A rejected`: what is declined stands right before the subject, and is no invitation."""
        return subject is not None and subject > 0 and self.chunks[subject - 1].kind == sym.WORD

    def _represented(self, index: int, verb: Verb, who: Chunk | None) -> None:
        """`A was represented by B`, `B represented A`, `A was not represented`: guests of the event told before."""
        delegate = self._after(index, "BY")
        if verb.frame.name == "send" and not verb.passive and verb.tense in FINITE:
            delegate = self._object(index)
        elif delegate is None and not verb.passive and verb.tense in FINITE:
            who, delegate = self._object(index), who
        if delegate is None and verb.passive and not verb.negative and who is not None and verb.tense in FINITE:
            self._attended(index, who)
            return
        loose = verb.tense == "participle" and not self.pack.grammar.reorders
        if who is None or (delegate is None and not (verb.passive and verb.negative)) or loose:
            return
        at = self.chunks[index]
        frame = RawFrame(
            EventKind.SUMMIT,
            self.number,
            at.start,
            at.end,
            verb.frame.name,
            (who.start, at.end),
            definite=True,
            refers=True,
        )
        absent = who if delegate is None else people_of(who)
        frame.add(absent, Role.ABSENT, "represent.absent", 0.75)
        if delegate is not None and not verb.negative:
            for other in self._delegates(index, delegate):
                frame.add(people_of(other), Role.PARTICIPANT, "represent.by", 0.75)
            for part in frame.parts:
                part.behalf = who.agents[0] if part.role.attends and len(who.agents) == 1 else None
        if frame.parts:
            self.verbs[index] = frame

    def _attended(self, index: int, who: Chunk) -> None:
        """`Canada was represented too`: states that were there, by whomever."""
        if all(agent.type is not AgentType.PERSON for agent in who.agents):
            frame = self._guest_frame(who, self.chunks[index].end, "represent")
            frame.add(who, Role.PARTICIPANT, "represent.guests", 0.7)
            self.verbs[index] = frame

    def _included(self, index: int, verb: Verb) -> None:
        """`Leaders at the summit include A and B`, `Participants included C`: guests of the event, by name."""
        guests = self._object(index)
        if guests is None or verb.passive or verb.negative or verb.tense not in FINITE:
            return
        titles = [m.title for c in self.chunks[:index] for m in c.mentions if m.title is not None and not m.agents]
        event = next((self.nouns[at] for at in range(index - 1, -1, -1) if at in self.nouns), None)
        coming = any(c.verb is not None and c.verb.frame.name in _COMING for c in self.chunks[:index])
        coming = coming or self.context.listing
        if not coming and not any(title.plural for title in titles):
            return
        if event is None and not coming and not any(title.office == "delegate" for title in titles):
            return
        if event is None:
            event = self.verbs[index] = self._guest_frame(guests, guests.end, "present")
        event.add(people_of(guests), Role.PARTICIPANT, "include.guests", 0.75)

    def _delegates(self, index: int, first: Chunk) -> list[Chunk]:
        """`by B, C by D and E by F`: everybody behind the same preposition."""
        more = [self._object(at) for at in self._rest(index) if self.chunks[at].kind == "BY"]
        return [first, *(chunk for chunk in more if chunk is not None and chunk is not first)]

    def _on_event(self, index: int, verb: Verb, subject: int | None) -> None:
        """A verb that speaks about an event noun: its subject or its object."""
        frame_of = self.nouns
        mode = verb.frame.event
        target: RawFrame | None = None
        if (
            (mode in ("subject", "both") or verb.passive)
            and subject is not None
            and self.chunks[subject].kind == sym.EVENT
        ):
            target = frame_of[subject]
            self._told(target, verb, index)
            self._as_subject(index, verb, target)
            return
        if self._guests_of_event(index, verb, subject):
            return
        at = self._event_right(index, verb)
        if at is None and mode in ("object", "both"):
            at = self._event_relative(index, subject)
            if at is not None and self.pack.premodifiers:
                for behind in self._rest(index):
                    self._attach(frame_of[at], behind)
        if at is None:
            return
        target = frame_of[at]
        self._told(target, verb, index)
        self._with_object(index, verb, target, subject)
        if subject is None and verb.frame.name == "attend" and not verb.passive:
            self._behind(index, at, target, Role.ABSENT if verb.negative else Role.PARTICIPANT)
        if subject is None and verb.frame.name == "attend" and self.chunks[0].kind == "PRESENCE":
            if (beside := self._object(0)) is not None:
                target.add(beside, Role.PARTICIPANT, "attend.beside", 0.75)

    def _behind(self, index: int, at: int, target: RawFrame, role: Role) -> None:
        """`Prendront part à cette réunion A et B`: the subject behind the event, where none stands before the verb."""
        free = all(c.kind not in (sym.AGENTS, sym.EVENT) for c in self.chunks[:index])
        if free and (guests := self._object(at)) is not None:
            target.add(guests, role, "attend.behind", 0.75)

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
            target.statuses.append(("cancelled", chunk.start, chunk.end))
            return
        if status is None and (verb.frame.name not in TELLING or verb.negative):
            return
        if (status == "planned" and verb.negative) or (status in ("proposed",) and verb.negative):
            status = None
        if status is None or (
            status == "planned" and verb.frame.name == "plan" and verb.passive is False and verb.tense == "past"
        ):
            status = status or status_of(verb)
        if status:
            target.statuses.append((status, chunk.start, chunk.end))
        if verb.frame.name in ("open", "close", "takeplace") and verb.negative:
            target.statuses.append(("cancelled", chunk.start, chunk.end))

    def _as_subject(self, index: int, verb: Verb, target: RawFrame) -> None:
        """`the summit will gather A and B`, `the talks were hosted by A`."""
        if verb.passive:
            role = verb.frame.passive.get("by") or verb.frame.slots.get("subject")
            if role in ROLES and (chunk := self._after(index, "BY")):
                for by in self._delegates(index, chunk):  # `présidé par A et par B`
                    target.add(by, Role(role), f"{verb.frame.name}.by")
        elif verb.frame.name == "gather":
            if chunk := self._object(index):
                target.add(chunk, Role.PARTICIPANT, "gather.object")
        for at in self._rest(index):
            self._attach(target, at)

    def _with_object(self, index: int, verb: Verb, target: RawFrame, subject: int | None) -> None:
        """`A hosts the summit`, `A will not attend the talks`."""
        chunk = self._agents_of(subject)
        role = verb.frame.slots.get("subject", "none")
        role = verb.frame.passive.get("subject", role) if verb.passive else role
        name = verb.frame.name
        if name == "announce" and chunk:
            target.announcers.extend((a, chunk.start, chunk.end) for a in chunk.agents)
        if name == "decline":
            invited = any(c.kind == "INVITATION" for c in self.chunks[index : index + 6])
            role = "absent" if invited else "none"
        if name == "invite":
            self._invited(index, verb, target, chunk)
            return
        if chunk is None or role not in ROLES:
            return
        found = Role(role)
        if verb.negative and found.attends:
            found = Role.ABSENT
        if verb.possible and found in (Role.HOST, Role.CHAIR):
            target.statuses.append(("proposed", chunk.start, chunk.end))
        if name == "gather" and target.kind is EventKind.VISIT:
            return
        target.add(chunk, found, f"{name}.subject")
        if self.nouns.get(self._event_right(index, verb) or -1) is target and (partner := self._beside(index)):
            target.add(partner, found, f"{name}.with")
        joined = self._object(index) if name == "join" and not verb.negative else None
        if joined is not None and len(joined.agents) == 1:
            target.add(joined, Role.PARTICIPANT, "join.object")
        if too := self._too(index):
            target.add(too, found, f"{name}.too")
        if name in ("travel", "go"):
            self.verbs_suppressed.add(index)
            for at in range(index + 1, len(self.chunks)):
                if self.chunks[at].kind == sym.PLACE and (
                    at == index + 1 or self.chunks[at - 1].kind in ("IN", "TO", "DET")
                ):
                    self._place(target, self.chunks[at])
                    break

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

    def _inviting(self, at: int) -> bool:
        """`at the invitation of A`."""
        before = at - 1
        while before > 0 and self.chunks[before].kind in ("OF", "DET"):
            before -= 1
        return self.chunks[before].kind == "INVITATION"

    def _attach(self, frame: RawFrame, at: int) -> None:
        """Places, partners and manner in the rest of the clause."""
        chunk = self.chunks[at]
        previous = self.chunks[at - 1].kind
        if previous in ("DET",) and at > 1:
            previous = self.chunks[at - 2].kind
        before = self.chunks[at - 1].verb
        moving = before is not None and before.frame.name == "travel"
        if chunk.kind == sym.PLACE and (moving or self._place_prep(at) or (frame.places and previous == ",")):
            self._place(frame, chunk)
            if frame.kind is EventKind.VISIT:
                frame.span = (frame.span[0], chunk.end)
        elif chunk.kind == "PHONE":
            frame.kind = EventKind.CALL
        elif chunk.kind == "VIRTUAL":
            frame.mode = EventMode.VIRTUAL
            frame.kind = frame.kind if frame.noun or frame.refers else EventKind.VIDEOCONFERENCE
        elif chunk.kind == sym.AGENTS and previous in ("PRESENCE", "INCL"):
            frame.add(chunk, Role.PARTICIPANT, "presence")
        elif chunk.kind == sym.AGENTS and previous in ROLE_OF:
            frame.add(chunk, ROLE_OF[previous], previous.lower())
        elif chunk.kind == sym.AGENTS and previous == "OF" and self._inviting(at):
            frame.add(chunk, Role.HOST, "invitation")
        elif chunk.kind == sym.AGENTS and previous in ("WITH", "BETWEEN") and frame.noun:
            frame.add(chunk, Role.PARTICIPANT, previous.lower())


def status_of(verb: Verb) -> str | None:
    """The status that a verb's tense gives."""
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
