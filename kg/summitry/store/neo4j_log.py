"""Writing the claim log in Neo4j, together with the projection, in a transaction of the caller.

The log is nodes of its own: `(:ArticleRecord)` for each version of an article, `(:ClaimRecord)` for each claim ever
recorded, and one `(:SummitryLog)` with the last sequence number, on which writers wait for each other.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import replace

from summitry.claims import Claim, InputError
from summitry.store import follow, graph_writer
from summitry.store.graph_writer import Run, chunks
from summitry.store.neo4j_draft import Draft, LiveClaim
from summitry.store.neo4j_reader import Neo4jReader
from summitry.store.projection import project
from summitry.store.protocol import AddResult, ArticleRecord
from summitry.store.registry import Registry
from summitry.store.statements import statement


def write(run: Run, records: Sequence[ArticleRecord], registry: Registry) -> list[AddResult]:
    """Add articles, all or nothing."""
    sources = [record.article.iri for record in records]
    ids = [c.id for record in records for c in record.claims if c.source != record.article.iri]
    draft = _begin(run, sources, ids)
    results = [draft.add(record) for record in records]
    _finish(run, draft, registry)
    return [replace(result, seq=draft.seq) for result in results]


def write_source(run: Run, source: str, claims: Iterable[Claim], registry: Registry) -> AddResult:
    """Replace what a source says. Raises InputError when a claim has another source."""
    wanted = list(claims)
    for claim in wanted:
        if claim.source != source:
            raise InputError(claim.iri, f"its source is {claim.source}, not {source}", "add it under its source")
    draft = _begin(run, [source], [])
    result = draft.replace_source(source, wanted)
    _finish(run, draft, registry)
    return replace(result, seq=draft.seq)


def reproject(run: Run, entities: Iterable[str], registry: Registry) -> None:
    """Show again what the claims say now about some entities."""
    lock(run)
    batch = follow.batch_of(Neo4jReader(run), entities)
    graph_writer.apply(run, project(batch.entities, batch.articles, registry), registry)


def lock(run: Run) -> int:
    """Wait until no other transaction writes; gives the number of the last change."""
    run(statement("log_lock"), {})
    return Neo4jReader(run).last_seq()


def last_seq(run: Run) -> int:
    """The number of the last change."""
    return Neo4jReader(run).last_seq()


def _begin(run: Run, sources: Sequence[str], ids: Sequence[str]) -> Draft:
    seq = lock(run)
    live: dict[str, LiveClaim] = {}
    for name, values in (("log_live_by_source", sources), ("log_live_by_id", ids)):
        for part in chunks(list(dict.fromkeys(values))):
            for row in run(statement(name), {"values": list(part)}):
                live[row["id"]] = LiveClaim(row["seq"], row["id"], row["source"], row["body"])
    versions = run(statement("log_latest_articles"), {"iris": list(dict.fromkeys(sources))})
    articles = {row["iri"]: (row["version"], row["body"]) for row in versions}
    return Draft(seq, time.time_ns() // 1000, live, articles)


def _finish(run: Run, draft: Draft, registry: Registry) -> None:
    """Write the rows, the new number, and what the touched entities look like now."""
    before = Neo4jReader(run).last_seq()
    if draft.seq == before:
        return
    claims = [draft.new_claims[seq] for seq in sorted(draft.new_claims)]
    for name, rows in (
        ("log_insert_articles", draft.new_articles),
        ("log_insert_claims", claims),
        ("log_retract", draft.retractions),
    ):
        for part in chunks(rows):
            run(statement(name), {"rows": list(part)})
    run(statement("log_set_seq"), {"seq": draft.seq})
    for batch in follow.batches(Neo4jReader(run), before, draft.seq, draft.seq - before):
        graph_writer.apply(run, project(batch.entities, batch.articles, registry), registry)
