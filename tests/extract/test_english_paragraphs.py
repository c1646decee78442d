"""English: what a sentence tells of the event or person of the one before."""

import pytest
from tests.extract.events_of import events, told

DAY = "2024-06-12"
TALKS = "William Ruto and Abiy Ahmed held talks on Saturday in Kampala. "
JOINING = [
    "They were joined by Moussa Faki for lunch.",
    "Moussa Faki joined them for lunch.",
    "Moussa Faki later joined the pair.",
]
STAYS = [
    ("Donald Tusk was in Vilnius on Monday.", "held", "2024-06-10"),
    ("On Monday, Donald Tusk was in Vilnius.", "held", "2024-06-10"),
    ("Donald Tusk will be in Vilnius on Friday.", "planned", "2024-06-14"),
    ("Donald Tusk is in Vilnius today.", "ongoing", "2024-06-12"),
]


@pytest.mark.parametrize("sentence", JOINING)
def test_who_joins_those_who_met_is_there(sentence):
    guests = frozenset({"William Ruto", "Abiy Ahmed", "Moussa Faki Mahamat"})
    assert told(TALKS + sentence, DAY) == {("meeting", guests)}


@pytest.mark.parametrize("text, status, start", STAYS)
def test_who_is_abroad_on_a_day_is_on_a_visit(text, status, start):
    visit = events(text, DAY)[0]
    assert (visit["kind"], visit["status"], visit["start"]) == ("visit", status, start)
    assert [place["name"] for place in visit["places"]] == ["Vilnius"]


def test_meetings_are_where_the_day_was_said_to_be_spent():
    text = (
        "Donald Tusk was in Vilnius on Monday. He met President Gitanas Nauseda. Later in the day Tusk travelled to "
        "Riga, where he was welcomed by Evika Silina."
    )
    met = next(e for e in events(text, DAY) if "Gitanas Nausėda" in {p["name"] for p in e["participants"]})
    assert [place["name"] for place in met["places"]] == ["Vilnius"]


def test_a_king_is_called_by_his_first_name():
    text = "Olaf Scholz received King Abdullah II of Jordan on Wednesday. Abdullah had met Emmanuel Macron on Tuesday."
    assert ("meeting", frozenset({"Abdullah II", "Emmanuel Macron"})) in told(text, DAY)
