"""The tests of the SPARQL 1.1 suite as values: what to load, what to run, what should come out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urljoin

import pyoxigraph as ox
from tests.w3c.suites import MF, RDF, RDFS, SPARQL, Manifest

QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#"
UT = "http://www.w3.org/2009/sparql/tests/test-update#"
QUERIES = frozenset({"QueryEvaluationTest", "CSVResultFormatTest"})
UPDATES = frozenset({"UpdateEvaluationTest"})
GOOD = frozenset(
    {"PositiveSyntaxTest", "PositiveSyntaxTest11", "PositiveUpdateSyntaxTest", "PositiveUpdateSyntaxTest11"}
)
BAD = frozenset(
    {"NegativeSyntaxTest", "NegativeSyntaxTest11", "NegativeUpdateSyntaxTest", "NegativeUpdateSyntaxTest11"}
)
FROM = re.compile(r"FROM\s+(?:NAMED\s+)?<([^>]+\.ttl)>", re.IGNORECASE)

Node = ox.NamedNode | ox.BlankNode


@dataclass(frozen=True)
class Graphs:
    """Addresses of documents: of the default graph, of named graphs by name, of other servers' data by endpoint."""

    default: tuple[str, ...] = ()
    named: tuple[tuple[str, str], ...] = ()
    remote: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Case:
    """One test; `text` is the address of a query or an update."""

    group: str
    name: str
    kind: str
    text: str = ""
    before: Graphs = Graphs()
    after: Graphs = Graphs()
    result: str | None = None

    @property
    def id(self) -> str:
        """How the test is called in reports."""
        return f"{self.group}/{self.name}"

    @property
    def is_update(self) -> bool:
        """Whether `text` is an update."""
        return "Update" in self.kind


def every_case() -> list[Case]:
    """All tests of the suite, group by group."""
    folders = [node.value for node in SPARQL.manifest("manifest-all.ttl").listed(MF + "include")]
    names = sorted(folder.removeprefix(SPARQL.base) for folder in {*folders, SPARQL.base + "csv-tsv-res/manifest.ttl"})
    return [case for name in names for case in _cases(name)]


def _cases(name: str) -> list[Case]:
    manifest = SPARQL.manifest(name)
    return [_case(manifest, name.partition("/")[0], entry) for entry in manifest.listed(MF + "entries")]


def _case(manifest: Manifest, group: str, entry: ox.Term) -> Case:
    assert isinstance(entry, ox.NamedNode)
    kinds = [kind.value.removeprefix(MF) for kind in manifest.values(entry, RDF + "type")]
    name = entry.value.rpartition("#")[2]
    action, result = manifest.value(entry, MF + "action"), manifest.value(entry, MF + "result")
    if action is None:
        return Case(group, name, kinds[0])
    if isinstance(action, ox.NamedNode):
        return Case(group, name, kinds[0], action.value)
    update = manifest.value(action, UT + "request")
    text = update or manifest.value(action, QT + "query")
    after = _graphs(manifest, result, UT) if update and isinstance(result, ox.BlankNode) else Graphs()
    before = _graphs(manifest, action, UT if update else QT)
    if before == Graphs() and not update:
        before = _asked_for(text.value)
    return Case(group, name, kinds[0], text.value, before, after, None if update else result.value)


def _graphs(manifest: Manifest, node: Node, prefix: str) -> Graphs:
    default = tuple(data.value for data in manifest.values(node, prefix + "data"))
    named = tuple(_named(manifest, graph, prefix) for graph in manifest.values(node, prefix + "graphData"))
    remote = tuple(
        (manifest.value(service, QT + "endpoint").value, manifest.value(service, QT + "data").value)
        for service in manifest.values(node, QT + "serviceData")
    )
    return Graphs(default, named, remote)


def _asked_for(query: str) -> Graphs:
    """The graphs that a query names itself."""
    text = SPARQL.read(query).decode("utf-8")
    return Graphs(named=tuple((name, name) for name in (urljoin(query, found) for found in FROM.findall(text))))


def _named(manifest: Manifest, graph: ox.Term, prefix: str) -> tuple[str, str]:
    """Name and address; a graph without a label is called by its address."""
    if isinstance(graph, ox.NamedNode):
        return graph.value, graph.value
    document = manifest.value(graph, prefix + "graph") or manifest.value(graph, prefix + "data")
    label = manifest.value(graph, RDFS + "label")
    return (label or document).value, document.value
