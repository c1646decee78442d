"""The way from an article to a reading."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial

from summitry.claims import Article
from summitry.claims.uncollected import uncollected
from summitry.extract import claims_of, event_places, merge, relations
from summitry.extract import symbols as sym
from summitry.extract.agents import Agents
from summitry.extract.annotate import Annotator, Item
from summitry.extract.assemble import Assembler
from summitry.extract.belonging import BelongingReader, Tables
from summitry.extract.belonging_pack import load_belonging
from summitry.extract.clauses import Chunk, Chunker
from summitry.extract.event_dates import DateReader
from summitry.extract.event_nearby import Nearby
from summitry.extract.event_whereabouts import Whereabouts
from summitry.extract.frames import Context, FrameReader, RawFrame
from summitry.extract.gazetteer import build
from summitry.extract.language import detect
from summitry.extract.language_tables import LanguageTables
from summitry.extract.memberships import memberships
from summitry.extract.mentions import Found, MentionReader
from summitry.extract.offices import OfficeBook, load_office_words
from summitry.extract.packs import Pack, load_packs
from summitry.extract.people import Who
from summitry.extract.ranker import Ranking, load_weights
from summitry.extract.ranker.candidates import Scene
from summitry.extract.reading import MembershipReading, Reading
from summitry.extract.row_marks import RowMarks
from summitry.extract.sentences import split
from summitry.extract.shared_names import settle_states
from summitry.extract.text import fold
from summitry.extract.time import (
    LAST,
    Durations,
    StatedTime,
    TimeEngine,
    document_anchor,
    load_dates_pack,
    year_hint,
)
from summitry.extract.titles import codes
from summitry.extract.word_order import WordOrder
from summitry.reference.tables import Reference


class Extractor:
    """Reads articles. Immutable after construction apart from what it builds at first use of a language."""

    def __init__(
        self,
        reference: Reference | None = None,
        packs: Mapping[str, Pack] | None = None,
        ranking: Callable[[Scene, str], Ranking] | None = None,
    ) -> None:
        self._reference = reference or Reference.load()
        self._ranking = ranking or partial(Ranking, load_weights())
        self._packs = packs or load_packs()
        self._readers: dict[str, _Reader] = {}

    def read(self, article: Article) -> Reading:
        """Everything that an article says. An article in a language without a pack says nothing."""
        lang = (
            article.lang if article.lang in self._packs else None if article.lang else detect(article.text, self._packs)
        )
        if lang is None:
            return Reading(article, (), (), (), (), ())
        if lang not in self._readers:
            self._readers[lang] = _Reader(self._packs[lang], self._reference, self._ranking)
        with uncollected():
            return self._readers[lang].read(article if article.lang else replace(article, lang=lang))

    def read_many(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """The readings of articles, in their order."""
        return (self.read(article) for article in articles)


class _Reader:
    """The machinery of one language."""

    def __init__(self, pack: Pack, reference: Reference, ranking: Callable[[Scene, str], Ranking]) -> None:
        self.ranking = ranking
        self.pack = pack
        self.reference = reference
        self.tables = LanguageTables(pack, reference)
        words = (
            pack.regions,
            pack.grammar.nationals,
            pack.indefinite,
            pack.grammar.governments,
            pack.honours,
            pack.organs,
            pack.grammar.areas,
            pack.grammar.feminine,
            pack.grammar.kinship,
        )
        self.agents = Agents(reference, pack.code, *words)
        self.book = OfficeBook(reference, load_office_words(reference))
        gazetteer = build(pack, reference)
        self.annotator = Annotator(gazetteer, pack.token, pack.speakers)
        self.marks = RowMarks(pack.grammar, gazetteer)
        self.order = WordOrder(pack)
        dates = load_dates_pack(pack.folder / "dates.yaml")
        self.times = TimeEngine(dates, self.tables.anniversaries, self.tables.holidays)
        self.durations = Durations(dates)
        self.frames = FrameReader(pack, self.agents)
        bodies = Tables(self.agents.body, self.tables.members, self.tables.home)
        self.belonging = BelongingReader(load_belonging(pack.folder / "belonging.yaml"), bodies)

    def read(self, article: Article) -> Reading:
        text = article.text
        folded = fold(text)
        times = self.times.find(text)
        anchor = article.published or document_anchor(times)
        rows = self.annotator.rows(text, folded, split(text, self.pack.abbreviations), times)
        rows = [self.marks.mark(row) for row in rows]
        hint = year_hint(times)
        who = Who(self.agents, self.book, anchor or hint)
        settle_states(rows, self.reference.people)
        _note_names(rows, who)
        found, chunks = self._sentences(text, rows, who)
        context = Context()
        frames = [f for number, row in enumerate(chunks) for f in self.frames.read(row, number, context)]
        members = memberships(chunks, text, self.agents.body, self.belonging.read(rows, text, folded))
        return self._assembled(article, anchor, hint, found, chunks, frames, times, members)

    def _sentences(self, text: str, rows: list[list[Item]], who: Who) -> tuple[list[Found], list[list[Chunk]]]:
        mentions = MentionReader(who, text, self.tables.offices, self.tables.portfolios)
        chunker = Chunker(self.pack, text, self.tables.places)
        found, chunks = [], []
        for row in rows:
            here = mentions.read(row)
            found.append(here)
            chunks.append(self.order.arrange(chunker.chunks(row, here.mentions)))
        mentions.settle()
        return found, chunks

    def _note_lengths(self, text: str, frames: list[RawFrame]) -> None:
        """How many days an event lasts, and how many lie between it and what is told, where its clause says so."""
        for frame in frames:
            if not self.durations.near(text, frame.start, frame.end):
                continue
            if frame.noun or frame.tense in ("gerund", "infinitive", "past"):
                told = (self.durations.distance(text, at) for at in dict.fromkeys((frame.start, frame.span[0])))
                frame.distance = next((days for days in told if days is not None), frame.distance)
            if frame.distance is not None:
                frame.times = [t for t in frame.times if t.start > frame.start and self._own(text, frame.start, t)]
            if frame.noun:
                frame.days = self.durations.around(text, frame.start, frame.end)
                frame.nth = self.durations.day_of(text, frame.start, frame.end) if frame.nth is None else frame.nth
                if frame.days is not None and self.durations.over(text, frame.start):
                    frame.closing, frame.nth = True, LAST if frame.nth is None else frame.nth

    def _own(self, text: str, start: int, time: StatedTime) -> bool:
        """Whether a time behind an event is in its phrase, or in a relative clause that says when it is."""
        clause = text[start : time.start].partition(",")[2]
        opens = clause.split()[:1]
        relative = bool(opens) and any(e.symbol == "REL" for e in self.pack.entries.get(fold(opens[0]), ()))
        return not clause or (relative and "," not in clause)

    def _assembled(
        self, article: Article, anchor: date | None, hint: date | None, found: list[Found],
        chunks: list[list[Chunk]], frames: list[RawFrame], times: list[StatedTime],
        members: tuple[MembershipReading, ...],
    ) -> Reading:  # fmt: skip
        self._note_lengths(article.text, frames)
        reader = DateReader(self.times, anchor, hint, article.text)
        dated = reader.read(frames, times)
        scene = self.tables.scenes.read(article.text, self.times.dateline_city(article.text), chunks)
        event_places.note_towns(frames, self.tables.venues)
        ranking = self.ranking(Scene(chunks, self.tables.members, self.tables.officials), article.text)
        ranking.weights = ranking.weights.asking(self.pack.least)
        nearby = Nearby(article.text, chunks, reader)
        whereabouts = Whereabouts(article.text, chunks, frames, scene, self.pack.grammar.here)
        assembler = Assembler(article, reader, members, scene, self.tables.venues, ranking, nearby, whereabouts)
        events, conflicts = assembler.events(merge.cluster(dated))
        offices = relations.distinct_offices(found)
        mentions = relations.mentioned(found, article.text)
        reading = Reading(article, tuple(events), offices, members, mentions, tuple(conflicts))
        return claims_of.with_claims(reading, self.pack.code)


def _note_names(rows: list[list[Item]], who: Who) -> None:
    """Full names first, so that a surname in the headline finds its person."""
    for row in rows:
        for item in row:
            if not item.opens:
                continue
            if item.symbol == sym.PERSON:
                who.note(codes(item))
            elif item.symbol in (sym.STATE, sym.METO, sym.DEM):
                who.note_state(codes(item)[0])
                if item.symbol == sym.METO:
                    who.note_seat(item.text, codes(item)[0])
