"""`summitry explain`: sentence by sentence, what was read and by which rule."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summitry.claims import InputError
from summitry.cli.options import Lang, Published

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.text import Text

    from summitry.claims import Article
    from summitry.extract.explain import Explanation, Sentence, Statement

_STYLES = {
    "event": "bold yellow", "agent": "bold cyan", "time": "bold green", "place": "bold magenta",
    "office": "blue", "status": "bold red",
}  # fmt: skip


class ExplainFormat(StrEnum):
    """How an explanation is shown."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


def explain(
    article: Annotated[Path, typer.Argument(metavar="ARTICLE", help="The article's file (.txt, .md, .json).")],
    published: Published = None,
    lang: Lang = None,
    how: Annotated[ExplainFormat, typer.Option("--format", help="How to show it.")] = ExplainFormat.TEXT,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write there instead.")] = None,
) -> None:
    """Show sentence by sentence what was read in an article, by which rule, how surely, and what was turned down."""
    from summitry.extract.explain import explain, page

    explanation = explain(_article(article, published, lang))
    if how is ExplainFormat.TEXT:
        _print(explanation, out)
    elif how is ExplainFormat.HTML:
        _write(page(explanation), out)
    else:
        import orjson

        _write(orjson.dumps(explanation.as_json(), option=orjson.OPT_INDENT_2).decode() + "\n", out)


def _article(path: Path, published: Published, lang: Lang) -> Article:
    from summitry.loaders import Defaults, read_file

    return read_file(path, Defaults(published, lang))


def _write(text: str, out: Path | None) -> None:
    if out is None:
        typer.echo(text, nl=False)
        return
    try:
        out.write_text(text, "utf-8")
    except OSError as error:
        raise InputError(
            str(out), f"cannot be written: {error.strerror}", "name a file in a folder that exists"
        ) from error


def _print(explanation: Explanation, out: Path | None) -> None:
    from io import StringIO

    from rich.console import Console

    into = StringIO() if out else None
    console = Console(file=into, highlight=False, soft_wrap=True)
    console.print(" ".join(f"[{style}]{name}[/]" for name, style in _STYLES.items()))
    for sentence in explanation.sentences:
        for line in _lines(sentence):
            console.print(line)
    if into is not None:
        _write(into.getvalue(), out)


def _lines(sentence: Sentence) -> Iterator[Text]:
    from rich.text import Text

    line = Text("\n")
    for piece, mark in sentence.pieces():
        line.append(piece, style=_STYLES[mark.value] if mark else None)
    yield line
    yield from (_statement(one) for one in sentence.statements)


def _statement(one: Statement) -> Text:
    from rich.text import Text

    line = Text("  + " if one.accepted else "  - ", style="green" if one.accepted else "red")
    line.append(one.says, style=None if one.accepted else "dim")
    line.append(f"  {one.rule} {one.confidence:.2f}", style="dim")
    if one.reasons:
        line.append("  (" + ", ".join(f"{name} {weight:+.2f}" for name, weight in one.reasons[:3]) + ")", style="dim")
    return line
