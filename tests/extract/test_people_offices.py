"""Offices as sentences state them, in own sentences with real public facts."""

from __future__ import annotations

import pytest
from tests.extract.people_builder import offices

ENGLISH = [
    ("2023-09-05", "Kenyan President William Ruto spoke.", {("william-ruto", "president", "KEN")}),
    (
        "2023-09-05",
        "Indian External Affairs Minister S. Jaishankar met his Canadian counterpart, Mélanie Joly.",
        {("s-jaishankar", "foreignMinister", "IND"), ("melanie-joly", "foreignMinister", "CAN")},
    ),
    (
        "2023-09-05",
        "Foreign ministers Sergey Lavrov of Russia and Hakan Fidan of Turkey met.",
        {("sergei-lavrov", "foreignMinister", "RUS"), ("hakan-fidan", "foreignMinister", "TUR")},
    ),
    (
        "2024-06-05",
        "The prime ministers of Italy and Japan, Giorgia Meloni and Fumio Kishida, spoke.",
        {("giorgia-meloni", "primeMinister", "ITA"), ("fumio-kishida", "primeMinister", "JPN")},
    ),
    (
        "2025-06-20",
        "At the table sat David Lammy and Jean-Noël Barrot, the British and French foreign ministers, for an hour.",
        {("david-lammy", "foreignMinister", "GBR"), ("jean-noel-barrot", "foreignMinister", "FRA")},
    ),
    ("2023-09-05", "Ursula von der Leyen, who heads the European Commission, agreed.",
     {("ursula-von-der-leyen", "commissionPresident", "european-commission")}),
    ("2023-12-01", "David Cameron was appointed foreign secretary.", {("david-cameron", "foreignMinister", "GBR")}),
    ("2024-02-01", "Deputy Prime Minister and Foreign Minister Jane Roelandts of Belgium spoke.",
     {("jane-roelandts", "deputyPrimeMinister", "BEL"), ("jane-roelandts", "foreignMinister", "BEL")}),
    ("2023-09-05", "WTO chief Ngozi Okonjo-Iweala agreed.", {("ngozi-okonjo-iweala", "directorGeneral", "wto")}),
    ("2023-09-05", "Former British Prime Minister Tony Blair spoke.", set()),
    ("2023-09-05", "Sacked Kenyan Health Minister Jane Roelandts spoke.", set()),
    ("2023-09-05", "The foreign ministers, namely Hakan Fidan of Turkey, Egypt's Sameh Shoukry and Jane Roelandts of "
     "the United Arab Emirates, agreed.",
     {("hakan-fidan", "foreignMinister", "TUR"), ("sameh-shoukry", "foreignMinister", "EGY"),
      ("jane-roelandts", "foreignMinister", "ARE")}),
    ("2023-09-05", "Deputy prime ministers Jane Roelandts of Belgium and Ann Kask of Estonia agreed.",
     {("jane-roelandts", "deputyPrimeMinister", "BEL"), ("ann-kask", "deputyPrimeMinister", "EST")}),
    ("2018-03-05", "With the president at the table are Treasury Secretary Steven Mnuchin and his aides.",
     {("steven-mnuchin", "financeMinister", "USA")}),
    ("2024-03-05", "Kenyan President William Ruto, who also chairs the East African Community, spoke.",
     {("william-ruto", "president", "KEN"), ("william-ruto", "chair", "eac")}),
    ("2024-03-05", "The Indian high commissioner, Jane Roelandts, spoke.", set()),
    ("2024-03-05", "The Chilean economy minister, Jane Roelandts, spoke.",
     {("jane-roelandts", "economyMinister", "CHL")}),
    ("2012-07-10", "Mexican President-elect Enrique Pena Nieto spoke.", set()),
    ("2023-09-05", "Sartaj Aziz, the prime minister's adviser, spoke.", set()),
    ("2023-09-05", "The mayor of Lisbon, Carlos Moedas, spoke.", set()),
    ("2023-09-05", "The Turkish leader spoke.", set()),
]  # fmt: skip

