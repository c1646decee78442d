"""Who is missing or only invited, what is signed, two states in one adjective, people at odds with their state."""

import pytest
from tests.extract.events_of import event, events

DAY = "2012-05-10"


def roles(found):
    return {p["name"]: p["role"] for p in found["participants"] if not p["inferred"]}


MISSING = [
    ("en", "All EU leaders except Viktor Orban attended the summit in Brussels.", "Viktor Orbán"),
    ("en", "The presidents of Kenya, Uganda and Rwanda met in Arusha without Burundi.", "Burundi"),
    ("en", "Serbia and its neighbours, with the exception of Kosovo, signed the pact in Vienna.", "Kosovo"),
    ("en", "The treaty was signed by Norway and Ireland but not by Russia.", "Russia"),
    ("fr", "Les dirigeants de l'Union européenne, à l'exception de David Cameron, ont signé le traité à Bruxelles.",
     "David Cameron"),
    ("fr", "Les ministres des Affaires étrangères du G8 se sont réunis à Paris, sauf Sergueï Lavrov.", "Sergei Lavrov"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "name"), MISSING)
def test_who_is_excepted_is_absent(lang, text, name):
    assert roles(event(text, DAY, lang))[name] == "absent"


@pytest.mark.parametrize("text", [
    "Negotiations started in Geneva on Monday without Iran.", "Border negotiations opened in Scotland without Tunisia.",
])  # fmt: skip
def test_talks_are_told_by_who_is_not_there(text):
    found = event(text, DAY)
    assert found["kind"] == "negotiation"
    assert set(roles(found).values()) == {"absent"}


@pytest.mark.parametrize(("lang", "text", "place"), [
    ("en", "Turkey has invited Fatah and Hamas to Ankara for reconciliation talks.", "Ankara"),
    ("en", "Leaders of Kenya and Rwanda are invited to Tanzania for peace talks.", "Tanzania"),
    ("fr", "Les présidents du Soudan et du Soudan du Sud ont été invités à Addis-Abeba pour des négociations.",
     "Addis-Abeba"),
])  # fmt: skip
def test_talks_to_which_several_are_invited_are_to_come(lang, text, place):
    found = event(text, DAY, lang)
    assert (found["status"], [p["name"] for p in found["places"]]) == ("planned", [place])
    assert list(roles(found).values()) == ["invitee"] * 2


@pytest.mark.parametrize(("lang", "text", "name"), [
    ("en", "The Arusha Accords are signed in Arusha, Tanzania.", "Arusha Accords are signed"),
    ("en", "Serbia and Croatia signed a border agreement in Zagreb.", "Serbia and Croatia signed a border agreement"),
    ("en", "In Oslo, Brazil and Mexico sign a convention banning such arms.", "Brazil and Mexico sign a convention"),
])  # fmt: skip
def test_a_signing_is_named_with_what_is_signed(lang, text, name):
    found = event(text, DAY, lang)
    assert (found["kind"], found["name"]) == ("signing", name)


def test_a_convention_at_which_nothing_is_signed_is_a_conference():
    assert event("Barack Obama and Angela Merkel spoke at a convention in Berlin on Monday.", DAY)["kind"] != "signing"


TWO = [
    ("en", "The Anglo-Irish Agreement was signed in Hillsborough.", {"United Kingdom", "Ireland"}),
    ("en", "A Sino-Russian border treaty was signed on Tuesday.", {"China", "Russia"}),
    ("fr", "L'accord franco-britannique de défense a été signé à Londres.", {"France", "Royaume-Uni"}),
    ("fr", "Les négociations américano-iraniennes reprennent à Mascate.", {"États-Unis", "Iran"}),
    ("fr", "Le sommet germano-polonais a lieu lundi à Berlin.", {"Allemagne", "Pologne"}),
    ("it", "Il vertice italo-francese si è tenuto lunedì a Roma.", {"Italia", "Francia"}),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "names"), TWO)
def test_one_adjective_of_two_states_names_both(lang, text, names):
    assert set(roles(event(text, DAY, lang))) == names


