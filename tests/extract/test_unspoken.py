"""Who is meant where a verb names nobody: subjects left out, and object pronouns, by what was told before."""

import pytest
from tests.extract.events_of import events

DAY = "2024-09-05"
VISIT = {
    "es": "Emmanuel Macron y Olaf Scholz llegaron el lunes a Praga. ",
    "it": "Emmanuel Macron e Olaf Scholz sono arrivati lunedì a Praga. ",
}
BOTH = {"Emmanuel Macron", "Olaf Scholz"}
CASES = [
    ("es", VISIT["es"] + "En el castillo los recibió Petr Pavel.", BOTH | {"Petr Pavel"}),
    ("es", VISIT["es"] + "También se reunieron con Petr Fiala.", BOTH | {"Petr Fiala"}),
    ("it", VISIT["it"] + "Nel castello li ha ricevuti Petr Pavel.", BOTH | {"Petr Pavel"}),
    ("it", VISIT["it"] + "Hanno poi incontrato Petr Fiala.", BOTH | {"Petr Fiala"}),
    ("es", "Gabriel Boric anunció que se reunirá el jueves con Dina Boluarte.", {"Gabriel Boric", "Dina Boluarte"}),
    ("es", "Gabriel Boric confirmó que recibirá a Dina Boluarte.", {"Gabriel Boric", "Dina Boluarte"}),
    ("it", "Antonio Tajani ha detto che incontrerà David Lammy.", {"Antonio Tajani", "David Lammy"}),
    ("de", "Olaf Scholz empfing Giorgia Meloni und traf am Abend Petr Pavel.", {"Olaf Scholz", "Petr Pavel"}),
    ("es", "Gabriel Boric llegó a Lima, donde lo esperaba Dina Boluarte.", {"Gabriel Boric", "Dina Boluarte"}),
    ("es", "Mark Carney y Keir Starmer se vieron. Su anterior cita fue en Londres.", {"Mark Carney", "Keir Starmer"}),
    ("it", VISIT["it"] + "Ad accoglierli all'aeroporto c'era Petr Fiala.", BOTH | {"Petr Fiala"}),
    (
        "es",
        "Lula viajó a Bogotá. Gustavo Petro lo recibió el martes. Después se reunió con Laura Sarabia.",
        {"Luiz Inácio Lula da Silva", "Laura Sarabia"},
    ),
]


@pytest.mark.parametrize(("lang", "text", "who"), CASES)
def test_who_is_left_out_was_named_before(lang, text, who):
    met = [{p["name"] for p in e["participants"]} for e in events(text, DAY, lang) if e["kind"] == "meeting"]
    assert who in met


def test_somebody_unknown_is_meant_by_his_own_surname():
    text = "El comandante rebelde, Antonio García, está en Cali. El martes Gustavo Petro se reunió con García."
    met = [{p["name"] for p in e["participants"]} for e in events(text, DAY, "es") if e["kind"] == "meeting"]
    assert met == [{"Gustavo Petro", "Antonio García"}]


@pytest.mark.parametrize(
    ("lang", "text", "stops"),
    [
        (
            "de",
            "Im Juni war Viktor Orbán bei Edi Rama in Tirana und bei Robert Fico in Bratislava.",
            [{"Viktor Orbán", "Edi Rama"}, {"Viktor Orbán", "Robert Fico"}],
        ),
        (
            "it",
            "Narendra Modi volerà in Polonia, ospite di Donald Tusk, e in Austria, ospite di Karl Nehammer.",
            [{"Narendra Modi", "Donald Tusk"}, {"Narendra Modi", "Karl Nehammer"}],
        ),
    ],
)
def test_each_host_at_home_is_a_stop_of_its_own(lang, text, stops):
    assert [{p["name"] for p in e["participants"]} for e in events(text, DAY, lang)] == stops


def test_an_article_tells_whether_a_woman_is_meant():
    text = "Giorgia Meloni ha elogiato Pedro Sánchez. Ieri la premier ha incontrato Edi Rama."
    met = [{p["name"] for p in e["participants"]} for e in events(text, DAY, "it") if e["kind"] == "meeting"]
    assert met == [{"Giorgia Meloni", "Edi Rama"}]
