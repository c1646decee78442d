"""When two names are one person, one office, one organisation."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.extract.evaluate_builder import party

from summitry.claims import ReferenceDataError
from summitry.extract.evaluate import wordlists
from summitry.extract.evaluate.compare import party_matrix
from summitry.extract.evaluate.model import Party
from summitry.extract.evaluate.names import CONTAINED, FAMILY, SAME, SPELLING, WORD_SPELLING, Folder, name_score
from summitry.extract.evaluate.parse import Parser

FOLDER = Folder(wordlists.load())
PARSER = Parser(FOLDER, gold=True)


def parties(*items: dict[str, object]) -> tuple[Party, ...]:
    """Participants as they are compared."""
    return PARSER.content({"events": [{"participants": list(items)}]}).events[0].parties


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [
        ("Gabriel Boric", "GABRIEL BORIC", SAME),
        ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan", SAME),
        ("President Yoweri Museveni", "M. Yoweri Museveni", SAME),
        ("Kishida Fumio", "Fumio Kishida", SPELLING),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy", SPELLING),
        ("Kim Jong-un", "Kim Jongun", SPELLING),
        ("Mohammed bin Salman", "Mohammed Salman", CONTAINED),
        ("Luiz Inácio Lula da Silva", "Lula da Silva", CONTAINED),
        ("José Luis Rodríguez Zapatero", "José Zapatero", CONTAINED),
        ("Netanyahou", "Netanyahu", WORD_SPELLING),
        ("Sanae Takaichi", "Takaichi", FAMILY),
        ("Takaichi", "Sanae", 0.0),
        ("Sanae Takaichi", "Sanae", 0.0),
        ("Kim Jong Un", "Kim Jong Il", 0.0),
        ("Jair Bolsonaro", "Flávio Bolsonaro", 0.0),
        ("Li Qu", "Qu", 0.0),
    ],
)
def test_names(one: str, other: str, score: float) -> None:
    assert name_score(FOLDER.forms([one]), FOLDER.forms([other])) == score
    assert name_score(FOLDER.forms([other]), FOLDER.forms([one])) == score


def test_the_best_pair_of_forms_counts() -> None:
    ours = FOLDER.forms(["Narendra Modi", "PM Modi"])
    assert name_score(ours, FOLDER.forms(["Shri Narendra Damodardas Modi", "Narendra Modi"])) == SAME


def test_a_family_name_counts_only_where_it_can_mean_nobody_else() -> None:
    brothers = parties(party("Ilham Aliyev", "AZE"), party("Heydar Aliyev", "AZE"))
    alone = parties(party("Aliyev"))
    assert party_matrix(brothers, alone) == [[0.0], [0.0]]
    assert party_matrix(brothers[:1], alone) == [[FAMILY]]


def test_people_of_two_countries_need_the_same_name() -> None:
    ours, theirs = parties(party("Michel Aoun", "LBN")), parties(party("Michael Aoun", "FRA"))
    assert party_matrix(ours, theirs) == [[0.0]]
    assert party_matrix(ours, parties(party("Michel Aoun", "FRA"))) == [[SAME]]


def test_states_are_compared_by_their_code() -> None:
    ours = parties(party("Guinée", "GIN", type="state"))
    theirs = parties(party("Guinée-Bissau", "GNB", type="state"), party("Guinea", "GIN", type="state"))
    assert party_matrix(ours, theirs) == [[0.0, SAME]]


def test_a_title_without_a_name_is_met_by_someone_of_the_country() -> None:
    ours = parties(party("ministre turc des affaires étrangères", "TUR", unnamed=True))
    theirs = parties(party("Hakan Fidan", "TUR"), party("Türkiye", "TUR", type="organisation"))
    assert party_matrix(ours, theirs) == [[0.7, 0.0]]


def test_organisations_by_name_or_close_spelling() -> None:
    ours = parties(party("Union africaine", type="organisation", aliases=["UA", "African Union"]))
    theirs = parties(party("UA", type="group"), party("Union africane", type="organisation"))
    assert party_matrix(ours, theirs) == [[SAME, WORD_SPELLING]]
    assert party_matrix(ours, parties(party("Union africane", type="state"))) == [[0.0]]


@pytest.mark.parametrize(
    ("key", "plain", "also"),
    [
        ("foreignMinister", "foreign minister", "chef de la diplomatie"),
        ("commissionPresident", "president", "présidente"),
        ("secretaryGeneral", "secretary general", "Secretary-General"),
        ("president", "president", "former president"),
        ("US secretary of state", "US secretary of state", "secrétaire d'État"),
    ],
)
def test_offices_in_the_words_of_the_contract_and_of_gold(key: str, plain: str, also: str) -> None:
    assert FOLDER.plain_office(key) == plain
    assert FOLDER.office(plain) & FOLDER.office(also)


def test_an_unknown_office_is_itself_alone() -> None:
    assert FOLDER.office("Minister of Magic") == {"minister of magic"}


def test_organisations_of_offices_share_a_mark() -> None:
    assert FOLDER.organisation(["UE"]) & FOLDER.organisation(["European Union"])
    assert not FOLDER.organisation(["UE"]) & FOLDER.organisation(["UA"])
    assert not FOLDER.organisation([None, ""])


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("kinds.yaml", "families:\n  - [summit, picnic]\n"),
        ("kinds.yaml", "families: []\nmore: []\n"),
        ("names.yaml", "titles: [on]\nparticles: []\nstopwords: []\nletters: {}\n"),
        ("organisations.yaml", "organisations:\n  a: [x]\n  b: [x]\n"),
    ],
)
def test_a_word_list_that_breaks_its_schema_is_refused(file: str, text: str, tmp_path: Path) -> None:
    for path in wordlists.FOLDER.glob("*.yaml"):
        (tmp_path / path.name).write_text(path.read_text("utf-8"), "utf-8")
    (tmp_path / file).write_text(text, "utf-8")
    with pytest.raises(ReferenceDataError):
        wordlists.load(tmp_path)
