"""Who is meant: full names, surnames, titles without names, read by the tables and by what the article said before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

from summitry.claims import AgentType
from summitry.claims.iris import slug
from summitry.extract.reading import Agent
from summitry.reference.tables import Reference

_TOP = ("president", "primeMinister", "chancellor", "monarch", "supremeLeader", "pope")
_SPECIAL = {
    ("president", "european-commission"): "commissionPresident",
    ("president", "european-council"): "councilPresident",
    ("organisationHead", "european-commission"): "commissionPresident",
    ("organisationHead", "nato"): "secretaryGeneral",
    ("organisationHead", "united-nations"): "secretaryGeneral",
}
"""Offices whose key depends on the body: the table of offices keeps one key for each."""


class Agents:
    """Makes agents of table rows; shared by all articles."""

    def __init__(self, reference: Reference, lang: str, regions: frozenset[str] = frozenset()) -> None:
        self.reference = reference
        self.regions = regions
        self.lang = lang
        self.state_names = {n.iso3: n.name for n in reference.state_names if n.lang == lang}
        self.person = cache(self._person)
        self.state = cache(self._state)
        self.organisation = cache(self._organisation)

    def _person(self, key: str) -> Agent:
        row = self.reference.people[key]
        return Agent(f"person/{key}", AgentType.PERSON, row.name, row.country or None, row.wikidata or None, row.gender)

    def _state(self, iso3: str) -> Agent:
        row = self.reference.states.get(iso3)
        name = self.state_names.get(iso3) or (row.name if row else iso3)
        return Agent(f"state/{iso3}", AgentType.STATE, name, iso3, (row.wikidata or None) if row else None)

    def _organisation(self, key: str) -> Agent:
        row = self.reference.organisations[key]
        name = row.names[self.lang] or row.names["en"]
        return Agent(f"{row.type}/{key}", AgentType(row.type), name, None, row.wikidata or None, format=row.is_format)

    def unknown(self, name: str, country: str | None) -> Agent:
        """A person that the tables do not know."""
        return Agent(f"person/{slug(name) or name}", AgentType.PERSON, name, country)

    def group(self, name: str, country: str | None) -> Agent:
        """People without names who act together."""
        return Agent(f"group/{slug(name) or name}", AgentType.GROUP, name, country, unnamed=True)

    def titled(self, name: str, office: str, of: str) -> Agent:
        """Somebody named by title only."""
        return Agent(
            f"person/{slug(office + ' ' + of)}", AgentType.PERSON, name, of if len(of) == 3 else None, unnamed=True
        )


class Who:
    """Names within one article."""

    def __init__(self, agents: Agents, day: date | None) -> None:
        self.agents = agents
        self.day = day
        self._named: Counter[str] = Counter()
        self._unknown: dict[str, Agent] = {}
        self._titles: dict[tuple[str, str], Agent] = {}
        self._order: list[str] = []
        self._people: dict[str, Agent] = {}

    def note(self, candidates: Sequence[str]) -> None:
        """Remember that a full name stands in the article."""
        if found := self.by_name(candidates):
            self._named[found.key[7:]] += 1

    def by_name(self, candidates: Sequence[str], country: str | None = None, office: str | None = None) -> Agent | None:
        """The person of a full name: the one in office among namesakes."""
        if len(candidates) == 1:
            return self.agents.person(candidates[0])
        ranked = sorted(candidates, key=lambda c: (-self._fit(c, country, office), c))
        return self.agents.person(ranked[0])

    def by_family(
        self, candidates: Sequence[str], country: str | None = None, office: str | None = None
    ) -> Agent | None:
        """The person of a surname: named in full in the article, or the only one in office that day; None if open."""
        here = [c for c in candidates if c in self._named]
        pool = here or list(candidates)
        if country or office:
            pool = [c for c in pool if self._fit(c, country, office) >= (10 if office else 1)] or (
                [] if not here else here
            )
        if not pool:
            return None
        if len(pool) == 1:
            return (
                self.agents.person(pool[0])
                if here or country or office or self._active(pool[0]) or self.day is None or len(candidates) == 1
                else None
            )
        scored = sorted(((self._fit(c, country, office), c) for c in pool), reverse=True)
        if scored[0][0] > scored[1][0]:
            return self.agents.person(scored[0][1])
        return None

    def _active(self, person: str) -> bool:
        return bool(self.day and self.agents.reference.offices_of(person, self.day))

    def _fit(self, person: str, country: str | None, office: str | None) -> int:
        """How well a person fits a country, an office and the day."""
        reference = self.agents.reference
        row = reference.people[person]
        score = 0
        if country:
            score += 20 if row.country == country else -20
        tenures = reference.offices_of(person, self.day) if self.day else reference.tenures_of(person)
        keys = {t.office for t in tenures}
        ever = {t.office for t in reference.tenures_of(person)}
        if office:
            score += 10 if office in keys or (office == "leader" and keys & set(_TOP)) else 5 if office in ever else 0
        if keys & set(_TOP):
            score += 4
        elif keys:
            score += 3
        return score

    def compatible(self, agent: Agent, office: str, of: str | None) -> bool:
        """Whether a known person can be the holder of a title; unknown persons can hold any."""
        key = agent.key[7:]
        reference = self.agents.reference
        if key not in reference.people:
            return True
        tenures = reference.tenures_of(key)
        if of and len(of) == 3:
            return (agent.country == of) or any(t.of == of for t in tenures) or not agent.country
        if of:
            return any(t.of == of for t in tenures) or not any(t.office == office for t in tenures)
        return True

    def hold(self, agent: Agent, office: str, of: str | None) -> None:
        """Remember who holds a title by the article's own words."""
        if of:
            self._titles.setdefault((office, of), agent)
            if office in _TOP:
                self._titles.setdefault(("leader", of), agent)
        if agent.key[7:] not in self.agents.reference.people:
            self._unknown.setdefault(agent.name.split()[-1].lower(), agent)

    def seen(self, agent: Agent) -> None:
        """Remember in which order people were mentioned."""
        if agent.key in self._order:
            self._order.remove(agent.key)
        self._order.append(agent.key)
        self._people[agent.key] = agent

    def latest_with(self, office: str) -> Agent | None:
        """The person last mentioned who holds an office: for a title without a country."""
        for key in reversed(self._order[-12:]):
            agent = self._people[key]
            if any(o == office and a.key == key for (o, _), a in self._titles.items()):
                return agent
            if key[7:] in self.agents.reference.people and self.day:
                held = {t.office for t in self.agents.reference.offices_of(key[7:], self.day)}
                if office in held or (office == "leader" and held & set(_TOP)):
                    return agent
        return None

    def latest(self, gender: str) -> Agent | None:
        """The person mentioned last, when a pronoun's gender fits."""
        for key in reversed(self._order[-3:]):
            agent = self._people[key]
            if agent.gender in (gender, ""):
                return agent
        return None

    def main_office(self, agent: Agent) -> str:
        """The office that a known person holds that day, the highest first; empty when none."""
        if not self.day or agent.key[7:] not in self.agents.reference.people:
            return ""
        held = [t.office for t in self.agents.reference.offices_of(agent.key[7:], self.day)]
        return next((o for o in (*_TOP, "foreignMinister", "defenceMinister") if o in held), held[0] if held else "")

    def unknown_family(self, word: str) -> Agent | None:
        """An unknown person named in full before."""
        return self._unknown.get(word.lower())

    def by_title(self, office: str, of: str) -> Agent | None:
        """The holder of an office: as the article says, else as the tables say when there is one answer."""
        if found := self._titles.get((office, of)):
            return found
        if not self.day:
            return None
        keys: Iterable[str] = _TOP if office == "leader" else (office_key(office, of),)
        holders = {t.person for key in keys for t in self.agents.reference.office_holders(key, of, self.day)}
        if len(holders) > 1:
            holders &= set(self._named)
        return self.agents.person(holders.pop()) if len(holders) == 1 else None

    def office_of(self, agent: Agent, office: str) -> str | None:
        """The state or organisation where a known person held the office that day, or ever when it is only one."""
        key = agent.key[7:]
        if key not in self.agents.reference.people:
            return None
        tenures = self.agents.reference.offices_of(key, self.day) if self.day else []
        found = {t.of for t in tenures if t.office == office} or {
            t.of for t in self.agents.reference.tenures_of(key) if t.office == office
        }
        return found.pop() if len(found) == 1 else None


def office_key(office: str, of: str) -> str:
    """The key of an office at a body."""
    return _SPECIAL.get((office, of), office)
