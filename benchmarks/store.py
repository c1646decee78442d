"""How fast and how large the stores are, with up to a million claims: loading, importing, asking.

    python -m benchmarks.store [--claims N] [--triples N] [--part import|embedded|neo4j] [--quick]

Without --part, every part runs in a process of its own, so that peak memory is that of the part. It prints ratios:

- one N-Triples file into Neo4j, beside rdflib-neo4j in its batched mode on the same server (it comes with
  `pip install -e '.[bench]'`); Summitry keeps the statements verbatim, and its time includes the SPARQL view of them;
- the same file into the embedded store, durable and visible;
- articles with claims into both stores: time, size and peak memory at 1, 10 and 100 hundredths of --claims. The
  articles are made by `benchmarks.parts.articles`, and the time of making them is left out;
- the question "who attends X" over what has been loaded.

Neo4j is the empty one at NEO4J_URI (it is emptied again), or a real one that is started for the time of each part.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib.util
import io
import logging
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.parts import loading, questions, servers, triples

from summitry.store import Boolean, EmbeddedStore, Store
from summitry.store.neo4j_store import Neo4jStore

Times = tuple[float, float]
"""Seconds by the clock, and seconds of processors: this process and the server, when it is ours."""

CLAIMS, TRIPLES = 1_000_000, 200_000
QUICK_CLAIMS, QUICK_TRIPLES = 20_000, 20_000


def measure_import(_: int, statements: int) -> None:
    """Import one file into each store."""
    with tempfile.TemporaryDirectory() as folder:
        file, small = Path(folder) / "data.nt", Path(folder) / "small.nt"
        triples.write(file, statements)
        triples.write(small, 2_000)
        print(f"\nimport of {statements} triples, {file.stat().st_size / 1e6:.0f} MB of N-Triples")
        with EmbeddedStore(Path(folder) / "embedded") as store:
            embedded = _imported(store, file)
        _rate("embedded, durable and visible to SPARQL", statements, embedded)
        with servers.server() as server:
            other = _rdflib_neo4j(server, file, small)
            with Neo4jStore(server.uri, server.login, database=server.database) as store:
                _imported(store, small)
                own = _imported(store, file, server.busy)
        _rate("Neo4j, durable and visible to SPARQL", statements, own)
        if other is None:
            print("rdflib-neo4j is not installed: pip install -e '.[bench]'")
            return
        _rate("rdflib-neo4j", statements, other)
        share = own[1] / other[1]
        print(f"Summitry is {other[0] / own[0]:.1f} × as fast, and keeps the processors busy {share:.2f} × as long")


def _rate(name: str, statements: int, times: Times) -> None:
    print(f"{statements / times[0]:>10.0f} triples/s {times[1]:>7.1f} busy s  {name}", flush=True)


def _imported(store: Store, file: Path, others: Callable[[], float] = lambda: 0) -> Times:
    """The time until a file is durable and SPARQL shows its last statement."""
    started, busy = time.perf_counter(), time.process_time() + others()
    store.datasets.import_file(file)
    subject, predicate, value = file.read_text("utf-8").rstrip().rsplit("\n", 1)[-1].removesuffix(" .").split(" ", 2)
    shown = store.sparql(f"ASK {{ {subject} {predicate} {value} }}")
    assert isinstance(shown, Boolean) and shown.value
    return time.perf_counter() - started, time.process_time() + others() - busy


def _rdflib_neo4j(server: servers.Server, file: Path, small: Path) -> Times | None:
    """The time that rdflib-neo4j takes, after a small file to warm up; leaves nothing behind."""
    if importlib.util.find_spec("rdflib_neo4j") is None:
        return None
    import rdflib
    import rdflib_neo4j

    logging.disable(logging.WARNING)
    times = (0.0, 0.0)
    for path in (small, file):
        auth = {"uri": server.uri, "database": server.database, "user": server.user, "pwd": server.password}
        config = rdflib_neo4j.Neo4jStoreConfig(
            auth_data=auth,
            custom_prefixes={name: rdflib.Namespace(iri) for name, iri in triples.PREFIXES.items()},
            handle_vocab_uri_strategy=rdflib_neo4j.HANDLE_VOCAB_URI_STRATEGY.IGNORE,
            batching=True,
        )
        with contextlib.redirect_stdout(io.StringIO()):  # it tells what it does
            store = rdflib_neo4j.Neo4jStore(config=config)
            graph = rdflib.Graph(store=store)
            started, busy = time.perf_counter(), time.process_time() + server.busy()
            graph.parse(path, format="nt")
            graph.close(True)
        times = time.perf_counter() - started, time.process_time() + server.busy() - busy
        store.driver.close()  # which closing the store leaves open
    server.wipe()
    return times


def measure_embedded(claims: int, _: int) -> None:
    """Load articles into a folder and ask."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "data"
        with EmbeddedStore(place) as store:
            _load(store, "embedded (SQLite and Oxigraph)", claims, lambda: servers.folder_megabytes(place), lambda: 0)


def measure_neo4j(claims: int, _: int) -> None:
    """Load articles into a server and ask."""
    with servers.server() as server, Neo4jStore(server.uri, server.login, database=server.database) as store:
        _load(store, "Neo4j (log and property graph)", claims, server.megabytes, server.busy)


def _load(store: Store, name: str, claims: int, size: Callable[[], float | None], others: Callable[[], float]) -> None:
    points = loading.Load(store, size, others).run(claims, [claims // 100, claims // 10])
    loading.report(name, points)
    about = questions.events(store)
    median, late, busy, rows = questions.percentiles(lambda event: questions.attends(store, event), about)
    times = f"median {median:.1f} ms, p95 {late:.1f} ms, {busy:.1f} ms busy"
    print(f'"who attends X" in {store.native}: {times}, {rows / questions.ROUNDS:.0f} rows a question')


PARTS = {"import": measure_import, "embedded": measure_embedded, "neo4j": measure_neo4j}


def main(given: list[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, help=f"claims to load ({CLAIMS}, with --quick {QUICK_CLAIMS})")
    parser.add_argument("--triples", type=int, help=f"triples to import ({TRIPLES}, with --quick {QUICK_TRIPLES})")
    parser.add_argument("--part", choices=PARTS)
    parser.add_argument("--quick", action="store_true", help="small numbers: a few minutes")
    options = parser.parse_args(given)
    claims = options.claims or (QUICK_CLAIMS if options.quick else CLAIMS)
    statements = options.triples or (QUICK_TRIPLES if options.quick else TRIPLES)
    if options.part:
        PARTS[options.part](claims, statements)
        return
    for part in PARTS:
        command = [sys.executable, "-m", "benchmarks.store", "--part", part]
        subprocess.run([*command, "--claims", str(claims), "--triples", str(statements)], check=True)


if __name__ == "__main__":
    main()
