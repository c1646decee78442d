"""Imported statements in the log: cut into segments of N-Quads text, with an index of their subjects."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from summitry.store import rdf_files

SIZE = 200
"""Statements in a segment."""

_MARK = "# graph "


@dataclass(frozen=True, slots=True)
class Segment:
    """Some statements as N-Quads text; `subjects` are the hashes of their subjects."""

    text: str
    statements: int
    subjects: frozenset[int]


def cut(quads: Iterable[ox.Quad]) -> Iterator[Segment]:
    """Segments of a stream of statements, in its order."""
    stream = iter(quads)
    while part := list(itertools.islice(stream, SIZE)):
        subjects = frozenset(subject_hash(subject) for subject in {quad.subject for quad in part})
        yield Segment(rdf_files.lines(part), len(part), subjects)


def cut_lines(lines: Iterable[str]) -> Iterator[Segment]:
    """Segments of statements that are lines of N-Quads already."""
    stream = iter(lines)
    while part := list(itertools.islice(stream, SIZE)):
        text = "".join(f"{line}\n" for line in part)
        yield Segment(text, len(part), subjects_of(text))


def subjects_of(text: str) -> frozenset[int]:
    """The hashes that a segment is found by: of its subjects, or of the graph that it marks."""
    graph = marked_graph(text)
    names = {graph} if graph else {quad.subject for quad in rdf_files.parse_lines(text)}
    return frozenset(map(subject_hash, names))


def mark(graph: ox.NamedNode | ox.BlankNode) -> Segment:
    """A segment without statements, which says that there is a graph, be it empty: a comment line of N-Quads."""
    return Segment(f"{_MARK}{graph}\n", 0, frozenset([subject_hash(graph)]))


def marked_graph(text: str) -> ox.NamedNode | ox.BlankNode | None:
    """The graph that a segment marks; None for segments of statements."""
    if not text.startswith(_MARK):
        return None
    name = text.removeprefix(_MARK).strip()
    return ox.BlankNode(name[2:]) if name.startswith("_:") else ox.NamedNode(name[1:-1])


def subject_hash(subject: ox.NamedNode | ox.BlankNode | ox.Triple) -> int:
    """64 bits of a hash of a subject, as SQLite keeps integers."""
    found = hashlib.blake2b(str(subject).encode(), digest_size=8).digest()
    return int.from_bytes(found, "big", signed=True)


def stored(quads: Iterable[ox.Quad]) -> set[ox.Quad]:
    """The statements as Oxigraph keeps them: it writes some literals in another form."""
    store = ox.Store()
    store.extend(quads)
    return set(store)
