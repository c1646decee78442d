"""Finding and reading gold files, their texts and ready predictions; what breaks the shape is one clear error."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from summitry.claims import EventKind, EventStatus, InputError, Role

_SECTIONS = ("events", "offices", "memberships")
_TYPES = {"person", "state", "organisation", "coalition", "group"}
_EVENT = {"kind": EventKind, "status": EventStatus}
_NEEDED = {"offices": ("person", "office", "of"), "memberships": ("member", "of")}


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """A gold file. `source` says where the text comes from; `text` is its file, None when there is none."""

    id: str
    lang: str
    published: date | None
    source: str
    path: Path
    text: Path | None
    content: Mapping[str, Any]


def load_gold(folder: Path, languages: Iterable[str] = ()) -> list[GoldArticle]:
    """The gold files under a folder, ordered by id; of some languages alone when any are named.

    A text stands beside its gold file, or in `texts/` where the gold file is in `gold/`. Raises InputError for a
    missing or empty folder, a file that breaks the shape, and an id that two files share.
    """
    if not folder.is_dir():
        raise InputError(str(folder), "no such folder", "name a folder with gold files")
    wanted = frozenset(languages)
    found = [article for article in _read_all(folder) if not wanted or article.lang in wanted]
    if not found:
        raise InputError(str(folder), "holds no gold file" + (f" in {', '.join(sorted(wanted))}" if wanted else ""))
    return sorted(found, key=lambda article: article.id)


def _read_all(folder: Path) -> Iterator[GoldArticle]:
    seen: dict[str, Path] = {}
    for path in sorted(folder.rglob("*.json")):
        article = read_gold(path)
        if article.id in seen:
            raise InputError(str(path), f"has the id of {seen[article.id]}", "give each article an id of its own")
        seen[article.id] = path
        yield article


def read_gold(path: Path) -> GoldArticle:
    """One gold file; raises InputError when it is not JSON or breaks the shape."""
    item = read_json(path)
    _check(item, path)
    published = item.get("published")
    return GoldArticle(
        id=item["id"],
        lang=item["lang"],
        published=date.fromisoformat(published) if published else None,
        source=str(item.get("text_source") or ""),
        path=path,
        text=_text_of(path),
        content=item,
    )


def read_prediction(path: Path) -> dict[str, Any]:
    """One prediction in the shape of the extraction contract, whose sections may be left out.

    Raises InputError when it is not JSON or a section is no list of objects.
    """
    item = read_json(path)
    for key in _SECTIONS:
        if not _rows(item.get(key) or []):
            raise InputError(str(path), f"{key} is no list of objects")
    for event in item.get("events") or ():
        for key in ("participants", "places"):
            if not _rows(event.get(key) or []):
                raise InputError(str(path), f"{key} of an event is no list of objects")
    return item


def read_json(path: Path) -> dict[str, Any]:
    """A JSON object from a file; raises InputError for anything else."""
    try:
        item = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(str(path), f"cannot be read as JSON: {error}") from error
    if not isinstance(item, dict):
        raise InputError(str(path), "is no JSON object", "write one object a file")
    return item


def _text_of(path: Path) -> Path | None:
    name = f"{path.stem}.txt"
    candidates = (path.with_name(name), path.parent.parent / "texts" / name)
    return next((candidate for candidate in candidates if candidate.is_file()), None)


def _check(item: Mapping[str, Any], path: Path) -> None:
    for problem in _problems(item):
        raise InputError(str(path), f"is no gold file: {problem}", "see tests/articles/README.md")


def _problems(item: Mapping[str, Any]) -> Iterator[str]:
    """What breaks the shape, as far as counting depends on it."""
    yield from (f"{key} is no text" for key in ("id", "lang") if not isinstance(item.get(key), str))
    if item.get("published") is not None and not _is_day(item["published"]):
        yield f"published {item['published']!r} is no day"
    for key in _SECTIONS:
        if not _rows(item.get(key)):
            yield f"{key} is no list of objects"
            return
    for event in item["events"]:
        yield from _event_problems(event)
    for section, needed in _NEEDED.items():
        yield from (f"{section}: {key} is missing" for row in item[section] for key in needed if not row.get(key))


def _event_problems(event: Mapping[str, Any]) -> Iterator[str]:
    for key, values in _EVENT.items():
        if event.get(key) not in {value.value for value in values}:
            yield f"{key} {event.get(key)!r} of an event is unknown"
    for party in event.get("participants") or ():
        if not party.get("name") or party.get("type") not in _TYPES:
            yield f"participant {party.get('name')!r} has no name or no known type"
        if party.get("role") not in {role.value for role in Role}:
            yield f"role {party.get('role')!r} of {party.get('name')!r} is unknown"


def _rows(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(row, dict) for row in value)


def _is_day(value: object) -> bool:
    try:
        date.fromisoformat(str(value))
    except ValueError:
        return False
    return True
