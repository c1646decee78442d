"""Who stands outside the clause of a verb of meeting: before a relative pronoun, behind a preposition of its own."""

from __future__ import annotations

from summitry.claims import AgentType, Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk, Verb
from summitry.extract.frame_model import RawFrame, people_of
from summitry.extract.frame_tellers import Tellers

_LED = frozenset({"WITH", "IN", "OF"})
"""Prepositions before a relative pronoun (`with whom`, `à qui`)."""
_CALLED = frozenset({sym.TIME, ".", ",", "AND", "IN", "DURING", "AROUND", "ADV", "SUB", ";"})
"""What follows somebody who was called, or called on, and neither named nor urged."""
_BEFORE_NAME = frozenset({"DET", "TITLE", "POSS", "ADV"})
_TELLING = frozenset({"say", "announce", "propose", "other", "goon"})


class Relatives(Tellers):
    """Finds the partners whom `_object` and `_after` do not see."""

    def _before_pronoun(self, index: int, subject: int | None) -> Chunk | None:
        """`B, whom A met`, `B, with whom A talked`: the people before the pronoun that opens the clause."""
        at = (subject if subject is not None and subject < index else index) - 1
        while at > 0 and self.chunks[at].kind in ("DET", "ADV", "TITLE"):
            at -= 1
        if at < 1 or self.chunks[at].kind != "REL":
            return None
        at -= 1
        led = self.chunks[at].kind in _LED
        at -= led
        comma = at > 0 and self.chunks[at].kind == ","
        chunk = self.chunks[at - comma]
        if chunk.kind != sym.AGENTS or (not led and not comma and self._told_to(at)):
            return None
        return people_of(chunk) if people_of(chunk).mentions else None

    def _told_to(self, at: int) -> bool:
        """`told B that he would meet C`: the pronoun is a conjunction."""
        verb = next((c.verb for c in reversed(self.chunks[:at]) if c.verb is not None), None)
        return verb is not None and verb.frame.name in _TELLING

    def _toward(self, index: int, prep: str) -> Chunk | None:
        """`phoned on Monday to B`, `serré la main de B`: people right behind a preposition of the clause."""
        for at in self._rest(index):
            if self.chunks[at].kind == sym.EVENT:
                return None
            if self.chunks[at].kind != prep:
                continue
            ahead = at + 1
            while ahead + 1 < len(self.chunks) and self.chunks[ahead].kind in ("DET", "TITLE", "POSS"):
                ahead += 1
            if ahead < len(self.chunks) and self.chunks[ahead].kind == sym.AGENTS:
                return people_of(self.chunks[ahead])
        return None

    def _relative(self, frame: RawFrame, index: int, verb: Verb, subject: int | None) -> None:
        """Whoever is met by a verb whose clause names only one side."""
        people = {p.agent.key for p in frame.parts}
        if verb.frame.needs < 2 or verb.passive or len(people) > 1:
            return
        whom = self._before_pronoun(index, subject)
        if whom is not None and people.isdisjoint(a.key for a in whom.agents):
            frame.add(whom, Role.PARTICIPANT, f"{verb.frame.name}.relative", 0.8)

    def _urging(self, index: int) -> bool:
        """`appelé B à la retenue`: who is called on to do something is not called up."""
        for at in self._rest(index):
            if self.chunks[at].kind == sym.AGENTS:
                behind = [c.kind for c in self.chunks[at + 1 : at + 4] if c.kind not in ("DET", "ADV")]
                return behind[:1] == ["IN"] and behind[1:2] not in ([sym.PLACE], [sym.TIME])
        return False

    def _called_up(self, index: int) -> bool:
        """`called B on Monday`, `called on B in P`, but not `called B a friend`, `called on B to act`."""
        upon = self.chunks[index + 1].kind == "ON" if index + 1 < len(self.chunks) else False
        at = self._past(index + 1 + upon, _BEFORE_NAME)
        if at + 1 >= len(self.chunks) or not self._people_only(at):
            return False
        behind = [c.kind for c in self.chunks[at + 1 : at + 3]]
        behind = behind[1:] if behind[0] == "ON" and sym.TIME in behind else behind
        if upon:
            return behind[0] in _CALLED and all(self.chunks[i].kind not in ("TO", "NEG") for i in self._rest(at))
        return behind[0] in _CALLED or (behind[0] == "TO" and behind[1:] != ["DET"])

    def _people_only(self, at: int) -> bool:
        chunk = self.chunks[at]
        people = chunk.kind == sym.AGENTS and all(a.type is AgentType.PERSON for a in chunk.agents)
        return people and bool(chunk.agents)

    def _gathers_people(self, index: int, verb: Verb, subject: int | None) -> bool:
        """`A brought B and C together`: people whom somebody gathers."""
        who, guests = self._agents_of(subject), self._object(index)
        if who is None or guests is None or verb.passive or verb.negative:
            return False
        abroad = {a.country for a in people_of(guests).agents} - {a.country for a in who.agents}
        return bool(abroad) and self._event_right(index, verb) is None

    def _joins_somewhere(self, index: int, subject: int | None) -> bool:
        """`A joined B in P on Tuesday`: people beside each other in a place, and no cause that they share."""
        at = self._past(index + 1, _BEFORE_NAME)
        behind = [c.kind for c in self.chunks[at + 1 : at + 4]]
        somewhere = behind[:2] == ["IN", sym.PLACE] and behind[2:] not in (["IN"], [sym.VERB])
        both = subject is not None and at < len(self.chunks) and self._people_only(subject) and self._people_only(at)
        return self.pack.premodifiers and both and somewhere

    def _leads_home(self, index: int) -> bool:
        """`rejoined P`, `gained P`: a verb whose object is a place, over times."""
        for chunk in self.chunks[index + 1 : index + 4]:
            if chunk.kind == sym.PLACE:
                return True
            if chunk.kind not in (sym.TIME, "ADV"):
                return False
        return False


def one_sided(frame: RawFrame) -> bool:
    """Whether only the guest of a reception is named (`A was received in P`)."""
    rules = {p.rule.rpartition(".")[2] for p in frame.parts}
    people = any(p.agent.type is AgentType.PERSON for p in frame.parts)
    return rules == {"subject"} and people and bool(frame.places)
