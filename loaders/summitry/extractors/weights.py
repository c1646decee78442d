"""How likely a reading is right when rules and model agree, or only one of them says it (Bayes' rule over odds)."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

import yaml

from summitry.claims import ReferenceDataError
from summitry.extractors.suggestion import Source

_CERTAIN = 0.999


@dataclass(frozen=True, slots=True)
class Worth:
    """How often what is said is right, and which share of what there is, is said."""

    precision: float
    recall: float


@dataclass(frozen=True, slots=True)
class Weights:
    """The figures of `weights.yaml`; the file says what each is. `fields` are single properties of events."""

    events: Worth
    participants: Worth
    fields: dict[str, float]
    model_in_rules: float
    rules_in_model: float
    yes_to_right: float
    yes_to_wrong: float
    keep: float

    def both(self, confidence: float, source: Source) -> float:
        """Both say so; `confidence` is the rules'."""
        return _updated(confidence, source.recall / self.model_in_rules)

    def only_rules(self, confidence: float, source: Source) -> float:
        """The rules say so; the model has read the same words and does not."""
        return _updated(confidence, (1 - source.recall) / (1 - self.model_in_rules))

    def only_model(self, confidence: float, rules: Worth) -> float:
        """The model says so; the rules have read the same words and do not."""
        return _updated(confidence, (1 - rules.recall) / (1 - self.rules_in_model))

    def judged(self, probability: float, verdict: bool) -> float:
        """The probability after a second look."""
        right = self.yes_to_right if verdict else 1 - self.yes_to_right
        return _updated(probability, right / (self.yes_to_wrong if verdict else 1 - self.yes_to_wrong))

    def model_wins(self, field: str, source: Source) -> bool:
        """Whether the model is believed on a property that both tell and tell differently; at equal worth it is not."""
        return source.accuracy > self.fields[field]


def load_weights() -> Weights:
    """The weights of the package; ReferenceDataError when the file breaks its schema."""
    data = yaml.safe_load(files("summitry.extractors").joinpath("weights.yaml").read_text(encoding="utf-8"))
    try:
        rules, shared, second = dict(data["rules"]), data["shared"], data["second_look"]
        events, participants = Worth(**rules.pop("events")), Worth(**rules.pop("participants"))
        return Weights(
            events, participants, {name: float(value) for name, value in rules.items()},
            float(shared["model_in_rules"]), float(shared["rules_in_model"]),
            float(second["right"]), float(second["wrong"]), float(data["keep"]),
        )  # fmt: skip
    except (KeyError, TypeError, ValueError) as error:
        raise ReferenceDataError("weights.yaml", f"breaks its schema: {error}", "restore the file") from error


def _updated(probability: float, ratio: float) -> float:
    """The probability after evidence that is `ratio` times as likely when it is right as when it is wrong."""
    sure = min(max(probability, 1 - _CERTAIN), _CERTAIN)
    odds = sure / (1 - sure) * ratio
    return round(min(max(odds / (1 + odds), 1 - _CERTAIN), _CERTAIN), 3)
