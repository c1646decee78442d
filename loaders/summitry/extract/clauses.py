"""Chunks of a sentence: lists of agents, event nouns, verb groups, times and places, in one row."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import cast

from summitry.claims import AgentType, EventKind
from summitry.extract import symbols as sym
from summitry.extract.annotate import Item
from summitry.extract.mentions import Mention
from summitry.extract.packs import EventWord, Frame, Pack, VerbForm
from summitry.extract.reading import Agent
from summitry.extract.text import fold

_AUXILIARY = frozenset(["BE", "WAS", "HAVE", "FUT", "COND", "NEG", "DO", "ADV", "SE", "CLIT", "TO"])
_NOUN_BEFORE = frozenset(
    [
        "DET",
        "POSS",
        "THEIR",
        "S",
        "ORD",
        "OF",
        "NUM",
        "IN",
        "DURING",
        "DEM",
        "WITH",
        "BETWEEN",
        "BY",
        "FORMER",
        "PAST",
        "INCL",
        "FROM",
        "w",
        "VIRTUAL",
    ]
) | {sym.NUMBER, sym.DEM}
_FINITE_MARKS = frozenset({"BE", "WAS", "HAVE", "FUT", "COND", "DO"})
_PLAIN_WORDS = frozenset({sym.WORD, sym.MARK, sym.NUMBER, ",", "."})
"""What cannot be part of anything but a phrase around it: most of a text."""
_PLACED = frozenset({"IN", "TO", "FROM"})


@dataclass(slots=True)
class Verb:
    """A verb group: frame, tense (past, present, future, conditional, infinitive, participle), voice, polarity."""

    frame: Frame
    tense: str
    passive: bool = False
    negative: bool = False
    possible: bool = False
    perfect: bool = False
    anterior: bool = False
    """Told as before the past that is told (`had met`)."""


@dataclass(slots=True)
class Chunk:
    """A stretch of a row. `kind`: AGENTS, EVENT, VERB, TIME, PLACE, or the symbol of its one item."""

    kind: str
    start: int
    end: int
    first: int
    last: int
    mentions: list[Mention] = field(default_factory=list)
    verb: Verb | None = None
    event: EventWord | None = None
    place: tuple[str | None, str, str | None] | None = None
    item: Item | None = None
    text: str = ""

    @property
    def agents(self) -> list[Agent]:
        """The agents named in the chunk, without those who only qualify somebody else."""
        return [agent for mention in self.mentions if not mention.blocked for agent in mention.agents]

    def __repr__(self) -> str:
        return f"<{self.kind} {self.text}>"


class Chunker:
    """Makes chunks of rows."""

    def __init__(self, pack: Pack, text: str, places: PlaceNames) -> None:
        self.pack = pack
        self.text = text
        self.places = places

    def chunks(self, row: list[Item], mentions: list[Mention]) -> list[Chunk]:
        """The chunks of a row, in order, without gaps."""
        by_first = {m.first: m for m in mentions}
        chunks: list[Chunk] = []
        index = 0
        while index < len(row):
            chunk = self._chunk(row, index, by_first, chunks)
            chunks.append(chunk)
            index = chunk.last
        return _reduced(_relative(self._joined(chunks)))

    def _chunk(self, row: list[Item], index: int, by_first: dict[int, Mention], before: list[Chunk]) -> Chunk:
        item = row[index]
        mention = by_first.get(index)
        if mention is None and not item.entries and item.symbol in _PLAIN_WORDS:
            return Chunk(item.symbol, item.start, item.end, index, index + 1, item=item, text=item.text)
        if mention and item.symbol == sym.OFFICE and mention.last == index + 1 and self._commanded(row, index):
            mention = None  # `he will chair the talks`: a verb that looks like an office
            item.choose(sym.VERB)
        previous = self._previous(before)
        if (
            mention
            and mention.seat
            and (self._apposed_place(before, mention) or self._second_place(before, item, row[index + 1 : index + 3]))
        ):
            return self._placed(row, index, item, previous)
        if mention and mention.seat and (previous in _PLACED or (previous == "OF" and item.has(sym.PLACE))):
            return self._placed(row, index, item, previous)
        if mention and (chunk := self._meeting_of(row, mention) or self._named_meeting(row, mention, before)):
            return chunk
        if mention:
            return Chunk(
                sym.AGENTS,
                mention.start,
                mention.end,
                index,
                mention.last,
                [mention],
                text=self.text[mention.start : mention.end],
            )
        if item.symbol == "SEAT" and (chunk := self._capital(row, index)):
            return chunk
        if item.has(sym.PLACE) and item.symbol != sym.FAMILY and not self._meeting_word(row, index):
            return self._placed(row, index, item, previous)
        doubled = index + 1 < len(row) and row[index + 1].symbol == sym.EVENT and item.symbol == sym.EVENT
        if item.symbol == sym.CAPITAL and previous in ("IN", "TO") and (country := self._in_country(row, index)):
            place = (None, item.text, country)
            return Chunk(sym.PLACE, item.start, item.end, index, index + 1, item=item, text=item.text, place=place)
        if item.has(sym.EVENT) and item.symbol != sym.NOTEV and not doubled and not self._is_verb(row, index):
            item.choose(sym.EVENT)
            return Chunk(
                sym.EVENT,
                item.start,
                item.end,
                index,
                index + 1,
                event=cast(EventWord, item.value),
                item=item,
                text=item.text,
            )
        if item.has(sym.VERB) and (verb := self._verb(row, index, before)):
            return Chunk(sym.VERB, item.start, item.end, index, index + 1, verb=verb, item=item, text=item.text)
        kind = sym.TIME if item.symbol == sym.TIME else item.symbol
        if kind in (sym.EVENT, sym.VERB, sym.FAMILY, sym.PERSON) or kind in sym.OFFICIAL:
            kind = sym.WORD
        return Chunk(kind, item.start, item.end, index, index + 1, item=item, text=item.text)

    def _meeting_word(self, row: list[Item], index: int) -> bool:
        """An event noun that is also the name of a place, which would have an article or a preposition."""
        return row[index].has(sym.EVENT) and not (index and row[index - 1].symbol in ("DET", "IN", "OF", "FROM"))

    def _meeting_of(self, row: list[Item], mention: Mention) -> Chunk | None:
        """`the G7 in Evian`, `le G20 de Rio`: a format with a place is its summit."""
        if mention.last - mention.first != 1 or len(mention.agents) != 1 or not mention.agents[0].format:
            return None
        at = mention.last
        if at + 1 >= len(row) or row[at].symbol not in ("OF", "IN") or not row[at + 1].has(sym.PLACE):
            return None
        return self._series(row, mention, EventWord(EventKind.SUMMIT))

    def _named_meeting(self, row: list[Item], mention: Mention, before: list[Chunk]) -> Chunk | None:
        """`the Summit of the Americas`, `lors du Conseil européen`: a body whose name says that it is a meeting."""
        item = row[mention.first]
        if mention.last - mention.first != 1 or item.symbol != sym.ORG:
            return None
        first = self.pack.entries.get(fold(item.text.split()[0]), ())
        word = next((e.value for e in (*item.entries, *first) if e.symbol == sym.EVENT), None)
        if not isinstance(word, EventWord):
            return None
        summit = word.kind is EventKind.SUMMIT and not item.has(sym.EVENT)
        happens = summit or self._located(before) or self._happens(row, mention.last)
        return self._series(row, mention, word) if happens else None

    def _happens(self, row: list[Item], at: int) -> bool:
        """Whether a verb of taking place follows."""
        forms = [cast("VerbForm | None", item.other(sym.VERB)) for item in row[at : at + 4] if item.has(sym.VERB)]
        return any(form is not None and "takeplace" in (form.frame, form.reflexive) for form in forms)

    def _located(self, before: list[Chunk]) -> bool:
        """Whether the last words say when or where something happens (`during the`, `at the third`)."""
        if len(before) > 1 and before[-1].kind == "OF":
            return before[-2].kind in ("DURING", "AROUND")
        kinds = [c.kind for c in before[-4:] if c.kind not in ("DET", "ORD", "OF", sym.NUMBER, sym.WORD)]
        return bool(kinds) and kinds[-1] in ("DURING", "AROUND", "IN")

    def _series(self, row: list[Item], mention: Mention, event: EventWord) -> Chunk:
        """An event noun that carries the body whose meeting it is."""
        return Chunk(
            sym.EVENT, mention.start, mention.end, mention.first, mention.last, [mention], event=event,
            item=row[mention.first], text=self.text[mention.start : mention.end],
        )  # fmt: skip

    def _in_country(self, row: list[Item], index: int) -> str | None:
        """`in Olomouc, the Czech Republic`: the state behind an unknown town."""
        at = index + 1
        if at >= len(row) or row[at].symbol not in (",", "("):
            return None
        at += 1
        while at < len(row) and row[at].symbol in ("DET", "IN"):
            at += 1
        if at < len(row) and row[at].symbol == sym.STATE:
            return cast(tuple[str, ...], row[at].value)[0]
        return None

    def _apposed_place(self, before: list[Chunk], mention: Mention) -> bool:
        """`the Saudi capital Riyadh`, `Charlevoix, Canada`: a place behind a place."""
        if not before or not mention.agents:
            return False
        last = before[-1]
        if last.kind == "," and len(before) > 1:
            last = before[-2]
        return last.kind == sym.PLACE and last.place is not None and last.place[2] == mention.agents[0].country

    def _second_place(self, before: list[Chunk], item: Item, after: list[Item]) -> bool:
        """`to Algiers and Rabat`, `London, Paris and Rome`: a town that stands for its government, behind a town."""
        if len(before) < 2 or before[-2].kind != sym.PLACE or not item.has(sym.PLACE):
            return False
        listed = len(after) > 1 and after[0].symbol in (",", "AND") and after[1].has(sym.PLACE)
        return before[-1].kind == "AND" or (before[-1].kind == "," and listed)

    def _capital(self, row: list[Item], index: int) -> Chunk | None:
        """`la capitale égyptienne`, `the Saudi capital`: the capital of the state named beside it."""
        for at in (index + 1, index - 1):
            if 0 <= at < len(row) and row[at].symbol == sym.DEM:
                code = cast(tuple[str, ...], row[at].value)[0]
                place = self.places.capital(code)
                if place is None:
                    return None
                last = max(at, index) + 1
                start, end = min(row[at].start, row[index].start), row[last - 1].end
                return Chunk(
                    sym.PLACE, start, end, index, last, item=row[index], text=self.text[start:end], place=place
                )
        return None

    def _previous(self, before: list[Chunk]) -> str:
        at = len(before) - 1
        while at >= 0 and before[at].kind in ("DET",):
            at -= 1
        return before[at].kind if at >= 0 else ""

    def _is_verb(self, row: list[Item], index: int) -> bool:
        """Whether a form that is both noun and verb is a verb here: by what stands before it."""
        item = row[index]
        if not item.has(sym.VERB):
            return False
        if index == 0:
            return False
        at = index - 1
        while at > 0 and row[at].symbol == "ADV":
            at -= 1
        before = row[at].symbol
        form = cast(VerbForm, item.other(sym.VERB))
        if before == "TO" or before in ("FUT", "COND", "NEG", "DO", "SE", "CLIT"):
            return "g" not in form.tenses
        if form.tenses == "g" and before == "SUB" and index + 1 < len(row):
            return row[index + 1].symbol in ("DET", sym.TREATY, sym.PERSON)
        if form.tenses == "g":
            return before in ("BE", "WAS") or (before == "ADV" and index > 1 and row[index - 2].symbol in ("BE", "WAS"))
        if before in ("HE", "SHE", "THEY", "PAIR", "IT", "REL"):
            return True
        if before in _NOUN_BEFORE or before in (sym.EVENT, sym.ORG):
            return False
        return before in (sym.PERSON, sym.FAMILY, sym.STATE, sym.METO, ",", "AND", sym.OFFICE, sym.OFFICES, sym.CAPITAL)

    def _commanded(self, row: list[Item], index: int) -> bool:
        """Whether an auxiliary stands right before a form that can be a verb."""
        auxiliary = index > 0 and row[index - 1].symbol in ("FUT", "COND", "TO", "DO")
        return auxiliary and row[index].has(sym.VERB) and self._is_verb(row, index)

    # verbs

    def _verb(self, row: list[Item], index: int, before: list[Chunk]) -> Verb | None:
        item = row[index]
        form = cast(VerbForm, item.other(sym.VERB))
        marks = self._marks(row, index)
        reflexive = "SE" in marks
        name = form.reflexive if reflexive and form.reflexive else form.frame
        if not name:
            return None
        if form.tenses == "a" and not {"BE", "WAS", "FUT"} & set(marks) and not self._headed(row, index):
            return None
        frame = self.pack.frames[name]
        previous = row[index - 1].symbol if index else ""
        if (
            not marks
            and previous in ("DET", "POSS", "THEIR", "OF", "ORD", "S", "ON", "WITH", "BY", "FROM", "DURING")
            and "g" not in form.tenses
        ):
            if previous == "OF" and form.tenses == "b" and index > 1 and row[index - 2].symbol == "AROUND":
                return self._tense(row, index, frame, form, marks, reflexive, before)
            if previous != "DET" or not set(form.tenses) & set("fcid") or self.pack.premodifiers:
                return None
        return self._tense(row, index, frame, form, marks, reflexive, before)

    def _headed(self, row: list[Item], index: int) -> bool:
        """`Present: A and B`, `Autour de la table : A et B`: the heading of a list."""
        if index or index + 1 >= len(row):
            return False
        return self.pack.grammar.inverts or row[index + 1].symbol in (":", ",")

    def _marks(self, row: list[Item], index: int) -> list[str]:
        """The auxiliaries, negations and adverbs before a verb, nearest first."""
        marks: list[str] = []
        at = index - 1
        while at >= 0 and len(marks) < 7 and row[at].symbol in _AUXILIARY:
            marks.append(row[at].symbol)
            at -= 1
        while marks and marks[-1] == "ADV":
            marks.pop()
        return marks

    def _tense(
        self,
        row: list[Item],
        index: int,
        frame: Frame,
        form: VerbForm,
        marks: list[str],
        reflexive: bool,
        before: list[Chunk],
    ) -> Verb | None:
        auxiliaries = [m for m in marks if m in ("BE", "WAS", "HAVE")]
        verb = Verb(frame, "present", negative="NEG" in marks)
        tenses = form.tenses
        movable = frame.name in ("travel", "go", "leave")
        if "n" in tenses and auxiliaries:
            verb.passive = auxiliaries[0] in ("BE", "WAS") and not reflexive and not movable
            past = "WAS" in auxiliaries or "HAVE" in auxiliaries or reflexive or movable
            verb.tense = "past" if past else "present"
            verb.perfect = True
        elif "n" in tenses and ("d" not in tenses or self._participle(row, index)):
            verb.tense, verb.passive = "participle", not movable
        elif "g" in tenses:
            verb.tense = "present" if "BE" in auxiliaries else "past" if "WAS" in auxiliaries else "gerund"
        elif "f" in tenses:
            verb.tense = "future"
        elif "c" in tenses:
            verb.tense, verb.possible = "future", True
        elif "d" in tenses and "p" in tenses:
            verb.tense = "present"
        elif "d" in tenses or "i" in tenses:
            verb.tense = "past"
        elif "r" in tenses:
            verb.tense = "infinitive" if "TO" in marks else "present"
        elif tenses == "b":
            verb.tense = "infinitive"
        before_that = (row[at].text.lower() in self.pack.anterior for at in range(index - len(marks), index))
        verb.anterior = "n" in tenses and any(before_that)
        if form.tenses == "a" and "WAS" in marks:
            verb.tense = "past"
        if "FUT" in marks:
            verb.tense = "future"
        if "COND" in marks:
            verb.tense, verb.possible = "future", True
        if "DO" in marks and verb.tense != "future":
            verb.tense = "past"
        if verb.tense == "infinitive" and "TO" in marks and self._headline(before, index, row):
            verb.tense = "future"
        return verb

    def _participle(self, row: list[Item], index: int) -> bool:
        """`hosted by`, `held in`: a past form that stands as a participle."""
        following = row[index + 1].symbol if index + 1 < len(row) else ""
        return following == "BY"

    def _headline(self, before: list[Chunk], index: int, row: list[Item]) -> bool:
        """`Trump to meet Putin`: a subject, then the infinitive, no verb before."""
        if any(chunk.kind == sym.VERB for chunk in before):
            return False
        return bool(before) and len(before) > 1 and before[-2].kind == sym.AGENTS

    # places and lists

    def _placed(self, row: list[Item], index: int, item: Item, previous: str) -> Chunk:
        key, name, country = self.places.read(item, self.text[item.start : item.end])
        chunk = Chunk(
            sym.PLACE, item.start, item.end, index, index + 1, item=item, text=item.text, place=(key, name, country)
        )
        return chunk

    def _joined(self, chunks: list[Chunk]) -> list[Chunk]:
        """Neighbouring agents joined into lists: `A, B and C`, `A as well as B`."""
        joined: list[Chunk] = []
        for at, chunk in enumerate(chunks):
            if chunk.kind == sym.AGENTS and (glue := self._glue(joined)):
                head = joined[-glue - 1]
                if self._alike(head, chunk, joined, glue) and not _new_subject(chunks, at, joined, glue):
                    del joined[-glue:]
                    head.mentions.extend(chunk.mentions)
                    head.end, head.last = chunk.end, chunk.last
                    head.text = self.text[head.start : head.end]
                    continue
            joined.append(chunk)
        return joined

    def _glue(self, joined: list[Chunk]) -> int:
        """How many glue chunks stand between the end and the last agents; 0 when it is not a list."""
        count = 0
        real = False
        while count < len(joined) and count < 4:
            kind = joined[-1 - count].kind
            if kind == sym.AGENTS:
                return count if real else 0
            if kind in ("AND", ",", "-", "–", "/", "OR", "INCL"):
                real = True
            elif kind not in ("DET", "TITLE", "OF", "WITH", "POSS", "THEIR"):
                return 0
            count += 1
        return 0

    def _same_types(self, head: Chunk, chunk: Chunk, joined: list[Chunk], glue: int) -> bool:
        """Whether a comma may join: agents of one type, or any behind `between` when the last ones follow an `and`."""
        last, first = head.mentions[-1].agents, chunk.mentions[0].agents
        if {a.type for a in last} == {a.type for a in first}:
            return True
        return not head.agents and _opens_list(joined, len(joined) - glue - 1)

    def _alike(self, head: Chunk, chunk: Chunk, joined: list[Chunk], glue: int) -> bool:
        """Pronouns never join a list; a comma alone joins like with like and no opening phrase with a subject."""
        if head.mentions[-1].pronoun or chunk.mentions[0].pronoun:
            return False
        kinds = {c.kind for c in joined[-glue:]}
        if kinds & {"AND", "OR", "-", "–", "/"}:
            return True
        if "INCL" in kinds:  # `European leaders including A and B`
            return all(a.type is not AgentType.PERSON for a in head.agents)
        if not self._same_types(head, chunk, joined, glue):
            return False
        before = joined[-glue - 2].kind if len(joined) > glue + 1 else ""
        if before == "DET":
            before = joined[-glue - 3].kind if len(joined) > glue + 2 else ""
        return before not in ("IN", "ON", "AROUND", "FROM", "WITHOUT")


def _new_subject(chunks: list[Chunk], at: int, joined: list[Chunk], glue: int) -> bool:
    """`hosted by A, B presided`: behind a governed name and a bare comma, a name before a verb begins a clause."""
    if joined[-1].kind != "," or at + 1 >= len(chunks):
        return False
    verb = chunks[at + 1].verb
    finite = chunks[at + 1].kind in _FINITE_MARKS or (verb is not None and verb.tense in ("past", "present", "future"))
    before = len(joined) - glue - 2
    return finite and before >= 0 and joined[before].kind in ("BY", "WITH", "OF", "FROM", "TO")


def _opens_list(joined: list[Chunk], at: int) -> bool:
    """Whether a preposition of company stands before a chunk, so that a list follows."""
    at -= 1
    while at > 0 and joined[at].kind in ("DET", "TITLE", "NUM"):
        at -= 1
    return at >= 0 and joined[at].kind in ("BETWEEN", "INCL", "PRESENCE", "WITH")


def _relative(chunks: list[Chunk]) -> list[Chunk]:
    """A conjunction right before a verb, behind a noun, is a relative pronoun (`talks that were due on Monday`)."""
    for before, chunk, after in zip(chunks, chunks[1:], chunks[2:], strict=False):
        noun = before.kind in (sym.AGENTS, sym.EVENT, sym.TREATY, sym.PLACE, sym.TIME)
        if chunk.kind == "SUB" and noun and (after.kind in _FINITE_MARKS or _tensed(after)):
            chunk.kind = "REL"
    return chunks


def _reduced(chunks: list[Chunk]) -> list[Chunk]:
    """A past form before the verb of its own clause describes the noun (`the summit planned for May was …`)."""
    for at in range(1, len(chunks) - 1):
        chunk = chunks[at]
        if _ambiguous(chunk) and (_verb_follows(chunks, at) or _set_off(chunks, at)):
            assert chunk.verb is not None
            chunk.verb.tense, chunk.verb.passive = "participle", True
    return chunks


def _ambiguous(chunk: Chunk) -> bool:
    """Whether a verb without auxiliary may be past or participle (`planned`)."""
    if chunk.verb is None or chunk.verb.tense != "past" or chunk.verb.perfect or chunk.item is None:
        return False
    form = cast("VerbForm | None", chunk.item.other(sym.VERB))
    return form is not None and {"d", "n"} <= set(form.tenses)


def _verb_follows(chunks: list[Chunk], at: int) -> bool:
    """Whether an auxiliary follows before the clause ends, without a subject of its own."""
    if chunks[at - 1].kind not in (sym.EVENT, sym.AGENTS):
        return False
    for chunk in chunks[at + 1 :]:
        if chunk.kind in _FINITE_MARKS:
            return True
        if chunk.kind in (sym.VERB, "AND", "SUB", "REL", ",", ";", ":", sym.QUOTE, "BUT", "THEY", "IT"):
            return False
    return False


def _set_off(chunks: list[Chunk], at: int) -> bool:
    """Whether the phrase stands between commas behind a noun, before the verb of that noun."""
    first = at - 1
    while first > 0 and chunks[first].kind == "ADV":
        first -= 1
    if chunks[first].kind != "," or chunks[first - 1].kind not in (sym.EVENT, sym.AGENTS, sym.PLACE, sym.TIME):
        return False
    last = next((i for i in range(at + 1, len(chunks) - 1) if chunks[i].kind == ","), None)
    return last is not None and (chunks[last + 1].kind in _FINITE_MARKS or chunks[last + 1].kind == sym.VERB)


def _tensed(chunk: Chunk) -> bool:
    return chunk.verb is not None and chunk.verb.tense in ("past", "present")


class PlaceNames:
    """Reads an item as a place."""

    def __init__(self, table: dict[str, tuple[str, str]], capitals: dict[str, str]) -> None:
        self._table = table
        self._capitals = capitals

    def capital(self, iso3: str) -> tuple[str | None, str, str | None] | None:
        """The capital of a state."""
        key = self._capitals.get(iso3)
        return (f"place/{key}", *self._table[key]) if key in self._table else None

    def read(self, item: Item, text: str) -> tuple[str | None, str, str | None]:
        """Short id, name and country of the place that an item names."""
        keys = cast("tuple[str, ...] | None", item.value if item.symbol == sym.PLACE else item.other(sym.PLACE))
        codes = cast("tuple[str, ...] | None", item.other(sym.STATE) or item.other(sym.METO))
        if keys:
            key = next((k for k in keys if codes and self._table[k][1] in codes), keys[0])
            return f"place/{key}", self._table[key][0] or text, self._table[key][1]
        if codes:
            state = item.has(sym.STATE)
            return (f"state/{codes[0]}" if state else None), text, codes[0]
        return None, text, None
