"""Names of the property graph ↔ ontology terms, as one bijective table read from `registry.yaml`.

A term that the table does not list is named by a rule that never gives two terms one name, so that imported data keep
their predicates: `s:fooBar` → property `fooBar`, relationship `FOO_BAR`; `schema:about` → `schema_about`; any other IRI
is written out with every character that is no letter or digit as `_` and its code.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from summitry.claims import ReferenceDataError, iris

_CAMEL = re.compile(r"[A-Za-z][A-Za-z0-9]*")
_BIG = re.compile(r"(?<!^)([A-Z])")
_ODD = re.compile(r"[^A-Za-z0-9]")


@dataclass(frozen=True)
class Registry:
    """The table: IRI → name for labels, relationship types and properties, and the way back."""

    prefixes: Mapping[str, str]
    labels: Mapping[str, str]
    relationships: Mapping[str, str]
    properties: Mapping[str, str]
    kinds: Mapping[str, str]
    leader_offices: frozenset[str]

    def label(self, iri: str) -> str:
        """The node label of a class."""
        return self.labels.get(iri) or _free(self._by_rule(iri), iri, self.labels)

    def relationship(self, iri: str) -> str:
        """The relationship type of a property."""
        return self.relationships.get(iri) or _free(_upper(self._by_rule(iri)), iri, self.relationships)

    def property(self, iri: str, language: str | None = None) -> str:
        """The property key of a term; with a language `name` becomes `nameFr`."""
        name = self.properties.get(iri) or _free(self._by_rule(iri), iri, self.properties)
        return name + _language_suffix(language) if language else name

    def kind_label(self, iri: str) -> str | None:
        """The label that the first part of a data IRI stands for, or None."""
        split = iris.kind_and_key(iri)
        return self.kinds.get(split[0]) if split else None

    def curie(self, iri: str) -> str:
        """`prefix:local` when a prefix of the table fits, the IRI otherwise."""
        for prefix, base in self.prefixes.items():
            if iri.startswith(base) and _CAMEL.fullmatch(iri[len(base) :]):
                return f"{prefix}:{iri[len(base) :]}"
        return iri

    def term_of(self, section: str, name: str) -> str | None:
        """The IRI that a listed name stands for; `section` is `labels`, `relationships` or `properties`."""
        table: Mapping[str, str] = getattr(self, section)
        return next((iri for iri, known in table.items() if known == name), None)

    def _by_rule(self, iri: str) -> str:
        curie = self.curie(iri)
        if curie == iri:
            return _spelled_out(iri)
        prefix, _, local = curie.partition(":")
        return local if prefix == "s" else f"{prefix}_{local}"


def parse(document: Mapping[str, object]) -> Registry:
    """The registry of a parsed YAML document. Raises ReferenceDataError when two terms have one name."""
    sections = {name: _mapping(document, name) for name in ("prefixes", "labels", "kinds")}
    prefixes = sections["prefixes"]
    tables = {
        name: _bijective(name, {_expand(k, prefixes): v for k, v in _mapping(document, name).items()})
        for name in ("labels", "relationships", "properties")
    }
    leaders = document.get("leader_offices")
    offices = frozenset(str(key) for key in leaders) if isinstance(leaders, list) else frozenset()
    return Registry(prefixes=prefixes, kinds=sections["kinds"], leader_offices=offices, **tables)


@cache
def load_registry() -> Registry:
    """The registry that is part of the package."""
    text = files("summitry.store").joinpath("registry.yaml").read_text(encoding="utf-8")
    return parse(yaml.safe_load(text))


def _mapping(document: Mapping[str, object], name: str) -> dict[str, str]:
    section = document.get(name)
    if not isinstance(section, dict):
        raise ReferenceDataError("registry.yaml", f"section {name} is missing", "restore the file from the package")
    return {str(key): str(value) for key, value in section.items()}


def _expand(curie: str, prefixes: Mapping[str, str]) -> str:
    prefix, _, local = curie.partition(":")
    if prefix not in prefixes:
        raise ReferenceDataError("registry.yaml", f"prefix of {curie} is not declared", "declare it under prefixes")
    return prefixes[prefix] + local


def _bijective(section: str, table: dict[str, str]) -> dict[str, str]:
    seen: dict[str, str] = {}
    for iri, name in table.items():
        if name in seen:
            raise ReferenceDataError(
                "registry.yaml", f"{section}: {seen[name]} and {iri} are both called {name}", "rename one"
            )
        seen[name] = iri
    return table


def _free(name: str, iri: str, table: Mapping[str, str]) -> str:
    """The name by rule, or the IRI spelled out when the table gives that name to another term."""
    return _spelled_out(iri) if name in table.values() else name


def _spelled_out(iri: str) -> str:
    return "iri_" + _ODD.sub(lambda match: f"_{ord(match.group()):x}_", iri)


def _upper(name: str) -> str:
    return _BIG.sub(r"_\1", name).upper() if _CAMEL.fullmatch(name) else name


def _language_suffix(language: str) -> str:
    return "".join(part.capitalize() for part in language.split("-"))
