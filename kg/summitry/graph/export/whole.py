"""The facts of a whole store, entity by entity, from its claims alone; memory holds names only, not claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, islice

from summitry.claims import Article, Claim, iris
from summitry.ontology import terms
from summitry.store.canonical import from_mapping, judgements
from summitry.store.facts import EntityFacts, entity_facts
from summitry.store.graph_model import Node, Relationship
from summitry.store.projection import Projection, project
from summitry.store.protocol import Store
from summitry.store.registry import load_registry

STEP = 200
"""Entities that are projected together."""


@dataclass
class Whole:
    """What a store holds: who is called what, and who says something."""

    store: Store
    members: dict[str, list[str]] = field(default_factory=dict)
    """Canonical entity → the IRIs that claims are about, sorted."""
    sources: list[str] = field(default_factory=list)
    published: dict[str, date | None] = field(default_factory=dict)
    canonical: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, store: Store) -> Whole:
        """Read the store once for the names in it."""
        subjects, sources, judged = set[str](), set[str](), list[Claim]()
        for stored in store.claims():
            subjects.add(stored.claim.subject)
            sources.add(stored.claim.source)
            if stored.claim.predicate == terms.SAME_EVENT_AS:
                judged.append(stored.claim)
        canonical = judgements(judged)
        members: defaultdict[str, list[str]] = defaultdict(list)
        for subject in sorted(subjects):
            members[canonical.get(subject, subject)].append(subject)
        published = {article.iri: article.published for article in store.articles()}
        return cls(store, dict(sorted(members.items())), sorted(sources | published.keys()), published, canonical)

    def facts(self) -> Iterator[EntityFacts]:
        """The facts of every entity, in order of IRI."""
        to_canonical = from_mapping(self.canonical)
        for iri, subjects in self.members.items():
            claims = [stored.claim for subject in subjects for stored in self.store.claims(subject=subject)]
            yield entity_facts(iri, claims, to_canonical, self.published)

    def article(self, iri: str) -> Article | None:
        """The article of that IRI, or None when the source is none."""
        split = iris.kind_and_key(iri)
        return self.store.article(split[1]) if split and split[0] == "article" else None

    def everything(self) -> Iterator[Node | Relationship]:
        """The property graph: every node and every relationship once, mixed.

        Entities that are only referred to come last, with nothing but their IRI.
        """
        seen, referred = set[str](), dict[str, Node]()
        for projection in self._projections():
            seen.update(node.iri for node in projection.nodes)
            yield from projection.nodes
            yield from projection.relationships
            referred |= {stub.iri: stub for stub in projection.stubs}
        yield from (stub for iri, stub in sorted(referred.items()) if iri not in seen)

    def _projections(self) -> Iterator[Projection]:
        silent = (EntityFacts(iri) for iri in sorted(self.published.keys() - self.members.keys()))
        everything = chain(self.facts(), silent)
        while step := list(islice(everything, STEP)):
            found = ((entity.iri, self.article(entity.iri)) for entity in step)
            yield project(step, {iri: article for iri, article in found if article}, load_registry())
