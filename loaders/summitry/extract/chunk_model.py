"""What a sentence is cut into: chunks with an agent list, an event noun, a verb group, a time, a place or one word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summitry.extract.annotate import Item
from summitry.extract.mentions import Mention
from summitry.extract.packs import EventWord, Frame
from summitry.extract.reading import Agent

FINITE = frozenset({"past", "present", "future"})
"""Tenses of finite verbs."""
FINITE_MARKS = frozenset({"BE", "WAS", "HAVE", "FUT", "COND", "DO"})
"""Types of words that make a clause finite."""
PlaceName = tuple[str | None, str, str | None]
"""Short id or None, name, country or None."""


@dataclass(slots=True)
class Verb:
    """A verb group: frame, tense (past, present, future, conditional, infinitive, participle), voice, polarity."""

    frame: Frame
    tense: str
    passive: bool = False
    negative: bool = False
    possible: bool = False
    perfect: bool = False
    anterior: bool = False
    """Told as before the past that is told (`had met`)."""
    unreal: bool = False
    """Told as what was to be and was not (`was to have met`, `aurait dû rencontrer`)."""
    bygone: bool = False
    """Told as what was to be (`was to meet`, `devait rencontrer`)."""
    parted: bool = False
    """Whether a day or place stands between it and its auxiliary (`doit lundi rencontrer`)."""


@dataclass(slots=True)
class Chunk:
    """A stretch of a row. `kind`: AGENTS, EVENT, VERB, TIME, PLACE, or the symbol of its one item."""

    kind: str
    start: int
    end: int
    first: int
    last: int
    mentions: Sequence[Mention] = ()
    verb: Verb | None = None
    event: EventWord | None = None
    place: PlaceName | None = None
    item: Item | None = None
    text: str = ""
    thens: tuple[int, ...] = ()
    """Where in the text those begin who are met after the others (`met A, then B`)."""
    article: str = ""
    """The article or possessive that agents have taken in, in lower case."""

    @property
    def agents(self) -> list[Agent]:
        """The agents named in the chunk, without those who only qualify somebody else."""
        if len(self.mentions) == 1:  # nearly always
            return [] if self.mentions[0].blocked else [*self.mentions[0].agents]
        return [agent for mention in self.mentions if not mention.blocked for agent in mention.agents]

    def __repr__(self) -> str:
        return f"<{self.kind} {self.text}>"
