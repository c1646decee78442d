"""Identifiers: IRIs made from short ids, and ids made from content."""

from __future__ import annotations

import hashlib
import re
import unicodedata

ONTOLOGY = "https://w3id.org/summitry/ontology#"
DATA = "https://w3id.org/summitry/id/"

_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def term(local_name: str) -> str:
    """The IRI of an ontology term."""
    return ONTOLOGY + local_name


def entity(kind: str, key: str) -> str:
    """The IRI of a thing, for example `entity("state", "FRA")`."""
    return f"{DATA}{kind}/{key}"


def local_name(iri: str) -> str:
    """What follows the last `#` or `/` of an IRI."""
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]


def kind_and_key(iri: str) -> tuple[str, str] | None:
    """Split a data IRI into kind and key; None when the IRI is not one of ours."""
    if not iri.startswith(DATA):
        return None
    kind, _, key = iri[len(DATA) :].partition("/")
    return (kind, key) if key else None


def digest(*parts: str, length: int = 32) -> str:
    """Hexadecimal SHA-256 over the parts, each preceded by its length in bytes so that no two lists collide."""
    counted = "".join([f"{len(part)}:{part}" for part in parts])
    if not counted.isascii():
        counted = "".join([f"{len(part.encode())}:{part}" for part in parts])
    return hashlib.sha256(counted.encode()).hexdigest()[:length]


def slug(name: str) -> str:
    """ASCII lower-case words joined by hyphens: `Élysée Palace` → `elysee-palace`. Empty for non-Latin names."""
    folded = unicodedata.normalize("NFKD", name.casefold())
    ascii_only = "".join(c for c in folded if not unicodedata.combining(c))
    return _NOT_SLUG.sub("-", ascii_only).strip("-")
