"""Dumps with their description, nanopublications and FollowTheMoney entities: each opens again in its own tool."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib
from nanopub import Nanopub, NanopubConf
from rdflib import DCTERMS, RDF, VOID, Namespace
from tests.conftest import Run
from tests.store.claim_builder import Story

from summitry.claims import InputError, iris
from summitry.claims.iris import term
from summitry.claims.values import Modality, Polarity
from summitry.graph.export import Options, export, nanopubs
from summitry.graph.export.ftm_entities import reference
from summitry.store import EmbeddedStore, Store

DCAT = Namespace("http://www.w3.org/ns/dcat#")
NP = Namespace("http://www.nanopub.org/nschema#")
CC0 = "https://creativecommons.org/publicdomain/zero/1.0/"
REIFIES = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies")
FORMS = {"nquads": ox.RdfFormat.N_QUADS, "trig": ox.RdfFormat.TRIG, "jsonld": ox.RdfFormat.JSON_LD}
REQUIRED = {
    "UnknownLink": {"subject", "object", "role"}, "Membership": {"member", "organization"},
    "Occupancy": {"holder", "post"}, "Documentation": {"document", "entity"}, "Event": {"name"}, "Person": {"name"},
    "PublicBody": {"name"}, "Organization": {"name"}, "Position": {"name"}, "Article": {"title"}, "Address": {"full"},
}  # fmt: skip
"""What FollowTheMoney 4 wants of each schema, and what we always have beside it."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[EmbeddedStore]:
    """A summit that one article tells of, and a note that a user has brought."""
    story = Story("Summit.", published="2026-02-24")
    event = story.event("e", kind="Summit", start="2026-02-24", name="Paris summit")
    story.takes_part(event, "state/FRA", "hasHost")
    story.takes_part(event, "person/macron")
    (tmp_path / "own.trig").write_text("<urn:a> <urn:p> '007'^^<urn:t>, 'x'@en-GB . <urn:g> { <urn:a> <urn:p> 1.50 }")
    with EmbeddedStore(tmp_path / "data") as opened:
        list(opened.add([story.record()]))
        opened.datasets.import_file(tmp_path / "own.trig")
        yield opened


def test_the_description_counts_what_is_in_the_dump(store: Store, tmp_path: Path) -> None:
    dump, about = tmp_path / "dump.trig", tmp_path / "about.ttl"
    export(store, "trig", dump, Options(description=about, licence=CC0))
    quads = list(ox.parse(path=str(dump), format=ox.RdfFormat.TRIG))
    graph = rdflib.Graph().parse(about)
    (dataset,) = set(graph.subjects(DCTERMS.license, rdflib.URIRef(CC0)))
    assert set(graph.objects(dataset, RDF.type)) == {VOID.Dataset, DCAT.Dataset}
    assert int(str(graph.value(dataset, VOID.triples))) == len(quads)
    properties = Counter(quad.predicate.value for quad in quads)
    parts = {
        str(graph.value(part, VOID.property)): int(str(graph.value(part, VOID.triples)))
        for part in graph.objects(dataset, VOID.propertyPartition)
    }
    assert parts == properties
    classes = {str(graph.value(part, VOID["class"])) for part in graph.objects(dataset, VOID.classPartition)}
    assert {term("Summit"), term("Claim"), term("Evidence")} <= classes
    subsets = [int(str(graph.value(part, VOID.triples))) for part in graph.objects(dataset, VOID.subset)]
    assert sum(subsets) == len(quads) and len(subsets) == 2
    (file,) = graph.objects(dataset, DCAT.distribution)
    assert int(str(graph.value(file, DCAT.byteSize))) == dump.stat().st_size
    with pytest.raises(InputError, match="licence"):
        export(store, "trig", dump, Options(description=about, licence="mine"))


@pytest.mark.parametrize("format", FORMS)
def test_a_dump_of_everything(store: Store, format: str, tmp_path: Path) -> None:
    export(store, format, tmp_path / "facts")
    export(store, format, tmp_path / "all", Options(everything=True))
    before, after = (set(ox.parse(path=str(tmp_path / name), format=FORMS[format])) for name in ("facts", "all"))
    assert before < after and len(after - before) == 3
    text = (tmp_path / "all").read_text()
    assert "007" in text and "1.50" in text and "en-GB" in text and "zqa" not in text


def test_turtle_has_the_default_graph(store: Store, tmp_path: Path) -> None:
    export(store, "turtle", tmp_path / "facts.ttl")
    export(store, "turtle", tmp_path / "all.ttl", Options(everything=True))
    before, after = (len(rdflib.Graph().parse(tmp_path / name)) for name in ("facts.ttl", "all.ttl"))
    assert after == before + 2


@pytest.mark.parametrize("format", ["nquads", "trig"])
def test_reifiers(store: Store, format: str, tmp_path: Path) -> None:
    export(store, format, tmp_path / "out", Options(reifiers=True))
    read = ox.Store()
    read.load(path=str(tmp_path / "out"), format=FORMS[format])
    found = {quad.subject: quad for quad in read.quads_for_pattern(None, REIFIES, None)}
    claims = [stored.claim for stored in store.claims()]
    assert {str(node) for node in found} == {f"<{claim.iri}>" for claim in claims}
    host = f"?e <{term('hasHost')}> ?who"
    assert bool(read.query(f"ASK {{ GRAPH ?g {{ ?claim <{REIFIES.value}> <<( {host} )>> }} {host} }}"))


