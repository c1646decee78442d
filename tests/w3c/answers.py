"""Comparing answers as the W3C's tests ask for: rows as a bag, blank nodes by their place, numbers by their value."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

import pyoxigraph as ox

XSD = "http://www.w3.org/2001/XMLSchema#"
RS = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
_EXACT = frozenset(XSD + name for name in ("integer", "decimal"))
_INEXACT = frozenset(XSD + name for name in ("double", "float"))

Row = tuple[Any, ...]


@dataclass(frozen=True)
class Table:
    """Rows of values; the value at a variable's place is None where it is not bound."""

    variables: tuple[str, ...]
    rows: tuple[Row, ...]


Answer = bool | Table | ox.Dataset
"""What a query gives: a truth value, rows, or triples."""


def same(found: Answer, expected: Answer, *, exact: bool = False) -> bool:
    """Whether two answers are the same; `exact` compares numbers by their digits."""
    if isinstance(found, Table) and isinstance(expected, Table):
        return _same_table(found, expected, exact)
    if isinstance(found, ox.Dataset) and isinstance(expected, ox.Dataset):
        return _same_bag(_quads(found, exact), _quads(expected, exact))
    return type(found) is type(expected) and found == expected


def rows_of(solutions: ox.QuerySolutions) -> Table:
    """The rows of parsed results."""
    variables = tuple(variable.value for variable in solutions.variables)
    return Table(variables, tuple(tuple(row[name] for name in variables) for row in solutions))


def rows_of_csv(text: bytes) -> Table:
    """The rows of results as CSV, whose values have no types: blank nodes begin with `_:`."""
    head, *rows = csv.reader(io.StringIO(text.decode("utf-8"), newline=""))
    return Table(tuple(head), tuple(tuple(map(_csv_value, row)) for row in rows))


def rows_of_graph(triples: ox.Dataset) -> Answer | None:
    """The rows or the truth value that triples describe (rs:ResultSet); None when they are just triples."""
    graph = ox.Store()
    graph.extend(triples)

    def objects(subject: Any, predicate: str) -> list[Any]:
        return [q.object for q in graph.quads_for_pattern(subject, ox.NamedNode(RS + predicate), None)]

    sets = list(graph.quads_for_pattern(None, None, ox.NamedNode(RS + "ResultSet")))
    if not sets:
        return None
    top = sets[0].subject
    truth = objects(top, "boolean")
    if truth:
        return bool(truth[0].value == "true")
    variables = tuple(sorted(v.value for v in objects(top, "resultVariable")))
    rows = []
    for row in objects(top, "solution"):
        bound = {objects(b, "variable")[0].value: objects(b, "value")[0] for b in objects(row, "binding")}
        rows.append(tuple(bound.get(name) for name in variables))
    return Table(variables, tuple(rows))


def _csv_value(text: str) -> Any:
    return _Blank(text) if text.startswith("_:") else ox.Literal(text)


@dataclass(frozen=True)
class _Blank:
    """A blank node of a CSV file, whose labels are not those of other files."""

    label: str


def _same_table(found: Table, expected: Table, exact: bool) -> bool:
    if set(found.variables) != set(expected.variables):
        return False
    order = [found.variables.index(name) for name in expected.variables]
    sorted_rows = [tuple(row[place] for place in order) for row in found.rows]
    return _same_bag(_normal(sorted_rows, exact), _normal(expected.rows, exact))


def _normal(rows: Iterable[Sequence[Any]], exact: bool) -> list[Row]:
    return [tuple(_term(value, exact) for value in row) for row in rows]


def _quads(dataset: ox.Dataset, exact: bool) -> list[Row]:
    return _normal(((q.subject, q.predicate, q.object, q.graph_name) for q in dataset), exact)


def _term(value: Any, exact: bool) -> Any:
    """A value so that equal ones compare equal."""
    if not isinstance(value, ox.Literal):
        return value
    kind, text = value.datatype.value, value.value
    if value.language:
        return ("text", text, value.language.lower())
    if not exact and kind in _EXACT | _INEXACT:
        return ("number", _number(text, kind), kind)
    return ("literal", text, kind)


def _number(text: str, kind: str) -> Any:
    try:
        return Decimal(text) if kind in _EXACT else float(text)
    except (InvalidOperation, ValueError):
        return text


def _is_blank(value: Any) -> bool:
    return isinstance(value, ox.BlankNode | _Blank)


def _same_bag(found: list[Row], expected: list[Row]) -> bool:
    """Whether the rows are the same for some renaming of blank nodes."""
    plain, blank = _parted(found)
    expected_plain, expected_blank = _parted(expected)
    if Counter(plain) != Counter(expected_plain) or len(blank) != len(expected_blank):
        return False
    return _matched(blank, expected_blank, {})


def _parted(rows: list[Row]) -> tuple[list[Row], list[Row]]:
    return [r for r in rows if not any(map(_is_blank, r))], [r for r in rows if any(map(_is_blank, r))]


def _matched(found: list[Row], expected: list[Row], names: dict[Any, Any]) -> bool:
    """Try for the first row each row that it may be; `names` renames blank nodes of the one side to the other's."""
    if not found:
        return True
    for place, row in enumerate(expected):
        renamed = _renamed(found[0], row, names)
        if renamed is not None and _matched(found[1:], expected[:place] + expected[place + 1 :], renamed):
            return True
    return False


def _renamed(found: Row, expected: Row, names: dict[Any, Any]) -> dict[Any, Any] | None:
    renamed = dict(names)
    for ours, theirs in zip(found, expected, strict=True):
        if not (_is_blank(ours) and _is_blank(theirs)):
            if ours != theirs:
                return None
        elif renamed.get(ours, theirs) != theirs or (ours not in renamed and theirs in renamed.values()):
            return None
        else:
            renamed[ours] = theirs
    return renamed
