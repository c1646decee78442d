"""Claims and articles as JSON and back, without loss.

`claim_to_dict` gives a whole claim for exports; `claim_body` and `claim_from_row` split off what the log keeps
in columns of its own.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

import orjson

from summitry.claims import (
    Article,
    BlankNode,
    Claim,
    Evidence,
    Iri,
    Literal,
    Modality,
    Polarity,
    Qualifier,
    Rank,
    RdfTerm,
)
from summitry.claims.rdf_terms import RDF_LANG_STRING, XSD

Json = dict[str, Any]

_SLOTS = tuple(field.name for field in dataclasses.fields(Claim))

SPECIAL = ('"validFrom":', '"validTo":', '"polarity":"negative"')
"""What stands in the body of claims that hold for a stated time or deny something, and in no other: quotes within texts
are escaped in JSON."""

INFERRED = '#inferred"'
"""What stands in the body of claims that are marked as inferred."""


def term_to_json(term: RdfTerm) -> Json:
    """`{"iri"}`, `{"blank"}` or `{"text", "lang" | "type"}`; a plain string has neither."""
    match term:
        case Iri(iri):
            return {"iri": iri}
        case BlankNode(label):
            return {"blank": label}
        case Literal(lexical, datatype, language):
            result: Json = {"text": lexical}
            if language is not None:
                result["lang"] = language
            if datatype != (XSD + "string" if language is None else RDF_LANG_STRING):
                result["type"] = datatype
            return result


def term_from_json(value: Mapping[str, Any]) -> RdfTerm:
    """The way back from `term_to_json`."""
    if "iri" in value:
        return Iri(value["iri"])
    if "blank" in value:
        return BlankNode(value["blank"])
    language = value.get("lang")
    plain = XSD + "string" if language is None else RDF_LANG_STRING
    return Literal(value["text"], value.get("type", plain), language)


def claim_to_dict(claim: Claim) -> Json:
    """A whole claim; members that say nothing are left out."""
    times = {"recordedAt": claim.recorded_at, "retractedAt": claim.retracted_at}
    return {
        "id": claim.id,
        "source": claim.source,
        "subject": claim.subject,
        "predicate": claim.predicate,
        "object": term_to_json(claim.object),
        **_details(claim),
        **{key: value.isoformat() for key, value in times.items() if value is not None},
    }


def claim_from_dict(value: Mapping[str, Any]) -> Claim:
    """The way back from `claim_to_dict`; the id is computed again."""
    recorded, retracted = value.get("recordedAt"), value.get("retractedAt")
    times = (
        datetime.fromisoformat(recorded) if recorded else None,
        datetime.fromisoformat(retracted) if retracted else None,
    )
    return Claim(**_fields(value["source"], value["subject"], value["predicate"], value, times))


def claim_body(claim: Claim) -> bytes:
    """Everything but source, subject, predicate and times, as JSON bytes; equal claims give equal bytes."""
    return orjson.dumps({"object": term_to_json(claim.object), **_details(claim)})


def claim_from_row(row: tuple[str, str, str, str, bytes, int, int | None]) -> Claim:
    """A claim from id, source, subject, predicate, body, recorded and retracted time (microseconds since 1970, UTC).

    The id is taken as it was recorded: hashing again would take longer than all the rest, and `verify` does it.
    """
    claim_id, source, subject, predicate, body, recorded, retracted = row
    value = orjson.loads(body)
    claim = object.__new__(Claim)
    fields = _fields(source, subject, predicate, value, (moment(recorded), moment(retracted)))
    for name, found in fields.items():
        object.__setattr__(claim, name, found)
    object.__setattr__(claim, "id", claim_id)
    return claim


def recorded(claim: Claim, at: datetime | None) -> Claim:
    """The claim with its time of recording; made without hashing it again."""
    found = object.__new__(Claim)
    for name in _SLOTS:
        object.__setattr__(found, name, getattr(claim, name))
    object.__setattr__(found, "recorded_at", at)
    object.__setattr__(found, "retracted_at", None)
    return found


def moment(microseconds: int | None) -> datetime | None:
    """A time from microseconds since 1970, UTC."""
    if microseconds is None:
        return None
    return datetime.fromtimestamp(microseconds // 1_000_000, UTC).replace(microsecond=microseconds % 1_000_000)


def article_to_json(article: Article) -> bytes:
    """Everything but id and text."""
    return orjson.dumps(
        {
            "title": article.title,
            "lang": article.lang,
            "published": article.published,
            "publishedSource": article.published_source,
            "url": article.url,
            "publisher": article.publisher,
        }
    )


def article_from_json(article_id: str, text: str, body: bytes) -> Article:
    """The way back from `article_to_json`."""
    value = orjson.loads(body)
    return Article(
        id=article_id,
        text=text,
        title=value["title"],
        lang=value["lang"],
        published=date.fromisoformat(value["published"]) if value["published"] else None,
        published_source=value["publishedSource"],
        url=value["url"],
        publisher=value["publisher"],
    )


def _details(claim: Claim) -> Json:
    result: Json = {"rule": claim.rule, "confidence": claim.confidence}
    if claim.qualifiers:
        result["qualifiers"] = [[q.predicate, term_to_json(q.value)] for q in claim.qualifiers]
    if claim.evidence:
        result["evidence"] = [[e.start, e.end, e.quote] for e in claim.evidence]
    if claim.modality is not Modality.ASSERTED:
        result["modality"] = claim.modality.value
    if claim.polarity is not Polarity.POSITIVE:
        result["polarity"] = claim.polarity.value
    if claim.rank is not Rank.NORMAL:
        result["rank"] = claim.rank.value
    dates = {"validFrom": claim.valid_from, "validTo": claim.valid_to}
    return result | {key: value for key, value in dates.items() if value is not None}


def _fields(
    source: str,
    subject: str,
    predicate: str,
    value: Mapping[str, Any],
    times: tuple[datetime | None, datetime | None],
) -> dict[str, Any]:
    """All fields of a claim but its id."""
    return {
        "source": source,
        "subject": subject,
        "predicate": predicate,
        "object": term_from_json(value["object"]),
        "rule": value["rule"],
        "qualifiers": tuple(Qualifier(p, term_from_json(v)) for p, v in value.get("qualifiers", ())),
        "evidence": tuple(Evidence(start, end, quote) for start, end, quote in value.get("evidence", ())),
        "confidence": value["confidence"],
        "modality": Modality(value.get("modality", Modality.ASSERTED)),
        "polarity": Polarity(value.get("polarity", Polarity.POSITIVE)),
        "rank": Rank(value.get("rank", Rank.NORMAL)),
        "valid_from": value.get("validFrom"),
        "valid_to": value.get("validTo"),
        "recorded_at": times[0],
        "retracted_at": times[1],
    }
