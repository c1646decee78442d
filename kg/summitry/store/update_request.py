"""A SPARQL update taken apart into its operations, each with the texts that it consists of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import pyoxigraph as ox

from summitry.claims import QueryError
from summitry.store import sparql_tokens
from summitry.store.sparql_tokens import Token

SUBJECT = "SPARQL update"
_HELP = "see docs/sparql.md for examples"
_STOP = " DROP GRAPH <urn:summitry:nothing> ; "
"""An operation that fails on an empty store: put in front of an update, it has the update parsed but not run."""
_PLACE = re.compile(r"error at (\d+):(\d+):")

GraphName = ox.NamedNode | ox.BlankNode | ox.DefaultGraph


@dataclass(frozen=True, slots=True)
class Data:
    """INSERT DATA or DELETE DATA; `block` is what stands between the braces."""

    prologue: str
    block: str
    insert: bool


@dataclass(frozen=True, slots=True)
class Modify:
    """DELETE, INSERT and WHERE; `graph` is what WITH names.

    `read` are the graphs that WHERE reads by GRAPH, None when a variable stands there.
    """

    prologue: str
    delete: str
    insert: str
    where: str
    graph: ox.NamedNode | None
    using: tuple[str, ...]
    using_named: tuple[str, ...]
    read: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class Manage:
    """CLEAR, DROP, CREATE, LOAD, COPY, MOVE or ADD.

    `target` and `source` are graphs, or the address of a document (LOAD); CLEAR and DROP may have a `scope` instead of
    a target: NAMED or ALL.
    """

    verb: str
    silent: bool
    target: GraphName | None = None
    source: GraphName | None = None
    scope: str = ""


Operation = Data | Modify | Manage


def parse(request: str, base: str | None) -> list[Operation]:
    """The operations of an update, in order. Raises QueryError when it is no SPARQL 1.1 update."""
    parts = list(sparql_tokens.operations(sparql_tokens.tokens(request)))
    lengths = [_prologue_length(part) for part in parts]
    whole = not any(lengths[1:])
    if whole:
        _check(request, parts[0][lengths[0] - 1].end if parts and lengths[0] else 0, base)
    found: list[Operation] = []
    prologue = ""
    for part, length in zip(parts, lengths, strict=True):
        if length:
            prologue += request[part[0].start : part[length - 1].end] + "\n"
        if len(part) > length:
            if not whole:  # Oxigraph takes no prologue between operations, so each is checked with its own
                _check(prologue + request[part[length].start : part[-1].end], len(prologue), base)
            found.append(_Parser(request, prologue, base, part[length:]).operation())
    return found


def _check(request: str, start: int, base: str | None) -> None:
    """Have an update parsed; its first operation starts at `start`."""
    try:
        ox.Store().update(request[:start] + _STOP + request[start:], base_iri=base)
    except (SyntaxError, ValueError) as error:
        raise QueryError(SUBJECT, _in_request(str(error).strip(), request[:start]), _HELP) from error
    except (RuntimeError, OSError):
        return  # the operation in front has failed, as it should


def _in_request(message: str, before: str) -> str:
    """An error message with the place that it has without the operation in front."""
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")

    def moved(match: re.Match[str]) -> str:
        place = int(match.group(2))
        shift = len(_STOP) if int(match.group(1)) == line and place > column else 0
        return f"error at {match.group(1)}:{place - shift}:"

    return _PLACE.sub(moved, message)


def _prologue_length(part: Sequence[Token]) -> int:
    """How many words of PREFIX and BASE an operation starts with."""
    place = 0
    while place < len(part) and part[place].keyword in ("PREFIX", "BASE", "VERSION"):
        place += 3 if part[place].keyword == "PREFIX" else 2
    return place


class _Parser:
    """Goes through the words of one operation."""

    def __init__(self, request: str, prologue: str, base: str | None, words: Sequence[Token]) -> None:
        self._request, self._prologue, self._base, self._words = request, prologue, base, words
        self._place = 0

    def operation(self) -> Operation:
        verb = self._words[0].keyword
        if verb in ("INSERT", "DELETE") and self._words[1].keyword == "DATA":
            self._place = 2
            return Data(self._prologue, self._block(), verb == "INSERT")
        if verb in ("INSERT", "DELETE", "WITH"):
            return self._modify()
        self._place = 1
        silent = self._skip("SILENT")
        if verb in ("COPY", "MOVE", "ADD"):
            source = self._graph()
            self._skip("TO")
            return Manage(verb, silent, self._graph(), source)
        if verb == "LOAD":
            source = self._iri()
            return Manage(verb, silent, self._graph() if self._skip("INTO") else ox.DefaultGraph(), source)
        scope = self._words[self._place].keyword
        if scope in ("NAMED", "ALL"):
            return Manage(verb, silent, scope=scope)
        return Manage(verb, silent, self._graph())

    def _modify(self) -> Modify:
        graph = self._iri() if self._skip("WITH") else None
        if self._skip("DELETE") and self._skip("WHERE"):
            where = self._block()
            return Modify(self._prologue, where, "", where, graph, (), (), self._read(where))
        delete = self._block() if self._words[self._place - 1].keyword == "DELETE" else ""
        insert = self._block() if self._skip("INSERT") else ""
        using: tuple[list[str], list[str]] = ([], [])
        while self._skip("USING"):
            using[self._skip("NAMED")].append(self._iri().value)
        self._skip("WHERE")
        where = self._block()
        return Modify(self._prologue, delete, insert, where, graph, tuple(using[0]), tuple(using[1]), self._read(where))

    def _read(self, where: str) -> frozenset[str] | None:
        words = sparql_tokens.tokens(where)
        names = [after for word, after in pairwise(words) if word.keyword == "GRAPH"]
        if any(name.kind == "variable" for name in names):
            return None
        return frozenset(self._resolved(name).value for name in names)

    def _skip(self, keyword: str) -> bool:
        found = self._place < len(self._words) and self._words[self._place].keyword == keyword
        self._place += found
        return found

    def _block(self) -> str:
        """The text between the next braces."""
        end = sparql_tokens.block_end(self._words, self._place)
        start, self._place = self._place, end
        return self._request[self._words[start].end : self._words[end - 1].start]

    def _graph(self) -> ox.NamedNode | ox.DefaultGraph:
        if self._skip("DEFAULT"):
            return ox.DefaultGraph()
        self._skip("GRAPH")
        return self._iri()

    def _iri(self) -> ox.NamedNode:
        self._place += 1
        return self._resolved(self._words[self._place - 1])

    def _resolved(self, word: Token) -> ox.NamedNode:
        """An IRI, which may be relative or have a prefix."""
        text = f"{self._prologue} <urn:a> <urn:b> {word.text} ."
        (quad,) = ox.parse(text, format=ox.RdfFormat.TRIG, base_iri=self._base)
        assert isinstance(quad.object, ox.NamedNode)
        return quad.object
