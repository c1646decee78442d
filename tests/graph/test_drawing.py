"""Pictures: what they say, that nothing in them runs or escapes, and that no card hides another."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest
from PIL import Image
from tests.conftest import Run

from summitry.claims import InputError
from summitry.graph import draw, find, neighbourhood
from summitry.graph.drawing import layout, wording
from summitry.graph.drawing.cards import cards
from summitry.graph.drawing.draw import html, svg
from summitry.graph.drawing.style import LANGUAGES, load_style
from summitry.ontology import terms
from summitry.store import Store
from summitry.store.registry import load_registry

STYLE = load_style()


@pytest.fixture(scope="module")
def talks(meetings: Store) -> nx.MultiDiGraph[str]:
    return neighbourhood(meetings, find(meetings, "Bonn talks")[0].iri)


def texts(picture: bytes) -> str:
    return " ".join(ElementTree.fromstring(picture).itertext())


def test_a_picture_says_who_does_what(talks: nx.MultiDiGraph[str]) -> None:
    english, french = texts(svg(talks)), texts(svg(talks, "fr"))
    for word in ("Bonn talks", "Merz", "hosts", "takes part", "January 2026", "held", "inferred"):
        assert word in english
    for word in ("accueille", "participe", "janvier 2026", "tenu", "inféré"):
        assert word in french


def dashed(picture: bytes) -> set[str]:
    """The colours of the lines that are not drawn through."""
    styles = re.findall(r'style="([^"]*stroke-dasharray[^"]*)"', picture.decode())
    return {match.group(1) for style in styles if (match := re.search(r"stroke: (#\w+)", style))}


def test_invited_is_dashed_and_inferred_dotted(meetings: Store, talks: nx.MultiDiGraph[str]) -> None:
    lines = {line.name: line.colour for line in STYLE.lines}
    paris = neighbourhood(meetings, find(meetings, "Paris summit")[0].iri)
    assert dashed(svg(paris)) == {lines["invited"]}
    assert dashed(svg(talks)) == {lines["inferred"]}


def test_markup_in_names_is_text(meetings: Store) -> None:
    graph = neighbourhood(meetings, find(meetings, "London talks")[0].iri)
    for page in (svg(graph), html(graph)):
        assert b"<b>Talks</b>" not in page
        assert b"<script" not in page
    assert "$x$" in texts(svg(graph))


def test_only_web_addresses_become_links(talks: nx.MultiDiGraph[str]) -> None:
    graph = talks.copy()
    graph.add_node("urn:x", type="Article", name="trap", url="javascript:alert(1)")
    graph.add_edge("urn:x", talks.graph["centre"], relation="REPORTS", inferred=False)
    assert b"javascript:" not in svg(graph)


def test_the_page_has_the_same_facts_as_the_picture(meetings: Store) -> None:
    graph = neighbourhood(meetings, find(meetings, "Paris summit")[0].iri)
    page = html(graph, "fr").decode()
    assert page.startswith('<!doctype html>\n<html lang="fr">')
    assert page.count('<tr><th scope="row">') == graph.number_of_edges()
    assert "<q>Leaders meet in Paris.</q>" in page
    assert 'role="img" aria-labelledby="title description"' in page
    assert "http-equiv" not in page
    assert not re.search(r'(src|href)="(?!#|https?://)', page)


@pytest.mark.parametrize("depth", [1, 2])
def test_no_card_touches_another(samples: Store, depth: int) -> None:
    graph = neighbourhood(samples, find(samples, "Kananaskis")[0].iri, depth)
    centre = graph.graph["centre"]
    boxes = cards(graph, centre, STYLE, STYLE.words["en"])
    places = layout.place(graph, centre, boxes, STYLE.order)
    assert set(places) == set(graph)
    for one, other in combinations(places, 2):
        wide = (boxes[one].width + boxes[other].width) / 2
        high = (boxes[one].height + boxes[other].height) / 2
        (ax, ay), (bx, by) = places[one], places[other]
        assert abs(ax - bx) >= wide or abs(ay - by) >= high


def test_every_ending_gives_its_format(talks: nx.MultiDiGraph[str], tmp_path: Path) -> None:
    for name in ("a.svg", "a.png", "a.html"):
        draw(talks, tmp_path / name)
    with Image.open(tmp_path / "a.png") as picture:
        assert picture.format == "PNG"
        assert min(picture.size) > 300
    assert ElementTree.parse(tmp_path / "a.svg").getroot().tag.endswith("svg")
    with pytest.raises(InputError, match="no known ending"):
        draw(talks, tmp_path / "a.pdf")
    with pytest.raises(InputError, match="cannot be written"):
        draw(talks, tmp_path / "none" / "a.svg")
    with pytest.raises(InputError, match="no pictures in this language"):
        draw(talks, tmp_path / "a.svg", language="xx")


@pytest.mark.parametrize(
    ("start", "end", "english", "french"),
    [
        ("2026-02-24", "", "24 February 2026", "24 février 2026"),
        ("2026-05-01", "", "1 May 2026", "1er mai 2026"),
        ("2026-02-24/2026-02-25", "", "24–25 February 2026", "24–25 février 2026"),
        ("2026-02-28", "2026-03-01", "28 February 2026 – 1 March 2026", "28 février 2026 – 1er mars 2026"),
        ("2026-02", "", "February 2026", "février 2026"),
        ("2026", "", "2026", "2026"),
        ("", "", "", ""),
    ],
)
def test_dates_in_words(start: str, end: str, english: str, french: str) -> None:
    assert wording.when(start, end, STYLE.words["en"]) == english
    assert wording.when(start, end, STYLE.words["fr"]) == french


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_style_has_a_word_for_every_relation(language: str) -> None:
    words = STYLE.words[language].tables["relations"]
    for term in (terms.PLACE, terms.LOCATED_IN, terms.PART_OF, terms.IN_SERIES, terms.REPORTS, terms.CAPITAL):
        assert load_registry().relationship(term) in words


def test_the_command(program: Run, sample_data: Path, tmp_path: Path) -> None:
    for words in ("coalition of the willing videoconference", "visioconférence de la coalition des volontaires"):
        out = tmp_path / "picture.svg"
        done = program("graph", words, "--out", out, "--data", sample_data)
        assert done.returncode == 0, done.stderr
        assert "Emmanuel Macron" in texts(out.read_bytes())
    assert "préside" in texts(out.read_bytes())
    several = program("graph", "summit", "--out", tmp_path / "x.svg", "--data", sample_data)
    assert several.returncode == 1
    assert "choose one by its id" in several.stderr
    assert "event/" in several.stderr
    nothing = program("graph", "xyzzy", "--out", tmp_path / "x.svg", "--data", sample_data)
    assert nothing.returncode == 1
    assert not (tmp_path / "x.svg").exists()
