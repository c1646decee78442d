"""What is only supposed, made up, played or denied is no event, and who stays away is no guest."""

import pytest
from tests.extract.events_of import events

DAY = "2024-06-12"
NOTHING = [
    ("en", "If Trump met Putin in Geneva, Kyiv would be alarmed."),
    ("en", "Even if Zelensky and Putin met in Istanbul, no ceasefire could be agreed."),
    ("en", "If Modi and Xi were ever to meet in Delhi, would it change anything?"),
    ("fr", "Si le président russe se rendait en Afrique du Sud, Pretoria devrait l'arrêter."),
    ("fr", "Si Donald Trump et Kim Jong-un devaient un jour se rencontrer, la scène serait historique."),
    ("fr", "S'il rencontrait Vladimir Poutine à Genève, Emmanuel Macron serait critiqué."),
    ("fr", "Emmanuel Macron n'a pas prévu de se rendre à Alger."),
    ("fr", "Il n'est pas question que Volodymyr Zelensky rencontre Vladimir Poutine à Moscou."),
    ("en", "France meet Argentina in the final on Sunday after beating Morocco 2-0."),
    ("en", "India and Pakistan will meet in a World Cup match in Ahmedabad on Saturday."),
    ("fr", "Le Brésil et l'Argentine se retrouvent mardi à Rio pour un match amical."),
    ("fr", "Le tournoi s'ouvre lundi. Les joueurs sont prêts. L'Espagne et l'Italie se retrouveront mardi à Séville."),
    ("fr", "Dans son nouveau roman, l'écrivain imagine un entretien entre Staline et Churchill."),
    ("en", "Her latest novel tells of talks between Vladimir Putin and Angela Merkel in Sochi on a winter night."),
]


@pytest.mark.parametrize(("lang", "text"), NOTHING)
def test_no_event(lang, text):
    assert events(text, DAY, lang) == []


AWAY = [
    ("en", "Vladimir Putin is unlikely to attend the G20 summit in Rio de Janeiro on Monday.", "planned"),
    ("en", "Xi Jinping has no plans to attend the APEC summit in Lima.", "planned"),
    ("en", "Xi Jinping won't be at the APEC summit in Lima.", "planned"),
    ("en", "Xi Jinping was not at the APEC summit in Lima on Monday.", "held"),
    ("en", "Xi Jinping will be represented by Li Qiang at the APEC summit in Lima.", "planned"),
    ("fr", "Xi Jinping sera représenté par Li Qiang au sommet du G20 à Rio.", "planned"),
    ("fr", "Xi Jinping n'était pas au sommet du G20 à Rio lundi.", "held"),
    ("fr", "Xi Jinping ne prévoit pas de se rendre à Rio pour le sommet du G20.", "planned"),
    ("fr", "Xi Jinping n'assistera pas au sommet des Brics à Johannesburg mardi.", "planned"),
]


@pytest.mark.parametrize(("lang", "text", "status"), AWAY)
def test_who_stays_away_is_no_guest(lang, text, status):
    [event] = events(text, DAY, lang)
    away = {p["name"] for p in event["participants"] if p["role"] == "absent"}
    assert len(away) == 1 and event["status"] == status
    assert away <= {"Vladimir Putin", "Xi Jinping"}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "If Xi Jinping travels to Lima on Friday, he will meet Joe Biden."),
        ("fr", "Si Vladimir Poutine vient à Johannesburg en août, il rencontrera Cyril Ramaphosa."),
        ("fr", "Vladimir Poutine a assisté au sommet des Brics à Johannesburg."),
        ("en", "Xi Jinping will be at the APEC summit in Lima on Monday."),
    ],
)
def test_what_is_told_as_to_come_stays(lang, text):
    assert events(text, DAY, lang)


SAME_TALK = [
    ("fr", "Mark Carney s'entretient avec Keir Starmer. Mark Carney a appelé mardi Keir Starmer.", "call"),
    (
        "en",
        "Joe Biden spoke with Xi Jinping on Tuesday. The meeting between Biden and Xi in Lima lasted hours.",
        "meeting",
    ),
]


@pytest.mark.parametrize(("lang", "text", "kind"), SAME_TALK)
def test_who_spoke_is_told_of_again(lang, text, kind):
    assert [e["kind"] for e in events(text, DAY, lang)] == [kind]


def test_a_counterpart_of_the_headline_is_named_below():
    text = (
        "Fidan meets Georgian counterpart\n\nHakan Fidan met his Georgian counterpart Anri Oldmar on Tuesday in Ankara."
    )
    [meeting] = events(text, DAY)
    assert {p["name"] for p in meeting["participants"]} == {"Hakan Fidan", "Anri Oldmar"}


def test_a_title_of_a_body_without_a_name_is_no_guest():
    text = "The chair of the Caribbean Community met Irfaan Ali and Nicolás Maduro in Kingstown on Thursday."
    [meeting] = events(text, DAY)
    assert {p["name"] for p in meeting["participants"]} == {"Irfaan Ali", "Nicolás Maduro"}


NOT_DIPLOMACY = [
    ("en", "Kamala Harris and Donald Trump met on a debate stage in Philadelphia on Tuesday."),
    ("en", "The mayor of London, Sadiq Khan, will attend a conference on housing in Manchester next month."),
    ("en", "Sam Altman will speak at a conference in Seoul in June, and Satya Nadella visits Jakarta next week."),
    ("en", "The chief executives of Boeing and Airbus met in Toulouse on Monday for a summit on engines."),
    ("fr", "Le patron de Renault et celui de Nissan se sont rencontrés jeudi à Tokyo pour un sommet sur leur avenir."),
    ("fr", "Les échanges entre la Chine et les États-Unis ont progressé de 4 % en mars."),
    ("fr", "L'Allemagne et la France peinent à s'accorder sur les règles budgétaires."),
]


@pytest.mark.parametrize(("lang", "text"), NOT_DIPLOMACY)
def test_business_and_politics_at_home_are_no_events(lang, text):
    assert events(text, DAY, lang) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Sadiq Khan met Olaf Scholz in Berlin on Monday.", "Sadiq Khan"),
        ("Joe Biden is under fire. Embattled Biden met Olaf Scholz in Berlin on Monday.", "Joe Biden"),
    ],
)
def test_a_first_name_that_no_table_knows_is_another_person(text, who):
    [meeting] = events(text, DAY)
    assert {p["name"] for p in meeting["participants"]} == {who, "Olaf Scholz"}


def test_a_journey_of_which_only_strangers_stay_away_is_no_event():
    text = "Le club prépare la tournée de l'équipe en Italie en novembre. Jean Durieux et Paul Marchais n'y seront pas."
    assert events(text, DAY, "fr") == []
