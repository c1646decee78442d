"""The best one-to-one alignment of two lists: the Hungarian algorithm, exact, cubic in the longer list."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

Weights = Sequence[Sequence[float]]


def align(weights: Weights) -> list[tuple[int, int]]:
    """The pairs (row, column) with the greatest sum of weights, each row and column at most once.

    `weights[row][column]` is at least 0; pairs of weight 0 are left out. Among equally good alignments the order
    of rows and columns decides: the same input always gives the same pairs.
    """
    rows, columns = len(weights), len(weights[0]) if weights else 0
    if not rows or not columns:
        return []
    matching = _Matching(_costs(weights, max(rows, columns)))
    for row in range(matching.size):
        matching.add(row)
    pairs = ((row, column) for column, row in enumerate(matching.row_at[:columns]) if row < rows)
    return [(row, column) for row, column in pairs if weights[row][column] > 0]


def _costs(weights: Weights, size: int) -> list[list[float]]:
    """Weights as costs in a square: what is heavy is cheap, what pads the square weighs nothing."""
    rows, columns = len(weights), len(weights[0])
    top = max(max(row) for row in weights) + 1.0
    return [[top - (weights[i][j] if i < rows and j < columns else 0.0) for j in range(size)] for i in range(size)]


class _Matching:
    """A cheapest matching of the rows added so far, with the prices that prove it the cheapest.

    The column after the last is the door: a row that is added stands there until a path leads it inside.
    """

    def __init__(self, costs: list[list[float]]) -> None:
        self.size = len(costs)
        self.costs = costs
        self.row_price = [0.0] * self.size
        self.column_price = [0.0] * (self.size + 1)
        self.row_at = [-1] * (self.size + 1)

    def add(self, row: int) -> None:
        """Match one more row along the cheapest path of exchanges to a free column."""
        door = self.size
        self.row_at[door] = row
        before = [door] * self.size
        column = self._search(before)
        while column != door:
            self.row_at[column] = self.row_at[before[column]]
            column = before[column]

    def _search(self, before: list[int]) -> int:
        """The free column at the end of the cheapest path; `before` then leads back to the door."""
        slack, reached, column = [inf] * self.size, [self.size], self.size
        open_columns = list(range(self.size))
        while self.row_at[column] >= 0:
            row = self.row_at[column]
            for j in open_columns:
                cost = self.costs[row][j] - self.row_price[row] - self.column_price[j]
                if cost < slack[j]:
                    slack[j], before[j] = cost, column
            column = min(open_columns, key=slack.__getitem__)
            self._raise_prices(slack[column], reached, open_columns, slack)
            open_columns.remove(column)
            reached.append(column)
        return column

    def _raise_prices(self, step: float, reached: list[int], open_columns: list[int], slack: list[float]) -> None:
        for j in reached:
            self.row_price[self.row_at[j]] += step
            self.column_price[j] -= step
        for j in open_columns:
            slack[j] -= step
