"""Titles in the plural: groups of leaders, and lists of names that share a title."""

from __future__ import annotations

from summitry.claims import AgentType
from summitry.extract import symbols as sym
from summitry.extract.mention_model import Found, Mention, Scene
from summitry.extract.reading import Agent
from summitry.extract.titles import DETERMINERS, OWNERS, Row, Title, codes

_SINGLE = frozenset({"president", "foreignMinister", "defenceMinister", "primeMinister"})
_FIRST = frozenset({"president", "primeMinister"})
_ALLIES = frozenset({"ally", "rebel", "dissident"})
"""Groups that are nobody without the state, body or people (rebels) that they belong to."""
_NAMELESS = _ALLIES | {"delegate"}
"""Titles that stand before no list of names."""
_OWNED_BY = {"POSS": 1, "THEIR": 2}
"""How many states a possessive means, when the sentence has named so many and nobody else."""
_GLUE = frozenset({",", "AND", ";"})
_LEADING = frozenset({",", ":", "–", "—", "("})
_EQUALS = {"highRepresentative": "foreignMinister", "commissionPresident": "leader", "councilPresident": "leader"}
"""Whom an officer of a body meets as equals in states."""


Listed = tuple[Agent, int, str | None]
"""Who is named, where that ends, and the state beside the name."""


