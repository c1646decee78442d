"""Draw a graph into a file. The same graph gives the same bytes."""

from __future__ import annotations

import re
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import matplotlib as mpl
import networkx as nx

from summitry.claims import InputError
from summitry.graph.drawing import canvas, layout, page, wording
from summitry.graph.drawing.cards import cards
from summitry.graph.drawing.style import LANGUAGES, Words, load_style

FORMATS = (".svg", ".png", ".html")

_SETTINGS: Any = {"svg.hashsalt": "summitry", "svg.fonttype": "none", "path.simplify": False}
_ONE_AT_A_TIME = threading.Lock()
"""matplotlib keeps its settings and fonts for the whole process, so that only one picture can be drawn at a time."""

_ROOT = re.compile(r"<svg\b[^>]*>")
_SIZE = re.compile(r'\b(?:width|height)="[^"]*pt"\s*')
_DOCTYPE = re.compile(r"<!DOCTYPE[^>]*>\s*")
_FONTS = "'DejaVu Sans', Verdana, 'Liberation Sans', Arial, sans-serif"


def draw(graph: nx.MultiDiGraph[str], out: Path, *, language: str = "en") -> None:
    """Draw what `neighbourhood` gave; the ending of `out` chooses SVG, PNG or a self-contained HTML page.

    Raises InputError for another ending, an unknown language, or a file that cannot be written.
    """
    if out.suffix not in FORMATS:
        raise InputError(str(out), "has no known ending", f"use {', '.join(FORMATS)}")
    data = {".svg": svg, ".png": png, ".html": html}[out.suffix](graph, language)
    try:
        out.write_bytes(data)
    except OSError as error:
        raise InputError(str(out), f"cannot be written: {error.strerror}", "choose another place") from error


def svg(graph: nx.MultiDiGraph[str], language: str = "en") -> bytes:
    """The picture as SVG with text as text, a title and a description."""
    words = _words(language)
    text = _DOCTYPE.sub("", _render(graph, words, "svg").decode("utf-8"))
    text = text.replace("'DejaVu Sans'", _FONTS)
    title, description = titles(graph, words)
    head = f'<title id="title">{escape(title)}</title>\n<desc id="description">{escape(description)}</desc>'
    return _ROOT.sub(lambda root: f"{_accessible(root.group())}\n{head}", text, count=1).encode("utf-8")


def png(graph: nx.MultiDiGraph[str], language: str = "en") -> bytes:
    """The picture as PNG, at 144 dots per inch."""
    return _render(graph, _words(language), "png")


def html(graph: nx.MultiDiGraph[str], language: str = "en") -> bytes:
    """A page with the picture and a table of the same facts; it loads nothing and runs nothing."""
    words = _words(language)
    picture = svg(graph, language).decode("utf-8")
    title, description = titles(graph, words)
    return page.page(graph, picture[picture.index("<svg") :], title, description, words).encode("utf-8")


def titles(graph: nx.MultiDiGraph[str], words: Words) -> tuple[str, str]:
    """Title and description of a picture."""
    centre = _centre(graph)
    data = graph.nodes[centre]
    name, details = wording.name(centre, data, words), wording.details(data, words)
    description = str(words.page["description"]).format(
        nodes=graph.number_of_nodes(), edges=graph.number_of_edges(), name=name
    )
    return f"{name} ({details})" if details else name, description


def _render(graph: nx.MultiDiGraph[str], words: Words, form: str) -> bytes:
    style, centre, out = load_style(), _centre(graph), BytesIO()
    with _ONE_AT_A_TIME, mpl.rc_context(_SETTINGS), _without_glyph_warnings():
        boxes = cards(graph, centre, style, words)
        places = layout.place(graph, centre, boxes, style.order)
        metadata = {"Date": None, "Creator": None} if form == "svg" else {"Software": None}
        canvas.figure(graph, boxes, places, words, style).savefig(out, format=form, metadata=metadata)
    return out.getvalue()


@contextmanager
def _without_glyph_warnings() -> Iterator[None]:
    """A name in a script that the measuring font lacks is drawn by the reader's own fonts."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        yield


def _words(language: str) -> Words:
    if language not in LANGUAGES:
        raise InputError(language, "no pictures in this language", f"choose {' or '.join(LANGUAGES)}")
    return load_style().words[language]


def _centre(graph: nx.MultiDiGraph[str]) -> str:
    if graph.number_of_nodes() == 0:
        raise InputError("graph", "is empty", "draw the neighbourhood of something")
    return str(graph.graph.get("centre") or next(iter(graph)))


def _accessible(root: str) -> str:
    """The root element, as wide as its place allows, announced to screen readers by title and description."""
    bare = _SIZE.sub("", root)[:-1].rstrip()
    return f'{bare} role="img" aria-labelledby="title description" style="max-width: 100%; height: auto">'
