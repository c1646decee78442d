"""Offices and memberships of an answer, checked like everything else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from summitry.claims import AgentType
from summitry.extract.reading import MembershipReading, OfficeReading
from summitry.extractors.linking import Linker, Named
from summitry.extractors.llm.answer import SaidMembership, SaidOffice
from summitry.extractors.quotes import Quotes
from summitry.extractors.suggestion import Refused
from summitry.reference import Reference

_ROLES = frozenset({"member", "chair", "lead", "observer", "partner", "associate", "suspended"})
_ABSENT = "is not in the article"
_BODIES = (AgentType.ORGANISATION, AgentType.COALITION, AgentType.GROUP)


class HoldingReader:
    """Reads who holds what and who belongs to what; refusals are added to the list that it is given."""

    def __init__(self, quotes: Quotes, linker: Linker, reference: Reference, refused: list[Refused]) -> None:
        self._quotes = quotes
        self._linker = linker
        self._reference = reference
        self._refused = refused

    def offices(self, said: Iterable[SaidOffice], near: tuple[int, int]) -> Iterator[OfficeReading]:
        """Each holding once."""
        seen: set[tuple[str, str, str]] = set()
        for one in said:
            found = self._office(one, near)
            if isinstance(found, str):
                self._refuse("office", one.quote, found)
            elif (key := (found.person.key, found.office, found.of.key)) not in seen:
                seen.add(key)
                yield found

    def _office(self, said: SaidOffice, near: tuple[int, int]) -> OfficeReading | str:
        """The office, or why it is refused."""
        if said.office not in self._reference.offices:
            return f"{said.office!r} is no key of the table of offices"
        quote = self._quotes.find(said.quote, near)
        words = self._quotes.find(said.words, (quote.start, quote.end)) if quote else None
        if quote is None or words is None:
            return _ABSENT
        person = self._linker.link(Named(words, said.person, AgentType.PERSON))
        if person is None or person.unnamed:
            return f"{said.person} cannot be told from the words"
        of = self._linker.owner(said.of, quote, person)
        if of is None:
            return f"nothing ties {person.name} to {said.of}"
        return OfficeReading(person, said.office, of, quote, "llm/office", (words.quote,))

    def memberships(self, said: Iterable[SaidMembership], near: tuple[int, int]) -> Iterator[MembershipReading]:
        """Each membership once."""
        seen: set[tuple[str, str, str]] = set()
        for one in said:
            found = self._membership(one, near)
            if isinstance(found, str):
                self._refuse("membership", one.quote, found)
            elif (key := (found.member.key, found.of.key, found.role)) not in seen:
                seen.add(key)
                yield found

    def _membership(self, said: SaidMembership, near: tuple[int, int]) -> MembershipReading | str:
        """The membership, or why it is refused."""
        if said.role not in _ROLES:
            return f"{said.role!r} is no role of a member"
        quote = self._quotes.find(said.quote, near)
        here = (quote.start, quote.end) if quote else near
        member_words, of_words = self._quotes.find(said.member_words, here), self._quotes.find(said.of_words, here)
        if quote is None or member_words is None or of_words is None:
            return _ABSENT
        member = self._linker.link(Named(member_words, said.member, said.member_type))
        of = self._linker.link(Named(of_words, said.of, AgentType.ORGANISATION))
        if member is None or of is None or of.type not in _BODIES or member.key == of.key:
            return "member or body cannot be told from the words"
        return MembershipReading(member, of, said.role, quote, "llm/membership")

    def _refuse(self, what: str, value: str, reason: str) -> None:
        self._refused.append(Refused(what, " ".join(value.split())[:200], reason))
