"""Articles in: JSON, files, streams; what cannot be read is one clear problem."""

from __future__ import annotations

import json

import httpx
import pytest
from tests.conftest import ROOT

from summitry.loaders.files import MAX_BYTES

SAMPLE = ROOT / "samples" / "2026-02-20-fr-visioconference.md"
ARTICLE = {
    "title": "Rencontre à Paris",
    "text": "Emmanuel Macron a reçu Friedrich Merz à Paris vendredi 13 février 2026.",
    "published": "2026-02-14",
    "lang": "fr",
    "url": "https://example.org/rencontre",
}


def test_json_in_and_out_again(fresh: httpx.Client) -> None:
    made = fresh.post("/articles", json=ARTICLE)
    assert made.status_code == 201
    loaded = made.json()
    assert made.headers["location"] == f"/articles/{loaded['id']}"
    assert loaded["added"] > 0
    assert loaded["unchanged"] is False
    assert loaded["events"]
    again = fresh.post("/articles", json=ARTICLE)
    assert (again.status_code, again.json()["unchanged"], again.json()["added"]) == (200, True, 0)
    found = fresh.get(made.headers["location"]).json()
    assert {key: found[key] for key in ARTICLE} == ARTICLE
    assert [event["id"] for event in found["events"]] == [event["id"] for event in loaded["events"]]
    for claim in found["claims"]:
        for start, end, quote in claim.get("evidence", ()):
            assert found["text"][start:end] == quote


def test_a_new_version_retracts(fresh: httpx.Client) -> None:
    fresh.post("/articles", json=ARTICLE)
    changed = fresh.post("/articles", json={**ARTICLE, "text": "Le temps sera beau demain sur tout le pays."}).json()
    assert changed["retracted"] > 0
    assert changed["events"] == []
    assert fresh.get("/events").json()["total"] == 0


def test_a_file(fresh: httpx.Client) -> None:
    made = fresh.post("/articles", files={"file": (SAMPLE.name, SAMPLE.read_bytes())}, data={"lang": "fr"})
    assert made.status_code == 201
    article = fresh.get(f"/articles/{made.json()['id']}").json()
    assert (article["published"], article["publisher"]) == ("2026-02-20", "Le Carnet diplomatique")
    other = fresh.post("/articles", files={"file": ("a.json", json.dumps(ARTICLE).encode())})
    assert fresh.get(f"/articles/{other.json()['id']}").json()["title"] == ARTICLE["title"]


def test_the_stages_as_a_stream(fresh: httpx.Client) -> None:
    headers = {"accept": "text/event-stream"}
    with fresh.stream("POST", "/articles", json=ARTICLE, headers=headers) as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        parts = "".join(stream.iter_text()).strip().split("\n\n")
    events = [dict(line.split(": ", 1) for line in part.split("\n")) for part in parts]
    assert [event["event"] for event in events] == ["received", "reading", "done"]
    done = json.loads(events[-1]["data"])
    assert done["added"] > 0
    assert fresh.get(f"/articles/{done['id']}").status_code == 200


@pytest.mark.parametrize(
    ("content", "status", "cause"),
    [
        (b"", 422, "is empty"),
        (b"\x89PNG\r\n\x1a\n\0\0", 422, "is a PNG picture"),
        ("Élysée".encode("latin-1"), 422, "is not UTF-8"),
        (b"x" * (MAX_BYTES + 1), 413, "the limit is 10 MB"),
        (b"x" * (2 * MAX_BYTES), 413, "is larger than 10 MB"),
    ],
)
def test_bad_files(fresh: httpx.Client, content: bytes, status: int, cause: str) -> None:
    sent = fresh.post("/articles", files={"file": ("article.txt", content)})
    assert sent.status_code == status
    assert sent.headers["content-type"] == "application/problem+json"
    assert cause in sent.json()["cause"]
    assert fresh.get("/health").json()["seq"] == 0


def test_a_body_of_unknown_length_is_cut_off(fresh: httpx.Client) -> None:
    def endless() -> object:
        for _ in range(25):
            yield b"x" * 1_000_000

    sent = fresh.post("/articles", content=endless(), headers={"content-type": "application/json"})  # type: ignore[arg-type]
    assert sent.status_code == 413


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ({}, "body/text"),
        ({"text": ""}, "body/text"),
        ({"text": "x", "published": "yesterday"}, "body/published"),
        ({"text": "x", "author": "y"}, "body/author"),
    ],
)
def test_bad_json(fresh: httpx.Client, body: dict[str, str], where: str) -> None:
    sent = fresh.post("/articles", json=body)
    assert sent.status_code == 422
    assert [error["where"] for error in sent.json()["errors"]] == [where]


def test_other_bodies(fresh: httpx.Client) -> None:
    assert fresh.post("/articles", content=b"x", headers={"content-type": "text/plain"}).status_code == 415
    assert fresh.post("/articles", data={"published": "2026-01-01"}).status_code == 415
    broken = fresh.post("/articles", content=b"{", headers={"content-type": "application/json"})
    assert broken.status_code == 422
    bad_date = fresh.post("/articles", files={"file": ("a.txt", b"Text.")}, data={"published": "13/02"})
    assert (bad_date.status_code, bad_date.json()["subject"]) == (422, "published")


def test_the_list(client: httpx.Client) -> None:
    page = client.get("/articles", params={"limit": 4}).json()
    assert page["total"] >= 15
    days = [item["published"] for item in page["items"]]
    assert days == sorted(days, reverse=True)
    assert client.get("/articles/none").status_code == 404
