"""From claims to the sentences that say them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from summitry.claims import Article, Claim, iris
from summitry.claims.model import Evidence as Span
from summitry.extract.packs import Pack
from summitry.extract.sentences import split
from summitry.query.model import Evidence
from summitry.store import Readable


class Evidences:
    """Looks up claims and articles, each once."""

    def __init__(self, store: Readable, packs: Mapping[str, Pack]) -> None:
        self._store = store
        self._packs = packs
        self._articles: dict[str, Article | None] = {}
        self._claims: dict[str, Claim] = {}

    def learn(self, ids: Iterable[str]) -> None:
        """Look up many claims at once."""
        missing = sorted({identifier for identifier in ids if identifier not in self._claims})
        if missing:
            self._claims.update((stored.claim.id, stored.claim) for stored in self._store.claims(ids=missing))

    def of_claims(self, ids: Sequence[str]) -> tuple[Evidence, ...]:
        """The words behind the claims, in order of publication and position."""
        return self.of(self.claims(ids))

    def claims(self, ids: Iterable[str]) -> list[Claim]:
        """The live claims of these ids, in their order."""
        wanted = list(ids)
        self.learn(wanted)
        return [self._claims[identifier] for identifier in wanted if identifier in self._claims]

    def published(self, sources: Iterable[str]) -> dict[str, date | None]:
        """Publication date by source; sources that are no articles are missing."""
        articles = {source: self._article(source) for source in sources}
        return {source: article.published for source, article in articles.items() if article is not None}

    def of_event(self, canonical: str) -> tuple[Evidence, ...]:
        """The words by which articles date, place and name an event."""
        wanted = {iris.term(name) for name in ("start", "end", "place", "status")}
        return self.of(claim for claim in event_claims(self._store, canonical) if claim.predicate in wanted)

    def of(self, claims: Iterable[Claim]) -> tuple[Evidence, ...]:
        """The words behind the claims, without repetitions."""
        pieces = {piece for claim in claims for piece in self._pieces(claim)}
        unique = {(p.article, p.start, p.end): p for p in sorted(pieces, key=lambda p: p.claim)}
        return tuple(sorted(unique.values(), key=lambda p: (p.published or "", p.article, p.start, p.end)))

    def _pieces(self, claim: Claim) -> Iterator[Evidence]:
        article = self._article(claim.source)
        for span in claim.evidence if article else ():
            assert article is not None
            yield Evidence(
                claim=claim.id,
                article=article.iri,
                title=article.title,
                publisher=article.publisher,
                published=article.published.isoformat() if article.published else None,
                url=article.url,
                start=span.start,
                end=span.end,
                quote=span.quote,
                sentence=_around(article.text, span, self._abbreviations(article.lang)),
            )

    def _abbreviations(self, lang: str | None) -> frozenset[str]:
        return self._packs[lang].abbreviations if lang and lang in self._packs else frozenset()

    def _article(self, source: str) -> Article | None:
        if source not in self._articles:
            found = iris.kind_and_key(source)
            is_article = found is not None and found[0] == "article"
            self._articles[source] = self._store.article(found[1]) if found and is_article else None
        return self._articles[source]


def event_claims(store: Readable, canonical: str) -> list[Claim]:
    """Live claims about a canonical event, those about the local events judged the same included."""
    same = iris.term("sameEventAs")
    local = {s.claim.subject for s in store.claims(object=canonical) if s.claim.predicate == same}
    return [s.claim for subject in sorted({canonical, *local}) for s in store.claims(subject=subject)]


def _around(text: str, span: Span, abbreviations: frozenset[str]) -> str:
    """The sentence, or sentences, in which the quote stands, found as the reader of articles finds them."""
    touched = [(start, end) for start, end in split(text, abbreviations) if start < span.end and span.start < end]
    if not touched:
        return span.quote
    return text[touched[0][0] : touched[-1][1]].strip()
