"""Articles with the claims that reading them would give, as many as one likes: for measuring stores, not for reading.

The same number gives the same articles. A few states and leaders are in very many articles (France in a third of them,
most others in few), an event is told of by some twenty articles of its week, and the corpus covers more days the longer
it is. People, offices, memberships and places are those of the reference tables, which come along as they do when
articles are read.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache, cached_property
from itertools import accumulate
from typing import TypeVar

from summitry.claims import Article, Claim, Evidence, Iri, Literal, Qualifier, Rank, RdfTerm, article_id, iris
from summitry.claims.iris import term
from summitry.claims.rdf_terms import text, typed
from summitry.reference import Reference
from summitry.resolve import Describer
from summitry.store import ArticleRecord

FLAT = 4
FIRST_DAY = date(2022, 1, 1)
ARTICLES_A_DAY = 40
EVENTS_A_DAY = 2
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
KINDS = ("Summit", "Meeting", "Visit", "Call", "Videoconference", "Negotiation")
LEVELS = {"headOfState": 0, "headOfGovernment": 1}
ROLES = ("hasHost", "hasParticipant", "hasParticipant", "hasChair", "hasParticipant", "hasInvitee", "hasAbsentee")
FRONT = ("FRA", "USA", "DEU", "GBR", "UKR", "RUS", "ITA", "POL", "CHN", "ESP", "TUR", "ISR", "IND", "CAN", "JPN")
FILLER = (
    "Diplomats said that the agenda was still being worked on and that no statement had been agreed.",
    "The talks follow weeks of contacts between the delegations, two officials said on condition of anonymity.",
    "Analysts expect little before the end of the month, since several capitals wait for elections.",
    "A joint declaration had been drafted the week before, according to people who have seen it.",
)

Ranked = TypeVar("Ranked")


@dataclass(frozen=True)
class Happening:
    """An event that articles tell of: who is there, where and when."""

    number: int
    kind: str
    day: date
    place: str
    agents: tuple[str, ...]

    def status(self, published: date | None) -> str:
        """What an article of that day says; of every tenth event that it does not take place."""
        if self.number % 10 == 0:
            return "cancelled"
        return "held" if published and published > self.day else "planned"


@dataclass
class Newsroom:
    """Writes the articles. Keeps the first article's IRI of each event of the last weeks, and little else."""

    reference: Reference = field(default_factory=Reference.load)

    def records(self, claims: int) -> Iterator[ArticleRecord]:
        """Articles until they hold at least so many claims."""
        describer, heads = Describer(self.reference), dict[int, str]()
        made = number = 0
        while made < claims:
            record = self._record(number, describer, heads)
            yield record
            made += len(record.claims)
            number += 1

    @cached_property
    def leaders(self) -> list[tuple[str, str, str]]:
        """Person, office and state or organisation of those in office at the first day, by rank of their state."""
        order = {iso3: place for place, iso3 in enumerate(FRONT)}
        levels = {key: LEVELS.get(office.level, 2) for key, office in self.reference.offices.items()}
        found = {
            tenure.person: (tenure.person, tenure.office, tenure.of)
            for tenure in self.reference.tenures
            if tenure.of in self.reference.states and tenure.start <= str(FIRST_DAY) and not tenure.end
        }
        return sorted(found.values(), key=lambda row: (levels[row[1]], order.get(row[2], len(order)), row))

    @cached_property
    def states(self) -> list[str]:
        """States by how often they are in the news."""
        members = sorted(key for key, state in self.reference.states.items() if state.un_member and key not in FRONT)
        return [*FRONT, *members]

    @cached_property
    def places(self) -> list[str]:
        """Cities, those of the states most in the news first."""
        order = {iso3: place for place, iso3 in enumerate(self.states)}
        return sorted(self.reference.places, key=lambda key: (order.get(self.reference.places[key].country, 999), key))

    def _record(self, number: int, describer: Describer, heads: dict[int, str]) -> ArticleRecord:
        chance = random.Random(number)
        published = FIRST_DAY + timedelta(days=number // ARTICLES_A_DAY)
        told = [self._happening(chance, published) for _ in range(1 + (chance.random() < 0.25))]
        page = Page(number, published, chance, self._lines(chance, told))
        for happening in {found.number: found for found in told}.values():
            self._tell(page, happening, heads)
        for _ in range(2 + chance.randrange(4)):
            page.mention("state/" + zipf(chance, self.states))
        if chance.random() < 0.05:
            page.unlisted()
        own = page.claims()
        return ArticleRecord(page.article, (*own, *describer.claims_for(own)))

    def _happening(self, chance: random.Random, published: date) -> Happening:
        """One of the events of the days around the publication; some are in far more articles than others."""
        days = (published - FIRST_DAY).days
        number = max(0, days * EVENTS_A_DAY + min(int(chance.expovariate(0.25)), 12) - 3)
        its = random.Random(-1 - number)
        people = dict.fromkeys(zipf(its, self.leaders)[0] for _ in range(2 + its.randrange(5)))
        return Happening(
            number,
            its.choice(KINDS),
            FIRST_DAY + timedelta(days=number // EVENTS_A_DAY),
            zipf(its, self.places),
            tuple(people),
        )

    def _lines(self, chance: random.Random, told: list[Happening]) -> list[str]:
        names = [self.reference.people[person].name for happening in told for person in happening.agents]
        lines = [f"{name} is expected at the talks, his office said." for name in names]
        return [*lines, *(chance.choice(FILLER) for _ in range(12))]

    def _tell(self, page: Page, happening: Happening, heads: dict[int, str]) -> None:
        event = iris.entity("event", iris.digest(page.article.id, str(happening.number), length=16))
        head = heads.setdefault(happening.number, event)
        heads.pop(happening.number - 60, None)
        page.event(event, happening, head)
        offices = {person: (office, of) for person, office, of in self.leaders}
        for place, person in enumerate(happening.agents):
            office, of = offices[person]
            page.mention(f"person/{person}")
            page.say(event, ROLES[place % len(ROLES)], f"person/{person}", statedAs=text(person, "en"))
            if page.chance.random() < 0.6:
                page.say(f"person/{person}", "holdsOffice", f"office/{office}", of=Iri(iris.DATA + "state/" + of))
            if page.chance.random() < 0.5:
                page.mention(f"state/{of}")
        if page.chance.random() < 0.08:
            page.say("state/FRA", "memberOf", "coalition/coalition-of-the-willing", role=Iri(term("lead")))


class Page:
    """One article in the making."""

    def __init__(self, number: int, published: date, chance: random.Random, lines: list[str]) -> None:
        self.chance, self._lines, self._claims = chance, lines, dict[str, Claim]()
        body = f"Report {number}. " + " ".join(lines)
        self.article = Article(
            article_id(body), body, title=f"Report {number}", lang="en", published=published,
            published_source="metadata", url=f"https://news.example/{published}/{number}", publisher="news.example",
        )  # fmt: skip

    def claims(self) -> list[Claim]:
        """What the article says, each claim once."""
        return list(self._claims.values())

    def mention(self, short: str) -> None:
        """The article names an entity."""
        self.say(self.article.iri, "mentions", short)

    def unlisted(self) -> None:
        """Somebody whom no table knows."""
        somebody = f"delegate-{int(1 / (1e-4 + self.chance.random()))}"
        self.say(f"person/{somebody}", TYPE, Iri(term("Person")))
        self.say(f"person/{somebody}", "name", text(somebody, "en"))

    def event(self, event: str, happening: Happening, head: str) -> None:
        """What is said of an event beside who takes part."""
        day = happening.day + timedelta(days=self.chance.random() < 0.03)
        self.say(event, TYPE, Iri(term(happening.kind if self.chance.random() < 0.9 else "Meeting")))
        self.say(event, "name", text(f"{happening.kind} no. {happening.number}", "en"))
        self.say(event, "status", Iri(term(happening.status(self.article.published))))
        stated = {"stated": text("on that day", "en"), "anchor": typed(str(self.article.published), "date")}
        self.say(event, "start", typed(day.isoformat(), "date"), rank=Rank.PREFERRED, **stated)
        self.say(event, "place", f"place/{happening.place}", statedAs=text(happening.place, "en"))
        self.say(event, "announcedBy", f"person/{happening.agents[0]}")
        if head != event:
            score = Literal("0.93", "http://www.w3.org/2001/XMLSchema#decimal")
            self.say(event, "sameEventAs", Iri(head), score=score, reason=text("same day, same agents", "en"))

    def say(
        self, subject: str, predicate: str, value: RdfTerm | str, rank: Rank = Rank.NORMAL, **qualifiers: RdfTerm
    ) -> None:
        """A claim with a quote as evidence."""
        start = self.chance.randrange(len(self.article.text) - 60)
        claim = Claim(
            source=self.article.iri,
            subject=subject if "://" in subject else iris.DATA + subject,
            predicate=predicate if "://" in predicate else term(predicate),
            object=Iri(iris.DATA + value) if isinstance(value, str) else value,
            rule="benchmark",
            qualifiers=tuple(Qualifier(term(name), found) for name, found in qualifiers.items()),
            evidence=(Evidence(start, start + 40, self.article.text[start : start + 40]),),
            confidence=0.9,
            rank=rank,
        )
        self._claims[claim.id] = claim


def zipf(chance: random.Random, ranked: list[Ranked]) -> Ranked:
    """One of the things, the n-th with a weight of 1/(n + FLAT), as Zipf and Mandelbrot have it."""
    return chance.choices(ranked, cum_weights=_weights(len(ranked)))[0]


@cache
def _weights(count: int) -> list[float]:
    return list(accumulate(1 / (FLAT + place) for place in range(1, count + 1)))
