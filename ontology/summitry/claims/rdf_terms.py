"""RDF terms as plain values: what a claim's object can be. Lexical forms are kept verbatim."""

from __future__ import annotations

from dataclasses import dataclass

XSD = "http://www.w3.org/2001/XMLSchema#"
RDF_LANG_STRING = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"


@dataclass(frozen=True, slots=True)
class Iri:
    """A resource named by its absolute IRI."""

    value: str

    def __reduce__(self) -> tuple[type[Iri], tuple[str]]:
        """Pickled as a call, much faster than by the protocol of frozen dataclasses."""
        return Iri, (self.value,)


@dataclass(frozen=True, slots=True)
class BlankNode:
    """A resource without a global name; the label is unique within one imported dataset."""

    label: str


@dataclass(frozen=True, slots=True)
class Literal:
    """A literal: verbatim lexical form with datatype IRI or language tag."""

    lexical: str
    datatype: str = XSD + "string"
    language: str | None = None

    def __reduce__(self) -> tuple[type[Literal], tuple[str, str, str | None]]:
        return Literal, (self.lexical, self.datatype, self.language)


RdfTerm = Iri | BlankNode | Literal


def text(lexical: str, language: str | None = None) -> Literal:
    """A string literal, with a language tag when one is given."""
    return Literal(lexical, RDF_LANG_STRING, language) if language else Literal(lexical)


def typed(lexical: str, xsd_name: str) -> Literal:
    """A literal of an XML Schema datatype, for example `typed("2026-02-24", "date")`."""
    return Literal(lexical, XSD + xsd_name)


def key(value: RdfTerm) -> str:
    """One line that tells the term apart from every other; used for hashing and sorting, and is valid N-Triples."""
    if isinstance(value, Iri):
        return f"<{value.value}>"
    if isinstance(value, BlankNode):
        return f"_:{value.label}"
    quoted = f'"{_escape(value.lexical)}"'
    return f"{quoted}@{value.language}" if value.language else f"{quoted}^^<{value.datatype}>"


def _escape(lexical: str) -> str:
    return lexical.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
