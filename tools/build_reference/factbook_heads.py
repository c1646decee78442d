"""Reads who led a state, and since when, from the sentences of the World Factbook's monthly editions."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from tools.build_reference.person_names import capitals

LAST_EDITION = "2026-05-17"
RANKS = re.compile(r"\b(?:Sr\. |Maj\. |Lt\. |Brig\. )?(?:Gen|Capt|Col|Dr|Lt|Rear Adm|Vice Adm|Ms)\.?(?:,)? ")
TRAILING = re.compile(r",\s*(?:Lt|Gen|Dr|Sr|Maj|Col|Capt|also spelled)\b.*$")
HONOURS = re.compile(r"^(?:Sheikh|Sir|Dame|Ratu|General|Captain|Colonel|Dato|Tan Sri|Mr\.|Ms\.|Dr\.|Shaykh)\s+")
STATEMENT = re.compile(r"^(?P<head>[^()]+?)\s*\((?:[^()]*?)since (?:about )?(?P<since>[^);,]*)")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
TITLE_WORDS = {"President", "Minister", "Council", "Chairman", "Crown", "Prince", "Minister,", "Premier"}
LONGEST_SILENCE = timedelta(days=100)  # between monthly editions; beyond it somebody may have come and gone unseen


@dataclass(frozen=True)
class Holder:
    """One statement: this person holds this office since then; seen from one edition to another (ISO dates)."""

    gec: str
    cell: str
    office: str
    acting: bool
    name: str
    start: str
    first_seen: str
    last_seen: str
    end: str = ""


def read(path: Path, titles: dict[str, tuple[str, bool]]) -> list[Holder]:
    """Every holder in the file, editions merged, with an end where a successor or silence gives one."""
    with path.open(encoding="utf-8", newline="") as stream:
        stated = [h for row in csv.DictReader(stream) for h in _holders(row, titles)]
    return _with_ends(_merged(stated))


def _holders(row: dict[str, str], titles: dict[str, tuple[str, bool]]) -> Iterator[Holder]:
    for segment in re.split(r";(?![^(]*\))", row["text"]):
        found = STATEMENT.match(segment.strip())
        title = found and _title(found["head"], titles)
        if not found or not title:
            continue
        name = HONOURS.sub("", RANKS.sub("", TRAILING.sub("", found["head"][len(title) :].strip(" ,"))))
        start = edtf(found["since"])
        if start and _is_name(name):
            office, acting = titles[title]
            yield Holder(row["gec"], row["office"], office, acting, name, start, row["first_seen"], row["last_seen"])


def _title(head: str, titles: dict[str, tuple[str, bool]]) -> str:
    return max((t for t in titles if head.startswith(t + " ")), key=len, default="")


def _is_name(name: str) -> bool:
    words = name.split()
    if TITLE_WORDS.intersection(words):
        return False  # two titles in front of the name, of which only one is known
    plain_words = [
        w for w in words if w[0].islower() and w not in {"al", "bin", "de", "da", "van", "von", "e", "el", "der", "d'"}
    ]
    return 1 < len(words) < 8 and any(w.upper() == w and len(w) > 2 for w in words) and not plain_words


def edtf(stated: str) -> str:
    """`3 September 2011` → `2011-09-03`, `April 2018` → `2018-04`, `2016` → `2016`; empty when it is none of these."""
    found = re.match(r"^(?:(\d{1,2}) )?(?:([A-Z][a-z]+) )?(\d{4})$", stated.strip())
    if not found:
        return ""
    day, month, year = found.groups()
    if not month:
        return year if not day else ""
    if month.lower()[:3] not in MONTHS:
        return ""
    return f"{year}-{MONTHS.index(month.lower()[:3]) + 1:02d}" + (f"-{int(day):02d}" if day else "")


def _merged(stated: list[Holder]) -> list[Holder]:
    merged: dict[tuple[str, str, str, str], Holder] = {}
    for holder in sorted(stated, key=lambda h: (h.first_seen, h.last_seen)):
        key = (holder.gec, holder.office, " ".join(capitals(holder.name)), holder.start)
        known = merged.setdefault(key, holder)
        merged[key] = replace(
            known, last_seen=max(known.last_seen, holder.last_seen), name=max(known.name, holder.name, key=len)
        )
    return list(merged.values())


def _with_ends(holders: list[Holder]) -> list[Holder]:
    return [h if h.last_seen >= LAST_EDITION else replace(h, end=_end(h, holders)) for h in holders]


def _end(holder: Holder, holders: list[Holder]) -> str:
    """The successor's start where no edition is missing in between; otherwise the month in which he was last seen."""
    later = [h for h in holders if _follows(h, holder)]
    following = min(later, key=lambda h: h.start, default=None)
    if following is None:
        return holder.last_seen[:7]
    silence = date.fromisoformat(following.first_seen) - date.fromisoformat(holder.last_seen)
    return following.start if silence <= LONGEST_SILENCE else holder.last_seen[:7]


def _follows(later: Holder, holder: Holder) -> bool:
    office = (later.gec, later.office, later.cell) == (holder.gec, holder.office, holder.cell)
    return (
        office
        and capitals(later.name) != capitals(holder.name)
        and later.start > holder.start
        and later.first_seen >= holder.last_seen
    )
