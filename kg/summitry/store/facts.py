"""What the live claims about one entity add up to: the facts that both views show.

Pure: the same set of claims gives the same facts, whatever their order. A predicate with one value at most shows the
value that `choice.py` picks; the claims for another value are listed as disputed. All other predicates show every
value that some source affirms.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from summitry.claims import BlankNode, Claim, Iri, Literal, Modality, Polarity, Rank, RdfTerm, Role, iris, rdf_terms
from summitry.store import choice, periods
from summitry.store.canonical import Canonical, canonical_term, counts
from summitry.store.vocabulary import (
    EVENT_CLASSES,
    FUNCTIONAL,
    HOLDS_OFFICE,
    MEMBER_OF,
    ROLE_PREDICATES,
    SAME_EVENT_AS,
    TYPE,
)

Published = Mapping[str, date | None]
"""Publication date by article IRI; sources that are no articles are missing."""

MODALITIES = list(Modality)
"""The strongest first."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One value of one predicate with the claims that say so, in order of claim id."""

    predicate: str
    object: RdfTerm
    claims: tuple[Claim, ...]

    @property
    def inferred(self) -> bool:
        """True when no source says it."""
        return all(is_inferred(claim) for claim in self.claims)


@dataclass(frozen=True, slots=True)
class Participation:
    """An agent in a role at an event. `inferred` when no source names the agent itself."""

    event: str
    agent: str
    role: Role
    inferred: bool
    claims: tuple[Claim, ...]

    @property
    def key(self) -> str:
        """32 hexadecimal digits that tell the participation apart."""
        return iris.digest("participation", self.event, self.agent, self.role, "inferred" * self.inferred)


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person in an office (of a state or organisation, when known), from and to as EDTF."""

    person: str
    office: str
    of: str | None
    valid_from: str | None
    valid_to: str | None
    claims: tuple[Claim, ...]

    @property
    def key(self) -> str:
        """32 hexadecimal digits that tell the tenure apart."""
        return iris.digest(
            "tenure", self.person, self.office, self.of or "", self.valid_from or "", self.valid_to or ""
        )


@dataclass(frozen=True, slots=True)
class Membership:
    """An agent that belongs to an organisation or coalition; `role` is the IRI of an ontology term or None."""

    member: str
    group: str
    role: str | None
    valid_from: str | None
    valid_to: str | None
    claims: tuple[Claim, ...]

    @property
    def key(self) -> str:
        """32 hexadecimal digits that tell the membership apart."""
        dates = (self.valid_from or "", self.valid_to or "")
        return iris.digest("membership", self.member, self.group, self.role or "", *dates)


@dataclass(frozen=True, slots=True)
class EntityFacts:
    """Everything that the views show of one entity; `claims` are all live claims about it, disputed ones included."""

    iri: str
    facts: tuple[Fact, ...] = ()
    participations: tuple[Participation, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    memberships: tuple[Membership, ...] = ()
    disputed: tuple[Claim, ...] = ()
    claims: tuple[Claim, ...] = ()

    def values(self, predicate: str) -> tuple[Fact, ...]:
        """The facts of one predicate."""
        return tuple(fact for fact in self.facts if fact.predicate == predicate)

    def value(self, predicate: str) -> Fact | None:
        """The first fact of one predicate, or None."""
        return next((fact for fact in self.facts if fact.predicate == predicate), None)

    def sources(self) -> tuple[str, ...]:
        """IRIs of the articles and tables that say something about the entity, sorted."""
        return tuple(sorted({claim.source for claim in self.claims}))


def confidence(claims: Iterable[Claim]) -> float:
    """The confidence of the most confident claim."""
    return max(claim.confidence for claim in claims)


def modality(claims: Iterable[Claim]) -> Modality:
    """The strongest modality: asserted before intended before possible before conditional."""
    return min((claim.modality for claim in claims), key=MODALITIES.index)


def qualifier_values(claims: Iterable[Claim], local_name: str) -> tuple[RdfTerm, ...]:
    """The different values of a qualifier over several claims, sorted."""
    predicate = iris.term(local_name)
    found = {q.value for claim in claims for q in claim.qualifiers if q.predicate == predicate}
    return tuple(sorted(found, key=rdf_terms.key))


def entity_facts(iri: str, claims: Iterable[Claim], canonical: Canonical, published: Published) -> EntityFacts:
    """The facts of the entity `iri` from all live claims whose canonical subject it is.

    `canonical` maps the objects; `published` gives the dates that rank sources.
    """
    live = sorted(claims, key=lambda claim: claim.id)
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in live:
        groups[claim.predicate].append(claim)
    facts: list[Fact] = []
    disputed: list[Claim] = []
    for predicate in sorted(groups):
        if predicate != SAME_EVENT_AS:
            chosen, lost = _predicate_facts(predicate, groups[predicate], canonical, published)
            facts += chosen
            disputed += lost
    return EntityFacts(
        iri=iri,
        facts=tuple(facts),
        participations=tuple(_participations(iri, facts)),
        tenures=tuple(_tenures(iri, groups.get(HOLDS_OFFICE, ()), canonical, published)),
        memberships=tuple(_memberships(iri, groups.get(MEMBER_OF, ()), canonical, published)),
        disputed=tuple(sorted(disputed, key=lambda claim: claim.id)),
        claims=tuple(live),
    )


def _predicate_facts(
    predicate: str, claims: list[Claim], canonical: Canonical, published: Published
) -> tuple[list[Fact], list[Claim]]:
    values: dict[str, list[Claim]] = defaultdict(list)
    denials: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        key = rdf_terms.key(canonical_term(claim.object, canonical))
        if counts(claim):
            values[key].append(claim)
        elif claim.polarity is Polarity.NEGATIVE and claim.rank is not Rank.DEPRECATED:
            denials[key].append(claim)
    single = _single_valued(predicate, values)
    kept, lost = choice.choose(predicate, single, published) if single else ({}, [])
    shown = {key: group for key, group in values.items() if key not in single or key in kept}
    lost += [claim for key in shown for claim in denials.get(key, ())]
    facts = [Fact(predicate, canonical_term(g[0].object, canonical), tuple(g)) for _, g in sorted(shown.items())]
    return facts, lost


def _single_valued(predicate: str, values: Mapping[str, list[Claim]]) -> dict[str, list[Claim]]:
    """The part of the values of which only one can hold."""
    if predicate in FUNCTIONAL:
        return dict(values)
    if predicate == TYPE:
        return {key: group for key, group in values.items() if group[0].object_iri() in EVENT_CLASSES}
    return {}


def _participations(event: str, facts: Iterable[Fact]) -> Iterable[Participation]:
    """One per agent and role; claims marked `inferred` stand apart unless another source states the same."""
    for fact in facts:
        role = ROLE_PREDICATES.get(fact.predicate)
        if role is None or not isinstance(fact.object, Iri):
            continue
        stated = tuple(claim for claim in fact.claims if not is_inferred(claim))
        yield Participation(event, fact.object.value, role, not stated, stated or fact.claims)


def is_inferred(claim: Claim) -> bool:
    """True for what no source says itself: inferred by a rule, or read as implied by the reader of an article."""
    value = claim.qualifier("inferred")
    return isinstance(value, Literal) and value.lexical in ("true", "1")


def _tenures(person: str, claims: Iterable[Claim], canonical: Canonical, published: Published) -> Iterable[Tenure]:
    """One per office, state or organisation, and period."""

    def key(claim: Claim) -> tuple[str, str]:
        return claim.object_iri() or "", iri_value(claim.qualifier("of"), canonical) or ""

    named = [claim for claim in claims if counts(claim) and claim.object_iri()]
    for (office, of), period, group in periods.by_period(named, key, published):
        yield Tenure(person, office, of or None, *period, claims=group)


def _memberships(
    member: str, claims: Iterable[Claim], canonical: Canonical, published: Published
) -> Iterable[Membership]:
    """One per group, role and period."""

    def key(claim: Claim) -> tuple[str, str]:
        return canonical(claim.object_iri() or ""), iri_value(claim.qualifier("role"), canonical) or ""

    named = [claim for claim in claims if counts(claim) and claim.object_iri()]
    for (group, role), period, found in periods.by_period(named, key, published):
        yield Membership(member, group, role or None, *period, claims=found)


def iri_value(value: RdfTerm | None, canonical: Canonical) -> str | None:
    """The canonical IRI of a term, None when it is a literal, a blank node or missing."""
    match value:
        case Iri(iri):
            return canonical(iri)
        case Literal() | BlankNode() | None:
            return None
