"""Makes agents of table rows and of names that no table knows."""

from __future__ import annotations

from functools import cache, cached_property

from summitry.claims import AgentType
from summitry.claims.iris import slug
from summitry.extract.reading import Agent
from summitry.extract.text import unaccented
from summitry.reference.tables import Reference


class Agents:
    """Makes agents in one language; shared by all articles."""

    def __init__(
        self, reference: Reference, lang: str, regions: frozenset[str] = frozenset(),
        nationals: frozenset[str] = frozenset(), indefinite: frozenset[str] = frozenset(),
        governments: frozenset[str] = frozenset(), honours: frozenset[str] = frozenset(),
        organs: frozenset[str] = frozenset(), areas: frozenset[str] = frozenset(),
        feminine: frozenset[str] = frozenset(), kinship: frozenset[str] = frozenset(),
    ) -> None:  # fmt: skip
        self.reference = reference
        self.regions = regions
        self.nationals = nationals
        self.indefinite = indefinite
        self.governments = governments
        self.honours = honours
        self.organs = organs
        self.areas = areas
        self.feminine = feminine
        self.kinship = kinship
        self.lang = lang
        self.state_names = {n.iso3: n.name for n in reference.state_names if n.lang == lang}
        self.person = cache(self._person)
        self.state = cache(self._state)
        self.organisation = cache(self._organisation)
        self.given = cache(self._given)

    @cached_property
    def given_names(self) -> frozenset[str]:
        """First names of the people in the tables: a capitalised word that is one begins a name."""
        people = self.reference.people.values()
        names = [name for person in people for name in (person.name, *person.aliases) if " " in name]
        return frozenset(unaccented(first) for name in names if (first := name.split()[0])[:1].isupper())

    def _given(self, person: str) -> frozenset[str]:
        """What a person in the tables is called by first name, in lower case without accents."""
        row = self.reference.people[person]
        return frozenset(unaccented(name.split()[0]).lower() for name in (row.name, *row.aliases))

    def known(self, agent: Agent) -> str | None:
        """The row of the table of people that an agent was made of."""
        key = agent.key.removeprefix("person/")
        return key if key in self.reference.people else None

    def body(self, of: str) -> Agent | None:
        """The state or organisation of a short id."""
        if of in self.reference.states:
            return self.state(of)
        return self.organisation(of) if of in self.reference.organisations else None

    def _person(self, key: str) -> Agent:
        row = self.reference.people[key]
        latest = max(self.reference.tenures_of(key), key=lambda t: t.start, default=None)
        body = latest is not None and latest.of in self.reference.organisations
        country, wikidata = row.country or None, row.wikidata or None
        return Agent(f"person/{key}", AgentType.PERSON, row.name, country, wikidata, row.gender, format=body)

    def _state(self, iso3: str) -> Agent:
        row = self.reference.states.get(iso3)
        name = self.state_names.get(iso3) or (row.name if row else iso3)
        return Agent(f"state/{iso3}", AgentType.STATE, name, iso3, (row.wikidata or None) if row else None)

    def _organisation(self, key: str) -> Agent:
        row = self.reference.organisations[key]
        name = row.names.get(self.lang) or row.names["en"]
        return Agent(f"{row.type}/{key}", AgentType(row.type), name, None, row.wikidata or None, format=row.is_format)

    def unknown(
        self, name: str, country: str | None, *, official: bool = False, stranger: bool = False
    ) -> Agent:  # fmt: skip
        """A person that the tables do not know."""
        key = f"person/{slug(name) or name}"
        return Agent(key, AgentType.PERSON, name, country, official=official, stranger=stranger)

    def group(self, name: str, country: str | None) -> Agent:
        """People without names who act together."""
        return Agent(f"group/{slug(name) or name}", AgentType.GROUP, name, country, unnamed=True)

    def titled(self, name: str, office: str, of: str) -> Agent:
        """Somebody named by title only."""
        country = of if of in self.reference.states else None
        return Agent(f"person/{slug(office + ' ' + of)}", AgentType.PERSON, name, country, unnamed=True)
