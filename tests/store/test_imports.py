"""Imported RDF comes back as it was, lives beside the facts, and goes without taking them along."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from rdflib.compare import isomorphic
from tests.store.claim_builder import Story, entity, synthetics

from summitry.claims import InputError, NotFoundError
from summitry.claims.iris import term
from summitry.store import language_tags, rdf_files, segments
from summitry.store.embedded import EmbeddedStore
from summitry.store.sparql_results import Boolean

PREFIXES = "@prefix : <http://e/> . @prefix o: <http://other/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> . "
PROBES = {
    "language tags": ':a :p "x"@en, "x"@fr, "x" .',
    "region tags": ':a :p "colour"@en-GB, "color"@en-US, "字"@zh-Hant-TW .',
    "small and capital tags": ':a :p "x"@EN .',
    "capitals only in a text": ':a :p "mail \\"@Foo", "<http://x>@EN" .',
    "datatypes": ':a :p "1"^^xsd:int, "1"^^xsd:integer, "1"^^:own .',
    "lexical forms": ':a :p "007"^^xsd:int, "1.50"^^xsd:decimal, "+1"^^xsd:integer, "1E0"^^xsd:double .',
    "times": ':a :p "2026-02-24T00:00:00+00:00"^^xsd:dateTime, "2026-02-24Z"^^xsd:date .',
    "wrong lexical forms": ':a :p "soon"^^xsd:date, "maybe"^^xsd:boolean .',
    "mixed values": ':a :p 1, "1", true, :b, [] .',
    "lists": ":a :p (1 (2 3) ()) .",
    "blank nodes": "_:x :p _:y . _:y :p _:x ; :q [ :p _:x ] .",
    "local names twice": ":a :name 1 ; o:name 2 .",
    "no identifiers": ":a <http://e/1-2%20é#§> 1 ; <urn:x:y> 2 .",
    "control characters": ':a :p "a\\tb\\nc\\rd\\\\e\\"f\\u0007\\u00e9\\U0001F600" .',
    "empty text": ':a :p "", ""@fr .',
    "long text": ':a :p """two\nlines""" .',
    "types": ":a a :B . :B a <http://www.w3.org/2002/07/owl#Class> .",
    "duplicates": ":a :p 1 . :a :p 1 .",
    "nothing": "",
}
IMPOSSIBLE = {("no identifiers", "rdfxml"), ("control characters", "rdfxml")}
"""What XML has no way to write."""


@pytest.mark.parametrize("name", PROBES)
def test_round_trips(tmp_path: Path, name: str) -> None:
    source, target = tmp_path / "probe.ttl", tmp_path / "out"
    source.write_text(PREFIXES + PROBES[name])
    with EmbeddedStore(tmp_path / "data") as store:
        store.datasets.import_file(source)
        assert list(store.verify()) == []
        for format in ("nquads", "turtle", "trig", "ntriples", "rdfxml", "jsonld"):
            if (name, format) not in IMPOSSIBLE:
                store.datasets.export_file(target, format=format)
                assert isomorphic(parsed(target, format), parsed(source, "turtle", small_tags=format == "jsonld"))


def parsed(path: Path, format: str, small_tags: bool = False) -> rdflib.Graph:
    """A file as rdflib reads it; JSON-LD through pyoxigraph, which turns tags into small letters."""
    if format == "jsonld" or small_tags:
        known = rdf_files.FORMATS[format]
        data = ox.serialize(ox.parse(path=path, format=known), format=ox.RdfFormat.N_QUADS)
        return rdflib.Graph().parse(data=data or b"", format="nt")
    names = {"nquads": "nt", "ntriples": "nt", "trig": "turtle", "rdfxml": "xml"}
    return rdflib.Graph().parse(path, format=names.get(format, format))


def test_named_graphs_come_back(tmp_path: Path, store: EmbeddedStore) -> None:
    source, target = tmp_path / "probe.trig", tmp_path / "out.nq"
    source.write_text(PREFIXES + ':a :p 1 . :g { :a :p "x"@en-GB . _:b :q _:b } _:h { :a :p 2 }')
    result = store.datasets.import_file(source)
    assert result.statements == 4 and not result.unchanged
    store.datasets.export_file(target)
    datasets = [ox.Dataset(ox.parse(path=path)) for path in (source, target)]
    for dataset in datasets:
        dataset.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    assert datasets[0] == datasets[1]
    assert '"x"@en-GB' in target.read_text()
    with pytest.raises(InputError, match="named graphs"):
        store.datasets.export_file(tmp_path / "out.ttl")
    store.datasets.export_file(tmp_path / "out.trig")
    assert "en-GB" in (tmp_path / "out.trig").read_text()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("x.rdf", '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><r:Description r:about="http://e/a">'
         '<p xmlns="http://e/" xml:lang="en-GB">x</p></r:Description></r:RDF>'),
        ("x.jsonld", '{"@id": "http://e/a", "http://e/p": {"@value": "x", "@language": "en-GB"}}'),
        ("x.nt", '<http://e/a> <http://e/p> "x"@en-GB .\n'),
        ("x.nq", '<http://e/a> <http://e/p> "x"@en-GB .\n'),
    ],
)  # fmt: skip
def test_every_serialisation_keeps_tags(tmp_path: Path, store: EmbeddedStore, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)
    store.datasets.import_file(tmp_path / name)
    assert "".join(store.datasets.texts()) == '<http://e/a> <http://e/p> "x"@en-GB .\n'


def test_the_same_file_twice_changes_nothing_and_a_new_one_replaces(tmp_path: Path, store: EmbeddedStore) -> None:
    file = tmp_path / "x.ttl"
    file.write_text(PREFIXES + ":a :p 1, 2 .")
    first = store.datasets.import_file(file)
    again = store.datasets.import_file(file)
    assert again.unchanged and again.seq == first.seq
    file.write_text(PREFIXES + ":a :p 2, 3 .")
    newer = store.datasets.import_file(file)
    assert (newer.statements, newer.retracted) == (2, 2)
    assert [(d.name, d.statements) for d in store.datasets.list()] == [("x.ttl", 2)]
    assert not ask(store, "<http://e/a> <http://e/p> 1") and ask(store, "<http://e/a> <http://e/p> 2, 3")
    assert list(store.verify()) == []
    store.datasets.remove("x.ttl")
    assert list(store.datasets.texts()) == [] and not ask(store, "?s ?p ?o")
    assert list(store.verify()) == []
    with pytest.raises(NotFoundError):
        store.datasets.remove("x.ttl")


def test_imports_and_facts_do_not_harm_each_other(tmp_path: Path, store: EmbeddedStore) -> None:
    story = Story("Summit.")
    event = story.event("e", kind="Summit", start="2026-02-24")
    story.takes_part(event, "state/FRA", "hasHost")
    list(store.add([story.record()]))
    shown = {quad for quad in store._view.graph if isinstance(quad.graph_name, ox.DefaultGraph)}
    copy = tmp_path / "copy.nq"
    copy.write_text(rdf_files.lines(store._view.graph))
    store.datasets.import_file(copy)
    assert list(store.verify()) == []
    dropped = [claim for claim in story.claims if claim.predicate != term("hasHost")]
    story.claims = dropped
    list(store.add([story.record()]))
    assert ask(store, f"<{event}> <{term('hasHost')}> <{entity('state/FRA')}>"), "the import still says it"
    assert list(store.verify()) == []
    store.datasets.remove("copy.nq")
    assert not ask(store, f"<{event}> <{term('hasHost')}> ?x")
    assert {quad for quad in store._view.graph if isinstance(quad.graph_name, ox.DefaultGraph)} < shown
    assert list(store.verify()) == []


def test_two_imports_share_statements_but_no_blank_nodes(tmp_path: Path, store: EmbeddedStore) -> None:
    for name in ("x.ttl", "y.ttl"):
        (tmp_path / name).write_text(PREFIXES + ":a :p 007, _:b . _:b :q 1 .")
        store.datasets.import_file(tmp_path / name)
    assert len(store._view.graph) == 5
    store.datasets.remove("x.ttl")
    assert len(store._view.graph) == 3
    assert list(store.verify()) == []


def test_imports_survive_reopening_and_rebuilding(tmp_path: Path) -> None:
    (tmp_path / "x.nt").write_text("".join(f'<http://e/{n}> <http://e/p> "{n:05}" .\n' for n in range(1000)))
    with EmbeddedStore(tmp_path / "data") as store:
        seen: list[int] = []
        result = store.datasets.import_file(tmp_path / "x.nt", progress=lambda done, of: seen.append(done))
        assert (result.statements, result.seq, seen) == (1000, 6, [200, 400, 600, 800, 1000])
        list(store.add(synthetics(3)))
        store.rebuild("rdf")
        assert list(store.verify()) == []
    with EmbeddedStore(tmp_path / "data") as store:
        assert list(store.verify()) == []
        assert "".join(store.datasets.texts("x.nt")) == (tmp_path / "x.nt").read_text()


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("x.ttl", "nonsense", "no turtle"),
        ("x.nt", '<http://a> <http://b> "fine" .\n' * 300 + "nonsense", "no ntriples"),
        ("x.nq", '<http://a> <http://b> "x"@en-GB-toolongforatag .', "no nquads"),
        ("x.txt", "", "does not say which"),
        ("missing.ttl", None, "No such file"),
    ],
)
def test_a_bad_file_changes_nothing(
    tmp_path: Path, store: EmbeddedStore, name: str, text: str | None, message: str
) -> None:
    if text is not None:
        (tmp_path / name).write_text(text)
    with pytest.raises(InputError, match=message):
        store.datasets.import_file(tmp_path / name)
    assert store.status().seq == 0
    assert list(store.verify()) == []


def test_unusual_addresses(tmp_path: Path, store: EmbeddedStore) -> None:
    """RDF allows characters in IRIs that RFC 3987 does not know; what neither allows is refused."""
    text = '<http://e/a\U000e01ef> <http://e/p> _:b <http://e/g\U000e01ef> .\n<http://e/a> <http://e/p> "x"@en-GB .\n'
    (tmp_path / "x.nq").write_text(text)
    assert store.datasets.import_file(tmp_path / "x.nq").statements == 2
    assert "".join(store.datasets.texts()).count("\U000e01ef") == 2 and '"x"@en-GB' in "".join(store.datasets.texts())
    assert list(store.verify()) == []
    store.datasets.remove("x.nq")
    assert list(store.verify()) == []
    for wrong in ("<http://e/a b>", "<rel>", "<http://e/{x}>"):
        (tmp_path / "y.nt").write_text(f"<http://e/a> <http://e/p> {wrong} .")
        with pytest.raises(InputError):
            store.datasets.import_file(tmp_path / "y.nt")
    (tmp_path / "y.nt").write_text('<http://e/\U000e01ef> <http://e/p> "x"@toolongfora-tag .')
    with pytest.raises(InputError):
        store.datasets.import_file(tmp_path / "y.nt")


def test_graphs_without_a_name_go_again(tmp_path: Path, store: EmbeddedStore) -> None:
    (tmp_path / "x.trig").write_text("_:g { _:g <http://e/p> 1 } _:h { <http://e/a> <http://e/p> _:g }")
    store.datasets.import_file(tmp_path / "x.trig")
    assert list(store.verify()) == []
    store.datasets.remove("x.trig")
    found = store.sparql("ASK { GRAPH ?g { } }")
    assert isinstance(found, Boolean) and not found.value
    assert list(store.verify()) == []


def test_what_cannot_be_written_is_an_input_error(tmp_path: Path, store: EmbeddedStore) -> None:
    with pytest.raises(InputError):
        store.datasets.export_file(tmp_path / "no" / "folder.nq")


TAGS = st.from_regex(r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-[A-Za-z]{2})?(-x-[A-Za-z0-9]{1,8})?", fullmatch=True)


@given(TAGS)
def test_spelling_goes_both_ways(tag: str) -> None:
    spelled = language_tags.spell(tag)
    assert spelled == spelled.lower()
    assert language_tags.restore(f'"x"@{spelled} .') == f'"x"@{tag} .'
    (quad,) = ox.parse(language_tags.spell_turtle(f'<http://a> <http://b> "x"@{tag} .'), format=ox.RdfFormat.N_TRIPLES)
    assert rdf_files.lines([quad]) == f'<http://a> <http://b> "x"@{tag} .\n'


def test_irregular_tags_stay() -> None:
    assert language_tags.spell("i-Klingon") == "i-Klingon"
    assert language_tags.spell("fr") == "fr"


def test_a_long_tag_needs_several_parts() -> None:
    tag = "en-Latn-GB-x-" + "-".join(["Abcdefgh"] * 4)
    assert language_tags.restore(language_tags.spell(tag)) == tag


def test_segments_are_cut_by_number(tmp_path: Path) -> None:
    quads = [ox.Quad(ox.NamedNode(f"http://e/{n // 7}"), ox.NamedNode("http://p"), ox.Literal(n)) for n in range(450)]
    found = list(segments.cut(quads))
    assert [segment.statements for segment in found] == [200, 200, 50]
    assert "".join(segment.text for segment in found) == rdf_files.lines(quads)
    assert len(found[0].subjects) == 29


def ask(store: EmbeddedStore, pattern: str) -> bool:
    result = store.sparql(f"ASK {{ {pattern} }}")
    assert isinstance(result, Boolean)
    return result.value
