"""Whom an article was speaking of when a sentence begins."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import takewhile

from summitry.claims import AgentType
from summitry.extract import symbols as sym
from summitry.extract.chunk_model import FINITE_MARKS
from summitry.extract.clause_heads import resumed
from summitry.extract.clauses import Chunk
from summitry.extract.frame_model import AUXILIARY, Part, RawFrame
from summitry.extract.frame_pairs import attends, journeying, met, pairs_of, three, two_named
from summitry.extract.mention_model import Mention
from summitry.extract.reading import Agent
from summitry.extract.time import StatedTime

_OPENING = frozenset({"AROUND", "SUB", "DURING", "IN", "WITH", "OF", "TO", "BY", "ON", "BETWEEN"})
"""What governs a first name: it is no subject then."""

_BEFORE_CLAUSE = frozenset({"AROUND", "DURING", "SUB"})
"""What opens a phrase before the clause of its sentence (`After talks with B, …`)."""
_VERBAL = FINITE_MARKS | {sym.VERB, "SE", "CLIT", "ADV"}
"""What follows a subject."""
_LISTED = frozenset(
    {"present.listed", "present.fragment", "include.guests", "present.named", "attend.listed", "present.guests"}
)
"""Rules that name guests one after another."""

_FIRST = 3
"""Before which word the subject of a sentence stands that begins with an event."""


@dataclass(slots=True)
class Context:
    """Whom the article was speaking of when a sentence begins: for pronouns and possessives."""

    topic: Agent | None = None
    pair: list[Agent] = field(default_factory=list)
    trio: list[Agent] = field(default_factory=list)
    """The three people who met last, told by one sentence or by two."""
    group: list[Agent] = field(default_factory=list)
    """Three or more people who were named together in the sentence before."""
    last: Agent | None = None
    """The person named last."""
    traveller: Agent | None = None
    """Whose journey was told last, when it is one's."""
    place: Chunk | None = None
    """The place named last."""
    fresh: int = 0
    crowd: bool = False
    """The sentence before told of guests of an event without naming them."""
    listing: bool = False
    """The sentence before lists guests by name."""
    heading: StatedTime | None = None
    contests: int = 0
    """In how many sentences so far the article spoke of matches."""
    seen: Counter[Agent] = field(default_factory=Counter)
    """How many meetings of small numbers each person had so far."""

    @property
    def together(self) -> list[Agent]:
        """Who was named together or met just before."""
        return list(self.group or self.pair) if self.group or self.fresh <= 1 else []

    @property
    def central(self) -> Agent | None:
        """Who meets one after another, when it is one."""
        first, second = ([*self.seen.most_common(2), (None, 0), (None, 0)])[:2]
        return first[0] if first[1] > max(1, second[1]) else None

    @property
    def met(self) -> Agent | None:
        """Who meets whoever comes next: whose journey it is, where the sentence before speaks of his host."""
        if self.traveller is not None and self.topic in self.pair and self.traveller in self.pair:
            return self.traveller
        return self.topic

    def pronouns(self, chunks: list[Chunk], oblique: frozenset[str] = frozenset()) -> None:
        """Fill in the agents of pronouns where there is one answer; `oblique` pronouns are no subjects.

        Where none is told apart by its form, a name behind a pronoun is its verb's object unless a verb follows.
        """
        subject, fresh, spoken = self.topic, True, False
        here: list[Agent] = []
        for at, chunk in enumerate(chunks):
            for mention in chunk.mentions:
                if mention.pronoun in ("HE", "SHE") and not mention.agents:
                    gender = "m" if mention.pronoun == "HE" else "f"
                    acts = not fresh and chunk.text.lower() in oblique and self._acts(chunk, chunks, subject)
                    ahead = resumed(chunks, at) if fresh and chunk.text.lower() not in oblique else None
                    meant = self.topic if acts else ahead or subject
                    if meant is not None and meant.gender in (gender, "") and not (acts and meant == subject):
                        mention.agents, spoken = [meant], not oblique
                elif mention.pronoun == "UNSPOKEN" and not mention.agents:
                    mention.agents = [subject] if subject is not None else []
                elif mention.pronoun == "LATTER" and not mention.agents:
                    mention.agents = [self.last] if self.last is not None else []
                elif mention.pronoun == "OTHER" and not mention.agents:
                    mention.agents = self._other(here[-1] if here else subject)
                elif mention.pronoun == "PAIR" and not mention.agents:
                    mention.agents = list(here if len(here) == 2 else self.pair)
                elif mention.pronoun == "TRIO" and not mention.agents:
                    mention.agents = list(next((few for few in (here, self.group) if len(few) == 3), self.trio))
                elif mention.pronoun == "THEY" and not mention.agents:
                    mention.agents = self.together
                elif not mention.pronoun and not mention.blocked:
                    people = [a for a in mention.agents if a.type is AgentType.PERSON]
                    here += [a for a in people if a not in here]
                    if len(people) == 1 and fresh and (not spoken or _before_verb(chunks, at)):
                        led = _led(chunks, at)
                        subject, fresh = (subject or people[0], True) if led else (people[0], False)
                    self.last = people[-1] if people else self.last

    def _other(self, one: Agent | None) -> list[Agent]:
        """`A et son hôte`: the other of the two who met last, or else whom the article was speaking of."""
        both: list[Agent | None] = [*self.pair] or [self.topic]
        others = [a for a in both if a is not None and a != one]
        return others if one is not None and len(others) == 1 and others[0].country != one.country else []

    def _acts(self, pronoun: Chunk, chunks: list[Chunk], subject: Agent | None) -> bool:
        """`A empfing ihn`: whether somebody is the subject of the verb right before a pronoun."""
        at = chunks.index(pronoun)
        if at > 1 and chunks[at - 1].kind == sym.VERB and chunks[at - 2].kind in AUXILIARY:
            return any(subject in c.agents for c in chunks[max(0, at - 4) : at - 2])
        return at > 1 and chunks[at - 1].kind == sym.VERB and subject in chunks[at - 2].agents

    def note(self, chunks: list[Chunk], frames: list[RawFrame]) -> None:
        """Remember the first person of the sentence and the last two who met."""
        named = [c for c in chunks if c.kind == sym.AGENTS]
        opened = bool(named) and chunks[0].kind in _BEFORE_CLAUSE
        acting = (
            [c for at, c in enumerate(chunks) if c.kind == sym.AGENTS and not _led(chunks, at)] if opened else named
        )
        people = [
            a
            for c in acting or named
            for m in c.mentions
            if not m.blocked and not _voice(m)
            for a in m.agents
            if a.type is AgentType.PERSON
        ]
        if self.topic is not None and any(_taken_up(part, self.topic) for frame in frames for part in frame.parts):
            pass  # `B la recibió`: the article goes on to speak of her
        elif people and _only_partners(chunks):
            pass  # `12.30 lunch with B`: an entry of somebody's agenda
        elif people and _somebody_else(chunks, named[0]):
            self.topic = None
        elif people:
            self.topic = people[0]
        self.fresh = 0 if _again(named, self.pair) else self.fresh + 1
        places = [c for c in chunks if c.kind == sym.PLACE]
        self.place = places[-1] if places else self.place
        titles = [m.title for c in named for m in c.mentions if m.title is not None]
        self.crowd = any(title.plural for title in titles) and (bool(frames) or self.crowd)
        self.listing = any(part.rule in _LISTED for frame in frames for part in frame.parts)
        if frames:
            self._note_frames(chunks, frames)
        lists = [c.agents for c in named]
        together = [agents for agents in lists if len(agents) == 2 and _all_people(agents)]
        many = [agents for agents in lists if len(agents) > 2]
        self.group = many[0] if len(many) == 1 and _all_people(many[0]) else []
        if together and (not frames or not self.pair):
            self.pair, self.fresh = together[0], 0
        elif not self.pair and (two := two_named(chunks)):
            self.pair, self.fresh = two, 0
        elif named and _unnamed_many(named[0]):
            self.fresh = 2  # `The leaders welcomed …. They …`: not the two before

    def _note_frames(self, chunks: list[Chunk], frames: list[RawFrame]) -> None:
        """Remember who met, and whose journey it is."""
        self.trio = three(frames, self.pair) or self.trio
        self.traveller = journeying(frames) or self.traveller
        pairs = pairs_of(frames)
        if (pair := met(pairs)) and not (self.pair and _resumes(chunks, frames)):
            self.pair, self.fresh = pair, 0
        for _, pair in pairs:
            self.seen.update(pair)


