"""Ways of the lines: around the cards that they do not touch, and where their words fit."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from summitry.graph.drawing.cards import Card
from summitry.graph.drawing.layout import Point

_BENDS = (0.0, 0.12, -0.12, 0.22, -0.22, 0.34, -0.34, 0.5, -0.5, 0.7, -0.7)
"""Tried in this order; positive ones bow towards the centre."""
_APART = 0.3
"""How much more each further line between the same two cards bows, so that its words keep off the first."""
_SAMPLES = 32
_ALONG = (0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8)
_AIR = 5.0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle that a line or a word should keep off: middle, half width, half height."""

    at: Point
    wide: float
    high: float

    def holds(self, point: Point, air: float = 0.0) -> bool:
        """True when the point is inside or nearer than `air`."""
        return abs(point[0] - self.at[0]) < self.wide + air and abs(point[1] - self.at[1]) < self.high + air

    def touches(self, other: Box) -> bool:
        """True when the two overlap."""
        return self.holds(other.at, 0.0) or (
            abs(self.at[0] - other.at[0]) < self.wide + other.wide
            and abs(self.at[1] - other.at[1]) < self.high + other.high
        )


@dataclass(frozen=True, slots=True)
class Route:
    """A quadratic Bézier curve from border to border of two cards."""

    start: Point
    control: Point
    end: Point

    def point(self, t: float) -> Point:
        """The point at `t` from 0 to 1."""
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
        return (
            a * self.start[0] + b * self.control[0] + c * self.end[0],
            a * self.start[1] + b * self.control[1] + c * self.end[1],
        )


@dataclass
class Router:
    """Finds ways between cards, and remembers where words stand already."""

    cards: Mapping[str, Card]
    places: Mapping[str, Point]
    words: list[Box] = field(default_factory=list)
    taken: dict[tuple[str, str], int] = field(default_factory=dict)

    def route(self, start: str, end: str) -> Route:
        """The straightest way that crosses no other card; a second line between two cards takes another way."""
        pair = (min(start, end), max(start, end))
        used = self.taken.get(pair, 0)
        self.taken[pair] = used + 1
        others = [self.box(node) for node in self.places if node not in (start, end)]
        bends = [bend for bend in self._bends(start, end) if abs(bend) >= used * _APART]
        ways = [self._bowed(start, end, bend) for bend in bends or self._bends(start, end)]
        return min(ways, key=lambda way: _crossed(way, others))

    def room(self, route: Route, wide: float, high: float) -> Point:
        """A place on the way where words of that size touch no card and no other words, else the middle."""
        cards = [self.box(node) for node in self.places]
        for t in _ALONG:
            box = Box(route.point(t), wide / 2 + 1, high / 2 + 1)
            if not any(box.touches(other) for other in (*cards, *self.words)):
                self.words.append(box)
                return box.at
        return route.point(0.5)

    def box(self, node: str) -> Box:
        """The rectangle of a card."""
        card = self.cards[node]
        return Box(self.places[node], card.width / 2, card.height / 2)

    def _bends(self, start: str, end: str) -> Sequence[float]:
        (ax, ay), (bx, by) = self.places[start], self.places[end]
        side = 1.0 if ax * by - ay * bx > 0 else -1.0
        return [side * bend for bend in _BENDS]

    def _bowed(self, start: str, end: str, bend: float) -> Route:
        (ax, ay), (bx, by) = self.places[start], self.places[end]
        control = (ax + bx) / 2 - bend * (by - ay), (ay + by) / 2 + bend * (bx - ax)
        return Route(_border(self.box(start), control), control, _border(self.box(end), control))


def _crossed(route: Route, boxes: Iterable[Box]) -> int:
    points = [route.point(i / _SAMPLES) for i in range(_SAMPLES + 1)]
    return sum(any(box.holds(point, _AIR) for point in points) for box in boxes)


def _border(box: Box, towards: Point) -> Point:
    """Where a line from the middle of a box leaves it."""
    dx, dy = towards[0] - box.at[0], towards[1] - box.at[1]
    if dx == dy == 0:
        return box.at
    scale = min(box.wide / abs(dx) if dx else math.inf, box.high / abs(dy) if dy else math.inf)
    return box.at[0] + dx * scale, box.at[1] + dy * scale
