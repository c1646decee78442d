"""terms.py: one Python constant per ontology term, so that a misspelt term fails type checking."""

from __future__ import annotations

import re

from tools.build_ontology.model import S, Term

HEAD = '''"""IRIs of the ontology's terms. Generated from summitry.ttl by `make ontology`: do not edit."""

from __future__ import annotations

from typing import Final

NAMESPACE: Final = "{namespace}"
'''
TITLES = {
    "class": "Classes",
    "object": "Object properties",
    "datatype": "Datatype properties",
    "annotation": "Annotation properties",
    "value": "Values",
}


def constant(term: Term) -> str:
    """`hasParticipant` → `HAS_PARTICIPANT`; classes get the prefix `CLASS_`, values `VALUE_`, since names recur."""
    snake = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", term.name).upper()
    return {"class": f"CLASS_{snake}", "value": f"VALUE_{snake}"}.get(term.kind, snake)


def render(terms: list[Term]) -> str:
    """The text of terms.py."""
    lines = [HEAD.format(namespace=S)]
    for kind, title in TITLES.items():
        lines.append(f"\n# {title}")
        lines += [f'{constant(t)}: Final = "{S}{t.name}"' for t in terms if t.kind == kind]
    lines += _mapping("CLASSES", [t for t in terms if t.kind == "class"])
    lines += _mapping("PROPERTIES", [t for t in terms if t.kind in ("object", "datatype", "annotation")])
    lines += _mapping("VALUES", [t for t in terms if t.kind == "value"])
    return "\n".join(lines).replace("\n\n\n#", "\n\n#") + "\n"


def _mapping(name: str, terms: list[Term]) -> list[str]:
    return ["", f"{name}: Final = (", *(f'    "{t.name}",' for t in terms), ")"]
