"""From a model's answer to a reading: every quote looked up, every name linked, every date read by the time engine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from summitry.claims import Article, EventStatus, Evidence, Modality, TimeReference, iris
from summitry.extract.reading import Agent, EventReading, Participant, PlaceReading, Reading
from summitry.extractors.linking import Linker, Named
from summitry.extractors.llm.answer import Answer, SaidDate, SaidEvent, SaidName, SaidParticipant
from summitry.extractors.llm.holding import HoldingReader
from summitry.extractors.names import Names
from summitry.extractors.quotes import Quotes
from summitry.extractors.suggestion import Refused
from summitry.extractors.times import Dates, Pointed, chosen

_MODALITIES = {EventStatus.PROPOSED: Modality.POSSIBLE, EventStatus.PLANNED: Modality.INTENDED}
_LONGEST_NAME = 90
NO_QUOTE = "is not in the article"
NO_WORDS = "names somebody with words that are not in the article"
NOBODY = "cannot be told from the words"


class Proposer:
    """Checks answers about one article. What does not stand is noted in `refused`."""

    def __init__(self, article: Article, rules: Reading, names: Names, dates: Dates, confidence: float) -> None:
        self._article = article
        self._names = names
        self._quotes = Quotes(article.text)
        self._linker = Linker(names, rules)
        self._dates = dates
        self._confidence = confidence
        self.refused: list[Refused] = []

    def reading(self, answer: Answer, near: tuple[int, int]) -> Reading:
        """What an answer about the stretch `near` of the article says and the article bears out."""
        self.refused += answer.refused
        events = tuple(e for number, said in enumerate(answer.events) if (e := self._event(said, near, number)))
        holdings = HoldingReader(self._quotes, self._linker, self._names.reference, self.refused)
        offices = tuple(holdings.offices(answer.offices, near))
        return Reading(self._article, events, offices, tuple(holdings.memberships(answer.memberships, near)), (), ())

    def _event(self, said: SaidEvent, near: tuple[int, int], number: int) -> EventReading | None:
        quote = self._quotes.find(said.quote, near)
        if quote is None:
            self._refuse("event", said.quote, NO_QUOTE)
            return None
        here = (quote.start, quote.end)
        times = tuple(time for date in said.dates for time in self._times(date, said.status, here))
        places = tuple(place for name in said.places if (place := self._place(name, here)))
        people = tuple(self._participants(said.participants, here))
        if not (times or places or people):
            self._refuse("event", said.quote, "has neither a date nor a place nor anybody who takes part")
            return None
        start, end = chosen(times)
        return EventReading(
            id=iris.digest(self._article.id, "llm", str(quote.start), str(number), length=16),
            kind=said.kind, name=self._name(said.name, quote), status=said.status, mode=said.mode,
            start=start, end=end, dates=times, places=places, participants=people,
            announced_by=tuple(self._announcers(said.announced_by, here)),
            evidence=(quote,), rules=("llm/event",), status_evidence=(quote,), main=said.main,
            modality=_MODALITIES.get(said.status, Modality.ASSERTED), confidence=self._confidence,
        )  # fmt: skip

    def _name(self, name: str, quote: Evidence) -> str:
        """The name as the article has it; words of the quote where it has no such name."""
        found = self._quotes.find(name, (quote.start, quote.end)) if name else None
        words = " ".join((found or quote).quote.split())
        return words if len(words) <= _LONGEST_NAME else words[:_LONGEST_NAME].rpartition(" ")[0]

    def _times(self, said: SaidDate, status: EventStatus, near: tuple[int, int]) -> Iterator[TimeReference]:
        words = self._quotes.find(said.words, near)
        if words is None:
            self._refuse("date", said.words, NO_QUOTE)
            return
        found = self._dates.read(Pointed(words, said.start, said.end), status)
        if not found:
            self._refuse("date", said.words, "gives no date")
        yield from found

    def _place(self, said: SaidName, near: tuple[int, int]) -> PlaceReading | None:
        words = self._quotes.find(said.words, near)
        if words is None:
            self._refuse("place", said.words, NO_QUOTE)
            return None
        reference = self._names.reference
        ids = self._names.places(words.quote) or self._names.places(said.name)
        rows = [reference.places[i] for i in ids]
        fitting = [row for row in rows if row.country == said.country] or rows
        if len(fitting) == 1:
            row = fitting[0]
            name = row.names.get(self._article.lang or "en") or row.names["en"]
            return PlaceReading(f"place/{row.id}", name, row.country, words)
        if codes := self._names.states(words.quote):
            state = self._linker.state(codes[0])
            return PlaceReading(state.key, state.name, codes[0], words)
        country = said.country if said.country in reference.states else None
        return PlaceReading(None, words.quote, country, words)

    def _participants(self, said: Iterable[SaidParticipant], near: tuple[int, int]) -> Iterator[Participant]:
        """Participants who are in the text, each agent once."""
        seen: set[str] = set()
        for one in said:
            found = self._participant(one, near)
            if found is not None and found.agent.key not in seen:
                seen.add(found.agent.key)
                yield found

    def _participant(self, said: SaidParticipant, near: tuple[int, int]) -> Participant | None:
        quote = self._quotes.find(said.quote, near)
        if quote is None:
            self._refuse("participant", said.quote, NO_QUOTE)
            return None
        words = self._quotes.find(said.words, (quote.start, quote.end))
        if words is None:
            self._refuse("participant", said.words, NO_WORDS)
            return None
        agent = self._linker.link(Named(words, said.name, said.type, said.country))
        if agent is None:
            self._refuse("participant", said.words, f"{said.name} {NOBODY}")
            return None
        inside = quote.start <= words.start and words.end <= quote.end
        evidence = [quote] if inside else sorted((quote, words))
        return Participant(
            agent, said.role, "llm/participant", self._confidence, evidence, [words.quote],
            self._behalf(said, quote) if said.role.attends else None,
        )  # fmt: skip

    def _behalf(self, said: SaidParticipant, quote: Evidence) -> Agent | None:
        """Whom a participant stands in for."""
        if said.behalf is None:
            return None
        words = self._quotes.find(said.behalf, (quote.start, quote.end))
        agent = self._linker.anybody(words) if words else None
        if agent is None:
            self._refuse("onBehalfOf", said.behalf, NOBODY if words else NO_QUOTE)
        return agent

    def _announcers(self, said: Iterable[SaidName], near: tuple[int, int]) -> Iterator[tuple[Agent, Evidence]]:
        for one in said:
            words = self._quotes.find(one.words, near)
            agent = self._linker.link(Named(words, one.name, one.type)) if words and one.type else None
            if words is None or agent is None:
                self._refuse("announcer", one.words, NOBODY if words else NO_QUOTE)
            else:
                yield agent, words

    def _refuse(self, what: str, value: str, reason: str) -> None:
        self.refused.append(Refused(what, " ".join(value.split())[:200], reason))
