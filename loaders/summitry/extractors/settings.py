"""What optional extractors need to know. Plain values: the settings module fills them from the environment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from summitry.claims import ExtractorError

RULES, SPACY, LLM = "rules", "spacy", "llm"
KNOWN = (RULES, SPACY, LLM)
"""In the order in which they read: names that spaCy finds help to link what a language model says."""


def parse(spec: str) -> tuple[str, ...]:
    """The parts of a specification (`rules+llm`), in the order of KNOWN. Raises ExtractorError for anything else."""
    parts = [part.strip().lower() for part in spec.split("+")]
    if not set(parts) <= set(KNOWN) or set(parts) == {SPACY}:
        known = "rules, rules+llm, rules+spacy, rules+spacy+llm or llm"
        raise ExtractorError(f"extractor {spec!r}", "is not known", f"use {known}")
    return tuple(name for name in KNOWN if name in parts)


@dataclass(frozen=True)
class LlmSettings:
    """A language model behind an address that speaks the OpenAI chat-completions protocol.

    `url` is the base address (`http://localhost:8000/v1`), `timeout` seconds for one answer, `retries` further tries
    after the first, `max_tokens` the longest answer and `context_tokens` the longest piece of text sent at once,
    `workers` how many articles are asked about at the same time, `cache` the folder that keeps answers. `precision`
    and `recall` are what the model's participations reach by `summitry eval`: they decide how far it is believed. With
    `second_look` it is asked again about what only it or only the rules say.
    """

    url: str
    model: str
    key: str = field(default="", repr=False)
    timeout: float = 120.0
    retries: int = 2
    max_tokens: int = 8192
    context_tokens: int = 6000
    workers: int = 4
    cache: Path | None = None
    precision: float = 0.92
    recall: float = 0.99
    second_look: bool = False


SPACY_MODELS = MappingProxyType(
    {
        "de": "de_core_news_md",
        "en": "en_core_web_md",
        "es": "es_core_news_md",
        "fr": "fr_core_news_md",
        "it": "it_core_news_md",
    }
)
"""The pipeline of each language, by the name under which spaCy's own project publishes it."""


@dataclass(frozen=True)
class SpacySettings:
    """The spaCy pipeline of each language: the name of an installed package, or a folder."""

    models: Mapping[str, str] = field(default_factory=lambda: SPACY_MODELS)


@dataclass(frozen=True)
class ExtractorSettings:
    """Settings of every optional extractor; `llm` is None when no model is named."""

    llm: LlmSettings | None = None
    spacy: SpacySettings = field(default_factory=SpacySettings)
