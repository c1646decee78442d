"""Who takes part in which event, in English sentences of the kinds that dispatches are made of."""

import pytest
from tests.extract.events_of import event, events

DAY = "2025-07-01"


def roles(found):
    return {p["name"]: p["role"] for p in found["participants"]}


def kinds(text):
    return [e["kind"] for e in events(text, DAY)]


CASES = [
    ("Donald Trump will host Turkish President Recep Tayyip Erdogan at the White House on Thursday.",
     {"Donald Trump": "host", "Recep Tayyip Erdoğan": "participant"}),
    ("Emmanuel Macron and Friedrich Merz will hold talks in Berlin on Friday.",
     {"Emmanuel Macron": "participant", "Friedrich Merz": "participant"}),
    ("Xi Jinping addressed parliament on Monday. Xi met Putin at the Kremlin on Tuesday.",
     {"Xi Jinping": "participant", "Vladimir Putin": "participant"}),
    ("Marco Rubio, sworn in as secretary of state on Tuesday, met David Lammy in London on Wednesday.",
     {"Marco Rubio": "participant", "David Lammy": "participant"}),
    ("Keir Starmer discussed the plan with Volodymyr Zelenskyy in London on Monday.",
     {"Keir Starmer": "participant", "Volodymyr Zelensky": "participant"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_meetings(text, expected):
    assert roles(event(text, DAY)) == expected


GUESTS = [
    ("Giorgia Meloni arrived on Thursday.", {"Giorgia Meloni": "participant"}),
    ("Friedrich Merz was there, and so was Giorgia Meloni.",
     {"Friedrich Merz": "participant", "Giorgia Meloni": "participant"}),
    ("Giorgia Meloni is due on Saturday.", {"Giorgia Meloni": "participant"}),
    ("Giorgia Meloni has confirmed her attendance.", {"Giorgia Meloni": "participant"}),
    ("Giorgia Meloni is also in Hiroshima.", {"Giorgia Meloni": "participant"}),
    ("Neither Giorgia Meloni nor Friedrich Merz was present.",
     {"Giorgia Meloni": "absent", "Friedrich Merz": "absent"}),
    ("Vladimir Putin will be represented by Foreign Minister Sergei Lavrov.",
     {"Vladimir Putin": "absent", "Sergei Lavrov": "participant"}),
    ("Will Giorgia Meloni be there?", {}),
    ("Emmanuel Macron urged Giorgia Meloni to attend.", {}),
    ("Giorgia Meloni said the agenda was too long.", {}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "guests"), GUESTS)
def test_guests_of_the_summit_told_before(sentence, guests):
    text = f"Leaders of the G7 gathered in Hiroshima on Friday for a summit. {sentence}"
    told = roles(event(text, DAY))
    assert {name: role for name, role in told.items() if name != "G7"} == guests


def test_who_is_represented():
    text = "The BRICS summit opened in Johannesburg on Tuesday. Vladimir Putin is represented by Sergei Lavrov."
    lavrov = next(p for p in event(text, DAY)["participants"] if p["name"] == "Sergei Lavrov")
    assert lavrov["onBehalfOf"] == "Vladimir Putin"


def test_a_meeting_at_a_summit_is_part_of_it():
    text = "Donald Trump met Giorgia Meloni on the sidelines of the NATO summit in The Hague on Wednesday."
    found = {e["kind"]: e for e in events(text, DAY)}
    assert found["meeting"]["partOf"] == found["summit"]["id"]
    assert roles(found["meeting"]) == {"Donald Trump": "participant", "Giorgia Meloni": "participant"}


def test_two_meetings_of_one_person():
    text = "Wang Yi met Antony Blinken in Washington on Friday. Joe Biden met Wang Yi at the White House on Friday."
    assert [len(e["participants"]) for e in events(text, "2023-10-28")] == [2, 2]


def test_what_talks_are_about():
    text = "Keir Starmer and Emmanuel Macron held talks on Ukraine in London on Tuesday."
    assert set(roles(event(text, DAY))) == {"Keir Starmer", "Emmanuel Macron"}


def test_verbs_that_look_like_offices():
    text = "EU foreign ministers will hold a meeting in Copenhagen on Saturday. Kaja Kallas will chair the meeting."
    assert roles(event(text, DAY))["Kaja Kallas"] == "chair"


def test_nobody_met():
    assert events("Emmanuel Macron said in Brussels on Monday that he would not change course.", DAY) == []
    assert events("The central bank holds its policy meeting on Tuesday.", DAY) == []


def test_a_wish_is_proposed():
    found = event("Shinzo Abe would like to have a meeting with Chinese Premier Li Keqiang in Beijing.", "2016-11-21")
    assert found["status"] == "proposed"


def test_endless_lists_take_linear_time():
    assert isinstance(events("Emmanuel Macron, " * 5000 + "met Friedrich Merz.", DAY), list)


APART = [
    "Luiz Inácio Lula da Silva will hold bilateral talks with Xi Jinping, Narendra Modi and Cyril Ramaphosa in Rio.",
    "Luiz Inácio Lula da Silva will have separate meetings with Xi Jinping, Narendra Modi and Cyril Ramaphosa in Rio.",
]


@pytest.mark.parametrize("text", APART)
def test_partners_who_are_met_one_by_one(text):
    met = [set(roles(e)) - {"Luiz Inácio Lula da Silva"} for e in events(text, DAY)]
    assert sorted(map(sorted, met)) == [["Cyril Ramaphosa"], ["Narendra Modi"], ["Xi Jinping"]]


LISTED_BEHIND = [
    ("Attending the meeting in Brussels on Monday were Radosław Sikorski and David Lammy.",
     {"Radosław Sikorski", "David Lammy"}),
    ("The summit opened in Brussels on Monday. Also present were Keir Starmer and Mark Carney.",
     {"Keir Starmer", "Mark Carney"}),
    ("The summit opened in Brussels on Monday with Keir Starmer and Mark Carney in attendance.",
     {"Keir Starmer", "Mark Carney"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "guests"), LISTED_BEHIND)
def test_guests_behind_the_verb(text, guests):
    assert set(roles(event(text, DAY))) == guests


def test_who_speaks_after_talks_held_them():
    text = "Marco Rubio said after a meeting with Sergei Lavrov in Geneva on Monday that work would go on."
    assert set(roles(event(text, DAY))) == {"Marco Rubio", "Sergei Lavrov"}


def test_a_list_goes_on_behind_brackets():
    text = "Leaders of Saudi Arabia, the United Arab Emirates (UAE), Bahrain and Oman gathered in Riyadh on Monday."
    assert len(roles(event(text, DAY))) == 4


def test_who_greets_nobody_is_no_host():
    text = "Donald Trump and Kim Jong Un greet before a bilateral meeting in Hanoi on Thursday."
    assert "host" not in [p["role"] for e in events(text, "2019-02-28") for p in e["participants"]]


def test_an_offer_that_is_refused_keeps_nobody_away():
    text = (
        "Salva Kiir and Riek Machar will meet in Addis Ababa on Wednesday. "
        "Omar al-Bashir suggested Khartoum, an offer Machar rejected."
    )
    assert set(roles(event(text, "2018-06-19")).values()) == {"participant"}


def test_the_delegation_of_a_state():
    text = "Staffan de Mistura held talks in Geneva on Friday with a delegation representing the Syrian government."
    assert set(roles(event(text, "2016-01-30"))) == {"Staffan de Mistura", "Syria"}


def test_who_is_received_at_the_airport_meets_nobody_yet():
    text = "Narendra Modi was received at the airport by Sergei Lavrov."
    assert events(text, DAY) == []


def test_bilateral_before_a_noun_is_no_meeting():
    assert events("Emmanuel Macron hailed the bilateral partnership with Narendra Modi in Paris on Monday.", DAY) == []


def test_since_when_dates_nothing():
    text = "The GCC summit opened in Kuwait City on Tuesday. It was the smallest since the council was founded in 1981."
    assert [e["start"] for e in events(text, "2017-12-06")] == ["2017-12-05"]


def test_whose_presence_is_told():
    text = "Friedrich Merz confirmed Emmanuel Macron's participation in the summit in Berlin on Friday."
    assert "Emmanuel Macron" in roles(event(text, DAY))


def test_a_meeting_told_as_suggested_only():
    text = "Salva Kiir suggested hosting Riek Machar in Juba."
    assert events(text, "2018-06-19") == []


def test_whom_somebody_meets_where_he_flew():
    found = events("Xi Jinping flew to Moscow on Monday. Xi met Putin at the Kremlin on Tuesday.", DAY)
    assert {"Xi Jinping", "Vladimir Putin"} in [set(roles(e)) for e in found if e["kind"] == "meeting"]


JOINED = [
    ("Emmanuel Macron met Friedrich Merz in Paris on Monday and visited Warsaw on Tuesday.", "visit",
     {"Emmanuel Macron"}),
    ("Wang Yi will meet Emmanuel Macron on Monday, and hold talks with Friedrich Merz in Berlin on Tuesday.", "meeting",
     {"Wang Yi", "Friedrich Merz"}),
    ("Ricardo Lagos met with visiting Chinese Foreign Minister Tang Jiaxuan in Santiago on Monday.", "meeting",
     {"Ricardo Lagos", "Tang Jiaxuan"}),
    ("After a meeting with Friedrich Merz in Berlin on Monday, Emmanuel Macron praised the plan.", "meeting",
     {"Friedrich Merz", "Emmanuel Macron"}),
    ("The leaders of France, Germany and Russia spoke by phone on Monday.", "call", {"France", "Germany", "Russia"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "there"), JOINED)
def test_verbs_find_their_own_subject(text, kind, there):
    assert there in [set(roles(e)) for e in events(text, DAY) if e["kind"] == kind]


def test_treaties_are_signed_between_governments():
    found = event("The Belfast Agreement was signed between the Irish and British governments.", "1998-04-11")
    assert (found["kind"], set(roles(found))) == ("signing", {"Ireland", "United Kingdom"})


def test_a_convention_on_something_is_a_treaty():
    assert kinds("The Convention on Cybercrime was signed in Budapest on Monday.") == ["signing"]


def test_calls_held_one_by_one():
    text = "Donald Trump held separate phone conversations with Vladimir Putin and Volodymyr Zelensky on Tuesday."
    assert [(e["kind"], len(e["participants"])) for e in events(text, DAY)] == [("call", 2), ("call", 2)]


FOUND = [
    ("In a separate meeting with Hakan Fidan in Ankara, Marco Rubio raised the price of gas.", "meeting",
     {"Hakan Fidan", "Marco Rubio"}),
    ("Meeting Xi Jinping in Beijing on Friday, Friedrich Merz raised trade.", "meeting",
     {"Xi Jinping", "Friedrich Merz"}),
    ("Emmanuel Macron and Xi Jinping had a long dinner in Paris on Monday.", "meeting",
     {"Emmanuel Macron", "Xi Jinping"}),
    ("Emmanuel Macron told Xi Jinping in a phone call on Monday that the tariffs had to go.", "call",
     {"Emmanuel Macron", "Xi Jinping"}),
    ("Emmanuel Macron hosted a state banquet for Xi Jinping on Monday.", "meeting",
     {"Emmanuel Macron", "Xi Jinping"}),
    ("Marco Rubio has a meeting scheduled with Hakan Fidan on Friday.", "meeting", {"Marco Rubio", "Hakan Fidan"}),
    ("Pope Leo XIV granted an audience to Volodymyr Zelensky on Wednesday.", "meeting",
     {"Leo XIV", "Volodymyr Zelensky"}),
    ("Marco Rubio came face to face with Sergei Lavrov in Kuala Lumpur on Thursday.", "meeting",
     {"Marco Rubio", "Sergei Lavrov"}),
    ("Benjamin Netanyahu, whom Marco Rubio saw in Jerusalem on Friday, has ruled out a pause.", "meeting",
     {"Benjamin Netanyahu", "Marco Rubio"}),
    ("Emmanuel Macron shook hands on the plan with Donald Tusk in Warsaw on Monday.", "meeting",
     {"Emmanuel Macron", "Donald Tusk"}),
    ("Abiy Ahmed and Isaias Afwerki signed in Asmara on Monday.", "signing", {"Abiy Ahmed", "Isaias Afwerki"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "there"), FOUND)
def test_who_meets_is_told_around_a_noun_or_by_an_idiom(text, kind, there):
    assert there in [set(roles(e)) for e in events(text, DAY) if e["kind"] == kind]


def test_a_verb_left_out_the_second_time_tells_of_a_second_meeting():
    found = events("Emmanuel Macron met Friedrich Merz on Monday and Donald Tusk in Warsaw on Tuesday.", DAY)
    told = [(e["start"], set(roles(e))) for e in found]
    assert ("2025-06-30", {"Emmanuel Macron", "Friedrich Merz"}) in told
    assert ("2025-07-01", {"Emmanuel Macron", "Donald Tusk"}) in told


def test_a_visit_is_where_the_traveller_has_arrived():
    found = event("Emmanuel Macron has arrived in Kazakhstan for a two-day state visit.", DAY)
    assert (found["kind"], [p["name"] for p in found["places"]]) == ("visit", ["Kazakhstan"])


def test_who_meets_one_after_another_goes_on_so():
    text = (
        "Vladimir Putin will hold bilateral talks with Xi Jinping and Narendra Modi in Kazan on Tuesday. "
        "On Thursday, Putin will meet with Luis Arce and Nicolás Maduro."
    )
    pairs = [set(roles(e)) - {"Vladimir Putin"} for e in events(text, "2024-10-21") if e["kind"] == "meeting"]
    assert sorted(map(sorted, pairs)) == [["Luis Arce"], ["Narendra Modi"], ["Nicolás Maduro"], ["Xi Jinping"]]


def test_what_was_held_elsewhere_is_not_what_lies_ahead():
    text = "Keir Starmer will meet Donald Tusk in London on Friday. Starmer met Tusk in Warsaw in January."
    found = {(e["status"], e["start"]) for e in events(text, "2025-06-16") if e["kind"] == "meeting"}
    assert found == {("planned", "2025-06-20"), ("held", "2025-01")}


def test_who_is_somewhere_for_a_summit_attends_it():
    text = "Marco Rubio, in Brussels on Thursday for a meeting of NATO foreign ministers, spoke of the budget."
    assert "Marco Rubio" in roles(event(text, DAY))


def test_a_table_to_which_somebody_is_urged_to_return_is_no_negotiation():
    assert kinds("The African Union called on Ethiopia to return to the negotiating table with Egypt and Sudan.") == []
