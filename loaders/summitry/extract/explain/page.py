"""An explanation as one HTML page that needs nothing else: sentences with coloured spans, statements below."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from summitry.extract.explain.model import Explanation, Mark, Sentence, Statement

_COLOURS = {
    Mark.EVENT: "#ffe2b3", Mark.AGENT: "#cfe3ff", Mark.TIME: "#d5f2d0", Mark.PLACE: "#f7d4ea",
    Mark.OFFICE: "#e4dcff", Mark.STATUS: "#ffd0c7",
}  # fmt: skip
_STYLE = """
body { font: 16px/1.6 Georgia, serif; max-width: 56em; margin: 2em auto; padding: 0 1em; color: #222; background: #fff }
h1 { font-size: 1.4em } section { margin: 0 0 1.2em } p { margin: 0 0 .3em }
mark { border-radius: .2em; padding: 0 .15em; color: inherit }
ul { font: 13px/1.5 system-ui, sans-serif; margin: .2em 0 0; padding-left: 1.4em }
code { background: #f2f2f2; padding: 0 .3em } .no { color: #8a4b41 } .about { color: #666 }
details, summary { display: inline }
.legend { font: 13px system-ui, sans-serif } .legend mark { margin-right: .6em }
"""


def page(explanation: Explanation) -> str:
    """The whole page, UTF-8 text."""
    lang = escape(explanation.lang or "und", quote=True)
    legend = "".join(f'<mark class="{mark.value}">{mark.value}</mark>' for mark in _COLOURS)
    colours = "".join(f"mark.{mark.value} {{ background: {colour} }} " for mark, colour in _COLOURS.items())
    body = "\n".join(_section(sentence) for sentence in explanation.sentences)
    return (
        f'<!doctype html>\n<html lang="{lang}">\n<head><meta charset="utf-8"><title>{escape(explanation.title)}</title>'
        f"<style>{_STYLE}{colours}</style></head>\n<body>\n<h1>{escape(explanation.title)}</h1>\n"
        f'<p class="legend">{legend}</p>\n{body}\n</body>\n</html>\n'
    )


def _section(sentence: Sentence) -> str:
    text = "".join(
        f'<mark class="{mark.value}" title="{mark.value}">{escape(piece)}</mark>' if mark else escape(piece)
        for piece, mark in sentence.pieces()
    )
    rows = "".join(_row(statement) for statement in sentence.statements)
    return f"<section><p>{text}</p>{f'<ul>{rows}</ul>' if rows else ''}</section>"


def _row(one: Statement) -> str:
    sign = "" if one.accepted else ' class="no"'
    return (
        f'<li{sign}>{"" if one.accepted else "✗ "}{escape(one.says)} <span class="about">— {escape(one.about)}</span> '
        f"<code>{escape(one.rule)}</code> {one.confidence:.2f}{''.join(_reasons(one))}</li>"
    )


def _reasons(one: Statement) -> Iterator[str]:
    if one.reasons:
        told = ", ".join(f"{escape(name)} {weight:+.2f}" for name, weight in one.reasons)
        yield f" <details><summary>why</summary>{told}</details>"
