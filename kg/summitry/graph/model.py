"""Links and nodes as they are read from a store, before networkx sees them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

PARTICIPATES_IN = "PARTICIPATES_IN"
INVITED_TO = "INVITED_TO"
ABSENT_FROM = "ABSENT_FROM"
PARTICIPATES_THROUGH = "PARTICIPATES_THROUGH"
HOLDS_OFFICE = "HOLDS_OFFICE"
ATTENDING = frozenset({PARTICIPATES_IN, PARTICIPATES_THROUGH})
"""Relations that mean taking part; the other two between agents and events mean that somebody does not."""

Attribute = str | float | int | bool | list[str]
"""What an attribute of a node or an edge may hold; what is unknown is left out."""


@dataclass(frozen=True, slots=True)
class Link:
    """A relation between two entities, named as in the property graph; `claims` are the ids it rests on."""

    start: str
    end: str
    relation: str
    detail: str | None = None
    """The role, the office or the kind of membership, as local name."""
    inferred: bool = False
    confidence: float | None = None
    since: str | None = None
    until: str | None = None
    claims: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What tells it apart from other links between the same two entities."""
        return "|".join(part for part in (self.relation, self.detail, self.since, self.until) if part)

    def attributes(self) -> dict[str, Attribute]:
        """The link as attributes of an edge."""
        found: dict[str, Attribute | None] = {
            "relation": self.relation,
            "role": self.detail,
            "inferred": self.inferred,
            "confidence": self.confidence,
            "since": self.since,
            "until": self.until,
            "claims": list(self.claims) or None,
        }
        return {name: value for name, value in found.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Description:
    """What one entity is: `type` is a label of the property graph, `names` is by language ("" for none)."""

    iri: str
    type: str
    names: Mapping[str, str] = field(default_factory=dict)
    details: Mapping[str, Attribute] = field(default_factory=dict)

    def name(self, language: str = "en") -> str:
        """The name in a language, else the one in English, else any; empty when there is none."""
        for wanted in (language, "en", "", "fr"):
            if wanted in self.names:
                return self.names[wanted]
        return self.names[min(self.names)] if self.names else ""

    def attributes(self) -> dict[str, Attribute]:
        """The description as attributes of a node: `name`, and `nameFr` and the like by language."""
        tagged = {f"name{language.capitalize()}": text for language, text in sorted(self.names.items()) if language}
        return {"type": self.type, "name": self.name(), **tagged, **self.details}
