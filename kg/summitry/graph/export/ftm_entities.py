"""Single entities of FollowTheMoney, made from nodes and relationships of the property graph."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import yaml

from summitry.claims import iris
from summitry.reference import Reference
from summitry.store.graph_model import Node, PropertyValue, Relationship

Entity = dict[str, Any]
"""`id`, `schema`, and `properties` with lists of texts."""

_ODD = re.compile(r"[^A-Za-z0-9]+")
_DATE = re.compile(r"-?\d{4}(-\d\d(-\d\d)?)?")


@dataclass(frozen=True)
class Tables:
    """The tables of `ftm.yaml`, and the codes of states."""

    schemas: Mapping[str, str]
    properties: Mapping[str, str]
    relations: Mapping[str, Mapping[str, str]]
    attending: Sequence[str]
    organising: Sequence[str]
    languages: Mapping[str, str]
    codes: Mapping[str, str]

    @classmethod
    def load(cls) -> Tables:
        """Read them."""
        given = yaml.safe_load(files("summitry.graph.export").joinpath("ftm.yaml").read_text("utf-8"))
        codes = {iso3: state.iso2.lower() for iso3, state in Reference.load().states.items() if state.iso2}
        return cls(**given, codes=codes)

    def schema(self, node: Node) -> str | None:
        """The schema of a node; None for what FollowTheMoney does not know."""
        return next((self.schemas[label] for label in node.labels if label in self.schemas), None)

    def countries(self, iri: str) -> dict[str, list[str]]:
        """The property `country` of a state; empty for everything else."""
        code = self.codes.get(iris.local_name(iri))
        return {"country": [code]} if code and iris.kind_and_key(iri) else {}


def reference(iri: str) -> str:
    """The id of an entity: FollowTheMoney takes letters, digits, dots and hyphens."""
    kind, key = iris.kind_and_key(iri) or ("iri", iris.digest(iri, length=16))
    return f"summitry-{kind}-{_ODD.sub('-', key).strip('-')}"


def node_entity(node: Node, tables: Tables) -> Entity:
    """A node; its schema must be known."""
    schema = tables.schema(node)
    properties: dict[str, list[str]] = {
        wanted: [_text(node.properties[name])] for name, wanted in tables.properties.items() if name in node.properties
    }
    match schema:
        case "Article":
            properties |= _article(node, tables)
        case "Address":
            properties |= {"full": _names(node)[:1]}
        case "Event":
            properties |= _named(node) | _event(node)
        case _:
            properties |= _named(node) | tables.countries(node.iri)
    return {"id": reference(node.iri), "schema": schema, "properties": properties}


def link(edge: Relationship, rule: Mapping[str, str], end: str | None = None) -> Entity:
    """A relationship as an edge; `end` is the id of its second end when that is not the node itself."""
    properties = {rule["start"]: [reference(edge.start)], rule["end"]: [end or reference(edge.end)]}
    role = rule.get("role") or edge.properties.get("role")
    if role and rule["schema"] != "Occupancy":
        properties["role"] = [str(role)]
    if edge.properties.get("status"):
        properties["status"] = [str(edge.properties["status"])]
    for wanted, name in (("startDate", "validFrom"), ("endDate", "validTo")):
        properties |= _date(wanted, edge.properties.get(name))
    key = iris.digest(edge.start, edge.type, edge.key, edge.end, length=16)
    return {"id": f"summitry-link-{key}", "schema": rule["schema"], "properties": properties}


def _article(node: Node, tables: Tables) -> dict[str, list[str]]:
    language = tables.languages.get(str(node.properties.get("lang")))
    published = node.properties.get("published")
    return ({"language": [language]} if language else {}) | _date(
        "publishedAt", _text(published) if published else None
    )


def _event(node: Node) -> dict[str, list[str]]:
    words = [str(node.properties[key]) for key in ("kind", "mode", "status") if key in node.properties]
    dates = _date("startDate", node.properties.get("startEdtf")) | _date("endDate", node.properties.get("endEdtf"))
    return ({"keywords": words} if words else {}) | dates


def _date(name: str, edtf: PropertyValue | None) -> dict[str, list[str]]:
    """A day, month or year; of an interval its first day, and nothing for what is less exact."""
    found = _DATE.match(str(edtf or ""))
    return {name: [found.group()]} if found else {}


def _named(node: Node) -> dict[str, list[str]]:
    first, *others = _names(node)
    return {"name": [first]} | ({"alias": others} if others else {})


def _names(node: Node) -> list[str]:
    """The name, then the names in other languages; the last part of the address when there is none."""
    names = [str(value) for key, value in sorted(node.properties.items()) if re.fullmatch(r"name[A-Z][a-z]+", key)]
    first = node.properties.get("name")
    found = dict.fromkeys([*([str(first)] if first else []), *names])
    return list(found) or [str(node.properties.get("kind") or iris.local_name(node.iri))]


def _text(value: PropertyValue) -> str:
    return value if isinstance(value, str) else value.isoformat() if hasattr(value, "isoformat") else str(value)
