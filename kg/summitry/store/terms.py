"""Our RDF terms ↔ those of pyoxigraph."""

from __future__ import annotations

from functools import lru_cache

import pyoxigraph as ox

from summitry.claims import BlankNode, InputError, Iri, Literal, RdfTerm, rdf_terms

OxTerm = ox.NamedNode | ox.BlankNode | ox.Literal
OxAnyTerm = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

TRIPLE_TERM = "http://www.w3.org/1999/02/22-rdf-syntax-ns#tripleTerm"
"""Datatype under which a triple term (RDF 1.2) in a query result is given as text."""

_BLANK = "_:"


@lru_cache(maxsize=65536)
def named(iri: str) -> ox.NamedNode:
    """The IRI as a pyoxigraph node. Raises InputError when it is no absolute IRI."""
    try:
        return ox.NamedNode(iri)
    except ValueError as error:
        raise InputError(f"<{iri}>", f"not an absolute IRI: {error}", "use a full address such as https://…") from error


def resource(iri: str) -> ox.NamedNode | ox.BlankNode:
    """A subject: an IRI, or a blank node written `_:label`."""
    return ox.BlankNode(iri[2:]) if iri.startswith(_BLANK) else named(iri)


def to_ox(term: RdfTerm) -> OxTerm:
    """Our term as a pyoxigraph term; the lexical form is kept until it is stored."""
    match term:
        case Iri(iri):
            return named(iri)
        case BlankNode(label):
            return ox.BlankNode(label)
        case Literal(lexical, _, language) if language:
            return ox.Literal(lexical, language=language)
        case Literal(lexical, datatype):
            return ox.Literal(lexical, datatype=named(datatype))


def from_ox(term: OxAnyTerm) -> RdfTerm:
    """A pyoxigraph term as ours; a triple term becomes a literal of datatype `TRIPLE_TERM`."""
    match term:
        case ox.NamedNode():
            return Iri(term.value)
        case ox.BlankNode():
            return BlankNode(term.value)
        case ox.Literal() if term.language:
            return Literal(term.value, rdf_terms.RDF_LANG_STRING, term.language)
        case ox.Literal():
            return Literal(term.value, term.datatype.value)
        case _:
            return Literal(str(term), TRIPLE_TERM)
