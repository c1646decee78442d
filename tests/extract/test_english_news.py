"""Phrasings of English news that name an event or its guests without the plain words for it."""

import pytest
from tests.extract.events_of import event, events, told

DAY = "2024-06-12"


CASES = [
    ("President Kais Saied received a phone call from Emmanuel Macron on Monday.",
     "call", {"Kaïs Saïed", "Emmanuel Macron"}),
    ("Emmanuel Macron called Kais Saied on Monday.", "call", {"Kaïs Saïed", "Emmanuel Macron"}),
    ("Hakan Fidan will call on President Emmanuel Macron on Friday.", "meeting", {"Hakan Fidan", "Emmanuel Macron"}),
    ("Hakan Fidan, who is in Cairo on a two-day working visit, praised the deal.", "visit", {"Hakan Fidan"}),
    ("Giorgia Meloni, who came on Sunday as guest of the government, would first meet Kais Saied.",
     "meeting", {"Giorgia Meloni", "Kaïs Saïed"}),
    ("The deal came after talks Emmanuel Macron held in Paris with Kais Saied on Thursday.",
     "meeting", {"Emmanuel Macron", "Kaïs Saïed"}),
    ("In Berlin for the conference were Emmanuel Macron, Giorgia Meloni and Donald Tusk.",
     "conference", {"Emmanuel Macron", "Giorgia Meloni", "Donald Tusk"}),
    ("Emmanuel Macron and Olaf Scholz sat down for dinner in Berlin on Tuesday.",
     "meeting", {"Emmanuel Macron", "Olaf Scholz"}),
    ("At a joint news conference with Donald Tusk in Warsaw on Monday, Giorgia Meloni praised Poland.",
     "meeting", {"Donald Tusk", "Giorgia Meloni"}),
    ("Emmanuel Macron raised the case with Kais Saied during talks in Tunis.",
     "meeting", {"Emmanuel Macron", "Kaïs Saïed"}),
    ("The meeting was attended by Foreign Minister Hakan Fidan and his colleague Antony Blinken.",
     "meeting", {"Hakan Fidan", "Antony Blinken"}),
    ("At the invitation of President Kais Saied, Giorgia Meloni will arrive in Tunis on Friday for an official visit.",
     "visit", {"Kaïs Saïed", "Giorgia Meloni"}),
    ("Emmanuel Macron, Qorro Zunn and Giorgia Meloni attended the summit in Rio.",
     "summit", {"Emmanuel Macron", "Giorgia Meloni"}),
    ("Leaders attending the summit include Emmanuel Macron, Olaf Scholz and Giorgia Meloni.",
     "summit", {"Emmanuel Macron", "Olaf Scholz", "Giorgia Meloni"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "names"), CASES)
def test_told_otherwise(text, kind, names):
    assert (kind, frozenset(names)) in told(text, DAY)


@pytest.mark.parametrize(
    "text",
    [
        "Emmanuel Macron called on Kais Saied to hold elections.",
        "Emmanuel Macron called on Kais Saied for restraint.",
        "Emmanuel Macron called Kais Saied a friend of France.",
        "Emmanuel Macron repeated his call on Tunisia to hold elections.",
        "Congress leader Manish Tewari said back channels should never be closed.",
        "The delegation's report includes Emmanuel Macron and Olaf Scholz.",
    ],
)
def test_who_is_urged_or_named_meets_nobody(text):
    assert events(text, DAY) == []


def test_main_clause_behind_a_relative_clause():
    found = event("Emmanuel Macron, who called on Kais Saied to hold elections, met Olaf Scholz on Monday.", DAY)
    assert {p["name"] for p in found["participants"]} == {"Emmanuel Macron", "Olaf Scholz"}


def test_event_by_a_word_for_any():
    text = "A G20 summit opened in Rio on Monday. Emmanuel Macron and Giorgia Meloni are expected to attend the event."
    assert ("summit", frozenset({"G20", "Emmanuel Macron", "Giorgia Meloni"})) in told(text, DAY)


def test_kings_and_sheikhs_by_first_name():
    text = (
        "King Abdullah of Jordan received Sheikh Mohamed bin Zayed Al Nahyan in Amman on Monday. "
        "King Abdullah and Sheikh Mohamed discussed trade."
    )
    names = {name for _, found in told(text, DAY) for name in found}
    assert names == {"Abdullah II", "Mohammed bin Zayed Al Nahyan"}


LISTS = [
    ("Among the leaders present at the summit is Bola Tinubu. Macky Sall of Senegal and Patrice Talon of Benin.",
     {"Bola Tinubu", "Macky Sall", "Patrice Talon"}),
    ("Other leaders in attendance were: the President of Ghana, the Honourable Nana Akufo-Addo; President Macky Sall.",
     {"Nana Akufo-Addo", "Macky Sall"}),
    ("Bola Tinubu attended, among others. Senegal was represented by Senator the Hon. Aissata Tall Sall.",
     {"Bola Tinubu", "Aïssata Tall Sall"}),
]  # fmt: skip


@pytest.mark.parametrize(("sentences", "names"), LISTS)
def test_lists_of_those_present(sentences, names):
    found = event(f"ECOWAS leaders opened a summit in Abuja on Monday. {sentences}", "2023-08-10")
    assert names <= {p["name"] for p in found["participants"] if p["role"] == "participant"}


REFERRED = [
    ("Foreign Minister Hakan Fidan arrived in Tunis. The minister met Kais Saied on Monday.", {"Hakan Fidan"}),
    ("King Abdullah II arrived in Tunis. His Majesty met Kais Saied on Monday.", {"Abdullah II"}),
    ("Antony Blinken arrived in Tunis. The top U.S. diplomat met Kais Saied on Monday.", {"Antony Blinken"}),
    ("Downing Street said the Prime Minister met Kais Saied in London on Monday.", {"Rishi Sunak"}),
    ("Sultan Qorro arrived in Tunis. Sultan Qorro met Kais Saied on Monday.", {"Sultan Qorro"}),
    ("Xi Jinping arrived in Tunis. His schedule includes a meeting with Kais Saied.", {"Xi Jinping"}),
    ("Saifuddin Abdullah was in Tunis on Sunday. Saifuddin met Kais Saied.", {"Saifuddin Abdullah"}),
    ("Xi Jinping will be welcomed in Tunis, followed by an audience with Kais Saied.", {"Xi Jinping"}),
    ("Xi Jinping, standing beside Kais Saied in Tunis, praised the deal.", {"Xi Jinping"}),
    ("Xi Jinping recalled his meeting with Kais Saied in Tunis in May.", {"Xi Jinping"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), REFERRED)
def test_who_meets_is_named_before(text, names):
    assert ("meeting", frozenset({"Kaïs Saïed", *names})) in told(text, DAY)


SPEAKING = [
    "Emmanuel Macron told the summit that Europe would pay.",
    '"We stand together," Emmanuel Macron told fellow leaders.',
    "Addressing the summit, Emmanuel Macron said Europe would pay.",
    "On the sidelines, Emmanuel Macron held talks with Olaf Scholz.",
]


@pytest.mark.parametrize("sentence", SPEAKING)
def test_who_speaks_to_those_there_is_there(sentence):
    found = [e for e in events(f"The G7 summit opened in Fasano on Thursday. {sentence}", DAY) if e["kind"] == "summit"]
    assert "Emmanuel Macron" in {p["name"] for p in found[0]["participants"]}


def test_guests_received_by_others_meet_again():
    text = (
        "Joe Biden met Rajnath Singh and S Jaishankar in the Oval Office on Monday. "
        "Antony Blinken and Lloyd Austin hosted Jaishankar and Singh at the State Department."
    )
    guests = {"Rajnath Singh", "S. Jaishankar"}
    assert told(text, DAY) == {
        ("meeting", frozenset({"Joe Biden", *guests})),
        ("meeting", frozenset({"Antony Blinken", "Lloyd Austin", *guests})),
    }


def test_talks_before_a_signing_are_another_event():
    text = (
        "Bola Tinubu and Paul Kagame signed an accord in Kigali on Monday. "
        "The two leaders had discussed trade during a private meeting that preceded the signing."
    )
    assert {kind for kind, _ in told(text, DAY)} == {"signing", "meeting"}
