"""Writing the claim log in Neo4j, together with the projection, in a transaction of the caller.

The log is nodes of its own: `(:ArticleRecord)` for each version of an article, `(:ClaimRecord)` for each claim ever
recorded, and one `(:SummitryLog)` with the last sequence number, on which writers wait for each other.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import replace

from summitry.claims import Claim, InputError
from summitry.store import follow, graph_writer, inferring
from summitry.store.bolt_rows import Run, chunks, send
from summitry.store.inferring import Inferred
from summitry.store.judged import Locked, settled
from summitry.store.neo4j_draft import Draft, LiveClaim
from summitry.store.neo4j_premises import BoltPremises
from summitry.store.neo4j_reader import Neo4jReader
from summitry.store.protocol import AddResult, ArticleRecord
from summitry.store.recent import Recent
from summitry.store.registry import Registry
from summitry.store.statements import statement


def write(run: Run, records: Sequence[ArticleRecord], registry: Registry) -> list[AddResult]:
    """Add articles, all or nothing."""
    sources = [record.article.iri for record in records]
    ids = [c.id for record in records for c in record.claims if c.source != record.article.iri]
    draft = _begin(run, sources, ids)
    before = draft.seq
    results = [draft.add(record) for record in settled(records, before, Locked(Neo4jReader(run)))]
    seq = _finish(run, draft, before, registry)
    return [replace(result, seq=seq) for result in results]


def write_source(run: Run, source: str, claims: Iterable[Claim], registry: Registry) -> AddResult:
    """Replace what a source says. Raises InputError when a claim has another source."""
    wanted = list(claims)
    for claim in wanted:
        if claim.source != source:
            raise InputError(claim.iri, f"its source is {claim.source}, not {source}", "add it under its source")
    draft = _begin(run, [source], [])
    before = draft.seq
    result = draft.replace_source(source, wanted)
    return replace(result, seq=_finish(run, draft, before, registry))


def infer_anew(run: Run, events: Iterable[str], registry: Registry) -> int:
    """Write again what follows about some events."""
    before = lock(run)
    draft = _replace(run, inferring.of_events(Neo4jReader(run), BoltPremises(run), events))
    if draft.seq > before:
        reader = Neo4jReader(run)
        batch = follow.changed(reader, before, draft.seq, tuple(draft.rows()), ())
        graph_writer.show(run, batch, reader, registry, in_step=True)
    return draft.seq


def _replace(run: Run, wanted: Inferred) -> Draft:
    """Record what follows in the place of what followed before."""
    draft = _begin(run, list(wanted), [])
    before = draft.seq
    for source, claims in wanted.items():
        draft.replace_source(source, claims)
    if draft.seq > before:
        _record(run, draft)
    return draft


def reproject(run: Run, entities: Iterable[str], registry: Registry) -> None:
    """Show again what the claims say now about some entities."""
    lock(run)
    reader = Neo4jReader(run)
    graph_writer.show(run, follow.batch_of(reader, entities), reader, registry, in_step=True)


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
                live[row["id"]] = LiveClaim(
                    row["seq"], row["id"], row["source"], row["subject"], row["predicate"], row["body"],
                    row["recordedAt"],
                )  # fmt: skip
    versions = run(statement("log_article_versions"), {"iris": list(dict.fromkeys(sources))})
    articles = {row["iri"]: (row["version"], row["body"]) for row in versions}
    return Draft(seq, time.time_ns() // 1000, live, articles)


def _finish(run: Run, draft: Draft, before: int, registry: Registry) -> int:
    """Write the rows, what follows from them, and what the touched entities look like now.

    Gives the number of the last change. The facts are worked out twice, since what follows rests on them and is part
    of them; what has to be read of the log for it is read once, and the graph is written once.
    """
    if draft.seq == before:
        return before
    _record(run, draft)
    reader, rows = Neo4jReader(run), draft.rows()
    recent = Recent(reader, rows, follow.known_before(reader, rows, before), draft.versions)
    inferred = _replace(run, inferring.of_changes(reader, BoltPremises(run), rows, draft.versions, recent))
    more = inferred.rows()
    batch = follow.changed(
        reader, before, inferred.seq, (*rows, *more), draft.versions, draft.versions, recent.read_after(more)
    )
    graph_writer.show(run, batch, reader, registry, in_step=True)
    return inferred.seq


def _record(run: Run, draft: Draft) -> None:
    """Write the rows of a draft and the number of the last one."""
    send(run, statement("log_insert_articles"), draft.new_articles)
    for labels, rows in draft.claims_by_labels().items():
        send(run, statement("log_insert_claims", *labels), rows)
    send(run, statement("log_retract"), draft.retractions)
    run(statement("log_set_seq"), {"seq": draft.seq})
