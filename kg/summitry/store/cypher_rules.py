"""What is refused before a Cypher query is sent: reaching out of the graph, and what ArcadeDB answers wrongly.

Writing is not looked for here: both engines refuse it themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from summitry.claims import QueryError

_TOKEN = re.compile(
    r"//[^\n]*|/\*.*?\*/"  # comments
    r"|'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|`(?:[^`]|``)*`"  # texts and quoted names
    r"|\$?[^\W\d]\w*|\d[\w.]*|=~|::|\S",
    re.DOTALL,
)
_AGGREGATES = frozenset(
    {"COUNT", "COLLECT", "MAX", "MIN", "SUM", "AVG", "STDEV", "STDEVP", "PERCENTILECONT", "PERCENTILEDISC"}
)
_ITEMS_START = frozenset({"RETURN", "WITH"})
_ITEMS_END = frozenset(
    {"MATCH", "OPTIONAL", "WHERE", "ORDER", "SKIP", "OFFSET", "LIMIT", "UNION", "UNWIND", "CALL", "RETURN", "WITH",
     "CREATE", "MERGE", "SET", "DELETE", "DETACH", "REMOVE", "FOREACH", "FINISH"}
)  # fmt: skip
_TESTS = frozenset({"IS", "NOT", "AND", "OR", "XOR", "CONTAINS", "STARTS", "ENDS", "=~", "::"})
_OPEN, _CLOSE = frozenset("([{"), frozenset(")]}")


def tokens(query: str) -> list[str]:
    """The words and signs of a query; names in upper case, comments left out, texts and quoted names as they are."""
    found = (match.group() for match in _TOKEN.finditer(query))
    return [word if word[0] in "'\"`" else word.upper() for word in found if not word.startswith(("//", "/*"))]


def check(query: str) -> None:
    """Raises QueryError when a query would read files or addresses, or is empty."""
    words = tokens(query)
    if not any(word != ";" for word in words):
        raise QueryError("Cypher query", "it is empty", "for example: MATCH (e:Event) RETURN e.name LIMIT 5")
    if any(pair == ("LOAD", "CSV") for pair in pairwise(words)):
        raise QueryError("Cypher query", "LOAD CSV would read a file or an address", "load articles with summitry load")


def check_arcade(query: str) -> None:
    """Raises QueryError when ArcadeDB would answer wrongly without saying so.

    It does not see that an item of RETURN or WITH aggregates when the aggregation stands inside a test, such as
    `max(x) IS NULL` or `count(x) > 1 AND …`, or when a property of the aggregate is taken: it then answers once for
    every row. Measured with 26.10.2.
    """
    for item in _projection_items(tokens(query)):
        if _aggregates(item) and _trap(item):
            raise QueryError(
                "Cypher query",
                f"the embedded engine answers `{' '.join(item)}` wrongly: an aggregation inside a test",
                "aggregate first: WITH max(x) AS m RETURN m IS NULL",
            )


def _projection_items(words: Sequence[str]) -> Iterator[list[str]]:
    """The items of every RETURN and WITH, at whatever depth of subqueries."""
    for index, word in enumerate(words):
        after_test = index > 0 and words[index - 1] in ("STARTS", "ENDS")
        if word in _ITEMS_START and not after_test:
            yield from _items_from(words[index + 1 :])


def _items_from(words: Sequence[str]) -> Iterator[list[str]]:
    item: list[str] = []
    depth = 0
    for index, word in enumerate(words):
        depth += (word in _OPEN) - (word in _CLOSE)
        ends = word in _ITEMS_END and not (word == "WITH" and words[index - 1] in ("STARTS", "ENDS"))
        if depth < 0 or (depth == 0 and ends):
            break
        if depth == 0 and word == ",":
            yield item
            item = []
        else:
            item.append(word)
    yield item


def _aggregates(item: Sequence[str]) -> bool:
    return any(a in _AGGREGATES and b == "(" for a, b in pairwise(item))


def _trap(item: Sequence[str]) -> bool:
    return any(_is_test(item, index) or _takes_property(item, index) for index in range(len(item)))


def _is_test(item: Sequence[str], index: int) -> bool:
    """A test; but not `x IN list` of a list comprehension, `any`, `all`, `none`, `single` or `reduce`."""
    if item[index] != "IN":
        return item[index] in _TESTS
    binds = index >= 2 and item[index - 2] in ("[", "(", ",") and item[index - 1].isidentifier()
    return not binds


def _takes_property(item: Sequence[str], index: int) -> bool:
    return item[index] == "." and index > 0 and item[index - 1] == ")"
