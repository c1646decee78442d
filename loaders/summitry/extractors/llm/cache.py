"""Answers kept in a folder, so that reading again, or going on after an interruption, asks nothing twice."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import Any

from summitry.claims import ExtractorError, iris


class AnswerCache:
    """One file an answer, named by a hash of everything that the answer depends on. Processes may share a folder."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def get(self, *parts: str) -> dict[str, Any] | None:
        """The answer to a question, None when it was not asked or its file is broken."""
        if self._folder is None:
            return None
        try:
            found = json.loads(self._path(parts).read_bytes())
        except (OSError, ValueError):
            return None
        return found if isinstance(found, dict) else None

    def put(self, answer: dict[str, Any], *parts: str) -> None:
        """Keep an answer; whole or not at all. Raises ExtractorError when the folder cannot be written to."""
        if self._folder is None:
            return
        path = self._path(parts)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(answer, file, ensure_ascii=False)
            Path(name).replace(path)
        except OSError as error:
            cause = f"cannot be written: {error.strerror}"
            raise ExtractorError(str(self._folder), cause, "set SUMMITRY_LLM_CACHE to another folder") from error

    def _path(self, parts: tuple[str, ...]) -> Path:
        assert self._folder is not None
        key = iris.digest(*parts)
        return self._folder / key[:2] / f"{key}.json"
