"""What one article has said of people and states so far: who was named, in which order, with which title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from summitry.extract.agents import Agents
from summitry.extract.offices import OfficeBook
from summitry.extract.reading import Agent

_SHARE = 0.5
"""What part of all mentions of states makes one of them the home of an article."""

_GOVERNING = frozenset({"headOfState", "headOfGovernment", "minister"})
"""Levels of the offices of a state."""


class Said:
    """The memory of one article."""

    def __init__(self, agents: Agents, book: OfficeBook, day: date | None) -> None:
        self.agents = agents
        self.book = book
        self.day = day
        self._reference = agents.reference
        self._named: Counter[str] = Counter()
        self._states: Counter[str] = Counter()
        self._seats: set[str] = set()
        self._unknown: dict[str, Agent] = {}
        self._titles: dict[tuple[str, str], Agent] = {}
        self._order: list[str] = []
        self._called: set[str] = set()
        self._people: dict[str, Agent] = {}
        self._own: dict[str, Agent | None] = {}
        self.latest_body: str | None = None
        """The organisation mentioned last."""
        self.latest_state: str | None = None
        """The state mentioned last, by itself or by its people."""

    def note_state(self, iso3: str) -> None:
        """Remember that a state stands in the article, by name or adjective."""
        self._states[iso3] += 1

    def named(self, candidates: Iterable[str]) -> list[str]:
        """Those whose full name stands in the article."""
        return [c for c in candidates if c in self._named]

    def is_named(self, agent: Agent) -> bool:
        """Whether the article names somebody, here or elsewhere, and not by title only."""
        return agent.key in self._called or agent.key[7:] in self._named

    def note_seat(self, words: str, iso3: str) -> None:
        """Remember a residence that stands for a government (`Downing Street`); a capital is no residence."""
        state = self._reference.states.get(iso3)
        capital = self._reference.places.get(state.capital) if state and state.capital else None
        if capital is None or words not in {*capital.names.values(), *capital.aliases}:
            self._seats.add(iso3)

    @property
    def issuer(self) -> str | None:
        """The state whose residence alone an article names: `the Prime Minister` is its own."""
        return next(iter(self._seats)) if len(self._seats) == 1 else None

    @property
    def home(self) -> str | None:
        """The state that an article is mostly about, where one stands out."""
        top = self._states.most_common(1)
        return top[0][0] if top and top[0][1] > 1 and top[0][1] > _SHARE * self._states.total() else None

    @property
    def paper(self) -> str | None:
        """The state of all whose office was told without a state, as a paper tells its own people's."""
        offices = self._reference.offices
        governing = {o for o in self._own if o in offices and offices[o].level in _GOVERNING} - self.book.words.crowns
        own = {agent.country for o in governing if (agent := self._own[o]) is not None and agent.country}
        return own.pop() if len(own) == 1 else None

    def hold(self, agent: Agent, office: str, of: str | None) -> None:
        """Remember who holds a title by the article's own words."""
        if of:
            self._titles.setdefault((office, of), agent)
            if office in self.book.words.top:
                self._titles.setdefault(("leader", of), agent)
        self._remember(agent)

    def _remember(self, agent: Agent) -> None:
        """Keep by surname somebody whom the tables do not know."""
        surname = agent.name.split()[-1].lower()
        if self.agents.known(agent) is None and " " in agent.name:
            before = self._unknown.get(surname)
            if before is None or before.stranger:
                self._unknown[surname] = agent

    def seen(self, agent: Agent, *, named: bool) -> None:
        """Remember in which order people were mentioned, and whether by name."""
        if named:
            self._called.add(agent.key)
            self._remember(agent)
        if agent.key in self._order:
            self._order.remove(agent.key)
        self._order.append(agent.key)
        self._people[agent.key] = agent

    def unknown_family(self, word: str) -> Agent | None:
        """An unknown person named in full before."""
        return self._unknown.get(word.lower())

    def told(self, office: str, of: str) -> Agent | None:
        """The holder of an office by the article's own words."""
        return self._titles.get((office, of))

    def only_envoy(self, of: str) -> Agent | None:
        """The only envoy or ambassador of a state or body of whom the article tells."""
        levels = {office for office in self._reference.offices if self._reference.offices[office].level == "envoy"}
        sent = {agent for (office, whose), agent in self._titles.items() if whose == of and office in levels}
        return sent.pop() if len(sent) == 1 else None

    def latest_of(self, state: str) -> Agent | None:
        """The person of a state who was named last: `the Ukrainian`."""
        people = (self._people[key] for key in reversed(self._order))
        return next((a for a in people if a.country == state and a.key in self._called), None)

    def note_office(self, agent: Agent, office: str, *, stated: bool) -> None:
        """Remember whether the first holder of an office is told without his state, as those of a paper's own are."""
        self._own.setdefault(office, None if stated else agent)

    def note_body(self, body: str) -> None:
        """Remember the organisation mentioned last."""
        self.latest_body = body

    def note_owner(self, state: str | None) -> None:
        """Remember the state mentioned last, by itself or by its people: whom a possessive means."""
        self.latest_state = state or self.latest_state
