"""Guests of an event told before: `B is in P too`, `C arrived on Monday`, `D is due`."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise

from summitry.claims import Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk
from summitry.extract.frame_model import STOP, RawFrame, people_of
from summitry.extract.frame_stays import Stays
from summitry.extract.packs import VerbForm

_BEING = frozenset({"BE", "WAS"})
_BETWEEN = frozenset({"ADV", "NEG", "FUT", "BE", "WAS", "TOO"})
_COMPANY = frozenset({"attend", "join", "accompany", "represent"})
_STOP = STOP | {sym.VERB}
_OPENING = 5
"""Where the participle of an inverted sentence stands at the latest."""
_BEING_AT = 16
"""Where `to be` stands at the latest in a sentence that begins with a place."""
_THERE = frozenset({"present", "there", "attend", "come"})
_NO_LIST = frozenset({sym.VERB, sym.EVENT, "BE", "WAS", "HAVE", "FUT", "COND", "REL", "SUB", "?", sym.QUOTE, "NEG"})
"""What no mere list of names holds."""
_NEAR_EVENT = 8
"""How near behind a word of absence the event stands that somebody misses: `the absence of A from the summit`."""
_FAR = 16
"""How far behind a word of absence the absent are named: `among the absentees, so far, were A and B`."""
_UNREAL = frozenset({"HAVE", "WAS", "COND", "DO"})


class Guests(Stays):
    """Reads who is at a place, without a verb of meeting."""

    def _guests(self) -> None:
        """`A and B are also in P`, `C was not in P`: present where the event is, or not."""
        self._listed_behind()
        self._missed()
        self._found_in()
        self._present_are()
        self._fragment()
        self._abroad()
        self._departed()
        for index, chunk in enumerate(self.chunks):
            if chunk.kind == sym.PLACE and index >= 3 and not self._asked(index):
                self._located(index, chunk)

    def _listed_behind(self) -> None:
        """`Attending the meeting were A and B`, `Accompanying A on the visit are B and C`: guests behind `to be`."""
        first = next((at for at, c in enumerate(self.chunks[:_OPENING]) if c.verb is not None), None)
        verb = self.chunks[first].verb if first is not None else None
        if first is None or verb is None or verb.tense != "gerund" or verb.frame.name not in _COMPANY:
            return
        being = next((at for at in range(first + 1, len(self.chunks)) if self.chunks[at].kind in _BEING), None)
        if being is None or any(c.verb for c in self.chunks[first + 1 : being]):
            return
        if (guests := self._object(being)) is None:
            return
        frame = self._listed_at(first + 1, being, guests)
        frame.add(guests, Role.PARTICIPANT, f"{verb.frame.name}.listed", 0.8)
        if verb.frame.name != "attend" and (beside := self._object(first)) is not None:
            frame.add(people_of(beside), Role.PARTICIPANT, f"{verb.frame.name}.beside", 0.75)

    def _listed_at(self, first: int, being: int, guests: Chunk) -> RawFrame:
        """The event whose guests follow `to be`: that of a noun between `first` and it, else the one told before."""
        frame = next((self.nouns[at] for at in range(first, being) if at in self.nouns), None)
        if frame is None:
            frame = self.verbs[being] = self._guest_frame(guests, guests.end, "present")
        return frame

    def _found_in(self) -> None:
        """`In P for the summit are A, B and C`: guests behind `to be`, where a phrase of place opens the sentence."""
        if not self.pack.premodifiers or self.chunks[0].kind != "IN":
            return
        being = next((at for at, c in enumerate(self.chunks[:_BEING_AT]) if c.kind in _BEING), None)
        if being is None:
            return
        before = self.chunks[1:being]
        guests = self._object(being)
        if guests is None or any(c.kind in (sym.AGENTS, sym.VERB, ",") for c in before):
            return
        if len(people_of(guests).agents) < 2 or self.chunks.index(guests) - being > 2:
            return
        frame = self._listed_at(1, being, guests)
        frame.add(people_of(guests), Role.PARTICIPANT, "present.listed", 0.8)
        for place in before:
            if place.kind == sym.PLACE:
                self._place(frame, place)

    def _present_are(self) -> None:
        """`Among the leaders present is A`, `Other members in attendance were: B; C`: guests behind `to be`."""
        if not self.pack.premodifiers or self.kinds.isdisjoint(_BEING):
            return
        being = next((at for at, c in enumerate(self.chunks[:_BEING_AT]) if c.kind in _BEING), None)
        if not being:
            return
        before = self.chunks[:being]
        if any(people_of(c).agents for c in before) or not (before[0].kind == "BETWEEN" or self._presence(before)):
            return
        at = being
        while at + 1 < len(self.chunks) and self.chunks[at + 1].kind in (":", ",", "DET"):
            at += 1
        behind = self.chunks[at + 1 :]
        guests = behind[0] if behind and behind[0].kind == sym.AGENTS else None
        if guests is None or not people_of(guests).agents or any(c.kind in _BEING for c in behind):
            return
        frame = self._listed_at(0, being, guests)
        for last, more in pairwise(self.chunks[at:]):
            if more.kind == sym.AGENTS and last.kind != "OF":
                frame.add(people_of(more), Role.PARTICIPANT, "present.listed", 0.8)
            elif more.kind in ("REL", "SUB") or (more.verb is not None and more.verb.frame.name != "accompany"):
                break  # but not at `and the accompanying delegation`

    def _presence(self, chunks: Sequence[Chunk]) -> bool:
        """Whether words tell of being there: `present`, `in attendance`, `attending`."""
        forms = [c.item.other(sym.VERB) for c in chunks if c.item is not None]
        return any(isinstance(form, VerbForm) and form.frame in _THERE for form in forms)

    def _fragment(self) -> None:
        """`A of P, B of Q and C.`: names without a verb behind a sentence that lists guests."""
        if not self.context.listing or any(c.kind in _NO_LIST for c in self.chunks):
            return
        people = [people_of(c) for c in self.chunks if c.kind == sym.AGENTS and people_of(c).agents]
        if people:
            frame = self._guest_frame(people[0], people[-1].end, "present")
            for chunk in people:
                frame.add(chunk, Role.PARTICIPANT, "present.fragment", 0.7)
            self.verbs[next(at for at, c in enumerate(self.chunks) if c.kind == sym.AGENTS)] = frame

    def _missed(self) -> None:
        """`Among the absentees were A and B`, `On note l'absence de C`: who is not at the event told here or before."""
        if "WITHOUT" not in self.kinds:
            return
        at = next((i for i, c in enumerate(self.chunks) if c.kind == "WITHOUT"), None)
        if at is None or self._asked(at) or (missed := self._missing(at)) is None:
            return
        keys = {agent.key for agent in missed.agents}
        if any(not frame.refers for frame in (*self.nouns.values(), *self.verbs.values())):
            told = next((frame for i, frame in self.nouns.items() if at < i < at + _NEAR_EVENT), None)
            if told is not None:
                told.parts = [part for part in told.parts if part.agent.key not in keys]
                told.add(missed, Role.ABSENT, "absent.listed", 0.75)
            return
        self.verbs = {i: frame for i, frame in self.verbs.items() if not keys & frame.keys()}
        self.verbs[at] = self._guest_frame(missed, missed.end, "present")
        self.verbs[at].add(missed, Role.ABSENT, "absent.listed", 0.75)

    def _missing(self, at: int) -> Chunk | None:
        """Who is named right behind a word of absence or behind its verb, else the subject that is called absent."""
        behind = self.chunks[at + 1 : at + _FAR]
        first = next((c for c in behind if c.kind not in ("DET", "TITLE")), None)
        if first is None or first.kind not in (sym.AGENTS, sym.VERB, ":", *_BEING):
            return self._being(at - 1)[0] if at > 1 else None
        for chunk in behind:
            if chunk.kind == sym.AGENTS and any(not m.pronoun for m in chunk.mentions if not m.blocked):
                return chunk
            if chunk.kind == sym.EVENT or (chunk.kind in STOP and chunk.kind != ":"):
                break
        return None

    def _named_after(self) -> None:
        """`These are A, B and C`, `C'est le cas de D`: the names of guests told of without names before."""
        told = self.context.crowd or self.context.listing
        if self.chunks[0].kind != "INCL" or not told or self.nouns or self.verbs:
            return
        at = next((i for i, c in enumerate(self.chunks) if c.kind == sym.AGENTS and c.agents), None)
        if at is None or any(c.kind in _STOP and c.kind != ":" for c in self.chunks[:at]):
            return
        named = people_of(self.chunks[at]) if people_of(self.chunks[at]).mentions else self.chunks[at]
        frame = self._guest_frame(named, named.end, "present")
        frame.add(named, Role.PARTICIPANT, "present.named", 0.75)
        self.verbs[at] = frame

    def _located(self, index: int, place: Chunk) -> None:
        at = index - 1
        if self.chunks[at].kind == "DET":
            at -= 1
        if self.chunks[at].kind != "IN":
            return
        if self._stays_abroad(index, at, place):
            return
        subject, negative = self._being(at - 1)
        if subject is None:
            return
        people = people_of(subject)
        frame = self._guest_frame(subject, place.end, "present")
        frame.add(people, Role.ABSENT if negative else Role.PARTICIPANT, "be.in-place", 0.7)
        self._place(frame, place)
        if frame.parts:
            self.verbs[index] = frame

    def _being(self, at: int, forms: Set[str] = _BEING) -> tuple[Chunk | None, bool]:
        """The subject before a form of `to be` (of which `forms` are the types), and whether it is denied."""
        kinds = set()
        while at > 0 and self.chunks[at].kind in _BETWEEN:
            kinds.add(self.chunks[at].kind)
            at -= 1
        if self.chunks[at].kind == "," and at > 0:
            at -= 1
        subject = self.chunks[at]
        plain = subject.kind == sym.AGENTS and not self._governed(at)
        return (subject if plain and kinds & forms else None), "NEG" in kinds

    def _asked(self, index: int) -> bool:
        """Whether a clause asks or supposes: a question, or an auxiliary before its subject."""
        if self.chunks[-1].kind == "?":
            return True
        first = self.chunks[0]
        return first.kind in _UNREAL and len(self.chunks) > 1 and self.chunks[1].kind == sym.AGENTS and index < 8
