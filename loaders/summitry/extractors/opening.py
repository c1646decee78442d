"""Extractors by name: `rules`, `rules+llm`, `rules+spacy`, `rules+spacy+llm`, `llm`."""

from __future__ import annotations

from summitry.claims import ExtractorError
from summitry.extract import ParallelExtractor
from summitry.extractors.combined import CombinedExtractor, Note
from summitry.extractors.names import Names
from summitry.extractors.settings import RULES, ExtractorSettings, parse
from summitry.extractors.suggestion import Suggester
from summitry.reference import Reference


def open_extractor(
    spec: str,
    reference: Reference,
    settings: ExtractorSettings,
    on_examined: Note | None = None,
    *,
    fallback: bool = True,
    processes: int = 1,
) -> CombinedExtractor:
    """The extractors of a specification as one, to be closed after use. The rest is as for CombinedExtractor.

    `processes` is in how many of them the rules read.

    Raises ExtractorError for an unknown name, a package that is not installed, and a model that no setting names.
    """
    parts = parse(spec)
    names = Names(reference)
    others: list[Suggester] = []
    if "spacy" in parts:
        others.append(_spacy(settings, reference, names))
    if "llm" in parts:
        others.append(_llm(settings, reference, names))
    workers = settings.llm.workers if settings.llm and "llm" in parts else 1
    return CombinedExtractor(
        ParallelExtractor(processes, reference), others, workers=workers, with_rules=RULES in parts, fallback=fallback,
        on_examined=on_examined,
    )  # fmt: skip


def _llm(settings: ExtractorSettings, reference: Reference, names: Names) -> Suggester:
    if settings.llm is None:
        cause = "no model is named"
        raise ExtractorError(
            "extractor llm", cause, "set SUMMITRY_LLM_URL and SUMMITRY_LLM_MODEL; see docs/extractors.md"
        )
    try:
        from summitry.extractors.llm.reader import LlmExtractor
    except ModuleNotFoundError as error:
        raise _missing("llm", error) from error
    return LlmExtractor(settings.llm, reference, names)


def _spacy(settings: ExtractorSettings, reference: Reference, names: Names) -> Suggester:
    try:
        from summitry.extractors.spacy_ner import SpacyExtractor
    except ModuleNotFoundError as error:
        raise _missing("spacy", error) from error
    return SpacyExtractor(settings.spacy, reference, names)


def _missing(extra: str, error: ModuleNotFoundError) -> ExtractorError:
    return ExtractorError(f"extractor {extra}", f"needs {error.name}", f"pip install 'summitry[{extra}]'")
