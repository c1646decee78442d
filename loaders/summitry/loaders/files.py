"""Files and folders to articles. What cannot be read gives one clear error and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import orjson

from summitry.claims import Article, InputError
from summitry.loaders.text import Defaults, article_from_fields, article_from_text, clean

SUFFIXES = (".txt", ".md", ".json")
MAX_BYTES = 10_000_000
"""Ten million bytes: about three thousand newspaper pages; what is larger is no article."""

_MAGIC = {
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"%PDF": "a PDF document",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"GIF8": "a GIF picture",
    b"\x1f\x8b": "gzip data",
}


def find_files(paths: Sequence[Path]) -> list[Path]:
    """The article files that the paths name: files as given, folders searched for .txt, .md and .json, in name order.

    Raises InputError for a missing path and for a folder without articles.
    """
    return [file for path in paths for file in _files_of(path)]


def read_articles(
    paths: Sequence[Path], defaults: Defaults | None = None, on_error: Callable[[InputError], None] | None = None
) -> Iterator[Article]:
    """Read every article under the paths, in order, one at a time.

    With `on_error`, an article that cannot be read is reported there and left out; without, InputError is raised.
    """
    for path in paths:
        try:
            files = _files_of(path)
        except InputError as error:
            _report(error, on_error)
            continue
        for file in files:
            try:
                article = read_file(file, defaults)
            except InputError as error:
                _report(error, on_error)
                continue
            yield article


def read_file(path: Path, defaults: Defaults | None = None) -> Article:
    """Read one article file.

    Raises InputError when the file is missing, empty, larger than MAX_BYTES, binary, or not UTF-8.
    """
    text = decode(str(path), read_bytes(path))
    if path.suffix == ".json":
        return _from_json(str(path), text, defaults or Defaults())
    return article_from_text(str(path), text, defaults)


def read_bytes(path: Path) -> bytes:
    """The bytes of a file of at most MAX_BYTES; raises InputError otherwise."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            limit = f"the limit is {MAX_BYTES // 1_000_000} MB"
            raise InputError(str(path), f"is {size / 1_000_000:.0f} MB large; {limit}", "split it into articles")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise InputError(str(path), "no such file", "check the path") from error
    except IsADirectoryError as error:
        raise InputError(str(path), "is a folder, not a file", "name the files in it") from error
    except OSError as error:
        raise InputError(str(path), f"cannot be read: {error.strerror}", "check its permissions") from error


def decode(name: str, data: bytes) -> str:
    """UTF-8 bytes to text; raises InputError, naming the way out, for anything else."""
    if not data.strip():
        raise InputError(name, "is empty", "give an article with at least one sentence")
    for magic, what in _MAGIC.items():
        if data.startswith(magic):
            raise InputError(name, f"is {what}, not text", "export its text as UTF-8 first")
    if b"\0" in data[:65536]:
        raise InputError(name, "is binary, not text", "export its text as UTF-8 first")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        cause = f"is not UTF-8 (byte {error.start}); it may be Latin-1 or Windows-1252"
        raise InputError(name, cause, "convert it: iconv -f WINDOWS-1252 -t UTF-8") from error


def _files_of(path: Path) -> list[Path]:
    if not path.exists():
        raise InputError(str(path), "no such file", "check the path")
    if not path.is_dir():
        return [path]
    found = sorted(p for p in path.rglob("*") if p.suffix in SUFFIXES and p.is_file())
    if not found:
        raise InputError(str(path), "is a folder without articles", f"articles end in {', '.join(SUFFIXES)}")
    return found


def _from_json(name: str, text: str, defaults: Defaults) -> Article:
    try:
        fields = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise InputError(name, f"is not JSON: {error}", "give an object with the key text") from error
    if not isinstance(fields, dict) or not isinstance(fields.get("text"), str):
        raise InputError(name, "has no text", 'give an object with the key "text"')
    return article_from_fields(name, clean(fields["text"]), fields, defaults)


def _report(error: InputError, on_error: Callable[[InputError], None] | None) -> None:
    if on_error is None:
        raise error
    on_error(error)
