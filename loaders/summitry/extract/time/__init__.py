"""Stated times: found in a text by the rules of a language pack, read against an anchor, and voted on."""

from summitry.extract.time import edtf
from summitry.extract.time.anchors import document_anchor, year_hint
from summitry.extract.time.durations import LAST, Durations
from summitry.extract.time.engine import TimeEngine
from summitry.extract.time.knowledge import Anniversary, Holiday, known_days
from summitry.extract.time.model import (
    Bound,
    Calendar,
    Direction,
    Kind,
    Operation,
    Period,
    Place,
    ResolvedTime,
    Shift,
    StatedTime,
)
from summitry.extract.time.outcome import DAY_PART, INFERRED, ONWARD
from summitry.extract.time.pack import DatesPack, load_dates_pack
from summitry.extract.time.vote import Vote, vote

__all__ = [
    "DAY_PART",
    "INFERRED",
    "LAST",
    "ONWARD",
    "Anniversary",
    "Bound",
    "Calendar",
    "DatesPack",
    "Direction",
    "Durations",
    "Holiday",
    "Kind",
    "Operation",
    "Period",
    "Place",
    "ResolvedTime",
    "Shift",
    "StatedTime",
    "TimeEngine",
    "Vote",
    "document_anchor",
    "edtf",
    "known_days",
    "load_dates_pack",
    "vote",
    "year_hint",
]
