"""What the environment decides, and how a setting that cannot work is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from summitry.claims import StoreError, StoreUnavailableError
from summitry.ingest import Neo4jSettings, Settings, open_store


def test_without_a_server_the_store_is_embedded_in_the_data_folder() -> None:
    assert Settings.from_environment(Path("here"), {}) == Settings(Path("here"), None)
    assert Settings.from_environment(None, {"SUMMITRY_DATA": "there"}).data == Path("there")
    assert Settings.from_environment(None, {"XDG_DATA_HOME": "/x"}).data == Path("/x/summitry")
    assert Settings.from_environment(None, {}).data == Path.home() / ".local" / "share" / "summitry"


def test_a_server_wins_over_the_data_folder() -> None:
    env = {"NEO4J_URI": "neo4j://db", "NEO4J_USERNAME": "u", "NEO4J_PASSWORD": "p", "NEO4J_DATABASE": "d"}
    found = Settings.from_environment(Path("here"), env)
    assert found.neo4j == Neo4jSettings("neo4j://db", "u", "p", "d")
    assert found.data == Path("here")


def test_the_password_is_never_shown() -> None:
    assert "secret" not in repr(Settings(Path(), Neo4jSettings("bolt://db", password="secret")))


@pytest.mark.parametrize("uri", ["http://db:7474", "db:7687", "ftp://x"])
def test_an_address_that_is_not_bolt_is_refused(uri: str) -> None:
    with pytest.raises(StoreError, match="no address of a Neo4j server"):
        Settings.from_environment(None, {"NEO4J_URI": uri, "NEO4J_PASSWORD": "p"})


def test_a_missing_password_is_named() -> None:
    with pytest.raises(StoreError, match="NEO4J_PASSWORD is not"):
        Settings.from_environment(None, {"NEO4J_URI": "bolt://db"})


def test_reading_a_store_that_is_not_there_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailableError, match="holds no store yet"):
        open_store(Settings(tmp_path / "none"))
    assert not (tmp_path / "none").exists()
