"""Who does something at an event, is in a place for one, or is received in a venue that no table lists."""

import pytest
from tests.extract.events_of import attending, events, named

DAY = "2024-06-12"
CASES = [
    ("en", "Hakan Fidan spoke at the Doha Forum on Monday.", {"Hakan Fidan"}),
    ("en", "Hakan Fidan called for a truce at the Munich Security Conference in Germany on Monday.", {"Hakan Fidan"}),
    ("en", "Hakan Fidan warned the Munich Security Conference in Germany on Monday that time was up.", {"Hakan Fidan"}),
    ("en", "In a speech at the Doha Forum on Monday, Hakan Fidan urged restraint.", {"Hakan Fidan"}),
    (
        "en",
        "At last month's summit in Doha, Hakan Fidan and Shehbaz Sharif agreed to open the border.",
        {"Hakan Fidan"},
    ),
    ("en", "Hakan Fidan led the Turkish delegation at the Doha Forum on Monday.", {"Hakan Fidan"}),
    ("en", "Hakan Fidan, who is in Doha for the Doha Forum, criticised the vote.", {"Hakan Fidan"}),
    (
        "en",
        "Hakan Fidan is in Doha for the Doha Forum, which is being attended by Prime Minister Shehbaz Sharif.",
        {"Hakan Fidan", "Shehbaz Sharif"},
    ),
    (
        "en",
        "Talks took place in Doha on Monday. Participants include Kenyan negotiators, US envoy Brett McGurk and "
        "Hakan Fidan.",
        {"Brett McGurk", "Hakan Fidan"},
    ),
    (
        "en",
        "King Abdullah II received in Al Husseiniya Palace on Monday Pakistani Prime Minister Shehbaz Sharif.",
        {"Abdullah II", "Shehbaz Sharif"},
    ),
    (
        "en",
        "Emir Tamim bin Hamad Al Thani received at Lusail Palace today the Prime Minister of Pakistan Shehbaz Sharif.",
        {"Tamim bin Hamad Al Thani", "Shehbaz Sharif"},
    ),
    ("fr", "Lors du sommet à Doha lundi, Hakan Fidan a appelé à une trêve.", {"Hakan Fidan"}),
]


@pytest.mark.parametrize(("lang", "text", "names"), CASES)
def test_who_acts_at_an_event_is_there(lang, text, names):
    assert names <= attending(text, DAY, lang)


def test_what_is_called_for_at_a_summit_is_no_summit():
    (event,) = events("Hakan Fidan called for a truce at the summit in Doha on Monday.", DAY, "en")
    assert (event["status"], event["start"]) == ("held", "2024-06-10")


@pytest.mark.parametrize(
    "text",
    [
        "Hakan Fidan did not speak at the Doha Forum on Monday.",
        "Hakan Fidan was criticised at the Doha Forum on Monday.",
    ],
)
def test_who_does_nothing_at_an_event_is_not_named(text):
    assert "Hakan Fidan" not in named(text, DAY, "en")
