"""Names that a text spells in another way than the tables, and surnames of whoever was named in full."""

import pytest
from tests.extract.events_of import told

from summitry.extract.text import same_name

DAY = "2024-06-12"
SPELLINGS = [
    ("South Korean Prime Minister Han Duk-soo", "Han Duck-soo"),
    ("Vietnamese Prime Minister Pham Ming Chinh", "Pham Minh Chinh"),
    ("German Foreign Minister Anna Baerbock", "Annalena Baerbock"),
]


@pytest.mark.parametrize("words, name", SPELLINGS)
def test_a_holder_of_an_office_is_known_by_another_spelling(words, name):
    guests = {people for _, people in told(f"{words} met Hakan Fidan in Ankara on Monday.", DAY)}
    assert guests == {frozenset({name, "Hakan Fidan"})}


def test_a_surname_is_that_of_whoever_was_named_in_full():
    text = "Iraqi Foreign Minister Fuad Hussein was in Ankara on Monday. Hussein met Hakan Fidan."
    assert ("meeting", frozenset({"Fuad Hussein", "Hakan Fidan"})) in told(text, DAY)


def test_words_in_another_order_are_one_name_and_other_people_are_not():
    assert same_name("Hussein Mohamed Roble", "Mohamed Hussein Roble")
    assert same_name("Hakan Fıdan", "Hakan Fidan")
    assert not same_name("Hun Sen", "Hun Manet")
    assert not same_name("Jane Roe", "Jean Rey Smith")
    assert not same_name("Roe", "Roe")
