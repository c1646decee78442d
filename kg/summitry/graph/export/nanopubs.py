"""Each claim of an article as a nanopublication (nanopub.net guidelines): assertion, provenance, publication info.

What an article says as a fact is asserted as a plain triple. What it denies, or says only to be planned or possible, is
asserted as a claim with its polarity and modality, since the plain triple would say the contrary. The nanopublications
are not signed and have no trusty URIs: whoever publishes them gives them both, for example with the package `nanopub`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC
from pathlib import Path

import pyoxigraph as ox

from summitry.claims import Claim, InputError, iris
from summitry.claims.values import Modality, Polarity
from summitry.graph.export.whole import Whole
from summitry.ontology import terms as ontology
from summitry.store import rdf_view, terms
from summitry.store.protocol import Store
from summitry.store.registry import load_registry
from summitry.store.vocabulary import PROV, RDF, TYPE, XSD

NP = "http://www.nanopub.org/nschema#"
DCTERMS = "http://purl.org/dc/terms/"
SOFTWARE = "https://w3id.org/summitry/"
_PARTS = ("Head", "assertion", "provenance", "pubinfo")
_CONTENT = frozenset({RDF + "subject", RDF + "predicate", RDF + "object"})
_STANCE = frozenset({ontology.MODALITY, ontology.POLARITY})


def write(store: Store, out: Path, *, licence: str | None = None) -> int:
    """Write a nanopublication for each live claim of an article; returns their number.

    Raises InputError for a licence that is no IRI.
    """
    number = 0
    whole = Whole.of(store)
    terms_of_use = _licence(licence)

    def quads() -> Iterator[ox.Quad]:
        nonlocal number
        for source in filter(whole.article, whole.sources):
            for stored in store.claims(source=source):
                if stored.claim.predicate != ontology.SAME_EVENT_AS:
                    number += 1
                    yield from nanopub(stored.claim, terms_of_use)

    prefixes = {**load_registry().prefixes, "np": NP}
    ox.serialize(quads(), output=str(out), format=ox.RdfFormat.TRIG, prefixes=prefixes)
    return number


def nanopub(claim: Claim, licence: ox.NamedNode | None = None) -> Iterator[ox.Quad]:
    """The four graphs of one claim."""
    base = iris.entity("nanopub", claim.id)
    head, assertion, provenance, pubinfo = (terms.named(f"{base}#{part}") for part in _PARTS)
    about = terms.named(base)
    yield ox.Quad(about, terms.named(TYPE), terms.named(NP + "Nanopublication"), head)
    for name, part in (("Assertion", assertion), ("Provenance", provenance), ("PublicationInfo", pubinfo)):
        yield ox.Quad(about, terms.named(f"{NP}has{name}"), part, head)
    yield from _assertion(claim, assertion)
    yield from _provenance(claim, assertion, provenance)
    yield from _pubinfo(claim, about, pubinfo, licence)


def _assertion(claim: Claim, graph: ox.NamedNode) -> Iterator[ox.Quad]:
    if claim.polarity is Polarity.POSITIVE and claim.modality is Modality.ASSERTED:
        yield ox.Quad(terms.resource(claim.subject), terms.named(claim.predicate), terms.to_ox(claim.object), graph)
        return
    for quad in rdf_view.claim_quads(claim):
        if quad.predicate.value in _CONTENT | _STANCE or _is_class(quad, "Claim"):
            yield ox.Quad(quad.subject, quad.predicate, quad.object, graph)


def _provenance(claim: Claim, assertion: ox.NamedNode, graph: ox.NamedNode) -> Iterator[ox.Quad]:
    """What the store knows of the claim, with the words that say so."""
    yield ox.Quad(assertion, terms.named(PROV + "wasDerivedFrom"), terms.named(claim.iri), graph)
    yield ox.Quad(assertion, terms.named(PROV + "hadPrimarySource"), terms.named(claim.source), graph)
    for quad in rdf_view.claim_quads(claim):
        if quad.predicate.value not in _CONTENT:
            yield ox.Quad(quad.subject, quad.predicate, quad.object, graph)


def _pubinfo(claim: Claim, about: ox.NamedNode, graph: ox.NamedNode, licence: ox.NamedNode | None) -> Iterator[ox.Quad]:
    yield ox.Quad(about, terms.named(DCTERMS + "creator"), terms.named(SOFTWARE), graph)
    yield ox.Quad(about, terms.named(PROV + "wasAttributedTo"), terms.named(SOFTWARE), graph)
    if claim.recorded_at is not None:
        moment = claim.recorded_at.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"
        created = ox.Literal(moment, datatype=terms.named(XSD + "dateTime"))
        yield ox.Quad(about, terms.named(DCTERMS + "created"), created, graph)
    if licence is not None:
        yield ox.Quad(about, terms.named(DCTERMS + "license"), licence, graph)


def _is_class(quad: ox.Quad, name: str) -> bool:
    return quad.predicate.value == TYPE and quad.object == terms.named(iris.term(name))


def _licence(licence: str | None) -> ox.NamedNode | None:
    try:
        return None if licence is None else ox.NamedNode(licence)
    except ValueError as error:
        raise InputError(licence or "", "is no IRI of a licence", "use an address such as https://…") from error
