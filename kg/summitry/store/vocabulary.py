"""The IRIs that the views give a meaning to, in one place."""

from __future__ import annotations

from types import MappingProxyType

from summitry.claims import EventKind, Role, iris
from summitry.claims.iris import term

INFERRED = iris.DATA + "inferred"
"""The named graph of inferred facts; the claims behind them are in graphs below it, one for each event."""

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"
PROV = "http://www.w3.org/ns/prov#"
OA = "http://www.w3.org/ns/oa#"
SCHEMA = "https://schema.org/"
EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"

TYPE = RDF + "type"
NAME = term("name")
STATUS = term("status")
MODE = term("mode")
START = term("start")
END = term("end")
CONFLICT = term("conflict")
MENTIONS = term("mentions")
ANNOUNCED_BY = term("announcedBy")
HOLDS_OFFICE = term("holdsOffice")
MEMBER_OF = term("memberOf")
SAME_EVENT_AS = term("sameEventAs")
MET_WITH = term("metWith")


EVENT_CLASSES = frozenset(
    term("OtherEvent" if kind is EventKind.OTHER else kind.value.capitalize()) for kind in EventKind
)
"""The classes that say which form an event has; an event shows one of them."""

GENERIC_EVENT_CLASSES = frozenset({term("Meeting"), term("OtherEvent"), term("Event")})
"""Classes that fit any event: a source that says only this does not contradict a more exact one."""

FUNCTIONAL = frozenset({STATUS, MODE, START, END})
"""Predicates of an event that have one value at most (its class too, see `EVENT_CLASSES`)."""

ROLE_PREDICATES = MappingProxyType(
    {
        term("hasHost"): Role.HOST,
        term("hasChair"): Role.CHAIR,
        term("hasParticipant"): Role.PARTICIPANT,
        term("hasMediator"): Role.MEDIATOR,
        term("hasOrganiser"): Role.ORGANISER,
        term("hasInvitee"): Role.INVITEE,
        term("hasAbsentee"): Role.ABSENT,
    }
)
HAS_PARTICIPANT = term("hasParticipant")
