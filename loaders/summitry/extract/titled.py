"""A title with its name, or one that points to an office named before, read by the article and the tables."""

from __future__ import annotations

from summitry.extract import symbols as sym
from summitry.extract.mention_model import Found, Mention
from summitry.extract.names import Named
from summitry.extract.reading import Agent
from summitry.extract.titles import OWNERS, Row, Title, codes
from summitry.extract.titles_alone import Unnamed, goes_on

_SMALL = frozenset({"OF", "IN", "DET", "TO", "AND", "-", "ON", "GOV", "MEMBER", "ACTING", "POLITY", "BODY"})
TAIL = OWNERS | _SMALL | {sym.WORD, sym.DEM, sym.CAPITAL}
LONGEST_TAIL = 9
_COUNTERPARTS = {"highRepresentative": "foreignMinister"}
"""Whom an officer of a body meets as equal in a state."""
_STATE = frozenset({"headOfState", "headOfGovernment", "minister", "envoy"})
"""Levels of offices whose holders meet others on behalf of somebody."""
CLOSING = frozenset({",", ".", ")", "(", ";", ":", "–", "—"})


class TitledReader(Unnamed):
    """Reads mentions that begin with a title of one person."""

    def read(self, row: Row, title: Title, found: Found) -> Mention | None:
        """A title with its name, a title alone, or None when nobody can be meant."""
        if title.relative:
            return self._relative(row, title, found)
        title.of = self._scene.book.only_body(title.office) or title.of
        named = None if self._inside(row, title, found) else self._name(row, title) or self._stretched(row, title)
        if named is None:
            return self._untitled(row, title, found)
        return self._with_name(row, title, named, found)

    def _with_name(self, row: Row, title: Title, named: Named, found: Found) -> Mention:
        agent, last = named
        self._scene.who.note_office(agent, title.office, stated=title.of is not None or title.possessive)
        if not self._listed(agent, title):
            self._point(title)
        if behind := of_state(row, last, agent):
            title.of, last = title.of or codes(row[last + 1])[0], last + behind
        if agent.country is None and title.of in self._scene.agents.reference.states:
            agent = self._scene.agents.unknown(agent.name, title.of)
        elif agent.country is None and self._scene.agents.known(agent) is None and title.level in _STATE:
            agent = self._scene.agents.unknown(agent.name, None, official=True)
        if title.of and title.held:
            agent = self._scene.who.spelled(agent, title.office, title.of)
        mention = self._scene.mention(row, title.first, last, [agent], title)
        self._scene.hold(mention, agent, title, found, "title-name")
        return mention

    # with a name

    def _inside(self, row: Row, title: Title, found: Found) -> bool:
        """`the adviser of the French president, Jane Roe`: the name behind the comma is the adviser's."""
        outer = found.mentions[-1] if found.mentions else None
        comma = title.last < len(row) and row[title.last].symbol == ","
        if outer is None or not comma or not outer.blocked or outer.title is None:
            return False
        between = [item.symbol for item in row[outer.last : title.first]]
        return bool(between) and set(between) <= {"OF", "DET", "TO", sym.WORD}

    def _name(self, row: Row, title: Title) -> Named | None:
        """`le président français Emmanuel Macron`, `the envoy, the Slovak Miroslav Lajcak`."""
        at = title.last + 3 * _shortened(row, title.last)
        comma = at < len(row) and row[at].symbol == ","
        at += comma
        at += [item.symbol for item in row[at : at + 2]] == ["DET", "TITLE"]  # `, le cardinal A`, `Senator the Hon. B`
        at += 0 if comma else self._adjectives(row, at)
        skipped = self._nationality(row, at)
        named = self._scene.names.read(row, at + skipped, title if not skipped else None, unknown=skipped > 0)
        if named is None or not self._fits(named[0], title):
            return None
        if comma and not self._apposed(row, named, title):
            return None
        if skipped and named[0].country is None:
            named = (self._scene.agents.unknown(named[0].name, codes(row[at + skipped - 1])[0]), named[1])
        return named

    def _adjectives(self, row: Row, at: int) -> int:
        """How many plain words stand between a title and a usual first name: `le leader druze Jane Roe`."""
        for words in (1, 2):
            behind = row[at : at + words + 2]
            plain = len(behind) == words + 2 and all(i.symbol == sym.WORD for i in behind[:words])
            if plain and behind[-2].symbol == sym.CAPITAL and behind[-1].symbol in (sym.CAPITAL, sym.FAMILY):
                return words if self._scene.names.given(row, at + words) else 0
        return 0

    def _nationality(self, row: Row, at: int) -> int:
        """How many items a nationality before a name takes: `le Slovaque`."""
        start = at
        if at < len(row) and row[at].symbol == "DET":
            at += 1
        people = at < len(row) and row[at].symbol in (sym.PEOPLE, sym.DEM) and row[at].text[:1].isupper()
        return at + 1 - start if people else 0

    def _fits(self, agent: Agent, title: Title) -> bool:
        return self._scene.fits(agent, title)

    def _apposed(self, row: Row, named: Named, title: Title) -> bool:
        """Whether a name after a comma belongs to the title: a known holder, or the comma closes again."""
        agent, last = named
        person = self._scene.agents.known(agent)
        if person and title.of is None:
            return self._scene.book.tenure(person, title.office, None, self._scene.who.day) is not None
        return person is not None or last >= len(row) or row[last].symbol in CLOSING

    def _stretched(self, row: Row, title: Title) -> Named | None:
        """`the minister for Europe and Asia, Jane Roe,`: a title with a tail, then a comma and a name."""
        at = title.last
        while at < len(row) and at - title.last < LONGEST_TAIL and row[at].symbol in TAIL:
            at += 1
        if (inside := self._in_tail(row, title.last, at)) is not None and title.level != "other":
            named = self._scene.names.read(row, inside, None, unknown=True)
            return named if named is not None and self._fits(named[0], title) else None
        if at == title.last or at + 1 >= len(row):
            return None
        if row[at].symbol == sym.PERSON and row[at - 1].symbol in (sym.WORD, sym.DEM):  # `the head of the junta A`
            known = self._scene.names.read(row, at, None)
            return known if known is not None and self._fits(known[0], title) else None
        if row[at].symbol != ",":
            return None
        named = self._scene.names.read(row, at + 1, None, unknown=self._sure(row, at + 1, title))
        closed = named is not None and _closed(row, named[1], title)
        return named if named and closed and self._fits(named[0], title) else None

    def _in_tail(self, row: Row, first: int, last: int) -> int | None:
        """Where `le chef des Kataëb A`, `le gouverneur de la Banque A` has its name: a first name and another."""
        for at in range(first + 2, last - 1):
            name, before, behind = row[at], row[at - 1], row[at + 1]
            capital = name.symbol == sym.CAPITAL and behind.symbol in (sym.CAPITAL, sym.FAMILY)
            joined = name.start - before.end == 1 and behind.start - name.end == 1
            ends = before.symbol in (sym.CAPITAL, sym.ORG, sym.STATE, sym.WORD, sym.DEM, sym.PLACE)
            if capital and joined and ends and self._scene.names.given(row, at):
                return at
        return None

    def _sure(self, row: Row, at: int, title: Title) -> bool:
        """Whether a name behind the comma after a title's tail may be one that no table knows."""
        return title.level in ("minister", "envoy") or self._scene.names.introduced(row, at)

    # of somebody named before

    def _relative(self, row: Row, title: Title, found: Found) -> Mention | None:
        """`son homologue russe`, `celui de l'ONU, António Guterres`: the office is the one named before."""
        same = row[title.last - 1].symbol == "SAME" or any(i.symbol == "SAME" for i in row[title.first : title.last])
        if same and not title.of:
            return None
        title.office = self._scene.office or self._scene.who.latest_office() or title.office
        if title.of and self._scene.book.is_state(title.of):
            title.office = _COUNTERPARTS.get(title.office, title.office)
        if named := self._name(row, title):
            self._own_office(title, named[0])
            return self._with_name(row, title, named, found)
        if same:
            return None
        mention = self._scene.mention(row, title.first, title.last, [], title)
        if not title.of and title.possessive and not goes_on(row, title.last):
            mention.pronoun = "OTHER"
            return mention
        mention.counterpart = title.of
        if title.of and self._scene.book.is_state(title.of) and title.office != "counterpart":
            mention.agents = [self._holder(mention, title, title.of, found)]
            if not self._scene.who.is_named(mention.agents[0]):
                self._scene.untold.append(mention)
        return mention if title.of else None

    def _own_office(self, title: Title, agent: Agent) -> None:
        """The counterpart of a prime minister may be a president: his own office counts."""
        scene = self._scene
        person = scene.agents.known(agent)
        if person and not scene.who.holds_now(agent, title.office):
            title.office = scene.book.highest(person, scene.who.day) or title.office
        elif not person and title.of:
            title.office = scene.book.alike(title.office, title.of)

    def _listed(self, agent: Agent, title: Title) -> bool:
        """Whether the tables say whose office a named person holds."""
        person = self._scene.agents.known(agent)
        return bool(person and self._scene.who.holds_now(agent, title.office))


def of_state(row: Row, at: int, agent: Agent) -> int:
    """How many items `of Benin` or `(Benin)` behind a name takes when it is the person's state, else none."""
    after = row[at : at + 3]
    if len(after) < 2 or after[1].symbol != sym.STATE:
        return 0
    length = 2 if after[0].symbol == "OF" else 3 if after[0].symbol == "(" and after[-1].symbol == ")" else 0
    return length if agent.country is None or agent.country in codes(after[1]) else 0


def _closed(row: Row, at: int, title: Title) -> bool:
    """Whether a name behind a comma ends there; an envoy's may run into the verb or the day (`, Jane Roe met`)."""
    if at >= len(row) or row[at].symbol in CLOSING:
        return True
    behind = row[at + 1 :][:1] if row[at].symbol in ("ON", "BY") else row[at : at + 1]
    return title.level == "envoy" and any(item.symbol in (sym.VERB, sym.TIME) for item in behind)


def _shortened(row: Row, at: int) -> bool:
    """Whether a short form of the title stands in brackets behind it: `le Premier ministre (PM) A`."""
    inside = row[at : at + 3]
    return len(inside) == 3 and inside[0].text + inside[2].text == "()" and inside[1].text.isupper()
