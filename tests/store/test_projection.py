"""The property graph of some claims."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest
from tests.store.claim_builder import Story, entity

from summitry.claims import BlankNode, Iri, Literal, iris
from summitry.claims.iris import term
from summitry.claims.rdf_terms import text, typed
from summitry.store import native
from summitry.store.canonical import from_mapping
from summitry.store.facts import entity_facts
from summitry.store.projection import Node, Projection, Relationship, project
from summitry.store.registry import load_registry
from summitry.store.vocabulary import EDTF, TYPE

EVENT = entity("event/e")


def projected(story: Story, subject: str) -> Projection:
    claims = [claim for claim in story.claims if claim.subject == subject]
    facts = entity_facts(subject, claims, from_mapping({}), {story.article.iri: story.article.published})
    return project([facts], {story.article.iri: story.article}, load_registry())


def node(found: Projection, iri: str) -> Node:
    return next(node for node in found.nodes if node.iri == iri)


def edges(found: Projection, kind: str) -> list[Relationship]:
    return [edge for edge in found.relationships if edge.type == kind]


@pytest.fixture
def story() -> Story:
    story = Story("Sommet à Paris.", published="2026-02-20", lang="fr", title="Sommet", url="https://example.org/1")
    story.say(EVENT, TYPE, "s:Summit")
    story.say(EVENT, "name", text("Sommet de Paris", "fr"))
    story.say(EVENT, "status", "s:planned")
    story.say(EVENT, "mode", "s:virtual")
    story.say(EVENT, "start", typed("2026-02-24", "date"))
    return story


def test_an_event_has_native_properties(story: Story) -> None:
    found = node(projected(story, EVENT), EVENT)
    assert found.labels == ("Event", "Summit")
    assert found.properties == {
        "iri": EVENT,
        "name": "Sommet de Paris",
        "nameFr": "Sommet de Paris",
        "status": "planned",
        "mode": "virtual",
        "kind": "summit",
        "start": date(2026, 2, 24),
        "startEdtf": "2026-02-24",
        "confidence": 0.9,
        "disputed": False,
    }


def test_an_interval_gives_both_ends_and_a_month_no_day(story: Story) -> None:
    interval = Story("x")
    interval.say(EVENT, TYPE, "s:OtherEvent")
    interval.say(EVENT, "start", Literal("2026-02-24/2026-02", EDTF))
    found = node(projected(interval, EVENT), EVENT).properties
    assert (found["start"], found["endEdtf"], found["kind"]) == (date(2026, 2, 24), "2026-02", "other")
    assert "end" not in found


def test_roles_decide_the_relationship(story: Story) -> None:
    story.takes_part(EVENT, "state/FRA", "hasHost", participationMode=Iri(term("inPerson")))
    story.takes_part(EVENT, "state/FRA", "hasChair", onBehalfOf=Iri(entity("coalition/c")))
    story.takes_part(EVENT, "state/USA", "hasInvitee")
    story.takes_part(EVENT, "state/HUN", "hasAbsentee")
    story.takes_part(EVENT, "state/DEU", inferred=typed("true", "boolean"))
    found = projected(story, EVENT)
    roles = {edge.properties["role"]: edge for edge in edges(found, "PARTICIPATES_IN")}
    assert set(roles) == {"host", "chair"}
    assert roles["host"].properties["mode"] == "inPerson"
    assert roles["host"].properties["status"] == "planned"
    assert roles["host"].properties["statedAs"] == ["state/FRA"]
    assert roles["chair"].properties["onBehalfOf"] == [entity("coalition/c")]
    assert roles["host"].key != roles["chair"].key
    for kind, who in (("INVITED_TO", "USA"), ("ABSENT_FROM", "HUN"), ("PARTICIPATES_THROUGH", "DEU")):
        assert [(e.start, e.end, e.owner) for e in edges(found, kind)] == [(entity(f"state/{who}"), EVENT, EVENT)]
    assert {stub.iri: stub.labels for stub in found.stubs}[entity("state/USA")] == ("Agent", "State")


def test_other_facts_become_relationships_or_properties(story: Story) -> None:
    story.say(EVENT, "announcedBy", "person/p")
    story.say(EVENT, "place", "place/paris-FRA")
    story.say(EVENT, "outcome", "s:jointStatement")
    story.say(EVENT, "topic", text("Ukraine"))
    story.say(EVENT, "topic", text("énergie", "fr"))
    found = projected(story, EVENT)
    assert [(e.start, e.end) for e in edges(found, "ANNOUNCES")] == [(entity("person/p"), EVENT)]
    assert [(e.start, e.end) for e in edges(found, "TAKES_PLACE_IN")] == [(EVENT, entity("place/paris-FRA"))]
    assert [e.start for e in edges(found, "REPORTS")] == [story.article.iri]
    properties = node(found, EVENT).properties
    assert (properties["outcome"], properties["topic"]) == ("jointStatement", ["Ukraine", "énergie"])


def test_offices_make_leaders_who_represent_their_state() -> None:
    story = Story("x")
    person = entity("person/p")
    story.say(person, TYPE, "s:Person")
    claim = story.say(person, "holdsOffice", "office/president", of=Iri(entity("state/FRA")))
    story.claims[-1] = dataclasses.replace(claim, valid_from="2017-05-14")
    story.say(person, "holdsOffice", "office/envoy")
    found = projected(story, person)
    assert node(found, person).labels == ("Agent", "Leader", "Person")
    tenures = {edge.properties["office"]: edge for edge in edges(found, "HOLDS_OFFICE")}
    assert (tenures["president"].end, tenures["president"].properties["validFrom"]) == (
        entity("state/FRA"),
        "2017-05-14",
    )
    assert tenures["envoy"].end == entity("office/envoy")
    assert [edge.end for edge in edges(found, "REPRESENTS")] == [entity("state/FRA")]


def test_memberships_and_places() -> None:
    story = Story("x")
    story.say("state/FRA", "memberOf", "organisation/nato", role=Iri(term("lead")))
    (member,) = edges(projected(story, entity("state/FRA")), "MEMBER_OF")
    assert (member.end, member.properties["role"]) == (entity("organisation/nato"), "lead")
    story.say("place/paris-FRA", "locatedIn", "state/FRA")
    found = projected(story, entity("place/paris-FRA"))
    assert [edge.end for edge in edges(found, "LOCATED_IN")] == [entity("state/FRA")]
    assert node(found, entity("place/paris-FRA")).labels == ("Place",)


def test_claims_are_nodes_with_their_evidence(story: Story) -> None:
    found = projected(story, EVENT)
    claim = story.claims[2]
    properties = node(found, claim.iri).properties
    assert (properties["predicate"], properties["object"]) == ("s:status", term("planned"))
    assert (properties["quotes"], properties["starts"], properties["ends"]) == (["Sommet à Paris."], [0], [15])
    about = {edge.start: edge.end for edge in edges(found, "ABOUT")}
    stated = {edge.start: edge.end for edge in edges(found, "STATED_IN")}
    assert about[claim.iri] == EVENT and stated[claim.iri] == story.article.iri


def test_an_article_is_a_node_and_mentions() -> None:
    story = Story("x", published="2026-02-20", title="T", url="https://example.org/1")
    story.say(story.article.iri, "mentions", "person/p")
    found = projected(story, story.article.iri)
    article = node(found, story.article.iri)
    assert article.labels == ("Article",)
    assert article.properties["published"] == date(2026, 2, 20)
    assert [edge.end for edge in edges(found, "MENTIONS")] == [entity("person/p")]


def test_what_is_no_longer_said_is_gone() -> None:
    facts = entity_facts(EVENT, [], from_mapping({}), {})
    found = project([facts], {}, load_registry())
    assert found.gone() == (EVENT,) and found.nodes == ()


def test_names_prefer_english_then_most_claims_then_short() -> None:
    story, other = Story("x"), Story("y")
    where = entity("organisation/nato")
    for one, name in ((story, "OTAN"), (story, "Alliance atlantique"), (other, "Alliance atlantique")):
        one.say(where, "name", text(name, "fr"))
    story.claims += other.claims
    assert node(projected(story, where), where).properties["name"] == "Alliance atlantique"
    story.say(where, "name", text("NATO", "en"))
    story.say(where, "name", Iri("https://example.org/odd"))
    found = node(projected(story, where), where).properties
    assert (found["name"], found["nameFr"], found["nameEn"]) == ("NATO", "Alliance atlantique", "NATO")


@pytest.mark.parametrize(
    ("lexical", "datatype", "value"),
    [
        ("007", "int", 7),
        ("1.50", "decimal", 1.5),
        ("true", "boolean", True),
        ("maybe", "boolean", "maybe"),
        ("2026-02-24", "date", date(2026, 2, 24)),
        ("99999999999999999999", "integer", "99999999999999999999"),
        ("x", "anyURI", "x"),
    ],
)
def test_native_values(lexical: str, datatype: str, value: object) -> None:
    assert native.value(typed(lexical, datatype)) == value


def test_words() -> None:
    assert native.word(BlankNode("b")) == "_:b"
    assert native.words([Iri("https://a/b"), text("x")]) == ["https://a/b", "x"]
    assert iris.local_name(term("planned")) == "planned"
