"""Claims and articles survive JSON and the log's columns unchanged."""

from __future__ import annotations

from datetime import UTC, date, datetime

import orjson
from hypothesis import given
from hypothesis import strategies as st

from summitry.claims import (
    Article,
    BlankNode,
    Claim,
    Evidence,
    Iri,
    Literal,
    Modality,
    Polarity,
    Qualifier,
    Rank,
    RdfTerm,
)
from summitry.claims.rdf_terms import RDF_LANG_STRING
from summitry.store import claim_json

TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
IRI = st.sampled_from(["https://example.org/a", "https://example.org/b#c", "urn:x:y"])
TERMS: st.SearchStrategy[RdfTerm] = st.one_of(
    st.builds(Iri, IRI),
    st.builds(BlankNode, st.sampled_from(["b0", "b1"])),
    st.builds(Literal, TEXT, IRI),
    st.builds(Literal, TEXT),
    st.builds(Literal, TEXT, st.just(RDF_LANG_STRING), st.sampled_from(["fr", "en-GB", "zh-Hant-TW"])),
)
CLAIMS = st.builds(
    Claim,
    source=IRI,
    subject=IRI,
    predicate=IRI,
    object=TERMS,
    rule=TEXT,
    qualifiers=st.lists(st.builds(Qualifier, IRI, TERMS), max_size=3).map(tuple),
    evidence=st.lists(st.builds(Evidence, st.integers(0, 99), st.integers(0, 99), TEXT), max_size=3).map(tuple),
    confidence=st.floats(0, 1),
    modality=st.sampled_from(Modality),
    polarity=st.sampled_from(Polarity),
    rank=st.sampled_from(Rank),
    valid_from=st.none() | st.just("2025-01"),
    valid_to=st.none() | st.just("2026"),
    recorded_at=st.none() | st.datetimes(timezones=st.just(UTC)),
    retracted_at=st.none() | st.datetimes(timezones=st.just(UTC)),
)


@given(CLAIMS)
def test_a_claim_comes_back_from_json(claim: Claim) -> None:
    value = orjson.loads(orjson.dumps(claim_json.claim_to_dict(claim)))
    assert claim_json.claim_from_dict(value) == claim


@given(CLAIMS)
def test_a_claim_comes_back_from_the_columns_of_the_log(claim: Claim) -> None:
    row = (claim.id, claim.source, claim.subject, claim.predicate, claim_json.claim_body(claim))
    recorded, retracted = _microseconds(claim.recorded_at), _microseconds(claim.retracted_at)
    assert claim_json.claim_from_row((*row, recorded, retracted)) == claim  # type: ignore[arg-type]


def test_an_article_comes_back() -> None:
    article = Article("0" * 16, "Texte.\n", "Titre", "fr", date(2026, 2, 20), "argument", "https://example.org", "AFP")
    body = claim_json.article_to_json(article)
    assert claim_json.article_from_json(article.id, article.text, body) == article
    bare = Article("1" * 16, "")
    assert claim_json.article_from_json(bare.id, "", claim_json.article_to_json(bare)) == bare


def _microseconds(moment: datetime | None) -> int | None:
    if moment is None:
        return None
    passed = moment - datetime(1970, 1, 1, tzinfo=UTC)
    return (passed.days * 86_400 + passed.seconds) * 1_000_000 + passed.microseconds