def test_the_short_form_of_a_state_before_no_other_state_is_a_word():
    text = "Le sommet sino-africain s'est ouvert lundi à Pékin."
    assert "Chine" not in roles(event(text, DAY, "fr"))


@pytest.mark.parametrize(("lang", "text", "names"), [
    ("en", "Hillary Clinton is to meet opposition figures from Belarus on Friday.",
     {"Hillary Clinton", "opposition figures from Belarus"}),
    ("en", "Guido Westerwelle met Belarusian opposition leaders in Vilnius on Monday.",
     {"Guido Westerwelle", "Belarusian opposition leaders"}),
    ("fr", "Laurent Fabius a reçu lundi à Paris des opposants syriens.", {"Laurent Fabius", "opposants syriens"}),
    ("fr", "Laurent Fabius a rencontré à Bruxelles des représentants de l'Otan.", {"Laurent Fabius", "OTAN"}),
])  # fmt: skip
def test_people_without_names_whom_an_official_meets(lang, text, names):
    assert set(roles(event(text, DAY, lang))) == names


@pytest.mark.parametrize("text", [
    "Kenyan President Mwai Kibaki met Kenyan opposition leaders on Monday.",
    "Activists from Brazil met in Geneva on Monday.",
    "Kenyan opposition leaders met in Nairobi on Monday.",
])  # fmt: skip
def test_those_at_odds_with_their_own_state_are_no_diplomacy_at_home_or_alone(text):
    assert events(text, DAY) == []


def test_signers_behind_a_number_of_nations():
    text = "The treaty was signed in January by 22 of the 27 nations of the bloc as well as Japan, Canada and Mexico."
    assert {"Japan", "Canada", "Mexico"} <= set(roles(event(text, DAY)))


@pytest.mark.parametrize(("lang", "text", "kind", "names", "places"), [
    ("en", "A Nairobi summit brings Paul Kagame and Joseph Kabila together on Monday.", "summit",
     {"Paul Kagame", "Joseph Kabila"}, ["Nairobi"]),
    ("en", "Food protests in Rome, at the conference of the FAO.", "conference", {"FAO"}, ["Rome"]),
    ("en", "Hamid Karzai met with Arab leaders ahead of promised trade talks.", "meeting",
     {"Hamid Karzai", "Arab leaders"}, []),
    ("fr", "Barack Obama ne termine pas sa mission au sommet de Lima.", "summit", {"Barack Obama"}, ["Lima"]),
])  # fmt: skip
def test_events_told_in_passing(lang, text, kind, names, places):
    found = event(text, DAY, lang)
    attending = {name for name, role in roles(found).items() if role != "absent"}
    assert (found["kind"], attending, [p["name"] for p in found["places"]]) == (kind, names, places)


@pytest.mark.parametrize(("lang", "text"), [
    ("fr", "Marie Dupont, de la CGT, a dénoncé lundi à Paris un dispositif de retraite anticipée."),
    ("fr", "Le 18e congrès du Parti communiste chinois s'est ouvert à Pékin."),
    ("en", "The Republican National Convention opened in Tampa with Mitt Romney and Paul Ryan."),
    ("en", "The crisis brought France and Germany closer together."),
])  # fmt: skip
def test_congresses_of_parties_and_pensions_are_no_meetings(lang, text):
    assert events(text, DAY, lang) == []


def test_what_is_requested_is_proposed():
    assert event("Morocco requested a meeting with Ban Ki-moon in New York.", DAY)["status"] == "proposed"


@pytest.mark.parametrize(("text", "name"), [
    ("The OSCE ends a two-day summit in Astana.", "two-day summit in Astana"),
    ("The hostages were freed by Hugo Chavez after talks with US envoy Bill Richardson in Caracas.",
     "talks with US envoy Bill Richardson in Caracas"),
])  # fmt: skip
def test_an_event_is_named_by_its_own_words(text, name):
    assert event(text, DAY)["name"] == name
