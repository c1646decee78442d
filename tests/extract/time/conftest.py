"""Engines with a few known days; the shipped tables are larger."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache

import pytest

from summitry.extract.time import Anniversary, Holiday, TimeEngine, load_dates_pack

ANNIVERSARIES = (
    Anniversary("russian-invasion-of-ukraine", date(2022, 2, 24), {}),
    Anniversary(
        "d-day", date(1944, 6, 6),
        {"fr": ("débarquement",), "en": ("D-Day",), "de": ("D-Day",),
         "es": ("desembarco de Normandía",), "it": ("D-Day",)},
    ),
    Anniversary(
        "elysee-treaty", date(1963, 1, 22),
        {"fr": ("traité de l'Élysée",), "en": ("Élysée Treaty",), "de": ("Élysée-Vertrags", "Élysée-Vertrag"),
         "es": ("Tratado del Elíseo",), "it": ("Trattato dell'Eliseo",)},
    ),
)  # fmt: skip
HOLIDAYS = (
    Holiday("easter-monday", "easter+1",
            {"fr": ("lundi de Pâques",), "en": ("Easter Monday",), "de": ("Ostermontag",),
             "es": ("Lunes de Pascua",), "it": ("Pasquetta", "lunedì di Pasqua")}),
    Holiday("bastille-day", "07-14", {"fr": ("14-Juillet",), "en": ("Bastille Day",)}),
    Holiday("good-friday", "easter-2",
            {"fr": ("Vendredi saint",), "en": ("Good Friday",), "de": ("Karfreitag",), "es": ("Viernes Santo",),
             "it": ("Venerdì santo",)}),
    Holiday("thanksgiving", "11-4-4", {"en": ("Thanksgiving",)}),
)  # fmt: skip


@cache
def _engine(language: str) -> TimeEngine:
    return TimeEngine(load_dates_pack(language), ANNIVERSARIES, HOLIDAYS)


@pytest.fixture(scope="session")
def engine() -> Callable[[str], TimeEngine]:
    """The engine of a language."""
    return _engine
