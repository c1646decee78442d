"""Mentions in one sentence: people with titles and names, states and their seats, bodies, groups."""

from __future__ import annotations

from collections.abc import Mapping

from summitry.claims import AgentType
from summitry.extract import symbols as sym
from summitry.extract.annotate import Item
from summitry.extract.appositions import Appositions
from summitry.extract.bodies import BodyReader
from summitry.extract.groups import GroupReader
from summitry.extract.holdings import Holdings
from summitry.extract.mention_model import Found, Mention, Scene
from summitry.extract.names import Named, NameReader
from summitry.extract.packs import OfficeWord
from summitry.extract.people import Who
from summitry.extract.portfolios import Portfolios
from summitry.extract.predicates import PredicateReader
from summitry.extract.reading import Agent
from summitry.extract.text import fold
from summitry.extract.title_reader import TitleReader
from summitry.extract.titled import TitledReader, of_state
from summitry.extract.titles import NAMES, OWNERS, Row, Title, codes

__all__ = ["Found", "Mention", "MentionReader"]


_GOVERNING = frozenset({"DET", "IN", "OF", "TO", "FROM", "WITH", "BETWEEN"})


class MentionReader:
    """Finds the mentions of one row after another, in the order of the article."""

    def __init__(self, who: Who, text: str, offices: Mapping[str, OfficeWord], portfolios: Portfolios) -> None:
        agents = who.agents
        self._scene = Scene(agents, who, who.book, text, NameReader(agents, who, text), Holdings(who, text))
        self._offices = offices
        self._titles = TitleReader(text, offices, agents.regions, agents.areas, portfolios)
        self._titled = TitledReader(self._scene)
        self._groups = GroupReader(self._scene)
        self._bodies = BodyReader(self._scene)
        self._beside = Appositions(self._scene)
        self._predicates = PredicateReader(self._scene)

    def read(self, row: Row) -> Found:
        """The mentions of a row and the offices that they state."""
        found = Found()
        self._scene.office = ""
        titles = self._titles.read(row)
        told: set[int] = set()
        last = 0
        for position in [at for at, item in enumerate(row) if item.opens or at in titles]:
            if position < last:
                continue
            mention = self._at(row, position, titles, told, found)
            if mention is not None:
                self._note(row, mention, found)
                told.update(self._predicates.read(row, mention, titles, found))
                last = mention.last
        return found

    def settle(self) -> None:
        """Give titles that stood alone the people whom the article names with them later (`the Kuwaiti premier`)."""
        who = self._scene.who
        for mention in self._scene.untold:
            title = mention.title
            if title is None or title.of is None:
                continue
            later = who.told(title.office, title.of)
            if later is None and title.level == "envoy":
                later = who.only_envoy(title.of)
            if later is not None and who.is_named(later):
                mention.agents = [later]

    def _at(self, row: Row, position: int, titles: Mapping[int, Title], told: set[int], found: Found) -> Mention | None:
        title = titles.get(position)
        if title is None:
            return self._plain(row, position, titles, found)
        if position in told:
            if title.of in self._scene.agents.reference.organisations:
                self._scene.who.note_body(title.of)
            return self._scene.blocked(row, title.first, title.last, title)
        return self._groups.read(row, title, found) if title.plural else self._titled.read(row, title, found)

    def _note(self, row: Row, mention: Mention, found: Found) -> None:
        """Keep a mention, and what it says about the office and people spoken of."""
        scene = self._scene
        self._beside.block(row, mention, found)
        self._beside.join(row, mention, found)
        found.mentions.append(mention)
        if mention.title and not mention.title.relative:
            scene.office = mention.title.office
        elif mention.person:
            scene.office = scene.who.main_office(mention.person) or scene.office
        for agent in mention.agents:
            scene.who.note_owner(agent.country)
            if agent.type not in (AgentType.PERSON, AgentType.STATE) and not agent.unnamed:
                scene.who.note_body(agent.key.partition("/")[2])
            if agent.type is AgentType.PERSON and not agent.unnamed and not mention.blocked:
                scene.who.seen(agent, named=bool(mention.names) or len(mention.agents) > 1)

    # people

    def _plain(self, row: Row, position: int, titles: Mapping[int, Title], found: Found) -> Mention | None:
        """A mention that does not begin with a title."""
        item = row[position]
        self._leader_named_like_a_state(row, position)
        if item.symbol in OWNERS or item.symbol in (sym.PEOPLE, sym.DEM):
            owned = self._owned(row, position, titles, found)
            if owned is not None:
                return owned
            if (national := self._bodies.national(row, position) or self._bodies.peoples(row, position)) is not None:
                return national
        if item.symbol == "GOV":
            return self._bodies.government_after(row, position) or self._bodies.opposed(row, position, found)
        sure = item.symbol in (*NAMES, sym.STATE) and self._introduced(row, position, titles)
        bare = not sure and self._scene.names.introduced(row, position)
        if named := self._scene.names.read(row, position, None, unknown=sure or bare):
            named = (self._stranger(named[0]), named[1]) if bare else named
            if (sent := self._beside.sent(row, position, named, found)) is not None:
                return sent
            return self._named(row, position, named, titles, found)
        return self._bodies.read(row, position)

    def _stranger(self, agent: Agent) -> Agent:
        """Somebody named without any office: as the article told of him before, else a stranger."""
        before = self._scene.who.unknown_family(agent.name.split()[-1])
        if before is not None and before.key == agent.key:
            return before
        new = not agent.country and not agent.official and self._scene.agents.known(agent) is None
        return self._scene.agents.unknown(agent.name, None, stranger=True) if new else agent

    def _leader_named_like_a_state(self, row: Row, position: int) -> None:
        """`Hollande a reçu …`: the leader in office, not the country, which has an article or preposition."""
        item = row[position]
        if item.symbol not in (sym.STATE, sym.METO) or not item.has(sym.FAMILY):
            return
        if any(self._scene.agents.state_names.get(code) == item.text for code in codes(item)):
            return  # `Belgium` is no short form of its king
        before = row[position - 1].symbol if position else ""
        people = next(entry.value for entry in item.entries if entry.symbol == sym.FAMILY)
        who = self._scene.who
        leads = [p for p in people if who.book.tenure_now(p, "leader", None, who.day)]
        if len(leads) == 1 and before not in _GOVERNING:
            item.choose(sym.FAMILY)

    def _introduced(self, row: Row, position: int, titles: Mapping[int, Title]) -> bool:
        """Whether a run of capitalised words is a name: a relative's, or a title stands behind its comma."""
        before = [item for item in row[max(0, position - 2) : position] if item.text != ","]
        if before and before[-1].text.lower() in self._scene.agents.kinship:
            return True
        if row[position].symbol != sym.CAPITAL:
            return False
        last = self._scene.names.run(row, position, unknown=False)
        title = titles.get(last + 1) if last < len(row) and row[last].symbol in (",", "(") else None
        return title is not None and not title.plural and last - position > 1

    def _owned(self, row: Row, position: int, titles: Mapping[int, Title], found: Found) -> Mention | None:
        """`the French government`, `Japan's Shigeru Ishiba`, `l'Ukrainien Andriï Sybiha`."""
        item = row[position]
        start = position + 1
        following = row[start : start + 3]
        if [i.symbol for i in following] == ["AND", sym.DEM, "GOV"] and item.symbol == sym.DEM:
            both = (*self._bodies.of(codes(item)[0]), *self._bodies.of(codes(following[1])[0]))
            return self._scene.mention(row, position, start + 3, list(both))  # `the Irish and British governments`
        genitive = start < len(row) and row[start].symbol == "S"
        start += genitive
        if start < len(row) and row[start].symbol == "GOV":
            return self._scene.mention(row, position, start + 1, self._bodies.of(codes(item)[0]))
        if not genitive and item.symbol not in (sym.DEM, sym.PEOPLE):
            return None
        people = item.symbol == sym.PEOPLE and item.text[:1].isupper()
        sure = people or (genitive and item.symbol != sym.ORG and self._scene.names.given(row, start))
        named = self._scene.names.read(row, start, None, unknown=sure)
        if named is None or not self._of(named[0], row, position):
            return None
        if named[0].country is None and item.symbol != sym.ORG:
            named = (self._scene.agents.unknown(named[0].name, codes(item)[0]), named[1])
        return self._named(row, position, named, titles, found)

    def _of(self, agent: Agent, row: Row, position: int) -> bool:
        item = row[position]
        return agent.country in codes(item) or item.symbol == sym.ORG or agent.country is None

    def _named(self, row: Row, first: int, named: Named, titles: Mapping[int, Title], found: Found) -> Mention:
        """A name, with the title that may follow it (`Mahmoud Abbas, the Palestinian president,`) or its state."""
        agent, last = named
        full = row[last - 1]
        if last < len(row) and row[last].symbol in (",", "("):
            title = titles.get(last + 1)
            kin = first > 0 and row[first - 1].symbol == "KIN"  # `with his wife A, the president met B`
            if title and not kin and self._apposed(row, agent, title):
                return self._with_title(row, (first, agent), title, titles, found)
        if behind := of_state(row, last, agent):
            state, last = codes(row[last + 1])[0], last + behind
            agent = agent if agent.country else self._scene.agents.unknown(agent.name, state)
        mention = self._scene.mention(row, first, last, [agent])
        if word := self._inner(full):
            title = Title(first, last, word.key, word.level)
            self._scene.hold(mention, agent, title, found, "title-in-name")
        return mention

    def _inner(self, item: Item) -> OfficeWord | None:
        """The office that a full name begins with (`King Abdullah II`, `Pope Francis`)."""
        first, _, rest = item.text.partition(" ")
        return self._offices.get(fold(first)) if rest and item.symbol == sym.PERSON else None

    def _with_title(
        self, row: Row, named: tuple[int, Agent], title: Title, titles: Mapping[int, Title], found: Found
    ) -> Mention:
        scene = self._scene
        first, agent = named
        mention = scene.mention(row, first, title.last, [agent], title)
        if title.relative:
            title.office = scene.office or scene.who.latest_office() or title.office
        if title.back and not title.of:
            title.of = scene.who.latest_body
        scene.hold(mention, agent, title, found, "name-title")
        further = titles.get(title.last + 1)
        if further and row[title.last].symbol == "AND" and further.of in scene.agents.reference.organisations:
            scene.hold(mention, agent, further, found, "name-title")
            mention.last, mention.end = further.last, row[further.last - 1].end
        if mention.last < len(row) and row[mention.last].symbol == ",":
            mention.last += 1
        return mention

    def _apposed(self, row: Row, agent: Agent, title: Title) -> bool:
        """Whether a title after a name is that person's and not the next of a list."""
        scene = self._scene
        if title.plural or not scene.fits(agent, title):
            return False
        following = row[title.last] if title.last < len(row) else None
        if following is not None and (following.symbol in NAMES or following.symbol == "S"):
            return False
        person = scene.agents.known(agent)
        if person is None or title.of or title.relative or not title.held:
            return True
        return not title.possessive or scene.book.tenure(person, title.office, None, scene.who.day) is not None
