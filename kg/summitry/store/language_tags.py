"""Keeping the case of language tags, which pyoxigraph turns into small letters.

RDF calls `en-GB` and `en-gb` the same, but whoever compares what was exported with what was imported letter by letter
does not. So a tag with capitals is spelled in small letters with a private part that says which letters were capitals,
and spelled back in what comes out: `en-GB` → `en-gb-x-zqa-18` → `en-GB`.
"""

from __future__ import annotations

import re

_CAPITAL = re.compile(rb"@[A-Za-z0-9-]*[A-Z]|(?:xml:lang|\"@language\")[^A-Za-z0-9]+[A-Za-z0-9-]*[A-Z]")
_TURTLE_TOKEN = re.compile(
    r'("""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^\'\\]|\\.|\'(?!\'\'))*\'\'\'|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\')'
    r"(@[A-Za-z]+(?:-[A-Za-z0-9]+)*)?|<[^<>\s]*>|#[^\n]*",
    re.DOTALL,
)
_XML = re.compile(r"(xml:lang\s*=\s*[\"'])([^\"']*)")
_JSON = re.compile(r'("@language"\s*:\s*")([^"]*)')
_SPELLED = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*?)(?:-x-zqa|-zqb)((?:-[0-9a-f]{1,8})+)")
_DIGITS = 8


def has_capitals(data: bytes) -> bool:
    """True when the text may hold a language tag with capitals; quick, and sometimes wrong by saying yes."""
    return _CAPITAL.search(data) is not None


def spell_turtle(text: str) -> str:
    """Spell the tags of Turtle, TriG, N-Triples or N-Quads in small letters."""
    return _TURTLE_TOKEN.sub(_spell_token, text)


def spell_xml(text: str) -> str:
    """Spell the tags of RDF/XML in small letters."""
    return _XML.sub(lambda match: match.group(1) + spell(match.group(2)), text)


def spell_json(text: str) -> str:
    """Spell the tags of JSON-LD in small letters, except those that are keys of language maps."""
    return _JSON.sub(lambda match: match.group(1) + spell(match.group(2)), text)


def spell(tag: str) -> str:
    """A tag in small letters that remembers its capitals; a tag without capitals stays as it is."""
    if tag == tag.lower() or tag.lower().startswith("i-"):
        return tag
    mask = sum(1 << position for position, letter in enumerate(tag) if letter.isupper())
    digits = f"{mask:x}"
    parts = [digits[start : start + _DIGITS] for start in range(0, len(digits), _DIGITS)]
    private = tag.lower().startswith("x-") or "-x-" in tag.lower()
    return "-".join([tag.lower(), *(["zqb"] if private else ["x", "zqa"]), *parts])


def restore(text: str) -> str:
    """Spell all tags in a text as they were."""
    return _SPELLED.sub(_restored, text) if "zq" in text else text


def _restored(match: re.Match[str]) -> str:
    mask = int(match.group(2).replace("-", ""), 16)
    letters = enumerate(match.group(1))
    return "".join(letter.upper() if mask >> position & 1 else letter for position, letter in letters)


def _spell_token(match: re.Match[str]) -> str:
    quoted, tag = match.group(1), match.group(2)
    return quoted + "@" + spell(tag[1:]) if tag else match.group(0)
