"""Several meetings told by one verb: `A met B, then C`, `A meets B on Monday in P and C on Tuesday in Q`."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.extract import symbols as sym
from summitry.extract.frame_model import BETWEEN_TWO, Part, RawFrame
from summitry.extract.frame_objects import rest_of_clause
from summitry.extract.frame_rest import add_place
from summitry.extract.frame_sentence import Sentence
from summitry.extract.stated_times import stated_in

_LINKING = frozenset({"AND", "THEN", ","})
_PASSED = frozenset({"DET", "TITLE", "ADV", "IN", "WITH", "THEN", "AND", sym.TIME, sym.PLACE, sym.CAPITAL, ",", "POSS"})
_PARTNERS = frozenset({"object", "with", "by"})
_FINITE = frozenset({sym.VERB, "BE", "WAS", "HAVE", "FUT", "COND", "NEG", "REL", "SE", "CLIT", "OF", "S"})


def sequels(sentence: Sentence) -> None:
    """`A met B, then C`: two meetings."""
    for index, frame in list(sentence.verbs.items()):
        if frame.kind not in BETWEEN_TWO or frame.refers:
            continue
        for at in rest_of_clause(sentence, index):
            for start in sentence.chunks[at].thens:
                _part(sentence, frame, at, start)
        for first, at in _conjuncts(sentence, index, frame):
            _gap(sentence, index, first, at)
    for index, frame in list(sentence.nouns.items()):
        if frame.kind not in BETWEEN_TWO or frame.refers:
            continue
        for at in range(index + 1, len(sentence.chunks)):
            within = any(sentence.chunks[at].start <= p.start < sentence.chunks[at].end for p in frame.parts)
            for start in sentence.chunks[at].thens if within else ():
                _part(sentence, frame, at, start)


def _part(sentence: Sentence, first: RawFrame, at: int, start: int) -> None:
    """Take whom the words name from `start` on out of a meeting and into one of their own."""
    later = [p for p in first.parts if sentence.chunks[at].end > p.start >= start]
    others = [p for p in first.parts if not sentence.chunks[at].start <= p.start < sentence.chunks[at].end]
    if not later or not others or len(later) + len(others) == len(first.parts):
        return
    second = first.twin([*others, *later], start, sentence.chunks[at].end)
    first.parts = [p for p in first.parts if p not in later]
    first.later |= {p.agent.key for p in later}
    second.later |= first.keys() - second.keys()
    sentence.verbs[at if at not in sentence.verbs else at + 1] = second


def _conjuncts(sentence: Sentence, index: int, frame: RawFrame) -> Iterator[tuple[int, int]]:
    """Where further partners of the verb stand: the position of their conjunction, and their own."""
    partners = [p for p in frame.parts if p.rule.rpartition(".")[2] in _PARTNERS]
    if not partners:
        return
    link: int | None = None
    behind = max(p.end for p in partners)
    for at in rest_of_clause(sentence, index):
        chunk = sentence.chunks[at]
        if chunk.start < behind:
            continue
        if chunk.kind == sym.AGENTS and link is not None and _second_object(sentence, link, at):
            yield link, at
            link = None
        elif chunk.kind in _LINKING and (link is None or chunk.kind != "," or sentence.chunks[link].kind == ","):
            link = at
        elif chunk.kind not in _PASSED and not _on_a_day(sentence, at):
            return


def _on_a_day(sentence: Sentence, at: int) -> bool:
    """`on Thursday`: a preposition whose object is a day."""
    return (
        sentence.chunks[at].kind == "ON" and at + 1 < len(sentence.chunks) and sentence.chunks[at + 1].kind == sym.TIME
    )


def _second_object(sentence: Sentence, link: int, at: int) -> bool:
    """Whether people behind a conjunction are a second object: with a time or place of their own, and no verb."""
    if not sentence.chunks[at].agents or (at + 1 < len(sentence.chunks) and sentence.chunks[at + 1].kind in _FINITE):
        return False
    before = {c.kind for c in sentence.chunks[link:at]}
    if before & {"IN"} and sym.PLACE not in before:
        return False
    behind = [c.kind for c in sentence.chunks[at + 1 : at + 5] if c.kind not in ("DET", "IN", ",")][:1]
    own = {sym.TIME, sym.PLACE} & {*before, *behind}
    return "THEN" in before or (bool(own) and (sentence.chunks[link].kind != "," or "WITH" in before))


def _gap(sentence: Sentence, index: int, link: int, at: int) -> None:
    """A further meeting of the subject: with the times and places of its own words."""
    if at in sentence.verbs:
        return
    first = sentence.verbs[index]
    end = _phrase_end(sentence, at)
    left, right = sentence.chunks[link].start, sentence.chunks[end].end
    subject = [p for p in first.parts if p.rule.rpartition(".")[2] not in _PARTNERS]
    second = first.twin(list(subject), sentence.chunks[at].start, sentence.chunks[at].end)
    for mention in sentence.chunks[at].mentions:
        second.parts.extend(
            Part(agent, first.parts[-1].role, mention.start, mention.end, f"{first.rule}.gapped", 0.75)
            for agent in mention.agents
            if not mention.blocked
        )
    second.times = [t for c in sentence.chunks[link : end + 1] if (t := stated_in(c)) is not None]
    second.places = [p for p in first.places if left <= p[3] < right]
    for near in range(link, end + 1):
        if sentence.chunks[near].kind == sym.PLACE and not second.places:
            add_place(second, sentence.chunks[near])
    first.times = [t for t in first.times if not left <= t.start < right] if second.times else first.times
    first.places = [p for p in first.places if not left <= p[3] < right]
    second.span = (left, right)
    second.later |= first.keys() - second.keys()
    first.later |= second.keys() - first.keys()
    sentence.verbs[at] = second


def _phrase_end(sentence: Sentence, at: int) -> int:
    """Where the words that belong to a further partner end."""
    end = at
    while end + 1 < len(sentence.chunks) and sentence.chunks[end + 1].kind in (sym.TIME, sym.PLACE, "IN", "DET", "ADV"):
        end += 1
    return end
