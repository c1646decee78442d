"""A reading of the rules and what an optional extractor suggests become one reading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from summitry.claims import Claim, Evidence
from summitry.extract import claims_of
from summitry.extract.reading import Agent, EventReading, MembershipReading, OfficeReading, Reading
from summitry.extractors import align
from summitry.extractors.disputes import Dispute, Key
from summitry.extractors.merge_claims import ClaimMerger, attributed, introduced
from summitry.extractors.merge_events import Merger
from summitry.extractors.suggestion import Refused, Suggestion
from summitry.extractors.weights import Weights


def disputes(rules: Reading, suggestion: Suggestion, weights: Weights) -> tuple[Dispute, ...]:
    """What only one side says, where the model has read."""
    merger = Merger(weights, suggestion)
    _events(rules, suggestion, merger)
    return tuple({dispute.key: dispute for dispute in merger.disputes}.values())


def merge(
    rules: Reading, suggestion: Suggestion, weights: Weights, verdicts: Mapping[Key, bool] | None = None
) -> tuple[Reading, tuple[Refused, ...]]:
    """The merged reading, and what was kept aside as more likely wrong; `verdicts` are those of a second look."""
    merger = Merger(weights, suggestion, verdicts or {})
    renamed, events = _events(rules, suggestion, merger)
    said = replace(suggestion.reading, article=rules.article, events=renamed, claims=())
    conflicts = (c for c in rules.conflicts if any(e.id == c.event for e in events))
    final = replace(
        rules, events=_ordered(events), offices=_offices(rules, said), memberships=_memberships(rules, said),
        mentions=_mentions(rules, said), conflicts=(*conflicts, *merger.conflicts),
    )  # fmt: skip
    claims = _claims(rules, said, final, suggestion, weights)
    return replace(final, claims=claims), tuple(merger.aside)


def alone(suggestion: Suggestion) -> Reading:
    """What an optional extractor says, without the rules."""
    reading = suggestion.reading
    return replace(reading, claims=introduced(_attributed(reading, suggestion), suggestion.source))


def _events(
    rules: Reading, suggestion: Suggestion, merger: Merger
) -> tuple[tuple[EventReading, ...], list[EventReading]]:
    """The suggested events under the ids of those that they are, and the merged events."""
    model = suggestion.reading.events
    partners = dict(align.pairs(rules.events, model))
    ids = {j: rules.events[i].id for i, j in partners.items()}
    renamed = tuple(replace(e, id=ids.get(j, e.id), rules=(f"{suggestion.source.kind}/event",))
                    for j, e in enumerate(model))  # fmt: skip
    told: list[EventReading | None] = []
    for i, event in enumerate(rules.events):
        told.append(merger.merged(event, renamed[partners[i]]) if i in partners else merger.unheard(event))
    told += [merger.alone(event) for j, event in enumerate(renamed) if j not in ids]
    return renamed, [event for event in told if event is not None]


def _ordered(events: Iterable[EventReading]) -> tuple[EventReading, ...]:
    """In the order of the text, one of them the main one, links to events that are no longer told cut."""
    found = sorted(events, key=lambda e: (e.evidence[0].start, e.id))
    ids = {event.id for event in found}
    main = next((e.id for e in found if e.main), found[0].id if found else None)
    return tuple(replace(e, main=e.id == main, part_of=e.part_of if e.part_of in ids else None) for e in found)


def _offices(rules: Reading, said: Reading) -> tuple[OfficeReading, ...]:
    told = {(o.person.key, o.office, o.of.key) for o in rules.offices}
    return (*rules.offices, *(o for o in said.offices if (o.person.key, o.office, o.of.key) not in told))


def _memberships(rules: Reading, said: Reading) -> tuple[MembershipReading, ...]:
    told = {(m.member.key, m.of.key, m.role) for m in rules.memberships}
    return (*rules.memberships, *(m for m in said.memberships if (m.member.key, m.of.key, m.role) not in told))


def _mentions(rules: Reading, said: Reading) -> tuple[tuple[Agent, tuple[Evidence, ...]], ...]:
    told = {agent.key for agent, _ in rules.mentions}
    return (*rules.mentions, *(pair for pair in said.mentions if pair[0].key not in told))


def _claims(
    rules: Reading, said: Reading, final: Reading, suggestion: Suggestion, weights: Weights
) -> tuple[Claim, ...]:
    merger = ClaimMerger({event.id: event for event in final.events}, suggestion.source, weights)
    before = {id(conflict) for conflict in rules.conflicts}
    new = tuple(conflict for conflict in final.conflicts if id(conflict) not in before)
    model = _attributed(replace(said, conflicts=new), suggestion)
    return introduced(merger.merged(rules.claims, model), suggestion.source)


def _attributed(reading: Reading, suggestion: Suggestion) -> tuple[Claim, ...]:
    lang = reading.article.lang or "und"
    claims = claims_of.with_claims(replace(reading, claims=()), lang).claims
    return tuple(attributed(claims, suggestion.source, lang))
