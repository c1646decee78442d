"""The closed vocabularies of claims. Member names are upper case, values are the RDF local names."""

from __future__ import annotations

from enum import StrEnum


class EventKind(StrEnum):
    """Form of the meeting, after PLOVER's CONSULT modes and CAMEO 03x, 04x, 057."""

    SUMMIT = "summit"
    MEETING = "meeting"
    VISIT = "visit"
    CALL = "call"
    VIDEOCONFERENCE = "videoconference"
    NEGOTIATION = "negotiation"
    CONFERENCE = "conference"
    SIGNING = "signing"
    OTHER = "other"


class EventStatus(StrEnum):
    """State of the event, after schema.org EventStatusType, extended."""

    PLANNED = "planned"
    ONGOING = "ongoing"
    HELD = "held"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    PROPOSED = "proposed"
    DECLINED = "declined"


class EventMode(StrEnum):
    """How the participants come together."""

    IN_PERSON = "inPerson"
    VIRTUAL = "virtual"
    HYBRID = "hybrid"


class Role(StrEnum):
    """What somebody does at an event. INVITEE and ABSENT do not attend."""

    HOST = "host"
    CHAIR = "chair"
    PARTICIPANT = "participant"
    MEDIATOR = "mediator"
    INVITEE = "invitee"
    ABSENT = "absent"
    ORGANISER = "organiser"

    @property
    def attends(self) -> bool:
        """True when somebody in this role takes part."""
        return self not in (Role.INVITEE, Role.ABSENT)


class AgentType(StrEnum):
    """Who or what can take part in an event."""

    PERSON = "person"
    STATE = "state"
    ORGANISATION = "organisation"
    COALITION = "coalition"
    GROUP = "group"


class Modality(StrEnum):
    """How a sentence presents what it says, after ACE 2005 and the FactBank scale."""

    ASSERTED = "asserted"
    INTENDED = "intended"
    POSSIBLE = "possible"
    CONDITIONAL = "conditional"


class Polarity(StrEnum):
    """Whether a sentence affirms or denies."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Rank(StrEnum):
    """Which of several claims on one thing to show first, after Wikibase."""

    PREFERRED = "preferred"
    NORMAL = "normal"
    DEPRECATED = "deprecated"


class Precision(StrEnum):
    """How exact a date reading is."""

    DAY = "day"
    INTERVAL = "interval"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
