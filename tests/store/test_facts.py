"""Facts chosen from claims: pure, independent of order, with disputes named."""

from __future__ import annotations

import dataclasses
import random
from datetime import date

import pytest
from tests.store.claim_builder import Story, entity

from summitry.claims import Claim, Iri, Literal, Modality, Polarity, Rank, Role, iris
from summitry.claims.iris import term
from summitry.claims.rdf_terms import text, typed
from summitry.store.canonical import from_mapping, judgements
from summitry.store.facts import EntityFacts, entity_facts, modality
from summitry.store.vocabulary import EDTF, TYPE

EVENT = entity("event/e")
PERSON = entity("person/p")


def chosen(claims: list[Claim], stories: list[Story], subject: str = EVENT) -> EntityFacts:
    published = {story.article.iri: story.article.published for story in stories}
    shuffled = random.Random(0).sample(claims, len(claims))
    facts = entity_facts(subject, claims, from_mapping({}), published)
    assert facts == entity_facts(subject, shuffled, from_mapping({}), published)
    return facts


def lexical(facts: EntityFacts, name: str) -> str | None:
    fact = facts.value(term(name))
    return fact.object.lexical if fact and isinstance(fact.object, Literal) else None


def test_rank_comes_before_the_number_of_sources() -> None:
    stories = [Story(f"{n}", published="2026-02-20") for n in range(3)]
    claims = [s.say(EVENT, "start", typed("2026-02-25", "date")) for s in stories[:2]]
    claims.append(stories[2].say(EVENT, "start", typed("2026-02-24", "date"), rank=Rank.PREFERRED))
    facts = chosen(claims, stories)
    assert lexical(facts, "start") == "2026-02-24"
    assert {c.object for c in facts.disputed} == {typed("2026-02-25", "date")}


def test_more_sources_win_then_the_later_publication() -> None:
    days = ["2026-02-18", "2026-02-19", "2026-02-20"]
    stories = [Story(day, published=day) for day in days]
    first = [s.say(EVENT, "mode", "s:virtual") for s in stories[:2]]
    last = stories[2].say(EVENT, "mode", "s:inPerson")
    assert chosen([*first, last], stories).value(term("mode")).object == Iri(term("virtual"))  # type: ignore[union-attr]
    assert chosen([first[0], last], stories).value(term("mode")).object == Iri(term("inPerson"))  # type: ignore[union-attr]


def test_a_later_status_supersedes_without_dispute() -> None:
    stories = [Story(day, published=day) for day in ("2026-02-18", "2026-02-19", "2026-02-25")]
    planned = [s.say(EVENT, "status", "s:planned") for s in stories[:2]]
    held = stories[2].say(EVENT, "status", "s:held")
    facts = chosen([*planned, held], stories)
    assert facts.value(term("status")).object == Iri(term("held"))  # type: ignore[union-attr]
    assert facts.disputed == ()
    rival = stories[2].say(EVENT, "status", "s:cancelled", confidence=0.1)
    assert chosen([*planned, held, rival], stories).disputed == (rival,)


def test_a_month_supports_the_day_and_does_not_dispute_it() -> None:
    stories = [Story(f"{n}", published="2026-02-20") for n in range(4)]
    month = [s.say(EVENT, "start", Literal("2026-02", EDTF)) for s in stories[:2]]
    day = stories[2].say(EVENT, "start", typed("2026-02-24", "date"))
    other = stories[3].say(EVENT, "start", typed("2026-03-01", "date"), confidence=1.0)
    facts = chosen([*month, day, other], stories)
    assert lexical(facts, "start") == "2026-02-24"
    assert facts.disputed == (other,)


def test_a_meeting_does_not_contradict_a_summit() -> None:
    stories = [Story(f"{n}") for n in range(3)]
    claims = [stories[0].say(EVENT, TYPE, "s:Summit"), stories[1].say(EVENT, TYPE, "s:Meeting")]
    claims.append(stories[2].say(EVENT, TYPE, "s:Meeting"))
    facts = chosen(claims, stories)
    assert [fact.object for fact in facts.values(TYPE)] == [Iri(term("Summit"))]
    assert facts.disputed == ()


