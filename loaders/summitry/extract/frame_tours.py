"""Calls on one host after another, each at home: `war bei A in P und bei B in Q`; and hosts who wait for a guest."""

from __future__ import annotations

from summitry.claims import AgentType, EventKind, EventStatus, Role
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk
from summitry.extract.frame_itineraries import Itineraries
from summitry.extract.frame_model import Part, RawFrame, people_of

_WELCOMES = frozenset({"receive", "host", "greet", "plan"})
_OPENING = 3
_BEING = {"FUT": EventStatus.PLANNED, "WAS": EventStatus.HELD}
_BE = frozenset({"BE", "WAS", "FUT"})
_BETWEEN = frozenset({sym.TIME, sym.PLACE, "ADV", "DET", "IN"})


class Tours(Itineraries):
    """Reads who calls on whom, and who welcomes whom."""

    def _calls(self) -> None:
        """`A sarà domani da B`: somebody is where another is at home."""
        for at, chunk in enumerate(self.chunks[:-1]):
            if chunk.kind != "BY" or chunk.text.lower() not in self.pack.grammar.calling:
                continue
            host = self._chunk(self._past(at + 1, ("DET", "TITLE"))) or chunk
            if (being := self._past_back(at - 1)) < 1:
                continue
            status, subject = _BEING.get(self.chunks[being].kind), self.chunks[being - 1]
            if status is None or self._governed(being - 1) or at in self.verbs:
                continue
            if not (_person(subject) and _person(host)) or subject.agents == host.agents:
                continue
            span = (subject.start, host.end)
            frame = RawFrame(EventKind.MEETING, self.number, chunk.start, chunk.end, "receive", span)
            frame.add(people_of(subject), Role.PARTICIPANT, "receive.object", 0.75)
            frame.add(people_of(host), Role.HOST, "receive.by", 0.75)
            frame.statuses.append((status, self.chunks[being].start, self.chunks[being].end))
            frame.tense = "future" if status is EventStatus.PLANNED else "past"
            self.verbs[at] = frame

    def _past_back(self, at: int) -> int:
        """Where a form of `to be` stands before times and places."""
        while at > 0 and self.chunks[at].kind in _BETWEEN:
            at -= 1
        return at

    def _tours(self) -> None:
        """`war bei A in P, bei B in Q`: a visit to each."""
        for frame in list(self.verbs.values()):
            hosts = [p for p in frame.parts if p.role is Role.HOST]
            homes = [self._home(frame, host) for host in hosts]
            if frame.kind is not EventKind.VISIT or len(hosts) < 2 or None in homes or len(set(homes)) < len(homes):
                continue
            guests = [p for p in frame.parts if p.role is not Role.HOST]
            for host, home in zip(hosts[1:], homes[1:], strict=True):
                at = next(i for i, c in enumerate(self.chunks) if c.start <= host.start < c.end)
                stop = frame.twin([*guests, host], host.start, host.end)
                stop.places = [place for place in frame.places if place[3] == home]
                self.verbs[at] = stop
            frame.parts = [*guests, hosts[0]]
            frame.places = [place for place in frame.places if place[3] == homes[0]]
        self._stops()

    def _home(self, frame: RawFrame, host: Part) -> int | None:
        """Where the place of a host stands that is named right beside him, if he is at home there."""
        near = [place for place in frame.places if place[2] == host.agent.country]
        return near[0][3] if len(near) == 1 else None

    def _welcomes(self) -> None:
        """`Ad accoglierlo all'aeroporto c'era B`: an infinitive with its object pronoun, and who waits."""
        for index, verb in self.told:
            word = self.chunks[index].text.lower()
            waiting = verb.tense == "infinitive" and verb.frame.name in _WELCOMES and index < _OPENING
            if not waiting or index in self.verbs:
                continue
            being = next((i for i in range(index, len(self.chunks)) if self.chunks[i].kind in _BE), index)
            who = next((c for i, c in enumerate(self.chunks[being:], being) if self._welcomer(i)), None)
            met = self._suffixed(word, who.agents if who is not None else [])
            if being > index and (whom := self._object(index)) is not None:  # `A ricevere B sarà A`
                met = [agent for agent in people_of(whom).agents if who is not None and agent not in who.agents]
            if who is None or not met or self.chunks[index - 1].kind != "IN":
                continue
            frame = RawFrame(EventKind.MEETING, self.number, self.chunks[index].start, who.end, "receive", (0, 0))
            frame.span = (self.chunks[index].start, who.end)
            frame.add(people_of(who), Role.HOST, "receive.subject", 0.75)
            frame.parts += [Part(one, Role.PARTICIPANT, frame.start, frame.end, "receive.clitic", 0.65) for one in met]
            for place in [c for c in self.chunks[index:] if c.kind == sym.PLACE][:1]:
                self._place(frame, place)
            self.verbs[index] = frame

    def _welcomer(self, at: int) -> bool:
        chunk = self.chunks[at]
        return chunk.kind == sym.AGENTS and bool(people_of(chunk).agents) and not self._governed(at)


def _person(chunk: Chunk) -> bool:
    """Whether a chunk names one person and nobody else."""
    return chunk.kind == sym.AGENTS and [a.type for a in chunk.agents] == [AgentType.PERSON]
