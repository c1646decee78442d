"""The figures by which rules and model are weighed are probabilities; the tool that measures them keeps the file."""

from __future__ import annotations

import yaml
from tools.reader_weights import FILE, written

from summitry.extractors.weights import load_weights


def test_every_figure_is_a_probability() -> None:
    weights = load_weights()
    worths = (weights.events, weights.participants)
    shares = [*weights.fields.values(), *(share for worth in worths for share in (worth.precision, worth.recall))]
    assert all(0 < share < 1 for share in shares)
    assert set(weights.fields) == {"start", "status", "kind", "mode", "role", "places"}


def test_new_figures_replace_the_old_ones_and_nothing_else() -> None:
    text = FILE.read_text("utf-8")
    old = yaml.safe_load(text)
    rules = {**old["rules"], "start": 0.5}
    new = written(text, rules)
    assert yaml.safe_load(new) == {**old, "rules": rules}
    assert [line for line in new.splitlines() if line.startswith("#")] == [
        line for line in text.splitlines() if line.startswith("#")
    ]
    assert written(text, old["rules"]) == text
