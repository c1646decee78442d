"""RDF terms as the native values of a property graph."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime

from summitry.claims import BlankNode, Iri, Literal, RdfTerm, iris
from summitry.store.graph_model import PropertyValue
from summitry.store.vocabulary import XSD

_MAX_INT = 2**63


def _integer(lexical: str) -> int:
    number = int(lexical)
    if not -_MAX_INT <= number < _MAX_INT:
        raise ValueError("does not fit into 64 bits")
    return number


def _boolean(lexical: str) -> bool:
    return {"true": True, "1": True, "false": False, "0": False}[lexical]


_READERS: dict[str, Callable[[str], PropertyValue]] = {
    XSD + "integer": _integer,
    XSD + "int": _integer,
    XSD + "long": _integer,
    XSD + "nonNegativeInteger": _integer,
    XSD + "decimal": float,
    XSD + "double": float,
    XSD + "float": float,
    XSD + "boolean": _boolean,
    XSD + "date": date.fromisoformat,
    XSD + "dateTime": datetime.fromisoformat,
}


def value(literal: Literal) -> PropertyValue:
    """The native value of a literal; its text when the datatype has none or the text does not fit it."""
    reader = _READERS.get(literal.datatype)
    if reader is None:
        return literal.lexical
    try:
        return reader(literal.lexical)
    except (ValueError, KeyError):
        return literal.lexical


def values(literals: Iterable[Literal]) -> PropertyValue:
    """One native value, or the sorted texts when there are several."""
    found = list(dict.fromkeys(literals))
    return value(found[0]) if len(found) == 1 else sorted({literal.lexical for literal in found})


def word(term: RdfTerm) -> str:
    """One word for a term: the local name of an IRI, the text of a literal, the label of a blank node."""
    match term:
        case Iri(iri):
            return iris.local_name(iri)
        case Literal(lexical=lexical):
            return lexical
        case BlankNode(label):
            return f"_:{label}"


def words(terms: Iterable[RdfTerm]) -> list[str]:
    """Sorted different words; IRIs in full."""
    return sorted({term.value if isinstance(term, Iri) else word(term) for term in terms})
