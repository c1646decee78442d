"""CAMEO actor codes of agents: a state with the role of who acts for it (`FRAGOV`), or a body (`IGOUNO`)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from summitry.claims import Iri, iris
from summitry.graph.export.cameo_tables import Tables
from summitry.ontology import terms
from summitry.reference.edtf import covers
from summitry.store.facts import EntityFacts, Tenure

GOVERNMENT = "GOV"


@dataclass
class Actors:
    """Who holds which office, and of which country people are; everything else is in the tables."""

    tables: Tables
    tenures: dict[str, tuple[Tenure, ...]] = field(default_factory=dict)
    countries: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, facts: Iterable[EntityFacts], tables: Tables) -> Actors:
        """From the facts of all entities; memory holds offices and countries of people only."""
        actors = cls(tables)
        for entity in facts:
            if _kind(entity.iri) == "person":
                country = entity.value(terms.COUNTRY)
                if entity.tenures:
                    actors.tenures[entity.iri] = entity.tenures
                if country and isinstance(country.object, Iri):
                    actors.countries[entity.iri] = country.object.value
        return actors

    def code(self, agent: str, on: date | None, sources: Collection[str], behalf: str | None = None) -> str | None:
        """The actor code of an agent on a day, None for whom CAMEO has none.

        Offices without dates count when one of the `sources` says them; `behalf` is for whom the agent stands there.
        """
        kind, key = iris.kind_and_key(agent) or ("", "")
        if kind == "state":
            return self.tables.state(key)
        if kind != "person":
            return self.tables.organisations.get(key)
        posts = self._posts(agent, key, on, sources)
        if behalf:
            wanted = self._body(behalf)
            return next((code for code in posts if wanted and code.startswith(wanted)), wanted)
        return next(chain(posts, filter(None, [self._body(self.countries.get(agent, ""))])), None)

    def _posts(self, agent: str, key: str, on: date | None, sources: Collection[str]) -> list[str]:
        """Codes by the offices of a person: in government first, then other offices of states, then bodies."""
        held = [(t.office, t.of or "") for t in self.tenures.get(agent, ()) if _counts(t, on, sources)]
        office, _, of = key.partition("-")
        if office in self.tables.untitled:  # somebody named by title only: `foreignminister-irq`
            state = of.upper() in self.tables.reference.states
            held.append(
                (self.tables.untitled[office], iris.entity(*(("state", of.upper()) if state else ("organisation", of))))
            )
        found = [code for office, of in held if (code := self._post(iris.local_name(office), of))]
        return sorted(found, key=lambda code: (GOVERNMENT not in code, len(code) != len("FRAGOV"), code))

    def _post(self, office: str, of: str) -> str | None:
        body = self._body(of)
        return body + self.tables.role(office) if body and _kind(of) == "state" else body

    def _body(self, iri: str) -> str | None:
        kind, key = iris.kind_and_key(iri) or ("", "")
        return self.tables.state(key) if kind == "state" else self.tables.organisations.get(key)


def _counts(tenure: Tenure, on: date | None, sources: Collection[str]) -> bool:
    start, end = tenure.valid_from or "", tenure.valid_to or ""
    if not start and not end:
        return any(claim.source in sources for claim in tenure.claims)
    return covers(start, end, on) if on else not end


def _kind(iri: str) -> str:
    return (iris.kind_and_key(iri) or ("", ""))[0]
