"""Gold of our own for the tests of evaluation, and the same as a prediction."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

from summitry.extract.evaluate import ALL, Evaluation, GoldArticle, evaluate
from summitry.extract.evaluate.report import figures

Item = dict[str, Any]


def party(name: str, country: str | None = None, role: str = "participant", **more: Any) -> Item:
    """A participant as gold has it; a person unless `type` says otherwise."""
    plain: Item = {"aliases": [], "type": "person", "role_alt": [], "unnamed": False, "optional": False}
    return {**plain, "name": name, "country": country, "role": role, **more}


def event(name: str, start: str | None, parties: list[Item], **more: Any) -> Item:
    """An event as gold has it: a meeting that was held, without a place, unless the fields say otherwise."""
    plain: Item = {
        "kind": "meeting", "kind_alt": [], "name_aliases": [], "end": None, "date_evidence": "", "place": [],
        "virtual": False, "status": "held", "status_alt": [], "main": True, "optional": False,
    }  # fmt: skip
    return {**plain, "name": name, "start": start, "participants": parties, **more}


def gold(*events: Item, lang: str = "fr", name: str = "a-1", **more: Any) -> GoldArticle:
    """A gold article that was not read from a file."""
    content = {"id": name, "lang": lang, "events": list(events), "offices": [], "memberships": [], **more}
    return GoldArticle(name, lang, None, "own:test", Path(f"{name}.json"), None, content)


def as_prediction(article: GoldArticle, optional: bool = True) -> Item:
    """What an extractor would have to print to be right in everything; without optional items on request."""
    content = copy.deepcopy(dict(article.content))
    for section in ("events", "offices", "memberships"):
        content[section] = [item for item in content[section] if optional or not item.get("optional")]
    for one in content["events"]:
        one["participants"] = [p for p in one["participants"] if optional or not p["optional"]]
        one["mode"] = "virtual" if one.pop("virtual") else None
        one["places"] = one.pop("place")
    return content


def scored(article: GoldArticle, prediction: Item) -> dict[str, Any]:
    """The figures of one article."""
    return dict(figures(evaluated(article, prediction).tallies[ALL]))


def evaluated(article: GoldArticle, prediction: Item) -> Evaluation:
    """The evaluation of one article."""
    return evaluate([article], {article.id: prediction})


def counts(figure: Any) -> tuple[int, int, int]:
    """True positives, false positives, false negatives."""
    return figure["tp"], figure["fp"], figure["fn"]
