"""`summitry explain` on a terminal, as JSON and as a page."""

import json

import pytest
from typer.testing import CliRunner

from summitry.claims import InputError
from summitry.cli.app import app

TEXT = "Keir Starmer met Emmanuel Macron in Paris on Tuesday. It rained."


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    return path


def test_the_terminal_shows_sentences_and_rules(article):
    result = CliRunner().invoke(app, ["explain", str(article), "--lang", "en", "--published", "2025-09-17"])
    assert result.exit_code == 0
    assert "Keir Starmer met Emmanuel Macron" in result.output
    assert "meet.subject" in result.output


def test_json_and_html_go_to_a_file(article, tmp_path):
    for how in ("json", "html", "text"):
        out = tmp_path / f"out.{how}"
        result = CliRunner().invoke(app, ["explain", str(article), "--lang", "en", "--format", how, "--out", str(out)])
        assert result.exit_code == 0, result.output
        assert "Keir Starmer" in out.read_text("utf-8")
    assert len(json.loads((tmp_path / "out.json").read_text())["sentences"]) == 2


def test_a_folder_that_is_not_there_is_told(article, tmp_path):
    result = CliRunner().invoke(app, ["explain", str(article), "--format", "html", "--out", str(tmp_path / "no" / "x")])
    assert isinstance(result.exception, InputError)
    assert "name a folder that exists" in str(result.exception) or "folder" in str(result.exception)
