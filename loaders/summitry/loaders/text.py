"""Plain text, with or without front matter, to an Article."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

import yaml

from summitry.claims import Article, InputError, article_id

FENCE = "---\n"
KEYS = {"title", "published", "lang", "url", "publisher"}


@dataclass(frozen=True)
class Defaults:
    """What the caller knows about articles that do not say it themselves."""

    published: date | None = None
    lang: str | None = None


def article_from_text(name: str, text: str, defaults: Defaults | None = None) -> Article:
    """An Article from text that may open with YAML front matter (`title`, `published`, `lang`, `url`, `publisher`).

    What the caller gives in `defaults` wins over the front matter. Raises InputError, naming `name`, for text
    without a word and for front matter that cannot be read.
    """
    defaults = defaults or Defaults()
    header, body = _split(name, clean(text))
    return article_from_fields(name, body, header, defaults)


def article_from_fields(name: str, body: str, fields: Mapping[str, object], defaults: Defaults) -> Article:
    """An Article from its text and metadata fields; raises InputError when one of them cannot be used."""
    if not body.strip():
        raise InputError(name, "holds no text", "give an article with at least one sentence")
    published, source = _published(name, fields, defaults)
    url = _text(fields, "url")
    return Article(
        id=article_id(body, url),
        text=body,
        title=_text(fields, "title"),
        lang=defaults.lang or _text(fields, "lang"),
        published=published,
        published_source=source,
        url=url,
        publisher=_text(fields, "publisher"),
    )


def clean(text: str) -> str:
    """NFC, line feeds only, no byte order mark, no white space at the end: the text that offsets refer to."""
    normal = unicodedata.normalize("NFC", text.removeprefix("\ufeff"))
    return normal.replace("\r\n", "\n").replace("\r", "\n").rstrip()


def parse_date(value: object) -> date:
    """A calendar date from `YYYY-MM-DD`, a longer ISO time or a date value; raises ValueError otherwise."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return date.fromisoformat(str(value).strip()[:10])


def _split(name: str, text: str) -> tuple[Mapping[str, object], str]:
    if not text.startswith(FENCE):
        return {}, text
    head, fence, body = f"{text}\n"[len(FENCE) :].partition("\n" + FENCE)
    if not fence:
        return {}, text
    try:
        fields = yaml.safe_load(head)
    except yaml.YAMLError as error:
        raise InputError(
            name, f"front matter is not YAML: {_first_line(error)}", "fix the lines between ---"
        ) from error
    if not isinstance(fields, dict):
        return {}, text
    unknown = sorted(str(key) for key in fields if key not in KEYS)
    if unknown:
        raise InputError(name, f"front matter has unknown keys: {', '.join(unknown)}", f"use {', '.join(sorted(KEYS))}")
    return fields, body.strip("\n")


def _published(name: str, fields: Mapping[str, object], defaults: Defaults) -> tuple[date | None, str | None]:
    if defaults.published:
        return defaults.published, "argument"
    if not fields.get("published"):
        return None, None
    try:
        return parse_date(fields["published"]), "metadata"
    except ValueError as error:
        stated = fields["published"]
        raise InputError(name, f"publication date {stated!r} is no date", "write it as YYYY-MM-DD") from error


def _text(fields: Mapping[str, object], key: str) -> str | None:
    value = fields.get(key)
    return unicodedata.normalize("NFC", str(value)).strip() or None if value is not None else None


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0] if str(error) else type(error).__name__
