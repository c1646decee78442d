"""IRIs of the ontology's terms. Generated from summitry.ttl by `make ontology`: do not edit."""

from __future__ import annotations

from typing import Final

NAMESPACE: Final = "https://w3id.org/summitry/ontology#"

# Classes
CLASS_AGENT: Final = "https://w3id.org/summitry/ontology#Agent"
CLASS_ARTICLE: Final = "https://w3id.org/summitry/ontology#Article"
CLASS_CALL: Final = "https://w3id.org/summitry/ontology#Call"
CLASS_CLAIM: Final = "https://w3id.org/summitry/ontology#Claim"
CLASS_COALITION: Final = "https://w3id.org/summitry/ontology#Coalition"
CLASS_CONFERENCE: Final = "https://w3id.org/summitry/ontology#Conference"
CLASS_EVENT: Final = "https://w3id.org/summitry/ontology#Event"
CLASS_EVENT_MODE: Final = "https://w3id.org/summitry/ontology#EventMode"
CLASS_EVENT_STATUS: Final = "https://w3id.org/summitry/ontology#EventStatus"
CLASS_EVIDENCE: Final = "https://w3id.org/summitry/ontology#Evidence"
CLASS_GROUP: Final = "https://w3id.org/summitry/ontology#Group"
CLASS_LEADER: Final = "https://w3id.org/summitry/ontology#Leader"
CLASS_MEETING: Final = "https://w3id.org/summitry/ontology#Meeting"
CLASS_MEMBERSHIP: Final = "https://w3id.org/summitry/ontology#Membership"
CLASS_MEMBERSHIP_ROLE: Final = "https://w3id.org/summitry/ontology#MembershipRole"
CLASS_MODALITY: Final = "https://w3id.org/summitry/ontology#Modality"
CLASS_NEGOTIATION: Final = "https://w3id.org/summitry/ontology#Negotiation"
CLASS_OFFICE: Final = "https://w3id.org/summitry/ontology#Office"
CLASS_ORGANISATION: Final = "https://w3id.org/summitry/ontology#Organisation"
CLASS_OTHER_EVENT: Final = "https://w3id.org/summitry/ontology#OtherEvent"
CLASS_OUTCOME: Final = "https://w3id.org/summitry/ontology#Outcome"
CLASS_PARTICIPATION: Final = "https://w3id.org/summitry/ontology#Participation"
CLASS_PERSON: Final = "https://w3id.org/summitry/ontology#Person"
CLASS_PLACE: Final = "https://w3id.org/summitry/ontology#Place"
CLASS_POLARITY: Final = "https://w3id.org/summitry/ontology#Polarity"
CLASS_RANK: Final = "https://w3id.org/summitry/ontology#Rank"
CLASS_ROLE: Final = "https://w3id.org/summitry/ontology#Role"
CLASS_SIGNING: Final = "https://w3id.org/summitry/ontology#Signing"
CLASS_STATE: Final = "https://w3id.org/summitry/ontology#State"
CLASS_SUMMIT: Final = "https://w3id.org/summitry/ontology#Summit"
CLASS_TENURE: Final = "https://w3id.org/summitry/ontology#Tenure"
CLASS_VIDEOCONFERENCE: Final = "https://w3id.org/summitry/ontology#Videoconference"
CLASS_VISIT: Final = "https://w3id.org/summitry/ontology#Visit"

