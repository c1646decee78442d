"""From the event of one article to the event that all articles tell of: `sameEventAs` judgements, one hop."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from summitry.claims import BlankNode, Claim, Iri, Literal, Polarity, Rank, RdfTerm
from summitry.store.vocabulary import SAME_EVENT_AS

Canonical = Callable[[str], str]
"""Gives the canonical IRI of an IRI, which is the IRI itself unless a judgement says otherwise."""

_RANK_ORDER = {Rank.PREFERRED: 0, Rank.NORMAL: 1, Rank.DEPRECATED: 2}


def counts(claim: Claim) -> bool:
    """True when the claim affirms and is not deprecated, so that views may show it as a fact."""
    return claim.polarity is Polarity.POSITIVE and claim.rank is not Rank.DEPRECATED


def judgements(claims: Iterable[Claim]) -> dict[str, str]:
    """Local event → canonical event, from live `sameEventAs` claims.

    Of several judgements on one event the better rank counts, then the higher confidence, then the smaller IRI,
    so that the answer does not depend on the order of loading.
    """
    chosen: dict[str, tuple[tuple[int, float, str], str]] = {}
    for claim in claims:
        target = claim.object_iri()
        if claim.predicate != SAME_EVENT_AS or target is None or not counts(claim):
            continue
        weight = (_RANK_ORDER[claim.rank], -claim.confidence, target)
        if claim.subject not in chosen or weight < chosen[claim.subject][0]:
            chosen[claim.subject] = (weight, target)
    return {local: target for local, (_, target) in chosen.items()}


def from_mapping(mapping: Mapping[str, str]) -> Canonical:
    """A `Canonical` that looks into a mapping."""
    return lambda iri: mapping.get(iri, iri)


def canonical_term(value: RdfTerm, canonical: Canonical) -> RdfTerm:
    """The term with an IRI replaced by its canonical one."""
    match value:
        case Iri(iri):
            return Iri(canonical(iri))
        case Literal() | BlankNode():
            return value
