"""Names of the property graph and ontology terms stand one to one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.claims import ReferenceDataError
from summitry.claims.iris import term
from summitry.store import registry
from summitry.store.registry import load_registry

MINIMAL = {"prefixes": {"s": "https://s/"}, "labels": {}, "kinds": {}, "relationships": {}, "properties": {}}
IRIS = st.sampled_from(
    [term("fooBar"), term("quotes"), term("takesPlaceIn"), "https://schema.org/about"]
) | st.from_regex(r"https://[a-z]{1,5}\.org/[A-Za-z0-9_#/.~-]{0,12}", fullmatch=True)


def test_listed_names_go_both_ways() -> None:
    table = load_registry()
    for section in ("labels", "relationships", "properties"):
        for iri, name in getattr(table, section).items():
            assert table.term_of(section, name) == iri
    assert table.label(term("Summit")) == "Summit"
    assert table.relationship(term("participatesIn")) == "PARTICIPATES_IN"
    assert table.property(term("name"), "fr") == "nameFr"
    assert table.property(term("name"), "zh-hant") == "nameZhHant"
    assert table.term_of("labels", "Nothing") is None


def test_unlisted_terms_are_named_by_rule() -> None:
    table = load_registry()
    assert table.property(term("fooBar")) == "fooBar"
    assert table.relationship(term("fooBar")) == "FOO_BAR"
    assert table.property("https://schema.org/about") == "schema_about"
    assert table.property("urn:x") == "iri_urn_3a_x"


def test_a_rule_gives_way_to_the_table() -> None:
    table = load_registry()
    assert table.property(term("quotes")).startswith("iri_")
    assert table.relationship(term("takesPlaceIn")).startswith("iri_")


@given(st.sets(IRIS, min_size=2, max_size=6))
def test_no_two_terms_share_a_name(iris: set[str]) -> None:
    table = load_registry()
    for naming in (table.label, table.relationship, table.property):
        assert len({naming(iri) for iri in iris}) == len(iris)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"labels": {"s:A": "X", "s:B": "X"}}, "both called X"),
        ({"labels": {"t:A": "X"}}, "prefix of t:A"),
        ({"labels": None}, "section labels is missing"),
    ],
)
def test_a_broken_table_is_refused(change: dict[str, object], message: str) -> None:
    with pytest.raises(ReferenceDataError, match=message):
        registry.parse({**MINIMAL, **change})


def test_kinds_and_curies() -> None:
    table = load_registry()
    assert table.kind_label("https://w3id.org/summitry/id/state/FRA") == "State"
    assert table.kind_label("https://example.org/x") is None
    assert table.curie(term("start")) == "s:start"
    assert table.curie("https://example.org/x") == "https://example.org/x"
