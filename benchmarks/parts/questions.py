"""How long "who attends X" takes: the query of that question, for events all over the corpus."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable
from importlib.resources import files

from summitry.store import Solutions, Store

EVENTS = "SELECT DISTINCT ?e { ?e a <https://w3id.org/summitry/ontology#Event> } ORDER BY ?e"
ROUNDS = 300


def events(store: Store, count: int = 200) -> list[str]:
    """Some events, in an order that jumps about."""
    if store.native == "cypher":
        found = [str(row[0]) for row in store.cypher("MATCH (e:Event) RETURN e.iri ORDER BY e.iri").rows]
    else:
        result = store.sparql(EVENTS)
        assert isinstance(result, Solutions)
        found = [str(row["e"].value) for row in result.dicts() if row["e"] is not None]  # type: ignore[union-attr]
    chance = random.Random(7)
    return chance.sample(found, min(count, len(found)))


def attends(store: Store, event: str) -> int:
    """Ask who attends an event; gives the number of rows."""
    folder = files("summitry.query").joinpath("attends")
    if store.native == "cypher":
        text = folder.joinpath("rows.cypher").read_text("utf-8").replace("{event}", "MATCH (e:Event {iri: $event})")
        return len(store.cypher(text, {"event": event}).rows)
    text = folder.joinpath("rows.rq").read_text("utf-8").replace("{event}", f"VALUES ?event {{ <{event}> }}")
    result = store.sparql(text)
    assert isinstance(result, Solutions)
    return len(result.rows)


def percentiles(ask: Callable[[str], int], about: list[str]) -> tuple[float, float, float, int]:
    """Median and 95th percentile, this process's own share of processors a question (ms), and rows in all."""
    for event in about[:20]:
        ask(event)
    times, rows, busy = [], 0, time.process_time()
    for number in range(ROUNDS):
        started = time.perf_counter()
        rows += ask(about[number % len(about)])
        times.append(1000 * (time.perf_counter() - started))
    share = 1000 * (time.process_time() - busy) / ROUNDS
    return statistics.median(times), statistics.quantiles(times, n=20)[18], share, rows
