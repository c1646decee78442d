"""Who is meant where a paragraph tells its events piece by piece: three leaders, guests who come later, talks told after."""

# ruff: noqa: E501 - a text is read more easily on one line

from __future__ import annotations

import pytest
from tests.extract.events_of import told

DAY = "2024-06-12"


def _of(kind: str, *names: str) -> tuple[str, frozenset[str]]:
    return kind, frozenset(names)


ENGLISH = [
    # a pronoun behind a phrase of time without a comma
    ("Andrzej Duda wrapped up a visit to Lisbon on Monday. During his stay he met Luis Montenegro at the Sao Bento Palace.",
     [_of("meeting", "Andrzej Duda", "Luís Montenegro")]),
    # who is met first
    ("Justin Trudeau was in Berlin on Monday. He first met with Olaf Scholz. He then sat down with Annalena Baerbock.",
     [_of("meeting", "Justin Trudeau", "Olaf Scholz"), _of("meeting", "Justin Trudeau", "Annalena Baerbock")]),
    # who joins the two, and the three of them
    ("Justin Trudeau met Olaf Scholz in Berlin on Monday. They were joined in the afternoon by Donald Tusk. The three leaders will meet again in Ottawa in July.",
     [_of("meeting", "Justin Trudeau", "Olaf Scholz", "Donald Tusk")]),
    # whom the traveller sees next, and not his host
    ("Volodymyr Zelenskyy was in Madrid on Saturday. Pedro Sanchez greeted him at the Moncloa Palace, and the two spoke for an hour. An audience with Pope Francis rounded off the trip.",
     [_of("meeting", "Volodymyr Zelensky", "Pope Francis")]),
    # a large event that is new to the text
    ("Anwar Ibrahim concluded a visit to Japan on Friday. He held talks with Fumio Kishida. Earlier, Anwar addressed a business forum.",
     [_of("meeting", "Anwar Ibrahim", "Fumio Kishida")]),
    ("Albin Kurti and Aleksandar Vucic were received separately by Josep Borrell in Brussels on Tuesday.",
     [_of("meeting", "Albin Kurti", "Josep Borrell"), _of("meeting", "Aleksandar Vučić", "Josep Borrell")]),
    # talks of which the sentence names one side only
    ("Antony Blinken met Prince Faisal bin Farhan in Riyadh on Monday. A dinner with King Abdullah II followed in Amman on Tuesday.",
     [_of("meeting", "Antony Blinken", "Abdullah II")]),
]  # fmt: skip

FRENCH = [
    ("Justin Trudeau a rencontré lundi Olaf Scholz à Berlin. Ils ont été rejoints dans l'après-midi par Donald Tusk.",
     [_of("meeting", "Justin Trudeau", "Olaf Scholz", "Donald Tusk")]),
    ("Emmanuel Macron et Olaf Scholz ont accueilli lundi à Berlin Donald Tusk. Les trois hommes se reverront en juillet à Paris.",
     [_of("meeting", "Emmanuel Macron", "Olaf Scholz", "Donald Tusk")]),
    ("Annalena Baerbock est arrivée lundi au Caire. Des entretiens avec son homologue Sameh Choukri sont prévus mardi.",
     [_of("meeting", "Annalena Baerbock", "Sameh Shoukry")]),
    ("Justin Trudeau a eu lundi à Ottawa une conversation avec Olaf Scholz.", [_of("meeting", "Justin Trudeau", "Olaf Scholz")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), ENGLISH, ids=[text[:45] for text, _ in ENGLISH])
def test_english_paragraphs(text: str, wanted: list[tuple[str, frozenset[str]]]) -> None:
    assert set(wanted) <= told(text, DAY)


@pytest.mark.parametrize(("text", "wanted"), FRENCH, ids=[text[:45] for text, _ in FRENCH])
def test_french_paragraphs(text: str, wanted: list[tuple[str, frozenset[str]]]) -> None:
    assert set(wanted) <= told(text, DAY, "fr")


def test_who_calls_for_something_calls_nobody() -> None:
    text = (
        "Emmanuel Macron et Olaf Scholz se sont vus lundi à Berlin. Les deux dirigeants ont appelé à un cessez-le-feu."
    )
    assert told(text, DAY, "fr") == {_of("meeting", "Emmanuel Macron", "Olaf Scholz")}


@pytest.mark.parametrize("words", ["is out of the question", "is not on the agenda"])
def test_talks_that_are_only_spoken_of_have_no_second_side(words: str) -> None:
    text = f"Olaf Scholz criticised Berlin's critics on Friday. A meeting with Vladimir Putin {words}."
    assert _of("meeting", "Olaf Scholz", "Vladimir Putin") not in told(text, DAY)


def test_a_journey_to_no_place_of_a_head_of_government_leads_abroad() -> None:
    text = (
        "Kenyatta prepares for a guest. Organised for Thursday and Friday, the visit by Giorgia Meloni is to "
        "strengthen ties between Kenya and Italy."
    )
    assert any(kind == "visit" and "Giorgia Meloni" in who for kind, who in told(text, DAY))
