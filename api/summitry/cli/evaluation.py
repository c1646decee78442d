"""`summitry eval`: how well articles are read, measured against gold files."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from summitry.claims import InputError
from summitry.cli.extractors import RULES, Examination, ExtractorName

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitry.claims import Article
    from summitry.extract.evaluate import Evaluation, GoldArticle


class EvalFormat(StrEnum):
    """How figures are printed."""

    TABLE = "table"
    JSON = "json"


Folder = Annotated[
    Path,
    typer.Argument(metavar="DIR", help="Folder with <id>.json and <id>.txt side by side, or with gold/ and texts/."),
]
Predictions = Annotated[
    Path | None,
    typer.Option(
        "--pred", metavar="DIR", help="Folder of ready predictions <id>.json; the texts are read when left away."
    ),
]


def evaluate(
    folder: Folder,
    pred: Predictions = None,
    how: Annotated[EvalFormat, typer.Option("--format", help="How to print figures.")] = EvalFormat.TABLE,
    worst: Annotated[int, typer.Option("--worst", min=0, metavar="N", help="List the N articles read worst.")] = 0,
    lang: Annotated[
        list[str] | None, typer.Option("--lang", metavar="LANG", help="Only articles in this language; repeatable.")
    ] = None,
    extractor: ExtractorName = RULES,
) -> None:
    """Measure how well articles are read: figures per language against gold files, and the worst cases."""
    from summitry.extract.evaluate import evaluate, load_gold

    articles = load_gold(folder, lang or ())
    found = evaluate(articles, _ready(articles, pred) if pred else predictions(articles, extractor))
    if how is EvalFormat.JSON:
        _print_json(found, worst)
    else:
        _print_table(found, worst)


def _ready(articles: Sequence[GoldArticle], folder: Path) -> Mapping[str, Mapping[str, Any]]:
    """The predictions of a folder by id."""
    from summitry.extract.evaluate import read_prediction

    if not folder.is_dir():
        raise InputError(str(folder), "no such folder", "name a folder with predictions")
    paths = {article.id: folder / f"{article.id}.json" for article in articles}
    return {name: read_prediction(path) for name, path in paths.items() if path.is_file()}


def predictions(articles: Sequence[GoldArticle], extractor: str = RULES) -> Mapping[str, Mapping[str, Any]]:
    """What an extractor reads in the texts, each with the language and the publication date of its gold.

    A text that is missing or cannot be read is reported on standard error and has no prediction.
    """
    from summitry.extract import contract
    from summitry.reference import Reference

    texts = {article.id: text for article in articles if (text := _text(article)) is not None}
    with Examination(_warn, fallback=True) as examination:
        readings = examination.open(extractor, Reference.load()).read_many(texts.values())
        return {name: contract(reading) for name, reading in zip(texts, readings, strict=True)}


def _warn(error: InputError) -> None:
    typer.secho(f"warning: {error}", err=True, fg="yellow")


def _text(article: GoldArticle) -> Article | None:
    """The text as an article; None, and a warning, when there is none."""
    from summitry.loaders import Defaults, read_file

    try:
        if article.text is None:
            raise InputError(str(article.path), "has no text", "put it beside the gold file, or give --pred")
        return read_file(article.text, Defaults(article.published, article.lang))
    except InputError as error:
        _warn(error)
        return None


def _print_json(found: Evaluation, worst: int) -> None:
    from summitry.cli.output import print_json
    from summitry.extract.evaluate.report import as_json

    print_json(as_json(found, worst))


def _print_table(found: Evaluation, worst: int) -> None:
    from summitry.cli.output import print_table
    from summitry.extract.evaluate.report import case_lines, columns, rows

    print_table(columns(found), rows(found))
    if found.missing:
        typer.echo(f"without a prediction, counted as read empty: {', '.join(found.missing)}")
    for line in case_lines(found.worst(worst)):
        typer.echo(line)
