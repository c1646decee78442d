"""Summitry as a store of rdflib: `rdflib.Graph(store="Summitry")`. Needs the extra `summitry[rdflib]`."""

from summitry.rdflib_store.store import SummitryStore

__all__ = ["SummitryStore"]
