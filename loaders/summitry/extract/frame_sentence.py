"""The state in which one sentence is read: its chunks, what is known around it, and the frames found so far."""

from __future__ import annotations

from summitry.extract.agents import Agents
from summitry.extract.clauses import Chunk
from summitry.extract.frame_context import Context
from summitry.extract.frame_model import RawFrame
from summitry.extract.packs import Pack


class Sentence:
    """What every step of reading a sentence looks at and adds to."""

    def __init__(self, pack: Pack, agents: Agents, chunks: list[Chunk], sentence: int, context: Context) -> None:
        """`sentence` is its number in the article, `context` what the sentences before spoke of."""
        self.pack = pack
        self.context = context
        self.agents = agents
        self.verbs_suppressed: set[int] = set()
        self.merged: dict[int, int] = {}
        self.chunks = chunks
        self.kinds = frozenset([chunk.kind for chunk in chunks])
        """The types of the chunks: a rule that needs one is not tried without it."""
        self.told = [(at, chunk.verb) for at, chunk in enumerate(chunks) if chunk.verb is not None]
        """The verbs, with their places."""
        self.number = sentence
        self.nouns: dict[int, RawFrame] = {}
        self.verbs: dict[int, RawFrame] = {}
        self.subjects: dict[int, int | None] = {}
