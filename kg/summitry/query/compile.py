"""From a question to runnable queries: the files of the question, with its constraints put in.

Values come only from tables (IRIs, kinds, dates) and are still quoted by the rules of each language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from summitry.claims import EventKind
from summitry.ontology import terms
from summitry.query.model import Constraints, Question

_IRI_FORBIDDEN = re.compile(r"[\x00-\x20<>\"{}|^`\\]")


@dataclass(frozen=True)
class Queries:
    """One question as Cypher and as SPARQL, ready to run as they stand.

    `prepared` is the same Cypher with `parameters`, so that a server plans it once for all questions of its form.
    """

    cypher: str
    sparql: str
    prepared: str
    parameters: Mapping[str, object]


@dataclass(frozen=True)
class _Writer:
    """How one query language writes values."""

    iris: Callable[[Sequence[str]], str]
    kinds: Callable[[Sequence[str]], str]
    text: Callable[[str], str]


def compile_question(question: Question) -> Queries:
    """The two queries that answer a question."""
    constraints, name = question.constraints, question.type.value
    parameters: dict[str, object] = {}
    return Queries(
        cypher=_cypher(name, constraints, _CYPHER),
        sparql=_sparql(name, constraints),
        prepared=_cypher(name, constraints, _prepared(parameters)),
        parameters=parameters,
    )


def _sparql(name: str, constraints: Constraints) -> str:
    parts = [fill(_file("events", f"{part}.rq"), **slots) for part, slots in _parts(constraints, _SPARQL)]
    event = "".join(parts or [_file("events", "any.rq")]).rstrip("\n")
    return fill(_file(name, "rows.rq"), event=event, agents=sparql_list(_all_agents(constraints)))


def _cypher(name: str, constraints: Constraints, write: _Writer) -> str:
    """The first constraint finds events through an index, each further one filters them."""
    parts: list[str] = []
    for part, slots in _parts(constraints, write):
        file = f"{part}.filter.cypher" if parts else f"{part}.cypher"
        parts.append(fill(_file("events", file), **slots))
    event = "".join(parts or [_file("events", "any.cypher")]).rstrip("\n")
    return fill(_file(name, "rows.cypher"), event=event, agents=write.iris(_all_agents(constraints)))


def _prepared(parameters: dict[str, object]) -> _Writer:
    """Writes `$p0`, `$p1` … and keeps the values in `parameters`."""

    def put(value: object) -> str:
        name = f"p{len(parameters)}"
        parameters[name] = value
        return f"${name}"

    return _Writer(lambda values: put(list(values)), lambda values: put(list(values)), put)


def _all_agents(constraints: Constraints) -> list[str]:
    return [iri for group in constraints.agents for iri in group]


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
    if constraints.valid_at:
        yield "valid", {"day": write.text(constraints.valid_at.isoformat())}


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


@cache
def _file(folder: str, name: str) -> str:
    return (files("summitry.query") / folder / name).read_text("utf-8")


def fill(template: str, **values: str) -> str:
    """Put values into `{name}` slots; braces of the query language around anything else stay."""
    return re.sub(r"\{(\w+)\}", lambda slot: values.get(slot.group(1), slot.group(0)), template)
