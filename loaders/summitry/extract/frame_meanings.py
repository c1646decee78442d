"""What a verb means beside other words: `gathered in P` is a meeting, `gathered A and B` is what a host does."""

from __future__ import annotations

from summitry.claims import AgentType
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk, Verb
from summitry.extract.frame_arrivals import Arrivals
from summitry.extract.frame_model import FINITE, people_of

_NEAR = 6
"""How many words behind a verb the telephone stands at most."""
_CALLED = frozenset({sym.TIME, ".", ",", "AND", "IN", "DURING", "AROUND", "ADV", "SUB", ";"})
"""What follows somebody who was called, or called on, and neither named nor urged."""
_BEFORE_NAME = frozenset({"DET", "TITLE", "POSS", "ADV"})


class Meanings(Arrivals):
    """Gives verbs the frame of what they mean where they stand."""

    def _mean(self, index: int, verb: Verb, subject: int | None) -> None:
        """Give a verb that means something else beside these words the frame of what it means there."""
        name = verb.frame.name
        if name == "sit" and self._after(index, "WITH") is None:
            verb.frame = self.pack.frames["present"]  # `am Tisch sitzen A und B`
        elif name == "gather" and self._gathered(index, verb, subject):
            verb.frame, verb.passive = self.pack.frames["meet"], False
        elif name == "gather" and self._gathers_people(index, verb, subject):
            verb.frame = self.pack.frames["host"]
        elif name == "join" and not verb.passive and self._leads_home(index):
            verb.frame = self.pack.frames["visit"]
        elif name == "visit" and verb.passive and subject is not None and self._people_only(subject):
            verb.frame = self.pack.frames["meet"]  # `A was visited by B`
        elif name == "join" and not verb.passive and self._joins_somewhere(index, subject):
            verb.frame = self.pack.frames["meet2"]
        elif name == "come" and self._comes_abroad(index, verb, subject):
            verb.frame, verb.passive = self.pack.frames["go"], False  # `will come`: looks like a participle
        elif name == "visitto" and self._houses(index, subject):
            verb.frame = self.pack.frames["receive"]
        elif name == "hold" and not verb.passive and self._phoned(index) is not None:
            verb.frame = self.pack.frames["call"]
        elif name == "plan" and not verb.passive and self._awaits(index, verb, subject):
            verb.frame = self.pack.frames["receive"]

    def _comes_abroad(self, index: int, verb: Verb, subject: int | None) -> bool:
        """`A came to P on Monday`: a journey, where P is no home of anybody who came."""
        to, place = self._chunk(index + 1), self._chunk(index + 2)
        who = self._agents_of(subject)
        if to is None or to.kind != "TO" or place is None or place.place is None or who is None:
            return False
        homes = {a.country for a in people_of(who).agents if a.type is AgentType.PERSON}
        told = sym.TIME in self.kinds and self.pack.premodifiers and verb.tense in FINITE and not verb.negative
        return told and bool(homes) and not homes & {None, place.place[2]}

    def _houses(self, index: int, subject: int | None) -> bool:
        """`A hatte B zu Gast`: whoever has somebody as a guest is the host."""
        guest = self._object(index)
        named = guest is not None and bool(people_of(guest).agents)
        return named and subject is not None and self._people_only(subject)

    def _awaits(self, index: int, verb: Verb, subject: int | None) -> bool:
        """`where B awaited him`, `A espera a B en P`: one person expects another, and says where."""
        who = self._agents_of(subject)
        if verb.tense not in FINITE or who is None or subject is None or not self._people_only(subject):
            return False
        if self._meant(index, who):
            return True
        whom = self._object(index)
        named = whom is not None and bool(people_of(whom).agents)
        return named and sym.PLACE in [self.chunks[at].kind for at in self._rest(index)]

    def _gathered(self, index: int, verb: Verb, subject: int | None) -> bool:
        """`A and B gather in P`, `gathered in P, the leaders …`: no object and no host."""
        if self._agents_of(subject) is None or self._event_right(index, verb) is not None:
            return False
        return self._after(index, "BY") is None if verb.passive else self._object(index) is None

    def _phoned(self, index: int) -> Chunk | None:
        """`A told B by phone`, `A a eu B au téléphone`: whom somebody speaks to on the phone."""
        whom = self._object(index) if "PHONE" in self.kinds else None
        near = [self.chunks[at].kind for at in self._rest(index)][:_NEAR] if whom is not None else []
        return whom if "PHONE" in near and sym.EVENT not in near[: near.index("PHONE")] else None

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

    def _joins_them(self, index: int) -> bool:
        """`A joined them`, `A joined the pair for lunch`: several who were told of before."""
        behind = self.chunks[index + 1] if index + 1 < len(self.chunks) else None
        return behind is not None and any(m.pronoun in ("THEY", "PAIR") for m in behind.mentions)

    def _leads_home(self, index: int) -> bool:
        """`rejoined P`, `gained P`: a verb whose object is a place, over times."""
        for chunk in self.chunks[index + 1 : index + 4]:
            if chunk.kind == sym.PLACE:
                return True
            if chunk.kind not in (sym.TIME, "ADV"):
                return False
        return False

    def _urging(self, index: int) -> bool:
        """`appelé B à la retenue`, `appelé à la retenue`: who is called on to do something is not called up."""
        first = self._past(index + 1, ("ADV", sym.TIME, ","))
        if [c.kind for c in self.chunks[first : first + 1]] == ["IN"] and all(c.kind != "PHONE" for c in self.chunks):
            return True
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
