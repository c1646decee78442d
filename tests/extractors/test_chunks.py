"""Long articles in pieces: whole paragraphs within a budget, with the last one of a piece in the next."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.extractors.llm.chunks import CHARACTERS_A_TOKEN, halves, split

PARAGRAPH = "Le ministre a rencontré son homologue. Ils ont parlé de commerce et de pêche. Rien n'a été décidé."


def test_a_short_article_is_one_piece() -> None:
    (chunk,) = split(PARAGRAPH, 1000)
    assert (chunk.start, chunk.end, chunk.text, chunk.lead) == (0, len(PARAGRAPH), PARAGRAPH, "")


def test_pieces_overlap_by_a_paragraph_and_later_ones_show_the_beginning() -> None:
    text = "\n\n".join(f"{number}. {PARAGRAPH}" for number in range(30))
    chunks = split(text, 300)
    assert len(chunks) > 3
    for before, after in itertools.pairwise(chunks):
        assert before.start < after.start < before.end
        assert text[after.start : before.end].count("décidé.") == 1
        assert after.lead
        assert text.startswith(after.lead)


@given(st.text(alphabet="ab .\n", max_size=4000), st.integers(67, 200))
def test_pieces_cover_the_text_within_the_budget(text: str, tokens: int) -> None:
    chunks = split(text, tokens)
    assert chunks[0].start == 0
    assert chunks[-1].end == len(text)
    assert all(after.start <= before.end for before, after in itertools.pairwise(chunks))
    budget = max(200, int(tokens * CHARACTERS_A_TOKEN))
    assert all(len(chunk.text) <= budget and chunk.text == text[chunk.start : chunk.end] for chunk in chunks)


def test_a_piece_is_halved_between_paragraphs() -> None:
    text = "\n\n".join([PARAGRAPH] * 6)
    (whole,) = split(text, 10_000)
    first, second = halves(whole, text)
    assert first.end == second.start
    assert first.text.endswith("\n\n")


@pytest.mark.parametrize("text", ["short", "x" * 199])
def test_what_is_short_is_not_halved(text: str) -> None:
    (whole,) = split(text, 10_000)
    assert halves(whole, text) == [whole]


def test_text_without_a_break_is_halved_in_the_middle() -> None:
    text = "x" * 1000
    (whole,) = split(text, 10_000)
    assert [len(part.text) for part in halves(whole, text)] == [500, 500]
