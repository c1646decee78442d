"""A dispatch in the style of the article that Summitry was asked for, with a wrong weekday and an anniversary."""

from datetime import date

from summitry.claims import Article, article_id, iris, rdf_terms
from summitry.extract.contract import contract
from summitry.extract.extractor import Extractor

TEXT = (
    "Le président français, Emmanuel Macron, a annoncé qu’une visioconférence de la « coalition des volontaires », "
    "menée par la France et le Royaume-Uni, aura lieu mardi prochain, à l’occasion du 4e anniversaire de l’invasion "
    "russe. Le président ukrainien, Volodymyr Zelensky, croit à un cessez-le-feu.\n\n"
    "La visioconférence, qui se tiendra le mardi 25 février 2026, vise à rassembler les Alliés de Kiev."
)


def _read(published):
    return contract(Extractor().read(Article(article_id(TEXT), TEXT, lang="fr", published=published)))


def test_two_sentences_tell_of_one_videoconference():
    for published in (date(2026, 2, 20), None):
        result = _read(published)
        (event,) = result["events"]
        assert (event["kind"], event["status"], event["mode"]) == ("videoconference", "planned", "virtual")
        assert event["start"] == "2026-02-24"
        roles = {p["name"]: p["role"] for p in event["participants"]}
        assert roles == {
            "coalition des volontaires": "participant", "Alliés de Kiev": "participant",
            "France": "chair", "Royaume-Uni": "chair",
        }  # fmt: skip
        assert [a["name"] for a in event["announcedBy"]] == ["Emmanuel Macron"]
        assert {(o["person"], o["office"], o["of"]) for o in result["offices"]} == {
            ("Emmanuel Macron", "president", "FRA"), ("Volodymyr Zelensky", "president", "UKR"),
        }  # fmt: skip


def test_the_wrong_weekday_is_kept_as_a_conflict():
    (conflict,) = _read(date(2026, 2, 20))["conflicts"]
    assert conflict["kind"] == "weekday-mismatch"
    assert [e["quote"] for e in conflict["evidence"]] == [
        "mardi prochain", "4e anniversaire de l’invasion russe", "mardi 25 février 2026",
    ]  # fmt: skip
    dates = {d["stated"]: (d["reading"], d["flags"]) for d in _read(date(2026, 2, 20))["events"][0]["dates"]}
    assert dates["mardi 25 février 2026"] == ("2026-02-25", ["weekday-mismatch"])


def test_every_quote_stands_where_it_says():
    for claim in _read(date(2026, 2, 20))["claims"]:
        for evidence in claim["evidence"]:
            assert TEXT[evidence["start"] : evidence["end"]] == evidence["quote"]


def test_until_says_when_it_ends_and_not_when_it_starts() -> None:
    text = "Le sommet sur la paix s'est achevé dimanche au Bürgenstock. Viola Amherd y recevait Volodymyr Zelensky."
    article = Article(id="a", text=text, lang="fr", published=date(2024, 6, 17))
    claims = Extractor().read(article).claims
    starts = [c for c in claims if c.predicate == iris.term("start")]
    assert not any(rdf_terms.key(c.object).startswith('"/') for c in starts)
