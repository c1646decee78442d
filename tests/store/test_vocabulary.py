"""The store speaks the ontology's language, and its graph fits the shapes."""

from __future__ import annotations

import csv
import re
import warnings
from pathlib import Path

import pyoxigraph as ox
import rdflib
from tests.store.claim_builder import Story, entity

from summitry.claims import EventMode, EventStatus, Iri, Modality, Polarity, Rank, Role
from summitry.claims.iris import ONTOLOGY, term
from summitry.claims.rdf_terms import text, typed
from summitry.store import rdf_files, vocabulary
from summitry.store.embedded import EmbeddedStore
from summitry.store.registry import load_registry

ROOT = Path(__file__).resolve().parents[2]
ONTOLOGY_FOLDER = ROOT / "ontology" / "summitry" / "ontology"
OFFICES = ROOT / "ontology" / "summitry" / "reference" / "data" / "offices.csv"


def defined() -> set[str]:
    quads = ox.parse(path=ONTOLOGY_FOLDER / "summitry.ttl")
    return {quad.subject.value for quad in quads if isinstance(quad.subject, ox.NamedNode)}


def test_every_term_that_the_views_use_is_defined() -> None:
    table = load_registry()
    used = {*table.labels, *table.relationships, *table.properties, *vocabulary.ROLE_PREDICATES}
    used |= vocabulary.EVENT_CLASSES | vocabulary.FUNCTIONAL
    used |= {term(value) for kind in (Role, Modality, Polarity, Rank, EventStatus, EventMode) for value in kind}
    for file in (ROOT / "kg" / "summitry" / "store").glob("*.py"):
        used |= {term(name) for name in re.findall(r'\bterm\("(\w+)"\)', file.read_text())}
    assert {iri for iri in used if iri.startswith(ONTOLOGY)} - defined() == set()


def test_leaders_are_heads_of_state_and_government() -> None:
    lines = [line for line in OFFICES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    heads = {row["key"] for row in csv.DictReader(lines) if row["level"] in ("headOfState", "headOfGovernment")}
    assert load_registry().leader_offices == heads


def test_the_graph_fits_the_shapes(store: EmbeddedStore) -> None:
    story = Story("Leaders meet.", published="2026-02-20", title="Leaders", url="https://example.org/1")
    event = story.event("e", kind="Summit", start="2026-02-24", status="planned", name="Summit")
    story.say(event, "mode", "s:virtual")
    story.describe("state/FRA", "State", "France")
    story.say("state/FRA", "iso3", text("FRA"), source=entity("reference/test"))
    story.takes_part(event, "state/FRA", "hasHost", inferred=typed("false", "boolean"))
    story.say("state/FRA", "memberOf", "organisation/nato", role=Iri(term("member")))
    story.describe("organisation/nato", "Organisation", "NATO")
    story.describe("person/emmanuel-macron", "Person", "Emmanuel Macron")
    story.describe("office/president", "Office", "president")
    story.say("person/emmanuel-macron", "holdsOffice", "office/president", of=Iri(entity("state/FRA")))
    list(store.add([story.record()]))
    with warnings.catch_warnings():  # pyshacl and rdflib warn about their own insides
        warnings.simplefilter("ignore")
        import pyshacl

        data = rdflib.Graph().parse(ONTOLOGY_FOLDER / "summitry.ttl").parse(data=_everything(store), format="nt")
        shapes = rdflib.Graph().parse(ONTOLOGY_FOLDER / "shapes.ttl")
        conforms, _, report = pyshacl.validate(data, shacl_graph=shapes)
    assert conforms, report


def _everything(store: EmbeddedStore) -> str:
    default = ox.DefaultGraph()
    merged = {ox.Quad(quad.subject, quad.predicate, quad.object, default) for quad in store._view.graph}
    return rdf_files.lines(merged)
