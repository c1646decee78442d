"""Those who come along: `A, accompanied by B, visited P`; `the ceremony was attended by C`; `D spoke there`."""

from __future__ import annotations

from summitry.claims import AgentType, EventKind, Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk
from summitry.extract.frame_gaps import Gaps
from summitry.extract.frame_model import AUXILIARY, STOP, Part, people_of

_ESCORTING = frozenset({"accompany"})
_BESIDE = frozenset({"WITH", "TOO"})
_ESCORTS = _BESIDE | {"PRESENCE"}
_LINKS = frozenset({"OF", "BY", "DET", "TITLE", "POSS", "KIN"})
_OVER_BEING = frozenset({"BE", "WAS", ",", "ADV"})
_NOBODY_ACTS = STOP | {"NEG", "COND", "REL", sym.EVENT}
_QUOTED = frozenset({",", "»", '"', "”", sym.QUOTE})
_OPENING = 2
_NEAR = 5
_LONG = 16
_ASIDE = frozenset(
    {"IN", "DET", "ON", ",", "OF", "TITLE", sym.PLACE, sym.TIME, sym.CAPITAL, sym.AGENTS, sym.WORD, "REL"}
)
"""What stands between an event noun and its verb."""
_SMALL = frozenset({EventKind.MEETING, EventKind.SIGNING})


