"""The documents of the W3C's Turtle and TriG evaluation tests come back isomorphic, from both stores."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from tests.store.canonical_files import dataset
from tests.w3c import suites
from tests.w3c.suites import Suite

from summitry.store import Store

pytestmark = pytest.mark.soak

FORMATS = {".ttl": ox.RdfFormat.TURTLE, ".trig": ox.RdfFormat.TRIG, ".nt": ox.RdfFormat.N_TRIPLES,
           ".nq": ox.RdfFormat.N_QUADS}  # fmt: skip


@pytest.mark.parametrize("kind", ["embedded", pytest.param("on_server", marks=pytest.mark.neo4j)])
def test_documents_come_back(request: pytest.FixtureRequest, tmp_path: Path, kind: str) -> None:
    """Of each test the document, whose triples are known, and the result."""
    store: Store = request.getfixturevalue(kind)
    suites.fetched()
    tests = [(suite, *pair) for suite in (suites.TURTLE, suites.TRIG) for pair in suites.evaluated(suite)]
    failed = [action for suite, action, result in tests if not _comes_back(store, tmp_path, suite, action, result)]
    print(f"{len(tests)} tests, {len(tests) - len(failed)} come back")
    assert failed == []
    assert len(tests) >= 280


def _comes_back(store: Store, folder: Path, suite: Suite, action: str, result: str) -> bool:
    expected = _written(folder, suite, result)
    document = _written(folder, suite, action, f"@base <{action}> .\n")
    triples = dataset(expected, FORMATS[expected.suffix])
    return all(
        _exported(store, source, folder, format) == triples
        for source in (document, expected)
        for format in (ox.RdfFormat.N_QUADS, ox.RdfFormat.TRIG)
    )


def _written(folder: Path, suite: Suite, address: str, base: str = "") -> Path:
    path = folder / address.rpartition("/")[2]
    path.write_bytes(base.encode() + suite.read(address))
    return path


def _exported(store: Store, source: Path, folder: Path, format: ox.RdfFormat) -> ox.Dataset:
    store.datasets.import_file(source)
    target = folder / f"out.{format.file_extension}"
    store.datasets.export_file(target, name=source.name, format={"nq": "nquads", "trig": "trig"}[target.suffix[1:]])
    return dataset(target, format)
