"""Judge, for each event of an article, whether the store knows it already under another article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Protocol

from summitry.claims import Claim, Iri, Qualifier, rdf_terms
from summitry.ontology import terms
from summitry.resolve.descriptions import EventDescription, describe, describe_events
from summitry.resolve.matching import Comparison, compare

RULE = "resolve.event"
MARGIN = timedelta(days=1)


class EventIndex(Protocol):
    """What the resolver asks of a store: canonical events by day, and every claim about one of them."""

    def events_between(self, first: date, last: date) -> list[str]:
        """Canonical IRIs of the events whose chosen start lies between two days, both included."""

    def event_claims(self, canonical: str) -> list[Claim]:
        """All live claims about a canonical event, its local descriptions included."""


class Resolver:
    """Makes `sameEventAs` judgements. Remembers the events of this run, so that a batch resolves within itself."""

    def __init__(self, index: EventIndex) -> None:
        self._index = index
        self._recent: dict[str, EventDescription] = {}
        self._moved: dict[str, EventDescription] = {}

    def judge(self, source: str, claims: Sequence[Claim]) -> list[Claim]:
        """Judgements for the events that an article's claims describe.

        An event that the store already holds from this article keeps the judgement that it has. Two events of one
        article are never judged the same: the reader of the article has told them apart.
        """
        judgements = []
        events = describe_events(claims)
        taken = set(events)
        for iri, event in sorted(events.items()):
            known = self._standing(iri)
            match = None if known is not None else self._best(event, taken)
            if known:
                judgements.extend(known)
            elif match is not None:
                judgements.append(_judgement(source, iri, *match))
            canonical = match[0].iri if match else iri
            taken.add(canonical)
            self._remember(canonical, event, known)
        return judgements

    def judge_again(self, source: str, claims: Sequence[Claim], index: EventIndex) -> list[Claim]:
        """All claims of an article, `judge`d before, when other writers have written since what `index` shows.

        Events that stood alone may turn out to be one of theirs; judgements that pointed to such an event follow it.
        """
        events = describe_events(claims)
        judged = {claim.subject for claim in claims if claim.predicate == terms.SAME_EVENT_AS}
        found = [self._follow(claim) for claim in claims]
        taken = {*events, *(claim.object_iri() or "" for claim in found if claim.predicate == terms.SAME_EVENT_AS)}
        for iri, event in sorted(events.items()):
            known = iri in judged or any(claim.subject == iri for claim in index.event_claims(iri))
            match = None if known else self._best_of(self._others(event, index), event, taken)
            if match is not None:
                found.append(_judgement(source, iri, *match))
                taken.add(match[0].iri)
                self._move(iri, match[0])
        return found

    def _others(self, event: EventDescription, index: EventIndex) -> list[EventDescription]:
        """Events of other writers that may be meant: those of the days that this run has not heard of itself."""
        if event.bounds is None:
            return []
        stored = index.events_between(event.bounds[0] - MARGIN, event.bounds[1] + MARGIN)
        return [describe(iri, index.event_claims(iri)) for iri in stored if iri not in self._recent]

    def _move(self, iri: str, other: EventDescription) -> None:
        """From now on an event of this run is another writer's."""
        self._moved[iri] = other
        self._recent.pop(iri, None)

    def _follow(self, claim: Claim) -> Claim:
        other = self._moved.get(claim.object_iri() or "")
        if claim.predicate != terms.SAME_EVENT_AS or other is None:
            return claim
        return replace(claim, object=Iri(other.iri))

    def _standing(self, iri: str) -> list[Claim] | None:
        """The judgement on a local event that the store already holds; empty when it stands alone; None when new."""
        if iri in self._recent:
            return []
        claims = [c for c in self._index.event_claims(iri) if c.subject == iri]
        if not claims:
            return None
        return [c for c in claims if c.predicate == terms.SAME_EVENT_AS]

    def _best(self, event: EventDescription, taken: set[str]) -> tuple[EventDescription, Comparison] | None:
        return self._best_of(self._candidates(event), event, taken)

    def _best_of(
        self, candidates: Iterable[EventDescription], event: EventDescription, taken: set[str]
    ) -> tuple[EventDescription, Comparison] | None:
        others = [other for other in candidates if other.iri not in taken]
        compared = [(other, compare(event, other)) for other in others]
        same = [pair for pair in compared if pair[1].same]
        return min(same, key=lambda pair: (-pair[1].score, pair[0].iri), default=None)

    def _candidates(self, event: EventDescription) -> Iterable[EventDescription]:
        if event.bounds is None:
            return []
        first, last = event.bounds
        stored = self._index.events_between(first - MARGIN, last + MARGIN)
        new = [iri for iri in stored if iri not in self._recent]
        known = [describe(iri, self._index.event_claims(iri)) for iri in new]
        recent = [d for d in self._recent.values() if d.bounds and d.bounds[0] <= last and first <= d.bounds[1]]
        return [*known, *recent]

    def _remember(self, canonical: str, event: EventDescription, known: list[Claim] | None) -> None:
        """Keep what this run has learnt of a canonical event; what the store holds already is read from there."""
        if known is not None:
            return
        before = self._recent.get(canonical) or describe(canonical, self._index.event_claims(canonical))
        self._recent[canonical] = EventDescription(
            iri=canonical,
            kinds=before.kinds | event.kinds,
            days=tuple(sorted(set(before.days) | set(event.days))),
            places=before.places | event.places,
            agents=before.agents | event.agents,
            groups=before.groups | event.groups,
            editions=before.editions | event.editions,
            names=before.names | event.names,
        )


def _judgement(source: str, local: str, other: EventDescription, comparison: Comparison) -> Claim:
    reasons = "; ".join(comparison.reasons)
    return Claim(
        source=source,
        subject=local,
        predicate=terms.SAME_EVENT_AS,
        object=Iri(other.iri),
        rule=RULE,
        confidence=comparison.score,
        qualifiers=(
            Qualifier(terms.SCORE, rdf_terms.typed(str(comparison.score), "decimal")),
            Qualifier(terms.REASON, rdf_terms.text(reasons, "en")),
        ),
    )
