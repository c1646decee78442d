"""States, their seats, bodies and pronouns that stand alone in a sentence."""

from __future__ import annotations

from summitry.extract import symbols as sym
from summitry.extract.mention_model import Found, Mention, Scene
from summitry.extract.reading import Agent
from summitry.extract.titles import NAMES, OWNERS, Row, codes

_COUNTED = frozenset({"PAIR", "TRIO"})
"""Pronouns that say how many."""
_SHORT = 2
"""Fewer blanks has a word for both that names nobody by itself (`die beiden`)."""
_NOUNS = NAMES | {sym.WORD, sym.DEM, sym.EVENT, sym.NOTEV, sym.ORG, sym.OFFICE, sym.OFFICES, sym.PLACE, "GOV", "-"}
"""What a people's name before it only qualifies."""
_PARTS = frozenset({"OF", "NUM", sym.NUMBER, "FROM", "FORMER", sym.WORD, sym.CAPITAL, sym.FAMILY, sym.PERSON, sym.DEM})
"""What says that only some of a people are meant (`thousands of`, `young`)."""
_AT_ODDS = frozenset({"rebel", "dissident"})
"""Groups of a state that deal with its government."""
_ADDRESSED = frozenset({sym.OFFICE, sym.PERSON, sym.FAMILY, sym.CAPITAL, "TITLE"})
"""What follows a form of address in capitals that looks like a pronoun."""


class BodyReader:
    """Reads mentions that name nobody in person."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def of(self, code: str) -> list[Agent]:
        """The government of a state or the body itself, by code."""
        body = self._scene.agents.body(code)
        return [body if body is not None else self._scene.agents.state(code)]

    def national(self, row: Row, position: int) -> Mention | None:
        """`der Ukrainer`, `el brasileño`: somebody of that state who was named before."""
        item = row[position]
        if not position or row[position - 1].text.lower() not in self._scene.agents.nationals:
            return None
        following = row[position + 1].symbol if position + 1 < len(row) else ""
        if item.symbol not in (sym.PEOPLE, sym.DEM) or following in _NOUNS:
            return None
        agent = self._scene.who.latest_of(codes(item)[0])
        return None if agent is None else self._scene.mention(row, position, position + 1, [agent])

    def peoples(self, row: Row, position: int) -> Mention | None:
        """`talks between Israelis and Palestinians`, `A and the Palestinians`: two peoples joined are their states."""
        item = row[position]
        if item.symbol != sym.PEOPLE or not item.text[:1].isupper() or not self._paired(row, position):
            return None
        before = position - 1 - (position > 0 and row[position - 1].symbol == "DET")
        article = row[position - 1].text.lower() if before < position - 1 else ""
        counted = before >= 0 and row[before].symbol in _PARTS
        if article in self._scene.agents.indefinite or counted:
            return None
        return self._scene.mention(row, position, position + 1, self.of(codes(item)[0]))

    def _paired(self, row: Row, position: int) -> bool:
        """Whether a conjunction joins a people to another people or state, which no noun follows."""
        ahead, back = position + 1, position - 1
        back -= back > 0 and row[back].symbol == "DET"
        if ahead < len(row) and row[ahead].symbol == "AND":
            ahead += 1 + (ahead + 1 < len(row) and row[ahead + 1].symbol == "DET")
            return self._other(row, ahead, codes(row[position])[0], (sym.PEOPLE,))
        joined = back > 0 and row[back].symbol == "AND"
        return joined and self._other(row, back - 1, codes(row[position])[0], (sym.PEOPLE, sym.STATE))

    def _other(self, row: Row, at: int, code: str, symbols: tuple[str, ...]) -> bool:
        known = 0 <= at < len(row) and row[at].symbol in symbols and codes(row[at])[0] != code
        return known and (at + 1 >= len(row) or row[at + 1].symbol not in _NOUNS)

    def government_after(self, row: Row, position: int) -> Mention | None:
        """`le gouvernement français`, `the government of Mali`, `une délégation de l'ONU`."""
        at = position + 1
        while at < len(row) and row[at].symbol in ("OF", "DET"):
            at += 1
        if at < len(row) and row[at].symbol in (sym.DEM, sym.STATE, sym.ORG) and at - position <= 3:
            return self._scene.mention(row, position, at + 1, self.of(codes(row[at])[0]))
        return None

    def opposed(self, row: Row, position: int, found: Found) -> Mention | None:
        """`rebels from A signed a truce with the government`: that of the state with which they are at odds."""
        item, states = row[position], {m.title.of for m in found.mentions if m.title and m.title.office in _AT_ODDS}
        plain = (
            item.text.lower() in self._scene.agents.governments and position > 0 and row[position - 1].symbol == "DET"
        )
        state = next(iter(states)) if len(states) == 1 else None
        if not plain or state not in self._scene.agents.reference.states:
            return None
        return self._scene.mention(row, position, position + 1, self.of(state or ""))

    def read(self, row: Row, position: int) -> Mention | None:
        """A state, seat, organisation, or pronoun standing alone."""
        item = row[position]
        if item.symbol in OWNERS:
            mention = self._scene.mention(row, position, position + 1, self.of(codes(item)[0]))
            mention.seat = item.symbol != sym.ORG
            return mention
        if item.symbol in _COUNTED and self._counted(row, position):
            return None
        if item.symbol == "HE" and self._addressed(row, position):
            item.symbol = "TITLE"
            return None
        if item.symbol in ("THEY", "HE", "SHE", "PAIR", "TRIO", "LATTER") or self._beside(row, position):
            mention = self._scene.mention(row, position, position + 1, [])
            mention.reciprocal = item.symbol in ("THEY", *_COUNTED)
            mention.pronoun = item.symbol
            return mention
        if item.symbol == "TITLE" and self._honoured(row, position):
            mention = self._scene.mention(row, position, position + 1, [])
            mention.pronoun = "UNSPOKEN"
            return mention
        return None

    def _beside(self, row: Row, position: int) -> bool:
        """`A et son hôte ont dîné`: a word for the other of two, whom nothing behind it names."""
        behind = row[position + 1] if position + 1 < len(row) else None
        named = behind is not None and behind.symbol in (*NAMES, ",", sym.DEM, sym.OFFICE, "TITLE", "OF")
        other = row[position].symbol == "OTHER" and position > 0
        return other and row[position - 1].symbol == "POSS" and not named

    def _counted(self, row: Row, position: int) -> bool:
        """`the two Syrian camps`, `i due Paesi`, `die beiden Länder`: a word for both before a noun."""
        behind = row[position + 1].symbol if position + 1 < len(row) else ""
        short = row[position].text.count(" ") < _SHORT
        return behind in (_NOUNS if short else (sym.DEM, sym.OFFICES))

    def _addressed(self, row: Row, position: int) -> bool:
        """`HE President A`: a form of address whose initials look like a pronoun."""
        word = row[position].text
        if not word.isupper() or word.lower() not in self._scene.agents.honours:
            return False
        return position + 1 < len(row) and row[position + 1].symbol in _ADDRESSED

    def _honoured(self, row: Row, position: int) -> bool:
        """`His Majesty received B`: a form of address without a name or office behind it."""
        if row[position].text.lower() not in self._scene.agents.honours:
            return False
        behind = [item.symbol for item in row[position + 1 : position + 3] if item.symbol != "DET"][:1]
        return behind == [] or behind[0] not in (*NAMES, sym.OFFICE, "TITLE", "OF")
