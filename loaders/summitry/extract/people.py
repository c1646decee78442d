"""Who is meant: full names, surnames, titles without names, read by the tables and by what the article said before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from summitry.extract.agents import Agents
from summitry.extract.offices import OfficeBook
from summitry.extract.reading import Agent
from summitry.extract.text import unaccented
from summitry.reference.records import Office, Tenure

_RECENT = 12
_SHARE = 0.5
"""What part of all mentions of states makes one of them the home of an article."""


class Who:
    """Names within one article."""

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
        self.latest_body: str | None = None
        """The organisation mentioned last."""
        self.latest_state: str | None = None
        """The state mentioned last, by itself or by its people."""

    # what the article says

    def note(self, candidates: Sequence[str]) -> None:
        """Remember that a full name stands in the article."""
        if found := self.by_name(candidates):
            self._named[found.key[7:]] += 1

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

    # names

    def by_name(self, candidates: Sequence[str], country: str | None = None, office: str | None = None) -> Agent | None:
        """The person of a full name: the one in office among namesakes."""
        if len(candidates) == 1:
            return self.agents.person(candidates[0])
        return self.agents.person(min(candidates, key=lambda c: (-self._fit(c, country, office), c)))

    def by_family(
        self, candidates: Sequence[str], country: str | None = None, office: str | None = None
    ) -> Agent | None:
        """The person of a surname: named in full in the article, or the only one in office that day; None if open."""
        here = self.named(candidates)
        pool = here or list(candidates)
        office = None if office in self.book.words.vague else office
        if country or office:
            least = 5 if office else 1
            pool = [c for c in pool if self._fit(c, country, office) >= least] or here
        if not pool:
            return None
        if len(pool) == 1:
            alone = self.day is None or len(candidates) == 1 or self._active(pool[0])
            sure = here or country or office or (alone and self._prominent(pool[0]))
            return self.agents.person(pool[0]) if sure else None
        return self._best(pool, country, office)

    def _best(self, pool: Sequence[str], country: str | None, office: str | None) -> Agent | None:
        """The one of several who fits better than all others."""
        (first, person), (second, _) = sorted(((self._fit(c, country, office), c) for c in pool), reverse=True)[:2]
        return self.agents.person(person) if first > second else None

    def _prominent(self, person: str) -> bool:
        """Whether news name a person by surname alone: many a surname is an ordinary word (`Senior officials met`)."""
        return any(t.office in self.book.words.prominent for t in self._reference.tenures_of(person))

    def _active(self, person: str) -> bool:
        return bool(self.day and self._reference.offices_of(person, self.day))

    def _fit(self, person: str, country: str | None, office: str | None) -> int:
        """How well a person fits a country, an office and the day."""
        score = 0
        if country:
            score += 20 if self._serves(person, country) else -20
        tenures = self._reference.offices_of(person, self.day) if self.day else self._reference.tenures_of(person)
        keys = {t.office for t in tenures}
        if office:
            meant = {office, *self.book.meanings(office)}
            ever = {t.office for t in self._reference.tenures_of(person)}
            score += 10 if meant & keys else 5 if meant & ever else 0
        return score + (4 if keys & set(self.book.words.top) else 3 if keys else 0)

    def _serves(self, person: str, of: str) -> bool:
        return self._reference.people[person].country == of or any(
            t.of == of for t in self._reference.tenures_of(person)
        )

    def unknown_family(self, word: str) -> Agent | None:
        """An unknown person named in full before."""
        return self._unknown.get(word.lower())

    def crowned(self, word: str, office: str, of: str | None) -> Agent | None:
        """`le sultan Haïtham`: who reigns that day and is called by the first name."""
        found = [
            p
            for p in self.book.crowned.get(unaccented(word).lower(), ())
            if self.book.tenure_now(p, office, of, self.day)
        ]
        found = self.named(found) or found
        return self.agents.person(found[0]) if len(found) == 1 else self._of_the_states(found)

    def _of_the_states(self, people: Sequence[str]) -> Agent | None:
        """The one of several whose state the article names most."""
        told = {p: self._states[self._reference.people[p].country or ""] for p in people}
        most = [p for p in people if told[p] and told[p] == max(told.values())]
        return self.agents.person(most[0]) if len(most) == 1 else None

    def by_given(self, word: str) -> Agent | None:
        """`Sheikh Tamim`: the only one named in full whose first name it is."""
        first = unaccented(word).lower()
        found = [p for p in self._named if first in self._given(p)]
        return self.agents.person(found[0]) if len(found) == 1 else None

    def _given(self, person: str) -> set[str]:
        record = self._reference.people[person]
        return {unaccented(name.split()[0]).lower() for name in (record.name, *record.aliases)}

    # titles

    def compatible(self, agent: Agent, office: str, of: str | None) -> bool:
        """Whether a known person can be the holder of a title; unknown persons can hold any."""
        key = self.agents.known(agent)
        if key is None or not of:
            return True
        if self.book.is_state(of):
            return not agent.country or self._serves(key, of)
        return not self.book.has(office, of) or any(t.of == of for t in self._reference.tenures_of(key))

    def told(self, office: str, of: str) -> Agent | None:
        """The holder of an office by the article's own words."""
        return self._titles.get((office, of))

    def by_title(self, office: str, of: str) -> Agent | None:
        """The holder of an office: as the article says, else as the tables say when there is one answer."""
        if found := self.told(office, of) or self._minister(office, of):
            return found
        ranked = self.book.holders(office, of, self.day) if self.day else []
        if not ranked:
            return None
        here = self.named(dict.fromkeys(person for people in ranked for person in people))
        if len(here) == 1:
            return self.agents.person(here[0])
        return self.agents.person(ranked[0][0]) if len(ranked[0]) == 1 else None

    def _minister(self, office: str, of: str) -> Agent | None:
        """`the Kuwaiti minister`: the only minister of a state whom the article names."""
        offices = self._reference.offices
        if office != "minister" or self.day is None:
            return None
        titles = [(o, a) for (o, where), a in self._titles.items() if where == of and o in offices]
        told = {agent.key: agent for o, agent in titles if _serving(offices[o])}
        here = [p for p in self._named if any(t.of == of and _serving(offices[t.office]) for t in self._held(p))]
        found = {**{f"person/{p}": self.agents.person(p) for p in here}, **told}
        return next(iter(found.values())) if len(found) == 1 else None

    def _held(self, person: str) -> list[Tenure]:
        return self._reference.offices_of(person, self.day) if self.day else []

    def latest_with(self, office: str) -> Agent | None:
        """The person last mentioned who holds an office: for a title without a country."""
        recent = [self._people[key] for key in reversed(self._order[-_RECENT:])]
        if office == "minister":
            serving = [agent for agent in recent if self.main_office(agent) in self._ministries()]
            return serving[0] if serving else None
        for agent in recent:
            told = {o for (o, _), a in self._titles.items() if a.key == agent.key}
            if office in told or (not told & self.book.kin(office) and self.holds_now(agent, office)):
                return agent
        held = self._holding(office)
        return self.agents.person(held[0]) if len(held) == 1 else None

    def _ministries(self) -> set[str]:
        """The offices of a government below its head: `the minister` may be said of whoever holds one."""
        return {key for key, office in self._reference.offices.items() if _serving(office)}

    def _holding(self, office: str) -> list[str]:
        """Those named in full anywhere in the article who hold an office that day."""
        return [p for p in self._named if self.book.tenure_now(p, office, None, self.day)]

    def latest_of(self, state: str) -> Agent | None:
        """The person of a state who was named last: `the Ukrainian`."""
        people = (self._people[key] for key in reversed(self._order))
        return next((a for a in people if a.country == state and a.key in self._called), None)

    def alone_with(self, office: str) -> bool:
        """Whether only one of those named in full holds an office that day."""
        return len(self._holding(office)) <= 1

    def holds_now(self, agent: Agent, office: str) -> bool:
        """Whether the tables say that a known person holds the office that day."""
        person = self.agents.known(agent)
        return bool(person and self.book.tenure_now(person, office, None, self.day))

    def main_office(self, agent: Agent) -> str:
        """The office that somebody holds, the highest first; empty when unknown."""
        person = self.agents.known(agent)
        told = next((office for (office, _), a in self._titles.items() if a.key == agent.key), "")
        return told or (self.book.highest(person, self.day) if person else "")

    def latest_office(self) -> str:
        """The office of the person mentioned last."""
        return self.main_office(self._people[self._order[-1]]) if self._order else ""

    def note_body(self, body: str) -> None:
        """Remember the organisation mentioned last."""
        self.latest_body = body

    def note_owner(self, state: str | None) -> None:
        """Remember the state mentioned last, by itself or by its people: whom a possessive means."""
        self.latest_state = state or self.latest_state


def _serving(office: Office) -> bool:
    """Whether an office is one of a government below its head."""
    return office.level == "minister"
