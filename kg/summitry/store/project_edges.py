"""Relationships of the property graph that stand for the facts of an entity."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.claims import Iri, iris
from summitry.store import facts, native
from summitry.store.facts import EntityFacts, Fact, Membership, Participation, Tenure
from summitry.store.graph_model import PropertyValue, Relationship
from summitry.store.registry import Registry
from summitry.store.vocabulary import (
    ANNOUNCED_BY,
    HOLDS_OFFICE,
    MEMBER_OF,
    ROLE_PREDICATES,
    STATUS,
    TYPE,
)

_TOLD_OTHERWISE = frozenset({TYPE, HOLDS_OFFICE, MEMBER_OF, ANNOUNCED_BY, *ROLE_PREDICATES})
_STATE = iris.entity("state", "")


def entity_edges(entity: EntityFacts, registry: Registry) -> Iterator[Relationship]:
    """All relationships that belong to an entity, except those of its claims."""
    for participation in entity.participations:
        yield _participation(participation, entity, registry)
    for tenure in entity.tenures:
        yield from _tenure(tenure, registry)
    for membership in entity.memberships:
        yield _membership(membership, registry)
    for fact in entity.facts:
        yield from _fact(fact, entity, registry)
    yield from _reports(entity, registry)


def _participation(found: Participation, entity: EntityFacts, registry: Registry) -> Relationship:
    status = entity.value(STATUS)
    properties: dict[str, PropertyValue] = {
        registry.property(iris.term("role")): found.role.value,
        registry.property(iris.term("modality")): facts.modality(found.claims).value,
        **_support(found, registry),
    }
    if status is not None:
        properties[registry.property(iris.term("status"))] = native.word(status.object)
    modes = facts.qualifier_values(found.claims, "participationMode")
    if modes:
        properties[registry.property(iris.term("mode"))] = native.word(modes[0])
    if found.inferred:
        properties[registry.property(iris.term("inferred"))] = True
        through = (value.value for value in facts.qualifier_values(found.claims, "through") if isinstance(value, Iri))
        properties[registry.property(iris.term("through"))] = list(through)
    for name in ("statedAs", "onBehalfOf"):
        values = facts.qualifier_values(found.claims, name)
        if values:
            properties[registry.property(iris.term(name))] = native.words(values)
    return Relationship(
        _type(registry, _participation_type(found)), found.agent, found.event, found.event, found.key, properties
    )


def _participation_type(found: Participation) -> str:
    if found.inferred:
        return "participatesThrough"
    if found.role.attends:
        return "participatesIn"
    return "invitedTo" if found.role.value == "invitee" else "absentFrom"


def _tenure(tenure: Tenure, registry: Registry) -> Iterator[Relationship]:
    """HOLDS_OFFICE to the state or organisation (to the office itself when that is unknown), and REPRESENTS a state."""
    properties: dict[str, PropertyValue] = {
        registry.property(iris.term("office")): iris.local_name(tenure.office),
        **_support(tenure, registry),
        **_period(tenure, registry),
    }
    end = tenure.of or tenure.office
    yield Relationship(_type(registry, "holdsOffice"), tenure.person, end, tenure.person, tenure.key, properties)
    if tenure.of and tenure.of.startswith(_STATE):
        key = iris.digest(tenure.person, tenure.of)
        yield Relationship(_type(registry, "represents"), tenure.person, tenure.of, tenure.person, key, {})


def _membership(membership: Membership, registry: Registry) -> Relationship:
    properties = {**_support(membership, registry), **_period(membership, registry)}
    if membership.role:
        properties[registry.property(iris.term("role"))] = iris.local_name(membership.role)
    member = membership.member
    return Relationship(_type(registry, "memberOf"), member, membership.group, member, membership.key, properties)


def _fact(fact: Fact, entity: EntityFacts, registry: Registry) -> Iterator[Relationship]:
    if not isinstance(fact.object, Iri):
        return
    key = iris.digest(fact.predicate, entity.iri, fact.object.value)
    if fact.predicate == ANNOUNCED_BY:
        support = _support(fact, registry)
        yield Relationship(_type(registry, "announces"), fact.object.value, entity.iri, entity.iri, key, support)
    elif fact.predicate not in _TOLD_OTHERWISE and not _is_word(fact):
        kind = registry.relationship(fact.predicate)
        mark: dict[str, PropertyValue] = {registry.property(iris.term("inferred")): True} if fact.inferred else {}
        yield Relationship(kind, entity.iri, fact.object.value, entity.iri, key, {**_support(fact, registry), **mark})


def _is_word(fact: Fact) -> bool:
    """True when the object is a term of the ontology (`s:planned`), which is shown as a property."""
    return isinstance(fact.object, Iri) and fact.object.value.startswith(iris.ONTOLOGY)


def _reports(entity: EntityFacts, registry: Registry) -> Iterator[Relationship]:
    """(article)-[:REPORTS]->(event) for every article that says something about an event."""
    if registry.kind_label(entity.iri) != "Event":
        return
    for source in entity.sources():
        if registry.kind_label(source) == "Article":
            key = iris.digest("reports", source, entity.iri)
            yield Relationship(_type(registry, "reports"), source, entity.iri, entity.iri, key, {})


def _support(found: Fact | Participation | Tenure | Membership, registry: Registry) -> dict[str, PropertyValue]:
    return {
        registry.property(iris.term("confidence")): facts.confidence(found.claims),
        registry.property(iris.term("fromClaim")): [claim.id for claim in found.claims],
    }


def _period(found: Tenure | Membership, registry: Registry) -> dict[str, PropertyValue]:
    dates = {"validFrom": found.valid_from, "validTo": found.valid_to}
    return {registry.property(iris.term(name)): value for name, value in dates.items() if value}


def _type(registry: Registry, local_name: str) -> str:
    return registry.relationship(iris.term(local_name))
