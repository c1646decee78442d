"""How a name is written: identifiers, forms without accents, and the factbook's capitals turned into press forms."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from tools.build_reference.csv_files import read_curated, split, unique

# Letters that Unicode does not decompose, as a keyboard without them writes them.
PLAIN = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "ı": "i", "þ": "th", "Þ": "Th"}
    | {"æ": "ae", "Æ": "Ae", "ð": "d", "Ð": "D", "œ": "oe", "Œ": "Oe", "ə": "e", "Ə": "E", "’": "'", "‘": "'"}
)
PARTICLES = {
    "de",
    "da",
    "do",
    "dos",
    "das",
    "del",
    "la",
    "van",
    "von",
    "der",
    "den",
    "di",
    "e",
    "bin",
    "ben",
    "ibn",
    "y",
}
NUMERAL = re.compile(r"^[IVX]+\.?$")
SUFFIXES = {"jr", "sr"}


def plain(text: str) -> str:
    """The text without accents; letters outside Latin stay as they are."""
    marks = unicodedata.normalize("NFKD", text.translate(PLAIN))
    return unicodedata.normalize("NFC", "".join(c for c in marks if not unicodedata.combining(c)))


def slug(name: str) -> str:
    """`Emmanuel Macron` → `emmanuel-macron`, the identifier of a person or an organisation."""
    return re.sub(r"[^a-z0-9]+", "-", plain(name).lower().replace("'", "")).strip("-")


def words(name: str) -> list[str]:
    """The words of a name, folded so that spellings compare equal."""
    return [w for w in re.split(r"[^a-z0-9]+", plain(name).lower().replace("'", "")) if w]


@cache
def _groups() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(split(row["forms"])) for row in read_curated("name_variants"))


def spellings(forms: Iterable[str]) -> list[str]:
    """The forms, then each again with one particle or word transliterated otherwise; German writes `Elizabeth II.`"""
    given = unique(forms)
    others = [other for form in given for group in _groups() for other in _respelled(form, group)]
    dotted = [f"{form}." for form in given if NUMERAL.match(form.split()[-1]) and not form.endswith(".")]
    return unique([*given, *others, *dotted])


def _respelled(form: str, group: tuple[str, ...]) -> Iterator[str]:
    for word in group:
        pattern = rf"(?<!\S){re.escape(word)}" + ("" if word.endswith("-") else r"(?!\S)")
        if re.search(pattern, form):
            yield from (re.sub(pattern, other, form) for other in group if other != word)


def family_of(name: str) -> str:
    """The surname used alone: the last word, or the whole of a name that ends in a numeral."""
    parts = [word for word in name.split() if word.strip(".,").lower() not in SUFFIXES]
    return name if NUMERAL.match(parts[-1]) else parts[-1].rstrip(",")


def capitals(name: str) -> list[str]:
    """The words that the factbook prints in capitals: the family name, or the part of the name used alone."""
    return [w for w in name.split() if len(w.strip(",.")) > 1 and w.upper() == w and not NUMERAL.match(w)]


def press_form(name: str) -> str:
    """`Joao Manuel Goncalves LOURENCO` → `Joao Manuel Goncalves Lourenco`; nicknames in quotes or brackets go."""
    cleaned = re.sub(r"""\s*(["“][^"”]*["”]|\([^)]*\))""", "", name).replace(",", "").strip()
    return " ".join(_word(w, first=i == 0) for i, w in enumerate(cleaned.split()))


def family_form(name: str) -> str:
    """The family name that a factbook name has in capitals, as the press prints it: `DOS SANTOS` → `dos Santos`."""
    return " ".join(_word(w, first=False) for w in capitals(name.replace(",", "")))


def _word(word: str, first: bool) -> str:
    if NUMERAL.match(word) or word.upper() != word or len(word.strip(".")) < 2:
        return word
    lower = word.lower()
    if lower in PARTICLES and not first:
        return lower
    cased = re.sub(r"(^['’ʻ]?|-)([^\W\d_])", lambda m: m.group(1) + m.group(2).upper(), lower)
    cased = re.sub(r"\b([OD]['’])(\w)", lambda m: m.group(1) + m.group(2).upper(), cased)
    return re.sub(r"^(Al|El|As)-", lambda m: m.group(0).lower(), cased)
