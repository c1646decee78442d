"""Values for `$names` in a SPARQL text.

SPARQL 1.1 has no parameters, and Oxigraph only binds variables that a query selects. So a value is written in the place
of each variable that is spelled with a dollar sign and named like a parameter; `?name` is left alone.
"""

from __future__ import annotations

from collections.abc import Mapping

from summitry.claims import RdfTerm, rdf_terms
from summitry.store.sparql_tokens import tokens


def bind(query: str, values: Mapping[str, RdfTerm]) -> str:
    """The query with `$name` written as the value of `name`; other variables stay."""
    parts: list[str] = []
    place = 0
    for token in tokens(query):
        name = token.text[1:]
        if token.kind == "variable" and token.text[0] == "$" and name in values:
            parts += [query[place : token.start], rdf_terms.key(values[name])]
            place = token.end
    return "".join([*parts, query[place:]])
