"""States and peoples that act: two peoples joined, `it` for who speaks, those who fail together, mediated talks."""

import pytest
from tests.extract.events_of import event, events

DAY = "2013-03-14"


def roles(found):
    return {p["name"]: p["role"] for p in found["participants"] if not p["inferred"]}


@pytest.mark.parametrize(("lang", "text", "names"), [
    ("en", "Talks between Israelis and Palestinians resumed in Amman on Monday.", {"Israel", "Palestine"}),
    ("en", "Israel and the Palestinians held peace talks in Jerusalem.", {"Israel", "Palestine"}),
    ("fr", "Russes et Ukrainiens se sont rencontrés lundi à Minsk.", {"Russie", "Ukraine"}),
    ("fr", "Les négociations entre Américains et Iraniens ont repris lundi à Mascate.", {"États-Unis", "Iran"}),
])  # fmt: skip
def test_two_peoples_joined_are_their_states(lang, text, names):
    assert set(roles(event(text, DAY, lang))) == names


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "Thousands of Israelis and Palestinians met in Geneva for a concert."),
    ("en", "A Russian and an American met in Paris on Monday."),
    ("fr", "Des Français et des Allemands se rencontrent lundi à Berlin."),
])  # fmt: skip
def test_some_of_two_peoples_are_nobody(lang, text):
    assert events(text, DAY, lang) == []


@pytest.mark.parametrize(("text", "there"), [
    ("Russia said on Friday it would host Syrian Foreign Minister Walid al-Moualem this month.",
     {"Russia": "host", "Walid Muallem": "participant"}),
    ("China said it will receive North Korean envoy Choe Ryong-hae next week.",
     {"China": "host", "Choe Ryong-hae": "participant"}),
])  # fmt: skip
def test_it_is_the_state_that_speaks(text, there):
    found = event(text, DAY)
    assert (found["status"], roles(found)) == ("planned", there)


@pytest.mark.parametrize(("text", "names"), [
    ("Salva Kiir and Omar al-Bashir failed to reach a deal at a summit in Juba.", {"Salva Kiir", "Omar al-Bashir"}),
    ("Israel and Syria failed to make progress at talks in Shepherdstown.", {"Israel", "Syria"}),
])  # fmt: skip
def test_who_gets_nowhere_together_was_there(text, names):
    found = event(text, DAY)
    assert {name for name, role in roles(found).items() if role == "participant"} == names


def test_who_fails_to_attend_was_not_there():
    assert roles(event("Nicos Anastasiades failed to attend the summit in Brussels.", DAY)) == {
        "Nicos Anastasiades": "absent"
    }


@pytest.mark.parametrize("word", ["EU-mediated", "US-brokered", "crucial"])
def test_talks_with_a_compound_before_them(word):
    found = event(f"Serbia and Kosovo resume {word} talks in Vienna next Wednesday.", DAY)
    assert {"Serbia", "Kosovo"} <= set(roles(found))
    assert (found["status"], found["start"]) == ("planned", "2013-03-20")


def test_the_first_to_visit_in_years_has_done_so():
    found = event("Shinzo Abe is the first Japanese leader to visit Mongolia in seven years.", DAY)
    assert (found["kind"], found["status"], found["start"]) == ("visit", "held", None)


@pytest.mark.parametrize(("text", "names"), [
    ("Iran said its officials held talks with Turkish diplomats in Ankara on Monday.", {"Iran", "Turkey"}),
    ("Russia and Ukraine said their delegations met in Minsk on Monday.", {"Russia", "Ukraine"}),
    ("Sudanese rebels and the government held talks in Doha on Monday.", {"Sudanese rebels", "Sudan"}),
])  # fmt: skip
def test_officials_of_whoever_was_named_before(text, names):
    assert set(roles(event(text, DAY))) == names


def test_officials_are_nobody_where_two_may_be_meant():
    text = "Barack Obama praised Israel and said his officials would meet Iranian diplomats in Geneva."
    assert all("Israel" not in roles(found) for found in events(text, DAY))
