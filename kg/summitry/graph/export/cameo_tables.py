"""The tables behind CAMEO pairs: codes of events from the ontology's `codes.csv`, of actors from `cameo.yaml`."""

from __future__ import annotations

import csv
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from typing import NamedTuple

import yaml

from summitry.ontology import file
from summitry.reference import Reference


class EventCode(NamedTuple):
    """A row of `codes.csv`: CAMEO code with root, PLOVER event, mode and contexts (|-separated)."""

    cameo: str
    plover_event: str
    plover_mode: str
    plover_context: str


@dataclass(frozen=True)
class Tables:
    """What `cameo.yaml` says, the codes of events by kind and status, and the reference tables."""

    states: Mapping[str, str]
    levels: Mapping[str, str]
    offices: Mapping[str, str]
    organisations: Mapping[str, str]
    received: Mapping[str, str]
    mediation: Mapping[str, str]
    rejected: Collection[str]
    coming: Collection[str]
    remote: Collection[str]
    events: Mapping[tuple[str, str], EventCode]
    reference: Reference

    @classmethod
    def load(cls, reference: Reference | None = None) -> Tables:
        """Read them; without reference tables, those of the package."""
        given = yaml.safe_load(files("summitry.graph.export").joinpath("cameo.yaml").read_text("utf-8"))
        return cls(**given, events=_events(), reference=reference or Reference.load())

    def state(self, iso3: str) -> str | None:
        """The actor code of a state; None when there is no such state."""
        return self.states.get(iso3, iso3) if iso3 in self.reference.states else None

    def role(self, office: str) -> str:
        """The role code of an office (`GOV`); empty when the codebook has none for it."""
        if office in self.offices:
            return self.offices[office]
        known = self.reference.offices.get(office)
        return self.levels.get(known.level, "") if known else ""

    @cached_property
    def untitled(self) -> Mapping[str, str]:
        """Offices by their lower-case key, as it stands in the ids of people that no article names."""
        return {key.lower(): key for key in self.reference.offices}


def _events() -> dict[tuple[str, str], EventCode]:
    lines = (line for line in file("codes.csv").read_text("utf-8").splitlines() if not line.startswith("#"))
    return {
        (row["kind"], row["status"]): EventCode(
            row["cameo"], row["plover_event"], row["plover_mode"], row["plover_context"]
        )
        for row in csv.DictReader(lines)
    }
