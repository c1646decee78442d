"""Names as the comparison sees them, and how alike two of them are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from summitry.extract.evaluate.wordlists import WordLists

SAME = 1.0
SPELLING = 0.9
"""The same words in another order, or each word spelt nearly alike."""
WORD_SPELLING = 0.85
"""One word each, nearly alike."""
CONTAINED = 0.8
"""All words of the shorter name stand in the longer one."""
FAMILY = 0.6
"""One word, which is the last of the longer name."""

_OTHER = re.compile(r"[^\w ]|_")
_SPACE = re.compile(r"\s+")
_OFFICE_KEY = re.compile(r"[a-z]+(?:[A-Z][a-z]*)+")


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a name: folded text, its words without titles, and of those the words without particles."""

    folded: str
    words: tuple[str, ...]
    core: frozenset[str]


@dataclass(frozen=True)
class Folder:
    """Folds names: no case, accents, titles or signs."""

    lists: WordLists
    _letters: dict[int, str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_letters", str.maketrans(dict(self.lists.letters)))

    def fold(self, text: str | None) -> str:
        """Lower-case Latin letters and digits, words separated by one blank; None is the empty text."""
        decomposed = unicodedata.normalize("NFKD", (text or "").casefold().translate(self._letters))
        plain = "".join(c for c in decomposed if not unicodedata.combining(c))
        return _SPACE.sub(" ", _OTHER.sub(" ", plain)).strip()

    def form(self, name: str) -> Form:
        """A name ready for comparison. A name of titles alone ("King") keeps them."""
        folded = self.fold(name)
        words = tuple(folded.split())
        kept = tuple(word for word in words if word not in self.lists.titles) or words
        return Form(folded, kept, frozenset(kept) - self.lists.particles)

    def forms(self, names: Iterable[str | None]) -> tuple[Form, ...]:
        """The forms of all names that are not empty."""
        return tuple(self.form(name) for name in names if name)

    def label(self, name: str | None) -> frozenset[str]:
        """The words with meaning in the name of an event."""
        return frozenset(self.fold(name).split()) - self.lists.stopwords

    def office(self, office: str | None) -> frozenset[str]:
        """The offices that the words may name; the folded words themselves when no list knows them."""
        folded, known = self.fold(office), self.lists.offices
        if folded in known:
            return known[folded]
        for qualifier in self.lists.qualifiers:
            rest = folded.removeprefix(qualifier + " ")
            if rest != folded and rest in known:
                return known[rest]
        return frozenset({folded})

    def organisation(self, names: Iterable[str | None]) -> frozenset[str]:
        """Marks of a state or organisation: two namings are one when they share a mark."""
        folded = {self.fold(name) for name in names} - {""}
        known = self.lists.organisations
        return frozenset(folded | {f"is:{known[name]}" for name in folded if name in known})

    def plain_office(self, key: str) -> str:
        """A contract key as plain English: `foreignMinister` is "foreign minister"; other text stays as it is."""
        if key in self.lists.office_keys:
            return self.lists.office_keys[key]
        return re.sub(r"(?=[A-Z])", " ", key).lower() if _OFFICE_KEY.fullmatch(key) else key


def alike(first: str, second: str, least: float) -> float:
    """How alike two spellings are, from 0 to 1; 0 when less than `least`."""
    # The lengths alone, and then the letters alone, bound the ratio from above; most pairs of names end here.
    if 2.0 * min(len(first), len(second)) < least * (len(first) + len(second)):
        return 0.0
    matcher = SequenceMatcher(None, first, second)
    if matcher.quick_ratio() < least:
        return 0.0
    score = matcher.ratio()
    return score if score >= least else 0.0


def name_score(gold: Sequence[Form], found: Sequence[Form]) -> float:
    """How surely two people have one name: the best of all pairs of forms, from SAME to FAMILY, or 0."""
    return max((_pair_score(a, b) for a in gold for b in found if a.words and b.words), default=0.0)


def _pair_score(a: Form, b: Form) -> float:
    if a.folded == b.folded or a.words == b.words:
        return SAME
    if len(a.words) > 1 and len(b.words) > 1:
        return _full_score(a, b)
    if len(a.words) == len(b.words):
        return WORD_SPELLING if _close_words(a.words[0], b.words[0]) else 0.0
    single, full = (a.words[0], b.words) if len(a.words) == 1 else (b.words[0], a.words)
    return FAMILY if len(single) > 2 and single == full[-1] else 0.0


def _full_score(a: Form, b: Form) -> float:
    if sorted(a.words) == sorted(b.words) or "".join(a.words) == "".join(b.words) or _close_names(a.words, b.words):
        return SPELLING
    small, large = sorted((a.core, b.core), key=len)
    return CONTAINED if len(small) >= 2 and small <= large else 0.0


def _close_words(a: str, b: str) -> bool:
    return min(len(a), len(b)) > 4 and alike(a, b, 0.86) > 0


def _close_names(a: Sequence[str], b: Sequence[str]) -> bool:
    """Word by word nearly alike; short words must be equal, for Kim Jong Un is not Kim Jong Il."""
    if len(a) != len(b):
        return False
    total = 0.0
    for x, y in zip(a, b, strict=True):
        score = _word_score(x, y)
        if not score:
            return False
        total += score
    return total / len(a) >= 0.86


def _word_score(a: str, b: str) -> float:
    if a == b:
        return 1.0
    if min(len(a), len(b)) <= 3:
        return 0.0
    return alike(a, b, 0.72)
