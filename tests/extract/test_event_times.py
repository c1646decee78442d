"""Which stated time is whose, and on which side of the day of writing it lies."""

import pytest
from tests.extract.events_of import event, events

EN = [
    # a time belongs to the verb of its own clause, on the side of its tense
    ("Emmanuel Macron met Olaf Scholz in Berlin on Tuesday.", "2024-05-30", "2024-05-28", None),
    ("Emmanuel Macron will meet Olaf Scholz in Berlin on Tuesday.", "2024-05-30", "2024-06-04", None),
    ("Emmanuel Macron said on Monday that he would meet Olaf Scholz in Berlin on Thursday.", "2024-05-27",
     "2024-05-30", None),
    # a day before an infinitive of purpose is that of the main verb
    ("Emmanuel Macron will meet British Foreign Secretary David Lammy at the Elysee Palace on Thursday to discuss aid.",
     "2024-10-08", "2024-10-10", None),
    # what a journey that lies ahead is for
    ("Emmanuel Macron is due in London on Thursday to meet Keir Starmer.", "2024-10-08", "2024-10-10", None),
    # what was called off was planned for the nearer of two weekdays
    ("A meeting between Emmanuel Macron and Olaf Scholz scheduled for Sunday in Berlin was called off.", "2024-05-28",
     "2024-05-26", None),
    # the time of announcing or calling off is not the event's
    ("Olaf Scholz on Wednesday called off his summit with Emmanuel Macron in Berlin.", "2024-05-30", None, None),
    ("Italy announced on Monday that the G7 summit in Fasano will take place on 13 June.", "2024-05-28",
     "2024-06-13", None),
    # possessive and adjectival times
    ("Joe Biden said he looked forward to Wednesday's summit with Vladimir Putin in Geneva.", "2021-06-14",
     "2021-06-16", None),
    # ranges, ends and lengths
    ("Leaders of the G7 will hold a summit in Fasano from 13 to 15 June 2024.", "2024-05-30", "2024-06-13",
     "2024-06-15"),
    ("The G7 summit in Fasano was held on 13 and 14 June 2024.", "2024-06-20", "2024-06-13", "2024-06-14"),
    ("The G20 will hold a two-day summit in Rio de Janeiro on 18 November 2024.", "2024-11-01", "2024-11-18",
     "2024-11-19"),
    ("The G7 summit in Fasano opens on Thursday and ends on Saturday.", "2024-06-10", "2024-06-13", "2024-06-15"),
    # which of its days is spoken of
    ("On the second day of the G7 summit in Fasano on Friday, leaders agreed on a loan.", "2024-06-15", "2024-06-13",
     None),
    # a day for which it was planned gives way to a new one
    ("The summit of the G7, originally scheduled for 15 March in Rome, will now take place on 27 March.",
     "2025-03-12", "2025-03-27", None),
    # what has been so since when says nothing of the event
    ("Donald Trump met Xi Jinping in Busan on Thursday for their first talks since 2019.", "2025-10-30",
     "2025-10-30", None),
    # a week is known no closer than its month
    ("Angela Merkel met Petro Poroshenko in Kiev last week.", "2015-02-20", "2015-02", None),
    # what became of somebody, in an aside, has a day of its own
    ("Friedrich Merz, sworn in as chancellor on Tuesday, will meet Emmanuel Macron in Paris.", "2025-05-08", None,
     None),
    # whom somebody asks to come is to come later
    ("Emmanuel Macron has called an extraordinary summit of the European Union in Paris on Monday.", "2025-02-15",
     "2025-02-17", None),
    # a perfect of what was to be tells what never was
    ("Mark Rutte was to have met Donald Tusk in Warsaw on Monday.", "2024-10-16", "2024-10-14", None),
    # what comes before or after something to come is to come
    ("Keir Starmer will address parliament on Wednesday before meeting Mark Carney in London.", "2025-06-14",
     "2025-06-18", None),
]  # fmt: skip
FR = [
    ("Emmanuel Macron a rencontré Olaf Scholz mardi à Berlin.", "2024-05-30", "2024-05-28", None),
    ("Emmanuel Macron rencontrera Olaf Scholz mardi à Berlin.", "2024-05-30", "2024-06-04", None),
    ("Le sommet du G7 se tiendra du 13 au 15 juin à Fasano.", "2024-05-30", "2024-06-13", "2024-06-15"),
    ("Le sommet de l'Otan s'est ouvert mardi à Washington et s'achèvera jeudi.", "2024-07-09", "2024-07-09",
     "2024-07-11"),
    ("Emmanuel Macron sera mardi à Berlin, où il rencontrera Olaf Scholz.", "2024-05-26", "2024-05-28", None),
    ("Le sommet de l'Otan débutera mardi à La Haye.", "2025-06-20", "2025-06-24", None),
    ("Friedrich Merz, élu mardi, a rencontré Donald Tusk mercredi à Varsovie.", "2025-05-09", "2025-05-07", None),
    ("Donald Tusk a convoqué un sommet des dirigeants européens vendredi à Varsovie.", "2025-03-04", "2025-03-07",
     None),
    ("Donald Tusk a invité Emmanuel Macron à se rendre vendredi à Varsovie pour un entretien.", "2025-03-04",
     "2025-03-07", None),
    ("Donald Tusk aurait dû rencontrer Emmanuel Macron lundi à Varsovie.", "2025-03-04", "2025-03-03", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "published", "start", "end"), EN)
