"""What the reference tables say of the entities that an article names: kinds, names, codes, memberships, offices.

Only what is named is described, so that the graph holds what the news tell of and not the whole table; each description
is a claim of its table, with validity, and the same claim however many articles bring it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

from summitry.claims import Claim, Iri, Qualifier, RdfTerm, iris, rdf_terms
from summitry.ontology import terms
from summitry.reference import Membership, Reference

TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


class Describer:
    """Makes the claims of the reference tables about entities."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference
        self._full: set[str] = set()
        self._brief: set[str] = set()
        self._makers: dict[str, Callable[[str, str], Iterator[Claim]]] = {
            "person": self._person,
            "state": self._state,
            "organisation": self._organisation,
            "coalition": self._organisation,
            "group": self._organisation,
            "place": self._place,
            "office": self._office,
        }

    def claims_for(self, claims: Iterable[Claim]) -> list[Claim]:
        """Descriptions of every entity that the claims name, and of what those descriptions name (one step).

        An entity is described once in the life of a Describer: the same claims again would change nothing in a store.
        """
        named = _entities(claims) - self._full
        self._full |= named
        found = [claim for iri in sorted(named) for claim in self._describe(iri)]
        further = _entities(found) - self._full - self._brief
        self._brief |= further
        return [*found, *(claim for iri in sorted(further) for claim in self._plain(iri))]

    def _describe(self, iri: str) -> Iterator[Claim]:
        """Everything that the tables say of one entity."""
        found = iris.kind_and_key(iri)
        if found and found[0] in self._makers:
            yield from self._makers[found[0]](iri, found[1])

    def _plain(self, iri: str) -> Iterator[Claim]:
        """Kind, names and codes only: no memberships, offices or seats, which would name ever more entities."""
        plain = (TYPE, terms.NAME, terms.ISO3, terms.WIKIDATA, terms.LATITUDE, terms.LONGITUDE)
        return (claim for claim in self._describe(iri) if claim.predicate in plain)

    def _person(self, iri: str, key: str) -> Iterator[Claim]:
        person = self._reference.people.get(key)
        if person is None:
            return
        yield _claim("people", iri, TYPE, Iri(terms.CLASS_PERSON))
        yield _claim("people", iri, terms.NAME, rdf_terms.text(person.name))
        yield from _wikidata("people", iri, person.wikidata)
        if person.country:
            yield _claim("people", iri, terms.COUNTRY, Iri(iris.entity("state", person.country)))
        for tenure in self._reference.tenures_of(key):
            yield _claim(
                "tenures",
                iri,
                terms.HOLDS_OFFICE,
                Iri(iris.entity("office", tenure.office)),
                Qualifier(terms.OF, Iri(self._holder(tenure.of))),
                valid=(tenure.start or None, tenure.end or None),
            )

    def _state(self, iri: str, key: str) -> Iterator[Claim]:
        state = self._reference.states.get(key)
        if state is None:
            return
        yield _claim("states", iri, TYPE, Iri(terms.CLASS_STATE))
        for name in self._state_names.get(key, ()):
            yield _claim("states", iri, terms.NAME, rdf_terms.text(name[1], name[0]))
        yield _claim("states", iri, terms.ISO3, rdf_terms.text(state.iso3))
        yield from _wikidata("states", iri, state.wikidata)
        if state.capital:
            yield _claim("states", iri, terms.CAPITAL, Iri(iris.entity("place", state.capital)))

    def _organisation(self, iri: str, key: str) -> Iterator[Claim]:
        organisation = self._reference.organisations.get(key)
        if organisation is None:
            return
        kind = terms.NAMESPACE + organisation.type.capitalize()
        yield _claim("organisations", iri, TYPE, Iri(kind))
        yield from _names("organisations", iri, organisation.names)
        yield from _wikidata("organisations", iri, organisation.wikidata)
        for membership in self._members.get(key, ()):
            yield _claim(
                "memberships",
                self._holder(membership.member),
                terms.MEMBER_OF,
                Iri(iri),
                Qualifier(terms.ROLE, Iri(terms.NAMESPACE + membership.role)),
                valid=(membership.start or None, membership.end or None),
            )

    def _place(self, iri: str, key: str) -> Iterator[Claim]:
        place = self._reference.places.get(key)
        if place is None:
            return
        yield _claim("places", iri, TYPE, Iri(terms.CLASS_PLACE))
        yield from _names("places", iri, place.names)
        yield _claim("places", iri, terms.LOCATED_IN, Iri(iris.entity("state", place.country)))
        for predicate, degrees in ((terms.LATITUDE, place.latitude), (terms.LONGITUDE, place.longitude)):
            if degrees is not None:
                yield _claim("places", iri, predicate, rdf_terms.typed(f"{degrees}", "decimal"))

    def _office(self, iri: str, key: str) -> Iterator[Claim]:
        office = self._reference.offices.get(key)
        if office is not None:
            yield _claim("offices", iri, TYPE, Iri(terms.CLASS_OFFICE))
            yield from _names("offices", iri, office.labels)

    def _holder(self, key: str) -> str:
        """The IRI of a state (ISO code), organisation or person (slug) that a table names."""
        if key in self._reference.states:
            return iris.entity("state", key)
        organisation = self._reference.organisations.get(key)
        if organisation is not None:
            return iris.entity(organisation.type, key)
        return iris.entity("person", key)

    @cached_property
    def _state_names(self) -> Mapping[str, list[tuple[str, str]]]:
        names: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for name in self._reference.state_names:
            names[name.iso3].append((name.lang, name.name))
        return names

    @cached_property
    def _members(self) -> Mapping[str, list[Membership]]:
        members: defaultdict[str, list[Membership]] = defaultdict(list)
        for membership in self._reference.memberships:
            members[membership.of].append(membership)
        return members


def _claim(
    table: str,
    subject: str,
    predicate: str,
    value: RdfTerm,
    *qualifiers: Qualifier,
    valid: tuple[str | None, str | None] = (None, None),
) -> Claim:
    return Claim(
        source=iris.entity("reference", table),
        subject=subject,
        predicate=predicate,
        object=value,
        rule="reference",
        qualifiers=qualifiers,
        valid_from=valid[0],
        valid_to=valid[1],
    )


def _names(table: str, iri: str, names: Mapping[str, str]) -> Iterator[Claim]:
    for language, name in names.items():
        if name:
            yield _claim(table, iri, terms.NAME, rdf_terms.text(name, language))


def _wikidata(table: str, iri: str, identifier: str) -> Iterator[Claim]:
    if identifier:
        yield _claim(table, iri, terms.WIKIDATA, rdf_terms.text(identifier))


def _entities(claims: Iterable[Claim]) -> set[str]:
    """Every IRI that stands as subject, object or qualifier."""
    named: set[str] = set()
    for claim in claims:
        values = [claim.object, *(q.value for q in claim.qualifiers)]
        named.add(claim.subject)
        named.update(value.value for value in values if isinstance(value, Iri))
    return named
