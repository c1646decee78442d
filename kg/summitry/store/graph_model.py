"""Nodes and relationships as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

PropertyValue = str | int | float | bool | date | datetime | list[str] | list[int]
"""What a property may hold: native types that ArcadeDB and Neo4j share."""


@dataclass(frozen=True, slots=True)
class Node:
    """One node per IRI; `labels` are sorted; `properties` include `iri`."""

    iri: str
    labels: tuple[str, ...]
    properties: Mapping[str, PropertyValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Relationship:
    """A relationship between two IRIs.

    `owner` is the entity that it is projected from (one of its ends, or the entity that a claim is about); `key` tells
    relationships of one type apart and is no property.
    """

    type: str
    start: str
    end: str
    owner: str
    key: str
    properties: Mapping[str, PropertyValue] = field(default_factory=dict)
