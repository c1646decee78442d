"""Memberships as sentences state them, in own sentences."""

from __future__ import annotations

import pytest
from tests.extract.people_builder import memberships

STATED = [
    ("fr", "Le Danemark, membre de l'Otan depuis 1949, a protesté.", {("DNK", "nato", "member")}),
    ("fr", "La Serbie n'est pas membre de l'Otan.", set()),
    ("fr", "Le Japon, qui préside le G7, a voté.", {("JPN", "g7", "chair")}),
    ("fr", "Le Brésil, qui assure la présidence tournante du G20, a voté.", {("BRA", "g20", "chair")}),
    ("fr", "Les ministres de l'E3 (Allemagne, France, Royaume-Uni) sont venus.",
     {("DEU", "e3", "member"), ("FRA", "e3", "member"), ("GBR", "e3", "member")}),
    ("fr", "Le Burundi a rejoint la Communauté d'Afrique de l'Est.", {("BDI", "eac", "member")}),
    ("fr", "Le Gabon, suspendu de l'Union africaine, a écrit.", {("GAB", "african-union", "suspended")}),
    ("en", "Finland has become the 31st member of NATO.", {("FIN", "nato", "member")}),
    ("en", "Brazil, the current chair of the G20, agreed.", {("BRA", "g20", "chair")}),
    ("en", "Belgium, which holds the rotating presidency of the EU, agreed.", {("BEL", "european-union", "chair")}),
    ("en", "NATO members Poland and Estonia protested.", {("POL", "nato", "member"), ("EST", "nato", "member")}),
    ("en", "Switzerland, which is not an EU member, agreed.", set()),
    ("en", "The Lima Group, chaired by Peru, agreed.", {("PER", "lima-group", "chair")}),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "expected"), STATED)
def test_memberships(lang: str, text: str, expected: set[tuple[str, str, str]]) -> None:
    assert memberships(lang, "2024-06-05", text) == expected


def test_a_group_named_before_is_the_one_presided() -> None:
    text = "Le sommet du G7 que la France, présidente en exercice du groupe, prépare aura lieu en juin."
    assert memberships("fr", "2026-02-01", text) == {("FRA", "g7", "chair")}


NEW_BODIES = [
    ("en", "Besides Kenya and Uganda, the EAC comprises Rwanda, Burundi and South Sudan.",
     {(m, "eac", "member") for m in ("KEN", "UGA", "RWA", "BDI", "SSD")}),
    ("en", "BIMSTEC invited Bangladesh as Chair of the Indian Ocean Rim Association.",
     {("BGD", "indian-ocean-rim-association", "chair")}),
    ("en", "The permanent members of the SCO are China, Russia and India.",
     {(m, "sco", "member") for m in ("CHN", "RUS", "IND")}),
    ("fr", "Elle regrette le retrait du Mali et du Niger, qui ont rejoint l'Alliance des Etats du Sahel.",
     {("MLI", "aes", "member"), ("NER", "aes", "member")}),
    ("fr", "Les deux pays membres de l'OCS, à savoir la Chine et l'Inde, ont signé.",
     {("CHN", "sco", "member"), ("IND", "sco", "member")}),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "expected"), NEW_BODIES)
def test_members_listed_besides_or_behind_being(lang: str, text: str, expected: set[tuple[str, str, str]]) -> None:
    assert memberships(lang, "2024-06-12", text) == expected
