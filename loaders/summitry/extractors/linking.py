"""Who is meant by words of an article: as the rules read them, else by the reference tables, never by a model's word.

A name that the tables do not know is taken only when the article's own words hold it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from summitry.claims import AgentType, Evidence
from summitry.claims.iris import slug
from summitry.extract.agents import Agents
from summitry.extract.reading import Agent, Reading
from summitry.extractors.names import Names, plain
from summitry.reference.tables import LANGUAGES

_BODIES = (AgentType.ORGANISATION, AgentType.COALITION, AgentType.GROUP)


@dataclass(frozen=True, slots=True)
class Named:
    """What is said to be named: the words of the article, and what they are said to mean."""

    words: Evidence
    name: str
    type: AgentType
    country: str | None = None


class Linker:
    """Links names within one article that the rules have read."""

    def __init__(self, names: Names, rules: Reading) -> None:
        article = rules.article
        self._names = names
        self._day = article.published
        lang = article.lang if article.lang in LANGUAGES else None
        self._agents = Agents(names.reference, lang or "en")
        self._text = article.text
        self._mentions = [(agent, quote) for agent, quotes in _told(rules) for quote in quotes]

    def link(self, named: Named) -> Agent | None:
        """The agent that is meant; None when the words name nobody of that name."""
        found = self._mentioned(named) or self._listed(named) or self._unlisted(named)
        unlisted = found is not None and found.wikidata is None and found.country is None
        if unlisted and found is not None and found.type is AgentType.PERSON:
            return replace(found, country=self._country(named))
        return found

    def state(self, code: str) -> Agent:
        """The state of a code of the tables."""
        return self._agents.state(code)

    def anybody(self, words: Evidence) -> Agent | None:
        """Who is named by words of which nothing else is known: a person, else a state, else a body."""
        kinds = (AgentType.PERSON, AgentType.STATE, AgentType.ORGANISATION)
        named = [Named(words, words.quote, kind) for kind in kinds]
        return next((a for n in named if (a := self._mentioned(n) or self._listed(n))), None)

    def owner(self, of: str, words: Evidence, holder: Agent) -> Agent | None:
        """The state (by code) or organisation (by name) of an office, when words or tables tie the holder to it."""
        states = self._names.reference.states
        if (code := of if of in states else next(iter(self._names.states(of)), None)) is not None:
            told = code in self._names.states_in(words.quote)
            return self._agents.state(code) if told or holder.country == code else None
        ids = self._names.organisations(of)
        key = holder.key.partition("/")[2]
        served = {t.of for t in self._names.reference.tenures_of(key)}
        held = f" {plain(words.quote)} "
        fitting = [i for i in ids if i in served or any(f" {plain(n)} " in held for n in self._called(i))]
        return self._agents.organisation(fitting[0]) if len(fitting) == 1 else None

    def _called(self, organisation: str) -> Iterator[str]:
        """Every name of an organisation."""
        row = self._names.reference.organisations[organisation]
        yield from (name for name in row.names.values() if name)
        yield from (alias for aliases in row.aliases.values() for alias in aliases)

    # as the rules have read the words

    def _mentioned(self, named: Named) -> Agent | None:
        """The agent of that type that the rules found in the words; of several the one of that name or country."""
        words = named.words
        inside = [(a, q) for a, q in self._mentions if q.start < words.end and q.end > words.start]
        found = list(dict.fromkeys(a for a, _ in inside if _fits(a, named.type)))
        if called := [a for a in found if self._is_called(a, named.name)]:
            return called[0]
        found = [a for a in found if not self._other(a, named)]
        if named.country and len(found) > 1:
            found = [a for a in found if a.country == named.country]
        return found[0] if len(found) == 1 else None

    def _is_called(self, agent: Agent, name: str) -> bool:
        """Whether a name is that of an agent, in any spelling or language."""
        key = agent.key.partition("/")[2]
        return plain(agent.name) == plain(name) or key in self._ids(agent.type, name)

    def _other(self, agent: Agent, named: Named) -> bool:
        """Whether the words name somebody else: a full name of the tables stands there that is not the agent's."""
        key = agent.key.partition("/")[2]
        ids = self._ids(agent.type, named.words.quote)
        return bool(ids) and key not in ids

    def _ids(self, type_: AgentType, name: str) -> tuple[str, ...]:
        if type_ is AgentType.PERSON:
            return self._names.people(name)
        return self._names.states(name) if type_ is AgentType.STATE else self._names.organisations(name)

    # as the tables have it

    def _listed(self, named: Named) -> Agent | None:
        if named.type is AgentType.PERSON:
            return self._person(named)
        return self._state(named) if named.type is AgentType.STATE else self._body(named)

    def _person(self, named: Named) -> Agent | None:
        """A person of the tables whose name stands in the words, or who holds an office that day."""
        ids = self._names.people(named.words.quote) or self._names.people(named.name)
        ids = tuple(p for p in ids if self._stands(p, named.words.quote) or self._in_office(p))
        if len(ids) > 1:
            ids = tuple(p for p in ids if self._in_office(p)) or ids
        return self._agents.person(ids[0]) if len(ids) == 1 else None

    def _stands(self, person: str, words: str) -> bool:
        """Whether a surname of a person stands in the words."""
        held = f" {plain(words)} "
        return any(f" {plain(family)} " in held for family in self._names.reference.people[person].families)

    def _in_office(self, person: str) -> bool:
        return self._day is not None and bool(self._names.reference.offices_of(person, self._day))

    def _state(self, named: Named) -> Agent | None:
        """A state by the words, else by name when the words are not the name of another one."""
        by_words, by_name = self._names.states(named.words.quote), self._names.states(named.name)
        ids = by_words or by_name
        if len(ids) > 1 and named.country in ids:
            ids = (named.country,)
        if not ids and named.country in self._names.states_in(named.words.quote):
            ids = (named.country,)
        return self._agents.state(ids[0]) if len(ids) == 1 else None

    def _body(self, named: Named) -> Agent | None:
        ids = self._names.organisations(named.words.quote) or self._names.organisations(named.name)
        return self._agents.organisation(ids[0]) if len(ids) == 1 else None

    # as nobody has it

    def _unlisted(self, named: Named) -> Agent | None:
        """Somebody whom no table lists, by the article's own words."""
        country = self._country(named)
        if named.type is AgentType.STATE:
            return None
        if named.type is AgentType.GROUP:
            return self._agents.group(named.words.quote, country)
        held = set(plain(named.words.quote).split())
        if named.name and not set(plain(named.name).split()) <= held:
            return self._titled(named, country)
        name = _as_written(named) or named.words.quote
        if named.type is AgentType.PERSON:
            return self._agents.unknown(name, country) if len(name.split()) > 1 else None
        return Agent(f"{named.type}/{slug(name) or name}", named.type, name, country)

    def _country(self, named: Named) -> str | None:
        """The country that is said to be somebody's, where the article names it."""
        return named.country if named.country in self._told_states else None

    @cached_property
    def _told_states(self) -> frozenset[str]:
        """The states that the article names anywhere: a country that it does not name is nobody's."""
        return self._names.states_in(self._text)

    def _titled(self, named: Named, country: str | None) -> Agent | None:
        """Somebody named by title alone (`the Turkish foreign minister`): the words are all that is known."""
        bare = plain(named.name) == plain(named.words.quote)
        if named.type is not AgentType.PERSON or not (bare or country):
            return None
        words = named.words.quote
        return Agent(f"person/{slug(words) or words}", AgentType.PERSON, words, country, unnamed=True)


def _fits(agent: Agent, type_: AgentType) -> bool:
    return agent.type == type_ or (agent.type in _BODIES and type_ in _BODIES)


def _as_written(named: Named) -> str | None:
    """The part of the words that is the name, as it is printed."""
    wanted = set(plain(named.name).split())
    words = [word.strip(',.;:()«»“”"') for word in named.words.quote.split()]
    kept = [word for word in words if set(plain(word).split()) & wanted]
    return " ".join(kept) or None


def _told(rules: Reading) -> Iterator[tuple[Agent, Iterable[Evidence]]]:
    """Everybody whom the rules have found, with the places."""
    yield from rules.mentions
    for event in rules.events:
        for participant in event.participants:
            yield participant.agent, participant.evidence
    for office in rules.offices:
        yield office.person, (office.evidence,)
