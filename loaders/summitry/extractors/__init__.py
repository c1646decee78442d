"""Optional extractors behind the interface of the rules: a language model, spaCy's names. Off by default.

What needs a package of its own (`summitry[llm]`, `summitry[spacy]`) is imported when it is opened; everything but the
settings when it is first asked for, so that a question does not wait for the reader of articles.
"""

from typing import TYPE_CHECKING, Any

from summitry.extractors.settings import ExtractorSettings, LlmSettings, SpacySettings, parse

if TYPE_CHECKING:
    from summitry.extractors.combined import CombinedExtractor
    from summitry.extractors.opening import open_extractor
    from summitry.extractors.suggestion import Examined, Refused, Source, Suggester, Suggestion

__all__ = [
    "CombinedExtractor", "Examined", "ExtractorSettings", "LlmSettings", "Refused", "Source", "SpacySettings",
    "Suggester", "Suggestion", "open_extractor", "parse",
]  # fmt: skip
_LATER = {"CombinedExtractor": "combined", "open_extractor": "opening"} | dict.fromkeys(
    ("Examined", "Refused", "Source", "Suggester", "Suggestion"), "suggestion"
)


def __getattr__(name: str) -> Any:
    """The names that are imported on first use (PEP 562)."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"summitry.extractors.{_LATER[name]}"), name)
