"""What every store offers, and the values that go in and out.

A store keeps claims, which are the truth, and shows them in views (RDF for SPARQL, property graph for Cypher) that can
be rebuilt. Every change has a sequence number without gaps; a view shows everything up to its watermark.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Protocol, Self

from summitry.claims import Article, Claim
from summitry.store.moments import Moment
from summitry.store.sparql import WHOLE_DATASET, Dataset
from summitry.store.sparql_results import SparqlResult

if TYPE_CHECKING:  # both work with the values of this module
    from summitry.store.datasets import Datasets
    from summitry.store.judged import Judged
    from summitry.store.matching import Statements
    from summitry.store.updates import Updates

CypherValue = object
"""What Cypher returns: None, bool, int, float, str, date, datetime, list or dict (a node is its properties)."""


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """An article with everything that it says. Claims of other sources (reference tables) may come along.

    `judged` says on what judgements among the claims rest, for stores that several processes write to.
    """

    article: Article
    claims: tuple[Claim, ...]
    judged: Judged | None = None


@dataclass(frozen=True, slots=True)
class AddResult:
    """What adding one article changed; `seq` is the number of the last change of its transaction."""

    article_id: str
    seq: int
    added: int
    retracted: int
    unchanged: bool


@dataclass(frozen=True, slots=True)
class StoredClaim:
    """A claim with its sequence number; `recorded_at` and `retracted_at` of the claim are set."""

    seq: int
    claim: Claim


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of a Cypher query."""

    columns: tuple[str, ...]
    rows: tuple[tuple[CypherValue, ...], ...]


@dataclass(frozen=True, slots=True)
class StoreStatus:
    """How a store is doing. `views` maps a view to its watermark; a view behind `seq` is catching up.

    `notes` are sentences for people, for example that another process writes to the store.
    """

    kind: str
    location: str
    seq: int
    views: Mapping[str, int]
    counts: Mapping[str, int]
    writable: bool = True
    notes: tuple[str, ...] = field(default=())

    def lag(self) -> dict[str, int]:
        """How many changes each view is behind."""
        return {name: self.seq - watermark for name, watermark in self.views.items()}


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that a view shows wrongly: `missing` from it or `unexpected` in it."""

    view: str
    kind: str
    what: str


Progress = Callable[[int, int], None]
"""Called with changes done and changes in all while a view is rebuilt."""


class Readable(Protocol):
    """What can be asked: of a store as it is, and of a store as it was (`Store.as_of`)."""

    @property
    def native(self) -> Literal["sparql", "cypher"]:
        """The query language that this store answers at once; the other may have to start or follow first."""
        ...

    def article(self, article_id: str) -> Article | None:
        """The latest version of an article, or None."""
        ...

    def articles(self) -> Iterator[Article]:
        """The latest version of every article, in order of first loading."""
        ...

    def claims(
        self,
        *,
        subject: str | None = None,
        object: str | None = None,
        source: str | None = None,
        ids: Sequence[str] | None = None,
        include_retracted: bool = False,
    ) -> Iterator[StoredClaim]:
        """Claims that fit all conditions (IRIs; claim ids), in order of sequence number; subjects are literal."""
        ...

    def events_between(self, first: date, last: date) -> list[str]:
        """IRIs of canonical events whose chosen start overlaps the days from first to last, sorted."""
        ...

    def sparql(self, query: str, *, timeout: float | None = 30, dataset: Dataset = WHOLE_DATASET) -> SparqlResult:
        """Run a SPARQL query; `timeout` in seconds; `dataset` chooses the graphs that it reads.

        Raises QueryError for updates, SERVICE and mistakes, QueryTimeoutError when late.
        """
        ...

    def cypher(
        self, query: str, parameters: Mapping[str, object] | None = None, *, timeout: float | None = 30
    ) -> Table:
        """Run a reading Cypher query; `timeout` in seconds.

        Raises QueryError when it writes or fails, QueryTimeoutError when late.
        """
        ...


class Store(Readable, Protocol):
    """A store of claims. Raises StoreError and its kinds when it cannot be opened, reached or trusted."""

    def add(self, records: Iterable[ArticleRecord]) -> Iterator[AddResult]:
        """Add articles, each whole in one durable transaction; results come after their commit, in order.

        Several articles may share one transaction, so records are drawn ahead of results. An article that is already
        there with the same claims changes nothing; a new version retracts what is no longer said.
        """
        ...

    def add_source(self, source: str, claims: Iterable[Claim]) -> AddResult:
        """Replace what a source that is no article (a reference table) says; all claims must have that source."""
        ...

    @property
    def datasets(self) -> Datasets:
        """RDF datasets that users have imported."""
        ...

    @property
    def statements(self) -> Statements:
        """The RDF statements that SPARQL shows, by pattern, as they were written."""
        ...

    @property
    def updates(self) -> Updates:
        """Changes of what users have imported, by SPARQL or graph by graph. Whoever asks for them allows them."""
        ...

    def as_of(self, moment: Moment) -> Readable:
        """The store as it was after a change, or at a point in time: what was known then.

        The first query of a moment works its facts out anew, at a cost that grows with the claims of that time. Raises
        NotFoundError for a sequence number that no change has yet.
        """
        ...

    def last_seq(self) -> int:
        """The number of the last change, 0 in an empty store."""
        ...

    def status(self) -> StoreStatus:
        """Sequence number, watermarks and counts (`articles`, `claims`, `live_claims`, `events`)."""
        ...

    def wait_for(self, seq: int, timeout: float) -> bool:
        """Wait until every running view shows change `seq`; False when `timeout` seconds passed first."""
        ...

    def rebuild(self, view: str, progress: Progress | None = None) -> None:
        """Build a view anew from the claims. Raises NotFoundError for an unknown view."""
        ...

    def verify(self) -> Iterator[Difference]:
        """Compare every view, and the order of the log itself, with the claims; yields nothing when all is well."""
        ...

    def close(self) -> None:
        """Let go of files and connections; the store must not be used afterwards."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
