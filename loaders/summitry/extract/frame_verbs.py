"""Verbs that are events themselves: `A met B`, `A flew to P`."""

from __future__ import annotations

from summitry.claims import AgentType, EventKind, EventStatus, Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk, Verb
from summitry.extract.frame_model import FINITE, PRESENCE, ROLES, Part, RawFrame, people_of
from summitry.extract.frame_relatives import one_sided
from summitry.extract.frame_signings import Signings
from summitry.extract.frame_tellers import status_of
from summitry.extract.reading import Agent

_AUXILIARIES = frozenset({"HAVE", "BE", "WAS", "ADV", "CLIT", "FUT", "COND"})


class Verbs(Signings):
    """Reads verbs that open a frame."""

    def _verb(self, index: int, verb: Verb) -> None:
        name = verb.frame.name
        if verb.possible and self._reported(index, verb):
            verb.possible = False
        if name in ("say", "other", "leave", "postpone2", "recall"):
            return
        if name == "include":
            self._included(index, verb)
            return
        subject = self._subject(index)
        if subject and self.chunks[subject - 1].kind == "NEG":
            verb.negative = True  # `neither A nor B attended`
        if name == "lead" and self._delegation(index, verb, subject):
            return
        if name == "accompany" and verb.passive and verb.tense == "past" and self._joined_by(index, verb, subject):
            return
        if name in ("represent", "send"):
            self._represented(index, verb, self._agents_of(subject))
            return
        if name == "gather" and self._gathered(index, verb, subject):
            verb.frame, verb.passive = self.pack.frames["meet"], False
        elif name == "gather" and self._gathers_people(index, verb, subject):
            verb.frame = self.pack.frames["host"]
        elif name == "join" and not verb.passive and self._leads_home(index):
            verb.frame = self.pack.frames["visit"]
        elif name == "hold" and not verb.passive and self._on_phone(index):
            verb.frame = self.pack.frames["call"]
        if name in PRESENCE and self._present(index, verb, subject):
            return
        if name == "chair" and self._clitic(index) and (who := self._agents_of(subject)) is not None:
            frame = self._guest_frame(who, self.chunks[index].end, "chair")
            frame.add(who, Role.ABSENT if verb.negative else Role.CHAIR, "chair.clitic", 0.7)
            self.verbs[index] = frame
            return
        if verb.frame.event != "none":
            self._on_event(index, verb, subject)
        if verb.frame.kind is not None and index not in self.verbs:
            self._own(index, verb, subject)

    def _reported(self, index: int, verb: Verb) -> bool:
        """`A a annoncé qu'elle rencontrerait B`: what is conditional there was to come, and is no mere wish."""
        if verb.tense != "future" or self.pack.premodifiers:
            return False
        if "COND" in (c.kind for c in self.chunks[self._opening(index) : index]):
            return False
        for at in range(index - 1, 0, -1):
            before = self.chunks[at].verb
            if before is not None:
                said = before.frame.name in ("say", "announce") and before.tense == "past" and not before.possible
                opens = {c.kind for c in self.chunks[at + 1 : at + 4]}
                return said and bool(opens & {"REL", "SUB"})
        return False

    def _on_phone(self, index: int) -> bool:
        """`A a eu B au téléphone`: who is held on the phone is called."""
        near = [c.kind for c in self.chunks[index + 1 : index + 7]]
        return "PHONE" in near and sym.AGENTS in near and sym.EVENT not in near and self._object(index) is not None

    def _joined_by(self, index: int, verb: Verb, subject: int | None) -> bool:
        """`The leaders of A and B were joined by C`: guests of the event told before, where several are named."""
        who, beside = self._agents_of(subject), self._after(index, "BY") or self._after(index, "OF")
        if who is None or beside is None or verb.negative or len(who.agents) + len(beside.agents) < 3:
            return False
        frame = self._guest_frame(who, beside.end, "accompany")
        frame.add(who, Role.PARTICIPANT, "accompany.guests", 0.7)
        frame.add(people_of(beside), Role.PARTICIPANT, "accompany.beside", 0.75)
        self.verbs[index] = frame
        return True

    def _delegation(self, index: int, verb: Verb, subject: int | None) -> bool:
        """`The Russian delegation was led by A`, `A led the Russian side`: guests of the event told before."""
        body = (
            subject if verb.passive else next((i for i in self._rest(index) if self.chunks[i].kind == sym.AGENTS), None)
        )
        leader = self._after(index, "BY") if verb.passive else self._agents_of(subject)
        if leader is None or verb.negative or verb.tense not in FINITE or not self._is_delegation(index, body):
            return False
        frame = self._guest_frame(leader, self.chunks[index].end, "lead")
        frame.add(people_of(leader), Role.PARTICIPANT, "lead.delegation", 0.7)
        if frame.parts:
            self.verbs[index] = frame
        return bool(frame.parts)

    def _is_delegation(self, index: int, body: int | None) -> bool:
        """Whether what is led is a delegation: named by itself or with its state."""
        near = self.chunks[max(0, index - 5) : index + 5]
        words = self.chunks[body].text.lower().split() if body is not None else []
        return any(c.kind == "GOV" for c in near) or any(
            e.symbol == "GOV" or getattr(e.value, "key", e.value) == "delegate"
            for word in words
            for e in self.pack.entries.get(word, ())
        )

    def _gathered(self, index: int, verb: Verb, subject: int | None) -> bool:
        """`A and B gather in P`, `gathered in P, the leaders …`: no object and no host."""
        if self._agents_of(subject) is None or self._event_right(index, verb) is not None:
            return False
        return self._after(index, "BY") is None if verb.passive else self._object(index) is None

    def _own(self, index: int, verb: Verb, subject: int | None) -> None:
        """A verb that is an event itself: `A met B`, `A flew to P`."""
        if index in self.verbs_suppressed or self._only_suggested(index, verb) or self._arrival(index, verb):
            return
        if verb.frame.name == "ring" and self._urging(index):
            return
        kind = verb.frame.kind
        assert kind is not None
        if verb.frame.name == "callup":
            if not self._called_up(index):
                return
            kind = EventKind.MEETING if self.chunks[index + 1].kind == "ON" else kind
        chunk = self.chunks[index]
        frame = RawFrame(kind, self.number, chunk.start, chunk.end, verb.frame.name, (chunk.start, chunk.end))
        frame.recalled = index > 0 and self._last(self.chunks[index - 1])
        who = self._agents_of(subject)
        slots = dict(verb.frame.slots)
        if verb.passive:
            if not verb.frame.passive:
                return
            slots = {**verb.frame.passive}
        if verb.negative and who is not None and verb.frame.name in ("travel", "go") and verb.tense != "infinitive":
            self._stays(index, frame, people_of(who))
        if verb.negative and who is not None and verb.frame.name == "sign" and verb.tense in FINITE:
            self._unsigned(index, who)
        if verb.negative or (verb.frame.name == "go" and verb.passive):
            return
        self._fill(frame, index, verb, who, slots)
        self._relative(frame, index, verb, subject)
        if verb.frame.name in ("receive", "host") and verb.passive and one_sided(frame):
            frame.kind = EventKind.VISIT
        if verb.frame.name == "host" and not verb.passive and who is not None:
            if self._object(index) is None and not any(f.kind is not EventKind.VISIT for f in self.nouns.values()):
                self._hosting(index, who)
                return
        if verb.frame.name == "travel" and not frame.places and who is not None:
            self._arrives(index, verb, who)
        if not self._enough(frame, verb, who):
            return
        if who:
            frame.span = (min(who.start, chunk.start), max(frame.span[1], chunk.end))
        arrived = verb.tense == "participle" and verb.frame.name == "travel" and not verb.possible
        status = EventStatus.HELD if arrived else status_of(verb) or self._before_what(index, verb)
        status = status or self._behind_what(index, verb)
        if status:
            frame.statuses.append((status, chunk.start, chunk.end))
        self.verbs[index] = frame

    def _last(self, chunk: Chunk) -> bool:
        """`A and B last met in P`."""
        return chunk.kind == "PAST" or (chunk.item is not None and chunk.item.has("PAST"))

    def _before_what(self, index: int, verb: Verb) -> str | None:
        """`Before leaving for P, A will meet B`: planned, as what the clause behind the phrase tells."""
        subject = self._subject(index)
        if subject is None or subject < index or verb.tense not in ("gerund", "infinitive"):
            return None
        told = next((c.verb for c in self.chunks[subject + 1 : subject + 6] if c.verb is not None), None)
        return status_of(told) if told is not None and told.tense == "future" else None

    def _behind_what(self, index: int, verb: Verb) -> str | None:
        """`A will meet B before leaving for P`, `A invited B to visit P`: as sure as the verb on which it hangs."""
        if verb.tense not in ("gerund", "infinitive"):
            return None
        if (outer := self._outer_verb(index, verb)) is not None:
            told = self.chunks[outer].verb
            return status_of(told) if told is not None and told.tense == "future" else None
        before = next((c.verb for c in reversed(self.chunks[:index]) if c.verb is not None), None)
        return EventStatus.PROPOSED if before is not None and before.frame.name == "invite" else None

    def _only_suggested(self, index: int, verb: Verb) -> bool:
        """`A suggested hosting B`, `C rejected meeting D`, `E thought of going to P`: not said to be so."""
        thought = index > 1 and self.chunks[index - 1].kind in ("OF", "ON", "AROUND")
        before = self.chunks[index - 1 - thought].verb if index else None
        unreal = ("propose", "decline", "say") if thought else ("propose", "decline")
        return verb.tense == "gerund" and before is not None and before.frame.name in unreal

    def _arrival(self, index: int, verb: Verb) -> bool:
        """`A was received at the airport by B`: part of the visit that is told beside it."""
        if verb.frame.name != "receive" or not self.pack.arrivals:
            return False
        return any(self.chunks[at].text.lower() in self.pack.arrivals for at in self._rest(index))

    def _hosting(self, index: int, who: Chunk) -> None:
        """`A and B are co-hosting`: hosts of the event told before."""
        frame = self._guest_frame(who, self.chunks[index].end, "host")
        frame.add(who, Role.HOST, "host.guests", 0.7)
        self.verbs[index] = frame

    def _arrives(self, index: int, verb: Verb, who: Chunk) -> None:
        """`A and B arrived on Thursday`: guests of the event told before."""
        following = [c.kind for c in self.chunks[index + 1 : index + 4] if c.kind not in ("ADV", "ON")]
        ends = (".", sym.TIME, ",", ";") if self.pack.grammar.reorders else (".", sym.TIME)
        if verb.tense in FINITE and not verb.possible and (not following or following[0] in ends):
            frame = self._guest_frame(who, self.chunks[index].end, "travel")
            frame.add(people_of(who), Role.PARTICIPANT, "travel.guests", 0.7)
            if frame.parts:
                self.verbs[index] = frame

    def _stays(self, index: int, frame: RawFrame, who: Chunk) -> None:
        """`A will not go to P`: absent from the event told before, when that is there."""
        for at in self._rest(index):
            self._attach(frame, at)
        frame.kind, frame.refers, frame.definite = EventKind.SUMMIT, True, True
        frame.add(who, Role.ABSENT, "travel.absent", 0.7)
        bare = all(self.chunks[at].kind not in (sym.PLACE, sym.AGENTS, "TO") for at in self._rest(index))
        if frame.parts and (frame.places or bare):
            self.verbs[index] = frame

    def _fill(self, frame: RawFrame, index: int, verb: Verb, who: Chunk | None, slots: dict[str, str]) -> None:
        name = verb.frame.name
        if who is None or who.mentions[0].seat:
            who = self._doer_behind(index, verb, slots) or who
        if who and slots.get("subject") in ROLES:
            frame.add(who, Role(slots["subject"]), f"{name}.subject")
            if too := self._too(index):
                frame.add(too, Role(slots["subject"]), f"{name}.too")
            if led := self._led(index, who):
                frame.add(led, Role(slots["subject"]), f"{name}.led")
        if self._clitic(index) and slots.get("object") in ROLES and (topic := self._meant(index, who)):
            word = self.chunks[self._object_pronoun(index) or 0]
            frame.parts.append(Part(topic, Role(slots["object"]), word.start, word.end, f"{name}.clitic", 0.65))
        elif slots.get("object") in ROLES and (obj := self._object(index) or self._whom(index)):
            frame.add(obj, Role(slots["object"]), f"{name}.object")
            frame.span = (frame.span[0], obj.end)
        elif slots.get("object") == "place":
            self._visited(frame, index)
        for slot, prep in (("at", "IN"), ("of", "OF"), ("on", "ON")):
            if slots.get(slot) in ROLES and (chunk := self._toward(index, prep)):
                frame.add(chunk, Role(slots[slot]), f"{name}.{slot}")
        if verb.passive and frame.kind is EventKind.SIGNING:
            slots = {**slots, "between": Role.PARTICIPANT}
            self._treaty_of(frame, index)
        for slot, prep in (("with", "WITH"), ("by", "BY"), ("between", "BETWEEN")):
            if slots.get(slot) in ROLES and (chunk := self._after(index, prep)):
                if prep == "WITH" and self._matter(index, chunk):
                    continue
                frame.add(chunk, Role(slots[slot]), f"{name}.{slot}")
                frame.span = (frame.span[0], max(frame.span[1], chunk.end))
        aside = False
        for at in self._rest(index):
            if self.chunks[at].kind == sym.EVENT:
                break
            aside = aside or self._topical(at)
            if not (aside and self.chunks[at].kind == sym.PLACE):
                self._attach(frame, at)
        self._there_before(frame, index)

    def _matter(self, index: int, chunk: Chunk) -> bool:
        """`discussed relations with B`, `ont parlé des tensions avec B`: a state that belongs to what is spoken of."""
        if any(agent.type is not AgentType.STATE for agent in chunk.agents):
            return False
        at = next((at for at in self._rest(index) if self.chunks[at].kind == "WITH"), index) - 1
        first = at
        while first > index and self.chunks[first].kind in (sym.WORD, sym.DEM, "POSS", "THEIR", "DET"):
            first -= 1
        verb = self.chunks[first].verb
        discussed = verb is not None and verb.frame.name == "discuss"
        return first < at and (discussed or self.chunks[first].kind in ("OF", "ON"))

    def _whom(self, index: int) -> Chunk | None:
        """`B, whom A met in P`: the people before a relative pronoun behind which a subject stands."""
        subject = self._subject(index)
        if subject is None or subject < 3 or not self.pack.premodifiers:
            return None
        if self.chunks[subject - 1].kind == "REL" and self.chunks[subject - 1].text.lower() in ("whom", "who"):
            before = subject - 3 if self.chunks[subject - 2].kind == "," else subject - 2
            return self._agents_of(before)
        return None

    def _topical(self, at: int) -> bool:
        """`spoke about progress in P`: what is spoken of begins here, and its places are not where it is spoken of."""
        behind = self.chunks[at + 1 : at + 3]
        return self.chunks[at].kind == "ON" and all(c.kind not in (sym.TIME, sym.PLACE) for c in behind)

    def _led(self, index: int, who: Chunk) -> Chunk | None:
        """`a delegation led by A met B`: the head of those who act."""
        at = self.chunks.index(who) + 1
        at += at < index and self.chunks[at].kind == ","  # `La délégation, conduite par A, …`
        verb = self.chunks[at].verb if at < index else None
        return self._after(at, "BY") if verb is not None and verb.frame.name == "lead" else None

    def _clitic(self, index: int) -> bool:
        """`le recevra`: an object pronoun before the verb."""
        return self._object_pronoun(index) is not None

    def _object_pronoun(self, index: int) -> int | None:
        """Where the object pronoun of a verb stands, before its auxiliaries (`l'a reçu`, `l'y avait reçu`)."""
        at = index - 1
        while at > 0 and self.chunks[at].kind in _AUXILIARIES:
            at -= 1
        return at if at >= 0 and self.chunks[at].kind == "DET" and not self.pack.premodifiers else None

    def _doer_behind(self, index: int, verb: Verb, slots: dict[str, str]) -> Chunk | None:
        """`P, où l'a reçu A`: the subject stands behind its verb when a pronoun is the object."""
        at = self._object_pronoun(index)
        opens = at is not None and at > 0 and self.chunks[at - 1].kind == "REL"
        if not opens or verb.passive or slots.get("subject") not in ROLES:
            return None
        return self._object(index)

    def _there_before(self, frame: RawFrame, index: int) -> None:
        """`A y a rencontré B`: where was told before, in the sentence or in the last one."""
        at = self._opening(index) + 1
        if frame.places or all(c.kind != "CLIT" for c in self.chunks[at:index]):
            return
        before = [c for c in self.chunks[:at] if c.kind == sym.PLACE]
        place = before[-1] if before else self.context.place
        if place is not None and place.place is not None:
            frame.places.append((*place.place, place.start, place.end))

    def _meant(self, index: int, who: Chunk | None) -> Agent | None:
        """Whom an object pronoun means: the person named last in the sentence, else the topic, never the subject."""
        subject = who.agents if who else []
        for chunk in reversed(self.chunks[:index]):
            people = [a for a in chunk.agents if a.type is AgentType.PERSON and a not in subject]
            if people:
                return people[0] if len(people) == 1 else None
        return self.context.topic if self.context.topic not in subject else None

    def _visited(self, frame: RawFrame, index: int) -> None:
        """The object of `visit`: a place, or a state."""
        for at in range(index + 1, min(index + 5, len(self.chunks))):
            chunk = self.chunks[at]
            if chunk.kind == sym.PLACE:
                self._place(frame, chunk)
                frame.span = (frame.span[0], chunk.end)
                return
            if chunk.kind == sym.AGENTS and chunk.mentions[0].seat:
                for mention in chunk.mentions:
                    if mention.seat and mention.agents:
                        agent = mention.agents[0]
                        name = agent.name if len(chunk.mentions) > 1 else chunk.text
                        frame.places.append((agent.key, name, agent.country, mention.start, mention.end))
                frame.span = (frame.span[0], chunk.end)
                return
            if chunk.kind not in ("DET", sym.WORD, "ADV", sym.DEM, sym.CAPITAL):
                return

    def _enough(self, frame: RawFrame, verb: Verb, who: Chunk | None) -> bool:
        """Whether a verb frame says enough to be an event."""
        agents = {p.agent.key for p in frame.parts}
        they = who is not None and any(m.pronoun in ("THEY", "PAIR") for m in who.mentions)
        if who is not None and any(m.pronoun for m in who.mentions):
            frame.back = True
        if verb.frame.name in ("speakalone", "speak", "see", "discuss", "spend", "ring") and not self._leaders(frame):
            return False
        frame.soft = verb.frame.name == "speakalone"
        if verb.frame.name == "spend" and any(
            self.chunks[at].kind == sym.TREATY for at in self._rest(self._index(frame))
        ):
            return False  # `passed an agreement with B`
        if verb.frame.slots.get("subject") == Role.HOST and not verb.passive and agents == _hosts(frame):
            return False  # `A and B greeted reporters`: nobody was received
        if verb.frame.name == "discuss" and not (frame.places or frame.kind is EventKind.CALL):
            frame.soft = True
        if verb.frame.name == "speakalone" and frame.places:
            frame.kind = EventKind.MEETING
        if frame.kind is not EventKind.VISIT and verb.frame.needs >= 2:
            unknown = who is not None and any(m.pronoun and not m.agents for m in who.mentions)
            pronoun = unknown and len(agents) >= 1
            return (
                len(agents) >= 2
                or pronoun
                or (they and bool(frame.places or frame.times))
                or (
                    len(agents) == 1
                    and any(
                        p.agent.type is AgentType.ORGANISATION
                        or p.agent.type is AgentType.COALITION
                        or p.agent.type is AgentType.GROUP
                        for p in frame.parts
                    )
                    and not verb.frame.strict
                )
            )
        if frame.kind is EventKind.VISIT:
            return bool(frame.places) and (bool(agents) or frame.back)
        if frame.kind is EventKind.SIGNING:
            return self._signed(frame, verb, bool(agents))
        return bool(agents)


def _hosts(frame: RawFrame) -> set[str]:
    return {p.agent.key for p in frame.parts if p.role is Role.HOST}
