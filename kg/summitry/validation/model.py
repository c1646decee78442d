"""What a check finds, as values."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Proof:
    """A claim behind a violation, its source, and the words that say it (empty where a table and no text says it)."""

    claim: str
    source: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    quote: str = ""
    sentence: str = ""


@dataclass(frozen=True)
class Violation:
    """One constraint that one node does not meet. IRIs in full; `path` holds every predicate that the constraint names.

    `value` is the value at fault, None where there are too few or too many; `severity` is Violation, Warning or Info.
    """

    shape: str
    message: str
    focus: str
    path: tuple[str, ...]
    value: str | None
    severity: str
    proofs: tuple[Proof, ...] = ()
