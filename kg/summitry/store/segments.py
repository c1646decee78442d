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


def subject_hash(subject: ox.NamedNode | ox.BlankNode | ox.Triple) -> int:
    """64 bits of a hash of a subject, as SQLite keeps integers."""
    found = hashlib.blake2b(str(subject).encode(), digest_size=8).digest()
    return int.from_bytes(found, "big", signed=True)


def stored(quads: Iterable[ox.Quad]) -> set[ox.Quad]:
    """The statements as Oxigraph keeps them: it writes some literals in another form."""
    store = ox.Store()
    store.extend(quads)
    return set(store)
