"""Builds valid articles and claims for tests of the store and of everything above it.

story = Story("Leaders meet in Paris.", published="2026-02-20", lang="en")
event = story.event("paris", kind="Summit", start="2026-02-24", status="planned", name="Paris summit")
story.takes_part(event, "state/FRA", role="hasHost")
store.add([story.record()])
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from summitry.claims import Article, Claim, Evidence, Iri, Literal, Qualifier, Rank, RdfTerm, article_id, iris
from summitry.claims.iris import term
from summitry.claims.rdf_terms import text, typed
from summitry.store.protocol import ArticleRecord

RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


def local_event(article: Article, discriminator: str) -> str:
    return iris.entity("event", iris.digest(article.id, discriminator, length=16))


def entity(short: str) -> str:
    """`state/FRA` → its IRI; IRIs stay as they are."""
    return short if "://" in short else iris.DATA + short


class Story:
    """One article and the claims that it makes."""

    def __init__(
        self, body: str, *, published: str | None = None, lang: str = "en", url: str | None = None, title: str = ""
    ) -> None:
        day = date.fromisoformat(published) if published else None
        self.article = Article(
            id=article_id(body, url),
            text=body,
            title=title or None,
            lang=lang,
            published=day,
            published_source="argument" if day else None,
            url=url,
        )
        self.claims: list[Claim] = []

    def say(
        self,
        subject: str,
        predicate: str,
        value: RdfTerm | str,
        *,
        quote: str | None = None,
        confidence: float = 0.9,
        rank: Rank = Rank.NORMAL,
        source: str | None = None,
        **qualifiers: RdfTerm,
    ) -> Claim:
        """A claim; a value given as text is an entity (`state/FRA`) or an ontology term (`s:planned`)."""
        claim = Claim(
            source=source or self.article.iri,
            subject=entity(subject),
            predicate=_predicate(predicate),
            object=_value(value),
            rule="test/builder@1",
            qualifiers=tuple(Qualifier(term(name), found) for name, found in qualifiers.items()),
            evidence=self._evidence(quote) if source is None else (),
            confidence=confidence,
            rank=rank,
        )
        self.claims.append(claim)
        return claim

    def event(
        self,
        discriminator: str,
        *,
        kind: str = "Meeting",
        start: str | None = None,
        status: str | None = None,
        name: str | None = None,
        same_as: str | None = None,
    ) -> str:
        """Claims about an event of this article; returns its local IRI."""
        event = local_event(self.article, discriminator)
        self.say(event, RDF_TYPE, f"s:{kind}")
        if start is not None:
            self.say(event, "start", _date(start), rank=Rank.PREFERRED)
        if status is not None:
            self.say(event, "status", f"s:{status}")
        if name is not None:
            self.say(event, "name", text(name, self.article.lang))
        if same_as is not None:
            self.say(event, "sameEventAs", same_as, score=typed("0.9", "decimal"))
        return event

    def takes_part(self, event: str, agent: str, role: str = "hasParticipant", **qualifiers: RdfTerm) -> Claim:
        """A participation, with the agent described and mentioned."""
        self.say(self.article.iri, "mentions", agent)
        return self.say(event, role, agent, statedAs=text(agent, self.article.lang), **qualifiers)

    def describe(self, agent: str, kind: str, name: str) -> None:
        """Type and name of an entity, as a reference table gives them."""
        table = iris.entity("reference", "test")
        self.say(agent, RDF_TYPE, f"s:{kind}", source=table)
        self.say(agent, "name", text(name, "en"), source=table)

    def record(self) -> ArticleRecord:
        return ArticleRecord(self.article, tuple(self.claims))

    def _evidence(self, quote: str | None) -> tuple[Evidence, ...]:
        words = quote if quote is not None else self.article.text
        start = self.article.text.index(words)
        return (Evidence(start, start + len(words), words),)


def synthetic(number: int, of_events: int = 50) -> ArticleRecord:
    """Article `number` of an endless series; about 25 claims, its event shared by every `of_events`-th article."""
    topic = number % of_events
    day = date.fromordinal(date(2025, 1, 1).toordinal() + topic * 3 + (number % 11 == 0)).isoformat()
    story = Story(f"Article {number}. The leaders meet on {day}.", published=day, lang="fr")
    canonical = iris.entity("event", iris.digest("synthetic", str(topic), length=16))
    name = f"Sommet {topic}"
    event = story.event("main", kind="Summit", start=day, status="planned", name=name, same_as=canonical)
    for offset in range(4):
        person = f"person/person-{(number * 7 + offset * 13) % 300}"
        story.describe(person, "Person", person.rsplit("-", 1)[-1])
        story.takes_part(event, person, role=("hasHost", "hasChair", "hasParticipant", "hasInvitee")[offset])
        story.say(person, "holdsOffice", "office/president", of=Iri(entity(f"state/S{(number + offset) % 40}")))
    return story.record()


def synthetics(count: int, start: int = 0) -> Iterator[ArticleRecord]:
    return (synthetic(number) for number in range(start, start + count))


def _predicate(name: str) -> str:
    return name if "://" in name else term(name)


def _value(value: RdfTerm | str) -> RdfTerm:
    if not isinstance(value, str):
        return value
    return Iri(term(value[2:])) if value.startswith("s:") else Iri(entity(value))


def _date(reading: str) -> Literal:
    if len(reading) == 10:
        return typed(reading, "date")
    return Literal(reading, "http://id.loc.gov/datatypes/edtf/EDTF")
