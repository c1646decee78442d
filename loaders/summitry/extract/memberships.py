"""Who belongs to which organisation or leads it: nouns of membership, verbs of joining, lists in brackets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from summitry.claims import AgentType, Evidence
from summitry.extract import symbols as sym
from summitry.extract.clauses import Chunk
from summitry.extract.reading import Agent, MembershipReading

_NOUNS = {"MEMBER": "member", "OBSERVER": "observer", "CHAIRSHIP": "chair"}
_LINKS = frozenset({",", "DET", "BE", "WAS", "HAVE", "REL", "ADV", "ORD", sym.NUMBER, sym.WORD, sym.CAPITAL, sym.TIME})
_SIGNS = frozenset({",", "»", "”", '"', "'", "’", "BE", "WAS", "(", ")"})
_REACH = 6


Bodies = Callable[[str], "Agent | None"]
"""Makes the agent of a short id."""


def memberships(
    sentences: Sequence[Sequence[Chunk]], text: str, bodies: Bodies, phrases: Sequence[Sequence[MembershipReading]] = ()
) -> tuple[MembershipReading, ...]:
    """Every membership that an article states, each once; what phrases say (BelongingReader) comes first."""
    found: list[MembershipReading] = []
    latest: Agent | None = None
    for number, chunks in enumerate(sentences):
        said = phrases[number] if number < len(phrases) else ()
        found.extend(said)
        if all(chunk.kind != sym.AGENTS for chunk in chunks):
            continue
        reader = _Sentence(chunks, text, bodies, latest, joining=not phrases)
        told = {(m.member.key, m.of.key) for m in said}
        found.extend(m for m in reader.read() if m.role == "lead" or (m.member.key, m.of.key) not in told)
        latest = reader.latest
    first: dict[tuple[str, str, str], MembershipReading] = {}
    for reading in found:
        first.setdefault((reading.member.key, reading.of.key, reading.role), reading)
    return tuple(first.values())


class _Sentence:
    """The memberships of one sentence; `latest` is the organisation named last."""

    def __init__(
        self, chunks: Sequence[Chunk], text: str, bodies: Bodies, latest: Agent | None, *, joining: bool = True
    ) -> None:
        self.joining = joining
        """Whether verbs of joining are read here; phrases know them better."""
        self.chunks = chunks
        self.text = text
        self.bodies = bodies
        self.latest = latest
        self.here: Agent | None = None
        """The organisation named last in the sentence."""

    def read(self) -> Iterator[MembershipReading]:
        """What the sentence says, from left to right."""
        for index, chunk in enumerate(self.chunks):
            item = chunk.item
            if chunk.kind == sym.AGENTS:
                yield from self._agents(index, chunk)
            elif item is not None and item.symbol in _NOUNS:
                yield from self._noun(index, _NOUNS[item.symbol])
            elif item is not None and "SUSPENDED" in item.kinds:
                yield from self._suspended(index)
            elif chunk.verb is not None:
                yield from self._verb(index, chunk)

    # nouns

    def _noun(self, index: int, role: str) -> Iterator[MembershipReading]:
        """`Denmark, a member of NATO`, `dont le Brésil est membre`, `un membre, le Timor oriental`."""
        following = self._of(index)
        body = following[0] if following else self._whose(index)
        members = self._before(index) or (self._holders(index) if role == "chair" else None)
        if role == "member" and body is None:
            body = self.here if members else self.latest
        members = members or self._after(index)
        if body is not None and members is not None:
            yield from self._all(members, body, role, index, following[1] if following else index)

    def _of(self, index: int) -> tuple[Agent, int] | None:
        """The organisation behind `of`, and where it stands."""
        for at in range(index + 1, min(index + 5, len(self.chunks))):
            chunk = self.chunks[at]
            if chunk.kind == sym.AGENTS:
                body = self._body(chunk)
                return (body, at) if body is not None and self.chunks[index + 1].kind == "OF" else None
            if chunk.item is not None and chunk.item.symbol == "BODY" and self.latest is not None:
                return self.latest, at
            if chunk.kind not in ("OF", "DET", sym.WORD):
                return None
        return None

    def _whose(self, index: int) -> Agent | None:
        """`the court of which Brazil is a member`, `EU member`: the organisation before a relative word or the noun."""
        if index and self.chunks[index - 1].kind == sym.AGENTS and (body := self._body(self.chunks[index - 1])):
            return body
        for at in range(index - 1, max(index - _REACH, 0), -1):
            if self.chunks[at].kind in ("INCL", "REL"):
                return self._body(self.chunks[at - 1]) if self.chunks[at - 1].kind == sym.AGENTS else None
        return None

    def _before(self, index: int) -> Chunk | None:
        """The states right before a noun, over a comma or a verb of being."""
        for at in range(index - 1, max(index - _REACH, -1), -1):
            chunk = self.chunks[at]
            if chunk.kind == sym.AGENTS:
                return chunk if self._states(chunk) else None
            verb = chunk.verb is not None and not chunk.verb.negative
            if chunk.kind not in _LINKS and not verb:
                return None
        return None

    def _holders(self, index: int) -> Chunk | None:
        """`the rotating presidency of X is held by Belgium`: the state behind `by`."""
        by = next((at for at in range(index, len(self.chunks)) if self.chunks[at].kind == "BY"), len(self.chunks))
        after = [c for c in self.chunks[by + 1 : by + 3] if c.kind != "DET"]
        return after[0] if after and after[0].kind == sym.AGENTS and self._states(after[0]) else None

    def _after(self, index: int) -> Chunk | None:
        """The state in apposition behind a noun, or right behind it: `NATO member Turkey`."""
        following = self.chunks[index + 1] if index + 1 < len(self.chunks) else None
        if index and self.chunks[index - 1].kind == sym.AGENTS and following and following.kind == sym.AGENTS:
            return following if self._states(following) else None
        after = [c for c in self.chunks[index + 1 : index + 4] if c.kind != "DET"]
        if len(after) > 1 and after[0].kind == "," and after[1].kind == sym.AGENTS and self._states(after[1]):
            return after[1]
        return None

    # verbs

    def _suspended(self, index: int) -> Iterator[MembershipReading]:
        """`Mali, suspended from ECOWAS`."""
        members = next((c for c in reversed(self.chunks[:index]) if c.kind == sym.AGENTS and self._states(c)), None)
        source = self.chunks[index + 1].kind if index + 1 < len(self.chunks) else ""
        body = self._of_any(index) or self.latest
        if members is not None and body is not None and source in ("FROM", "OF"):
            yield from self._all(members, body, "suspended", index, index)

    def _of_any(self, index: int) -> Agent | None:
        named = next((c for c in self.chunks[index + 1 : index + 4] if c.kind == sym.AGENTS), None)
        return self._body(named) if named is not None else None

    def _verb(self, index: int, chunk: Chunk) -> Iterator[MembershipReading]:
        """`the coalition, led by A and B`, `Cambodia joins ASEAN`."""
        verb = chunk.verb
        if verb is None or verb.negative or verb.possible:
            return
        if verb.frame.name in ("lead", "chair") and verb.passive:
            yield from self._led(index, "lead" if verb.frame.name == "lead" else "chair")
        elif verb.frame.name == "chair":
            yield from self._presides(index)
        elif self.joining and verb.frame.name == "join" and not verb.passive and verb.tense in ("past", "present"):
            yield from self._joined(index)

    def _led(self, index: int, role: str) -> Iterator[MembershipReading]:
        at = index - 1
        while at >= 0 and self.chunks[at].kind in _SIGNS:
            at -= 1
        body = self._body(self.chunks[at]) if at >= 0 and self.chunks[at].kind == sym.AGENTS else None
        leaders = next((c for c in self.chunks[index + 1 : index + 5] if c.kind == sym.AGENTS), None)
        by = any(c.kind == "BY" for c in self.chunks[index + 1 : index + 3])
        if body is not None and leaders is not None and by:
            for agent in leaders.agents:
                yield self._reading(agent, body, role, (self.chunks[index].start, leaders.end))

    def _presides(self, index: int) -> Iterator[MembershipReading]:
        """`Japan, which chairs the G7`."""
        after = [c for c in self.chunks[index + 1 : index + 3] if c.kind != "DET"]
        body = self._body(after[0]) if after and after[0].kind == sym.AGENTS else None
        if body is not None and index > 2 and [c.kind for c in self.chunks[index - 2 : index]] == [",", "REL"]:
            members = self.chunks[index - 3]
            if members.kind == sym.AGENTS and self._states(members):
                yield from self._all(members, body, "chair", index, self.chunks.index(after[0], index))

    def _joined(self, index: int) -> Iterator[MembershipReading]:
        before = [c for c in self.chunks[max(index - 3, 0) : index] if c.kind not in ("HAVE", "WAS", "BE", "ADV")]
        subject = before[-1] if before else None
        after = [c for c in self.chunks[index + 1 : index + 3] if c.kind != "DET"]
        if subject is None or not after or after[0].kind != sym.AGENTS or not self._states(subject):
            return
        body = self._body(after[0])
        if body is not None and body.type is AgentType.ORGANISATION and len(after[0].agents) == 1:
            yield from self._all(subject, body, "member", index, self.chunks.index(after[0], index))

    # lists

    def _agents(self, index: int, chunk: Chunk) -> Iterator[MembershipReading]:
        """`the E3 (Germany, France, United Kingdom)`; and notes which organisation was named last."""
        if self._states(chunk):
            yield from self._chairs(index, chunk)
        body = self._body(chunk) or self._owner(chunk)
        if body is None:
            return
        self.latest = self.here = body
        yield from self._called(index, chunk, body)
        inside = self.chunks[index + 1 : index + 4]
        listed = [c for c in inside if c.kind == sym.AGENTS]
        bracketed = len(inside) == 3 and inside[0].kind == "(" and inside[2].kind == ")"
        gathering = index > 1 and any(c.kind == sym.EVENT for c in self.chunks[max(index - 3, 0) : index])
        if bracketed and not gathering and listed and len(listed[0].agents) > 1 and self._states(listed[0]):
            yield from self._all(listed[0], body, "member", index, index)

    def _called(self, index: int, chunk: Chunk, body: Agent) -> Iterator[MembershipReading]:
        """`NATO members Poland and Estonia`."""
        title = chunk.mentions[-1].title
        following = self.chunks[index + 1] if index + 1 < len(self.chunks) else None
        if title and title.office == "ally" and following and following.kind == sym.AGENTS and self._states(following):
            yield from self._all(following, body, "member", index, index)

    def _chairs(self, index: int, chunk: Chunk) -> Iterator[MembershipReading]:
        """`France, the current chair of the group`: the title of a state."""
        after = [c for c in self.chunks[index + 1 : index + 4] if c.kind not in (",", "DET")]
        title = after[0].mentions[0].title if after and after[0].kind == sym.AGENTS else None
        body = self.bodies(title.of) if title and title.of and title.office == "chair" else None
        if body is not None and body.type is not AgentType.STATE and self.chunks[index + 1].kind == ",":
            yield from self._all(chunk, body, "chair", index, self.chunks.index(after[0], index))

    # helpers

    def _owner(self, chunk: Chunk) -> Agent | None:
        """The organisation whose leaders or ministers are named."""
        title = chunk.mentions[-1].title
        body = self.bodies(title.states[-1]) if title and title.states else None
        return body if body is not None and body.type is not AgentType.STATE else None

    def _states(self, chunk: Chunk) -> bool:
        agents = chunk.agents
        return bool(agents) and all([a.type is AgentType.STATE for a in agents])

    def _body(self, chunk: Chunk) -> Agent | None:
        agents = chunk.agents
        last = agents[-1] if agents else None
        return last if last is not None and last.is_body else None

    def _all(self, members: Chunk, body: Agent, role: str, first: int, last: int) -> Iterator[MembershipReading]:
        """One membership for each agent; the evidence spans them and the chunks `first` to `last`."""
        start = min(members.start, self.chunks[first].start)
        end = max(members.end, self.chunks[last].end)
        for agent in members.agents:
            yield self._reading(agent, body, role, (start, end))

    def _reading(self, member: Agent, of: Agent, role: str, span: tuple[int, int]) -> MembershipReading:
        evidence = Evidence(*span, self.text[span[0] : span[1]])
        return MembershipReading(member, of, role, evidence, f"member.{role}")
