"""Which descriptions tell of one thing: judgements that explain themselves and can be withdrawn."""

from summitry.resolve.describe import Describer
from summitry.resolve.descriptions import EventDescription, describe_events
from summitry.resolve.matching import Comparison, compare
from summitry.resolve.resolver import EventIndex, Resolver

__all__ = ["Comparison", "Describer", "EventDescription", "EventIndex", "Resolver", "compare", "describe_events"]
