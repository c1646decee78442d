"""From a violation to the claims behind it, and to the words that say them."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.claims import Iri, Literal
from summitry.query.compile import fill, sparql_iri, sparql_list
from summitry.store import Solutions
from summitry.validation.model import Proof
from summitry.validation.sources import Source

_MOST = 3
"""Claims shown for one violation."""

_PREFIXES = """PREFIX s: <https://w3id.org/summitry/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX schema: <https://schema.org/>
"""
_ITSELF = "{focus} a s:Claim BIND({focus} AS ?claim)"
_EVIDENCE = "?claim s:hasEvidence {focus}"
_NODE = "{focus} s:fromClaim ?claim"
_NAMES_IT = "?claim rdf:object {focus}"
_SAYS_OF_IT = "?claim rdf:predicate ?p ; rdf:object ?o FILTER(?p IN ({path}) {value})"
_SUBJECT = """{ { ?claim s:about {focus} } UNION { GRAPH ?h { ?claim rdf:subject {focus} } }
    UNION { ?claim rdf:subject {focus} } }"""
_DETAILS = """?claim prov:wasQuotedFrom ?source
    OPTIONAL { ?claim s:hasEvidence/oa:exact ?quote } OPTIONAL { ?source schema:headline ?title }
    OPTIONAL { ?source schema:publisher ?publisher } OPTIONAL { ?source schema:datePublished ?published }
    OPTIONAL { ?source schema:url ?url }"""


def proofs(source: Source, focus: str, path: tuple[str, ...], value: str | None) -> tuple[Proof, ...]:
    """The first claims behind a node's violation; those that name the node where none says the thing itself."""
    for claims in _tries(source, focus, path, value):
        if claims:
            return tuple(source.words(proof) for proof in _details(source, claims))
    return ()


def _tries(source: Source, focus: str, path: tuple[str, ...], value: str | None) -> Iterator[list[str]]:
    for pattern in (_ITSELF, _EVIDENCE, _NODE):
        yield _claims(source, _anywhere(pattern), focus)
    if path:
        said, predicates = f"{_SUBJECT} {_anywhere(_SAYS_OF_IT)}", ", ".join(map(sparql_iri, path))
        if value is not None:
            yield _claims(source, said, focus, path=predicates, value=f"&& STR(?o) = {_string(value)}")
        yield _claims(source, said, focus, path=predicates, value="")
    yield _claims(source, _anywhere(_NAMES_IT), focus)


def _anywhere(pattern: str) -> str:
    """The pattern in the default graph or in a named one."""
    return f"{{ {{ {pattern} }} UNION {{ GRAPH ?g {{ {pattern} }} }} }}"


def _claims(source: Source, pattern: str, focus: str, **slots: str) -> list[str]:
    where = fill(pattern, focus=sparql_iri(focus), **slots)
    found = source.sparql(f"{_PREFIXES}SELECT DISTINCT ?claim WHERE {{ {where} }} ORDER BY ?claim LIMIT {_MOST}")
    assert isinstance(found, Solutions)
    return [row[0].value for row in found.rows if isinstance(row[0], Iri)]


def _details(source: Source, claims: list[str]) -> Iterator[Proof]:
    where = f"VALUES ?claim {{ {sparql_list(claims)} }} {_anywhere(_DETAILS)}"
    found = source.sparql(f"{_PREFIXES}SELECT * WHERE {{ {where} }} ORDER BY ?claim ?quote")
    assert isinstance(found, Solutions)
    known: dict[str, dict[str, str]] = {}
    for row in found.dicts():
        texts = {name: term.value if isinstance(term, Iri) else term.lexical for name, term in row.items()
                 if isinstance(term, Iri | Literal)}  # fmt: skip
        known.setdefault(texts["claim"], texts)
    for claim in claims:
        texts = known.get(claim, {})
        title, publisher, published, url = (texts.get(name) for name in ("title", "publisher", "published", "url"))
        yield Proof(claim, texts.get("source", ""), title, publisher, published, url, texts.get("quote", ""))


def _string(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    return f'"{escaped}"'
