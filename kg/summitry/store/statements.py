"""The Cypher statements of the stores: one file each under `cypher/`.

Values are always parameters. Labels and relationship types cannot be parameters on every engine, so a file may hold
`__NAMES__`, which is filled with names that have been checked to be nothing but names.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import LiteralString

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


@cache
def statement(name: str, *names: str) -> LiteralString:
    """The text of `cypher/NAME.cypher`, with `__NAMES__` filled. Raises ValueError when one of `names` is no name."""
    text = files("summitry.store").joinpath("cypher", f"{name}.cypher").read_text(encoding="utf-8")
    for filled in names:
        if not _NAME.fullmatch(filled):
            raise ValueError(f"{filled!r} is no name of a label or relationship type")
    return text.replace("__NAMES__", ":".join(names))


@cache
def script(name: str) -> tuple[LiteralString, ...]:
    """The statements of a file that holds several, each ended by a semicolon."""
    return tuple(part.strip() for part in statement(name).split(";") if part.strip())
