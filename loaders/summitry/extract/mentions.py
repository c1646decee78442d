"""Mentions in one sentence: people with titles and names, states and their seats, bodies, groups; then lists of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import cast

from summitry.claims import AgentType, Evidence
from summitry.extract import symbols as sym
from summitry.extract.annotate import Item
from summitry.extract.packs import OfficeWord
from summitry.extract.people import Agents, Who, office_key
from summitry.extract.reading import Agent, OfficeReading
from summitry.extract.text import fold

_NAMES = frozenset({sym.PERSON, sym.FAMILY, sym.NAME})
_OF_STATE = frozenset({sym.STATE, sym.DEM, sym.METO, sym.ORG, sym.PEOPLE})
_TAIL = frozenset({sym.WORD, sym.DEM, "OF", "IN", "DET", sym.CAPITAL, "TO", sym.ORG, "AND", "-", "ON", "GOV"})


@dataclass(slots=True)
class Title:
    """A title noun phrase: office, whose, and what qualifies it."""

    first: int
    last: int
    office: str
    level: str
    of: str | None = None
    of_item: Item | None = None
    former: bool = False
    future: bool = False
    possessive: bool = False
    plural: bool = False
    states: tuple[str, ...] = ()


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

    @property
    def evidence(self) -> tuple[int, int]:
        return self.start, self.end


@dataclass(slots=True)
class Found:
    """What the mentions of a row say besides who is there."""

    mentions: list[Mention] = field(default_factory=list)
    offices: list[OfficeReading] = field(default_factory=list)


class MentionReader:
    """Finds the mentions of one row after another, in the order of the article."""

    def __init__(self, agents: Agents, who: Who, text: str, offices: Mapping[str, OfficeWord]) -> None:
        self.agents = agents
        self.who = who
        self.text = text
        self.offices = offices
        self.office = ""
        """The office last named in the row: that of a counterpart."""

    def read(self, row: list[Item]) -> Found:
        """The mentions of a row and the offices that they state."""
        found = Found()
        self.office = ""
        titles = {t.first: t for t in self._titles(row)}
        position = 0
        while position < len(row):
            title = titles.get(position)
            mention = self._titled(row, title, found) if title else self._plain(row, position, titles, found)
            if mention is None:
                position += 1
                continue
            self._block(row, mention)
            found.mentions.append(mention)
            if mention.title and mention.title.office != "counterpart":
                self.office = mention.title.office
            elif not self.office and len(mention.agents) == 1:
                self.office = self.who.main_office(mention.agents[0])
            for agent in mention.agents:
                if agent.type is AgentType.PERSON and not agent.unnamed and not mention.blocked:
                    self.who.seen(agent)
            position = mention.last
        return found

    # titles

    def _titles(self, row: list[Item]) -> Iterator[Title]:
        last = 0
        for index, item in enumerate(row):
            if index < last or item.symbol not in (sym.OFFICE, sym.OFFICES, "COUNTERPART"):
                continue
            title = self._title(row, index, last)
            last = title.last
            yield title

    def _title(self, row: list[Item], index: int, floor: int) -> Title:
        item = row[index]
        if item.symbol == sym.OFFICE:
            word = cast(OfficeWord, item.value)
            title = Title(index, index + 1, word.key, word.level)
        elif item.symbol == sym.OFFICES:
            title = Title(index, index + 1, cast(str, item.value), "plural", plural=True)
        else:
            title = Title(index, index + 1, "counterpart", "other")
        self._leftwards(row, title, floor)
        self._rightwards(row, title)
        return title

    def _leftwards(self, row: list[Item], title: Title, floor: int) -> None:
        """Take in what stands before the office: `the former French`, `Russia's`, `U.N.`."""
        first = title.first
        states: list[str] = []
        while first > floor:
            item = row[first - 1]
            if item.symbol in (sym.DEM, sym.STATE, sym.METO, sym.ORG):
                if item.symbol in (sym.STATE, sym.METO) and row[first].symbol not in (
                    "S",
                    sym.OFFICE,
                    sym.OFFICES,
                    "FORMER",
                ):
                    break
                title.of_item = title.of_item or item
                states[:0] = cast(tuple[str, ...], item.value)[:1]
            elif item.symbol == "S" and first - 1 > floor and row[first - 2].symbol in (sym.STATE, sym.METO, sym.ORG):
                pass
            elif item.symbol == "FORMER":
                title.former = True
            elif item.symbol == "NEXTOFF":
                title.future = True
            elif (
                item.symbol == "AND"
                and title.plural
                and states
                and first - 1 > floor
                and row[first - 2].symbol in (sym.DEM, sym.STATE)
            ):
                pass
            elif item.symbol in ("POSS", "THEIR"):
                title.possessive = True
                first -= 1
                break
            elif item.symbol in ("ACTING", "ORD", "NUM") or item.text == "-":
                pass
            elif item.symbol == "DET":
                first -= 1
                break
            else:
                break
            first -= 1
        while first < title.first and row[first].symbol in ("S", "AND") or row[first].text == "-":
            first += 1
        title.first = first
        title.states = tuple(states)
        title.of = states[0] if states else None

    def _rightwards(self, row: list[Item], title: Title) -> None:
        """Take in what stands behind the office: `français`, `de la Commission européenne`, `of Germany`."""
        last = title.last
        states = list(title.states)
        while last < len(row):
            item = row[last]
            if (
                item.symbol == sym.DEM
                and (not states or title.plural or title.office == "counterpart")
                and item.text[:1].islower()
            ):
                states.extend(cast(tuple[str, ...], item.value)[:1])
                title.of_item = title.of_item or item
            elif item.symbol == "FORMER":
                title.former = True
            elif item.symbol == "NEXTOFF":
                title.future = True
            elif item.symbol == "ACTING":
                pass
            elif (
                item.symbol in ("AND", ",")
                and title.plural
                and states
                and last + 1 < len(row)
                and row[last + 1].symbol == sym.DEM
                and row[last + 1].text[:1].islower()
            ):
                pass
            else:
                break
            last += 1
        last = self._tail(row, title, last)
        title.last = last
        title.states = tuple(states)
        title.of = states[0] if states else None
        self._of(row, title)

    def _tail(self, row: list[Item], title: Title, last: int) -> int:
        """`ministre français des Affaires étrangères`: an office with the adjective in the middle."""
        if last == title.last or not title.last:
            return last
        office = row[title.last - 1].text
        for end in range(min(last + 6, len(row)), last, -1):
            word = self.offices.get(fold(f"{office} {self.text[row[last].start : row[end - 1].end]}"))
            if word is not None:
                title.office, title.level = word.key, word.level
                return end
        return last

    def _of(self, row: list[Item], title: Title) -> None:
        """`of Germany`, `de l'OTAN`; several states for a plural."""
        at = title.last
        if at < len(row) and row[at].symbol in ("OF", "FROM") and (not title.states or not title.plural):
            states = list(title.states)
            position = at + 1
            while position < len(row):
                item = row[position]
                if item.symbol in (sym.STATE, sym.METO, sym.ORG):
                    if states and not title.plural and title.of_item is not None and item.symbol != sym.ORG:
                        break
                    states.append(cast(tuple[str, ...], item.value)[0])
                    title.of_item = item
                    title.last = position + 1
                    if not title.plural:
                        break
                elif item.symbol in ("DET", "OF", "POSS", "THEIR"):
                    pass
                elif item.symbol == sym.WORD and not states and position - at < 4:
                    pass
                elif item.symbol in ("AND", ",") and title.plural and states:
                    pass
                else:
                    break
                position += 1
            title.states = tuple(states)
            if states and title.of is None:
                title.of = states[0]

    # people

    def _titled(self, row: list[Item], title: Title, found: Found) -> Mention | None:
        """A title with its name, a title alone, or a group."""
        if title.plural:
            return self._plural(row, title)
        position = title.last
        comma = position < len(row) and row[position].symbol == ","
        name = self._name(row, position + 1 if comma else position, title)
        if name and self._fits(name[0], title) and (not comma or self._closes(row, name[1], name[0])):
            agent, last = name
            mention = self._mention(row, title.first, last, [agent])
            mention.title = title
            self._office(agent, title, mention, found, "title-name")
            return mention
        if stretched := self._stretched(row, title, found):
            return stretched
        return self._untitled(row, title)

    def _stretched(self, row: list[Item], title: Title, found: Found) -> Mention | None:
        """`the minister for Europe and Asia, Jane Roe,`: a title with a tail, then a comma and a known name."""
        at = title.last
        while at < len(row) and at - title.last < 7 and row[at].symbol in _TAIL:
            at += 1
        if (
            at == title.last
            or at + 1 >= len(row)
            or row[at].symbol != ","
            or row[at + 1].symbol not in (sym.PERSON, sym.FAMILY)
        ):
            return None
        name = self._name(row, at + 1, None)
        if (
            name is None
            or not self._fits(name[0], title)
            or not (name[1] >= len(row) or row[name[1]].symbol in (",", ".", ")"))
        ):
            return None
        mention = self._mention(row, title.first, name[1], [name[0]])
        mention.title = title
        self._office(name[0], title, mention, found, "title-tail-name")
        return mention

    def _closes(self, row: list[Item], last: int, agent: Agent) -> bool:
        """Whether a name after a comma is an apposition: known holder, or the comma closes again."""
        known = agent.key[7:] in self.agents.reference.people
        return known or last >= len(row) or row[last].symbol in (",", ".", ")")

    def _untitled(self, row: list[Item], title: Title) -> Mention | None:
        """A title without a name, read by the article and the tables."""
        if title.office == "counterpart":
            mention = self._mention(row, title.first, title.last, [])
            mention.counterpart = title.of
            mention.title = title
            if title.of and self.office and len(title.of) == 3:
                words = self.text[mention.start : mention.end]
                holder = self.who.by_title(self.office, title.of)
                mention.agents = [holder or self.agents.titled(words, self.office, title.of)]
            return mention if title.of else None
        of = title.of
        if (
            not of
            and not title.former
            and not title.future
            and not title.possessive
            and title.level not in ("other", "envoy")
            and self._definite(row, title)
        ):
            if known := self.who.latest_with(title.office):
                mention = self._mention(row, title.first, title.last, [known])
                mention.title = title
                return mention
        if (
            not of
            or title.former
            or title.future
            or title.level == "other"
            and title.office not in ("vicePresident", "crownPrince", "vicePremier", "nationalSecurityAdviser")
        ):
            mention = self._mention(row, title.first, title.last, [])
            mention.blocked = True
            mention.title = title
            return mention
        agent = self.who.by_title(title.office, of)
        mention = self._mention(row, title.first, title.last, [])
        words = self.text[mention.start : mention.end]
        mention.agents = [agent or self.agents.titled(words, title.office, of)]
        mention.title = title
        return mention

    def _definite(self, row: list[Item], title: Title) -> bool:
        return row[title.first].symbol == "DET" or (title.first > 0 and row[title.first - 1].symbol in ("OF", "IN"))

    def _plural(self, row: list[Item], title: Title) -> Mention | None:
        mention = self._mention(row, title.first, title.last, [])
        mention.title = title
        words = self.text[mention.start : mention.end]
        codes = [s for s in title.states if len(s) == 3 and s.isupper()]
        bodies = [s for s in title.states if s not in codes]
        if title.office == "ally":
            mention.agents = [self.agents.group(_bare(row, title, self.text), None)] if codes or bodies else []
            mention.blocked = not (codes or bodies)
        elif codes:
            mention.agents = [self._state_or_holder(title.office, code) for code in codes]
        elif bodies:
            mention.agents = [self.agents.organisation(body) for body in bodies]
        else:
            modified = self._modified(row, title)
            mention.blocked = modified is None or title.office == "delegate"
            mention.agents = [self.agents.group(modified, None)] if modified else []
        return mention

    def _modified(self, row: list[Item], title: Title) -> str | None:
        """`European leaders`, `dirigeants arabes`: a plural with one adjective of a region; None without one."""
        after = title.last < len(row) and row[title.last].text in self.agents.regions
        before = title.first > 0 and row[title.first - 1].text in self.agents.regions
        if after:
            return self.text[row[title.last - 1].start : row[title.last].end]
        if before:
            return self.text[row[title.first - 1].start : row[title.last - 1].end]
        return None

    def _state_or_holder(self, office: str, code: str) -> Agent:
        if office in ("president", "foreignMinister", "defenceMinister", "primeMinister") and (
            holder := self.who.by_title(office, code)
        ):
            return holder
        return self.agents.state(code)

    def _fits(self, agent: Agent, title: Title) -> bool:
        return self.who.compatible(agent, title.office, title.of)

    def _name(self, row: list[Item], position: int, title: Title | None) -> tuple[Agent, int] | None:
        """The person named at a position, and where the name ends."""
        while position < len(row) and row[position].symbol == "TITLE":
            position += 1
        if position >= len(row):
            return None
        item = row[position]
        country = title.of if title and title.of and len(title.of) == 3 else None
        office = title.office if title else None
        following = row[position + 1] if position + 1 < len(row) else None
        joined = following is not None and following.start - item.end <= 1
        if item.symbol == sym.PERSON:
            if following and following.symbol == "JR":
                return self.agents.unknown(self.text[item.start : following.end], country), position + 2
            return cast(Agent, self.who.by_name(cast(tuple[str, ...], item.value), country, office)), position + 1
        if (
            item.symbol == sym.CAPITAL
            and joined
            or (item.symbol in (sym.FAMILY, sym.METO, sym.PLACE, sym.STATE) and joined and title)
        ):
            last = self._run(row, position)
            if last - position > 1 and (title or row[last - 1].symbol == sym.FAMILY):
                return self._run_name(row, position, last, title, country, office)
        if item.symbol == sym.FAMILY:
            if following and following.symbol == "JR":
                return None
            if joined and following and following.symbol == sym.CAPITAL and (last := self._run(row, position)) - position > 1:
                return self.agents.unknown(self.text[item.start : row[last - 1].end], country), last
            agent = self.who.by_family(cast(tuple[str, ...], item.value), country, office)
            return (agent, position + 1) if agent else None
        if item.has(sym.FAMILY) and (title or self._known_here(item)):
            agent = self.who.by_family(cast(tuple[str, ...], item.other(sym.FAMILY)), country, office)
            return (agent, position + 1) if agent else None
        if item.symbol == sym.CAPITAL:
            if known := self.who.unknown_family(item.text):
                return known, position + 1
            if title and title.level != "other" and not (following and following.symbol == sym.CAPITAL):
                return None
        return None

    def _known_here(self, item: Item) -> bool:
        return any(c in self.who._named for c in cast(tuple[str, ...], item.other(sym.FAMILY)))

    def _run(self, row: list[Item], position: int) -> int:
        """Where a run of capitalised words, particles and hyphens ends."""
        last = position
        at = position
        while at < len(row):
            item = row[at]
            gap = at > position and item.start - row[at - 1].end > 1
            if gap:
                break
            if item.symbol in (sym.CAPITAL, sym.FAMILY) or (
                item.symbol in (sym.STATE, sym.PLACE, sym.METO) and at == position
            ):
                last = at + 1
            elif not (item.symbol == "PART" or item.text == "-" or item.text == "."):
                break
            at += 1
        return last

    def _run_name(
        self, row: list[Item], position: int, last: int, title: Title | None, country: str | None, office: str | None
    ) -> tuple[Agent, int] | None:
        """A capitalised run: a known surname with an unknown or shortened first name, or somebody unknown."""
        words = self.text[row[position].start : row[last - 1].end]
        end = row[last - 1]
        if end.symbol == sym.FAMILY:
            initial = len(row[position].text) == 1
            known = self.who.by_family(cast(tuple[str, ...], end.value), country, office if initial else None)
            if known and (
                initial or known.name.split()[0][:3].lower() == words[:3].lower() or (position == 0 and title is None)
            ):
                return known, last
            if title is None:
                return self.agents.unknown(words, country), last
        if title is None:
            return None
        return self.agents.unknown(words, country), last

    def _plain(self, row: list[Item], position: int, titles: dict[int, Title], found: Found) -> Mention | None:
        """A mention that does not begin with a title."""
        item = row[position]
        following = row[position + 1] if position + 1 < len(row) else None
        if item.symbol in (sym.STATE, sym.METO, sym.ORG, sym.PEOPLE, sym.DEM):
            start = position + 1
            if following and following.symbol == "S":
                start = position + 2
            elif following and following.symbol == "GOV":
                return self._government(row, position, position + 2, item)
            if start == position + 2 and start < len(row) and row[start].symbol == "GOV":
                return self._government(row, position, start + 1, item)
            if (start == position + 2 or item.symbol in (sym.DEM, sym.PEOPLE)) and (
                name := self._name(row, start, None)
            ):
                codes = cast(tuple[str, ...], item.value)
                if name[0].country in codes or item.symbol == sym.ORG or name[0].country is None:
                    return self._named(row, position, name, titles, found)
        if item.symbol == "GOV":
            return self._government_after(row, position)
        if name := self._name(row, position, None):
            return self._named(row, position, name, titles, found)
        return self._body(row, position)

    def _government(self, row: list[Item], first: int, last: int, item: Item) -> Mention:
        codes = cast(tuple[str, ...], item.value)
        agents = [self.agents.organisation(codes[0])] if item.symbol == sym.ORG else [self.agents.state(codes[0])]
        return self._mention(row, first, last, agents)

    def _government_after(self, row: list[Item], position: int) -> Mention | None:
        """`le gouvernement français`, `the government of Mali`."""
        at = position + 1
        while at < len(row) and row[at].symbol in ("OF", "DET"):
            at += 1
        if at < len(row) and row[at].symbol in (sym.DEM, sym.STATE) and at - position <= 3:
            return self._mention(row, position, at + 1, [self.agents.state(cast(tuple[str, ...], row[at].value)[0])])
        return None

    def _named(
        self, row: list[Item], first: int, name: tuple[Agent, int], titles: dict[int, Title], found: Found
    ) -> Mention:
        """A name, with the title that may follow it (`Mahmoud Abbas, the Palestinian president,`) or its state."""
        agent, last = name
        mention = self._mention(row, first, last, [agent])
        at = last
        if at < len(row) and row[at].symbol in (",", "("):
            at += 1
            title = titles.get(at)
            if title and not title.plural and title.office != "counterpart" and self._apposed(row, agent, title):
                mention = self._mention(row, first, title.last, [agent])
                mention.title = title
                self._office(agent, title, mention, found, "name-title")
                if title.last < len(row) and row[title.last].symbol == ",":
                    mention.last += 1
        elif (
            at + 1 < len(row)
            and row[at].symbol == "OF"
            and row[at + 1].symbol == sym.STATE
            and agent.country in cast(tuple[str, ...], row[at + 1].value)
        ):
            mention = self._mention(row, first, at + 2, [agent])
        return mention

    def _apposed(self, row: list[Item], agent: Agent, title: Title) -> bool:
        """Whether a title after a name is that person's and not the next of a list."""
        if not self.who.compatible(agent, title.office, title.of):
            return False
        following = row[title.last] if title.last < len(row) else None
        if following is not None and following.symbol in _NAMES | {sym.CAPITAL}:
            return False
        return True

    def _body(self, row: list[Item], position: int) -> Mention | None:
        """A state, seat, organisation, or people standing alone."""
        item = row[position]
        if item.symbol in (sym.STATE, sym.METO):
            mention = self._mention(
                row, position, position + 1, [self.agents.state(cast(tuple[str, ...], item.value)[0])]
            )
            mention.seat = True
            return mention
        if item.symbol == sym.ORG:
            return self._mention(
                row, position, position + 1, [self.agents.organisation(cast(tuple[str, ...], item.value)[0])]
            )
        if item.symbol in ("THEY", "HE", "SHE", "PAIR"):
            mention = self._mention(row, position, position + 1, [])
            mention.reciprocal = item.symbol in ("THEY", "PAIR")
            mention.pronoun = item.symbol
            return mention
        return None

    def _office(self, agent: Agent, title: Title, mention: Mention, found: Found, rule: str) -> None:
        """Note who holds what; former and future holders do not."""
        of = title.of or self.who.office_of(agent, title.office)
        key = office_key(title.office, of) if of else title.office
        self.who.hold(agent, title.office, None if title.former or title.future else of)
        if (
            title.former
            or title.future
            or not of
            or title.office in ("leader", "counterpart", "organisationHead", "senator", "military", "adviser")
        ):
            return
        holder = (
            self.agents.state(of)
            if len(of) == 3 and of.isupper()
            else self.agents.organisation(of)
            if of in self.agents.reference.organisations
            else None
        )
        if holder:
            quote = self.text[mention.start : mention.end]
            found.offices.append(
                OfficeReading(agent, key, holder, Evidence(mention.start, mention.end, quote), f"office.{rule}")
            )

    def _block(self, row: list[Item], mention: Mention) -> None:
        """`the wife of …`, `Trump's lawyer`: somebody else is meant."""
        before = mention.first - 1
        while before >= 0 and row[before].symbol in ("OF", "DET"):
            before -= 1
        if before >= 0 and before < mention.first - 1 and row[before].symbol == "KIN":
            mention.blocked = True
        after = mention.last
        if after < len(row) and row[after].symbol == "S":
            after += 1
        if after < len(row) and row[after].symbol == "KIN":
            mention.blocked = True

    def _mention(self, row: list[Item], first: int, last: int, agents: list[Agent]) -> Mention:
        start = (
            row[first].start if row[first].symbol not in ("DET", "POSS", "THEIR") or first + 1 >= last else row[first + 1].start
        )
        return Mention(first, last, agents, start, row[last - 1].end)


def _bare(row: list[Item], title: Title, text: str) -> str:
    """The words of a title without its article."""
    first = title.first + (row[title.first].symbol in ("DET", "POSS", "THEIR", "NUM"))
    return text[row[first].start : row[title.last - 1].end]


def is_person(agent: Agent) -> bool:
    """Whether an agent is a person, named or not."""
    return agent.type is AgentType.PERSON
