"""Text as the extractor sees it: NFC, folded one code point to one, so that offsets never move."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher

_SAME = {
    "’": "'", "ʼ": "'", "‘": "'", "`": "'", "´": "'",
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\t": " ", "\n": " ", "\r": " ",
    "‐": "-", "‑": "-", "­": "-",
}  # fmt: skip
_SIGNS = re.compile(f"[{''.join(_SAME)}]")
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_PAGES = 20_000
"""Characters in which words are looked for again: keeps endless texts linear."""
_FULL, _ALIKE = 2, 0.85
"""How many words a full name has at least; from which share of equal letters on two spellings are of one name."""
_INITIAL = re.compile(r"(?<!\w)[éèêâîô](?=\w\w)")


def nfc(text: str) -> str:
    """The text in Unicode normal form C, the form that all offsets refer to."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Lower case with plain apostrophes, hyphens and spaces; one code point for one, accents kept."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(low if len(low := c.lower()) == 1 else c for c in text)
    if _SIGNS.search(lower) is None:
        return lower  # most words
    for sign, plain in _SAME.items():  # a search for each sign is much faster than a table asked for each letter
        lower = lower.replace(sign, plain)
    return lower


def bare_initials(text: str) -> str:
    """The text without accents at the beginning of words, as capitals are printed (`secrétaire d'etat`)."""
    return _INITIAL.sub(lambda match: unaccented(match.group()), text)


def unaccented(text: str) -> str:
    """The text without combining marks, one code point for one (`Erdoğan` → `Erdogan`)."""
    return text if text.isascii() else _FOREIGN.sub(_bare, text)


def same_name(first: str, second: str) -> bool:
    """Whether two full names are one spelled in two ways: letters that differ, or their words in another order."""
    words = [re.findall(r"\w+", unaccented(name).lower()) for name in (first, second)]
    if min(len(found) for found in words) < _FULL:
        return False
    letters = ["".join(found) for found in words]
    return sorted(words[0]) == sorted(words[1]) or SequenceMatcher(None, letters[0], letters[1]).ratio() >= _ALIKE


def said_again(text: str, words: str) -> bool:
    """Whether words stand twice in the first pages of a text."""
    return text.count(words, 0, _PAGES) > 1


def _bare(match: re.Match[str]) -> str:
    char = match.group()
    base = unicodedata.normalize("NFD", char)[0]
    return base if base.isalpha() else char
