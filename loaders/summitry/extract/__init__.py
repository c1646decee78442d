"""From an article to claims: sentences, mentions, frames, events, each with the words that say it.

The Extractor itself is imported when it is first asked for: questions need the language packs alone.
"""

from typing import TYPE_CHECKING, Any

from summitry.extract.contract import contract
from summitry.extract.packs import Pack, load_packs
from summitry.extract.reading import Reading

if TYPE_CHECKING:
    from summitry.extract.extractor import Extractor

__all__ = ["Extractor", "Pack", "Reading", "contract", "load_packs"]


def __getattr__(name: str) -> Any:
    """The name that is imported on first use (PEP 562)."""
    if name != "Extractor":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from summitry.extract.extractor import Extractor

    return Extractor
