"""Claims are values: the same content and source give the same id, everything else another."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry import claims
from summitry.claims import (
    BlankNode,
    Claim,
    Evidence,
    Iri,
    Literal,
    Modality,
    Polarity,
    Qualifier,
    Rank,
    Role,
    SummitryError,
    iris,
    rdf_terms,
)

CLAIM = Claim(
    source=iris.entity("article", "a"),
    subject=iris.entity("event", "e"),
    predicate=iris.term("hasChair"),
    object=Iri(iris.entity("state", "FRA")),
    rule="led-by",
    qualifiers=(Qualifier(iris.term("statedAs"), rdf_terms.text("la France", "fr")),),
    evidence=(Evidence(10, 19, "la France"),),
)
SAME = {"rule": "other", "confidence": 0.2, "rank": Rank.PREFERRED}
OTHER = {
    "source": "s",
    "subject": "s",
    "predicate": "p",
    "object": Literal("FRA"),
    "qualifiers": (),
    "evidence": (Evidence(11, 19, "a France"),),
    "modality": Modality.POSSIBLE,
    "polarity": Polarity.NEGATIVE,
    "valid_from": "2025",
    "valid_to": "2025",
}


@pytest.mark.parametrize("name", SAME)
def test_how_sure_the_reader_is_does_not_change_the_id(name: str) -> None:
    assert replace(CLAIM, **{name: SAME[name]}).id == CLAIM.id


@pytest.mark.parametrize("name", OTHER)
def test_what_is_said_changes_the_id(name: str) -> None:
    assert replace(CLAIM, **{name: OTHER[name]}).id != CLAIM.id


def test_every_field_is_known_to_these_tests() -> None:
    times = {"recorded_at", "retracted_at", "id"}
    assert {f.name for f in fields(Claim)} == set(SAME) | set(OTHER) | times


def test_the_order_of_qualifiers_does_not_matter() -> None:
    extra = Qualifier(iris.term("flag"), rdf_terms.text("x"))
    one = replace(CLAIM, qualifiers=(*CLAIM.qualifiers, extra))
    assert replace(CLAIM, qualifiers=(extra, *CLAIM.qualifiers)).id == one.id


def test_claims_are_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        CLAIM.rule = "x"  # type: ignore[misc]


def test_qualifiers_by_name() -> None:
    assert CLAIM.qualifier("statedAs") == Literal("la France", rdf_terms.RDF_LANG_STRING, "fr")
    assert CLAIM.qualifier("anchor") is None
    assert CLAIM.object_iri() == iris.entity("state", "FRA")
    assert replace(CLAIM, object=Literal("x")).object_iri() is None


def test_only_invited_and_absent_do_not_attend() -> None:
    assert {role for role in Role if not role.attends} == {Role.INVITEE, Role.ABSENT}


texts = st.text(max_size=8)


@given(texts, texts, texts, texts)
def test_digests_of_different_lists_differ(a: str, b: str, c: str, d: str) -> None:
    assert (iris.digest(a, b) == iris.digest(c, d)) == ((a, b) == (c, d))
    assert iris.digest(a + b) != iris.digest(a, b)


@given(texts)
def test_kinds_of_terms_never_share_a_key(value: str) -> None:
    terms = [Iri(value), BlankNode(value), Literal(value), rdf_terms.text(value, "fr"), rdf_terms.typed(value, "date")]
    assert len({rdf_terms.key(term) for term in terms}) == len(terms)


def test_slugs_and_kinds() -> None:
    assert iris.slug("Élysée Palace, Paris") == "elysee-palace-paris"
    assert iris.kind_and_key(iris.entity("state", "FRA")) == ("state", "FRA")
    assert iris.kind_and_key("https://example.org/x") is None
    assert iris.kind_and_key(iris.DATA + "state") is None


def test_errors_are_one_tree_and_say_subject_cause_and_remedy() -> None:
    errors = [getattr(claims, name) for name in claims.__all__ if name.endswith("Error")]
    assert len(errors) == 12
    assert all(issubclass(error, SummitryError) for error in errors)
    assert str(SummitryError("a.txt", "is empty", "write in it")) == "a.txt: is empty (write in it)"
    assert str(SummitryError("a.txt", "is empty")) == "a.txt: is empty"
