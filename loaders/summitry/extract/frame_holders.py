"""Who is named behind words that name nobody: an office no table knows, a crowd, a first name, an unknown name."""

from __future__ import annotations

from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk
from summitry.extract.frame_model import people_of
from summitry.extract.frame_subjects import Subjects

_OFFICE_WORDS = frozenset({"OF", "TO", "AND", "DET", "KIN", "(", ")", sym.CAPITAL, sym.WORD})
_OFFICE = 11
"""How many words of an office stand between it and the name of its holder at most."""
_PARTY = 6
"""How many words of an office whose holder is named behind a comma are read at most."""
_CROWDED, _LISTED = 9, 5
"""How many words tell of a crowd at most, and how many stand between it and whom a list names."""
_CROWD = frozenset({"DET", "OF", "NUM", "ADV", sym.NUMBER, sym.WORD, sym.DEM, sym.AGENTS})
"""What a crowd that nobody names is told by (`several officials of the country`)."""
_ACTING = frozenset({"HAVE", "BE", "WAS", "FUT", "COND", "SE", "NEG", "CLIT"})


class Holders(Subjects):
    """Finds the names that belong to offices and crowds before them."""

    def _named_by(self, at: int) -> Chunk:
        """`Minister of Public Security Jane Roe`: the name behind an office whose words no table knows."""
        chunk = self.chunks[at]
        titles = [m.title for m in chunk.mentions if m.title is not None and not m.agents]
        if chunk.agents or not titles or titles[-1].plural:
            return chunk
        if not self.pack.premodifiers:
            return self._apposed_name(at)
        end = at + 1
        while end < len(self.chunks) and end - at < _OFFICE and self._of_office(end):
            end += 1
        named = end > at + 2 and end < len(self.chunks) and self.chunks[end].kind == sym.AGENTS
        return self.chunks[end] if named and self.chunks[at + 1].kind in ("OF", "TO") else chunk

    def _apposed_name(self, at: int) -> Chunk:
        """`le chef du parti P, le député A`: who is named behind the comma that ends an office no table knows."""
        end = self._past(at + 1, _OFFICE_WORDS | {sym.DEM}, _PARTY)
        behind = [c for c in self.chunks[end : end + 3] if c.kind != "DET"]
        if end == at + 1 or [c.kind for c in behind[:2]] != [",", sym.AGENTS] or not behind[1].agents:
            return self.chunks[at]
        goes_on = self.chunks[self.chunks.index(behind[1]) + 1 :][:1]
        acts = any(c.verb is not None or c.kind in _ACTING for c in goes_on)
        return self.chunks[at] if acts else behind[1]

    def _named_among(self, at: int) -> Chunk | None:
        """`met several officials, among them A and B`: those whom a word of lists names behind a crowd."""
        crowd = range(at + 1, self._past(at + 1, _CROWD, _CROWDED))
        end = next((i for i in crowd if self.chunks[i].agents), crowd.stop)
        word = self._past(end, (",",), _LISTED)
        if end == at + 1 or [c.kind for c in self.chunks[word : word + 1]] != ["INCL"]:
            return None
        who = next((c for c in self.chunks[word + 1 : end + _LISTED] if c.kind not in (",", ":", "DET")), None)
        return who if who is not None and who.kind == sym.AGENTS and who.agents else None

    def _named_next(self, crowd: Chunk | None) -> Chunk | None:
        """`attended by Kenyan officials, A and B`: those named behind a comma after a crowd, else the crowd."""
        titles = [m.title for m in crowd.mentions if m.title is not None] if crowd is not None else []
        if crowd is None or not titles or not titles[-1].plural or people_of(crowd).agents:
            return crowd
        at = self.chunks.index(crowd) + 1
        behind = self._chunk(at + 1)
        comma = self._chunk(at)
        listed = comma is not None and comma.kind == "," and behind is not None and behind.kind == sym.AGENTS
        return behind if listed and behind is not None and people_of(behind).mentions else crowd

    def _of_office(self, at: int) -> bool:
        """A word of an office, or the state whose it is (`General Secretary of the Party of P (PP) Jane Roe`)."""
        chunk = self.chunks[at]
        state = chunk.kind == sym.AGENTS and bool(chunk.mentions) and all(m.seat for m in chunk.mentions)
        return chunk.kind in _OFFICE_WORDS or (state and self.chunks[at - 1].kind == "OF")

    def _first_name(self, at: int) -> bool:
        """`met María Jane Roe`: a further first name right before somebody whom the tables know."""
        ahead = self._chunk(at + 1)
        if ahead is None or ahead.kind != sym.AGENTS or ahead.start != self.chunks[at].end + 1:
            return False
        return ahead.mentions[0].person is not None and not ahead.mentions[0].title

    def _behind_unknown(self, at: int) -> int | None:
        """`met John Doe and B`: the conjunction behind a name that no table lists, where somebody known follows."""
        end = at
        while end + 2 < len(self.chunks) and self.chunks[end].kind == sym.CAPITAL and end - at < 4:
            end += 1
        joined = self.pack.premodifiers and end > at + 1 and self.chunks[end].kind in ("AND", ",")
        return end if joined and self.chunks[end + 1].kind == sym.AGENTS else None

    def _owns(self, at: int) -> bool:
        return at + 1 < len(self.chunks) and self.chunks[at + 1].kind == "S"
