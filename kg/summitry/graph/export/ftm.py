"""FollowTheMoney entities, one a line, as the tools around `ftm` read them; `ftm.yaml` says what becomes what.

FollowTheMoney has no relation between an agent and an event that tells a role, so each participation is an UnknownLink
with its role, and the event names who is there (`involved`) and who made it (`organizer`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import orjson

from summitry.claims import iris
from summitry.graph.export.ftm_entities import Entity, Tables, link, node_entity, reference
from summitry.graph.export.whole import Whole
from summitry.store.graph_model import Node, Relationship
from summitry.store.protocol import Store

_TAKES_PLACE_IN, _HOLDS_OFFICE = "TAKES_PLACE_IN", "HOLDS_OFFICE"


def write(store: Store, out: Path) -> int:
    """Write the entities; returns their number."""
    number = 0
    with out.open("wb") as file:
        for entity in entities(Whole.of(store)):
            file.write(orjson.dumps(entity, option=orjson.OPT_APPEND_NEWLINE | orjson.OPT_SORT_KEYS))
            number += 1
    return number


def entities(whole: Whole) -> Iterator[Entity]:
    """Things first, then what is between them."""
    tables, nodes, edges = Tables.load(), dict[str, Node](), defaultdict[str, list[Relationship]](list)
    for part in whole.everything():
        if isinstance(part, Relationship):
            edges[part.type].append(part)
        elif tables.schema(part) or "Office" in part.labels:
            nodes[part.iri] = part
    things = {iri: node_entity(node, tables) for iri, node in nodes.items() if tables.schema(node)}
    for edge in (edge for type_ in tables.attending for edge in edges[type_]):
        _join(things, edge, "organizer" if edge.properties.get("role") in tables.organising else "involved")
    for edge in edges[_TAKES_PLACE_IN]:
        _place(things, edge)
    yield from things.values()
    for type_, rule in tables.relations.items():
        yield from (link(edge, rule) for edge in edges[type_] if {edge.start, edge.end} <= things.keys())
    yield from _offices([e for e in edges[_HOLDS_OFFICE] if {e.start, e.end} <= things.keys()], nodes, tables)


def _join(things: dict[str, Entity], edge: Relationship, name: str) -> None:
    """Tell an event who was there."""
    if edge.start in things and edge.end in things:
        known: list[str] = things[edge.end]["properties"].setdefault(name, [])
        if reference(edge.start) not in known:
            known.append(reference(edge.start))


def _place(things: dict[str, Entity], edge: Relationship) -> None:
    if edge.start in things and edge.end in things:
        event, place = things[edge.start]["properties"], things[edge.end]["properties"]
        event["addressEntity"] = [reference(edge.end)]
        event["location"] = place["full"]


def _offices(edges: list[Relationship], nodes: dict[str, Node], tables: Tables) -> Iterator[Entity]:
    """Offices of states and organisations, and who holds them."""
    posts = set[str]()
    for edge in edges:
        office = str(edge.properties.get("office", "office"))
        post = f"{reference(edge.end)}-{iris.slug(office)}"
        if post not in posts:
            posts.add(post)
            title = nodes.get(iris.entity("office", office))
            name = title.properties.get("name", office) if title else office
            of = nodes[edge.end].properties.get("name", iris.local_name(edge.end))
            properties = {"name": [f"{name}, {of}"], **tables.countries(edge.end)}
            yield {"id": post, "schema": "Position", "properties": properties}
        yield link(edge, {"schema": "Occupancy", "start": "holder", "end": "post"}, end=post)
