"""The alignment is the best there is, whatever the shape of the table."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.extract.evaluate.align import align

WEIGHTS = st.tuples(st.integers(1, 5), st.integers(1, 5)).flatmap(
    lambda shape: st.lists(
        st.lists(st.sampled_from([0.0, 0.1, 0.45, 0.6, 0.7, 0.9, 1.0]), min_size=shape[1], max_size=shape[1]),
        min_size=shape[0],
        max_size=shape[0],
    )
)


def best_sum(weights: list[list[float]]) -> float:
    """The greatest sum of any one-to-one alignment, by trying all."""
    rows = weights if len(weights) <= len(weights[0]) else [list(column) for column in zip(*weights, strict=True)]
    choices = permutations(range(len(rows[0])), len(rows))
    sums = [sum(row[column] for row, column in zip(rows, choice, strict=True)) for choice in choices]
    return float(max(sums))


@given(WEIGHTS)
def test_no_other_alignment_weighs_more(weights: list[list[float]]) -> None:
    pairs = align(weights)
    assert sum(weights[i][j] for i, j in pairs) == pytest.approx(best_sum(weights))
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    assert all(weights[i][j] > 0 for i, j in pairs)


def test_the_best_sum_beats_the_best_pair() -> None:
    assert sorted(align([[0.9, 0.8], [0.8, 0.1]])) == [(0, 1), (1, 0)]


def test_nothing_aligns_with_nothing() -> None:
    assert align([]) == align([[], []]) == align([[0.0]]) == []


def test_a_long_table_of_equal_weights_is_aligned_along_its_order() -> None:
    assert sorted(align([[1.0] * 30 for _ in range(40)])) == [(n, n) for n in range(30)]
