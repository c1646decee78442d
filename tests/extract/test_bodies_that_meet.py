"""Bodies whose name is that of their meeting, calls that are received, events that open the sentence of another."""

import pytest
from tests.extract.events_of import events

DAY = "2024-06-12"
CASES = [
    ("Anthony Albanese will attend the Pacific Islands Forum in Tonga on Friday.", "conference", {"Anthony Albanese"}),
    ("Olaf Scholz addressed the UN General Assembly on Monday.", "conference", {"Olaf Scholz"}),
    ("Anthony Albanese attended the Pacific Islands Forum leaders' meeting in Tonga.", "summit", {"Anthony Albanese"}),
    (
        "Sonexay Siphandone received on Tuesday in Vientiane a courtesy call from Vietnamese Foreign Minister "
        "Bui Thanh Son.",
        "meeting",
        {"Sonexay Siphandone", "Bùi Thanh Sơn"},
    ),
    (
        "Abdullah II received Abdul Latif Rashid on Monday. Attending the meeting were Ayman Safadi, Minister of "
        "Foreign Affairs, and the accompanying delegation of the guest as well as Jafar Hassan, Prime Minister.",
        "meeting",
        {"Abdullah II", "Abdul Latif Rashid", "Ayman Safadi", "Jafar Hassan"},
    ),
]


@pytest.mark.parametrize(("text", "kind", "names"), CASES)
def test_who_is_there(text, kind, names):
    (event,) = events(text, DAY, "en")
    assert event["kind"] == kind
    assert names <= {p["name"] for p in event["participants"]}


def test_who_meets_on_the_sidelines_is_at_both():
    text = "The G20 summit began in Delhi on Saturday. On the sidelines of the summit, Olaf Scholz met Xi Jinping."
    found = {e["kind"]: {p["name"] for p in e["participants"]} for e in events(text, DAY, "en")}
    assert found["meeting"] == {"Olaf Scholz", "Xi Jinping"}
    assert found["meeting"] <= found["summit"]


def test_another_middle_name_is_another_man():
    text = "Sonexay Siphandone received Vietnamese Deputy Prime Minister Tran Luu Quang in Vientiane on Monday."
    (event,) = events(text, DAY, "en")
    assert {p["name"] for p in event["participants"]} == {"Sonexay Siphandone", "Tran Luu Quang"}
