"""Document merge: frames that tell of one event become one, and frames that tell of none are dropped."""

from __future__ import annotations

from collections.abc import Sequence

from summitry.claims import EventKind, EventStatus
from summitry.extract.cluster_places import MEETINGS, other_place, where
from summitry.extract.clusters import LARGE, Cluster, Dated, people, touch
from summitry.extract.frame_model import RawFrame
from summitry.extract.merge_bodies import listed, loose, sent
from summitry.extract.merge_guests import join
from summitry.extract.merge_kinds import same_family

__all__ = ["Cluster", "Dated", "cluster", "score"]

_JOINING = frozenset({"join.subject", "attend.subject", "attend.behind", "skip.subject", "presence"})
"""Rules by which somebody is at an event that was told before."""
_THRESHOLD = 2.0
_REACH, _MOST = 12, 40
"""Events told of last that are looked at, and frames taken by one event: keeps endless texts linear."""


def cluster(frames: Sequence[Dated]) -> list[Cluster]:
    """Frames joined by what they share: who, where, when, which series, and words that point back."""
    clusters: list[Cluster] = []
    latest: list[int] = []
    for dated in frames:
        known = len(clusters)
        if dated.frame.refers:
            join(clusters, dated, 3 * _REACH, _MOST)
            touched = list(range(known, len(clusters)))
        else:
            touched = [_take(clusters, latest, dated)]
        latest = [*(at for at in latest if at not in touched), *touched][-_REACH:]
    return clusters


def _take(clusters: list[Cluster], latest: Sequence[int], dated: Dated) -> int:
    """Add a frame to the event that it fits best, of those told of last, or to a new one; which one that is."""
    scored = ((score(clusters[at], dated, at, len(clusters)), at) for at in latest)
    value, at = max(scored, default=(0.0, -1))
    if value < _THRESHOLD:
        at = len(clusters)
        clusters.append(Cluster())
    if len(clusters[at].frames) < _MOST:
        clusters[at].add(dated)
    return at


def _other_partner(found: Cluster, frame: RawFrame, shared: set[str]) -> bool:
    """`A met B` and `A met C` are two meetings: small ones that share one person and have each another."""
    large = found.series() or (LARGE & set(found.kinds) and len(shared) < 2)
    if large and not frame.series and _bilateral(frame):
        return True
    if _other_hosts(found, frame, shared) or any(_told_apart(dated.frame, frame) for dated in found.frames):
        return True
    if len(shared) != 1 or frame.kind in LARGE or LARGE & set(found.kinds) or not found.kinds:
        return False
    here, there = people(frame.parts), found.told.people
    if not here - shared or not there - shared or frame.kind is EventKind.VISIT or found.kind() is EventKind.VISIT:
        return False
    return len(here) >= 2 and found.told.paired


def _told_apart(first: RawFrame, second: RawFrame) -> bool:
    """`A and B met C, then D`: meetings that one sentence tells one after another."""
    return first.sentence == second.sentence and bool(first.later & second.keys() or second.later & first.keys())


def _other_hosts(found: Cluster, frame: RawFrame, shared: set[str]) -> bool:
    """`A met C and D`, then `B hosted C and D`: the same guests, received by somebody else of the same country."""
    if len(shared) < 2 or frame.noun or found.first.noun or frame.kind in LARGE or LARGE & set(found.kinds):
        return False
    sides = [{p.agent for p in frame.parts if p.role.attends and p.agent.country}, found.told.nationals]
    guests = {a.country for side in sides for a in side if a.key in shared}
    hosts = [{a for a in side if a.key not in shared} for side in sides]
    countries = [{a.country for a in side} for side in hosts]
    alike = len(countries[0]) == 1 and countries[0] == countries[1]
    return alike and len(guests) == 1 and guests.isdisjoint(countries[0])


def _bilateral(frame: RawFrame) -> bool:
    """Two people who meet, and not as guests of something larger."""
    told = {p.rule.rpartition(".")[2] for p in frame.parts}
    return (
        frame.kind is EventKind.MEETING and len(people(frame.parts)) == 2 and bool(told & {"with", "between", "object"})
    )


def score(found: Cluster, dated: Dated, position: int, count: int) -> float:
    """How well a frame fits a cluster; negative when something speaks against it."""
    frame = dated.frame
    if not same_family(found, frame) or _opposed(found, dated):
        return -1.0
    keys, others = frame.keys(), found.keys()
    value = 0.0
    distance = frame.sentence - found.told.last
    if keys and others:
        shared = keys & others
        bonus = sent(found, frame, distance) if not shared else 0.0
        if not shared and not bonus and not loose(found, frame, distance):
            return -1.0
        value += bonus
        if _other_partner(found, frame, shared):
            return -1.0
        value += 2.5 * len(shared) / min(len(keys), len(others))
    if frame.series and frame.series in found.series():
        value += 2.5
    value += _when(found, dated) + where(found, frame)
    if frame.kind in found.kinds:
        value += 0.6
    if (
        frame.noun
        and frame.definite
        and not frame.places
        and not frame.times
        and distance <= (2 if keys and others else 3)
    ):
        value += 1.7 if keys else 0.0
    if keys and frame.noun and frame.definite and frame.places and distance <= 2 and frame.kind in MEETINGS:
        value += 1.2
    if frame.pointing and frame.noun and distance <= 5:
        value += 1.5
    if distance > 2 and keys and listed(frame, distance) and frame.kind in found.kinds:
        value += 1.7
    if frame.definite and frame.noun and any(p.rule in _JOINING for p in frame.parts):
        value += 0.6
    bare = not keys and not frame.places and not frame.times and not frame.series
    alike = frame.kind in found.kinds or (frame.kind is EventKind.MEETING and not frame.soft)
    if frame.noun and frame.definite and alike and (bare or frame.kind in LARGE):
        value += 1.6 if distance < 6 else 1.3
    if frame.noun and frame.definite and bare and not frame.recalled:
        value += 0.6
    if bare and not frame.definite:
        value -= 1.0
    if found.first.sentence == 0 and frame.sentence in (1, 2) and len(found.frames) <= 2 and _agree(keys, others):
        value += 1.5
    value -= 0.03 * distance
    value += 0.001 * position / max(count, 1)
    return value


