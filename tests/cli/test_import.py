"""`summitry import` and `summitry export --imported` through the program: what went in comes out."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from tests.conftest import Run
from tests.neo4j_fixture import Neo4jLogin

from summitry.store import language_tags

TRIPLES = """
<http://e/a> <http://e/p> "007"^^<http://www.w3.org/2001/XMLSchema#integer> .
<http://e/a> <http://e/p> "colour"@en-gb .
<http://e/a> <http://e/1-2> _:b .
_:b <http://other/p> "é\\n🤝" .
"""
GRAPH = '<http://e/a> <http://e/p> "1.50"^^<http://www.w3.org/2001/XMLSchema#decimal> <http://e/g> .\n'
SERIALISATIONS = {
    "x.ttl": ox.RdfFormat.TURTLE,
    "x.trig": ox.RdfFormat.TRIG,
    "x.nt": ox.RdfFormat.N_TRIPLES,
    "x.nq": ox.RdfFormat.N_QUADS,
    "x.rdf": ox.RdfFormat.RDF_XML,
    "x.jsonld": ox.RdfFormat.JSON_LD,
}


def canonical(data: bytes | str, format: ox.RdfFormat) -> ox.Dataset:
    """A document with canonical blank nodes; in syntaxes like Turtle, language tags as they are written."""
    text = data if isinstance(data, str) else data.decode()
    plain = format in (ox.RdfFormat.RDF_XML, ox.RdfFormat.JSON_LD)
    found = ox.Dataset(ox.parse(text if plain else language_tags.spell_turtle(text), format=format))
    found.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return found


@pytest.mark.parametrize("name", SERIALISATIONS)
def test_every_serialisation_comes_back(program: Run, tmp_path: Path, name: str) -> None:
    format, data = SERIALISATIONS[name], tmp_path / "data"
    quads = list(ox.parse(TRIPLES + GRAPH * format.supports_datasets, format=ox.RdfFormat.N_QUADS))
    source = quads if format.supports_datasets else [quad.triple for quad in quads]
    (tmp_path / name).write_bytes(ox.serialize(source, format=format) or b"")
    done = program("import", tmp_path / name, "--data", data)
    assert done.returncode == 0, done.stderr
    assert f"{len(quads)} statements imported" in done.stdout and done.stderr == ""
    out = tmp_path / "out.nq"
    exported = program("export", out, "--format", "nquads", "--imported", "--data", data)
    assert exported.returncode == 0, exported.stderr
    assert canonical(out.read_bytes(), ox.RdfFormat.N_QUADS) == canonical((tmp_path / name).read_bytes(), format), (
        out.read_text()
    )


def test_importing_again(program: Run, tmp_path: Path) -> None:
    file, data = tmp_path / "x.ttl", tmp_path / "data"
    file.write_text('<http://e/a> <http://e/p> "x"@en-GB, 007 .')
    assert program("import", file, "--data", data).returncode == 0
    again = program("import", file, "--data", data)
    assert again.returncode == 0 and "nothing changed" in again.stdout
    file.write_text("<http://e/a> <http://e/p> 1 .")
    newer = program("import", file, "--data", data)
    assert "1 statements imported" in newer.stdout and "in place of 2" in newer.stdout
    asked = program("sparql", "SELECT ?o { <http://e/a> <http://e/p> ?o }", "--format", "csv", "--data", data)
    assert asked.stdout.split() == ["o", "1"]
    assert program("verify", "--data", data).returncode == 0


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("x.ttl", "<http://e/a> <http://e/p>", ["x.ttl", "no turtle", "correct the file"]),
        ("x.rdf", "<rdf", ["x.rdf", "no rdfxml"]),
        ("x.jsonld", "{", ["x.jsonld", "no jsonld"]),
        ("x.txt", "", ["x.txt", "does not say which", ".ttl"]),
        ("none.nt", None, ["none.nt", "No such file", "check the path"]),
    ],
)
def test_a_bad_file_is_one_error(program: Run, tmp_path: Path, name: str, text: str | None, words: list[str]) -> None:
    if text is not None:
        (tmp_path / name).write_text(text)
    done = program("import", tmp_path / name, "--data", tmp_path / "data")
    assert done.returncode == 1 and done.stdout == ""
    assert done.stderr.startswith("error: ") and "Traceback" not in done.stderr
    for word in words:
        assert word in done.stderr


@pytest.mark.neo4j
def test_on_neo4j(program: Run, tmp_path: Path, neo4j_login: Neo4jLogin) -> None:
    login = neo4j_login
    env = {"NEO4J_URI": login.uri, "NEO4J_USERNAME": login.user, "NEO4J_PASSWORD": login.password,
           "NEO4J_DATABASE": login.database}  # fmt: skip
    file, data, out = tmp_path / "x.nq", tmp_path / "data", tmp_path / "out.nq"
    file.write_text(TRIPLES.strip() + "\n" + GRAPH)
    done = program("import", file, "--data", data, env=env)
    assert done.returncode == 0, done.stderr
    assert "5 statements imported" in done.stdout
    exported = program("export", out, "--format", "nquads", "--imported", "--data", data, env=env)
    assert exported.returncode == 0, exported.stderr
    assert canonical(out.read_bytes(), ox.RdfFormat.N_QUADS) == canonical(file.read_bytes(), ox.RdfFormat.N_QUADS)
    asked = program("sparql", "ASK { GRAPH <http://e/g> { ?s ?p 1.5 } }", "--data", data, env=env)
    assert asked.stdout == "yes\n", asked.stderr
