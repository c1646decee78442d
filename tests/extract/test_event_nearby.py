"""The day that the words around an event tell, for an event without a time of its own."""

import pytest
from tests.extract.events_of import events

CASES = [
    # the time of the same sentence
    ("en", "Angela Merkel flew to Ankara on Monday for talks with Recep Tayyip Erdogan.", "2016-02-10", "meeting",
     "2016-02-08"),
    ("fr", "François Hollande s'est rendu lundi à Moscou, où il a rencontré Vladimir Poutine.", "2015-11-26", "meeting",
     "2015-11-23"),
    ("fr", "Paris a annoncé jeudi une aide à l'issue d'un entretien entre François Hollande et Alexis Tsipras.",
     "2015-10-22", "meeting", "2015-10-22"),
    # but not that of a relative clause beside it
    ("fr", "Sergueï Lavrov, qui se trouvait lundi à Bagdad, a été reçu par Macky Sall à Dakar.", "2023-02-08",
     "meeting", None),
    # nor a year that belongs to something else
    ("en", "Shinzo Abe met Vladimir Putin in Sochi and recalled the 1956 declaration.", "2016-05-20", "meeting", None),
    # the time told last in the same paragraph
    ("fr", "Emmanuel Macron est arrivé mardi à Rabat. Il a rencontré Mohammed VI au palais.", "2024-10-30", "meeting",
     "2024-10-29"),
    # what is to come is not on the day on which others speak of it
    ("en", "Boris Johnson and Emmanuel Macron spoke on Friday ahead of a summit of the G7 in Biarritz.", "2019-08-17",
     "summit", None),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "published", "kind", "start"), CASES)
def test_a_day_from_the_words_around(lang, text, published, kind, start):
    found = [e for e in events(text, published, lang) if e["kind"] == kind]
    assert [e["start"] for e in found] == [start]
