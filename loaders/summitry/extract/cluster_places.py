"""Whether words of an event and the event itself are at one place."""

from __future__ import annotations

from summitry.claims import EventKind
from summitry.extract.clusters import LARGE, Cluster
from summitry.extract.frame_model import RawFrame

MEETINGS = LARGE | {EventKind.MEETING, EventKind.NEGOTIATION}
"""Kinds of events that several come to."""


def other_place(found: Cluster, frame: RawFrame) -> bool:
    """Whether words name another place than those of an event; a house of its town is the same."""
    here, there = {(p[1], p[2]) for p in frame.places}, found.told.places
    if not here or not there:
        return False
    if here & there or {n for n, _ in here} & {n for n, _ in there}:
        return False
    if frame.towns & found.told.towns:
        return False
    countries = {c for _, c in here if c} & {c for _, c in there if c}
    if countries and frame.noun and frame.definite and frame.kind in MEETINGS:
        return False  # `the talks at Lancaster House`: a house of the town named before
    cities = found.told.only_towns and all(p[0] and p[0].startswith("place/") for p in frame.places)
    return not countries or (cities and frame.kind is not EventKind.VISIT)


def where(found: Cluster, frame: RawFrame) -> float:
    """How much the places that words name speak for an event: 1 for a country of its own, else 0."""
    here = {p[2] for p in frame.places if p[2]}
    return 1.0 if here and any(country in here for _, country in found.told.places) else 0.0
