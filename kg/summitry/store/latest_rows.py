"""The rows of the latest changes, as they were written: views that follow at once need not read them from the file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from summitry.store.protocol import StoredClaim

HELD = 50_000
"""Rows that are kept at most; views that are further behind read the log."""


@dataclass
class LatestRows:
    """Claims recorded after change `after` and up to `until`; the one writer of a log fills and empties it.

    A row that was retracted since it was written is only noted: it has to be read again.
    """

    after: int = 0
    until: int = 0
    _rows: dict[int, StoredClaim] = field(default_factory=dict)
    _retracted: set[int] = field(default_factory=set)

    def wrote(self, after: int, until: int, rows: Iterable[StoredClaim], retracted: Iterable[int]) -> None:
        """Note a committed transaction: the changes after one number up to another."""
        if after != self.until or len(self._rows) > HELD:
            self.forget(after)
        self.until = until
        self._rows.update((row.seq, row) for row in rows)
        for seq in retracted:
            if self._rows.pop(seq, None) is not None:
                self._retracted.add(seq)

    def recorded(self, after: int, until: int) -> tuple[list[StoredClaim], list[int]] | None:
        """The claims recorded in a range, and the numbers of those to be read again; None when it is not at hand."""
        if not self.after <= after <= until <= self.until:
            return None
        rows = [row for seq, row in self._rows.items() if after < seq <= until]
        return rows, [seq for seq in self._retracted if after < seq <= until]

    def forget(self, until: int) -> None:
        """Drop everything; what comes after change `until` is kept from now on."""
        self.after = self.until = until
        self._rows.clear()
        self._retracted.clear()
