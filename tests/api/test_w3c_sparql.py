"""The W3C's SPARQL 1.1 tests through our HTTP endpoint: what Oxigraph's own server passes, ours does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from tests.store.canonical_files import dataset
from tests.w3c import cases, evaluation, graph_store, protocol, servers, suites
from tests.w3c.answers import same
from tests.w3c.cases import Case
from tests.w3c.evaluation import Outcome
from tests.w3c.servers import Server

pytestmark = pytest.mark.soak

SD = "http://www.w3.org/ns/sparql-service-description#"
VOCABULARY = {
    *("Service", "endpoint", "supportedLanguage", "SPARQL11Query", "SPARQL11Update", "resultFormat", "feature"),
    *("EmptyGraphs", "BasicFederatedQuery", "DereferencesURIs", "defaultDataset", "Dataset", "defaultGraph", "Graph"),
}
EVALUATED = cases.QUERIES | cases.UPDATES | cases.GOOD | cases.BAD


@pytest.fixture(scope="module", autouse=True)
def jars() -> Path:
    return suites.fetched()


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with servers.summitry(tmp_path_factory.mktemp("w3c") / "data") as server:
        yield server


@pytest.fixture(scope="module")
def ours_with_remote(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with servers.summitry(tmp_path_factory.mktemp("w3c") / "data", remote=True) as server:
        yield server


@pytest.fixture(scope="module")
def theirs() -> Iterator[Server]:
    with servers.oxigraph() as server:
        yield server


@pytest.fixture(scope="module")
def remote() -> Iterator[Server]:
    """A server that SERVICE calls."""
    with servers.oxigraph() as server:
        yield server


@pytest.mark.parametrize("load", [evaluation.by_put, evaluation.by_insert])
def test_queries_updates_and_syntax(
    ours: Server, theirs: Server, ours_with_remote: Server, remote: Server, load: evaluation.Loader
) -> None:
    """Where both pass, they also give the same numbers digit by digit."""
    run = [case for case in cases.every_case() if case.kind in EVALUATED]
    passed: dict[str, list[Case]] = {"Oxigraph": [], "Summitry": []}
    failed: dict[str, str] = {}
    for case in run:
        other = remote if case.before.remote else None
        measure = _outcome(theirs, case, load, other)
        found = _outcome(ours_with_remote if other else ours, case, load, other)
        passed["Oxigraph"] += [case] * measure.passed
        passed["Summitry"] += [case] * found.passed
        if measure.passed and not (found.passed and _alike(found, measure)):
            failed[case.id] = found.why
    for name, of in {"run": run, **passed}.items():
        print(f"{name}: {len(of)}, of them {sum(case.group == 'entailment' for case in of)} of entailment regimes")
    print(
        "neither:", *(c.id for c in run if c not in passed["Oxigraph"] + passed["Summitry"] and c.group != "entailment")
    )
    assert not failed, "\n".join(f"{name}: {why}" for name, why in failed.items())
    assert len(run) >= 500 and len(passed["Summitry"]) >= 460


def test_protocol(ours: Server) -> None:
    entries = suites.SPARQL.manifest("protocol/manifest.ttl").listed(suites.MF + "entries")
    failed = {}
    for name in (entry.value.rpartition("#")[2] for entry in entries):
        try:
            protocol.run(ours, name)
        except AssertionError as error:
            failed[name] = str(error)
    assert not failed
    assert len(entries) >= 34


def test_graph_store_protocol(ours: Server) -> None:
    assert graph_store.failures(ours) == {}


def test_graph_store_protocol_as_it_is_listed() -> None:
    """The suite has these tests as a page; none of them is left out."""
    page = suites.SPARQL.read(suites.SPARQL.base + "http-rdf-update/tests.html").decode("utf-8")
    known = {_squeezed(step.name) for step in graph_store.STEPS}
    listed = [part.partition("'")[0] for part in page.split("<h2 id='")[1:]]
    assert len(listed) >= 20
    assert [name for name in listed if _squeezed(name) not in known] == []


def test_turtle_documents_by_address(ours: Server, tmp_path: Path) -> None:
    """What is put as a graph is got back as it was written, numbers and language tags too."""
    failed = []
    for address, result in suites.evaluated(suites.TURTLE):
        turtle = f"@base <{address}> .\n".encode() + suites.TURTLE.read(address)
        headers = {"content-type": "text/turtle", "accept": "text/turtle"}
        ours.client.put(ours.graphs, params={"graph": address}, content=turtle, headers=headers).raise_for_status()
        found = ours.client.get(ours.graphs, params={"graph": address}, headers=headers).content
        if _dataset(tmp_path, found) != _dataset(tmp_path, suites.TURTLE.read(result)):
            failed.append(address)
    assert failed == []


def test_service_description(ours: Server) -> None:
    """It is RDF, names the endpoint, and uses the vocabulary as it is."""
    entries = suites.SPARQL.manifest("service-description/manifest.ttl").listed(suites.MF + "entries")
    assert len(entries) == 3
    answer = ours.client.get(ours.query, headers={"accept": "text/turtle"})
    triples = [quad.triple for quad in ox.parse(answer.content, format=ox.RdfFormat.TURTLE)]
    (service,) = {t.subject for t in triples if t.object == ox.NamedNode(SD + "Service")}
    endpoint = ox.Triple(service, ox.NamedNode(SD + "endpoint"), ox.NamedNode(ours.address(ours.query)))
    assert endpoint in triples
    used = [term.value.removeprefix(SD) for t in triples for term in (t.predicate, t.object)
            if isinstance(term, ox.NamedNode) and term.value.startswith(SD)]  # fmt: skip
    assert set(used) <= VOCABULARY
    assert {"Service", "SPARQL11Query", "SPARQL11Update", "resultFormat"} <= set(used)


def _dataset(folder: Path, turtle: bytes) -> ox.Dataset:
    path = folder / "compared.ttl"
    path.write_bytes(turtle)
    return dataset(path, ox.RdfFormat.TURTLE)


def _outcome(server: Server, case: Case, load: evaluation.Loader, remote: Server | None) -> Outcome:
    """What cannot be loaded or read counts as failed."""
    try:
        return evaluation.run(server, case, load, remote)
    except (AssertionError, SyntaxError) as error:
        return Outcome(False, str(error))


def _alike(ours: Outcome, theirs: Outcome) -> bool:
    if ours.answer is None or theirs.answer is None:
        return ours.answer is theirs.answer
    return same(ours.answer, theirs.answer, exact=True)


def _squeezed(name: str) -> str:
    return "".join(filter(str.isalnum, name)).lower()
