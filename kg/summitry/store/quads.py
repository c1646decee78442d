"""Putting quads into Oxigraph and replacing them in one step, so that no reader sees half of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from contextlib import suppress
from itertools import chain, islice

import pyoxigraph as ox

_BULK = 2_000
_PART = 700_000
_ONE_STEP = 50_000
"""Up to so many quads are replaced by one SPARQL update; more would cost too much memory as text."""


def add(graph: ox.Store, fresh: Iterable[ox.Quad]) -> None:
    """Put in a stream of quads, in parts that bound the memory.

    Many go in four times as fast without a transaction: a reader may see the first of them before the last. Every part
    becomes files that Oxigraph merges later, so that few large parts cost it less than many small ones.
    """
    stream = iter(fresh)
    few = list(islice(stream, _BULK))
    if len(few) < _BULK:
        graph.extend(few)
    else:
        load(graph, chain(few, stream))


def load(graph: ox.Store, fresh: Iterable[ox.Quad]) -> None:
    """Put in a stream of very many quads."""
    stream = iter(fresh)
    for first in stream:
        graph.bulk_extend(chain((first,), islice(stream, _PART - 1)))


def replace(graph: ox.Store, stale: Collection[ox.Quad], fresh: Collection[ox.Quad]) -> None:
    """Take out `stale` and put in `fresh`.

    One transaction, unless there are very many, or names that an update cannot write (blank nodes, IRIs outside of
    RFC 3987): then the stale go first.
    """
    if not stale:
        graph.extend(fresh)
        return
    if len(stale) + len(fresh) <= _ONE_STEP and not any(map(_has_blank, (*stale, *fresh))):
        with suppress(SyntaxError):
            graph.update(f"DELETE DATA {{ {_text(stale)} }} ; INSERT DATA {{ {_text(fresh)} }}")
            return
    for quad in stale:
        graph.remove(quad)
    graph.extend(fresh)


def _has_blank(quad: ox.Quad) -> bool:
    nodes = (quad.subject, quad.graph_name, quad.object)
    return any(isinstance(node, ox.BlankNode) for node in nodes) or isinstance(quad.object, ox.Triple)


def _text(quads: Iterable[ox.Quad]) -> str:
    graphs: dict[ox.NamedNode | ox.BlankNode | ox.DefaultGraph, list[str]] = defaultdict(list)
    for quad in quads:
        graphs[quad.graph_name].append(f"{quad.subject} {quad.predicate} {quad.object} .")
    return "\n".join(
        "\n".join(lines) if isinstance(name, ox.DefaultGraph) else f"GRAPH {name} {{ {' '.join(lines)} }}"
        for name, lines in graphs.items()
    )
