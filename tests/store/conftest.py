"""Stores for the tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from summitry.store.embedded import EmbeddedStore


@pytest.fixture
def store(tmp_path: Path) -> Iterator[EmbeddedStore]:
    """An empty embedded store in a folder of its own (`tmp_path / "data"`)."""
    with EmbeddedStore(tmp_path / "data") as opened:
        yield opened
