"""Gives each stated time of a sentence to the event of its own clause, with the side on which it lies."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from summitry.claims import EventKind, EventStatus
from summitry.extract import stated_times as stated
from summitry.extract import symbols as sym
from summitry.extract.event_asking import asked, asking, continues, speaking_of
from summitry.extract.event_kinds import AHEAD
from summitry.extract.event_telling import Dated, F, Telling
from summitry.extract.event_time_clauses import LONGEST_PREMODIFIER, TimeClauses, add
from summitry.extract.frame_model import SILENT
from summitry.extract.nearness import Clauses, Head
from summitry.extract.time import Bound, Direction, StatedTime

_PREMODIFIED = frozenset(
    {sym.WORD, sym.CAPITAL, sym.DEM, sym.AGENTS, "NUM", "ORD", "-", "VIRTUAL", "DET", sym.PLACE, sym.NUMBER, "S"}
)


class TimeBinder(TimeClauses[F]):
    """The times of one sentence. `frame_at` gives the event of which a verb or event noun speaks."""

    def __init__(
        self,
        clauses: Clauses,
        frame_at: Callable[[int], F | None],
        subject_of: Callable[[int], int | None],
        premodifiers: bool,
        whens: Collection[str] = (),
    ) -> None:
        """`whens` are the conjunctions that take up the time before them (`in 2022, when A met B`)."""
        self._whens = whens
        self._clauses = clauses
        self._chunks = clauses.chunks
        self._frame_at = frame_at
        self._subject_of = subject_of
        self._premodifiers = premodifiers
        self._telling = Telling(clauses, frame_at)
        self._planned: set[int] = set()
        self._going: list[tuple[F, StatedTime]] = []

    def bind(self) -> None:
        """Add every time to its frame; times of writing and of speaking are nobody's. Notes each frame's tense."""
        self._telling.note()
        for index, chunk in enumerate(self._chunks):
            if chunk.kind != sym.TIME or (value := stated.stated_in(chunk)) is None:
                continue
            self._take_up(index, value)
            if (step := stated.beside(self._chunks, index, value)) is not None:
                self._give_counted(index, step)
            if not stated.belongs_elsewhere(self._chunks, index, value):
                self._give(index, value)
        self._part()

    def _give(self, index: int, value: StatedTime) -> None:
        noun = self._premodified(index)
        if noun is not None:
            ahead = Direction.FUTURE if value.bound is Bound.END else self._noun_direction(index, noun, value)
            add(self._frame_at(noun), replace(value, bound=None), ahead)
            return
        head = self._clauses.nearest(index)
        if head is None or not self._reaches(index, head.at) or self._closes_relative(index, head):
            self._give_to_antecedent(index, value)
            return
        if stated.in_brackets(self._chunks, index) and value.bound is None:
            value = replace(value, bound=Bound.END)
        if head.noun:
            if stated.comes_before(self._chunks, index, head.at):
                return
            if self._clauses.strays(index, head) and (told := self._frame_at(head.at)) is not None and told.times:
                return
            verb, frame = self._clauses.clause_head(head.at), self._frame_at(head.at)
            if continues(self._clauses, verb, head):
                return  # `continued his visit on Wednesday`: neither its first day nor its last
            there = self._clauses.preposition(head.at) in ("IN", "DURING")  # `called for a truce at the summit`
            if verb is not None and verb.at < head.at < index and speaking_of(verb) and frame is not None and not there:
                frame.unsure.add(value.start)
            if frame is not None and self._departing(index, head, frame):
                self._going.append((frame, value))
            ended = stated.bounded(verb, value) if verb is not None and verb.at < head.at else value
            add(frame, ended, self._noun_direction(index, head.at, value))
        else:
            self._give_to_verb(index, head, value)

    def _give_to_antecedent(self, index: int, value: StatedTime) -> None:
        """`the summit, which runs from 22 to 24 October`: a relative clause whose verb no pack lists."""
        noun = self._clauses.antecedent(index)
        if noun is not None:
            add(self._frame_at(noun), value, self._noun_direction(index, noun, value))

    def _reaches(self, index: int, head: int) -> bool:
        """Within one clause, or from a time that a colon sets before what happens (`Tuesday: summit in …`)."""
        ends = self._clauses.ends_between(index, head)
        return (not ends or (head > index and ends == [":"])) and not self._clauses.continued(index, head)

    def _premodified(self, index: int) -> int | None:
        """`Tuesday's summit`, `the 12 June EU summit`: the event noun that a time before it belongs to."""
        chunks = self._chunks
        owner = index + 1 < len(chunks) and chunks[index + 1].kind == "S"
        if not owner and not (self._premodifiers and index and chunks[index - 1].kind in ("DET", "OF", "POSS")):
            return None
        for at in range(index + 1 + owner, min(len(chunks), index + LONGEST_PREMODIFIER + 2)):
            if chunks[at].kind == sym.EVENT:
                return at
            if chunks[at].kind not in _PREMODIFIED:
                return None
        return None

    def _give_to_verb(self, index: int, head: Head, value: StatedTime) -> None:
        aimed = self._clauses.preposition(index) == "TO"
        elsewhere = head.verb is None and stated.of_something_else(self._chunks, index, head.at, value)
        if stated.telling(head) and (noun := self._apposed(index, head)) is not None:
            add(self._frame_at(noun), value, stated.announced(head, value))
            return
        if elsewhere or (stated.telling(head) and not aimed):
            return
        if head.verb is not None and head.verb.frame.name == "goon":
            return
        frame = (self._frame_at(head.at) if head.verb else None) or self._shared(head)
        ahead = aimed or asked(self._clauses, index, head)
        if frame is None and self._left(index, head, value):
            return
        if frame is not None and frame.noun and speaking_of(head) and not aimed:
            return  # `agreed on Tuesday to a meeting`
        if frame is not None and self._setting_out(head, frame):
            self._going.append((frame, value))
        self._supersede(frame, head, value)
        self._plan(frame, head)
        add(frame, stated.bounded(head, value), Direction.FUTURE if ahead else stated.direction_of(head, value))

    def _apposed(self, index: int, head: Head) -> int | None:
        """`the visit of A, on 20 March, was announced`: the event noun before a time that commas part from a verb."""
        if index + 1 >= head.at or self._chunks[index + 1].kind != ",":
            return None
        before = [one for one in self._clauses.near(index) if one.at < index]
        opens = any(chunk.kind == "," for chunk in self._chunks[max(0, index - LONGEST_PREMODIFIER) : index])
        last = before[-1] if before and opens else None
        return last.at if last is not None and last.noun and not self._clauses.ends_between(last.at, head.at) else None

    def _plan(self, frame: F | None, head: Head) -> None:
        """`scheduled for Sunday` says that the event is planned, whoever is its grammatical subject."""
        chunk = self._chunks[head.at]
        span = (chunk.start, chunk.end)
        if stated.scheduled(head) and frame is not None and all(told[1:] != span for told in frame.statuses):
            frame.statuses.append((EventStatus.PLANNED, *span))

    def _supersede(self, frame: F | None, head: Head, value: StatedTime) -> None:
        """`scheduled for May, it will take place in June`: the day for which it was planned gives way."""
        name = head.verb.frame.name if head.verb else ""
        if name == "plan":
            self._planned.add(value.start)
        elif frame is not None and head.tense == "future" and name not in stated.TELLING:
            frame.times[:] = [time for time in frame.times if time.start not in self._planned]

    def _noun_direction(self, index: int, noun: int, value: StatedTime) -> Direction:
        if self._clauses.preposition(index) == "TO":
            return Direction.FUTURE
        head = self._clauses.clause_head(noun)
        if head is not None and asking(head) and head.at < noun and index > head.at + 1:
            return Direction.FUTURE
        if self._is_over(noun):
            return Direction.PAST
        if head is None and [h.tense for h in self._clauses.near(noun) if h.finite] == ["future"]:
            return Direction.FUTURE  # `will meet B after Thursday's summit`
        if head is None:
            return Direction.NONE
        return stated.announced(head, value) if stated.telling(head) else stated.direction_of(head, value)

    def _is_over(self, noun: int) -> bool:
        """`agreed to swap prisoners after talks on Monday`: the talks are said to have been, whatever is to come."""
        told = self._frame_at(noun)
        return told is not None and {status for status, _, _ in told.statuses} == {EventStatus.HELD}

    def _shared(self, head: Head) -> F | None:
        """The event noun of the clause of a verb that says nothing about events (`agreed at the summit on Friday`).

        Whoever leaves does so at another time, unless for a journey, and a meeting is an event of its own.
        """
        frame = head.verb.frame if head.verb is not None and head.finite else None
        if frame is not None and frame.name == "leave":
            return self._telling.journey(head)
        hosting = frame is not None and frame.name == "host"  # `P accueille, du 3 au 5 mai, un nouveau cycle`
        if frame is not None and frame.kind is EventKind.MEETING and not hosting:
            return None
        subject = self._subject_of(head.at) if head.verb else None
        if subject is not None and self._chunks[subject].kind == sym.EVENT:
            return self._frame_at(subject)
        noun = self._clauses.attached_noun(head.at)
        if noun is not None and noun < head.at and head.tense == "infinitive":
            return None  # `talks with a view to signing a treaty in March`
        aside = head.tense == "gerund" and head.verb is not None and head.verb.frame.name in SILENT
        if noun is not None and noun < head.at and (aside or self._joined(head.at)):
            return None  # `will attend the summit, returning on Sunday`, `… and fly home on Sunday`
        shared = self._frame_at(noun) if noun is not None else None
        states = {state for state, _, _ in shared.statuses} if shared is not None else set()
        over = head.tense == "past" and not head.anterior and noun is not None and noun > head.at
        return None if over and states and states <= AHEAD else shared  # `spoke on Tuesday of his upcoming visit`


def bind_heading(frame: Dated, heading: StatedTime) -> None:
    """The day of the heading under which a sentence stands, for a frame without a first day of its own.

    A heading without a year is of an agenda: what stands below lies ahead unless it is told in the past.
    """
    if all(time.bound is Bound.END or stated.only_since(time) for time in frame.times):
        frame.times.append(heading)
        if heading.is_full_date and frame.tense in ("future", "present"):
            frame.unsure.add(heading.start)  # the day of writing, above what is to come
        if frame.tense != "past" and not heading.is_full_date:
            frame.directions[heading.start] = Direction.FUTURE
