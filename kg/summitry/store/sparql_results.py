"""Results of SPARQL queries: values for Python, and every result format through pyoxigraph.

A result is kept as the engine wrote it (SPARQL JSON, N-Triples) and turned into values or another format on demand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import orjson
import pyoxigraph as ox

from summitry.claims import BlankNode, Iri, Literal, QueryError, RdfTerm, rdf_terms
from summitry.store import language_tags, terms

TABLE_FORMATS = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
"""Formats of Solutions and Boolean."""

GRAPH_FORMATS = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "nquads": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
}
"""Formats of Graph."""

Row = tuple[RdfTerm | None, ...]
Triple = tuple[RdfTerm, RdfTerm, RdfTerm]


@dataclass(frozen=True)
class Solutions:
    """Result of SELECT: one row per solution with one term, or None, per variable."""

    json: bytes

    @cached_property
    def variables(self) -> tuple[str, ...]:
        """Names without `?`, in order of the query."""
        return tuple(orjson.loads(self.json)["head"]["vars"])

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """All rows."""
        names = self.variables
        bindings = orjson.loads(self.json)["results"]["bindings"]
        return tuple(tuple(_term(row[name]) if name in row else None for name in names) for row in bindings)

    def dicts(self) -> Iterator[dict[str, RdfTerm]]:
        """Rows as variable → term, without the unbound variables."""
        for row in self.rows:
            yield {name: term for name, term in zip(self.variables, row, strict=True) if term is not None}


@dataclass(frozen=True)
class Boolean:
    """Result of ASK."""

    json: bytes

    @property
    def value(self) -> bool:
        """The answer."""
        return bool(orjson.loads(self.json)["boolean"])


@dataclass(frozen=True)
class Graph:
    """Result of CONSTRUCT and DESCRIBE."""

    ntriples: bytes

    @cached_property
    def triples(self) -> tuple[Triple, ...]:
        """All different triples, in order of first appearance."""
        quads = ox.parse(self.ntriples, format=ox.RdfFormat.N_TRIPLES, lenient=True)
        return tuple(
            dict.fromkeys(
                (terms.from_ox(q.subject), terms.from_ox(q.predicate), terms.from_ox(q.object)) for q in quads
            )
        )


SparqlResult = Solutions | Boolean | Graph


def serialise(result: SparqlResult, format: str, prefixes: dict[str, str] | None = None) -> bytes:
    """The result in one of TABLE_FORMATS or GRAPH_FORMATS. Raises QueryError when the format does not fit."""
    formats: Sequence[str] = list(GRAPH_FORMATS if isinstance(result, Graph) else TABLE_FORMATS)
    if format not in formats:
        raise QueryError(format, "no format for this kind of result", f"choose one of {', '.join(formats)}")
    if isinstance(result, Graph):
        return _graph(result, GRAPH_FORMATS[format], prefixes)
    if format == "json":
        return result.json
    parsed = ox.parse_query_results(result.json, format=ox.QueryResultsFormat.JSON)
    return parsed.serialize(format=TABLE_FORMATS[format]) or b""


def _graph(result: Graph, format: ox.RdfFormat, prefixes: dict[str, str] | None) -> bytes:
    if format == ox.RdfFormat.N_TRIPLES:
        return result.ntriples
    quads = ox.parse(result.ntriples, format=ox.RdfFormat.N_TRIPLES, lenient=True)
    return _document(dict.fromkeys(quad.triple for quad in quads), format, prefixes)


def written(triples: Iterable[ox.Triple], format: str, prefixes: dict[str, str] | None = None) -> bytes:
    """Triples, whose tags are spelled as in `language_tags`, in one of GRAPH_FORMATS, with tags as they were written.

    Raises QueryError when the format does not fit.
    """
    text = _document(triples, GRAPH_FORMATS[format], prefixes).decode("utf-8")
    return language_tags.restore(text).encode("utf-8")


def _document(triples: Iterable[ox.Triple], format: ox.RdfFormat, prefixes: dict[str, str] | None) -> bytes:
    try:
        return ox.serialize(triples, format=format, prefixes=prefixes) or b""
    except OSError as error:  # JSON-LD and RDF/XML have no triple terms
        raise QueryError(format.name, str(error), "choose turtle or ntriples") from error


def _term(binding: dict[str, object]) -> RdfTerm:
    """A term of the SPARQL JSON format."""
    value = binding["value"]
    match binding["type"]:
        case "uri":
            return Iri(str(value))
        case "bnode":
            return BlankNode(str(value))
        case "literal" | "typed-literal":
            return rdf_terms.text(str(value), str(binding["xml:lang"])) if "xml:lang" in binding else _typed(binding)
        case _:
            return Literal(orjson.dumps(value).decode(), terms.TRIPLE_TERM)


def _typed(binding: dict[str, object]) -> Literal:
    datatype = binding.get("datatype", rdf_terms.XSD + "string")
    return Literal(str(binding["value"]), str(datatype))
