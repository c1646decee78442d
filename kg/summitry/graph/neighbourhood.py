"""What surrounds an entity, as a networkx graph."""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx

from summitry.claims import NotFoundError, iris
from summitry.graph import reading
from summitry.graph.model import HOLDS_OFFICE, Attribute, Link
from summitry.ontology import terms
from summitry.store.protocol import Store

MAX_NODES = 1000
QUOTES_OF_A_LINK = 3


def neighbourhood(store: Store, iri: str, depth: int = 1, *, limit: int = MAX_NODES) -> nx.MultiDiGraph[str]:
    """Everything at most `depth` links away from an entity, with the links among what was found.

    Nodes are IRIs with `type`, `name`, `nameFr` …, and for events `kind`, `start`, `end` (EDTF), `status`, `mode`.
    Edges are keyed by relation and role and carry `relation` (as in the property graph), `role`, `inferred`,
    `confidence`, `claims` (ids) and `quotes` (the words of the articles). Nodes and edges come in a fixed order.
    Past `limit` nodes no further ones are taken and `graph.graph["truncated"]` is true; `graph.graph["centre"]` is
    the entity.

    Raises NotFoundError when nothing is known of the entity.
    """
    centre = canonical(store, iri)
    if reading.descriptions(store, [centre])[centre].type == "Thing" or not _known(store, centre):
        raise NotFoundError(iri, "nothing is known of it", "find the IRI with a question or a query")
    found, links, truncated = _walk(store, centre, depth, limit)
    graph = build(store, found, links)
    graph.graph.update(centre=centre, depth=depth, truncated=truncated)
    return graph


def canonical(store: Store, iri: str) -> str:
    """The event that an article's own event was judged to be; any other IRI as it is."""
    if not iri.startswith(iris.entity("event", "")):
        return iri
    judged = (s.claim for s in store.claims(subject=iri) if s.claim.predicate == terms.SAME_EVENT_AS)
    return next((target for claim in judged if (target := claim.object_iri())), iri)


def build(store: Store, nodes: Iterable[str], links: Iterable[Link]) -> nx.MultiDiGraph[str]:
    """A graph of the nodes and of those links that have both ends among them."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for iri, description in reading.descriptions(store, nodes).items():
        graph.add_node(iri, **description.attributes())
    inside = reading.grounded(store, (link for link in links if link.start in graph and link.end in graph))
    quoted, offices = quotes(store, inside), _office_names(store, inside)
    for link in sorted(inside, key=lambda link: (link.start, link.end, link.key)):
        words = [q for claim in link.claims for q in quoted.get(claim, ())]
        extra: dict[str, Attribute] = {"quotes": list(dict.fromkeys(words))[:QUOTES_OF_A_LINK]} if words else {}
        extra |= offices.get(link.detail or "", {}) if link.relation == HOLDS_OFFICE else {}
        graph.add_edge(link.start, link.end, key=link.key, **link.attributes(), **extra)
    return graph


def _office_names(store: Store, links: Iterable[Link]) -> dict[str, dict[str, Attribute]]:
    """The names of offices by key, as attributes `roleEn`, `roleFr` …"""
    keys = {link.detail for link in links if link.detail and link.relation == HOLDS_OFFICE}
    known = reading.descriptions(store, {iris.entity("office", key) for key in keys})
    return {
        iris.local_name(iri): {f"role{code.capitalize()}": name for code, name in office.names.items() if code}
        for iri, office in known.items()
    }


def quotes(store: Store, links: Iterable[Link]) -> dict[str, tuple[str, ...]]:
    """The quoted words of every claim that the links rest on, by claim id."""
    ids = sorted({claim for link in links for claim in link.claims})
    found: dict[str, tuple[str, ...]] = {}
    for first in range(0, len(ids), reading.STEP):
        for stored in store.claims(ids=ids[first : first + reading.STEP]):
            found[stored.claim.id] = tuple(piece.quote for piece in stored.claim.evidence)
    return found


def _walk(store: Store, centre: str, depth: int, limit: int) -> tuple[set[str], set[Link], bool]:
    """Breadth first; the links of the last ring are read too, for those among its own nodes."""
    found, ring, links, truncated = {centre}, [centre], set[Link](), False
    for step in range(depth + 1):
        around = list(reading.links(store, ring))
        links.update(around)
        if step == depth or not ring:
            break
        fresh = sorted({end for link in around for end in (link.start, link.end)} - found)
        truncated = truncated or len(found) + len(fresh) > limit
        ring = fresh[: max(0, limit - len(found))]
        found.update(ring)
    return found, links, truncated


def _known(store: Store, iri: str) -> bool:
    about = next(iter(store.claims(subject=iri)), None) or next(iter(store.claims(object=iri)), None)
    return about is not None or next(iter(reading.links(store, [iri])), None) is not None
