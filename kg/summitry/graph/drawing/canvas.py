"""The picture itself, with matplotlib. One point of the layout is one point on paper."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import networkx as nx
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch

from summitry.graph.drawing import wording
from summitry.graph.drawing.cards import FONT, LEADING, Card, TextLine, text_width
from summitry.graph.drawing.layout import Point
from summitry.graph.drawing.style import Line, Style, Words

INK = "#111827"
FAINT = "#4b5563"
MARGIN = 26.0
LEGEND = 54.0
LABEL = 8.5


@dataclass(frozen=True)
class Stroke:
    """All links between two nodes that are drawn as one line, with their words."""

    start: str
    end: str
    line: Line
    words: tuple[str, ...]


def figure(graph: nx.MultiDiGraph[str], cards: Mapping[str, Card], places: Mapping[str, Point], words: Words, style: Style) -> Figure:
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
    for stroke in strokes(graph, words, style):
        _draw_stroke(axes, stroke, cards, places)
    for node, at in places.items():
        _draw_card(axes, cards[node], at)
    _draw_legend(axes, legend, (left + right) / 2, low + MARGIN * 0.8)
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
    return sorted(merged, key=lambda stroke: (stroke.line.width, stroke.start, stroke.end, stroke.line.name))


def _draw_stroke(axes: Axes, stroke: Stroke, cards: Mapping[str, Card], places: Mapping[str, Point]) -> None:
    bend = _bend(stroke, places)
    start, end = places[stroke.start], places[stroke.end]
    control = _control(start, end, bend)
    tips = _border(cards[stroke.start], start, control), _border(cards[stroke.end], end, control)
    arrow = FancyArrowPatch(
        tips[0], tips[1], connectionstyle=f"arc3,rad={_rad(tips, control):.4f}", arrowstyle="-|>",
        mutation_scale=9, linewidth=stroke.line.width, edgecolor=stroke.line.colour, facecolor=stroke.line.colour,
        linestyle=(0, stroke.line.dash) if stroke.line.dash else "-", shrinkA=0, shrinkB=1, zorder=1,
    )  # fmt: skip
    axes.add_patch(arrow)
    if stroke.words:
        middle = _quadratic(tips[0], control, tips[1], 0.5)
        axes.text(
            *middle, "\n".join(stroke.words), fontsize=LABEL, family=FONT, color=_darker(stroke.line), ha="center", va="center",
            zorder=2, parse_math=False, linespacing=1.1,
            bbox={"boxstyle": "round,pad=0.22", "facecolor": "white", "edgecolor": "none", "alpha": 0.92},
        )  # fmt: skip


def _darker(line: Line) -> str:
    return FAINT if line.name == "other" else line.colour


def _bend(stroke: Stroke, places: Mapping[str, Point]) -> float:
    """Spokes are straight; a link between two cards of the rim bows around the centre."""
    (ax, ay), (bx, by) = places[stroke.start], places[stroke.end]
    if (ax, ay) == (0.0, 0.0) or (bx, by) == (0.0, 0.0):
        return 0.0
    side = 1.0 if ax * by - ay * bx > 0 else -1.0
    return side * 0.12


def _control(start: Point, end: Point, bend: float) -> Point:
    """The control point of matplotlib's arc3."""
    (ax, ay), (bx, by) = start, end
    return (ax + bx) / 2 + bend * (by - ay), (ay + by) / 2 - bend * (bx - ax)


def _rad(tips: tuple[Point, Point], control: Point) -> float:
    """The bend that takes a line between the tips through the same control point, as nearly as arc3 can."""
    (ax, ay), (bx, by) = tips
    length = (bx - ax) ** 2 + (by - ay) ** 2
    if length == 0:
        return 0.0
    mx, my = (ax + bx) / 2, (ay + by) / 2
    return ((control[0] - mx) * (by - ay) - (control[1] - my) * (bx - ax)) / length


def _border(card: Card, at: Point, towards: Point) -> Point:
    """Where a line from the middle of a card leaves it."""
    dx, dy = towards[0] - at[0], towards[1] - at[1]
    if dx == dy == 0:
        return at
    scale = min(
        (card.width / 2) / abs(dx) if dx else math.inf,
        (card.height / 2) / abs(dy) if dy else math.inf,
    )
    return at[0] + dx * scale, at[1] + dy * scale


def _quadratic(a: Point, b: Point, c: Point, t: float) -> Point:
    x, y = ((1 - t) ** 2 * a[i] + 2 * t * (1 - t) * b[i] + t**2 * c[i] for i in (0, 1))
    return x, y


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


def _draw_legend(axes: Axes, legend: list[tuple[str, str, str]], middle: float, low: float) -> None:
    x = middle - _legend_width(legend) / 2
    for entry in legend:
        for patch in _sample(entry, x, low):
            axes.add_patch(patch)
        shift = 32.0 if entry[0] == "line" else 20.0
        axes.text(x + shift, low, entry[2], fontsize=LABEL, family=FONT, color=INK, va="center", parse_math=False)
        x += _entry_width(entry)


def _sample(entry: tuple[str, str, str], x: float, y: float) -> Iterator[FancyBboxPatch | FancyArrowPatch]:
    from summitry.graph.drawing.style import load_style

    style = load_style()
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
        facecolor=line.colour, linestyle=(0, line.dash) if line.dash else "-", shrinkA=0, shrinkB=0,
    )  # fmt: skip
