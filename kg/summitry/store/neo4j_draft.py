"""What a batch of articles changes in the claim log of Neo4j: worked out in Python, then written in a few statements.

Pure. The rules are those of `log.py`: an article that is there already with the same claims changes nothing, a new
version retracts what it no longer says, and every change takes the next sequence number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from summitry.claims import Article, Claim
from summitry.store import claim_json, log
from summitry.store.protocol import AddResult, ArticleRecord, StoredClaim
from summitry.store.vocabulary import MEMBER_OF, MET_WITH, SAME_EVENT_AS

Row = dict[str, Any]


@dataclass(slots=True)
class LiveClaim:
    """A live claim of the log; `recorded_at` in microseconds since 1970."""

    seq: int
    id: str
    source: str
    subject: str
    predicate: str
    body: str
    recorded_at: int

    def retracted(self, at: int) -> StoredClaim:
        """The claim as it is when it was taken back at that time."""
        row = (self.id, self.source, self.subject, self.predicate, self.body.encode(), self.recorded_at, at)
        return StoredClaim(self.seq, claim_json.claim_from_row(row))


@dataclass(slots=True)
class Draft:
    """Rows to insert, and retractions by sequence number of the claim.

    `live` maps claim id → live claim for all claims that the batch can touch; `articles` maps article IRI → version and
    body of the latest version; `now` is the time in microseconds since 1970, and articles of one transaction are a
    microsecond apart: what was recorded first may not depend on batches. `claims` by number and `versions` of articles
    by IRI are those that are new, `taken_back` by number those that were live.
    """

    seq: int
    now: int
    live: dict[str, LiveClaim]
    articles: dict[str, tuple[str, str]]
    new_articles: list[Row] = field(default_factory=list)
    new_claims: dict[int, Row] = field(default_factory=dict)
    retractions: list[Row] = field(default_factory=list)
    claims: dict[int, Claim] = field(default_factory=dict)
    taken_back: dict[int, StoredClaim] = field(default_factory=dict)
    versions: dict[str, Article] = field(default_factory=dict)
    _by_source: dict[str, dict[str, None]] = field(init=False)

    def __post_init__(self) -> None:
        self._by_source = defaultdict(dict)
        for claim in self.live.values():
            self._by_source[claim.source][claim.id] = None

    def add(self, record: ArticleRecord) -> AddResult:
        """Take in an article; the `seq` of the result is not yet the one of the whole transaction."""
        article = record.article
        own = {claim.id: claim for claim in record.claims if claim.source == article.iri}
        others = {claim.id: claim for claim in record.claims if claim.source != article.iri}
        new_version = self._add_article(article)
        added, gone = self._replace(self._live_of(article.iri), own)
        more_added, more_gone = self._replace({key: self.live[key] for key in others if key in self.live}, others)
        added, gone = added + more_added, gone + more_gone
        self.now += 1
        return AddResult(article.id, self.seq, added, gone, not new_version and added == gone == 0)

    def replace_source(self, source: str, claims: Iterable[Claim]) -> AddResult:
        """Replace what a source says."""
        added, gone = self._replace(self._live_of(source), {claim.id: claim for claim in claims})
        return AddResult(source, self.seq, added, gone, added == gone == 0)

    def rows(self) -> list[StoredClaim]:
        """The claims that are recorded and those that are taken back, as they are then, in order of number."""
        new = {seq: StoredClaim(seq, claim) for seq, claim in self.claims.items()}
        return [row for _, row in sorted({**new, **self.taken_back}.items())]

    def claims_by_labels(self) -> dict[tuple[str, ...], list[Row]]:
        """The rows of new claims, by the labels that they are found by."""
        found: dict[tuple[str, ...], list[Row]] = defaultdict(list)
        for row in self.new_claims.values():
            found["ClaimRecord", *_further_labels(row)].append(row)
        return found

    def _live_of(self, source: str) -> dict[str, LiveClaim]:
        return {key: self.live[key] for key in self._by_source.get(source, ())}

    def _next(self) -> int:
        self.seq += 1
        return self.seq

    def _add_article(self, article: Article) -> bool:
        body = claim_json.article_to_json(article).decode()
        if self.articles.get(article.iri) == (article.version, body):
            return False
        self.articles[article.iri] = (article.version, body)
        self.versions[article.iri] = article
        row = {"seq": self._next(), "id": article.id, "iri": article.iri, "version": article.version}
        published = article.published.isoformat() if article.published else None
        self.new_articles.append(
            {**row, "published": published, "text": article.text, "body": body, "recordedAt": self.now}
        )
        return True

    def _replace(self, live: Mapping[str, LiveClaim], wanted: Mapping[str, Claim]) -> tuple[int, int]:
        """Retract the live claims that are not wanted, or wanted with other details, and add what is missing."""
        bodies = {key: claim_json.claim_body(claim).decode() for key, claim in wanted.items()}
        stale = [claim for key, claim in live.items() if bodies.get(key) != claim.body]
        for claim in stale:
            self._retract(claim)
        new = [key for key in wanted if key not in self.live]
        recorded = claim_json.moment(self.now)
        for key in new:
            self._insert(claim_json.recorded(wanted[key], recorded), bodies[key])
        return len(new), len(stale)

    def _retract(self, claim: LiveClaim) -> None:
        del self.live[claim.id]
        del self._by_source[claim.source][claim.id]
        self.taken_back[claim.seq] = claim.retracted(self.now)
        times = {"retractedSeq": self._next(), "retractedAt": self.now}
        if claim.seq in self.new_claims:
            self.new_claims[claim.seq].update(times)
        else:
            self.retractions.append({"seq": claim.seq, **times})

    def _insert(self, claim: Claim, body: str) -> None:
        seq = self._next()
        first, last = log.days(claim)
        self.claims[seq] = claim
        self.live[claim.id] = LiveClaim(seq, claim.id, claim.source, claim.subject, claim.predicate, body, self.now)
        self._by_source[claim.source][claim.id] = None
        self.new_claims[seq] = {
            "seq": seq,
            "id": claim.id,
            "source": claim.source,
            "subject": claim.subject,
            "predicate": claim.predicate,
            "object": claim.object_iri(),
            "body": body,
            "firstDay": first,
            "lastDay": last,
            "recordedAt": self.now,
        }


def _further_labels(row: Row) -> Iterator[str]:
    """Labels of the few claims that have to be found among the many about one thing or day."""
    if row["predicate"] == SAME_EVENT_AS:
        yield "JudgementRecord"
    if row["predicate"] == MEMBER_OF:
        yield "MembershipRecord"
    if row["firstDay"] != row["lastDay"]:
        yield "PeriodRecord"
    inferred = claim_json.INFERRED in row["body"]
    if any(mark in row["body"] for mark in claim_json.SPECIAL) or (row["predicate"] == MET_WITH) != inferred:
        yield "SpecialRecord"
