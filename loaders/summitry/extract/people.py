"""Who is meant: full names, surnames, titles without names, read by the tables and by what the article said before."""

from __future__ import annotations

from collections.abc import Sequence

from summitry.extract.people_said import Said
from summitry.extract.reading import Agent
from summitry.extract.text import same_name, unaccented
from summitry.reference.records import Office, Tenure

_RECENT = 12


class Who(Said):
    """Names within one article."""

    def note(self, candidates: Sequence[str]) -> None:
        """Remember that a full name stands in the article."""
        if found := self.by_name(candidates):
            self._named[found.key[7:]] += 1

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
        found = [p for p in self._named if first in self.agents.given(p)]
        return self.agents.person(found[0]) if len(found) == 1 else None

    def rather_named(self, agent: Agent | None, word: str) -> Agent | None:
        """Whoever of those named in full has a name that ends so, where a surname would mean somebody never named."""
        if agent is not None and self.is_named(agent):
            return agent
        ending = unaccented(word).lower()
        people = self._reference.people
        found = [p for p in self._named if unaccented(people[p].name.split()[-1]).lower() == ending]
        return self.agents.person(found[0]) if len(found) == 1 else agent

    def spelled(self, agent: Agent, office: str, of: str) -> Agent:
        """The holder of an office that day whose name the text only spells in another way (`Han Duk-soo`)."""
        holders = self.book.holders(office, of, self.day) if self.day and self.agents.known(agent) is None else []
        people = self._reference.people
        listed = dict.fromkeys(person for found in holders for person in found)
        alike = [p for p in listed if any(same_name(agent.name, n) for n in (people[p].name, *people[p].aliases))]
        return self.agents.person(alike[0]) if len(alike) == 1 else agent

    def reigning(self, agent: Agent | None) -> Agent | None:
        """Somebody called by a first name that is a surname of others (`Abdullah`), if he reigns that day."""
        return agent if agent and any(self.holds_now(agent, crown) for crown in self.book.words.crowns) else None

    # titles

    def compatible(self, agent: Agent, office: str, of: str | None) -> bool:
        """Whether a known person can be the holder of a title; unknown persons can hold any."""
        key = self.agents.known(agent)
        if key is None or not of:
            return True
        if self.book.is_state(of):
            return not agent.country or self._serves(key, of)
        return (
            office == "chair"
            or not self.book.has(office, of)
            or any(t.of == of for t in self._reference.tenures_of(key))
        )

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

    def latest_with(self, office: str, gender: str = "") -> Agent | None:
        """The person last mentioned who holds an office: for a title without a country; of a gender, where it tells."""
        named = (self._people[key] for key in reversed(self._order[-_RECENT:]))
        recent = [agent for agent in named if not (gender and agent.gender) or agent.gender == gender]
        if office == "minister":
            serving = [agent for agent in recent if self.main_office(agent) in self._ministries()]
            return serving[0] if serving else None
        own = self._own.get(office)
        for agent in (own, *recent) if own in recent else recent:
            told = {o for (o, _), a in self._titles.items() if a.key == agent.key}
            if office in told or (not told & self.book.kin(office) and self.holds_now(agent, office)):
                return agent
        held = self._holding(office)
        return self.agents.person(held[0]) if len(held) == 1 else None

    def only_with(self, office: str) -> Agent | None:
        """The only person to whom the text has given an office so far."""
        found = {agent for (told, _), agent in self._titles.items() if told == office}
        return found.pop() if len(found) == 1 else None

    def _ministries(self) -> set[str]:
        """The offices of a government below its head: `the minister` may be said of whoever holds one."""
        return {key for key, office in self._reference.offices.items() if _serving(office)}

    def _holding(self, office: str) -> list[str]:
        """Those named in full anywhere in the article who hold an office that day."""
        return [p for p in self._named if self.book.tenure_now(p, office, None, self.day)]

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


def _serving(office: Office) -> bool:
    """Whether an office is one of a government below its head."""
    return office.level == "minister"
