"""Queries and updates of rdflib as texts for the store, and results of the store for rdflib."""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from rdflib import Literal, URIRef
from rdflib.plugins.sparql.sparql import Query, Update
from rdflib.query import Result

from summitry.store import Graph, SparqlResult

_ENDS_WITH_VALUES = re.compile(r"\bVALUES\b[^{}]*\{[^{}]*\}\s*$", re.IGNORECASE)


def text_of(given: object) -> str:
    """The text of a query or an update. Raises NotImplementedError for a prepared one without its text."""
    if isinstance(given, Query | Update):
        arguments = getattr(given, "_original_args", None)
        if not arguments or arguments[1] or arguments[2]:
            raise NotImplementedError("prepared with prefixes or a base: rdflib runs it itself")
        return str(arguments[0])
    return str(given)


def with_prefixes(text: str, prefixes: Mapping[str, Any] | None) -> str:
    """The text after declarations of its prefixes; its own declarations come later, and so win."""
    lines = [f"PREFIX {prefix}: <{namespace}>" for prefix, namespace in (prefixes or {}).items()]
    return "\n".join([*lines, text])


def with_bindings(text: str, bindings: Mapping[str, Any] | None) -> str:
    """The query with values of variables. Raises NotImplementedError where a text cannot say it."""
    if not bindings:
        return text
    if _ENDS_WITH_VALUES.search(text) or not all(isinstance(term, URIRef | Literal) for term in bindings.values()):
        raise NotImplementedError("rdflib runs it itself")
    names = " ".join(f"?{str(name).lstrip('?')}" for name in bindings)
    values = " ".join(term.n3() for term in bindings.values())
    return f"{text}\nVALUES ({names}) {{ ({values}) }}"


def to_rdflib(result: SparqlResult) -> Result:
    """A result for rdflib."""
    if isinstance(result, Graph):
        return Result.parse(BytesIO(result.ntriples), format="nt", content_type="application/n-triples")
    return Result.parse(BytesIO(result.json), format="json")
