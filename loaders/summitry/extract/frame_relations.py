"""What states are to each other without meeting: dealings that go on (`A et B négocient depuis des mois`), matches."""

from __future__ import annotations

from summitry.claims import AgentType
from summitry.extract import symbols as sym
from summitry.extract.clauses import Verb
from summitry.extract.frame_meanings import Meanings
from summitry.extract.frame_model import FINITE, RawFrame
from summitry.extract.stated_times import stated_in

_DEALING = frozenset({"negotiate", "speakalone", "discuss"})
_FACING = frozenset({"receive", "host", "meet"})


class Relations(Meanings):
    """Tells the relations of states from meetings of those who lead them."""

    def _only_related(self, frame: RawFrame, index: int, verb: Verb) -> bool:
        """Whether states that deal with or play against each other are told, and nobody who meets."""
        states = bool(frame.parts) and all(p.agent.type is not AgentType.PERSON for p in frame.parts)
        if not states or self.pack.premodifiers or verb.tense not in FINITE:
            return False
        return self._deal(frame, index, verb) or self._play(frame, verb)

    def _deal(self, frame: RawFrame, index: int, verb: Verb) -> bool:
        """`A et B négocient avec leurs créanciers`, `C et D discutent du prix depuis 2017`: on no day, at no place."""
        if verb.frame.name not in _DEALING or frame.places or verb.tense == "future" or verb.perfect:
            return False
        if not self.kinds.isdisjoint({"PHONE", "VIRTUAL"}):
            return False
        return all(self._goes_on(at) for at, c in enumerate(self.chunks) if c.kind in (sym.TIME, sym.PLACE))

    def _goes_on(self, at: int) -> bool:
        """`depuis 2017`: a time that began and goes on, or no day."""
        chunk = self.chunks[at]
        if chunk.kind != sym.TIME or stated_in(chunk) is None:
            return chunk.kind == sym.TIME
        entries = self.pack.entries.get(chunk.text.split()[0].lower(), ())
        return any(entry.symbol == "FROM" for entry in entries)

    def _play(self, frame: RawFrame, verb: Verb) -> bool:
        """`A reçoit B`: a country that acts on another as only teams are said to."""
        if verb.frame.name not in _FACING or any(p.agent.type is not AgentType.STATE for p in frame.parts):
            return False
        return len({p.agent.key for p in frame.parts}) == 2 and any(p.rule.endswith(".object") for p in frame.parts)
