"""Events, people, states and organisations over HTTP, on the sample articles."""

from __future__ import annotations

import re
from typing import Any

import httpx
import pytest


def only(client: httpx.Client, **filters: Any) -> list[dict[str, Any]]:
    found = client.get("/events", params=filters)
    assert found.status_code == 200, found.text
    items: list[dict[str, Any]] = found.json()["items"]
    return items


@pytest.fixture(scope="module")
def conference(client: httpx.Client) -> dict[str, Any]:
    """The videoconference of the coalition of the willing, in French."""
    (event,) = only(client, kind="videoconference")
    detail: dict[str, Any] = client.get(f"/events/{event['id'].split('/')[1]}", params={"lang": "fr"}).json()
    return detail


def test_filters(client: httpx.Client) -> None:
    everything = only(client)
    assert len(everything) > 8
    february = only(client, **{"from": "2026-02-01", "to": "2026-02-28"})
    assert [event["start"] for event in february] == ["2026-02-24"]
    assert only(client, **{"from": "2026-02-24", "to": "2026-02-24"}) == february
    assert only(client, **{"from": "2026-02-25", "to": "2026-03-01"}) == []
    cancelled = only(client, status="cancelled")
    assert cancelled
    assert {event["status"] for event in cancelled} == {"cancelled"}
    summits = only(client, kind=["summit", "visit"])
    assert {event["kind"] for event in summits} <= {"summit", "visit"}
    canada = only(client, place="state/CAN")
    assert canada
    assert canada == only(client, place="https://w3id.org/summitry/id/state/CAN")
    macron = only(client, participant="person/emmanuel-macron")
    assert 0 < len(macron) < len(everything)
    both = only(client, participant=["person/emmanuel-macron", "person/donald-trump"])
    assert {e["id"] for e in both} <= {e["id"] for e in macron}
    assert {e["id"] for e in only(client, q="SOMMET paix")} <= {e["id"] for e in everything}


def test_order_and_pages(client: httpx.Client) -> None:
    newest = [event["start"] for event in only(client) if event["start"]]
    assert newest == sorted(newest, reverse=True)
    oldest = [event["start"] for event in only(client, order="oldest") if event["start"]]
    assert oldest == sorted(oldest)
    assert only(client)[-1]["start"] is None
    seen, address = [], "/events?limit=5"
    while address:
        page = client.get(address)
        seen += [event["id"] for event in page.json()["items"]]
        following = re.search(r'<([^>]*)>; rel="next"', page.headers["link"])
        address = following.group(1) if following else ""
    assert seen == [event["id"] for event in only(client)]
    assert page.json()["total"] == len(seen) == int(page.headers["x-total-count"])


def test_an_event_with_its_evidence(client: httpx.Client, conference: dict[str, Any]) -> None:
    assert conference["name"] == "visioconférence de la « coalition des volontaires »"
    assert (conference["start"], conference["status"], conference["mode"]) == ("2026-02-24", "planned", "virtual")
    stated = {p["id"]: p for p in conference["participants"] if not p["inferred"]}
    assert stated["state/FRA"]["role"] == stated["state/GBR"]["role"] == "chair"
    assert stated["coalition/coalition-of-the-willing"]["role"] == "participant"
    assert "person/emmanuel-macron" not in stated
    assert "person/volodymyr-zelensky" not in {p["id"] for p in conference["participants"]}
    assert [who["id"] for who in conference["announcedBy"]] == ["person/emmanuel-macron"]
    for participant in stated.values():
        assert participant["evidence"]
        for piece in participant["evidence"]:
            assert piece["quote"] in piece["sentence"]
            article = client.get(f"/articles/{piece['article'].rsplit('/', 1)[1]}").json()
            assert article["text"][piece["start"] : piece["end"]] == piece["quote"]
    assert len(conference["articles"]) == 2


def test_every_reading_of_the_date(conference: dict[str, Any]) -> None:
    readings = {(reading["reading"], reading["chosen"]) for reading in conference["dates"]}
    assert {("2026-02-24", True), ("2026-02-25", False)} <= readings
    flagged = [reading for reading in conference["dates"] if "weekday-mismatch" in reading["flags"]]
    assert flagged
    assert all(reading["evidence"] for reading in flagged)
    assert any(set(conflict["readings"]) >= {"2026-02-24", "2026-02-25"} for conflict in conference["conflicts"])


def test_members_of_a_coalition_are_inferred(conference: dict[str, Any]) -> None:
    through = [p for p in conference["participants"] if p["inferred"]]
    assert {p["via"] for p in through} == {"https://w3id.org/summitry/id/coalition/coalition-of-the-willing"}
    stated = {p["id"] for p in conference["participants"] if not p["inferred"]}
    assert not stated & {p["id"] for p in through}


def test_a_person(client: httpx.Client) -> None:
    macron = client.get("/people/emmanuel-macron").json()
    assert (macron["name"], macron["wikidata"], macron["type"]) == ("Emmanuel Macron", "Q3052772", "Person")
    assert any(o["office"] == "president" and o["of"]["id"] == "state/FRA" for o in macron["offices"])
    days = [attended["event"]["start"] or "" for attended in macron["events"]]
    assert days == sorted(days, reverse=True)
    listed = client.get("/people", params={"q": "macron"}).json()
    assert [item["id"] for item in listed["items"]] == ["person/emmanuel-macron"]
    assert listed["items"][0]["events"] == len({a["event"]["id"] for a in macron["events"]})


def test_a_state_and_an_organisation(client: httpx.Client) -> None:
    france = client.get("/states/FRA", params={"lang": "fr"}).json()
    assert france["iso3"] == "FRA"
    assert "person/emmanuel-macron" in {office["of"]["id"] for office in france["holders"]}
    coalition = client.get("/organisations/coalition-of-the-willing", params={"lang": "fr"}).json()
    assert (coalition["type"], coalition["names"]["fr"]) == ("Coalition", "coalition des volontaires")
    assert "state/FRA" in {membership["other"]["id"] for membership in coalition["members"]}
    states = client.get("/states", params={"limit": 3}).json()
    assert len(states["items"]) == 3
    assert client.get("/organisations").json()["total"] > 3


@pytest.mark.parametrize(
    "address", ["/events/none", "/people/none", "/states/XXX", "/organisations/none", "/events/%22%3E%20x", "/none"]
)
def test_what_is_not_there(client: httpx.Client, address: str) -> None:
    found = client.get(address)
    assert found.status_code == 404
    assert found.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=501", "offset=-1", "from=tomorrow", "kind=party", "order=odd", "lang=xx"]
)
def test_unusable_parameters(client: httpx.Client, query: str) -> None:
    found = client.get(f"/events?{query}")
    assert found.status_code == 422
    assert found.json()["errors"]


@pytest.mark.parametrize("words", ['"', "\\", "(", "} #", "é*+?", "\n"])
def test_words_are_never_query_text(client: httpx.Client, words: str) -> None:
    assert client.get("/events", params={"q": words}).status_code == 200
    assert client.get("/events", params={"participant": f"person/{words}"}).status_code in (200, 404)
