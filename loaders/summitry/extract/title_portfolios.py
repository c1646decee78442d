"""Portfolios beside a word for a minister in a title: `Minister of Trade and Industry`, `ministre de la Santé`."""

from __future__ import annotations

from summitry.extract import symbols as sym
from summitry.extract.portfolios import Portfolios, plain
from summitry.extract.text import fold
from summitry.extract.titles import Row, Title

_MINISTER = "minister"


class PortfolioReader:
    """Takes the portfolios of a minister into the title."""

    def __init__(self, text: str, portfolios: Portfolios) -> None:
        self._portfolios = portfolios
        self._plain = plain(text)

    def behind(self, row: Row, title: Title, last: int, *, told: bool) -> int:
        """Where a title ends with the portfolios behind it, which give the office unless it was `told` before."""
        bare = not told and self._bare(row, title)
        if not 0 < last < len(row) or not (bare or title.level == _MINISTER) or title.plural:
            return last
        found = self._portfolios.behind(self._plain, row[last - 1].end, bare=bare)
        end = next((at + 1 for at in range(last, len(row)) if found and row[at].end == found[0]), None)
        if found is None or end is None or any(item.symbol == sym.STATE for item in row[last:end]):
            return last
        self._hold(title, found[1], bare=bare)
        return end

    def before(self, row: Row, title: Title, floor: int) -> int:
        """Where a title begins with the portfolios before it."""
        bare = self._bare(row, title)
        if title.plural or not (bare or title.level == _MINISTER) or title.first <= floor:
            return title.first
        found = self._portfolios.before(self._plain, row[floor].start, row[title.first].start, bare=bare)
        first = next((at for at in range(floor, title.first) if found and row[at].start == found[0]), None)
        if found is None or first is None:
            return title.first
        self._hold(title, found[1] if bare else (*found[1], title.office), bare=True)
        return first

    def _bare(self, row: Row, title: Title) -> bool:
        """Whether the word of a title says nothing of what its holder is minister of."""
        return fold(row[title.last - 1].text) in self._portfolios.heads

    def _hold(self, title: Title, offices: tuple[str, ...], *, bare: bool) -> None:
        main = self._portfolios.main
        if bare and offices:
            title.office, title.level = offices[0], _MINISTER
            offices = offices[1:]
        further = [office for office in offices if {office, title.office} <= main and office != title.office]
        title.also.extend(Title(title.first, title.last, office, _MINISTER) for office in further)
