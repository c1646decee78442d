"""`make docs`: the pictures of the documentation, drawn from the sample articles and from what is written below."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import matplotlib as mpl

mpl.use("Agg")
from matplotlib import pyplot as plt
from matplotlib.axes import Axes
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
PROGRAM = str(Path(sys.executable).with_name("summitry"))
INK, PAPER = "#22303c", "#ffffff"


@dataclass(frozen=True)
class Box:
    """A box of the diagram: lower left corner, size, title, lines and colour."""

    x: float
    y: float
    width: float
    height: float
    title: str
    lines: tuple[str, ...]
    colour: str


BOXES = {
    "article": Box(
        *(0.1, 1.95, 3.9, 1.9),
        "Article",
        ("“… Emmanuel Macron hosted a", "summit of the coalition of", "the willing on Thursday …”"),
        "#eef3f8",
    ),
    "claims": Box(
        *(5.0, 1.2, 4.5, 3.4),
        "Claims: the truth",
        (
            "event  hasHost  Emmanuel Macron",
            "event  hasParticipant  coalition",
            "event  start  2025-03-27",
            "each with the words that say it,",
            "rule, confidence, modality,",
            "polarity, validity, recordedAt",
        ),
        "#fdf4e3",
    ),
    "graph": Box(
        *(10.6, 3.1, 4.6, 2.0),
        "Property graph (Cypher)",
        ("(:Person)-[:PARTICIPATES_IN", "  {role: 'host'}]->(:Summit)", "(:Claim)-[:STATED_IN]->(:Article)"),
        "#eaf6ee",
    ),
    "rdf": Box(
        *(10.6, 0.5, 4.6, 2.0),
        "RDF (SPARQL)",
        ("default graph: the facts", "one named graph an article:", "its claims and their words"),
        "#f3edf8",
    ),
}
ARROWS = (("article", "claims", "extract"), ("claims", "graph", "project"), ("claims", "rdf", "project"))


def data_model(path: Path) -> None:
    """Draw how an article becomes claims, and claims become two views."""
    mpl.rcParams.update({"svg.hashsalt": "summitry", "font.family": "DejaVu Sans"})
    figure, axes = plt.subplots(figsize=(13, 4.8))
    axes.set_xlim(0, 15.4)
    axes.set_ylim(0, 5.6)
    axes.axis("off")
    for box in BOXES.values():
        _draw_box(axes, box)
    for start, end, label in ARROWS:
        _draw_arrow(axes, BOXES[start], BOXES[end], label)
    figure.savefig(path, format="svg", bbox_inches="tight", facecolor=PAPER, metadata={"Date": None})
    plt.close(figure)


def videoconference(path: Path) -> None:
    """Draw the picture of the README with the program itself."""
    with tempfile.TemporaryDirectory() as folder:
        for arguments in (
            ["load", str(ROOT / "samples")],
            ["graph", "coalition of the willing videoconference", "--out", str(path)],
        ):
            subprocess.run([PROGRAM, *arguments, "--data", folder], check=True)


def _draw_box(axes: Axes, box: Box) -> None:
    style = "round,pad=0.02,rounding_size=0.12"
    axes.add_patch(
        FancyBboxPatch(
            (box.x, box.y), box.width, box.height, boxstyle=style, facecolor=box.colour, edgecolor=INK, linewidth=1.2
        )
    )
    axes.text(
        box.x + box.width / 2, box.y + box.height - 0.3, box.title,
        ha="center", va="center", fontsize=12.5, fontweight="bold", color=INK,
    )  # fmt: skip
    for number, line in enumerate(box.lines):
        axes.text(
            box.x + 0.16, box.y + box.height - 0.8 - number * 0.4, line,
            ha="left", va="center", fontsize=9.5, color=INK, family="DejaVu Sans Mono",
        )  # fmt: skip


def _draw_arrow(axes: Axes, start: Box, end: Box, label: str) -> None:
    tail = (start.x + start.width + 0.05, start.y + start.height / 2)
    head = (end.x - 0.05, end.y + end.height / 2)
    axes.add_patch(FancyArrowPatch(tail, head, arrowstyle="-|>", mutation_scale=18, color=INK, linewidth=1.4))
    middle = ((tail[0] + head[0]) / 2, (tail[1] + head[1]) / 2 + 0.22)
    axes.text(*middle, label, ha="center", fontsize=10.5, color=INK, style="italic")


def main() -> None:
    """Draw every picture."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    data_model(IMAGES / "data-model.svg")
    videoconference(IMAGES / "videoconference.svg")


if __name__ == "__main__":
    main()
