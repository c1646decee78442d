"""Stated times: found in a text by the rules of a language pack, read against an anchor, and voted on."""

from summitry.extract.time.anchors import document_anchor, year_hint
from summitry.extract.time.engine import TimeEngine
from summitry.extract.time.knowledge import Anniversary, Holiday, known_days
from summitry.extract.time.model import Bound, Direction, Kind, Operation, Place, ResolvedTime, StatedTime
from summitry.extract.time.pack import DatesPack, load_dates_pack
from summitry.extract.time.vote import Vote, vote

__all__ = [
    "Anniversary",
    "Bound",
    "DatesPack",
    "Direction",
    "Holiday",
    "Kind",
    "Operation",
    "Place",
    "ResolvedTime",
    "StatedTime",
    "TimeEngine",
    "Vote",
    "document_anchor",
    "known_days",
    "load_dates_pack",
    "vote",
    "year_hint",
]
