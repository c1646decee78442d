"""French: journeys of several stops, pronouns of event nouns, verbless lines of an agenda."""

# ruff: noqa: E501 - a sentence is read more easily on one line

from __future__ import annotations

import pytest
from tests.extract.events_of import events

DAY = "2024-06-12"
TOLD = [
    ("William Ruto s'est rendu lundi en Ouganda, puis au Rwanda.", {("visit", "2024-06-10", "Ouganda", "William Ruto"), ("visit", None, "Rwanda", "William Ruto")}),
    ("William Ruto s'est rendu samedi en Ouganda, dimanche au Rwanda et lundi en Tanzanie.",
     {("visit", "2024-06-08", "Ouganda", "William Ruto"), ("visit", "2024-06-09", "Rwanda", "William Ruto"), ("visit", "2024-06-10", "Tanzanie", "William Ruto")}),
    ("La visite de William Ruto à Kampala mardi suit celle de Paul Kagame à Kinshasa en mai.",
     {("visit", "2024-06-11", "Kampala", "William Ruto"), ("visit", "2024-05", "Kinshasa", "Paul Kagame")}),
    ("William Ruto a eu un entretien avec Paul Kagame lundi, puis un autre avec Yoweri Museveni mardi.",
     {("meeting", "2024-06-10", None, "Paul Kagame", "William Ruto"), ("meeting", "2024-06-11", None, "William Ruto", "Yoweri Museveni")}),
    ("Mardi, rencontre entre William Ruto et Paul Kagame à Kigali.", {("meeting", "2024-06-11", "Kigali", "Paul Kagame", "William Ruto")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=[text[:50] for text, _ in TOLD])
def test_item_tells_of_events(text: str, expected: set[tuple[str, ...]]) -> None:
    found = set()
    for event in events(text, DAY, "fr"):
        place = event["places"][0]["name"] if event["places"] else None
        found.add((event["kind"], event["start"], place, *sorted(p["name"] for p in event["participants"])))
    assert found == expected


def test_a_tour_is_where_it_leads() -> None:
    (tour,) = events("La tournée de William Ruto le mènera en Ouganda, au Rwanda et en Tanzanie.", DAY, "fr")
    assert (tour["status"], [p["name"] for p in tour["places"]]) == ("planned", ["Ouganda", "Rwanda", "Tanzanie"])
