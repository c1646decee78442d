"""Portfolios of ministers, in own sentences with real public facts."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.extract.people_builder import offices

from summitry.claims import ReferenceDataError
from summitry.extract.portfolios import load_portfolios

DAY = "2024-06-12"
SENTENCES = [
    ("en", "Ugandan Trade and Industry Minister Jane Roelandts spoke.", {("tradeMinister", "UGA")}),
    ("en", "Kenya's Cabinet Secretary for Defence, Jane Roelandts, spoke.", {("defenceMinister", "KEN")}),
    ("en", "Egypt's Minister of Water Resources and Irrigation Jane Roelandts spoke.", {("waterMinister", "EGY")}),
    ("en", "British Secretary of State for Health Jane Roelandts spoke.", {("healthMinister", "GBR")}),
    ("en", "Foreign and Caribbean Affairs Minister Jane Roelandts of Barbados spoke.", {("foreignMinister", "BRB")}),
    ("en", "The Maltese minister for justice and home affairs, Jane Roelandts, spoke.",
     {("justiceMinister", "MLT"), ("interiorMinister", "MLT")}),
    ("en", "Japan's Chief Cabinet Secretary Jane Roelandts spoke.", {("chiefCabinetSecretary", "JPN")}),
    ("en", "Queen Jane Roelandts of Denmark spoke.", {("queen", "DNK")}),
    ("en", "Dutch Deputy Director General Jane Roelandts spoke.", set()),
    ("fr", "Le ministre belge des Affaires étrangères et de la Défense, Jane Roelandts, est parti.",
     {("foreignMinister", "BEL"), ("defenceMinister", "BEL")}),
    ("fr", "La ministre malienne de la Santé, de la Population et des Sports, Jane Roelandts, est partie.",
     {("healthMinister", "MLI")}),
    ("fr", "Le ministre en charge des Pêches de la Mauritanie, Jean Roelandts, est parti.",
     {("fisheriesMinister", "MRT")}),
    ("fr", "La ministre érythréenne de l'Information, Jane Roelandts, est partie.", {("informationMinister", "ERI")}),
    ("fr", "Le secrétaire américain au Trésor, Jean Roelandts, est parti.", {("financeMinister", "USA")}),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "held"), SENTENCES)
def test_portfolios_give_the_office(lang: str, text: str, held: set[tuple[str, str]]) -> None:
    assert {(office, of) for _, office, of in offices(lang, DAY, text)} == held


def test_ministers_told_without_a_state_are_of_those_of_the_paper() -> None:
    text = "President William Ruto spoke in Rome, in Italy. Health Minister Jane Roelandts agreed."
    assert ("jane-roelandts", "healthMinister", "KEN") in offices("en", DAY, text)


def test_an_office_that_no_table_knows_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "portfolios.yaml"
    path.write_text(
        "heads: []\ncharges: []\nlinks: []\njoins: []\nahead: false\nmain: []\nunsaid: []\nwords: {a: [b]}\n"
    )
    with pytest.raises(ReferenceDataError, match="unknown offices"):
        load_portfolios(path, {"minister"})


def test_a_portfolio_has_one_office(tmp_path: Path) -> None:
    path = tmp_path / "portfolios.yaml"
    text = "heads: []\ncharges: []\nlinks: []\njoins: []\nahead: false\nmain: []\nunsaid: [b]\nwords: {minister: [b]}\n"
    path.write_text(text)
    with pytest.raises(ReferenceDataError, match="listed twice"):
        load_portfolios(path, {"minister"})
