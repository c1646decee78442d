"""What an explanation shows: the whole text, its marks, what was read with rule and reasons, what was turned down."""

from datetime import date

import pytest

from summitry.claims import Article, article_id
from summitry.extract.explain import Mark, explain, page

TEXT = (
    "Le président français, Emmanuel Macron, a reçu mardi à l'Elysée le chancelier allemand, Friedrich Merz. "
    "Le porte-parole du Kremlin, Dmitri Peskov, a jugé <l'exercice> inutile. La pluie est tombée."
)


@pytest.fixture(scope="module")
def explanation():
    return explain(Article(article_id(TEXT), TEXT, lang="fr", published=date(2025, 9, 17)))


def test_the_pieces_of_the_sentences_are_the_text(explanation):
    for sentence in explanation.sentences:
        assert "".join(piece for piece, _ in sentence.pieces()) == sentence.text == TEXT[sentence.start : sentence.end]
    assert len(explanation.sentences) == 3


def test_every_statement_names_its_rule_and_quotes_the_text(explanation):
    first = explanation.sentences[0]
    told = {statement.says: statement for statement in first.statements if statement.accepted}
    host = next(s for says, s in told.items() if says.startswith("Emmanuel Macron: host"))
    assert host.rule == "receive.subject"
    assert 0 < host.confidence < 1
    assert host.reasons
    assert all(quote in TEXT for s in first.statements for quote in s.quotes)
    assert {span.mark for span in first.spans} >= {Mark.AGENT, Mark.EVENT, Mark.TIME}


def test_a_sentence_without_anything_has_nothing_below(explanation):
    assert explanation.sentences[2].statements == ()
    assert explanation.sentences[2].spans == ()


def test_who_is_turned_down_is_never_told_as_attending(explanation):
    for statement in explanation.sentences[1].statements:
        assert not (statement.accepted and "participant" in statement.says)


def test_the_page_is_whole_and_escapes_the_text(explanation):
    html = page(explanation)
    assert html.startswith("<!doctype html>")
    assert "&lt;l&#x27;exercice&gt;" in html
    assert 'class="agent"' in html
    assert "http" not in html  # needs nothing from elsewhere
    assert explanation.as_json()["sentences"][0]["statements"][0]["rule"]
