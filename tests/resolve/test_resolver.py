"""Judgements of the resolver over an index in memory: made once, kept, and never within one article."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from summitry.claims import Claim, Iri, Rank, edtf, iris, rdf_terms
from summitry.ontology import terms
from summitry.resolve import Resolver
from summitry.resolve.descriptions import TYPE

COALITION = iris.entity("coalition", "coalition-of-the-willing")
G7 = iris.entity("organisation", "g7")


class Index:
    """Claims in memory, in the form that the resolver asks for."""

    def __init__(self) -> None:
        self.claims: list[Claim] = []

    def events_between(self, first: date, last: date) -> list[str]:
        found = {c.subject for c in self.claims if c.predicate == terms.START and self._within(c, first, last)}
        return sorted(found - self._merged().keys())

    def event_claims(self, canonical: str) -> list[Claim]:
        members = {canonical} | {local for local, target in self._merged().items() if target == canonical}
        return [c for c in self.claims if c.subject in members]

    def _merged(self) -> dict[str, str]:
        return {c.subject: c.object_iri() or "" for c in self.claims if c.predicate == terms.SAME_EVENT_AS}

    def _within(self, claim: Claim, first: date, last: date) -> bool:
        bounds = edtf.bounds(rdf_terms.key(claim.object).split('"')[1])
        return bounds is not None and bounds[0] <= last and first <= bounds[1]


def told(article: str, event: str, day: str = "2026-02-24", group: str = COALITION) -> list[Claim]:
    source, subject = iris.entity("article", article), iris.entity("event", event)

    def claim(predicate: str, value: Iri | rdf_terms.Literal, rank: Rank = Rank.NORMAL) -> Claim:
        return Claim(source=source, subject=subject, predicate=predicate, object=value, rule="test", rank=rank)

    return [
        claim(TYPE, Iri(terms.CLASS_VIDEOCONFERENCE)),
        claim(terms.START, rdf_terms.typed(day, "date"), Rank.PREFERRED),
        claim(terms.HAS_PARTICIPANT, Iri(group)),
    ]


def targets(judgements: Sequence[Claim]) -> dict[str, str]:
    return {iris.local_name(c.subject): iris.local_name(c.object_iri() or "") for c in judgements}


def test_a_second_article_joins_the_first() -> None:
    index = Index()
    index.claims += told("a", "1")
    [judgement] = Resolver(index).judge("article-b", told("b", "2"))
    assert targets([judgement]) == {"2": "1"}
    assert judgement.confidence >= 0.6
    assert "2026-02-24" in rdf_terms.key(judgement.qualifier("reason") or Iri(""))


def test_a_batch_resolves_within_itself() -> None:
    resolver = Resolver(Index())
    assert resolver.judge("a", told("a", "1")) == []
    assert targets(resolver.judge("b", told("b", "2"))) == {"2": "1"}
    assert targets(resolver.judge("c", told("c", "3"))) == {"3": "1"}


def test_a_third_article_points_to_the_canonical_event() -> None:
    index = Index()
    index.claims += told("a", "1")
    index.claims += [*told("b", "2"), *Resolver(index).judge("b", told("b", "2"))]
    assert targets(Resolver(index).judge("c", told("c", "3"))) == {"3": "1"}


def test_reading_an_article_again_keeps_its_judgement() -> None:
    index = Index()
    index.claims += told("a", "1")
    first = Resolver(index).judge("b", told("b", "2"))
    index.claims += [*told("b", "2"), *first]
    assert Resolver(index).judge("b", told("b", "2")) == first
    assert Resolver(index).judge("a", told("a", "1")) == []


def test_two_events_of_one_article_stay_two() -> None:
    resolver = Resolver(Index())
    assert resolver.judge("a", [*told("a", "1"), *told("a", "2")]) == []
    judged = targets(resolver.judge("b", [*told("b", "3"), *told("b", "4")]))
    assert sorted(judged) == ["3", "4"]
    assert len(set(judged.values())) == 2


def test_other_days_and_groups_stay_apart() -> None:
    resolver = Resolver(Index())
    resolver.judge("a", told("a", "1"))
    assert resolver.judge("b", told("b", "2", day="2026-02-25")) == []
    assert resolver.judge("c", told("c", "3", group=G7)) == []
