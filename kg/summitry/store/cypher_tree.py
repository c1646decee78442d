"""The words of a Cypher query as a tree of its brackets, and of its CASE … END."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

AGGREGATES = frozenset(
    {"COUNT", "COLLECT", "MAX", "MIN", "SUM", "AVG", "STDEV", "STDEVP", "PERCENTILECONT", "PERCENTILEDISC"}
)
_CLOSING = {")": "(", "]": "[", "}": "{", "END": "CASE"}
_OPENING = frozenset(_CLOSING.values())


@dataclass(slots=True, eq=False)
class Group:
    """What stands between a bracket and its partner, or between CASE and END."""

    opening: str
    nodes: list[Node] = field(default_factory=list)


Node = str | Group


def tree(words: Sequence[str]) -> list[Node]:
    """The tree of words in upper case; names of properties, labels and map keys in lower case, so that none of them
    looks like a keyword (`e.end`). Brackets without partner are left out: the engine says what is wrong with them.
    """
    root = Group("")
    open_groups = [root]
    for index, word in enumerate(words):
        inner = open_groups[-1]
        if _is_name(words, index, inner.opening == "{"):
            inner.nodes.append(word.lower())
        elif word in _OPENING:
            open_groups.append(Group(word))
            inner.nodes.append(open_groups[-1])
        elif _CLOSING.get(word) == inner.opening:
            open_groups.pop()
        elif not (word == "|" and _is_joined(words, index)):
            inner.nodes.append(word)
    return root.nodes


def _is_name(words: Sequence[str], index: int, in_map: bool) -> bool:
    """A property (`.end`), a label or type (`:End`), an alias (`AS end`) or a key of a map (`{end: …}`)."""
    if not words[index].isidentifier():
        return False
    before = words[index - 1] if index else ""
    after = words[index + 1] if index + 1 < len(words) else ""
    return before in (".", "AS") or (before == ":" and not in_map) or (after == ":" and before in ("{", ",", "(", "["))


def _is_joined(words: Sequence[str], index: int) -> bool:
    """A bar of `||`, which joins texts and parts nothing."""
    return "|" in words[max(index - 1, 0) : index] or "|" in words[index + 1 : index + 2]
