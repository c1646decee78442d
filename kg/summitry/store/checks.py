"""What a claim must be to enter the log: every view can show it."""

from __future__ import annotations

from summitry.claims import Claim, InputError
from summitry.store import terms
from summitry.store.protocol import ArticleRecord


def check_record(record: ArticleRecord) -> None:
    """Raises InputError naming the first thing in the record that no view could show."""
    terms.named(record.article.iri)
    for claim in record.claims:
        check_claim(claim)


def check_claim(claim: Claim) -> None:
    """Raises InputError when an IRI is not absolute, a language tag no tag, or the confidence outside 0 to 1."""
    if not 0.0 <= claim.confidence <= 1.0:
        raise InputError(claim.iri, f"confidence {claim.confidence} is not between 0 and 1", "correct the rule")
    terms.named(claim.source)
    terms.named(claim.predicate)
    terms.resource(claim.subject)
    try:
        terms.to_ox(claim.object)
        for qualifier in claim.qualifiers:
            terms.named(qualifier.predicate)
            terms.to_ox(qualifier.value)
    except ValueError as error:
        raise InputError(claim.iri, f"not an RDF term: {error}", "correct the value") from error
