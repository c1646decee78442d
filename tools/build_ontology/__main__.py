"""`python -m tools.build_ontology [--check]`: writes the files derived from the ontology, or tells which are stale."""

from __future__ import annotations

import sys
from pathlib import Path

from tools.build_ontology import context, model, page, python_terms


def outputs() -> dict[Path, str]:
    """Each derived file with the text that it must have."""
    graph = model.load()
    terms = model.terms(graph)
    return {
        model.FOLDER / "terms.py": python_terms.render(terms),
        model.FOLDER / "context.jsonld": context.render(terms),
        model.ROOT / "docs" / "ontology.md": page.render(terms),
    }


def main(arguments: list[str]) -> int:
    """Write the files, or with --check return 1 when one is not what the ontology gives."""
    stale = [path for path, text in outputs().items() if not path.exists() or path.read_text("utf-8") != text]
    if "--check" in arguments:
        for path in stale:
            print(f"{path.relative_to(model.ROOT)} is stale: run `make ontology`", file=sys.stderr)
        return 1 if stale else 0
    for path, text in outputs().items():
        path.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
