"""Clusters of frames become events: date voted on, roles chosen, conflicts listed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from summitry.claims import Article, EventStatus, Evidence, Modality, Role, iris
from summitry.extract import event_dates, event_places, event_status, event_visits, event_worth
from summitry.extract.clusters import Cluster
from summitry.extract.event_dates import DateReader
from summitry.extract.event_days import INHERITED, Setting
from summitry.extract.event_fallout import fall
from summitry.extract.event_nearby import Nearby
from summitry.extract.event_scene import Scene
from summitry.extract.event_setting import settle
from summitry.extract.event_spans import due, ended, ends
from summitry.extract.event_whereabouts import Whereabouts
from summitry.extract.frames import Part
from summitry.extract.ranker import Ranking
from summitry.extract.ranker.candidates import Candidate
from summitry.extract.reading import Conflict, EventReading, MembershipReading, Participant, PlaceReading, unique
from summitry.extract.time import ResolvedTime, Vote, vote


class Assembler:
    """Makes the events of one article."""

    def __init__(
        self,
        article: Article,
        dates: DateReader,
        memberships: Sequence[MembershipReading],
        scene: Scene | None,
        venues: Mapping[str, tuple[str, str, str]],
        ranking: Ranking,
        nearby: Nearby,
        whereabouts: Whereabouts,
    ) -> None:
        self.whereabouts = whereabouts
        self.nearby = nearby
        self.ranking = ranking
        self.venues = venues
        self.article = article
        self.scene = scene
        self.dates = dates
        self.day = dates.anchor
        self.memberships = memberships

    def events(self, clusters: Iterable[Cluster]) -> tuple[list[EventReading], list[Conflict]]:
        """Events worth telling, in the order of the text, the main one marked; and what contradicts itself."""
        candidates = [self._candidate(found) for found in clusters]
        told = self.ranking.events(candidates)
        fall(told, candidates)
        self.ranking.guests(told)
        for one in told:
            one.event.participants = event_worth.without_crowds(one.event.participants)
        if told:
            max(told, key=lambda t: t.weight).event.main = True
        _link(told)
        self.whereabouts.settle(told)
        settle(told, Setting(self.day, self.dates.lead, self.scene, self.nearby))
        event_visits.share([t.event for t in told])
        conflicts = (self._conflict(t.event, t.voted) for t in told)
        return [t.event for t in told], [c for c in conflicts if c is not None]

    def _candidate(self, found: Cluster) -> Candidate:
        self.dates.settle(found)
        readings = self._readings(found)
        voted = vote(readings)
        event = self._event(found, readings, voted)
        return Candidate(event, found, self._weight(found, event), event_worth.worth(found, voted.start), voted)

    def _readings(self, found: Cluster) -> list[ResolvedTime]:
        seen: dict[Evidence, ResolvedTime] = {}
        for dated in event_dates.dating(found):
            for time in dated.times:
                seen.setdefault(time.evidence, time)
        return list(seen.values())

    def _weight(self, found: Cluster, event: EventReading) -> float:
        """How much of the article is about an event: how often, how early, how many."""
        first = min(d.frame.sentence for d in found.frames)
        return 2.0 * len(found.frames) + 6.0 / (1 + first) + 0.5 * len(event.participants)

    def _event(self, found: Cluster, readings: Sequence[ResolvedTime], voted: Vote) -> EventReading:
        start, end = ends(voted.start, voted.end, next((d.frame.days for d in found.frames if d.frame.days), None))
        status, spans = event_status.status(found, voted.start, end, self.day)
        if start is None and status in (EventStatus.HELD, EventStatus.ONGOING):
            start = ended(end)
        if start is None and status is EventStatus.PLANNED:
            start = due(end, self.day)
        first = found.first
        return EventReading(
            id=iris.digest(self.article.id, str(first.start), length=16),
            kind=found.kind(),
            name=self._name(found),
            status=EventStatus(status),
            mode=event_status.mode(found),
            start=start,
            end=end,
            dates=tuple(sorted(readings, key=lambda r: r.evidence.start)),
            places=self._places(found),
            participants=tuple(self._participants(found)),
            announced_by=tuple((a, self._quote(s, e)) for d in found.frames for a, s, e in d.frame.announcers),
            evidence=unique(self._quote(*d.frame.span) for d in found.frames),
            rules=tuple(dict.fromkeys(d.frame.rule for d in found.frames)),
            status_evidence=unique(self._quote(a, b) for a, b in spans),
            series=next(iter(sorted(found.series())), None),
            edition=next((d.frame.edition for d in found.frames if d.frame.edition), None),
            modality=Modality.POSSIBLE
            if status == EventStatus.PROPOSED
            else Modality.INTENDED
            if status == EventStatus.PLANNED
            else Modality.ASSERTED,
        )

    def _name(self, found: Cluster) -> str:
        """The longest noun phrase among the first that name the event."""
        nouns = [d.frame for d in found.frames if d.frame.noun] or [found.first]
        spans = [self.article.text[f.span[0] : f.span[1]] for f in nouns[:6]]
        best = max(spans, key=lambda s: (min(len(s), 90), -len(s)))
        return _closed(" ".join(best.split()))

    def _places(self, found: Cluster) -> tuple[PlaceReading, ...]:
        told = [place for dated in found.telling() for place in dated.frame.places]
        places = event_places.chosen(told, found.kind(), event_status.mode(found))
        places = event_places.with_towns(places, self.venues)
        return tuple(PlaceReading(key, name, country, self._quote(a, b)) for key, name, country, a, b in places)

    def _participants(self, found: Cluster) -> list[Participant]:
        people = [self._participant(best, parts) for best, parts in event_worth.roles(found)]
        present = {p.agent.key: p for p in people}
        for membership in self.memberships:
            if membership.of.key in present and membership.role == "lead":
                leader = present.get(membership.member.key)
                if leader is None:
                    leader = Participant(membership.member, Role.CHAIR, "coalition.led-by", 0.7)
                    present[membership.member.key] = leader
                    people.append(leader)
                leader.role = Role.CHAIR
                leader.evidence.append(membership.evidence)
                leader.names.append(membership.member.name)
        return people

    def _participant(self, best: Part, parts: Sequence[Part]) -> Participant:
        evidence = unique(self._quote(p.start, p.end) for p in parts)
        names = list(dict.fromkeys(e.quote for e in evidence))
        behalf = next((p.behalf for p in parts if p.behalf is not None), None) if best.role.attends else None
        confidence = max(p.confidence for p in parts)
        return Participant(best.agent, best.role, best.rule, confidence, list(evidence), names, behalf)

    def _conflict(self, event: EventReading, voted: Vote) -> Conflict | None:
        if not voted.conflict:
            return None
        readings = [t for t in event.dates if INHERITED not in t.flags]
        flags = {flag for r in readings for flag in r.flags}
        kind = "weekday-mismatch" if "weekday-mismatch" in flags else "dates-differ"
        values = tuple(sorted({r.reading for r in readings if r.reading}))
        quotes = unique(r.evidence for r in readings)
        return Conflict(event.id, "start", kind, values, " ".join(voted.reasons), quotes)

    def _quote(self, start: int, end: int) -> Evidence:
        return Evidence(start, end, self.article.text[start:end])


def _link(told: Sequence[Candidate]) -> None:
    """Meetings that the text tells of as held at a summit are part of it."""
    events = {id(d.frame): t.event for t in told for d in t.found.frames}
    for one in told:
        links = (events.get(id(d.frame.link)) for d in one.found.frames if d.frame.link is not None)
        whole = next((w for w in links if w is not None and w is not one.event), None)
        one.event.part_of = whole.id if whole is not None else None


def _closed(name: str) -> str:
    """The name with the quotation mark that the noun phrase cut off."""
    for opening, closing, space in (("«", "»", " "), ("“", "”", ""), ("„", "“", "")):
        if opening in name and closing not in name.partition(opening)[2]:
            return f"{name}{space}{closing}"
    return f'{name}"' if name.count('"') == 1 else name
