"""From an article to claims: sentences, mentions, frames, events, each with the words that say it.

The Extractor itself is imported when it is first asked for: questions need the language packs alone.
"""

from typing import TYPE_CHECKING, Any

from summitry.extract.contract import contract
from summitry.extract.packs import Pack, load_packs
from summitry.extract.reading import Reading

if TYPE_CHECKING:
    from summitry.extract.extractor import Extractor
    from summitry.extract.parallel import ParallelExtractor, default_workers

__all__ = ["Extractor", "Pack", "ParallelExtractor", "Reading", "contract", "default_workers", "load_packs"]
_LATER = {
    "Extractor": "summitry.extract.extractor",
    "ParallelExtractor": "summitry.extract.parallel",
    "default_workers": "summitry.extract.parallel",
}


def __getattr__(name: str) -> Any:
    """The names that are imported on first use (PEP 562)."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_LATER[name]), name)
