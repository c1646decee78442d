"""`summitry validate` over stores and files: each violation with its shape, its claim, its article and the sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.conftest import Run
from tests.store.claim_builder import Story, entity

from summitry import ontology
from summitry.claims.rdf_terms import typed
from summitry.extract.packs import load_packs
from summitry.query.evidence import Evidences
from summitry.store import Store, inference
from summitry.validation import FileSource, StoreSource, Violation, validate
from summitry.validation import portions as parts

PREFIXES = """@prefix s: <https://w3id.org/summitry/ontology#> . @prefix x: <https://example.org/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix oa: <http://www.w3.org/ns/oa#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
"""


def check(store: Store) -> list[Violation]:
    return list(validate(StoreSource(store, Evidences(store, load_packs()))))


def check_file(path: Path, text: str) -> list[Violation]:
    path.write_text(text, encoding="utf-8")
    with FileSource.open(path) as source:
        return list(validate(source))


def broken() -> Story:
    """An event that takes place in a state, which is no place, and a state without a name."""
    story = Story("Nice words first. France receives Italy. More words.", published="2026-02-20", title="A visit")
    event = story.event("visit", kind="Visit", start="2026-02-24", status="planned")
    story.describe("state/FRA", "State", "France")
    story.say("state/FRA", "iso3", typed("FRA", "string"), source=entity("reference/test"))
    story.say(event, "place", "state/FRA", quote="France receives Italy")
    story.say(event, "hasHost", "state/FRA", quote="France receives")
    return story


def test_a_sound_store_conforms(any_store: Store) -> None:
    story = broken()
    story.claims = [claim for claim in story.claims if not claim.predicate.endswith("#place")]
    list(any_store.add([story.record()]))
    assert check(any_store) == []


def test_a_violation_leads_to_the_claim_its_article_and_the_sentence(any_store: Store) -> None:
    story = broken()
    list(any_store.add([story.record()]))
    [found] = check(any_store)
    assert found.shape.endswith("#EventShape")
    assert found.message == "A place is a Place."
    assert found.path == ("https://w3id.org/summitry/ontology#place",)
    assert found.value == entity("state/FRA")
    [proof] = found.proofs
    assert proof.claim in {claim.iri for claim in story.claims if claim.predicate.endswith("#place")}
    assert (proof.source, proof.title, proof.published) == (story.article.iri, "A visit", "2026-02-20")
    assert (proof.quote, proof.sentence) == ("France receives Italy", "France receives Italy.")


def test_what_is_inferred_is_checked_where_it_is_described(any_store: Store) -> None:
    """A coalition is an organisation by inference, in a graph that has no names."""
    story = Story("The willing meet.", published="2026-02-20")
    event = story.event("talks", kind="Meeting", start="2026-02-24", status="held")
    for agent, kind in (("coalition/willing", "Coalition"), ("person/one", "Person"), ("person/two", "Person")):
        story.describe(agent, kind, agent)
        story.takes_part(event, agent)
    list(any_store.add([story.record()]))
    assert any(inference.is_inferred(row.claim) for row in any_store.claims())
    assert check(any_store) == []


def test_small_portions_find_the_same(any_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    list(any_store.add([broken().record()]))
    whole = check(any_store)
    monkeypatch.setattr(parts, "SIZE", 1)
    monkeypatch.setattr(parts, "_PAGE", 2)
    monkeypatch.setattr(parts.portions, "__defaults__", (1,))
    assert check(any_store) == whole


def test_imported_graphs_are_checked_too(any_store: Store, tmp_path: Path) -> None:
    file = tmp_path / "mine.trig"
    file.write_text(PREFIXES + 'x:g { x:me a s:Person ; s:wikidata "none" } x:s a s:State ; s:name "S" .')
    any_store.datasets.import_file(file)
    assert sorted(v.message for v in check(any_store)) == [
        "A Wikidata id is Q and a number.",
        "A state has one ISO 3166-1 alpha-3 code.",
        "An agent has a name.",
    ]


def test_a_file_with_claims_of_its_own(tmp_path: Path) -> None:
    text = (
        PREFIXES
        + """
    x:talks a s:Meeting ; s:status s:host .
    x:g { x:claim a s:Claim ; rdf:subject x:talks ; rdf:predicate s:status ; rdf:object s:host ; s:rule "r" ;
        s:confidence 0.5 ; s:modality s:asserted ; s:polarity s:positive ; s:rank s:normal ;
        prov:wasQuotedFrom x:article ; s:hasEvidence [ a s:Evidence ; oa:exact "talks" ; oa:start 4 ; oa:end 2 ] . }
    """
    )
    first, second = check_file(tmp_path / "file.trig", text)
    assert (first.message, first.value) == (
        "An event has at most one status.",
        "https://w3id.org/summitry/ontology#host",
    )
    assert [(p.claim, p.source, p.quote) for p in first.proofs] == [
        ("https://example.org/claim", "https://example.org/article", "talks")
    ]
    assert second.message == "Evidence starts before it ends."
    assert second.focus.startswith("_:")
    assert [p.claim for p in second.proofs] == ["https://example.org/claim"]


def test_the_shapes_look_no_further_than_a_portion_holds() -> None:
    """One step from a node and the classes of its values: a longer path would be answered wrongly."""
    text = ontology.file("shapes.ttl").read_text("utf-8")
    for word in (
        "sh:inversePath",
        "sh:zeroOrMorePath",
        "sh:oneOrMorePath",
        "sh:path (",
        "sh:sparql",
        "sh:targetObjectsOf",
    ):
        assert word not in text


def test_the_command(program: Run, sample_data: Path, tmp_path: Path) -> None:
    sound = program("validate", "--data", sample_data)
    assert (sound.returncode, "conforms" in sound.stdout) == (0, True), sound.stdout + sound.stderr
    file = tmp_path / "mine.ttl"
    file.write_text(PREFIXES + 'x:s a s:State ; s:name "S" .')
    failed = program("validate", file)
    assert failed.returncode == 1
    assert "alpha-3" in failed.stdout
    assert "StateShape" in failed.stdout
    report = json.loads(program("validate", file, "--json", "--lang", "fr").stdout)
    assert report["conforms"] is False
    assert report["shapes"]["https://w3id.org/summitry/ontology#StateShape"] == {"checked": 1, "violations": 1}
    assert report["violations"][0]["message"] == "Un État a un code ISO 3166-1 alpha-3."
    missing = program("validate", tmp_path / "none.ttl")
    assert (missing.returncode, "Traceback" in missing.stderr) == (1, False)
