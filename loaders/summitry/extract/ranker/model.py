"""Linear models over named features: logistic regression with its weights in a file."""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from summitry.claims import ReferenceDataError

FILE = Path(__file__).parent / "weights.json"
LIMITS = ("worthy", "loose", "far", "told", "bodies")
"""The least probabilities beside the models, in the order of the fields of Weights."""


@dataclass(frozen=True, slots=True)
class LinearModel:
    """Logistic regression over features that are there or not; `threshold` is the least probability of a yes."""

    intercept: float
    weights: Mapping[str, float]
    threshold: float

    def probability(self, features: Collection[str]) -> float:
        """How likely the answer is yes, 0 to 1 (the logistic function of the sum of weights)."""
        return 1.0 / (1.0 + math.exp(-self.intercept - self.total(features)))

    def total(self, features: Iterable[str]) -> float:
        """The sum of the weights of some features, the intercept not among them."""
        return math.fsum(filter(None, map(self.weights.get, features)))

    def total_of(self, probability: float) -> float:
        """The sum of weights that gives a probability (the inverse of the logistic function)."""
        if not 0.0 < probability < 1.0:
            return -math.inf if probability <= 0.0 else math.inf
        return math.log(probability / (1.0 - probability)) - self.intercept

    def reasons(self, features: Collection[str], count: int = 5) -> tuple[tuple[str, float], ...]:
        """The features that weigh most for or against, with their weights, heaviest first."""
        told = [(name, self.weights[name]) for name in sorted(features) if name in self.weights]
        return tuple(sorted(told, key=lambda pair: -abs(pair[1]))[:count])


@dataclass(frozen=True, slots=True)
class Weights:
    """The models of the ranker: is it an event, does somebody attend (told by a rule, or by nothing but nearness)."""

    events: LinearModel
    guests: LinearModel
    worthy: float
    """The least probability of a candidate that the rules hold for an event."""
    loose: float
    """The least probability of a guest whom no word ties to a meeting."""
    far: float
    """The same of one whom only another sentence names, alone, or who only speaks."""
    told: float
    """The least probability of a person whom a rule has read."""
    bodies: float
    """The least probability of a state, body or group that a rule has read: they often stand for people unnamed."""

    def asking(self, least: Mapping[str, float]) -> Weights:
        """The same weights with other least probabilities, those of a language: events, guests, worthy, …"""
        if not least:
            return self
        events = replace(self.events, threshold=least.get("events", self.events.threshold))
        guests = replace(self.guests, threshold=least.get("guests", self.guests.threshold))
        limits = {name: least[name] for name in LIMITS if name in least}
        return replace(self, events=events, guests=guests, **limits)


@cache
def load_weights(path: Path = FILE) -> Weights:
    """Read a file of weights.

    Raises:
        ReferenceDataError: the file is missing or not as `make train` writes it.
    """
    try:
        value = json.loads(path.read_text("utf-8"))
        limits = [float(value[name]) for name in LIMITS]
        return Weights(_model(value["events"]), _model(value["guests"]), *limits)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ReferenceDataError(
            str(path), f"no weights of the ranker ({error})", "make them with `make train`"
        ) from error


def _model(value: Mapping[str, Any]) -> LinearModel:
    weights = {str(name): float(weight) for name, weight in value["weights"].items()}
    return LinearModel(float(value["intercept"]), weights, float(value["threshold"]))
