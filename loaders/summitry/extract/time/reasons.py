"""Short English sentences that say how a date was read and chosen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from summitry.claims import TimeReference
from summitry.extract.time import outcome

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NO_READING = {
    outcome.NO_DATE: "it cannot be resolved: no date of publication is known",
    outcome.NARRATIVE: "it counts from another time in the text",
    outcome.IMPOSSIBLE: "there is no such day",
    outcome.VAGUE: "it names no date",
    outcome.CONTRADICTION: "it points ahead of what is told as past",
    outcome.MISMATCH: "no near month has such a weekday on that day",
}
_DOUBTS = {
    outcome.INFERRED: "the year is inferred",
    outcome.ASSUMED: "the last one is assumed",
    outcome.OVERRULED: "against the tense, as the other side is far off",
    outcome.AMBIGUOUS: "another reading is possible",
    outcome.APPROXIMATE: "roughly",
    outcome.WITHIN: "some time in it",
}


def reason(time: TimeReference) -> str:
    """One sentence on one reading."""
    if time.reading is None:
        why = next((_NO_READING[flag] for flag in time.flags if flag in _NO_READING), "it cannot be resolved")
        return f"“{time.stated}”: {why}."
    counted = f", counted from {time.anchor}," if time.anchor else ""
    doubts = [_DOUBTS[flag] for flag in time.flags if flag in _DOUBTS]
    if outcome.MISMATCH in time.flags:
        doubts.insert(0, f"a {_weekday(time.reading)}, which is not the weekday stated")
    tail = f" ({'; '.join(doubts)})" if doubts else ""
    return f"“{time.stated}”{counted} is {time.reading}{tail}."


def verdict(start: str, kinds: Sequence[str], losing: Sequence[TimeReference]) -> str:
    """The sentence that closes the list of reasons."""
    basis = f"{start} is chosen on {_listed(kinds)} evidence"
    if not losing:
        return basis + "."
    against = _listed([f"“{time.stated}” ({time.reading})" for time in losing])
    return f"{basis}; against it: {against}."


def _weekday(reading: str) -> str:
    return _DAYS[date.fromisoformat(reading.strip("/")).isoweekday() - 1]


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
