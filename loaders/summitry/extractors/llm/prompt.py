"""What a model is asked: instructions and schema are data files, the article is set apart from them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from importlib.resources import files
from typing import Any

from summitry.claims import AgentType, Article, EventKind, EventMode, EventStatus, Role, iris
from summitry.extractors.llm.chunks import Chunk

_FOLDER = files("summitry.extractors.llm") / "prompt"
Message = dict[str, str]
_EXAMPLE_DAY = date(2025, 5, 10)


@dataclass(frozen=True)
class Prompt:
    """The instructions; `offices` are the keys of the table of offices."""

    offices: tuple[str, ...]

    @cached_property
    def schema(self) -> dict[str, Any]:
        """The JSON schema of an answer, with the vocabularies filled in."""
        text = (_FOLDER / "schema.json").read_text(encoding="utf-8")
        for name, values in self._vocabularies().items():
            text = text.replace(f'"@{name}"', json.dumps(values)[1:-1])
        found: dict[str, Any] = json.loads(text)
        return found

    def _vocabularies(self) -> Mapping[str, list[str]]:
        return {
            "kinds": list(EventKind), "statuses": list(EventStatus), "modes": list(EventMode),
            "types": list(AgentType), "roles": list(Role), "offices": list(self.offices),
        }  # fmt: skip

    def messages(self, article: Article, chunk: Chunk, *, with_schema: bool) -> list[Message]:
        """The messages that ask about one piece of an article; `with_schema` where no other way carries the schema."""
        return [
            {"role": "system", "content": self._instructions(article.lang, with_schema)},
            {"role": "user", "content": _article(article, chunk)},
        ]

    @cached_property
    def second_schema(self) -> dict[str, Any]:
        """The JSON schema of verdicts."""
        found: dict[str, Any] = json.loads((_FOLDER / "second.json").read_text(encoding="utf-8"))
        return found

    def second_messages(self, article: Article, chunk: Chunk, statements: str, *, with_schema: bool) -> list[Message]:
        """The messages that ask whether numbered statements about a piece of an article are right."""
        instructions = (_FOLDER / "second.md").read_text(encoding="utf-8")
        if with_schema:
            instructions += f"\n# Schema\n\n{json.dumps(self.second_schema)}\n"
        question = f"{_article(article, chunk)}\n\n<statements>\n{statements}\n</statements>"
        return [{"role": "system", "content": instructions}, {"role": "user", "content": question}]

    def _instructions(self, lang: str | None, with_schema: bool) -> str:
        parts = [(_FOLDER / "common.md").read_text(encoding="utf-8")]
        own = _FOLDER / f"{lang}.md" if lang and lang.isalpha() else None
        if own is not None and own.is_file():
            parts.append(own.read_text(encoding="utf-8"))
        parts.append(_example(lang if own is not None and own.is_file() else "en"))
        if with_schema:
            parts.append(f"# Schema\n\n{json.dumps(self.schema, ensure_ascii=False)}\n")
        return "\n".join(parts)

    @cached_property
    def version(self) -> str:
        """A hash of the instructions in all languages: other instructions, other answers."""
        files = (*_FOLDER.iterdir(), *(_FOLDER / "examples").iterdir())
        texts = [f.read_text(encoding="utf-8") for f in sorted(files, key=lambda f: f.name) if f.is_file()]
        return iris.digest(*texts, *self.offices, length=16)


def example(lang: str) -> tuple[Article, str]:
    """A short article of the day 2025-05-10, and the JSON of a good answer."""
    folder = _FOLDER / "examples"
    text = (folder / f"{lang}.txt").read_text(encoding="utf-8").strip()
    found = Article(iris.digest(text, length=16), text, lang=lang, published=_EXAMPLE_DAY)
    return found, (folder / f"{lang}.json").read_text(encoding="utf-8").strip()


def _example(lang: str | None) -> str:
    article, answer = example(lang or "en")
    return f"# Example\n\n{_article(article, Chunk(0, len(article.text), article.text))}\n\nAnswer:\n\n{answer}\n"


def _article(article: Article, chunk: Chunk) -> str:
    """The article with what is known of it; a piece of a longer one opens with the beginning of the whole."""
    head = [f"Language: {article.lang or 'unknown'}"]
    head.append(f"Publication date: {article.published.isoformat() if article.published else 'unknown'}")
    if article.title:
        head.append(f"Headline, for context only: {article.title}")
    if chunk.lead:
        head.append(f"Beginning of the article, for context only:\n{chunk.lead}\n[…]")
    return "\n".join(head) + f"\n\n<article>\n{chunk.text}\n</article>"
