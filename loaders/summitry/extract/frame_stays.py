"""Journeys told by where somebody is or leaves for: `A sera lundi à P`, `A a quitté Q pour P`, the headline `A à P`."""

from __future__ import annotations

from collections.abc import Sequence

from summitry.claims import AgentType, EventKind, EventStatus, Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk
from summitry.extract.frame_model import FINITE, RawFrame, people_of
from summitry.extract.frame_partners import Partners
from summitry.extract.frame_tellers import status_of
from summitry.extract.stated_times import stated_in
from summitry.extract.time import StatedTime

_STAYING = {"FUT": EventStatus.PLANNED, "WAS": EventStatus.HELD}
"""What a form of `to be` before a place says of a journey, where a day is told."""
_SAID = frozenset({"BE", "WAS", "HAVE", "FUT", "COND", "NEG", "?", sym.QUOTE})
_GOES_ON = frozenset({"TO", ",", ":", "AROUND", "DURING", "AND", ".", "-", "–", "—", sym.TIME})
"""What may stand behind the place of a headline."""
_OVER = frozenset({sym.PLACE, sym.TIME, "DET", "ADV", "ON", ",", sym.WORD})
"""What may stand between a verb of leaving and where somebody leaves for."""
_FAR = 8


class Stays(Partners):
    """Reads journeys that no verb of travelling tells."""

    def _stays_abroad(self, index: int, prep: int, place: Chunk) -> bool:
        """`A sera lundi à P`, `A était à P mercredi`: a journey, where the day is told and P is abroad."""
        at, times = prep - 1, []
        while at > 0 and self.chunks[at].kind in (sym.TIME, "ADV", "DET"):
            times += _time(self.chunks[at])
            at -= 1
        ahead = self.chunks[at].kind == "BE" and at > 0 and self.chunks[at - 1].kind == "FUT"
        at -= ahead  # `will be in P`
        behind = self.chunks[index + 1 : index + 2]
        if self.pack.premodifiers and behind and behind[0].kind == "ON":
            behind = self.chunks[index + 2 : index + 3]
        since = self.chunks[at].kind == "BE" and self._since(behind)
        times = times or [t for c in behind for t in _time(c)]
        status = EventStatus.ONGOING if since else _STAYING.get(self.chunks[at].kind)  # `A est à P depuis lundi`
        if self.pack.premodifiers:
            times = times or [t for c in self.chunks[: at - 1] for t in _time(c)]  # `On Monday, A was in P`
            status = EventStatus.ONGOING if self.chunks[at].kind == "BE" else status
        host = None if self.pack.premodifiers else self._host_at(index, place)
        if not (times or host) or status is None or at < 1:
            return False
        subject = self.chunks[at - 1]
        if subject.kind == "," and at > 1:
            subject = self.chunks[at - 2]
        goes_on = any(c.verb is not None for c in self.chunks[index + 1 : index + 3])
        plain = subject.kind == sym.AGENTS and not self._governed(self.chunks.index(subject))
        if goes_on or not plain or not _guests_of(subject, place):
            return False
        frame = self._stay(subject, place, times)
        frame.tense = "future" if status is EventStatus.PLANNED else "past"
        frame.statuses.append((status, self.chunks[at].start, self.chunks[at].end))
        for at in self._rest(index):
            if self.chunks[at].kind == sym.AGENTS and self.chunks[at - 1].kind == "INVITATION":
                self._attach(frame, at)  # `sarà lunedì a Roma, ospite di B`
        if host is not None:
            frame.add(people_of(host), Role.HOST, "stay.with", 0.75)
        self.verbs[index] = frame
        return True

    def _host_at(self, index: int, place: Chunk) -> Chunk | None:
        """`A estuvo en P con B`: with whom somebody is abroad, who is at home there."""
        at = self._past(index + 1, (sym.TIME, "DET", "ADV"))
        beside = [c.kind for c in self.chunks[at : at + 1]] == ["WITH"]
        host = self._chunk(self._past(at + 1, ("DET", "TITLE"))) if beside else None
        people = people_of(host).agents if host is not None and host.kind == sym.AGENTS else []
        home = place.place[2] if place.place is not None else None
        return host if people and all(a.country == home for a in people) else None

    def _since(self, behind: Sequence[Chunk]) -> bool:
        """`depuis lundi`: a time that began and goes on."""
        first = behind[0].text.split()[0].lower() if behind and behind[0].kind == sym.TIME else ""
        return any(entry.symbol == "FROM" for entry in self.pack.entries.get(first, ()))

    def _stay(self, subject: Chunk, place: Chunk, times: list[StatedTime]) -> RawFrame:
        frame = RawFrame(EventKind.VISIT, self.number, subject.start, place.end, "stay", (subject.start, place.end))
        frame.add(people_of(subject), Role.PARTICIPANT, "stay.subject", 0.8)
        frame.times = times
        self._place(frame, place)
        return frame

    def _abroad(self) -> None:
        """`A à P pour un sommet`: a headline that only says who is where, abroad."""
        if self.number or self.pack.premodifiers:
            return
        first = next((at + 1 for at, c in enumerate(self.chunks[:4]) if c.kind == ":"), 0)
        row = [c for c in self.chunks[first:] if c.kind not in ("DET", "TITLE")]
        told = any(c.kind in _SAID or (c.verb is not None and c.verb.tense in FINITE) for c in row)
        if told or [c.kind for c in row[:3]] != [sym.AGENTS, "IN", sym.PLACE]:
            return
        if (len(row) == 3 or row[3].kind in _GOES_ON) and _guests_of(row[0], row[2]):
            self.verbs[self.chunks.index(row[0])] = self._stay(row[0], row[2], [])

    def _departed(self) -> None:
        """`A a quitté Q mercredi pour P`: where somebody leaves for, abroad."""
        for index, verb in self.told:
            if verb.frame.name != "leave" or verb.passive or verb.negative or verb.possible or verb.tense not in FINITE:
                continue
            at = index + 1
            while at < len(self.chunks) - 2 and at - index < _FAR and self.chunks[at].kind in _OVER:
                at += 1
            behind = [c for c in self.chunks[at : at + 3] if c.kind != "DET"]
            who = self._agents_of(self._subject(index))
            if who is None or [c.kind for c in behind[:2]] != ["TO", sym.PLACE] or not _guests_of(who, behind[1]):
                continue
            frame = self._stay(who, behind[1], [t for c in self.chunks[index + 1 : at] for t in _time(c)])
            frame.start, frame.tense = self.chunks[index].start, verb.tense
            if (status := status_of(verb)) is not None:
                frame.statuses.append((status, self.chunks[index].start, self.chunks[index].end))
            self.verbs[index] = frame


def _time(chunk: Chunk) -> list[StatedTime]:
    found = stated_in(chunk) if chunk.kind == sym.TIME else None
    return [found] if found is not None else []


def _guests_of(who: Chunk, place: Chunk) -> bool:
    """Whether people, all of them of states that are known, are not at home where they are."""
    homes = [a.country for a in people_of(who).agents if a.type is AgentType.PERSON]
    known = bool(homes) and None not in homes
    return known and place.place is not None and place.place[2] not in (None, *homes)
