"""Reading and writing RDF files in every serialisation, with lexical forms and language tags as they are written."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePath

import pyoxigraph as ox

from summitry.claims import InputError
from summitry.store import language_tags

FORMATS = {
    "turtle": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "nquads": ox.RdfFormat.N_QUADS,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
}
_BY_SUFFIX = {
    ".ttl": "turtle", ".trig": "trig", ".nt": "ntriples", ".nq": "nquads",
    ".rdf": "rdfxml", ".owl": "rdfxml", ".xml": "rdfxml", ".jsonld": "jsonld", ".json": "jsonld",
}  # fmt: skip
_SPELL: dict[str, Callable[[str], str]] = {"rdfxml": language_tags.spell_xml, "jsonld": language_tags.spell_json}
_BLOCK = 1 << 20
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^\x00-\x20<>\"{}|^`\\]*")
_TAG = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")


def format_of(path: PurePath) -> str:
    """The serialisation that a file name stands for. Raises InputError for an unknown ending."""
    name = _BY_SUFFIX.get(path.suffix.lower())
    if name is None:
        known = ", ".join(sorted(_BY_SUFFIX))
        raise InputError(str(path), "its name does not say which RDF serialisation it is", f"use one of {known}")
    return name


def digest(path: Path) -> str:
    """Hexadecimal SHA-256 of a file. Raises InputError when it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise InputError(str(path), error.strerror or str(error), "check the path") from error


class UnusualIriError(InputError):
    """An IRI that RFC 3987 does not know; RDF's own grammar may."""


def read(path: Path, format: str, base: str | None = None, *, unusual: bool = False) -> Iterator[ox.Quad]:
    """The statements of a file, streaming; blank nodes get labels that no other file has.

    Language tags with capitals are spelled as in `language_tags`. Relative IRIs are resolved against `base`, by default
    the address of the file. Raises InputError where the file breaks the grammar, UnusualIriError for an IRI that may do
    with `unusual`: then IRIs only have to fit the grammar of RDF 1.1 (IRIREF, without relative ones).
    """
    try:
        address = base or path.resolve().as_uri()
        text = _spelled(path, format)
        whole = None if text is not None else path
        found = ox.parse(text, FORMATS[format], path=whole, base_iri=address, rename_blank_nodes=True, lenient=unusual)
        yield from map(_checked, found) if unusual else found
    except (SyntaxError, ValueError) as error:
        kind = UnusualIriError if "IRI" in str(error) and not unusual else InputError
        raise kind(str(path), f"no {format}: {error}", "correct the file, or name its serialisation") from error
    except OSError as error:
        raise InputError(str(path), error.strerror or str(error), "check the path") from error


def _checked(quad: ox.Quad) -> ox.Quad:
    """What the parser does not look at when it is lenient. Raises ValueError."""
    for term in (quad.subject, quad.predicate, quad.object, quad.graph_name):
        if isinstance(term, ox.NamedNode) and not _IRI.fullmatch(term.value):
            raise ValueError(f"{term} is no IRI")
        if isinstance(term, ox.Literal) and term.language and not _TAG.fullmatch(term.language):
            raise ValueError(f"{term.language} is no language tag")
    return quad


def lines(quads: Iterable[ox.Quad]) -> str:
    """N-Quads, one statement a line, tags spelled as they were written."""
    return language_tags.restore((ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"").decode())


def parse_lines(text: str, keep_tags: bool = False) -> Iterator[ox.Quad]:
    """The statements of N-Quads; with `keep_tags` their tags are spelled as in `language_tags`.

    The text was checked when it came in: IRIs that were taken then are taken again.
    """
    spelt = language_tags.spell_turtle(text) if keep_tags and language_tags.has_capitals(text.encode()) else text
    return iter(ox.parse(spelt, format=ox.RdfFormat.N_QUADS, lenient=True))


def write(parts: Iterable[str], path: Path, format: str) -> None:
    """Write N-Quads texts to a file in another serialisation. Raises InputError when it cannot be written.

    Only N-Triples and N-Quads stream; the others hold the file in memory. A format without named graphs refuses them.
    """
    try:
        if format == "nquads":
            with path.open("w", encoding="utf-8") as file:
                file.writelines(parts)
        else:
            quads = (quad for part in parts for quad in parse_lines(part, keep_tags=True))
            path.write_text(language_tags.restore(_serialised(quads, format)), encoding="utf-8")
    except OSError as error:
        raise InputError(str(path), error.strerror or str(error), "choose another file") from error


def _serialised(quads: Iterator[ox.Quad], format: str) -> str:
    known = FORMATS[format]
    if known.supports_datasets:
        return (ox.serialize(quads, format=known) or b"").decode()
    found = list(quads)
    if any(not isinstance(quad.graph_name, ox.DefaultGraph) for quad in found):
        raise InputError(format, "has no named graphs, and there are some", "choose trig, nquads or jsonld")
    return (ox.serialize((quad.triple for quad in found), format=known) or b"").decode()


def _spelled(path: Path, format: str) -> bytes | None:
    """The text with the tags spelled, when it may hold tags with capitals; None when the file can be read as it is."""
    with path.open("rb") as file:
        if not any(language_tags.has_capitals(block) for block in iter(lambda: file.read(_BLOCK), b"")):
            return None
    return spelled(path.read_bytes(), format)


def spelled(data: bytes, format: str) -> bytes:
    """A document with the tags that have capitals spelled as in `language_tags`."""
    if not language_tags.has_capitals(data):
        return data
    text = data.decode("utf-8", errors="surrogateescape")
    return _SPELL.get(format, language_tags.spell_turtle)(text).encode("utf-8", errors="surrogateescape")