def _agree(keys: set[str], others: set[str]) -> bool:
    """Whether a headline and a lead can be of one event: they share somebody, or one of them names nobody."""
    return not keys or not others or bool(keys & others)


def _opposed(found: Cluster, dated: Dated) -> bool:
    """Another date, place, series or edition."""
    frame = dated.frame
    if _linked(found, frame) or _of_two(found, frame) or _beside(found, frame) or _one_of_two(found, frame):
        return True
    series = found.series()
    if frame.series and series and frame.series not in series:
        return True
    editions = found.told.editions
    if frame.edition and editions and frame.edition not in editions:
        return True
    if frame.recalled != found.told.recalled or _another(found, frame) or _introduced(found, frame):
        return True
    return found.on_other_day(dated) or other_place(found, frame)


def _one_of_two(found: Cluster, frame: RawFrame) -> bool:
    """`A will meet B`, then `The forum, which A chairs, opens on Monday`: only one of them attends it."""
    if frame.kind not in LARGE or not frame.noun or not (frame.times or frame.places or frame.series):
        return False
    two = all(not d.frame.noun and d.frame.kind is EventKind.MEETING for d in found.frames)
    return two and len(found.told.people) == 2 and len(people(frame.parts) & found.told.people) == 1


def _beside(found: Cluster, frame: RawFrame) -> bool:
    """`A and B agreed to meet after the summit`: who meets in the sentence of a large event meets beside it."""
    if not frame.noun or frame.kind not in LARGE or found.frames[-1].frame.sentence != frame.sentence:
        return False
    two = all(not d.frame.noun and d.frame.kind is EventKind.MEETING for d in found.frames)
    return two and len(found.told.people) == 2


def _linked(found: Cluster, frame: RawFrame) -> bool:
    """Whether the text tells of one as inside the other."""
    return id(frame) in found.told.wholes or (frame.link is not None and id(frame.link) in found.told.frames)


def _another(found: Cluster, frame: RawFrame) -> bool:
    """`held talks`, then `a new round of talks would be held`: what lies ahead is not what was held."""
    if _before(found, frame) or _earlier(found, frame):
        return True
    if not frame.noun or frame.definite or {state for state, _, _ in frame.statuses} != {EventStatus.PLANNED}:
        return False
    return found.told.states == {EventStatus.HELD}


def _introduced(found: Cluster, frame: RawFrame) -> bool:
    """`A met B. Later A spoke at a forum`: a large event that is new to the text, and no meeting of two."""
    new = frame.noun and not frame.definite and not frame.pointing and frame.kind in LARGE
    two = found.told.paired and len(found.told.people) == 2 and not LARGE & set(found.kinds)
    return new and two and len(found.keys() & frame.keys()) == 1 and found.told.last > 0


def _before(found: Cluster, frame: RawFrame) -> bool:
    """`will meet B in P`, then `met B in Q in May`: what was held somewhere is not what lies ahead."""
    if frame.noun or frame.kind is not EventKind.MEETING or frame.tense != "past" or not (frame.places or frame.times):
        return False
    here = {state for state, _, _ in frame.statuses}
    return here == {EventStatus.HELD} and found.told.states == {EventStatus.PLANNED}


def _earlier(found: Cluster, frame: RawFrame) -> bool:
    """`met B on Monday`, then `the two had already met in P in May`: an earlier meeting, where or when is its own."""
    if frame.noun or frame.kind is not EventKind.MEETING or not frame.anterior or len(frame.keys()) != 2:
        return False
    own = bool(frame.places or frame.times) and not where(found, frame) > 0
    told_later = all(not d.frame.anterior and not d.frame.recalled for d in found.frames)
    return own and told_later and EventStatus.HELD in found.told.states and frame.sentence - found.first.sentence > 1


def _of_two(found: Cluster, frame: RawFrame) -> bool:
    """Whether one is a meeting of two held apart, and the other a meeting of more."""
    if not (frame.apart or found.first.apart):
        return False
    here, there = len(people(frame.parts)), len(found.told.people)
    return (frame.apart and here == 2 and there > 2) or (found.first.apart and there == 2 and here > 2)


def _when(found: Cluster, dated: Dated) -> float:
    spans = found.told.spans
    if dated.span is None or not spans:
        return 0.0
    return 1.0 if any(touch(dated.span, s) for s in spans) else 0.0
