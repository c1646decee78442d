"""What can be checked: anything that answers SPARQL over a default graph and named graphs."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import pyoxigraph as ox

from summitry.claims import iris
from summitry.query.evidence import Evidences
from summitry.store import Readable, SparqlResult, quads, rdf_files
from summitry.store.sparql import evaluate
from summitry.validation.model import Proof

_IN_MEMORY = 50_000_000
"""Bytes of a file up to which it is held in memory."""

_BLANK = "urn:summitry:blank:"
"""Blank nodes of a file are named while it is checked, as SPARQL cannot ask for a blank node by its label."""


class Source(Protocol):
    """A graph to check."""

    def sparql(self, query: str) -> SparqlResult:
        """The result of a query."""
        ...

    def words(self, proof: Proof) -> Proof:
        """The proof with the sentence around its quote, where the text is at hand."""
        ...

    def shown(self, node: str) -> str:
        """A node as reports show it."""
        ...


class StoreSource:
    """A store as it is, or as it was."""

    def __init__(self, store: Readable, evidences: Evidences) -> None:
        self._store, self._evidences = store, evidences

    def sparql(self, query: str) -> SparqlResult:
        """See `Source.sparql`."""
        return self._store.sparql(query, timeout=None)

    def words(self, proof: Proof) -> Proof:
        """See `Source.words`."""
        found = self._evidences.of_claims([iris.local_name(proof.claim)])
        if not found:
            return proof
        first = found[0]
        return Proof(
            proof.claim, first.article, first.title, first.publisher, first.published, first.url, first.quote,
            first.sentence,
        )  # fmt: skip

    def shown(self, node: str) -> str:
        """See `Source.shown`."""
        return node


class FileSource:
    """An RDF file in a dataset of its own; see `open_file`."""

    def __init__(self, graph: ox.Store) -> None:
        self._graph = graph

    @classmethod
    @contextmanager
    def open(cls, path: Path) -> Iterator[FileSource]:
        """Read a file; a large one into a temporary folder. Raises InputError when it cannot be read."""
        form = rdf_files.format_of(path)
        with tempfile.TemporaryDirectory(prefix="summitry-validate-") as folder:
            large = path.exists() and path.stat().st_size > _IN_MEMORY
            graph = ox.Store(folder) if large else ox.Store()
            quads.load(graph, map(_named, rdf_files.read(path, form)))
            yield cls(graph)
            del graph

    def sparql(self, query: str) -> SparqlResult:
        """See `Source.sparql`."""
        return evaluate(self._graph, query)

    def words(self, proof: Proof) -> Proof:
        """See `Source.words`: a file has the quotes alone."""
        return proof

    def shown(self, node: str) -> str:
        """See `Source.shown`."""
        return f"_:{node.removeprefix(_BLANK)}" if node.startswith(_BLANK) else node


def _named(quad: ox.Quad) -> ox.Quad:
    subject, predicate, value, graph = quad
    return ox.Quad(_name(subject), predicate, _name(value), _name(graph))  # type: ignore[arg-type]


def _name(term: object) -> object:
    return ox.NamedNode(_BLANK + term.value) if isinstance(term, ox.BlankNode) else term
