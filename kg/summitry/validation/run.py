"""Checking, shape by shape and portion by portion."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pyshacl
from rdflib import SH, Graph, URIRef
from rdflib.term import Node

from summitry.validation.model import Violation
from summitry.validation.portions import Portion, portions
from summitry.validation.proofs import proofs
from summitry.validation.shapes import NodeShape, Shapes, load_shapes
from summitry.validation.sources import Source

Checked = Callable[[str, int], None]
"""Called with a shape and the number of nodes that were checked against it, again and again."""


def validate(source: Source, *, language: str = "en", checked: Checked | None = None) -> Iterator[Violation]:
    """Every violation in the source, shape by shape; messages in English or French.

    Memory is bounded by a portion; the time is about a millisecond for each node, on one core.
    """
    shapes = load_shapes()
    for shape in shapes.nodes:
        done = 0
        if checked is not None:
            checked(shape.iri, done)
        for portion in portions(source, shape):
            yield from _violations(source, shapes, shape, portion, language)
            done += len(portion.nodes)
            if checked is not None:
                checked(shape.iri, done)


def _violations(
    source: Source, shapes: Shapes, shape: NodeShape, portion: Portion, language: str
) -> Iterator[Violation]:
    report = _report(shapes, shape, portion)
    found = [_violation(report, result, shapes, shape, language) for result in report.subjects(SH.focusNode)]
    for one in sorted(found, key=lambda v: (v.focus, v.message, v.value or "")):
        about = proofs(source, one.focus, one.path, one.value)
        value = source.shown(one.value) if one.value else None
        yield Violation(one.shape, one.message, source.shown(one.focus), one.path, value, one.severity, about)


def _report(shapes: Shapes, shape: NodeShape, portion: Portion) -> Graph:
    for triple in shapes.core:
        portion.graph.add(triple)
    _, report, _ = pyshacl.validate(
        portion.graph, shacl_graph=shapes.graph, inplace=True, use_shapes=[shape.iri], focus_nodes=list(portion.nodes)
    )
    if not isinstance(report, Graph):
        raise report
    return report


def _violation(report: Graph, result: Node, shapes: Shapes, shape: NodeShape, language: str) -> Violation:
    source_shape = report.value(result, SH.sourceShape)
    message = shapes.message(source_shape, language) if source_shape else None
    value = report.value(result, SH.value)
    severity = report.value(result, SH.resultSeverity)
    return Violation(
        shape=shape.iri,
        message=message or str(report.value(result, SH.resultMessage)),
        focus=str(report.value(result, SH.focusNode)),
        path=_path(report, report.value(result, SH.resultPath)),
        value=None if value is None else str(value),
        severity=str(severity).rsplit("#", 1)[-1],
    )


def _path(report: Graph, path: Node | None) -> tuple[str, ...]:
    """The predicates of a path: one, or several alternatives."""
    if isinstance(path, URIRef):
        return (str(path),)
    choices = report.value(path, SH.alternativePath) if path is not None else None
    return tuple(str(item) for item in report.items(choices)) if choices is not None else ()
