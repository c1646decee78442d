"""Check the gold files of the development corpus against their texts.

    python tests/articles/check_gold.py [DIR ...]

DIR is a folder of ``<id>.txt`` + ``<id>.json`` pairs, or a folder above such folders; default: the folder of
this file. Prints one line per finding, ``path: message``, then a count. Exit code 0 without errors, 1 with
errors, 2 when no gold file was found. Warnings (``warning:``) do not change the exit code.

What is checked: every key and value of the gold format, dates, verbatim date evidence, that names and
places are in the text in one of their forms, that labels do not contradict each other. Whether a reading
is right is for the annotator.
"""

import json
import re
import sys
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

Item = dict[str, Any]


def words(text: str) -> frozenset[str]:
    """The words of ``text`` as a set."""
    return frozenset(text.split())


KINDS = words("summit meeting visit call videoconference negotiation conference signing other")
STATUSES = words("planned ongoing held postponed cancelled proposed declined")
TYPES = words("person state organisation coalition group")
ROLES = words("host chair participant mediator invitee absent organiser")
MEMBER_ROLES = words("member chair lead observer partner associate suspended candidate")

ARTICLE_KEYS = words("id lang published published_source events offices memberships notes")
EVENT_KEYS = words(
    "kind kind_alt name name_aliases start end date_evidence place virtual status status_alt participants main optional"
)
PARTICIPANT_KEYS = words("name aliases type country role role_alt unnamed optional")
GAP = re.compile(r"\s*(?:\[…\]|\[\.\.\.\])\s*")  # joins two verbatim pieces of date evidence
ISO3 = re.compile(r"[A-Z]{3}")
EDTF = re.compile(r"\d{4}(-\d\d(-\d\d)?)?[?~]?")


def fold(text: str) -> str:
    """``text`` without case, accents, kinds of apostrophe, dash and space, for lookups that forgive these."""
    flat = unicodedata.normalize("NFKD", text).casefold().replace("\u2019", "'").replace("\u2018", "'")
    flat = "".join(c for c in flat if not unicodedata.combining(c))
    return re.sub(r"[\s\u2010-\u2015-]+", " ", flat).strip()