def _before_verb(chunks: list[Chunk], at: int) -> bool:
    """`he has met A, he says`, but not `he says A has met B`: whether a verb follows somebody who is named."""
    return at + 1 < len(chunks) and chunks[at + 1].kind in _VERBAL


def _only_partners(chunks: list[Chunk]) -> bool:
    """Whether a sentence without a verb names people behind a preposition of company only."""
    if any(c.verb is not None or c.kind in AUXILIARY for c in chunks):
        return False
    named = [at for at, c in enumerate(chunks) if any(a.type is AgentType.PERSON for a in c.agents)]
    before = [[c.kind for c in chunks[:at] if c.kind not in ("DET", "TITLE")][-1:] for at in named]
    return all(kinds == ["WITH"] for kinds in before)


def _resumes(chunks: list[Chunk], frames: list[RawFrame]) -> bool:
    """`The call came days after A met C`: a sentence that begins with the event of the sentence before."""
    first = min(frames, key=lambda frame: frame.start, default=None)
    if first is None or not (first.noun and first.definite) or any(attends(part) for part in first.parts):
        return False
    return first.start <= chunks[min(_FIRST, len(chunks) - 1)].start


def _led(chunks: list[Chunk], at: int) -> bool:
    """`After talks with B, A flew to P, where he …`: somebody named in an opening phrase is not who acts."""
    if chunks[0].kind not in _BEFORE_CLAUSE or at == 0:
        return False
    before = at - 1
    while before > 0 and chunks[before].kind in ("DET", "TITLE", "POSS"):
        before -= 1
    verb = chunks[before].verb
    led = chunks[before].kind in _OPENING or (verb is not None and verb.tense in ("gerund", "infinitive"))
    return led and all(c.kind != "," for c in chunks[:at])


