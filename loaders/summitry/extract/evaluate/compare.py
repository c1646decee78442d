"""How alike two participants, places or events are; every weight and threshold of the alignment stands here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summitry.extract.evaluate.align import align
from summitry.extract.evaluate.model import Event, Party, Place
from summitry.extract.evaluate.names import FAMILY, SAME, WORD_SPELLING, alike, name_score

UNNAMED = 0.7
"""A title without a name, met by someone of the same country."""
DAY = 10
"""Length of a date with its day."""

Matrix = list[list[float]]


def party_matrix(gold: Sequence[Party], found: Sequence[Party]) -> Matrix:
    """How surely each pair is one participant. A family name counts only where it can mean nobody else."""
    scores = [[_party_score(a, b) for b in found] for a in gold]
    for i, j in [(i, j) for i, j in _doubtful(gold, found, scores) if not _alone(scores, i, j)]:
        scores[i][j] = 0.0
    return scores


def _doubtful(gold: Sequence[Party], found: Sequence[Party], scores: Matrix) -> Iterator[tuple[int, int]]:
    """The pairs that rest on a family name."""
    for i, a in enumerate(gold):
        for j, b in enumerate(found):
            if a.type == b.type == "person" and scores[i][j] > 0 and name_score(a.forms, b.forms) == FAMILY:
                yield i, j


def _alone(scores: Matrix, i: int, j: int) -> bool:
    others = [row[j] for k, row in enumerate(scores) if k != i] + [s for k, s in enumerate(scores[i]) if k != j]
    return not any(other > 0 for other in others)


def _party_score(gold: Party, found: Party) -> float:
    score = _named_score(gold, found)
    if not score and gold.unnamed and found.type in {"person", "state", "group"} and _same_country(gold, found):
        return UNNAMED
    return score


def _named_score(gold: Party, found: Party) -> float:
    if gold.type == found.type == "person":
        score = name_score(gold.forms, found.forms)
        abroad = gold.country and found.country and gold.country != found.country
        return 0.0 if abroad and score < SAME else score
    if gold.type == found.type == "state" and gold.country and found.country:
        return float(gold.country == found.country)
    return _body_score(gold, found)


def _body_score(gold: Party, found: Party) -> float:
    """Organisations, groups, and pairs of different types: equal names, or long names nearly alike."""
    ours, theirs = ({form.folded for form in party.forms} for party in (gold, found))
    if ours & theirs:
        return SAME
    if "state" in {gold.type, found.type}:
        return 0.0
    long = ((a, b) for a in ours for b in theirs if len(a) > 6 and len(b) > 6)
    return WORD_SPELLING if any(alike(a, b, 0.87) for a, b in long) else 0.0


def _same_country(a: Party | Place, b: Party | Place) -> bool:
    return a.country is not None and a.country == b.country


def compatible(a: str | None, b: str | None) -> bool:
    """Whether two dates agree at the coarser of their precisions."""
    return bool(a and b) and (str(a).startswith(str(b)) or str(b).startswith(str(a)))


def date_score(gold: Event, found: Event) -> float | None:
    """How alike the dates are; None when one of the two has none."""
    a, b = gold.start, found.start
    if not a or not b:
        return None
    if compatible(a, b):
        return 1.0 if a == b else 0.85
    if _overlap((a, gold.end or a), (b, found.end or b)):
        return 0.8
    return 0.35 if a[:7] == b[:7] and len(a) > 4 and len(b) > 4 else 0.0


def _overlap(first: tuple[str, str], second: tuple[str, str]) -> bool:
    exact = all(len(day) == DAY for day in (*first, *second))
    return exact and first[0] <= second[1] and second[0] <= first[1]


def place_score(gold: Event, found: Event) -> float | None:
    """1 when one place is the same, 0.5 for the same country; None when one of the two has no place."""
    if not gold.places or not found.places:
        return None
    return max(_place_pair(a, b) for a in gold.places for b in found.places)


def _place_pair(a: Place, b: Place) -> float:
    long = ((x, y) for x in a.names for y in b.names if len(x) > 4 and len(y) > 4)
    if a.names & b.names or any(alike(x, y, 0.88) for x, y in long):
        return 1.0
    return 0.5 if _same_country(a, b) else 0.0


def label_score(gold: Event, found: Event) -> float | None:
    """How alike the names of two events are; None when one of the two has none."""
    if not found.name or not found.labels:
        return None
    return max((_label_pair(label, found.labels[0]) for label in gold.labels), default=None)


def _label_pair(a: frozenset[str], b: frozenset[str]) -> float:
    return max(len(a & b) / len(a | b), 0.9 if a <= b or b <= a else 0.0)


def kind_score(gold: Event, found: Event, families: Sequence[frozenset[str]]) -> float:
    """1 for a kind that the gold accepts, 0.5 for one of the same family."""
    if found.kind == gold.kind or found.kind in gold.kind_alt:
        return 1.0
    return 0.5 if any(found.kind in family and gold.kind in family for family in families) else 0.0


def parties_score(gold: Event, found: Event) -> float | None:
    """F1 of the participants, weighted by how surely each pair is one; None when one side has none."""
    if not gold.parties or not found.parties:
        return None
    scores = party_matrix(gold.parties, found.parties)
    pairs = align(scores)
    hits = sum(scores[i][j] for i, j in pairs)
    required = sum(not party.optional for party in gold.parties)
    recalled = sum(scores[i][j] for i, j in pairs if not gold.parties[i].optional)
    recall = recalled / required if required else float(bool(hits))
    precision = hits / len(found.parties)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def event_score(gold: Event, found: Event, families: Sequence[frozenset[str]]) -> float:
    """How alike two events are, from 0 to 1; 0 when nothing but their kind speaks for them."""
    who, when = parties_score(gold, found), date_score(gold, found)
    label, where = label_score(gold, found), place_score(gold, found)
    if not _comparable(found, who, when, label, where):
        return 0.0
    one_sided = found.parties or any(not party.optional for party in gold.parties)
    weighed: list[tuple[float, float | None]] = [(0.45, who)]
    if who is None and one_sided:
        weighed = [(0.25, 0.0)]
    weighed += [(0.25, when), (0.10, label), (0.10, where), (0.10, kind_score(gold, found, families))]
    known = [(weight, part) for weight, part in weighed if part is not None]
    score = sum(weight * part for weight, part in known) / sum(weight for weight, _ in known)
    elsewhen = when == 0.0 and (who or 0) < 0.75 and (label or 0) < 0.6
    return score * 0.8 if elsewhen else score


def _comparable(found: Event, who: float | None, when: float | None, label: float | None, where: float | None) -> bool:
    """Whether a participant, the name, or the date with something else speaks for the pair."""
    if (who or 0) > 0 or (label or 0) >= 0.6:
        return True
    if (when or 0) >= 0.35 and ((label or 0) > 0.2 or (where or 0) > 0):
        return True
    return who is None and when == 1.0 and len(found.start or "") == DAY
