"""Reads links and descriptions from the RDF view of a store, with the query files of `rq/`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from itertools import islice

from summitry.claims import Iri, Literal, RdfTerm, Role, StoreError, iris
from summitry.graph import model
from summitry.graph.model import Attribute, Description, Link
from summitry.ontology import terms
from summitry.store.protocol import Store
from summitry.store.registry import load_registry
from summitry.store.sparql_results import Solutions

STEP = 400
"""Nodes that one query asks about."""

Row = dict[str, RdfTerm]

_KINDS_OF_LINK = frozenset({terms.CLASS_PARTICIPATION, terms.CLASS_TENURE, terms.CLASS_MEMBERSHIP})
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_SCHEMA = "https://schema.org/"
_DETAILS = {
    terms.START: "start", terms.END: "end", terms.STATUS: "status", terms.MODE: "mode", terms.ISO3: "iso3",
    terms.WIKIDATA: "wikidata", terms.LATITUDE: "latitude", terms.LONGITUDE: "longitude",
    _SCHEMA + "headline": "name", _SCHEMA + "datePublished": "published", _SCHEMA + "url": "url",
    _SCHEMA + "inLanguage": "lang", _SCHEMA + "publisher": "publisher",
}  # fmt: skip
_LINE = 90
_NUMBERS = frozenset({"latitude", "longitude"})
_TYPES = ("Person", "State", "Organisation", "Coalition", "Group", "Event", "Place", "Office", "Article")


def links(store: Store, nodes: Iterable[str]) -> Iterator[Link]:
    """Every link that has one of the nodes at an end, sorted; links between two of them come once."""
    found: defaultdict[Link, set[str]] = defaultdict(set)
    for step in _steps(sorted(set(nodes))):
        for row in rows(store, "links", nodes=values(step)):
            found[_link(row)].update(_claim(row))
    return (
        replace(link, claims=tuple(sorted(found[link])))
        for link in sorted(found, key=lambda k: (k.start, k.end, k.key))
    )


def grounded(store: Store, found: Iterable[Link]) -> list[Link]:
    """The links, where plain facts of events have got the claims that they rest on."""
    plain = list(found)
    events = sorted({_subject(link) for link in plain if not link.claims})
    support: defaultdict[tuple[str, str, str], dict[str, float]] = defaultdict(dict)
    for step in _steps(events):
        for row in rows(store, "grounds", nodes=values(step)):
            link = _link(row)
            support[link.start, link.end, link.relation].update({c: link.confidence or 0.0 for c in _claim(row)})
    return [_supported(link, support[link.start, link.end, link.relation]) for link in plain]


def participations(store: Store) -> Iterator[Link]:
    """Every participation, invitation and absence in the store, sorted."""
    found: defaultdict[Link, set[str]] = defaultdict(set)
    kind: Row = {"kind": Iri(terms.CLASS_PARTICIPATION)}
    for row in rows(store, "participations"):
        found[_link({**kind, **row, "from": row["agent"], "to": row["event"], "detail": row["role"]})].update(
            _claim(row)
        )
    ordered = sorted(found, key=lambda link: (link.end, link.start, link.key))
    return (replace(link, claims=tuple(sorted(found[link]))) for link in ordered)


def descriptions(store: Store, nodes: Iterable[str]) -> dict[str, Description]:
    """What the nodes are, by IRI in sorted order; of a node that nothing is said of, the IRI tells the type."""
    found: defaultdict[str, list[tuple[str, RdfTerm]]] = defaultdict(list)
    wanted = sorted(set(nodes))
    for step in _steps(wanted):
        for row in rows(store, "nodes", nodes=values(step)):
            found[_iri(row["node"])].append((_iri(row["property"]), row["value"]))
    return {iri: _description(iri, found[iri]) for iri in wanted}


def rows(store: Store, query: str, **slots: str) -> Iterator[Row]:
    """The solutions of a query file whose `{slots}` are filled."""
    result = store.sparql(_fill(text(query), slots), timeout=None)
    if not isinstance(result, Solutions):
        raise StoreError(query, "is no SELECT query", "restore the file from the package")
    return result.dicts()


@cache
def text(query: str) -> str:
    """The text of a query file."""
    return (files("summitry.graph") / "rq" / f"{query}.rq").read_text("utf-8")


def values(nodes: Iterable[str]) -> str:
    """IRIs for a VALUES clause; none of them may hold characters that an IRI must not have."""
    return " ".join(f"<{iri}>" for iri in nodes if not set(iri) & set('<>"{}|^`\\ \n\r\t'))


def _fill(query: str, slots: dict[str, str]) -> str:
    for name, value in slots.items():
        query = query.replace("{" + name + "}", value)
    return query


def _steps(nodes: Sequence[str]) -> Iterator[list[str]]:
    rest = iter(nodes)
    while step := list(islice(rest, STEP)):
        yield step


def _link(row: Row) -> Link:
    kind, start, end = (_iri(row[name]) for name in ("kind", "from", "to"))
    detail = iris.local_name(_iri(row["detail"])) if "detail" in row else None
    inferred = _lexical(row.get("inferred")) == "true"
    confidence = _lexical(row.get("confidence"))
    relation = _relation(kind, detail, inferred)
    if kind == terms.ANNOUNCED_BY:
        start, end = end, start
    return Link(
        start, end, relation, detail, inferred, float(confidence) if confidence else None,
        _lexical(row.get("since")), _lexical(row.get("until")),
    )  # fmt: skip


def _relation(kind: str, detail: str | None, inferred: bool) -> str:
    """The relationship type of the property graph for a kind of link."""
    if kind == terms.CLASS_PARTICIPATION:
        role = Role(detail or Role.PARTICIPANT)
        if role.attends:
            return model.PARTICIPATES_THROUGH if inferred else model.PARTICIPATES_IN
        return model.INVITED_TO if role is Role.INVITEE else model.ABSENT_FROM
    named = {
        terms.CLASS_TENURE: terms.HOLDS_OFFICE,
        terms.CLASS_MEMBERSHIP: terms.MEMBER_OF,
        terms.ANNOUNCED_BY: terms.NAMESPACE + "announces",
    }
    return load_registry().relationship(named.get(kind, kind))


def _subject(link: Link) -> str:
    """The event whose fact a link is."""
    return link.end if link.relation == "ANNOUNCES" else link.start


def _supported(link: Link, claims: dict[str, float]) -> Link:
    return replace(link, claims=tuple(sorted(claims)), confidence=max(claims.values())) if claims else link


def _description(iri: str, pairs: list[tuple[str, RdfTerm]]) -> Description:
    classes = {_iri(value) for predicate, value in pairs if predicate == _TYPE}
    details: dict[str, Attribute] = {}
    names: dict[str, str] = {}
    events = bool(_event_kind(classes))
    for predicate, value in sorted(pairs, key=lambda pair: (pair[0], _sort_key(pair[1], events))):
        if predicate == terms.NAME and isinstance(value, Literal):
            names.setdefault(value.language or "", value.lexical)
        elif predicate == terms.DISPUTED:
            details["disputed"] = True
        elif predicate in _DETAILS:
            details.setdefault(_DETAILS[predicate], _detail(_DETAILS[predicate], value))
    kind = _event_kind(classes)
    extra: dict[str, Attribute] = {"kind": kind} if kind else {}
    if terms.CLASS_LEADER in classes:
        extra["leader"] = True
    title = details.pop("name", None)
    return Description(iri, _type_of(iri, classes), names or ({"": str(title)} if title else {}), {**extra, **details})


def _type_of(iri: str, classes: Iterable[str]) -> str:
    own = {iris.local_name(name) for name in classes}
    known = next((name for name in _TYPES if name in own), None)
    return known or load_registry().kind_label(iri) or "Thing"


def _event_kind(classes: Iterable[str]) -> str | None:
    """The kind of an event as in EventKind; of several classes the more exact one."""
    kinds = sorted({iris.local_name(name) for name in classes} & _EVENT_CLASSES)
    if not kinds:
        return None
    best = next((name for name in kinds if name not in ("Meeting", "OtherEvent")), kinds[0])
    return "other" if best == "OtherEvent" else best.lower()


_EVENT_CLASSES = frozenset(
    {"Summit", "Meeting", "Visit", "Call", "Videoconference", "Negotiation", "Conference", "Signing", "OtherEvent"}
)


def _detail(name: str, value: RdfTerm) -> Attribute:
    word = iris.local_name(value.value) if isinstance(value, Iri) else _lexical(value) or ""
    return float(word) if name in _NUMBERS else word


def _sort_key(value: RdfTerm, longest: bool) -> tuple[int, int, str]:
    """The shortest text first; of an event the one that says most, up to a line, as in answers."""
    word = _lexical(value) or ""
    return -min(len(word), _LINE) if longest else 0, len(word), word


def _claim(row: Row) -> tuple[str, ...]:
    return (iris.local_name(_iri(row["claim"])),) if "claim" in row else ()


def _iri(term: RdfTerm) -> str:
    return term.value if isinstance(term, Iri) else f"_:{_lexical(term)}"


def _lexical(term: RdfTerm | None) -> str | None:
    match term:
        case Literal(lexical=lexical):
            return lexical
        case Iri(value=word):
            return word
        case None:
            return None
        case _:
            return term.label
