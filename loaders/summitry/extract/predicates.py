"""Offices that a sentence states with a verb: `X, who has been defence secretary`, `X, qui préside l'Union`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from summitry.extract import symbols as sym
from summitry.extract.annotate import Item
from summitry.extract.mention_model import Found, Mention, Scene
from summitry.extract.packs import VerbForm
from summitry.extract.titled import CLOSING
from summitry.extract.titles import NAMES, Row, Title, codes

_LINKS = frozenset({"REL", "BE", "WAS", "HAVE", "ADV", ",", "DET", "ORD", sym.TIME, sym.NUMBER})
_LEADING = frozenset({"chair", "lead"})
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
        if (apposed := self._apposed(row, mention, titles)) is not None:
            self._scene.hold(mention, agent, apposed, found, "name-title")
            mention.last, mention.end = apposed.last, row[apposed.last - 1].end
            yield apposed.first
            return
        title = self._title(row, mention, titles)
        if title is not None and self._scene.fits(agent, title):
            self._scene.hold(mention, agent, title, found, "predicate")
            yield title.first
        elif body := self._led(row, mention.last):
            leader = Title(mention.first, mention.last, "organisationHead", "organisationHead", codes(body)[0])
            self._scene.hold(mention, agent, leader, found, "leads")

    def _apposed(self, row: Row, mention: Mention, titles: Mapping[int, Title]) -> Title | None:
        """`President A, also chair of the union,`: a further title without an article between commas, of a body."""
        first = mention.last + 1
        if first >= len(row) or row[mention.last].symbol != ",":
            return None
        first += row[first].symbol in ("ADV", sym.WORD) and first not in titles
        title = titles.get(first)
        if (
            title is None
            or title.plural
            or title.relative
            or title.of not in self._scene.agents.reference.organisations
        ):
            return None
        bare = row[title.first].symbol != "DET" and row[title.first - 1].symbol != "DET"
        closed = title.last >= len(row) or row[title.last].symbol in CLOSING
        return title if bare and closed and mention.person and self._scene.fits(mention.person, title) else None

    def _title(self, row: Row, mention: Mention, titles: Mapping[int, Title]) -> Title | None:
        """The title behind verbs of being and becoming."""
        seen: set[str] = set()
        for position in range(mention.last, min(mention.last + _REACH, len(row))):
            title = titles.get(position)
            if title is not None:
                own = title.last < len(row) and row[title.last].symbol in NAMES  # `with him are Minister A`
                fitting = not (own or title.plural or title.relative) and self._linked(seen, mention, title)
                return title if fitting else None
            item = row[position]
            if item.has("BECOME"):
                seen.add("BECOME")
            elif item.symbol in _LINKS or item.symbol == "SUB" or (item.symbol == sym.WORD and seen & {"BE", "BECOME"}):
                seen.add(item.symbol)
            else:
                return None
        return None

    def _linked(self, seen: set[str], mention: Mention, title: Title) -> bool:
        """Whether the words between a name and a title say that he holds it; a past tense needs the tables' word."""
        if "SUB" not in seen and ("BE" in seen or "BECOME" in seen):
            return True
        scene = self._scene
        person = scene.agents.known(mention.person) if mention.person else None
        tenure = scene.book.tenure_now(person, title.office, title.of, scene.who.day) if person else None
        loose = "," in seen and "REL" not in seen
        return tenure is not None and bool(seen & {"WAS", "SUB"}) and not loose

    def _led(self, row: Row, at: int) -> Item | None:
        """The body behind `, who chairs the`."""
        at += at < len(row) and row[at].symbol == ","
        while at < len(row) and row[at].symbol in ("DET", sym.PEOPLE):
            at += 1
        if at >= len(row) or row[at].symbol != "REL":
            return None
        at += 1
        while at < len(row) and row[at].symbol == "ADV":
            at += 1
        if at + 1 >= len(row) or not self._leads(row[at]):
            return None
        at += 1 + (row[at + 1].symbol == "DET")
        if at >= len(row) or not row[at].has(sym.ORG):
            return None
        row[at].choose(sym.ORG)
        return row[at]

    def _leads(self, item: Item) -> bool:
        """Whether a verb says that its subject is at the head of its object."""
        form = cast("VerbForm | None", item.value if item.symbol == sym.VERB else item.other(sym.VERB))
        return item.has("LEADS") or (form is not None and form.frame in _LEADING)
