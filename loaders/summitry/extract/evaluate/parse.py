"""Gold files and predictions, as JSON values, to what is compared."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from summitry.extract.evaluate.model import Belonging, Content, Event, Party, Place, Tenure, plain_date
from summitry.extract.evaluate.names import Folder

Item = Mapping[str, Any]

_ISO3 = re.compile(r"[A-Za-z]{3}")


@dataclass(frozen=True, slots=True)
class Parser:
    """Reads one of the two shapes. Other names of events, organisations and members count in gold alone."""

    folder: Folder
    gold: bool

    def content(self, item: Item) -> Content:
        """Everything that an article says."""
        return Content(
            tuple(self._event(event) for event in item.get("events") or ()),
            tuple(self._tenure(tenure) for tenure in item.get("offices") or ()),
            tuple(self._belonging(membership) for membership in item.get("memberships") or ()),
        )

    def _event(self, item: Item) -> Event:
        names = (item.get("name"), *self._aliases(item, "name_aliases"))
        return Event(
            kind=item.get("kind"),
            kind_alt=_list(item, "kind_alt"),
            name=item.get("name"),
            labels=tuple(label for label in (self.folder.label(name) for name in names) if label),
            start=plain_date(item.get("start")),
            end=plain_date(item.get("end")),
            places=tuple(self._place(place) for place in item.get("places") or item.get("place") or ()),
            virtual=bool(item.get("virtual")) or item.get("mode") == "virtual",
            status=item.get("status"),
            status_alt=_list(item, "status_alt"),
            parties=tuple(self._party(party) for party in item.get("participants") or ()),
            main=bool(item.get("main", True)),
            optional=bool(item.get("optional")),
        )

    def _party(self, item: Item) -> Party:
        return Party(
            name=str(item.get("name")),
            forms=self.folder.forms((item.get("name"), *_list(item, "names"), *_list(item, "aliases"))),
            type=item.get("type") or "person",
            country=_country(item),
            role=item.get("role") or "participant",
            role_alt=_list(item, "role_alt"),
            unnamed=bool(item.get("unnamed")),
            optional=bool(item.get("optional")),
            confidence=item.get("confidence"),
        )

    def _place(self, item: Item) -> Place:
        names = (item.get("name"), *_list(item, "aliases"))
        return Place(str(item.get("name")), frozenset(self.folder.fold(n) for n in names if n), _country(item))

    def _tenure(self, item: Item) -> Tenure:
        office = self.folder.plain_office(item.get("office") or "")
        return Tenure(
            person=str(item.get("person")),
            forms=self.folder.forms((item.get("person"), *_list(item, "names"), *self._aliases(item, "aliases"))),
            office=office,
            offices=self.folder.office(office),
            of=self.folder.organisation((item.get("of"), *self._aliases(item, "of_aliases"))),
            of_name=str(item.get("of")),
            optional=bool(item.get("optional")),
        )

    def _belonging(self, item: Item) -> Belonging:
        names = (item.get("member"), *_list(item, "names"), *self._aliases(item, "member_aliases"))
        return Belonging(
            member=str(item.get("member")),
            members=frozenset(self.folder.fold(name) for name in names if name),
            of=self.folder.organisation((item.get("of"), *self._aliases(item, "of_aliases"))),
            of_name=str(item.get("of")),
            role=item.get("role") or "member",
            optional=bool(item.get("optional")),
        )

    def _aliases(self, item: Item, key: str) -> tuple[str, ...]:
        return _list(item, key) if self.gold else ()


def _list(item: Item, key: str) -> tuple[str, ...]:
    return tuple(item.get(key) or ())


def _country(item: Item) -> str | None:
    code = item.get("country")
    return code.upper() if isinstance(code, str) and _ISO3.fullmatch(code) else None
