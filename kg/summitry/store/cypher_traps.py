"""What ArcadeDB answers wrongly without saying so; titles, advice and words are in `cypher_traps.yaml`.

It does not see that an item of RETURN, WITH or ORDER BY aggregates when the aggregation stands inside a test, such as
`max(x) IS NULL` or `count(x) > 1 AND …`: it then answers once for every row. Of a property that is taken from an
aggregation (`head(collect(n)).name`) it makes NULL. A pattern that is a condition on the members of a list, as in
`any(x IN list WHERE (x)-[:KNOWS]->())`, does not see `x`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain

import yaml

from summitry.claims import ReferenceDataError
from summitry.store.cypher_tree import AGGREGATES, Group, Node, tree

_FILE = "cypher_traps.yaml"
_ITEMS_START = frozenset({"RETURN", "WITH", "BY"})
_ITEMS_END = frozenset(
    {"MATCH", "OPTIONAL", "WHERE", "ORDER", "SKIP", "OFFSET", "LIMIT", "UNION", "UNWIND", "CALL", "RETURN", "WITH",
     "CREATE", "MERGE", "SET", "DELETE", "DETACH", "REMOVE", "FOREACH", "FINISH"}
)  # fmt: skip
_TESTS = frozenset({"IS", "IN", "NOT", "AND", "OR", "XOR", "CONTAINS", "STARTS", "ENDS", "=~", "::"})
_PARTS = frozenset({",", "|", "WHERE", "WHEN", "THEN", "ELSE"})
_SUBQUERIES = frozenset({"EXISTS", "COUNT", "COLLECT"})
_BINDERS = frozenset({"ANY", "ALL", "NONE", "SINGLE", "REDUCE"})


@dataclass(frozen=True, slots=True)
class Trap:
    """The title of the gap, and what to write instead."""

    title: str
    instead: str


@dataclass(frozen=True)
class _Traps:
    shapes: Mapping[str, Trap]
    words: tuple[tuple[tuple[str, ...], Trap], ...]


def find(words: Sequence[str]) -> Trap | None:
    """The first trap in the words of a query (`cypher_rules.tokens`), or None."""
    known = _load()
    for sequence, trap in known.words:
        if any(tuple(words[i : i + len(sequence)]) == sequence for i in range(len(words))):
            return trap
    nodes = tree(words)
    shape = next(chain(_shapes(nodes), _patterns_of_members(nodes)), None)
    return known.shapes[shape] if shape else None


def titles() -> frozenset[str]:
    """The titles of all gaps that are refused here."""
    known = _load()
    return frozenset(trap.title for trap in (*known.shapes.values(), *(trap for _, trap in known.words)))


@cache
def _load() -> _Traps:
    """Raises ReferenceDataError when the file does not have the form that its first lines tell."""
    data = yaml.safe_load((files(__package__) / _FILE).read_text("utf-8"))
    try:
        shapes = {name: Trap(shape["title"], shape["instead"]) for name, shape in data["shapes"].items()}
        rows = [(row["any"], Trap(row["title"], row["instead"])) for row in data["words"]]
        words = tuple((_sequence(text), trap) for texts, trap in rows for text in texts)
    except (KeyError, TypeError, AttributeError) as error:
        raise ReferenceDataError(_FILE, f"not as described in its first lines: {error}", "correct it") from error
    if shapes.keys() != {"test", "property", "pattern"}:
        raise ReferenceDataError(_FILE, "shapes must be test, property and pattern", "correct it")
    return _Traps(shapes, words)


def _sequence(text: str) -> tuple[str, ...]:
    return tuple(text.replace(".", " . ").upper().split())


def _shapes(nodes: Sequence[Node]) -> Iterator[str]:
    """The shapes in every item of every RETURN, WITH and ORDER BY, at whatever depth of subqueries."""
    for index, node in enumerate(nodes):
        if isinstance(node, Group):
            yield from _shapes(node.nodes)
        elif node in _ITEMS_START and not _after_test(nodes, index):
            yield from _traps_among(_items(nodes, index + 1))


def _after_test(nodes: Sequence[Node], index: int) -> bool:
    """The WITH of `STARTS WITH`."""
    return nodes[index] == "WITH" and index > 0 and nodes[index - 1] in ("STARTS", "ENDS")


def _items(nodes: Sequence[Node], first: int) -> list[Node]:
    last = first
    while last < len(nodes) and (nodes[last] not in _ITEMS_END or _after_test(nodes, last)):
        last += 1
    return list(nodes[first:last])


def _traps_among(nodes: Sequence[Node], binds: bool = False) -> Iterator[str]:
    """The traps in one list of expressions; `binds` when it may start with the `x IN list` of a comprehension."""
    for part in _parts(nodes):
        rest = part[2:] if binds and part[1:2] == ["IN"] else part
        if any(node in _TESTS for node in rest if isinstance(node, str)) and _aggregates(part):
            yield "test"
        for index, node in enumerate(part):
            if node == "." and _of_aggregation(part, index):
                yield "property"
            elif isinstance(node, Group) and not _is_call(part, index, AGGREGATES | _SUBQUERIES):
                yield from _traps_among(node.nodes, _binds(part, index))


def _parts(nodes: Sequence[Node]) -> Iterator[list[Node]]:
    part: list[Node] = []
    for node in nodes:
        if node in _PARTS:
            yield part
            part = []
        else:
            part.append(node)
    yield part


def _is_call(part: Sequence[Node], index: int, names: frozenset[str]) -> bool:
    """Whether the group at the index is what stands behind one of the names: arguments, or a subquery."""
    return index > 0 and part[index - 1] in names


def _binds(nodes: Sequence[Node], index: int) -> bool:
    """Whether the group at the index may start with the `x IN list` of a comprehension."""
    node = nodes[index]
    return isinstance(node, Group) and (node.opening == "[" or _is_call(nodes, index, _BINDERS))


def _aggregates(part: Sequence[Node]) -> bool:
    """Whether an aggregation stands in a part, not counting those of subqueries, which are their own."""
    for index, node in enumerate(part):
        if isinstance(node, Group):
            if node.opening == "(" and _is_call(part, index, AGGREGATES):
                return True
            if not (node.opening == "{" and _is_call(part, index, _SUBQUERIES)) and _aggregates(node.nodes):
                return True
    return False


def _of_aggregation(part: Sequence[Node], index: int) -> bool:
    """Whether the dot at the index follows brackets that hold an aggregation, or belong to one."""
    first = index
    while first > 0 and isinstance(part[first - 1], Group):
        first -= 1
    return first < index and _aggregates(part[max(first - 1, 0) : index])


def _patterns_of_members(nodes: Sequence[Node]) -> Iterator[str]:
    """Patterns as conditions on the members of a list, anywhere in the query."""
    for index, node in enumerate(nodes):
        if not isinstance(node, Group):
            continue
        first, *others = _parts(node.nodes)
        if _binds(nodes, index) and first[1:2] == ["IN"] and any(_has_pattern(part) for part in others):
            yield "pattern"
        yield from _patterns_of_members(node.nodes)


def _has_pattern(part: Sequence[Node]) -> bool:
    """`(x)-[…]…` or `(x)--…`, also in round brackets; not in subqueries and comprehensions, which see everything."""
    for index, node in enumerate(part):
        if isinstance(node, Group) and node.opening in ("(", "CASE"):
            start = index + 1 + (part[index + 1 : index + 2] == ["<"])
            after = part[start + 1] if part[start : start + 1] == ["-"] and len(part) > start + 1 else None
            joined = after == "-" or (isinstance(after, Group) and after.opening == "[")
            if joined or _has_pattern(node.nodes):
                return True
    return False
