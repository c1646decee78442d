"""Guests of an event: expected or represented there, with it behind an aside, on a visit, courtesy calls."""

import pytest
from tests.extract.events_of import events

DAY = "2024-06-12"
CASES = [
    ("Hakan Fidan and Shehbaz Sharif are expected at the Doha Forum on Friday.", "conference", {"Hakan Fidan"}),
    ("Turkey was represented at the Doha Forum on Monday by Hakan Fidan.", "conference", {"Hakan Fidan"}),
    (
        "Rwanda's Paul Kagame was represented by his premier, Edouard Ngirente, at the Nairobi summit on Monday.",
        "summit",
        {"Édouard Ngirente"},
    ),
    ("Hakan Fidan delivered a keynote address at the Doha Forum on Monday.", "conference", {"Hakan Fidan"}),
    (
        "Tamim bin Hamad Al Thani inaugurated the Doha Forum on Monday. The forum was attended by Hakan Fidan.",
        "conference",
        {"Tamim bin Hamad Al Thani", "Hakan Fidan"},
    ),
    (
        "Abdullah II on Monday held talks with Abdel Fattah El Sisi. The talks, held in Amman, were attended by Ayman "
        "Safadi, Minister of Foreign Affairs.",
        "meeting",
        {"Abdullah II", "Abdel Fattah al-Sisi", "Ayman Safadi"},
    ),
    (
        "Abdullah II held talks with Abdel Fattah El Sisi. The meeting, which took place in Amman on Monday, was "
        "attended by Ayman Safadi.",
        "meeting",
        {"Abdullah II", "Ayman Safadi"},
    ),
    (
        "Prime Minister Shehbaz Sharif left for Beijing on Tuesday on an official visit, accompanied by Ishaq Dar.",
        "visit",
        {"Shehbaz Sharif", "Ishaq Dar"},
    ),
    (
        "Mohamed bin Zayed Al Nahyan, Crown Prince of Abu Dhabi and Deputy Supreme Commander of the UAE Armed Forces, "
        "received Narendra Modi on Monday. The meeting reviewed trade. Trade has doubled since 2019. Exports grew by a "
        "tenth. Attending the meeting were Abdullah bin Zayed, Minister of Foreign Affairs, and Ajit Doval.",
        "meeting",
        {"Mohammed bin Zayed Al Nahyan", "Narendra Modi", "Ajit Doval"},
    ),
    (
        "Emmanuel Macron urged Benjamin Netanyahu in a phone call on Thursday to allow aid into Gaza.",
        "call",
        {"Emmanuel Macron", "Benjamin Netanyahu"},
    ),
    ("Yao Wen paid a farewell call on Prime Minister Sheikh Hasina on Monday.", "meeting", {"Sheikh Hasina"}),
]


@pytest.mark.parametrize(("text", "kind", "names"), CASES)
def test_guests_of_an_event(text, kind, names):
    (event,) = events(text, DAY, "en")
    assert event["kind"] == kind
    assert names <= {p["name"] for p in event["participants"] if p["role"] != "absent"}


def test_who_was_represented_is_absent():
    (event,) = events("Paul Kagame was represented by Edouard Ngirente at the Nairobi summit on Monday.", DAY, "en")
    assert {p["name"] for p in event["participants"] if p["role"] == "absent"} == {"Paul Kagame"}
