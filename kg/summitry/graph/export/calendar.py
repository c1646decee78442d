"""Events as an iCalendar file (RFC 5545): one all-day VEVENT for each event with a date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml
from icalendar import Calendar, Event

from summitry.claims import edtf, iris
from summitry.graph import reading
from summitry.graph.model import Description, Link
from summitry.ontology import terms
from summitry.store.protocol import Store
from summitry.store.sparql_results import Solutions

_EVENTS = f"SELECT DISTINCT ?event WHERE {{ ?event a <{terms.CLASS_EVENT}> ; <{terms.START}> ?start }}"
_RECORDED = f"""SELECT ?event (MAX(?recorded) AS ?last) WHERE {{
  ?claim <{terms.ABOUT}> ?event . GRAPH ?source {{ ?claim <{terms.RECORDED_AT}> ?recorded }}
}} GROUP BY ?event"""


def write(store: Store, out: Path) -> int:
    """Write the calendar; returns the number of events. Events without a date are left out: a VEVENT must have one."""
    found = Calendar()
    found.add("prodid", f"-//Summitry//Summitry {version('summitry')}//EN")
    found.add("version", "2.0")
    found.add("calscale", "GREGORIAN")
    found.add("x-wr-calname", "Summitry")
    count = 0
    for event in events(store):
        found.add_component(event)
        count += 1
    out.write_bytes(found.to_ical())
    return count


def events(store: Store) -> Iterator[Event]:
    """A VEVENT for each dated event, by date."""
    wanted = [row["event"].value for row in _rows(store, _EVENTS)]
    stamps = {row["event"].value: row["last"].lexical for row in _rows(store, _RECORDED)}
    around = defaultdict(list)
    for link in reading.links(store, wanted):
        around[link.start if link.relation == "TAKES_PLACE_IN" else link.end].append(link)
    ends = {end for links in around.values() for link in links for end in (link.start, link.end)}
    known = reading.descriptions(store, {*wanted, *ends})
    for iri in sorted(wanted, key=lambda iri: (str(known[iri].details["start"]), iri)):
        days = _days(known[iri])
        if days is not None:
            yield _event(iri, days, known, around[iri], stamps.get(iri))


def _event(
    iri: str, days: tuple[date, date], known: Mapping[str, Description], links: list[Link], stamp: str | None
) -> Event:
    about, event = known[iri], Event()
    event.add("uid", f"{iris.local_name(iri)}@summitry")
    revised = datetime.fromisoformat(stamp) if stamp else datetime.combine(days[0], time())
    event.add("dtstamp", revised.replace(microsecond=0, tzinfo=UTC))
    event.add("dtstart", days[0])
    event.add("dtend", days[1] + timedelta(days=1))
    event.add("summary", about.name() or str(about.details.get("kind", "event")))
    event.add("status", _words()["status"].get(about.details.get("status"), "TENTATIVE"))
    event.add("transp", "TRANSPARENT")
    event.add("categories", [str(about.details.get("kind", "event"))])
    event.add("url", iri)
    places = [known[link.end] for link in links if link.relation == "TAKES_PLACE_IN"]
    if places:
        event.add("location", ", ".join(place.name() for place in places))
    event.add("description", "\n".join(_description(about, known, links)))
    return event


def _description(about: Description, known: Mapping[str, Description], links: list[Link]) -> Iterator[str]:
    """Who has which role, what the date rests on, and which articles say so."""
    for role, words in _words()["roles"].items():
        names = [known[k.start].name() or iris.local_name(k.start) for k in links if k.detail == role]
        if names:
            yield f"{words}: {', '.join(names)}"
    start = str(about.details["start"])
    if edtf.day(start) is None:
        yield f"Date known as: {start}"
    for link in links:
        if link.relation == "REPORTS":
            source = known[link.start]
            yield f"Source: {source.name()} {source.details.get('url', '')}".rstrip()


def _days(about: Description) -> tuple[date, date] | None:
    first = edtf.bounds(str(about.details["start"]))
    last = edtf.bounds(str(about.details.get("end", ""))) or first
    return (first[0], max(first[1], last[1])) if first and last else None


def _rows(store: Store, query: str) -> Iterator[Any]:
    result = store.sparql(query, timeout=None)
    assert isinstance(result, Solutions)
    return result.dicts()


@cache
def _words() -> Mapping[str, Mapping[Any, str]]:
    text = (files("summitry.graph") / "export" / "calendar.yaml").read_text("utf-8")
    loaded: Mapping[str, Mapping[Any, str]] = yaml.safe_load(text)
    return loaded
