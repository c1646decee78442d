"""Where the cards stand: the centre in the middle, each ring of neighbours on an ellipse around it.

Everything is computed from sorted input without chance, so that one graph always gives one picture.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

import networkx as nx

from summitry.graph.drawing.cards import Card

Point = tuple[float, float]

_STRETCH = 1.6
"""Ellipses are so much wider than high, since cards are."""
_GAP = (20.0, 16.0)
_SPOKE = 74.0
"""Room for the words on a link, in points."""
_GROW = 1.04
_CROWD = 16
"""A ring with more cards than this stands in two staggered rows."""
_PASSES = 40
_MANY = 60
"""Rings with more cards are left in order of type: trying every place would take too long."""
_ASIDE = ("Event", "Place", "Article")


def place(
    graph: nx.MultiDiGraph[str], centre: str, cards: Mapping[str, Card], order: Sequence[str]
) -> dict[str, Point]:
    """The middle of each card in points, the centre at the origin."""
    rings, children = _rings(graph, centre, cards, order)
    angles = _angles(centre, children, rings)
    places = {centre: (0.0, 0.0)}
    radius = cards[centre].height / 2
    for ring in rings[1:]:
        radius = _ring(ring, angles, cards, places, radius + _SPOKE + _tallest(ring, cards) / 2)
    return places


def _rings(
    graph: nx.MultiDiGraph[str], centre: str, cards: Mapping[str, Card], order: Sequence[str]
) -> tuple[list[list[str]], dict[str, list[str]]]:
    """Nodes by distance from the centre, and the tree: each node hangs on its first neighbour of the ring within."""
    plain = graph.to_undirected(as_view=True)
    distance = nx.single_source_shortest_path_length(plain, centre)
    rings: list[list[str]] = [[] for _ in range(max(distance.values()) + 1)]
    children: defaultdict[str, list[str]] = defaultdict(list)
    for node in sorted(distance):
        rings[distance[node]].append(node)
    rank = {kind: place for place, kind in enumerate(order)}
    for inner, ring in enumerate(rings[1:]):
        for node in sorted(ring, key=lambda n: (rank.get(cards[n].kind, len(rank)), n)):
            parent = next(p for p in rings[inner] if plain.has_edge(p, node))
            children[parent].append(node)
    for parent in sorted(children):
        children[parent] = _untangled(children[parent], plain, cards)
    return rings, children


def _untangled(ring: list[str], graph: nx.MultiGraph[str], cards: Mapping[str, Card]) -> list[str]:
    """The ring with cards moved while that brings linked ones nearer; articles and places keep to their own side."""
    links = [(a, b) for a, b in combinations(ring, 2) if graph.has_edge(a, b)]
    if not links or len(ring) > _MANY:
        return ring
    movable = [node for node in ring if cards[node].kind not in _ASIDE]
    fixed = ring[len(movable) :] if ring[: len(movable)] == movable else [n for n in ring if n not in movable]
    best, cost = movable, _span([*movable, *fixed], links)
    for _ in range(_PASSES):
        before = cost
        for node in movable:
            for place in range(len(movable)):
                rest = [other for other in best if other != node]
                trial = [*rest[:place], node, *rest[place:]]
                span = _span([*trial, *fixed], links)
                if span < cost:
                    best, cost = trial, span
        if cost == before:
            break
    return [*best, *fixed]


def _span(ring: Sequence[str], links: Sequence[tuple[str, str]]) -> int:
    """How far linked cards are apart; squares, so that no link gets very long."""
    at = {node: index for index, node in enumerate(ring)}
    return sum((at[a] - at[b]) ** 2 for a, b in links)


def _angles(centre: str, children: Mapping[str, list[str]], rings: Sequence[Sequence[str]]) -> dict[str, float]:
    """Each branch gets a share of the circle for its leaves; clockwise, the last branch at the bottom."""
    leaves: dict[str, int] = {}
    for ring in reversed(rings):
        for node in ring:
            leaves[node] = max(1, sum(leaves[child] for child in children.get(node, ())))
    turn = 2 * math.pi / leaves[centre]
    angles: dict[str, float] = {}
    stack = [(centre, _first_angle([leaves[child] * turn for child in children.get(centre, ())]))]
    while stack:
        node, angle = stack.pop()
        for child in children.get(node, ()):
            share = leaves[child] * turn
            angles[child] = angle - share / 2
            stack.append((child, angle))
            angle -= share
    return angles


def _first_angle(shares: Sequence[float]) -> float:
    """Where to begin so that the last branch points down; up to two branches lie left and right instead."""
    if len(shares) <= 2:
        return math.pi + (shares[0] / 2 if shares else 0.0)
    return 1.5 * math.pi - shares[-1] / 2


def _ring(
    ring: Sequence[str], angles: Mapping[str, float], cards: Mapping[str, Card], places: dict[str, Point], radius: float
) -> float:
    """Put a ring around what stands already, as near as no two cards touch; returns its radius."""
    ordered = sorted(ring, key=lambda node: (angles[node], node))
    stagger = 1.32 if len(ordered) > _CROWD else 1.0
    while True:
        trial = {
            node: _on_ellipse(angles[node], radius * (stagger if index % 2 else 1.0))
            for index, node in enumerate(ordered)
        }
        if not _touching(trial, places, cards):
            places.update(trial)
            return radius * stagger
        radius *= _GROW


def _on_ellipse(angle: float, radius: float) -> Point:
    return radius * _STRETCH * math.cos(angle), radius * math.sin(angle)


def _touching(trial: Mapping[str, Point], places: Mapping[str, Point], cards: Mapping[str, Card]) -> bool:
    standing = {**places, **trial}
    pairs = [*combinations(trial, 2), *((a, b) for a in trial for b in places)]
    return any(_overlap(a, standing[a], b, standing[b], cards) for a, b in pairs)


def _overlap(one: str, at: Point, other: str, there: Point, cards: Mapping[str, Card]) -> bool:
    wide = (cards[one].width + cards[other].width) / 2 + _GAP[0]
    high = (cards[one].height + cards[other].height) / 2 + _GAP[1]
    return abs(at[0] - there[0]) < wide and abs(at[1] - there[1]) < high


def _tallest(ring: Sequence[str], cards: Mapping[str, Card]) -> float:
    return max((cards[node].height for node in ring), default=0.0)
