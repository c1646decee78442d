"""What is known before anything is read: states, offices, people, organisations, places, with source and licence."""

from summitry.reference.edtf import edtf_bounds
from summitry.reference.records import (
    Anniversary,
    Holiday,
    Membership,
    Office,
    Organisation,
    Person,
    Place,
    State,
    StateName,
    Tenure,
)
from summitry.reference.tables import Reference

__all__ = [
    "Anniversary",
    "Holiday",
    "Membership",
    "Office",
    "Organisation",
    "Person",
    "Place",
    "Reference",
    "State",
    "StateName",
    "Tenure",
    "edtf_bounds",
]
