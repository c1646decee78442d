"""From an article to claims: sentences, mentions, frames, events, each with the words that say it."""

from summitry.extract.contract import contract
from summitry.extract.extractor import Extractor
from summitry.extract.packs import Pack, load_packs
from summitry.extract.reading import Reading

__all__ = ["Extractor", "Pack", "Reading", "contract", "load_packs"]
