"""A language's words and rules for dates: `lang/<code>/dates.yaml`, read and checked.

The file holds
    language     the code
    settings     next_weekday: nearest | next-week   what "next Friday" means when said on a Wednesday
    triggers     classes of words that start a search; the rest only counts near one of them
    openings     words with which a date can begin that holds no word of a trigger class ("le 24", "the 24th")
    case         class: capital                      the class only counts with a capital first letter
    words        class: {value: [surface, …]}        values are whole numbers or names of the engine
    ordinal      a regular expression for one token, its first group is the number ("4e", "24th")
    numeric      regular expressions with groups d, m, y for dates in digits
    clock        a regular expression for one token that is a time of day ("15h30")
    macros       name: pattern                       used as $name
    rules        [{id, pattern, op, set, flags, bound, place}]
    before       start | onward | end: patterns of what may stand before a time and make it one end of the event:
                 how long it has been so ("since"), when it begins ("starting on"), how long it lasts ("until")
    after        patterns of what may follow a day inside its span (times of day)
    datelines    regular expressions for the first line of a dispatch, with group date
    anniversaries, holidays   id: [name, …]          further names of entries of the reference tables
How patterns are written is told in `patterns.py`, what the operations need in `operations.py`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from summitry.claims import ReferenceDataError
from summitry.extract.yaml_file import read_yaml

LANG_DIR = Path(__file__).resolve().parent.parent / "lang"

_KEYS = {
    "language", "settings", "triggers", "case", "words", "ordinal", "numeric", "clock", "macros", "rules",
    "before", "after", "datelines", "anniversaries", "holidays", "openings",
}  # fmt: skip
_REQUIRED = {"language", "settings", "triggers", "words", "ordinal", "rules"}
_RULE_KEYS = {"id", "pattern", "op", "set", "flags", "bound", "place"}
_OPERATIONS = {"none", "date", "shift", "period", "season", "anniversary", "holiday", "vague"}

Value = int | str


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern and the operation that it means; `constants` are values that the pattern does not capture."""

    id: str
    pattern: str
    op: str
    constants: Mapping[str, Value] = field(default_factory=dict)
    flags: tuple[str, ...] = ()
    bound: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class DatesPack:
    """The checked content of a `dates.yaml`."""

    language: str
    next_weekday: str
    triggers: frozenset[str]
    openings: tuple[str, ...]
    """Words with which a date can begin that holds no word of a trigger class ("le 24")."""
    case: Mapping[str, str]
    words: Mapping[str, Mapping[str, Value]]
    """class → surface (lower case) → value"""
    ordinal: str
    numeric: tuple[str, ...]
    clock: str | None
    macros: Mapping[str, str]
    rules: tuple[Rule, ...]
    before: Mapping[str, tuple[str, ...]]
    """bound → patterns"""
    after: tuple[str, ...]
    datelines: tuple[str, ...]
    anniversaries: Mapping[str, tuple[str, ...]]
    holidays: Mapping[str, tuple[str, ...]]


def load_dates_pack(source: str | Path) -> DatesPack:
    """Read the pack of a language code ("fr") or of a file; ReferenceDataError when it breaks the schema."""
    path = source if isinstance(source, Path) else LANG_DIR / source / "dates.yaml"
    return parse_dates_pack(read_yaml(path), str(path))


