"""The tables hold facts that everybody can check, not only rows of the right shape."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from math import asin, cos, radians, sin, sqrt

import pytest

from summitry.reference.schema import data_folder, read_table

Cells = dict[str, str]


def rows(table: str) -> list[Cells]:
    return [dict(row.cells) for row in read_table(data_folder(), table)[1]]


STATES = {row["iso3"]: row for row in rows("states")}
NAMES = {(row["iso3"], row["lang"]): row for row in rows("state_names")}
PLACES = {row["id"]: row for row in rows("places")}
ANNIVERSARIES = {row["id"]: row for row in rows("anniversaries")}
HOLIDAYS = {row["id"]: row for row in rows("holidays")}
FORMS = ("name", "aliases", "demonym_adj", "demonym_noun", "metonyms")
LANGUAGES = ("de", "en", "es", "fr", "it")


def meant_by(lang: str, form: str) -> set[str]:
    """The states that a form may mean in a language."""
    return {
        iso3 for (iso3, code), row in NAMES.items() if code == lang and any(form in row[c].split("|") for c in FORMS)
    }


def test_the_united_nations_have_193_members() -> None:
    members = {iso3 for iso3, row in STATES.items() if row["un_member"] == "1"}
    assert len(members) == 193
    assert members.isdisjoint({"VAT", "PSE", "XKX", "TWN", "HKG", "GRL"})
    assert {"VAT", "PSE", "XKX", "TWN"} <= set(STATES)


@pytest.mark.parametrize(
    ("iso3", "iso2", "gec", "wikidata", "capital"),
    [
        ("FRA", "FR", "fr", "Q142", "paris-FRA"),
        ("DEU", "DE", "gm", "Q183", "berlin-DEU"),
        ("GBR", "GB", "uk", "Q145", "london-GBR"),
        ("CHN", "CN", "ch", "Q148", "beijing-CHN"),
        ("CHE", "CH", "sz", "Q39", "bern-CHE"),
        ("AUS", "AU", "as", "Q408", "canberra-AUS"),
        ("AUT", "AT", "au", "Q40", "vienna-AUT"),
        ("COD", "CD", "cg", "Q974", "kinshasa-COD"),
        ("COG", "CG", "cf", "Q971", "brazzaville-COG"),
        ("DOM", "DO", "dr", "Q786", "santo-domingo-DOM"),
        ("DMA", "DM", "do", "Q784", "roseau-DMA"),
        ("MMR", "MM", "bm", "Q836", "naypyidaw-MMR"),
        ("KAZ", "KZ", "kz", "Q232", "astana-KAZ"),
        ("XKX", "XK", "kv", "Q1246", "pristina-XKX"),
        ("TUR", "TR", "tu", "Q43", "ankara-TUR"),
        ("SSD", "SS", "od", "Q958", "juba-SSD"),
    ],
)
def test_codes_and_capitals(iso3: str, iso2: str, gec: str, wikidata: str, capital: str) -> None:
    state = STATES[iso3]
    assert (state["iso2"], state["gec"], state["wikidata"], state["capital"]) == (iso2, gec, wikidata, capital)


def test_every_state_has_a_name_in_every_language() -> None:
    assert set(NAMES) == {(iso3, lang) for iso3 in STATES for lang in LANGUAGES}


@pytest.mark.parametrize(
    ("lang", "form", "states"),
    [
        ("fr", "Corée du Sud", {"KOR"}),
        ("fr", "États-Unis", {"USA"}),
        ("fr", "Etats-Unis", {"USA"}),
        ("fr", "RDC", {"COD"}),
        ("fr", "Birmanie", {"MMR"}),
        ("fr", "Bélarus", {"BLR"}),
        ("fr", "français", {"FRA"}),
        ("fr", "Françaises", {"FRA"}),
        ("fr", "grecque", {"GRC"}),
        ("fr", "turques", {"TUR"}),
        ("fr", "nord-coréennes", {"PRK"}),
        ("fr", "nigérien", {"NER"}),
        ("fr", "nigérian", {"NGA"}),
        ("fr", "congolais", {"COD", "COG"}),
        ("fr", "guinéenne", {"GIN", "GNB", "GNQ"}),
        ("fr", "coréen", {"KOR", "PRK"}),
        ("fr", "dominicain", {"DOM", "DMA"}),
        ("fr", "Maison-Blanche", {"USA"}),
        ("fr", "Quai d'Orsay", {"FRA"}),
        ("fr", "Moscou", {"RUS"}),
        ("fr", "Ryad", {"SAU"}),
        ("fr", "Mexico", {"MEX"}),
        ("en", "Ivory Coast", {"CIV"}),
        ("en", "Côte d'Ivoire", {"CIV"}),
        ("en", "U.S.", {"USA"}),
        ("en", "UAE", {"ARE"}),
        ("en", "Britons", {"GBR"}),
        ("en", "Emirati", {"ARE"}),
        ("en", "Türkiye", {"TUR"}),
        ("en", "Turkey", {"TUR"}),
        ("en", "Downing Street", {"GBR"}),
        ("en", "Blue House", {"KOR"}),
        ("en", "Zhongnanhai", {"CHN"}),
        ("de", "französischem", {"FRA"}),
        ("de", "Russlands", {"RUS"}),
        ("de", "Vereinigten Staaten", {"USA"}),
        ("de", "Weißen Haus", {"USA"}),
        ("de", "Französinnen", {"FRA"}),
        ("de", "Kiew", {"UKR"}),
        ("es", "EE.UU.", {"USA"}),
        ("es", "alemanas", {"DEU"}),
        ("es", "Casa Blanca", {"USA"}),
        ("es", "marroquíes", {"MAR"}),
        ("it", "turchi", {"TUR"}),
        ("it", "tedesche", {"DEU"}),
        ("it", "Casa Bianca", {"USA"}),
        ("it", "Palazzo Chigi", {"ITA"}),
    ],
)
def test_what_a_form_means(lang: str, form: str, states: set[str]) -> None:
    assert meant_by(lang, form) == states


def test_a_form_means_several_states_only_where_usage_does() -> None:
    """Congo, Guinea, Korea and the two Dominican states are the only ones that share words."""
    shared = defaultdict(set)
    for (iso3, lang), row in NAMES.items():
        for column in FORMS:
            for form in filter(None, row[column].split("|")):
                shared[lang, form].add(iso3)
    groups = {frozenset(states) for states in shared.values() if len(states) > 1}
    assert groups == {
        frozenset({"COD", "COG"}),
        frozenset({"GIN", "GNB", "GNQ"}),
        frozenset({"KOR", "PRK"}),
        frozenset({"DOM", "DMA"}),
    }


@pytest.mark.parametrize(
    ("iso3", "article", "prep"),
    [
        ("FRA", "la", "en"),
        ("JPN", "le", "au"),
        ("USA", "les", "aux"),
        ("CUB", "", "à"),
        ("IRN", "l'", "en"),
        ("ISR", "", "en"),
    ],
)
def test_french_articles(iso3: str, article: str, prep: str) -> None:
    assert (NAMES[iso3, "fr"]["article"], NAMES[iso3, "fr"]["prep_in"]) == (article, prep)


def test_risky_forms_are_forms_of_their_state() -> None:
    for row in NAMES.values():
        forms = {form for column in FORMS for form in row[column].split("|")}
        assert set(filter(None, row["risky"].split("|"))) <= forms, row["iso3"]


@pytest.mark.parametrize(
    ("place", "country", "lang", "name"),
    [
        ("the-hague-NLD", "NLD", "fr", "La Haye"),
        ("the-hague-NLD", "NLD", "it", "L'Aia"),
        ("beijing-CHN", "CHN", "fr", "Pékin"),
        ("jeddah-SAU", "SAU", "fr", "Djeddah"),
        ("sharm-el-sheikh-EGY", "EGY", "fr", "Charm el-Cheikh"),
        ("geneva-CHE", "CHE", "de", "Genf"),
        ("apulia-ITA", "ITA", "fr", "Pouilles"),
        ("munich-DEU", "DEU", "it", "Monaco di Baviera"),
        ("havana-CUB", "CUB", "fr", "La Havane"),
        ("burgenstock-CHE", "CHE", "en", "Bürgenstock"),
        ("nato-headquarters-BEL", "BEL", "fr", "siège de l'Otan"),
        ("samarkand-UZB", "UZB", "fr", "Samarcande"),
        ("kyiv-UKR", "UKR", "de", "Kiew"),
    ],
)
def test_names_of_places(place: str, country: str, lang: str, name: str) -> None:
    assert (PLACES[place]["country"], PLACES[place][f"name_{lang}"]) == (country, name)


@pytest.mark.parametrize(
    ("place", "latitude", "longitude"),
    [
        ("paris-FRA", 48.86, 2.35),
        ("brussels-BEL", 50.85, 4.35),
        ("canberra-AUS", -35.28, 149.13),
        ("dodoma-TZA", -6.17, 35.74),
        ("brasilia-BRA", -15.79, -47.88),
        ("davos-CHE", 46.8, 9.83),
        ("camp-david-USA", 39.65, -77.46),
        ("panmunjom-KOR", 37.96, 126.68),
        ("wellington-NZL", -41.29, 174.78),
    ],
)
def test_where_places_are(place: str, latitude: float, longitude: float) -> None:
    row = PLACES[place]
    assert kilometres(float(row["latitude"]), float(row["longitude"]), latitude, longitude) < 10


def test_a_venue_lies_near_the_city_it_is_in() -> None:
    inside = [row for row in PLACES.values() if row["within"]]
    assert PLACES["elysee-palace-FRA"]["within"] == "paris-FRA"
    for row in inside:
        city = PLACES[row["within"]]
        ends = (row["latitude"], row["longitude"], city["latitude"], city["longitude"])
        assert kilometres(*map(float, ends)) < 20, row["id"]


def test_city_names_that_are_words_are_marked() -> None:
    for place, lang in {
        ("nice-FRA", "en"),
        ("split-HRV", "en"),
        ("reading-GBR", "en"),
        ("tours-FRA", "fr"),
        ("victoria-SYC", "fr"),
        ("sofia-BGR", "it"),
        ("male-MDV", "en"),
        ("la-paz-BOL", "es"),
    }:
        assert lang in PLACES[place]["risky"].split("|"), place
    assert PLACES["paris-FRA"]["risky"] == ""


@pytest.mark.parametrize(
    ("event", "day"),
    [
        ("russian-invasion-of-ukraine", date(2022, 2, 24)),
        ("crimea-annexation", date(2014, 3, 18)),
        ("hamas-attack-of-7-october", date(2023, 10, 7)),
        ("elysee-treaty", date(1963, 1, 22)),
        ("aachen-treaty", date(2019, 1, 22)),
        ("d-day", date(1944, 6, 6)),
        ("rwandan-genocide", date(1994, 4, 7)),
        ("good-friday-agreement", date(1998, 4, 10)),
        ("fall-of-the-berlin-wall", date(1989, 11, 9)),
        ("asean-founding", date(1967, 8, 8)),
        ("nato-founding", date(1949, 4, 4)),
    ],
)
def test_days_of_known_events(event: str, day: date) -> None:
    assert date.fromisoformat(ANNIVERSARIES[event]["date"]) == day


def test_every_anniversary_is_a_day_and_each_phrase_names_one_event() -> None:
    for lang in LANGUAGES:
        events = defaultdict(set)
        for row in ANNIVERSARIES.values():
            date.fromisoformat(row["date"])
            for phrase in row[f"phrases_{lang}"].split("|"):
                events[phrase.casefold()].add(row["id"])
        assert {phrase: ids for phrase, ids in events.items() if len(ids) > 1} == {}


def test_the_anniversary_of_the_invasion_in_five_languages() -> None:
    invasion = ANNIVERSARIES["russian-invasion-of-ukraine"]
    assert "invasion russe" in invasion["phrases_fr"].split("|")
    assert "full-scale invasion" in invasion["phrases_en"].split("|")
    assert "russischen Angriffs" in invasion["phrases_de"].split("|")
    assert "invasión rusa" in invasion["phrases_es"].split("|")
    assert "invasione russa" in invasion["phrases_it"].split("|")


@pytest.mark.parametrize(
    ("holiday", "rule"),
    [
        ("bastille-day", "07-14"),
        ("christmas", "12-25"),
        ("easter-monday", "easter+1"),
        ("ascension", "easter+39"),
        ("labour-day", "05-01"),
    ],
)
def test_rules_of_holidays(holiday: str, rule: str) -> None:
    assert HOLIDAYS[holiday]["rule"] == rule


def test_each_holiday_name_means_one_holiday() -> None:
    for lang in LANGUAGES:
        holidays = defaultdict(set)
        for row in HOLIDAYS.values():
            for name in row[f"names_{lang}"].split("|"):
                holidays[name.casefold()].add(row["id"])
        assert {name: ids for name, ids in holidays.items() if len(ids) > 1} == {}


def test_offices_of_the_contract_are_there() -> None:
    offices = {row["key"]: row["level"] for row in rows("offices")}
    assert {
        *("president", "primeMinister", "chancellor", "monarch", "foreignMinister", "defenceMinister"),
        *("secretaryGeneral", "commissionPresident", "councilPresident", "highRepresentative"),
    } <= set(offices)
    assert offices["pope"] == "headOfState"
    assert offices["chancellor"] == "headOfGovernment"
    assert offices["ambassador"] == "envoy"


@pytest.mark.parametrize(
    ("person", "office", "of", "day"),
    [
        ("emmanuel-macron", "president", "FRA", "2024-06-06"),
        ("angela-merkel", "chancellor", "DEU", "2015-02-12"),
        ("friedrich-merz", "chancellor", "DEU", "2025-06-01"),
        ("keir-starmer", "primeMinister", "GBR", "2025-03-02"),
        ("giorgia-meloni", "primeMinister", "ITA", "2024-06-13"),
        ("antonio-guterres", "secretaryGeneral", "united-nations", "2022-03-01"),
        ("ursula-von-der-leyen", "commissionPresident", "european-commission", "2024-01-01"),
        ("sergei-lavrov", "foreignMinister", "RUS", "2022-03-10"),
    ],
)
def test_who_held_an_office(person: str, office: str, of: str, day: str) -> None:
    held = [row for row in rows("tenures") if (row["person"], row["office"], row["of"]) == (person, office, of)]
    assert any(row["start"] <= day and (not row["end"] or day <= row["end"]) for row in held), held


@pytest.mark.parametrize(
    ("member", "of"),
    [("FIN", "nato"), ("FRA", "european-union"), ("DEU", "g7"), ("IND", "brics"), ("VNM", "asean"), ("CHN", "sco")],
)
def test_who_is_a_member(member: str, of: str) -> None:
    found = [row for row in rows("memberships") if (row["member"], row["of"], row["role"]) == (member, of, "member")]
    assert any(not row["end"] for row in found)


def test_the_united_kingdom_left_the_union() -> None:
    (row,) = [row for row in rows("memberships") if (row["member"], row["of"]) == ("GBR", "european-union")]
    assert (row["start"][:4], row["end"]) == ("1973", "2020-01-31")


def kilometres(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Great-circle distance."""
    a, b, c, d = map(radians, (latitude, longitude, other_latitude, other_longitude))
    return 12742 * asin(sqrt(sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2))
