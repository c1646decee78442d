"""Who agrees on something after talks was at them; who comes to a place on a day, sits down or dines together."""

import pytest
from tests.extract.events_of import attending, events

DAY = "2024-06-12"
CASES = [
    ("India and Pakistan agreed to a truce after talks in Doha on Friday.", "2024-06-07", {"India", "Pakistan"}),
    ("Kenya and Uganda have agreed to swap prisoners following talks in Juba on Monday.", "2024-06-10", {"Kenya"}),
    ("Russia and Ukraine failed to agree on a truce at talks in Istanbul on Monday.", "2024-06-10", {"Ukraine"}),
    (
        "The European Union and China agreed to cut tariffs after a summit in Beijing on Monday.",
        "2024-06-10",
        {"China"},
    ),
    ("Officials of Kenya and Uganda sat down together in Kampala on Monday.", "2024-06-10", {"Kenya", "Uganda"}),
    ("Joe Biden and Olaf Scholz dined together in Berlin on Monday.", "2024-06-10", {"Joe Biden", "Olaf Scholz"}),
    ("Olaf Scholz came to Paris on Monday.", "2024-06-10", {"Olaf Scholz"}),
    ("Olaf Scholz will come to Paris on Friday.", "2024-06-14", {"Olaf Scholz"}),
]


@pytest.mark.parametrize(("text", "start", "names"), CASES)
def test_who_agrees_after_talks_was_there(text, start, names):
    (event,) = events(text, DAY, "en")
    assert event["start"] == start
    assert names <= {p["name"] for p in event["participants"]}


@pytest.mark.parametrize(
    "text",
    [
        "China and India welcomed a truce after talks in Doha between Israel and Hamas.",
        "Donald Trump came to power in January.",
        "Olaf Scholz said Vladimir Putin would not come to Berlin on Monday.",
    ],
)
def test_others_were_not(text):
    assert attending(text, DAY, "en").isdisjoint({"China", "India", "Donald Trump", "Vladimir Putin"})
