"""Who is meant where mentions stand side by side: several titles of one person, an envoy and his sender, kin."""

from __future__ import annotations

from summitry.extract import symbols as sym
from summitry.extract.mention_model import Found, Mention, Scene
from summitry.extract.names import Named
from summitry.extract.reading import Agent
from summitry.extract.titled import CLOSING, LONGEST_TAIL, TAIL
from summitry.extract.titles import Row, Title

_OF_ARTICLE = 2
"""Words between a government and its head: `of the`."""
_NEAR = 4
"""How many words may stand between an envoy and whom he speaks for."""

_OWNING = frozenset({"POSS", "THEIR"})


class Appositions:
    """Settles a mention by those before it and the words around it."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def join(self, row: Row, mention: Mention, found: Found) -> None:
        """`his Angolan counterpart, the chair of the union, Jane Roe`: one person with several titles."""
        person, titles = mention.person, 0
        if person is None or not mention.names or (mention.title is not None and mention.title.plural):
            return
        if mention.last < len(row) and row[mention.last].symbol not in CLOSING:
            return
        first = mention
        for before in reversed(found.mentions):
            if not self._unnamed_title(row, before, first):
                return
            first, titles = before, titles + 1
            if before.title is not None and (
                before.title.relative
                or self._ranked(row, mention)
                or self._owned(row, first)
                or self._in_turn(before.title, mention)
            ):
                break
        else:
            return
        sure = titles > 1 or mention.title is not None or first.blocked or self._owned(row, first)
        if sure and _alike(person, first):
            self._also(mention, found.mentions[-titles:], found)
            del found.mentions[-titles:]
            mention.first, mention.start = first.first, first.start
            if person.country is None and first.counterpart in self._scene.agents.reference.states:
                mention.agents = [self._scene.agents.unknown(person.name, first.counterpart, official=True)]

    def _in_turn(self, title: Title, mention: Mention) -> bool:
        """`the chair of the bloc, Kenyan President A`: states take turns in the first office, by their leaders."""
        words = self._scene.book.words
        return title.office in words.turns and mention.title is not None and mention.title.office in words.top

    def _also(self, mention: Mention, titles: list[Mention], found: Found) -> None:
        """Note the offices of bodies among several titles of one person (`the chair of the union, President A`)."""
        for title in (m.title for m in titles if m.title is not None and not m.title.relative):
            if title.of in self._scene.agents.reference.organisations and mention.person is not None:
                self._scene.hold(mention, mention.person, title, found, "title-name")

    def _owned(self, row: Row, title: Mention) -> bool:
        """`A and his deputy, B`: a title with a possessive is of whoever is named behind its comma."""
        at = title.first if row[title.first].symbol in _OWNING else title.first - 1
        return at >= 0 and row[at].symbol in _OWNING and row[title.last].symbol == ","

    def _ranked(self, row: Row, mention: Mention) -> bool:
        """`the head of the junta, Colonel A`: a name behind a word of rank says whose the title before it is."""
        return row[mention.first].symbol == "TITLE" or (mention.first > 0 and row[mention.first - 1].symbol == "TITLE")

    def _unnamed_title(self, row: Row, before: Mention, after: Mention) -> bool:
        """Whether a title without a name stands before a comma and what follows."""
        between = [item.symbol for item in row[before.last : after.first]]
        title = before.title
        between = between[:-1] if between[-1:] == ["DET"] else between
        tail = between[:-1]
        close = between[-1:] == [","] and len(tail) <= LONGEST_TAIL and set(tail) <= TAIL
        return close and title is not None and not title.plural and not before.names

    def sent(self, row: Row, position: int, named: Named, found: Found) -> Mention | None:
        """`the envoy of the French president, Jane Roe,`: one mention of her, who is of his country."""
        outer, sender = found.mentions[-2:] if len(found.mentions) > 1 else (None, None)
        if outer is None or sender is None or sender.person is None or sender.last != position - 1:
            return None
        closed = named[1] >= len(row) or row[named[1]].symbol in CLOSING
        if row[position - 1].symbol != "," or not closed or not self._of_envoy(row, sender, outer):
            return None
        agent = named[0] if named[0].country else self._scene.agents.unknown(named[0].name, sender.person.country)
        del found.mentions[-2:]
        mention = self._scene.mention(row, outer.first, named[1], [agent], outer.title)
        if outer.title is not None and outer.title.level == "envoy" and sender.person.country:
            outer.title.of = outer.title.of or sender.person.country
            self._scene.hold(mention, agent, outer.title, found, "title-name")
        return mention

    def _of_government(self, row: Row, mention: Mention) -> None:
        """`the Biden administration`, `le gouvernement Netanyahou`, `… de A`: the state and not its head."""
        person = mention.person
        if person is None or not person.country:
            return
        words, first = self._scene.agents.governments, mention.first - 1
        while first > 0 and mention.first - first <= _OF_ARTICLE and row[first].symbol in ("OF", "DET"):
            first -= 1
        owned = first < mention.first - 1
        named = [first] if owned else [] if mention.title is not None else [first, mention.last]
        if any(0 <= at < len(row) and row[at].text.lower() in words for at in named):
            mention.agents, mention.names = [self._scene.agents.state(person.country)], ()

    def _of_envoy(self, row: Row, mention: Mention, outer: Mention | None) -> bool:
        """`the envoy of President B`, `l'émissaire de B`: who is sent, and not who sends."""
        if outer is None or not outer.blocked or outer.title is None or outer.title.plural or not mention.person:
            return False
        between = [item.symbol for item in row[outer.last : mention.first]]
        return len(between) <= _NEAR and "OF" in between and set(between) <= {"OF", "DET", sym.WORD}

    def block(self, row: Row, mention: Mention, found: Found) -> None:
        """`the wife of …`, `Trump's lawyer`: somebody else is meant."""
        mention.blocked = mention.blocked or self._of_envoy(
            row, mention, found.mentions[-1] if found.mentions else None
        )
        before = mention.first - 1
        while before >= 0 and row[before].symbol in ("OF", "DET"):
            before -= 1
        if 0 <= before < mention.first - 1 and row[before].symbol == "KIN":
            mention.blocked = True
        self._of_government(row, mention)
        after = mention.last + (mention.last < len(row) and row[mention.last].symbol == "S")
        if after < len(row) and row[after].symbol == "KIN":
            mention.blocked = True


def _alike(person: Agent, title: Mention) -> bool:
    """Whether a person may hold a title: of the same state, where both tell one."""
    return title.counterpart is None or person.country in (None, title.counterpart)
