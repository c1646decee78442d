"""The RDF view as pure functions: claims and facts → quads.

Named graph of each source: its claims with their evidence, and the article itself. Default graph: the facts as plain
triples on canonical IRIs, with a node for each participation, tenure and membership that names the claims it rests on.
What no source says is in a graph of its own (`rdf_inferred.py`).
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from datetime import UTC

import pyoxigraph as ox

from summitry.claims import Article, Claim, Evidence, Iri, Literal, Role, iris
from summitry.claims.iris import term
from summitry.store import facts, inference, rdf_inferred, terms
from summitry.store.facts import EntityFacts, Fact, Membership, Participation, Tenure
from summitry.store.registry import Registry
from summitry.store.vocabulary import (
    EVENT_CLASSES,
    HAS_PARTICIPANT,
    OA,
    PROV,
    RDF,
    ROLE_PREDICATES,
    SCHEMA,
    TYPE,
    XSD,
)

ABOUT = term("about")
REPORTS = term("reports")
CONFIDENCE = terms.named(term("confidence"))
LINKS = (term("event"), term("person"), term("affiliate"))
"""Predicates that tie the node of a participation, tenure or membership to the entity that it belongs to."""

_DEFAULT = ox.DefaultGraph()
_AGENT_CLASSES = frozenset(term(name) for name in ("Person", "State", "Organisation", "Coalition", "Group"))
_Pairs = Iterator[tuple[str, terms.OxTerm]]


def claim_quads(claim: Claim) -> Iterator[ox.Quad]:
    """A claim with its evidence in the graph of its source."""
    graph = terms.named(claim.source)
    yield from _describe(claim.iri, _claim_pairs(claim), graph)
    for piece in claim.evidence:
        yield from _describe(evidence_iri(claim.source, piece), _evidence_pairs(piece, claim.source), graph)


def evidence_iri(source: str, piece: Evidence) -> str:
    """The IRI of a quote: claims of one article that rest on the same words share it."""
    return iris.entity("evidence", iris.digest(source, str(piece.start), str(piece.end), piece.quote))


def article_quads(article: Article) -> Iterator[ox.Quad]:
    """The description of an article in its own graph."""
    yield from _describe(article.iri, _article_pairs(article), terms.named(article.iri))


def entity_quads(entity: EntityFacts, registry: Registry) -> Iterator[ox.Quad]:
    """Everything that the default graph shows of an entity."""
    yield from _describe(entity.iri, _entity_pairs(entity, registry), _DEFAULT)
    yield from rdf_inferred.entailed_quads(entity)
    for participation in entity.participations:
        graph = rdf_inferred.GRAPH if participation.inferred else _DEFAULT
        yield from _node("participation", participation, _participation_pairs(participation), graph)
    for tenure in entity.tenures:
        yield from _node("tenure", tenure, _tenure_pairs(tenure))
    for membership in entity.memberships:
        yield from _node("membership", membership, _membership_pairs(membership))
    subject = terms.resource(entity.iri)
    for claim in entity.claims:
        graph = rdf_inferred.GRAPH if inference.is_inferred(claim) else _DEFAULT
        yield ox.Quad(terms.named(claim.iri), terms.named(ABOUT), subject, graph)
    if registry.kind_label(entity.iri) == "Event":
        for source in filter(lambda source: registry.kind_label(source) == "Article", entity.sources()):
            yield ox.Quad(terms.named(source), terms.named(REPORTS), subject, _DEFAULT)


def _describe(subject: str, pairs: _Pairs, graph: ox.NamedNode | ox.DefaultGraph) -> Iterator[ox.Quad]:
    node = terms.resource(subject)
    for predicate, value in pairs:
        yield ox.Quad(node, terms.named(predicate), value, graph)


def _node(
    kind: str,
    found: Participation | Tenure | Membership,
    pairs: _Pairs,
    graph: ox.NamedNode | ox.DefaultGraph = _DEFAULT,
) -> Iterator[ox.Quad]:
    iri = iris.entity(kind, found.key)
    yield from _describe(iri, pairs, graph)
    yield from _describe(iri, _support_pairs(found.claims), graph)


def _claim_pairs(claim: Claim) -> _Pairs:
    yield TYPE, terms.named(term("Claim"))
    yield RDF + "subject", terms.resource(claim.subject)
    yield RDF + "predicate", terms.named(claim.predicate)
    yield RDF + "object", terms.to_ox(claim.object)
    yield term("rule"), ox.Literal(claim.rule)
    yield term("confidence"), _decimal(claim.confidence)
    yield term("modality"), terms.named(term(claim.modality))
    yield term("polarity"), terms.named(term(claim.polarity))
    yield term("rank"), terms.named(term(claim.rank))
    yield PROV + "wasQuotedFrom", terms.named(claim.source)
    for name, value in (("validFrom", claim.valid_from), ("validTo", claim.valid_to)):
        if value is not None:
            yield term(name), ox.Literal(value)
    if claim.recorded_at is not None:
        moment = claim.recorded_at.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"
        yield term("recordedAt"), ox.Literal(moment, datatype=terms.named(XSD + "dateTime"))
    for qualifier in claim.qualifiers:
        yield qualifier.predicate, terms.to_ox(qualifier.value)
    for piece in claim.evidence:
        yield term("hasEvidence"), terms.named(evidence_iri(claim.source, piece))


def _evidence_pairs(piece: Evidence, source: str) -> _Pairs:
    yield TYPE, terms.named(term("Evidence"))
    yield OA + "exact", ox.Literal(piece.quote)
    yield OA + "start", _integer(piece.start)
    yield OA + "end", _integer(piece.end)
    yield OA + "hasSource", terms.named(source)


def _article_pairs(article: Article) -> _Pairs:
    yield TYPE, terms.named(term("Article"))
    if article.title is not None:
        yield SCHEMA + "headline", ox.Literal(article.title)
    if article.published is not None:
        published = article.published.isoformat()
        yield SCHEMA + "datePublished", ox.Literal(published, datatype=terms.named(XSD + "date"))
    if article.url is not None:
        yield SCHEMA + "url", ox.Literal(article.url)
    if article.lang is not None:
        yield SCHEMA + "inLanguage", ox.Literal(article.lang)
    if article.publisher is not None:
        yield SCHEMA + "publisher", ox.Literal(article.publisher)


def _entity_pairs(entity: EntityFacts, registry: Registry) -> _Pairs:
    inferred = {(p.role, p.agent) for p in entity.participations if p.inferred}
    for fact in entity.facts:
        yield from _fact_pairs(fact, inferred)
    if any(iris.local_name(tenure.office) in registry.leader_offices for tenure in entity.tenures):
        yield TYPE, terms.named(term("Leader"))
    for claim in entity.disputed:
        yield term("disputed"), terms.named(claim.iri)


def _fact_pairs(fact: Fact, inferred: Container[tuple[Role, str]]) -> _Pairs:
    """The fact with what follows from it: the general class, and taking part for every role that attends."""
    role = ROLE_PREDICATES.get(fact.predicate)
    target = fact.object.value if isinstance(fact.object, Iri) else None
    if (role is not None and target is not None and (role, target) in inferred) or (role is None and fact.inferred):
        return
    yield fact.predicate, terms.to_ox(fact.object)
    if role is not None and role.attends and fact.predicate != HAS_PARTICIPANT:
        yield HAS_PARTICIPANT, terms.to_ox(fact.object)
    if fact.predicate == TYPE and target in EVENT_CLASSES:
        yield TYPE, terms.named(term("Event"))
    if fact.predicate == TYPE and target in _AGENT_CLASSES:
        yield TYPE, terms.named(term("Agent"))


def _participation_pairs(found: Participation) -> _Pairs:
    yield TYPE, terms.named(term("Participation"))
    yield term("event"), terms.resource(found.event)
    yield term("agent"), terms.resource(found.agent)
    yield term("role"), terms.named(term(found.role))
    yield term("inferred"), ox.Literal(str(found.inferred).lower(), datatype=terms.named(XSD + "boolean"))
    yield term("modality"), terms.named(term(facts.modality(found.claims)))
    for name in ("onBehalfOf", "participationMode", "statedAs", "through"):
        for value in facts.qualifier_values(found.claims, name):
            yield term(name), terms.to_ox(value)


def _tenure_pairs(found: Tenure) -> _Pairs:
    yield TYPE, terms.named(term("Tenure"))
    yield term("person"), terms.resource(found.person)
    yield term("office"), terms.resource(found.office)
    if found.of is not None:
        yield term("of"), terms.resource(found.of)
    yield from _period_pairs(found)


def _membership_pairs(found: Membership) -> _Pairs:
    yield TYPE, terms.named(term("Membership"))
    yield term("affiliate"), terms.resource(found.member)
    yield term("of"), terms.resource(found.group)
    if found.role is not None:
        yield term("role"), terms.resource(found.role)
    yield from _period_pairs(found)


def _period_pairs(found: Tenure | Membership) -> _Pairs:
    if found.valid_from is not None:
        yield term("validFrom"), terms.to_ox(Literal(found.valid_from))
    if found.valid_to is not None:
        yield term("validTo"), terms.to_ox(Literal(found.valid_to))


def _support_pairs(claims: Iterable[Claim]) -> _Pairs:
    yield term("confidence"), _decimal(facts.confidence(claims))
    for claim in claims:
        yield term("fromClaim"), terms.named(claim.iri)


def _decimal(number: float) -> ox.Literal:
    """A decimal in its shortest form, which Oxigraph keeps as it is."""
    text = f"{number:.6f}".rstrip("0").rstrip(".")
    return ox.Literal(text, datatype=terms.named(XSD + "decimal"))


def _integer(number: int) -> ox.Literal:
    return ox.Literal(str(number), datatype=terms.named(XSD + "integer"))