@pytest.mark.parametrize(
    ("format", "options"),
    [
        ("csv", Options(everything=True)), ("ftm", Options(reifiers=True)), ("ics", Options(licence=CC0)),
        ("trig", Options(imported=True, everything=True)), ("trig", Options(imported=True, reifiers=True)),
        ("turtle", Options(reifiers=True)), ("jsonld", Options(reifiers=True)), ("nanopubs", Options(everything=True)),
    ],
)  # fmt: skip
def test_options_that_do_not_fit(store: Store, format: str, options: Options, tmp_path: Path) -> None:
    with pytest.raises(InputError):
        export(store, format, tmp_path / "out", options)
    assert not (tmp_path / "out").exists()


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_nanopublications_are_valid(samples: Store, tmp_path: Path) -> None:
    out = tmp_path / "nanopubs.trig"
    export(samples, "nanopubs", out, Options(licence=CC0))
    quads = list(ox.parse(path=str(out), format=ox.RdfFormat.TRIG))
    parts: dict[str, list[ox.Quad]] = {}
    for quad in quads:
        assert isinstance(quad.graph_name, ox.NamedNode)
        parts.setdefault(quad.graph_name.value.partition("#")[0], []).append(quad)
    articles = [article.iri for article in samples.articles()]
    said = [s.claim for iri in articles for s in samples.claims(source=iri)]
    assert set(parts) == {iris.entity("nanopub", claim.id) for claim in said if claim.predicate != term("sameEventAs")}
    for name in sorted(parts)[::10]:
        data = ox.serialize(parts[name], format=ox.RdfFormat.TRIG)
        given = rdflib.ConjunctiveGraph(identifier=name)
        given.parse(data=data, format="trig")
        assert Nanopub(rdf=given, conf=NanopubConf()).is_valid
        assert (rdflib.URIRef(name), DCTERMS.license, rdflib.URIRef(CC0)) in given


def test_what_is_denied_or_planned_is_no_plain_triple() -> None:
    story = Story("Summit.")
    event = story.event("e", kind="Summit")
    (claim,) = [c for c in story.claims if c.predicate.endswith("type")]
    plain = assertion(nanopubs.nanopub(claim))
    assert [(str(quad.subject), quad.predicate.value) for quad in plain] == [(f"<{event}>", claim.predicate)]
    for other in (replace(claim, polarity=Polarity.NEGATIVE), replace(claim, modality=Modality.POSSIBLE)):
        predicates = {quad.predicate.value for quad in assertion(nanopubs.nanopub(other))}
        assert {term("polarity"), term("modality")} < predicates
        assert not any(str(quad.subject) == f"<{event}>" for quad in assertion(nanopubs.nanopub(other)))


def assertion(quads: Iterator[ox.Quad]) -> list[ox.Quad]:
    return [quad for quad in quads if str(quad.graph_name).endswith("#assertion>")]


def ftm(store: Store, out: Path) -> dict[str, dict[str, Any]]:
    export(store, "ftm", out)
    lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    found = {entity["id"]: entity for entity in lines}
    assert len(found) == len(lines)
    return found


def test_followthemoney_tells_who_was_there(meetings: Store, tmp_path: Path) -> None:
    entities = ftm(meetings, tmp_path / "out.json")
    by_schema = Counter(entity["schema"] for entity in entities.values())
    assert set(by_schema) <= set(REQUIRED)
    paris = next(e for e in entities.values() if e["properties"].get("name") == ["Paris summit"])["properties"]
    assert paris["organizer"] == [reference(iris.entity("person", "macron"))]
    assert len(paris["involved"]) == 2 and paris["startDate"] == ["2025-03-27"] and "addressEntity" in paris
    roles = {e["properties"]["role"][0] for e in entities.values() if e["schema"] == "UnknownLink"}
    assert {"host", "participant", "invitee"} <= roles


def test_followthemoney_entities_are_whole(samples: Store, tmp_path: Path) -> None:
    entities = ftm(samples, tmp_path / "out.json")
    for entity in entities.values():
        assert REQUIRED[entity["schema"]] <= entity["properties"].keys(), entity
        for name in ("subject", "object", "member", "organization", "holder", "post", "document", "entity", "involved"):
            assert set(entity["properties"].get(name, ())) <= entities.keys()
        assert all(isinstance(value, str) and value for values in entity["properties"].values() for value in values)
    france = entities[reference(iris.entity("state", "FRA"))]
    assert france["properties"]["country"] == ["fr"]


@pytest.mark.soak
def test_followthemoney_opens_them(samples: Store, tmp_path: Path) -> None:
    """With the extra `summitry[interop]`, which `make soak` installs: its ICU is built from source on most machines."""
    from followthemoney import model

    entities = ftm(samples, tmp_path / "out.json")
    for entity in entities.values():
        model.get(entity["schema"]).validate(entity)
        proxy = model.get_proxy(entity, cleaned=False)
        assert {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()} == {
            name: sorted(set(values)) for name, values in entity["properties"].items()
        }
        for prop, value in proxy.itervalues():
            if prop.type.name == "entity":
                assert model.get(entities[value]["schema"]).is_a(prop.range)


def test_the_command(program: Run, sample_data: Path, tmp_path: Path) -> None:
    done = program(
        "export", "--format", "trig", "--all", "--reifiers", "--description", tmp_path / "about.ttl", "--licence", CC0,
        tmp_path / "dump.trig", "--data", sample_data,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "statements" in done.stdout and (tmp_path / "about.ttl").exists()
    refused = program("export", "--format", "csv", "--all", tmp_path / "x", "--data", sample_data)
    assert refused.returncode != 0 and "Traceback" not in refused.stderr
