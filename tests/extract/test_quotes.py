"""Quotes: a statement in the third person tells what happened; whoever speaks of himself only speaks."""

import pytest
from tests.extract.events_of import events

DAY = "2024-06-12"
REPORTS = [
    ("en", 'The presidency announced: "Emmanuel Macron and Kais Saied met in Tunis on Monday to discuss trade."',
     {"Emmanuel Macron", "Kaïs Saïed"}),
    ("fr", "« Emmanuel Macron et Kaïs Saïed se sont entretenus lundi à Tunis de commerce et de migrations », "
     "a indiqué la présidence.", {"Emmanuel Macron", "Kaïs Saïed"}),
]  # fmt: skip
SPEECH = [
    (
        "en",
        '"We have always said that Emmanuel Macron and Kais Saied would meet in Tunis on Monday," Hakan Fidan said.',
    ),
    (
        "en",
        '"My hope is that Emmanuel Macron and Kais Saied will meet in Tunis on Monday to end this," a minister said.',
    ),
    (
        "fr",
        "« J'ai toujours dit qu'Emmanuel Macron et Kaïs Saïed se rencontreraient lundi à Tunis », a dit un ministre.",
    ),
]


@pytest.mark.parametrize(("lang", "text", "names"), REPORTS)
def test_a_quoted_report_is_read(lang, text, names):
    assert [{p["name"] for p in e["participants"]} for e in events(text, DAY, lang)] == [names]


@pytest.mark.parametrize(("lang", "text"), SPEECH)
def test_whoever_speaks_of_himself_tells_no_event(lang, text):
    assert events(text, DAY, lang) == []
