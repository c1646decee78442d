"""RDF documents that come in over HTTP, as statements of the graph that they are meant for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from summitry.claims import InputError
from summitry.store import rdf_files

Document = tuple[bytes, str]
"""RDF, and its serialisation: one of `rdf_files.FORMATS`."""

Graph = ox.NamedNode | ox.BlankNode | ox.DefaultGraph


def triples(given: Iterable[Document], graph: Graph, base: str | None) -> list[ox.Quad]:
    """The triples of documents as statements of a graph, with tags spelled as in `language_tags`.

    Raises InputError when one breaks its grammar or has named graphs.
    """
    found = [quad for data, format in given for quad in quads(data, format, base)]
    if any(not isinstance(quad.graph_name, ox.DefaultGraph) for quad in found):
        raise InputError("graph", "the document has named graphs", "send triples")
    return [ox.Quad(quad.subject, quad.predicate, quad.object, graph) for quad in found]


def quads(data: bytes, format: str, base: str | None) -> Iterator[ox.Quad]:
    """The statements of a document, with tags spelled as in `language_tags`. Raises InputError."""
    try:
        text = rdf_files.spelled(data, format)
        yield from ox.parse(text, rdf_files.FORMATS[format], base_iri=base, rename_blank_nodes=True)
    except (SyntaxError, ValueError) as error:
        raise InputError("document", f"no {format}: {error}", "correct it, or name its media type") from error
