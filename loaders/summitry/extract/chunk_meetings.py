"""Bodies whose name stands for their meeting: `the G7 in Evian`, `during the European Council`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from summitry.claims import AgentType, EventKind
from summitry.extract import symbols as sym
from summitry.extract.annotate import Item
from summitry.extract.chunk_model import Chunk
from summitry.extract.mentions import Mention
from summitry.extract.packs import Entry, EventWord, VerbForm
from summitry.extract.text import fold

Row = Sequence[Item]

_HAPPENING = frozenset({"takeplace", "open", "close"})
"""Frames of verbs that tell of an event before them."""
_ATTENDING = frozenset({"attend", "host", "chair", "skip", "open", "close"})
"""Frames of verbs that tell of an event behind them."""
_ATTRIBUTES = frozenset({"DET", "ORD", "OF", sym.NUMBER, sym.WORD})


class MeetingReader:
    """Makes event chunks of bodies; `entries` are the words of the language."""

    def __init__(self, entries: Mapping[str, tuple[Entry, ...]], text: str) -> None:
        self._entries = entries
        self._text = text

    def read(self, row: Row, mention: Mention, before: Sequence[Chunk]) -> Chunk | None:
        """The meeting that a mention names, or None when the body itself is meant."""
        if mention.last - mention.first != 1:
            return None
        word = None if _of_event(before) else self._with_place(row, mention)
        word = word or self._named(row, mention, before)
        if word is None:
            return None
        return Chunk(
            sym.EVENT, mention.start, mention.end, mention.first, mention.last, [mention], event=word,
            item=row[mention.first], text=self._text[mention.start : mention.end],
        )  # fmt: skip

    def _with_place(self, row: Row, mention: Mention) -> EventWord | None:
        """`the G7 in Evian`, `le G20 de Rio`: a format with a place is its summit."""
        at = mention.last
        if len(mention.agents) != 1 or not mention.agents[0].format or at + 1 >= len(row):
            return None
        if mention.agents[0].type is AgentType.PERSON:
            return None
        located = row[at].symbol in ("OF", "IN") and row[at + 1].has(sym.PLACE)
        return EventWord(EventKind.SUMMIT) if located else None

    def _named(self, row: Row, mention: Mention, before: Sequence[Chunk]) -> EventWord | None:
        """`the Summit of the Americas`, `lors du Conseil européen`: a body whose name says that it is a meeting."""
        item = row[mention.first]
        if item.symbol != sym.ORG:
            return None
        words = item.text.split()
        named = (e for word in (words[0], words[-1]) for e in self._entries.get(fold(word), ()))  # `Pacific Forum`
        word = next((e.value for e in (*item.entries, *named) if e.symbol == sym.EVENT), None)
        if not isinstance(word, EventWord):
            return None
        summit = word.kind is EventKind.SUMMIT and not item.has(sym.EVENT)
        if any(behind.has(sym.EVENT) for behind in row[mention.last : mention.last + 2]):
            return word if summit else None  # `the Pacific Islands Forum leaders' meeting`
        told = _located(before) or _happens(row, mention.last) or _attended(before)
        return word if summit or told else None


def _of_event(before: Sequence[Chunk]) -> bool:
    """`le sommet des Brics à P`: the noun before says what it is that a format holds somewhere."""
    last = [chunk.kind for chunk in before[-3:] if chunk.kind != "DET"][-2:]
    return last == [sym.EVENT, "OF"]


def _happens(row: Row, at: int) -> bool:
    """Whether a verb of taking place follows."""
    forms = [cast("VerbForm | None", item.other(sym.VERB)) for item in row[at : at + 4] if item.has(sym.VERB)]
    return any(form is not None and _HAPPENING & {form.frame, form.reflexive} for form in forms)


def _attended(before: Sequence[Chunk]) -> bool:
    """Whether the last words say that somebody attends what follows (`will attend the`, `hosted the`)."""
    last = next((c for c in reversed(before) if c.kind not in _ATTRIBUTES), None)
    form = last.item.other(sym.VERB) if last is not None and last.item is not None and last.kind == sym.VERB else None
    return form is not None and cast("VerbForm", form).frame in _ATTENDING


def _located(before: Sequence[Chunk]) -> bool:
    """Whether the last words say when or where something happens (`during the`, `at the third`)."""
    if len(before) > 1 and before[-1].kind == "OF":
        return before[-2].kind in ("DURING", "AROUND")
    kinds = [c.kind for c in before[-4:] if c.kind not in _ATTRIBUTES]
    return bool(kinds) and kinds[-1] in ("DURING", "AROUND", "IN")
