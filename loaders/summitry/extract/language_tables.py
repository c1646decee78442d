"""What the reading of one language takes from the reference tables: towns, members, officials and known days."""

from __future__ import annotations

from functools import cached_property

from summitry.extract.clauses import PlaceNames
from summitry.extract.event_scene import SceneReader
from summitry.extract.packs import OfficeWord, Pack
from summitry.extract.portfolios import Portfolios, load_portfolios
from summitry.extract.time import Anniversary, Holiday
from summitry.extract.titles import office_words
from summitry.reference.tables import Reference


class LanguageTables:
    """The reference tables by the names that one language has for them; each is made when it is first needed."""

    def __init__(self, pack: Pack, reference: Reference) -> None:
        self._pack = pack
        self._reference = reference

    def home(self, person: str) -> str:
        """The state of a person in the tables."""
        row = self._reference.people.get(person)
        return row.country if row is not None else ""

    @cached_property
    def offices(self) -> dict[str, OfficeWord]:
        """Office words by folded surface form."""
        return office_words(self._pack)

    @cached_property
    def portfolios(self) -> Portfolios:
        """The portfolios of ministers."""
        return load_portfolios(self._pack.folder / "portfolios.yaml", self._reference.offices)

    @cached_property
    def venues(self) -> dict[str, tuple[str, str, str]]:
        """The town of each venue: short id, name in this language, country."""
        table = self._reference.places
        towns = {f"place/{p.id}": table[p.within] for p in table.values() if p.within in table}
        code = self._pack.code
        return {key: (f"place/{t.id}", t.names.get(code) or t.names["en"], t.country) for key, t in towns.items()}

    @cached_property
    def members(self) -> dict[str, frozenset[str]]:
        """States by the short id of each body to which they ever belonged."""
        found: dict[str, set[str]] = {}
        for row in self._reference.memberships:
            body = self._reference.organisations.get(row.of)
            if body is not None:
                found.setdefault(f"{body.type}/{row.of}", set()).add(row.member)
        return {key: frozenset(states) for key, states in found.items()}

    @cached_property
    def officials(self) -> frozenset[str]:
        """Short ids of everybody with an office in the tables."""
        return frozenset(f"person/{tenure.person}" for tenure in self._reference.tenures)

    @cached_property
    def scenes(self) -> SceneReader:
        """Towns by every name that this language gives them."""
        code = self._pack.code
        towns: dict[str, tuple[str, str, str]] = {}
        for place in self._reference.places.values():
            value = (f"place/{place.id}", place.names.get(code) or place.names["en"], place.country)
            for name in filter(None, (place.names.get(code), place.names["en"], *place.aliases)):
                towns.setdefault(name.lower(), value)
        capitals = frozenset(f"place/{p.id}" for p in self._reference.places.values() if p.kind == "capital")
        return SceneReader(towns, capitals, self._pack.grammar.matters)

    @cached_property
    def places(self) -> PlaceNames:
        """Names of places in this language, and the capital of each state."""
        table = {
            p.id: (p.names.get(self._pack.code) or p.names["en"], p.country) for p in self._reference.places.values()
        }
        capitals = {s.iso3: s.capital for s in self._reference.states.values() if s.capital}
        return PlaceNames(table, capitals)

    @property
    def anniversaries(self) -> list[Anniversary]:
        """The days that articles count from, with their names."""
        return [
            Anniversary(r.id, r.date, {lang: (name, *r.phrases.get(lang, ())) for lang, name in r.names.items()})
            for r in self._reference.anniversaries.values()
        ]

    @property
    def holidays(self) -> list[Holiday]:
        """The feasts by which articles tell days."""
        return [Holiday(r.id, r.rule, r.names) for r in self._reference.holidays.values()]
