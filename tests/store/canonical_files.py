"""RDF files as datasets that can be compared."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from summitry.store import language_tags


def dataset(path: Path, format: ox.RdfFormat) -> ox.Dataset:
    """A file with canonical blank nodes, lexical forms and language tags as they are written."""
    text = language_tags.spell_turtle(path.read_bytes().decode("utf-8"))
    found = ox.Dataset(ox.parse(text, format=format, lenient=True))
    found.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return found