def parse_dates_pack(content: Any, name: str) -> DatesPack:
    """Check the parsed file; `name` is what error messages call it."""
    _check_keys(content, name)
    words = {cls: _invert(cls, entries, name) for cls, entries in content["words"].items()}
    settings = content["settings"]
    _require(
        settings.get("next_weekday") in ("nearest", "next-week"),
        name,
        "settings.next_weekday is missing or unknown",
    )
    unknown = set(content["triggers"]) - set(words) - {"event", "holiday"}
    _require(not unknown, name, f"triggers name unknown classes {sorted(unknown)}")
    bounds = set(content.get("before") or {}) - {"start", "onward", "end"}
    _require(not bounds, name, f"before knows start, onward and end, not {sorted(bounds)}")
    return DatesPack(
        language=content["language"],
        next_weekday=settings["next_weekday"],
        triggers=frozenset(content["triggers"]),
        openings=tuple(str(words).lower() for words in content.get("openings") or ()),
        case=_case(content.get("case") or {}, name),
        words=words,
        ordinal=_regex(content["ordinal"], name),
        numeric=tuple(_regex(r, name) for r in content.get("numeric") or ()),
        clock=_regex(content["clock"], name) if content.get("clock") else None,
        macros=dict(content.get("macros") or {}),
        rules=_rules(content["rules"], name),
        before=_names(content.get("before") or {}),
        after=tuple(content.get("after") or ()),
        datelines=tuple(_regex(r, name) for r in content.get("datelines") or ()),
        anniversaries=_names(content.get("anniversaries") or {}),
        holidays=_names(content.get("holidays") or {}),
    )


def _check_keys(content: Any, name: str) -> None:
    _require(isinstance(content, dict), name, "the file is not a mapping")
    _require(not set(content) - _KEYS, name, f"unknown keys {sorted(set(content) - _KEYS)}")
    _require(not _REQUIRED - set(content), name, f"missing keys {sorted(_REQUIRED - set(content))}")


def _invert(cls: str, entries: Any, name: str) -> dict[str, Value]:
    """value → surfaces, turned to surface → value; a surface with two values is an error."""
    inverted: dict[str, Value] = {}
    for value, surfaces in entries.items():
        _require(
            isinstance(value, int | str) and isinstance(surfaces, list),
            name,
            f"words.{cls}.{value}: want a list",
        )
        for surface in surfaces:
            known = inverted.setdefault(str(surface).lower(), value)
            _require(known == value, name, f"words.{cls}: {surface!r} stands for {known!r} and {value!r}")
    return inverted


def _rules(entries: Any, name: str) -> tuple[Rule, ...]:
    rules = tuple(_rule(entry, name) for entry in entries)
    ids = [rule.id for rule in rules]
    twice = sorted({i for i in ids if ids.count(i) > 1})
    _require(not twice, name, f"rules share ids: {twice}")
    return rules


def _rule(entry: Any, name: str) -> Rule:
    label = f"rule {entry.get('id')!r}"
    _require({"id", "pattern", "op"} <= set(entry), name, f"{label}: id, pattern and op are needed")
    _require(not set(entry) - _RULE_KEYS, name, f"{label}: unknown keys {sorted(set(entry) - _RULE_KEYS)}")
    _require(entry["op"] in _OPERATIONS, name, f"{label}: unknown operation {entry['op']!r}")
    _require(entry.get("bound") in (None, "start", "end"), name, f"{label}: bound is start or end")
    _require(entry.get("place") in (None, "today", "published"), name, f"{label}: place is today or published")
    return Rule(
        str(entry["id"]), entry["pattern"], entry["op"], dict(entry.get("set") or {}),
        tuple(entry.get("flags") or ()), entry.get("bound"), entry.get("place"),
    )  # fmt: skip


def _case(entries: Mapping[str, str], name: str) -> dict[str, str]:
    wrong = {cls: rule for cls, rule in entries.items() if rule not in ("capital", "lower")}
    _require(not wrong, name, f"case must be capital or lower: {wrong}")
    return dict(entries)


def _names(entries: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(names) for key, names in entries.items()}


def _regex(pattern: str, name: str) -> str:
    try:
        re.compile(pattern)
    except re.error as error:
        raise ReferenceDataError(name, f"{pattern!r} is no regular expression: {error}") from error
    return pattern


def _require(condition: bool, name: str, cause: str) -> None:
    if not condition:
        raise ReferenceDataError(name, cause, "see the heading of summitry/extract/time/pack.py")
