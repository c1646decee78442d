"""A reading as the JSON of the extraction contract."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from summitry.claims import Article, Claim, Evidence, TimeReference
from summitry.claims.rdf_terms import Iri, RdfTerm
from summitry.extract.reading import (
    Agent,
    Conflict,
    EventReading,
    MembershipReading,
    OfficeReading,
    Participant,
    Reading,
)


def contract(reading: Reading) -> dict[str, Any]:
    """The object that `summitry extract` prints for one article."""
    return {
        "article": _article(reading.article),
        "events": [_event(event, reading.article.lang) for event in reading.events],
        "offices": [_office(office) for office in reading.offices],
        "memberships": [_membership(m) for m in reading.memberships],
        "conflicts": [_conflict(c) for c in reading.conflicts],
        "claims": [_claim(c) for c in reading.claims],
    }


def _article(article: Article) -> dict[str, Any]:
    published = article.published.isoformat() if article.published else None
    return {
        "id": article.id, "title": article.title, "lang": article.lang, "published": published,
        "publishedSource": article.published_source, "url": article.url, "text": article.text,
    }  # fmt: skip


def _event(event: EventReading, lang: str | None) -> dict[str, Any]:
    return {
        "id": event.id, "kind": event.kind.value, "name": event.name, "names": {lang or "und": event.name},
        "start": event.start, "end": event.end, "dates": [_time(t) for t in event.dates],
        "status": event.status.value, "mode": event.mode.value if event.mode else None,
        "places": [{"name": p.name, "country": p.country, "evidence": _quotes([p.evidence])} for p in event.places],
        "participants": [_participant(p) for p in event.participants],
        "announcedBy": [{"name": a.name, "evidence": _quotes([e])} for a, e in event.announced_by],
        "partOf": event.part_of, "main": event.main, "evidence": _quotes(event.evidence),
        "series": event.series, "edition": event.edition,
    }  # fmt: skip


def _time(time: TimeReference) -> dict[str, Any]:
    return {
        "stated": time.stated, "reading": time.reading, "precision": time.precision.value if time.precision else None,
        "anchor": time.anchor, "flags": list(time.flags), "evidence": _quotes([time.evidence]),
    }  # fmt: skip


def _participant(participant: Participant) -> dict[str, Any]:
    agent = participant.agent
    return {
        "name": agent.name, "names": participant.names, "type": agent.type.value, "country": agent.country,
        "wikidata": agent.wikidata, "role": participant.role.value,
        "onBehalfOf": participant.on_behalf_of.name if participant.on_behalf_of else None,
        "inferred": participant.inferred, "confidence": participant.confidence,
        "evidence": _quotes(participant.evidence),
    }  # fmt: skip


def _office(office: OfficeReading) -> dict[str, Any]:
    return {
        "person": office.person.name,
        "names": list(office.names),
        "office": office.office,
        "of": _short(office.of),
        "evidence": _quotes([office.evidence]),
    }


def _membership(membership: MembershipReading) -> dict[str, Any]:
    return {
        "member": membership.member.name, "of": _short(membership.of), "role": membership.role,
        "evidence": _quotes([membership.evidence]),
    }  # fmt: skip


def _conflict(conflict: Conflict) -> dict[str, Any]:
    return {
        "about": conflict.about, "event": conflict.event, "kind": conflict.kind, "readings": list(conflict.readings),
        "reason": conflict.reason, "evidence": _quotes(conflict.evidence),
    }  # fmt: skip


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id, "subject": claim.subject, "predicate": claim.predicate, "object": _term(claim.object),
        "qualifiers": [{"predicate": q.predicate, "value": _term(q.value)} for q in claim.qualifiers],
        "rule": claim.rule, "confidence": claim.confidence, "modality": claim.modality.value,
        "polarity": claim.polarity.value, "rank": claim.rank.value, "evidence": _quotes(claim.evidence),
    }  # fmt: skip


def _term(value: RdfTerm) -> Any:
    if isinstance(value, Iri):
        return {"iri": value.value}
    return {k: getattr(value, k) for k in ("lexical", "datatype", "language") if getattr(value, k, None)}


def _short(agent: Agent) -> str:
    return agent.country if agent.type == "state" and agent.country else agent.name


def _quotes(evidence: Iterable[Evidence]) -> list[dict[str, Any]]:
    return [{"start": e.start, "end": e.end, "quote": e.quote} for e in evidence]
