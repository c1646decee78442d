"""Subjects whom what stands between two commas keeps from their verb: `A, who is here as a guest, will meet B`."""

from __future__ import annotations

from summitry.extract import symbols as sym
from summitry.extract.clauses import Verb
from summitry.extract.frame_governors import Governors
from summitry.extract.frame_model import FINITE, STOP


class Resumed(Governors):
    """Finds subjects behind which more is said of them before their verb."""

    def _behind_relative(self, index: int, verb: Verb) -> int | None:
        """`A, who is here as a guest, will meet B`: whom the relative clause between two commas says more about."""
        end = self._opening(index)
        if verb.tense not in FINITE or end < 4 or self.chunks[end].kind != ",":
            return None
        for at in range(end - 1, 1, -1):
            if self.chunks[at].kind in (";", ":", sym.QUOTE):
                return None
            if self.chunks[at].kind == "REL":
                who = self._antecedent(at, None) if self.chunks[at - 1].kind == "," else self._said_more(at)
                noun = who is not None and self.chunks[who].kind == sym.EVENT and not self.pack.premodifiers
                return who if (noun or self._agents_of(who)) and not self._governed(who or 0) else None
            says_more = self.chunks[at + 1].verb
            if self.chunks[at].kind == "SUB" and says_more is not None and says_more.tense in FINITE:
                return self._said_more(at)
        return None

    def _said_more(self, end: int) -> int | None:
        """`A, leading a group that includes B, met C`: before the comma behind which more is said of them."""
        at = next((i for i in range(end - 1, 0, -1) if self.chunks[i].kind in (",", *STOP)), 0)
        opens = self.chunks[at + 1]
        aside = opens.kind in ("IN", "PRESENCE") or (opens.verb is not None and opens.verb.tense == "gerund")
        return at - 1 if at and aside and self.chunks[at - 1].kind == sym.AGENTS else None

    def _behind_aside(self, index: int, verb: Verb) -> int | None:
        """`A, après avoir reçu B, a appelé C`: whom a phrase between two commas keeps from the verb."""
        end = self._opening(index)
        if self.pack.premodifiers or verb.tense not in FINITE or end < 4 or self.chunks[end].kind != ",":
            return None
        for at in range(end - 1, 0, -1):
            chunk = self.chunks[at]
            if chunk.kind in (";", ":", sym.QUOTE, "REL") or (chunk.verb is not None and chunk.verb.tense in FINITE):
                return None
            if chunk.kind == "," and self.chunks[at + 1].kind in ("SUB", "AROUND"):
                return at - 1 if self._agents_of(at - 1) and not self._governed(at - 1) else None
        return None