def spaces(text: str) -> str:
    """``text`` in NFC with every run of white space as one blank."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


def bad_date(value: object) -> bool:
    """True unless ``value`` is null or an EDTF day, month or year that exists."""
    if value is None:
        return False
    if not isinstance(value, str) or not EDTF.fullmatch(value):
        return True
    plain = value.rstrip("?~")
    try:
        date.fromisoformat((plain + "-01-01")[:10])
    except ValueError:
        return True
    return False


def keys(item: Item, wanted: frozenset[str], what: str) -> Iterator[str]:
    """A message for every key of ``wanted`` that ``item`` has not."""
    for key in sorted(wanted - item.keys()):
        yield f"{what}: key {key!r} is missing"


def labels(item: Item, key: str, allowed: frozenset[str], what: str) -> Iterator[str]:
    """Messages about ``item[key]`` and its alternatives ``item[key + '_alt']``."""
    if item.get(key) not in allowed:
        yield f"{what}: {key} {item.get(key)!r} is not a known value"
    other = item.get(f"{key}_alt") or []
    for value in other:
        if value not in allowed:
            yield f"{what}: {key}_alt {value!r} is not a known value"
    if item.get(key) in other or len(set(other)) != len(other):
        yield f"{what}: {key}_alt repeats a value"


def in_text(forms: list[str], folded: str) -> bool:
    """True when one of ``forms``, or the last word of one (a family name), stands in the folded text."""
    for form in filter(None, map(fold, forms)):
        if re.search(rf"(?<!\w){re.escape(form)}(?!\w)", folded):
            return True
        last = form.split()[-1]
        if len(last) > 3 and re.search(rf"(?<!\w){re.escape(last)}(?!\w)", folded):
            return True
    return False


def check_participant(item: Item, folded: str, where: str) -> Iterator[str]:
    """Messages about one participant of an event."""
    what = f"{where}, participant {item.get('name')!r}"
    yield from keys(item, PARTICIPANT_KEYS, what)
    yield from labels(item, "role", ROLES, what)
    country = item.get("country")
    if item.get("type") not in TYPES:
        yield f"{what}: type {item.get('type')!r} is not a known value"
    if country is not None and not ISO3.fullmatch(str(country)):
        yield f"{what}: country {country!r} is not an ISO 3166-1 alpha-3 code"
    if item.get("type") == "state" and country is None:
        yield f"{what}: a state needs its country"
    if not item.get("optional") and not in_text([item["name"], *item["aliases"]], folded):
        yield f"{what}: no form of the name is in the text"


def check_dates(event: Item, text: str, where: str) -> Iterator[str]:
    """Messages about start, end and the words that give them."""
    start, end, evidence = event.get("start"), event.get("end"), event.get("date_evidence")
    for key in ("start", "end"):
        if bad_date(event.get(key)):
            yield f"{where}: {key} {event.get(key)!r} is not an EDTF date"
    if start and end and str(end)[: len(str(start))] < str(start)[: len(str(end))]:
        yield f"{where}: end {end} is before start {start}"
    if start and not evidence:
        yield f"{where}: start without date_evidence"
    for piece in GAP.split(evidence or ""):
        if piece and spaces(piece) not in spaces(text):
            yield f"{where}: date_evidence {piece!r} is not verbatim in the text"


def check_places(event: Item, folded: str, where: str) -> Iterator[str]:
    """Messages about the places of an event."""
    for place in event.get("place") or []:
        if not ISO3.fullmatch(str(place.get("country"))) and place.get("country") is not None:
            yield f"{where}: country {place.get('country')!r} of {place.get('name')!r} is not alpha-3"
        if not in_text([place["name"], *(place.get("aliases") or [])], folded):
            yield f"{where}: place {place['name']!r} is not in the text"


def check_event(event: Item, text: str, where: str) -> Iterator[str]:
    """Messages about one event."""
    yield from keys(event, EVENT_KEYS, where)
    yield from labels(event, "kind", KINDS, where)
    yield from labels(event, "status", STATUSES, where)
    yield from check_dates(event, text, where)
    yield from check_places(event, fold(text), where)
    people = event.get("participants") or []
    for item in people:
        yield from check_participant(item, fold(text), where)
    seen = [(fold(x["name"]), x["type"]) for x in people]
    for name in sorted({x for x, _ in seen if seen.count((x, "person")) + seen.count((x, "state")) > 1}):
        yield f"{where}: {name!r} is listed twice"
    if not event.get("optional") and not (people and (event.get("start") or event.get("place"))):
        yield f"warning: {where}: required, but it lacks a participant, or both date and place"


def check_office(item: Item, folded: str) -> Iterator[str]:
    """Messages about one office."""
    what = f"office {item.get('person')!r}"
    yield from keys(item, frozenset(("person", "office", "of")), what)
    if re.search(r"[A-Z][a-z]*[A-Z]", str(item.get("office"))):
        yield f"{what}: {item.get('office')!r} should be plain English"
    if not item.get("optional") and not in_text([item["person"], *(item.get("aliases") or [])], folded):
        yield f"{what}: no form of the name is in the text"


def check_membership(item: Item, folded: str) -> Iterator[str]:
    """Messages about one membership."""
    what = f"membership {item.get('member')!r}"
    yield from keys(item, frozenset(("member", "of", "role")), what)
    if item.get("role") not in MEMBER_ROLES:
        yield f"{what}: role {item.get('role')!r} is not a known value"
    for key in ("member", "of"):
        if not item.get("optional") and not in_text([item[key], *(item.get(f"{key}_aliases") or [])], folded):
            yield f"{what}: {key} {item[key]!r} is not in the text"


def check_head(gold: Item, path: Path) -> Iterator[str]:
    """Messages about what stands above the events."""
    yield from keys(gold, ARTICLE_KEYS, "article")
    if gold.get("id") != path.stem:
        yield f"id {gold.get('id')!r} is not the file name"
    if gold.get("lang") not in path.parts:
        yield f"lang {gold.get('lang')!r} is not the folder's"
    if bad_date(gold.get("published")):
        yield f"published {gold.get('published')!r} is not a date"
    if gold.get("published_source") not in (("text", "metadata") if gold.get("published") else (None,)):
        yield f"published_source {gold.get('published_source')!r} does not fit published"
    events = [x for x in gold.get("events") or [] if not x.get("optional")]
    if events and not any(x.get("main") for x in events):
        yield "warning: no event is the main one"


def check_pair(path: Path) -> Iterator[str]:
    """Messages about the gold file ``path`` and the text beside it."""
    try:
        gold: Item = json.loads(path.read_text(encoding="utf-8"))
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        yield str(error)
        return
    yield from check_head(gold, path)
    if not 60 <= len(text.split()) <= 600:
        yield f"warning: {len(text.split())} words"
    for number, event in enumerate(gold.get("events") or []):
        yield from check_event(event, text, f"event {number}")
    checks: tuple[tuple[str, Callable[[Item, str], Iterator[str]]], ...]
    checks = (("offices", check_office), ("memberships", check_membership))
    for key, check in checks:
        for item in gold.get(key) or []:
            yield from check(item, fold(text))


def gold_files(folders: list[Path]) -> list[Path]:
    """Every gold file under ``folders``, sorted."""
    return sorted({path for folder in folders for path in folder.rglob("*.json")})


def main(arguments: list[str]) -> int:
    """Check the folders named, print the findings, return the exit code."""
    paths = gold_files([Path(x).resolve() for x in arguments] or [Path(__file__).resolve().parent])
    findings = [f"{path.parent.name}/{path.name}: {m}" for path in paths for m in check_pair(path)]
    findings += [
        f"{text.name}: text without gold"
        for folder in {path.parent for path in paths}
        for text in sorted(folder.glob("*.txt"))
        if not text.with_suffix(".json").exists()
    ]
    errors = [x for x in findings if ": warning: " not in x]
    print("\n".join([*findings, f"{len(paths)} gold files, {len(errors)} errors"]))
    return 1 if errors else 0 if paths else 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
