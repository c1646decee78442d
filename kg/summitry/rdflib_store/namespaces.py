"""Prefixes that rdflib binds. They are kept in a small file beside the store: they are no statements of the graph."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from rdflib import URIRef

FILE = "namespaces.json"


class Namespaces:
    """Prefix ↔ namespace, one to one."""

    def __init__(self) -> None:
        self._namespaces: dict[str, str] = {}
        self._prefixes: dict[str, str] = {}
        self._file: Path | None = None

    def bind(self, prefix: str, namespace: str, override: bool = True) -> None:
        """Bind a prefix. Without `override` what is bound already, on either side, stays as it is."""
        if not override and (prefix in self._namespaces or namespace in self._prefixes):
            return
        self._prefixes.pop(self._namespaces.pop(prefix, ""), None)
        self._namespaces.pop(self._prefixes.pop(namespace, ""), None)
        self._namespaces[prefix], self._prefixes[namespace] = namespace, prefix

    def namespace(self, prefix: str) -> URIRef | None:
        """The namespace of a prefix."""
        found = self._namespaces.get(prefix)
        return None if found is None else URIRef(found)

    def prefix(self, namespace: str) -> str | None:
        """The prefix of a namespace."""
        return self._prefixes.get(str(namespace))

    def __iter__(self) -> Iterator[tuple[str, URIRef]]:
        return ((prefix, URIRef(namespace)) for prefix, namespace in list(self._namespaces.items()))

    def open(self, directory: Path) -> None:
        """Take in what was saved there, which goes before what is bound by default; `save` writes there."""
        self._file = directory / FILE
        if self._file.exists():
            for prefix, namespace in json.loads(self._file.read_text("utf-8")).items():
                self.bind(prefix, namespace)

    def save(self) -> None:
        """Write the file, when there is one."""
        if self._file is not None and self._file.parent.is_dir():
            self._file.write_text(json.dumps(self._namespaces, indent=1, sort_keys=True) + "\n", "utf-8")
