"""English: what a sentence tells of the event or person of the one before."""

import pytest
from tests.extract.events_of import events, told

DAY = "2024-06-12"
TALKS = "William Ruto and Abiy Ahmed held talks on Saturday in Kampala. "
JOINING = [
    "They were joined by Moussa Faki for lunch.",
    "Moussa Faki joined them for lunch.",
    "Moussa Faki later joined the pair.",
]
STAYS = [
    ("Donald Tusk was in Vilnius on Monday.", "held", "2024-06-10"),
    ("On Monday, Donald Tusk was in Vilnius.", "held", "2024-06-10"),
    ("Donald Tusk will be in Vilnius on Friday.", "planned", "2024-06-14"),
    ("Donald Tusk is in Vilnius today.", "ongoing", "2024-06-12"),
]


@pytest.mark.parametrize("sentence", JOINING)
def test_who_joins_those_who_met_is_there(sentence):
    guests = frozenset({"William Ruto", "Abiy Ahmed", "Moussa Faki Mahamat"})
    assert told(TALKS + sentence, DAY) == {("meeting", guests)}


@pytest.mark.parametrize("text, status, start", STAYS)
def test_who_is_abroad_on_a_day_is_on_a_visit(text, status, start):
    visit = events(text, DAY)[0]
    assert (visit["kind"], visit["status"], visit["start"]) == ("visit", status, start)
    assert [place["name"] for place in visit["places"]] == ["Vilnius"]


def test_meetings_are_where_the_day_was_said_to_be_spent():
    text = (
        "Donald Tusk was in Vilnius on Monday. He met President Gitanas Nauseda. Later in the day Tusk travelled to "
        "Riga, where he was welcomed by Evika Silina."
    )
    met = next(e for e in events(text, DAY) if "Gitanas Nausėda" in {p["name"] for p in e["participants"]})
    assert [place["name"] for place in met["places"]] == ["Vilnius"]


def test_a_king_is_called_by_his_first_name():
    text = "Olaf Scholz received King Abdullah II of Jordan on Wednesday. Abdullah had met Emmanuel Macron on Tuesday."
    assert ("meeting", frozenset({"Abdullah II", "Emmanuel Macron"})) in told(text, DAY)


SUMMIT = "Leaders gathered for the African Union summit in Addis Ababa on Saturday. "
LISTS = [
    "Those present include William Ruto and Paul Kagame.",
    "Guests of honour include William Ruto and Paul Kagame.",
    "Among leaders who were at the opening is William Ruto of Kenya. Others are Presidents Paul Kagame and Macky Sall.",
]


@pytest.mark.parametrize("sentence", LISTS)
def test_who_came_is_listed_in_a_sentence_of_its_own(sentence):
    summit = next(e for e in events(SUMMIT + sentence, DAY) if e["kind"] == "summit")
    assert {"William Ruto", "Paul Kagame"} <= {p["name"] for p in summit["participants"]}


