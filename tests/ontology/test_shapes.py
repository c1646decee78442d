"""The SHACL shapes accept a sound graph and name what is wrong with a broken one."""

from __future__ import annotations

import pyshacl
import pytest
import rdflib

from summitry import ontology

SOUND = """
@prefix s: <https://w3id.org/summitry/ontology#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix oa: <http://www.w3.org/ns/oa#> . @prefix x: <https://example.org/> .
x:summit a s:Summit ; s:status s:held ; s:start "2024-06-15"^^xsd:date ; s:hasHost x:che ;
  s:name "Summit on Peace in Ukraine"@en .
x:che a s:State ; s:iso3 "CHE" ; s:name "Switzerland"@en .
x:part a s:Participation ; s:event x:summit ; s:agent x:che ; s:role s:host ; s:fromClaim x:claim .
x:claim a s:Claim ; rdf:subject x:summit ; rdf:predicate s:hasHost ; rdf:object x:che ;
  s:rule "test" ; s:confidence 0.9 ;
  s:modality s:asserted ; s:polarity s:positive ; s:rank s:normal ; s:hasEvidence x:evidence .
x:evidence a s:Evidence ; oa:exact "Switzerland hosts the summit"@en ; oa:start 0 ; oa:end 28 .
"""

BROKEN = [
    ("s:status s:held ;", "s:status s:held, s:planned ;", "at most one status"),
    ('"2024-06-15"^^xsd:date', '"in June"', "at most one start"),
    ("s:role s:host ;", "", "one role"),
    ("s:role s:host ;", "s:role s:held ;", "one role"),
    ('s:iso3 "CHE"', 's:iso3 "Switzerland"', "alpha-3"),
    ('; s:name "Switzerland"@en', "", "has a name"),
    ("s:confidence 0.9", "s:confidence 1.9", "between 0 and 1"),
    ('s:rule "test" ;', "", "rule or model"),
    ("oa:start 0 ; oa:end 28", "oa:start 28 ; oa:end 0", "starts before"),
    ("s:hasHost x:che", "s:hasHost x:evidence", "is an agent"),
    ("; s:fromClaim x:claim", "", "made from a claim"),
]


def report(turtle: str) -> tuple[bool, str]:
    """Whether the data conforms, and the report as text."""
    shapes = rdflib.Graph().parse(data=ontology.file("shapes.ttl").read_text("utf-8"), format="turtle")
    data = rdflib.Graph().parse(data=ontology.file("summitry.ttl").read_text("utf-8"), format="turtle")
    data.parse(data=turtle, format="turtle")
    conforms, _, text = pyshacl.validate(data, shacl_graph=shapes)
    return bool(conforms), str(text)


def test_a_sound_graph_conforms() -> None:
    conforms, text = report(SOUND)
    assert conforms, text


@pytest.mark.parametrize(("sound", "broken", "message"), BROKEN)
def test_a_broken_graph_is_named(sound: str, broken: str, message: str) -> None:
    assert sound in SOUND
    conforms, text = report(SOUND.replace(sound, broken))
    assert not conforms
    assert message in text
