"""Whatever dataset a user imports comes back isomorphic, from the embedded store and from Neo4j."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from tests.store.canonical_files import dataset
from tests.store.roundtrip_probes import PREFIXES, PROBES

from summitry.store import Store


@pytest.mark.parametrize("name", PROBES)
def test_embedded(embedded: Store, tmp_path: Path, name: str) -> None:
    check(embedded, tmp_path, name)


@pytest.mark.neo4j
@pytest.mark.parametrize("name", PROBES)
def test_neo4j(on_server: Store, tmp_path: Path, name: str) -> None:
    check(on_server, tmp_path, name)


def test_there_are_enough_probes() -> None:
    assert len(PROBES) >= 60


def check(store: Store, folder: Path, name: str) -> None:
    """Import a probe, export it in every format that knows graphs, and compare."""
    source = folder / f"{name}.trig"
    source.write_text(PREFIXES + PROBES[name], encoding="utf-8")
    store.datasets.import_file(source)
    expected = dataset(source, ox.RdfFormat.TRIG)
    for format, known in (("nquads", ox.RdfFormat.N_QUADS), ("trig", ox.RdfFormat.TRIG)):
        target = folder / f"out.{format}"
        store.datasets.export_file(target, name=source.name, format=format)
        assert dataset(target, known) == expected
    store.datasets.export_file(folder / "out.jsonld", name=source.name, format="jsonld")
    assert len(dataset(folder / "out.jsonld", ox.RdfFormat.JSON_LD)) == len(expected)
