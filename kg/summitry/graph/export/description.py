"""The description of a dump in VoID and DCAT: how much of what is in it, under which licence, linked to what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from summitry.claims import InputError, iris
from summitry.ontology import terms as ontology
from summitry.store import terms
from summitry.store.registry import load_registry
from summitry.store.vocabulary import OA, PROV, RDF, SCHEMA, TYPE, XSD

VOID = "http://rdfs.org/ns/void#"
DCAT = "http://www.w3.org/ns/dcat#"
DCTERMS = "http://purl.org/dc/terms/"
WIKIDATA = "http://www.wikidata.org/"
MEDIA = {
    "nquads": ("application/n-quads", "N-Quads"),
    "trig": ("application/trig", "TriG"),
    "turtle": ("text/turtle", "Turtle"),
    "jsonld": ("application/ld+json", "JSON-LD"),
}
_MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
_FORMATS = "http://www.w3.org/ns/formats/"
_DUMP = ox.BlankNode("dump")
_RECORDED = iris.term("recordedAt")
_PREFIXES = {"void": VOID, "dcat": DCAT, "dcterms": DCTERMS}

_Pairs = Iterator[tuple[str, terms.OxTerm]]


class Description:
    """Counts what goes by, and writes what it counted."""

    def __init__(self) -> None:
        self._classes: Counter[str] = Counter()
        self._properties: Counter[str] = Counter()
        self._facts = self._all = 0
        self._graphs: set[str] = set()
        self._latest = ""

    def see(self, quad: ox.Quad) -> None:
        """Take a statement into account."""
        self._all += 1
        self._properties[quad.predicate.value] += 1
        if isinstance(quad.graph_name, ox.DefaultGraph):
            self._facts += 1
        else:
            self._graphs.add(str(quad.graph_name))
        if quad.predicate.value == TYPE and isinstance(quad.object, ox.NamedNode):
            self._classes[quad.object.value] += 1
        elif quad.predicate.value == _RECORDED and isinstance(quad.object, ox.Literal):
            self._latest = max(self._latest, quad.object.value)

    def write(self, out: Path, dump: Path, format: str, licence: str | None = None) -> None:
        """Write the description of a dump as Turtle. Raises InputError for a licence that is no IRI."""
        triples = [*self._triples(dump, format), *_licence(licence)]
        ox.serialize(
            triples, output=str(out), format=ox.RdfFormat.TURTLE, prefixes=_PREFIXES | dict(load_registry().prefixes)
        )

    def _triples(self, dump: Path, format: str) -> Iterator[ox.Triple]:
        yield from _node(_DUMP, self._own_pairs(format))
        yield from _part(VOID + "subset", "facts", _texts("What the sources add up to: the default graph", self._facts))
        claims = _texts("What each source says, with its words: the named graphs", self._all - self._facts)
        yield from _part(VOID + "subset", "claims", claims)
        for number, (iri, count) in enumerate(sorted(self._classes.items())):
            part = _share("class", iri, "entities", count)
            yield from _part(VOID + "classPartition", f"class{number}", part)
        for number, (iri, count) in enumerate(sorted(self._properties.items())):
            part = _share("property", iri, "triples", count)
            yield from _part(VOID + "propertyPartition", f"property{number}", part)
        yield from _part(DCAT + "distribution", "file", _file_pairs(dump, format))
        yield from self._links()

    def _own_pairs(self, format: str) -> _Pairs:
        yield TYPE, terms.named(VOID + "Dataset")
        yield TYPE, terms.named(DCAT + "Dataset")
        yield DCTERMS + "title", ox.Literal("Summitry", language="en")
        text = "Diplomatic events: who took part, where, when, in which role, and which sentence says so"
        yield DCTERMS + "description", ox.Literal(text, language="en")
        yield VOID + "triples", _number(self._all)
        yield VOID + "uriSpace", ox.Literal(iris.DATA)
        yield VOID + "feature", terms.named(_FORMATS + MEDIA[format][1])
        for vocabulary in (iris.ONTOLOGY, PROV, OA, SCHEMA, RDF):
            yield VOID + "vocabulary", terms.named(vocabulary)
        if self._graphs:
            yield DCTERMS + "extent", ox.Literal(f"{len(self._graphs)} named graphs", language="en")
        if self._latest:
            yield DCTERMS + "modified", ox.Literal(self._latest, datatype=terms.named(XSD + "dateTime"))

    def _links(self) -> Iterator[ox.Triple]:
        count = self._properties[ontology.WIKIDATA]
        if count:
            yield from _node(ox.BlankNode("wikidata"), _link_pairs(count))


def _link_pairs(count: int) -> _Pairs:
    yield TYPE, terms.named(VOID + "Linkset")
    yield VOID + "subjectsTarget", _DUMP
    yield VOID + "objectsTarget", terms.named(WIKIDATA)
    yield VOID + "linkPredicate", terms.named(ontology.WIKIDATA)
    yield VOID + "triples", _number(count)
    yield DCTERMS + "description", ox.Literal(f"Ids of items; {WIKIDATA}entity/ stands before them", language="en")


def _share(kind: str, iri: str, unit: str, count: int) -> _Pairs:
    yield VOID + kind, terms.named(iri)
    yield VOID + unit, _number(count)


def _licence(licence: str | None) -> Iterator[ox.Triple]:
    if licence is not None:
        try:
            yield from _node(_DUMP, iter([(DCTERMS + "license", ox.NamedNode(licence))]))
        except ValueError as error:
            raise InputError(licence, "is no IRI of a licence", "use an address such as https://…") from error


def _file_pairs(dump: Path, format: str) -> _Pairs:
    yield TYPE, terms.named(DCAT + "Distribution")
    yield DCTERMS + "title", ox.Literal(dump.name)
    yield DCAT + "mediaType", terms.named(_MEDIA_TYPES + MEDIA[format][0])
    yield DCAT + "byteSize", ox.Literal(str(dump.stat().st_size), datatype=terms.named(XSD + "nonNegativeInteger"))


def _texts(title: str, triples: int) -> _Pairs:
    yield TYPE, terms.named(VOID + "Dataset")
    yield DCTERMS + "title", ox.Literal(title, language="en")
    yield VOID + "triples", _number(triples)


def _part(predicate: str, label: str, pairs: _Pairs) -> Iterator[ox.Triple]:
    node = ox.BlankNode(label)
    yield ox.Triple(_DUMP, terms.named(predicate), node)
    yield from _node(node, pairs)


def _node(subject: ox.BlankNode, pairs: _Pairs) -> Iterator[ox.Triple]:
    return (ox.Triple(subject, terms.named(predicate), value) for predicate, value in pairs)


def _number(count: int) -> ox.Literal:
    return ox.Literal(str(count), datatype=terms.named(XSD + "integer"))
