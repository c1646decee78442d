"""Every export opens again in its own tool and holds what the store holds."""

from __future__ import annotations

import csv
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import icalendar
import neo4j
import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib
from tests.conftest import ROOT, Run
from tests.neo4j_fixture import Neo4jLogin, server_module

from summitry.claims import InputError
from summitry.graph.export import FORMATS, Options, export
from summitry.graph.export.cypher_script import literal
from summitry.graph.export.whole import Whole
from summitry.store import EmbeddedStore, Solutions, Store, vocabularies
from summitry.store.graph_model import Node, Relationship
from summitry.store.registry import load_registry

IMPORTED = re.compile(r"(\d+) nodes\s+(\d+) relationships")


def count(store: Store, pattern: str) -> int:
    own = ", ".join(f"<{name}>" for name in sorted(vocabularies.GRAPHS))  # not exported: every store has them
    result = store.sparql(f"SELECT (COUNT(*) AS ?n) WHERE {{ {pattern} FILTER(!BOUND(?g) || ?g NOT IN ({own})) }}")
    assert isinstance(result, Solutions)
    cell = result.rows[0][0]
    return int(getattr(cell, "lexical", "-1"))


def nodes_of(whole: Whole) -> list[Node]:
    return [part for part in whole.everything() if isinstance(part, Node)]


def edges_of(whole: Whole) -> list[Relationship]:
    return [part for part in whole.everything() if isinstance(part, Relationship)]


@pytest.fixture(scope="module")
def whole(meetings: Store) -> Whole:
    return Whole.of(meetings)


@pytest.mark.parametrize("format", ["nquads", "trig", "jsonld"])
def test_rdf_holds_every_statement(meetings: Store, format: str, tmp_path: Path) -> None:
    """The view of the store is itself made from the claims: what the export says must be what it shows."""
    out = tmp_path / "out"
    export(meetings, format, out)
    form = {"nquads": ox.RdfFormat.N_QUADS, "trig": ox.RdfFormat.TRIG, "jsonld": ox.RdfFormat.JSON_LD}[format]
    read = ox.Store()
    read.load(path=str(out), format=form)
    named = {quad for quad in read if not isinstance(quad.graph_name, ox.DefaultGraph)}
    assert len(read) - len(named) == count(meetings, "?s ?p ?o")
    assert len(named) == count(meetings, "GRAPH ?g { ?s ?p ?o }")


def test_turtle_opens_in_rdflib(meetings: Store, tmp_path: Path) -> None:
    export(meetings, "turtle", tmp_path / "facts.ttl")
    graph = rdflib.Graph().parse(tmp_path / "facts.ttl", format="turtle")
    assert len(graph) == count(meetings, "?s ?p ?o")


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
def test_trig_opens_in_rdflib(meetings: Store, tmp_path: Path) -> None:
    export(meetings, "trig", tmp_path / "all.trig")
    dataset = rdflib.Dataset()
    dataset.parse(data=(tmp_path / "all.trig").read_text("utf-8"), format="trig")
    quads = sum(1 for _ in dataset.quads((None, None, None, None)))
    assert quads == count(meetings, "?s ?p ?o") + count(meetings, "GRAPH ?g { ?s ?p ?o }")


@pytest.mark.parametrize("format", ["graphml", "gexf"])
def test_networks_open_in_networkx(meetings: Store, format: str, tmp_path: Path) -> None:
    export(meetings, format, tmp_path / "out")
    graph = nx.read_gexf(tmp_path / "out") if format == "gexf" else nx.read_graphml(tmp_path / "out")
    names = {data["label" if format == "gexf" else "name"] for _, data in graph.nodes(data=True)}
    assert {"Paris summit", "Macron"} <= names
    relations = {data["relation"] for _, _, data in graph.edges(data=True)}
    assert {"PARTICIPATES_IN", "INVITED_TO", "TAKES_PLACE_IN", "REPORTS"} <= relations


def test_a_calendar_opens_in_icalendar(samples: Store, tmp_path: Path) -> None:
    export(samples, "ics", tmp_path / "events.ics")
    raw = (tmp_path / "events.ics").read_bytes()
    calendar = icalendar.Calendar.from_ical(raw)
    events = calendar.walk("VEVENT")
    assert len(events) == count(samples, "?e a <https://w3id.org/summitry/ontology#Event> ; "
                                "<https://w3id.org/summitry/ontology#start> ?start")  # fmt: skip
    by_uid = {str(event["UID"]): event for event in events}
    assert len(by_uid) == len(events)
    conference = next(event for event in events if event.decoded("DTSTART") == date(2026, 2, 24))
    assert conference.decoded("DTEND") == date(2026, 2, 25)
    assert str(conference["STATUS"]) == "CONFIRMED"
    assert "Chaired by: France, United Kingdom" in str(conference["DESCRIPTION"])
    assert all(event["DTSTAMP"].to_ical().endswith(b"Z") for event in events)
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))


def rows(folder: Path, prefix: str) -> Iterator[list[str]]:
    for file in sorted(folder.glob(f"{prefix}*.csv")):
        with file.open(newline="", encoding="utf-8") as text:
            header, *found = csv.reader(text)
            assert all(len(row) == len(header) for row in found)
            yield from found


