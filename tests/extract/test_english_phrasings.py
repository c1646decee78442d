"""How agencies tell of meetings and visits: participles, passives, asides, people on a visit, places one by one."""

import pytest
from tests.extract.events_of import events, told

DAY = "2024-06-12"


CASES = [
    ("Olaf Scholz flew to Beijing on Monday, meeting President Xi Jinping on Tuesday.",
     "meeting", {"Olaf Scholz", "Xi Jinping"}),
    ("Olaf Scholz left Beijing after meeting his Chinese counterpart Li Qiang.",
     "meeting", {"Olaf Scholz", "Li Qiang"}),
    ("Meeting in Berlin, Emmanuel Macron, Donald Tusk and Olaf Scholz promised Ukraine more weapons.",
     "meeting", {"Emmanuel Macron", "Donald Tusk", "Olaf Scholz"}),
    ("Kais Saied was visited by Giorgia Meloni on Monday and by Emmanuel Macron on Tuesday.",
     "meeting", {"Kaïs Saïed", "Emmanuel Macron"}),
    ("Kais Saied was visited by Giorgia Meloni on Monday and by Emmanuel Macron on Tuesday.",
     "meeting", {"Kaïs Saïed", "Giorgia Meloni"}),
    ("Vladimir Putin told visiting Chancellor Olaf Scholz in Moscow on Tuesday that gas would flow.",
     "meeting", {"Vladimir Putin", "Olaf Scholz"}),
    ("Justin Trudeau joined Volodymyr Zelensky in Kyiv on Saturday.",
     "meeting", {"Justin Trudeau", "Volodymyr Zelensky"}),
    ("The phone call, described as warm by the Kremlin, between Donald Trump and Vladimir Putin lasted two hours.",
     "call", {"Donald Trump", "Vladimir Putin"}),
    ("In a call described by the Kremlin as warm, Donald Trump and Vladimir Putin discussed Syria on Monday.",
     "call", {"Donald Trump", "Vladimir Putin"}),
    ("Sergei Lavrov held talks on Monday with Antony Blinken and his deputy, Wendy Sherman.",
     "meeting", {"Sergei Lavrov", "Antony Blinken", "Wendy Sherman"}),
    ("Xi Jinping received Emmanuel Macron on Thursday morning, and then Ursula von der Leyen.",
     "meeting", {"Xi Jinping", "Ursula von der Leyen"}),
    ("Bola Tinubu on Thursday met behind closed doors with Emmanuel Macron in Paris.",
     "meeting", {"Bola Tinubu", "Emmanuel Macron"}),
    ("Paul Kagame on Friday received at Qorro Hall his Congolese counterpart Denis Sassou Nguesso.",
     "meeting", {"Paul Kagame", "Denis Sassou-Nguesso"}),
    ("Wang Yi will pay an official visit to Australia from June 20 at the invitation of Foreign Minister Penny Wong.",
     "visit", {"Wang Yi", "Penny Wong"}),
    ("After talks with Luong Cuong in Hanoi, Emmanuel Macron flew to Jakarta, where he met Prabowo Subianto.",
     "meeting", {"Emmanuel Macron", "Prabowo Subianto"}),
    ("Macron-Merz talks were held in Berlin on Tuesday.", "meeting", {"Emmanuel Macron", "Friedrich Merz"}),
    ("Egypt, Turkey presidents hold talks in Ankara", "meeting", {"Abdel Fattah al-Sisi", "Recep Tayyip Erdoğan"}),
    ("Joe Biden and Emmanuel Macron had lunch in Rome on Saturday.", "meeting", {"Joe Biden", "Emmanuel Macron"}),
    ("Bilateral talks between visiting British Grand Vizier Theresa May and Uhuru Kenyatta took place in Nairobi.",
     "meeting", {"Theresa May", "Uhuru Kenyatta"}),
    ("Ilham Aliyev and Nikol Pashinyan, meeting for the second time this year, agreed on a treaty in Abu Dhabi.",
     "meeting", {"Ilham Aliyev", "Nikol Pashinyan"}),
    ("Pedro Sánchez was the first EU leader to meet Xi Jinping in Beijing since April.",
     "meeting", {"Pedro Sánchez", "Xi Jinping"}),
    ("Volodymyr Zelensky was received in audience by King Felipe in Madrid.",
     "meeting", {"Volodymyr Zelensky", "Felipe VI"}),
    ("Sheikh Tamim bin Hamad Al Thani met with HE President of the Republic of Rwanda Paul Kagame on Sunday.",
     "meeting", {"Tamim bin Hamad Al Thani", "Paul Kagame"}),
    ("Li Qiang will meet General Secretary of the Communist Party of Vietnam (CPV) Nguyen Phu Trong on Monday.",
     "meeting", {"Li Qiang", "Nguyen Phu Trong"}),
    ("William Ruto is in Washington. Joe Biden is to host him for talks on Thursday.",
     "meeting", {"William Ruto", "Joe Biden"}),
    ("The Kremlin praised Li Keqiang during his Moscow visit.", "visit", {"Li Keqiang"}),
    ("Vladimir Putin told Recep Tayyip Erdogan by phone on Monday that the deal was over.",
     "call", {"Vladimir Putin", "Recep Tayyip Erdoğan"}),
    ("Vladimir Putin informed Shavkat Mirziyoyev about the results of his talks with Donald Trump in Alaska.",
     "meeting", {"Vladimir Putin", "Donald Trump"}),
    ("Wang Yi's programme in Kabul includes a meeting with Hakan Fidan.", "meeting", {"Wang Yi", "Hakan Fidan"}),
    ("Fresh from talks with Donald Trump in Washington, Keir Starmer will host Emmanuel Macron at Chequers on Sunday.",
     "meeting", {"Donald Trump", "Keir Starmer"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "names"), CASES)
def test_told_otherwise(text, kind, names):
    assert (kind, frozenset(names)) in told(text, DAY)


def test_visits_to_several_countries_are_one_each():
    text = "Narendra Modi arrived in Oman on Wednesday after concluding his visits to Jordan and Ethiopia."
    visits = {p["name"] for e in events(text, DAY) if e["kind"] == "visit" for p in e["places"]}
    assert visits == {"Oman", "Jordan", "Ethiopia"}


@pytest.mark.parametrize(
    "text",
    [
        "Justin Trudeau joined Volodymyr Zelensky in calling for a truce.",
        "Italy and Spain, the report says, have still to meet the target.",
        "Justin Trudeau and Volodymyr Zelensky have yet to meet.",
        "Vladimir Putin told Chancellor Olaf Scholz's critics in Moscow that gas would flow.",
    ],
)
def test_who_shares_a_cause_or_is_spoken_of_meets_nobody(text):
    assert events(text, DAY) == []
