"""Reading must stand any text: no exception, quotes that are in the text, the same answer twice, time by length.

    python tests/extract/fuzz_extract.py [-max_total_time=SECONDS] [CORPUS_DIR]

runs it under Atheris (`pip install -e '.[fuzz]'`), guided by which branches of the extractor an input reaches. The
tests run the same checks on texts that Hypothesis makes.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from datetime import date
from functools import cache

import orjson

from summitry.claims import Article, article_id

if __name__ == "__main__":  # what is imported before Atheris looks is not watched
    import atheris

    with atheris.instrument_imports(include=["summitry.extract"]):
        from summitry.extract import Extractor, contract
        from summitry.extract.text import nfc
else:
    from summitry.extract import Extractor, contract
    from summitry.extract.text import nfc

LANGUAGES = ("fr", "en", "de", "es", "it")
FRAGMENTS = (
    " ", ", ", ". ", ".\n", "\n\n", " et ", " and ", "« ", " »", "\"", "'", "’", "(", ")", " - ", " – ",
    ": ", "; ", "…", "Emmanuel Macron", "Vladimir Putin", "Zelensky", "Trump", "Xi Jinping",
    "Mme Dupont", "King Abdullah II", "Kim", "le président français", "the Turkish leader",
    "his counterpart", "son homologue", "la ministre", "foreign ministers",
    "les présidents russe et ukrainien", "former president", "Russia's", "le chef de l'État",
    "Bundeskanzler Scholz", "France", "Germany", "les États-Unis", "Kyiv", "l'Élysée",
    "the White House", "Brussels", "G7", "E3", "NATO", "l'ONU", "in Paris", "à Genève", "in Riad",
    "en Madrid", "a Roma", "Davos", "the summit", "le sommet", "une réunion", "talks", "Gipfel",
    "la cumbre", "il vertice", "a visit", "un entretien téléphonique", "videoconference",
    "the 17th BRICS summit", " met ", " a rencontré ", " s'est tenue ", " will host ",
    " was postponed ", " n'ira pas ", " traf ", " recibió ", " hat ... empfangen", " who chairs ",
    " dont il est membre", " said that ", " had been due to ", " if ", " not ", "on Monday",
    "mardi prochain", "12 mars 2025", "May 3", "24/02/2026", "2024-13-45", "fin juin", "this weekend",
    "il y a trois jours", "in two weeks", "from 1 to 3 June", "du 31 au 2", "29 février 2023", "1er",
    "9999", "0000", "PARIS, 12 mars (AFP) - ", "WASHINGTON (AP) — ", "Publié le 3 mai 2024",
    "the third anniversary of ", "the invasion", "İ", "ß", "ﬁ", "e\u0301", "\u202f", "\xad", "\ufeff",
    "\x00", "𝔘", "\U0001f469\u200d\U0001f469\u200d\U0001f467", "Σ", "ǅ", "١٢", "²", "_", "*", "\t",
    "\r\n",
)  # fmt: skip
"""What texts about diplomacy are made of, and what breaks readers of text."""
_PUBLISHED = date(2025, 3, 3)
_SECONDS, _SECONDS_A_LETTER = 3.0, 0.002
"""CPU time that a text may take: far more than it does, far less than it would if time grew with the square."""


@cache
def extractor() -> Extractor:
    """One extractor for all texts, as in a long run."""
    return Extractor()


@cache
def _warm(lang: str | None) -> Extractor:
    """The extractor with the pack of a language in memory: what a text takes is not what starting takes."""
    for known in LANGUAGES if lang is None else (lang,):
        extractor().read(Article("urn:warm", "Paris", lang=known, published=_PUBLISHED))
    return extractor()


def check(text: str, lang: str | None, published: date | None = _PUBLISHED) -> None:
    """Read a text and see that everything said about it holds. AssertionError says what does not."""
    text = nfc(text)
    article = Article(article_id(text), text, lang=lang, published=published)
    reader = _warm(lang)
    start = time.process_time()
    first = contract(reader.read(article))
    taken = time.process_time() - start
    assert taken < _SECONDS + _SECONDS_A_LETTER * len(text), f"{taken:.1f} s for {len(text)} letters"
    assert orjson.dumps(first) == orjson.dumps(contract(reader.read(article)))
    for quote in _quotes(first):
        assert text[quote["start"] : quote["end"]] == quote["quote"], quote


def _quotes(value: object) -> Iterable[dict]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from inner if key == "evidence" else _quotes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _quotes(inner)


def main() -> None:
    """Fuzz until a finding or the time given."""
    extractor()

    def one(data: bytes) -> None:
        source = atheris.FuzzedDataProvider(data)
        lang = LANGUAGES[source.ConsumeIntInRange(0, len(LANGUAGES) - 1)]
        published = _PUBLISHED if source.ConsumeBool() else None
        pieces = []
        while source.remaining_bytes():
            choice = source.ConsumeIntInRange(0, len(FRAGMENTS) + 12)
            pieces.append(
                FRAGMENTS[choice] if choice < len(FRAGMENTS) else source.ConsumeUnicodeNoSurrogates(choice % 12 + 1)
            )
        check("".join(pieces), lang, published)

    atheris.Setup([*sys.argv, "-max_len=600", "-timeout=60"], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