class GroupReader:
    """Reads mentions that begin with a title in the plural."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def read(self, row: Row, title: Title, found: Found) -> Mention:
        """A plural title with the names that follow or precede it, or the group that it names."""
        relative = title.office == "counterpart"
        if relative:
            title.office = self._scene.office or self._scene.who.latest_office() or title.office
            if title.states and all(self._scene.book.is_state(state) for state in title.states):
                title.office = _EQUALS.get(title.office, title.office)
        if names := self._names(row, title):
            return self._listed(row, title, names, found)
        if title.office == "delegate" and not title.states:
            title.states = self._whose(row, title, found.mentions)
        if before := self._preceding(row, title, found.mentions):
            for mention, state in zip(before, title.states, strict=True):
                self._state(mention, mention.agents[0], title, state, found)
            return self._scene.blocked(row, title.first, title.last, title)
        group = self._group(row, title)
        group.blocked = group.blocked or (relative and not title.states)
        return group

    # with names

    def _names(self, row: Row, title: Title) -> list[Listed]:
        """`les présidents russe et ukrainien, A et B`, `les présidents camerounais A, tchadien B et béninois C`."""
        at = self._begin(row, title)
        found: list[Listed] = []
        while at < len(row):
            named = self._one(row, at, title, first=not found)
            if named is None:
                break
            found.append(named)
            at = named[1]
            if at >= len(row) or row[at].symbol not in _GLUE:
                break
            at += 1 + (row[at].symbol in (",", ";") and at + 1 < len(row) and row[at + 1].symbol == "AND")
        return found if self._fit(title, found) else []

    def _begin(self, row: Row, title: Title) -> int:
        """Where the names begin behind a title: `, namely`, `:`."""
        at = title.last
        at += at < len(row) and (
            row[at].symbol in _LEADING or (row[at].text == "-" and row[at].start > row[at - 1].end)
        )
        several = title.office == "leader"  # `leaders, among them A and B`: of whichever office
        return at + (at < len(row) and row[at].symbol == "INCL" and not several)

    def _one(self, row: Row, at: int, title: Title, *, first: bool) -> Listed | None:
        """A name of the list and the state that stands before or behind it."""
        state, start = self._before(row, at, first=first)
        named = self._scene.names.read(row, start, None, unknown=state is not None or self._announced(title))
        if named is None and state is None:
            named = self._scene.names.read(row, start, None, unknown=True)
            if named is not None and _behind(row, named[1])[0] is None:
                return None
        if named is None:
            return None
        behind, last = _behind(row, named[1])
        return named[0], last, state or behind

    def _before(self, row: Row, at: int, *, first: bool) -> tuple[str | None, int]:
        """`tchadien A`, `l'Ukrainien B`, `Egypt's C`: the state before a name, and where the name begins."""
        start = at + (at < len(row) and row[at].symbol == "DET")
        if start + 1 >= len(row):
            return None, at
        item, following = row[start], row[start + 1]
        if item.symbol in (sym.STATE, sym.DEM) and following.symbol == "S":
            return codes(item)[0], start + 2
        if item.symbol in (sym.DEM, sym.PEOPLE) and (item.text[:1].isupper() or not first):
            return codes(item)[0], start + 1 + (following.symbol == ",")
        return None, at

    def _announced(self, title: Title) -> bool:
        """Whether names of unknown people may follow: states were named to whom they belong."""
        return bool(title.states) and title.office not in _NAMELESS

    def _whose(self, row: Row, title: Title, mentions: list[Mention]) -> tuple[str, ...]:
        """`A said its officials met B`, `A and B said their envoys met`: of the states named right before."""
        owner = next((row[at].symbol for at in (title.first, title.first - 1) if row[at].symbol in _OWNED_BY), "")
        count = _OWNED_BY.get(owner, 0)
        states = [m.agents[0].country for m in mentions if [a.type for a in m.agents] == [AgentType.STATE]]
        if not count or len(mentions) != count or len(states) != count:
            return ()  # `A praised B, whose …`: whose they are is not clear
        return tuple(state for state in states if state)

    def _fit(self, title: Title, found: list[Listed]) -> bool:
        """Whether names belong to a title: as many as states, each with its own, or all holders by the tables."""
        if not found or title.office in _NAMELESS:
            return False
        if len(found) > 1 and len(found) == len(title.states):
            return all(self._may(agent, title, state) for (agent, _, _), state in zip(found, title.states, strict=True))
        if len(title.states) == 1 and len(found) > 1 and all(state for _, _, state in found[1:]):
            return True
        return len(found) > 1 and all(
            self._may(agent, title, state) if state else self._holds(agent, title) for agent, _, state in found
        )

    def _may(self, agent: Agent, title: Title, state: str) -> bool:
        return self._scene.who.compatible(agent, title.office, state)

    def _holds(self, agent: Agent, title: Title) -> bool:
        scene = self._scene
        person = scene.agents.known(agent)
        return bool(person and scene.book.tenure(person, title.office, None, scene.who.day))

    def _listed(self, row: Row, title: Title, names: list[Listed], found: Found) -> Mention:
        mention = self._scene.mention(row, title.first, names[-1][1], [agent for agent, _, _ in names], title)
        paired = len(names) == len(title.states)
        for index, (agent, _, state) in enumerate(names):
            own = state or (title.states[index] if paired else title.states[0] if index == 0 and title.states else None)
            self._state(mention, agent, title, own, found)
        return mention

    def _state(self, mention: Mention, agent: Agent, title: Title, of: str | None, found: Found) -> None:
        """The office of one of several."""
        level = "headOfState" if title.office in self._scene.book.words.top else "minister"
        one = Title(title.first, title.last, title.office, level, of, former=title.former, future=title.future)
        self._scene.hold(mention, agent, one, found, "title-list")

    def _preceding(self, row: Row, title: Title, mentions: list[Mention]) -> list[Mention]:
        """`A and B, the British and French foreign ministers`: the people before, one for each state."""
        count = len(title.states)
        before = mentions[-count:] if count > 1 else []
        if len(before) < count or not before or title.first == 0 or row[title.first - 1].symbol != ",":
            return []
        ends = [*(m.first for m in before[1:]), title.first]
        joined = all(end - m.last <= 1 for m, end in zip(before, ends, strict=True))
        pairs = zip(before, title.states, strict=True)
        return before if joined and all(m.person and self._may(m.person, title, s) for m, s in pairs) else []

    # without names

    def _group(self, row: Row, title: Title) -> Mention:
        scene = self._scene
        mention = scene.mention(row, title.first, title.last, [], title)
        states = [s for s in title.states if scene.book.is_state(s)]
        bodies = [s for s in title.states if s not in states]
        if title.office in _ALLIES and bodies and any(i.symbol == "GOV" for i in row[title.first : title.last]):
            mention.agents = [scene.agents.organisation(body) for body in bodies]  # `members of the delegation of C`
        elif title.office in _ALLIES:
            named = bool(states or bodies or (title.region and title.office == "rebel"))
            home = states[0] if title.office == "dissident" and len(states) == 1 else None
            mention.agents = [scene.agents.group(self._bare(row, title), home)] if named else []
            mention.blocked = not named
        elif len(states) == 1 and title.office in _FIRST and not bodies:
            mention.blocked = True  # `American presidents`: no state has two
        elif states:
            mention.agents = [self._state_or_holder(title.office, code) for code in states]
        elif bodies:
            mention.agents = [scene.agents.organisation(body) for body in bodies]
        else:
            modified = self._modified(row, title)
            mention.blocked = modified is None or title.office == "delegate"
            mention.agents = [scene.agents.group(modified, None)] if modified else []
        return mention

    def _state_or_holder(self, office: str, code: str) -> Agent:
        """Who holds an office that a state has once; its leader where the article names him."""
        who = self._scene.who
        holder = who.by_title(office, code) if office in _SINGLE or office == "leader" else None
        if holder is None or (office == "leader" and not who.is_named(holder)):
            return self._scene.agents.state(code)
        return holder

    def _modified(self, row: Row, title: Title) -> str | None:
        """`European leaders`, `dirigeants arabes`: a plural with one adjective of a region; None without one."""
        if title.last < len(row) and row[title.last].text in self._scene.agents.regions:
            return self._scene.text[row[title.last - 1].start : row[title.last].end]
        return self._bare(row, title) if title.region else None

    def _bare(self, row: Row, title: Title) -> str:
        """The words of a title without its article."""
        first = title.first + (row[title.first].symbol in DETERMINERS)
        return self._scene.text[row[first].start : row[title.last - 1].end]


def _behind(row: Row, at: int) -> tuple[str | None, int]:
    """`A of the UAE`, `B (Niger)`: the state behind a name, and where that ends."""
    opened = at < len(row) and row[at].symbol == "("
    if at >= len(row) or not (opened or row[at].symbol in ("TO", "ON", "OF")):
        return None, at
    owner = at + 1 + (at + 1 < len(row) and row[at + 1].symbol == "DET")
    if owner >= len(row) or row[owner].symbol not in OWNERS:
        return None, at
    closed = owner + 1 < len(row) and row[owner + 1].symbol == ")"
    if opened and not closed:
        return None, at
    return codes(row[owner])[0], owner + 1 + opened
