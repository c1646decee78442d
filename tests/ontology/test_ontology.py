"""The ontology parses, is consistent under OWL RL, speaks two languages, and its derived files are current."""

from __future__ import annotations

import csv
from pathlib import Path

import owlrl
import pyoxigraph
import pytest
import rdflib
from rdflib import OWL, RDF, RDFS
from tools.build_ontology import __main__ as build
from tools.build_ontology import model

from summitry import ontology
from summitry.claims import EventKind, EventMode, EventStatus, Modality, Polarity, Rank, Role
from summitry.ontology import terms

ERROR = rdflib.URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")
S = rdflib.Namespace(terms.NAMESPACE)
A = rdflib.URIRef("https://example.org/a")


@pytest.fixture(scope="module")
def graph() -> rdflib.Graph:
    return model.load()


def contradictions(graph: rdflib.Graph) -> list[object]:
    """What owlrl reports as inconsistent after the OWL RL closure."""
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return [*graph.objects(None, ERROR), *graph.subjects(RDF.type, OWL.Nothing)]


@pytest.mark.parametrize("name", ["summitry.ttl", "shapes.ttl"])
def test_files_parse_in_two_libraries(name: str) -> None:
    text = ontology.file(name).read_text("utf-8")
    quads = list(pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.TURTLE))
    assert len(rdflib.Graph().parse(data=text, format="turtle")) == len(quads) > 100


def test_it_is_consistent_under_owl_rl(graph: rdflib.Graph) -> None:
    assert contradictions(rdflib.Graph() + graph) == []


def test_the_consistency_check_sees_a_contradiction(graph: rdflib.Graph) -> None:
    both = rdflib.Graph() + graph
    both.add((A, RDF.type, S.Person))
    both.add((A, RDF.type, S.State))
    assert contradictions(both)


def test_owl_rl_infers_what_users_expect(graph: rdflib.Graph) -> None:
    expanded = rdflib.Graph() + graph
    event, state = A, rdflib.URIRef("https://example.org/fra")
    expanded.add((event, S.hasHost, state))
    expanded.add((event, RDF.type, S.Summit))
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(expanded)
    assert (state, S.participatesIn, event) in expanded
    assert (event, RDF.type, rdflib.URIRef("https://schema.org/Event")) in expanded


def test_every_term_is_labelled_and_defined_in_english_and_french(graph: rdflib.Graph) -> None:
    for term in model.terms(graph):
        for texts in (term.labels, term.definitions):
            assert set(texts) == {"en", "fr"}, term.name
            assert all(text.strip() for text in texts.values()), term.name


def test_derived_files_are_current() -> None:
    for path, text in build.outputs().items():
        assert path.read_text("utf-8") == text, f"{path.name} is stale: run `make ontology`"


def test_the_check_verb_reports_a_stale_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stale = tmp_path / "terms.py"
    stale.write_text("old", "utf-8")
    monkeypatch.setattr(model, "ROOT", tmp_path)
    monkeypatch.setattr(build, "outputs", lambda: {stale: "new"})
    assert build.main(["--check"]) == 1
    assert build.main([]) == 0
    assert build.main(["--check"]) == 0


@pytest.mark.parametrize("enum", [EventStatus, EventMode, Role, Modality, Polarity, Rank])
def test_every_python_value_is_a_term(enum: type[EventStatus]) -> None:
    assert {member.value for member in enum} <= set(terms.VALUES)


def test_every_event_kind_is_a_class(graph: rdflib.Graph) -> None:
    classes = {str(c)[len(terms.NAMESPACE) :] for c in graph.subjects(RDFS.subClassOf, S.Event)}
    assert classes == {k.value[0].upper() + k.value[1:] for k in EventKind} - {"Other"} | {"OtherEvent"}


def test_codes_cover_every_kind_and_status_once() -> None:
    lines = ontology.file("codes.csv").read_text("utf-8").splitlines()
    rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    assert sorted((r["kind"], r["status"]) for r in rows) == sorted(
        (k.value, s.value) for k in EventKind for s in EventStatus
    )
    assert all(len(r["cameo"]) == 3 for r in rows)
