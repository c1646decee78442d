"""Nodes of the property graph: entities, articles, and stubs of what is only referred to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from summitry.claims import Article, BlankNode, Iri, Literal, RdfTerm, edtf, iris
from summitry.store import facts, native
from summitry.store.facts import EntityFacts, Fact
from summitry.store.graph_model import Node, PropertyValue
from summitry.store.registry import Registry
from summitry.store.vocabulary import END, EVENT_CLASSES, NAME, SCHEMA, START, TYPE

_AGENTS = frozenset({"Person", "State", "Organisation", "Coalition", "Group"})
_LINE = 90
_NOT_PLAIN = frozenset({TYPE, NAME, START, END})


def stub(iri: str, registry: Registry) -> Node:
    """The node of an entity of which only the IRI is known: the label comes from the IRI."""
    label = registry.kind_label(iri)
    return Node(iri, _with_general([label] if label else []), {"iri": iri})


def article_node(article: Article, registry: Registry) -> Node:
    """The node of an article."""
    values: dict[str, PropertyValue | None] = {
        "iri": article.iri,
        "id": article.id,
        registry.property(SCHEMA + "headline"): article.title,
        registry.property(SCHEMA + "url"): article.url,
        registry.property(SCHEMA + "datePublished"): article.published,
        registry.property(SCHEMA + "inLanguage"): article.lang,
    }
    return Node(article.iri, ("Article",), {key: value for key, value in values.items() if value is not None})


def entity_node(entity: EntityFacts, registry: Registry) -> Node:
    """The node of an entity with the facts that are plain values."""
    labels = _labels(entity, registry)
    properties: dict[str, PropertyValue] = {"iri": entity.iri}
    properties.update(_names(entity.values(NAME), registry, "Event" in labels))
    properties.update(plain(entity, registry))
    properties.update(_dates(entity, registry))
    if "Event" in labels:
        properties.update(_event(entity, registry))
    return Node(entity.iri, labels, properties)


def _labels(entity: EntityFacts, registry: Registry) -> tuple[str, ...]:
    classes = [fact.object.value for fact in entity.values(TYPE) if isinstance(fact.object, Iri)]
    labels = [registry.label(iri) for iri in classes]
    if set(classes) & EVENT_CLASSES:
        labels.append("Event")
    own = registry.kind_label(entity.iri)
    if own and not labels:
        labels.append(own)
    if leads(entity, registry):
        labels.append("Leader")
    return _with_general(labels)


def leads(entity: EntityFacts, registry: Registry) -> bool:
    """True for somebody who holds, or held, the office of a head of state or government."""
    return any(iris.local_name(tenure.office) in registry.leader_offices for tenure in entity.tenures)


def _with_general(labels: Iterable[str]) -> tuple[str, ...]:
    found = set(labels)
    return tuple(sorted(found | {"Agent"} if found & _AGENTS else found))


def _names(names: Iterable[Fact], registry: Registry, event: bool) -> dict[str, PropertyValue]:
    """`nameFr`, `nameEn`, … and `name`: the English one, else without language, else the first language there is.

    Of several names in one language the one with most claims is shown, then the shorter one; of an event the one
    that says most (up to a line), since articles name it in passing too.
    """
    by_language: dict[str, list[Fact]] = defaultdict(list)
    for fact in names:
        if isinstance(fact.object, Literal):
            by_language[fact.object.language or ""].append(fact)
    best = _best_event_name if event else _best_name
    chosen = {language: best(found) for language, found in by_language.items()}
    if not chosen:
        return {}
    first = next((chosen[key] for key in ("en", "", "fr") if key in chosen), chosen[min(chosen)])
    tagged = {registry.property(NAME, key): value for key, value in chosen.items() if key}
    return {**tagged, registry.property(NAME): first}


def _best_name(found: Iterable[Fact]) -> str:
    texts = {f.object.lexical: len(f.claims) for f in found if isinstance(f.object, Literal)}
    return min(texts, key=lambda text: (-texts[text], len(text), text))


def _best_event_name(found: Iterable[Fact]) -> str:
    texts = {f.object.lexical for f in found if isinstance(f.object, Literal)}
    return min(texts, key=lambda text: (-min(len(text), _LINE), len(text), text))


def plain(entity: EntityFacts, registry: Registry) -> dict[str, PropertyValue]:
    """Literals and words of the ontology as properties; several values of one predicate become a list of texts."""
    values: dict[str, list[Literal]] = defaultdict(list)
    for fact in entity.facts:
        literal = _literal(fact.object)
        if literal is not None and fact.predicate not in _NOT_PLAIN:
            values[registry.property(fact.predicate)].append(literal)
    return {key: native.values(found) for key, found in values.items()}


def _literal(term: RdfTerm) -> Literal | None:
    """The literal itself; the local name of an ontology term (`planned` for `s:planned`); None for entities."""
    match term:
        case Literal():
            return term
        case Iri(iri) if iri.startswith(iris.ONTOLOGY):
            return Literal(iris.local_name(iri))
        case Iri() | BlankNode():
            return None


def _event(entity: EntityFacts, registry: Registry) -> dict[str, PropertyValue]:
    kind = next((f for f in entity.values(TYPE) if f.object in _EVENT_CLASS_TERMS), None)
    properties: dict[str, PropertyValue] = {registry.property(iris.term("disputed")): bool(entity.disputed)}
    if kind is not None:
        properties[registry.property(iris.term("kind"))] = _kind_name(kind)
        properties[registry.property(iris.term("confidence"))] = facts.confidence(kind.claims)
    return properties


_EVENT_CLASS_TERMS = frozenset(Iri(iri) for iri in EVENT_CLASSES)


def _kind_name(fact: Fact) -> str:
    """`summit` for `s:Summit`, `other` for `s:OtherEvent`: the value of EventKind."""
    name = native.word(fact.object)
    return "other" if name == "OtherEvent" else name[0].lower() + name[1:]


def _dates(entity: EntityFacts, registry: Registry) -> dict[str, PropertyValue]:
    """`start` and `end` as dates when they are given to the day; `startEdtf` and `endEdtf` always."""
    start, end = (_lexical(entity.value(predicate)) for predicate in (START, END))
    if end is None and start is not None and "/" in start:
        end = start.partition("/")[2]
    properties: dict[str, PropertyValue] = {}
    for name, reading in (("start", start), ("end", end)):
        if reading is not None:
            properties[registry.property(iris.term(name + "Edtf"))] = reading
            exact: date | None = edtf.day(reading)
            if exact is not None:
                properties[registry.property(iris.term(name))] = exact
    return properties


def _lexical(fact: Fact | None) -> str | None:
    if fact is None:
        return None
    match fact.object:
        case Literal(lexical=lexical):
            return lexical
        case Iri() | BlankNode():
            return None