# Object properties
ABSENT_FROM: Final = "https://w3id.org/summitry/ontology#absentFrom"
AFFILIATE: Final = "https://w3id.org/summitry/ontology#affiliate"
AGENT: Final = "https://w3id.org/summitry/ontology#agent"
ANNOUNCED_BY: Final = "https://w3id.org/summitry/ontology#announcedBy"
ANNOUNCES: Final = "https://w3id.org/summitry/ontology#announces"
CAPITAL: Final = "https://w3id.org/summitry/ontology#capital"
COUNTRY: Final = "https://w3id.org/summitry/ontology#country"
DISPUTED: Final = "https://w3id.org/summitry/ontology#disputed"
EVENT: Final = "https://w3id.org/summitry/ontology#event"
FROM_CLAIM: Final = "https://w3id.org/summitry/ontology#fromClaim"
HAS_ABSENTEE: Final = "https://w3id.org/summitry/ontology#hasAbsentee"
HAS_CHAIR: Final = "https://w3id.org/summitry/ontology#hasChair"
HAS_EVIDENCE: Final = "https://w3id.org/summitry/ontology#hasEvidence"
HAS_HOST: Final = "https://w3id.org/summitry/ontology#hasHost"
HAS_INVITEE: Final = "https://w3id.org/summitry/ontology#hasInvitee"
HAS_MEDIATOR: Final = "https://w3id.org/summitry/ontology#hasMediator"
HAS_ORGANISER: Final = "https://w3id.org/summitry/ontology#hasOrganiser"
HAS_PARTICIPANT: Final = "https://w3id.org/summitry/ontology#hasParticipant"
HOLDS_OFFICE: Final = "https://w3id.org/summitry/ontology#holdsOffice"
IN_SERIES: Final = "https://w3id.org/summitry/ontology#inSeries"
INVITED_TO: Final = "https://w3id.org/summitry/ontology#invitedTo"
LOCATED_IN: Final = "https://w3id.org/summitry/ontology#locatedIn"
MEMBER_OF: Final = "https://w3id.org/summitry/ontology#memberOf"
MENTIONS: Final = "https://w3id.org/summitry/ontology#mentions"
MET_WITH: Final = "https://w3id.org/summitry/ontology#metWith"
MODALITY: Final = "https://w3id.org/summitry/ontology#modality"
MODE: Final = "https://w3id.org/summitry/ontology#mode"
OF: Final = "https://w3id.org/summitry/ontology#of"
OFFICE: Final = "https://w3id.org/summitry/ontology#office"
ON_BEHALF_OF: Final = "https://w3id.org/summitry/ontology#onBehalfOf"
OUTCOME: Final = "https://w3id.org/summitry/ontology#outcome"
PART_OF: Final = "https://w3id.org/summitry/ontology#partOf"
PARTICIPATES_IN: Final = "https://w3id.org/summitry/ontology#participatesIn"
PARTICIPATES_THROUGH: Final = "https://w3id.org/summitry/ontology#participatesThrough"
PARTICIPATION_MODE: Final = "https://w3id.org/summitry/ontology#participationMode"
PERSON: Final = "https://w3id.org/summitry/ontology#person"
PLACE: Final = "https://w3id.org/summitry/ontology#place"
POLARITY: Final = "https://w3id.org/summitry/ontology#polarity"
RANK: Final = "https://w3id.org/summitry/ontology#rank"
REPORTS: Final = "https://w3id.org/summitry/ontology#reports"
REPRESENTS: Final = "https://w3id.org/summitry/ontology#represents"
ROLE: Final = "https://w3id.org/summitry/ontology#role"
SAME_EVENT_AS: Final = "https://w3id.org/summitry/ontology#sameEventAs"
SOURCE: Final = "https://w3id.org/summitry/ontology#source"
STATUS: Final = "https://w3id.org/summitry/ontology#status"
THROUGH: Final = "https://w3id.org/summitry/ontology#through"

