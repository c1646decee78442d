"""What flashes and chronologies say: states, rebels and delegations as actors, in one sentence or two."""

import pytest
from tests.extract.events_of import event, events

DAY = "2012-05-16"


def roles(found):
    return {p["name"]: p["role"] for p in found["participants"] if not p["inferred"]}


def places(found):
    return [p["name"] for p in found["places"]]


READ = [
    ("en", "The government of Uganda and southern rebels signed a truce in Juba on Saturday.", "signing",
     {"Uganda": "participant"}),
    ("en", "The foreign ministries of Greece and Turkey held consultations in Athens on Monday.", "meeting",
     {"Greece": "participant", "Turkey": "participant"}),
    ("en", "An Indian-Chinese border accord was signed in Beijing.", "signing",
     {"India": "participant", "China": "participant"}),
    ("en", "The US-Iraqi security pact was signed on Sunday.", "signing",
     {"United States": "participant", "Iraq": "participant"}),
    ("en", "France, Germany and thirty other countries signed a treaty in Geneva on Monday.", "signing",
     {"France": "participant", "Germany": "participant"}),
    ("en", "France and Italy signed a border treaty in Geneva on Thursday. India did not sign the treaty.", "signing",
     {"France": "participant", "Italy": "participant", "India": "absent"}),
    ("en", "Malian President Ibrahim Boubacar Keita met with Tuareg rebels in Bamako on Monday.", "meeting",
     {"Ibrahim Boubacar Keïta": "participant", "Tuareg rebels": "participant"}),
    ("en", "Egypt hosted Palestinian factions for talks in Cairo on Wednesday.", "meeting",
     {"Egypt": "host", "Palestinian factions": "participant"}),
    ("en", "Three sailors were freed by Nicolas Maduro after talks with US envoy Richard Grenell in Caracas.",
     "meeting", {"Nicolás Maduro": "participant", "Richard Grenell": "participant"}),
    ("en", "Angela Merkel reminded Vladimir Putin of the promise at their meeting in Berlin.", "meeting",
     {"Angela Merkel": "participant", "Vladimir Putin": "participant"}),
    ("fr", "Le gouvernement malien et les rebelles ont signé un cessez-le-feu à Ouagadougou mardi.", "signing",
     {"Mali": "participant"}),
    ("fr", "La France, l'Allemagne et une trentaine d'autres pays ont signé lundi à Genève un traité.", "signing",
     {"France": "participant", "Allemagne": "participant"}),
    ("fr", "L'Égypte a accueilli mercredi au Caire les factions palestiniennes pour des pourparlers.", "meeting",
     {"Égypte": "host", "factions palestiniennes": "participant"}),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "kind", "there"), READ)
def test_actors_without_a_name_of_their_own(lang, text, kind, there):
    found = event(text, DAY, lang)
    assert (found["kind"], roles(found)) == (kind, there)


@pytest.mark.parametrize("opening", ["Speaking in Amman", "John Kerry said in Amman on Monday"])
def test_a_journey_stops_where_somebody_speaks_at_its_start(opening):
    text = f"{opening} at the start of a regional tour, Secretary of State John Kerry urged both sides to stop."
    found = event(text, DAY)
    assert (found["kind"], places(found), set(roles(found))) == ("visit", ["Amman"], {"John Kerry"})


def test_who_leaves_after_what_he_will_do_has_not_left():
    text = "Before leaving for Paris on Friday, David Cameron will meet Angela Merkel in London."
    assert {(e["kind"], e["status"]) for e in events(text, DAY)} == {("visit", "planned"), ("meeting", "planned")}


def test_a_journey_before_which_somebody_receives():
    text = "Avant de se rendre à Pékin jeudi, Nicolas Sarkozy recevra Angela Merkel à Paris."
    visit = next(e for e in events(text, DAY, "fr") if e["kind"] == "visit")
    assert (visit["status"], places(visit), set(roles(visit))) == ("planned", ["Pékin"], {"Nicolas Sarkozy"})


def test_who_has_not_signed_a_treaty_is_absent_from_no_summit():
    text = "Angela Merkel and David Cameron met at a summit in Berlin on Monday. India did not sign the treaty."
    assert all("India" not in roles(e) for e in events(text, DAY))


@pytest.mark.parametrize("text", ["Army helicopters fired on Kurdish rebels near the border, the ministry said.",
                                  "European allies urged Ankara to hold back."])  # fmt: skip
def test_groups_alone_make_no_event(text):
    assert events(text, DAY) == []
