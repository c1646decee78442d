"""A title without a name: whom it means by its state or body, and by who was told of before."""

from __future__ import annotations

from summitry.extract import symbols as sym
from summitry.extract.mention_model import Found, Mention, Scene
from summitry.extract.reading import Agent
from summitry.extract.titles import Row, Title

_HEADS = frozenset({"headOfState", "headOfGovernment"})


class Unnamed:
    """Reads titles that stand alone."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def _untitled(self, row: Row, title: Title, found: Found) -> Mention:
        """A title without a name."""
        scene = self._scene
        self._point(title)
        if self._of_a_state_named(row, title, found) or self._any(row, title):
            return scene.blocked(row, title.first, title.last, title)
        if title.of and title.held and self._of_state(title):
            mention = scene.mention(row, title.first, title.last, [], title)
            mention.agents = [self._holder(mention, title, title.of, found)]
            if not scene.who.is_named(mention.agents[0]):
                scene.untold.append(mention)
            return mention
        known = None if title.of else self._pointed(row, title)
        if known is None:
            return scene.blocked(row, title.first, title.last, title)
        mention = scene.mention(row, title.first, title.last, [known], title)
        if scene.who.alone_with(title.office):
            scene.hold(mention, known, title, found, "title-reference")
        return mention

    def _point(self, title: Title) -> None:
        """`president of the bloc`, `his prime minister`: whose office it is was said before."""
        who = self._scene.who
        if title.back and not title.of:
            title.of = who.latest_body
        elif title.possessive and not title.of and self._of_government(title):
            title.of = who.latest_state

    def _of_government(self, title: Title) -> bool:
        deputy = title.office in self._scene.book.words.deputies
        return deputy or title.level == "minister" or title.office == "primeMinister"

    def _of_a_state_named(self, row: Row, title: Title, found: Found) -> bool:
        """`Brazil, the current chair of the G20,`: the title is the state's own."""
        before = found.mentions[-1] if found.mentions else None
        if before is None or not before.seat or title.office not in self._scene.book.words.bodies:
            return False
        return title.first - before.last <= 2 and row[before.last].symbol == ","

    def _any(self, row: Row, title: Title) -> bool:
        """`a French president`, `the third head of state to visit P`: whoever held the office, and nobody by name."""
        if (
            title.level in _HEADS
            and not title.of
            and any(i.symbol == "ORD" for i in row[max(title.first - 1, 0) : title.last])
        ):
            return True
        first = row[title.first]
        if first.symbol != "DET" and title.first > 0:
            first = row[title.first - 1]
        return first.symbol == "DET" and first.text.lower() in self._scene.agents.indefinite

    def _of_state(self, title: Title) -> bool:
        """Whether a title with its state or body is enough to mean one person."""
        words = self._scene.book.words
        if title.office in words.bodies and title.of and self._scene.book.is_state(title.of):
            return False
        return title.office not in words.local and (title.level != "other" or title.office in words.deputies)

    def _holder(self, mention: Mention, title: Title, of: str, found: Found) -> Agent:
        scene = self._scene
        tables = title.level != "envoy"
        if agent := scene.who.by_title(title.office, of) if tables else scene.who.told(title.office, of):
            if scene.who.is_named(agent):
                scene.hold(mention, agent, title, found, "title-holder")
            return agent
        return scene.agents.titled(scene.words(mention), title.office, of)

    def _pointed(self, row: Row, title: Title) -> Agent | None:
        """`le président`, `son ministre`: whoever was mentioned before and holds the office."""
        if not title.held or title.elsewhere or goes_on(row, title.last):
            return None
        if title.level in ("other", "envoy"):
            onward = title.last < len(row) and row[title.last].symbol == "OF"
            alone = not title.possessive and not onward and self._definite(row, title)
            return self._scene.who.only_with(title.office) if alone else None
        who, book = self._scene.who, self._scene.book
        vague = title.office in book.words.bodies and len(book.meanings(title.office)) > 1
        of = title.last < len(row) and row[title.last].symbol == "OF"  # `the strongman of the east`
        if title.possessive or vague or of:
            return None
        found = who.latest_with(title.office, self._gender(row, title)) if self._definite(row, title) else None
        if found is None and who.issuer and self._definite(row, title) and title.level in _HEADS:
            found = who.by_title(title.office, who.issuer)
        # `le président de la République`: never whoever presides a body
        of_state = title.level == "headOfState" and " " in row[title.last - 1].text
        return None if found is not None and found.format and of_state else found

    def _gender(self, row: Row, title: Title) -> str:
        """`la premier`: an article that only women have."""
        first = max(title.first - 1, 0)
        words = {item.text.lower() for item in row[first : title.first + 1]}
        return "f" if words & self._scene.agents.feminine else ""

    def _definite(self, row: Row, title: Title) -> bool:
        before = row[title.first - 1] if title.first > 0 else row[title.first]
        fused = before.text.lower() in self._scene.agents.nationals
        return row[title.first].symbol == "DET" or (title.first > 0 and (before.symbol in ("OF", "IN") or fused))


def goes_on(row: Row, at: int) -> bool:
    """Whether a title goes on with words that no table knows: `la reine Letizia`, `secrétaire d'État au Commerce`."""
    if at < len(row) and row[at].symbol in ("IN", "TO", "ON"):
        at += 1
        while at < len(row) and row[at].symbol == "DET":
            at += 1
    return 0 < at < len(row) and row[at].symbol == sym.CAPITAL and row[at].start - row[at - 1].end <= 1
