"""Verbs that are events themselves: `A met B`, `A flew to P`."""

from __future__ import annotations

from collections.abc import Set

from summitry.claims import AgentType, EventKind, EventStatus, Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk, Verb
from summitry.extract.frame_model import FINITE, PRESENCE, SILENT, RawFrame, people_of
from summitry.extract.frame_relations import Relations
from summitry.extract.frame_relatives import at_odds, one_sided
from summitry.extract.frame_tellers import status_of
from summitry.extract.reading import Agent
from summitry.extract.text import fold

_MOODS = frozenset({"FUT", "COND", "HAVE", "WAS", "BE", "DO"})


class Verbs(Relations):
    """Reads verbs that open a frame."""

    def _verb(self, index: int, verb: Verb) -> None:
        name = verb.frame.name
        if verb.possible and self._reported(index, verb):
            verb.possible = False
        if name in SILENT:
            return
        if name == "include":
            self._included(index, verb)
            return
        subject = self._subject(index)
        neither = subject is not None and subject > 0 and self.chunks[subject - 1].kind
        if subject and (neither == "NEG" or (neither == "OR" and len(self.chunks[subject].agents) > 1)):
            verb.negative = True  # `neither A nor B attended`, `ni A ni B n'assisteront`
        if name == "lead" and self._delegation(index, verb, subject):
            return
        joined = name in ("accompany", "join") and verb.passive and verb.tense == "past"
        if joined and self._joined_by(index, verb, subject):
            return
        if name in ("represent", "send"):
            self._represented(index, verb, self._agents_of(subject))
            return
        self._mean(index, verb, subject)
        name = verb.frame.name if name in ("sit", "plan", "come") else name
        if name in PRESENCE and self._present(index, verb, subject):
            return
        there = (name in ("chair", "join") and self._clitic(index)) or (name == "join" and self._joins_them(index))
        if there and (who := self._agents_of(subject)) is not None:
            frame = self._guest_frame(who, self.chunks[index].end, name)
            role = Role.CHAIR if name == "chair" else Role.PARTICIPANT
            frame.add(who, Role.ABSENT if verb.negative else role, f"{name}.clitic", 0.7)
            self.verbs[index] = frame
            return
        if verb.frame.event != "none":
            self._on_event(index, verb, subject)
        if verb.frame.kind is not None and index not in self.verbs:
            self._own(index, verb, subject)
        if name == "discuss" and index not in self.verbs:
            verb.frame = self.pack.frames["say"]  # `A a évoqué la crise`: he spoke of it

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

    def _own(self, index: int, verb: Verb, subject: int | None) -> None:
        """A verb that is an event itself: `A met B`, `A flew to P`."""
        if index in self.verbs_suppressed or self._only_suggested(index, verb) or self._arrival(index, verb):
            return
        if verb.frame.name == "ring" and self._urging(index):
            return
        kind = verb.frame.kind
        assert kind is not None
        if verb.tense == "infinitive" and self._first_of_many(index):
            verb.tense = "past"
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
        without = verb.tense == "infinitive" and [c.kind for c in self.chunks[index - 1 : index]] == ["WITHOUT"]
        if verb.negative or without or (verb.frame.name == "go" and verb.passive):
            return
        self._fill(frame, index, verb, who, slots)
        self._relative(frame, index, verb, subject)
        if verb.frame.name in ("receive", "host") and verb.passive and one_sided(frame):
            frame.kind = EventKind.VISIT
        if verb.frame.name == "host" and not verb.passive and who is not None:
            if (
                self._object(index) is None
                and not self._clitic(index)
                and not any(f.kind is not EventKind.VISIT for f in self.nouns.values())
            ):
                self._hosting(index, who)
                return
        if verb.frame.name == "travel" and not frame.places and who is not None:
            self._arrives(index, verb, who)
        if self._only_related(frame, index, verb) or not self._enough(frame, verb, who):
            return
        if who:
            frame.span = (min(who.start, chunk.start), max(frame.span[1], chunk.end))
        arrived = verb.tense == "participle" and verb.frame.name == "travel" and not verb.possible
        status = EventStatus.HELD if arrived else status_of(verb) or self._before_what(index, verb)
        status = status or self._behind_what(index, verb)
        if status:
            frame.statuses.append((status, chunk.start, chunk.end))
        self.verbs[index] = frame

    def _first_of_many(self, index: int) -> bool:
        """`A is the first leader to visit P in ten years`: he has done so."""
        kinds = [c.kind for c in self.chunks[max(0, index - 5) : index]]
        if kinds[-1:] != ["TO"] or kinds[-2:-1] != [sym.AGENTS] or {"FUT", "COND", "NEG"} & set(kinds):
            return False
        being = next((kind for kind in reversed(kinds[:-2]) if kind != "DET"), "")
        word = fold(self.chunks[index - 2].text.split()[0])
        return being in ("BE", "WAS", "BECOME") and any(e.symbol == "ORD" for e in self.pack.entries.get(word, ()))

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
        if self._told_ahead(index, verb):
            return EventStatus.PLANNED
        return EventStatus.PROPOSED if before is not None and before.frame.name == "invite" else None

    def _told_ahead(self, index: int, verb: Verb) -> bool:
        """`A will take office before meeting B`: the auxiliary of a verb that no pack lists, with no other behind."""
        at = self._opening(index)
        if at < 0 or not (self.chunks[at].kind == "SUB" or self._after_that(index, verb)):
            return False
        before = reversed(self.chunks[:at])
        mood = next((c for c in before if c.kind in _MOODS or c.verb is not None or self._is_to_come(c)), None)
        return mood is not None and (mood.kind == "FUT" or self._is_to_come(mood))

    def _is_to_come(self, chunk: Chunk) -> bool:
        """`prolongera`: a verb of what is to come by its ending."""
        return chunk.kind == sym.WORD and self.pack.grammar.comes(chunk.text)

    def _only_suggested(self, index: int, verb: Verb) -> bool:
        """`A suggested hosting B`, `C rejected meeting D`, `E thought of going to P`: not said to be so."""
        thought = index > 1 and self.chunks[index - 1].kind in ("OF", "ON", "AROUND")
        before = self.chunks[index - 1 - thought].verb if index else None
        unreal = ("propose", "decline", "say") if thought else ("propose", "decline")
        return verb.tense == "gerund" and before is not None and before.frame.name in unreal

    def _opening_place(self, frame: RawFrame) -> None:
        """`À P, A et B ont discuté`: where they spoke, at the head of the sentence."""
        kinds = [c.kind for c in self.chunks[:4] if c.kind != "DET"]
        if kinds[:3] == ["IN", sym.PLACE, ","]:
            self._place(frame, next(c for c in self.chunks if c.kind == sym.PLACE))

    def _enough(self, frame: RawFrame, verb: Verb, who: Chunk | None) -> bool:
        """Whether a verb frame says enough to be an event."""
        agents = {p.agent.key for p in frame.parts}
        they = who is not None and any(m.pronoun in ("THEY", "PAIR", "TRIO") for m in who.mentions)
        if who is not None and any(m.pronoun for m in who.mentions):
            frame.back = True
        if verb.frame.name in ("speakalone", "speak", "see", "discuss", "spend", "ring") and not self._leaders(frame):
            return False
        if verb.frame.name == "see" and all(p.agent.type is AgentType.STATE for p in frame.parts):
            return False  # `A and B, which have seen new tensions`
        frame.soft = verb.frame.name == "speakalone"
        if verb.frame.name == "spend" and any(
            self.chunks[at].kind == sym.TREATY for at in self._rest(self._index(frame))
        ):
            return False  # `passed an agreement with B`
        if verb.frame.slots.get("subject") == Role.HOST and not verb.passive and agents == _hosts(frame):
            return False  # `A and B greeted reporters`: nobody was received
        if verb.frame.name in ("discuss", "speakalone") and not frame.places:
            self._opening_place(frame)
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
                or self._many_met(frame, verb, agents)
                or (len(agents) == 1 and any(_is_body(p.agent) for p in frame.parts) and not verb.frame.strict)
            ) and not at_odds(frame)
        if frame.kind is EventKind.VISIT:
            return bool(frame.places) and (bool(agents) or frame.back)
        if frame.kind is EventKind.SIGNING:
            return self._signed(frame, verb, bool(agents))
        return bool(agents)

    def _many_met(self, frame: RawFrame, verb: Verb, agents: Set[str]) -> bool:
        """`Les ministres de la Défense se sont réunis jeudi à P`: many without a name; who was there is told behind."""
        told = bool(frame.places) or sym.TIME in self.kinds
        if agents or verb.frame.name != "meet" or verb.tense not in ("past", "present") or not told:
            return False
        subject = self._subject(self._index(frame))
        mentions = self.chunks[subject].mentions if subject is not None else []
        return any(m.title is not None and m.title.plural for m in mentions)


def _is_body(agent: Agent) -> bool:
    """Whether one name stands for several who may meet each other; those at odds with their own state are none."""
    group = agent.type is AgentType.GROUP and agent.country is None
    return group or agent.type in (AgentType.ORGANISATION, AgentType.COALITION)


def _hosts(frame: RawFrame) -> set[str]:
    return {p.agent.key for p in frame.parts if p.role is Role.HOST}
