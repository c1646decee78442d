"""What follows from the claims: through coalitions, behind office holders, who met whom; marked, and never stated."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import owlrl
import pytest
import rdflib
from tests.neo4j_fixture import Neo4jLogin
from tests.store.claim_builder import Story, entity

from summitry import ontology
from summitry.claims import Claim, Iri, iris
from summitry.store import Boolean, EmbeddedStore, Graph, Solutions, Store, follow, inference
from summitry.store.log import ClaimLog
from summitry.store.neo4j_store import Neo4jStore
from summitry.store.query_errors import ProtectedError
from summitry.store.sparql import Dataset
from summitry.store.vocabulary import INFERRED

S = "PREFIX s: <https://w3id.org/summitry/ontology#> PREFIX prov: <http://www.w3.org/ns/prov#> "
GENERAL = tuple(f"http://www.w3.org/{name}#" for name in ("2002/07/owl", "2000/01/rdf-schema", "2001/XMLSchema"))
TABLE = iris.entity("reference", "test")
WILLING, FRANCE, POLAND = map(entity, ("coalition/willing", "state/FRA", "state/POL"))
MACRON, HOLLANDE, TUSK = map(entity, ("person/macron", "person/hollande", "person/tusk"))


def known(subject: str, predicate: str, value: str, valid: tuple[str | None, str | None], **qualifiers: str) -> Claim:
    """What a table says for a time."""
    story = Story("Nothing.")
    found = story.say(subject, predicate, value, source=TABLE, **{k: Iri(v) for k, v in qualifiers.items()})
    return Claim(
        TABLE, found.subject, found.predicate, found.object, "reference", found.qualifiers,
        valid_from=valid[0], valid_to=valid[1],
    )  # fmt: skip


def member(agent: str, since: str | None, until: str | None = None, role: str = "member") -> Claim:
    return known(agent, "memberOf", WILLING, (since, until), role=iris.term(role))


def president(person: str, since: str, until: str | None, of: str = FRANCE) -> Claim:
    return known(person, "holdsOffice", "office/president", (since, until), of=of)


def meeting(*agents: str, start: str | None = "2026-02-24", status: str = "planned", number: int = 1) -> Story:
    story = Story(f"Meeting {number}.", published="2026-02-20", url=f"https://example.org/{number}")
    event = story.event("one", kind="Meeting", start=start, status=status)
    for agent in agents:
        story.takes_part(event, agent)
    return story


def load(store: Store, story: Story, *tables: Claim) -> None:
    story.claims = [*story.claims, *tables]
    list(store.add([story.record()]))


def through(store: Store) -> set[tuple[str, str]]:
    """(who, through whom) of everybody who is inferred to take part."""
    found = store.sparql(f"{S} SELECT ?a ?via {{ GRAPH <{INFERRED}> {{ ?p s:agent ?a ; s:through ?via }} }}")
    assert isinstance(found, Solutions)
    return {(iris.local_name(a.value), iris.local_name(b.value)) for a, b in found.rows}  # type: ignore[union-attr]


def ask(store: Store, pattern: str, dataset: Dataset | None = None) -> bool:
    result = store.sparql(f"{S} ASK {{ {pattern} }}", dataset=dataset or Dataset())
    assert isinstance(result, Boolean)
    return result.value


def test_members_take_part_through_their_coalition_at_the_date_of_the_event(any_store: Store) -> None:
    load(any_store, meeting(WILLING), member(FRANCE, "2025-03"), member(POLAND, "2025-03", "2026-01-31"),
         member("state/ITA", "2026-02"), member("state/USA", "2025-03", role="observer"))  # fmt: skip
    assert through(any_store) == {("FRA", "willing"), ("ITA", "willing")}
    assert list(any_store.verify()) == []


def test_a_membership_that_many_articles_tell_counts_as_the_first_told_it(any_store: Store) -> None:
    """Otherwise every article that repeats it would add to every event of the coalition."""
    load(any_store, meeting(WILLING), member(FRANCE, "2025-03"))
    inferred = [claim for claim in claims_about(any_store) if inference.is_inferred(claim)]
    first, again = Story("France leads."), Story("France leads, it says again.")
    for story in (first, again):
        story.say(FRANCE, "memberOf", WILLING, role=Iri(iris.term("lead")))
        load(any_store, story)
    both = [claim for claim in claims_about(any_store) if inference.is_inferred(claim)]
    assert len(inferred) == 1 and len(both) == 2, "once as a member and once as the lead"
    first.claims = []
    load(any_store, first)
    left = {p for c in claims_about(any_store) if inference.is_inferred(c) for p in inference.premises_of(c)}
    assert again.claims[0].id in left
    assert list(any_store.verify()) == []


@pytest.mark.parametrize("size", [1, 2, 3, 4])
def test_what_follows_does_not_depend_on_batches(any_store: Store, size: int) -> None:
    """Of several articles that tell a membership the first is the premise, whoever came with it."""
    stories = [meeting(WILLING, MACRON), *(Story(f"France belongs, says {name}.") for name in "ABC")]
    for story in stories[1:]:
        story.say(FRANCE, "memberOf", WILLING)
    for start in range(0, 4, size):
        list(any_store.add([story.record() for story in stories[start : start + size]]))
    inferred = [claim for claim in claims_about(any_store) if inference.is_inferred(claim)]
    assert [stories[1].claims[0].id in inference.premises_of(claim) for claim in inferred] == [True]


def claims_about(store: Store) -> list[Claim]:
    """Everything said of the first meeting."""
    return [row.claim for row in store.claims(subject=meeting().claims[0].subject)]


def test_of_an_event_without_a_date_only_present_members_are_told(any_store: Store) -> None:
    load(any_store, meeting(WILLING, start=None), member(FRANCE, None), member(POLAND, "2025-03", "2026-01-31"))
    assert through(any_store) == {("FRA", "willing")}


def test_the_state_behind_an_office_holder(any_store: Store) -> None:
    load(any_store, meeting(MACRON, HOLLANDE), president(MACRON, "2017-05-14", None),
         president(HOLLANDE, "2012-05-15", "2017-05-14"))  # fmt: skip
    assert through(any_store) == {("FRA", "macron")}


def test_an_article_tells_the_office_of_whom_no_table_knows(any_store: Store) -> None:
    story = meeting(TUSK)
    story.say(TUSK, "holdsOffice", "office/primeMinister", of=Iri(POLAND))
    load(any_store, story)
    assert through(any_store) == {("POL", "tusk")}


def test_a_judgement_that_gives_way_to_another_takes_along_what_follows(any_store: Store) -> None:
    """Both stand, and one counts: the event that loses has no judgement that came or went."""
    first, second = (iris.entity("event", name) for name in ("b", "c"))
    story = meeting(MACRON)
    event = story.claims[0].subject
    story.say(event, "sameEventAs", second)
    load(any_store, story, president(MACRON, "2017-05-14", None))
    assert ask(any_store, f"GRAPH <{INFERRED}> {{ <{FRANCE}> s:participatesThrough <{second}> }}")
    other = Story("The same meeting.")
    other.say(event, "sameEventAs", first)
    load(any_store, other)
    assert ask(any_store, f"GRAPH <{INFERRED}> {{ <{FRANCE}> s:participatesThrough <{first}> }}")
    assert not ask(any_store, f"?s ?p <{second}>") and not ask(any_store, f"<{second}> ?p ?o")
    assert list(any_store.verify()) == []
    other.claims = []
    load(any_store, other)
    assert ask(any_store, f"GRAPH <{INFERRED}> {{ <{FRANCE}> s:participatesThrough <{second}> }}")
    assert list(any_store.verify()) == []


def test_somebody_who_grows_while_an_event_is_judged(any_store: Store) -> None:
    """What is said of a person points to an event that turns out to be another one, in an article that names both."""
    event, whole = iris.entity("event", "a"), iris.entity("event", "b")
    story = Story("He knows of the meeting.")
    story.say(MACRON, "knows", event)
    load(any_store, story)
    more = Story("It is the summit, says the president.")
    more.say(MACRON, "holdsOffice", "office/president", of=Iri(FRANCE))
    more.say(event, "sameEventAs", whole)
    load(any_store, more)
    assert ask(any_store, f"<{MACRON}> s:knows <{whole}>") and not ask(any_store, f"<{MACRON}> s:knows <{event}>")
    assert list(any_store.verify()) == []


def test_a_stop_between_two_steps_of_inference_leaves_nothing_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(follow, "BATCH", 8)
    write, steps = ClaimLog.write_inferred, iter([True])

    def stop_after_one(log: ClaimLog, *args: Any) -> int:
        if not next(steps, False):
            raise KeyboardInterrupt
        return write(log, *args)

    with EmbeddedStore(tmp_path / "data") as store:
        store.add_source(TABLE, [president(MACRON, "2017-05-14", None)])
        store._log.write([meeting(MACRON, number=number).record() for number in range(4)])
        monkeypatch.setattr(ClaimLog, "write_inferred", stop_after_one)
        with pytest.raises(KeyboardInterrupt):
            store._inferred.catch_up()
    monkeypatch.setattr(ClaimLog, "write_inferred", write)
    with EmbeddedStore(tmp_path / "data") as store:
        assert len([row for row in store.claims(object=FRANCE) if inference.is_inferred(row.claim)]) == 4
        assert list(store.verify()) == []


def test_an_article_about_another_event_tells_no_office(any_store: Store) -> None:
    """Were it to count when both events are looked at together, the same claims would not give the same."""
    story = meeting(TUSK)
    story.say(TUSK, "holdsOffice", "office/primeMinister", of=Iri(POLAND))
    other = meeting(TUSK, number=2)
    list(any_store.add([story.record(), other.record()]))
    assert through(any_store) == {("POL", "tusk")}
    events = {claim.subject for claim in other.claims if claim.subject.startswith(iris.entity("event", ""))}
    assert not any(ask(any_store, f"<{POLAND}> s:participatesThrough <{event}>") for event in events)


def test_who_is_named_is_not_inferred(any_store: Store) -> None:
    story = meeting(WILLING, FRANCE)
    event = story.claims[0].subject
    story.takes_part(event, POLAND, "hasAbsentee")
    load(any_store, story, member(FRANCE, "2025-03"), member(POLAND, "2025-03"))
    assert through(any_store) == set()


def test_who_met_whom_in_both_directions(any_store: Store) -> None:
    load(any_store, meeting(MACRON, TUSK, status="held"))
    load(any_store, meeting(HOLLANDE, TUSK, status="planned", number=2))
    crowd = [f"person/p{n}" for n in range(inference.FEW + 1)]
    load(any_store, meeting(*crowd, status="held", number=3))
    found = any_store.sparql(f"{S} SELECT ?a ?b {{ GRAPH <{INFERRED}> {{ ?a s:metWith ?b }} }}")
    assert isinstance(found, Solutions)
    assert set(found.rows) == {(Iri(MACRON), Iri(TUSK)), (Iri(TUSK), Iri(MACRON))}
    assert not ask(any_store, "?a s:metWith ?b"), "the default graph holds what is stated"


def test_an_inferred_claim_names_its_rule_and_its_premises(any_store: Store) -> None:
    story = meeting(WILLING)
    premise = member(FRANCE, "2025-03")
    load(any_store, story, premise)
    part = story.claims[-2]
    assert part.predicate.endswith("hasParticipant")
    [claim] = [row.claim for row in any_store.claims() if inference.is_inferred(row.claim)]
    assert claim.rule == inference.MEMBERSHIP
    assert inference.premises_of(claim) == sorted([part.id, premise.id])
    assert claim.confidence == min(part.confidence, premise.confidence)
    derived = f"prov:wasDerivedFrom <{part.iri}>, <{premise.iri}>"
    assert ask(any_store, f"GRAPH <{claim.source}> {{ <{claim.iri}> s:inferred true ; {derived} ; s:rule ?rule }}")
    assert not ask(any_store, f"?e s:hasParticipant <{FRANCE}>")


def test_what_follows_goes_when_a_premise_goes(any_store: Store) -> None:
    load(any_store, meeting(WILLING), member(FRANCE, "2025-03"))
    (result,) = any_store.add([meeting().record()])
    assert through(any_store) == set()
    assert any_store.wait_for(result.seq, 5)
    load(any_store, meeting(WILLING))
    assert through(any_store) == {("FRA", "willing")}
    any_store.add_source(TABLE, [member(POLAND, "2025-03")])
    assert through(any_store) == {("POL", "willing")}
    assert any_store.status().seq == any_store.add_source(TABLE, [member(POLAND, "2025-03")]).seq
    assert list(any_store.verify()) == []
    any_store.rebuild("inferred")
    assert through(any_store) == {("POL", "willing")}
    assert list(any_store.verify()) == []


def test_a_date_that_moves_moves_what_follows(any_store: Store) -> None:
    load(any_store, meeting(WILLING, start="2026-02-24"), member(FRANCE, "2025-03", "2026-02-28"))
    assert through(any_store) == {("FRA", "willing")}
    load(any_store, meeting(WILLING, start="2026-03-24"))
    assert through(any_store) == set()


def test_the_past_infers_from_what_was_known_then(any_store: Store) -> None:
    load(any_store, meeting(WILLING), member(FRANCE, "2025-03"))
    seq = any_store.status().seq
    load(any_store, meeting())
    assert through(any_store.as_of(seq)) == {("FRA", "willing")}  # type: ignore[arg-type]


def test_it_can_be_left_out(any_store: Store) -> None:
    load(any_store, meeting(WILLING), member(FRANCE, "2025-03"))
    for pattern in ("GRAPH ?g { ?p s:agent ?a ; s:through ?via }", "GRAPH ?g { ?claim s:inferred true }"):
        assert ask(any_store, pattern)
        assert not ask(any_store, pattern, Dataset(inferred=False))
    assert ask(any_store, "GRAPH ?g { ?claim a s:Claim }", Dataset(inferred=False))
    with pytest.raises(ProtectedError):
        any_store.updates.run(f"INSERT DATA {{ GRAPH <{INFERRED}> {{ <urn:a> <urn:b> <urn:c> }} }}")


@pytest.mark.neo4j
def test_in_the_property_graph(neo4j_login: Neo4jLogin, tmp_path: Path) -> None:
    login = neo4j_login
    with Neo4jStore(login.uri, (login.user, login.password), database=login.database, rdf=tmp_path / "rdf") as store:
        load(store, meeting(WILLING, MACRON, TUSK, status="held"), member(FRANCE, "2025-03"))
        rows = store.cypher(
            "MATCH (a)-[r:PARTICIPATES_THROUGH {inferred: true}]->(e:Event) UNWIND r.claimIds AS id"
            " MATCH (c:Claim {id: id}) RETURN a.iri AS who, r.through AS via, c.rule AS rule, c.inferred AS inferred,"
            " size(c.derivedFrom) AS premises"
        ).rows
        assert rows == ((FRANCE, [WILLING], inference.MEMBERSHIP, True, 2),)
        assert store.cypher("MATCH (a)-[r:MET_WITH {inferred: true}]->(b) RETURN count(*)").rows == ((2,),)
        assert store.cypher("MATCH (a:State)-[:PARTICIPATES_IN]->() RETURN count(*)").rows == ((0,),)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_classes_and_inverses_are_those_of_owl_rl(tmp_path: Path) -> None:
    """Every type, inverse and symmetric triple that owlrl infers from the stated facts, and no other."""
    with EmbeddedStore(tmp_path / "data") as store:
        story = meeting(WILLING, MACRON, status="held")
        story.describe(MACRON, "Person", "Emmanuel Macron")
        story.describe(WILLING, "Coalition", "the willing")
        load(store, story)
        stated, entailed = triples(store, ""), triples(store, f"GRAPH <{INFERRED}>")
    closure = rdflib.Graph().parse(data=ontology.file("summitry.ttl").read_text("utf-8"), format="turtle")
    closure += stated
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(closure)
    shown = stated + entailed
    s = rdflib.Namespace(iris.ONTOLOGY)
    things = {rdflib.URIRef(iri) for iri in (MACRON, WILLING, next(c.subject for c in story.claims))}
    for predicate in (s.participatesIn, s.metWith):
        assert set(closure.subject_objects(predicate)) <= set(shown.subject_objects(predicate))
    for thing in things:
        kinds = {kind for kind in closure.objects(thing, rdflib.RDF.type) if isinstance(kind, rdflib.URIRef)}
        known = {kind for kind in kinds if not str(kind).startswith(GENERAL)}
        assert known == set(shown.objects(thing, rdflib.RDF.type))


def triples(store: Store, where: str) -> rdflib.Graph:
    found = store.sparql(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {where} {{ ?s ?p ?o }} }}")
    assert isinstance(found, Graph)
    return rdflib.Graph().parse(data=found.ntriples, format="nt")
