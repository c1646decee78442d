"""What is compared: one shape for gold files and for predictions."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summitry.extract.evaluate.names import Form

NOT_ATTENDING = frozenset({"absent", "invitee", "declined", "not_attending"})
"""Roles of people whom an article names with an event that they do not attend."""

_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


@dataclass(frozen=True, slots=True)
class Party:
    """A participant. `country` is an upper-case ISO 3166-1 alpha-3 code; `confidence` is set in predictions alone."""

    name: str
    forms: tuple[Form, ...]
    type: str
    country: str | None
    role: str
    role_alt: tuple[str, ...] = ()
    unnamed: bool = False
    optional: bool = False
    confidence: float | None = None

    @property
    def attends(self) -> bool:
        """Whether the role means taking part."""
        return self.role not in NOT_ATTENDING

    @property
    def disputed(self) -> bool:
        """Whether careful readers disagree if this one takes part."""
        return len({role in NOT_ATTENDING for role in (self.role, *self.role_alt)}) > 1


@dataclass(frozen=True, slots=True)
class Place:
    """A place by its folded names and its country code."""

    name: str
    names: frozenset[str]
    country: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """An event. Dates are `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or None; `labels` are the meaning words of each name."""

    kind: str | None
    kind_alt: tuple[str, ...]
    name: str | None
    labels: tuple[frozenset[str], ...]
    start: str | None
    end: str | None
    places: tuple[Place, ...]
    virtual: bool
    status: str | None
    status_alt: tuple[str, ...]
    parties: tuple[Party, ...]
    main: bool = True
    optional: bool = False

    def __str__(self) -> str:
        return f"{self.kind} {self.name!r} {self.start or '(no date)'}"


@dataclass(frozen=True, slots=True)
class Tenure:
    """Who holds which office of what; offices and organisations as marks to be compared."""

    person: str
    forms: tuple[Form, ...]
    office: str
    offices: frozenset[str]
    of: frozenset[str]
    of_name: str
    optional: bool = False

    def __str__(self) -> str:
        return f"{self.person}, {self.office} of {self.of_name}"


@dataclass(frozen=True, slots=True)
class Belonging:
    """Who belongs to what, and as what."""

    member: str
    members: frozenset[str]
    of: frozenset[str]
    of_name: str
    role: str
    optional: bool = False

    def __str__(self) -> str:
        return f"{self.member} in {self.of_name} ({self.role})"


@dataclass(frozen=True, slots=True)
class Content:
    """What an article says, according to its gold or to a prediction."""

    events: tuple[Event, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    belongings: tuple[Belonging, ...] = ()


def plain_date(value: object) -> str | None:
    """The leading calendar date of an EDTF text (`2024-06~` is `2024-06`), or None."""
    match = _DATE.match(str(value)) if value else None
    return "-".join(part for part in match.groups() if part) if match else None
