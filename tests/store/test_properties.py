"""Random histories: whatever is loaded, changed, cut short, reopened or rebuilt, the views equal the log."""

from __future__ import annotations

import dataclasses
import tempfile
from datetime import date
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from tests.store.claim_builder import Story, entity

from summitry.claims import Article, Claim, Iri, Polarity, Rank, iris
from summitry.claims.iris import term
from summitry.claims.rdf_terms import text, typed
from summitry.store import follow, inference, inferring, rdf_view, segments
from summitry.store.embedded import EmbeddedStore
from summitry.store.premises import SqlPremises
from summitry.store.protocol import ArticleRecord
from summitry.store.vocabulary import TYPE

EVENTS = [entity(f"event/{name}") for name in ("a", "b", "c")]
AGENTS = ["state/FRA", "state/GBR", "person/p"]


def _pool() -> list[Claim]:
    """Claims without a source yet, on few things, so that they meet."""
    story = Story("pool")
    for event in EVENTS:
        for kind in ("Summit", "Meeting"):
            story.say(event, TYPE, f"s:{kind}")
        for day in ("2026-02-24", "2026-02-25"):
            story.say(event, "start", typed(day, "date"))
        for agent in AGENTS:
            for role in ("hasHost", "hasParticipant", "hasAbsentee"):
                story.say(event, role, agent, statedAs=text(agent, "fr"))
        for other in EVENTS:
            if other != event:
                story.say(event, "sameEventAs", other)
                story.say(event, "partOf", other)
    story.say("person/p", "holdsOffice", "office/president", of=Iri(entity("state/FRA")))
    story.say("person/p", TYPE, "s:Person")
    story.say("state/FRA", "memberOf", "organisation/nato")
    negated = [dataclasses.replace(claim, polarity=Polarity.NEGATIVE) for claim in story.claims[4:8]]
    preferred = [dataclasses.replace(claim, rank=Rank.PREFERRED) for claim in story.claims[2:4]]
    return [*story.claims, *negated, *preferred]


POOL = _pool()
ARTICLES = [Article(f"{number:016x}", f"Text {number}") for number in range(3)]


def record(number: int, version: int, chosen: list[int], published: bool) -> ArticleRecord:
    day = iris_day(number) if published else None
    article = dataclasses.replace(ARTICLES[number], text=f"Text {number} version {version}", published=day)
    claims = (dataclasses.replace(POOL[index], source=article.iri) for index in chosen)
    return ArticleRecord(article, (*claims, dataclasses.replace(POOL[0], source=article.iri, subject=article.iri,
                                   predicate=term("mentions"), object=Iri(entity("state/FRA")))))  # fmt: skip


def iris_day(number: int) -> date:
    return date(2026, 2, 20 + number)


STATEMENTS = [
    f"<{EVENTS[0]}> <{TYPE}> <{term('Summit')}> .\n",
    f"<{EVENTS[0]}> <{term('hasHost')}> <{entity('state/FRA')}> .\n",
    f'<{EVENTS[1]}> <{term("start")}> "2026-02-24"^^<http://www.w3.org/2001/XMLSchema#date> .\n',
    f"<{entity('state/FRA')}> <{TYPE}> <{term('State')}> <http://example.org/g> .\n",
    '<http://example.org/a> <http://example.org/p> "007"^^<http://www.w3.org/2001/XMLSchema#int> .\n',
]
"""Statements to import, some of which claims say as well."""

RECORDS = st.builds(
    record,
    st.integers(0, 2),
    st.integers(0, 2),
    st.lists(st.integers(0, len(POOL) - 1), max_size=8),
    st.booleans(),
)


class Histories(RuleBasedStateMachine):
    @initialize()
    def start(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.store = EmbeddedStore(Path(self.folder.name))

    @rule(records=st.lists(RECORDS, min_size=1, max_size=4))
    def load(self, records: list[ArticleRecord]) -> None:
        results = list(self.store.add(records))
        again = list(self.store.add(records[-1:]))
        assert again[0].unchanged and again[0].seq == results[-1].seq

    @rule(records=st.lists(RECORDS, min_size=1, max_size=2))
    def crash_between_log_and_view(self, records: list[ArticleRecord]) -> None:
        self.store._log.write(records)
        self.reopen()

    @rule(records=st.lists(RECORDS, min_size=1, max_size=2), part=st.integers(0, 30))
    def crash_in_the_middle_of_a_view_batch(self, records: list[ArticleRecord], part: int) -> None:
        result = self.store._log.write(records)
        view = self.store._view
        for batch in follow.batches(self.store._reader, view.watermark, result[-1].seq):
            quads = [quad for row in batch.claims for quad in rdf_view.claim_quads(row.claim)]
            view.graph.extend(quads[:part])
        self.reopen()

    @rule(table=st.lists(st.integers(0, len(POOL) - 1), max_size=4))
    def reference_table(self, table: list[int]) -> None:
        source = iris.entity("reference", "test")
        self.store.add_source(source, [dataclasses.replace(POOL[i], source=source, evidence=()) for i in table])

    @rule(name=st.sampled_from(["x.nq", "y.nq"]), chosen=st.lists(st.integers(0, len(STATEMENTS) - 1), max_size=5))
    def import_dataset(self, name: str, chosen: list[int]) -> None:
        file = Path(self.folder.name) / name
        file.write_text("".join(STATEMENTS[index] for index in chosen))
        self.store.datasets.import_file(file)
        assert self.store.datasets.import_file(file).unchanged

    @rule(name=st.sampled_from(["x.nq", "y.nq"]))
    def crash_after_an_import(self, name: str) -> None:
        cut = segments.cut(ox.parse("".join(STATEMENTS), format=ox.RdfFormat.N_QUADS))
        self.store._segments.write(name, f"crash-{name}", cut)
        self.reopen()

    @rule(name=st.sampled_from(["x.nq", "y.nq"]))
    def remove_dataset(self, name: str) -> None:
        if any(dataset.name == name for dataset in self.store.datasets.list()):
            self.store.datasets.remove(name)

    @rule()
    def reopen(self) -> None:
        self.store.close()
        self.store = EmbeddedStore(Path(self.folder.name))

    @rule()
    def rebuild(self) -> None:
        before = set(self.store._view.graph)
        self.store.rebuild("rdf")
        assert set(self.store._view.graph) == before

    @invariant()
    def views_equal_the_log(self) -> None:
        if hasattr(self, "store"):
            assert list(self.store.verify()) == []
            status = self.store.status()
            assert status.views["rdf"] == status.seq

    @invariant()
    def what_is_inferred_follows_from_the_claims(self) -> None:
        if hasattr(self, "store"):
            live = (row.claim for row in self.store.claims())
            inferred = {claim.id for claim in live if inference.is_inferred(claim)}
            everything = inferring.everything(self.store._reader, SqlPremises(self.store._connections))
            assert inferred == {claim.id for part in everything for found in part.values() for claim in found}

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()
            self.folder.cleanup()


TestHistories = Histories.TestCase
TestHistories.settings = settings(
    max_examples=15,
    stateful_step_count=12,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


@pytest.mark.soak
class TestLongHistories(Histories.TestCase):  # type: ignore[name-defined, misc]
    """The same, for minutes."""

    settings = settings(TestHistories.settings, max_examples=150, stateful_step_count=30)
