"""A small store made by hand, whose numbers can be counted, and the store of the sample articles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.store.claim_builder import Story

from summitry.claims.rdf_terms import typed
from summitry.store import Access, EmbeddedStore, Store

MACRON, MERZ, STARMER, TRUMP = (f"person/{name}" for name in ("macron", "merz", "starmer", "trump"))


@pytest.fixture(scope="session")
def meetings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Three held events: Paris (Macron hosts, Merz, Starmer; Trump invited), London (Starmer hosts, Macron), Bonn
    (Merz hosts, Macron; France inferred); one planned without a date."""
    with EmbeddedStore(tmp_path_factory.mktemp("meetings") / "data") as store:
        first = Story("Leaders meet in Paris.", published="2025-03-27", title="Paris", url="https://example.org/paris")
        paris = first.event("paris", kind="Summit", start="2025-03-27", status="held", name="Paris summit")
        first.takes_part(paris, MACRON, "hasHost")
        for person in (MERZ, STARMER):
            first.takes_part(paris, person)
        first.takes_part(paris, TRUMP, "hasInvitee")
        first.say(paris, "place", "place/paris-FRA")
        for person in (MACRON, MERZ, STARMER, TRUMP):
            first.describe(person, "Person", person.rpartition("/")[2].capitalize())
        second = Story("Talks in London and in Bonn.", published="2026-01-15", title="<b>Talks</b> & more $x$ $y$")
        london = second.event("london", start="2026-01-10/2026-01-11", status="held", name="London talks")
        second.takes_part(london, STARMER, "hasHost")
        second.takes_part(london, MACRON)
        bonn = second.event("bonn", start="2026-01", status="held", name="Bonn talks")
        second.takes_part(bonn, MERZ, "hasHost")
        second.takes_part(bonn, MACRON)
        second.takes_part(bonn, "state/FRA", inferred=typed("true", "boolean"))
        later = second.event("later", status="planned", name="Réunion à Évian")
        second.takes_part(later, TRUMP)
        list(store.add([first.record(), second.record()]))
        yield store


@pytest.fixture(scope="session")
def samples(sample_data: Path) -> Iterator[Store]:
    """The store of the sample articles, for reading."""
    with EmbeddedStore(sample_data, access=Access.READ) as store:
        yield store
