"""Guests named in a sentence of their own, behind an aside, or by what they said after a meeting."""

import pytest
from tests.extract.events_of import attending, named

DAY = "2024-06-12"
TALKS = "Talks on Sudan opened in Geneva on Monday. "
CASES = [
    ("en", TALKS + "The meeting includes CIA chief William Burns and Moussa Faki Mahamat.", {"William Burns"}),
    ("en", TALKS + "The British delegation includes David Lammy and diplomat Jane Roe.", {"David Lammy"}),
    ("en", "A meeting that included Emmanuel Macron and Olaf Scholz took place in Bonn on 3 June.", {"Olaf Scholz"}),
    (
        "en",
        "Kamala Harris, leading a team that includes Antony Blinken, arrived in Dubai on Monday.",
        {"Kamala Harris"},
    ),
    (
        "en",
        "Kenyan President William Ruto and his Ugandan counterpart Yoweri Museveni said after two-hour talks in "
        "Kampala on Tuesday that borders would reopen.",
        {"William Ruto", "Yoweri Museveni"},
    ),
    (
        "fr",
        "La conférence sur le lac Tchad s'est tenue lundi à Berlin. Y ont pris part notamment Annalena Baerbock et "
        "Amina Mohammed.",
        {"Annalena Baerbock", "Amina Mohammed"},
    ),
    (
        "fr",
        "Le sommet sur le climat s'est ouvert lundi à Bakou. La délégation belge comprend Alexander De Croo et "
        "Hadja Lahbib.",
        {"Alexander De Croo", "Hadja Lahbib"},
    ),
    (
        "fr",
        "Le président Alassane Ouattara a reçu, successivement, le ministre français des Armées, Sébastien Lecornu, "
        "et le ministre ghanéen Dominic Nitiwul.",
        {"Alassane Ouattara", "Sébastien Lecornu"},
    ),
    (
        "fr",
        "Le président de la République, SEM Denis Sassou Nguesso, a reçu mardi à Brazzaville SE Moussa Faki Mahamat.",
        {"Denis Sassou-Nguesso", "Moussa Faki Mahamat"},
    ),
]


@pytest.mark.parametrize(("lang", "text", "names"), CASES)
def test_guests_named_beside_their_event(lang, text, names):
    assert names <= attending(text, DAY, lang)


@pytest.mark.parametrize(
    "text",
    [
        "William Ruto arrived in Paris on Monday on a two-day visit. The delegation of Chile includes Jane Roe.",
        "William Ruto and Yoweri Museveni said after a match in Kampala on Tuesday that they were glad.",
        "The agenda of William Ruto's visit to Paris on Monday includes Ukraine.",
    ],
)
def test_others_are_no_guests(text):
    assert named(text, DAY, "en") <= {"William Ruto"}
