"""The W3C's test suites as jars that RDF4J publishes to Maven Central; nothing of them is in this repository."""

from __future__ import annotations

import fcntl
import shutil
import subprocess
import zipfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph as ox

HERE = Path(__file__).resolve().parent
JARS = HERE.parents[1] / ".w3c"
POM = HERE / "pom.xml"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
RDFT = "http://www.w3.org/ns/rdftest#"
MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"


@dataclass(frozen=True)
class Suite:
    """A folder of a jar, seen at the address where the W3C has it."""

    jar: str
    folder: str
    base: str

    def read(self, address: str) -> bytes:
        """The file at an address below the base."""
        path = self.folder + address.removeprefix(self.base)
        with zipfile.ZipFile(JARS / self.jar) as jar:
            return jar.read(path)

    def manifest(self, name: str = "manifest.ttl") -> Manifest:
        """One of its manifests."""
        address = self.base + name
        store = ox.Store()
        store.load(self.read(address), format=ox.RdfFormat.TURTLE, base_iri=address)
        return Manifest(self, address, store)


@dataclass(frozen=True)
class Manifest:
    """A list of tests as triples."""

    suite: Suite
    address: str
    store: ox.Store

    def values(self, subject: ox.NamedNode | ox.BlankNode, predicate: str) -> list[ox.Term]:
        """The objects of a subject and a predicate."""
        return [q.object for q in self.store.quads_for_pattern(subject, ox.NamedNode(predicate), None, None)]

    def value(self, subject: ox.NamedNode | ox.BlankNode, predicate: str) -> ox.Term | None:
        """The only such object, None when there is none."""
        found = self.values(subject, predicate)
        assert len(found) <= 1, (subject, predicate)
        return found[0] if found else None

    def listed(self, predicate: str) -> list[ox.Term]:
        """The members of the list that the manifest has for the predicate."""
        found: list[ox.Term] = []
        rest = self.value(ox.NamedNode(self.address), predicate)
        while isinstance(rest, ox.BlankNode):
            found += self.values(rest, RDF + "first")
            rest = self.value(rest, RDF + "rest")
        return found


SPARQL = Suite(
    "rdf4j-sparql-testsuite-5.1.0.jar",
    "testcases-sparql-1.1-w3c/",
    "http://www.w3.org/2009/sparql/docs/tests/data-sparql11/",
)
TURTLE = Suite(
    "rdf4j-rio-testsuite-4.3.8.jar", "testcases/turtle/tests-ttl-w3c-20170126/", "http://www.w3.org/2013/TurtleTests/"
)
TRIG = Suite("rdf4j-rio-testsuite-4.3.8.jar", "testcases/trig/", "http://www.w3.org/2013/TriGTests/")


def evaluated(suite: Suite) -> list[tuple[str, str]]:
    """Of each evaluation test of Turtle or TriG: the address of the document, and that of the triples in it."""
    manifest = suite.manifest()
    kinds = {ox.NamedNode(RDFT + kind) for kind in ("TestTurtleEval", "TestTrigEval")}
    chosen = [node for node in manifest.listed(MF + "entries") if manifest.value(node, RDF + "type") in kinds]
    return [(manifest.value(node, MF + "action").value, manifest.value(node, MF + "result").value) for node in chosen]


@cache
def fetched() -> Path:
    """The folder with the jars, which Maven fetches once; of several processes that want them, one fetches."""
    JARS.mkdir(exist_ok=True)
    with (JARS / "fetching.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        stamp = JARS / POM.name
        if not stamp.exists() or stamp.read_bytes() != POM.read_bytes():
            goal = ["dependency:copy-dependencies", f"-DoutputDirectory={JARS}", "-DincludeScope=runtime"]
            subprocess.run(["mvn", "-B", "-q", "-ntp", "-f", str(POM), *goal], check=True)
            shutil.copy(POM, stamp)
    return JARS
