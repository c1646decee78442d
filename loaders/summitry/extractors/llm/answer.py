"""A model's answer as typed values. What is not in the schema is refused item by item; the rest is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeVar

from summitry.claims import AgentType, EventKind, EventMode, EventStatus, Role
from summitry.extractors.llm.failures import MalformedError
from summitry.extractors.suggestion import Refused

MOST_ITEMS = 300
"""So many entries of one list are read; no article has more."""
_Item = TypeVar("_Item")
_Enum = TypeVar("_Enum", bound=StrEnum)


class _BadFieldError(Exception):
    """A field that breaks the schema."""


@dataclass(frozen=True, slots=True)
class SaidDate:
    """Words that date an event, and what the model takes them to mean."""

    words: str
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class SaidName:
    """Words that name a place or whoever announces something; `type` is None for a place."""

    words: str
    name: str
    country: str | None = None
    type: AgentType | None = None


@dataclass(frozen=True, slots=True)
class SaidParticipant:
    """Somebody in a role."""

    words: str
    name: str
    type: AgentType
    country: str | None
    role: Role
    behalf: str | None
    quote: str


@dataclass(frozen=True, slots=True)
class SaidEvent:
    """An event with everything that the model says of it."""

    quote: str
    name: str
    kind: EventKind
    status: EventStatus
    mode: EventMode | None
    main: bool
    dates: tuple[SaidDate, ...]
    places: tuple[SaidName, ...]
    participants: tuple[SaidParticipant, ...]
    announced_by: tuple[SaidName, ...]


@dataclass(frozen=True, slots=True)
class SaidOffice:
    """That somebody holds an office."""

    words: str
    person: str
    office: str
    of: str
    quote: str


@dataclass(frozen=True, slots=True)
class SaidMembership:
    """That somebody belongs to a body."""

    member_words: str
    member: str
    member_type: AgentType
    of_words: str
    of: str
    role: str
    quote: str


@dataclass(slots=True)
class Answer:
    """Everything that a model says of one piece of an article."""

    events: list[SaidEvent] = field(default_factory=list)
    offices: list[SaidOffice] = field(default_factory=list)
    memberships: list[SaidMembership] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)


def read_answer(found: dict[str, Any], model: str) -> Answer:
    """The answer in a JSON object. Raises MalformedError when it has no list of events."""
    if not isinstance(found.get("events"), list):
        raise MalformedError(model, "answered with JSON outside the schema: no list of events", "ask another model")
    answer = Answer()
    answer.events = list(_each(found, "events", lambda item: _event(item, answer.refused), answer.refused))
    answer.offices = list(_each(found, "offices", _office, answer.refused))
    answer.memberships = list(_each(found, "memberships", _membership, answer.refused))
    return answer


def _each(
    item: dict[str, Any], key: str, read: Callable[[dict[str, Any]], _Item], refused: list[Refused]
) -> Iterator[_Item]:
    """The entries of a list that are in the schema."""
    values = item.get(key)
    for value in values[:MOST_ITEMS] if isinstance(values, list) else ():
        try:
            if not isinstance(value, dict):
                raise _BadFieldError("is no object")
            yield read(value)
        except _BadFieldError as error:
            refused.append(Refused(key, _words(value), str(error)))


def _event(item: dict[str, Any], refused: list[Refused]) -> SaidEvent:
    return SaidEvent(
        quote=_text(item, "quote"),
        name=_text(item, "name", required=False) or "",
        kind=_one_of(item, "kind", EventKind),
        status=_one_of(item, "status", EventStatus),
        mode=_one_of(item, "mode", EventMode) if item.get("mode") is not None else None,
        main=item.get("main") is True,
        dates=tuple(_each(item, "dates", _date, refused)),
        places=tuple(_each(item, "places", _place, refused)),
        participants=tuple(_each(item, "participants", _participant, refused)),
        announced_by=tuple(_each(item, "announcedBy", _announcer, refused)),
    )


def _date(item: dict[str, Any]) -> SaidDate:
    return SaidDate(_text(item, "words"), _optional(item, "start"), _optional(item, "end"))


def _place(item: dict[str, Any]) -> SaidName:
    words = _text(item, "words")
    return SaidName(words, _optional(item, "name") or words, _optional(item, "country"))


def _announcer(item: dict[str, Any]) -> SaidName:
    words = _text(item, "words")
    return SaidName(words, _optional(item, "name") or words, None, _one_of(item, "type", AgentType))


def _participant(item: dict[str, Any]) -> SaidParticipant:
    words = _text(item, "words")
    return SaidParticipant(
        words=words,
        name=_optional(item, "name") or words,
        type=_one_of(item, "type", AgentType),
        country=_optional(item, "country"),
        role=_one_of(item, "role", Role),
        behalf=_optional(item, "onBehalfOf"),
        quote=_text(item, "quote"),
    )


def _office(item: dict[str, Any]) -> SaidOffice:
    return SaidOffice(*(_text(item, key) for key in ("words", "person", "office", "of", "quote")))


def _membership(item: dict[str, Any]) -> SaidMembership:
    role = _text(item, "role")
    return SaidMembership(
        _text(item, "memberWords"), _text(item, "member"), _one_of(item, "memberType", AgentType),
        _text(item, "ofWords"), _text(item, "of"), role, _text(item, "quote"),
    )  # fmt: skip


def _text(item: dict[str, Any], key: str, *, required: bool = True) -> str:
    value = item.get(key)
    if value is None and not required:
        return ""
    if not isinstance(value, str) or (required and not value.strip()):
        raise _BadFieldError(f"has no text in {key}")
    return value


def _optional(item: dict[str, Any], key: str) -> str | None:
    value = item.get(key)
    if value is not None and not isinstance(value, str):
        raise _BadFieldError(f"has no text in {key}")
    return value.strip() or None if value else None


def _one_of(item: dict[str, Any], key: str, values: type[_Enum]) -> _Enum:
    value = item.get(key)
    if not isinstance(value, str) or value not in set(values):
        raise _BadFieldError(f"has {value!r:.40} in {key}, which is not one of {_listed(list(values))}")
    return values(value)


def _listed(values: Sequence[str]) -> str:
    return ", ".join(values)


def _words(value: Any) -> str:
    """How a refused entry is named: by its words."""
    if not isinstance(value, dict):
        return repr(value)[:80]
    return next((str(value[key])[:80] for key in ("words", "name", "quote", "person") if value.get(key)), "")
