"""From a question to runnable queries: the files of the question, with its constraints put in.

Values come only from tables (IRIs, kinds, dates) and are still quoted by the rules of each language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files

from summitry.claims import EventKind
from summitry.ontology import terms
from summitry.query.model import Constraints, Question, QuestionType

_IRI_FORBIDDEN = re.compile(r"[\x00-\x20<>\"{}|^`\\]")


@dataclass(frozen=True)
class Queries:
    """One question as Cypher and as SPARQL, ready to run as they stand."""

    cypher: str
    sparql: str


@dataclass(frozen=True)
class _Writer:
    """How one query language writes values."""

    iris: Callable[[Sequence[str]], str]
    kinds: Callable[[Sequence[str]], str]
    text: Callable[[str], str]


def compile_question(question: Question) -> Queries:
    """The two queries that answer a question."""
    agents = [iri for group in question.constraints.agents for iri in group]
    constraints = question.constraints
    if question.type in (QuestionType.ATTENDED, QuestionType.MET):
        constraints = Constraints(constraints.kinds, (), constraints.places, constraints.days)
    name = question.type.value
    return Queries(
        cypher=fill(_file(name, "rows.cypher"), event=_cypher_event(constraints), agents=cypher_list(agents)),
        sparql=fill(_file(name, "rows.rq"), event=_sparql_event(constraints), agents=sparql_list(agents)),
    )


def sparql_iri(iri: str) -> str:
    """`<iri>`; raises ValueError for characters that an IRI reference must not hold (RFC 3987)."""
    if _IRI_FORBIDDEN.search(iri):
        raise ValueError(f"not an IRI: {iri!r}")
    return f"<{iri}>"


def cypher_string(value: str) -> str:
    """A Cypher string literal."""
    escaped = value.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


def class_of(kind: str) -> str:
    """The IRI of the class that stands for a kind of event."""
    return terms.NAMESPACE + ("OtherEvent" if kind == EventKind.OTHER else kind.capitalize())


def _sparql_event(constraints: Constraints) -> str:
    parts = [fill(_file("events", f"{name}.rq"), **slots) for name, slots in _parts(constraints, _SPARQL)]
    return "".join(parts or [_file("events", "any.rq")]).rstrip("\n")


def _cypher_event(constraints: Constraints) -> str:
    """The first constraint finds events through an index, each further one filters them."""
    parts: list[str] = []
    for name, slots in _parts(constraints, _CYPHER):
        file = f"{name}.filter.cypher" if parts else f"{name}.cypher"
        parts.append(fill(_file("events", file), **slots))
    return "".join(parts or [_file("events", "any.cypher")]).rstrip("\n")


def _parts(constraints: Constraints, write: _Writer) -> Iterator[tuple[str, dict[str, str]]]:
    """Constraints from the most to the least selective, each as the name of its file and what goes into it."""
    for agents in constraints.agents:
        yield "agent", {"agents": write.iris(agents)}
    for places in constraints.places:
        yield "place", {"places": write.iris(places)}
    if constraints.kinds:
        yield "kind", {"kinds": write.kinds(constraints.kinds)}
    if constraints.days:
        first, last = (write.text(day.isoformat()) for day in constraints.days)
        yield "dates", {"first": first, "last": last}


def sparql_list(values: Sequence[str]) -> str:
    """IRIs for a VALUES block."""
    return " ".join(sparql_iri(iri) for iri in values)


def cypher_list(values: Sequence[str]) -> str:
    """A Cypher list of strings."""
    return "[" + ", ".join(cypher_string(value) for value in values) + "]"


def _sparql_kinds(kinds: Sequence[str]) -> str:
    return sparql_list([class_of(kind) for kind in kinds])


_SPARQL = _Writer(sparql_list, _sparql_kinds, lambda text: f'"{text}"')
_CYPHER = _Writer(cypher_list, cypher_list, cypher_string)


def _file(folder: str, name: str) -> str:
    return (files("summitry.query") / folder / name).read_text("utf-8")


def fill(template: str, **values: str) -> str:
    """Put values into `{name}` slots; braces of the query language around anything else stay."""
    return re.sub(r"\{(\w+)\}", lambda slot: values.get(slot.group(1), slot.group(0)), template)
