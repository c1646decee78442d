"""The terms of rdflib ↔ those of pyoxigraph, and values as they were written."""

from __future__ import annotations

import pyoxigraph as ox
from rdflib import BNode, Literal, URIRef
from rdflib.term import Node

from summitry.claims import InputError, RdfTerm
from summitry.claims import Iri as OwnIri
from summitry.claims import Literal as OwnLiteral
from summitry.store import language_tags
from summitry.store.matching import Subject, Value


def to_ox(term: Node) -> Value:
    """A term for the store, its language tag spelled as in `language_tags`. Raises InputError for what RDF lacks."""
    match term:
        case URIRef():
            return _named(term)
        case BNode():
            return _blank(term)
        case Literal() if term.language:
            return ox.Literal(str(term), language=language_tags.spell(term.language))
        case Literal() if term.datatype is not None:
            return ox.Literal(str(term), datatype=_named(term.datatype))
        case Literal():
            return ox.Literal(str(term))
        case _:
            raise InputError(repr(term), "is no term of RDF 1.1", "use URIRef, BNode or Literal")


def to_quad(triple: tuple[Node, Node, Node], graph: ox.NamedNode | ox.BlankNode | ox.DefaultGraph) -> ox.Quad:
    """A triple for the store. Raises InputError for a literal as subject, and for a predicate that is no IRI."""
    subject, predicate, value = map(to_ox, triple)
    if isinstance(subject, ox.Literal) or not isinstance(predicate, ox.NamedNode):
        raise InputError(f"{triple[0]!r} {triple[1]!r}", "cannot be subject and predicate", "use RDF 1.1")
    return ox.Quad(subject, predicate, value, graph)


def pattern(term: Node) -> Value:
    """A term to look for: as the view keeps it, where language tags have small letters."""
    if isinstance(term, Literal) and term.language:
        return ox.Literal(str(term), language=term.language.lower())
    return to_ox(term)


def resource(term: Subject) -> URIRef | BNode:
    """A subject, predicate or graph for rdflib."""
    return BNode(term.value) if isinstance(term, ox.BlankNode) else URIRef(term.value)


def value(term: RdfTerm) -> URIRef | BNode | Literal:
    """An object for rdflib, in the form in which it was written."""
    match term:
        case OwnIri(iri):
            return URIRef(iri)
        case OwnLiteral(lexical, _, language) if language:
            return Literal(lexical, lang=language)
        case OwnLiteral(lexical, datatype):
            return Literal(lexical, datatype=_datatype(datatype), normalize=False)
        case blank:
            return BNode(blank.label)


def _datatype(iri: str) -> URIRef | None:
    """Plain texts have none, as rdflib has it."""
    return None if iri == "http://www.w3.org/2001/XMLSchema#string" else URIRef(iri)


def _named(iri: URIRef) -> ox.NamedNode:
    try:
        return ox.NamedNode(str(iri))
    except ValueError as error:
        raise InputError(f"<{iri}>", f"is no absolute IRI: {error}", "use a full address") from error


def _blank(node: BNode) -> ox.BlankNode:
    try:
        return ox.BlankNode(str(node))
    except ValueError as error:
        raise InputError(f"_:{node}", f"is no label of a blank node: {error}", "use letters and digits") from error