def _taken_up(part: Part, topic: Agent) -> bool:
    """Whether an object pronoun means whom the article spoke of."""
    return part.rule.endswith(".clitic") and part.agent == topic


def _again(named: list[Chunk], pair: list[Agent]) -> bool:
    """Whether an unspoken subject means the two who met before: the next may do so, too."""
    unspoken = (m for c in named for m in c.mentions if m.pronoun == "THEY" and m.first == m.last)
    return any(m.agents == pair for m in unspoken if pair)


def _all_people(agents: list[Agent]) -> bool:
    return all(a.type is AgentType.PERSON for a in agents)


def _somebody_else(chunks: list[Chunk], first: Chunk) -> bool:
    """Whether a sentence begins with somebody by title only whom nothing names: whoever comes later is no topic."""
    blocked = any(m.blocked and m.title is not None and not m.title.plural for m in first.mentions)
    if not blocked or first.agents:
        return False
    return all(c.kind not in _OPENING for c in takewhile(lambda c: c is not first, chunks))


def _voice(mention: Mention) -> bool:
    """A spokesperson: `he` in the sentence after is whoever was spoken for."""
    return mention.title is not None and mention.title.office == "spokesperson"


def _unnamed_many(first: Chunk) -> bool:
    """Whether a sentence begins with several people who are not named."""
    return any(m.title and m.title.plural for m in first.mentions) and not first.agents
