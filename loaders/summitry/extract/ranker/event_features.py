"""Features of a candidate: is it a concrete diplomatic event that the article tells?"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice

from summitry.claims import AgentType
from summitry.extract import symbols as sym
from summitry.extract.frame_model import RawFrame
from summitry.extract.ranker.candidates import Candidate, Scene
from summitry.extract.ranker.contexts import around, bucket, listed, word_class
from summitry.extract.ranker.field import Field, attending

_MANY = 5
"""More than so many are as good as so many."""
_SPOKEN_OF = 8
"""How many frames of a candidate are looked at with the words around them."""
_COMPARED = 200
"""How many candidates with the same people are looked at: keeps endless texts linear."""


def event_features(at: int, field: Field, scene: Scene) -> frozenset[str]:
    """The features of one candidate among all of an article."""
    one = field.grounds[at].event
    features = {*_company(one, scene), *_setting(one), *_telling(one), *_standing(at, field)}
    features.update(word for dated in one.found.frames[:_SPOKEN_OF] for word in _wording(dated.frame, scene))
    features.add(f"countries-named={bucket(scene.countries, (0, 1, 2, 4))}")
    features.add(f"sentence-agents={bucket(_agents_in(scene, one.sentences[0]), (0, 1, 2, 4))}")
    return frozenset(features)


def _company(one: Candidate, scene: Scene) -> Iterator[str]:
    """How many people, states and countries take part."""
    there = attending(one)
    people = [p for p in there if p.agent.type is AgentType.PERSON]
    counts = {
        "attending": len(there),
        "people": len(people),
        "states": sum(p.agent.type is AgentType.STATE for p in there),
        "countries": len({p.agent.country for p in there if p.agent.country}),
        "officials": sum(p.agent.key in scene.known for p in people),
    }
    for name, number in counts.items():
        yield from _counted(one.family, name, min(number, _MANY))
    yield f"{one.family}&home={at_home(one)}"
    for participant in one.event.participants:
        yield f"by={participant.rule}"


@cache
def _counted(family: str, name: str, number: int) -> tuple[str, str]:
    """A number by itself, and beside the family of the event."""
    return f"{name}={bucket(number, (0, 1, 2, 4))}", f"{family}&{name}={bucket(number, (0, 1, 2))}"


def at_home(one: Candidate) -> bool:
    """Whether everybody is of one country and nothing says that they are abroad: domestic politics."""
    people = [p.agent for p in one.event.participants]
    if any(agent.type is AgentType.PERSON and agent.format for agent in people):
        return False
    countries = {agent.country for agent in people}
    places = {p.country for p in one.event.places if p.country}
    return len(countries) <= 1 and None not in countries and not one.found.series() and not places - countries


def _setting(one: Candidate) -> Iterator[str]:
    event = one.event
    yield f"kind={event.kind.value}"
    yield f"family={one.family}"
    yield f"start={'none' if not event.start else 'day' if len(event.start) == 10 else 'part'}"
    yield f"{one.family}&dated={bool(event.start)}"
    yield f"placed={bool(event.places)}"
    yield f"{one.family}&placed={bool(event.places)}"
    yield f"series={bool(one.found.series())}"
    yield f"status={event.status.value}"
    yield f"mismatch={any(d.mismatch for d in one.found.frames)}"


def _telling(one: Candidate) -> Iterator[str]:
    """How the frames tell of it: by nouns or verbs, firm or soft, in which tense."""
    frames = [d.frame for d in one.found.frames]
    yield f"frames={bucket(len(frames), (1, 2, 4))}"
    yield f"noun={any(f.noun for f in frames)}"
    yield f"soft={all(f.soft for f in frames)}"
    yield f"definite={any(f.definite for f in frames)}"
    yield f"plural={all(f.plural for f in frames)}"
    yield f"governed={any(f.governed for f in frames)}"
    yield f"recalled={any(f.recalled for f in frames)}"
    yield f"counted={any(f.ordinal or f.edition for f in frames)}"
    yield f"back={any(f.back for f in frames)}"
    for frame in frames:
        yield f"rule={frame.rule}"
        yield f"rule&{frame.rule}&tense={frame.tense}"


def _wording(frame: RawFrame, scene: Scene) -> Iterator[str]:
    """What stands around the word of a frame: verbs, prepositions, quotation marks, a question."""
    row = scene.rows[frame.sentence]
    at = next((n for n, chunk in enumerate(row) if chunk.start <= frame.start < chunk.end), None)
    if at is None:
        return
    told = "noun" if frame.noun else "verb"
    yield from (f"{told}:{feature}" for feature in around(row, at, *listed(row, at)))
    if at + 1 < len(row):
        yield f"{told}:behind={word_class(row[at + 1])}"
    if at:
        yield f"{told}:before={word_class(row[at - 1])}"
    if row[-1].kind == "?":
        yield f"{told}:asked"


def _standing(at: int, field: Field) -> Iterator[str]:
    """Its place among the candidates of the article; `like` one that weighs more may be the same event again."""
    ground = field.grounds[at]
    one = ground.event
    yield f"worthy={one.worthy}"
    yield f"first={bucket(one.sentences[0], (0, 1, 3, 8))}"
    yield f"candidates={bucket(len(field.grounds), (1, 2, 4))}"
    yield f"heaviest={ground.heaviest}"
    for n in islice(field.sharing(at), _COMPARED):
        other = field.grounds[n]
        if (other.event.weight, -n) > (one.weight, -at) and _same_day(one, other.event):
            yield f"like={bucket(len(ground.there & other.there), (1, 2))}"
            yield f"{one.family}&like={other.event.family}"
            return


def _same_day(one: Candidate, other: Candidate) -> bool:
    a, b = one.event.start, other.event.start
    return not a or not b or a.startswith(b) or b.startswith(a)


def _agents_in(scene: Scene, sentence: int) -> int:
    return sum(len(c.agents) for c in scene.rows[sentence] if c.kind == sym.AGENTS)