# Datatype properties
ABOUT: Final = "https://w3id.org/summitry/ontology#about"
ANCHOR: Final = "https://w3id.org/summitry/ontology#anchor"
CONFIDENCE: Final = "https://w3id.org/summitry/ontology#confidence"
CONFLICT: Final = "https://w3id.org/summitry/ontology#conflict"
EDITION: Final = "https://w3id.org/summitry/ontology#edition"
END: Final = "https://w3id.org/summitry/ontology#end"
END_EDTF: Final = "https://w3id.org/summitry/ontology#endEdtf"
FLAG: Final = "https://w3id.org/summitry/ontology#flag"
INFERRED: Final = "https://w3id.org/summitry/ontology#inferred"
ISO2: Final = "https://w3id.org/summitry/ontology#iso2"
ISO3: Final = "https://w3id.org/summitry/ontology#iso3"
KIND: Final = "https://w3id.org/summitry/ontology#kind"
LATITUDE: Final = "https://w3id.org/summitry/ontology#latitude"
LONGITUDE: Final = "https://w3id.org/summitry/ontology#longitude"
NAME: Final = "https://w3id.org/summitry/ontology#name"
PRECISION: Final = "https://w3id.org/summitry/ontology#precision"
READING: Final = "https://w3id.org/summitry/ontology#reading"
REASON: Final = "https://w3id.org/summitry/ontology#reason"
RECORDED_AT: Final = "https://w3id.org/summitry/ontology#recordedAt"
RETRACTED_AT: Final = "https://w3id.org/summitry/ontology#retractedAt"
RULE: Final = "https://w3id.org/summitry/ontology#rule"
SCORE: Final = "https://w3id.org/summitry/ontology#score"
START: Final = "https://w3id.org/summitry/ontology#start"
START_EDTF: Final = "https://w3id.org/summitry/ontology#startEdtf"
STATED: Final = "https://w3id.org/summitry/ontology#stated"
STATED_AS: Final = "https://w3id.org/summitry/ontology#statedAs"
TOPIC: Final = "https://w3id.org/summitry/ontology#topic"
VALID_FROM: Final = "https://w3id.org/summitry/ontology#validFrom"
VALID_TO: Final = "https://w3id.org/summitry/ontology#validTo"
VERSION: Final = "https://w3id.org/summitry/ontology#version"
WIKIDATA: Final = "https://w3id.org/summitry/ontology#wikidata"

# Annotation properties
CAMEO_CODE: Final = "https://w3id.org/summitry/ontology#cameoCode"
NODE_LABEL: Final = "https://w3id.org/summitry/ontology#nodeLabel"
PROPERTY_KEY: Final = "https://w3id.org/summitry/ontology#propertyKey"
RELATIONSHIP_TYPE: Final = "https://w3id.org/summitry/ontology#relationshipType"

# Values
VALUE_ABSENT: Final = "https://w3id.org/summitry/ontology#absent"
VALUE_AGREEMENT_SIGNED: Final = "https://w3id.org/summitry/ontology#agreementSigned"
VALUE_ASSERTED: Final = "https://w3id.org/summitry/ontology#asserted"
VALUE_ASSOCIATE: Final = "https://w3id.org/summitry/ontology#associate"
VALUE_CANCELLED: Final = "https://w3id.org/summitry/ontology#cancelled"
VALUE_CHAIR: Final = "https://w3id.org/summitry/ontology#chair"
VALUE_CONDITIONAL: Final = "https://w3id.org/summitry/ontology#conditional"
VALUE_DECLINED: Final = "https://w3id.org/summitry/ontology#declined"
VALUE_DEPRECATED: Final = "https://w3id.org/summitry/ontology#deprecated"
VALUE_HELD: Final = "https://w3id.org/summitry/ontology#held"
VALUE_HOST: Final = "https://w3id.org/summitry/ontology#host"
VALUE_HYBRID: Final = "https://w3id.org/summitry/ontology#hybrid"
VALUE_IN_PERSON: Final = "https://w3id.org/summitry/ontology#inPerson"
VALUE_INTENDED: Final = "https://w3id.org/summitry/ontology#intended"
VALUE_INVITEE: Final = "https://w3id.org/summitry/ontology#invitee"
VALUE_JOINT_STATEMENT: Final = "https://w3id.org/summitry/ontology#jointStatement"
VALUE_LEAD: Final = "https://w3id.org/summitry/ontology#lead"
VALUE_MEDIATOR: Final = "https://w3id.org/summitry/ontology#mediator"
VALUE_MEMBER: Final = "https://w3id.org/summitry/ontology#member"
VALUE_NEGATIVE: Final = "https://w3id.org/summitry/ontology#negative"
VALUE_NO_AGREEMENT: Final = "https://w3id.org/summitry/ontology#noAgreement"
VALUE_NORMAL: Final = "https://w3id.org/summitry/ontology#normal"
VALUE_OBSERVER: Final = "https://w3id.org/summitry/ontology#observer"
VALUE_ONGOING: Final = "https://w3id.org/summitry/ontology#ongoing"
VALUE_ORGANISER: Final = "https://w3id.org/summitry/ontology#organiser"
VALUE_PARTICIPANT: Final = "https://w3id.org/summitry/ontology#participant"
VALUE_PARTNER: Final = "https://w3id.org/summitry/ontology#partner"
VALUE_PLANNED: Final = "https://w3id.org/summitry/ontology#planned"
VALUE_POSITIVE: Final = "https://w3id.org/summitry/ontology#positive"
VALUE_POSSIBLE: Final = "https://w3id.org/summitry/ontology#possible"
VALUE_POSTPONED: Final = "https://w3id.org/summitry/ontology#postponed"
VALUE_PREFERRED: Final = "https://w3id.org/summitry/ontology#preferred"
VALUE_PROPOSED: Final = "https://w3id.org/summitry/ontology#proposed"
VALUE_SUSPENDED: Final = "https://w3id.org/summitry/ontology#suspended"
VALUE_VIRTUAL: Final = "https://w3id.org/summitry/ontology#virtual"

