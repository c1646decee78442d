"""What the readers of mentions share: the mention itself, what a row says besides, and the tools of an article."""

from __future__ import annotations

from dataclasses import dataclass, field

from summitry.claims import AgentType
from summitry.extract.agents import Agents
from summitry.extract.holdings import Holdings
from summitry.extract.names import NameReader
from summitry.extract.offices import OfficeBook
from summitry.extract.people import Who
from summitry.extract.reading import Agent, OfficeReading
from summitry.extract.titles import Row, Title, codes


@dataclass(slots=True)
class Mention:
    """A stretch of a row that names agents; `first` and `last` are item positions, `last` exclusive."""

    first: int
    last: int
    agents: list[Agent]
    start: int
    end: int
    title: Title | None = None
    blocked: bool = False
    seat: bool = False
    """The seat of a government or a state: a place after a preposition of place."""
    pronoun: str | None = None
    reciprocal: bool = False
    counterpart: str | None = None
    names: tuple[str, ...] = ()
    """The bare names in it, without titles."""

    @property
    def evidence(self) -> tuple[int, int]:
        """Where the mention stands in the text."""
        return self.start, self.end

    @property
    def person(self) -> Agent | None:
        """The one person that it names, if it names one."""
        one = self.agents[0] if len(self.agents) == 1 else None
        return one if one is not None and one.type is AgentType.PERSON else None


@dataclass(slots=True)
class Found:
    """What the mentions of a row say besides who is there."""

    mentions: list[Mention] = field(default_factory=list)
    offices: list[OfficeReading] = field(default_factory=list)


@dataclass(slots=True)
class Scene:
    """The tools of one article and what the row at hand has said so far."""

    agents: Agents
    who: Who
    book: OfficeBook
    text: str
    names: NameReader
    holdings: Holdings
    office: str = ""
    """The office last named in the row: that of a counterpart."""
    untold: list[Mention] = field(default_factory=list)
    """Titles without a name whose holder the article had not named so far."""

    def mention(self, row: Row, first: int, last: int, agents: list[Agent], title: Title | None = None) -> Mention:
        """A mention; an article or possessive before it is not quoted."""
        skipped = row[first].symbol in ("DET", "POSS", "THEIR") and first + 1 < last
        mention = Mention(first, last, agents, row[first + skipped].start, row[last - 1].end, title)
        untold = title is not None and title.first <= first and title.last >= last
        if len(agents) == 1 and not agents[0].unnamed and not untold:
            mention.names = (self._bare(row, mention, title),)
        return mention

    def _bare(self, row: Row, mention: Mention, title: Title | None) -> str:
        """The name in a mention, before or behind its title."""
        first, last = mention.first, mention.last
        if title is not None and title.first <= first < title.last < last:
            first = title.last
        elif title is not None and first < title.first:
            last = title.first
        while first + 1 < last and (row[first].symbol == "TITLE" or not row[first].text[:1].isupper()):
            first += 1
        while last - 1 > first and row[last - 1].symbol in (",", "(", "DET"):
            last -= 1
        first = next((at + 1 for at in range(last - 1, first, -1) if row[at].symbol == ","), first)
        return self.text[row[first].start : row[last - 1].end]

    def blocked(self, row: Row, first: int, last: int, title: Title | None = None) -> Mention:
        """A mention that names nobody who takes part."""
        mention = self.mention(row, first, last, [], title)
        mention.blocked = True
        return mention

    def hold(self, mention: Mention, agent: Agent, title: Title, found: Found, rule: str) -> None:
        """Note the offices that a mention states for somebody."""
        found.offices.extend(self.holdings.read(agent, title, mention.start, mention.end, rule))

    def fits(self, agent: Agent, title: Title) -> bool:
        """Whether somebody may hold a title; of states with one name (the two Congos) the person's own is meant."""
        owners = codes(title.of_item)[:] if title.of_item is not None and title.of in codes(title.of_item) else ()
        for of in dict.fromkeys((title.of, *owners)):
            if self.who.compatible(agent, title.office, of):
                title.of = of
                return True
        return False

    def words(self, mention: Mention) -> str:
        """The words of a mention."""
        return self.text[mention.start : mention.end]
