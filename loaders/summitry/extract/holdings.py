"""Who holds which office by the words of the article; the tables fill in the key and whose office it is."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.claims import Evidence
from summitry.extract.people import Who
from summitry.extract.reading import Agent, OfficeReading
from summitry.extract.titles import Title


class Holdings:
    """Reads titles of people as offices held."""

    def __init__(self, who: Who, text: str) -> None:
        self._agents = who.agents
        self._book = who.book
        self._who = who
        self._text = text

    def read(self, agent: Agent, title: Title, start: int, end: int, rule: str) -> Iterator[OfficeReading]:
        """The offices that a title gives to somebody; former and future holders hold none."""
        quote = Evidence(start, end, self._text[start:end])
        for part in (title, *title.also):
            post = self._post(agent, part, title) if part.held and title.held else None
            self._who.hold(agent, part.office, post[1] if post else None)
            body = self._agents.body(post[1]) if post else None
            if post and body is not None and post[0]:
                yield OfficeReading(agent, post[0], body, quote, f"office.{rule}")

    def _post(self, agent: Agent, part: Title, title: Title) -> tuple[str | None, str] | None:
        """The key of the office and whose it is."""
        person = self._agents.known(agent)
        if part.office in self._book.words.local or (person and not self._book.may(person, part.office)):
            return None
        of = part.of or title.of
        if post := self._listed(agent, part.office, of):
            return post
        if of is None and not part.elsewhere:
            of = self._book.only_body(part.office) or self._own(agent, part)
        return (self._book.key(self._turn(agent, part.office, of), of), of) if of else None

    def _turn(self, agent: Agent, office: str, of: str | None) -> str:
        """Whoever leads a state heads a body only as its chair: states take turns."""
        person = self._agents.known(agent)
        heads = office in self._book.words.bodies and not (of and self._book.is_state(of))
        leads = heads and person is not None and self._book.highest(person, self._who.day) in self._book.words.top
        return "chair" if leads else office

    def _listed(self, agent: Agent, office: str, of: str | None) -> tuple[str, str] | None:
        """What the tables say about a known person."""
        person = self._agents.known(agent)
        if person is None:
            return None
        tenure = self._book.tenure(person, office, of, self._who.day)
        if tenure is None and of and not self._book.is_state(of) and not self._book.has(office, of):
            tenure = self._book.tenure(person, office, None, self._who.day)
        return (self._book.finer(office, tenure.office), tenure.of) if tenure else None

    def _own(self, agent: Agent, part: Title) -> str | None:
        """The state of a minister whose title names none: his own, else the one that the article is about."""
        minister = part.level == "minister"
        if not minister and part.office not in self._book.words.deputies:
            return None
        if agent.country or self._agents.known(agent) is not None:
            return agent.country
        return self._who.paper or (self._who.home if minister else None)