def test_english(text, published, start, end):
    found = event(text, published)
    assert (found["start"], found["end"]) == (start, end)


@pytest.mark.parametrize(("text", "published", "start", "end"), FR)
def test_french(text, published, start, end):
    found = event(text, published, "fr")
    assert (found["start"], found["end"]) == (start, end)


def test_the_day_of_a_dateline_is_nobodys():
    text = (
        "Un accord à Charm el-Cheikh\n\nCHARM EL-CHEIKH (Égypte), 14 octobre 2025 (AFP) - Emmanuel Macron a "
        "rencontré lundi Abdel Fattah al-Sissi à Charm el-Cheikh."
    )
    assert event(text, "2025-10-14", "fr")["start"] == "2025-10-13"


def test_the_day_before_counts_from_what_was_told():
    text = (
        "Emmanuel Macron a rencontré Olaf Scholz à Berlin le 28 mai 2024. "
        "La veille, il avait rencontré Petr Pavel à Prague."
    )
    starts = {e["places"][0]["country"]: e["start"] for e in events(text, "2024-05-30", "fr")}
    assert starts == {"DEU": "2024-05-28", "CZE": "2024-05-27"}


def test_what_is_told_in_passing_happened_on_the_day_of_the_main_event():
    text = "Emmanuel Macron met Donald Trump in Sharm el-Sheikh on Monday. Donald Trump telephoned Benjamin Netanyahu."
    call = next(e for e in events(text, "2025-10-14") if e["kind"] == "call")
    assert call["start"] == "2025-10-13"
    assert "inherited" in call["dates"][0]["flags"]


def test_what_was_told_as_before_takes_no_day():
    text = (
        "Emmanuel Macron met Donald Trump in Sharm el-Sheikh on Monday. Donald Trump had telephoned Benjamin Netanyahu."
    )
    assert all(e["start"] is None for e in events(text, "2025-10-14") if e["kind"] == "call")


def test_without_a_day_of_writing_a_weekday_stays_unresolved():
    assert event("Emmanuel Macron met Olaf Scholz in Berlin on Tuesday.")["start"] is None


REMEMBERED = [
    ("en", "Mark Carney met Keir Starmer on Monday. Carney recalled his meeting with Emmanuel Macron in Paris."),
    ("en", "The Kremlin replied on Monday. The statement followed a meeting between Emmanuel Macron and Keir Starmer."),
    ("fr", "Le Kremlin a répondu lundi. Cette réaction a suivi une rencontre entre Emmanuel Macron et Keir Starmer."),
    ("fr", "Le texte a été publié lundi. Il fait suite à une rencontre entre Emmanuel Macron et Keir Starmer."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), REMEMBERED)
def test_what_is_remembered_or_followed_was_on_another_day(lang, text):
    told = [e for e in events(text, "2025-06-18", lang) if "Emmanuel Macron" in {p["name"] for p in e["participants"]}]
    assert [e["start"] for e in told] == [None]


def test_a_month_that_has_just_gone_is_not_that_of_the_coming_year():
    text = "Emmanuel Macron and Donald Tusk agreed to resume official visits at their March summit in Warsaw."
    starts = {e["start"] for e in events(text, "2025-05-07")}
    assert starts and starts <= {None, "2025-03"}


DURING_A_STAY = [
    ("en", "Mark Carney began a visit to Poland on Monday. During the visit, he will meet Donald Tusk."),
    ("en", "Mark Carney arrived in Warsaw on Monday. During his stay, Carney will meet Donald Tusk."),
    ("fr", "Mark Carney est arrivé lundi à Varsovie. Au cours de son séjour, il s'entretiendra avec Donald Tusk."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), DURING_A_STAY)
def test_what_is_to_be_on_a_stay_may_be_on_any_of_its_days(lang, text):
    told = [e for e in events(text, "2025-06-16", lang) if e["kind"] == "meeting"]
    assert [e["start"] for e in told] == [None]


def test_today_in_direct_speech_is_the_day_of_speaking():
    text = (
        "Poland's foreign ministry commented on Wednesday.\n"
        '"Foreign Minister Radoslaw Sikorski met today with Foreign Minister Johann Wadephul in Warsaw," it said.'
    )
    assert event(text, "2025-06-19")["start"] == "2025-06-18"


def test_who_called_a_meeting_before_has_not_yet_held_it_before():
    text = "Le G7 s'est réuni mardi en visioconférence. Mark Carney avait convoqué cette visioconférence."
    assert event(text, "2025-06-18", "fr")["start"] == "2025-06-17"


IN_PASSING = [
    ("en", "Mark Carney met Donald Tusk in Warsaw on Monday, their first meeting in two years.", "2025-06-16"),
    ("en", "Mark Carney met Donald Tusk in Warsaw on Monday. Carney praised Tusk, who took office last month. He also "
     "met Petr Pavel.", "2025-06-16"),
    ("fr", "Mark Carney, élu en avril, a rencontré Donald Tusk lundi à Varsovie.", "2025-06-16"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "start"), IN_PASSING)
def test_times_told_in_passing_are_of_no_meeting(lang, text, start):
    assert {e["start"] for e in events(text, "2025-06-17", lang)} == {start}


def test_a_visit_that_goes_on_did_not_begin_then():
    text = "Mark Carney arrived in Warsaw on Tuesday for a visit.\n\nCarney continued his visit to Poland on Wednesday."
    assert {e["start"] for e in events(text, "2025-06-19") if e["kind"] == "visit"} == {"2025-06-17"}
