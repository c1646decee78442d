"""Organisations are named in five languages, and belonging to them has dates."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tools.build_reference import csv_files, organisations

from summitry.reference import Reference

REFERENCE = Reference.load()


def members(org: str, on: str, role: str = "member") -> set[str]:
    """Who had that role that day."""
    return {m.member for m in REFERENCE.members(org, date.fromisoformat(on)) if m.role == role}


def test_france_and_the_united_kingdom_lead_the_coalition_of_the_willing() -> None:
    assert members("coalition-of-the-willing", "2026-02-24", "lead") == {"FRA", "GBR"}
    assert members("coalition-of-the-willing", "2025-03-01", "lead") == set()


@pytest.mark.parametrize(
    ("org", "on", "state", "belongs"),
    [
        ("european-union", "2020-01-31", "GBR", True),
        ("european-union", "2020-02-01", "GBR", False),
        ("european-union", "1994-12-31", "AUT", False),
        ("nato", "2023-04-03", "FIN", False),
        ("nato", "2023-04-04", "FIN", True),
        ("nato", "2024-03-07", "SWE", True),
        ("nato", "1999-03-12", "POL", True),
        ("g8", "2012-05-18", "RUS", True),
        ("brics", "2023-08-22", "EGY", False),
        ("brics", "2025-07-06", "IDN", True),
        ("ecowas", "2025-01-30", "MLI", False),
        ("aes", "2025-01-30", "MLI", True),
        ("asean", "1999-04-30", "KHM", True),
        ("asean", "2025-10-26", "TLS", True),
        ("arab-league", "2012-03-29", "SYR", False),
        ("council-of-europe", "2022-03-17", "RUS", False),
        ("opec", "2026-05-01", "ARE", False),
        ("un-security-council", "2026-01-15", "COL", True),
        ("g20", "2023-09-10", "african-union", True),
    ],
)
def test_membership_begins_and_ends_on_its_day(org: str, on: str, state: str, belongs: bool) -> None:
    assert (state in members(org, on)) is belongs


@pytest.mark.parametrize(
    ("org", "on", "count"),
    [
        ("european-union", "2012-07-06", 27),
        ("european-union", "2015-01-01", 28),
        ("european-union", "2026-01-01", 27),
        ("nato", "2012-05-20", 28),
        ("nato", "2026-01-01", 32),
        ("g7", "2025-06-16", 7),
        ("p5", "1994-01-01", 5),
        ("un-security-council", "2025-06-01", 15),
        ("un-security-council", "2012-07-06", 15),
        ("african-union", "2012-07-16", 54),
        ("arab-league", "2010-03-27", 22),
        ("asean", "2012-04-03", 10),
        ("sco", "2024-07-05", 10),
        ("gcc", "2025-05-14", 6),
        ("apec", "2025-10-31", 21),
        ("council-of-europe", "2023-05-16", 46),
        ("oecd", "2022-01-01", 38),
        ("eurozone", "2026-01-01", 21),
        ("sadc", "2025-01-01", 16),
        ("csto", "2013-01-01", 6),
    ],
)
def test_bodies_have_as_many_members_as_they_said(org: str, on: str, count: int) -> None:
    assert len(members(org, on)) == count


def test_a_suspended_state_is_suspended_and_no_member() -> None:
    assert "NER" in members("african-union", "2024-01-01", "suspended")
    assert "NER" not in members("african-union", "2024-01-01")


def test_nobody_is_twice_in_one_body_on_a_day() -> None:
    for org in REFERENCE.organisations:
        for day in (date(1995, 6, 1), date(2005, 6, 1), date(2012, 7, 6), date(2026, 2, 24)):
            found = [(m.member, m.role) for m in REFERENCE.members(org, day)]
            assert len(found) == len(set(found)), (org, day)


def test_members_and_bodies_exist() -> None:
    known = {*REFERENCE.states, *REFERENCE.organisations, *REFERENCE.people}
    assert {m.member for m in REFERENCE.memberships} <= known
    assert {m.of for m in REFERENCE.memberships} <= set(REFERENCE.organisations)


@pytest.mark.parametrize(
    ("org", "lang", "form"),
    [
        ("coalition-of-the-willing", "fr", "coalition des volontaires"),
        ("coalition-of-the-willing", "de", "Koalition der Willigen"),
        ("ecowas", "fr", "CEDEAO"),
        ("european-union", "fr", "les Vingt-Sept"),
        ("iaea", "de", "IAEO"),
        ("e3", "en", "E3"),
        ("sco", "es", "OCS"),
        ("un-security-council", "it", "Consiglio di sicurezza"),
    ],
)
def test_the_forms_of_five_languages_are_known(org: str, lang: str, form: str) -> None:
    organisation = REFERENCE.organisation(org)
    assert form in {organisation.names[lang], *organisation.aliases[lang]}


def test_formats_are_told_from_bodies() -> None:
    assert all(REFERENCE.organisation(slug).is_format for slug in ("e3", "weimar-triangle", "quad", "p5-plus-1"))
    assert not any(REFERENCE.organisation(slug).is_format for slug in ("nato", "united-nations", "hamas"))


def test_organisations_rebuild_byte_for_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = (csv_files.DATA / "organisations.csv").read_bytes()
    monkeypatch.setattr(csv_files, "DATA", tmp_path)
    organisations.write_organisations()
    assert (tmp_path / "organisations.csv").read_bytes() == shipped
