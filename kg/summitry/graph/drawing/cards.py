"""Nodes as cards: wrapped lines of text and the size of the box around them, in points."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

import networkx as nx
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextToPath

from summitry.graph.drawing import wording
from summitry.graph.drawing.style import Colours, Style, Words

FONT = "DejaVu Sans"
LEADING = 1.28
PADDING = (11.0, 8.0)
_DATE_SPACE = re.compile(r" (?=·)|(?<=\d) (?=\D)|(?<=[^\W\d]) (?=\d{4})")
"""Spaces that a line does not break at: before a dot, and inside a date."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text; `size` in points."""

    text: str
    size: float
    bold: bool = False
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """A node as it is drawn; `width` and `height` in points."""

    iri: str
    kind: str
    lines: tuple[TextLine, ...]
    colours: Colours
    width: float
    height: float
    url: str | None = None


def cards(graph: nx.MultiDiGraph[str], centre: str, style: Style, words: Words) -> dict[str, Card]:
    """A card for each node; the centre is set larger."""
    return {iri: _card(iri, data, iri == centre, style, words) for iri, data in graph.nodes(data=True)}


def text_width(line: TextLine) -> float:
    """The width of a line in points."""
    font = FontProperties(family=FONT, size=line.size, weight="bold" if line.bold else "normal")
    width, _, _ = TextToPath().get_text_width_height_descent(line.text, font, ismath=False)
    return float(width)


def _card(iri: str, data: wording.Data, central: bool, style: Style, words: Words) -> Card:
    kind = str(data.get("type", "Thing"))
    lines = tuple(_lines(iri, data, central, words))
    width = max(text_width(line) for line in lines) + 2 * PADDING[0]
    height = sum(line.size * LEADING for line in lines) + 2 * PADDING[1]
    url = str(data.get("url", ""))
    safe = url if url.startswith(("https://", "http://")) else None
    return Card(iri, kind, lines, style.colours(kind), width, height, safe)


def _lines(iri: str, data: wording.Data, central: bool, words: Words) -> Iterator[TextLine]:
    size, columns = (15.0, 28) if central else (10.5, 24)
    if data.get("type") == "Article":
        size, columns = 9.0, 30
    bold = data.get("type") in ("Event", "Person") or central
    for text in _wrapped(wording.name(iri, data, words), columns, 4 if central else 3) or [iri]:
        yield TextLine(text, size, bold)
    for text in _wrapped(_DATE_SPACE.sub("\u00a0", wording.details(data, words)), columns + 8, 2):
        yield TextLine(text, 10.0 if central else 8.5, faint=True)


def _wrapped(text: str, columns: int, lines: int) -> list[str]:
    """The text in as few lines as the columns allow, all about as long; quotation marks stay with their words."""
    bound = text.replace("« ", "«\u00a0").replace(" »", "\u00a0»")
    fewest = textwrap.wrap(bound, columns, max_lines=lines, placeholder=" …")
    for narrower in range(columns - 1, columns // 3, -1):
        trial = textwrap.wrap(bound, narrower, max_lines=lines, placeholder=" …")
        if len(trial) > len(fewest) or " ".join(trial) != " ".join(fewest):
            break
        fewest = trial
    return fewest
