"""A question in French or English to its type and to what it says of the event or the person."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from summitry.claims import QuestionError
from summitry.query.linking import Link, Linker
from summitry.query.model import Constraints, Question, QuestionType
from summitry.query.phrases import Phrases
from summitry.resolve.matching import FAMILIES

_YEAR = re.compile(r"\b(19|20)\d\d\b")
_DAY = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
_GENERIC = frozenset({"meeting", "other"})
"""Words such as meeting or event are too general to leave out an event of another kind."""
MAX_LENGTH = 500


def understand(text: str, phrases: Phrases, linker: Linker) -> Question:
    """The question's type and constraints.

    Raises QuestionError, with examples of what is understood, when there is no type or nothing to ask about.
    """
    if len(text) > MAX_LENGTH:
        raise QuestionError(f"{text[:40]}…", f"is longer than {MAX_LENGTH} characters", "ask one short question")
    folded = text.casefold().replace("’", "'")
    kind = phrases.type_of(folded)
    constraints = _constraints(linker.links(text), text)
    if kind is None or constraints == Constraints():
        raise QuestionError(text, phrases.sentences["not_understood"], " · ".join(phrases.examples))
    if kind in (QuestionType.MET, QuestionType.ATTENDED) and not constraints.agents:
        raise QuestionError(text, phrases.sentences["not_understood"], " · ".join(phrases.examples))
    return Question(text, phrases.language, kind, constraints)


def related_kinds(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """The kinds with those that news use for one and the same event (`resolve.matching.FAMILIES`)."""
    classes = {kind.capitalize() for kind in kinds}
    family = {name for group in FAMILIES if group & classes for name in group}
    return tuple(sorted({_kind(name) for name in family} | set(kinds)))


def _kind(class_name: str) -> str:
    return "other" if class_name == "OtherEvent" else class_name.lower()


def _constraints(links: Iterable[Link], text: str) -> Constraints:
    links = list(links)
    kinds = {value for link in links if link.kind == "event" for value in link.values} - _GENERIC
    agents = dict.fromkeys(link.values for link in links if link.kind == "agent")
    places = dict.fromkeys(link.values for link in links if link.kind == "place")
    return Constraints(tuple(sorted(kinds)), tuple(agents), tuple(places), _days(text))


def _days(text: str) -> tuple[date, date] | None:
    day = _DAY.search(text)
    if day:
        exact = date(*map(int, day.groups()))
        return exact, exact
    year = _YEAR.search(text)
    return (date(int(year.group()), 1, 1), date(int(year.group()), 12, 31)) if year else None
