"""Phrases of belonging, in own sentences: who is stated to belong where, and who is not."""

from __future__ import annotations

from typing import Any

import pytest
from tests.extract.people_builder import memberships

from summitry.claims import ReferenceDataError
from summitry.extract.belonging_pack import parse_belonging

CHAIRS = [
    ("en", "Envoys wrote to the current chair of SAARC, Nepal, on Friday.", {("NPL", "saarc", "chair")}),
    ("en", "Laos, in its capacity as chair of ASEAN, wrote to all.", {("LAO", "asean", "chair")}),
    ("en", "The envoy of Indonesia, which chairs ASEAN this year, agreed.", {("IDN", "asean", "chair")}),
    ("en", "Brazil handed over the presidency of the G20 to South Africa.", {("ZAF", "g20", "chair")}),
    ("en", "The G20 met, and South Africa took over the presidency from Brazil.", {("ZAF", "g20", "chair")}),
    ("en", "France takes over the presidency of the G7 next year.", set()),
    ("en", "Japan, which chairs the G7 meeting on Friday, agreed.", set()),
    ("fr", "Les ministres du G7, dont le Canada assume la présidence cette année, ont voté.", {("CAN", "g7", "chair")}),
    ("fr", "Le ministre de l'Indonésie, qui préside le G20, a voté.", set()),
    ("fr", "Pedro Sánchez, dont le pays exerce la présidence de l'UE, a voté.", {("ESP", "european-union", "chair")}),
    ("fr", "Le Brésil a transmis la présidence du G20 à l'Afrique du Sud.", {("ZAF", "g20", "chair")}),
]  # fmt: skip
MERCOSUR = {(state, "mercosur", "member") for state in ("ARG", "BRA", "PRY", "URY")}
LISTS = [
    ("en", "Mercosur, which groups Argentina, Brazil, Paraguay and Uruguay, signed.", MERCOSUR),
    ("en", "Mercosur is made up of four members: Argentina, Brazil, Paraguay and Uruguay.", MERCOSUR),
    ("en", "The Mercosur nations – Argentina, Brazil, Paraguay and Uruguay – signed.", MERCOSUR),
    ("en", "Guests at the summit of the G7 (Ukraine, India and Brazil) left.", set()),
    ("en", "Leaders of the EU, Canada and Norway signed.", set()),
    ("fr", "Le Mercosur, composé de l'Argentine, du Brésil, du Paraguay et de l'Uruguay, a signé.", MERCOSUR),
    ("fr", "Les pays membres du Mercosur, Argentine, Brésil, Paraguay et Uruguay, ont signé.", MERCOSUR),
    ("fr", "L'ONU, les Etats-Unis et la France ont signé.", set()),
]  # fmt: skip
MEMBERS = [
    ("en", "Sweden's recent accession to NATO was on the agenda.", {("SWE", "nato", "member")}),
    ("en", "Ukraine's accession to NATO was on the agenda.", set()),
    ("en", "If Sweden joined NATO, its neighbours would follow.", set()),
    ("en", "Ukraine joined NATO in condemning the raid.", set()),
    ("en", "Qatar left OPEC in 2019.", set()),
    ("en", "The Arab League readmitted Syria in May.", {("SYR", "arab-league", "member")}),
    ("en", "Canada became the first G7 country to agree.", {("CAN", "g7", "member")}),
    ("en", "Turkey, a dialogue partner of the SCO, agreed.", {("TUR", "sco", "partner")}),
    ("fr", "L'Iran, qui a le statut d'observateur à l'OCS, a voté.", {("IRN", "sco", "observer")}),
    ("fr", "L'Union africaine a suspendu le Niger en août.", {("NER", "african-union", "suspended")}),
    ("fr", "Le Mexique, qui fait partie du groupe de Lima, a voté.", {("MEX", "lima-group", "member")}),
    ("fr", "Le Mali s'est retiré du G5 Sahel.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "expected"), [*CHAIRS, *LISTS, *MEMBERS])
def test_phrases(lang: str, text: str, expected: set[tuple[str, str, str]]) -> None:
    assert memberships(lang, "2025-03-05", text) == expected


def test_the_bloc_is_the_body_of_which_most_is_said() -> None:
    text = "Mercosur met. Mercosur leaves the WTO out. Brazil, which holds the presidency of the bloc, agreed."
    assert memberships("en", "2025-03-05", text) == {("BRA", "mercosur", "chair")}


def test_a_body_behind_its_preposition_is_not_left_out() -> None:
    text = "The OAS met. Brazil now takes over the chair of Mercosur for six months."
    assert memberships("en", "2025-03-05", text) == {("BRA", "mercosur", "chair")}


@pytest.mark.parametrize(
    "change",
    [
        {"rules": [{"role": "owner", "text": "M of X"}]},
        {"rules": [{"role": "member", "text": "M of"}]},
        {"rules": [{"role": "member", "text": "M of X", "sure": True}]},
        {"joiner": []},
    ],
)
def test_phrases_are_checked(change: dict[str, Any]) -> None:
    sound: dict[str, Any] = {"joiners": ["and"], "owners": ["of"], "doubt": ["if"], "about": ["same"], "words": {}}
    with pytest.raises(ReferenceDataError, match=r"here\.yaml"):
        parse_belonging({**sound, "rules": [], **change}, "here.yaml")
