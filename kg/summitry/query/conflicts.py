"""What the sources of an event contradict each other, or themselves, about; shown and never smoothed over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from summitry.claims import Claim, Iri, Literal, Rank, Role, iris
from summitry.ontology import terms
from summitry.query.evidence import Evidences, event_claims
from summitry.query.model import Conflict, EventSummary, Ranked, Row
from summitry.query.phrases import Phrases
from summitry.query.ranking import rank
from summitry.store import Readable
from summitry.store.canonical import counts

_SINGLE = {terms.START: "start", terms.END: "end", terms.STATUS: "status", terms.MODE: "mode"}


def find(
    store: Readable, events: Iterable[EventSummary], rows: Sequence[Row], phrases: Phrases, quotes: Evidences
) -> tuple[Conflict, ...]:
    """Conflicts of the events that an answer is about: inside one article, between articles, and on who comes."""
    found: list[Conflict] = []
    for event in events:
        claims = event_claims(store, event.iri)
        found += _within_articles(event, claims, quotes, phrases)
        found += _between_articles(event, claims, quotes, phrases)
        found += _participation(event, rows, quotes, phrases)
    return tuple(found)


def _within_articles(
    event: EventSummary, claims: Sequence[Claim], quotes: Evidences, phrases: Phrases
) -> Iterator[Conflict]:
    """Contradictions that the reader of one article has recorded."""
    for claim in claims:
        if claim.predicate != terms.CONFLICT:
            continue
        readings = sorted(_text(q.value) for q in claim.qualifiers if q.predicate == terms.READING)
        about, reason = claim.qualifier("about"), claim.qualifier("reason")
        yield Conflict(
            event=event.iri,
            about=_text(about),
            readings=tuple(readings),
            reason=_text(reason) or _text(claim.object),
            evidence=quotes.of([claim]),
            ranking=_ranking(_text(about), readings, claims, quotes, phrases),
        )


def _between_articles(
    event: EventSummary, claims: Sequence[Claim], quotes: Evidences, phrases: Phrases
) -> Iterator[Conflict]:
    """Different values of what can have only one: each article counts with the reading that it prefers.

    A status that differs because time went by (planned, then held) is a history and no contradiction.
    """
    values: defaultdict[str, defaultdict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in _preferred(claims):
        values[claim.predicate][_text(claim.object)].append(claim)
    for predicate, readings in values.items():
        if len(readings) > 1 and predicate != terms.STATUS and not _compatible(readings):
            about = _SINGLE[predicate]
            reason = phrases.sentences["conflict_value"].format(about=about)
            evidence = quotes.of(claim for found in readings.values() for claim in found)
            ranking = _ranking(about, readings, claims, quotes, phrases)
            yield Conflict(event.iri, about, tuple(sorted(readings)), reason, evidence, ranking)


def _ranking(
    about: str, readings: Collection[str], claims: Iterable[Claim], quotes: Evidences, phrases: Phrases
) -> tuple[Ranked, ...]:
    """The readings with everything that supports them, in the order in which the graph prefers them."""
    values: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if _SINGLE.get(claim.predicate) == about and counts(claim) and _text(claim.object) in readings:
            values[_text(claim.object)].append(claim)
    return rank(terms.NAMESPACE + about, values, quotes, phrases)


def _preferred(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Per article and predicate the preferred claims, or all when none is preferred."""
    groups: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.predicate in _SINGLE and claim.rank is not Rank.DEPRECATED:
            groups[claim.source, claim.predicate].append(claim)
    for found in groups.values():
        yield from [c for c in found if c.rank is Rank.PREFERRED] or found


def _compatible(readings: Iterable[str]) -> bool:
    """True when the readings only differ in precision: `2026-02` and `2026-02-24`."""
    ordered = sorted(readings, key=len)
    return all(longer.startswith(ordered[0]) for longer in ordered) and len(set(map(len, ordered))) > 1


def _participation(event: EventSummary, rows: Sequence[Row], quotes: Evidences, phrases: Phrases) -> Iterator[Conflict]:
    """The same agent said to take part and to stay away."""
    roles: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row.event == event.iri and row.role and not row.inferred:
            roles[row.iri].append(row)
    for found in roles.values():
        known = {Role(row.role) for row in found if row.role}
        if Role.ABSENT in known and any(role.attends for role in known):
            reason = phrases.sentences["conflict_participation"].format(name=found[0].name)
            readings = tuple(sorted(phrases.word("role", role) for role in known))
            evidence = tuple(piece for row in found for piece in row.evidence)
            values = {phrases.word("role", row.role): quotes.claims(p.claim for p in row.evidence) for row in found}
            sides = {word: claims for word, claims in values.items() if claims}
            ranking = rank(terms.HAS_PARTICIPANT, sides, quotes, phrases, side_by_side=True)
            yield Conflict(event.iri, "participation", readings, reason, evidence, ranking)


def _text(term: object) -> str:
    match term:
        case Literal(lexical=lexical):
            return lexical
        case Iri(value):
            return iris.local_name(value)
        case _:
            return ""