CLASSES: Final = (
    "Agent",
    "Article",
    "Call",
    "Claim",
    "Coalition",
    "Conference",
    "Event",
    "EventMode",
    "EventStatus",
    "Evidence",
    "Group",
    "Leader",
    "Meeting",
    "Membership",
    "MembershipRole",
    "Modality",
    "Negotiation",
    "Office",
    "Organisation",
    "OtherEvent",
    "Outcome",
    "Participation",
    "Person",
    "Place",
    "Polarity",
    "Rank",
    "Role",
    "Signing",
    "State",
    "Summit",
    "Tenure",
    "Videoconference",
    "Visit",
)

PROPERTIES: Final = (
    "absentFrom",
    "affiliate",
    "agent",
    "announcedBy",
    "announces",
    "capital",
    "country",
    "disputed",
    "event",
    "fromClaim",
    "hasAbsentee",
    "hasChair",
    "hasEvidence",
    "hasHost",
    "hasInvitee",
    "hasMediator",
    "hasOrganiser",
    "hasParticipant",
    "holdsOffice",
    "inSeries",
    "invitedTo",
    "locatedIn",
    "memberOf",
    "mentions",
    "metWith",
    "modality",
    "mode",
    "of",
    "office",
    "onBehalfOf",
    "outcome",
    "partOf",
    "participatesIn",
    "participatesThrough",
    "participationMode",
    "person",
    "place",
    "polarity",
    "rank",
    "reports",
    "represents",
    "role",
    "sameEventAs",
    "source",
    "status",
    "through",
    "about",
    "anchor",
    "confidence",
    "conflict",
    "edition",
    "end",
    "endEdtf",
    "flag",
    "inferred",
    "iso2",
    "iso3",
    "kind",
    "latitude",
    "longitude",
    "name",
    "precision",
    "reading",
    "reason",
    "recordedAt",
    "retractedAt",
    "rule",
    "score",
    "start",
    "startEdtf",
    "stated",
    "statedAs",
    "topic",
    "validFrom",
    "validTo",
    "version",
    "wikidata",
    "cameoCode",
    "nodeLabel",
    "propertyKey",
    "relationshipType",
)

VALUES: Final = (
    "absent",
    "agreementSigned",
    "asserted",
    "associate",
    "cancelled",
    "chair",
    "conditional",
    "declined",
    "deprecated",
    "held",
    "host",
    "hybrid",
    "inPerson",
    "intended",
    "invitee",
    "jointStatement",
    "lead",
    "mediator",
    "member",
    "negative",
    "noAgreement",
    "normal",
    "observer",
    "ongoing",
    "organiser",
    "participant",
    "partner",
    "planned",
    "positive",
    "possible",
    "postponed",
    "preferred",
    "proposed",
    "suspended",
    "virtual",
)
