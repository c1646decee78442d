"""The sides of a contradiction, ranked as the graph ranks them, with the reason in words."""

from __future__ import annotations

from collections.abc import Mapping

from summitry.claims import Claim
from summitry.query.evidence import Evidences
from summitry.query.model import Ranked
from summitry.query.phrases import Phrases
from summitry.store.choice import Criterion, Standing, standings


def rank(
    predicate: str,
    values: Mapping[str, list[Claim]],
    quotes: Evidences,
    phrases: Phrases,
    *,
    side_by_side: bool = False,
) -> tuple[Ranked, ...]:
    """The values, the one that the graph shows first; with `side_by_side` the graph shows all of them.

    Fewer than two values give nothing.
    """
    if len(values) < 2:
        return ()
    published = quotes.published({claim.source for found in values.values() for claim in found})
    ordered = standings(predicate, values, published)
    rivals = [ordered[1], *[ordered[0]] * (len(ordered) - 1)]
    return tuple(
        _ranked(one, other, one is ordered[0], side_by_side, quotes, phrases)
        for one, other in zip(ordered, rivals, strict=True)
    )


def _ranked(
    one: Standing, other: Standing, first: bool, side_by_side: bool, quotes: Evidences, phrases: Phrases
) -> Ranked:
    words = phrases.word("criterion" if first else "behind", one.decided_by)
    sentence = "side_by_side" if side_by_side else "shown" if first else "not_shown"
    reason = phrases.sentences[sentence].format(criterion=words, mine=_measure(one), other=_measure(other, one))
    return Ranked(
        value=one.key,
        shown=first or side_by_side,
        rank=one.rank.value,
        sources=one.sources,
        latest=one.latest.isoformat() if one.latest else None,
        confidence=one.confidence,
        decided_by=one.decided_by.value,
        reason=reason,
        evidence=quotes.of(one.claims),
    )


def _measure(standing: Standing, by: Standing | None = None) -> str:
    """What the deciding criterion measures of a side."""
    match (by or standing).decided_by:
        case Criterion.RANK:
            return standing.rank.value
        case Criterion.SOURCES:
            return str(standing.sources)
        case Criterion.PUBLICATION:
            return standing.latest.isoformat() if standing.latest else "–"
        case Criterion.CONFIDENCE:
            return f"{standing.confidence:g}"
        case Criterion.EXACTNESS | Criterion.ORDER:
            return standing.key
