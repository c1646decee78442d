"""Checking a graph against the SHACL shapes: a store, or a file that somebody brings along."""

from summitry.validation.model import Proof, Violation
from summitry.validation.run import validate
from summitry.validation.sources import FileSource, StoreSource

__all__ = ["FileSource", "Proof", "StoreSource", "Violation", "validate"]
