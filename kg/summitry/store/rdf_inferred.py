"""The graph of what no source says: inferred facts, and what the ontology entails (OWL RL), as plain triples.

`https://w3id.org/summitry/id/inferred` holds, for each entity, the classes above its own, the inverse of its
participations, who takes part through others, and who met whom. Whoever leaves the graph out sees what is stated.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

import pyoxigraph as ox

from summitry import ontology
from summitry.claims import Iri
from summitry.claims.iris import term
from summitry.store import terms
from summitry.store.facts import EntityFacts
from summitry.store.vocabulary import ANNOUNCED_BY, INFERRED, ROLE_PREDICATES, TYPE

GRAPH = terms.named(INFERRED)
THROUGH = term("participatesThrough")
INVERSE = (term("participatesIn"), term("invitedTo"), term("absentFrom"), term("announces"), THROUGH)
"""Predicates from an agent to an event that belong to the event."""

_NOT_ATTENDING = {"invitee": term("invitedTo"), "absent": term("absentFrom")}
_SUBCLASS = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#subClassOf")


def entailed_quads(entity: EntityFacts) -> Iterator[ox.Quad]:
    """What follows about an entity, without what the default graph says."""
    for subject, predicate, value in _triples(entity):
        yield ox.Quad(terms.resource(subject), terms.named(predicate), terms.to_ox(value), GRAPH)


def superclasses() -> Mapping[str, frozenset[str]]:
    """Every class of the ontology → the classes above it."""
    return _superclasses()


def _triples(entity: EntityFacts) -> Iterator[tuple[str, str, Iri]]:
    above: set[str] = set()
    for fact in entity.facts:
        target = fact.object
        if not isinstance(target, Iri):
            continue
        if fact.predicate == TYPE:
            above |= _superclasses().get(target.value, frozenset())
        elif fact.predicate == ANNOUNCED_BY:
            yield target.value, term("announces"), Iri(entity.iri)
        elif fact.inferred and fact.predicate not in ROLE_PREDICATES:
            yield entity.iri, fact.predicate, target
    for part in entity.participations:
        inverse = _NOT_ATTENDING.get(part.role.value, term("participatesIn"))
        yield part.agent, THROUGH if part.inferred else inverse, Iri(part.event)
    for kind in sorted(above):
        yield entity.iri, TYPE, Iri(kind)


@cache
def _superclasses() -> dict[str, frozenset[str]]:
    direct: dict[str, set[str]] = defaultdict(set)
    for quad in ox.parse(ontology.file("summitry.ttl").read_bytes(), format=ox.RdfFormat.TURTLE):
        if quad.predicate == _SUBCLASS and isinstance(quad.subject, ox.NamedNode):
            direct[quad.subject.value].add(str(quad.object.value))
    return {kind: frozenset(_above(kind, direct)) for kind in list(direct)}


def _above(kind: str, direct: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [kind]
    while waiting:
        new = direct.get(waiting.pop(), set()) - found
        found |= new
        waiting += sorted(new)
    return found
