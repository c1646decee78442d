"""What one row of each reference table says. Slugs and codes are the short identifiers; dates are EDTF unless typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class State:
    """A state or territory; `capital` is the slug of a place."""

    iso3: str
    iso2: str
    gec: str
    name: str
    un_member: bool
    wikidata: str
    capital: str


@dataclass(frozen=True, slots=True)
class StateName:
    """How one language calls a state, its people, and the seat that stands for its government.

    `risky` are those of the forms that also mean something else in that language.
    """

    iso3: str
    lang: str
    name: str
    article: str
    prep_in: str
    demonym_adj: tuple[str, ...]
    demonym_noun: tuple[str, ...]
    metonyms: tuple[str, ...]
    aliases: tuple[str, ...]
    risky: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Office:
    """A kind of office; level is headOfState, headOfGovernment, minister, envoy, organisationHead or other."""

    key: str
    level: str
    wikidata: str
    labels: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the news; `families` are the surnames used alone, the usual one first."""

    id: str
    name: str
    families: tuple[str, ...]
    country: str
    gender: str
    wikidata: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person's time in the office of a state (ISO 3166-1 alpha-3) or an organisation (slug); empty end: still."""

    person: str
    office: str
    of: str
    start: str
    end: str
    acting: bool
    source: str


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation, coalition or group; `is_format` marks a way of meeting rather than a body (E3, P5+1)."""

    id: str
    type: str
    wikidata: str
    founded: str
    dissolved: str
    names: Mapping[str, str]
    aliases: Mapping[str, tuple[str, ...]]
    is_format: bool


@dataclass(frozen=True, slots=True)
class Membership:
    """A state, organisation or person belonging to an organisation; empty start: unknown, empty end: still."""

    member: str
    of: str
    role: str
    start: str
    end: str
    source: str


@dataclass(frozen=True, slots=True)
class Place:
    """A capital, city, venue or region; coordinates in decimal degrees, None when unknown."""

    id: str
    country: str
    kind: str
    latitude: float | None
    longitude: float | None
    wikidata: str
    names: Mapping[str, str]
    aliases: tuple[str, ...]
    risky: tuple[str, ...]
    within: str


@dataclass(frozen=True, slots=True)
class Anniversary:
    """An event whose anniversaries are counted; `phrases` are how news name it after "anniversary of"."""

    id: str
    date: date
    names: Mapping[str, str]
    source: str
    phrases: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day known by name; the rule is `MM-DD`, or `easter+N` / `easter-N` days."""

    id: str
    rule: str
    names: Mapping[str, tuple[str, ...]]
