"""Titles in the plural: groups of leaders, and lists of names that share a title."""

from __future__ import annotations

from summitry.extract import symbols as sym
from summitry.extract.mention_model import Found, Mention, Scene
from summitry.extract.reading import Agent
from summitry.extract.titles import DETERMINERS, OWNERS, Row, Title, codes

_SINGLE = frozenset({"president", "foreignMinister", "defenceMinister", "primeMinister"})
_FIRST = frozenset({"president", "primeMinister"})
_ALLIES = frozenset({"ally", "rebel"})
"""Groups that are nobody without the state, body or people (rebels) that they belong to."""
_NAMELESS = _ALLIES | {"delegate"}
"""Titles that stand before no list of names."""
_GLUE = frozenset({",", "AND"})


class GroupReader:
    """Reads mentions that begin with a title in the plural."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def read(self, row: Row, title: Title, found: Found) -> Mention:
        """A plural title with the names that follow or precede it, or the group that it names."""
        relative = title.office == "counterpart"
        if relative:
            title.office = self._scene.office or self._scene.who.latest_office() or title.office
        if names := self._names(row, title):
            return self._listed(row, title, names, found)
        if before := self._preceding(row, title, found.mentions):
            for mention, state in zip(before, title.states, strict=True):
                self._state(mention, mention.agents[0], title, state, found)
            return self._scene.blocked(row, title.first, title.last, title)
        group = self._group(row, title)
        group.blocked = group.blocked or (relative and not title.states)
        return group

    # with names

    def _names(self, row: Row, title: Title) -> list[tuple[Agent, int, str | None]]:
        """`les présidents russe et ukrainien, A et B`, `les présidents camerounais A, tchadien B et béninois C`."""
        at = title.last + (title.last < len(row) and row[title.last].symbol == ",")
        found: list[tuple[Agent, int, str | None]] = []
        while at < len(row):
            state = None
            if found and row[at].symbol == sym.DEM and row[at].text[:1].islower():
                state = codes(row[at])[0]
                at += 1 + (at + 1 < len(row) and row[at + 1].symbol == ",")
            named = self._scene.names.read(row, at, None, unknown=state is not None or self._announced(title))
            if named is None:
                break
            at = named[1]
            if at + 1 < len(row) and row[at].symbol in ("TO", "ON", "OF") and row[at + 1].symbol in OWNERS:
                state = codes(row[at + 1])[0]
                at += 2
            found.append((named[0], at, state))
            if at >= len(row) or row[at].symbol not in _GLUE:
                break
            at += 1 + (row[at].symbol == "," and at + 1 < len(row) and row[at + 1].symbol == "AND")
        return found if self._fit(title, found) else []

    def _announced(self, title: Title) -> bool:
        """Whether names of unknown people may follow: states were named to whom they belong."""
        return bool(title.states) and title.office not in _NAMELESS

    def _fit(self, title: Title, found: list[tuple[Agent, int, str | None]]) -> bool:
        """Whether names belong to a title: as many as states, each with its own, or all holders by the tables."""
        if not found or title.office in _NAMELESS:
            return False
        if len(found) > 1 and len(found) == len(title.states):
            return all(self._may(agent, title, state) for (agent, _, _), state in zip(found, title.states, strict=True))
        if len(title.states) == 1 and len(found) > 1 and all(state for _, _, state in found[1:]):
            return True
        if len(found) > 1 and all(state for _, _, state in found):
            return True
        return len(found) > 1 and all(self._holds(agent, title) for agent, _, _ in found)

    def _may(self, agent: Agent, title: Title, state: str) -> bool:
        return self._scene.who.compatible(agent, title.office, state)

    def _holds(self, agent: Agent, title: Title) -> bool:
        scene = self._scene
        person = scene.agents.known(agent)
        return bool(person and scene.book.tenure(person, title.office, None, scene.who.day))

    def _listed(self, row: Row, title: Title, names: list[tuple[Agent, int, str | None]], found: Found) -> Mention:
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
        if title.office in _ALLIES:
            named = bool(states or bodies or (title.region and title.office == "rebel"))
            mention.agents = [scene.agents.group(self._bare(row, title), None)] if named else []
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