class Companions(Gaps):
    """Reads who is beside somebody who attends, and who is told to be present where nothing is met, held or visited."""

    def _companions(self) -> None:
        """`A, accompanied by B, visited P`, `Flanked by B, A met C`: B is where A is."""
        escorts = {at for at, verb in self.told if verb.frame.name in _ESCORTING}
        if not self.kinds.isdisjoint(_ESCORTS):
            escorts.update(at for at, chunk in enumerate(self.chunks) if chunk.kind in _ESCORTS)
        for index in sorted(escorts):
            chunk = self.chunks[index]
            if chunk.verb is not None and chunk.verb.frame.name in _ESCORTING and chunk.verb.passive:
                self._escorted_on(index)
            if not self._escorting(index):
                continue
            beside = self._object_of_escort(index)
            master = self._escorted(index, beside)
            if beside is not None and master is not None and beside is not master:
                self._join(people_of(master), people_of(beside), chunk)

    def _escorted_on(self, index: int) -> None:
        """`A is accompanied on the visit by B`: both on the visit."""
        at = next((i for i in range(index + 1, min(index + 6, len(self.chunks))) if i in self.nouns), None)
        if at is None or not self._accompanied(at) or at + 1 >= len(self.chunks):
            return
        master = self._agents_of(self._subject(index))
        by = next((i for i in range(at + 1, min(at + 8, len(self.chunks))) if self.chunks[i].kind == "BY"), None)
        beside = self._object(by) if by is not None else None
        for one, rule in ((master, "escort.master"), (beside, "beside")):
            if one is not None:
                self.nouns[at].add(people_of(one), Role.PARTICIPANT, rule, 0.75)

    def _escorting(self, index: int) -> bool:
        """Whether a chunk says that somebody is beside somebody else."""
        chunk = self.chunks[index]
        if chunk.verb is not None:
            return chunk.verb.frame.name in _ESCORTING and chunk.verb.passive and chunk.verb.tense == "participle"
        aside = chunk.kind in _BESIDE and index > 0 and self.chunks[index - 1].kind == ","
        return chunk.kind == "PRESENCE" or aside

    def _before_aside(self, at: int) -> int | None:
        """`The talks, which took place in P, were attended by A`: the event noun before what stands between commas."""
        commas = [i for i in range(max(0, at - _LONG), at) if self.chunks[i].kind == ","]
        return next((i - 1 for i in commas if i - 1 in self.nouns), None)

    def _object_of_escort(self, index: int) -> Chunk | None:
        for at in range(index + 1, min(index + 6, len(self.chunks))):
            if self.chunks[at].kind == sym.AGENTS:
                return self._named_next(self.chunks[at])
            kin = self.chunks[at].kind == "," and self.chunks[at - 1].kind == "KIN"  # `accompagné de son épouse, B`
            if self.chunks[at].kind not in _LINKS and not kin:
                return None
        return None

    def _escorted(self, index: int, beside: Chunk | None) -> Chunk | None:
        """Who is accompanied: named right before, or behind an opening phrase."""
        before = index - 1
        while before >= 0 and self.chunks[before].kind in _OVER_BEING:
            before -= 1
        if before >= 0:
            return self.chunks[before] if self.chunks[before].kind == sym.AGENTS else None
        if beside is None:
            return None
        behind = self.chunks.index(beside) + 1
        if behind >= len(self.chunks) or self.chunks[behind].kind != ",":
            return None
        return next((c for c in self.chunks[behind + 1 : behind + 3] if c.kind == sym.AGENTS), None)

    def _join(self, master: Chunk, beside: Chunk, word: Chunk) -> None:
        """Put companions into every frame that somebody attends."""
        keys = {agent.key for agent in master.agents}
        for frame in (*self.nouns.values(), *self.verbs.values()):
            there = [p for p in frame.parts if p.agent.key in keys]
            if there and all(p.role.attends for p in there) and frame.kind is not EventKind.CALL:
                told = {p.agent.key for p in frame.parts}
                found = frame.parts
                frame.parts = []
                frame.add(beside, Role.PARTICIPANT, "beside", 0.7)
                frame.parts = [*found, *(p for p in frame.parts if p.agent.key not in told)]

    def _attended_by(self) -> None:
        """`The ceremony was attended by A and B`, `all in the presence of C`: guests of the event told before."""
        if "PRESENCE" not in self.kinds:
            return
        at = next((i for i, c in enumerate(self.chunks) if c.kind == "PRESENCE"), None)
        if self.verbs or any(at is None or noun < at for noun in self.nouns):
            self._noun_attended_by()
            return
        if at is None or at < _OPENING or any(c.kind == "NEG" for c in self.chunks[:at]):
            return
        guests, master = self._object_of_escort(at), None
        if guests is None or not people_of(guests).mentions:
            return
        master = self._escorted(at, guests)
        frame = self._guest_frame(guests, guests.end, "present" if master is None else "escort")
        if master is not None:
            frame.add(master, Role.PARTICIPANT, "escort.master", 0.7)
        frame.add(people_of(guests), Role.PARTICIPANT, "presence.guests" if master is None else "beside", 0.75)
        self.verbs[at] = frame

    def _noun_attended_by(self) -> None:
        """`The meeting was attended by A and B`: guests of the event noun that is the subject."""
        for at, chunk in enumerate(self.chunks):
            if chunk.kind != "PRESENCE" or at < _OPENING:
                continue
            back = at - 1
            while back > 0 and self.chunks[back].kind in AUXILIARY:
                back -= 1
            if back == at - 1:
                continue
            while back > 0 and self.chunks[back].kind in _ASIDE and at - back < _NEAR + 4:
                back -= 1
            back = back if back in self.nouns else self._before_aside(at) or back
            guests = self._object_of_escort(at)
            if back in self.nouns and guests is not None:
                self.nouns[back].add(people_of(guests), Role.PARTICIPANT, "presence", 0.8)

    def _on_the_sidelines(self) -> None:
        """`A met B on the sidelines`, `En marge des travaux, A a reçu B`: both are at the event told before."""
        if "ASIDE" not in self.kinds:
            return
        at = next((i for i, c in enumerate(self.chunks) if c.kind == "ASIDE"), None)
        of = at is not None and [c.kind for c in self.chunks[at + 1 : at + 2]] == ["OF"]
        if at is None or (of and any(at < noun < at + _NEAR for noun in self.nouns)):
            return
        frames = [f for f in (*self.nouns.values(), *self.verbs.values()) if f.kind in _SMALL and not f.refers]
        parts = [p for f in frames for p in f.parts if p.role.attends and p.agent.type is AgentType.PERSON]
        if parts:
            word = self.chunks[at]
            frame = self._guest_frame(word, word.end, "aside")
            frame.parts = [Part(p.agent, Role.PARTICIPANT, p.start, p.end, "aside", 0.7) for p in parts]
            self.verbs[at] = frame

    def _there(self) -> None:
        """`A y a plaidé pour la paix`: who acts at the event told before."""
        if "CLIT" not in self.kinds:
            return
        for index, chunk in enumerate(self.chunks):
            if chunk.kind != "CLIT" or self._frame_of(index) or self._asked(index):
                continue
            subject = self._acting(index)
            if subject is not None:
                frame = self._guest_frame(subject, chunk.end, "there")
                frame.add(people_of(subject), Role.PARTICIPANT, "there", 0.7)
                self.verbs[index] = frame

    def _frame_of(self, index: int) -> bool:
        """Whether the verb behind a pronoun of place has told something already."""
        return any(at in self.verbs or at in self.nouns for at in range(index, min(index + 5, len(self.chunks))))

    def _acting(self, index: int) -> Chunk | None:
        """The people before a pronoun of place who are the subject of its verb, or who speak behind it."""
        verb = next((at for at in range(index + 1, min(index + 3, len(self.chunks))) if self.chunks[at].verb), None)
        if verb is not None and index and self.chunks[index - 1].kind in _QUOTED:
            return self._speaker(verb)  # `« … », y a déclaré A`
        for at in range(index - 1, -1, -1):
            chunk = self.chunks[at]
            if chunk.kind == sym.AGENTS and not self._governed(at):
                return chunk if self._people_only(at) else None
            if chunk.kind in _NOBODY_ACTS:
                return None
            if chunk.verb is not None and chunk.verb.tense != "participle":
                return None
        return None