FRENCH = [
    ("2024-12-15", "Le ministre rwandais des Affaires étrangères, Olivier Nduhungirehe, est parti.",
     {("olivier-nduhungirehe", "foreignMinister", "RWA")}),
    ("2010-04-01", "La secrétaire d'Etat américaine, Hillary Clinton, est arrivée.",
     {("hillary-clinton", "foreignMinister", "USA")}),
    ("2024-12-01", "Les chefs de la diplomatie congolaise et rwandaise, Thérèse Kayikwamba Wagner et Olivier "
     "Nduhungirehe, ont buté sur un point.",
     {("therese-kayikwamba-wagner", "foreignMinister", "COD"), ("olivier-nduhungirehe", "foreignMinister", "RWA")}),
    ("2014-05-17", "Les présidents camerounais Paul Biya, tchadien Idriss Déby et béninois Thomas Boni Yayi parlent.",
     {("paul-biya", "president", "CMR"), ("idriss-deby", "president", "TCD"),
      ("thomas-boni-yayi", "president", "BEN")}),
    ("2023-09-05", "Les ministres français et allemand de la Défense, Sébastien Lecornu et Boris Pistorius, parlent.",
     {("sebastien-lecornu", "defenceMinister", "FRA"), ("boris-pistorius", "defenceMinister", "DEU")}),
    ("2021-08-24", "Le secrétaire général de l'Otan, Jens Stoltenberg, et celui de l'ONU, António Guterres, parlent.",
     {("jens-stoltenberg", "secretaryGeneral", "nato"), ("antonio-guterres", "secretaryGeneral", "united-nations")}),
    ("2021-08-24", "Les présidents Patrice Talon (Bénin), Mohamed Bazoum (Niger) et Jean Roelandts (Tchad) parlent.",
     {("patrice-talon", "president", "BEN"), ("mohamed-bazoum", "president", "NER"),
      ("jean-roelandts", "president", "TCD")}),
    ("2015-01-15", "La cheffe de la diplomatie européenne a vu ses homologues allemand Jean Roelandts et français Paul "
     "Martineau.",
     {("jean-roelandts", "foreignMinister", "DEU"), ("paul-martineau", "foreignMinister", "FRA")}),
    ("2022-08-24", "Le Premier ministre belge (PM) Jean Roelandts parle.",
     {("jean-roelandts", "primeMinister", "BEL")}),
    ("2022-08-24", "Le chef de l'opposition tchadienne, Jean Roelandts, parle.",
     {("jean-roelandts", "oppositionLeader", "TCD")}),
    ("2021-01-06", "L'émir du Qatar, Tamim ben Hamad al-Thani, parle.", {("tamim-bin-hamad-al-thani", "emir", "QAT")}),
    ("2021-01-06", "Le sultan Haïtham d'Oman avait délégué son vice-Premier ministre, Fahd ben Mahmoud.",
     {("haitham-bin-tariq", "sultan", "OMN"), ("fahd-ben-mahmoud", "deputyPrimeMinister", "OMN")}),
    ("2025-10-14", "Le président de l'Autorité palestinienne, Mahmoud Abbas, était là.",
     {("mahmoud-abbas", "president", "PSE")}),
    ("2025-04-24", "Olaf Scholz reste. Le chancelier sortant ira à Paris.", {("olaf-scholz", "chancellor", "DEU")}),
    ("2023-09-05", "Denis Sassou Nguesso, président du Congo, parle.", {("denis-sassou-nguesso", "president", "COG")}),
    (
        "2024-12-13",
        "Il doit réunir ses homologues, les présidents congolais, Félix Tshisekedi, et rwandais, Paul Kagame.",
        {("felix-tshisekedi", "president", "COD"), ("paul-kagame", "president", "RWA")},
    ),
    ("2024-06-05", "Le président du Medef, Patrick Martin, a parlé.", set()),
    ("2023-09-05", "L'ancien Premier ministre Manuel Valls a parlé.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("day", "text", "expected"), ENGLISH)
def test_offices_in_english(day: str, text: str, expected: set[tuple[str, str, str]]) -> None:
    assert offices("en", day, text) == expected


@pytest.mark.parametrize(("day", "text", "expected"), FRENCH)
def test_offices_in_french(day: str, text: str, expected: set[tuple[str, str, str]]) -> None:
    assert offices("fr", day, text) == expected


def test_a_title_states_the_office_only_of_somebody_who_is_named() -> None:
    text = "Marco Rubio est arrivé. Le secrétaire d'État américain a parlé."
    assert offices("fr", "2025-05-16", text) == {("marco-rubio", "foreignMinister", "USA")}
    assert offices("fr", "2025-05-16", "Le secrétaire d'État américain a parlé.") == set()


BODIES = [
    ("en", "2024-06-12", "Kenya's William Ruto, current chair of the East African Community, spoke.",
     {("william-ruto", "chair", "eac")}),
    ("en", "2024-06-12", "The current chairman of ECOWAS, Nigerian President Bola Tinubu, spoke.",
     {("bola-tinubu", "chair", "ecowas"), ("bola-tinubu", "president", "NGA")}),
    ("fr", "2024-06-12", "Le président angolais João Lourenço, également président en exercice de la SADC, est parti.",
     {("joao-lourenco", "president", "AGO"), ("joao-lourenco", "chair", "sadc")}),
    ("fr", "2024-06-12", "Bola Tinubu, actuel président de la Cédéao, est parti.",
     {("bola-tinubu", "chair", "ecowas")}),
    ("fr", "2024-06-12", "La reine Mathilde de Belgique est partie.", {("mathilde-of-belgium", "queen", "BEL")}),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "day", "text", "held"), BODIES)
def test_states_take_turns_at_the_head_of_bodies(
    lang: str, day: str, text: str, held: set[tuple[str, str, str]]
) -> None:
    assert offices(lang, day, text) == held
