"""Words as places: short id, name and country."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from summitry.extract import symbols as sym
from summitry.extract.annotate import Item
from summitry.extract.chunk_model import PlaceName


class PlaceNames:
    """Reads an item as a place. `table` gives name and country of a key, `capitals` the key of a state's capital."""

    def __init__(self, table: Mapping[str, tuple[str, str]], capitals: Mapping[str, str]) -> None:
        self._table = table
        self._capitals = capitals

    def capital(self, iso3: str) -> PlaceName | None:
        """The capital of a state."""
        key = self._capitals.get(iso3)
        return (f"place/{key}", *self._table[key]) if key is not None and key in self._table else None

    def read(self, item: Item, text: str) -> PlaceName:
        """The place that an item names."""
        keys = cast("tuple[str, ...] | None", item.value if item.symbol == sym.PLACE else item.other(sym.PLACE))
        codes = cast("tuple[str, ...] | None", item.other(sym.STATE) or item.other(sym.METO))
        if keys:
            key = next((k for k in keys if codes and self._table[k][1] in codes), keys[0])
            return f"place/{key}", self._table[key][0] or text, self._table[key][1]
        if codes:
            state = item.has(sym.STATE)
            return (f"state/{codes[0]}" if state else None), text, codes[0]
        return None, text, None
