"""The commands of docs/extractors.md run, against a server and a pipeline on this machine."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from tests.conftest import ROOT, Run
from tests.extractors.llm_server import said, serving

PAGE = (ROOT / "docs" / "extractors.md").read_text("utf-8")
COMMANDS = [line for block in re.findall(r"^```sh\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
            for line in block.splitlines() if line.startswith("summitry ")]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_documented_commands_run(command: str, program: Run, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    (tmp_path / "tests").symlink_to(ROOT / "tests")
    env = {"SUMMITRY_LLM_MODEL": "my-model", "SUMMITRY_LLM_CACHE": "off"}
    if "spacy" in command:
        pipeline = pytest.importorskip("spacy").blank("fr")
        pipeline.to_disk(tmp_path / "pipeline")
        env["SUMMITRY_SPACY_MODELS"] = f"fr={tmp_path / 'pipeline'}"
    with serving(lambda _: said({"events": [], "offices": [], "memberships": []})) as server:
        done = program(*shlex.split(command)[1:], cwd=tmp_path, env={**env, "SUMMITRY_LLM_URL": server.url})
        assert done.returncode == 0, done.stderr
        assert "warning" not in done.stderr
        assert bool(server.requests) == ("llm" in command)


def test_the_page_names_every_setting() -> None:
    settings = (ROOT / "kg" / "summitry" / "ingest" / "settings.py").read_text("utf-8")
    names = set(re.findall(r'"(SUMMITRY_(?:LLM|SPACY)_[A-Z_]+)"', settings))
    assert len(names) >= 12
    assert [name for name in sorted(names) if f"`{name}`" not in PAGE and f"{name}=" not in PAGE] == []
