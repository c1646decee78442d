"""Quotes are found as they are, give or take white space and the form of quotation marks."""

from __future__ import annotations

import pytest

from summitry.extractors.quotes import Quotes

TEXT = "L’Élysée a dit\u00a0: «\u202fnous verrons\u202f».\n\nParis, puis Paris. L'Iranien n'est pas l'Iran. Ne\u0301e?"


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("L'Élysée a dit", "L’Élysée a dit"),
        ('a dit : " nous verrons "', "a dit\u00a0: «\u202fnous verrons\u202f»"),
        ("“nous verrons”", "nous verrons"),
        ("verrons ». Paris", "verrons\u202f».\n\nParis"),
        ("l’Iran", "l'Iran"),
        ("Iran", "Iran"),
    ],
)
def test_a_quote_is_found_and_given_back_as_the_text_has_it(quote: str, found: str) -> None:
    evidence = Quotes(TEXT).find(quote)
    assert evidence is not None
    assert evidence.quote == found == TEXT[evidence.start : evidence.end]


@pytest.mark.parametrize(
    "quote", ["l'élysée a dit", "nous ne verrons", "nous … verrons", "aris", "Irani", "", "  ", "«»", "…", "\x00"]
)
def test_what_is_not_there_letter_by_letter_is_not_found(quote: str) -> None:
    assert Quotes(TEXT).find(quote) is None


def test_a_whole_word_is_found_behind_a_part_of_one() -> None:
    evidence = Quotes(TEXT).find("Iran")
    assert evidence is not None
    assert TEXT[evidence.start - 2 : evidence.end + 1] == "l'Iran."


def test_of_several_places_the_nearest_counts() -> None:
    second = TEXT.index("Paris", TEXT.index("Paris") + 1)
    found = Quotes(TEXT).find("Paris", (second - 5, len(TEXT)))
    assert found is not None
    assert found.start == second


def test_searching_takes_time_linear_in_the_text() -> None:
    text = "a b " * 250_000
    quotes = Quotes(text)
    assert quotes.find("a b a c") is None
    assert quotes.find("a b") is not None