def test_a_denial_gives_no_fact_but_disputes_one() -> None:
    story = Story("Denied.")
    said = story.takes_part(EVENT, "state/FRA")
    other = Story("No, they will not.")
    denied = dataclasses.replace(other.takes_part(EVENT, "state/FRA"), polarity=Polarity.NEGATIVE)
    facts = chosen([said, denied], [story, other])
    assert [p.claims for p in facts.participations] == [(said,)]
    assert facts.disputed == (denied,)
    assert chosen([denied], [other]).participations == ()


def test_deprecated_claims_count_for_nothing() -> None:
    story = Story("x")
    claim = story.say(EVENT, "status", "s:held", rank=Rank.DEPRECATED)
    facts = chosen([claim], [story])
    assert facts.facts == () and facts.disputed == () and facts.claims == (claim,)


def test_inferred_participants_stand_apart_until_stated() -> None:
    story = Story("x")
    inferred = story.takes_part(EVENT, "state/FRA", inferred=typed("true", "boolean"))
    assert [p.inferred for p in chosen([inferred], [story]).participations] == [True]
    stated = story.takes_part(EVENT, "state/FRA")
    (both,) = chosen([inferred, stated], [story]).participations
    assert (both.inferred, both.claims, both.role) == (False, (stated,), Role.PARTICIPANT)


def test_an_undated_office_joins_the_period_of_its_publication() -> None:
    table = Story("table")
    of = Iri(entity("state/USA"))
    terms_ = [("2017-01-20", "2021-01-20"), ("2025-01-20", None)]
    dated = [
        dataclasses.replace(table.say(PERSON, "holdsOffice", "office/president", of=of), valid_from=a, valid_to=b)
        for a, b in terms_
    ]
    old = Story("old", published="2018-05-01")
    new = Story("new", published="2024-05-01")
    said = [s.say(PERSON, "holdsOffice", "office/president", of=of) for s in (old, new)]
    facts = chosen([*dated, *said], [old, new], PERSON)
    assert [(t.valid_from, t.valid_to, len(t.claims)) for t in facts.tenures] == [(*terms_[0], 2), (*terms_[1], 2)]
    assert facts.tenures[0].claims != facts.tenures[1].claims
    (alone,) = chosen(said, [old, new], PERSON).tenures
    assert (alone.valid_from, len(alone.claims), alone.of) == (None, 2, of.value)


def test_memberships_keep_role_and_period() -> None:
    story = Story("x")
    claim = story.say("state/FRA", "memberOf", "organisation/nato", role=Iri(term("member")))
    (found,) = chosen([claim], [story], entity("state/FRA")).memberships
    assert (found.group, found.role, found.valid_from) == (entity("organisation/nato"), term("member"), None)


def test_objects_become_canonical() -> None:
    story = Story("x")
    claim = story.say(EVENT, "partOf", "event/local")
    mapping = from_mapping({entity("event/local"): entity("event/whole")})
    facts = entity_facts(EVENT, [claim], mapping, {})
    assert facts.value(term("partOf")).object == Iri(entity("event/whole"))  # type: ignore[union-attr]


def test_of_two_judgements_the_better_one_counts() -> None:
    story = Story("x")
    weak = story.say(EVENT, "sameEventAs", "event/a", confidence=0.6)
    strong = story.say(EVENT, "sameEventAs", "event/b", confidence=0.9)
    denied = dataclasses.replace(story.say(EVENT, "sameEventAs", "event/c"), polarity=Polarity.NEGATIVE)
    odd = story.say(EVENT, "sameEventAs", text("no event"))
    assert judgements([weak, strong, denied, odd]) == {EVENT: entity("event/b")}
    assert judgements([strong, weak]) == judgements([weak, strong])


def test_modality_is_the_strongest() -> None:
    story = Story("x")
    claim = story.takes_part(EVENT, "state/FRA")
    possible = dataclasses.replace(claim, modality=Modality.POSSIBLE)
    assert modality([possible, claim]) is Modality.ASSERTED
    assert modality([possible]) is Modality.POSSIBLE


@pytest.mark.parametrize("day", [None, date(2026, 1, 1)])
def test_an_entity_without_claims_has_no_facts(day: date | None) -> None:
    facts = entity_facts(EVENT, [], from_mapping({}), {iris.entity("article", "a"): day})
    assert facts == EntityFacts(EVENT)
    assert facts.sources() == ()
