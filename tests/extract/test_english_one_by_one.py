"""English: people whom somebody meets one after another, and those whom somebody meets together."""

import pytest
from tests.extract.events_of import events

DAY = "2024-06-12"
APART = [
    ("Charles Michel also met with the president of Kosovo, Vjosa Osmani, and the prime minister of Albania, Edi Rama.",
     "Charles Michel", {"Vjosa Osmani", "Edi Rama"}),
    ("On a visit to Tokyo, Wopke Hoekstra also held talks with Yoko Kamikawa and Narendra Modi.",
     "Wopke Hoekstra", {"Yoko Kamikawa", "Narendra Modi"}),
    ("Olaf Scholz phoned the Polish prime minister, Donald Tusk, and the president of Finland, Alexander Stubb.",
     "Olaf Scholz", {"Donald Tusk", "Alexander Stubb"}),
    ("Olaf Scholz met the president of Georgia, Salome Zourabichvili, and the prime minister, Irakli Kobakhidze.",
     "Olaf Scholz", {"Salome Zourabichvili", "Irakli Kobakhidze"}),
    ("David Lammy had talks with his Turkish counterpart, Hakan Fidan, and President Recep Tayyip Erdogan.",
     "David Lammy", {"Hakan Fidan", "Recep Tayyip Erdoğan"}),
    ("Mark Rutte will meet with President Recep Tayyip Erdogan, the foreign minister, Hakan Fidan, and the defence "
     "minister, Yasar Guler.", "Mark Rutte", {"Recep Tayyip Erdoğan", "Hakan Fidan", "Yaşar Güler"}),
]  # fmt: skip
TOGETHER = [
    "Emmanuel Macron met Volodymyr Zelensky and Donald Trump in Paris.",
    "Antony Blinken met Prime Minister Benjamin Netanyahu and Defence Minister Yoav Gallant in Tel Aviv.",
    "Emmanuel Macron also hosted Volodymyr Zelensky and Donald Trump at the Elysee.",
]


@pytest.mark.parametrize("text, who, partners", APART)
def test_each_is_met_by_himself(text, who, partners):
    found = [{p["name"] for p in e["participants"]} for e in events(text, DAY) if e["kind"] in ("meeting", "call")]
    assert sorted(map(sorted, found)) == sorted(sorted({who, one}) for one in partners)


@pytest.mark.parametrize("text", TOGETHER)
def test_several_are_met_together(text):
    assert len([e for e in events(text, DAY) if e["kind"] == "meeting"]) == 1


def test_a_preposition_told_again_says_another_meeting():
    text = "Antony Blinken spoke on Monday with Egypt's Sameh Shoukry and with Jordan's Ayman Safadi."
    pairs = {frozenset(p["name"] for p in e["participants"]) for e in events(text, DAY)}
    assert pairs == {frozenset({"Antony Blinken", other}) for other in ("Sameh Shoukry", "Ayman Safadi")}


def test_several_may_meet_somebody_each_by_himself():
    text = "Aleksandar Vucic and Albin Kurti met the EU envoy Miroslav Lajcak separately on Monday."
    pairs = {frozenset(p["name"] for p in e["participants"]) for e in events(text, DAY)}
    assert pairs == {frozenset({one, "Miroslav Lajčák"}) for one in ("Aleksandar Vučić", "Albin Kurti")}
