"""The registry of names, kept in the property graph that was written with it: `(:SummitryName {key, kind, iri, name})`.

A graph whose labels, types and keys were given by another registry would be read wrongly, so the names are compared on
opening. They also tell whoever asks Cypher which term a name stands for.
"""

from __future__ import annotations

from collections.abc import Iterator

from summitry.claims import StoreError
from summitry.store.graph_writer import Run
from summitry.store.registry import Registry
from summitry.store.statements import statement

_KINDS = {"labels": "label", "relationships": "relationship", "properties": "property"}

Row = dict[str, str]


def rows(registry: Registry) -> list[Row]:
    """The registry as rows; `key` tells them apart."""
    return [
        {"key": f"{kind} {iri}", "kind": kind, "iri": iri, "name": name}
        for section, kind in _KINDS.items()
        for iri, name in sorted(getattr(registry, section).items())
    ]


def kept(run: Run) -> list[Row]:
    """The names that a graph was written with; none in a new one."""
    found = run(statement("names_read"), {})
    return [{key: row[key] for key in ("key", "kind", "iri", "name")} for row in found]


def write(run: Run, registry: Registry) -> None:
    """Put the names of the registry in the place of others."""
    run(statement("names_clear"), {})
    run(statement("names_write"), {"rows": rows(registry)})


def settle(run: Run, registry: Registry) -> bool:
    """Write the names into a graph that has none; False when it has others."""
    known = kept(run)
    if not known:
        run(statement("names_write"), {"rows": rows(registry)})
        return True
    return next(differences(known, registry), None) is None


def differences(known: list[Row], registry: Registry) -> Iterator[str]:
    """What a graph calls otherwise than the registry, in words."""
    wanted, shown = ({row["key"]: row["name"] for row in table} for table in (rows(registry), known))
    for key in sorted(wanted.keys() | shown.keys()):
        if wanted.get(key) != shown.get(key):
            yield f"{key} is {shown.get(key) or 'unnamed'} there and {wanted.get(key) or 'unnamed'} here"


def mismatch(run: Run, registry: Registry, location: str) -> StoreError:
    """The error for a graph with other names."""
    found = list(differences(kept(run), registry))
    more = f", and {len(found) - 1} more" if len(found) > 1 else ""
    return StoreError(
        location,
        f"its graph was written with another registry of names: {found[0] if found else 'none'}{more}",
        "run summitry rebuild cypher, or use the Summitry that wrote it",
    )
