"""The people and their offices say what really was, and say it once."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest
from tests.reference.curated import exceptions, noted, shared_offices
from tools.build_reference import csv_files, curated_people, factbook_heads, person_names

from summitry.reference import Reference, edtf_bounds
from summitry.reference.records import Tenure

REFERENCE = Reference.load()

HOLDERS = [
    ("foreignMinister", "FRA", "2012-07-06", "laurent-fabius"),
    ("primeMinister", "FRA", "2012-07-06", "jean-marc-ayrault"),
    ("president", "FRA", "2012-05-14", "nicolas-sarkozy"),
    ("president", "USA", "2025-01-20", "donald-trump"),
    ("president", "USA", "2021-01-20", "joe-biden"),
    ("president", "USA", "1995-11-21", "bill-clinton"),
    ("foreignMinister", "USA", "2012-07-06", "hillary-clinton"),
    ("foreignMinister", "USA", "2025-02-18", "marco-rubio"),
    ("president", "RUS", "1996-07-03", "boris-yeltsin"),
    ("president", "RUS", "2010-06-01", "dmitry-medvedev"),
    ("president", "RUS", "2026-02-24", "vladimir-putin"),
    ("foreignMinister", "CHN", "2023-02-18", "qin-gang"),
    ("foreignMinister", "CHN", "2024-02-17", "wang-yi"),
    ("chancellor", "DEU", "2025-05-10", "friedrich-merz"),
    ("chancellor", "DEU", "1994-06-01", "helmut-kohl"),
    ("primeMinister", "GBR", "2022-10-10", "liz-truss"),
    ("foreignMinister", "GBR", "2025-09-20", "yvette-cooper"),
    ("primeMinister", "ISR", "1995-11-03", "yitzhak-rabin"),
    ("president", "UKR", "2022-02-24", "volodymyr-zelensky"),
    ("foreignMinister", "UKR", "2024-06-15", "dmytro-kuleba"),
    ("president", "EGY", "2013-01-15", "mohamed-morsi"),
    ("president", "SYR", "2012-07-06", "bashar-al-assad"),
    ("supremeLeader", "IRN", "2012-07-06", "ali-khamenei"),
    ("president", "ZAF", "1994-05-10", "nelson-mandela"),
    ("pope", "VAT", "2012-07-06", "benedict-xvi"),
    ("primeMinister", "HUN", "2026-05-20", "peter-magyar"),
    ("secretaryGeneral", "nato", "1999-12-01", "george-robertson"),
    ("secretaryGeneral", "nato", "2025-06-24", "mark-rutte"),
    ("secretaryGeneral", "united-nations", "1998-02-23", "kofi-annan"),
    ("commissionPresident", "european-commission", "2012-07-06", "jose-manuel-barroso"),
    ("councilPresident", "european-council", "2025-03-06", "antonio-costa"),
    ("highRepresentative", "european-union", "2015-07-14", "federica-mogherini"),
    ("directorGeneral", "iaea", "2025-06-12", "rafael-grossi"),
    ("president", "european-central-bank", "2012-07-06", "mario-draghi"),
    ("managingDirector", "imf", "2012-07-06", "christine-lagarde"),
]


@pytest.mark.parametrize(("office", "of", "on", "person"), HOLDERS)
def test_the_holder_of_an_office_on_a_day(office: str, of: str, on: str, person: str) -> None:
    assert [t.person for t in REFERENCE.office_holders(office, of, date.fromisoformat(on))][:1] == [person]


def test_a_person_may_hold_an_office_twice_with_somebody_in_between() -> None:
    trump = [(t.start, t.end) for t in REFERENCE.tenures_of("donald-trump") if t.office == "president"]
    assert trump == [("2017-01-20", "2021-01-20"), ("2025-01-20", "")]


def test_the_offices_of_a_person_change_with_time() -> None:
    assert [t.office for t in REFERENCE.offices_of("vladimir-putin", date(2010, 6, 1))] == ["primeMinister"]
    assert [t.of for t in REFERENCE.offices_of("christine-lagarde", date(2026, 2, 1))] == ["european-central-bank"]


@pytest.mark.parametrize(
    ("person", "form"),
    [
        ("volodymyr-zelensky", "Wolodymyr Selenskyj"),
        ("benjamin-netanyahu", "Benyamin Nétanyahou"),
        ("vladimir-putin", "Vladimir Poutine"),
        ("abdel-fattah-al-sisi", "Abdel Fattah al-Sissi"),
        ("mohammed-bin-salman", "Mohammed ben Salmane"),
        ("alexander-lukashenko", "Alexandre Loukachenko"),
        ("recep-tayyip-erdogan", "Recep Tayyip Erdogan"),
        ("mohammed-bin-zayed-al-nahyan", "Mohammed bin Zayed"),
    ],
)
def test_the_spellings_of_five_languages_are_known(person: str, form: str) -> None:
    assert form in REFERENCE.person(person).aliases


@pytest.mark.parametrize(
    ("person", "family"),
    [("xi-jinping", "Xi"), ("yoon-suk-yeol", "Yoon"), ("shinzo-abe", "Abe"), ("ursula-von-der-leyen", "von der Leyen")],
)
def test_the_family_name_is_what_the_press_uses_alone(person: str, family: str) -> None:
    assert REFERENCE.person(person).families[0] == family


def test_offices_and_bodies_exist() -> None:
    bodies = {*REFERENCE.states, *REFERENCE.organisations}
    assert {t.office for t in REFERENCE.tenures} <= set(REFERENCE.offices)
    assert {t.of for t in REFERENCE.tenures} <= bodies
    assert {t.person for t in REFERENCE.tenures} <= set(REFERENCE.people)


def test_every_person_has_a_tenure_or_a_note() -> None:
    assert set(REFERENCE.people) - {t.person for t in REFERENCE.tenures} == noted()


def test_tenures_end_after_they_begin() -> None:
    backwards = [t for t in REFERENCE.tenures if t.end and edtf_bounds(t.start)[0] > edtf_bounds(t.end)[1]]
    assert backwards == []


def test_nobody_is_listed_under_two_identifiers() -> None:
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for person in REFERENCE.people.values():
        if person.wikidata:
            owners[person.wikidata].add(person.id)
    assert {key: ids for key, ids in owners.items() if len(ids) > 1} == {}


def test_an_office_for_one_has_one_holder_at_a_time() -> None:
    by_office: defaultdict[tuple[str, str], list[Tenure]] = defaultdict(list)
    for tenure in REFERENCE.tenures:
        if not tenure.acting and tenure.office not in shared_offices():
            by_office[tenure.office, tenure.of].append(tenure)
    found = {
        key for key, tenures in by_office.items() if any(_overlap(a, b) for a in tenures for b in tenures if a is not b)
    }
    assert found - exceptions() == set()


def _overlap(one: Tenure, other: Tenure) -> bool:
    """Whether both certainly held the office on some day; the day of a hand-over does not count."""
    end_of_one = edtf_bounds(one.end)[0] if one.end else date.max
    end_of_other = edtf_bounds(other.end)[0] if other.end else date.max
    return edtf_bounds(one.start)[1] < end_of_other and edtf_bounds(other.start)[1] < end_of_one


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-06-05", "2024-06-05", "2024-06-05"),
    ],
)
def test_bounds_of_partial_dates(value: str, first: str, last: str) -> None:
    assert edtf_bounds(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("value", ["", "2024-13", "2024-02-30", "soon"])
def test_bounds_of_nonsense_raise(value: str) -> None:
    with pytest.raises(ValueError):
        edtf_bounds(value)


def test_every_hand_written_tenure_is_shipped() -> None:
    shipped = {(t.person, t.office, t.of, t.start, t.end, t.acting) for t in REFERENCE.tenures}
    written = curated_people.read(csv_files.CURATED)[1]
    assert {(t.person, t.office, t.of, t.start, t.end, t.acting) for t in written} <= shipped


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President Abdelaziz BOUTEFLIKA (since 28 April 1999)", ("president", "Abdelaziz BOUTEFLIKA", "1999-04-28")),
        ("Acting President Lt. Gen. Salou DJIBO (since 2010); note - no", ("president", "Salou DJIBO", "2010")),
        ("King HARALD V (since 17 January 1991); Heir Prince X", ("monarch", "HARALD V", "1991-01-17")),
        ("Prime Minister vacant (as of 17 August 2023)", None),
        ("Prime Minister Vice President MUHAMMAD BIN RASHID Al-Maktum (since 5 January 2006)", None),
    ],
)
def test_a_sentence_of_the_factbook(tmp_path: Path, text: str, expected: tuple[str, str, str] | None) -> None:
    table = tmp_path / "heads.csv"
    table.write_text(
        f'gec,country,office,text,first_seen,last_seen\nxx,X,chief of state,"{text}",2020-01-01,2020-02-01\n'
    )
    titles = {row["title"]: (row["office"], row["acting"] == "1") for row in csv_files.read_curated("factbook_titles")}
    found = [(h.office, h.name, h.start) for h in factbook_heads.read(table, titles)]
    assert found == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("printed", "form"),
    [
        ("Manuel Pinto DA COSTA", "Manuel Pinto da Costa"),
        ('Philip "Brave" DAVIS', "Philip Davis"),
        ("Peter O'NEILL", "Peter O'Neill"),
        ("MUHAMMAD BIN SALMAN Al Saud", "Muhammad bin Salman Al Saud"),
    ],
)
def test_capitals_become_a_press_form(printed: str, form: str) -> None:
    assert person_names.press_form(printed) == form
