"""How each language asks and answers: data files, checked on loading."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

import yaml

from summitry.claims import ReferenceDataError
from summitry.query.model import QuestionType

LANGUAGES = ("en", "fr")


@dataclass(frozen=True)
class Phrases:
    """One language: patterns in the order in which they are tried, words for values, sentence templates."""

    language: str
    patterns: tuple[tuple[QuestionType, re.Pattern[str]], ...]
    examples: tuple[str, ...]
    words: Mapping[str, Mapping[str, str]]
    sentences: Mapping[str, str]

    def type_of(self, question: str) -> QuestionType | None:
        """The type of a case-folded question, or None."""
        return next((kind for kind, pattern in self.patterns if pattern.search(question)), None)

    def word(self, group: str, value: str | None) -> str:
        """The word for a value such as a role; the value itself when the language has none; empty for None."""
        return self.words[group].get(value, value) if value else ""


def load_phrases(language: str) -> Phrases:
    """The phrases of one language; raises ReferenceDataError when its file breaks the schema."""
    name = f"lang/{language}.yaml"
    data = yaml.safe_load((files("summitry.query") / name).read_text("utf-8"))
    try:
        order = [QuestionType(word) for word in data["order"]]
        patterns = tuple((kind, re.compile(p)) for kind in order for p in data["patterns"][kind])
        return Phrases(data["language"], patterns, tuple(data["examples"]), data["words"], data["sentences"])
    except (KeyError, TypeError, ValueError, re.error) as error:
        raise ReferenceDataError(name, f"cannot be used: {error!r}", "compare it with questions.schema.json") from error
