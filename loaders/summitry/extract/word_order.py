"""Brings the chunks of a row into the order in which the rules about frames read them: subject, verb, object."""

from __future__ import annotations

from summitry.extract.clauses import Chunk
from summitry.extract.inversion import Inversion
from summitry.extract.packs import Pack
from summitry.extract.relative_order import RelativeOrder
from summitry.extract.verb_second import VerbSecond


class WordOrder:
    """The word order of one language, by the `grammar` section of its lexicon."""

    def __init__(self, pack: Pack) -> None:
        self._second = VerbSecond(pack) if pack.grammar.verb_second else None
        self._inversion = Inversion(pack.grammar) if pack.grammar.inverts else None
        self._relatives = RelativeOrder(pack.grammar.object_relatives, pack.grammar.dative)

    def arrange(self, chunks: list[Chunk]) -> list[Chunk]:
        """The chunks of a row, rearranged where the language has another order."""
        if self._second is not None:
            return self._second.arrange(chunks)
        return self._inversion.arrange(chunks) if self._inversion is not None else self._relatives.arrange(chunks)
