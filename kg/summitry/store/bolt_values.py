"""Values as they come from the driver, turned into values of Python and of JSON."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from neo4j import graph, spatial
from neo4j import time as neo4j_time


def native(value: object) -> object:
    """Dates and times as Python has them, at any depth of lists and maps; everything else as it is.

    A time without offset is in UTC: ArcadeDB forgets the offset of parameters, and only UTC is stored.
    """
    match value:
        case neo4j_time.DateTime():
            moment = value.to_native()
            return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        case neo4j_time.Date():
            return value.to_native()
        case list() | tuple():
            return [native(item) for item in value]
        case dict():
            return {str(key): native(item) for key, item in value.items()}
        case _:
            return value


def plain(value: object) -> object:
    """What JSON can hold: times in ISO 8601, a node as its properties, a relationship as its properties and `type`,
    a path as the list of its nodes and relationships, a point as its coordinates.
    """
    match value:
        case graph.Relationship() | graph.Node() | graph.Path():
            return _of_graph(value)
        case dict():
            return {str(key): plain(item) for key, item in value.items()}
        case spatial.Point() | list() | tuple() | set() | frozenset():
            return [plain(item) for item in value]
        case bytes() | bytearray():
            return value.hex()
        case _:
            return _iso(value)


def _iso(value: object) -> object:
    match value:
        case neo4j_time.Date() | neo4j_time.DateTime() | neo4j_time.Time() | neo4j_time.Duration():
            return value.iso_format()
        case date() | datetime() | time():
            return value.isoformat()
        case _:
            return value


def _of_graph(value: graph.Relationship | graph.Node | graph.Path) -> object:
    match value:
        case graph.Path():
            return _path(value)
        case graph.Relationship():
            return {"type": value.type, **{key: plain(item) for key, item in value.items()}}
        case graph.Node():
            return {key: plain(item) for key, item in value.items()}


def _path(path: graph.Path) -> list[object]:
    steps: list[object] = [plain(path.start_node)] if path.start_node is not None else []
    for relationship, node in zip(path.relationships, path.nodes[1:], strict=True):
        steps += [plain(relationship), plain(node)]
    return steps
