"""Offices that a sentence states with a verb: `X, who has been defence secretary`, `X, qui préside le Conseil européen`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from summitry.extract import symbols as sym
from summitry.extract.annotate import Item
from summitry.extract.mention_model import Found, Mention, Scene
from summitry.extract.packs import VerbForm
from summitry.extract.titles import Row, Title, codes

_LINKS = frozenset({"REL", "BE", "WAS", "HAVE", "ADV", "BECOME", ",", "DET", sym.TIME})
_LEADING = frozenset({"chair", "lead", "go", "travel"})
_REACH = 7


class PredicateReader:
    """Reads what stands behind a person's name."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def read(self, row: Row, mention: Mention, titles: Mapping[int, Title], found: Found) -> Iterator[int]:
        """Note offices; yields the positions of titles that are used up."""
        agent = mention.person
        if agent is None or agent.unnamed or mention.blocked:
            return
        title = self._title(row, mention.last, titles)
        if title is not None and self._scene.who.compatible(agent, title.office, title.of):
            self._scene.hold(mention, agent, title, found, "predicate")
            yield title.first
        elif body := self._led(row, mention.last):
            leader = Title(mention.first, mention.last, "organisationHead", "organisationHead", codes(body)[0])
            self._scene.hold(mention, agent, leader, found, "leads")

    def _title(self, row: Row, at: int, titles: Mapping[int, Title]) -> Title | None:
        """The title behind verbs of being and becoming."""
        seen: set[str] = set()
        for position in range(at, min(at + _REACH, len(row))):
            symbol = row[position].symbol
            title = titles.get(position)
            if title is not None:
                links = "BE" in seen or "BECOME" in seen or {"HAVE", "WAS"} <= seen
                return title if links and not title.plural and not title.relative else None
            if symbol not in _LINKS:
                return None
            seen.add(symbol)
        return None

    def _led(self, row: Row, at: int) -> Item | None:
        """The body behind `, who chairs the`."""
        at += at < len(row) and row[at].symbol == ","
        if at + 2 >= len(row) or row[at].symbol != "REL" or not row[at + 1].has(sym.VERB):
            return None
        form = cast(VerbForm, row[at + 1].value if row[at + 1].symbol == sym.VERB else row[at + 1].other(sym.VERB))
        at += 2 + (row[at + 2].symbol == "DET")
        if form.frame not in _LEADING or at >= len(row) or not row[at].has(sym.ORG):
            return None
        row[at].choose(sym.ORG)
        return row[at]
