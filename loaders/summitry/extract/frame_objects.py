"""What a verb acts on: event nouns, lists of people and places in the rest of its clause."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk, Verb
from summitry.extract.frame_model import FINITE, SOFT, STOP, RawFrame
from summitry.extract.frame_subjects import Subjects

_OVER = SOFT | {sym.AGENTS, "S"}
_OFFICE_WORDS = frozenset({"OF", "TO", "AND", "DET", sym.CAPITAL, sym.WORD})
_OPENINGS = frozenset({"DURING", "AROUND", "OF", "SUB", "IN"})
"""What opens a phrase that says on which occasion the subject behind it acts."""


_ASIDE = frozenset({"DET", "IN", "ON", "OF", sym.WORD, sym.TIME, sym.PLACE, "ADV", sym.NUMBER, sym.CAPITAL})


class Objects(Subjects):
    """Finds objects in a row of chunks."""

    def _event_right(self, index: int, verb: Verb) -> int | None:
        """The event noun that a verb has as object."""
        chunks = self.chunks
        at = index + 1
        words = 0
        far = verb.frame.event == "to" or verb.frame.name in ("invite",)
        while at < len(chunks) and at - index < (16 if far else 9):
            chunk = chunks[at]
            kind = chunk.kind
            if kind == sym.EVENT:
                if far and verb.frame.name != "invite" and not self._purposed(at, index):
                    return None
                return at
            if kind == sym.VERB and chunk.verb and chunk.verb.tense in FINITE:
                return None
            if (kind in STOP and not (verb.frame.name == "announce" and kind in ("REL", "SUB"))) or (
                kind in ("DURING", "AROUND") and not far
            ):
                return None
            if kind == "WITH" and not far and at + 2 < len(chunks) and chunks[at + 1].kind == sym.AGENTS:
                at += 2
                continue
            if kind in (",", "WITH", "BY") and not far:
                return None
            if kind == sym.AGENTS and not far and not (self.pack.premodifiers and at + 1 < len(chunks)):
                return None
            if kind == sym.WORD:
                words += 1
                if words > (6 if far else 4):
                    return None
            at += 1
        return None

    def _event_relative(self, index: int, subject: int | None) -> int | None:
        """`the summit that A will host`: the event noun before the pronoun, when the subject stands behind it."""
        if subject is None or self.chunks[subject].kind != sym.AGENTS:
            return None
        if self.pack.premodifiers and (bare := self._bare_relative(subject)) is not None:
            return bare
        for at in range(subject - 1, max(subject - 3, 0), -1):
            near = self.chunks[at - 1].kind in (sym.EVENT, sym.PLACE, sym.AGENTS, sym.TIME)
            if self.chunks[at].kind == "REL" or (self.chunks[at].kind == "SUB" and near):
                found = self._antecedent(at, None)
                return found if found in self.nouns else None
            if self.chunks[at].kind != "DET":
                return None
        return None

    def _bare_relative(self, subject: int) -> int | None:
        """`the talks A held`, `a round of talks the envoy held`: the event noun right before the subject."""
        at = subject - 1 - (subject > 1 and self.chunks[subject - 1].kind == "DET")
        return at if at in self.nouns else None

    def _purposed(self, at: int, index: int) -> bool:
        """`to Paris for talks`: the event noun hangs on a preposition of purpose or place."""
        before = at - 1
        while before > index and self.chunks[before].kind in _OVER:
            before -= 1
        return self.chunks[before].kind in ("TO", "IN", "DURING") or before == index

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
            elif kind == "IN" and (place := self._leads_to_place(at)) is not None:
                at = place
            elif kind == "," and self._held_off(at):
                pass
            elif kind in (",", "ON") and (after := self._aside(at)) is not None:
                at = after
                continue
            elif kind == sym.WORD and words < 2:
                words += 1
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
        ends = len(behind) == 1 or behind[1] in (".", sym.TIME, "IN", ";")
        return behind[:1] == [sym.AGENTS] and ends

    def _named_by(self, at: int) -> Chunk:
        """`Minister of Public Security Jane Roe`: the name behind an office whose words no table knows."""
        chunk = self.chunks[at]
        titles = [m.title for m in chunk.mentions if m.title is not None and not m.agents]
        if chunk.agents or not titles or titles[-1].plural or not self.pack.premodifiers:
            return chunk
        end = at + 1
        while end < len(self.chunks) and end - at < 7 and self.chunks[end].kind in _OFFICE_WORDS:
            end += 1
        named = end > at + 2 and end < len(self.chunks) and self.chunks[end].kind == sym.AGENTS
        return self.chunks[end] if named and self.chunks[at + 1].kind in ("OF", "TO") else chunk

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

    def _leads_to_place(self, at: int) -> int | None:
        """Where the place of `in the palace of P` stands, when nobody is named on the way."""
        for place in range(at + 1, min(at + 6, len(self.chunks))):
            kind = self.chunks[place].kind
            if kind == sym.PLACE:
                return place
            if kind not in ("DET", "OF", sym.WORD, sym.DEM, sym.CAPITAL, "ORD"):
                return None
        return None

    def _owns(self, at: int) -> bool:
        return at + 1 < len(self.chunks) and self.chunks[at + 1].kind == "S"

    def _after(self, index: int, prep: str) -> Chunk | None:
        """The agents behind a preposition in the rest of the clause."""
        for at in self._rest(index):
            if self.chunks[at].kind == sym.EVENT:
                return None
            if self.chunks[at].kind == prep:
                return self._object(at)
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

    def _prep_before(self, at: int) -> str:
        before = at - 1
        while before >= 0 and self.chunks[before].kind in _OVER:
            before -= 1
        return self.chunks[before].kind if before >= 0 else ""

    def _objects_of(self, at: int) -> bool:
        """Whether a finite verb in the active stands there: what follows it is no subject."""
        verb = self.chunks[at].verb
        return verb is not None and not verb.passive and verb.tense in FINITE and verb.frame.name != "say"

    def _left_subject(self, index: int) -> int | None:
        """The subject of the clause in which a noun stands as object, or of which it says when (`said after talks`)."""
        when = self._when(index)
        for at in range(index - 1, -1, -1):
            chunk = self.chunks[at]
            if chunk.kind == "REL" and self.chunks[at + 1].kind in ("BE", "WAS"):
                who = self._antecedent(at, None)  # `A, who is on a visit to P`
                return who if self._agents_of(who) else None
            if chunk.kind in STOP and at != when:
                return None
            if chunk.kind == sym.VERB and chunk.verb:
                if chunk.verb.frame.name in ("say", "announce", "propose") and when is None:
                    return None
                if chunk.verb.passive and not self._holding(at):
                    return self._doer(at) if when is not None else None
                subject = self._subject(at)
                return subject if self._agents_of(subject) else None
            if chunk.kind == sym.AGENTS and at and self._objects_of(at - 1):
                continue
            if chunk.kind == sym.AGENTS and not self._governed(at):
                return at
        return None

    def _doer(self, at: int) -> int | None:
        """`C was freed by A after talks with B`: who does what a passive verb tells."""
        doer = self._after(at, "BY")
        return self.chunks.index(doer) if doer is not None else None

    def _holding(self, at: int) -> bool:
        """`A, an envoy, held talks`: a participle by its place and active by the event noun right behind it."""
        verb, behind = self.chunks[at].verb, self.chunks[at + 1 : at + 2]
        return verb is not None and verb.frame.name == "hold" and bool(behind) and behind[0].kind == sym.EVENT

    def _when(self, index: int) -> int | None:
        """Where the `after`, `during` or `ahead of` stands on which an event noun hangs."""
        before = index - 1
        while before > 0 and self.chunks[before].kind in SOFT and index - before < 5:
            before -= 1
        return before if before > 0 and self.chunks[before].kind in ("AROUND", "DURING", "SUB") else None

    def _opened(self, index: int) -> int | None:
        """`After talks with B, A said`: the subject of the clause that the noun's phrase opens."""
        first = all(c.kind not in (sym.AGENTS, sym.VERB, sym.QUOTE) for c in self.chunks[:index])
        return self._following(index) if first and self._prep_before(index) in _OPENINGS else None

    def _place(self, frame: RawFrame, chunk: Chunk) -> None:
        if chunk.place is not None:
            place = (*chunk.place, chunk.start, chunk.end)
            if place not in frame.places:
                frame.places.append(place)

    def _place_prep(self, at: int) -> bool:
        """Whether a place hangs on a preposition of place, over its apposition (`dans la station de P`)."""
        before = at - 1
        while (
            before >= 0
            and at - before < 7
            and self.chunks[before].kind in ("DET", sym.WORD, sym.DEM, "OF", sym.CAPITAL)
        ):
            before -= 1
        return (
            before >= 0
            and self.chunks[before].kind in ("IN", "TO")
            and (before == at - 1 or self.chunks[at - 1].kind in ("OF", "DET", sym.WORD, sym.DEM, sym.CAPITAL))
        )

    def _index(self, frame: RawFrame) -> int:
        return next(i for i, c in enumerate(self.chunks) if c.start == frame.start)
