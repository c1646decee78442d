"""The picture itself, with matplotlib. One point of the layout is one point on paper."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import networkx as nx
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch
from matplotlib.path import Path

from summitry.graph.drawing import wording
from summitry.graph.drawing.cards import FONT, LEADING, Card, TextLine, text_width
from summitry.graph.drawing.layout import Point
from summitry.graph.drawing.routes import Router
from summitry.graph.drawing.style import Line, Style, Words

INK = "#111827"
FAINT = "#4b5563"
MARGIN = 26.0
LEGEND = 40.0
LABEL = 8.5


@dataclass(frozen=True)
class Stroke:
    """All links between two nodes that are drawn as one line, with their words."""

    start: str
    end: str
    line: Line
    words: tuple[str, ...]


def figure(
    graph: nx.MultiDiGraph[str], cards: Mapping[str, Card], places: Mapping[str, Point], words: Words, style: Style
) -> Figure:
    """Cards, lines and legend on one page."""
    left, right = (f(p[0] + s * cards[n].width / 2 for n, p in places.items()) for f, s in ((min, -1), (max, 1)))
    low, high = (f(p[1] + s * cards[n].height / 2 for n, p in places.items()) for f, s in ((min, -1), (max, 1)))
    legend = _legend(graph, style, words)
    short = max(0.0, _legend_width(legend) - (right - left)) / 2
    left, right = left - MARGIN - short, right + MARGIN + short
    low, high = low - MARGIN - LEGEND, high + MARGIN
    page = Figure(figsize=((right - left) / 72, (high - low) / 72), dpi=144, facecolor="white")
    axes = page.add_axes((0, 0, 1, 1))
    axes.set_xlim(left, right)
    axes.set_ylim(low, high)
    axes.axis("off")
    router = Router(cards, places)
    for stroke in strokes(graph, words, style):
        _draw_stroke(axes, stroke, router)
    for node, at in places.items():
        _draw_card(axes, cards[node], at)
    _draw_legend(axes, legend, style, (left + right) / 2, low + MARGIN * 0.8)
    return page


def strokes(graph: nx.MultiDiGraph[str], words: Words, style: Style) -> list[Stroke]:
    """The lines to draw, faint ones first."""
    found: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
    lines = {line.name: line for line in style.lines}
    for start, end, data in graph.edges(data=True):
        line = style.line(data["relation"], data["inferred"])
        label = "" if data["relation"] == "REPORTS" else wording.link(data, words)
        if label not in found[start, end, line.name]:
            found[start, end, line.name].append(label)
    merged = [Stroke(s, e, lines[name], tuple(filter(None, labels))) for (s, e, name), labels in found.items()]
    return sorted(merged, key=lambda stroke: (-stroke.line.width, stroke.start, stroke.end, stroke.line.name))


def _draw_stroke(axes: Axes, stroke: Stroke, router: Router) -> None:
    route = router.route(stroke.start, stroke.end)
    path = Path([route.start, route.control, route.end], [Path.MOVETO, Path.CURVE3, Path.CURVE3])
    arrow = FancyArrowPatch(
        path=path, arrowstyle="-|>", mutation_scale=9, linewidth=stroke.line.width, edgecolor=stroke.line.colour,
        facecolor=stroke.line.colour, linestyle=_dashes(stroke.line), zorder=1,
    )  # fmt: skip
    axes.add_patch(arrow)
    if stroke.words:
        lines = [TextLine(text, LABEL) for text in stroke.words]
        size = max(text_width(line) for line in lines) + 4, len(lines) * LABEL * 1.25 + 3
        axes.text(
            *router.room(route, *size), "\n".join(stroke.words), fontsize=LABEL, family=FONT, color=_ink(stroke.line),
            ha="center", va="center", zorder=2, parse_math=False, linespacing=1.1,
            bbox={"boxstyle": "round,pad=0.2", "facecolor": "white", "edgecolor": "none"},
        )  # fmt: skip


def _ink(line: Line) -> str:
    """The colour of the words on a line; faint lines have words that can be read all the same."""
    return FAINT if line.name == "other" else line.colour


def _dashes(line: Line) -> str | tuple[float, tuple[float, ...]]:
    return (0, line.dash) if line.dash else "-"


def _draw_card(axes: Axes, card: Card, at: Point) -> None:
    box = FancyBboxPatch(
        (at[0] - card.width / 2, at[1] - card.height / 2), card.width, card.height,
        boxstyle="round,pad=0,rounding_size=7", facecolor=card.colours.fill, edgecolor=card.colours.line,
        linewidth=1.3, zorder=3,
    )  # fmt: skip
    if card.url is not None:
        box.set_url(card.url)
    axes.add_patch(box)
    top = at[1] + sum(line.size * LEADING for line in card.lines) / 2
    for line in card.lines:
        top -= line.size * LEADING / 2
        _write(axes, line, (at[0], top))
        top -= line.size * LEADING / 2


def _write(axes: Axes, line: TextLine, at: Point) -> None:
    axes.text(
        *at, line.text, fontsize=line.size, family=FONT, weight="bold" if line.bold else "normal",
        color=FAINT if line.faint else INK, ha="center", va="center_baseline", zorder=4, parse_math=False,
    )  # fmt: skip


def _legend(graph: nx.MultiDiGraph[str], style: Style, words: Words) -> list[tuple[str, str, str]]:
    """What the picture uses: (sort, key, word)."""
    types = {str(data.get("type")) for _, data in graph.nodes(data=True)}
    lines = {style.line(data["relation"], data["inferred"]).name for _, _, data in graph.edges(data=True)}
    return [
        *(("type", kind, words.word("types", kind)) for kind in style.types if kind in types),
        *(("line", line.name, words.word("lines", line.name)) for line in style.lines if line.name in lines),
    ]


def _legend_width(legend: list[tuple[str, str, str]]) -> float:
    return sum(_entry_width(entry) for entry in legend)


def _entry_width(entry: tuple[str, str, str]) -> float:
    return (32.0 if entry[0] == "line" else 20.0) + text_width(TextLine(entry[2], LABEL)) + 18.0


def _draw_legend(axes: Axes, legend: list[tuple[str, str, str]], style: Style, middle: float, low: float) -> None:
    x = middle - _legend_width(legend) / 2
    for entry in legend:
        for patch in _sample(entry, style, x, low):
            axes.add_patch(patch)
        shift = 32.0 if entry[0] == "line" else 20.0
        axes.text(x + shift, low, entry[2], fontsize=LABEL, family=FONT, color=INK, va="center", parse_math=False)
        x += _entry_width(entry)


def _sample(
    entry: tuple[str, str, str], style: Style, x: float, y: float
) -> Iterator[FancyBboxPatch | FancyArrowPatch]:
    if entry[0] == "type":
        colours = style.colours(entry[1])
        yield FancyBboxPatch(
            (x, y - 5), 14, 10, boxstyle="round,pad=0,rounding_size=3", facecolor=colours.fill,
            edgecolor=colours.line, linewidth=1.1,
        )  # fmt: skip
        return
    line = next(line for line in style.lines if line.name == entry[1])
    yield FancyArrowPatch(
        (x, y), (x + 26, y), arrowstyle="-|>", mutation_scale=8, linewidth=line.width, edgecolor=line.colour,
        facecolor=line.colour, linestyle=_dashes(line), shrinkA=0, shrinkB=0,
    )  # fmt: skip
