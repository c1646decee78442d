"""Statements as they were written: found in the RDF view by pattern, with lexical forms and language tags from the log.

The view keeps literals by value (`"007"` is 7, `@en-GB` is `@en-gb`). What was written stands in the imported segments:
for few statements it is looked up by subject, for many the log is read through once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice

import pyoxigraph as ox

from summitry.claims import Literal, RdfTerm, rdf_terms
from summitry.store import language_tags, rdf_files, segments, terms, update_delta
from summitry.store.log_segments import SegmentLog
from summitry.store.verbatim import verbatim

Graph = ox.NamedNode | ox.BlankNode | ox.DefaultGraph
Subject = ox.NamedNode | ox.BlankNode
Value = ox.NamedNode | ox.BlankNode | ox.Literal
Found = tuple[ox.Quad, RdfTerm]
"""A statement as the view has it, and its object as it was written."""

_BATCH = 200
_FEW = 2_000
"""So many statements with values are looked up one by one; for more, reading the log through is quicker."""


class Statements:
    """What SPARQL shows, by pattern; `EmbeddedStore.statements`, `Neo4jStore.statements`."""

    def __init__(self, view: Callable[[], ox.Store], log: Callable[[], SegmentLog]) -> None:
        self._view, self._log = view, log

    def match(
        self,
        subject: Subject | None = None,
        predicate: ox.NamedNode | None = None,
        object: Value | None = None,
        graph: Graph | None = None,
    ) -> Iterator[Found]:
        """Statements that fit; None stands for anything, as a graph for the default graph and all named ones.

        A value that was written in several forms (`1.0` and `1.00`) comes once in each.
        """
        for batch, forms in self._looked_up(subject, predicate, object, graph):
            yield from _written(batch, forms)

    def triples(self, graph: Graph) -> Iterator[ox.Triple]:
        """The triples of a graph as they were written, with tags spelled as in `language_tags`."""
        for batch, forms in self._looked_up(None, None, None, graph):
            yield from (quad.triple for quad in batch if quad not in forms)
            lines = dict.fromkeys(line for quad in batch for line in forms.get(quad, ()))
            yield from (quad.triple for quad in rdf_files.parse_lines("\n".join(lines), keep_tags=True))

    def _looked_up(
        self, subject: Subject | None, predicate: ox.NamedNode | None, object: Value | None, graph: Graph | None
    ) -> Iterator[tuple[list[ox.Quad], Mapping[ox.Quad, list[str]]]]:
        """What the view has, part by part, with the lines of the log where those may say it in another form."""
        found = iter(self._view().quads_for_pattern(subject, predicate, object, graph))
        log, looked_up = self._log(), 0
        forms: Mapping[ox.Quad, list[str]] | None = None if log.any() else {}
        while batch := list(islice(found, _BATCH)):
            values = [quad for quad in batch if _may_differ(quad)]
            looked_up += len(values)
            if forms is None and looked_up > _FEW:
                forms = _differing(log.texts())
            yield batch, verbatim(log, values) if forms is None else forms

    def graphs(self, quad: ox.Quad | None = None) -> list[Graph]:
        """The graphs that hold a triple; without one, the default graph and all named ones, be they empty."""
        if quad is None:
            return [ox.DefaultGraph(), *self._view().named_graphs()]
        everywhere = self._view().quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
        return [same.graph_name for same in everywhere]

    def count(self, graph: Graph | None = None) -> int:
        """How many triples a graph has; None counts each triple of all graphs once."""
        view = self._view()
        if graph is not None:
            return sum(1 for _ in view.quads_for_pattern(None, None, None, graph))
        query = "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?s ?p ?o { ?s ?p ?o } }"
        solutions = view.query(query, use_default_graph_as_union=True)
        assert isinstance(solutions, ox.QuerySolutions)
        number = next(solutions)["n"]
        assert isinstance(number, ox.Literal)
        return int(number.value)


def _may_differ(quad: ox.Quad) -> bool:
    value = quad.object
    return isinstance(value, ox.Literal) and value.datatype.value != rdf_terms.XSD + "string"


def _written(batch: Iterable[ox.Quad], forms: Mapping[ox.Quad, list[str]]) -> Iterator[Found]:
    for quad in batch:
        lines = forms.get(quad)
        if lines:
            yield from ((quad, term) for term in dict.fromkeys(map(_object, lines)))
        else:
            yield quad, terms.from_ox(quad.object)


def _object(line: str) -> RdfTerm:
    (quad,) = rdf_files.parse_lines(line, keep_tags=True)
    value = quad.object
    if isinstance(value, ox.Literal) and value.language:
        return Literal(value.value, rdf_terms.RDF_LANG_STRING, language_tags.restore(value.language))
    return terms.from_ox(value)


def _differing(texts: Iterable[str]) -> dict[ox.Quad, list[str]]:
    """The lines of statements that the view does not keep as they were written, with all their forms."""
    forms: dict[ox.Quad, list[str]] = {}
    plain: set[int] = set()
    for text in texts:
        for as_written, quad, line in _lines(text):
            same = as_written == quad and not language_tags.has_capitals(line.encode())
            if quad in forms:
                forms[quad].append(line)
            elif not same:
                forms[quad] = [update_delta.line(quad), line] if hash(quad) in plain else [line]
            else:
                plain.add(hash(quad))
    return forms


def _lines(text: str) -> Iterator[tuple[ox.Quad, ox.Quad, str]]:
    """Statements whose values may differ: as they were written, as the view keeps them, and as lines."""
    if segments.marked_graph(text) is None:
        parsed = list(rdf_files.parse_lines(text))
        triples = zip(parsed, update_delta.stored(parsed), text.split("\n")[:-1], strict=True)
        yield from (found for found in triples if _may_differ(found[1]))