def test_csv_has_a_row_for_everything(meetings: Store, whole: Whole, tmp_path: Path) -> None:
    export(meetings, "csv", tmp_path / "csv")
    nodes = [row[0] for row in rows(tmp_path / "csv", "nodes")]
    edges = list(rows(tmp_path / "csv", "relationships"))
    assert len(nodes) == len(set(nodes)) == len(nodes_of(whole))
    assert len(edges) == len(edges_of(whole))
    assert {end for row in edges for end in row[:2]} <= set(nodes)
    export(meetings, "csv", tmp_path / "csv.zip")
    with zipfile.ZipFile(tmp_path / "csv.zip") as archive:
        assert sorted(archive.namelist()) == sorted(file.name for file in (tmp_path / "csv").iterdir())


@pytest.mark.neo4j
def test_csv_opens_in_neo4j_admin(meetings: Store, whole: Whole, tmp_path: Path) -> None:
    export(meetings, "csv", tmp_path / "csv")
    server = server_module()
    jars = server.fetch_jars()
    tool = tmp_path / "bin" / "neo4j-admin"
    tool.parent.mkdir()
    opens = " ".join(f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in server.OPENED)
    tool.write_text(f'#!/bin/sh\nexec java {opens} -cp "{jars}/*" org.neo4j.cli.AdminTool "$@"\n')
    tool.chmod(0o755)
    conf = tmp_path / "home" / "conf"
    conf.mkdir(parents=True)
    shutil.copy(ROOT / "tools" / "neo4j" / "neo4j.conf", conf)
    paths = f"{tool.parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["sh", str(tmp_path / "csv" / "import.sh")],
        env={**os.environ, "PATH": paths, "NEO4J_HOME": str(conf.parent), "NEO4J_CONF": str(conf)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    found = IMPORTED.search(done.stdout)
    assert found is not None, done.stdout + done.stderr
    assert (int(found[1]), int(found[2])) == (len(nodes_of(whole)), len(edges_of(whole)))


@pytest.mark.neo4j
def test_a_cypher_script_opens_in_neo4j(meetings: Store, whole: Whole, neo4j_login: Neo4jLogin, tmp_path: Path) -> None:
    export(meetings, "cypher", tmp_path / "graph.cypher")
    lines = (tmp_path / "graph.cypher").read_text("utf-8").splitlines(keepends=True)
    script = "".join(line for line in lines if not line.startswith("//"))
    with neo4j_login.driver() as driver, driver.session(database=neo4j_login.database) as session:
        for statement in script.split(";\n")[:-1]:
            session.run(neo4j.Query(statement)).consume()  # type: ignore[arg-type]
        nodes = {r["iri"]: (sorted(r["labels"]), r["p"]) for r in session.run(
            "MATCH (n:Resource) RETURN n.iri AS iri, labels(n) AS labels, properties(n) AS p")}  # fmt: skip
        edges = session.run("MATCH (:Resource)-[r]->(:Resource) RETURN count(r) AS n").single(strict=True)["n"]
        hosts = session.run(
            "MATCH (p:Person)-[r:PARTICIPATES_IN {role: 'host'}]->(e:Summit) RETURN p.name AS who, e.start AS day"
        ).single(strict=True)
    assert set(nodes) == {node.iri for node in nodes_of(whole)}
    for node in nodes_of(whole):
        labels, properties = nodes[node.iri]
        assert labels == sorted(("Resource", *node.labels))
        assert properties.keys() == node.properties.keys()
    assert edges == len(edges_of(whole))
    assert (hosts["who"], hosts["day"].to_native()) == ("Macron", date(2025, 3, 27))


def test_cypher_literals() -> None:
    assert literal("l'Élysée \\ \n") == "'l\\'Élysée \\\\ \\n'"
    assert literal([True, 1]) == "[true, 1]"  # type: ignore[list-item]
    assert literal(date(2026, 2, 24)) == "date('2026-02-24')"


def test_what_cannot_be_written_is_an_error(meetings: Store, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such format"):
        export(meetings, "pdf", tmp_path / "x")
    for format in FORMATS:
        with pytest.raises(InputError, match="cannot be written"):
            export(meetings, format, Path("/proc/none/x"))
    with pytest.raises(InputError, match="cannot hold what was imported"):
        export(meetings, "ics", tmp_path / "x", Options(imported=True))


def test_what_was_imported_comes_back_as_it_was(tmp_path: Path) -> None:
    text = '<urn:a> <urn:b> "007"^^<http://www.w3.org/2001/XMLSchema#int> <urn:g> .\n<urn:a> <urn:c> "x"@fr-CA .\n'
    (tmp_path / "in.nq").write_text(text)
    with EmbeddedStore(tmp_path / "data") as store:
        store.datasets.import_file(tmp_path / "in.nq")
        export(store, "nquads", tmp_path / "out.nq", Options(imported=True))
    assert sorted((tmp_path / "out.nq").read_text().splitlines()) == sorted(text.splitlines())


def test_the_projection_is_that_of_the_store(whole: Whole) -> None:
    labels = {label for node in nodes_of(whole) for label in node.labels}
    assert {"Person", "Summit", "Event", "Article", "Claim", "Place"} <= labels <= set(load_registry().labels.values())


def test_the_command(program: Run, sample_data: Path, tmp_path: Path) -> None:
    for format in ("graphml", "ics"):
        done = program("export", "--format", format, tmp_path / f"out.{format}", "--data", sample_data)
        assert done.returncode == 0, done.stderr
        assert (tmp_path / f"out.{format}").stat().st_size > 1000
    assert program("export", "--format", "pdf", tmp_path / "x", "--data", sample_data).returncode == 2
