"""What is refused before a Cypher query is sent: reaching out of the graph, and what ArcadeDB answers wrongly.

Writing is not looked for here: both engines refuse it themselves.
"""

from __future__ import annotations

import re
from itertools import pairwise

from summitry.claims import QueryError
from summitry.store import cypher_traps

_TOKEN = re.compile(
    r"//[^\n]*|/\*.*?\*/"  # comments
    r"|'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|`(?:[^`]|``)*`"  # texts and quoted names
    r"|\$?[^\W\d]\w*|\d[\w.]*|=~|::|\S",
    re.DOTALL,
)


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
    """Raises QueryError when ArcadeDB would answer wrongly without saying so."""
    trap = cypher_traps.find(tokens(query))
    if trap is not None:
        raise QueryError("Cypher query", f"the embedded engine would answer it wrongly: {trap.title}", trap.instead)
