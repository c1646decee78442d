"""Models that are wrong at a known rate: their answers are made from gold files, with mistakes by a fixed seed.

They stand for no real model. They show what merging does to readings of a known quality.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tests.extractors.llm_server import Answer, Body, article_in, said

Json = dict[str, Any]
People = list[tuple[str, str | None]]
_SENTENCE = re.compile(r"[^\n.!?]+[.!?»”\"]*")


@dataclass(frozen=True)
class Rates:
    """Shares of mistakes: people left out, people of the article put in, dates moved, second thoughts that fail."""

    dropped: float
    added: float
    moved: float
    doubts_right: float
    confirms_wrong: float


class Imperfect:
    """One model over a set of articles. `people` are names and countries by text: whom it may put in wrongly."""

    def __init__(
        self, rates: Rates, gold: Mapping[str, Path], people: Mapping[str, list[tuple[str, str | None]]]
    ) -> None:
        self._rates = rates
        self._wrong: dict[str, set[str]] = {text: set() for text in gold}
        self._answers = {text: self._answer(text, path, people[text]) for text, path in gold.items()}

    def __call__(self, body: Body) -> Answer:
        """The answer to a first or second question."""
        text = article_in(body)
        lines = re.findall(r"^(\d+)\. (.*)$", body["messages"][1]["content"].partition("<statements>")[2], re.MULTILINE)
        if not lines:
            return said(self._answers[text])
        return said({"verdicts": [{"number": int(n), "verdict": self._verdict(text, line)} for n, line in lines]})

    def _verdict(self, text: str, line: str) -> str:
        """Whether the model abides by a statement: gold has the person in the sentence of the passage."""
        who, _, rest = line.partition(" this event")
        passage = rest.rpartition("Passage: “")[2].rstrip("”")
        entries = [p for e in self._answers[text]["events"] for p in e["participants"]]
        said = [p for p in entries if p["words"] in who or p["name"].split()[-1] in who]
        there = any(passage in _line(p["quote"]) or _line(p["quote"]) in passage for p in said)
        right = there and not any(name in who for name in self._wrong[text])
        chance = random.Random(line).random()
        yes = chance > self._rates.doubts_right if right else chance < self._rates.confirms_wrong
        return "yes" if yes else "no"

    def _answer(self, text: str, path: Path, people: People) -> Json:
        gold = json.loads(path.read_text("utf-8"))
        chance = random.Random(path.stem)
        everybody = [name for e in gold["events"] for p in e["participants"] for name in (p["name"], *p["aliases"])]
        taken = {name.split()[-1] for name in everybody}
        outside = [one for one in people if one[0].split()[-1] not in taken]
        events = [self._event(text, event, chance, outside) for event in gold["events"]]
        return {"events": events, "offices": [], "memberships": []}

    def _event(self, text: str, gold: Json, chance: random.Random, people: People) -> Json:
        there = [p for p in self._participants(text, gold) if chance.random() >= self._rates.dropped]
        for name, country in people:
            if chance.random() < self._rates.added and (at := _place(text, [name])):
                self._wrong[text].add(name)
                there.append(_participant(text, at, {"name": name, "country": country, "type": "person"}))
        dates = list(self._dates(text, gold, chance))
        places = [{"words": at[1], "name": p["name"], "country": p["country"]}
                  for p in gold["place"] if (at := _place(text, [p["name"]]))]  # fmt: skip
        words = next((d["words"] for d in (*there, *dates, *places)), text.split(maxsplit=1)[0])
        return {
            "quote": _sentence(text, text.index(words)), "name": gold["name"], "kind": gold["kind"],
            "status": gold["status"], "mode": None, "main": bool(gold.get("main")),
            "dates": dates, "places": places, "participants": there, "announcedBy": [],
        }  # fmt: skip

    def _participants(self, text: str, gold: Json) -> Iterator[Json]:
        for one in gold["participants"]:
            if at := _place(text, [one["name"], *one["aliases"]]):
                yield _participant(text, at, one)

    def _dates(self, text: str, gold: Json, chance: random.Random) -> Iterator[Json]:
        pieces = [piece.strip() for piece in re.split(r"[;|/]", gold.get("date_evidence") or "")]
        words = next((piece for piece in pieces if piece and piece in text), None)
        if gold["start"] and words:
            start = gold["start"]
            if len(start) == 10 and chance.random() < self._rates.moved:
                start = (date.fromisoformat(start) + timedelta(days=chance.choice((-7, -1, 1, 7)))).isoformat()
            yield {"words": words, "start": start, "end": gold.get("end")}


def _participant(text: str, at: tuple[int, str], one: Json) -> Json:
    return {"words": at[1], "name": one["name"], "type": one["type"], "country": one["country"],
            "role": one.get("role", "participant"), "onBehalfOf": None, "quote": _sentence(text, at[0])}  # fmt: skip


def _place(text: str, names: list[str]) -> tuple[int, str] | None:
    """Where one of several names stands, in full or by its last word."""
    for name in (part for full in names for part in (full, full.split()[-1])):
        if found := re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            return found.start(), found.group()
    return None


def _sentence(text: str, at: int) -> str:
    return next((m.group().strip() for m in _SENTENCE.finditer(text) if m.start() <= at < m.end()), text[:80])


def _line(quote: str) -> str:
    return " ".join(quote.split())