NONE = [
    "The cabinet spoke of the border dispute between Guyana and Venezuela, which has seen new tensions.",
    "Ministers will look at the Serbia-Kosovo question, which saw no progress.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_states_have_seen_is_no_meeting(text):
    assert not events(text, DAY)


def test_states_among_the_matters_that_are_discussed_are_no_guests():
    text = "Antony Blinken met Sergei Lavrov on Monday to discuss a range of issues including Ukraine and Syria."
    assert told(text, DAY) == {("meeting", frozenset({"Antony Blinken", "Sergei Lavrov"}))}


def test_talks_held_over_the_phone_are_a_call():
    text = "Fumio Kishida and Han Duck-soo agreed to cooperate in their first talks, held over the phone, since May."
    assert told(text, DAY) == {("call", frozenset({"Fumio Kishida", "Han Duck-soo"}))}


def test_the_day_of_an_infinitive_is_that_of_its_event():
    text = (
        "James Marape and Sitiveni Rabuka met ahead of the third Forum for Pacific Cooperation to take place on Friday."
    )
    assert "2024-06-14" not in {e["start"] for e in events(text, DAY) if e["kind"] == "meeting"}


def test_the_day_somebody_took_office_is_not_that_of_his_dinner():
    text = "Antonio Costa, who took office on 1 June, hosted Edi Rama for dinner on Tuesday."
    assert {e["start"] for e in events(text, DAY)} == {"2024-06-11"}


def test_one_of_two_who_meet_may_chair_something_larger():
    text = (
        "Cyril Ramaphosa is expected to meet Li Qiang at the State Guest House. The Forum on China-Africa Cooperation, "
        "which will be co-chaired by Ramaphosa, will take place from 3 to 4 September 2024."
    )
    assert ("meeting", frozenset({"Cyril Ramaphosa", "Li Qiang"})) in told(text, DAY)


def test_a_meeting_to_come_is_of_whoever_has_met_others():
    text = "Benjamin Netanyahu met Kamala Harris on Tuesday. Talks with Olaf Scholz are scheduled for Friday."
    assert ("meeting", frozenset({"Benjamin Netanyahu", "Olaf Scholz"})) in told(text, DAY)


def test_who_left_his_capital_for_another_state_is_on_a_visit():
    text = "Egyptian President Abdel Fattah al-Sisi left Cairo on Wednesday for Greece, his spokesman said."
    assert told(text, DAY) == {("visit", frozenset({"Abdel Fattah al-Sisi"}))}


def test_who_is_also_to_be_received_is_to_meet_his_host():
    text = "Sisi will hold talks with Kyriakos Mitsotakis and is also to be received by Katerina Sakellaropoulou."
    assert ("meeting", frozenset({"Abdel Fattah al-Sisi", "Katerina Sakellaropoulou"})) in told(text, DAY)


def test_the_mediator_of_a_dialogue_of_two_is_nobody_at_it():
    assert not events("Kaja Kallas is expected to go on as the mediator of the Belgrade-Pristina dialogue.", DAY)


def test_one_journey_through_several_states_is_one_visit():
    text = "Wang Yi toured Italy, Norway and France in May."
    assert [{p["name"] for p in e["places"]} for e in events(text, DAY)] == [{"Italy", "Norway", "France"}]


def test_a_tour_of_several_states_has_them_for_places():
    text = "Pedro Sanchez will embark on a tour of Mauritania, Gambia and Senegal next week."
    assert told(text, DAY) == {("visit", frozenset({"Pedro Sánchez"}))}


def test_the_prime_minister_is_the_one_told_without_his_state():
    text = (
        "Prime Minister Shehbaz Sharif reached Astana on Wednesday. He was received by Kazakh Prime Minister Olzhas "
        "Bektenov. The prime minister will meet Russian President Vladimir Putin on Thursday."
    )
    assert ("meeting", frozenset({"Shehbaz Sharif", "Vladimir Putin"})) in told(text, DAY)


def test_who_meets_a_host_at_a_conference_meets_him_beside_it():
    text = (
        "In Baku, Antonio Guterres will take part in the climate conference on Sunday. "
        "While there he will also meet with President Ilham Aliyev."
    )
    assert ("meeting", frozenset({"António Guterres", "Ilham Aliyev"})) in told(text, DAY)


BODIES = [
    "The Quad foreign ministers convened in Tokyo on Monday. Yoko Kamikawa chaired the meeting with Penny Wong.",
    "The leaders of the Bucharest Nine met in Riga on Monday. Andrzej Duda and Klaus Iohannis co-chaired the summit.",
    "A trilateral between Pakistan, China and Afghanistan took place in Kabul on Monday. Ishaq Dar and Wang Yi held "
    "talks with Amir Khan Muttaqi.",
]


@pytest.mark.parametrize("text", BODIES)
def test_whom_bodies_and_states_sent_are_at_their_event(text):
    assert len(told(text, DAY)) == 1


def test_entries_of_an_agenda_are_of_whom_it_is():
    text = (
        "Emmanuel Macron will spend Wednesday in Paris. Talks with Robert Fico. "
        "Telephone conversation with Kassym-Jomart Tokayev."
    )
    assert ("call", frozenset({"Emmanuel Macron", "Kassym-Jomart Tokayev"})) in told(text, DAY)
