"""context.jsonld: the JSON keys of Summitry's documents, mapped to the ontology."""

from __future__ import annotations

import json

from tools.build_ontology.model import S, Term

PREFIXES = {
    "s": str(S),
    "id": "https://w3id.org/summitry/id/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "schema": "https://schema.org/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
}


def render(terms: list[Term]) -> str:
    """The text of context.jsonld."""
    entries: dict[str, object] = {"@version": 1.1, **PREFIXES, "iri": "@id", "type": "@type"}
    for term in terms:
        if term.kind in ("object", "datatype"):
            entries[term.name] = _property(term)
        elif term.kind == "class":
            entries[term.name] = f"s:{term.name}"
    return json.dumps({"@context": entries}, indent=2, ensure_ascii=False) + "\n"


def _property(term: Term) -> object:
    if term.kind == "object":
        return {"@id": f"s:{term.name}", "@type": "@id"}
    if term.range.startswith("xsd:"):
        return {"@id": f"s:{term.name}", "@type": term.range}
    return f"s:{term.name}"
