"""Names of things and short descriptions of events, in the language of the question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files

from summitry.claims import Iri, Literal, RdfTerm, iris
from summitry.query.compile import fill, sparql_list
from summitry.query.model import EventSummary
from summitry.store import Readable, Solutions

_EVENT = iris.entity("event", "")
_LINE = 90


class Names:
    """Names and events of one store in one language, each looked up once."""

    def __init__(self, store: Readable, language: str) -> None:
        self._store = store
        self._language = language
        self._names: dict[str, str] = {}
        self._events: dict[str, EventSummary] = {}

    def learn(self, wanted: Iterable[str]) -> None:
        """Look up the names of many things at once."""
        missing = sorted({iri for iri in wanted if iri not in self._names})
        if missing:
            self._names.update(self._best(missing))

    def name(self, iri: str) -> str:
        """The name in the language of the question, else in English, else any; the end of the IRI when nameless."""
        self.learn([iri])
        return self._names[iri]

    def event(self, iri: str) -> EventSummary:
        """The short description of one event."""
        return next(iter(self.events([iri])))

    def events(self, wanted: Iterable[str]) -> tuple[EventSummary, ...]:
        """Short descriptions, by start and IRI."""
        asked = sorted(set(wanted))
        missing = [iri for iri in asked if iri not in self._events]
        if missing:
            self._events.update(self._look_up(missing))
        return tuple(sorted((self._events[iri] for iri in asked), key=lambda e: (e.start or "", e.iri)))

    def _look_up(self, wanted: list[str]) -> dict[str, EventSummary]:
        facts = self._facts(wanted)
        self.learn([*wanted, *(place for found in facts.values() for place in found.get("place", ()))])
        return {iri: self._summary(iri, facts.get(iri, {})) for iri in wanted}

    def _summary(self, iri: str, facts: Mapping[str, list[str]]) -> EventSummary:
        first = {name: values[0] for name, values in facts.items()}
        return EventSummary(
            iri=iri,
            kind=first.get("kind"),
            name=self._names[iri],
            start=first.get("start"),
            end=first.get("end"),
            status=first.get("status"),
            mode=first.get("mode"),
            places=tuple(self._names[place] for place in facts.get("place", ())),
            disputed=first.get("disputed") == "true",
        )

    def _facts(self, wanted: list[str]) -> dict[str, dict[str, list[str]]]:
        facts: dict[str, dict[str, list[str]]] = {iri: defaultdict(list) for iri in wanted}
        for iri, key, value in self._fact_rows(wanted):
            if value not in facts[iri][key]:
                facts[iri][key].append(value)
        return {iri: {key: sorted(values) for key, values in found.items()} for iri, found in facts.items()}

    def _fact_rows(self, wanted: list[str]) -> Iterator[tuple[str, str, str]]:
        if self._store.native == "cypher":
            table = self._store.cypher(_file("facts.cypher"), {"iris": wanted})
            for iri, *values in table.rows:
                for key, value in zip(table.columns[1:], values, strict=True):
                    if value is not None:
                        yield str(iri), key, _word(value)
            return
        result = self._store.sparql(fill(_file("facts.rq"), iris=sparql_list(wanted)))
        assert isinstance(result, Solutions)
        for row in result.dicts():
            for key, term in row.items():
                if key != "iri":
                    yield _text(row["iri"]), key, _value(key, term)

    def _best(self, wanted: list[str]) -> dict[str, str]:
        names: defaultdict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for iri, language, name in self._name_rows(wanted):
            names[iri][language].append(name)
        return {iri: self._choose(iri, names[iri]) or iris.local_name(iri) for iri in wanted}

    def _choose(self, iri: str, names: Mapping[str, list[str]]) -> str:
        """The shortest name; of an event the one that says most, up to a line, as the property graph does."""
        order = [self._language, "", "en", *sorted(names)]
        found = next((names[language] for language in order if language in names), [])
        says = -1 if iri.startswith(_EVENT) else 0
        return min(found, key=lambda name: (says * min(len(name), _LINE), len(name), name), default="")

    def _name_rows(self, wanted: list[str]) -> Iterator[tuple[str, str, str]]:
        if self._store.native == "cypher":
            table = self._store.cypher(_file("names.cypher"), {"iris": wanted})
            for iri, plain, *tagged in table.rows:
                for language, name in zip(("", *table.columns[2:]), (plain, *tagged), strict=True):
                    if name is not None:
                        yield str(iri), language, str(name)
            return
        result = self._store.sparql(fill(_file("names.rq"), iris=sparql_list(wanted)))
        assert isinstance(result, Solutions)
        for row in result.dicts():
            name = row["name"]
            if isinstance(name, Literal):
                yield _text(row["iri"]), name.language or "", name.lexical


@cache
def _file(name: str) -> str:
    return (files("summitry.query") / "names" / name).read_text("utf-8")


def _text(term: RdfTerm) -> str:
    match term:
        case Iri(value):
            return value
        case Literal(lexical=lexical):
            return lexical
        case _:
            return ""


def _value(key: str, term: RdfTerm) -> str:
    """Words of the ontology by their local names (`planned`, `summit`), everything else as it is."""
    text = _text(term)
    if not text.startswith(iris.ONTOLOGY):
        return text
    word = iris.local_name(text)
    if key != "kind":
        return word
    return "other" if word == "OtherEvent" else word[0].lower() + word[1:]


def _word(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
