"""Networks in files open again in their own tools, and are the same bytes every time."""

from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import networkx as nx
import orjson
import pytest

from summitry.graph import find, neighbourhood, to_gexf, to_graphml, to_json
from summitry.store import Store

SCRIPT = """
import sys
from pathlib import Path
from summitry.graph import find, neighbourhood, to_gexf, to_graphml, to_json
from summitry.graph.drawing.draw import html, png, svg
from summitry.store import Access, EmbeddedStore
with EmbeddedStore(Path(sys.argv[1]), access=Access.READ) as store:
    graph = neighbourhood(store, find(store, "Kananaskis")[0].iri)
for write in (to_json, to_graphml, to_gexf, svg, png, html):
    sys.stdout.buffer.write(write(graph))
"""


@pytest.fixture(scope="module")
def graph(meetings: Store) -> nx.MultiDiGraph[str]:
    return neighbourhood(meetings, find(meetings, "London talks")[0].iri, 2)


def test_json_is_the_graph(graph: nx.MultiDiGraph[str]) -> None:
    again = nx.node_link_graph(orjson.loads(to_json(graph)), edges="edges")
    assert nx.utils.graphs_equal(again, graph)


def test_graphml_opens_again(graph: nx.MultiDiGraph[str]) -> None:
    again = nx.read_graphml(BytesIO(to_graphml(graph)), force_multigraph=True)
    assert set(again) == set(graph)
    assert again.number_of_edges() == graph.number_of_edges()
    assert {data["name"] for _, data in again.nodes(data=True)} == {data["name"] for _, data in graph.nodes(data=True)}


def test_gexf_opens_again(graph: nx.MultiDiGraph[str]) -> None:
    again = nx.read_gexf(BytesIO(to_gexf(graph)))
    assert set(again) == set(graph)
    assert again.number_of_edges() == graph.number_of_edges()
    assert {data["label"] for _, data in again.nodes(data=True)} == {data["name"] for _, data in graph.nodes(data=True)}


def test_the_same_bytes_whatever_the_hash_seed(sample_data: Path) -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT, str(sample_data)],
            env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(outputs) == 1
