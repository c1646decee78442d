"""docs/ontology.md: every term with its labels and definitions in English and French and what it is aligned to."""

from __future__ import annotations

from tools.build_ontology.model import Term

HEAD = """# The ontology

Generated from `ontology/summitry/ontology/summitry.ttl` by `make ontology`.
Namespace `https://w3id.org/summitry/ontology#`, prefix `s:`. Open the Turtle file in Protégé to browse it; `shapes.ttl`
beside it says what the store accepts, `context.jsonld` maps JSON keys, `codes.csv` maps kinds and statuses to CAMEO and
PLOVER. Terms are aligned with schema.org, W3C ORG, PROV-O, OWL-Time, SEM, SKOS, Web Annotation and Wikidata.
"""
SECTIONS = {
    "class": "Classes",
    "object": "Object properties",
    "datatype": "Datatype properties",
    "annotation": "Annotation properties",
    "value": "Values",
}


def render(terms: list[Term]) -> str:
    """The text of the page."""
    parts = [HEAD]
    for kind, title in SECTIONS.items():
        rows = [_row(term) for term in terms if term.kind == kind]
        last = "of" if kind == "value" else "under or close to"
        parts.append(
            f"## {title}\n\n| term | English | français | {last} |\n| --- | --- | --- | --- |\n"
            + "\n".join(rows)
            + "\n"
        )
    return "\n".join(parts)


def _row(term: Term) -> str:
    english = f"**{term.labels['en']}**: {term.definitions['en']}"
    french = f"**{term.labels['fr']}** : {term.definitions['fr']}"
    arrow = f" ({term.domain or 'any'} → {term.range or 'any'})" if term.kind in ("object", "datatype") else ""
    last = term.scheme if term.kind == "value" else ", ".join(term.parents)
    return f"| `s:{term.name}`{arrow} | {english} | {french} | {last} |"
