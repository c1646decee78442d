"""Pairs of actors as a table for users of event data (ICEWS, GDELT, PETRARCH2): one row for each ordered pair."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import IO

from summitry.claims import Article, Claim, Iri, Literal, edtf, iris
from summitry.graph.export.cameo_actors import Actors
from summitry.graph.export.cameo_pairs import Occasion, Pair, Side, pairs
from summitry.graph.export.cameo_tables import Tables
from summitry.graph.export.whole import Whole
from summitry.ontology import terms
from summitry.resolve.describe import Describer
from summitry.store.facts import EntityFacts, Fact, Participation, entity_facts, qualifier_values
from summitry.store.protocol import Store
from summitry.store.vocabulary import EVENT_CLASSES, TYPE

COLUMNS = (
    "date", "reported", "source", "code", "root", "as_held", "target", "plover_event", "plover_mode", "plover_context",
    "kind", "status", "event", "articles", "quote",
)  # fmt: skip
Row = tuple[str, ...]
Published = Mapping[str, date | None]


def write(store: Store, out: Path) -> int:
    """Write the table as CSV in UTF-8; returns the number of pairs."""
    whole, tables = Whole.of(store), Tables.load()
    actors = Actors.of(whole.facts(), tables)
    with out.open("w", encoding="utf-8", newline="") as file:
        return write_rows(file, (row for facts in whole.facts() for row in event_rows(facts, actors, whole.published)))


def write_rows(file: IO[str], rows: Iterable[Row]) -> int:
    """Write the header and rows to an open file; returns the number of rows."""
    writer, number = csv.writer(file, lineterminator="\n"), 0
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow(row)
        number += 1
    return number


def article_rows(article: Article, claims: Iterable[Claim], tables: Tables) -> Iterator[Row]:
    """The rows of one article from its claims alone, without a store; offices come from the reference tables too."""
    found = list(claims)
    found += Describer(tables.reference).claims_for(found)
    published = {article.iri: article.published}
    by_subject: dict[str, list[Claim]] = {}
    for claim in found:
        by_subject.setdefault(claim.subject, []).append(claim)
    facts = [entity_facts(iri, about, str, published) for iri, about in sorted(by_subject.items())]
    actors = Actors.of(facts, tables)
    return (row for entity in facts for row in event_rows(entity, actors, published))


def event_rows(facts: EntityFacts, actors: Actors, published: Published) -> Iterator[Row]:
    """The rows of an event; none for an entity that is no event, or an event whose status nobody tells."""
    kind = next((f for f in facts.values(TYPE) if _iri(f) in EVENT_CLASSES), None)
    status = _word(facts.value(terms.STATUS))
    if kind is None or not status:
        return
    start = facts.value(terms.START)
    day = start.object.lexical if start and isinstance(start.object, Literal) else ""
    reported = min((d for source in facts.sources() if (d := published.get(source))), default=None)
    bounds = edtf.bounds(day) if day else None
    occasion = _occasion(_word(kind), status, facts, actors, bounds[0] if bounds else reported)
    _, told = _words(kind.claims)
    for pair in pairs(occasion, actors.tables):
        yield _row(pair, occasion, (facts.iri, *told[:1]), day, reported)


def _occasion(kind: str, status: str, facts: EntityFacts, actors: Actors, on: date | None) -> Occasion:
    sources = facts.sources()
    sides = [side for p in facts.participations if not p.inferred and (side := _side(p, actors, on, sources))]
    places = [side for fact in facts.values(terms.PLACE) if (side := _place(fact, actors.tables))]
    told = [actors.code(_iri(fact), on, sources) for fact in facts.values(terms.ANNOUNCED_BY)]
    remote = _word(facts.value(terms.MODE)) == "virtual"
    return Occasion(kind, status, tuple(sides), tuple(places), frozenset(filter(None, told)), remote)


def _side(found: Participation, actors: Actors, on: date | None, sources: tuple[str, ...]) -> Side | None:
    behalf = next((v.value for v in qualifier_values(found.claims, "onBehalfOf") if isinstance(v, Iri)), None)
    code = actors.code(found.agent, on, sources, behalf)
    return Side(code, frozenset({found.role}), *_words(found.claims)) if code else None


def _place(fact: Fact, tables: Tables) -> Side | None:
    kind, key = iris.kind_and_key(_iri(fact)) or ("", "")
    known = tables.reference.places.get(key)
    code = tables.state(key if kind == "state" else known.country if known else "")
    return Side(code, frozenset(), *_words(fact.claims)) if code else None


def _words(claims: Iterable[Claim]) -> tuple[frozenset[str], tuple[str, ...]]:
    said = [claim for claim in claims if claim.evidence]
    quotes = dict.fromkeys(evidence.quote for claim in said for evidence in claim.evidence)
    return frozenset(claim.source for claim in said), tuple(quotes)


def _row(pair: Pair, occasion: Occasion, event: tuple[str, ...], day: str, reported: date | None) -> Row:
    """The quote is the first that tells of the event, with the first of each side that does not stand in it."""
    iri, *told = event
    sides = dict.fromkeys(quote for side in (pair.source, pair.target) for quote in side.quotes[:1])
    quotes = [*told, *(quote for quote in sides if not any(quote in words for words in told))]
    articles = sorted(iris.local_name(source) for source in pair.source.sources | pair.target.sources)
    return (
        day, reported.isoformat() if reported else "", pair.source.code, pair.code, pair.code[:2], pair.as_held,
        pair.target.code, pair.event.plover_event, pair.event.plover_mode, pair.event.plover_context, occasion.kind,
        occasion.status, iri, " ".join(articles), " … ".join(quotes),
    )  # fmt: skip


def _word(fact: Fact | None) -> str:
    """The name of an ontology term as `codes.csv` writes it: kinds and statuses are in lower case."""
    word = iris.local_name(_iri(fact)) if fact else ""
    return "other" if word == "OtherEvent" else word[:1].lower() + word[1:]


def _iri(fact: Fact) -> str:
    return fact.object.value if isinstance(fact.object, Iri) else ""
