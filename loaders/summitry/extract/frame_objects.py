"""Whom a verb acts on: lists of people behind it, over places, times and asides."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk, Verb
from summitry.extract.frame_model import FINITE, STOP
from summitry.extract.frame_subjects import Subjects

_OFFICE_WORDS = frozenset({"OF", "TO", "AND", "DET", "KIN", "(", ")", sym.CAPITAL, sym.WORD})

_OFFICE = 11
"""How many words of an office stand between it and the name of its holder at most."""
_VENUE = 4
"""How many words the name of a venue has at most."""
_CROWD = frozenset({"DET", "OF", "NUM", "ADV", sym.NUMBER, sym.WORD, sym.DEM, sym.AGENTS})
"""What a crowd that nobody names is told by (`several officials of the country`)."""
_ACTING = frozenset({"HAVE", "BE", "WAS", "FUT", "COND", "SE", "NEG", "CLIT"})
_ASIDE = frozenset({"DET", "IN", "ON", "OF", sym.WORD, sym.TIME, sym.PLACE, "ADV", sym.NUMBER, sym.CAPITAL})


class Objects(Subjects):
    """Finds the people who are objects in a row of chunks."""

    def _too(self, index: int) -> Chunk | None:
        """`… will attend, as will A and B`: more subjects behind the verb."""
        for at in range(index + 1, len(self.chunks) - 1):
            if self.chunks[at].kind == "TOO" and self.chunks[at + 1].kind in (sym.AGENTS, "DET"):
                return self._object(at)
        return None

    def _object(self, index: int) -> Chunk | None:
        """The direct object of a verb when it is a list of agents."""
        at = index + 1
        words = 0
        while at < len(self.chunks):
            kind = self.chunks[at].kind
            if kind == sym.AGENTS:
                return None if self._owns(at) else self._named_by(at)
            if (
                kind in ("DET", "ADV", "TITLE", "NUM", "FORMER", "ORD", "POSS", "THEIR", sym.NUMBER, sym.TIME, "PHONE")
                or kind == sym.PLACE
            ):
                pass
            elif kind == "IN" and (place := self._leads_on(at)) is not None:
                at = place
            elif kind == "," and self._held_off(at):
                pass
            elif kind == "ON" and [c.kind for c in self.chunks[at + 1 : at + 3]] == [sym.TIME, sym.AGENTS]:
                at += 1  # `received in P on Monday the minister`
            elif kind in (",", "ON") and (after := self._aside(at)) is not None:
                at = after
                continue
            elif kind == sym.WORD and words < 2:
                words += 1
            elif kind == sym.CAPITAL and self._first_name(at):
                pass
            elif kind == sym.CAPITAL and (behind := self._behind_unknown(at)) is not None:
                at = behind
            else:
                return None
            at += 1
        return None

    def _held_off(self, at: int) -> bool:
        """`A a reçu lundi à P, le président B et C`: a comma between a place and the object."""
        if self.pack.premodifiers or self.chunks[at - 1].kind != sym.PLACE:
            return False
        behind = [c.kind for c in self.chunks[at + 1 : at + 4] if c.kind not in ("DET", "TITLE")]
        if behind[:1] != [sym.AGENTS]:
            return False
        return len(behind) == 1 or behind[1] in (".", sym.TIME, "IN", ";")

    def _named_by(self, at: int) -> Chunk:
        """`Minister of Public Security Jane Roe`: the name behind an office whose words no table knows."""
        chunk = self.chunks[at]
        titles = [m.title for m in chunk.mentions if m.title is not None and not m.agents]
        if chunk.agents or not titles or titles[-1].plural:
            return chunk
        if not self.pack.premodifiers:
            return self._apposed_name(at)
        end = at + 1
        while end < len(self.chunks) and end - at < _OFFICE and self._of_office(end):
            end += 1
        named = end > at + 2 and end < len(self.chunks) and self.chunks[end].kind == sym.AGENTS
        return self.chunks[end] if named and self.chunks[at + 1].kind in ("OF", "TO") else chunk

    def _apposed_name(self, at: int) -> Chunk:
        """`le chef du parti P, le député A`: who is named behind the comma that ends an office no table knows."""
        end = at + 1
        while end < len(self.chunks) and end - at < 7 and self.chunks[end].kind in (*_OFFICE_WORDS, sym.DEM):
            end += 1
        behind = [c for c in self.chunks[end : end + 3] if c.kind != "DET"]
        if (
            end == at + 1
            or len(behind) < 2
            or [c.kind for c in behind[:2]] != [",", sym.AGENTS]
            or not behind[1].agents
        ):
            return self.chunks[at]
        goes_on = self.chunks[self.chunks.index(behind[1]) + 1 :][:1]
        acts = any(c.verb is not None or c.kind in _ACTING for c in goes_on)
        return self.chunks[at] if acts else behind[1]

    def _named_among(self, at: int) -> Chunk | None:
        """`met several officials, among them A and B`: those whom a word of lists names behind a crowd."""
        end = at + 1
        while (
            end < len(self.chunks) and end - at < 10 and self.chunks[end].kind in _CROWD and not self.chunks[end].agents
        ):
            end += 1
        behind = self.chunks[end : end + 5]
        while behind and behind[0].kind == ",":
            behind = behind[1:]
        if end == at + 1 or not behind or behind[0].kind != "INCL":
            return None
        who = next((c for c in behind[1:] if c.kind not in (",", ":", "DET")), None)
        return who if who is not None and who.kind == sym.AGENTS and who.agents else None

    def _first_name(self, at: int) -> bool:
        """`met María Jane Roe`: a further first name right before somebody whom the tables know."""
        ahead = self.chunks[at + 1] if at + 1 < len(self.chunks) else None
        known = ahead is not None and ahead.kind == sym.AGENTS and ahead.mentions[0].person is not None
        return known and ahead is not None and not ahead.mentions[0].title and ahead.start == self.chunks[at].end + 1

    def _of_office(self, at: int) -> bool:
        """A word of an office, or the state whose it is (`General Secretary of the Party of P (PP) Jane Roe`)."""
        chunk = self.chunks[at]
        state = chunk.kind == sym.AGENTS and bool(chunk.mentions) and all(m.seat for m in chunk.mentions)
        return chunk.kind in _OFFICE_WORDS or (state and self.chunks[at - 1].kind == "OF")

    def _behind_unknown(self, at: int) -> int | None:
        """`met John Doe and B`: the conjunction behind a name that no table lists, where somebody known follows."""
        end = at
        while end + 2 < len(self.chunks) and self.chunks[end].kind == sym.CAPITAL and end - at < 4:
            end += 1
        joined = self.pack.premodifiers and end > at + 1 and self.chunks[end].kind in ("AND", ",")
        return end if joined and self.chunks[end + 1].kind == sym.AGENTS else None

    def _aside(self, at: int) -> int | None:
        """Where the words go on behind `, on Monday in P,`: a time or place between commas, or `on the base of P,`."""
        kinds: list[str] = []
        for end in range(at + 1, min(at + 9, len(self.chunks))):
            kind = self.chunks[end].kind
            if kind == "," and self.chunks[at].kind == ",":
                return end + 1 if {sym.TIME, sym.PLACE, "WITH"} & set(kinds) else None
            if kind == "," and sym.PLACE in kinds:
                return end
            with_words = kind in ("WITH", sym.DEM) and not self.pack.premodifiers  # `, avec les honneurs militaires,`
            if not with_words and kind not in _ASIDE:
                return None
            kinds.append(kind)
        return None

    def _cliticised(self, index: int) -> bool:
        """`y participent`: the place or event is a pronoun before the verb."""
        at = index - 1
        while at > 0 and self.chunks[at].kind in ("HAVE", "FUT", "COND", "BE", "WAS", "ADV", "NEG"):
            at -= 1
        return at >= 0 and self.chunks[at].kind == "CLIT"

    def _inverted(self, index: int, verb: Verb) -> Chunk | None:
        """`Were present A and B`, `Sont attendus A et B`: guests behind the verb of a clause without a subject."""
        they = verb.frame.name == "attend" and self._cliticised(index)
        known = they or verb.frame.name in ("present", "among", "plan", "away")
        if not known or (verb.frame.name == "plan" and not verb.passive):
            return None
        clear = all(
            c.kind not in (sym.AGENTS, sym.EVENT) or self._governed(i) for i, c in enumerate(self.chunks[:index])
        )
        if not clear:
            return None
        following = [c.kind for c in self.chunks[index + 1 : index + 3]]
        if following == [",", "PRESENCE"]:  # `Y participent, outre A, B et C`
            return self._object(index + 2)
        at = index
        while at + 1 < len(self.chunks) and at - index < 3 and self.chunks[at + 1].kind in (":", ",", "BE", "WAS"):
            at += 1
        return self._object(at)

    def _with_whom(self, index: int) -> Chunk | None:
        """`with A and B in attendance`: the people behind the preposition before a word of presence."""
        at = index - 1
        while at > 0 and self.chunks[at].kind in (",", "-", "–", "—"):
            at -= 1
        return self.chunks[at] if at > 0 and self.chunks[at].kind == sym.AGENTS else None

    def _unlisted_venue(self, at: int) -> int | None:
        """Where the last word of a venue that no table lists stands, right before somebody: `at Aso Rock his guest`."""
        end = at + 1 + (self.chunks[at + 1].kind == "DET" if at + 1 < len(self.chunks) else 0)
        first = end
        while end < len(self.chunks) and end - first < _VENUE and self.chunks[end].text[:1].isupper():
            if self.chunks[end].kind not in (sym.WORD, sym.CAPITAL):
                break
            end += 1
        behind = self.chunks[end] if end < len(self.chunks) else None
        titled = behind is not None and behind.kind == sym.AGENTS and bool(behind.article or behind.mentions[0].title)
        return end - 1 if self.pack.premodifiers and end > first and titled else None

    def _leads_to_place(self, at: int) -> int | None:
        """Where the place of `in the palace of P` stands, when nobody is named on the way."""
        for place in range(at + 1, min(at + 6, len(self.chunks))):
            kind = self.chunks[place].kind
            if kind == sym.PLACE:
                return place
            if kind not in ("DET", "POSS", "OF", "IN", sym.WORD, sym.DEM, sym.CAPITAL, "ORD"):
                return None
        return None

    def _leads_on(self, at: int) -> int | None:
        """Where a phrase of place between a verb and its object ends."""
        if [c.kind for c in self.chunks[at + 1 : at + 2]] == [sym.NUMBER]:
            return at + 1  # `à 17h15`
        return self._leads_to_place(at) or self._unlisted_venue(at) or self._leads_to_room(at)

    def _leads_to_room(self, at: int) -> int | None:
        """Where the room of `a reçu dans son bureau l'ambassadrice A` stands, right before somebody with a title."""
        if self.pack.premodifiers or self.chunks[at - 1].kind not in (sym.VERB, sym.TIME, "ADV"):
            return None
        end = at + 1
        while end < len(self.chunks) and end - at < 5 and self.chunks[end].kind in ("DET", "POSS", sym.WORD, sym.TIME):
            end += 1
        who = self.chunks[end] if end < len(self.chunks) and end > at + 1 else None
        titled = who is not None and who.kind == sym.AGENTS and any(m.title is not None for m in who.mentions)
        return end - 1 if titled else None

    def _owns(self, at: int) -> bool:
        return at + 1 < len(self.chunks) and self.chunks[at + 1].kind == "S"

    def _after(self, index: int, prep: str) -> Chunk | None:
        """The agents behind a preposition in the rest of the clause."""
        for at in self._rest(index):
            if self.chunks[at].kind == sym.EVENT:
                return None
            if self.chunks[at].kind == prep:
                found = self._object(at)
                among = None if found is not None and found.agents else self._named_among(at)
                return among or found
        return None

    def _rest(self, index: int) -> Iterator[int]:
        """Positions to the right of a verb up to the end of its clause."""
        for at in range(index + 1, min(len(self.chunks), index + 30)):
            chunk = self.chunks[at]
            if chunk.kind in STOP or (
                chunk.kind == sym.VERB
                and chunk.verb
                and (chunk.verb.tense in FINITE or chunk.verb.tense == "infinitive")
            ):
                return
            yield at
